package value

import (
	"math"
	"math/bits"
)

// The digits of a number one by one, as Steele and White do it: the number is b/s * 10^e with
// 1 <= b/s < 10; each digit is the quotient, the remainder is taken times ten, and it ends when
// what is left is smaller than the margin m (half a unit in the last place), or lacks less than m
// to the next digit.

// digitScale says how b, s and m begin: as powers of two and of five. b has the number's bits as a
// further factor.
type digitScale struct {
	exp        int // decimal exponent, as estimated; may be one too high
	b2, b5     int
	s2, s5     int
	m2, m5     int
	odd        uint64 // the bits, the last one set
	bits, tens int    // length of b and of 10s in bits, at most
}

func newDigitScale(p floatParts) digitScale {
	z := digitScale{exp: estimateExponent(p), odd: p.fraction >> (fractionBits + 1 - p.bits)}
	tiny := max(0, p.bits-p.exp-1)
	z.b5, z.s5 = max(0, -z.exp), max(0, z.exp)
	z.m5 = z.b5
	z.b2, z.s2 = z.b5+tiny+p.exp, z.s5+tiny
	z.m2 = z.b2 - p.precise
	z.b2 -= p.bits - 1
	common := min(z.b2, z.s2)
	z.b2, z.s2, z.m2 = z.b2-common, z.s2-common, z.m2-common
	if p.bits == 1 { // the number below a power of two is only half as far away
		z.m2--
	}
	if z.m2 < 0 {
		z.b2, z.s2, z.m2 = z.b2-z.m2, z.s2-z.m2, 0
	}
	z.bits = p.bits + z.b2 + bitsOf5(z.b5)
	z.tens = z.s2 + 1 + bitsOf5(z.s5+1)
	return z
}

// estimateExponent is the decimal exponent from a tangent to the logarithm at 1.5. Its error
// decides where a leading zero is met, hence the same constants as Java's.
func estimateExponent(p floatParts) int {
	m := math.Float64frombits(p.fraction&(1<<fractionBits-1) | 1023<<fractionBits)
	estimate := float64((m-1.5)*0.289529654) + 0.176091259 // no fused operation
	return int(math.Floor(estimate + float64(float64(p.exp)*0.301029995663981)))
}

// tableOf5 is how many powers of five have their length in bits in Java's table; beyond it the
// length is taken for 3 bits each.
const tableOf5 = 27

func bitsOf5(n int) int {
	switch {
	case n == 0:
		return 0
	case n < tableOf5:
		return bits.Len64(pow5(n))
	}
	return 3 * n
}

// powersOf5 are the powers of five that fit 64 bits.
var powersOf5 = func() (table [tableOf5 + 1]uint64) {
	table[0] = 1
	for n := range tableOf5 {
		table[n+1] = table[n] * 5
	}
	return table
}()

// pow5 is 5^n, n <= 27.
func pow5(n int) uint64 { return powersOf5[n] }

// start takes the first digit: a zero is none, but for one that will be rounded up. It reports
// whether the number must get a second one: the form with an exponent has two at least.
func (d *floatDigits) start(q, exp int, high bool) (more bool) {
	d.n, d.point = 0, exp+1
	if q == 0 && !high {
		d.point--
	} else {
		d.add(q)
	}
	return d.point-1 < -3 || d.point-1 >= 8
}

func (d *floatDigits) add(q int) {
	d.buf[d.n] = '0' + byte(q)
	d.n++
}

// finish rounds the last digit: side is the sign of twice the rest minus one digit, which counts
// when both stops were met.
func (d *floatDigits) finish(low, high bool, side int) {
	last := d.buf[d.n-1]
	if high && (!low || side > 0 || side == 0 && last&1 == 1) {
		d.roundUp()
	}
}

func (d *floatDigits) roundUp() {
	i := d.n - 1
	for i > 0 && d.buf[i] == '9' {
		d.buf[i] = '0'
		i--
	}
	if d.buf[i] == '9' {
		d.buf[i] = '0'
		d.point++
	}
	d.buf[i]++
}

