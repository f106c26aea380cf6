package kafka

import (
	"sync/atomic"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// part is a partition while a Reader reads it. Fetching runs ahead of reading, so each side has its
// own place in the log.
type part struct {
	split *stream.Split
	place *place
	// end is where a bounded read ends, -1 for never. The router lowers it when the log was cut.
	end atomic.Int64

	// The fetching side: owned by the router or by one fetcher, handed over under their locks.
	next     int64 // the offset to fetch, -1 while not located
	epoch    int32 // leader epoch of the record before next, -1 when not known
	leader   int32 // the current leader's epoch
	fresh    bool  // next is the log's beginning at the start: retention may move it
	outside  bool  // the broker says that next is not in the log
	failures int   // in a row
	due      time.Time
	reason   error // why the fetcher is about to give it up
	maxBytes int32
	cut      int // responses in a row without a complete batch

	// The reading side: owned by the goroutine that calls Fill.
	done      int64
	doneEpoch int32
	ended     bool
}

// The next offset is found by locate.
func newPart(s *stream.Split, maxBytes int32) *part {
	p := &part{split: s, place: s.Private.(*place), next: -1, epoch: -1, leader: -1,
		maxBytes: maxBytes}
	p.end.Store(-1)
	return p
}

// begin lets the reading side start where the fetching side does.
func (p *part) begin() { p.done, p.doneEpoch = p.next, p.epoch }

// fetched reports whether nothing is left to be fetched.
func (p *part) fetched() bool {
	end := p.end.Load()
	return end >= 0 && p.next >= end
}

// finished reports whether everything was handed out.
func (p *part) finished() bool {
	end := p.end.Load()
	return end >= 0 && p.done >= end
}

// failed notes a failure: the partition is to be tried again after a pause.
func (p *part) failed() {
	p.failures++
	p.reason = nil
	p.due = time.Now().Add(backoff(p.failures))
}

// limit is the end as batch.Want has it: 0 for none. A read that ends at offset 0 never begins.
func (p *part) limit() int64 { return max(0, p.end.Load()) }
