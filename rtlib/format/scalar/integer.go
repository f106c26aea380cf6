package scalar

import (
	"unicode"
	"unicode/utf8"
)

// Trim cuts what String.trim cuts: all characters up to the blank, control characters included. A
// no-break space stays.
func Trim(s string) string {
	for len(s) > 0 && s[0] <= ' ' {
		s = s[1:]
	}
	for len(s) > 0 && s[len(s)-1] <= ' ' {
		s = s[:len(s)-1]
	}
	return s
}

// Int64 reads s as Long.parseLong does: an optional sign and digits, any number of leading zeros.
func Int64(s string) (int64, bool) { return integer(s, 64) }

// Int32 reads s as Integer.parseInt does.
func Int32(s string) (int32, bool) {
	v, ok := integer(s, 32)
	return int32(v), ok
}

// Int16 reads s as Short.parseShort does.
func Int16(s string) (int16, bool) {
	v, ok := integer(s, 16)
	return int16(v), ok
}

// Int8 reads s as Byte.parseByte does.
func Int8(s string) (int8, bool) {
	v, ok := integer(s, 8)
	return int8(v), ok
}

// integer collects the magnitude below zero, because the smallest number has no positive
// counterpart.
func integer(s string, bits int) (int64, bool) {
	s, neg := sign(s)
	if s == "" {
		return 0, false
	}
	least := int64(-1) << (bits - 1)
	if !neg {
		least++
	}
	v := int64(0)
	for len(s) > 0 {
		d, n := digit(s)
		if d < 0 || v < least/10 || v*10 < least+int64(d) {
			return 0, false
		}
		v, s = v*10-int64(d), s[n:]
	}
	if neg {
		return v, true
	}
	return -v, true
}

func sign(s string) (rest string, neg bool) {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		return s[1:], s[0] == '-'
	}
	return s, false
}

// digit is the value of the first character, -1 when it is no digit, and its length in bytes. Java
// takes the decimal digits of every script; those outside the basic plane are two chars to Java and
// therefore no digit.
func digit(s string) (value, size int) {
	if c := s[0]; c < utf8.RuneSelf {
		if c -= '0'; c <= 9 {
			return int(c), 1
		}
		return -1, 1
	}
	r, n := utf8.DecodeRuneInString(s)
	for _, t := range unicode.Nd.R16 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return int(r-rune(t.Lo)) % 10, n
		}
	}
	return -1, n
}

// Bool reads s as Boolean.parseBoolean does: true in any case of letters is true, everything else
// false.
func Bool(s string) bool {
	return len(s) == 4 && s[0]|0x20 == 't' && s[1]|0x20 == 'r' && s[2]|0x20 == 'u' && s[3]|0x20 == 'e'
}
