// Package pipeline stands beside generated stages that read csv files: it decodes texts of lines in
// which columns were guessed, and record by record, and compares.
package pipeline

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"

	"github.com/flinkc/flinkc/rtlib/connector/filesystem/csvrecord"
	"github.com/flinkc/flinkc/rtlib/format/csv"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// rounds is how many texts are made for a table.
const rounds = 150

// side is a stage that decodes blocks into rows R.
type side[R any] struct {
	decode func(b *stream.Block) ([]R, error)
	count  *stream.Counters
	stage  any // which both are of
}

// table is what makes a table's lines.
type table struct {
	format      csv.Format
	columns     int
	allNullable bool // the row has all columns, and each can be NULL
}

// judge decodes texts and counts the blocks that were taken by lines, and those that could not.
type judge[R comparable] struct {
	table
	fast, exact    side[R]
	taken, refused int
	random         *rand.Rand
}

// Answer prints what was compared, or what differs.
func Answer() {
	for i, run := range tables {
		taken, refused, err := run()
		if err != nil {
			fmt.Printf("table %d: %v\n", i, err)
			os.Exit(1)
		}
		fmt.Println(i, taken, refused)
	}
}

// broken is a wide cell with a byte in it that ends it before.
func broken(wide, at int, end byte) string {
	return strings.Repeat("y", at) + string(end) + strings.Repeat("z", wide-at-1)
}

// misleading is a text in which one line has a delimiter more than there are columns, where a guess steps
// over it, and another one a delimiter less: together they have as many as they should.
func (j *judge[R]) misleading() []byte {
	const wide = 30
	delim := string(j.format.Delimiter)
	usual := strings.Repeat("a", wide) + strings.Repeat(delim+"0", j.columns-1) + "\n"
	more := broken(wide, wide/2, j.format.Delimiter) + usual[wide:]
	less := usual[:len(usual)-len(delim+"0\n")] + "\n"
	return []byte(strings.Repeat(usual, 20) + more + strings.Repeat(usual, 20) + less)
}

// compare decodes the misleading text, for which both stages are new, and random ones.
func compare[R comparable](t table, fast, exact side[R]) (taken, refused int, err error) {
	j := &judge[R]{table: t, fast: fast, exact: exact, random: rand.New(rand.NewPCG(7, 11))}
	if err := j.text(j.misleading()); err != nil {
		return 0, 0, err
	}
	if j.taken > 0 {
		return 0, 0, errors.New("a text with a delimiter too many and one too few was taken by lines")
	}
	for range rounds {
		if err := j.text(j.randomText()); err != nil {
			return 0, 0, err
		}
	}
	return j.taken, j.refused, nil
}

// text decodes a file's content, in blocks.
func (j *judge[R]) text(text []byte) error {
	framer := csvrecord.New(j.format)
	for at := 0; at < len(text); {
		var b stream.Block
		b.Buf = append(make([]byte, 0, len(text)+stream.Padding), text...)
		next := framer.Frame(&b, b.Buf, at, true)
		if next <= at || b.Len() == 0 {
			return fmt.Errorf("%d records up to %d of %q", b.Len(), next, text[at:])
		}
		if err := j.block(&b); err != nil {
			return fmt.Errorf("%w\nin %q", err, text[at:next])
		}
		at = next
	}
	return nil
}

