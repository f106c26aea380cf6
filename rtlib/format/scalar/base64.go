package scalar

// Bytes in text are base64, as Jackson reads it: groups of four characters with blanks and control
// characters between them. A group may end in "=" in the middle of the text too; none may be short.

const (
	noDigit = 64 // of base64
	padding = '='
)

var base64Digits = base64Values("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

func base64Values(alphabet string) (table [256]byte) {
	for i := range table {
		table[i] = noDigit
	}
	for i := range len(alphabet) {
		table[alphabet[i]] = byte(i)
	}
	return table
}

// AppendBase64Decoded appends the bytes that s means. ok is false when s is no base64.
func AppendBase64Decoded(dst []byte, s string) (out []byte, ok bool) {
	for {
		for s != "" && s[0] <= ' ' {
			s = s[1:]
		}
		if s == "" {
			return dst, true
		}
		if len(s) < 4 {
			return dst, false
		}
		if dst, ok = appendGroup(dst, s[:4]); !ok {
			return dst, false
		}
		s = s[4:]
	}
}

// appendGroup decodes four characters, of which one or two at the end may be padding.
func appendGroup(dst []byte, s string) (out []byte, ok bool) {
	a, b := base64Digits[s[0]], base64Digits[s[1]]
	c, d := base64Digits[s[2]], base64Digits[s[3]]
	if a|b >= noDigit {
		return dst, false
	}
	bits := uint32(a)<<18 | uint32(b)<<12
	switch {
	case s[2] == padding && s[3] == padding:
		return append(dst, byte(bits>>16)), true
	case c >= noDigit:
		return dst, false
	case s[3] == padding:
		bits |= uint32(c) << 6
		return append(dst, byte(bits>>16), byte(bits>>8)), true
	case d >= noDigit:
		return dst, false
	}
	bits |= uint32(c)<<6 | uint32(d)
	return append(dst, byte(bits>>16), byte(bits>>8), byte(bits)), true
}
