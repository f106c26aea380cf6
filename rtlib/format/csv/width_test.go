package csv_test

import (
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
		"predicted": func(w *csv.Width) { find(w, "abcdefgh,") },
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

func find(w *csv.Width, record string) {
	in := padded(record)
	w.Find(in.buf, int(in.spans[0].Start), int(in.spans[0].End), ',', '"')
}

// giveUp shows columns of ever different widths.
func giveUp(w *csv.Width) {
	for i := range 200 {
		find(w, strings.Repeat("z", 8+i%9)+",")
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

// highBits are the bits of some byte beyond ASCII.
const highBits = 0x80
