package csv

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
	"unsafe"
)

// The primitives of the path for plain records: eight bytes at a time in a uint64, the first byte in
// the low bits.
//
// A byte is special when it is the delimiter or below 14: this covers CR and LF, which end a
// record, in one comparison and sends the rare other control characters to decode. Tests
// of the form (x-ones)&^x&highs are exact for the lowest hit and for "any hit"; a hit above another
// may be false, so only the lowest is ever used.

const (
	ones     = 0x0101010101010101
	highs    = 0x8080808080808080
	control  = 14 * ones // bytes below 14 are special
	wordSize = 8
)

func load(buf []byte, p int) uint64 { return binary.LittleEndian.Uint64(buf[p:]) }

// special has the high bit of the lowest special byte of x set; sep is the delimiter in all bytes.
func special(x, sep uint64) uint64 {
	a := x ^ sep
	return ((a-ones)&^a | (x-control)&^x) & highs
}

// odd has the high bit set of the lowest byte of x that is special or beyond ASCII, and of no byte
// of x when there is none; the bits above the lowest, and all others, mean nothing.
func odd(x, sep uint64) uint64 {
	a := x ^ sep
	return (a - ones) | a | (x - control)
}

// Clean reports whether buf[p:q] has no special byte. seen has a high bit when one of its bytes is
// beyond ASCII, for ValidText. It may read up to 7 bytes behind q. The words at the end of a text
// reach back over bytes that are seen twice, so there is no tail.
func Clean(buf []byte, p, q int, delim byte) (seen uint64, ok bool) {
	if q-p < wordSize {
		return cleanShort(buf, p, q, delim)
	}
	seen, hit := sweep(buf[p:q], uint64(delim)*ones)
	return seen, hit == 0
}

// sweep looks at all of a text of at least a word: seen is the or of its bytes, hit is 0 when none
// of them is special.
func sweep(text []byte, sep uint64) (seen, hit uint64) {
	seen = load(text, len(text)-wordSize)
	hit = special(seen, sep)
	for ; len(text) > wordSize; text = text[wordSize:] {
		x := load(text, 0)
		hit |= special(x, sep)
		seen |= x
	}
	return seen, hit
}

// cleanShort is Clean for less than a word: the bytes behind q become DEL, neither special nor
// beyond ASCII.
func cleanShort(buf []byte, p, q int, delim byte) (seen uint64, ok bool) {
	if p >= q {
		return 0, true
	}
	seen = load(buf, p)<<(uint(8*(p-q))&63) | uint64(filler)>>(uint(8*(q-p))&63)
	return seen, special(seen, uint64(delim)*ones) == 0
}

// filler is a byte that is never a delimiter: DEL.
const filler = 0x7F * ones

// Find is the index of the delimiter that ends the column at p, -1 when the column is quoted, when
// another special byte comes first, or when there is none before e. seen holds the bits of the
// bytes up to it, and perhaps of some behind.
func Find(buf []byte, p, e int, delim, quote byte) (q int, seen uint64) {
	if buf[p] == quote && quote != 0 {
		return -1, 0
	}
	sep := uint64(delim) * ones
	for ; p < e; p += wordSize {
		x := load(buf, p)
		seen |= x
		if hit := special(x, sep); hit != 0 {
			p += bits.TrailingZeros64(hit) >> 3
			if p >= e || buf[p] != delim {
				return -1, 0
			}
			return p, seen
		}
	}
	return -1, 0
}

// Text is buf[p:q] as a string that borrows the buffer.
func Text(buf []byte, p, q int) string {
	return unsafe.String(unsafe.SliceData(buf[p:q]), q-p)
}

// ValidText says that buf[p:e] is UTF-8 without a byte order mark; seen holds the bits of its
// bytes, so ASCII is known without a look at it.
func ValidText(buf []byte, p, e int, seen uint64) bool {
	return seen&highs == 0 || validUTF8(buf[p:e])
}

// validUTF8 is apart so that the test for ASCII is inlined.
//
//go:noinline
func validUTF8(text []byte) bool { return utf8.Valid(text) && !bytes.HasPrefix(text, bom) }

// Has reports whether c occurs in buf[p:e].
func Has(buf []byte, p, e int, c byte) bool {
	for ; p < e; p++ {
		if buf[p] == c {
			return true
		}
	}
	return false
}

// LongDigits reads 1 to 18 ASCII digits with an optional minus. The index is -1 when there are none
// or more before e: a plus, blanks, longer numbers and what is no number are for decode.
func LongDigits(buf []byte, p, e int) (v int64, q int) {
	neg := p < e && buf[p] == '-'
	if neg {
		p++
	}
	q = p
	for q < e && q < p+19 && buf[q]-'0' <= 9 {
		v = v*10 + int64(buf[q]-'0')
		q++
	}
	if q == p || q == p+19 || q == e {
		return 0, -1
	}
	if neg {
		v = -v
	}
	return v, q
}
