package value

import (
	"encoding/binary"
	"math"
	"math/bits"
	"strconv"
)

// Text forms of FLOAT and DOUBLE as Java's Float.toString and Double.toString give them up to JDK
// 18, with which Flink 1.20 runs. Those do not always write the shortest text that reads back the
// same; what they do, in the order in which it is tried here:
//
//   - whole numbers below 2^63 are written in full, but for the digits that no bit stands for;
//   - small fractions are taken apart in 32 or 64 bit integers (see javadigits.go), whose test of
//     when to stop is a little too strict and overflows;
//   - all else is exact long arithmetic with a margin of half a unit in the last place on both
//     sides. That is the shortest text, which is found faster (see shortest.go), unless a border of the margin
//     is itself a short decimal number or the margin is not the same on both sides. Both are told
//     by the exponent alone; only there is long arithmetic done.

// AppendFloat64 appends a DOUBLE: plain from 1.0E-3 to below 1.0E7, else with an exponent, always
// with a digit behind the point; NaN, Infinity, -Infinity.
func AppendFloat64(dst []byte, v float64) []byte { return appendFloat(dst, v, 64) }

// AppendFloat32 appends a FLOAT by the same rules, with a FLOAT's digits.
func AppendFloat32(dst []byte, v float32) []byte { return appendFloat(dst, float64(v), 32) }

func appendFloat(dst []byte, v float64, size int) []byte {
	switch {
	case v != v:
		return append(dst, "NaN"...)
	case math.IsInf(v, 1):
		return append(dst, "Infinity"...)
	case math.IsInf(v, -1):
		return append(dst, "-Infinity"...)
	}
	if math.Signbit(v) {
		dst = append(dst, '-')
	}
	if v == 0 {
		return append(dst, "0.0"...)
	}
	var d floatDigits
	d.find(takeApart(math.Abs(v), size), size)
	return d.append(dst)
}

// floatParts is a positive number fraction * 2^(exp-52), its first bit being bit 52.
type floatParts struct {
	value    float64
	fraction uint64
	exp      int // of the first bit
	precise  int // bits that the type keeps at this exponent: fewer for subnormal numbers
	bits     int // from the first to the last that is set
}

// fractionBits is the number of bits behind the first of a DOUBLE.
const fractionBits = 52

func takeApart(v float64, size int) floatParts {
	fraction, e := math.Frexp(v)
	p := floatParts{value: v, fraction: uint64(fraction * (1 << (fractionBits + 1))), exp: e - 1}
	p.bits = fractionBits + 1 - bits.TrailingZeros64(p.fraction)
	p.precise = min(53, p.exp+1075)
	if size == 32 {
		p.precise = min(24, p.exp+150)
	}
	return p
}

// floatDigits is the number 0.d1d2d3... * 10^point.
type floatDigits struct {
	buf   [24]byte
	n     int
	point int
}

func (d *floatDigits) digits() []byte { return d.buf[:d.n] }

func (d *floatDigits) find(p floatParts, size int) {
	switch {
	case p.exp <= 62 && p.bits <= p.exp+1:
		d.whole(p)
	case d.small(p):
	case p.uneven(size):
		d.long(p)
	default:
		d.shortest(p.value, size)
	}
}

// uneven reports the numbers for which the shortest text may not be Java's: powers of two and
// subnormal ones, and those so near to the whole numbers that half a unit in the last place may be
// a short decimal: a border with 17 digits and more than 24 zeros would be divisible by a power of
// 5 that its 54 bits do not hold.
func (p floatParts) uneven(size int) bool {
	full, last := 53, 140
	if size == 32 {
		full, last = 24, 75
	}
	return p.bits == 1 || p.precise < full || p.exp >= full-4 && p.exp <= last
}

// whole takes a whole number below 2^63. Digits that stand for less than the last bit are rounded
// away, of the long ones.
func (d *floatDigits) whole(p floatParts) {
	n := p.fraction << max(p.exp-fractionBits, 0) >> max(fractionBits-p.exp, 0)
	drop := 0
	if extra := p.exp - p.precise - 1; extra > 1 {
		drop = insignificant(extra)
	}
	if drop > 0 {
		unit := uint64(pow10f[drop])
		n = (n + unit/2) / unit
	}
	text := strconv.AppendUint(d.buf[:0], n, 10)
	d.n, d.point = len(text), len(text)+drop
	for d.n > 1 && d.buf[d.n-1] == '0' {
		d.n--
	}
}

// insignificant is the number of digits of 2^n behind the first.
func insignificant(n int) int { return n * 30103 / 100000 }

// shortest takes the shortest digits; where the text has an exponent, there are at least two, which
// then are the nearest two.
func (d *floatDigits) shortest(v float64, size int) {
	digits, exp := shortest(v, size)
	first, middle, last := digitWords(digits)
	d.buf[0] = '0' + byte(first)
	binary.LittleEndian.PutUint64(d.buf[1:], middle|zeroDigits)
	binary.LittleEndian.PutUint64(d.buf[9:], last|zeroDigits)
	d.n, d.point = 1+lastDigit(middle, last), exp+shortestDigits
	if d.n == 1 && (v < 1e-3 || v >= 1e7) {
		text := strconv.AppendFloat(make([]byte, 0, 24), v, 'e', 1, size) // d.de-10
		d.buf[0], d.buf[1], d.n = text[0], text[2], 2
	}
}

// append writes the number.
func (d *floatDigits) append(dst []byte) []byte {
	switch {
	case d.point > 0 && d.point < 8:
		return d.appendPlain(dst)
	case d.point <= 0 && d.point > -3:
		dst = append(append(dst, '0', '.'), "00"[:-d.point]...)
		return append(dst, d.digits()...)
	}
	dst = append(dst, d.buf[0], '.')
	if d.n == 1 {
		dst = append(dst, '0')
	}
	dst = append(append(dst, d.buf[1:d.n]...), 'E')
	return strconv.AppendInt(dst, int64(d.point-1), 10)
}

func (d *floatDigits) appendPlain(dst []byte) []byte {
	whole := min(d.n, d.point)
	dst = append(dst, d.buf[:whole]...)
	dst = append(dst, "000000"[:d.point-whole]...)
	dst = append(dst, '.')
	if d.n == whole {
		return append(dst, '0')
	}
	return append(dst, d.buf[whole:d.n]...)
}