// small does it in machine integers; false when the number does not fit. Whether 32 or 64 bits are
// used shows in the digits, since m may overflow.
func (d *floatDigits) small(p floatParts) bool {
	if p.exp < -90 || p.exp > 90 {
		return false
	}
	z := newDigitScale(p)
	switch {
	case z.bits < 32 && z.tens < 32:
		smallDigits[int32](d, z)
	case z.bits < 64 && z.tens < 64:
		smallDigits[int64](d, z)
	default:
		return false
	}
	return true
}

func smallDigits[T int32 | int64](d *floatDigits, z digitScale) {
	b := T(z.odd) * T(pow5(z.b5)) << z.b2
	s := T(pow5(z.s5)) << z.s2
	m := T(pow5(z.m5)) << z.m2 * 10
	q := b / s
	b = b % s * 10
	low, high := b < m, b+m > s*10
	if d.start(int(q), z.exp, high) {
		low, high = false, false
	}
	for !low && !high {
		q, b = b/s, b%s*10
		m *= 10
		low, high = b < m, b+m > s*10
		if m <= 0 { // it overflowed, thus is greater than all
			low, high = true, true
		}
		d.add(int(q))
	}
	side := b<<1 - s*10
	d.finish(low, high, int(min(max(side, -1), 1)))
}

// long does it in long integers.
func (d *floatDigits) long(p floatParts) {
	z := newDigitScale(p)
	var b, s, m natural
	b.set(z.odd, z.b5, z.b2)
	s.set(1, z.s5, z.s2)
	m.set(1, z.m5, z.m2)
	step := func() (q int, low, high bool) {
		q = b.takeOut(&s)
		b.times10()
		m.times10()
		tens := s
		tens.times10()
		sum := b
		sum.plus(&m)
		return q, b.cmp(&m) < 0, tens.cmp(&sum) <= 0
	}
	q, low, high := step()
	if d.start(q, z.exp, high) {
		low, high = false, false
	}
	for !low && !high {
		q, low, high = step()
		d.add(q)
	}
	s.times10()
	twice := b
	twice.plus(&b)
	d.finish(low, high, twice.cmp(&s))
}

// natural is a number below 2^1280, with room for every FLOAT and DOUBLE times the powers of ten
// that bring it to one digit. The words go from the lowest.
type natural [20]uint64

// set makes it odd * 5^n5 * 2^n2.
func (x *natural) set(odd uint64, n5, n2 int) {
	*x = natural{odd}
	for ; n5 > 0; n5-- {
		x.times(5)
	}
	word, bit := n2/64, n2%64
	for i := len(x) - 1; i >= 0; i-- {
		v := uint64(0)
		if i >= word {
			v = x[i-word] << bit
		}
		if i > word && bit > 0 {
			v |= x[i-word-1] >> (64 - bit)
		}
		x[i] = v
	}
}

func (x *natural) times10() { x.times(10) }

func (x *natural) times(f uint64) {
	carry := uint64(0)
	for i, w := range x {
		hi, lo := bits.Mul64(w, f)
		var c uint64
		x[i], c = bits.Add64(lo, carry, 0)
		carry = hi + c
	}
}

func (x *natural) plus(y *natural) {
	carry := uint64(0)
	for i := range x {
		x[i], carry = bits.Add64(x[i], y[i], carry)
	}
}

func (x *natural) cmp(y *natural) int {
	for i := len(x) - 1; i >= 0; i-- {
		switch {
		case x[i] < y[i]:
			return -1
		case x[i] > y[i]:
			return 1
		}
	}
	return 0
}

// takeOut subtracts y as often as it goes, at most nine times, and returns how often.
func (x *natural) takeOut(y *natural) int {
	n := 0
	for x.cmp(y) >= 0 {
		borrow := uint64(0)
		for i := range x {
			x[i], borrow = bits.Sub64(x[i], y[i], borrow)
		}
		n++
	}
	return n
}
