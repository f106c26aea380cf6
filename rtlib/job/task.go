package job

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync/atomic"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// task is one stage in one lane: it feeds the machine and does for it what must not be inside:
// order, alignment, epochs, failure.
type task struct {
	id    int // in run.tasks
	name  string
	lane  int
	stage stream.Stage
	from  *Lane // what the stage was made from
	outs  []stream.Output
	sinks []openSink
	in    inputs
	ports []int               // of the producers
	queue chan stream.Message // nil when the task runs in its producer's lane
	run   *run
	epoch uint64 // of the last mark: rows go into the one after it
	// aligning is the epoch of the marks that have come while others have not.
	aligning uint64
	asked    uint64 // the epoch for which a sink has asked for an early end
	full     bool   // a sink holds so much that the sources wait
	rows     atomic.Int64
	bad      counters
	keys     atomic.Int64 // of the machine's state
	low      atomic.Int64 // the last watermark, for other goroutines to read; math.MinInt64 before the first
}

// counters are a stage's own, published at every batch for other goroutines to read.
type counters struct{ records, fields, skipped atomic.Int64 }

func (c *counters) publish(s *stream.Counters) {
	c.records.Store(s.BadRecords)
	c.fields.Store(s.BadFields)
	c.skipped.Store(s.Skipped)
}

// The index is that in the job's description, where the table's name is.
type openSink struct {
	index int
	stream.Sink
}

// loop serves the task's queue until all producers have ended. A lane that no producer reaches
// (behind a source with fewer splits than lanes) ends at once.
func (t *task) loop(ctx context.Context) error {
	if len(t.in.from) == 0 {
		return t.finish()
	}
	for t.in.ended < len(t.in.from) {
		m, err := t.next(ctx)
		if err != nil {
			return err
		}
		if err := t.handle(m); err != nil {
			return err
		}
	}
	return nil
}

// next returns the next message; when there is none at hand, what is held back is handed on first.
func (t *task) next(ctx context.Context) (stream.Message, error) {
	if err := t.waitForRoom(ctx); err != nil {
		return stream.Message{}, err
	}
	select {
	case m := <-t.queue:
		return m, nil
	default:
	}
	if err := t.flush(); err != nil {
		return stream.Message{}, err
	}
	select {
	case m := <-t.queue:
		return m, nil
	case <-ctx.Done():
		return stream.Message{}, stream.ErrStopped
	}
}

// waitForRoom leaves rows where they are, in batches that their producers then wait for, while a sink
// is full. The mark that empties the sink may be behind them: once it is on its way, they are taken.
func (t *task) waitForRoom(ctx context.Context) error {
	for t.run.full.Load() > 0 && t.run.epochs.wanted.Load() <= t.epoch {
		if ctx.Err() != nil {
			return stream.ErrStopped
		}
		time.Sleep(fullPause)
	}
	return nil
}

// handle processes one message, or holds it when its producer is ahead of an alignment.
func (t *task) handle(m stream.Message) error {
	if t.in.hold(m) {
		return nil
	}
	switch m.Kind {
	case stream.MsgRows:
		return t.process(m.Port, m.Batch)
	case stream.MsgWatermark:
		return t.watermark(m.From, m.Time, false)
	case stream.MsgIdle:
		return t.watermark(m.From, 0, true)
	case stream.MsgMark:
		if t.in.mark(m.From) {
			return t.mark(uint64(m.Time))
		}
		t.aligning = uint64(m.Time)
		return nil
	case stream.MsgFlush:
		return t.flush()
	case stream.MsgEnd:
		return t.producerEnded(m.From)
	}
	panic(fmt.Sprintf("job: message kind %d", m.Kind))
}

// process gives a batch to the machine and hands on the batches that it filled.
func (t *task) process(port int, b stream.Batch) error {
	t.rows.Add(int64(b.Len()))
	err := t.guarded(port, b)
	t.publish()
	if err != nil {
		return located(b, err)
	}
	t.checkDue() // before the producer gets the batch back and goes on
	b.Release()
	for _, o := range t.outs {
		if err := o.Push(false); err != nil {
			return err
		}
	}
	return nil
}

// publish lets other goroutines see what the machine has counted.
func (t *task) publish() {
	if c, ok := t.stage.(stream.Counting); ok {
		t.bad.publish(c.Count())
	}
	if s, ok := t.stage.(stream.Keeping); ok {
		t.keys.Store(int64(s.StateKeys()))
	}
}

// checkDue asks for the end of the epoch, once an epoch, when a sink has enough rows.
func (t *task) checkDue() {
	for _, s := range t.sinks {
		if t.asked <= t.epoch && s.Due() {
			// Once an epoch: the mark that the request brings is the answer.
			t.asked = t.epoch + 1
			t.run.epochs.hurry(t.asked)
		}
		if h, ok := s.Sink.(stream.Holding); ok && !t.full && h.Full() {
			t.full = true
			t.run.full.Add(1)
		}
	}
}

// guarded gives a batch to the machine.
func (t *task) guarded(port int, b stream.Batch) (err error) {
	*t.stage.Cursor() = stream.Cursor{Row: -1}
	defer t.recovered(&err)
	return t.stage.Rows(port, b)
}

