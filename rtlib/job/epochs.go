package job

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// epochs starts epochs, collects what tasks report at their end, and commits. One epoch is under
// way at a time.
type epochs struct {
	run      *run
	interval time.Duration
	wanted   atomic.Uint64 // sources put a mark behind their last block when this is above their own
	nextAt   atomic.Int64  // when the next epoch starts, Unix ns
	asked    atomic.Uint64 // the latest epoch that a sink wants to end early
	early    chan struct{} // asked has changed
	reports  chan report
	commits  atomic.Int64

	// The coordinator's own.
	open    bool     // an epoch is under way
	overdue bool     // the next one should have started meanwhile
	at      []uint64 // per task: the last epoch reported
	ended   []bool
	left    int // tasks that have not ended
	pending []prepared
	// staged positions become committable with their epoch. A source that has ended is ahead of the
	// epoch under way: its last rows can still be on their way to a sink that has reported already.
	staged    []report
	positions map[string]positioned
	order     []string // keys of positions, in order of arrival
}

// A report is sent once an epoch and task, and once more when the task ends.
type report struct {
	task     int
	epoch    uint64
	ended    bool
	prepared []prepared
	// onlyPositions: the task has not passed the mark yet; this is how far its reader was then.
	onlyPositions bool
	source        int
	positions     []stream.Start
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
		// Room for a report and the positions of each task: they seldom wait for the coordinator,
		// which may be committing for as long as a database is away.
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

// leastWait keeps a source from spinning when an epoch is late because the one before is still
// being committed.
const leastWait = time.Millisecond

// untilNext is how long a source may wait for records.
func (e *epochs) untilNext() time.Duration {
	if e.interval == 0 {
		return longestWait
	}
	return max(time.Until(time.Unix(0, e.nextAt.Load())), leastWait)
}

// hurry asks for the end of an epoch now. The request is not lost when an earlier epoch is under
// way.
func (e *epochs) hurry(epoch uint64) {
	for {
		was := e.asked.Load()
		if was >= epoch || e.asked.CompareAndSwap(was, epoch) {
			break
		}
	}
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
	timer := time.NewTimer(e.untilNext())
	defer timer.Stop()
	if e.interval == 0 {
		timer.Stop()
	}
	for e.left > 0 {
		select {
		case <-timer.C:
			e.overdue = true
		case <-e.early:
		case r := <-e.reports:
			e.note(r)
		case <-ctx.Done():
			return stream.ErrStopped
		}
		if e.complete() {
			if err := e.commit(ctx); err != nil {
				return err
			}
		}
		if e.due() {
			e.start()
			if e.interval > 0 {
				timer.Reset(e.interval)
			}
		}
	}
	return nil
}

// due reports whether an epoch can and should begin.
func (e *epochs) due() bool {
	return !e.open && e.left > 0 && (e.overdue || e.asked.Load() > e.wanted.Load())
}

// Sources see wanted at their next block; there is no message to them, as they may be waiting for
// records.
func (e *epochs) start() {
	e.open, e.overdue = true, false
	e.schedule()
	e.wanted.Add(1)
}

func (e *epochs) note(r report) {
	if r.onlyPositions {
		e.staged = append(e.staged, r)
		return
	}
	e.at[r.task] = r.epoch
	e.pending = append(e.pending, r.prepared...)
	if r.ended {
		e.ended[r.task] = true
		e.left--
	}
}

// settle takes the positions that belong to the epoch, or all of them at the end.
func (e *epochs) settle() {
	later := e.staged[:0]
	for _, r := range e.staged {
		// Of a source that has ended ahead of the epoch: what it read last may not be committed
		// yet.
		if r.epoch > e.wanted.Load() && e.left > 0 {
			later = append(later, r)
			continue
		}
		for _, s := range r.positions {
			key := s.Split.Table + "\x00" + s.Split.ID
			if _, known := e.positions[key]; !known {
				e.order = append(e.order, key)
			}
			e.positions[key] = positioned{r.source, s}
		}
	}
	e.staged = later
}

// Tasks that have ended count as reported for ever.
func (e *epochs) reported(epoch uint64) bool {
	for i, at := range e.at {
		if at < epoch && !e.ended[i] {
			return false
		}
	}
	return true
}

// complete reports whether everything of the epoch under way is there. What a task prepared at its
// own end waits for the next epoch: a job without an interval commits once.
func (e *epochs) complete() bool {
	return e.left == 0 || e.open && e.reported(e.wanted.Load())
}

// commit makes the epoch visible, sink by sink, then tells the sources what has been processed.
func (e *epochs) commit(ctx context.Context) error {
	for _, p := range e.pending {
		if err := p.sink.Commit(ctx, p.epoch, p.committable); err != nil {
			return errTable(e.run.spec.Sinks[p.sink.index].Table, err)
		}
	}
	e.open, e.pending = false, e.pending[:0]
	e.commits.Add(1)
	e.settle()
	return e.commitPositions(ctx)
}

// commitPositions is skipped for a job whose state a restart would lose: it must not continue
// behind rows that only the lost state knew.
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
			return errTable(e.run.spec.Sources[i].Table, err)
		}
	}
	return nil
}
