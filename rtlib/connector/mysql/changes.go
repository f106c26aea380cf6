package mysql

import (
	"bytes"
	"hash/maphash"
	"slices"
)

// changes holds the rows of the epoch being written: one entry a key with its last change, in the
// order in which the keys came first, or one entry a row in append mode. Keys and tuples lie in
// one arena, so that the garbage collector sees three slices and nothing else.
//
//	slots   [ 0 | 2 | 0 | 1 ]          index+1 of an entry, linear probing, at most half full
//	entries [ {hash key tuple kind} ]
//	arena   key tuple key tuple ...    a longer tuple of a known key goes to the end, with slack
type changes struct {
	seed    maphash.Seed
	arena   []byte
	entries []change
	slots   []uint32
	rows    int // changes since reset, also those that replaced another one
}

type change struct {
	hash    uint64
	key     int // offset in the arena
	tuple   int
	keyLen  uint32
	len     uint32
	room    uint32 // how long a tuple may become in place
	deleted bool
}

const (
	minSlots = 64
	// maxIdleArena is how much memory an unusually large epoch may leave behind.
	maxIdleArena = 64 << 20
)

func newChanges() *changes {
	return &changes{seed: maphash.MakeSeed(), slots: make([]uint32, minSlots)}
}

// add keeps a row of append mode.
func (c *changes) add(tuple []byte) {
	c.rows++
	at := len(c.arena)
	c.arena = append(c.arena, tuple...)
	c.entries = append(c.entries, change{tuple: at, len: uint32(len(tuple)), room: uint32(len(tuple))})
}

// put makes tuple the last change of key.
//
// The slots are cleared with the first key of an epoch and not behind the last one: the server has
// had the processor's caches meanwhile, and clearing fetches them at once instead of key by key.
func (c *changes) put(key, tuple []byte, deleted bool) {
	if len(c.entries) == 0 {
		clear(c.slots)
	}
	c.rows++
	hash := maphash.Bytes(c.seed, key)
	slot := c.find(hash, key)
	if found := c.slots[slot]; found != 0 {
		c.replace(&c.entries[found-1], tuple, deleted)
		return
	}
	c.insert(slot, hash, key, tuple)
	c.entries[len(c.entries)-1].deleted = deleted
}

// find returns the slot of the key, or the free one where it belongs.
func (c *changes) find(hash uint64, key []byte) int {
	mask := len(c.slots) - 1
	for slot := int(hash) & mask; ; slot = (slot + 1) & mask {
		index := c.slots[slot]
		if index == 0 {
			return slot
		}
		e := &c.entries[index-1]
		if e.hash == hash && bytes.Equal(c.keyText(e), key) {
			return slot
		}
	}
}

func (c *changes) insert(slot int, hash uint64, key, tuple []byte) {
	at := len(c.arena)
	c.arena = append(append(c.arena, key...), tuple...)
	c.entries = append(c.entries, change{
		hash: hash, key: at, tuple: at + len(key),
		keyLen: uint32(len(key)), len: uint32(len(tuple)), room: uint32(len(tuple)),
	})
	c.slots[slot] = uint32(len(c.entries))
	if 2*len(c.entries) > len(c.slots) {
		c.grow()
	}
}

// replace writes over the old tuple where it can. Else it leaves a quarter of slack, so that a
// total which gains a digit again and again costs a bounded part of the arena.
func (c *changes) replace(e *change, tuple []byte, deleted bool) {
	e.deleted = deleted
	if len(tuple) > int(e.room) {
		room := len(tuple) + len(tuple)/4 + 8
		e.tuple, e.room = len(c.arena), uint32(room)
		c.arena = slices.Grow(c.arena, room)[:e.tuple+room]
	}
	e.len = uint32(copy(c.arena[e.tuple:e.tuple+int(e.room)], tuple))
}

// Hashes are kept with the entries, so that growing does not touch the keys.
func (c *changes) grow() {
	c.slots = make([]uint32, 2*len(c.slots))
	mask := len(c.slots) - 1
	for i := range c.entries {
		slot := int(c.entries[i].hash) & mask
		for c.slots[slot] != 0 {
			slot = (slot + 1) & mask
		}
		c.slots[slot] = uint32(i + 1)
	}
}

func (c *changes) keyText(e *change) []byte { return c.arena[e.key : e.key+int(e.keyLen)] }

func (c *changes) text(e *change) []byte { return c.arena[e.tuple : e.tuple+int(e.len)] }

// reset empties the epoch and keeps the memory that an epoch of this size needs.
func (c *changes) reset() {
	if cap(c.arena) > maxIdleArena && len(c.arena) < cap(c.arena)/4 {
		c.arena, c.entries = nil, nil
	}
	if len(c.slots) > minSlots && len(c.entries) < len(c.slots)/4 {
		c.slots = make([]uint32, len(c.slots)/2)
	}
	c.arena, c.entries, c.rows = c.arena[:0], c.entries[:0], 0
}
