package json

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
	"unsafe"
)

// The primitives of the fast path: eight bytes at a time in a uint64, the first byte in the low
// bits. Of the tests for a byte only the lowest hit is used, which is exact. All functions return
// -1 for what the general path must look at.

const (
	ones     = 0x0101010101010101
	highs    = 0x8080808080808080
	wordSize = 8
)

func load(buf []byte, p int) uint64 { return binary.LittleEndian.Uint64(buf[p:]) }

// StringEnd is the index of the closing quote of the string whose opening quote is at p; -1 when
// there is none at p, or no closing one before e, or a backslash in between. It gathers the bits of
// the bytes for ValidText.
func StringEnd(buf []byte, p, e int, seen *uint64) int {
	if buf[p] != '"' {
		return -1
	}
	all := uint64(0)
	for p++; p < e; p += wordSize {
		x := load(buf, p)
		all |= x
		a, b := x^ones*'"', x^ones*'\\'
		if hit := ((a-ones)&^a | (b-ones)&^b) & highs; hit != 0 {
			p += bits.TrailingZeros64(hit) >> 3
			*seen |= all
			if p >= e || buf[p] != '"' {
				return -1
			}
			return p
		}
	}
	return -1
}

// Text is buf[p:q] as a string that borrows the buffer.
func Text(buf []byte, p, q int) string {
	return unsafe.String(unsafe.SliceData(buf[p:q]), q-p)
}

// ValidText says that buf[p:e] is UTF-8; seen holds the bits of its strings' bytes, so ASCII is
// known without a look.
func ValidText(buf []byte, p, e int, seen uint64) bool {
	return seen&highs == 0 || utf8.Valid(buf[p:e])
}

// Digits reads a JSON integer of at most 18 digits at p and returns the value and the index behind
// it. The text that the shape expects next must not be part of a number: it never is, because a
// shape's texts start behind whole values.
func Digits(buf []byte, p int) (v int64, q int) {
	x := load(buf, p)
	n := digitCount(x)
	if n == wordSize && buf[p+wordSize]-'0' <= 9 || n == 0 || buf[p] == '0' && n > 1 {
		return longDigits(buf, p)
	}
	return int64(number(x, uint(n))), p + int(n)
}

// digitCount is the number of leading ASCII digits of x, 8 at most.
func digitCount(x uint64) uint64 {
	x ^= '0' * ones
	over := (x + 0x76*ones | x) & highs // a carry out of a byte only disturbs the bytes above it
	return uint64(bits.TrailingZeros64(over)) >> 3
}

// number is the value of the first n digits of x, 1 to 8.
func number(x uint64, n uint) uint64 {
	x <<= 64 - 8*n
	x = (x & (0x0F * ones)) * 2561 >> 8
	x = (x & 0x00FF00FF00FF00FF) * 6553601 >> 16
	return (x & 0x0000FFFF0000FFFF) * 42949672960001 >> 32
}

func longDigits(buf []byte, p int) (v int64, q int) {
	neg := buf[p] == '-'
	if neg {
		p++
	}
	q = p
	for q < len(buf) && q < p+19 && buf[q]-'0' <= 9 {
		v = v*10 + int64(buf[q]-'0')
		q++
	}
	if q == p || q == p+19 || buf[p] == '0' && q > p+1 {
		return 0, -1
	}
	if neg {
		v = -v
	}
	return v, q
}

// NumberEnd is the index behind the number at p.
func NumberEnd(buf []byte, p, e int) int {
	q, _ := numberEnd(buf, p, e)
	return q
}

// NullEnd is the index behind the word null at p. It may read 4 bytes behind p.
func NullEnd(buf []byte, p int) int {
	if string(buf[p:p+4]) != "null" {
		return -1
	}
	return p + 4
}

// BoolEnd reads true or false at p and returns the index behind it. It may read 5 bytes behind p.
func BoolEnd(buf []byte, p int) (q int, v bool) {
	switch {
	case string(buf[p:p+4]) == "true":
		return p + 4, true
	case string(buf[p:p+5]) == "false":
		return p + 5, false
	}
	return -1, false
}
