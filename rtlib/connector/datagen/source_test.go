package datagen

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

var ctx = context.Background()

func starts(splits []*stream.Split) []stream.Start {
	var out []stream.Start
	for _, s := range splits {
		out = append(out, stream.Start{Split: s})
	}
	return out
}

func open(t *testing.T, c Config) (*Source, []stream.Start) {
	t.Helper()
	s := New(c)
	splits, err := s.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return s, starts(splits)
}

// numbers reads up to most rows of a reader.
func numbers(t *testing.T, r stream.Reader, most int) []int64 {
	t.Helper()
	var out []int64
	var b stream.Block
	for len(out) < most {
		b.Reset()
		st, err := r.Fill(ctx, &b, time.Second)
		if err != nil {
			t.Fatal(err)
		}
		if st == stream.End {
			break
		}
		if st == stream.Filled && (b.Len() == 0 || len(b.Time) != b.Len() || b.Split.Unit != "row") {
			t.Fatalf("%d rows, %d times, unit %q", b.Len(), len(b.Time), b.Split.Unit)
		}
		for _, d := range b.Delta {
			out = append(out, b.Base+int64(d))
		}
	}
	return out
}

func count(n int64) []int64 {
	var out []int64
	for i := range n {
		out = append(out, i)
	}
	return out
}

func TestTotal(t *testing.T) {
	const least, most = math.MinInt64, math.MaxInt64
	for _, c := range []struct {
		name    string
		config  Config
		rows    int64
		bounded bool
	}{
		{"no end", Config{Rows: -1}, most, false},
		{"number of rows", Config{Rows: 7}, 7, true},
		{"no rows", Config{Rows: 0}, 0, true},
		{"a sequence", Config{Rows: -1, Sequences: []Sequence{{3, 7}}}, 5, true},
		{"the shortest sequence", Config{Rows: -1, Sequences: []Sequence{{1, 9}, {-1, 0}}}, 2, true},
		{"rows before the sequence", Config{Rows: 3, Sequences: []Sequence{{1, 9}}}, 3, true},
		{"the sequence before rows", Config{Rows: 30, Sequences: []Sequence{{1, 9}}}, 9, true},
		{"one value", Config{Rows: -1, Sequences: []Sequence{{most, most}}}, 1, true},
		{"all of BIGINT", Config{Rows: -1, Sequences: []Sequence{{least, most}}}, most, true},
		{"half of BIGINT", Config{Rows: -1, Sequences: []Sequence{{least, -1}}}, most, true},
	} {
		if rows, bounded := c.config.total(); rows != c.rows || bounded != c.bounded {
			t.Errorf("%s: %d, %v; want %d, %v", c.name, rows, bounded, c.rows, c.bounded)
		}
	}
}

func TestEveryRowOnceInOrder(t *testing.T) {
	for _, n := range []int64{0, 1, leastRows, leastRows + 1, 1000, maxSplits*leastRows + 1, 100_003} {
		s, st := open(t, Config{Table: "t", Rows: n})
		r, err := s.Reader(ctx, st)
		if err != nil {
			t.Fatal(err)
		}
		if got := numbers(t, r, math.MaxInt); !slices.Equal(got, count(n)) {
			t.Errorf("%d rows: got %d", n, len(got))
		}
		if len(st) > maxSplits {
			t.Errorf("%d rows: %d splits", n, len(st))
		}
	}
}

func TestLanesShareTheRows(t *testing.T) {
	s, st := open(t, Config{Table: "t", Rows: 10_000})
	var all []int64
	for lane := range 3 {
		var mine []stream.Start
		for i := lane; i < len(st); i += 3 {
			mine = append(mine, st[i])
		}
		r, _ := s.Reader(ctx, mine)
		got := numbers(t, r, math.MaxInt)
		if len(got) < 3000 {
			t.Errorf("lane %d makes only %d rows", lane, len(got))
		}
		all = append(all, got...)
	}
	slices.Sort(all)
	if !slices.Equal(all, count(10_000)) {
		t.Errorf("%d rows", len(all))
	}
}

func TestNoEnd(t *testing.T) {
	s, st := open(t, Config{Table: "t", Rows: -1})
	r, _ := s.Reader(ctx, st[1:])
	got := numbers(t, r, 5000)
	for i, n := range got {
		if n != got[0]+int64(i) || n <= 0 {
			t.Fatalf("row %d has number %d", i, n)
		}
	}
	_, err := New(Config{Table: "t", Rows: -1, UntilEnd: true}).Open(ctx)
	if err == nil || !strings.Contains(err.Error(), "no end to stop at") {
		t.Errorf("got %v", err)
	}
}

