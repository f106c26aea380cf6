package csv

import "math/bits"

// Width predicts where a column ends: in many tables keys, dates and codes have the same width in
// every record, and then one look at the delimiter and a pass without branches over the bytes
// before it are enough. A column without a steady width is found out within a few records; from
// then on its prediction fails by a comparison that the processor foresees. Its zero value is
// ready.
type Width struct {
	n      int // of the last record, in bytes; never when the column has no steady width
	misses int // since the last retry
	blocks int // up to the next retry
}

// maxMisses is how many records may differ from the prediction before it is given up, and
// retryBlocks after how many blocks it is tried again: a column that changes its width now and then
// keeps its prediction, and one that never had any pays for it once in 65,536 records.
const (
	maxMisses   = 64
	retryBlocks = 64
)

// never is longer than any record.
const never = 1 << 32

// Reset starts a block.
func (w *Width) Reset() {
	if w.blocks++; w.blocks < retryBlocks {
		return
	}
	w.blocks, w.misses = 0, 0
	if w.n == never {
		w.n = 0
	}
}

// Guess is where the column at p ends if it is as wide as the one before.
func (w *Width) Guess(p int) int { return p + w.n }

// Search is the end of the column at p of a line that ends before e, where neither the guess nor
// Chars.End has found it; -1 when what ends it is not the byte end, or a control character comes first.
func Search(buf []byte, p, e int, delim, end byte) int {
	sep := uint64(delim) * ones
	for q := p; q < e; q += wordSize {
		if hit := special(load(buf, q), sep); hit != 0 {
			if q += bits.TrailingZeros64(hit) >> 3; buf[q] != end {
				return -1
			}
			return q
		}
	}
	return -1
}

// Learn takes over the width of a record that was not predicted. Widths below two words are not worth
// a prediction: the first words of the search find them.
func (w *Width) Learn(n int) {
	if n >= 2*wordSize && w.n != never {
		w.take(n)
	}
}

// GiveUp makes no guesses for some blocks, after one that looked right and was not.
func (w *Width) GiveUp() { w.n = never }

func (w *Width) take(n int) {
	w.n = n
	if w.misses++; w.misses > maxMisses {
		w.n = never
	}
}
