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

// text is a piece of a file. size leaves out a line feed that was added behind the last line; last
// says that the file ends with it.
type text struct {
	data []byte
	size int
	last bool
}

// Frame implements filesystem.Framer. First it takes the block for plain lines and then looks,
// once for all of them, whether they hold anything that could make them something else: a few fast
// searches, and for most files that is all.
func (f Framer) Frame(b *stream.Block, data []byte, from int, last bool) int {
	t := text{data, len(data), last}
	if last && from < t.size && data[t.size-1] != '\n' {
		t.data = append(data, '\n')
	}
	have := len(b.Spans)
	next := plainLines(b, t.data, from)
	looked := t.data[from:next]
	if next == from { // not one line feed: then it matters what there is instead
		looked = t.data[from:]
	}
	if f.special(looked) {
		b.Spans, b.Delta = b.Spans[:have], b.Delta[:have]
		next = f.careful(b, t, from)
	}
	return min(next, t.size)
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

// special reports whether a text holds a byte that decides where a record ends, besides line feeds.
func (f Framer) special(data []byte) bool {
	return bytes.IndexByte(data, '\r') >= 0 || f.quoting(data)
}

func (f Framer) quoting(data []byte) bool {
	return f.format.Quote != 0 && bytes.IndexByte(data, f.format.Quote) >= 0 ||
		f.format.Escape != 0 && bytes.IndexByte(data, f.format.Escape) >= 0
}

// careful decides record by record. A record that has no end is, at the end of the file, the rest:
// a quote that nobody closed.
func (f Framer) careful(b *stream.Block, t text, from int) int {
	for len(b.Spans) < stream.BlockRows && from < t.size {
		end, next, ok := f.record(t.data, from)
		if !ok {
			if !t.last {
				return from
			}
			end, next = t.size, t.size
		}
		add(b, from, end)
		from = next
	}
	return from
}

// record finds the end of one record as Format.RecordEnd does. That looks at each byte; here most
// are only searched, and what the searches cannot decide is left to it: escapes, comments beside
// quotes, and a carriage return that is not before the line feed at the end.
func (f Framer) record(data []byte, from int) (end, next int, ok bool) {
	if f.format.Escape != 0 || f.format.Comments {
		return f.format.RecordEnd(data, from)
	}
	end, ok = f.lineFeed(data, from)
	if !ok {
		return f.format.RecordEnd(data, from)
	}
	switch r := bytes.IndexByte(data[from:end], '\r'); {
	case r < 0:
		return end, end + 1, true
	case from+r == end-1:
		return end - 1, end + 1, true
	}
	return f.format.RecordEnd(data, from)
}

// lineFeed is the first line feed that is not in quotes, of a record without escapes.
func (f Framer) lineFeed(data []byte, from int) (at int, ok bool) {
	for p, end := from, -1; ; {
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
