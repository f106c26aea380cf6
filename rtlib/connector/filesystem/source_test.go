package filesystem

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// write makes files; names end in a slash for folders.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func openSplits(t *testing.T, path string) (*Source, []*stream.Split, error) {
	t.Helper()
	s := NewSource(Config{Table: "t", Path: path, Framer: Lines{}})
	splits, err := s.Open(context.Background())
	return s, splits, err
}

// starts gives every split its configured start.
func starts(splits []*stream.Split) []stream.Start {
	var out []stream.Start
	for _, s := range splits {
		out = append(out, stream.Start{Split: s})
	}
	return out
}

// records reads everything, and checks of each record that its address is right.
func records(t *testing.T, r stream.Reader) []string {
	t.Helper()
	out, err := readAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func readAll(r stream.Reader) ([]string, error) {
	var out []string
	var b stream.Block
	for {
		b.Reset()
		st, err := r.Fill(context.Background(), &b, 0)
		if err != nil || st == stream.End {
			return out, err
		}
		if st != stream.Filled || b.Len() == 0 {
			return out, fmt.Errorf("status %d with %d records", st, b.Len())
		}
		if end := int(b.Spans[b.Len()-1].End) + stream.Padding; cap(b.Buf) < end {
			return out, fmt.Errorf("%d bytes of buffer, want %d", cap(b.Buf), end)
		}
		for i, s := range b.Spans {
			if b.Delta[i] != s.Start {
				return out, fmt.Errorf("record %d: delta %d, start %d", i, b.Delta[i], s.Start)
			}
			out = append(out, string(b.Buf[s.Start:s.End]))
		}
	}
}

func TestPaths(t *testing.T) {
	dir := write(t, map[string]string{
		"b.csv": "b\n", "a.csv": "a\n", ".hidden": "x\n", "_x": "x\n", "n.txt": "n\n",
		"sub/c.csv": "c\n", "sub/deep/d.csv": "d\n", "_sub/e.csv": "x\n", ".sub/e.csv": "x\n",
		"empty/_success": "", "[odd].csv": "odd\n",
	})
	if err := os.Symlink(filepath.Join(dir, "sub", "deep"), filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ path, want string }{
		{"a.csv", "a"},
		{"_x", "x"},
		{"", "odd a b d n c d"},
		{"sub", "c d"},
		{"empty", ""},
		{"*.csv", "odd a b"},
		{"*", "odd a b d n c d"},
		{"_*", "x x"},
		{"[ab].csv", "a b"},
		{"?.txt", "n"},
		{"*/*.csv", "d c"},
		{"[odd].csv", "odd"},
	} {
		for _, scheme := range []string{"", "file:", "file://", "file://localhost"} {
			s, splits, err := openSplits(t, scheme+filepath.Join(dir, c.path))
			if err != nil {
				t.Errorf("%s%s: %v", scheme, c.path, err)
				continue
			}
			r, _ := s.Reader(context.Background(), starts(splits))
			if got := strings.Join(records(t, r), " "); got != c.want {
				t.Errorf("%s%s: got %q, want %q", scheme, c.path, got, c.want)
			}
		}
	}
}

func TestPathErrors(t *testing.T) {
	dir := write(t, map[string]string{"a.bz2": "x", "loop/x": "", "plain.gz": "no gzip"})
	if err := os.Symlink(filepath.Join(dir, "loop"), filepath.Join(dir, "loop", "back")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ path, want string }{
		{"none.csv", "there is no file or folder"},
		{"none/*.csv", "no file matches"},
		{"[", "syntax error in pattern"},
		{"a.bz2", "compressed in a way that flinkc does not read (.bz2)"},
		{"loop", "lie 32 deep"},
	} {
		_, _, err := openSplits(t, filepath.Join(dir, c.path))
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "hint: ") {
			t.Errorf("%s: got %v, want %q and a hint", c.path, err, c.want)
		}
	}
	s, splits, err := openSplits(t, filepath.Join(dir, "plain.gz"))
	if err != nil {
		t.Fatal(err)
	}
	r, _ := s.Reader(context.Background(), starts(splits))
	if _, err := readAll(r); err == nil || !strings.Contains(err.Error(), "cannot read") {
		t.Errorf("plain.gz: got %v", err)
	}
}

