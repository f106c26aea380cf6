package batch

import (
	"cmp"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// blockBytes bounds what one block spans, so that it stays in the second-level cache.
const blockBytes = 256 << 10

// window is how many bytes of a record head looks at: more than its numbers can have when
// they are as short as head wants them. It must not exceed stream.Padding.
const window = 32

// run is the part of a batch's records that has not been handed out yet.
type run struct {
	buf   []byte // ends with the batch; has capacity for stream.Padding more
	pos   int
	left  int
	base  int64 // the batch's base offset
	prev  int64 // offset delta of the record before; deltas must rise
	lo    int64 // wanted offset deltas: lo <= delta < hi
	hi    int64
	time  int64 // the batch's first time, or its append time
	fixed bool  // the broker's append time holds for every record
	plain bool  // buf is the decompression buffer
	next  int64 // offset behind the batch
}

// take appends records to b until the block is full, room bytes have been walked, or the run is at
// its end. shift is the run's base offset minus b.Base.
//
// head accepts a record without key whose length and value length have up to two bytes each, whose
// offset delta has up to three and time delta up to four; slow takes the rest. Spans and deltas
// are written by index, since
// append's check and store of two lengths cost as much as the decoding itself.
func (u *run) take(b *stream.Block, shift uint32, room int) error {
	n, end := len(b.Spans), len(u.buf)
	spans := (*[stream.BlockRows]stream.Span)(b.Spans[:stream.BlockRows])
	deltas := (*[stream.BlockRows]uint32)(b.Delta[:stream.BlockRows])
	buf, lo, width := u.buf[:end+stream.Padding], u.lo, uint64(u.hi-u.lo)
	p, left, prev, stop := u.pos, u.left, u.prev, min(u.pos+room, end)
	var err error
	for left > 0 && n < stream.BlockRows && p < stop {
		start, size, delta, next := head(buf[p : p+window])
		from, to := p+start, p+start+size
		if next += p; start == 0 || to >= next || next > end || delta <= prev {
			if from, to, delta, next, err = u.slow(p, prev); err != nil {
				break
			}
		}
		p, prev, left = next, delta, left-1
		if uint64(delta-lo) < width {
			spans[n&(stream.BlockRows-1)] = stream.Span{Start: uint32(from), End: uint32(to)}
			deltas[n&(stream.BlockRows-1)] = shift + uint32(delta)
			n++
		}
	}
	b.Spans, b.Delta = b.Spans[:n], b.Delta[:n]
	u.pos, u.left, u.prev = p, left, prev
	return cmp.Or(err, u.atEnd())
}

// head decodes the numbers in front of a value, all relative to the record's start. start is 0 for
// a record that is not of the usual kind.
func head(r []byte) (start, size int, delta int64, next int) {
	_ = r[window-1]
	n, k := uint(r[0]), 1
	if n >= 0x80 {
		n, k = n&0x7f|uint(r[1])<<7, 2
	}
	next = k + int(n>>1)
	k++ // attributes: none are defined
	if r[k] >= 0x80 {
		if k++; r[k] >= 0x80 {
			if k++; r[k] >= 0x80 {
				k++
			}
		}
	}
	t := uint(r[k])
	d := uint(r[k+1])
	if k += 2; d >= 0x80 {
		d = d&0x7f | uint(r[k])<<7
		if k++; d >= 1<<14 {
			d = d&(1<<14-1) | uint(r[k])<<14
			k++
		}
	}
	key, v := uint(r[k]), uint(r[k+1])
	if k += 2; v >= 0x80 {
		v = v&0x7f | uint(r[k])<<7
		k++
	}
	// One test for many: bit 14 is a third byte (21 a fourth), bit 0 a negative number, key 1 NULL.
	if (n|v)&(1<<14|1)|d&(1<<21|1)|t&0x80|(key^1) != 0 {
		k = 0
	}
	return k, int(v >> 1), int64(d >> 1), next
}

// slow decodes any well-formed record.
func (u *run) slow(p int, prev int64) (from, to int, delta int64, next int, err error) {
	r, next, ok := parseRecord(u.buf, p)
	switch {
	case !ok:
		err = errRecord(u.base+prev+1, "its lengths do not fit")
	case r.offset <= prev:
		err = errRecord(u.base+prev+1, "its offset is not above the one before")
	case u.base+r.offset >= u.next:
		err = errRecord(u.base+r.offset, "its offset is above the batch's last")
	}
	return r.value, r.valueEnd, r.offset, next, err
}

// takeTimed is take for sources that were asked for record times.
func (u *run) takeTimed(b *stream.Block, shift uint32, room int) error {
	stop := min(u.pos+room, len(u.buf))
	for u.left > 0 && len(b.Spans) < stream.BlockRows && u.pos < stop {
		r, next, ok := parseRecord(u.buf, u.pos)
		if !ok || r.offset <= u.prev || u.base+r.offset >= u.next {
			_, _, _, _, err := u.slow(u.pos, u.prev)
			return err
		}
		u.pos, u.prev, u.left = next, r.offset, u.left-1
		if r.offset < u.lo || r.offset >= u.hi {
			continue
		}
		b.Add(stream.Span{Start: uint32(r.value), End: uint32(r.valueEnd)}, shift+uint32(r.offset))
		b.Time = append(b.Time, u.timeOf(r.time))
	}
	return u.atEnd()
}

func (u *run) timeOf(delta int64) int64 {
	if u.fixed {
		return u.time
	}
	return u.time + delta
}

// atEnd checks that bytes and records come to their end together.
func (u *run) atEnd() error {
	if u.left > 0 && u.pos >= len(u.buf) {
		return errMissing(u.base, u.left)
	}
	return nil
}

// reached is the offset behind the last record that take has seen.
func (u *run) reached() int64 {
	if u.left == 0 {
		return u.next
	}
	return u.base + u.prev + 1
}
