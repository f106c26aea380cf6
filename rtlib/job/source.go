package job

import (
	"context"
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
}

// longestWait bounds how long a reader waits, so that a stop is noticed in time.
const longestWait = 200 * time.Millisecond

// loop reads until the end, a stop or a failure.
func (t *sourceTask) loop(ctx context.Context) error {
	for !t.run.stopping.Load() {
		if e := t.run.epochs.wanted.Load(); e > t.epoch {
			if err := t.mark(e); err != nil {
				return err
			}
		}
		status, err := t.fill(ctx)
		if err != nil {
			return err
		}
		if status == stream.End {
			break
		}
		if status == stream.Filled {
			if err := t.process(0, &t.block); err != nil {
				return err
			}
		}
	}
	return t.finish()
}

// fill asks for what is at hand; when that is nothing, held rows are handed on before it waits.
func (t *sourceTask) fill(ctx context.Context) (stream.Status, error) {
	if err := t.assignFound(ctx); err != nil {
		return 0, err
	}
	t.block.Reset()
	status, err := t.reader.Fill(ctx, &t.block, 0)
	if err != nil || status != stream.Idle {
		return status, err
	}
	if err := t.flush(); err != nil {
		return 0, err
	}
	t.block.Reset()
	return t.reader.Fill(ctx, &t.block, min(t.run.epochs.untilNext(), longestWait))
}

func (t *sourceTask) assignFound(ctx context.Context) error {
	for {
		select {
		case s := <-t.found:
			if err := t.reader.Assign(ctx, s); err != nil {
				return err
			}
		default:
			return nil
		}
	}
}

// mark ends an epoch: the positions of the reader are those behind the last row of the epoch.
func (t *sourceTask) mark(epoch uint64) error {
	t.run.epochs.report(report{task: t.id, source: t.source, positions: t.reader.Positions()})
	return t.task.mark(epoch)
}

func (t *sourceTask) finish() error {
	t.run.epochs.report(report{task: t.id, source: t.source, positions: t.reader.Positions()})
	return t.task.finish()
}
