package csv

import (
	"bytes"
	"encoding/binary"
	"slices"
	"unicode/utf8"
	"unsafe"
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
//
// Where a line starts is known when the one before it has been read, and the processor waits for that
// most of the time. So the text is read at two places that take turns: at its start, and from the middle
// on. Each half has its own number of lines and its own end, and what was said holds for each.
type Lines struct {
	Chars
	Buf []byte // places are in it
	End int    // of the text
	At  int    // the line whose turn it is
	Row int    // its number
	// The line of the other half, whose turn is next.
	OtherAt, OtherRow int
	Left              int // lines that have not been read

	Drops int // lines that give no row

	odd, of int // of the lines of the text, so many were read by themselves
	rest    int // texts that are not tried

	middle    int // where the second half starts
	delims    int // that have not been taken yet
	delimiter [1]byte
	columns   int
	dropped   []bool // by line, if there are any
}

// NewLines returns the walk for tables with the given number of columns.
func NewLines(delimiter byte, columns int) Lines {
	return Lines{delimiter: [1]byte{delimiter}, columns: columns}
}

// Begin starts with a text, behind which more can be read, of so many lines. It refuses one that is empty,
// is not UTF-8 or has a byte order mark, and one of lines that mostly have to be read by themselves.
func (l *Lines) Begin(text []byte, lines int) bool {
	if lines == 0 || l.rests() {
		return false
	}
	l.Buf = text[:cap(text)]
	l.Chars.at = unsafe.Pointer(unsafe.SliceData(l.Buf))
	l.At, l.End, l.Left = 0, len(text), lines
	if !isASCII(text) && !(utf8.Valid(text) && !bytes.Contains(text, bom)) {
		return false
	}
	l.delims = bytes.Count(text, l.delimiter[:])
	l.Row, l.OtherRow = 0, l.Left-l.Left/2
	l.middle = startOf(text, l.OtherRow)
	l.OtherAt = l.middle
	l.Drops, l.odd, l.of = 0, 0, lines
	return true
}

// rests reports whether a text is not tried because too many lines of the last one had to be read by
// themselves, which costs more than to do so from the start. It is tried again after some.
func (l *Lines) rests() bool {
	if l.odd > l.of/maxOdd {
		l.odd, l.rest = 0, retryBlocks
	}
	if l.rest == 0 {
		return false
	}
	l.rest--
	return true
}

// maxOdd is one in how many lines at most may be odd.
const maxOdd = 4

var lineFeed = []byte{'\n'}

// startOf is where line n of a text starts, n > 0. Lines are mostly alike, so that it is a little behind
// a place before the middle, if n is half of them; only the lines between are searched one by one.
func startOf(text []byte, n int) int {
	at := len(text)/2 - len(text)/32
	have := bytes.Count(text[:at], lineFeed)
	if have >= n { // the short lines come first
		at, have = 0, 0
	}
	for ; have < n; have++ {
		at += bytes.IndexByte(text[at:], '\n') + 1
	}
	return at
}

// Took says that a decoder has read lines, each with the columns of the table, until so many are left.
func (l *Lines) Took(left int) {
	l.delims -= (l.Left - left) * (l.columns - 1)
	l.Left = left
}

// Odd takes the line whose turn it is, which has to be read by itself, and returns its number too.
func (l *Lines) Odd() (start, end uint32, row int) {
	line := l.Buf[l.At:l.End]
	if n := bytes.IndexByte(line, '\n'); n >= 0 {
		line = line[:n]
	}
	start, end, row = uint32(l.At), uint32(l.At+len(line)), l.Row
	l.odd++
	l.delims -= bytes.Count(line, l.delimiter[:])
	l.Left--
	l.At, l.OtherAt = l.OtherAt, l.At+len(line)+1
	l.Row, l.OtherRow = l.OtherRow, l.Row+1
	return start, end, row
}

// Drop notes that a line gives no row.
func (l *Lines) Drop(row int) {
	if l.Drops == 0 {
		l.dropped = slices.Grow(l.dropped[:0], l.of)[:l.of]
		clear(l.dropped)
	}
	l.dropped[row] = true
	l.Drops++
}

// Dropped reports whether a line gives no row.
func (l *Lines) Dropped(row int) bool { return l.Drops > 0 && l.dropped[row] }

// Ended reports that no line is left, or that the walk is astray.
func (l *Lines) Ended() bool { return l.Left == 0 || l.At >= l.End }

// Proven reports, at the end, that every guess was right.
func (l *Lines) Proven() bool {
	return l.Left == 0 && l.delims == 0 &&
		min(l.At, l.OtherAt) == l.middle && max(l.At, l.OtherAt) == l.End
}

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
