package cast

import (
	"strings"
	"unicode/utf8"

	"github.com/flinkc/flinkc/rtlib/value"
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

// BytesToString decodes UTF-8; each malformed sequence becomes U+FFFD.
func BytesToString(s string) string { return value.ValidUTF8(s) }
