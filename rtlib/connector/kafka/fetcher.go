package kafka

import (
	"context"
	"net"
	"slices"
	"sync"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/batch"
	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
)

// chunksPerFetcher is two: while Fill reads one, the other is being filled.
const chunksPerFetcher = 2

// maxCut is how many responses without a complete batch are taken before that is an error. The
// limit of bytes doubles each time, so that only a damaged log gets there.
const maxCut = 8

// fetcher fetches from one broker all partitions that it leads. It ends when it has none left, and
// gives them all back to the router when the connection fails. One connection carries one request
// at a time. More would need a session with the broker and more buffers, and gain nothing: while
// Fill decodes one chunk the next request is under way.
type fetcher struct {
	reader *Reader
	addr   string
	free   chan *chunk
	conn   net.Conn
	req    wire.Fetch
	out    []byte
	quick  int // empty responses in a row that came at once

	mu    sync.Mutex
	parts []*part
	dead  bool
}

func newFetcher(r *Reader, addr string) *fetcher {
	p := &r.src.cfg.Properties
	f := &fetcher{reader: r, addr: addr, free: make(chan *chunk, chunksPerFetcher)}
	f.req = wire.Fetch{Client: p.ClientID, MaxWait: int32(p.MaxWait.Milliseconds()),
		MinBytes: p.MinBytes, MaxBytes: p.MaxBytes, Isolation: r.src.cfg.isolation()}
	for range chunksPerFetcher {
		f.free <- &chunk{home: f.free}
	}
	return f
}

// add hands partitions over. It refuses when the fetcher has ended. The order is kept, so that
// requests and their answers list the partitions alike; see ownerOf.
func (f *fetcher) add(parts []*part) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.dead {
		f.parts = append(f.parts, parts...)
		slices.SortStableFunc(f.parts, func(a, b *part) int { return byPlace(a.place, b.place) })
	}
	return !f.dead
}

// drop takes the partitions out for which gone answers true. With none left the fetcher is dead.
func (f *fetcher) drop(gone func(*part) bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.parts = slices.DeleteFunc(f.parts, gone)
	// Decided under the lock in which add looks: a partition cannot be handed to a fetcher that is
	// about to end.
	f.dead = len(f.parts) == 0
}

// current returns the partitions to ask for. The slice is the fetcher's own copy.
func (f *fetcher) current(list []*part) []*part {
	f.mu.Lock()
	defer f.mu.Unlock()
	return append(list[:0], f.parts...)
}

// run fetches until there is nothing to fetch any more or ctx ends.
func (f *fetcher) run(ctx context.Context) {
	err := f.connect(ctx)
	if err == nil {
		// A read of the socket does not see the context; closing the connection under it is what
		// ends it.
		stop := context.AfterFunc(ctx, func() { f.conn.Close() })
		err = f.loop(ctx)
		stop()
		f.conn.Close()
	}
	if err != nil && ctx.Err() == nil {
		f.giveBack(err)
	}
}

func (f *fetcher) connect(ctx context.Context) error {
	conn, err := f.reader.src.dialer.Dial(ctx, f.addr)
	if err != nil {
		return err
	}
	if !conn.Supports(wire.FetchKey, wire.FetchVersion) {
		conn.Close()
		return finalError{errOldBroker(f.addr)}
	}
	f.conn = conn
	return nil
}

// giveBack returns all partitions to the router after the connection failed.
func (f *fetcher) giveBack(err error) {
	f.drop(func(p *part) bool {
		f.reader.lose(p, err)
		return true
	})
}

func (f *fetcher) loop(ctx context.Context) error {
	var parts []*part
	for turn := 0; ; turn++ {
		if parts = f.current(parts); len(parts) == 0 {
			return nil
		}
		rotate(parts, turn)
		var c *chunk
		select {
		case c = <-f.free:
		case <-ctx.Done():
			return ctx.Err()
		}
		if err := f.fetch(ctx, c, parts); err != nil {
			return err
		}
		if !f.deliver(ctx, c) {
			return ctx.Err()
		}
	}
}

// rotate puts another partition in front each turn: brokers fill a response in the order asked for,
// so that the last ones would starve behind busy ones.
func rotate(parts []*part, turn int) {
	n := turn % len(parts)
	slices.Reverse(parts[:n])
	slices.Reverse(parts[n:])
	slices.Reverse(parts)
}

