package udf

import (
	"errors"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Word is TABLE (word STRING, letters INT).
type Word struct {
	Word    string
	Letters int32
}

// Words are the words of a text, in order.
func Words(text string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		for w := range strings.FieldsSeq(text) {
			if !yield(Word{w, int32(len(w))}) {
				return
			}
		}
	}
}

// WordsOrNone sees NULL, of which it makes one row; of an empty text it has no sequence at all.
func WordsOrNone(text *string) iter.Seq[*string] {
	if text == nil {
		return slices.Values([]*string{nil})
	}
	if *text == "" {
		return nil
	}
	return func(yield func(*string) bool) {
		for w := range strings.FieldsSeq(*text) {
			if !yield(&w) {
				return
			}
		}
	}
}

// Countdown yields n, n-1, .. and fails at 13: 3 with an error, 5 with a panic, in the middle of its rows.
func Countdown(n int32) iter.Seq2[int32, error] {
	return func(yield func(int32, error) bool) {
		for i := n; i > 0; i-- {
			switch {
			case n == 13 && i == 12:
				yield(0, errors.New("13 is refused"))
				return
			case n == 5 && i == 4:
				panic("five")
			case !yield(i, nil):
				return
			}
		}
	}
}

// Checked fails before there is a row.
func Checked(n int32) (iter.Seq[int32], error) {
	if n == 13 {
		return nil, errors.New("13 is refused")
	}
	return slices.Values([]int32{n, n * 2}), nil
}

// Everything is a row of every type, as it is.
type Everything struct {
	A bool
	B int8
	C int16
	D int32
	E int64
	F float32
	G float64
	H string
	I value.Decimal
	J time.Time
	K time.Time
	L value.Timestamp
	M []byte
	N time.Duration
	O []*int32
	P map[string]int32
	Q *Word
	R *value.Decimal
	S *string
}

// All yields the row of all types of its arguments, then the zero row.
func All(d int32, h string, i value.Decimal, k time.Time, w Word, list []*int32) iter.Seq[Everything] {
	all := Everything{d > 0, int8(d), int16(d), d, int64(d), float32(d) / 2, float64(d) / 2, h, i, k, k,
		value.FromTime(k), []byte(h), time.Duration(d) * time.Second, list, map[string]int32{h: d}, &w, &i, &h}
	return slices.Values([]Everything{all, {Q: nil}})
}

// Numbered numbers its calls; the sequence is made once.
type Numbered struct {
	call, n int64
	all     iter.Seq[Call]
}

// Call is TABLE (call BIGINT, n BIGINT).
type Call struct{ Call, N int64 }

// Eval yields n rows with the number of the call.
func (t *Numbered) Eval(n int64) iter.Seq[Call] {
	t.call, t.n = t.call+1, n
	if t.all == nil {
		t.all = func(yield func(Call) bool) {
			for i := range t.n {
				if !yield(Call{t.call, i}) {
					return
				}
			}
		}
	}
	return t.all
}
