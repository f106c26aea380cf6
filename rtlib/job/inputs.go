package job

import (
	"math"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// inputs is what a task knows of its producers: it combines their watermarks and aligns their marks. Messages of a
// producer that has passed its mark are held until all have.
type inputs struct {
	from   []producer
	held   []stream.Message
	marked int
	ended  int
	low    int64 // the watermark handed on
}

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

// end notes an end. It reports whether the marks are complete now, and whether all producers have ended.
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

// watermark notes a producer's watermark, or with idle that it has none to offer, and returns the combined one and
// whether it has advanced. When all are idle it stays.
func (in *inputs) watermark(from int, time int64, idle bool) (int64, bool) {
	p := &in.from[from]
	p.idle = idle
	if !idle && time > p.time {
		p.time = time
	}
	low, any := int64(math.MaxInt64), false
	for i := range in.from {
		if q := &in.from[i]; !q.idle {
			low, any = min(low, q.time), true
		}
	}
	if !any || low <= in.low {
		return in.low, false
	}
	in.low = low
	return low, true
}

// allIdle reports whether every producer that has not ended is idle.
func (in *inputs) allIdle() bool {
	for i := range in.from {
		if p := &in.from[i]; !p.idle && !p.ended {
			return false
		}
	}
	return true
}
