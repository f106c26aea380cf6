package state

import "github.com/flinkc/flinkc/rtlib/value"

// companion is a table that lives beside another one and follows the groups of that table's keys.
// The zero value is ready.
type companion[V any] struct{ table *Strings[V] }

func (c *companion[V]) ready() *Strings[V] {
	if c.table == nil {
		c.table = NewStrings[V]()
	}
	return c.table
}

// find returns the value of a key that belongs to a key group.
func (c *companion[V]) find(group uint32, key string) *V {
	return &c.ready().Find(hashIn(group, key), key).Value
}

// hashIn is a hash of the key that lies in the group.
func hashIn(group uint32, key string) uint64 { return uint64(group)<<57 | Hash(key)>>7 }

// Len is the number of keys.
func (c *companion[V]) Len() int {
	if c.table == nil {
		return 0
	}
	return c.table.Len()
}

// snapshot gives all keys, group by group.
func (c *companion[V]) snapshot(put Put, code Code[V]) error {
	if c.table == nil {
		return nil
	}
	return c.table.Snapshot(put, code)
}

// restore adds the keys of a page of the group. There is no NULL among them: it is a part of the
// encoded keys.
func (c *companion[V]) restore(group uint32, page []byte, code Code[V]) error {
	hash := func(key string) uint64 { return hashIn(group, key) }
	if err := c.ready().restore(page, code, hash); err != nil {
		return err
	}
	if c.table.null != nil {
		return value.ErrDamaged
	}
	return nil
}

// Set holds keys without values: what a DISTINCT aggregate has seen. The zero value is ready.
type Set struct{ companion[seen] }

type seen struct{ yes bool }

// Add adds a key that belongs to a key group, and reports whether it is new.
func (s *Set) Add(group uint32, key string) bool {
	v := s.find(group, key)
	if v.yes {
		return false
	}
	v.yes = true
	return true
}

// code writes nothing: that a key is there is all.
func (v *seen) code(*value.Codec) { v.yes = true }

// Snapshot gives all keys, group by group.
func (s *Set) Snapshot(put Put) error { return s.snapshot(put, (*seen).code) }

// Restore adds the keys of a page of the group.
func (s *Set) Restore(group uint32, page []byte) error { return s.restore(group, page, (*seen).code) }

// Multiset holds keys with the number of times that they are there: what a DISTINCT aggregate has
// seen of rows that may be taken back. The zero value is ready.
type Multiset struct {
	companion[int64]
	gone int // keys that were taken for the last time, since the table was swept
}

// Add adds a key that belongs to a key group, and reports whether it was not there.
func (m *Multiset) Add(group uint32, key string) bool {
	n := m.find(group, key)
	*n++
	return *n == 1
}

// Remove takes a key away once, and reports whether it is there no more.
func (m *Multiset) Remove(group uint32, key string) bool {
	n := m.find(group, key)
	*n--
	if *n != 0 {
		return false
	}
	m.gone++
	if WorthSweeping(m.gone, m.Len()) {
		m.sweep()
	}
	return true
}

func (m *Multiset) sweep() {
	if m.gone == 0 {
		return
	}
	m.table.Sweep(func(n *int64) bool { return *n == 0 })
	m.gone = 0
}

// Snapshot gives all keys, group by group.
func (m *Multiset) Snapshot(put Put) error {
	m.sweep()
	return m.snapshot(put, times)
}

// Restore adds the keys of a page of the group.
func (m *Multiset) Restore(group uint32, page []byte) error { return m.restore(group, page, times) }

// times writes or reads how often a key is there.
func times(n *int64, c *value.Codec) { c.Int64(n) }
