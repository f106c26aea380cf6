package stream

import "errors"

// Wire is the untyped end of an exchange in one producer: where its messages go. The job driver
// makes it.
type Wire struct {
	Targets []Target
	// Kinds: the edge carries updates, so every batch has row kinds.
	Kinds bool
	out   Output
}

// Target is one consumer lane of an exchange.
type Target struct {
	Deliver Deliver
	Port    int
	From    int
	// Inline: the consumer runs in the producer's lane and has taken a batch in full when Deliver
	// returns.
	Inline bool
	// Done is closed when the job stops, so that a producer does not wait for a consumer that is
	// gone.
	Done <-chan struct{}
}

// ErrStopped is what a producer gets when the job stops while it waits.
var ErrStopped = errors.New("the job is stopping")

// Output is the side of an exchange that the driver sees.
type Output interface {
	// Push hands on the batches that are full, or with force all that hold rows.
	Push(force bool) error
	// Send gives a message to every consumer, behind all rows written so far.
	Send(m Message) error
	// Sent is the number of rows handed on.
	Sent() int64
}

// Output returns the exchange that was made on the wire.
func (w *Wire) Output() Output { return w.out }

// batchesInFlight bounds the batches of one producer that one consumer may hold: the producer waits
// for one to come back, which is what slows it down to the consumer's pace. With two, or with
// smaller batches, both wait for each other (a fifth more time a row at 50 ns of work).
const batchesInFlight = 3

// Exchange is the producing end of an edge in one lane, for rows of one generated type.
type Exchange[R any] struct {
	lanes []outLane[R]
	sent  int64
	err   error // why a batch could not be handed on within To
}

type outLane[R any] struct {
	Target
	cur  *Rows[R]
	free chan *Rows[R]
}

// NewExchange makes the exchange of a wire.
func NewExchange[R any](w *Wire) *Exchange[R] {
	x := &Exchange[R]{lanes: make([]outLane[R], len(w.Targets))}
	for i, t := range w.Targets {
		x.lanes[i] = newOutLane[R](t)
	}
	w.out = x
	return x
}

func newOutLane[R any](t Target) outLane[R] {
	l := outLane[R]{Target: t}
	if t.Inline {
		l.cur = &Rows[R]{}
		return l
	}
	l.free = make(chan *Rows[R], batchesInFlight)
	for range batchesInFlight - 1 {
		l.free <- &Rows[R]{home: l.free}
	}
	l.cur = &Rows[R]{home: l.free}
	return l
}

// Lanes is the number of consumer lanes.
func (x *Exchange[R]) Lanes() int { return len(x.lanes) }

// To returns the batch under construction for a consumer lane; append one row to it. It waits when
// the batch before is full and the consumer holds all others. A consumer in the same lane takes a
// full batch at once: what a stage gives at its end, all of a sort, is then never there a second
// time.
func (x *Exchange[R]) To(lane int) *Rows[R] {
	l := &x.lanes[lane]
	if len(l.cur.Row) >= BatchRows {
		x.turn(l)
	}
	return l.cur
}

// turn hands the full batch on in the middle of a stage's call. When the job stops meanwhile, the
// stage goes on with a batch that nobody gets, and Push returns the error.
func (x *Exchange[R]) turn(l *outLane[R]) {
	if err := x.deliver(l); err != nil {
		x.err = err
		l.cur = &Rows[R]{}
	}
}

// Sent is the number of rows handed on.
func (x *Exchange[R]) Sent() int64 { return x.sent }

// Push implements Output.
func (x *Exchange[R]) Push(force bool) error {
	if x.err != nil {
		return x.err
	}
	for i := range x.lanes {
		l := &x.lanes[i]
		if n := len(l.cur.Row); n == 0 || n < BatchRows && !force && !l.Inline {
			continue
		}
		if err := x.deliver(l); err != nil {
			return err
		}
	}
	return nil
}

// deliver hands the batch over and takes a free one, waiting for it if need be. An inline consumer
// has released the batch when it returns.
func (x *Exchange[R]) deliver(l *outLane[R]) error {
	x.sent += int64(len(l.cur.Row))
	m := Message{Kind: MsgRows, Port: l.Port, From: l.From, Batch: l.cur}
	if err := l.Deliver(m); err != nil || l.Inline {
		return err
	}
	select {
	case l.cur = <-l.free:
		return nil
	case <-l.Done:
		return ErrStopped
	}
}

// Send implements Output.
func (x *Exchange[R]) Send(m Message) error {
	if err := x.Push(true); err != nil {
		return err
	}
	for i := range x.lanes {
		l := &x.lanes[i]
		if m.Kind == MsgFlush && !l.Inline {
			continue // a consumer with a queue of its own sees for itself that it is empty
		}
		m.Port, m.From = l.Port, l.From
		if err := l.Deliver(m); err != nil {
			return err
		}
	}
	return nil
}
