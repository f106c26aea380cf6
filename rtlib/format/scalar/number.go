package scalar

import (
	"unicode/utf8"

	"github.com/flinkc/flinkc/rtlib/value"
)

// maxDigits bounds a number with digits of other scripts, which is copied before it is read.
const maxDigits = 128

// Decimal reads s as new BigDecimal(s) does, rounds HALF_UP to scale digits and gives the unscaled
// value. valid is false when s is no number; ok is false, and the column NULL without an error,
// when the value needs more than precision digits. Digits of other scripts count (at most 128 of
// them).
func Decimal(s string, precision, scale int) (v value.Int128, ok, valid bool) {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return decimalOfScript(s, precision, scale)
		}
	}
	return value.ParseDecimalTo(s, precision, scale)
}

func decimalOfScript(s string, precision, scale int) (v value.Int128, ok, valid bool) {
	var buf [maxDigits]byte
	n := 0
	for len(s) > 0 && n < maxDigits {
		c, size := s[0], 1
		if c >= utf8.RuneSelf {
			var d int
			if d, size = digit(s); d < 0 {
				return v, false, false
			}
			c = '0' + byte(d)
		}
		buf[n] = c
		n, s = n+1, s[size:]
	}
	if s != "" {
		return v, false, false
	}
	return value.ParseDecimalTo(buf[:n], precision, scale)
}

// Float64 reads s as Double.parseDouble does: blanks around are ignored, too large is infinite.
func Float64(s string) (float64, bool) {
	if !mayBeFloat(s) {
		return 0, false
	}
	return value.ParseFloat64(s)
}

// Float32 reads s as Float.parseFloat does, rounded once.
func Float32(s string) (float32, bool) {
	if !mayBeFloat(s) {
		return 0, false
	}
	return value.ParseFloat32(s)
}

// mayBeFloat keeps wrong texts away from strconv, whose error would be an allocation for each bad
// field. Hexadecimal numbers, which nobody writes, are only recognised by their prefix.
func mayBeFloat(s string) bool {
	s, _ = sign(Trim(s))
	if s == "NaN" || s == "Infinity" || len(s) > 1 && s[0] == '0' && s[1]|0x20 == 'x' {
		return true
	}
	rest := digitsOf(s)
	n := len(s) - len(rest)
	if rest != "" && rest[0] == '.' {
		after := digitsOf(rest[1:])
		n += len(rest) - 1 - len(after)
		rest = after
	}
	if n > 0 && rest != "" && rest[0]|0x20 == 'e' {
		power, _ := sign(rest[1:])
		if rest = digitsOf(power); len(rest) == len(power) {
			return false
		}
	}
	return n > 0 && (rest == "" || len(rest) == 1 && (rest[0]|0x20 == 'f' || rest[0]|0x20 == 'd'))
}

// digitsOf is what follows the leading digits of s.
func digitsOf(s string) string {
	for s != "" && s[0]-'0' <= 9 {
		s = s[1:]
	}
	return s
}