// flushStage has the machine hand on what it holds back.
func (t *task) flushStage() (err error) {
	defer t.recovered(&err)
	return t.stage.Flush()
}

// recovered turns a panic, which can only come from a user's function or from a bug, into the error
// of the row that the machine was at.
func (t *task) recovered(err *error) {
	if r := recover(); r != nil {
		c := t.stage.Cursor()
		t.run.env.Log.Debug("panic", "stage", t.name, "stack", string(debug.Stack()))
		*err = stream.Failed(c.Row, c.SQL, errPanic(t.name, r))
	}
}

// flush hands on everything that is held back.
func (t *task) flush() error {
	if err := t.flushStage(); err != nil {
		return err
	}
	return t.send(stream.Message{Kind: stream.MsgFlush})
}

func (t *task) send(m stream.Message) error {
	for _, o := range t.outs {
		if err := o.Send(m); err != nil {
			return err
		}
	}
	return nil
}

// watermark notes what a producer says of event time, and passes on what follows for all.
func (t *task) watermark(from int, time int64, idle bool) error {
	return t.say(t.in.watermark(from, time, idle))
}

// say tells the machine and the consumers how event time goes on.
func (t *task) say(p progress) error {
	switch p {
	case advanced:
		// What the machine holds back came before the watermark, and must not be overtaken by it.
		if err := t.flushStage(); err != nil {
			return err
		}
		if err := t.stage.Watermark(t.in.low); err != nil {
			return err
		}
		t.low.Store(t.in.low)
		return t.send(stream.Message{Kind: stream.MsgWatermark, Time: t.in.low})
	case allIdle:
		// Nor by those of other lanes, which do not wait for this one any more.
		if err := t.flushStage(); err != nil {
			return err
		}
		return t.send(stream.Message{Kind: stream.MsgIdle})
	case active:
		return t.send(stream.Message{Kind: stream.MsgWatermark, Time: t.in.low})
	}
	return nil
}

// mark ends an epoch in this task: everything of it leaves, then the mark. Then comes what was held
// behind it.
func (t *task) mark(epoch uint64) error {
	if err := t.flushStage(); err != nil {
		return err
	}
	if err := t.send(stream.Message{Kind: stream.MsgMark, Time: int64(epoch)}); err != nil {
		return err
	}
	r := report{task: t.id, epoch: epoch}
	if err := t.prepare(epoch, &r); err != nil {
		return err
	}
	t.epoch = epoch
	t.run.epochs.report(r)
	for _, m := range t.in.release() {
		if err := t.handle(m); err != nil {
			return err
		}
	}
	return nil
}

// prepare closes the epoch in the task's sinks.
func (t *task) prepare(epoch uint64, r *report) error {
	for _, s := range t.sinks {
		c, err := s.Prepare(t.run.ctx, epoch)
		if err != nil {
			return errTable(t.run.spec.Sinks[s.index].Table, err)
		}
		r.prepared = append(r.prepared, prepared{s, epoch, c})
	}
	if t.full {
		t.full = false
		t.run.full.Add(-1)
	}
	return nil
}

// producerEnded notes that nothing follows from a producer. It may have been the last one that a
// mark waited for.
func (t *task) producerEnded(from int) error {
	aligned, all := t.in.end(from)
	if all {
		return t.finish()
	}
	if err := t.portEnded(from); err != nil {
		return err
	}
	if aligned {
		if err := t.mark(t.aligning); err != nil {
			return err
		}
	}
	if t.in.ended == len(t.in.from) || t.run.stopping.Load() {
		return nil // what was held has ended the task, or the end is not that of the input
	}
	return t.watermark(from, stream.MaxWatermark, false)
}

// portEnded tells the machine when a producer was the last one of its port.
func (t *task) portEnded(from int) (err error) {
	s, ok := t.stage.(stream.Waiting)
	if !ok || t.run.stopping.Load() {
		return nil
	}
	for i, port := range t.ports {
		if port == t.ports[from] && !t.in.from[i].ended {
			return nil
		}
	}
	defer t.recovered(&err)
	return s.PortEnded(t.ports[from])
}

// finish ends the task: the last rows leave, then the end.
func (t *task) finish() error {
	if err := t.flushStage(); err != nil {
		return err
	}
	if err := t.endStage(); err != nil {
		return err
	}
	// What the end has given, in batch mode all results, may be held back again: it is aggregated.
	if err := t.flushStage(); err != nil {
		return err
	}
	if err := t.send(stream.Message{Kind: stream.MsgEnd}); err != nil {
		return err
	}
	r := report{task: t.id, epoch: t.epoch + 1, ended: true}
	if err := t.prepare(r.epoch, &r); err != nil {
		return err
	}
	t.publish()
	t.run.epochs.report(r)
	return nil
}

// endStage tells the machine that nothing follows. A drained input has not come to the end of time.
func (t *task) endStage() (err error) {
	defer t.recovered(&err)
	if !t.run.stopping.Load() {
		if err := t.stage.Watermark(stream.MaxWatermark); err != nil {
			return err
		}
	}
	return t.stage.End()
}
