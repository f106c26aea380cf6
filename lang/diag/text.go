package diag

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// TextOptions are the settings of Text.
type TextOptions struct {
	Color bool // ANSI escapes
}

// ANSI escapes by what they mark.
const (
	reset  = "\x1b[0m"
	bold   = "\x1b[1m"
	red    = "\x1b[1;31m"
	yellow = "\x1b[1;33m"
	cyan   = "\x1b[1;36m"
)

// Text writes the list for a reader: position, message, the line with carets, notes and hint, with
// an empty line between two diagnostics. It returns the first error of w.
func (l List) Text(w io.Writer, opts TextOptions) error {
	for i, d := range l {
		r := &textRenderer{color: opts.Color}
		if i > 0 {
			r.b.WriteByte('\n')
		}
		r.diagnostic(d)
		if _, err := io.WriteString(w, r.b.String()); err != nil {
			return err
		}
	}
	return nil
}

// String returns the list as Text writes it, without colour.
func (l List) String() string {
	var b strings.Builder
	_ = l.Text(&b, TextOptions{}) // a Builder has no errors
	return b.String()
}

type textRenderer struct {
	b      strings.Builder
	color  bool
	gutter int // width of the widest line number
}

func (r *textRenderer) paint(color, text string) string {
	if !r.color {
		return text
	}
	return color + text + reset
}

func (r *textRenderer) diagnostic(d Diagnostic) {
	r.gutter = gutter(d)
	kind := fmt.Sprintf("%s[%s]", d.Severity, d.Code)
	fmt.Fprintf(&r.b, "%s%s: %s\n", r.where(d), r.paint(severityColor(d.Severity), kind),
		r.paint(bold, oneLine(d.Message)))
	if d.Source != nil {
		fmt.Fprintf(&r.b, "%*s |\n", r.gutter, "")
		r.snippet(d.Source, d.At, '^', d.Label)
	}
	for _, n := range d.Notes {
		fmt.Fprintf(&r.b, "%s %s\n", r.paint(cyan, "note:"), oneLine(n.Message))
		if n.Source != nil {
			r.snippet(n.Source, n.At, '-', "")
		}
	}
	if d.Hint != "" {
		fmt.Fprintf(&r.b, "%s %s\n", r.paint(cyan, "hint:"), oneLine(d.Hint))
	}
}

func severityColor(s Severity) string { return [...]string{red, yellow, cyan}[s] }

func (r *textRenderer) where(d Diagnostic) string {
	if d.Source == nil {
		return ""
	}
	line, column := d.Source.Position(d.At.Start)
	return fmt.Sprintf("%s:%d:%d: ", visible(d.Source.Name), line, column)
}

// gutter is the width of the widest line number that a diagnostic shows, at least 2.
func gutter(d Diagnostic) int {
	width := 2
	widen := func(s *Source, at Span) {
		if s != nil {
			line, _ := s.Position(at.Start)
			width = max(width, len(fmt.Sprint(line)))
		}
	}
	widen(d.Source, d.At)
	for _, n := range d.Notes {
		widen(n.Source, n.At)
	}
	return width
}

// snippet writes the line of a span and marks under it. A span over several lines is marked to the
// end of the first; an empty one gets one mark.
func (r *textRenderer) snippet(s *Source, at Span, mark rune, label string) {
	line, _ := s.Position(at.Start)
	text, from := s.Line(line), s.LineStart(line)
	start := min(max(at.Start-from, 0), len(text))
	end := min(max(at.End-from, start), len(text))
	text, start, end = window(text, start, end)
	marks := strings.Repeat(string(mark), max(1, columns(text[start:end], columns(text[:start], 0))))
	if label != "" {
		marks += " " + oneLine(label)
	}
	fmt.Fprintf(&r.b, "%*d | %s\n", r.gutter, line, strings.TrimRight(expand(text), " "))
	fmt.Fprintf(&r.b, "%*s | %s%s\n", r.gutter, "", strings.Repeat(" ", columns(text[:start], 0)),
		r.paint(severityColor(markSeverity(mark)), marks))
}

// A line of more than shownBytes is shown in part, from contextBytes before the span on: a reader
// finds the place, and a file of one line with many errors does not print itself once for each.
const (
	shownBytes   = 240
	contextBytes = 80
	ellipsis     = "..."
)

// window is the part of a long line around text[start:end], and where the span lies in it.
func window(text string, start, end int) (part string, from, to int) {
	if len(text) <= shownBytes {
		return text, start, end
	}
	left := runeStart(text, max(0, start-contextBytes))
	right := runeStart(text, min(len(text), left+shownBytes))
	part = text[left:right]
	from, to = start-left, min(end, right)-left
	if left > 0 {
		part, from, to = ellipsis+part, from+len(ellipsis), to+len(ellipsis)
	}
	if right < len(text) {
		part += ellipsis
	}
	return part, from, to
}

// runeStart is the beginning of the character at or, by at most three bytes, before an offset.
func runeStart(text string, at int) int {
	for i := at; i > max(0, at-utf8.UTFMax) && i < len(text); i-- {
		if utf8.RuneStart(text[i]) {
			return i
		}
	}
	return at
}

func markSeverity(mark rune) Severity {
	if mark == '^' {
		return Error
	}
	return Note
}

const tabWidth = 4

// columns is the width of text on a terminal when it begins at a column: tabs go to the next stop,
// wide characters take two columns, combining ones none.
func columns(text string, at int) int {
	begin := at
	for i, c := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		if c == '\t' {
			at += tabWidth - at%tabWidth
			continue
		}
		if c == utf8.RuneError && size == 1 {
			at++
			continue
		}
		at += runeWidth(c)
	}
	return at - begin
}

// Width is the number of columns that text takes on a terminal.
func Width(text string) int { return columns(text, 0) }

// expand replaces what would disturb a terminal: tabs become blanks, control characters and bytes
// that are no UTF-8 the replacement character.
func expand(text string) string {
	var b strings.Builder
	at := 0
	for _, c := range text {
		switch {
		case c == '\t':
			n := tabWidth - at%tabWidth
			b.WriteString(strings.Repeat(" ", n))
			at += n
			continue
		case !unicode.IsPrint(c) && !unicode.Is(unicode.Mn, c):
			c = utf8.RuneError
		}
		b.WriteRune(c)
		at += runeWidth(c)
	}
	return b.String()
}

// visible is expand for names and messages.
func visible(text string) string { return expand(text) }

// oneLine keeps a message on one line.
func oneLine(text string) string { return visible(strings.ReplaceAll(text, "\n", " ")) }

// wide are the ranges of characters that terminals show in two columns (East Asian Width W and F).
var wide = []struct{ lo, hi rune }{
	{0x1100, 0x115f}, {0x2e80, 0x303e}, {0x3041, 0x33ff}, {0x3400, 0x4dbf}, {0x4e00, 0x9fff},
	{0xa000, 0xa4cf}, {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xfe30, 0xfe6f}, {0xff00, 0xff60},
	{0xffe0, 0xffe6}, {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd},
}

func runeWidth(c rune) int {
	if c < 0x300 {
		return 1
	}
	if unicode.In(c, unicode.Mn, unicode.Me) {
		return 0
	}
	for _, r := range wide {
		if r.lo <= c && c <= r.hi {
			return 2
		}
	}
	return 1
}
