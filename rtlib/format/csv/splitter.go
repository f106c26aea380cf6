package csv

import (
	"bytes"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/format/scalar"
	"github.com/flinkc/flinkc/rtlib/nested"
)

// One record into fields, by the rules of Jackson's CsvDecoder.
//
//	column  = quoted | plain, ended by the delimiter, CR, LF or the end of the record
//	quoted  = quote (char | quote quote | escape char)* quote blanks     the quote comes first
//	plain   = (char | escape char)*                                      quotes inside are text
//
// The first line is the record; what follows a line end outside quotes is not looked at. One more
// column than the table has is allowed when it is blank and the last one.

// Splitter splits records. It belongs to one decoder.
type Splitter struct {
	// Fields holds one entry per column of the table after a successful Split.
	Fields []Field

	format Format
	arena  []byte // unescaped texts of the block
	nest   nested.Writer
	rec    []byte // the record at hand, perhaps rewritten
	p      int    // the next byte
	ended  bool   // the input ended: there is no further character
	line   bool   // the record's line end was read
	fault  Kind
}

// NewSplitter returns a splitter for tables with the given number of columns, at least 1.
func NewSplitter(format Format, columns int) Splitter {
	return Splitter{format: format, Fields: make([]Field, columns)}
}

// Reset forgets the texts of the previous block: their memory is used again.
func (s *Splitter) Reset() {
	s.arena = s.arena[:0]
	s.nest.Reset()
}

// Split fills Fields with the columns of a record. The fault is Empty when there is no content, and
// TooFew when columns are missing and the format is not lenient.
func (s *Splitter) Split(rec []byte) Fault {
	s.rec, s.p, s.ended, s.line, s.fault = rec, 0, false, false, None
	cut := s.decodeText()
	if s.format.Comments {
		s.skipComments()
	}
	if s.p >= len(s.rec) && !(s.format.Lines && len(rec) == 0 && !s.format.Comments) {
		return s.failed(s.emptyKind(cut), 0, rec)
	}
	n := s.columns()
	if s.fault == None && cut && s.reachesEnd() {
		s.fault = BadEncoding
	}
	if s.fault == None && n < len(s.Fields) && !s.format.Lenient {
		s.fault = TooFew
	}
	if s.fault != None {
		return s.failed(s.fault, n, rec)
	}
	for i := n; i < len(s.Fields); i++ {
		s.Fields[i] = Field{Null: true}
	}
	return Fault{}
}

func (s *Splitter) emptyKind(cut bool) Kind {
	if cut {
		return BadEncoding
	}
	return Empty
}

func (s *Splitter) failed(k Kind, column int, rec []byte) Fault {
	return Fault{Kind: k, Column: column, Text: borrow(rec)}
}

// bom is skipped as Jackson does: only when the record has a byte more.
var bom = []byte("\xef\xbb\xbf")

// decodeText drops a byte order mark and rewrites what is not UTF-8. It reports that the record
// stops early at a byte that cannot be decoded: this is a fault only if the parser gets there.
func (s *Splitter) decodeText() (cut bool) {
	if len(s.rec) > len(bom) && bytes.HasPrefix(s.rec, bom) {
		s.rec = s.rec[len(bom):]
	}
	if utf8.Valid(s.rec) {
		return false
	}
	start, whole := len(s.arena), len(s.rec)
	out, read := scalar.Rewrite(s.arena, s.rec)
	s.arena, s.rec = out, out[start:len(out):len(out)]
	return read < whole
}

// skipComments skips blanks, empty lines and lines that start with #, as Jackson does before a
// record.
func (s *Splitter) skipComments() {
	for s.p < len(s.rec) {
		switch s.rec[s.p] {
		case ' ', '\r', '\n':
			s.p++
		case '#':
			n := bytes.IndexAny(s.rec[s.p:], "\r\n")
			if n < 0 {
				n = len(s.rec) - s.p
			}
			s.p += n
		default:
			return
		}
	}
}

// reachesEnd says whether the parser looks behind the last character once the record is read.
func (s *Splitter) reachesEnd() bool {
	if s.line && s.p > 0 && s.rec[s.p-1] == '\r' && s.p < len(s.rec) && s.rec[s.p] == '\n' {
		s.p++
	}
	if s.line && s.format.Comments {
		s.skipComments()
	}
	return s.p >= len(s.rec)
}

