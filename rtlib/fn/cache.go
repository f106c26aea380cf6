package fn

import "strings"

// Cache keeps what a function prepares from an argument that is not constant (a pattern, a format),
// so that equal arguments are prepared once. The zero value is ready. Not for use by several
// goroutines.
type Cache[T any] struct {
	last  *prepared[T]
	known map[string]*prepared[T]
}

// prepared is an entry, with a key that does not borrow a record's bytes.
type prepared[T any] struct {
	key   string
	value T
}

// cacheSize bounds a cache; when it is full it starts anew.
const cacheSize = 1024

// Get returns what prepare makes of the key. Errors are not kept. It allocates only for new keys.
func (c *Cache[T]) Get(key string, prepare func() (T, error)) (T, error) {
	if c.last != nil && c.last.key == key {
		return c.last.value, nil
	}
	if p := c.known[key]; p != nil {
		c.last = p
		return p.value, nil
	}
	v, err := prepare()
	if err != nil {
		return v, err
	}
	if c.known == nil || len(c.known) >= cacheSize {
		c.known = map[string]*prepared[T]{}
	}
	c.last = &prepared[T]{strings.Clone(key), v}
	c.known[c.last.key] = c.last
	return v, nil
}
