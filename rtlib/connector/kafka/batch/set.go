package batch

import "github.com/flinkc/flinkc/rtlib/stream"

// Want says which records of a set are wanted.
type Want struct {
	From int64 // the first offset
	End  int64 // the offset behind the last one; 0 means no end
	// Committed hides the transactions in Aborted (isolation level read_committed).
	Committed bool
	Aborted   []Aborted // copied
	Times     bool      // fill stream.Block.Time
}

// Set hands out the records of one record set block by block. Its zero value is ready for Reset,
// and it keeps its buffers from one set to the next: in steady state it does not allocate.
type Set struct {
	data   []byte
	pos    int // the next batch in data
	next   int64
	epoch  int32
	want   Want
	filter filter
	run    run
	zip    decompressor
	behind int64 // offset behind the batch before, -1 for the first
}

// Reset starts over with the record set data, which must stay untouched while blocks from it are
// in use. Readers of the blocks load up to stream.Padding bytes behind a record: cap(data) must
// exceed len(data) by that much.
func (s *Set) Reset(data []byte, w Want) {
	if w.End == 0 {
		w.End = 1<<63 - 1
	}
	s.data, s.pos, s.next, s.epoch, s.behind = data, 0, w.From, -1, -1
	s.filter.reset(w.Aborted)
	s.want, s.run = w, run{}
	s.want.Aborted = nil
}

// Next is the offset behind everything that was handed out or rightly left out: where to go on.
func (s *Set) Next() int64 { return s.next }

// Epoch is the leader epoch of the last batch looked at, -1 before the first.
func (s *Set) Epoch() int32 { return s.epoch }

// Fill empties b and puts up to stream.BlockRows records in. It leaves b.Split alone. No records
// means that the set has none left. Records before a malformed one are handed out first.
func (s *Set) Fill(b *stream.Block) error {
	b.Reset()
	grow(b)
	used := 0
	for len(b.Spans) < stream.BlockRows && used < blockBytes {
		if s.run.left == 0 {
			if ok, err := s.open(len(b.Spans) > 0 && s.run.plain); err != nil || !ok {
				return deferred(b, err)
			}
		}
		shift, ok := s.fits(b)
		if !ok {
			return nil
		}
		b.Buf = s.run.buf
		from := s.run.pos
		err := s.take(b, shift, blockBytes-used)
		used += s.run.pos - from
		s.next = max(s.next, min(s.run.reached(), s.want.End))
		if err != nil {
			return deferred(b, err)
		}
	}
	return nil
}

func (s *Set) take(b *stream.Block, shift uint32, room int) error {
	if s.want.Times {
		return s.run.takeTimed(b, shift, room)
	}
	return s.run.take(b, shift, room)
}

// grow makes room once, so that take may write by index.
func grow(b *stream.Block) {
	if cap(b.Spans) < stream.BlockRows {
		b.Spans = make([]stream.Span, 0, stream.BlockRows)
	}
	if cap(b.Delta) < stream.BlockRows {
		b.Delta = make([]uint32, 0, stream.BlockRows)
	}
}

// deferred keeps an error for the next call when there are records to hand out first: the call
// after finds the same malformed place again.
func deferred(b *stream.Block, err error) error {
	if len(b.Spans) > 0 {
		return nil
	}
	return err
}

// fits reports whether the current run's records may go into b beside those it holds, and how far
// apart their offsets are. A block has one buffer, and offsets within 32 bits of each other.
func (s *Set) fits(b *stream.Block) (shift uint32, ok bool) {
	if len(b.Spans) == 0 {
		b.Base = s.run.base
		return 0, true
	}
	far := s.run.next - b.Base
	if far > 1<<32-1 || !sameBuffer(b.Buf, s.run.buf) {
		return 0, false
	}
	return uint32(s.run.base - b.Base), true
}

// sameBuffer tells slices of one buffer from slices of two: runs begin where their buffer does.
func sameBuffer(a, b []byte) bool { return len(a) > 0 && len(b) > 0 && &a[0] == &b[0] }

// open makes the next batch with wanted records the current run. ok is false at the end of the set.
// keep tells that decompressed records are in use and must stay where they are.
func (s *Set) open(keep bool) (ok bool, err error) {
	for s.pos < len(s.data) && s.next < s.want.End {
		size, whole := complete(s.data[s.pos:])
		if whole && size < prefixSize+smallestMessage {
			return false, errLength(s.next, size-prefixSize)
		}
		if !whole {
			return false, nil
		}
		found, err := s.batch(s.data[s.pos:s.pos+size], keep)
		if err != nil {
			return false, err
		}
		if found {
			return true, nil
		}
	}
	return false, nil
}

// batch looks at one batch. found says that it is the current run now; otherwise nothing in it is
// wanted and it has been stepped over. It changes s only when it succeeds.
func (s *Set) batch(b []byte, keep bool) (found bool, err error) {
	h, err := parseHeader(b)
	if err != nil {
		return false, err
	}
	if h.base < s.behind {
		return false, errOrder(h.base, s.behind)
	}
	if h.last >= s.want.From {
		if err := checkCRC(b); err != nil {
			return false, err
		}
	}
	inside := h.count > 0 && h.last >= s.want.From && h.base < s.want.End
	if hidden := s.hides(&h, b[headerSize:]); inside && !hidden {
		if err := s.start(&h, keep); err != nil {
			return false, err
		}
		found = true
	} else {
		s.next = max(s.next, min(h.last+1, s.want.End))
	}
	s.pos += h.size
	s.behind, s.epoch = h.last+1, h.epoch
	return found, nil
}

// hides reports whether a consumer must not see the batch: markers always, aborted transactions
// when asked.
func (s *Set) hides(h *header, body []byte) bool {
	aborted := s.want.Committed && s.filter.hides(h, body)
	return aborted || h.attrs&control != 0
}

// start makes the batch at s.pos the current run.
func (s *Set) start(h *header, keep bool) error {
	u := run{
		left: h.count, base: h.base, prev: -1, next: h.last + 1,
		lo: max(0, s.want.From-h.base), hi: min(s.want.End-h.base, h.last+1-h.base),
		time: h.firstTime, fixed: h.attrs&logAppendTime != 0,
	}
	if u.fixed {
		u.time = h.maxTime
	}
	from, to := s.pos+headerSize, s.pos+h.size
	if codec := h.attrs & codecMask; codec == 0 {
		u.buf, u.pos = s.data[:to], from
	} else {
		plain, at, err := s.zip.expand(s.data[from:to], h, keep)
		if err != nil {
			return err
		}
		u.buf, u.pos, u.plain = plain, at, true
	}
	s.run = u
	return u.atEnd()
}
