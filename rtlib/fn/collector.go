package fn

import "iter"

// Collector gathers the rows that one call of a user's table function yields. They lie in memory that the next call
// uses again, and only their loop runs behind the call: so a function that fails halfway has given no row, and the loop
// is no closure, for which each call would take memory. Init comes first.
type Collector[T any] struct {
	rows  []T
	err   error
	yield func(T) bool // made once: to pass a method as a value takes memory, too
	try   func(T, error) bool
}

// Init makes the collector ready.
func (c *Collector[T]) Init() {
	c.yield = func(row T) bool {
		c.rows = append(c.rows, row)
		return true
	}
	c.try = func(row T, err error) bool {
		if c.err = err; err != nil {
			return false
		}
		c.rows = append(c.rows, row)
		return true
	}
}

// Collect is all rows of a sequence, valid until the next call; a nil one has none.
func (c *Collector[T]) Collect(rows iter.Seq[T]) []T {
	c.rows = c.rows[:0]
	if rows != nil {
		rows(c.yield)
	}
	return c.rows
}

// CollectUnless is Collect unless there is an error already.
func (c *Collector[T]) CollectUnless(rows iter.Seq[T], err error) ([]T, error) {
	if err != nil {
		return nil, err
	}
	return c.Collect(rows), nil
}

// CollectTried is Collect up to the first error, which is the result then.
func (c *Collector[T]) CollectTried(rows iter.Seq2[T, error]) ([]T, error) {
	c.rows, c.err = c.rows[:0], nil
	if rows != nil {
		rows(c.try)
	}
	return c.rows, c.err
}
