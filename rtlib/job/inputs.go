package job

import (
	"math"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// inputs is what a task knows of its producers: it combines their watermarks and aligns their
// marks. Messages of a producer that has passed its mark are held until all have.
type inputs struct {
	from   []producer
	held   []stream.Message
	marked int
	ended  int
	low    int64 // the watermark handed on
	idle   bool  // said to the consumers
}

// One lane of one stage before this one, by the number that its messages carry in From.
type producer struct {
	time   int64
	idle   bool
	marked bool
	ended  bool
}

func newInputs(n int) inputs {
	in := inputs{from: make([]producer, n), low: math.MinInt64}
	for i := range in.from {
		in.from[i].time = math.MinInt64
	}
	return in
}

// hold keeps the message when its producer is ahead of the others.
func (in *inputs) hold(m stream.Message) bool {
	if !in.from[m.From].marked {
		return false
	}
	in.held = append(in.held, m)
	return true
}

// mark notes a mark and reports whether all producers are there.
func (in *inputs) mark(from int) bool {
	in.from[from].marked = true
	in.marked++
	return in.marked+in.ended == len(in.from)
}

// end notes an end. It reports whether the marks are complete now, and whether all producers have
// ended.
func (in *inputs) end(from int) (aligned, all bool) {
	in.from[from].ended = true
	in.from[from].time = stream.MaxWatermark
	in.ended++
	all = in.ended == len(in.from)
	return in.marked > 0 && in.marked+in.ended == len(in.from), all
}

// release starts the next epoch and returns what was held.
func (in *inputs) release() []stream.Message {
	for i := range in.from {
		in.from[i].marked = false
	}
	in.marked = 0
	held := in.held
	in.held = nil
	return held
}

// progress is what a task tells its consumers about event time.
type progress uint8

const (
	same     progress = iota
	advanced          // the combined watermark is higher
	allIdle           // no producer has a watermark to offer
	active            // one has again, and the combined watermark is what it was
)

// watermark notes a producer's watermark, or with idle that it has none to offer, and reports what
// follows for all.
//
// A producer that has ended holds nothing back, but while the only others are idle it does not push
// the watermark to its maximum either: they may come back with rows.
func (in *inputs) watermark(from int, time int64, idle bool) progress {
	p := &in.from[from]
	if p.idle = idle && !p.ended; !idle {
		p.time = max(p.time, time)
	}
	// The combined watermark never falls: a producer that comes back from being idle with an older
	// time brings late rows.
	low, speaks := in.lowest()
	was := in.idle
	in.idle = !speaks
	switch {
	case !speaks && !was:
		return allIdle
	case speaks && low > in.low:
		in.low = low
		return advanced
	case speaks && was:
		return active
	}
	return same
}

// lowest is the least watermark of the producers that have one to offer.
func (in *inputs) lowest() (low int64, speaks bool) {
	low = math.MaxInt64
	for i := range in.from {
		if q := &in.from[i]; !q.idle && !q.ended {
			low, speaks = min(low, q.time), true
		}
	}
	return low, speaks || in.ended == len(in.from)
}
