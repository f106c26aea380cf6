package diag

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Source is a text with a name, and finds lines and columns in it.
type Source struct {
	Name string
	Text string

	starts []int // byte offset of the first byte of each line
}

// NewSource returns a source. The name is what diagnostics show; it may be any text.
func NewSource(name, text string) *Source {
	s := &Source{Name: name, Text: text, starts: []int{0}}
	for at := 0; ; {
		i := strings.IndexByte(text[at:], '\n')
		if i < 0 {
			return s
		}
		at += i + 1
		s.starts = append(s.starts, at)
	}
}

// Position returns the line and column of a byte offset, both from 1. Columns count characters, not
// bytes. An offset outside of the text is moved to its nearest end.
func (s *Source) Position(offset int) (line, column int) {
	offset = min(max(offset, 0), len(s.Text))
	line = sort.SearchInts(s.starts, offset+1)
	return line, utf8.RuneCountInString(s.Text[s.starts[line-1]:offset]) + 1
}

// Line returns a line, counted from 1, without its line end; "" when there is no such line.
func (s *Source) Line(line int) string {
	if line < 1 || line > len(s.starts) {
		return ""
	}
	end := len(s.Text)
	if line < len(s.starts) {
		end = s.starts[line] - 1
	}
	return strings.TrimSuffix(s.Text[s.starts[line-1]:end], "\r")
}

// LineStart returns the byte offset of the first byte of a line, counted from 1.
func (s *Source) LineStart(line int) int { return s.starts[min(max(line, 1), len(s.starts))-1] }

// Lines returns the number of lines; an empty text has one.
func (s *Source) Lines() int { return len(s.starts) }

// Slice returns the text of a span, cut to the bounds of the source.
func (s *Source) Slice(at Span) string {
	start := min(max(at.Start, 0), len(s.Text))
	return s.Text[start:min(max(at.End, start), len(s.Text))]
}
