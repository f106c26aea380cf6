package pipeline

import (
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/flinkc/flinkc/rtlib/job"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// healthy is the health of a world in which nothing fails.
type healthy struct{}

func (healthy) Waiting(string, string) {}

// bench drives one stage; what it sends is noted.
type bench struct {
	*testing.T
	machine stream.Stage
	outs    []stream.Output
	got     []string
}

func newBench(t *testing.T, stage int, show func(stream.Batch, int) string) *bench {
	env := &job.Env{Log: slog.New(slog.DiscardHandler), Health: healthy{}, Zone: time.UTC, Parallelism: 1,
		Metrics: &job.Registry{}}
	b := &bench{T: t}
	var err error
	b.machine, b.outs, err = job.Drive(Job(), stage, env, nil, func(m stream.Message) error {
		for i := range m.Batch.Len() {
			b.got = append(b.got, show(m.Batch, i))
		}
		m.Batch.Release()
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// gives feeds a batch and wants what the stage sends.
func (b *bench) gives(in stream.Batch, want ...string) {
	b.Helper()
	if err := b.machine.Rows(0, in); err != nil {
		b.Fatal(err)
	}
	for _, o := range b.outs {
		if err := o.Push(true); err != nil {
			b.Fatal(err)
		}
	}
	if !slices.Equal(b.got, want) {
		b.Errorf("at %v: got\n%s\nwant\n%s", time.Now().Unix()-started, strings.Join(b.got, "\n"), strings.Join(want, "\n"))
	}
	b.got = nil
}

// started is when the clock of a synctest bubble begins.
var started = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).Unix()

const (
	groupByK = 1
	groupByM = 2
	second   = time.Second
)

func insertsOnly(rows ...groupByKIntoRRow) stream.Batch {
	return &stream.Rows[groupByKIntoRRow]{Row: rows}
}

func byK(t *testing.T) *bench {
	return newBench(t, groupByK, func(b stream.Batch, i int) string {
		rows := b.(*stream.Rows[groupByMIntoRRow])
		return fmt.Sprint(rows.Kind[i], " ", rows.Row[i].s, " ", rows.Row[i].n, " ", rows.Row[i].m)
	})
}

// TestAdded: each row of a key renews it, each value of DISTINCT has a time of its own, results come also when they
// have not changed, and a key that has expired begins with +I.
func TestAdded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := byK(t)
		one := insertsOnly(groupByKIntoRRow{k: "a", v: 1})
		b.gives(one, "+I a 1 1")
		b.gives(one, "-U a 1 1", "+U a 1 2")
		time.Sleep(9 * second)
		b.gives(insertsOnly(groupByKIntoRRow{k: "a", v: 0}), "-U a 1 2", "+U a 2 2")
		b.gives(insertsOnly(groupByKIntoRRow{k: "a", v: 0}), "-U a 2 2", "+U a 2 2")
		time.Sleep(9 * second)
		b.gives(one, "-U a 2 2", "+U a 3 3") // the value 1 had expired, the key had not
		time.Sleep(10*second - time.Millisecond)
		b.gives(insertsOnly(groupByKIntoRRow{k: "b", v: 7}, groupByKIntoRRow{k: "a", v: 5}),
			"+I b 1 7", "-U a 3 3", "+U a 4 8")
		time.Sleep(10 * second)
		b.gives(one, "+I a 1 1")
	})
}

func changes(rows ...change) stream.Batch {
	b := &stream.Rows[groupByMIntoRRow]{}
	for _, r := range rows {
		b.Kind = append(b.Kind, r.kind)
		b.Row = append(b.Row, groupByMIntoRRow{s: r.s, n: r.n, m: "m"})
	}
	return b
}

type change struct {
	kind stream.Kind
	s    string
	n    int64
}

func byM(t *testing.T) *bench {
	return newBench(t, groupByM, func(b stream.Batch, i int) string {
		rows := b.(*stream.Rows[writeRRow])
		r := rows.Row[i]
		return fmt.Sprint(rows.Kind[i], " ", r.expr1, " ", r.expr2, " ", r.expr3)
	})
}

// TestTaken: what takes back rows of a key that is not known or has expired is left out.
func TestTaken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := byM(t)
		b.gives(changes(change{stream.Delete, "x", 1}))
		b.gives(changes(change{stream.Insert, "x", 1}, change{stream.Insert, "y", 1}), "+I 2 1 y")
		b.gives(changes(change{stream.Delete, "y", 1}), "-U 2 1 y", "+U 1 1 x")
		time.Sleep(10 * second)
		b.gives(changes(change{stream.UpdateBefore, "x", 1}, change{stream.UpdateAfter, "x", 2}), "+I 1 1 x")
		b.gives(changes(change{stream.Insert, "w", 2}), "-U 1 1 x", "+U 2 1 x")
		b.gives(changes(change{stream.Delete, "x", 2}, change{stream.Delete, "w", 2}), "-D 2 1 x")
	})
}

// TestSwept: expired keys leave the memory behind a while, and no snapshot has them.
func TestSwept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := byM(t)
		s := b.machine.(*groupByMIntoR)
		fill := func(keys int) {
			in := &stream.Rows[groupByMIntoRRow]{}
			for i := range keys {
				in.Kind = append(in.Kind, stream.Insert)
				in.Row = append(in.Row, groupByMIntoRRow{s: "some text", n: 1, m: fmt.Sprint(i)})
			}
			if err := s.Rows(0, in); err != nil {
				t.Fatal(err)
			}
		}
		fill(5000)
		time.Sleep(time.Minute)
		fill(1)
		if n, d := s.StateKeys(), s.seen.Len(); n != 1 || d != 1 {
			t.Errorf("%d keys and %d values are left, want 1 and 1", n, d)
		}
		time.Sleep(10 * second)
		pages := 0
		count := func(string, uint32, []byte) error { pages++; return nil }
		if err := s.Snapshot(count); err != nil || pages != 0 {
			t.Errorf("a snapshot of nothing has %d pages, error %v", pages, err)
		}
	})
}

// TestKept: a snapshot keeps the times.
func TestKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		a, b := byK(t), byK(t)
		a.gives(insertsOnly(groupByKIntoRRow{k: "a", v: 1}), "+I a 1 1")
		time.Sleep(5 * second)
		put := func(table string, group uint32, page []byte) error { return b.machine.Restore(table, group, page) }
		if err := a.machine.Snapshot(put); err != nil {
			t.Fatal(err)
		}
		b.gives(insertsOnly(groupByKIntoRRow{k: "c", v: 1}), "+I c 1 1")
		time.Sleep(5 * second)
		b.gives(insertsOnly(groupByKIntoRRow{k: "a", v: 1}, groupByKIntoRRow{k: "c", v: 2}),
			"+I a 1 1", "-U c 1 1", "+U c 2 3")
	})
}
