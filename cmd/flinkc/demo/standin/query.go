package standin

// query is SELECT of a whole table; columns nil is all.
type query struct {
	table   string
	columns []string
}

func parseSelectAll(s *scanner) statement { return parseFrom(s, nil) }

func parseSelect(s *scanner) statement {
	s.at-- // the first back quote
	columns, ok := s.names()
	if !ok || !s.word(" FROM ") {
		return nil
	}
	return parseFrom(s, columns)
}

func parseFrom(s *scanner, columns []string) statement {
	table, ok := s.name()
	if !ok || !s.done() {
		return nil
	}
	return &query{table, columns}
}

func (st *query) run(tx *transaction) (answer, error) {
	t, err := tx.table(st.table)
	if err != nil {
		return answer{}, err
	}
	rows := t.ordered()
	if st.columns == nil {
		return answer{columns: t.names(), rows: rows}, nil
	}
	columns, err := t.columns(st.columns)
	if err != nil {
		return answer{}, err
	}
	for i, all := range rows {
		rows[i] = make([]Value, len(columns))
		for j, c := range columns {
			rows[i][j] = all[c]
		}
	}
	return answer{columns: st.columns, rows: rows}, nil
}
