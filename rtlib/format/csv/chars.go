package csv

import (
	"encoding/binary"
	"math/bits"
	"unsafe"
)

// Chars is the buffer of a block, read without a test for each byte: such tests are a third of the
// time. What keeps reading inside the buffer: a word may be read anywhere in a record and at its end,
// since stream.Padding bytes follow; a guess is compared with the end of the record or of the text; and
// the last byte of a text of lines is a line feed, which is never inside a column or a number, so that
// what starts before it ends there at the latest.
type Chars struct{ at unsafe.Pointer }

// CharsOf reads a buffer that is not empty.
func CharsOf(buf []byte) Chars { return Chars{unsafe.Pointer(unsafe.SliceData(buf))} }

// Byte is the byte at p.
func (t Chars) Byte(p int) byte { return *(*byte)(unsafe.Add(t.at, p)) }

// Text is the text from p to q, which borrows the buffer.
func (t Chars) Text(p, q int) string { return unsafe.String((*byte)(unsafe.Add(t.at, p)), q-p) }

func (t Chars) word(p int) uint64 {
	return binary.LittleEndian.Uint64((*[wordSize]byte)(unsafe.Add(t.at, p))[:])
}

// End is the index of the first byte from p on that may end a column: the delimiter, a control
// character, or one beyond ASCII, behind which Width.Search goes on.
func (t Chars) End(p int, delim byte) int {
	for sep := uint64(delim) * ones; ; p += wordSize {
		x := t.word(p)
		if hit := ((x ^ sep) - ones | (x - control)) & highs; hit != 0 {
			return p + bits.TrailingZeros64(hit)>>3
		}
	}
}

// Column is End for a record that ends before e: e or more when there is no such byte.
func (t Chars) Column(p, e int, delim byte) int {
	for sep := uint64(delim) * ones; p < e; p += wordSize {
		if hit := odd(t.word(p), sep) & highs; hit != 0 {
			return p + bits.TrailingZeros64(hit)>>3
		}
	}
	return p
}

// Plain reports whether a text is empty, or has two words or more and is plain: all its bytes are ASCII,
// above the delimiter and no control characters. Behind a comma these are letters, digits and the usual
// signs of paths, dates and identifiers; telling it takes half the steps of the exact test. The words at
// the end reach back over bytes that are seen twice, so there is no tail.
func (t Chars) Plain(p, q int, delim byte) bool {
	if q-p < 2*wordSize {
		return p == q
	}
	floor := max(uint64(delim)*ones+ones, control)
	x, y := t.word(q-wordSize), t.word(q-2*wordSize)
	hit := (x - floor) | x | (y - floor) | y
	for ; q-p > 2*wordSize; p += 2 * wordSize {
		x, y = t.word(p), t.word(p+wordSize)
		hit |= (x - floor) | x | (y - floor) | y
	}
	return hit&highs == 0
}

// Digits reads an integer of 1 to 7 digits at p and returns the value and the index behind it, p when
// there is none.
func (t Chars) Digits(p int) (v int64, q int) {
	x := t.word(p) ^ '0'*ones
	end := (x + 0x76*ones | x) & highs
	if end == 0 {
		return 0, p
	}
	q = p + bits.TrailingZeros64(end)>>3
	x = x << (uint(p-q) * 8 & 63) * 2561 >> 8 & 0x00FF00FF00FF00FF
	x = x * 6553601 >> 16 & 0x0000FFFF0000FFFF
	return int64(x * 42949672960001 >> 32), q
}
