package fn

import (
	"strings"
	"unicode/utf8"
)

// CharLength is the number of code points of s.
func CharLength(s string) int32 { return int32(utf8.RuneCountInString(s)) }

// offset is the byte offset of character n of s, and false when s has fewer than n characters. n >=
// 0.
func offset(s string, n int) (int, bool) {
	i := 0
	for i < len(s) && n > 0 {
		if s[i] < utf8.RuneSelf {
			i++
		} else {
			_, size := utf8.DecodeRuneInString(s[i:])
			i += size
		}
		n--
	}
	return i, n == 0
}

// offsetFromEnd is the byte offset of the n-th last character of s, and false when s has fewer. n
// >= 0.
func offsetFromEnd(s string, n int) (int, bool) {
	i := len(s)
	for i > 0 && n > 0 {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		n--
	}
	return i, n == 0
}

// SubstringFrom is s from character start, 1-based, as a part of s. Start 0 is 1, a negative one
// counts from the end, one outside gives "".
func SubstringFrom(s string, start int32) string {
	ok, i := true, 0
	switch {
	case start > 0:
		i, ok = offset(s, int(start)-1)
	case start < 0:
		i, ok = offsetFromEnd(s, -int(start))
	}
	if !ok {
		return ""
	}
	return s[i:]
}

// Substring is at most length characters of s from start. A negative length is NULL.
func Substring(s string, start, length int32) (string, bool) {
	if length < 0 {
		return "", false
	}
	return Left(SubstringFrom(s, start), length), true
}

// Left is the first n characters of s, all if it has fewer, "" for a negative n.
func Left(s string, n int32) string {
	if n <= 0 {
		return ""
	}
	i, _ := offset(s, int(n))
	return s[:i]
}

// Right is the last n characters of s, all if it has fewer, "" for a negative n.
func Right(s string, n int32) string {
	if n <= 0 {
		return ""
	}
	i, _ := offsetFromEnd(s, int(n))
	return s[i:]
}

// TrimBlanks is s without blanks (U+0020 alone) at both ends.
func TrimBlanks(s string) string { return TrimRightBlanks(TrimLeftBlanks(s)) }

// TrimLeftBlanks is s without blanks at the start.
func TrimLeftBlanks(s string) string {
	for len(s) > 0 && s[0] == ' ' {
		s = s[1:]
	}
	return s
}

// TrimRightBlanks is s without blanks at the end.
func TrimRightBlanks(s string) string {
	for len(s) > 0 && s[len(s)-1] == ' ' {
		s = s[:len(s)-1]
	}
	return s
}

// TrimBoth is s without any of the characters of set at both ends.
func TrimBoth(s, set string) string { return strings.Trim(s, set) }

// TrimLeft is s without any of the characters of set at the start.
func TrimLeft(s, set string) string { return strings.TrimLeft(s, set) }

// TrimRight is s without any of the characters of set at the end.
func TrimRight(s, set string) string { return strings.TrimRight(s, set) }

// Position is the 1-based character at which part begins in s, 0 if absent, 1 for an empty part.
func Position(part, s string) int32 {
	i := strings.Index(s, part)
	if i < 0 {
		return 0
	}
	return CharLength(s[:i]) + 1
}

// Instr is Position with the arguments the other way round.
func Instr(s, part string) int32 { return Position(part, s) }

// Locate is Position at or behind character start; a start below 1 is 1. An empty part is found at
// 1 wherever the search starts, as in Flink.
func Locate(part, s string, start int32) int32 {
	if part == "" {
		return 1
	}
	i, ok := offset(s, int(max(start, 1))-1)
	if !ok {
		return 0
	}
	at := Position(part, s[i:])
	if at == 0 {
		return 0
	}
	return at + max(start, 1) - 1
}

// StartsWith reports whether s begins with part.
func StartsWith(s, part string) bool { return strings.HasPrefix(s, part) }

// EndsWith reports whether s ends with part.
func EndsWith(s, part string) bool { return strings.HasSuffix(s, part) }

// ASCII is the first byte of s as a signed number, 0 for "".
func ASCII(s string) int32 {
	if s == "" {
		return 0
	}
	return int32(int8(s[0]))
}

// latin1 has the UTF-8 text of the characters 0 to 255: the first 128 take one byte each, the
// others two.
var latin1 = func() string {
	r := make([]rune, 256)
	for i := range r {
		r[i] = rune(i)
	}
	return string(r)
}()

// Chr is the Latin-1 character of the lowest byte of n, "" for a negative n.
func Chr(n int64) string {
	c := int(n & 255)
	switch {
	case n < 0:
		return ""
	case c < 128:
		return latin1[c : c+1]
	}
	return latin1[2*c-128 : 2*c-126]
}

// splitAtSpace is part number n of s, where each white space character separates.
func splitAtSpace(s string, n int32) (string, bool) {
	for {
		i := strings.IndexAny(s, javaSpace)
		if i < 0 {
			return s, n == 0
		}
		if n == 0 {
			return s[:i], true
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		s, n = s[i+size:], n-1
	}
}

// javaSpace is Character.isWhitespace.
const javaSpace = "\t\n\v\f\r\x1c\x1d\x1e\x1f \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008" +
	"\u2009\u200a\u2028\u2029\u205f\u3000"

// SplitIndexCode is SplitIndex by the Latin-1 character code; NULL for a code outside 1 to 255.
func SplitIndexCode(s string, code, index int32) (string, bool) {
	if code < 1 || code > 255 {
		return "", false
	}
	return SplitIndex(new(Parts), s, Chr(int64(code)), index)
}

// Elt is the string at a 1-based place among parts; NULL when there is none or it is NULL itself.
func Elt(index Maybe[int64], parts ...Maybe[string]) (string, bool) {
	if index.Null || index.V < 1 || index.V > int64(len(parts)) {
		return "", false
	}
	p := parts[index.V-1]
	return p.V, !p.Null
}

// HashCode is the absolute value of Java's hash of s over UTF-16 units; that of the smallest int
// stays negative.
func HashCode(s string) int32 {
	h := int32(0)
	for _, r := range s {
		if r >= 0x10000 {
			r -= 0x10000
			h = h*31 + 0xD800 + r>>10
			r = 0xDC00 + r&0x3FF
		}
		h = h*31 + r
	}
	return max(h, -h)
}
