package cast

import (
	"strings"
	"unicode/utf8"
)

// The second step of a cast to a type with a length. A character is a code point.

// FitVarChar cuts a text to n characters; it does not allocate.
func FitVarChar(s string, n int) string {
	if len(s) <= n { // no text has more characters than bytes
		return s
	}
	count := 0
	for i := range s {
		if count == n {
			return s[:i]
		}
		count++
	}
	return s
}

// FitChar cuts a text to n characters or appends blanks up to n; only padding allocates.
func FitChar(s string, n int) string {
	if missing := n - utf8.RuneCountInString(s); missing > 0 {
		return s + strings.Repeat(" ", missing)
	}
	return FitVarChar(s, n)
}

// FitVarBinary cuts to n bytes.
func FitVarBinary(s string, n int) string { return s[:min(n, len(s))] }

// FitBinary cuts to n bytes or appends zero bytes up to n.
func FitBinary(s string, n int) string {
	if len(s) < n {
		return s + strings.Repeat("\x00", n-len(s))
	}
	return s[:n]
}

// BytesToString decodes UTF-8; each malformed sequence becomes U+FFFD, as Java's decoder does.
// Well-formed bytes are returned as they are.
func BytesToString(s string) string {
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
