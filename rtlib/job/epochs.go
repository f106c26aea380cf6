package job

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// epochs starts epochs, collects what tasks report at their end, and commits. One epoch is under way at a time.
type epochs struct {
	run      *run
	interval time.Duration
	wanted   atomic.Uint64 // sources put a mark behind their last block when this is above their own
	nextAt   atomic.Int64  // when the next epoch starts, Unix ns
	early    chan struct{}
	reports  chan report
	commits  atomic.Int64

	// The coordinator's own.
	at        []uint64 // per task: the last epoch reported
	ended     []bool
	left      int // tasks that have not ended
	pending   []prepared
	positions map[string]positioned
	order     []string // keys of positions, in order of arrival
}

type report struct {
	task      int
	epoch     uint64 // 0: positions only
	ended     bool
	prepared  []prepared
	source    int
	positions []stream.Start
}

type prepared struct {
	sink        openSink
	epoch       uint64
	committable []byte
}

type positioned struct {
	source int
	start  stream.Start
}

func newEpochs(r *run, tasks int) *epochs {
	e := &epochs{
		run: r, interval: r.spec.Interval,
		early: make(chan struct{}, 1), reports: make(chan report, 2*tasks+1),
		at: make([]uint64, tasks), ended: make([]bool, tasks), left: tasks,
		positions: map[string]positioned{},
	}
	e.schedule()
	return e
}

func (e *epochs) schedule() {
	e.nextAt.Store(time.Now().Add(e.interval).UnixNano())
}

// untilNext is how long a source may wait for records.
func (e *epochs) untilNext() time.Duration {
	if e.interval == 0 {
		return longestWait
	}
	return max(time.Until(time.Unix(0, e.nextAt.Load())), 0)
}

// hurry asks for an epoch now.
func (e *epochs) hurry() {
	select {
	case e.early <- struct{}{}:
	default:
	}
}

func (e *epochs) report(r report) {
	select {
	case e.reports <- r:
	case <-e.run.ctx.Done():
	}
}

// loop runs until all tasks have ended and everything is committed.
func (e *epochs) loop(ctx context.Context) error {
	tick := make(<-chan time.Time)
	if e.interval > 0 {
		t := time.NewTicker(e.interval)
		defer t.Stop()
		tick = t.C
	}
	for e.left > 0 {
		select {
		case <-tick:
			e.start()
		case <-e.early:
			e.start()
		case r := <-e.reports:
			e.note(r)
			if e.complete() {
				if err := e.commit(ctx); err != nil {
					return err
				}
			}
		case <-ctx.Done():
			return stream.ErrStopped
		}
	}
	return nil
}

// start begins an epoch unless one is under way.
func (e *epochs) start() {
	if e.wanted.Load() > 0 && !e.reported(e.wanted.Load()) || len(e.pending) > 0 {
		return
	}
	e.wanted.Add(1)
	e.schedule()
}

func (e *epochs) note(r report) {
	for _, s := range r.positions {
		key := s.Split.Table + "\x00" + s.Split.ID
		if _, known := e.positions[key]; !known {
			e.order = append(e.order, key)
		}
		e.positions[key] = positioned{r.source, s}
	}
	if r.epoch == 0 {
		return
	}
	e.at[r.task] = r.epoch
	e.pending = append(e.pending, r.prepared...)
	if r.ended {
		e.ended[r.task] = true
		e.left--
	}
}

func (e *epochs) reported(epoch uint64) bool {
	for i, at := range e.at {
		if at < epoch && !e.ended[i] {
			return false
		}
	}
	return true
}

func (e *epochs) complete() bool {
	return e.left == 0 || len(e.pending) > 0 && e.reported(e.wanted.Load())
}

// commit makes the epoch visible, sink by sink, then tells the sources what has been processed.
func (e *epochs) commit(ctx context.Context) error {
	for _, p := range e.pending {
		if err := p.sink.Commit(ctx, p.epoch, p.committable); err != nil {
			return fmt.Errorf("table %q: %w", e.run.spec.Sinks[p.sink.index].Table, err)
		}
	}
	e.pending = e.pending[:0]
	e.commits.Add(1)
	return e.commitPositions(ctx)
}

// commitPositions is skipped for a job whose state a restart would lose: it must not continue behind rows that only
// the lost state knew.
func (e *epochs) commitPositions(ctx context.Context) error {
	if e.run.spec.Keyed {
		return nil
	}
	bySource := make([][]stream.Start, len(e.run.sources))
	for _, key := range e.order {
		p := e.positions[key]
		bySource[p.source] = append(bySource[p.source], p.start)
	}
	for i, starts := range bySource {
		c, ok := e.run.sources[i].(stream.Committer)
		if !ok || len(starts) == 0 {
			continue
		}
		if err := c.Commit(ctx, starts); err != nil {
			return fmt.Errorf("table %q: %w", e.run.spec.Sources[i].Table, err)
		}
	}
	return nil
}
