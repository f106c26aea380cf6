package fn

import "strings"

// Cache keeps what a function prepares from an argument that is not constant (a pattern, a format),
// so that equal arguments are prepared once. The zero value is ready. Not for use by several
// goroutines.
type Cache[T any] struct {
	last  string
	value T
	known map[string]T
}

// cacheSize bounds a cache; when it is full it starts anew.
const cacheSize = 1024

// Get returns what prepare makes of the key. Errors are not kept.
func (c *Cache[T]) Get(key string, prepare func() (T, error)) (T, error) {
	if c.known != nil && c.last == key {
		return c.value, nil
	}
	v, ok := c.known[key]
	if !ok {
		var err error
		if v, err = prepare(); err != nil {
			return v, err
		}
		if c.known == nil || len(c.known) >= cacheSize {
			c.known = map[string]T{}
		}
		key = strings.Clone(key)
		c.known[key] = v
	} else {
		key = strings.Clone(key)
	}
	c.last, c.value = key, v
	return v, nil
}
