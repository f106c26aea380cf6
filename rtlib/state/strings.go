package state

import (
	"iter"
	"math"
	"math/bits"
	"unsafe"
)

// Strings is a table keyed by text or by an encoded composite key.
//
//	slots  [hash|addr] [hash|addr] ...          open addressing, 8 bytes each
//	pages  ... [hash, key length, V, key bytes] records back to back, never moved
//
// A probe touches one slot and one record. An entry's pointer stays good until Reset. The zero
// Strings is not ready: use NewStrings.
type Strings[V any] struct {
	slots []slot
	n     int
	limit int // of n, before the slots grow
	pages pages
	null  *Entry[V] // the entry of the NULL key, outside the slots
}

type slot struct {
	hash uint32
	addr uint32 // + 1; 0 is free
}

// Entry is a key's record.
type Entry[V any] struct {
	hash  uint32
	len   uint32 // of the key, whose bytes follow the entry; nullLen for NULL
	Value V
}

const nullLen = math.MaxUint32

// NewStrings returns an empty table. V must not hold pointers.
func NewStrings[V any]() *Strings[V] {
	mustBeFlat((*V)(nil))
	t := &Strings[V]{}
	t.resize(fewestSlots)
	return t
}

// Len is the number of keys, NULL included.
func (t *Strings[V]) Len() int {
	if t.null != nil {
		return t.n + 1
	}
	return t.n
}

// Find returns the key's entry; a new key gets one with a zero Value. The key is copied.
func (t *Strings[V]) Find(hash uint64, key string) *Entry[V] {
	h := uint32(hash >> 32)
	slots := t.slots
	for i := home(h, len(slots)); ; i++ {
		if i >= len(slots) {
			i = 0
		}
		s := slots[i]
		if s.addr == 0 {
			return t.insert(h, key)
		}
		if s.hash == h {
			e := t.at(s.addr - 1)
			if int(e.len) == len(key) && same(e.text(), key) {
				return e
			}
		}
	}
}

// Get returns the key's entry, or nil when there is none. Its loop is that of Find, which takes 16
// instead of 12 ns when it calls this one first.
func (t *Strings[V]) Get(hash uint64, key string) *Entry[V] {
	h := uint32(hash >> 32)
	i := home(h, len(t.slots))
	for s := t.slots[i]; s.addr != 0; s = t.slots[i] {
		if e := t.at(s.addr - 1); s.hash == h && int(e.len) == len(key) && same(e.text(), key) {
			return e
		}
		if i++; i == len(t.slots) {
			i = 0
		}
	}
	return nil
}

// same reports whether two texts of the same length are equal. Short ones cost three overlapping
// loads each instead of a call.
func same(a, b string) bool {
	n := len(a)
	if n < 8 || n > 24 {
		return a == b
	}
	p, q := unsafe.Pointer(unsafe.StringData(a)), unsafe.Pointer(unsafe.StringData(b))
	middle := n/2 - 4
	return load64(p, 0)^load64(q, 0)|
		load64(p, middle)^load64(q, middle)|
		load64(p, n-8)^load64(q, n-8) == 0
}

// home is the slot where the search for a hash starts. The bits that are equal for all keys of a
// lane count least, else a lane's keys would crowd in its share of the slots.
func home(h uint32, slots int) int {
	return int(uint64(bits.RotateLeft32(h, 7)) * uint64(slots) >> 32)
}

// FindNull returns the entry of the NULL key.
func (t *Strings[V]) FindNull() *Entry[V] {
	if t.null == nil {
		h := uint64(NullHash)
		_, words := t.pages.alloc(t.words(0))
		t.null = (*Entry[V])(unsafe.Pointer(&words[0]))
		t.null.hash, t.null.len = uint32(h>>32), nullLen
	}
	return t.null
}

