package datagen

import (
	"strconv"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/fn"
)

// Texts lie in an arena of the stage and live as long as a block.

// Length is the length of a text of variable length: 1 to most, or 0 when most is.
func (r *Random) Length(most int) int {
	if most == 0 {
		return 0
	}
	return 1 + int(r.below(uint64(most)))
}

const hexDigits = "0123456789abcdef"

// Hex is a text of n hexadecimal digits.
func (r *Random) Hex(a *fn.Arena, n int) string {
	out := a.Bytes(n)
	for b := out; len(b) > 0; {
		word := r.next()
		for range min(16, len(b)) {
			b[0] = hexDigits[word&15]
			b, word = b[1:], word>>4
		}
	}
	return text(out)
}

// Bytes is n bytes of any value.
func (r *Random) Bytes(a *fn.Arena, n int) string {
	out := a.Bytes(n)
	for b := out; len(b) > 0; {
		word := r.next()
		for range min(8, len(b)) {
			b[0] = byte(word)
			b, word = b[1:], word>>8
		}
	}
	return text(out)
}

// longestNumber is the length of the smallest BIGINT.
const longestNumber = len("-9223372036854775808")

// Number is an integer as text.
func Number(a *fn.Arena, v int64) string {
	return text(strconv.AppendInt(a.Bytes(longestNumber)[:0], v, 10))
}

// text is b as a string without a copy: b must not change while the string is used.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
