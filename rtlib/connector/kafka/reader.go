package kafka

import (
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/batch"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// Reader reads some partitions. It implements stream.Reader; its methods are for one goroutine.
// Three kinds of goroutines share it: the caller of Fill, the router, and one fetcher a broker.
// Records travel in chunks from a fetcher over ready to Fill, who reads on with the fetcher when it
// has handed out all of one, or gives it back; so memory is bounded by one chunk a broker, whatever
// the number of partitions.
type Reader struct {
	src    *Source
	parts  []*part
	open   int // parts that are not at their end
	ready  chan *chunk
	router *router
	cancel context.CancelFunc
	wg     sync.WaitGroup
	err    atomic.Pointer[error] // what ended reading
	failed chan struct{}         // closed after err is set

	lent  *fetcher // that came with the last chunk
	cur   *chunk   // being handed out
	at    int      // the partition of cur that set reads, -1 before the first
	set   batch.Set
	timer *time.Timer
}

// Reader returns a reader of the splits, each from its position or the configured start. It asks
// the brokers for starts and ends, and returns errors about them within ten seconds.
func (s *Source) Reader(ctx context.Context, splits []stream.Start) (stream.Reader, error) {
	parts, err := s.locate(ctx, splits)
	if err != nil {
		return nil, err
	}
	// The reader outlives ctx, which belongs to this call; Close ends it.
	life, cancel := context.WithCancel(context.WithoutCancel(ctx))
	r := &Reader{src: s, cancel: cancel, ready: make(chan *chunk), failed: make(chan struct{}),
		timer: time.NewTimer(time.Hour)}
	r.timer.Stop()
	r.router = newRouter(life, r)
	r.wg.Go(r.router.run)
	r.take(parts)
	return r, nil
}

// take begins to read parts.
func (r *Reader) take(parts []*part) {
	var open []*part
	for _, p := range parts {
		r.parts = append(r.parts, p)
		// A start behind the end is not "all read": the router asks whether the log was cut.
		end := p.end.Load()
		p.outside = end >= 0 && p.next > end
		if p.ended = p.finished() && !p.outside; !p.ended {
			open = append(open, p)
		}
	}
	r.open += len(open)
	r.router.lost(open...) // all at once, so that the first fetch asks for all
}

// lose notes why a partition cannot be read now and has the router find out what to do. An error
// that waiting cannot cure ends the whole reader; any other makes the partition wait, and only that
// one: the partitions of other brokers are read on.
func (r *Reader) lose(p *part, err error) {
	if _, ours := errors.AsType[finalError](err); ours {
		r.fail(err)
		return
	}
	if final(err) {
		r.fail(r.src.cfg.errAt(p.place, err))
		return
	}
	p.failed()
	r.src.health.waiting(p.place, err.Error())
	r.router.lost(p)
}

// Assign adds a split found later.
func (r *Reader) Assign(ctx context.Context, st stream.Start) error {
	parts, err := r.src.locate(ctx, []stream.Start{st})
	if err == nil {
		r.take(parts)
	}
	return err
}

// Fill puts the next records of one partition into b. It answers Idle when wait is over, also while
// brokers are away, and End when every partition has reached the end that UntilEnd set.
func (r *Reader) Fill(ctx context.Context, b *stream.Block, wait time.Duration) (
	stream.Status, error) {
	b.Reset()
	for waited := false; ; {
		// What is at hand comes before everything else, also before the end: a chunk may hold the
		// last records of several partitions.
		if ok, err := r.advance(b); ok || err != nil {
			return stream.Filled, err
		}
		if r.open == 0 {
			r.giveBack(nil)
			return stream.End, nil
		}
		if waited {
			wait = 0 // what came held no records; go on only with what is at hand
		}
		ok, err := r.await(ctx, wait)
		if !ok || err != nil {
			return stream.Idle, err
		}
		waited = true
	}
}

// advance fills b from the current chunk.
func (r *Reader) advance(b *stream.Block) (bool, error) {
	for r.cur != nil {
		if r.at >= 0 {
			p := r.cur.owners[r.at]
			err := r.set.Fill(b)
			r.progress(p)
			if err != nil {
				return false, r.src.cfg.errRecords(p.place, err)
			}
			if len(b.Spans) > 0 {
				b.Split = p.split
				return true, nil
			}
		}
		r.nextPart()
	}
	return false, nil
}

// progress moves p's position behind what the set has handed out or left out.
func (r *Reader) progress(p *part) {
	// Not the offset behind the last record handed out: records that were compacted away, or are of
	// an aborted transaction, are done with too, or a bounded read would wait for them for ever.
	p.done = r.set.Next()
	if e := r.set.Epoch(); e >= 0 {
		p.doneEpoch = e
	}
	if !p.ended && p.finished() {
		p.ended = true
		r.open--
	}
}

// Ended implements stream.SideBySide: a partition of a bounded read may end long before the others.
func (r *Reader) Ended(split *stream.Split) bool {
	if r.open == len(r.parts) {
		return false
	}
	i := slices.IndexFunc(r.parts, func(p *part) bool { return p.split == split })
	return i >= 0 && r.parts[i].ended
}

// nextPart turns to the next partition of the chunk.
func (r *Reader) nextPart() {
	if r.at++; r.at == len(r.cur.owners) {
		r.cur = nil
		return
	}
	c := r.cur
	r.set.Reset(c.res.Parts[r.at].Records, batch.Want{
		From: c.from[r.at], End: c.owners[r.at].limit(),
		Committed: r.src.cfg.Isolation == ReadCommitted, Aborted: c.res.Parts[r.at].Aborted,
		Times: r.src.cfg.NeedTime,
	})
}

// await waits for the next chunk. ok is false when the wait was over first. The other fetchers come
// before the one that Fill has, or a busy broker would keep it from all others.
func (r *Reader) await(ctx context.Context, wait time.Duration) (ok bool, err error) {
	select {
	case c := <-r.ready:
		return r.receive(c), nil
	case <-r.failed:
		return false, *r.err.Load()
	default:
	}
	if r.readOn() {
		return true, nil
	}
	if wait <= 0 {
		return false, ctx.Err()
	}
	r.timer.Reset(wait)
	defer r.timer.Stop()
	select {
	case c := <-r.ready:
		return r.receive(c), nil
	case <-r.failed:
		return false, *r.err.Load()
	case <-r.timer.C:
		return false, nil
	case <-ctx.Done():
		return false, ctx.Err()
	}
}

func (r *Reader) receive(c *chunk) bool {
	if c.fetcher != r.lent {
		r.giveBack(nil)
	}
	r.cur, r.at, r.lent = c, -1, c.fetcher
	return true
}

// readOn reads the next chunk of the fetcher that Fill has, when it is at hand. Otherwise the
// fetcher's own goroutine is to wait for it.
func (r *Reader) readOn() bool {
	if r.lent == nil {
		return false
	}
	ok, err := r.lent.readOn()
	if !ok {
		r.giveBack(err)
		return false
	}
	return r.receive(&r.lent.chunk)
}

// giveBack ends that Fill has a fetcher, if it has one.
func (r *Reader) giveBack(err error) {
	if r.lent != nil {
		r.lent.back <- err
		r.lent = nil
	}
}

// fail ends reading with an error; the first one counts.
func (r *Reader) fail(err error) {
	if r.err.CompareAndSwap(nil, &err) {
		close(r.failed)
	}
}

// Positions returns the position behind the last record handed out, per split.
func (r *Reader) Positions() []stream.Start {
	list := make([]stream.Start, len(r.parts))
	for i, p := range r.parts {
		list[i] = stream.Start{Split: p.split, Position: encodePosition(p.done, p.doneEpoch)}
	}
	return list
}

// Close ends the reader's goroutines and connections, and waits for them.
func (r *Reader) Close() error {
	// Goroutines blocked on a socket or on ready see the context; without the wait a fetcher could
	// still write to a buffer that a block points into.
	r.cancel()
	r.wg.Wait()
	for _, p := range r.parts {
		r.src.health.waiting(p.place, "")
	}
	return nil
}

var _ stream.Reader = (*Reader)(nil)
