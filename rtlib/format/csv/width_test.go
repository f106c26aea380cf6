package csv_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/format/csv"
)

// TestEveryByteAtEveryPlace puts each byte at each place of columns of all widths, and compares with a
// look at one byte after the other.
func TestEveryByteAtEveryPlace(t *testing.T) {
	for _, delim := range []byte{',', '\t', ';', '|', ' '} {
		for n := 1; n <= 40; n++ {
			column := []byte(strings.Repeat("y", n))
			for i := range column {
				for c := range 256 {
					column[i] = byte(c)
					checkColumn(t, string(column), delim)
				}
				column[i] = 'y'
			}
		}
	}
}

func checkColumn(t *testing.T, column string, delim byte) {
	t.Helper()
	in := padded(column + string(delim))
	p, e := int(in.spans[0].Start), int(in.spans[0].End)
	special := func(c byte) bool { return c == delim || c < 14 }
	want := p + slices.IndexFunc([]byte(column+string(delim)), special)
	clean := want == e-1
	ascii := !strings.ContainsFunc(column, func(r rune) bool { return r > 127 })
	chars := csv.CharsOf(in.buf)
	stop := p + slices.IndexFunc([]byte(column+string(delim)), func(c byte) bool { return special(c) || c > 127 })
	if got := chars.Column(p, e, delim); got != stop {
		t.Fatalf("%q until %q: may end at %d, want %d", column, delim, got, stop)
	}
	if got := chars.Column(p, e-1, delim); got != stop && (got < e-1 || stop < e-1) {
		t.Fatalf("%q before its end: may end at %d, want %d", column, got, stop)
	}
	plain := len(column) >= 16 && !strings.ContainsFunc(column, func(r rune) bool {
		return r <= rune(delim) || r < 14 || r > 127
	})
	if got := chars.Plain(p, e-1, delim); got != plain {
		t.Fatalf("%q until %q is plain: %t", column, delim, got)
	}
	if in.buf[want] != delim || in.buf[p] == '"' {
		want = -1
	}
	got, seen := csv.Find(in.buf, p, e, delim, '"')
	if got != want || want == e-1 && (seen&highBits == 0) != ascii {
		t.Fatalf("%q until %q: got %d, %x, want %d", column, delim, got, seen, want)
	}
	seen, ok := csv.Clean(in.buf, p, e-1, delim)
	if ok != clean || ok && (seen&highBits == 0) != ascii {
		t.Fatalf("%q until %q: clean %t, %x, want %t", column, delim, ok, seen, clean)
	}
}

// TestNothingIsPlain: an empty text is, and is not looked at.
func TestNothingIsPlain(t *testing.T) {
	if !csv.CharsOf(make([]byte, 1)).Plain(0, 0, ',') {
		t.Error("an empty column is not plain")
	}
}

func TestByteOrderMarkIsNoText(t *testing.T) {
	in := padded("\xef\xbb\xbfa,b")
	p, e := int(in.spans[0].Start), int(in.spans[0].End)
	_, seen := csv.Find(in.buf, p, e, ',', '"')
	if csv.ValidText(in.buf, p, e, seen) {
		t.Error("a record with a byte order mark must be decoded by itself, which drops the mark")
	}
	if in = padded("a,\xef\xbb\xbf"); !csv.ValidText(in.buf, int(in.spans[0].Start), int(in.spans[0].End), highBits) {
		t.Error("behind the start it is an ordinary character")
	}
}

// highBits are the bits that bytes beyond ASCII have.
const highBits = 0x8080808080808080
