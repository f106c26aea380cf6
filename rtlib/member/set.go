// Package member keeps what the rows of a query have, for rows that are looked up among them:
// EXISTS and IN, and their three truth values.
package member

import (
	"github.com/flinkc/flinkc/rtlib/state"
	"github.com/flinkc/flinkc/rtlib/value"
)

// Set is the rows of a query. They are in groups by the columns that tie them to a row around the
// query; without such columns they are one group, whose key is empty. A value's key is that of its
// group with the value behind it; keys are encoded by state.Key, so that none can be taken for
// another.
type Set struct {
	groups *state.Strings[group]
	values *state.Strings[here]
}

// group is there when a row of it is.
type group struct{ null bool } // a row's value is NULL

// here is what is known of a value: it is there.
type here struct{}

// NewSet makes an empty set.
func NewSet() *Set {
	return &Set{state.NewStrings[group](), state.NewStrings[here]()}
}

// AddRow adds a row whose value nobody asks for.
func (s *Set) AddRow(by string) { s.groups.Find(state.Hash(by), by) }

// AddNull adds a row whose value is NULL.
func (s *Set) AddNull(by string) { s.groups.Find(state.Hash(by), by).Value.null = true }

// AddValue adds a row; the first n bytes of the key are those of its group.
func (s *Set) AddValue(key string, n int) {
	s.AddRow(key[:n])
	s.values.Find(state.Hash(key), key)
}

// Exists reports whether a group has rows.
func (s *Set) Exists(by string) bool { return s.groups.Get(state.Hash(by), by) != nil }

// Has is x IN of a group's values, for an x that is not NULL: TRUE when it is there, NULL when it
// is not and one of them is NULL.
func (s *Set) Has(key string, n int) (is, null bool) {
	if s.values.Get(state.Hash(key), key) != nil {
		return true, false
	}
	g := s.groups.Get(state.Hash(key[:n]), key[:n])
	return false, g != nil && g.Value.null
}

// Snapshot gives all rows, as the tables "groups" and "values".
func (s *Set) Snapshot(put func(table string, group uint32, page []byte) error) error {
	of := func(table string) state.Put {
		return func(group uint32, page []byte) error { return put(table, group, page) }
	}
	if err := s.groups.Snapshot(of("groups"), (*group).code); err != nil {
		return err
	}
	return s.values.Snapshot(of("values"), (*here).code)
}

// RestoreGroups adds the groups of a page of the table "groups".
func (s *Set) RestoreGroups(page []byte) error { return s.groups.Restore(page, (*group).code) }

// RestoreValues adds the values of a page of the table "values".
func (s *Set) RestoreValues(page []byte) error { return s.values.Restore(page, (*here).code) }

func (g *group) code(c *value.Codec) { c.Bool(&g.null) }

// code writes nothing: that a key is there is all.
func (*here) code(*value.Codec) {}
