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

// Mean is an aggregate function without Retract.
type Mean struct {
	Sum   float64
	Count int64
}

// Accumulate takes a value.
func (m *Mean) Accumulate(v float64) { m.Sum, m.Count = m.Sum+v, m.Count+1 }

// Value is NULL of no values.
func (m *Mean) Value() (float64, bool) { return m.Sum / float64(m.Count), m.Count > 0 }

// All keeps a slice.
type All struct{ Values []float64 }

// Accumulate takes a value.
func (a *All) Accumulate(v float64) { a.Values = append(a.Values, v) }

// Value is their number.
func (a *All) Value() int64 { return int64(len(a.Values)) }

// Secretive has a field that nobody can save.
type Secretive struct{ sum float64 }

// Accumulate takes a value.
func (s *Secretive) Accumulate(v float64) { s.sum += v }

// Value is the sum.
func (s *Secretive) Value() float64 { return s.sum }

// Forgetful changes a copy.
type Forgetful struct{ Sum float64 }

// Accumulate takes a value.
func (f Forgetful) Accumulate(v float64) { f.Sum += v }

// Value is the sum.
func (f Forgetful) Value() float64 { return f.Sum }
