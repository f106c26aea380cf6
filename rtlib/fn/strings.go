package fn

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// maxText is the greatest size of a built string in bytes, so that one record cannot take all
// memory.
const maxText = 1 << 30

// Concat2 is x and y, one after the other.
func Concat2(a *Arena, x, y string) string {
	if x == "" {
		return y
	}
	if y == "" {
		return x
	}
	b := a.Bytes(len(x) + len(y))
	copy(b[copy(b, x):], y)
	return text(b)
}

// Concat is all parts, one after the other.
func Concat(a *Arena, parts ...string) string {
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	b := a.Bytes(n)
	at := 0
	for _, p := range parts {
		at += copy(b[at:], p)
	}
	return text(b)
}

// ConcatWS is the parts that are not NULL with sep between them; NULL if sep is.
func ConcatWS(a *Arena, sep Maybe[string], parts ...Maybe[string]) (string, bool) {
	if sep.Null {
		return "", false
	}
	n := 0
	for _, p := range parts {
		n += len(p.V) + len(sep.V)
	}
	b, first := a.Bytes(n)[:0], true
	for _, p := range parts {
		if p.Null {
			continue
		}
		if !first {
			b = append(b, sep.V...)
		}
		b, first = append(b, p.V...), false
	}
	return text(b), true
}

// Upper is s in upper case by the full Unicode rules: "ß" becomes "SS". Text that has none to
// change is returned.
func Upper(a *Arena, s string) string {
	if upper, ok := flipCase(a, s, 'a'); ok {
		return upper
	}
	b := a.tail(len(s) + 8)
	for i, r := range s {
		switch {
		case r < utf8.RuneSelf:
			b = append(b, upperASCII(byte(r)))
		case r == utf8.RuneError:
			b = append(b, invalidByte(s, i)...)
		default:
			b = appendUpper(b, r)
		}
	}
	return a.take(b)
}

func appendUpper(b []byte, r rune) []byte {
	if special, ok := specialUpper[r]; ok {
		return append(b, special...)
	}
	return utf8.AppendRune(b, unicode.ToUpper(r))
}

// Lower is s in lower case by the full Unicode rules; a capital sigma at the end of a word becomes
// "ς". Text that has none to change is returned.
func Lower(a *Arena, s string) string {
	if lower, ok := flipCase(a, s, 'A'); ok {
		return lower
	}
	b := a.tail(len(s) + 8)
	for i, r := range s {
		switch {
		case r < utf8.RuneSelf:
			b = append(b, lowerASCII(byte(r)))
		case r == utf8.RuneError:
			b = append(b, invalidByte(s, i)...)
		case r == 'Σ' && finalSigma(s, i):
			b = append(b, "ς"...)
		case r == 'İ':
			b = append(b, "i̇"...)
		default:
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return a.take(b)
}

// finalSigma is Unicode's Final_Sigma for the sigma at byte i: a cased letter before it and none
// behind it, with characters that case ignores between.
func finalSigma(s string, i int) bool {
	return casedAtEnd(s[:i]) && !casedAtStart(s[i+len("Σ"):])
}

func casedAtStart(s string) bool {
	for _, r := range s {
		if !caseIgnorable(r) {
			return cased(r)
		}
	}
	return false
}

func casedAtEnd(s string) bool {
	for s != "" {
		r, size := utf8.DecodeLastRuneInString(s)
		if !caseIgnorable(r) {
			return cased(r)
		}
		s = s[:len(s)-size]
	}
	return false
}

func cased(r rune) bool {
	return unicode.IsUpper(r) || unicode.IsLower(r) || unicode.IsTitle(r) ||
		unicode.Is(unicode.Other_Lowercase, r) || unicode.Is(unicode.Other_Uppercase, r)
}

func caseIgnorable(r rune) bool {
	return strings.ContainsRune("'.:^`¨\u00ad·\u2018\u2019\u2024\u2027", r) ||
		unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk)
}

// invalidByte is the character at byte i as it stands: U+FFFD itself, or one byte that is no UTF-8.
func invalidByte(s string, i int) string {
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[i : i+size]
}

func upperASCII(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}

func lowerASCII(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c - 'A' + 'a'
	}
	return c
}

// InitCap makes the first of each run of ASCII letters and digits upper case and the rest of it
// lower case. Other characters stay and end the run.
func InitCap(a *Arena, s string) string {
	b := a.Bytes(len(s))
	inside := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if inside {
			b[i] = lowerASCII(c)
		} else {
			b[i] = upperASCII(c)
		}
		inside = letter || '0' <= c && c <= '9'
	}
	return text(b)
}

// Repeat is s n times, "" for an n below 1. More than 1 GiB is an error.
func Repeat(a *Arena, s string, n int32) (string, error) {
	if n <= 0 || s == "" {
		return "", nil
	}
	if int64(len(s))*int64(n) > maxText {
		return "", errTooLong("REPEAT", int64(len(s))*int64(n))
	}
	b := a.Bytes(len(s) * int(n))
	for at := copy(b, s); at < len(b); at *= 2 {
		copy(b[at:], b[:at])
	}
	return text(b), nil
}

// Reverse is the code points of s in reverse order.
func Reverse(a *Arena, s string) string {
	b := a.Bytes(len(s))
	at := len(b)
	for i := 0; i < len(s); {
		_, size := utf8.DecodeRuneInString(s[i:])
		at -= size
		copy(b[at:], s[i:i+size])
		i += size
	}
	return text(b)
}

