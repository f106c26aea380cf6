package job

import (
	"slices"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// A stepped job is a test of its stages: one record at a time goes through the whole job, and after
// each every machine is replaced by a new one that is restored from the old one's snapshot. What a
// stage keeps anywhere else than in its snapshot is lost, so results differ. Batches cross edges in
// their binary form. It wants a job that is one goroutine: one source at parallelism 1.

// steps reports whether the job can be stepped.
func (r *run) steps() bool {
	if !r.env.Stepped || len(r.readers) != 1 {
		return false
	}
	return !slices.ContainsFunc(r.tasks, func(t *task) bool { return t.queue != nil })
}

// step processes the block record by record.
func (t *sourceTask) step() error {
	b := &t.block
	b.Cut()
	for i := range b.Spans {
		one := stream.Block{
			Buf: b.Buf, Spans: b.Spans[i : i+1], Split: b.Split,
			Base: b.Base + int64(b.Delta[i]), Delta: []uint32{0},
		}
		if len(b.Time) > 0 {
			one.Time = b.Time[i : i+1]
		}
		if err := t.process(0, &one); err != nil {
			return err
		}
		// Rows that are held back are not part of a snapshot; a mark flushes them first, too.
		if err := t.flush(); err != nil {
			return err
		}
		if err := t.run.replaceMachines(); err != nil {
			return err
		}
	}
	return nil
}

// replaceMachines gives every task a new machine with the state of its old one.
func (r *run) replaceMachines() error {
	for i, tasks := range r.byStage {
		for _, t := range tasks {
			if err := t.replaceMachine(&r.spec.Stages[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// Pages are cloned because Put must not keep them, and Restore may.
func (t *task) replaceMachine(s *Stage) error {
	fresh, err := s.New(t.from)
	if err != nil {
		return err
	}
	err = s.Snapshot(t.stage, func(table string, group uint32, page []byte) error {
		return s.Restore(fresh, table, group, slices.Clone(page))
	})
	if err != nil {
		return err
	}
	if err := t.stage.Close(); err != nil {
		return err
	}
	t.stage = fresh
	for i, w := range t.from.wires {
		t.outs[i] = w.Output()
	}
	return nil
}
