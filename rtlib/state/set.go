package state

// Set holds keys without values: what a DISTINCT aggregate has seen. The zero value is ready.
type Set struct{ table *Strings[seen] }

type seen struct{ yes bool }

// Add adds a key that belongs to a key group, and reports whether it is new. A set lives beside a
// table and follows the groups of that table's keys.
func (s *Set) Add(group uint32, key string) bool {
	if s.table == nil {
		s.table = NewStrings[seen]()
	}
	e := s.table.Find(hashIn(group, key), key)
	if e.Value.yes {
		return false
	}
	e.Value.yes = true
	return true
}

// hashIn is a hash of the key that lies in the group.
func hashIn(group uint32, key string) uint64 { return uint64(group)<<57 | Hash(key)>>7 }

// Len is the number of keys.
func (s *Set) Len() int {
	if s.table == nil {
		return 0
	}
	return s.table.Len()
}
