package job

import (
	"fmt"
	"math"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// eventTime is how far event time has come in a lane of a source. The splits that it reads side by side are to it what
// producers are to other tasks: the lowest of them counts, but for those that are idle or have ended.
//
// As in Flink, only a watermark after 1970 is one.
type eventTime struct {
	in       *inputs // one producer for each of splits
	splits   []splitTime
	number   map[*stream.Split]int // in splits
	interval time.Duration         // 0: nothing is gathered
	timeout  time.Duration         // 0: no split is ever idle
	due      time.Time             // when the lane says how far it has come
	// beside is the reader of splits that are read side by side; nil: they are one.
	beside stream.SideBySide
}

// splitTime is how far one split has come.
type splitTime struct {
	split  *stream.Split
	latest int64     // the highest watermark of its rows; math.MinInt64 before the first
	active time.Time // of its last record
}

func newEventTime(in *inputs, reader stream.Reader, splits []stream.Start, now time.Time) *eventTime {
	e := &eventTime{in: in, number: map[*stream.Split]int{}}
	e.beside, _ = reader.(stream.SideBySide)
	*in = newInputs(0)
	for _, s := range splits {
		e.add(s.Split, now)
	}
	return e
}

// add takes a split that the lane reads from now on.
func (e *eventTime) add(split *stream.Split, now time.Time) {
	if e.beside == nil && len(e.splits) > 0 {
		return
	}
	e.number[split] = len(e.splits)
	e.splits = append(e.splits, splitTime{split, math.MinInt64, now})
	e.in.from = append(e.in.from, newInputs(1).from...)
}

// rows notes the highest watermark of a block's rows.
func (e *eventTime) rows(split *stream.Split, latest int64, now time.Time) {
	s := &e.splits[0]
	if e.beside != nil {
		s = &e.splits[e.number[split]]
	}
	s.active = now
	if latest > 0 {
		s.latest = max(s.latest, latest)
	}
}

// advance looks at all splits, and reports what the lane has to say: that its watermark has advanced; that it has
// become idle, as it is without a split that gives records; or that it is active again.
func (e *eventTime) advance(now time.Time) (said []progress) {
	e.due = now.Add(e.interval)
	low, idle := e.in.low, e.in.idle
	for i := range e.splits {
		e.look(i, now)
	}
	if e.in.ended == len(e.splits) {
		e.in.idle = true // the end of time is the task's end: there may be more splits until then
	}
	switch {
	case e.in.low > low:
		said = append(said, advanced)
	case idle && !e.in.idle:
		said = append(said, active)
	}
	if e.in.idle && (!idle || len(said) > 0) {
		said = append(said, allIdle)
	}
	return said
}

func (e *eventTime) look(i int, now time.Time) {
	s := &e.splits[i]
	if e.beside != nil && !e.in.from[i].ended && e.beside.Ended(s.split) {
		e.in.end(i)
	}
	if e.in.ended < len(e.splits) {
		e.in.watermark(i, s.latest, e.timeout > 0 && now.Sub(s.active) >= e.timeout)
	}
}

// wait is how long the lane may wait for records until it has something to say.
func (e *eventTime) wait(now time.Time) time.Duration {
	if e.interval == 0 {
		return longestWait
	}
	return max(0, e.due.Sub(now))
}

// heldBack is the split that the others of its lane wait for.
type heldBack struct {
	split  string
	latest int64
}

// slowest is the split that keeps the watermark where it is; nil when the lane has only one, or none.
func (e *eventTime) slowest() *heldBack {
	var out *heldBack
	for i, s := range e.splits {
		p := e.in.from[i]
		if !p.idle && !p.ended && len(e.splits) > 1 && (out == nil || s.latest < out.latest) {
			out = &heldBack{s.split.ID, s.latest}
		}
	}
	return out
}

// why says how far event time has come in a lane of a source, and which split keeps it there.
func (t *sourceTask) why() string {
	out := "no watermark yet"
	if w := t.low.Load(); w != math.MinInt64 {
		out = "the watermark is " + instant(w)
	}
	if h := t.slowest.Load(); h != nil {
		out += ", held back by split " + h.split
		if h.latest == math.MinInt64 {
			out += ", which has had no record with a time yet"
		}
	}
	return fmt.Sprintf("stage %s lane %d: %s", t.name, t.lane, out)
}

// instant is a watermark as text. That of a TIMESTAMP column is a local time, and no zone is meant.
func instant(ms int64) string { return time.UnixMilli(ms).UTC().Format("2006-01-02 15:04:05.000") }
