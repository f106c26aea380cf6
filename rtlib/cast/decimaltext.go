package cast

import (
	"math"
	"strings"
	"unicode"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Text to DECIMAL. Flink has two readers, and which one reads a text is seen in the results: a text
// of up to 18 bytes and a precision of up to 18 go to a scanner that looks at bytes only (shortText
// below), all others to Java's BigDecimal. The scanner does not put back the byte that ends a run
// of digits, hence takes '1x' for 1 and 'x' for 0, but 'xy' for nothing.

// compactDigits is the largest precision, and the longest text, of the scanner: a long holds them.
const compactDigits = 18

// decimalBlanks may stand around the number.
const decimalBlanks = " \n\t"

// StringToDecimal reads a DECIMAL(p, s), HALF_UP. Unlike the casts from numbers, more than p digits
// are an error: the bool, false for NULL, is true without one.
func StringToDecimal(text string, p, s int) (value.Int128, bool, error) {
	var v value.Int128
	var ok bool
	if p <= compactDigits && len(text) <= compactDigits {
		v, ok = shortText(text, p, s)
	} else {
		v, ok, _ = value.ParseDecimalTo(asciiDigits(strings.Trim(text, decimalBlanks)), p, s)
	}
	if !ok {
		return value.Int128{}, false, errDecimalText(text, p, s)
	}
	return v, true, nil
}

// shortText reads a text of at most 18 bytes as Flink's scanner does. Leading zeros count as digits.
// What rounding adds may be one digit more than p, which Flink lets through too.
func shortText(text string, p, s int) (v value.Int128, ok bool) {
	negative, rest, ok := cutSign(strings.TrimLeft(text, decimalBlanks))
	if !ok {
		return v, false
	}
	n, rest, ok := scanSignificand(rest)
	if !ok {
		return v, false
	}
	exponent, rest, ok := scanShortExponent(rest)
	if !ok || strings.Trim(rest, decimalBlanks) != "" {
		return v, false
	}
	unscaled, ok := n.scaled(exponent+s, p)
	if negative {
		unscaled = -unscaled
	}
	return value.FromInt64(unscaled), ok
}

// cutSign takes a sign off; something must be there, and behind a sign too.
func cutSign(text string) (negative bool, rest string, ok bool) {
	if text == "" || text[0] != '-' && text[0] != '+' {
		return false, text, text != ""
	}
	return text[0] == '-', text[1:], len(text) > 1
}

// significand is the digits of a number without its point.
type significand struct {
	value    int64
	digits   int // leading zeros too
	fraction int // of them behind the point
}

// scanSignificand reads digits with at most one point among them; the rest begins at an exponent's
// e, or behind the one byte that is no digit.
func scanSignificand(text string) (n significand, rest string, ok bool) {
	point := -1
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c-'0' <= 9:
			n.value = n.value*10 + int64(c-'0')
			n.digits++
		case c == '.' && point >= 0:
			return n, "", false
		case c == '.':
			point = n.digits
		case (c == 'e' || c == 'E') && i+1 < len(text):
			return n.behind(point), text[i:], true
		default:
			return n.behind(point), text[i+1:], true
		}
	}
	return n.behind(point), "", true
}

func (n significand) behind(point int) significand {
	if point >= 0 {
		n.fraction = n.digits - point
	}
	return n
}

// exponentStop is where the scanner stops counting: all above is too large or too small anyway.
const exponentStop = 40

// scanShortExponent reads an exponent if one is there. A sign needs something behind it, e does not
// need digits, and the byte that ends them is lost.
func scanShortExponent(text string) (exponent int, rest string, ok bool) {
	if text == "" || text[0] != 'e' && text[0] != 'E' {
		return 0, text, true
	}
	negative, text, ok := cutSign(text[1:])
	i := 0
	for ; i < len(text) && text[i]-'0' <= 9; i++ {
		if exponent < exponentStop {
			exponent = exponent*10 + int(text[i]-'0')
		}
	}
	if negative {
		exponent = -exponent
	}
	return exponent, text[min(i+1, len(text)):], ok
}

// scaled is the magnitude times 10^shift, HALF_UP. It is refused when its digits, zeros or not,
// would be more than p, and when more are dropped than a long has: Flink fails there, even on 0.
func (n significand) scaled(shift, p int) (int64, bool) {
	shift -= n.fraction
	switch {
	case n.digits+shift > p, -shift > compactDigits:
		return 0, false
	case shift >= 0:
		return n.value * int64(math.Pow10(shift)), true
	}
	divisor := int64(math.Pow10(-shift))
	return (n.value + divisor/2) / divisor, true
}

// asciiDigits writes decimal digits of other scripts as 0 to 9, as BigDecimal reads them. Those
// beyond the first 65,536 characters are not digits to Java, which looks at half of each.
func asciiDigits(text string) string {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return strings.Map(asciiDigit, text)
		}
	}
	return text
}

// asciiDigit relies on decimal digits standing together in tens, from zero on.
func asciiDigit(r rune) rune {
	for _, tens := range unicode.Digit.R16 {
		if lo, hi := rune(tens.Lo), rune(tens.Hi); lo <= r && r <= hi {
			return '0' + (r-lo)%10
		}
	}
	return r
}
