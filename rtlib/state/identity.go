package state

import "unsafe"

// Identity finds the entry of a text by the place of its bytes in memory instead of by its content.
// It pays off when keys come from a small set of strings, as names from a table do.
//
// It is sound because each slot holds the string itself: its memory cannot be freed and given to
// another text while it is here. It must not be used for text in memory that is written again
// (blocks, batches, arenas). It switches itself off while it misses.
type Identity[V any] struct {
	slots  [256]identitySlot[V]
	finds  int
	misses int
	off    bool
}

type identitySlot[V any] struct {
	key   string
	entry *Entry[V]
}

// Hit returns the entry of the key, or nil.
func (c *Identity[V]) Hit(key string) *Entry[V] {
	s := &c.slots[slotOf(key)]
	if unsafe.StringData(s.key) == unsafe.StringData(key) && len(s.key) == len(key) {
		return s.entry
	}
	return nil
}

// Keep remembers the entry of a key that Hit did not find.
func (c *Identity[V]) Keep(key string, e *Entry[V]) {
	if c.off || len(key) == 0 {
		return
	}
	c.misses++
	c.slots[slotOf(key)] = identitySlot[V]{key, e}
}

// slotOf spreads addresses. The factor, found by trial, gives sixty names side by side slots of their
// own, whatever length up to 32 they have.
func slotOf(key string) uint8 {
	return uint8(uint64(uintptr(unsafe.Pointer(unsafe.StringData(key)))) * 0x1027C4D1C386BBC5 >> 56)
}

const (
	// trial is after how many rows the cache judges itself.
	trial = 1 << 14
	// pause is after how many rows a cache that was dropped is tried again: a job that starts with
	// little to do forgets its keys so often that it hits nothing, and must not stay slow when the
	// load comes.
	pause = 1 << 20
)

// Seen is told of the rows of each batch. A cache that misses more than one row in eight is dropped
// for a while.
func (c *Identity[V]) Seen(rows int) {
	c.finds += rows
	if c.off {
		if c.finds >= pause {
			c.off, c.finds = false, 0
		}
		return
	}
	if c.finds < trial {
		return
	}
	if c.misses > c.finds/8 {
		c.off = true
		c.clear()
	}
	c.finds, c.misses = 0, 0
}

// Reset forgets all entries; the table that they belong to was reset.
func (c *Identity[V]) Reset() { c.clear() }

func (c *Identity[V]) clear() { c.slots = [256]identitySlot[V]{} }
