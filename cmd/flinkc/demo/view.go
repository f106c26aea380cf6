package demo

import (
	"fmt"
	"io"
	"strings"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/page"
)

// view shows the progress: on a terminal a table that is redrawn in place, else a line a second.
type view struct {
	out      io.Writer
	terminal bool
	drawn    int     // lines of the table on the screen
	logged   float64 // when the last line was written, seconds from the start
	meter    meter
}

// meter smooths a rate over the last second or two.
type meter struct {
	seconds, rate float64
	records       int64
}

// shownRows bounds the table on the terminal; the page shows all.
const shownRows = 16

func newView(out io.Writer, terminal bool) *view { return &view{out: out, terminal: terminal} }

// say writes a line above the table.
func (v *view) say(format string, args ...any) { fmt.Fprintf(v.out, format+"\n", args...) }

// smoothing is the weight of the latest interval in the rate.
const smoothing = 0.4

// read tells the number of records at a time and returns the records a second.
func (m *meter) read(records int64, seconds float64) float64 {
	if seconds <= m.seconds {
		return m.rate
	}
	now := float64(records-m.records) / (seconds - m.seconds)
	if m.rate == 0 {
		m.rate = now
	}
	m.rate += smoothing * (now - m.rate)
	m.seconds, m.records = seconds, records
	return m.rate
}

// show writes a snapshot.
func (v *view) show(s page.Snapshot) {
	if !v.terminal {
		v.log(s)
		return
	}
	var b strings.Builder
	if v.drawn > 0 {
		fmt.Fprintf(&b, "\x1b[%dA\x1b[J", v.drawn) // up, and clear what is below
	}
	text := progress(s) + "\n" + losses(s) + "\n\n" + Table(s.Rows, shownRows)
	v.drawn = strings.Count(text, "\n")
	b.WriteString(text)
	_, _ = io.WriteString(v.out, b.String())
}

// log writes a line a second, and the final one.
func (v *view) log(s page.Snapshot) {
	if s.Seconds-v.logged < 0.95 && s.State != page.Finished {
		return
	}
	v.logged = s.Seconds
	v.say("%s, %s", progress(s), losses(s))
}

// progress and losses are two halves of one sentence: together they are too long for a terminal,
// where a line that wraps would spoil the redrawing.
func progress(s page.Snapshot) string {
	return fmt.Sprintf("%6.1f s  %s: %s records, %s/s, %d provinces", s.Seconds, s.State,
		grouped(s.Records), grouped(int64(s.Rate)), provinces(s.Rows))
}

func losses(s page.Snapshot) string {
	return fmt.Sprintf("%s waiting, %s lines dropped, %s fields made NULL", grouped(s.Behind),
		grouped(s.BadRecords), grouped(s.BadFields))
}

const rowFormat = "%s %14s %20s %16s\n"

func fraction(v float64) string { return fmt.Sprintf("%.3f", v) }

// Table is the first rows of a result table as text, at most so many.
func Table(rows []page.Row, most int) string {
	var b strings.Builder
	fmt.Fprintf(&b, rowFormat, padded("province", nameWidth), "accesses", "bytes", "bytes/ms")
	for _, r := range rows[:min(most, len(rows))] {
		fmt.Fprintf(&b, rowFormat, padded(r.Province, nameWidth), grouped(r.Count),
			orNull(r.Bytes, grouped), orNull(r.Speed, fraction))
	}
	if more := len(rows) - most; more > 0 {
		fmt.Fprintf(&b, "and %d more\n", more)
	}
	return b.String()
}

// nameWidth is the columns of a terminal that the longest name takes.
const nameWidth = 18

// padded fills a name with blanks up to a width. Chinese characters are two columns wide.
func padded(name string, width int) string {
	for _, r := range name {
		width--
		if r >= 0x2e80 {
			width--
		}
	}
	return name + strings.Repeat(" ", max(width, 0))
}

func orNull[T any](v *T, text func(T) string) string {
	if v == nil {
		return "NULL"
	}
	return text(*v)
}

// grouped is a number with a comma every three digits.
func grouped(n int64) string {
	digits := fmt.Sprint(n)
	sign := strings.TrimRight(digits, "0123456789")
	digits = digits[len(sign):]
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}
