package job

import (
	"math"
	"slices"
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

// replaced ends a step.
func (t *sourceTask) replaced() error {
	// Rows that are held back are not part of a snapshot; a mark flushes them first, too.
	if err := t.flush(); err != nil {
		return err
	}
	if err := t.tellTime(); err != nil {
		return err
	}
	return t.run.replaceMachines()
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
	if w := t.low.Load(); w != math.MinInt64 { // which the driver knows, and no snapshot has
		if err := t.stage.Watermark(w); err != nil {
			return err
		}
	}
	for i, w := range t.from.wires {
		t.outs[i] = w.Output()
	}
	return nil
}
