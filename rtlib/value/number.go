package value

import "math/bits"

// number is a scanned decimal text: the digits (a point may be among them), and the power of ten of
// the first digit.
type number struct {
	negative bool
	digits   string // from the first to the last digit, perhaps with one point
	count    int    // digits without the point
	top      int64  // power of ten of the first digit
}

// maxExponent is where Java's BigDecimal gives up on an exponent.
const maxExponent = 1<<31 - 1

// scanNumber accepts [sign] digits [. digits] [e [sign] digits] with at least one digit before the
// exponent.
func scanNumber(s string) (n number, ok bool) {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		n.negative = s[0] == '-'
		s = s[1:]
	}
	whole, i := -1, 0
	for ; i < len(s); i++ {
		if s[i] == '.' && whole < 0 {
			whole = n.count
		} else if isDigit(s[i]) {
			n.count++
		} else {
			break
		}
	}
	if whole < 0 {
		whole = n.count
	}
	n.digits = s[:i]
	exponent, ok := scanExponent(s[i:])
	n.top = int64(whole) - 1 + exponent
	return n, ok && n.count > 0
}

// scanExponent reads what follows the digits: nothing, or e, a sign and digits.
func scanExponent(s string) (int64, bool) {
	if s == "" {
		return 0, true
	}
	if s[0] != 'e' && s[0] != 'E' {
		return 0, false
	}
	s = s[1:]
	negative := s != "" && s[0] == '-'
	if negative || s != "" && s[0] == '+' {
		s = s[1:]
	}
	var e int64
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) || e > maxExponent {
			return 0, false
		}
		e = e*10 + int64(s[i]-'0')
	}
	if negative {
		e = -e
	}
	return e, s != "" && e <= maxExponent && e >= -maxExponent
}

func isDigit(c byte) bool { return c-'0' <= 9 }

// lowest is the power of ten of the last digit, kept within what fits an int.
func (n number) lowest() int {
	return int(max(min(n.top-int64(n.count)+1, maxExponent), -maxExponent))
}

// unscaled is the value times 10^s, rounded HALF_UP; false when it has more than p digits.
func (n number) unscaled(p, s int) (Int128, bool) {
	var m mag
	power := n.top + int64(s) // of the digit at hand, in the scaled value
	for i := 0; i < len(n.digits); i++ {
		c := n.digits[i]
		if c == '.' {
			continue
		}
		if power < 0 {
			return n.rounded(m, power == -1 && c >= '5', p)
		}
		if m.hi >= tenthOfTop {
			return Int128{}, false
		}
		m = m.appendDigit(c - '0')
		power--
	}
	// power is now -1 when the last digit stood in the units' place; else that many zeros are
	// missing.
	if m.isZero() || power < 0 {
		return n.rounded(m, false, p)
	}
	if power+1 > MaxPrecision {
		return Int128{}, false
	}
	return rescaleWide(wide{lo: m}, n.negative, int(-power-1), p)
}

// tenthOfTop keeps appendDigit below 2^128; every number of 38 digits passes: its first 37 are
// below it.
const tenthOfTop = 1 << 60

func (a mag) appendDigit(d byte) mag {
	hi, lo := bits.Mul64(a.lo, 10)
	lo, carry := bits.Add64(lo, uint64(d), 0)
	return mag{a.hi*10 + hi + carry, lo}
}

func (n number) rounded(m mag, up bool, p int) (Int128, bool) {
	if up {
		m = m.inc()
	}
	return signed(m, n.negative), m.less(pow10[p])
}