// block compares the two ways. A text that could not be decoded by lines was cut into records.
func (j *judge[R]) block(b *stream.Block) error {
	whole := *b
	byLines := b.Lines.N > 0
	got, err := j.fast.decode(b)
	if byLines {
		if b.Lines.N > 0 {
			j.taken++
		} else {
			j.refused++
		}
	}
	whole.Cut()
	want, wantErr := j.exact.decode(&whole)
	if (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
		return fmt.Errorf("got error %v\nwant %v", err, wantErr)
	}
	if len(got) != len(want) {
		return fmt.Errorf("got %d rows, want %d", len(got), len(want))
	}
	for i := range got {
		if got[i] != want[i] && !j.equal(reflect.ValueOf(got[i]), reflect.ValueOf(want[i])) {
			return fmt.Errorf("row %d\n got %+v\nwant %+v", i, got[i], want[i])
		}
		if a, b := origin(j.fast.stage, i), origin(j.exact.stage, i); a != b {
			return fmt.Errorf("row %d is of record %d, want %d", i, a, b)
		}
	}
	if *j.fast.count != *j.exact.count {
		return fmt.Errorf("counted %+v\nwant %+v", *j.fast.count, *j.exact.count)
	}
	return nil
}

// equal compares what is not NULL: the rest of a row is whatever was there before. Where the columns of
// the row are not all those that can be NULL, their bits are not told apart.
func (j *judge[R]) equal(a, b reflect.Value) bool {
	if !a.FieldByName("null").IsValid() || a.FieldByName("null").Uint() != b.FieldByName("null").Uint() {
		return false
	}
	null := a.FieldByName("null").Uint()
	for i := range a.NumField() {
		isNull := null>>i&1 != 0 || null != 0 && !j.allNullable
		if !isNull && !a.Field(i).Equal(b.Field(i)) {
			return false
		}
	}
	return true
}

// origin is the record of which a row was made, where the stage knows it.
func origin(stage any, row int) uint64 {
	f := reflect.ValueOf(stage).Elem().FieldByName("origin")
	if !f.IsValid() {
		return 0
	}
	return f.Index(row).Uint()
}

// randomText has lines of which most are alike: only then are there guesses. What is odd in it is
// seldom enough that some texts have none of it.
func (j *judge[R]) randomText() []byte {
	r := j.random
	wide, odd := 14+r.IntN(30), []int{0, 400, 40, 7}[r.IntN(4)]
	var b strings.Builder
	for range 1 + r.IntN(1500) {
		strange := odd > 0 && r.IntN(odd) == 0
		j.line(&b, wide, strange)
	}
	text := b.String()
	if r.IntN(3) == 0 {
		text = strings.TrimSuffix(text, "\n")
	}
	return []byte(text)
}

// line is one line; a strange one may have too few columns, too many, or cells of all kinds.
func (j *judge[R]) line(b *strings.Builder, wide int, strange bool) {
	n := j.columns
	if strange {
		n += j.random.IntN(4) - 2
	}
	for i := range n {
		if i > 0 {
			b.WriteByte(j.format.Delimiter)
		}
		b.WriteString(j.cell(i, wide, strange && j.random.IntN(2) == 0))
	}
	b.WriteByte('\n')
}

// strangeCells are meant to be taken for something else.
var strangeCells = []string{"", "", "x", "-1", "+1", " 5 ", "99999999", "123456789012", "123456789012345678901", "1.5",
	"NULL", "\xc3\xa9t\xc3\xa9", "\xff", "\x00", "\t", "a\x0bb", "'quoted'", "\"a\nb\"", "\"a\"\"b\"", "c\r\n",
	"\xef\xbb\xbf", "#", "\\", "\\,", "true", "2024-02-30"}

func (j *judge[R]) cell(i, wide int, strange bool) string {
	r := j.random
	switch {
	case strange && r.IntN(3) == 0: // what a guess at a wide column steps over
		return broken(wide, r.IntN(wide), []byte{j.format.Delimiter, '\n'}[r.IntN(2)])
	case strange:
		return strangeCells[r.IntN(len(strangeCells))]
	case i%3 == 0:
		return strings.Repeat(string(rune('a'+r.IntN(20))), wide)
	case i%3 == 1:
		return strings.Repeat("v", r.IntN(20))
	}
	number := fmt.Sprint(r.IntN(1 << (1 + r.IntN(14))))
	return strings.ReplaceAll(number, string(j.format.Delimiter), "2")
}
