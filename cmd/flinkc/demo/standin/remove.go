package standin

import (
	"slices"
	"strings"
)

// remove is DELETE of the rows whose columns are equal to one of the tuples. NULL equals NULL only
// when nulls is set.
type remove struct {
	table   string
	columns []string
	keys    [][]Value
	nulls   bool
}

// parseDelete reads WHERE (`a`, `b`) IN ((1,'x'),..), WHERE `a` <=> 1 AND .., or WHERE FALSE, by
// which the sink tests its privileges.
func parseDelete(s *scanner) statement {
	var st remove
	var ok bool
	if st.table, ok = s.name(); !ok || !s.word(" WHERE ") {
		return nil
	}
	switch {
	case s.word("FALSE"):
		ok = true
	case s.word("("):
		ok = st.parseIn(s)
	default:
		ok = st.parseEquals(s)
	}
	if !ok || !s.done() {
		return nil
	}
	return &st
}

func (st *remove) parseIn(s *scanner) (ok bool) {
	if st.columns, ok = s.names(); !ok || !s.word(") IN (") {
		return false
	}
	st.keys, ok = s.tuples()
	return ok && s.word(")")
}

func (st *remove) parseEquals(s *scanner) bool {
	st.nulls, st.keys = true, [][]Value{nil}
	for {
		name, ok := s.name()
		if !ok || !s.word(" <=> ") {
			return false
		}
		value, ok := s.literal()
		if !ok {
			return false
		}
		st.columns, st.keys[0] = append(st.columns, name), append(st.keys[0], value)
		if !s.word(" AND ") {
			return true
		}
	}
}

// run converts the tuples to the columns' types first, so that 1e0 finds the INT 1.
func (st *remove) run(tx *transaction) (answer, error) {
	t, err := tx.table(st.table)
	if err != nil {
		return answer{}, err
	}
	columns, err := t.columns(st.columns)
	if err != nil {
		return answer{}, err
	}
	wanted, err := st.wanted(t, columns)
	if err != nil {
		return answer{}, err
	}
	found := t.matching(wanted, columns)
	for _, key := range found {
		tx.set(t, key, nil)
	}
	return answer{touched: len(found)}, nil
}

// matching returns the keys of the rows to be removed. When the columns are the primary key the
// tuples are keys already.
func (t *table) matching(wanted map[string]bool, columns []int) (keys []string) {
	// The usual case. Looking through all rows for each delete would make the demo quadratic.
	if slices.Equal(columns, t.key) {
		for key := range wanted {
			if t.rows[key] != nil {
				keys = append(keys, key)
			}
		}
		return keys
	}
	for key, r := range t.rows {
		if wanted[joined(r.values, columns)] {
			keys = append(keys, key)
		}
	}
	return keys
}

// wanted is the set of the tuples that can match.
func (st *remove) wanted(t *table, columns []int) (map[string]bool, error) {
	set := make(map[string]bool, len(st.keys))
	for i, key := range st.keys {
		if len(key) != len(columns) {
			return nil, errValueCount(i + 1)
		}
		values, null := make([]Value, len(t.Columns)), false
		for j, c := range columns {
			v, err := t.types[c].store(key[j])
			if err != nil {
				return nil, errStore(err, t.Columns[c].Name, key[j].Text, i+1)
			}
			values[c], null = v, null || v.Null
		}
		if st.nulls || !null {
			set[joined(values, columns)] = true
		}
	}
	return set, nil
}

// joined makes one text of the values; the lengths keep ('a','bc') and ('ab','c') apart.
func joined(values []Value, columns []int) string {
	var b strings.Builder
	for _, c := range columns {
		if values[c].Null {
			b.WriteString("-;")
			continue
		}
		b.WriteString(itoa(len(values[c].Text)) + ":" + values[c].Text + ";")
	}
	return b.String()
}
