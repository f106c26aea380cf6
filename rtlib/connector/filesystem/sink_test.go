package filesystem

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

var _ stream.Sink = (*Sink)(nil)

var ctx = context.Background()

// newSink is an open sink that rolls at 1 KB or after an hour.
func newSink(t *testing.T, dir string, lane int) *Sink {
	t.Helper()
	s := NewSink(SinkConfig{Path: dir, Ending: "csv", Lane: lane, RollBytes: 1 << 10, RollAge: time.Hour})
	if err := s.Open(ctx); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func put(t *testing.T, s *Sink, lines ...string) {
	t.Helper()
	for _, l := range lines {
		if err := s.Put(append(s.Line(), l...)); err != nil {
			t.Fatal(err)
		}
	}
}

func prepare(t *testing.T, s *Sink) []byte {
	t.Helper()
	c, err := s.Prepare(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func commit(t *testing.T, s *Sink, c []byte) {
	t.Helper()
	if err := s.Commit(ctx, 1, c); err != nil {
		t.Fatal(err)
	}
}

func done(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// folder shows what is in a folder: name=content, line ends as slashes.
func folder(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, e.Name()+"="+strings.ReplaceAll(string(b), "\n", "/"))
	}
	return strings.Join(out, " ")
}

func want(t *testing.T, dir, files string) {
	t.Helper()
	if got := folder(t, dir); got != files {
		t.Errorf("folder:\n got  %s\n want %s", got, files)
	}
}

var kilobyte = strings.Repeat("k", 1<<10)

func TestRowsAreVisibleWhenCommitted(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "made", "by", "open")
	s := newSink(t, dir, 0)
	put(t, s, "a", "b")
	want(t, dir, "")
	c := prepare(t, s)
	want(t, dir, ".part-0-0.csv.inprogress=a/b/")
	commit(t, s, c)
	want(t, dir, ".part-0-0.csv.4.inprogress=a/b/")
	put(t, s, "c")
	commit(t, s, prepare(t, s))
	want(t, dir, ".part-0-0.csv.6.inprogress=a/b/c/")
	done(t, s.Close())
	want(t, dir, "part-0-0.csv=a/b/c/")
}

func TestNothingWritten(t *testing.T) {
	dir := t.TempDir()
	s := newSink(t, dir, 0)
	if c := prepare(t, s); c != nil {
		t.Errorf("committable %q", c)
	}
	commit(t, s, nil)
	put(t, s, "a")
	commit(t, s, prepare(t, s))
	if c := prepare(t, s); c != nil {
		t.Errorf("committable %q of an epoch without rows", c)
	}
	if s.Due() {
		t.Error("due")
	}
	done(t, s.Close())
	done(t, s.Close())
	want(t, dir, "part-0-0.csv=a/")
}

func TestRollBySize(t *testing.T) {
	dir := t.TempDir()
	s := newSink(t, dir, 2)
	put(t, s, kilobyte)
	if s.Due() {
		t.Error("due before anything was written")
	}
	put(t, s, strings.Repeat("m", writeBytes)) // the buffer is full and is written
	if !s.Due() {
		t.Error("not due")
	}
	commit(t, s, prepare(t, s))
	put(t, s, "next")
	commit(t, s, prepare(t, s))
	done(t, s.Close())
	want(t, dir, "part-2-0.csv="+kilobyte+"/"+strings.Repeat("m", writeBytes)+"/ part-2-1.csv=next/")
}

func TestRollByAge(t *testing.T) {
	dir := t.TempDir()
	s := newSink(t, dir, 0)
	now := time.Unix(0, 0)
	s.now = func() time.Time { return now }
	put(t, s, "a")
	commit(t, s, prepare(t, s))
	now = now.Add(time.Hour)
	commit(t, s, prepare(t, s)) // without new rows
	want(t, dir, "part-0-0.csv=a/")
}

func TestAbort(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*testing.T, *Sink)
		want string
	}{
		{"nothing committed", func(t *testing.T, s *Sink) { put(t, s, "a"); prepare(t, s) }, ""},
		{"not prepared", func(t *testing.T, s *Sink) { put(t, s, "a") }, ""},
		{"an epoch committed, one not", func(t *testing.T, s *Sink) {
			put(t, s, "a")
			commit(t, s, prepare(t, s))
			put(t, s, "b")
			prepare(t, s)
		}, "part-0-0.csv=a/"},
		{"rolled and not committed", func(t *testing.T, s *Sink) {
			put(t, s, "a")
			commit(t, s, prepare(t, s))
			put(t, s, kilobyte)
			prepare(t, s)
			put(t, s, "c")
			prepare(t, s)
		}, "part-0-0.csv=a/"},
	} {
		dir := t.TempDir()
		s := newSink(t, dir, 0)
		c.do(t, s)
		done(t, s.Abort(ctx))
		done(t, s.Close())
		if got := folder(t, dir); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestNumbersGoOn(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"part-0-7.csv", "part-1-9.json", ".part-3-11.csv.5.inprogress.bak",
		"part-0-x.csv", "part-0-99999999999999999999.csv"} {
		done(t, os.WriteFile(filepath.Join(dir, name), []byte("old\n"), 0o644))
	}
	before := folder(t, dir)
	s := newSink(t, dir, 0)
	put(t, s, "a")
	commit(t, s, prepare(t, s))
	done(t, s.Close())
	if got := folder(t, dir); !strings.Contains(got, "part-0-10.csv=a/") ||
		len(got) != len(before)+len(" part-0-10.csv=a/") {
		t.Errorf("folder %s", got)
	}
}

