// Package udf has the functions that go-functions.sql declares.
package udf

// F returns its argument.
func F(s string) string { return s }

// G returns its argument.
func G(s string) string { return s }

// Lists has a slice of what cannot be NULL and a map to what can.
func Lists(words []string, sizes map[string]*int64) []*string { return nil }

// Named is a row.
type Named struct {
	TheName string
	Size    *int64
}

// Same returns its argument.
func Same(n Named) Named { return n }