func TestRestart(t *testing.T) {
	s, at := open(t, Config{Table: "t", Rows: 3000})
	var got []int64
	for {
		r, err := s.Reader(ctx, at)
		if err != nil {
			t.Fatal(err)
		}
		more := numbers(t, r, 1)
		if len(more) == 0 {
			break
		}
		got, at = append(got, more...), r.Positions()
	}
	if !slices.Equal(got, count(3000)) {
		t.Errorf("%d rows", len(got))
	}
	for _, p := range [][]byte{{}, {2, 0, 0, 0, 0, 0, 0, 0, 1}, {1, 255, 0, 0, 0, 0, 0, 0, 0}} {
		_, err := s.Reader(ctx, []stream.Start{{Split: at[0].Split, Position: p}})
		if err == nil || !strings.Contains(err.Error(), "another version") {
			t.Errorf("%v: got %v", p, err)
		}
	}
}

func TestPaceIsEven(t *testing.T) {
	for _, rate := range []int64{1, 7, 1000, 10_000, 3_000_000, math.MaxInt64} {
		p := &pace{rate: rate}
		begin := time.Unix(1000, 0)
		made := 0.0
		for now := begin; now.Before(begin.Add(3500 * time.Millisecond)); now = now.Add(10 * time.Millisecond) {
			for {
				n, _ := p.take(now, 1<<30)
				made += float64(n)
				if n < 1<<30 {
					break
				}
				if rate == math.MaxInt64 {
					return // more than anybody can take
				}
			}
			ideal := now.Sub(begin).Seconds() * float64(rate)
			if made < ideal || made > ideal+1.001 {
				t.Fatalf("rate %d, after %v: %.0f rows, want %.1f", rate, now.Sub(begin), made, ideal)
			}
		}
	}
}

func TestPaceSaysWhenToAskAgain(t *testing.T) {
	p := &pace{rate: 2}
	now := time.Unix(1000, 0)
	if n, wait := p.take(now, 10); n != 1 || wait != 0 {
		t.Errorf("first: %d rows, wait %v", n, wait)
	}
	if n, wait := p.take(now.Add(100*time.Millisecond), 10); n != 0 || wait != 400*time.Millisecond {
		t.Errorf("soon after: %d rows, wait %v", n, wait)
	}
	if n, _ := p.take(now.Add(500*time.Millisecond), 10); n != 1 {
		t.Errorf("when due: %d rows", n)
	}
	fast := &pace{rate: 1_000_000}
	fast.take(now, 1)
	if _, wait := fast.take(now, 1); wait < time.Microsecond {
		t.Errorf("wait %v", wait)
	}
}

func TestPaceForgetsALongDelay(t *testing.T) {
	p := &pace{rate: 1000}
	now := time.Unix(1000, 0)
	p.take(now, 1)
	if n, _ := p.take(now.Add(time.Hour), 1<<20); n < 100 || n > 102 {
		t.Errorf("%d rows at once, want what is due in %v", n, catchUp)
	}
	if n, _ := p.take(now.Add(time.Hour+50*time.Millisecond), 1<<20); n < 49 || n > 51 {
		t.Errorf("%d rows then, want 50", n)
	}
}

func TestRate(t *testing.T) {
	s, st := open(t, Config{Table: "t", Rows: -1, RowsPerSecond: 2000})
	r, _ := s.Reader(ctx, st[:1])
	begin := time.Now()
	numbers(t, r, 400)
	if took := time.Since(begin); took < 150*time.Millisecond {
		t.Errorf("400 rows of 2000 a second in %v", took)
	}
}

func TestFillWaitsNoLongerThanToldAndStops(t *testing.T) {
	s, st := open(t, Config{Table: "t", Rows: -1, RowsPerSecond: 1})
	r, _ := s.Reader(ctx, st[:1])
	var b stream.Block
	if got, _ := r.Fill(ctx, &b, 0); got != stream.Filled {
		t.Fatalf("first: %v", got)
	}
	for _, wait := range []time.Duration{0, 5 * time.Millisecond} {
		if got, err := r.Fill(ctx, &b, wait); got != stream.Idle || err != nil {
			t.Errorf("wait %v: %v, %v", wait, got, err)
		}
	}
	stopped, stop := context.WithTimeout(ctx, 5*time.Millisecond)
	defer stop()
	if _, err := r.Fill(stopped, &b, time.Hour); err == nil {
		t.Error("no error when the job stops")
	}
}

func TestFillDoesNotAllocate(t *testing.T) {
	s, st := open(t, Config{Table: "t", Rows: -1})
	r, _ := s.Reader(ctx, st)
	var b stream.Block
	fill := func() {
		b.Reset()
		if got, err := r.Fill(ctx, &b, 0); got != stream.Filled || err != nil || b.Len() != stream.BlockRows {
			t.Fatal(got, err, b.Len())
		}
	}
	fill()
	if n := testing.AllocsPerRun(100, fill); n > 0 {
		t.Errorf("%v allocations a block", n)
	}
}