func TestTwoWritersOfOneLane(t *testing.T) {
	dir := t.TempDir()
	a, b := newSink(t, dir, 0), newSink(t, dir, 0)
	for i := range 3 {
		put(t, a, fmt.Sprintf("a%d", i), kilobyte)
		commit(t, a, prepare(t, a))
		put(t, b, fmt.Sprintf("b%d", i))
		commit(t, b, prepare(t, b))
	}
	done(t, a.Close())
	done(t, b.Close())
	want(t, dir, "part-0-0.csv=a0/"+kilobyte+"/ part-0-1.csv=b0/b1/b2/ part-0-2.csv=a1/"+kilobyte+
		"/ part-0-3.csv=a2/"+kilobyte+"/")
}

// kill ends a sink as a kill does: files close, and nothing else happens.
func kill(s *Sink) {
	for _, p := range s.parts {
		_ = p.out.Close()
	}
	s.parts = nil
}

func TestNextRunShowsWhatAKilledOneCommitted(t *testing.T) {
	dir := t.TempDir()
	first, other := newSink(t, dir, 0), newSink(t, dir, 1)
	put(t, first, "a")
	commit(t, first, prepare(t, first))
	put(t, first, "lost")
	prepare(t, first)
	put(t, other, "lost too")
	prepare(t, other)
	live := newSink(t, dir, 2)
	put(t, live, "alive")
	prepare(t, live)
	kill(first)
	kill(other)
	next := newSink(t, dir, 0)
	want(t, dir, ".part-0-0.csv.2.inprogress=a/lost/ .part-1-1.csv.inprogress=lost too/ "+
		".part-2-2.csv.inprogress=alive/") // Open does not touch what Recover may ask for
	prepare(t, next)
	want(t, dir, ".part-2-2.csv.inprogress=alive/ part-0-0.csv=a/")
}

func TestRecover(t *testing.T) {
	dir := t.TempDir()
	s := newSink(t, dir, 0)
	put(t, s, "a")
	first := prepare(t, s)
	commit(t, s, first)
	put(t, s, "b")
	durable := prepare(t, s)
	put(t, s, "later")
	prepare(t, s)
	kill(s)
	for range 2 { // a second crash in between changes nothing
		next := newSink(t, dir, 0)
		done(t, next.Recover(ctx, [][]byte{durable}))
		want(t, dir, "part-0-0.csv=a/b/")
		commit(t, next, durable)
		prepare(t, next)
		kill(next)
	}
	want(t, dir, "part-0-0.csv=a/b/")
}

func TestCommitTwice(t *testing.T) {
	dir := t.TempDir()
	s := newSink(t, dir, 0)
	put(t, s, "a")
	first := prepare(t, s)
	commit(t, s, first)
	put(t, s, kilobyte)
	second := prepare(t, s)
	commit(t, s, first)
	commit(t, s, second)
	commit(t, s, second)
	want(t, dir, "part-0-0.csv=a/"+kilobyte+"/")
}

