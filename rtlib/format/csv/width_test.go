package csv_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/format/csv"
)

// TestWidthFindsAsFind compares every answer with the plain search, in all states of a prediction:
// none yet, the right one, a wrong one, and given up.
func TestWidthFindsAsFind(t *testing.T) {
	columns := []string{"", "a", "abcdefg", "abcdefgh", "abcdefghi", strings.Repeat("x", 40), "\xc3\xa9abcdefgh",
		`"quoted",`, `in"side-long`, "tab\tinside-long", "line\nend-behind", "abc,efgh", "abcdefgh,x", "\r"}
	states := map[string]func(w *csv.Width){
		"new":       func(*csv.Width) {},
		"predicted": func(w *csv.Width) { find(w, strings.Repeat("y", 16)+",") },
		"long":      func(w *csv.Width) { find(w, strings.Repeat("y", 40)+",") },
		"given up":  giveUp,
	}
	for name, prepare := range states {
		for _, column := range columns {
			for _, rest := range []string{"", ",", ",rest", ",,,,,,,,,,,"} {
				var w csv.Width
				prepare(&w)
				in := padded(column + rest)
				p, e := int(in.spans[0].Start), int(in.spans[0].End)
				want, wantSeen := csv.Find(in.buf, p, e, ',', '"')
				got, seen := w.Find(in.buf, p, e, ',', '"')
				if got != want || csv.ValidText(in.buf, p, e, seen) != csv.ValidText(in.buf, p, e, wantSeen) {
					t.Errorf("%s: %q: got %d, want %d", name, column+rest, got, want)
				}
			}
		}
	}
}

// TestEveryByteAtEveryPlace puts each byte at each place of a column whose width is predicted, and
// compares with a look at one byte after the other.
func TestEveryByteAtEveryPlace(t *testing.T) {
	for _, delim := range []byte{',', '\t', ';', '|', ' '} {
		for n := 1; n <= 40; n++ {
			column := []byte(strings.Repeat("y", n))
			var w csv.Width
			find(&w, string(column)+",")
			for i := range column {
				for c := range 256 {
					column[i] = byte(c)
					checkColumn(t, &w, string(column), delim)
				}
				column[i] = 'y'
			}
		}
	}
}

func checkColumn(t *testing.T, w *csv.Width, column string, delim byte) {
	t.Helper()
	in := padded(column + string(delim))
	p, e := int(in.spans[0].Start), int(in.spans[0].End)
	special := func(c byte) bool { return c == delim || c < 14 }
	want := p + slices.IndexFunc([]byte(column+string(delim)), special)
	clean := want == e-1
	if in.buf[want] != delim || in.buf[p] == '"' {
		want = -1
	}
	got, seen := w.Find(in.buf, p, e, delim, '"')
	ascii := !strings.ContainsFunc(column, func(r rune) bool { return r > 127 })
	if got != want || want == e-1 && (seen&highBits == 0) != ascii {
		t.Fatalf("%q until %q: got %d, %x, want %d", column, delim, got, seen, want)
	}
	seen, ok := csv.Clean(in.buf, p, e-1, delim)
	if ok != clean || ok && (seen&highBits == 0) != ascii {
		t.Fatalf("%q until %q: clean %t, %x, want %t", column, delim, ok, seen, clean)
	}
}

func find(w *csv.Width, record string) {
	in := padded(record)
	w.Find(in.buf, int(in.spans[0].Start), int(in.spans[0].End), ',', '"')
}

// giveUp shows columns of ever different widths.
func giveUp(w *csv.Width) {
	for i := range 200 {
		find(w, strings.Repeat("z", 16+i%9)+",")
	}
}

func TestByteOrderMarkIsNoText(t *testing.T) {
	in := padded("\xef\xbb\xbfa,b")
	p, e := int(in.spans[0].Start), int(in.spans[0].End)
	_, seen := csv.Find(in.buf, p, e, ',', '"')
	if csv.ValidText(in.buf, p, e, seen) {
		t.Error("a record with a byte order mark must take the general path, which drops it")
	}
	if in = padded("a,\xef\xbb\xbf"); !csv.ValidText(in.buf, int(in.spans[0].Start), int(in.spans[0].End), highBits) {
		t.Error("behind the start it is an ordinary character")
	}
}

// highBits are the bits that bytes beyond ASCII have.
const highBits = 0x8080808080808080
