package value

import "cmp"

// CompareNumbers compares two numbers as they are written: an optional sign, digits with at most one
// point, an optional exponent. ok is false when one of them is none. No digit is lost, and an
// exponent costs nothing.
func CompareNumbers(a, b string) (order int, ok bool) {
	x, ok := scanNumber(a)
	y, also := scanNumber(b)
	if !ok || !also {
		return 0, false
	}
	x, y = x.significant(), y.significant()
	if x.sign() != y.sign() {
		return cmp.Compare(x.sign(), y.sign()), true
	}
	return x.sign() * x.compareMagnitude(y), true
}

// significant is the number without zeros in front.
func (n number) significant() number {
	for n.digits != "" && (n.digits[0] == '0' || n.digits[0] == '.') {
		if n.digits[0] == '0' {
			n.top--
		}
		n.digits = n.digits[1:]
	}
	return n
}

// sign is -1, 0 or 1, of a number without zeros in front.
func (n number) sign() int {
	switch {
	case n.digits == "":
		return 0
	case n.negative:
		return -1
	}
	return 1
}

// compareMagnitude compares digit by digit; a number that has no more of them has zeros.
func (n number) compareMagnitude(m number) int {
	if n.top != m.top {
		return cmp.Compare(n.top, m.top)
	}
	a, b := n.digits, m.digits
	for a != "" || b != "" {
		var x, y byte
		x, a = nextDigit(a)
		y, b = nextDigit(b)
		if x != y {
			return cmp.Compare(x, y)
		}
	}
	return 0
}

// nextDigit takes the first digit off, behind a point.
func nextDigit(digits string) (digit byte, rest string) {
	if digits != "" && digits[0] == '.' {
		digits = digits[1:]
	}
	if digits == "" {
		return '0', ""
	}
	return digits[0], digits[1:]
}
