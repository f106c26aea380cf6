package standin

import "strings"

// insert is INSERT, with update also ON DUPLICATE KEY UPDATE of all the columns.
type insert struct {
	table   string
	columns []string
	rows    [][]Value // nil for the probe that inserts nothing
	update  bool
}

// parseInsert reads
//
//	INSERT INTO `t`(`a`, `b`) VALUES (1,'x'),(2,NULL) [ON DUPLICATE KEY UPDATE ..]
func parseInsert(s *scanner) statement {
	var st insert
	var ok [2]bool
	st.table, ok[0] = s.name()
	if !ok[0] || !s.word("(") {
		return nil
	}
	st.columns, ok[1] = s.names()
	if !ok[1] || !s.word(") ") {
		return nil
	}
	if !st.parseRows(s) || !st.parseUpdate(s) || !s.done() {
		return nil
	}
	return &st
}

// parseRows reads the tuples, or the SELECT without rows by which the sink tests its privileges.
func (st *insert) parseRows(s *scanner) (ok bool) {
	if s.word("VALUES ") {
		st.rows, ok = s.tuples()
		return ok
	}
	nulls := strings.Repeat("NULL, ", len(st.columns)-1) + "NULL"
	return s.word("SELECT " + nulls + " FROM DUAL WHERE FALSE")
}

// parseUpdate reads `a`=VALUES(`a`) for every column in order. Other expressions would mean
// something else than to replace the row, which is all that the stand-in does.
func (st *insert) parseUpdate(s *scanner) bool {
	st.update = s.word(" ON DUPLICATE KEY UPDATE ")
	if !st.update {
		return true
	}
	for i, want := range st.columns {
		if i > 0 && !s.word(", ") {
			return false
		}
		left, ok := s.name()
		if !ok || left != want || !s.word("=VALUES(") {
			return false
		}
		if right, ok := s.name(); !ok || right != want || !s.word(")") {
			return false
		}
	}
	return true
}

// run stops at the first row that does not fit; the session then undoes the rows before it.
func (st *insert) run(tx *transaction) (answer, error) {
	t, err := tx.table(st.table)
	if err != nil {
		return answer{}, err
	}
	columns, err := t.columns(st.columns)
	if err != nil {
		return answer{}, err
	}
	for i, values := range st.rows {
		if len(values) != len(columns) {
			return answer{}, errValueCount(i + 1)
		}
		made, err := t.newRow(columns, values, i+1)
		if err != nil {
			return answer{}, err
		}
		if err := tx.insert(t, made, st.update); err != nil {
			return answer{}, err
		}
	}
	return answer{touched: len(st.rows)}, nil
}

// newRow converts the values to the columns' types; number counts from 1 and is for messages.
func (t *table) newRow(columns []int, values []Value, number int) ([]Value, error) {
	made := make([]Value, len(t.Columns))
	for i := range made {
		made[i].Null = true
	}
	for i, c := range columns {
		v, err := t.types[c].store(values[i])
		if err != nil {
			return nil, errStore(err, t.Columns[c].Name, values[i].Text, number)
		}
		made[c] = v
	}
	for i, c := range t.Columns {
		if made[i].Null && c.NotNull {
			return nil, errNull(c.Name)
		}
	}
	return made, nil
}

// insert adds a row. A row that replaces another one keeps its place in the order of SELECT.
func (t *transaction) insert(in *table, values []Value, update bool) error {
	t.rows++
	// Without a primary key each row is its own: the number of the row serves as its key.
	key, order := itoa(int(t.rows)), t.rows
	if len(in.key) > 0 {
		key = joined(values, in.key)
		if old := in.rows[key]; old != nil {
			if !update {
				return errDuplicate(key)
			}
			order = old.order
		}
	}
	t.set(in, key, &row{order, values})
	return nil
}
