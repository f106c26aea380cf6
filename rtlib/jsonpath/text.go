package jsonpath

import "unicode/utf8"

// Strings: their characters behind the escapes, their order, and their text in JSON.

// characters reads what stands between the quotes of a string, or a text without escapes. A half of
// a surrogate pair that stands alone is a character of its own.
type characters struct {
	s       string
	i       int
	escaped bool
}

func (t token) characters(doc string) characters {
	return characters{s: doc[t.start:t.end], escaped: t.escaped}
}

// next is the next character; false at the end.
func (c *characters) next() (rune, bool) {
	if c.i >= len(c.s) {
		return 0, false
	}
	if c.s[c.i] != '\\' || !c.escaped {
		r, n := utf8.DecodeRuneInString(c.s[c.i:])
		c.i += n
		return r, true
	}
	r := c.unit()
	if !isHigh(r) || c.i+1 >= len(c.s) || c.s[c.i] != '\\' || c.s[c.i+1] != 'u' {
		return r, true
	}
	if low, _ := hex4(c.s, c.i+2); isLow(low) {
		c.i += 6
		return (r-0xD800)<<10 + (low - 0xDC00) + 0x10000, true
	}
	return r, true
}

// unit reads an escape, which is whole.
func (c *characters) unit() rune {
	letter := c.s[c.i+1]
	if letter == 'u' {
		r, _ := hex4(c.s, c.i+2)
		c.i += 6
		return r
	}
	c.i += 2
	return unescaped(letter)
}

// unescaped is the character behind the backslash of a short escape.
func unescaped(letter byte) rune {
	switch letter {
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	case 'n':
		return '\n'
	case 'r':
		return '\r'
	case 't':
		return '\t'
	}
	return rune(letter)
}

func isHigh(r rune) bool { return r >= 0xD800 && r <= 0xDBFF }

func isLow(r rune) bool { return r >= 0xDC00 && r <= 0xDFFF }

// is reports whether the string is this text.
func (t token) is(doc, text string) bool {
	if !t.escaped {
		return doc[t.start:t.end] == text
	}
	a, b := t.characters(doc), characters{s: text}
	return compare(&a, &b) == 0
}

// compare orders texts as Java does, by their UTF-16 units.
func compare(a, b *characters) int {
	for {
		x, more := a.next()
		y, also := b.next()
		switch {
		case !more && !also:
			return 0
		case !more:
			return -1
		case !also:
			return 1
		case x != y && rank(x) < rank(y):
			return -1
		case x != y:
			return 1
		}
	}
}

// rank puts the characters of two units, which begin with a surrogate, before those behind the
// surrogates.
func rank(r rune) rune {
	if r >= 0xE000 && r <= 0xFFFF {
		return r + utf8.MaxRune
	}
	return r
}

// appendText appends the characters of a string. Java writes a lone surrogate as "?".
func appendText(dst []byte, c characters) []byte {
	for r, ok := c.next(); ok; r, ok = c.next() {
		dst = appendRune(dst, r)
	}
	return dst
}

func appendRune(dst []byte, r rune) []byte {
	if isHigh(r) || isLow(r) {
		return append(dst, '?')
	}
	return utf8.AppendRune(dst, r)
}

// unescapeName is a quoted name or text of a path: the escapes of JSON, and any other character
// behind a backslash as it is.
func unescapeName(s string) (string, bool) {
	var out []byte
	c := characters{s: s, escaped: true}
	for c.i < len(s) {
		if s[c.i] == '\\' {
			if _, ok := hex4(s, c.i+2); s[c.i+1] == 'u' && !ok {
				return "", false
			}
		}
		r, _ := c.next()
		out = appendRune(out, r)
	}
	return string(out), true
}

// Unquoted is what stands between the quotes of a text that is a JSON string, and whether escapes do.
func Unquoted(s string) (inner string, escaped, ok bool) {
	if len(s) < 2 || s[0] != '"' {
		return "", false, false
	}
	end, escaped := quoted(s, 0)
	if end != len(s) {
		return "", false, false
	}
	return s[1 : end-1], escaped, true
}

// AppendUnescaped appends the text for which the inside of a JSON string stands.
func AppendUnescaped(dst []byte, inner string) []byte {
	return appendText(dst, characters{s: inner, escaped: true})
}
