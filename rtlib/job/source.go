package job

import (
	"context"
	"sync/atomic"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// sourceTask is a task that reads: its input is a reader's blocks instead of a queue.
type sourceTask struct {
	*task
	source int // index in Spec.Sources
	reader stream.Reader
	found  chan stream.Start // splits found while running
	block  stream.Block
	grows  bool // splits can be added: without any, or with ended ones only, the lane waits for more
	// time is nil when nobody asks for watermarks.
	time    *eventTime
	slowest atomic.Pointer[heldBack]
}

// longestWait bounds how long a reader waits, so that a stop is noticed in time.
const longestWait = 200 * time.Millisecond

// fullPause is how long nothing is read before a source looks again whether a sink is still full.
const fullPause = 2 * time.Millisecond

// loop reads until the end, a stop or a failure.
func (t *sourceTask) loop(ctx context.Context) error {
	for !t.run.stopping.Load() {
		if ctx.Err() != nil {
			return stream.ErrStopped // nobody is waited for in a lane without exchanges
		}
		if e := t.run.epochs.wanted.Load(); e > t.epoch {
			if err := t.mark(e); err != nil {
				return err
			}
		}
		// The mark above comes first: it is what empties the sink.
		if t.run.full.Load() > 0 {
			time.Sleep(fullPause)
			continue
		}
		status, err := t.fill(ctx)
		if err != nil {
			return err
		}
		if status == stream.End && !t.grows {
			break
		}
		if status == stream.Filled {
			if err := t.take(); err != nil {
				return err
			}
		}
		if err := t.tellTime(); err != nil {
			return err
		}
	}
	return t.finish()
}

// take processes the block.
func (t *sourceTask) take() error {
	switch {
	case t.run.steps():
		return t.eachRecord(t.replaced)
	case t.time != nil && t.time.interval == 0:
		return t.eachRecord(t.tellTime)
	}
	return t.read(&t.block)
}

// read processes a block, and notes the event times in it.
func (t *sourceTask) read(b *stream.Block) error {
	if err := t.process(0, b); err != nil || t.time == nil {
		return err
	}
	t.time.rows(b.Split, t.stage.(stream.Timed).Latest(), time.Now())
	return nil
}

// eachRecord processes a block record by record, and calls then behind each.
func (t *sourceTask) eachRecord(then func() error) error {
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
		if err := t.read(&one); err != nil {
			return err
		}
		if err := then(); err != nil {
			return err
		}
	}
	return nil
}

// readTimes prepares for watermarks, when somebody behind the stage asks for them.
func (t *sourceTask) readTimes(splits []stream.Start) {
	if _, ok := t.stage.(stream.Timed); !ok {
		return
	}
	now, spec := time.Now(), t.run.spec
	t.time = newEventTime(&t.in, t.reader, splits, now)
	t.time.interval, t.time.timeout = spec.WatermarkInterval, spec.IdleTimeout
	t.time.due = now.Add(spec.WatermarkInterval)
}

// tellTime says how far event time has come, when it is time to.
func (t *sourceTask) tellTime() error {
	if t.time == nil {
		return nil
	}
	now := time.Now()
	if now.Before(t.time.due) {
		return nil
	}
	for _, p := range t.time.advance(now) {
		if err := t.say(p); err != nil {
			return err
		}
	}
	t.slowest.Store(t.time.slowest())
	return nil
}

// fill asks for what is at hand; when that is nothing, held rows are handed on before it waits.
func (t *sourceTask) fill(ctx context.Context) (stream.Status, error) {
	if err := t.assignFound(ctx); err != nil {
		return 0, err
	}
	t.block.Reset()
	// Without waiting first: under load nothing is flushed early, and batches leave full.
	status, err := t.reader.Fill(ctx, &t.block, 0)
	if err != nil || status == stream.Filled || status == stream.End && !t.grows {
		return status, err
	}
	if err := t.flush(); err != nil {
		return 0, err
	}
	t.block.Reset()
	wait := min(t.run.epochs.untilNext(), longestWait)
	if t.time != nil {
		wait = min(wait, t.time.wait(time.Now()))
	}
	if status == stream.End {
		return status, t.await(ctx, wait)
	}
	return t.reader.Fill(ctx, &t.block, wait)
}

// await waits for a split to be found.
func (t *sourceTask) await(ctx context.Context, wait time.Duration) error {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case s := <-t.found:
		return t.assign(ctx, s)
	case <-timer.C:
	case <-ctx.Done():
	}
	return nil
}

// Between two Fills, as a Reader's methods are for one goroutine.
func (t *sourceTask) assignFound(ctx context.Context) error {
	for {
		select {
		case s := <-t.found:
			if err := t.assign(ctx, s); err != nil {
				return err
			}
		default:
			return nil
		}
	}
}

func (t *sourceTask) assign(ctx context.Context, s stream.Start) error {
	if t.time != nil {
		t.time.add(s.Split, time.Now())
	}
	return t.reader.Assign(ctx, s)
}

// mark ends an epoch: the positions of the reader are those behind the last row of the epoch.
func (t *sourceTask) mark(epoch uint64) error {
	t.run.epochs.report(t.positions(epoch))
	return t.task.mark(epoch)
}

// The last positions belong to the epoch that the end closes.
func (t *sourceTask) finish() error {
	t.run.epochs.report(t.positions(t.epoch + 1))
	return t.task.finish()
}

func (t *sourceTask) positions(epoch uint64) report {
	return report{task: t.id, epoch: epoch, source: t.source, positions: t.reader.Positions(), onlyPositions: true}
}
