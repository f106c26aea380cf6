package jsonpath

import (
	"math"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/value"
)

// JSON text as Jackson writes it: no blanks, fractions as doubles, only those characters escaped
// that must be.

// appendNode writes a value of the tree.
func (t *tree) appendNode(dst []byte, n int32) []byte {
	at := t.nodes[n].token
	if at.kind.IsScalar() {
		return appendScalar(dst, Result{Kind: at.kind, Text: at.text(t.doc), Escaped: at.escaped})
	}
	return t.appendContainer(dst, n)
}

func appendScalar(dst []byte, r Result) []byte {
	switch r.Kind {
	case String:
		return appendString(dst, r.Text, r.Escaped)
	case Float:
		return AppendFloat64(dst, r.Float64())
	}
	return r.AppendText(dst)
}

// AsItStands reports a scalar whose text is that in the document.
func (r Result) AsItStands() bool {
	return r.Kind != Float && !r.Escaped && r.Text != "-0"
}

// Float64 is the value of a number; what is too large is infinite.
func (r Result) Float64() float64 { return toDouble(r.Text) }

// AppendText appends a scalar as Java writes it: a string without its escapes, a fraction as a
// DOUBLE.
func (r Result) AppendText(dst []byte) []byte {
	switch {
	case r.Kind == String && r.Escaped:
		return appendText(dst, characters{s: r.Text, escaped: true})
	case r.Kind == Float:
		return value.AppendFloat64(dst, r.Float64())
	case r.AsItStands():
		return append(dst, r.Text...)
	}
	return append(dst, '0') // -0 as a whole number
}

func (t *tree) appendContainer(dst []byte, n int32) []byte {
	object := t.nodes[n].kind == Object
	opening := byte('[')
	if object {
		opening = '{'
	}
	dst = append(dst, opening)
	for m := t.nodes[n].first; m != none; m = t.nodes[m].next {
		if m != t.nodes[n].first {
			dst = append(dst, ',')
		}
		if name := t.nodes[m].name; object {
			dst = append(appendString(dst, t.doc[name.start:name.end], name.escaped), ':')
		}
		dst = t.appendNode(dst, m)
	}
	return append(dst, opening+2)
}

// appendString writes a string of the document. Without escapes it has nothing that needs one.
func appendString(dst []byte, text string, escaped bool) []byte {
	if escaped {
		return appendCharacters(dst, characters{s: text, escaped: true})
	}
	return append(append(append(dst, '"'), text...), '"')
}

// AppendQuoted appends a text as a JSON string. Bytes that are no UTF-8 become U+FFFD.
func AppendQuoted(dst []byte, s string) []byte {
	if !utf8.ValidString(s) {
		return appendCharacters(dst, characters{s: s})
	}
	dst = append(dst, '"')
	for i := 0; ; {
		end := ordinary(s, i)
		dst = append(dst, s[i:end]...)
		if end == len(s) {
			return append(dst, '"')
		}
		dst = appendEscape(dst, s[end])
		i = end + 1
	}
}

func appendCharacters(dst []byte, c characters) []byte {
	dst = append(dst, '"')
	for r, ok := c.next(); ok; r, ok = c.next() {
		if r < ' ' || r == '"' || r == '\\' {
			dst = appendEscape(dst, byte(r))
		} else {
			dst = appendRune(dst, r)
		}
	}
	return append(dst, '"')
}

// AppendASCII appends a text as a JSON string of ASCII characters, in which / is escaped too.
// Bytes that are no UTF-8 become U+FFFD.
func AppendASCII(dst []byte, s string) []byte {
	dst = append(dst, '"')
	for _, r := range s {
		switch {
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			dst = appendUnit(appendUnit(dst, high), low)
		case r >= utf8.RuneSelf:
			dst = appendUnit(dst, r)
		case r == '/':
			dst = append(dst, '\\', '/')
		case r < ' ' || r == '"' || r == '\\':
			dst = appendEscape(dst, byte(r))
		default:
			dst = append(dst, byte(r))
		}
	}
	return append(dst, '"')
}

func appendUnit(dst []byte, u rune) []byte {
	const digits = "0123456789abcdef"
	dst = append(dst, '\\', 'u', digits[u>>12&15], digits[u>>8&15])
	return append(dst, digits[u>>4&15], digits[u&15])
}

const hexDigits = "0123456789ABCDEF"

func appendEscape(dst []byte, c byte) []byte {
	switch c {
	case '"', '\\':
		return append(dst, '\\', c)
	case '\b':
		return append(dst, '\\', 'b')
	case '\f':
		return append(dst, '\\', 'f')
	case '\n':
		return append(dst, '\\', 'n')
	case '\r':
		return append(dst, '\\', 'r')
	case '\t':
		return append(dst, '\\', 't')
	}
	return append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
}

// toDouble is the value of a number; what is too large is infinite.
func toDouble(text string) float64 {
	v, _ := strconv.ParseFloat(text, 64)
	return v
}

// AppendFloat64 appends a DOUBLE as Java writes it; NaN and the infinities are strings.
func AppendFloat64(dst []byte, v float64) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return append(value.AppendFloat64(append(dst, '"'), v), '"')
	}
	return value.AppendFloat64(dst, v)
}

// AppendFloat32 appends a FLOAT likewise.
func AppendFloat32(dst []byte, v float32) []byte {
	if f := float64(v); math.IsNaN(f) || math.IsInf(f, 0) {
		return append(value.AppendFloat32(append(dst, '"'), v), '"')
	}
	return value.AppendFloat32(dst, v)
}

// borrow is b as a string without a copy.
func borrow(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
