package pipeline

import (
	"bytes"
	"fmt"
	"log/slog"
	"testing"
	"testing/synctest"
	"time"

	"github.com/flinkc/flinkc/rtlib/job"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// page is a sealed page of a stage's state.
type page struct {
	table string
	group uint32
	bytes []byte
}

// finished is a world whose job has run to its end, with state in every operator that keeps some.
func finished(t *testing.T) (w *world) {
	synctest.Test(t, func(t *testing.T) {
		w = newWorld(t, 1)
		defer w.stop()
		for range steps {
			w.step()
		}
		w.end()
	})
	w.t = t
	return w
}

func (w *world) pages(stage int, machine stream.Stage) (out []page) {
	err := w.spec.Stages[stage].Snapshot(machine, func(table string, group uint32, b []byte) error {
		out = append(out, page{table, group, bytes.Clone(b)})
		return nil
	})
	if err != nil {
		w.t.Error(err)
	}
	return out
}

// machine makes a machine as a job at parallelism 1 has.
func machine(t *testing.T, stage int) stream.Stage {
	env := &job.Env{Log: slog.New(slog.DiscardHandler), Health: health{}, Zone: time.UTC, Parallelism: 1,
		Metrics: &job.Registry{}}
	m, _, err := job.Drive(Job(), stage, env, nil, func(stream.Message) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestRestore puts the state of three lanes into one machine, whose own state then is theirs.
func TestRestore(t *testing.T) {
	w := finished(t)
	for i := range w.spec.Stages {
		s := &w.spec.Stages[i]
		if s.Schema == 0 {
			continue
		}
		m, want := machine(t, i), map[string]string{}
		for _, lane := range w.probes[i] {
			for _, p := range w.pages(i, lane.Stage) {
				want[fmt.Sprint(p.table, p.group)] += string(p.bytes)
				if err := s.Restore(m, p.table, p.group, p.bytes); err != nil {
					t.Fatal(err)
				}
			}
		}
		got := map[string]string{}
		for _, p := range w.pages(i, m) {
			got[fmt.Sprint(p.table, p.group)] += string(p.bytes)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) || len(want) == 0 {
			t.Errorf("%s: restored %q, want %q", s.ID, got, want)
		}
	}
}

// damaged gives every beginning of b, and b with a bit changed in each of its bytes.
func damaged(b []byte) (out [][]byte) {
	for n := range b {
		flipped := bytes.Clone(b)
		flipped[n] ^= 1 << (n % 8)
		out = append(out, b[:n], flipped)
	}
	return out
}

// TestDamage: a page or batch that is damaged is refused, and one that is damaged under a seal that
// is right does no harm.
func TestDamage(t *testing.T) {
	w := finished(t)
	for i := range w.spec.Stages {
		s := &w.spec.Stages[i]
		for _, lane := range w.probes[i] {
			for port, form := range lane.forms {
				if form == nil {
					continue // nothing has come this way
				}
				e := lane.edges[port]
				w.damage(form, func(b []byte) error { _, err := e.Rows.Read(b, e.Kinds); return err })
			}
			if s.Schema == 0 {
				continue
			}
			for _, p := range w.pages(i, lane.Stage) {
				w.damage(p.bytes, func(b []byte) error { return s.Restore(machine(t, i), p.table, p.group, b) })
			}
		}
	}
}

func (w *world) damage(sealed []byte, read func([]byte) error) {
	const seal = 13 // bytes; the schema is the last eight of them
	schema := uint64(0)
	for i := range 8 {
		schema |= uint64(sealed[seal-8+i]) << (8 * i)
	}
	for _, b := range damaged(sealed) {
		if read(b) == nil {
			w.t.Errorf("%q is taken for %q", b, sealed)
		}
	}
	for _, content := range damaged(sealed[seal:]) {
		_ = read(stream.Seal(nil, schema, content))
	}
}
