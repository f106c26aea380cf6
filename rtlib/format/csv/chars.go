package csv

import (
	"encoding/binary"
	"math/bits"
	"unsafe"
)

// Chars is the buffer of a text of lines, read without a test for each byte: such tests are a third of
// the time. What keeps reading inside the buffer: the text's last byte is a line feed, which is never
// inside a column or a number, so that what starts before it ends there at the latest; and a word may
// be read anywhere in the text, since stream.Padding bytes follow. A guess is compared with the end.
type Chars struct{ at unsafe.Pointer }

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
