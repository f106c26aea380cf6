package csvrecord

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/format/csv"
	"github.com/flinkc/flinkc/rtlib/stream"
)

var (
	quoted   = csv.Format{Delimiter: ',', Quote: '"'}
	escaped  = csv.Format{Delimiter: ',', Quote: '"', Escape: '\\'}
	unquoted = csv.Format{Delimiter: ','}
	comments = csv.Format{Delimiter: ',', Quote: '"', Comments: true}
)

// frame frames a text that comes in pieces of at most step bytes, as a reader does.
func frame(t testing.TB, f csv.Format, text string, step int) []string {
	t.Helper()
	var out []string
	var b stream.Block
	var buf []byte
	from, read := 0, 0
	for {
		b.Reset()
		data := append(make([]byte, 0, len(buf)+stream.Padding), buf...)
		next := New(f).Frame(&b, data, from, read == len(text))
		if next < from || next > len(data) {
			t.Fatalf("from %d to %d of %d", from, next, len(data))
		}
		cut(t, &b, data)
		for i, s := range b.Spans {
			if b.Delta[i] != s.Start || int(s.End) > len(data) {
				t.Fatalf("span %v, delta %d of %d bytes", s, b.Delta[i], len(data))
			}
			out = append(out, string(data[s.Start:s.End]))
		}
		from = next
		if len(b.Spans) > 0 {
			continue
		}
		if read == len(text) {
			if from < len(data) {
				t.Fatalf("%q is left over", data[from:])
			}
			return out
		}
		more := text[read:min(read+step, len(text))]
		buf, from = append(bytes.Clone(buf[from:]), more...), 0
		read += len(more)
	}
}

// cut makes spans of a text of lines, which must be what it says it is.
func cut(t testing.TB, b *stream.Block, data []byte) {
	t.Helper()
	if b.Lines.N == 0 {
		return
	}
	b.Buf = data
	text := data[:cap(data)][b.Lines.Start:b.Lines.End]
	if len(b.Spans) > 0 || bytes.Count(text, lineFeed) != b.Lines.N || text[len(text)-1] != '\n' {
		t.Fatalf("%q is no text of %d lines; %d spans", text, b.Lines.N, len(b.Spans))
	}
	if n := b.Lines.N; b.Len() != n {
		t.Fatalf("%d records, %d lines", b.Len(), n)
	}
	b.Cut()
}

func TestFrame(t *testing.T) {
	for _, c := range []struct {
		name   string
		format csv.Format
		text   string
		want   []string
	}{
		{"nothing", quoted, "", nil},
		{"no line end at the end", quoted, "a,b\nc,d", []string{"a,b", "c,d"}},
		{"a line end is no record", quoted, "a\n", []string{"a"}},
		{"empty lines are", quoted, "\na\n\n", []string{"", "a", ""}},
		{"CR LF", quoted, "a\r\nb\r\n", []string{"a", "b"}},
		{"CR", quoted, "a\rb\rc", []string{"a", "b", "c"}},
		{"CR at the end", quoted, "a\r", []string{"a"}},
		{"CR LF and CR", unquoted, "a\rb\r\nc\n", []string{"a", "b", "c"}},
		{"line end in quotes", quoted, "1,\"a\nb\",2\n3\n", []string{"1,\"a\nb\",2", "3"}},
		{"CR LF in quotes", quoted, "\"a\r\nb\"\r\n3", []string{"\"a\r\nb\"", "3"}},
		{"doubled quote", quoted, "\"a\"\"\nb\"\nc", []string{"\"a\"\"\nb\"", "c"}},
		{"a quote inside a column is text", quoted, "a\"b\nc\"d\n", []string{"a\"b", "c\"d"}},
		{"quotes without line end", quoted, "\"a\",\"b\"\n\"c\"\n", []string{`"a","b"`, `"c"`}},
		{"open quote", quoted, "a\n\"b\nc", []string{"a", "\"b\nc"}},
		{"open quote and line end", quoted, "\"b\nc\n", []string{"\"b\nc\n"}},
		{"quoting is off", unquoted, "\"a\nb\"\n", []string{"\"a", "b\""}},
		{"escaped line end", escaped, "a\\\nb\nc\n", []string{"a\\\nb", "c"}},
		{"escaped quote", escaped, "\"a\\\"\nb\"\nc\n", []string{"\"a\\\"\nb\"", "c"}},
		{"escape at the end", escaped, "a\nb\\", []string{"a", "b\\"}},
		{"quotes behind a quoted column", quoted, "\"a\"x\"\n\"b\",\"c\nd\"\n", []string{`"a"x"`, "\"b\",\"c\nd\""}},
		{"CR LF behind quotes", quoted, "a,\"b\"\r\n\"c\"\r\n", []string{`a,"b"`, `"c"`}},
		{"CR beside quotes", quoted, "a\r\"b\nc\"\n", []string{"a", "\"b\nc\""}},
		{"quote in a comment", comments, "# \"x\na\n", []string{"# \"x", "a"}},
	} {
		for _, step := range []int{1, 2, 3, 7, 1 << 20} {
			if got := frame(t, c.format, c.text, step); !slices.Equal(got, c.want) {
				t.Errorf("%s, %d bytes a piece: got %q, want %q", c.name, step, got, c.want)
			}
		}
	}
}

