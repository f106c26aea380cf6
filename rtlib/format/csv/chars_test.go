package csv_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/format/csv"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// begin starts the walk over a text of lines.
func begin(l *csv.Lines, text string) bool {
	buf := append([]byte(text), make([]byte, stream.Padding)...)[:len(text)]
	return l.Begin(buf, strings.Count(text, "\n"))
}

func TestCharsReadAsSlices(t *testing.T) {
	for _, text := range []string{
		"", "0", "7,", "12345678", "1234567,x", "99999999999", "-5", "x", "00042 ", "12\x00",
	} {
		l := csv.NewLines(',', 2)
		begin(&l, text+"\n")
		v, q := l.Digits(0)
		wantQ := len(text) - len(strings.TrimLeft(text, "0123456789"))
		if wantQ >= 8 {
			wantQ = 0 // so many are for LongDigits
		}
		want, _ := strconv.ParseInt(text[:wantQ], 10, 64)
		if v != want && q > 0 || q != wantQ {
			t.Errorf("%q: %d up to %d, want %d up to %d", text, v, q, want, wantQ)
		}
	}
}

// TestEndStopsAtEveryByte puts each byte behind columns of all widths.
func TestEndStopsAtEveryByte(t *testing.T) {
	for _, delim := range []byte{',', '\t', '|'} {
		l := csv.NewLines(delim, 2)
		for n := range 20 {
			for c := range 128 {
				begin(&l, strings.Repeat("y", n)+string(rune(c))+"yyyyyyyyyyyyyyyyy\n")
				want := n
				if c >= 14 && byte(c) != delim {
					want += 18
				}
				if got := l.Chars.End(0, delim); got != want {
					t.Fatalf("%q behind %d bytes, delimiter %q: got %d, want %d", rune(c), n, delim, got, want)
				}
			}
			begin(&l, strings.Repeat("y", n)+"é,\n")
			if got := l.Chars.End(0, delim); got > n+2 {
				t.Fatalf("beyond ASCII behind %d bytes: got %d", n, got)
			}
		}
	}
}

func TestLinesRefuseWhatIsNoText(t *testing.T) {
	long := strings.Repeat("x", 200)
	for text, want := range map[string]bool{
		"a,b\n": true, long + "\n": true, "\xc3\xa9,\n" + long + "\n": true, long + "\xc3\xa9\n": true,
		"\xff\n": false, long + "\xff\n": false, "\xc3\n\xa9\n": false, long + "\n\xef\xbb\xbfa\n": false, "": false,
	} {
		l := csv.NewLines(',', 2)
		if got := begin(&l, text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// TestLinesCount takes lines in all ways and looks whether every delimiter and line feed is asked for.
func TestLinesCount(t *testing.T) {
	const text = "a,b\nc,d\n,e,f\ng\n" // lines at 0 and 4; at 8 and 13
	for _, c := range []struct {
		name string
		take func(l *csv.Lines)
		want bool
	}{
		{"all by themselves", func(l *csv.Lines) { odd(l, 4) }, true},
		{"two as guessed", func(l *csv.Lines) { guess(l, 4); odd(l, 1); guess(l, 8); odd(l, 1) }, true},
		{"one with a delimiter too many as guessed", func(l *csv.Lines) { odd(l, 1); guess(l, 13); odd(l, 2) }, false},
		{"one that steps over a line feed", func(l *csv.Lines) { guess(l, 8); odd(l, 3) }, false},
		{"one that steps into the other half", func(l *csv.Lines) { odd(l, 2); guess(l, 13); odd(l, 1) }, false},
		{"one too few", func(l *csv.Lines) { odd(l, 3) }, false},
	} {
		l := csv.NewLines(',', 2)
		begin(&l, text)
		if c.take(&l); l.Proven() != c.want {
			t.Errorf("%s: proven %v", c.name, l.Proven())
		}
	}
}

func odd(l *csv.Lines, n int) {
	for range n {
		l.Odd()
	}
}

// guess takes the line whose turn it is as ended before a place.
func guess(l *csv.Lines, next int) {
	l.At, l.OtherAt = l.OtherAt, next
	l.Row, l.OtherRow = l.OtherRow, l.Row+1
	l.Took(l.Left - 1)
}

// TestLinesTakeTurns reads texts of lines of all widths by turns: each line once, with its number.
func TestLinesTakeTurns(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	for n := 1; n <= stream.BlockRows; n += 1 + n/3 {
		for _, widths := range []func(i int) int{
			func(int) int { return 20 }, func(i int) int { return i }, func(i int) int { return n - i },
			func(int) int { return r.IntN(90) }, func(int) int { return 0 },
		} {
			var text strings.Builder
			var starts []int
			for i := range n {
				starts = append(starts, text.Len())
				text.WriteString(strings.Repeat("x", widths(i)) + "\n")
			}
			l := csv.NewLines(',', 2)
			begin(&l, text.String())
			seen := map[int]bool{}
			for !l.Ended() {
				start, end, row := l.Odd()
				if seen[row] || int(start) != starts[row] || l.Buf[end] != '\n' {
					t.Fatalf("%d lines: line %d at %d, want %d", n, row, start, starts[row])
				}
				seen[row] = true
			}
			if !l.Proven() || len(seen) != n {
				t.Fatalf("%d lines: %d seen, proven %v", n, len(seen), l.Proven())
			}
		}
	}
}

func TestDroppedLines(t *testing.T) {
	l := csv.NewLines(',', 2)
	begin(&l, strings.Repeat("a,b\n", 200))
	for _, row := range []int{0, 63, 64, 199} {
		l.Drop(row)
	}
	for row := range 200 {
		if got, want := l.Dropped(row), row == 0 || row == 63 || row == 64 || row == 199; got != want {
			t.Errorf("line %d is dropped: %v", row, got)
		}
	}
	if l.Drops != 4 {
		t.Errorf("%d drops", l.Drops)
	}
	if begin(&l, "a,b\n"); l.Drops != 0 || l.Dropped(0) {
		t.Error("the next text starts with drops")
	}
}

// TestLinesRest: where lines mostly have to be read by themselves, most texts are not tried.
func TestLinesRest(t *testing.T) {
	for share, want := range map[int]int{2: 2, 3: 2, 5: 66, 1000: 66} {
		l, tried := csv.NewLines(',', 2), 0
		for range 66 {
			if !begin(&l, strings.Repeat("a,b\n", 300)) {
				continue
			}
			tried++
			for i := 0; !l.Ended(); i++ {
				if i%share == 0 {
					l.Odd()
				} else {
					guess(&l, l.At+4)
				}
			}
		}
		if tried != want {
			t.Errorf("1 of %d lines is odd: %d texts tried, want %d", share, tried, want)
		}
	}
}
