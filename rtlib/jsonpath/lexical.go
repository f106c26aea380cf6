package jsonpath

import (
	"encoding/binary"
	"math/bits"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// The tokens of JSON text, as strict as Jackson reads a string: no comments, other quotes, leading
// zeros or control characters. Functions return the index behind a token, -1 where there is none.

// Kind is the kind of a value. Failed and Empty are those of a Result without one.
type Kind uint8

// Kinds. Int is a number without fraction and exponent.
const (
	Failed Kind = iota
	Empty
	Null
	False
	True
	Int
	Float
	String
	Array
	Object
)

// words are the texts of the kinds that have only one.
var words = [...]string{Null: "null", False: "false", True: "true"}

// IsScalar reports a value that is no array and no object.
func (k Kind) IsScalar() bool { return k >= Null && k <= String }

// token is a value in the text; of a string what stands between its quotes.
type token struct {
	kind       Kind
	escaped    bool // a string with escapes
	start, end int
}

// text is the token as it stands in the document; "" for an array or object.
func (t token) text(doc string) string {
	if t.kind >= Array {
		return ""
	}
	return doc[t.start:t.end]
}

// blanks is the index behind blanks.
func blanks(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '\r' || s[i] == '\t') {
		i++
	}
	return i
}

// scalar reads a string, number or word at i.
func scalar(s string, i int) (token, int) {
	if i >= len(s) {
		return token{}, -1
	}
	switch s[i] {
	case '"':
		end, escaped := quoted(s, i)
		return token{String, escaped, i + 1, end - 1}, end
	case 't':
		return word(s, i, True)
	case 'f':
		return word(s, i, False)
	case 'n':
		return word(s, i, Null)
	}
	end, kind := number(s, i)
	return token{kind, false, i, end}, end
}

func word(s string, i int, k Kind) (token, int) {
	end := i + len(words[k])
	if end > len(s) || s[i:end] != words[k] {
		return token{}, -1
	}
	return token{k, false, i, end}, end
}

func number(s string, i int) (end int, k Kind) {
	if i < len(s) && s[i] == '-' {
		i++
	}
	end = digits(s, i)
	if end == i || s[i] == '0' && end > i+1 {
		return -1, Int
	}
	k = Int
	if end < len(s) && s[end] == '.' {
		i, k = end+1, Float
		if end = digits(s, i); end == i {
			return -1, k
		}
	}
	if end < len(s) && s[end]|0x20 == 'e' {
		i, k = end+1, Float
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		if end = digits(s, i); end == i {
			return -1, k
		}
	}
	return end, k
}

func digits(s string, i int) int {
	for i < len(s) && s[i]-'0' <= 9 {
		i++
	}
	return i
}

// rootEnds reports whether the root value s[i:end] may end there. What follows a whole value is not
// looked at, but a number wants a blank behind it, and a word no letter.
func rootEnds(s string, i, end int) bool {
	if end == len(s) {
		return true
	}
	switch c := s[i]; {
	case c == '-' || c-'0' <= 9:
		return blanks(s, end) > end
	case c == 't' || c == 'f' || c == 'n':
		next, _ := utf8.DecodeRuneInString(s[end:])
		return next < '0' || !inIdentifier(next)
	}
	return true
}

// inIdentifier reports whether Java takes a character for a part of an identifier. Jackson asks of UTF-16 units, and
// halves of characters beyond U+FFFF are none.
func inIdentifier(r rune) bool {
	const deleted, lastControl = 0x7f, 0x9f
	return r >= deleted && r <= lastControl || r <= 0xffff && unicode.In(r, identifier...)
}

// identifier are the characters of which Java makes identifiers, but for controls.
var identifier = []*unicode.RangeTable{unicode.L, unicode.Nl, unicode.Nd, unicode.Pc, unicode.Sc,
	unicode.Mn, unicode.Mc, unicode.Cf}

const (
	ones     = 0x0101010101010101
	highs    = 0x8080808080808080
	wordSize = 8
)

