package fn

import (
	"strconv"
	"strings"
	"unicode"
)

// IsAlpha reports only letters and at least one. FALSE for NULL.
func IsAlpha(s string, null bool) bool { return !null && only(s, unicode.IsLetter) }

// IsDigit reports only decimal digits of any script and at least one. FALSE for NULL.
func IsDigit(s string, null bool) bool { return !null && only(s, unicode.IsDigit) }

func only(s string, ok func(rune) bool) bool {
	for _, r := range s {
		if !ok(r) {
			return false
		}
	}
	return s != ""
}

// IsDecimal reports text that Java's Double.parseDouble takes: blanks around, a suffix d or f,
// hexadecimal with an exponent, NaN and Infinity too. FALSE for NULL.
func IsDecimal(s string, null bool) bool {
	s = strings.TrimFunc(s, func(r rune) bool { return r <= ' ' })
	if null || s == "" || strings.Contains(s, "_") {
		return false
	}
	switch body := strings.TrimLeft(s[:1], "+-") + s[1:]; {
	case body == "NaN" || body == "Infinity":
		return true
	case body == "" || !isDigit(body[0]) && body[0] != '.':
		return false
	}
	if strings.IndexByte("dDfF", s[len(s)-1]) >= 0 && !isPlainHex(s) {
		s = s[:len(s)-1]
	}
	_, err := strconv.ParseFloat(s, 64)
	return err == nil || strings.HasSuffix(err.Error(), strconv.ErrRange.Error())
}

// isPlainHex reports a hexadecimal number without exponent, in which d and f are digits.
func isPlainHex(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "0x") && !strings.Contains(s, "p")
}
