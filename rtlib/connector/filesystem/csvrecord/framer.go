// Package csvrecord finds the records of csv files. It is apart from package filesystem so that a
// program without csv does not link the format.
package csvrecord

import (
	"bytes"

	"github.com/flinkc/flinkc/rtlib/format/csv"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// Framer is a filesystem.Framer. LF, CR and CR LF end a record; inside quotes, or behind the escape
// character, they are data.
type Framer struct{ format csv.Format }

// New returns the framer of a format; delimiter, quote, escape and comments matter.
func New(format csv.Format) Framer { return Framer{format} }

// Splittable reports whether every line feed ends a record.
func (f Framer) Splittable() bool { return f.format.Quote == 0 && f.format.Escape == 0 }

// pieceBytes is how much is searched for special bytes at once: little enough that the searches behind
// the first find it in a cache near the core, and so much that the line cut by its end is one of many.
const pieceBytes = 32 << 10

// countBytes is the same where lines are counted: a block of lines ends where a piece of it does, so
// that pieces are small beside a block of usual lines.
const countBytes = 8 << 10

// Frame implements filesystem.Framer. Lines without a byte that could make them something else are
// handed out as a text, in which nobody has looked for their ends; the few searches that know this are
// the whole cost of most files.
func (f Framer) Frame(b *stream.Block, data []byte, from int, last bool) int {
	size := len(data)
	if last && from < size && data[size-1] != '\n' {
		data = append(data, '\n')
	}
	w := walk{format: f.format, data: data, size: size, piece: countBytes}
	if end := f.lines(b, &w, from); end > from {
		return min(end, size)
	}
	w.piece = pieceBytes
	return f.records(b, &w, from, last)
}

// lines adds the text of the lines from a place on, and returns where it ends: before the first piece
// that has something special, or with which there would be too many lines. Pieces become smaller until
// one of very short lines is not too much for a block.
func (f Framer) lines(b *stream.Block, w *walk, from int) (end int) {
	end = from
	if f.format.Comments {
		return end
	}
	for at := from; at < len(w.data); {
		special, stop := w.ahead(at)
		n := bytes.Count(w.data[at:stop], lineFeed)
		if special < stop || b.Lines.N+n > stream.BlockRows && b.Lines.N > 0 {
			break
		}
		if n > stream.BlockRows {
			w.piece /= 2
			continue
		}
		if n > 0 {
			end = at + bytes.LastIndexByte(w.data[at:stop], '\n') + 1
			b.Lines.N += n
		}
		at = stop
	}
	b.Lines.Span = stream.Span{Start: uint32(from), End: uint32(end)}
	return end
}

var lineFeed = []byte{'\n'}

// records adds spans. Lines without special bytes are taken as they are, the others are decided record
// by record:
//
//	| line | line | line | "a | b", ... | line | line | li...
//	^ from               ^ start        ^ then from  ^ until what was searched ends
//	                      ^ special
func (f Framer) records(b *stream.Block, w *walk, from int, last bool) int {
	data, size := w.data, w.size
	for len(b.Spans) < stream.BlockRows && from < size {
		special, end := w.ahead(from)
		start := plainLines(b, data[:special], from)
		if len(b.Spans) == stream.BlockRows {
			return min(start, size)
		}
		switch {
		case special < end:
			to, next, ok := f.record(data, start, special)
			switch {
			case ok:
			case !last:
				return start
			default: // at the end of the file it is the rest: a quote that nobody closed
				to, next = size, size
			}
			add(b, start, to)
			start = next
		case start == from && end == len(data):
			return start // not one line feed
		case start == from:
			w.piece *= 2 // a long line
		}
		from = start
	}
	return min(from, size)
}

// walk finds the bytes of a text that decide where a record ends, besides line feeds, each of them
// once, from the front to the back.
type walk struct {
	format csv.Format
	data   []byte
	size   int // of the data without a line feed that was added to it
	piece  int
	// Where the bytes come next, or how far there are none.
	carriage, quote, escape int
}

// ahead is the first special byte of the piece at from, or where the piece ends.
func (w *walk) ahead(from int) (special, end int) {
	end = min(from+w.piece, len(w.data))
	special = w.next(&w.carriage, '\r', from, end)
	if c := w.format.Quote; c != 0 {
		special = min(special, w.next(&w.quote, c, from, end))
	}
	if c := w.format.Escape; c != 0 {
		special = min(special, w.next(&w.escape, c, from, end))
	}
	return special, end
}

// next moves a byte's place on.
func (w *walk) next(at *int, c byte, from, end int) int {
	*at = max(*at, from)
	if *at < end && w.data[*at] != c {
		if n := bytes.IndexByte(w.data[*at:end], c); n >= 0 {
			*at += n
		} else {
			*at = end
		}
	}
	return *at
}

func plainLines(b *stream.Block, data []byte, from int) int {
	for len(b.Spans) < stream.BlockRows && from < len(data) {
		n := bytes.IndexByte(data[from:], '\n')
		if n < 0 {
			break
		}
		add(b, from, from+n)
		from += n + 1
	}
	return from
}

func add(b *stream.Block, start, end int) {
	b.Add(stream.Span{Start: uint32(start), End: uint32(end)}, uint32(start))
}

// record finds the end of one record as Format.RecordEnd does; its first special byte is known, and
// no line feed is before it. RecordEnd looks at each byte; here most are only searched, and what the
// searches cannot decide is left to it: escapes, comments beside quotes, and a carriage return that
// is not before the line feed at the end.
func (f Framer) record(data []byte, from, special int) (end, next int, ok bool) {
	if data[special] == '\r' && special+1 < len(data) && data[special+1] == '\n' {
		return special, special + 2, true
	}
	if f.format.Escape != 0 || f.format.Comments {
		return f.format.RecordEnd(data, from)
	}
	end, ok = f.lineFeed(data, from, special)
	if !ok {
		return f.format.RecordEnd(data, from)
	}
	switch r := bytes.IndexByte(data[special:end], '\r'); {
	case r < 0:
		return end, end + 1, true
	case special+r == end-1:
		return end - 1, end + 1, true
	}
	return f.format.RecordEnd(data, from)
}

// lineFeed is the first line feed that is not in quotes, of a record without escapes.
func (f Framer) lineFeed(data []byte, from, special int) (at int, ok bool) {
	for p, end := special, -1; ; {
		if end < p {
			n := bytes.IndexByte(data[p:], '\n')
			if n < 0 {
				return 0, false
			}
			end = p + n
		}
		q := -1
		if f.format.Quote != 0 {
			q = bytes.IndexByte(data[p:end], f.format.Quote)
		}
		if q < 0 {
			return end, true
		}
		q += p
		p = q + 1
		if q == from || data[q-1] == f.format.Delimiter { // else it is text
			if p, ok = f.afterQuotes(data, p); !ok {
				return 0, false
			}
		}
	}
}

// afterQuotes is the place behind the quote that closes; a doubled one does not.
func (f Framer) afterQuotes(data []byte, p int) (after int, ok bool) {
	for {
		n := bytes.IndexByte(data[p:], f.format.Quote)
		if n < 0 || p+n+1 >= len(data) {
			return 0, false
		}
		p += n + 1
		if data[p] != f.format.Quote {
			return p, true
		}
		p++
	}
}
