// Package udf has the functions that go-functions.sql declares.
package udf

import "iter"

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

// Part is TABLE (name STRING, size BIGINT).
type Part struct {
	Name string
	Size *int64
}

// Parts gives rows.
func Parts(s string) iter.Seq[Part] { return nil }

// PartPointers gives rows that could be missing.
func PartPointers(s string) iter.Seq[*Part] { return nil }

// Singles gives rows of one column, which may be NULL.
func Singles(s string) iter.Seq[*string] { return nil }

// Spliced has a second result that a table function cannot have.
func Spliced(s string) (iter.Seq[string], bool) { return nil, false }
