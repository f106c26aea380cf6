package filesystem

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// FuzzLines frames bytes in two pieces and compares with a split of the whole.
func FuzzLines(f *testing.F) {
	for _, s := range []string{"", "a", "a\n", "\r\n\n", "a\rb\r", "{}\n{}\r\n"} {
		f.Add([]byte(s), uint16(2))
	}
	f.Fuzz(func(t *testing.T, data []byte, cut uint16) {
		if bytes.Count(data, []byte("\n")) >= stream.BlockRows {
			return
		}
		var got []string
		var b stream.Block
		take := func(data []byte, from int, last bool) int {
			b.Reset()
			next := Lines{}.Frame(&b, data, from, last)
			for _, s := range b.Spans {
				got = append(got, string(data[s.Start:s.End]))
			}
			return next
		}
		next := take(data[:min(int(cut), len(data))], 0, false)
		if end := take(data, next, true); end != len(data) {
			t.Fatalf("ended at %d of %d", end, len(data))
		}
		var want []string
		if len(data) > 0 {
			want = strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
		}
		for i := range want {
			want[i] = strings.TrimSuffix(want[i], "\r")
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}

// FuzzCommittable: what is accepted is what encode writes, and names a file of the folder itself.
func FuzzCommittable(f *testing.F) {
	f.Add(committable{"part-0-3.csv", 4096, true}.encode())
	f.Add([]byte{1, 0, 0, 0, 0, 0, 0, 0, 0, 1, '.', '.', '/', 'x'})
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := decodeCommittable(b)
		if err != nil {
			return
		}
		if !bytes.Equal(c.encode(), b) || strings.ContainsAny(c.final, "/\\\n") {
			t.Fatalf("%q became %+v", b, c)
		}
	})
}

func TestPartNames(t *testing.T) {
	for _, c := range []struct {
		name      string
		final     string // "" when it is not a hidden name
		committed int64
		number    int
	}{
		{"part-0-3.csv", "", 0, 3},
		{".part-0-3.csv.inprogress", "part-0-3.csv", 0, 3},
		{".part-12-0.json.4096.inprogress", "part-12-0.json", 4096, 0},
		{".part-0-3.csv.99999999999999999999.inprogress", "", 0, 3},
		{".part-0-3.csv", "", 0, -1},
		{"part-0-3.csv.gz", "", 0, -1},
		{"part-0.csv", "", 0, -1},
	} {
		final, committed, ok := parseHidden(c.name)
		if ok != (c.final != "") || ok && (final != c.final || committed != c.committed) {
			t.Errorf("%s: %q, %d, %v", c.name, final, committed, ok)
		}
		if got := numberOf(c.name); got != c.number {
			t.Errorf("%s: number %d, want %d", c.name, got, c.number)
		}
	}
}
