package kafka

import (
	"context"
	"errors"
	"net"
	"slices"
	"sync"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/kafka/batch"
	"github.com/flinkc/flinkc/rtlib/connector/kafka/wire"
)

// maxCut is how many responses without a complete batch are taken before that is an error. The
// limit of bytes doubles each time, so that only a damaged log gets there.
const maxCut = 8

// fetcher fetches from one broker all partitions that it leads. It ends when it has none left, and
// gives them all back to the router when the connection fails. One connection carries one request
// at a time, which is sent before Fill decodes the records of the last answer: the broker works
// meanwhile, and what it sends waits in the kernel. More requests would need a session with the
// broker, and a second buffer would only be more memory to go through.
//
// Two goroutines have a fetcher in turns. Its own waits for the broker; with an answer it lends the
// fetcher to the caller of Fill, who reads the next answers by itself as long as they are at hand,
// and gives it back when there is none. So at full rate nobody is woken for an answer, and bytes
// are decoded where they were read.
type fetcher struct {
	reader *Reader
	addr   string
	back   chan error // from Fill
	conn   net.Conn
	req    wire.Fetch
	out    []byte
	chunk  chunk
	asked  []*part // whom the request under way is for; none: there is no request
	unsent error   // why the request could not be sent
	since  time.Time
	turn   int
	quick  int // empty responses in a row that came at once

	mu    sync.Mutex
	parts []*part
	dead  bool
}

func newFetcher(r *Reader, addr string) *fetcher {
	p := &r.src.cfg.Properties
	// Room for one: Fill does not wait, also when the goroutine has ended with the context.
	f := &fetcher{reader: r, addr: addr, back: make(chan error, 1)}
	f.req = wire.Fetch{Client: p.ClientID, MaxWait: int32(p.MaxWait.Milliseconds()),
		MinBytes: p.MinBytes, MaxBytes: p.MaxBytes, Isolation: r.src.cfg.isolation()}
	f.chunk.fetcher = f
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
	props := &f.reader.src.cfg.Properties
	for f.ask() {
		if err := f.receive(props.MaxWait+props.Timeout, props.Timeout); err != nil {
			return err
		}
		f.pause(ctx)
		if len(f.chunk.owners) == 0 {
			continue
		}
		f.ask()
		if err := f.lend(ctx); err != nil {
			return err
		}
	}
	return nil
}

// lend hands the chunk, and the fetcher with it, to Fill and waits until it is given back.
func (f *fetcher) lend(ctx context.Context) error {
	select {
	case f.reader.ready <- &f.chunk:
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-f.back:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// patience is how long Fill waits by itself for an answer, or for the next step of one. A broker
// that is quick answers meanwhile, and waking the fetcher's goroutine and being woken by it would
// take no less.
const patience = 200 * time.Microsecond

// readOn is for Fill: it reads the next answer when that is at hand, and sends the next request.
// When ok is false, the fetcher has to be given back, with err.
func (f *fetcher) readOn() (ok bool, err error) {
	if len(f.asked) == 0 {
		return false, nil
	}
	err = f.receive(patience, patience)
	if _, slow := errors.AsType[slowError](err); slow {
		return false, nil
	}
	if err != nil || len(f.chunk.owners) == 0 {
		return false, err
	}
	f.ask()
	return true, nil
}

// rotate puts another partition in front each turn: brokers fill a response in the order asked for,
// so that the last ones would starve behind busy ones.
func rotate(parts []*part, turn int) {
	n := turn % len(parts)
	slices.Reverse(parts[:n])
	slices.Reverse(parts[n:])
	slices.Reverse(parts)
}

// ask sends the next request, unless one is under way. It answers false when there is nothing to
// ask for. That sending fails is left to receive: the records of the last answer are good.
func (f *fetcher) ask() bool {
	if len(f.asked) > 0 {
		return true
	}
	if f.asked = f.current(f.asked); len(f.asked) == 0 {
		return false
	}
	rotate(f.asked, f.turn)
	f.turn++
	f.since = time.Now()
	f.out = f.request(f.asked).Append(f.out[:0])
	f.chunk.buf = f.chunk.buf[:0]
	f.unsent = f.conn.SetWriteDeadline(f.since.Add(f.reader.src.cfg.Properties.Timeout))
	if f.unsent == nil {
		_, f.unsent = f.conn.Write(f.out)
	}
	return true
}

// receive reads the answer, or the rest of it after a time-out, and sorts it out.
func (f *fetcher) receive(wait, pace time.Duration) error {
	if f.unsent != nil {
		return errFetch(f.addr, f.reader.src.cfg.Properties.Timeout, f.unsent)
	}
	c := &f.chunk
	if err := c.read(f.conn, wait, pace); err != nil {
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
	f.sort(c, f.asked)
	f.asked = f.asked[:0]
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

// pause slows down a broker that answers at once although it has nothing, instead of waiting for
// MaxWait as it was asked to.
func (f *fetcher) pause(ctx context.Context) {
	if len(f.chunk.owners) > 0 || time.Since(f.since) > quickAnswer {
		f.quick = 0
		return
	}
	if f.quick++; f.quick > 3 {
		sleep(ctx, min(f.reader.src.cfg.Properties.MaxWait, 2*quickAnswer))
	}
}

// quickAnswer is less than a broker waits by itself for data to come.
const quickAnswer = 10 * time.Millisecond
