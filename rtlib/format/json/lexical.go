package json

import (
	"bytes"
	"unicode/utf8"

	"github.com/flinkc/flinkc/rtlib/format/scalar"
)

// endsScalar reports whether c may follow a number or word.
func endsScalar(c byte) bool {
	switch c {
	case ' ', '\t', '\n', '\r', ',', '}', ']':
		return true
	}
	return false
}

// numberEnd is the index behind the number at buf[p:e] and its kind; -1 when there is none, as JSON
// writes them.
func numberEnd(buf []byte, p, e int) (end int, t Token) {
	if p < e && buf[p] == '-' {
		p++
	}
	q := digits(buf, p, e)
	if q == p || buf[p] == '0' && q > p+1 {
		return -1, End
	}
	t = Int
	if q < e && buf[q] == '.' {
		p, t = q+1, Float
		if q = digits(buf, p, e); q == p {
			return -1, End
		}
	}
	if q < e && buf[q]|0x20 == 'e' {
		t = Float
		if q = exponent(buf, q+1, e); q < 0 {
			return -1, End
		}
	}
	if q < e && !endsScalar(buf[q]) {
		return -1, End
	}
	return q, t
}

func digits(buf []byte, p, e int) int {
	for p < e && buf[p]-'0' <= 9 {
		p++
	}
	return p
}

func exponent(buf []byte, p, e int) int {
	if p < e && (buf[p] == '+' || buf[p] == '-') {
		p++
	}
	q := digits(buf, p, e)
	if q == p {
		return -1
	}
	return q
}

// str reads the string whose opening quote is at r.p. Plain UTF-8 is borrowed, all else goes into
// the arena.
func (r *Reader) str(t Token) {
	start := r.p + 1
	n := bytes.IndexByte(r.doc[start:], '"')
	if n < 0 {
		r.fail(Syntax)
		return
	}
	text := r.doc[start : start+n]
	if bytes.IndexByte(text, '\\') < 0 && utf8.Valid(text) {
		r.p, r.tok, r.text = start+n+1, t, borrow(text)
		return
	}
	r.unescape(t, start)
}

// unescape reads a string with escapes, or with bytes that are not UTF-8 but that Jackson takes.
func (r *Reader) unescape(t Token, p int) {
	from := len(r.arena)
	u := scalar.Units{Dst: r.arena}
	for p < len(r.doc) {
		c := r.doc[p]
		if c == '"' {
			r.arena = u.End()
			r.p, r.tok, r.text = p+1, t, borrow(r.arena[from:])
			return
		}
		n := 0
		if c == '\\' {
			n = escape(&u, r.doc[p+1:])
		} else if n = u.Char(r.doc[p:]); n == 0 {
			r.p = p
			r.fail(Encoding)
			return
		}
		if n == 0 {
			break
		}
		p += n
	}
	r.p = p
	r.fail(Syntax)
}

// escape appends the character of the escape whose backslash precedes s, and returns the length of
// both; 0 for none.
func escape(u *scalar.Units, s []byte) int {
	if len(s) == 0 {
		return 0
	}
	if s[0] == 'u' {
		c, ok := hex4(s[1:])
		if !ok {
			return 0
		}
		u.Unit(c)
		return 6
	}
	i := bytes.IndexByte([]byte(`"\/bfnrt`), s[0])
	if i < 0 {
		return 0
	}
	u.Unit(rune("\"\\/\b\f\n\r\t"[i]))
	return 2
}

func hex4(s []byte) (c rune, ok bool) {
	if len(s) < 4 {
		return 0, false
	}
	for _, d := range s[:4] {
		switch l := d | 0x20; {
		case d-'0' <= 9:
			c = c<<4 | rune(d-'0')
		case l >= 'a' && l <= 'f':
			c = c<<4 | rune(l-'a'+10)
		default:
			return 0, false
		}
	}
	return c, true
}