// columns reads the record's columns and returns their number; s.fault says what is wrong.
func (s *Splitter) columns() (n int) {
	for !s.ended {
		text := s.column()
		if s.fault != None {
			return n
		}
		if n == len(s.Fields) {
			s.extra(text)
			return n
		}
		s.Fields[n] = Field{Text: text, Null: s.format.HasNull && text == s.format.Null}
		n++
	}
	return n
}

// extra allows one blank column behind the last one.
func (s *Splitter) extra(text string) {
	if !s.ended || scalar.Trim(text) != "" {
		s.fault = TooMany
	}
}

// column reads one column and what ends it.
func (s *Splitter) column() string {
	if s.p < len(s.rec) && s.format.Quote != 0 && s.rec[s.p] == s.format.Quote {
		s.p++
		return s.quoted()
	}
	start := s.p
	for ; s.p < len(s.rec); s.p++ {
		c := s.rec[s.p]
		if s.ends(c) {
			return borrow(s.rec[start : s.p-1])
		}
		if s.format.Escape != 0 && c == s.format.Escape {
			return s.escaped(start)
		}
	}
	s.ended = true
	return borrow(s.rec[start:])
}

// ends reports whether c ends a plain column, and steps over it.
func (s *Splitter) ends(c byte) bool {
	s.line = c == '\r' || c == '\n'
	if s.line && c != s.format.Delimiter || c == s.format.Delimiter {
		s.line = s.line && c != s.format.Delimiter
		s.ended = s.line
		s.p++
		return true
	}
	return false
}

// escaped reads the rest of a plain column that has an escape at s.p, into the arena.
func (s *Splitter) escaped(start int) string {
	from := len(s.arena)
	s.arena = append(s.arena, s.rec[start:s.p]...)
	for s.p < len(s.rec) {
		c := s.rec[s.p]
		if s.ends(c) {
			return s.fromArena(from)
		}
		s.p++
		if c == s.format.Escape {
			if c = s.unescape(); s.fault != None {
				return ""
			}
		}
		s.arena = append(s.arena, c)
	}
	s.ended = true
	return s.fromArena(from)
}

// unescape reads the character behind an escape. The bytes of a longer character follow by
// themselves.
func (s *Splitter) unescape() byte {
	if s.p >= len(s.rec) {
		s.fault = OpenEscape
		return 0
	}
	c := s.rec[s.p]
	s.p++
	if i := strings.IndexByte("0nrt", c); i >= 0 {
		return "\x00\n\r\t"[i]
	}
	return c
}

// quoted reads a column behind its opening quote; a text without escapes is borrowed.
func (s *Splitter) quoted() string {
	quote, escape := s.format.Quote, s.format.Escape
	start, from := s.p, len(s.arena)
	copied := false
	for s.p < len(s.rec) {
		c := s.rec[s.p]
		s.p++
		switch {
		case c == quote && (s.p >= len(s.rec) || s.rec[s.p] != quote):
			return s.closed(start, from, copied)
		case c != quote && (escape == 0 || c != escape):
			if copied {
				s.arena = append(s.arena, c)
			}
			continue
		case !copied:
			s.arena = append(s.arena, s.rec[start:s.p-1]...)
			copied = true
		}
		if c == quote {
			s.p++
		} else if c = s.unescape(); s.fault != None {
			return ""
		}
		s.arena = append(s.arena, c)
	}
	s.fault = OpenQuote
	return ""
}

// closed reads what may follow a closing quote: blanks, then the end of the column.
func (s *Splitter) closed(start, from int, copied bool) string {
	text := borrow(s.rec[start : s.p-1])
	if copied {
		text = s.fromArena(from)
	}
	for s.p < len(s.rec) {
		c := s.rec[s.p]
		if s.ends(c) {
			return text
		}
		if c > ' ' {
			s.fault = AfterQuote
			return ""
		}
		s.p++
	}
	s.ended = true
	return text
}

// fromArena is the text appended since from. A later growth of the arena leaves it where it is.
func (s *Splitter) fromArena(from int) string { return borrow(s.arena[from:]) }

func borrow(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