// All yields every entry in order of arrival. The table must not be changed meanwhile.
func (t *Strings[V]) All() iter.Seq[*Entry[V]] {
	return func(yield func(*Entry[V]) bool) {
		for i := range t.pages.list {
			p := &t.pages.list[i]
			for at := 0; at < p.used; {
				e := (*Entry[V])(unsafe.Pointer(&p.words[at]))
				if !yield(e) {
					return
				}
				at += t.words(e.keyLen())
			}
		}
	}
}

// Reset removes all keys and keeps the memory. Entries found before must not be used any more.
func (t *Strings[V]) Reset() {
	clear(t.slots)
	t.pages.reset()
	t.n, t.null = 0, nil
}

// Bytes is the memory that the table holds.
func (t *Strings[V]) Bytes() int { return 8*len(t.slots) + t.pages.bytes() }

// Key returns the key; it stays valid until the table is reset. A NULL key is "".
func (e *Entry[V]) Key() string {
	return unsafe.String((*byte)(unsafe.Add(unsafe.Pointer(e), unsafe.Sizeof(*e))), e.keyLen())
}

// text is Key of an entry that is not NULL.
func (e *Entry[V]) text() string {
	return unsafe.String((*byte)(unsafe.Add(unsafe.Pointer(e), unsafe.Sizeof(*e))), e.len)
}

// Null reports whether this is the entry of the NULL key.
func (e *Entry[V]) Null() bool { return e.len == nullLen }

// Group returns the key's group.
func (e *Entry[V]) Group() uint32 { return e.hash >> 25 }

// Hash returns a hash with the key's group and lane.
func (e *Entry[V]) Hash() uint64 { return uint64(e.hash) << 32 }

func (e *Entry[V]) keyLen() int {
	if e.len == nullLen {
		return 0
	}
	return int(e.len)
}

func (t *Strings[V]) at(addr uint32) *Entry[V] {
	return (*Entry[V])(unsafe.Pointer(&t.pages.list[addr>>16].words[addr&0xffff]))
}

// words is the size of a record. One byte is always spared behind the entry, so that the address of
// an empty key lies inside the page.
func (t *Strings[V]) words(key int) int {
	var e Entry[V]
	return (int(unsafe.Sizeof(e)) + max(key, 1) + 7) / 8
}

//go:noinline
func (t *Strings[V]) insert(h uint32, key string) *Entry[V] {
	if t.n >= t.limit {
		t.grow()
	}
	addr, words := t.pages.alloc(t.words(len(key)))
	e := (*Entry[V])(unsafe.Pointer(&words[0]))
	e.hash, e.len = h, uint32(len(key))
	copy(unsafe.Slice((*byte)(unsafe.Add(unsafe.Pointer(e), unsafe.Sizeof(*e))), len(key)), key)
	t.place(slot{h, addr + 1})
	t.n++
	return e
}

func (t *Strings[V]) place(s slot) {
	i := home(s.hash, len(t.slots))
	for t.slots[i].addr != 0 {
		if i++; i == len(t.slots) {
			i = 0
		}
	}
	t.slots[i] = s
}

// A table of few keys has room to spare, as it lies in the cache anyhow. A large one grows in small
// steps and is filled up to seven eighths: its slots take at most 10.3 bytes a key. The steps are
// cheap, because slots keep their order when they move.
const (
	fewestSlots = 64
	smallSlots  = 1 << 12 // 32 KiB: a probe rarely meets another key, which would be guessed wrong
	largeSlots  = 1 << 16
)

func (t *Strings[V]) grow() {
	old := t.slots
	if len(old) < largeSlots {
		t.resize(2 * len(old))
	} else {
		t.resize(len(old) / 8 * 9)
	}
	for _, s := range old {
		if s.addr != 0 {
			t.place(s)
		}
	}
}

func (t *Strings[V]) resize(slots int) {
	t.slots = make([]slot, slots)
	switch {
	case slots <= smallSlots:
		t.limit = slots / 4
	case slots <= largeSlots:
		t.limit = slots / 8 * 5
	default:
		t.limit = slots / 8 * 7
	}
}