func TestRelativePathIsOfTheWorkingDirectory(t *testing.T) {
	t.Chdir(write(t, map[string]string{"in/t.csv": "1\n"}))
	s, splits, err := openSplits(t, "in/t.csv")
	if err != nil {
		t.Fatal(err)
	}
	if got := splits[0].ID; got != "in/t.csv@0" {
		t.Errorf("split %q", got)
	}
	r, _ := s.Reader(context.Background(), starts(splits))
	if got := records(t, r); !slices.Equal(got, []string{"1"}) {
		t.Errorf("got %q", got)
	}
	if _, _, err := openSplits(t, "in/u.csv"); err == nil ||
		!strings.Contains(err.Error(), "relative to the working directory") {
		t.Errorf("got %v", err)
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"a", []string{"a"}},
		{"a\n", []string{"a"}},
		{"a\r\nb\r\n", []string{"a", "b"}},
		{"a\r", []string{"a"}},
		{"\n", []string{""}},
		{"\n\na\n\n", []string{"", "", "a", ""}},
		{"a\rb\n", []string{"a\rb"}},
		{"\r\n\r", []string{"", ""}},
		{"\"a\nb\"\n", []string{"\"a", "b\""}},
	} {
		s, splits, err := openSplits(t, filepath.Join(write(t, map[string]string{"f": c.text}), "f"))
		if err != nil {
			t.Fatal(err)
		}
		r, _ := s.Reader(context.Background(), starts(splits))
		if got := records(t, r); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// numbered is a file with n lines of growing and shrinking length.
func numbered(n int) (text string, lines []string) {
	var b strings.Builder
	for i := range n {
		l := fmt.Sprintf(`{"id":%d,"pad":"%s"}`, i, strings.Repeat("x", i%97))
		lines = append(lines, l)
		b.WriteString(l + "\n")
	}
	return b.String(), lines
}

func compress(t *testing.T, name, text string) string {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser
	switch filepath.Ext(name) {
	case ".gz", ".gzip":
		w = gzip.NewWriter(&b)
	case ".zst", ".zstd":
		w, _ = zstd.NewWriter(&b)
	default:
		return text
	}
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCompressionAndRestart(t *testing.T) {
	text, lines := numbered(20000)
	for _, name := range []string{"f.json", "f.json.gz", "f.GZIP", "f.zst", "f.json.zstd"} {
		dir := write(t, map[string]string{name: compress(t, strings.ToLower(name), text)})
		s, splits, err := openSplits(t, filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if len(splits) != 1 || splits[0].Unit != "byte" || splits[0].Table != "t" {
			t.Fatalf("%s: splits %v", name, splits)
		}
		at, done := starts(splits), 0
		for done < len(lines) { // a new reader for every block
			r, err := s.Reader(context.Background(), at)
			if err != nil {
				t.Fatal(err)
			}
			var b stream.Block
			if _, err := r.Fill(context.Background(), &b, 0); err != nil {
				t.Fatal(name, err)
			}
			for i, sp := range b.Spans {
				if got := string(b.Buf[sp.Start:sp.End]); got != lines[done+i] {
					t.Fatalf("%s: record %d is %q, want %q", name, done+i, got, lines[done+i])
				}
				if p := b.Base + int64(b.Delta[i]); text[p:p+7] != lines[done+i][:7] {
					t.Fatalf("%s: record %d is not at byte %d", name, done+i, p)
				}
			}
			done += b.Len()
			at = r.Positions()
			if err := r.Close(); err != nil {
				t.Fatal(err)
			}
		}
		r, _ := s.Reader(context.Background(), at)
		if got := records(t, r); len(got) != 0 {
			t.Errorf("%s: %d records behind the end", name, len(got))
		}
	}
}

func TestTornCompressedFile(t *testing.T) {
	text, _ := numbered(20000)
	for _, name := range []string{"f.gz", "f.zst"} {
		whole := compress(t, name, text)
		dir := write(t, map[string]string{name: whole[:len(whole)/2], "empty" + name[1:]: ""})
		s, splits, err := openSplits(t, filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		r, _ := s.Reader(context.Background(), starts(splits))
		if _, err := readAll(r); err == nil || !strings.Contains(err.Error(), "cannot read") {
			t.Errorf("%s: got %v, want an error", name, err)
		}
		s, splits, _ = openSplits(t, filepath.Join(dir, "empty"+name[1:]))
		r, _ = s.Reader(context.Background(), starts(splits))
		if got := records(t, r); len(got) != 0 {
			t.Errorf("empty %s: %q", name, got)
		}
	}
}

func TestRangesMeetAtRecords(t *testing.T) {
	text, lines := numbered(300000) // more than two ranges
	if len(text) < 2*rangeBytes {
		t.Fatalf("%d bytes", len(text))
	}
	s, splits, err := openSplits(t, filepath.Join(write(t, map[string]string{"f": text}), "f"))
	if err != nil {
		t.Fatal(err)
	}
	if want := len(text)/rangeBytes + 1; len(splits) != want {
		t.Errorf("%d splits, want %d", len(splits), want)
	}
	var got []string
	for _, sp := range starts(splits) {
		r, _ := s.Reader(context.Background(), []stream.Start{sp})
		got = append(got, records(t, r)...)
	}
	if !slices.Equal(got, lines) {
		t.Errorf("%d records of %d, or others", len(got), len(lines))
	}
}

func TestCut(t *testing.T) {
	long := strings.Repeat("x", 3*rangeBytes)
	for _, c := range []struct {
		name, text string
		want       []int64 // starts
	}{
		{"small", "a\n", []int64{0}},
		{"no line end", long, []int64{0}},
		{"a record longer than ranges", long + "\nb\n", []int64{0, 3*rangeBytes + 1}},
		{"border on a range", long[:rangeBytes-1] + "\n" + long[:rangeBytes-1] + "\n",
			[]int64{0, rangeBytes}},
	} {
		path := filepath.Join(write(t, map[string]string{"f": c.text}), "f")
		parts, err := sections(path, Lines{})
		if err != nil {
			t.Fatal(err)
		}
		var got []int64
		end := int64(0)
		for _, p := range parts {
			got = append(got, p.start)
			if p.start != end {
				t.Errorf("%s: a gap before %d", c.name, p.start)
			}
			end = p.end
		}
		if !slices.Equal(got, c.want) || end != int64(len(c.text)) {
			t.Errorf("%s: starts %v, end %d; want %v, %d", c.name, got, end, c.want, len(c.text))
		}
	}
}

func TestRangeSize(t *testing.T) {
	for _, c := range []struct{ size, want int64 }{
		{rangeBytes + 1, rangeBytes},
		{maxRanges * rangeBytes, rangeBytes},
		{maxRanges*rangeBytes + 1, 2 * rangeBytes},
		{1 << 40, 1 << 30},
	} {
		if got := rangeSize(c.size); got != c.want {
			t.Errorf("%d: got %d, want %d", c.size, got, c.want)
		}
	}
}

func TestLongRecords(t *testing.T) {
	big := strings.Repeat("y", 5*bufferBytes)
	path := filepath.Join(write(t, map[string]string{"f": "a\n" + big + "\nb"}), "f")
	s, splits, _ := openSplits(t, path)
	r, _ := s.Reader(context.Background(), starts(splits))
	if got := records(t, r); !slices.Equal(got, []string{"a", big, "b"}) {
		t.Errorf("%d records", len(got))
	}
	if err := os.Truncate(path, 2*maxRecord); err != nil { // zero bytes, no line end
		t.Fatal(err)
	}
	s, splits, _ = openSplits(t, path)
	r, _ = s.Reader(context.Background(), starts(splits))
	if _, err := readAll(r); err == nil || !strings.Contains(err.Error(), "has no end within 64 MiB") {
		t.Errorf("got %v", err)
	}
}

func TestFileThatChanges(t *testing.T) {
	path := filepath.Join(write(t, map[string]string{"f": "aa\nbb\n"}), "f")
	s, splits, _ := openSplits(t, path)
	if err := os.WriteFile(path, []byte("aa\nbb\ncc\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	r, _ := s.Reader(context.Background(), starts(splits))
	if got := records(t, r); !slices.Equal(got, []string{"aa", "bb"}) {
		t.Errorf("got %q, want what was there when it was opened", got)
	}
	if err := os.Truncate(path, 3); err != nil {
		t.Fatal(err)
	}
	r, _ = s.Reader(context.Background(), starts(splits))
	if _, err := readAll(r); err == nil || !strings.Contains(err.Error(), "became shorter") {
		t.Errorf("got %v", err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	r, _ = s.Reader(context.Background(), starts(splits))
	if _, err := readAll(r); err == nil || !strings.Contains(err.Error(), "there is no file") {
		t.Errorf("got %v", err)
	}
}

func TestPositionsOfAnotherTime(t *testing.T) {
	s, splits, _ := openSplits(t, filepath.Join(write(t, map[string]string{"f": "aa\n"}), "f"))
	for _, c := range []struct {
		position []byte
		want     string
	}{
		{[]byte{2, 0, 0, 0, 0, 0, 0, 0, 0}, "another version"},
		{[]byte{}, "another version"},
		{encodePosition(4), "byte 4, the position to go on from, is not in"},
		{encodePosition(-1), "is not in"},
	} {
		_, err := s.Reader(context.Background(), []stream.Start{{Split: splits[0], Position: c.position}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: got %v, want %q", c.position, err, c.want)
		}
	}
}

func TestStopWhileReading(t *testing.T) {
	s, splits, _ := openSplits(t, filepath.Join(write(t, map[string]string{"f": "aa\n"}), "f"))
	r, _ := s.Reader(context.Background(), starts(splits))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := r.Fill(ctx, &stream.Block{}, 0); err == nil {
		t.Error("no error")
	}
}

func TestReadingDoesNotAllocate(t *testing.T) {
	text, lines := numbered(150000)
	s, splits, _ := openSplits(t, filepath.Join(write(t, map[string]string{"f": text}), "f"))
	r, _ := s.Reader(context.Background(), starts(splits[:1]))
	var b stream.Block
	fill := func() {
		b.Reset()
		if st, err := r.Fill(context.Background(), &b, 0); err != nil || st != stream.Filled {
			t.Fatal(st, err)
		}
	}
	fill()
	if n := testing.AllocsPerRun(50, fill); n > 0 {
		t.Errorf("%v allocations a block of %d lines", n, len(lines))
	}
}
