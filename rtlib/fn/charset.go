package fn

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Charset is an encoding of text as bytes: one of the six that every Java has.
type Charset struct {
	limit  rune // characters below it are one byte each; 0 for the others
	wide   bool // two bytes a UTF-16 unit
	little bool // the low byte first
	mark   bool // begins with a byte order mark
}

var charsets = map[string]*Charset{
	"UTF-8": {}, "UTF8": {}, "US-ASCII": {limit: 0x80}, "ASCII": {limit: 0x80},
	"ISO-8859-1": {limit: 0x100}, "ISO8859_1": {limit: 0x100}, "LATIN1": {limit: 0x100},
	"UTF-16": {wide: true, mark: true}, "UTF-16BE": {wide: true}, "UTF-16LE": {wide: true, little: true},
}

// PrepareCharset finds an encoding by its name, in any case of letters.
func PrepareCharset(name string) (*Charset, error) {
	if c := charsets[strings.ToUpper(name)]; c != nil {
		return c, nil
	}
	return nil, errCharset(name)
}

// Encode is text as bytes. A character that the encoding does not have becomes a question mark.
func Encode(a *Arena, s string, c *Charset) string {
	switch {
	case c.wide:
		return c.encodeWide(a, s)
	case c.limit == 0:
		return s
	}
	b := a.tail(len(s))
	for _, r := range s {
		if r >= c.limit {
			r = '?'
		}
		b = append(b, byte(r))
	}
	return a.take(b)
}

func (c *Charset) encodeWide(a *Arena, s string) string {
	b := a.tail(2*len(s) + 2)
	if c.mark && s != "" {
		b = c.unit(b, '\uFEFF')
	}
	for _, r := range s {
		if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
			b = c.unit(c.unit(b, high), low)
			continue
		}
		b = c.unit(b, r)
	}
	return a.take(b)
}

func (c *Charset) unit(b []byte, u rune) []byte {
	if c.little {
		return append(b, byte(u), byte(u>>8))
	}
	return append(b, byte(u>>8), byte(u))
}

// Decode is bytes as text. What the encoding does not have becomes U+FFFD.
func Decode(a *Arena, s string, c *Charset) string {
	switch {
	case c.wide:
		return c.decodeWide(a, s)
	case c.limit == 0:
		return value.ValidUTF8(s)
	}
	b := a.tail(2 * len(s))
	for i := range len(s) {
		r := rune(s[i])
		if r >= c.limit {
			r = utf8.RuneError
		}
		b = utf8.AppendRune(b, r)
	}
	return a.take(b)
}

func (c *Charset) decodeWide(a *Arena, s string) string {
	little := c.little
	if c.mark && len(s) >= 2 && (s[:2] == "\xfe\xff" || s[:2] == "\xff\xfe") {
		little, s = s[0] == 0xff, s[2:]
	}
	at := func(i int) rune {
		if little {
			return rune(s[i]) | rune(s[i+1])<<8
		}
		return rune(s[i])<<8 | rune(s[i+1])
	}
	b := a.tail(3*len(s)/2 + 3)
	for i := 0; i < len(s); i += 2 {
		if i+1 == len(s) {
			b = utf8.AppendRune(b, utf8.RuneError)
			break
		}
		r := at(i)
		if utf16.IsSurrogate(r) && i+3 < len(s) {
			if pair := utf16.DecodeRune(r, at(i+2)); pair != utf8.RuneError {
				r, i = pair, i+2
			}
		}
		b = utf8.AppendRune(b, r) // U+FFFD for half a pair
	}
	return a.take(b)
}
