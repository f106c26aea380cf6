package udf

import (
	"encoding/binary"
	"unsafe"
)

// parse reads a dotted quad in the strict form that Python's ipaddress, Go's netip and Node's
// isIPv4 agree on: four decimal numbers up to 255, no sign, no blanks, and no leading zeros,
// because C libraries take 01 for octal.
//
// Addresses have 81 shapes, the combinations of four lengths of 1 to 3 digits. A branch per
// character would be guessed wrong about twice per address, so the shape is found from the places
// of the dots, and everything after it is straight arithmetic on words.
func parse(s string) (addr uint32, ok bool) {
	if len(s) < 7 || len(s) > 15 {
		return 0, false
	}
	lo, hi := words(s)
	other, dots := nonDigits(lo), equal(lo, dot)
	other2, dots2 := nonDigits(hi), equal(hi, dot)
	if other != dots || other2 != dots2 {
		return 0, false
	}
	mask := uint32(places(other) | places(other2)<<8 | 1<<uint(len(s)))
	x := &shapes[mask*shapeFactor>>shapeShift]
	if x.mask != mask {
		return 0, false
	}
	// The second number starts within the first five bytes and the third ends behind the fourth:
	// loads of four bytes that start at one and end at the other stay in the string.
	w0 := load32(s) << (x.left[0] & 31)
	w1 := load32(s[x.second:]) << (x.left[1] & 31)
	w2 := load32(s[x.thirdEnd-4:]) >> (x.left[2] & 31) << (x.left[2] & 31)
	w3 := load32(s[len(s)-4:]) >> (x.left[3] & 31) << (x.left[3] & 31)
	a, b := numbers(w0, w1), numbers(w2, w3)
	if (a|b)&^(255*lanes) != 0 || ((a|sign-x.least[0])&(b|sign-x.least[1]))&sign != sign {
		return 0, false
	}
	a, b = a<<24|a>>16, b<<8|b>>32
	return uint32(a) | uint32(b)&0xffff, true
}

// shape is one of the 81 combinations of lengths.
type shape struct {
	mask     uint32    // a bit for every dot, and one behind the end; 0 in free slots
	second   uint8     // where the second number starts
	thirdEnd uint8     // where the third number ends
	left     [4]uint8  // 32 minus 8 times the length of each number
	least    [2]uint64 // the smallest numbers without leading zero, in pairs of lanes
}

// shapes is a perfect hash table: no two masks share a slot.
var shapes = newShapes()

const (
	shapeBits   = 8
	shapeShift  = 32 - shapeBits
	shapeFactor = 0xa9a2122d // found by trial
)

func newShapes() (table [1 << shapeBits]shape) {
	for i := range 81 {
		l := [4]uint8{uint8(i/27 + 1), uint8(i/9%3 + 1), uint8(i/3%3 + 1), uint8(i%3 + 1)}
		s := newShape(l)
		table[s.mask*shapeFactor>>shapeShift] = s
	}
	return table
}

// newShape describes addresses whose numbers have the given lengths.
func newShape(length [4]uint8) (s shape) {
	least := [4]uint64{1: 0, 2: 10, 3: 100}
	end := uint8(0)
	for i, n := range length {
		if i == 1 {
			s.second = end
		}
		end += n
		if i == 2 {
			s.thirdEnd = end
		}
		s.mask |= 1 << end
		s.left[i] = 32 - 8*n
		s.least[i/2] |= least[n] << (32 * (i % 2))
		end++
	}
	return s
}

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
	lows  = 0x7f7f7f7f7f7f7f7f
	zeros = ones * '0'
	dot   = ones * '.'
	lanes = 1<<32 | 1
	sign  = lanes << 31
)

// words are the 7 to 15 characters of s in two words, the first one in the lowest byte, filled with
// zero digits. The loads overlap instead of reaching behind the string.
func words(s string) (lo, hi uint64) {
	n := len(s)
	if n == 7 {
		return uint64(load32(s)) | uint64(load32(s[3:])>>8)<<32 | '0'<<56, zeros
	}
	free := uint(16-n) * 8 // bits of hi without a character: 8 to 64
	return load64(s), load64(s[n-8:])>>free | zeros<<(64-free)
}

// nonDigits has the highest bit of each byte set that is no decimal digit.
func nonDigits(w uint64) uint64 {
	w ^= zeros
	return ((w & lows) + ones*(128-10) | w) & highs
}

// equal has the highest bit of each byte set that equals that byte of pattern.
func equal(w, pattern uint64) uint64 {
	w ^= pattern
	return ^(w&lows + lows | w) & highs
}

// places gathers the highest bits of the eight bytes in the lowest byte.
func places(w uint64) uint64 { return w >> 7 * 0x0102040810204080 >> 56 }

// numbers turns two numbers, each with its last digit in the highest byte of its word, into two
// 32-bit lanes: digits to pairs of digits to numbers up to 999, all in step.
func numbers(first, second uint32) uint64 {
	v := (uint64(first) | uint64(second)<<32) & (ones * 15)
	v = (v*10 + v>>8) & 0x00ff00ff00ff00ff
	return (v*100 + v>>16) & (0xffff * lanes)
}

func load32(s string) uint32 { return binary.LittleEndian.Uint32(bytesOf(s)) }

func load64(s string) uint64 { return binary.LittleEndian.Uint64(bytesOf(s)) }

// bytesOf is the memory of a string, to be read only: loads of whole words want a slice.
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }
