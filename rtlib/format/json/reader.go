package json

import (
	"bytes"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/nested"
)

// The general path: a pull reader of tokens, with the strictness of Jackson as Flink configures it.
// Control characters inside strings are allowed, comments, other quotes, leading zeros and words
// like NaN are not. What follows the object is not looked at. Nesting is bounded by memory only:
// the stack is a slice of brackets.

// Token is a piece of a document.
type Token uint8

// The tokens. End is the end of the document or of what can be read of it.
const (
	End Token = iota
	ObjectStart
	ObjectEnd
	ArrayStart
	ArrayEnd
	Key
	String
	Int
	Float
	True
	False
	Null
)

// Reader reads the fields of one document after another. It belongs to one decoder; its zero value
// is ready.
type Reader struct {
	doc   []byte
	p     int
	start int // of the last value
	tok   Token
	text  string // the token's text: a string without quotes and escapes, a number as written
	comma bool   // a value precedes in this array or object
	stack []byte // '{' and '[' that are open
	kind  Kind
	arena []byte // unescaped texts of the block
	nest  nested.Writer
}

// Reset forgets the texts of the previous block: their memory is used again.
func (r *Reader) Reset() {
	r.arena = r.arena[:0]
	r.nest.Reset()
}

var bom = []byte("\xef\xbb\xbf")

// Begin starts a document and steps into its object. It reports whether there is one; Fault says
// why not.
func (r *Reader) Begin(doc []byte) bool {
	r.enter(doc)
	if len(doc) == 0 {
		r.kind = Empty
		return false
	}
	if bytes.HasPrefix(doc, bom) {
		r.p = len(bom)
	}
	r.value()
	if r.kind == None && r.tok != ObjectStart {
		r.kind = NoObject
	}
	r.advance()
	return r.kind == None
}

// enter stands before the first token of a document.
func (r *Reader) enter(doc []byte) {
	r.doc, r.p, r.tok, r.comma, r.kind = doc, 0, End, false, None
	r.stack = r.stack[:0]
}

// More reports whether there is another field. After it comes Name or Skip.
func (r *Reader) More() bool {
	if r.tok == End {
		r.fail(Syntax)
	}
	return r.kind == None && r.tok != ObjectEnd
}

// Name is the name of the field at hand; the reader is then at its value, which a conversion reads
// and Done leaves, or which Skip passes over.
func (r *Reader) Name() string {
	name := r.text
	r.advance()
	return name
}

// Done leaves a value that was converted. A value that could not be converted because it is an
// object or array is entered instead, and its content read as further fields: this is what Flink
// does.
func (r *Reader) Done() { r.advance() }

// Skip passes over a value, or over one token that is none.
func (r *Reader) Skip() { r.skip() }

// skip is Skip and returns the index behind what was passed over.
func (r *Reader) skip() int {
	if r.tok == ObjectStart || r.tok == ArrayStart {
		for depth := len(r.stack); r.kind == None && len(r.stack) >= depth; {
			r.advance()
		}
	}
	end := r.p
	r.advance()
	return end
}

// Peek is the kind of the value at hand, or of its first token.
func (r *Reader) Peek() Token { return r.tok }

// IsNull reports whether the value is null.
func (r *Reader) IsNull() bool { return r.tok == Null }

// Fault is what ended the document early; its Kind is None after a whole one.
func (r *Reader) Fault() Fault {
	if r.kind == None {
		return Fault{}
	}
	return Fault{Kind: r.kind, Column: -1, Offset: r.p, Text: borrow(r.doc)}
}

// BadValue is the fault of a value that is not of its column's type.
func (r *Reader) BadValue(column int) Fault {
	if r.kind != None {
		return r.Fault()
	}
	return Fault{Kind: BadValue, Column: column, Offset: r.p, Text: r.text}
}

// MissingField is the fault of a document without a field for some column.
func (r *Reader) MissingField() Fault {
	return Fault{Kind: Missing, Column: -1, Offset: r.p, Text: borrow(r.doc)}
}

// NullValue is the fault of a document without a value for a column that is declared NOT NULL.
func (r *Reader) NullValue(column int) Fault {
	return Fault{Kind: NullValue, Column: column, Text: borrow(r.doc)}
}

func (r *Reader) fail(k Kind) {
	if r.kind == None {
		r.kind = k
	}
	r.tok, r.text = End, ""
}

// advance reads the next token.
func (r *Reader) advance() {
	if r.kind != None || len(r.stack) == 0 {
		r.tok, r.text = End, ""
		return
	}
	open := r.stack[len(r.stack)-1]
	if r.tok == Key {
		r.value()
		return
	}
	c := r.space()
	if c == open+2 && (open == '{' || open == '[') { // '}' and ']' follow two places behind
		r.close(c)
		return
	}
	if r.comma {
		if c != ',' {
			r.fail(Syntax)
			return
		}
		r.p++
		c = r.space()
	}
	r.comma = false
	if open == '[' {
		r.value()
		return
	}
	r.key(c)
}

// space passes over blanks and returns the byte behind them, 0 at the end.
func (r *Reader) space() byte {
	for ; r.p < len(r.doc); r.p++ {
		if c := r.doc[r.p]; c != ' ' && c != '\n' && c != '\r' && c != '\t' {
			return c
		}
	}
	return 0
}

func (r *Reader) close(c byte) {
	r.p++
	r.stack = r.stack[:len(r.stack)-1]
	r.comma = true
	if c == '}' {
		r.tok, r.text = ObjectEnd, "}"
	} else {
		r.tok, r.text = ArrayEnd, "]"
	}
}

func (r *Reader) key(c byte) {
	if c != '"' {
		r.fail(Syntax)
		return
	}
	if r.str(Key); r.kind == None && r.space() != ':' {
		r.fail(Syntax)
		return
	}
	r.p++
}

// value reads the first token of a value.
func (r *Reader) value() {
	c := r.space()
	r.start = r.p
	switch c {
	case '"':
		r.str(String)
		r.comma = true
	case '{':
		r.open(ObjectStart, c, "{")
	case '[':
		r.open(ArrayStart, c, "[")
	case 't':
		r.word(True, "true")
	case 'f':
		r.word(False, "false")
	case 'n':
		r.word(Null, "null")
	default:
		r.number()
	}
}

func (r *Reader) open(t Token, c byte, text string) {
	r.p++
	r.stack = append(r.stack, c)
	r.tok, r.text, r.comma = t, text, false
}

// word reads true, false or null, which no letter or digit may follow.
func (r *Reader) word(t Token, text string) {
	end := r.p + len(text)
	if !bytes.HasPrefix(r.doc[r.p:], []byte(text)) || end < len(r.doc) && !endsScalar(r.doc[end]) {
		r.fail(Syntax)
		return
	}
	r.p, r.tok, r.text, r.comma = end, t, text, true
}

func (r *Reader) number() {
	end, t := numberEnd(r.doc, r.p, len(r.doc))
	if end < 0 {
		r.fail(Syntax)
		return
	}
	r.text = borrow(r.doc[r.p:end])
	r.p, r.tok, r.comma = end, t, true
}

func borrow(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