func TestFrameStopsAtAFullBlock(t *testing.T) {
	for _, line := range []string{"a\n", "a\r\n", "\"a\nb\"\n"} {
		text := strings.Repeat(line, 3*stream.BlockRows+5)
		if got := frame(t, quoted, text, 1<<20); len(got) != 3*stream.BlockRows+5 {
			t.Errorf("%q: %d records", line, len(got))
		}
		var b stream.Block
		next := New(quoted).Frame(&b, append([]byte(text), make([]byte, 64)...)[:len(text)], 0, true)
		if b.Len() != stream.BlockRows || next != len(line)*stream.BlockRows {
			t.Errorf("%q: %d records, %d bytes", line, b.Len(), next)
		}
	}
}

// TestFrameHandsOutLines has lines of many widths in files that are longer than a block.
func TestFrameHandsOutLines(t *testing.T) {
	for _, c := range []struct {
		format csv.Format
		width  int
		text   string // in the middle
		lines  int    // of the first block, at least; 0: it has spans
	}{
		{quoted, 9, "", 800},
		{quoted, 92, "", 950},
		{quoted, 3 * countBytes, "", 10},
		{unquoted, 92, "\"\"\n", 950},
		{quoted, 3, "", 600}, // more lines in a piece than in a block
		{quoted, 1, "", 1024},
		{quoted, 92, "a,\"b\"\n", 80},
		{quoted, 92, "a\r\n", 80},
		{escaped, 92, "a\\b\n", 80},
		{comments, 92, "", 0},
	} {
		lines := strings.Repeat(strings.Repeat("x", c.width-1)+"\n", max(100, (12*countBytes)/c.width))
		text := lines + c.text + lines
		var b stream.Block
		New(c.format).Frame(&b, append([]byte(text), make([]byte, stream.Padding)...)[:len(text)], 0, true)
		if n := b.Lines.N; n < c.lines || c.lines == 0 && n > 0 || n > stream.BlockRows {
			t.Errorf("%+v, %d bytes a line: %d lines, %d spans", c.format, c.width, n, len(b.Spans))
		}
		if got, want := frame(t, c.format, text, 1<<24), model(c.format, text); !slices.Equal(got, want) {
			t.Errorf("%+v, %d bytes a line: other records", c.format, c.width)
		}
	}
}

// TestFrameBeyondPieces has lines that are longer than a piece and special bytes on both sides of
// where pieces end.
func TestFrameBeyondPieces(t *testing.T) {
	var text strings.Builder
	for i, odd := range []string{"", "\"a\nb\"", "x\r", "\"\"", "\r\n"} {
		for n := range 300 {
			text.WriteString(strings.Repeat("y", n*(i+1)%211) + "," + odd + "\n")
		}
		text.WriteString(strings.Repeat("z", (i+2)*pieceBytes) + "," + odd + "\n")
	}
	want := model(quoted, text.String())
	for _, step := range []int{pieceBytes - 1, pieceBytes + 1, 1 << 24} {
		if got := frame(t, quoted, text.String(), step); !slices.Equal(got, want) {
			t.Errorf("%d bytes a read: %d records, want %d, or others", step, len(got), len(want))
		}
	}
}

func TestSplittable(t *testing.T) {
	for _, c := range []struct {
		format csv.Format
		want   bool
	}{{quoted, false}, {escaped, false}, {unquoted, true}, {csv.Format{Escape: '\\'}, false}} {
		if got := New(c.format).Splittable(); got != c.want {
			t.Errorf("%+v: %v", c.format, got)
		}
	}
}

// model frames a whole text, byte by byte, with RecordEnd alone.
func model(f csv.Format, text string) []string {
	var out []string
	data := []byte(text)
	if n := len(data); n > 0 && data[n-1] != '\n' {
		data = append(data, '\n')
	}
	for p := 0; p < len(text); {
		end, next, ok := f.RecordEnd(data, p)
		if !ok {
			end, next = len(text), len(text)
		}
		out = append(out, text[p:end])
		p = next
	}
	return out
}

func FuzzFrame(f *testing.F) {
	for _, s := range []string{"", "a,b\nc\r\n", "\"a\nb\",c\r\"\"\n", "a\\\n\"\\\"\n\"", "#\"\n\"\r"} {
		f.Add(s, byte(0), byte(3))
	}
	formats := []csv.Format{quoted, escaped, unquoted, comments}
	f.Fuzz(func(t *testing.T, text string, format, step byte) {
		if len(text) > 200 {
			return // a piece a byte: the time is quadratic, and short texts have it all
		}
		chosen := formats[int(format)%len(formats)]
		got := frame(t, chosen, text, int(step)+1)
		if want := model(chosen, text); !slices.Equal(got, want) {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}

func BenchmarkFrame(b *testing.B) {
	const plain = "4f2c1c1e-6b0e-4a52-9f3e-0c8f6f1f4a11,27.184.139.25,118,40960,/static/app.js"
	const odd = plain + ",\"a b\"\n"
	for _, c := range []struct{ name, lines string }{
		{"plain", plain + "\n"}, {"crlf", plain + "\r\n"}, {"quoted", odd},
		{"quoted 1 in 64", strings.Repeat(plain+"\n", 63) + odd},
	} {
		b.Run(c.name, func(b *testing.B) {
			text := strings.Repeat(c.lines, stream.BlockRows/strings.Count(c.lines, "\n"))
			data := append([]byte(text), make([]byte, stream.Padding)...)[:len(text)]
			var block stream.Block
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				block.Reset()
				New(quoted).Frame(&block, data, 0, false)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*stream.BlockRows), "ns/record")
		})
	}
}
