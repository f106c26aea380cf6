package state

import "iter"

// Ints is a table keyed by an integer, key and value inline in the slot: a probe touches one place. Keys
// that lie close together need no probe; see near.
//
// An entry's pointer stays good until the table grows or is reset: call Reserve with the number of
// rows of a batch before its first Find. The zero Ints is not ready: use NewInts.
type Ints[V any] struct {
	slots []IntEntry[V]
	mask  uint64
	n     int // keys in the slots
	near  near[V]
	// Key 0 marks a free slot or place, so 0 itself lives here, as does NULL.
	zero, null       IntEntry[V]
	hasZero, hasNull bool
}

// IntEntry is a key's slot.
type IntEntry[V any] struct {
	Key   int64
	Value V
}

// NewInts returns an empty table. V must not hold pointers.
func NewInts[V any]() *Ints[V] {
	mustBeFlat((*V)(nil))
	return &Ints[V]{slots: make([]IntEntry[V], 16), mask: 15}
}

// Len is the number of keys, NULL included.
func (t *Ints[V]) Len() int {
	n := t.n + t.near.used
	if t.hasZero {
		n++
	}
	if t.hasNull {
		n++
	}
	return n
}

// Reserve makes room for n new keys, so that entries stay where they are while those are added.
func (t *Ints[V]) Reserve(n int) {
	for (t.n+n)*8 >= len(t.slots)*5 {
		t.grow()
	}
}

// Near returns the key's entry if it is one of those that lie close together, else nil: then ask Find. It
// is small enough to be inlined and needs no hash.
func (t *Ints[V]) Near(key int64) *IntEntry[V] {
	if e := t.near.at(key); e != nil && e.Key != 0 {
		return e
	}
	return nil
}

// Find returns the key's entry; a new key gets one with a zero Value.
func (t *Ints[V]) Find(hash uint64, key int64) *IntEntry[V] {
	if key == 0 {
		t.hasZero = true
		return &t.zero
	}
	if e := t.near.at(key); e != nil {
		if e.Key == 0 {
			e.Key = key
			t.near.used++
		}
		return e
	}
	i := hash & t.mask
	for {
		e := &t.slots[i]
		if e.Key == key {
			return e
		}
		if e.Key == 0 {
			return t.insert(hash, key, e)
		}
		i = (i + 1) & t.mask
	}
}

// FindNull returns the entry of the NULL key.
func (t *Ints[V]) FindNull() *IntEntry[V] {
	t.hasNull = true
	return &t.null
}

// IsNull reports whether e is the entry of the NULL key.
func (t *Ints[V]) IsNull(e *IntEntry[V]) bool { return e == &t.null }

// All yields every entry. The order depends on the keys and on the order in which they came. The
// table must not be changed meanwhile.
func (t *Ints[V]) All() iter.Seq[*IntEntry[V]] {
	return func(yield func(*IntEntry[V]) bool) {
		if t.hasNull && !yield(&t.null) || t.hasZero && !yield(&t.zero) {
			return
		}
		for e := range t.keyed() {
			if !yield(e) {
				return
			}
		}
	}
}

// keyed yields the entries of keys other than 0 and NULL.
func (t *Ints[V]) keyed() iter.Seq[*IntEntry[V]] {
	return func(yield func(*IntEntry[V]) bool) {
		for _, part := range [...][]IntEntry[V]{t.near.entries, t.slots} {
			for i := range part {
				if e := &part[i]; e.Key != 0 && !yield(e) {
					return
				}
			}
		}
	}
}

// Reset removes all keys and keeps the memory.
func (t *Ints[V]) Reset() {
	clear(t.slots)
	t.near.reset()
	t.zero, t.null = IntEntry[V]{}, IntEntry[V]{}
	t.n, t.hasZero, t.hasNull = 0, false, false
}

func (t *Ints[V]) insert(hash uint64, key int64, e *IntEntry[V]) *IntEntry[V] {
	if t.n*8 >= len(t.slots)*5 {
		t.grow()
		if t.near.at(key) != nil {
			return t.Find(hash, key)
		}
		e = t.free(hash)
	}
	t.n++
	e.Key = key
	return e
}

func (t *Ints[V]) free(hash uint64) *IntEntry[V] {
	i := hash & t.mask
	for t.slots[i].Key != 0 {
		i = (i + 1) & t.mask
	}
	return &t.slots[i]
}

// grow makes room: it gathers the keys or doubles the slots.
func (t *Ints[V]) grow() {
	if t.gather() {
		return
	}
	old := t.slots
	t.slots = make([]IntEntry[V], 2*len(old))
	t.mask = uint64(len(t.slots) - 1)
	for i := range old {
		if old[i].Key != 0 {
			*t.free(HashInt(old[i].Key)) = old[i]
		}
	}
}
