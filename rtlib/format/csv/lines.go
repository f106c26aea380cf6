package csv

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// Lines is the walk of a decoder over a text of whole lines without quotes, escapes and carriage
// returns. It makes guesses safe: a column that is not read, or that had a steady width so far, is
// stepped over by a look at the one byte where its delimiter should be.
//
//	9f2c...36 bytes...,10.1.2.3,919,1323932,/static/...28 bytes...\n9f2c...
//	                  ^ guessed        ^ found by reading the number  ^ guessed
//
// Whether a byte that was stepped over was a delimiter or a line feed is not known at that time. But
// all delimiters of the text have been counted before, and all its line feeds. The walk takes places
// in rising order, so none twice, and at each it has seen the byte: a delimiter behind each column of a
// line but the last, and a line feed behind that. A line that is not read in this way, because a guess
// led astray or it has no such columns, gives its first line feed and all delimiters before it, counted.
// So when the walk has taken as many of both as there are, it has taken all of them: no byte that was
// stepped over is one. Lines with a delimiter too many cannot make up for lines with one too few: the
// former leave a delimiter that was stepped over, or are not read in this way, and so do the latter.
// Where the numbers differ, what was read is forgotten, and the text is decoded record by record.
type Lines struct {
	Chars
	Buf     []byte // At and End are places in it
	At, End int    // the next line, and the end of the text

	lines, delims int // that the walk has not taken yet
	delimiter     [1]byte
	columns       int
}

// NewLines returns the walk for tables with the given number of columns.
func NewLines(delimiter byte, columns int) Lines {
	return Lines{delimiter: [1]byte{delimiter}, columns: columns}
}

// Begin starts with the text of a block. It refuses a block that has none, and a text that is not
// UTF-8 or has a byte order mark.
func (l *Lines) Begin(b *stream.Block) bool {
	if b.Lines.N == 0 {
		return false
	}
	l.Buf = b.Buf[:cap(b.Buf)]
	l.Chars.at = unsafe.Pointer(unsafe.SliceData(l.Buf))
	l.At, l.End = int(b.Lines.Start), int(b.Lines.End)
	text := l.Buf[l.At:l.End]
	if !isASCII(text) && !(utf8.Valid(text) && !bytes.Contains(text, bom)) {
		return false
	}
	l.lines, l.delims = b.Lines.N, bytes.Count(text, l.delimiter[:])
	return true
}

// Took says that a decoder has read n lines up to at, each with the columns of the table.
func (l *Lines) Took(n, at int) {
	l.At = at
	l.lines -= n
	l.delims -= n * (l.columns - 1)
}

// Odd takes the next line, which has to be read by itself.
func (l *Lines) Odd() stream.Span {
	line := l.Buf[l.At:l.End]
	if n := bytes.IndexByte(line, '\n'); n >= 0 {
		line = line[:n]
	}
	s := stream.Span{Start: uint32(l.At), End: uint32(l.At + len(line))}
	l.delims -= bytes.Count(line, l.delimiter[:])
	l.lines--
	l.At += len(line) + 1
	return s
}

// Ended reports that no line is left.
func (l *Lines) Ended() bool { return l.At >= l.End }

// Proven reports, at the end, that every guess was right.
func (l *Lines) Proven() bool { return l.At == l.End && l.lines == 0 && l.delims == 0 }

// isASCII looks at eight words in a step, so that the loop is as fast as memory.
func isASCII(text []byte) bool {
	var a, b uint64
	for len(text) >= 8*wordSize {
		w := (*[8 * wordSize]byte)(text)
		a |= binary.LittleEndian.Uint64(w[0:]) | binary.LittleEndian.Uint64(w[8:]) |
			binary.LittleEndian.Uint64(w[16:]) | binary.LittleEndian.Uint64(w[24:])
		b |= binary.LittleEndian.Uint64(w[32:]) | binary.LittleEndian.Uint64(w[40:]) |
			binary.LittleEndian.Uint64(w[48:]) | binary.LittleEndian.Uint64(w[56:])
		text = text[8*wordSize:]
	}
	for _, c := range text {
		a |= uint64(c)
	}
	return (a|b)&highs == 0
}