func TestRecoverErrors(t *testing.T) {
	for _, c := range []struct {
		name, file string
		committed  []byte
		want       string
	}{
		{"gone", "", committable{"part-0-0.csv", 4, true}.encode(), `part file "part-0-0.csv" of folder`},
		{"too short", ".part-0-0.csv.inprogress", committable{"part-0-0.csv", 4, true}.encode(),
			"has 2 bytes where 4 were written"},
		{"version", "", []byte{9, 0, 0, 0, 0, 0, 0, 0, 0, 4, 'x'}, "another version"},
		{"empty", "", []byte{}, "another version"},
		{"a name elsewhere", "", committable{"../part-0-0.csv", 4, true}.encode(), "another version"},
		{"no length", "", committable{"part-0-0.csv", -4, true}.encode(), "another version"},
	} {
		dir := t.TempDir()
		if c.file != "" {
			done(t, os.WriteFile(filepath.Join(dir, c.file), []byte("a\n"), 0o644))
		}
		s := newSink(t, dir, 0)
		err := s.Recover(ctx, [][]byte{c.committed})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

func TestLongRowsAndReuse(t *testing.T) {
	dir := t.TempDir()
	s := newSink(t, dir, 0)
	var all []string
	for i := range 40 { // some fit the buffer's rest, some do not
		all = append(all, strings.Repeat(string(rune('a'+i%26)), i*i*100))
	}
	put(t, s, all...)
	commit(t, s, prepare(t, s))
	done(t, s.Close())
	want(t, dir, "part-0-0.csv="+strings.Join(all, "/")+"/")
}

func TestPutDoesNotAllocate(t *testing.T) {
	s := newSink(t, t.TempDir(), 0)
	line := strings.Repeat("x", 90)
	put(t, s, line)
	prepare(t, s)
	if n := testing.AllocsPerRun(5000, func() { put(t, s, line) }); n > 0 {
		t.Errorf("%v allocations a row", n)
	}
}

// full is a disk that takes so many more bytes.
type full struct {
	output
	room    int
	syncing error
}

func (f *full) Write(b []byte) (int, error) {
	if len(b) <= f.room {
		f.room -= len(b)
		return f.output.Write(b)
	}
	n, _ := f.output.Write(b[:f.room])
	f.room = 0
	return n, syscall.ENOSPC
}

func (f *full) Sync() error {
	if f.syncing != nil {
		return f.syncing
	}
	return f.output.Sync()
}

func TestDiskFull(t *testing.T) {
	for _, c := range []struct {
		name string
		room int
		sync error
		want string
	}{
		{"no room at all", 0, nil, ""},
		{"room for the first epoch", 4, nil, "part-0-0.csv=one/"},
		{"a torn row", 6, nil, "part-0-0.csv=one/"},
		{"found when synchronising", 100, syscall.EDQUOT, ""},
	} {
		dir := t.TempDir()
		s := newSink(t, dir, 0)
		s.wrap = func(f *os.File) output { return &full{f, c.room, c.sync} }
		var err error
		for _, row := range []string{"one", "two", "three"} {
			put(t, s, row)
			var done []byte
			if done, err = s.Prepare(ctx, 1); err != nil {
				break
			}
			commit(t, s, done)
		}
		if err == nil || !strings.Contains(err.Error(), "the disk is full: ") ||
			!strings.Contains(err.Error(), "part-0-0.csv") || !strings.Contains(err.Error(), "hint: ") {
			t.Errorf("%s: got %v", c.name, err)
		}
		if _, again := s.Prepare(ctx, 2); again == nil {
			t.Errorf("%s: an epoch after the failure was prepared", c.name)
		}
		done(t, s.Abort(ctx))
		if got := folder(t, dir); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestPutReportsAFullDisk(t *testing.T) {
	s := newSink(t, t.TempDir(), 0)
	s.wrap = func(f *os.File) output { return &full{f, 0, nil} }
	err := s.Put(append(s.Line(), strings.Repeat("x", writeBytes)...))
	if err == nil || !strings.Contains(err.Error(), "the disk is full") {
		t.Errorf("got %v", err)
	}
}

func TestBadTargets(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	done(t, os.WriteFile(file, nil, 0o644))
	for _, path := range []string{file, filepath.Join(file, "below")} {
		err := NewSink(SinkConfig{Path: path, Ending: "csv"}).Open(ctx)
		if err == nil || !strings.Contains(err.Error(), "a file is in its place") {
			t.Errorf("%s: got %v", path, err)
		}
	}
	err := NewSink(SinkConfig{Path: "/proc/flinkc", Ending: "csv"}).Open(ctx)
	if err == nil || !strings.Contains(err.Error(), "files cannot be made in") {
		t.Errorf("/proc: got %v", err)
	}
}

func TestCommitWhileWriting(t *testing.T) { // for the race detector
	dir := t.TempDir()
	s := newSink(t, dir, 0)
	epochs := make(chan []byte)
	ended := make(chan error)
	go func() {
		var err error
		for c := range epochs {
			if e := s.Commit(ctx, 1, c); e != nil {
				err = e
			}
		}
		ended <- err
	}()
	var rows []string
	for i := range 200 {
		rows = append(rows, fmt.Sprintf("row %d", i))
		put(t, s, rows[i])
		epochs <- prepare(t, s)
	}
	close(epochs)
	done(t, <-ended)
	done(t, s.Close())
	var got []string
	src, splits, err := openSplits(t, dir)
	done(t, err)
	r, _ := src.Reader(ctx, starts(splits))
	got = records(t, r)
	if !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(rows))) {
		t.Errorf("%d rows of %d", len(got), len(rows))
	}
}
