package value

import (
	"encoding/binary"
	"math"
	"math/bits"
	"slices"
)

// The shortest decimal number that reads back as the same FLOAT or DOUBLE, the nearest of those of
// that length: the digits of strconv's format 'e' with precision -1, in half the time. The way is
// Raffaello Giulietti's Schubfach ("The Schubfach way to render doubles", 2020): the borders of what
// reads back the same, and the number, are multiplied by one power of ten, so that of the whole
// numbers between the borders there is one, or a multiple of ten among up to ten. Products are kept
// with an odd last bit in place of all that is cut off, which compares like the exact product.

// shortestDigits is how many digits a shortest number has at most.
const shortestDigits = 17

// longestScientific has room for sign, digits, point, e and exponent with its sign.
const longestScientific = shortestDigits + 7

// shortest is a number 0 < v < infinity as digits * 10^exp, with exactly 17 digits.
func shortest(v float64, size int) (digits uint64, exp int) {
	m, e, edge := mantissa(v, size)
	digits, exp = between(m, e, edge)
	for digits < sixteenDigits { // once or twice, but for subnormal numbers
		digits, exp = digits*10, exp-1
	}
	return digits, exp
}

// mantissa takes v = m * 2^e apart. edge: the number below is only half as far away as that above.
func mantissa(v float64, size int) (m uint64, e int, edge bool) {
	if size == 32 {
		b := math.Float32bits(float32(v))
		m, e = uint64(b&(1<<23-1)), int(b>>23)
		edge = m == 0 && e > 1
		if e == 0 {
			return m, -149, false
		}
		return m | 1<<23, e - 150, edge
	}
	b := math.Float64bits(v)
	m, e = b&(1<<52-1), int(b>>52)
	edge = m == 0 && e > 1
	if e == 0 {
		return m, -1074, false
	}
	return m | 1<<52, e - 1075, edge
}

// between finds the number in units of 10^exp.
func between(m uint64, e int, edge bool) (digits uint64, exp int) {
	below := uint64(2) // to the border, in quarters
	exp = e * 1_262_611 >> 22
	if edge {
		below, exp = 1, (e*1_262_611-524_031)>>22
	}
	g := &powers10[lastNegative-exp]
	shift := e + (-exp*1_741_647)>>19 + 1
	low := g.times((4*m - below) << shift)
	mid := g.times(4 * m << shift)
	high := g.times((4*m + 2) << shift)
	// A border itself reads back the same only if the number is even.
	odd := m & 1
	low, high = low+odd, high-odd
	whole := mid / 4
	if ten := whole / 10; ten > 0 {
		if down, up := low <= 40*ten, 40*ten+40 <= high; down != up {
			return oneMore(ten, up), exp + 1
		}
	}
	down, up := low <= 4*whole, 4*whole+4 <= high
	if down == up {
		half := 4*whole + 2
		up = mid > half || mid == half && whole&1 != 0
	}
	return oneMore(whole, up), exp
}

func oneMore(n uint64, really bool) uint64 {
	if really {
		n++
	}
	return n
}

// power10 is a power of ten, its first 128 bits, rounded up.
type power10 struct{ hi, lo uint64 }

// times is x times the power, behind 128 bits, the last bit set for all that is cut off.
func (g *power10) times(x uint64) uint64 {
	carry, _ := bits.Mul64(g.lo, x)
	hi, lo := bits.Mul64(g.hi, x)
	lo, c := bits.Add64(lo, carry, 0)
	hi += c
	if lo > 1 {
		hi |= 1
	}
	return hi
}

const (
	lastNegative = 292 // 10^-292 is for the largest DOUBLE,
	lastPositive = 324 // and 10^324 for the smallest
)

// powers10 holds 10^-292 to 10^324. It takes 0.06 ms to make, and would be 300 lines to read.
var powers10 = makePowers10()

// words are a whole number, the lowest part first; enough for 128 bits before 5^324, which has 753.
type words [14]uint64

