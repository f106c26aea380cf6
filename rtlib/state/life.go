package state

import "github.com/flinkc/flinkc/rtlib/value"

// Life is the time to live of the keys of a table: a key that was not written for so long is as if it had never
// been. Times are milliseconds since 1970, always above 0. Expired keys stay in memory until a sweep.
type Life struct {
	TTL   int64 // milliseconds
	swept int64
}

// leastBetween is how many milliseconds lie between two sweeps at least: each looks at all keys.
const leastBetween = 60_000

// Over reports whether a key that was written last at a time has expired.
func (l *Life) Over(at, now int64) bool { return at+l.TTL <= now }

// Due reports whether it is time to sweep a table of so many keys, and counts on it being done.
func (l *Life) Due(now int64, keys int) bool {
	if keys <= leastSwept || now-l.swept < max(l.TTL, leastBetween) {
		return false
	}
	l.swept = now
	return true
}

// LivingSet is a Set whose keys expire. The zero value with a TTL is ready.
type LivingSet struct {
	companion[int64] // when the key was added last; 0: never
	Life
}

// Add adds a key that belongs to a key group, and reports whether it was not there.
func (s *LivingSet) Add(group uint32, key string, now int64) bool {
	at := s.find(group, key)
	absent := s.Over(*at, now)
	*at = now
	return absent
}

// Sweep forgets the keys that have expired.
func (s *LivingSet) Sweep(now int64) {
	s.ready().Sweep(func(at *int64) bool { return s.Over(*at, now) })
}

// Snapshot gives all keys, group by group.
func (s *LivingSet) Snapshot(put Put) error { return s.snapshot(put, times) }

// Restore adds the keys of a page of the group.
func (s *LivingSet) Restore(group uint32, page []byte) error { return s.restore(group, page, times) }

// LivingMultiset is a Multiset whose keys expire. The zero value with a TTL is ready.
type LivingMultiset struct {
	companion[livingCount]
	Life
}

type livingCount struct{ n, at int64 }

func (v *livingCount) code(c *value.Codec) {
	c.Int64(&v.n)
	c.Int64(&v.at)
}

// Add adds a key that belongs to a key group, and reports whether it was not there.
func (m *LivingMultiset) Add(group uint32, key string, now int64) bool {
	v := m.find(group, key)
	if m.Over(v.at, now) {
		v.n = 0
	}
	v.n, v.at = v.n+1, now
	return v.n == 1
}

// Remove takes a key away once, and reports whether it is there no more. One that is not there, or has expired, is
// none.
func (m *LivingMultiset) Remove(group uint32, key string, now int64) bool {
	v := m.find(group, key)
	if v.n == 0 || m.Over(v.at, now) {
		return false
	}
	v.n, v.at = v.n-1, now
	return v.n == 0
}

// Sweep forgets the keys that have expired or are there no more.
func (m *LivingMultiset) Sweep(now int64) {
	m.ready().Sweep(func(v *livingCount) bool { return v.n == 0 || m.Over(v.at, now) })
}

// Snapshot gives all keys, group by group.
func (m *LivingMultiset) Snapshot(put Put) error { return m.snapshot(put, (*livingCount).code) }

// Restore adds the keys of a page of the group.
func (m *LivingMultiset) Restore(group uint32, page []byte) error {
	return m.restore(group, page, (*livingCount).code)
}
