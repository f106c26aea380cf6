package state

import "math"

// near is the part of a table of integers for keys that lie close together, as numbers, dates and times
// mostly do: the entry of key k is entries[k-base]. There is no probe whose length the processor would
// have to foresee, and neighbours share cache lines. It is made when the slots would grow, of all keys
// that there are; those outside that come later live in the slots.
//
//	near:   | base | base+1 |  free  | base+3 | ...     slots: | 90001 | free | -7 | ...
type near[V any] struct {
	entries []IntEntry[V]
	base    int64
	used    int
}

// The keys that are worth an array, and how many places it may have for each: the slots have two to three.
const (
	nearKeys   = 256
	nearPlaces = 3
)

// at is the place of a key, or nil.
func (t *near[V]) at(key int64) *IntEntry[V] {
	if i := uint64(key - t.base); i < uint64(len(t.entries)) {
		return &t.entries[i]
	}
	return nil
}

// gather moves all keys into an array of their range, with some room around it, if they fill enough of
// it. It does nothing unless the slots have enough of the keys for that to be worth it: so the work is
// shared by as many new keys.
func (t *Ints[V]) gather() bool {
	n := t.n + t.near.used
	if n < nearKeys || t.n < n/4 {
		return false
	}
	lo, hi := t.bounds()
	span := uint64(hi - lo)
	if span >= uint64(nearPlaces*n) {
		return false
	}
	below := min(span/4, uint64(lo-math.MinInt64))
	above := min(span/4, uint64(math.MaxInt64-hi))
	room := near[V]{base: lo - int64(below), used: n}
	room.entries = make([]IntEntry[V], below+span+above+1)
	for e := range t.keyed() {
		*room.at(e.Key) = *e
	}
	clear(t.slots)
	t.near, t.n = room, 0
	return true
}

// bounds are the least and the greatest key; there are some.
func (t *Ints[V]) bounds() (lo, hi int64) {
	lo, hi = math.MaxInt64, math.MinInt64
	for e := range t.keyed() {
		lo, hi = min(lo, e.Key), max(hi, e.Key)
	}
	return lo, hi
}

// reset forgets the keys, and the array unless it was of use.
func (t *near[V]) reset() {
	if t.used < len(t.entries)/(4*nearPlaces) {
		t.entries = nil
	}
	clear(t.entries)
	t.used = 0
}
