package kafka

import (
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/cluster"
	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
)

// router finds the leader of each partition that no fetcher has, and hands it to that broker's
// fetcher. It also decides where to go on when an offset is not in the log. There is one a reader,
// so that leaders are asked for once when a broker fails and not by every partition that it led.
type router struct {
	ctx      context.Context
	reader   *Reader
	fetchers map[string]*fetcher // by address

	mu      sync.Mutex
	waiting []*part
	wake    chan struct{}
}

func newRouter(ctx context.Context, r *Reader) *router {
	return &router{ctx: ctx, reader: r, fetchers: map[string]*fetcher{}, wake: make(chan struct{}, 1)}
}

// lost gives partitions to the router. Each is tried when it is due.
func (t *router) lost(parts ...*part) {
	t.mu.Lock()
	t.waiting = append(t.waiting, parts...)
	t.mu.Unlock()
	select {
	case t.wake <- struct{}{}:
	default:
	}
}

// run works until ctx ends. Without lost partitions it sleeps.
func (t *router) run() {
	timer := time.NewTimer(time.Hour)
	defer timer.Stop()
	for t.ctx.Err() == nil {
		due, wait := t.takeDue(time.Now())
		if len(due) > 0 {
			t.place(due)
			continue
		}
		timer.Reset(wait)
		select {
		case <-t.ctx.Done():
		case <-t.wake:
		case <-timer.C:
		}
	}
}

// takeDue takes the partitions that are due out of those waiting, and tells when the next one is.
func (t *router) takeDue(now time.Time) (due []*part, wait time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	wait = time.Hour
	// Each partition has a time of its own, by its own failures: one that is away for long does not
	// make another wait that has just lost its leader.
	t.waiting = slices.DeleteFunc(t.waiting, func(p *part) bool {
		if d := p.due.Sub(now); d > 0 {
			wait = min(wait, d)
			return false
		}
		due = append(due, p)
		return true
	})
	return due, wait
}

// place hands the partitions to their leaders' fetchers. Those of one broker go together, so that
// its next fetch asks for all of them.
func (t *router) place(due []*part) {
	ctx, cancel := context.WithTimeout(t.ctx, startLimit)
	defer cancel()
	// One question for all of them. When it fails they all go back to waiting with that reason.
	trusted := !slices.ContainsFunc(due, func(p *part) bool { return !p.untried() })
	leaders, err := t.reader.src.leaders(ctx, due, trusted)
	groups := map[string][]*part{}
	for _, p := range due {
		at, err := t.leader(ctx, leaders, p, err)
		switch {
		case err != nil:
			t.reader.lose(p, err)
		case p.fetched():
			t.tell(p)
		default:
			groups[at.Leader] = append(groups[at.Leader], p)
		}
	}
	for _, addr := range slices.Sorted(maps.Keys(groups)) {
		t.hand(addr, groups[addr])
	}
}

// leader checks that p can be read from its leader at its offset. failed is why leaders is empty.
func (t *router) leader(ctx context.Context, leaders []cluster.Part, p *part, failed error) (
	cluster.Part, error) {
	at, ok := leaderOf(leaders, p.place)
	switch {
	case failed != nil:
		return at, failed
	case !ok:
		return at, errGone
	case at.Leader == "":
		return at, errNoLeader(at.Code)
	}
	if err := t.checkOffset(ctx, p, at); err != nil {
		return at, err
	}
	p.leader = at.Epoch
	return at, nil
}

// hand gives partitions to a broker's fetcher, a new one when there is none alive.
func (t *router) hand(addr string, parts []*part) {
	if f := t.fetchers[addr]; f != nil && f.add(parts) {
		return
	}
	f := newFetcher(t.reader, addr)
	f.add(parts)
	t.fetchers[addr] = f
	t.reader.wg.Go(func() { f.run(t.ctx) })
}

// checkOffset finds out whether the partition's next offset is still what follows the last record
// read. The broker itself says only that an offset is outside of the log; that records below it
// were replaced after an unclean election shows in the end of the epoch they were written in.
func (t *router) checkOffset(ctx context.Context, p *part, at cluster.Part) error {
	if p.outside {
		return t.outside(ctx, p, at)
	}
	// The question costs a connection, so it is asked only when the leader has changed since this
	// reader last looked.
	if p.epoch < 0 || at.Epoch <= p.epoch || at.Epoch == p.leader {
		return nil
	}
	end, err := t.reader.src.client.EpochEnd(ctx, at, p.epoch)
	if err != nil || end < 0 || end >= p.next {
		return err
	}
	cfg := &t.reader.src.cfg
	return t.goOn(ctx, p, at, cfg.errBeyond(p.place, p.next, end))
}

// outside handles an offset that the broker called out of range.
func (t *router) outside(ctx context.Context, p *part, at cluster.Part) error {
	client, cfg := t.reader.src.client, &t.reader.src.cfg
	start, _, err := client.Offset(ctx, at, cluster.Earliest, wire.ReadUncommitted)
	if err != nil {
		return err
	}
	end, _, err := client.Offset(ctx, at, cluster.Latest, wire.ReadUncommitted)
	if err != nil {
		return err
	}
	// Whatever is found now is acted on; if the new offset is outside again the broker will say so.
	p.outside = false
	switch {
	case p.next < start && p.fresh:
		p.next = start // nothing was promised below it
		return nil
	case p.next < start:
		return t.goOn(ctx, p, at, cfg.errGap(p.place, p.next, start))
	case p.next > end:
		return t.goOn(ctx, p, at, cfg.errBeyond(p.place, p.next, end))
	}
	return nil // the log has changed meanwhile
}

// goOn moves the partition to where the reset policy says, or fails with why, and reports the gap.
// A bounded read ends at the log's end at the latest: what it was to reach may be gone for good.
func (t *router) goOn(ctx context.Context, p *part, at cluster.Part, why error) error {
	src, time := t.reader.src, cluster.Earliest
	switch src.cfg.Reset {
	case ResetNone:
		return finalError{why}
	case ResetLatest:
		time = cluster.Latest
	}
	to, _, err := src.client.Offset(ctx, at, time, src.cfg.isolation())
	if err != nil {
		return err
	}
	end, _, err := src.client.Offset(ctx, at, cluster.Latest, src.cfg.isolation())
	if err != nil {
		return err
	}
	from := p.next
	p.next, p.epoch, p.outside = to, -1, false
	// A bounded read was to reach an offset that the cut log may never have again.
	if old := p.end.Load(); old > end {
		p.end.Store(end)
	}
	src.gap(Gap{Table: src.cfg.Table, Topic: p.place.topic, Partition: p.place.id,
		From: from, To: to, Reason: why.Error()})
	t.tell(p)
	return nil
}

// tell moves the reading side on, by a chunk of no records from the new offset.
func (t *router) tell(p *part) {
	c := &chunk{owners: []*part{p}, from: []int64{p.next}}
	c.res.Parts = append(c.res.Parts, wire.Part{})
	select {
	case t.reader.ready <- c:
	case <-t.ctx.Done():
	}
}
