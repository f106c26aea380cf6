package udf

import (
	"errors"
	"strings"
	"time"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Weighted is an average with weights: the sums can be merged, and rows taken back.
type Weighted struct{ Sum, Weight int64 }

func (a *Weighted) Accumulate(v int64, w int32) {
	a.Sum, a.Weight = a.Sum+v*int64(w), a.Weight+int64(w)
}
func (a *Weighted) Retract(v int64, w int32) { a.Accumulate(v, -w) }
func (a *Weighted) Merge(b Weighted)         { a.Sum, a.Weight = a.Sum+b.Sum, a.Weight+b.Weight }

// Value is NULL without weight.
func (a *Weighted) Value() (int64, bool) {
	if a.Weight == 0 {
		return 0, false
	}
	return a.Sum / a.Weight, true
}

// Longest keeps a text: the longest, and of these the smallest.
type Longest struct {
	Text string
	Seen bool
}

func (a *Longest) Accumulate(s string) {
	if !a.Seen || len(s) > len(a.Text) || len(s) == len(a.Text) && s < a.Text {
		a.Text, a.Seen = s, true
	}
}

func (a *Longest) Merge(b *Longest) {
	if b.Seen {
		a.Accumulate(b.Text)
	}
}

// Value is NULL when there was no text.
func (a *Longest) Value() *string {
	if !a.Seen {
		return nil
	}
	return &a.Text
}

// Joined joins texts in the order of rows, and takes the last of a text back; it is not merged.
type Joined struct{ All string }

func (a *Joined) Accumulate(s string) { a.All += "<" + s + ">" }
func (a *Joined) Retract(s string) error {
	i := strings.LastIndex(a.All, "<"+s+">")
	if i < 0 {
		return errors.New("there is no " + s)
	}
	a.All = a.All[:i] + a.All[i+len(s)+2:]
	return nil
}
func (a *Joined) Value() string { return a.All }

// NullsSeen counts rows, NULLs and values.
type NullsSeen struct{ Rows, Nulls, Values int32 }

func (a *NullsSeen) Accumulate(v *int32, s *string) {
	a.Rows++
	for _, null := range []bool{v == nil, s == nil} {
		if null {
			a.Nulls++
		} else {
			a.Values++
		}
	}
}
func (a *NullsSeen) Value() []int32 { return []int32{a.Rows, a.Nulls, a.Values} }

// RowCount counts rows without an argument.
type RowCount struct{ N int64 }

func (a *RowCount) Accumulate()      { a.N++ }
func (a *RowCount) Merge(b RowCount) { a.N += b.N }
func (a *RowCount) Value() int64     { return a.N }

// Picky refuses 13, and panics at 14; its result is refused when it is 15.
type Picky struct{ Sum int32 }

func (a *Picky) Accumulate(v int32) error {
	switch v {
	case 13:
		return errors.New("13 is refused")
	case 14:
		panic("fourteen")
	}
	a.Sum += v
	return nil
}

func (a *Picky) Value() (int32, error) {
	if a.Sum == 15 {
		return 0, errors.New("15 is no result")
	}
	return a.Sum, nil
}

// Inner is a part of State.
type Inner struct {
	Count uint16
	Last  [2]string
}

// State has a field of every type.
type State struct {
	A bool
	B int
	C int8
	D int16
	E int32
	F int64
	G uint
	H uint8
	I uint32
	J uint64
	K float32
	L float64
	M string
	N value.Decimal
	O value.Timestamp
	P time.Duration
	Q [3]int64
	R [2]Inner
	S Inner
	T value.Int128
}

// Accumulate adds to every field.
func (a *State) Accumulate(b bool, n int64, f float64, s string, d value.Decimal, t time.Time, list []int32, m map[string]int32, w Word) {
	a.A = a.A != b
	a.B, a.C, a.D, a.E, a.F = a.B+int(n), a.C+int8(n), a.D+int16(n), a.E+int32(n), a.F+n
	a.G, a.H, a.I, a.J = a.G+uint(n), a.H+uint8(n), a.I+uint32(n), a.J+uint64(n)
	a.K, a.L, a.M = a.K+float32(f), a.L+f, a.M+s
	a.N = value.Decimal{Unscaled: value.FromInt64(int64(a.N.Unscaled.Lo + d.Unscaled.Lo)), Scale: d.Scale}
	a.O, a.P = value.FromTime(t), a.P+time.Duration(n)
	a.Q[n%3] += int64(len(list))
	a.R[n%2].Count += uint16(len(m))
	a.R[n%2].Last[n%2] = s
	a.S.Count, a.S.Last[1] = a.S.Count+uint16(w.Letters), w.Word
	a.T = value.FromInt64(int64(a.T.Lo) + n)
}

// Report is the value of a State.
type Report struct {
	Ints  []int64
	Texts []string
	Dec   value.Decimal
	Time  time.Time
	Flag  bool
	Sum   float64
}

// Value is everything.
func (a *State) Value() Report {
	return Report{
		[]int64{int64(a.B), int64(a.C), int64(a.D), int64(a.E), a.F, int64(a.G), int64(a.H), int64(a.I), int64(a.J), int64(a.P),
			a.Q[0], a.Q[1], a.Q[2], int64(a.R[0].Count), int64(a.R[1].Count), int64(a.S.Count), int64(a.T.Lo)},
		[]string{a.M, a.R[0].Last[0], a.R[1].Last[1], a.S.Last[1]},
		a.N, a.O.Time(), a.A, a.L + float64(a.K),
	}
}