// Replace is s with every occurrence of search replaced, left to right. An empty search is found
// before every character and at the end.
func Replace(a *Arena, s, search, replacement string) string {
	if search == "" {
		return spread(a, s, replacement)
	}
	i := strings.Index(s, search)
	if i < 0 {
		return s
	}
	b := a.tail(len(s) + len(replacement))
	for i >= 0 {
		b = append(append(b, s[:i]...), replacement...)
		s = s[i+len(search):]
		i = strings.Index(s, search)
	}
	return a.take(append(b, s...))
}

// spread puts fill before every character of s and at its end.
func spread(a *Arena, s, fill string) string {
	b := append(a.tail(len(s)+len(fill)), fill...)
	for s != "" {
		_, size := utf8.DecodeRuneInString(s)
		b = append(append(b, s[:size]...), fill...)
		s = s[size:]
	}
	return a.take(b)
}

// Translate replaces each character of from by the one at its place in to and drops those without
// one; the first of several equal ones counts. NULL of from or to is as "".
func Translate(a *Arena, s, from, to Maybe[string]) (string, bool) {
	if s.Null {
		return "", false
	}
	return translate(a, s.V, textOf(from), textOf(to)), true
}

// textOf is a text, "" for NULL.
func textOf(m Maybe[string]) string {
	if m.Null {
		return ""
	}
	return m.V
}

func translate(a *Arena, s, from, to string) string {
	b := a.tail(len(s) + utf8.UTFMax)
	for i := 0; i < len(s); {
		_, size := utf8.DecodeRuneInString(s[i:])
		c := s[i : i+size]
		i += size
		at := strings.Index(from, c)
		if at < 0 {
			b = append(b, c...)
			continue
		}
		if j, ok := offset(to, utf8.RuneCountInString(from[:at])); ok && j < len(to) {
			_, size := utf8.DecodeRuneInString(to[j:])
			b = append(b, to[j:j+size]...)
		}
	}
	return a.take(b)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// units are the UTF-16 units of s, in which Java counts.
func units(s string) []uint16 { return utf16.Encode([]rune(s)) }

// fromUnits is UTF-8 for units; half a pair becomes "?", as Java's encoder writes it.
func fromUnits(a *Arena, u []uint16) string {
	b := a.tail(3*len(u) + 1)
	for i := 0; i < len(u); i++ {
		r := rune(u[i])
		if utf16.IsSurrogate(r) {
			r = '?'
			if i+1 < len(u) {
				if pair := utf16.DecodeRune(rune(u[i]), rune(u[i+1])); pair != unicode.ReplacementChar {
					r = pair
					i++
				}
			}
		}
		b = utf8.AppendRune(b, r)
	}
	return a.take(b)
}

// LPad is s filled up on the left with pad, or cut, to n UTF-16 units. A negative n or an empty pad
// is NULL, and so is a result over 1 GiB.
func LPad(a *Arena, s string, n int32, pad string) (string, bool) {
	if n < 0 || n > maxText || pad == "" {
		return "", false
	}
	if !isASCII(s) || !isASCII(pad) {
		u, fill := padUnits(s, n, pad)
		return fromUnits(a, append(fill, u...)), true
	}
	if len(s) >= int(n) {
		return s[:n], true
	}
	b := a.Bytes(int(n))
	fill := int(n) - len(s)
	fillWith(b[:fill], pad)
	copy(b[fill:], s)
	return text(b), true
}

// RPad is LPad on the right.
func RPad(a *Arena, s string, n int32, pad string) (string, bool) {
	if n < 0 || n > maxText || pad == "" {
		return "", false
	}
	if !isASCII(s) || !isASCII(pad) {
		u, fill := padUnits(s, n, pad)
		return fromUnits(a, append(u, fill...)), true
	}
	if len(s) >= int(n) {
		return s[:n], true
	}
	b := a.Bytes(int(n))
	fillWith(b[copy(b, s):], pad)
	return text(b), true
}

// fillWith repeats pad over b.
func fillWith(b []byte, pad string) {
	for at := copy(b, pad); at < len(b); at *= 2 {
		copy(b[at:], b[:at])
	}
}

// padUnits are s, cut to n units, and what fills it up.
func padUnits(s string, n int32, pad string) (u, fill []uint16) {
	u, p := units(s), units(pad)
	if len(u) >= int(n) {
		return u[:n:n], nil
	}
	fill = make([]uint16, int(n)-len(u))
	for i := range fill {
		fill[i] = p[i%len(p)]
	}
	return u, fill
}

// OverlayAll is Overlay over as many units as r has.
func OverlayAll(a *Arena, s, r string, start int32) string {
	return Overlay(a, s, r, start, int32(len(units(r))))
}

// Overlay is s with length UTF-16 units from start, 1-based, replaced by r. A start outside s
// leaves it as it is; a length below 1 cuts off everything behind.
func Overlay(a *Arena, s, r string, start, length int32) string {
	if isASCII(s) {
		n := int64(len(s))
		if start < 1 || int64(start) > n {
			return s
		}
		rest := ""
		if end := int64(start) + int64(length); length > 0 && end <= n {
			rest = s[end-1:]
		}
		return Concat(a, s[:start-1], r, rest)
	}
	return overlayUnits(a, units(s), r, [2]int{int(start), int(length)})
}

func overlayUnits(a *Arena, u []uint16, r string, at [2]int) string {
	start, length := at[0], at[1]
	if start < 1 || start > len(u) {
		return fromUnits(a, u)
	}
	out := append(append([]uint16(nil), u[:start-1]...), units(r)...)
	if end := start + length; length > 0 && end <= len(u) {
		out = append(out, u[end-1:]...)
	}
	return fromUnits(a, out)
}