func makePowers10() *[lastNegative + lastPositive + 1]power10 {
	var t [lastNegative + lastPositive + 1]power10
	// The first bits of 10^n are those of 5^n.
	power, inverse := words{1}, words{len(words{}) - 1: 1 << 63}
	t[lastNegative] = power.first(0)
	for n := 1; n <= lastPositive; n++ {
		power.times5()
		t[lastNegative+n] = power.first(0)
	}
	for n := 1; n <= lastNegative; n++ {
		// Cut off twice is cut off once: this stays the whole part of 2^895 / 5^n.
		inverse.by5()
		t[lastNegative-n] = inverse.first(1)
	}
	return &t
}

func (w *words) times5() {
	carry := uint64(0)
	for i, x := range w {
		hi, lo := bits.Mul64(x, 5)
		sum, c := bits.Add64(lo, carry, 0)
		w[i], carry = sum, hi+c
	}
}

func (w *words) by5() {
	rest := uint64(0)
	for i := len(w) - 1; i >= 0; i-- {
		w[i], rest = bits.Div64(rest, w[i], 5)
	}
}

// first is the first 128 bits, rounded up if there is more, or less than a whole behind them.
func (w *words) first(behind uint64) power10 {
	top := len(w) - 1
	for w[top] == 0 {
		top--
	}
	at := func(i int) uint64 {
		if i < 0 {
			return 0
		}
		return w[i]
	}
	shift := bits.LeadingZeros64(w[top])
	part := func(i int) uint64 { return at(i)<<shift | at(i-1)>>1>>(63-shift) }
	for i := range max(top-2, 0) {
		behind |= w[i]
	}
	p := power10{part(top), part(top - 1)}
	if behind|at(top-2)<<shift != 0 {
		lo, c := bits.Add64(p.lo, 1, 0)
		p = power10{p.hi + c, lo}
	}
	return p
}

// AppendScientific64 appends the shortest digits of a DOUBLE as d.ddde5. There is always an
// exponent; a point only with digits behind it. v is not NaN and not infinite.
func AppendScientific64(dst []byte, v float64) []byte { return appendScientific(dst, v, 64) }

// AppendScientific32 is AppendScientific64 of a FLOAT.
func AppendScientific32(dst []byte, v float32) []byte { return appendScientific(dst, float64(v), 32) }

func appendScientific(dst []byte, v float64, size int) []byte {
	n := len(dst)
	dst = slices.Grow(dst, longestScientific)[:n+longestScientific]
	b := (*[longestScientific]byte)(dst[n:])
	at := 0
	if math.Signbit(v) {
		b[0], v, at = '-', -v, 1
	}
	if v == 0 {
		return append(dst[:n+at], "0e0"...)
	}
	digits, exp := shortest(v, size)
	first, middle, last := digitWords(digits)
	b[at], b[at+1] = '0'+byte(first), '.'
	binary.LittleEndian.PutUint64(b[at+2:], middle|zeroDigits)
	binary.LittleEndian.PutUint64(b[at+10:], last|zeroDigits)
	at += 2 + lastDigit(middle, last)
	if middle|last == 0 {
		at-- // nor the point
	}
	b[at] = 'e'
	return appendExponent(dst[:n+at+1], exp+shortestDigits-1)
}

// digitWords takes 17 digits apart: the first one, and twice eight as digitBytes has them.
func digitWords(v uint64) (first, middle, last uint64) {
	upper := v / eightDigits
	first = upper / eightDigits
	return first, digitBytes(upper - first*eightDigits), digitBytes(v - upper*eightDigits)
}

// lastDigit is how many of twice eight digits there are up to the last one that is not 0.
func lastDigit(middle, last uint64) int {
	if last != 0 {
		return 16 - bits.LeadingZeros64(last)/8
	}
	return 8 - bits.LeadingZeros64(middle)/8
}

func appendExponent(dst []byte, exp int) []byte {
	if exp < 0 {
		dst, exp = append(dst, '-'), -exp
	}
	if exp < 10 {
		return append(dst, '0'+byte(exp))
	}
	return AppendInt(dst, int64(exp))
}
