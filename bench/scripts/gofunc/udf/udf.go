// Package udf has a table function and an aggregate function that cost next to nothing, so that what
// is around their calls is measured.
package udf

import (
	"iter"
	"strings"
)

// Word is a row of Words.
type Word struct {
	Word    string
	Letters int32
}

// Words are the words of a line.
func Words(line string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		for line != "" {
			word, rest, _ := strings.Cut(line, " ")
			if !yield(Word{word, int32(len(word))}) {
				return
			}
			line = rest
		}
	}
}

// Weighted is an average weighted by lengths.
type Weighted struct{ Sum, Weight int64 }

// Accumulate takes a value and the text whose length is its weight.
func (w *Weighted) Accumulate(v int64, line string) {
	w.Sum += v * int64(len(line))
	w.Weight += int64(len(line))
}

// Merge takes what another lane has.
func (w *Weighted) Merge(other Weighted) {
	w.Sum += other.Sum
	w.Weight += other.Weight
}

// Value is NULL without weight.
func (w *Weighted) Value() (int64, bool) {
	if w.Weight == 0 {
		return 0, false
	}
	return w.Sum / w.Weight, true
}