// quoted is the index behind the string whose opening quote is at i, and whether there are escapes
// in it.
func quoted(s string, i int) (end int, escaped bool) {
	for i++; ; {
		i = ordinary(s, i)
		switch {
		case i == len(s) || s[i] < ' ':
			return -1, escaped
		case s[i] == '"':
			return i + 1, escaped
		}
		escaped = true
		if i = escape(s, i); i < 0 {
			return -1, escaped
		}
	}
}

// ordinary is the index of the next quote, backslash or control character, eight bytes at a time.
func ordinary(s string, i int) int {
	for ; i+wordSize <= len(s); i += wordSize {
		x := load(s, i)
		quote, slash := x^ones*'"', x^ones*'\\'
		// Of these tests for a byte only the lowest hit counts, which is exact.
		hit := ((quote-ones)&^quote | (slash-ones)&^slash | (x-ones*' ')&^x) & highs
		if hit != 0 {
			return i + bits.TrailingZeros64(hit)>>3
		}
	}
	for i < len(s) && s[i] >= ' ' && s[i] != '"' && s[i] != '\\' {
		i++
	}
	return i
}

// load is the eight bytes at i.
func load(s string, i int) uint64 {
	return binary.LittleEndian.Uint64(unsafe.Slice(unsafe.StringData(s[i:i+wordSize]), wordSize))
}

// escape is the index behind the escape whose backslash is at i.
func escape(s string, i int) int {
	if i+1 == len(s) {
		return -1
	}
	switch s[i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return i + 2
	case 'u':
		if _, ok := hex4(s, i+2); ok {
			return i + 6
		}
	}
	return -1
}

// hex4 is the number of four hexadecimal digits.
func hex4(s string, i int) (r rune, ok bool) {
	if i+4 > len(s) {
		return 0, false
	}
	for _, c := range []byte(s[i : i+4]) {
		switch l := c | 0x20; {
		case c-'0' <= 9:
			r = r<<4 | rune(c-'0')
		case l >= 'a' && l <= 'f':
			r = r<<4 | rune(l-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}

// key reads the name of a member at i and the colon behind it. next is the index of its value.
func key(s string, i int) (name token, next int) {
	if i >= len(s) || s[i] != '"' {
		return name, -1
	}
	end, escaped := quoted(s, i)
	if end < 0 {
		return name, -1
	}
	name = token{String, escaped, i + 1, end - 1}
	if i = blanks(s, end); i >= len(s) || s[i] != ':' {
		return name, -1
	}
	return name, blanks(s, i+1)
}

// open is the index of the first member or element of the container at i; done when it is empty,
// and then the index behind it.
func open(s string, i int) (next int, done bool) {
	closing := s[i] + 2 // ']' and '}' stand two places behind '[' and '{'
	if i = blanks(s, i+1); i < len(s) && s[i] == closing {
		return i + 1, true
	}
	return i, false
}

// more reads what follows a member or element that ends at i: a comma, or the end of the container.
func more(s string, i int, closing byte) (next int, done bool) {
	if i < 0 {
		return -1, true
	}
	i = blanks(s, i)
	switch {
	case i >= len(s):
		return -1, true
	case s[i] == ',':
		return blanks(s, i+1), false
	case s[i] == closing:
		return i + 1, true
	}
	return -1, true
}

// skip is the index behind the value at i, which is read as strictly as one that is kept.
func skip(s string, i, depth int) int {
	if i >= len(s) || depth > maxDepth {
		return -1
	}
	switch s[i] {
	case '{':
		return skipObject(s, i, depth)
	case '[':
		next, done := open(s, i)
		for !done {
			next, done = more(s, skip(s, next, depth+1), ']')
		}
		return next
	}
	_, end := scalar(s, i)
	return end
}

func skipObject(s string, i, depth int) int {
	next, done := open(s, i)
	for !done {
		if _, next = key(s, next); next < 0 {
			return -1
		}
		next, done = more(s, skip(s, next, depth+1), '}')
	}
	return next
}
