package value

import (
	"strings"
	"unicode/utf8"
)

// ValidUTF8 is text with U+FFFD for each malformed sequence, as Java's decoder has it. Well-formed text
// is returned as it is.
func ValidUTF8(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && size == 1 {
			size = malformed(s)
		}
		b.WriteRune(r)
		s = s[size:]
	}
	return b.String()
}

// malformed is how many bytes of a malformed start Java replaces together: the lead byte and the
// continuation bytes that could still have become a character, and all three of an encoded
// surrogate.
func malformed(s string) int {
	lead, want := s[0], 1
	switch {
	case lead >= 0xE0 && lead <= 0xEF:
		want = 3
	case lead >= 0xF0 && lead <= 0xF4:
		want = 4
	}
	n := 1
	for n < want && n < len(s) && s[n]&0xC0 == 0x80 {
		if n == 1 && impossible(lead, s[1]) {
			return 1
		}
		n++
	}
	return n
}

// impossible reports a second byte that would make an overlong form or a value beyond U+10FFFF.
func impossible(lead, second byte) bool {
	return lead == 0xE0 && second < 0xA0 ||
		lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F
}