// fetch makes one request and sorts the response out.
func (f *fetcher) fetch(ctx context.Context, c *chunk, parts []*part) error {
	start, props := time.Now(), &f.reader.src.cfg.Properties
	if err := f.conn.SetWriteDeadline(start.Add(props.Timeout)); err != nil {
		return err
	}
	f.out = f.request(parts).Append(f.out[:0])
	if _, err := f.conn.Write(f.out); err != nil {
		return errFetch(f.addr, props.Timeout, err)
	}
	wait := props.MaxWait + props.Timeout
	if err := c.read(f.conn, wait, props.Timeout); err != nil {
		return errFetch(f.addr, wait, err)
	}
	// An answer to another request means that the connection is out of step: nothing on it can be
	// trusted any more.
	if c.res.ID != f.req.ID {
		return errFetch(f.addr, wait, errNotKafka)
	}
	if c.res.Code != 0 {
		return c.res.Code
	}
	f.sort(c, parts)
	f.pause(ctx, c, time.Since(start))
	return nil
}

// request asks for all partitions from where each has got to.
func (f *fetcher) request(parts []*part) *wire.Fetch {
	f.req.ID++
	f.req.Parts = f.req.Parts[:0]
	f.req.MaxBytes = f.reader.src.cfg.Properties.MaxBytes
	for _, p := range parts {
		// A partition whose next batch is larger than its limit has doubled it; the request's own
		// limit must not cut it off again.
		f.req.MaxBytes = max(f.req.MaxBytes, p.maxBytes)
		f.req.Parts = append(f.req.Parts, wire.Want{Topic: p.place.topic, ID: p.place.id,
			Epoch: p.leader, Offset: p.next, MaxBytes: p.maxBytes})
	}
	return &f.req
}

// sort finds out whose the response's parts are, moves the fetch offsets on, and gives up the
// partitions that cannot be fetched here any more or are at their end. A partition with an error
// does not spoil the others of the response, which are delivered.
func (f *fetcher) sort(c *chunk, parts []*part) {
	c.owners, c.from = c.owners[:0], c.from[:0]
	kept, change := c.res.Parts[:0], false
	for i, got := range c.res.Parts {
		p := ownerOf(parts, i, &got)
		switch {
		case p == nil:
		case got.Code != 0:
			p.reason, change = got.Code, true
		case len(got.Records) > 0:
			c.owners, c.from = append(c.owners, p), append(c.from, p.next)
			kept = append(kept, got)
			f.well(p)
			f.step(p, got.Records)
			change = change || p.reason != nil || p.fetched()
		default:
			f.well(p)
			change = change || p.fetched()
		}
	}
	c.res.Parts = kept
	if change {
		f.drop(f.leaves)
	}
}

// leaves reports whether p is not to be fetched here any more, and passes it on.
func (f *fetcher) leaves(p *part) bool {
	if err := p.reason; err != nil {
		p.outside = err == wire.OffsetOutOfRange
		f.reader.lose(p, err)
		return true
	}
	return p.fetched()
}

// ownerOf finds the partition asked for; brokers answer in the order of the request.
func ownerOf(parts []*part, i int, got *wire.Part) *part {
	is := func(p *part) bool { return p.place.id == got.ID && p.place.topic == string(got.Topic) }
	if i < len(parts) && is(parts[i]) {
		return parts[i]
	}
	if i = slices.IndexFunc(parts, is); i >= 0 {
		return parts[i]
	}
	return nil
}

// well notes that a partition is being read.
func (f *fetcher) well(p *part) {
	if p.failures > 0 {
		p.failures = 0
		f.reader.src.health.waiting(p.place, "")
	}
}

// step moves the fetch offset behind the complete batches, told from their headers alone. A batch
// that is malformed stops it; Fill finds the same one and says what is wrong.
func (f *fetcher) step(p *part, records []byte) {
	next, epoch := batch.End(records, p.next)
	if next > p.next {
		p.next, p.epoch, p.fresh = next, epoch, false
		p.cut, p.maxBytes = 0, f.reader.src.cfg.Properties.PartitionBytes
		return
	}
	// Records, but no complete batch: the broker cut one off at the limit of bytes.
	p.maxBytes = int32(min(2*int64(p.maxBytes), maxResponse/2))
	if p.cut++; p.cut == maxCut {
		p.reason = finalError{f.reader.src.cfg.errStuck(p.place, p.next, p.cut)}
	}
}

// deliver hands a chunk with records to Fill; without any it goes back at once.
func (f *fetcher) deliver(ctx context.Context, c *chunk) bool {
	if len(c.owners) == 0 {
		c.release()
		return true
	}
	select {
	case f.reader.ready <- c:
		return true
	case <-ctx.Done():
		return false
	}
}

// pause slows down a broker that answers at once although it has nothing, instead of waiting for
// MaxWait as it was asked to.
func (f *fetcher) pause(ctx context.Context, c *chunk, took time.Duration) {
	if len(c.owners) > 0 || took > quickAnswer {
		f.quick = 0
		return
	}
	if f.quick++; f.quick > 3 {
		sleep(ctx, min(f.reader.src.cfg.Properties.MaxWait, 2*quickAnswer))
	}
}

// quickAnswer is less than a broker waits by itself for data to come.
const quickAnswer = 10 * time.Millisecond
