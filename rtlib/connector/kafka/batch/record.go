package batch

// A record, with zigzag varints:
//
//	length, attributes (1 byte), time delta, offset delta, key length, key, value length, value,
//	number of headers, headers
//
// run.take reads what nearly all records look like with one bounds check and without loops, and
// leaves all others, the malformed ones among them, to parseRecord. Keys and headers are stepped
// over.

// record is one record's parts as places in the buffer it was read from.
type record struct {
	time     int64 // delta to the batch's first time
	offset   int64 // delta to the batch's base offset
	key      int
	keyEnd   int // < key for a NULL key
	value    int
	valueEnd int // < value for a NULL value
}

// parseRecord decodes the record at b[p:] and returns the place behind it.
func parseRecord(b []byte, p int) (r record, next int, ok bool) {
	n, p, ok := varint(b, p)
	if !ok || n < 1 || n > int64(len(b)-p) {
		return r, p, false
	}
	next = p + int(n)
	b = b[:next]
	p++ // attributes: none are defined
	if r.time, p, ok = varint(b, p); !ok {
		return r, p, false
	}
	if r.offset, p, ok = varint(b, p); !ok {
		return r, p, false
	}
	if r.key, r.keyEnd, p, ok = bytesAt(b, p); !ok {
		return r, p, false
	}
	if r.value, r.valueEnd, p, ok = bytesAt(b, p); !ok {
		return r, p, false
	}
	return r, next, p <= next
}

// bytesAt reads a length and steps over that many bytes; length -1 is NULL (end < start).
func bytesAt(b []byte, p int) (start, end, next int, ok bool) {
	n, p, ok := varint(b, p)
	if !ok || n < -1 || n > int64(len(b)-p) {
		return 0, 0, p, false
	}
	if n < 0 {
		return 1, 0, p, true
	}
	return p, p + int(n), p + int(n), true
}

// varint reads a zigzag varint of at most ten bytes.
func varint(b []byte, p int) (v int64, next int, ok bool) {
	var u uint64
	for shift := uint(0); shift < 70 && uint(p) < uint(len(b)); shift += 7 {
		c := b[p]
		p++
		u |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return int64(u>>1) ^ -int64(u&1), p, true
		}
	}
	return 0, p, false
}
