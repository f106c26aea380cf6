package csv

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
	"unsafe"
)

// The primitives of the fast path: eight bytes at a time in a uint64, the first byte in the low
// bits.
//
// A byte is special when it is the delimiter or below 14: this covers CR and LF, which end a
// record, in one comparison and sends the rare other control characters to the general path. Tests
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

// isPlain reports whether a text of at least two words is plain: all its bytes are ASCII and not
// below floor, which is above the delimiter. These are letters, digits and the usual signs of paths,
// dates and identifiers; telling it takes half the steps of the exact test, so that it comes first.
// The words at the end reach back over bytes that are seen twice, so there is no tail.
func isPlain(text []byte, floor uint64) bool {
	x, y := load(text, len(text)-wordSize), load(text, len(text)-2*wordSize)
	hit := (x - floor) | x | (y - floor) | y
	for ; len(text) > 2*wordSize; text = text[2*wordSize:] {
		x, y = load(text, 0), load(text, wordSize)
		hit |= (x - floor) | x | (y - floor) | y
	}
	return hit&highs == 0
}

// floorOf is the least byte of plain text, in all bytes; 0 where a high delimiter leaves too little
// above it.
func floorOf(delim byte) uint64 {
	if delim >= '0' {
		return 0
	}
	return max(uint64(delim)*ones+ones, control)
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
	floor := floorOf(delim)
	if q-p >= 2*wordSize && floor != 0 && isPlain(buf[p:q], floor) {
		return 0, true
	}
	return cleanAny(buf, p, q, delim)
}

// cleanAny is Clean for all texts.
func cleanAny(buf []byte, p, q int, delim byte) (seen uint64, ok bool) {
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

// Digits reads up to 8 ASCII digits at p and returns the value and the index behind them, p when
// there are none. Where no delimiter follows, ask LongDigits. It reads 8 bytes.
//
// The leading digits are counted by the first byte that is above 9 once '0' is taken off, shifted
// to the top so that zeros stand before them, and then added up in pairs, in fours and in eights.
func Digits(buf []byte, p int) (v int64, q int) {
	x := binary.LittleEndian.Uint64(buf[p:]) ^ '0'*ones
	n := bits.TrailingZeros64((x+0x76*ones|x)&highs) &^ 7
	x = x << (-uint(n) & 63) * 2561 >> 8 & 0x00FF00FF00FF00FF
	x = x * 6553601 >> 16 & 0x0000FFFF0000FFFF
	return int64(x * 42949672960001 >> 32), p + n>>3
}

// LongDigits reads 1 to 18 ASCII digits with an optional minus. The index is -1 when there are none
// or more before e: a plus, blanks, longer numbers and what is no number are for the general path.
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
