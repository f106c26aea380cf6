package value

import "math/bits"

// MaxPrecision is the largest number of digits of a DECIMAL.
const MaxPrecision = 38

// pow10 holds 10^0 to 10^38; 10^38 < 2^127.
var pow10 = makePow10()

func makePow10() (t [MaxPrecision + 1]mag) {
	t[0] = mag{lo: 1}
	for i := 1; i <= MaxPrecision; i++ {
		hi, lo := bits.Mul64(t[i-1].lo, 10)
		t[i] = mag{t[i-1].hi*10 + hi, lo}
	}
	return t
}

// Pow10 is 10^n for 0 <= n <= 38; it panics outside.
func Pow10(n int) Int128 { return signed(pow10[n], false) }

// digits is the number of decimal digits, 0 for 0.
func (a mag) digits() int {
	n := a.bitLen() * 1233 >> 12 // log10(2) = 0.30103; exact or one too small
	if n <= MaxPrecision && !a.less(pow10[n]) {
		n++
	}
	return n
}

// FitsPrecision reports whether a has at most p decimal digits; 0 <= p <= 38.
func (a Int128) FitsPrecision(p int) bool { return a.magnitude().less(pow10[p]) }

// Digits is the number of decimal digits of a, 1 for 0: its precision as Java's BigDecimal counts
// it.
func (a Int128) Digits() int { return max(a.magnitude().digits(), 1) }
