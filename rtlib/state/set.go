package state

// Set holds keys without values: what a DISTINCT aggregate has seen. The zero value is ready.
type Set struct{ table *Strings[seen] }

type seen struct{ yes bool }

// Add adds a key and reports whether it is new.
func (s *Set) Add(hash uint64, key string) bool {
	if s.table == nil {
		s.table = NewStrings[seen]()
	}
	e := s.table.Find(hash, key)
	if e.Value.yes {
		return false
	}
	e.Value.yes = true
	return true
}

// Len is the number of keys.
func (s *Set) Len() int {
	if s.table == nil {
		return 0
	}
	return s.table.Len()
}
