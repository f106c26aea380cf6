package standin

import "strings"

// information is a SELECT from one of the three views of information_schema that the sink's checks
// read.
type information struct {
	table string
	view  *view
}

type view struct {
	head, tail string
	rows       func(t *table) [][]Value
}

var views = []view{
	{"ENGINE FROM information_schema.TABLES", "", engineRows},
	{"COLUMN_NAME, IS_NULLABLE, EXTRA, COLUMN_DEFAULT, CHARACTER_SET_NAME" +
		" FROM information_schema.COLUMNS", "", columnRows},
	{"INDEX_NAME, COLUMN_NAME, SUB_PART FROM information_schema.STATISTICS",
		" AND NON_UNIQUE = 0", indexRows},
}

func parseInformation(s *scanner) statement {
	for i := range views {
		v := &views[i]
		if !s.word(v.head + " WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ") {
			continue
		}
		name, ok := s.literal()
		if !ok || !s.word(v.tail) || !s.done() {
			return nil
		}
		return &information{name.Text, v}
	}
	return nil
}

func (st *information) run(tx *transaction) (answer, error) {
	columns, _, _ := strings.Cut(st.view.head, " FROM ")
	a := answer{columns: strings.Split(columns, ", ")}
	if t, ok := tx.tables[st.table]; ok {
		a.rows = st.view.rows(t)
	}
	return a, nil
}

func engineRows(t *table) [][]Value {
	return [][]Value{{{Text: orDefault(t.Engine, "InnoDB")}}}
}

// columnRows tells NULL as the default of a column that may be NULL, as MariaDB does.
func columnRows(t *table) [][]Value {
	rows := make([][]Value, len(t.Columns))
	for i, c := range t.Columns {
		nullable, fallback := Value{Text: "YES"}, Value{Text: "NULL"}
		if c.NotNull {
			nullable.Text, fallback = "NO", Value{Null: true}
		}
		charset := Value{Null: true}
		if t.types[i].text {
			charset = Value{Text: orDefault(t.Charset, "utf8mb4")}
		}
		rows[i] = []Value{{Text: c.Name}, nullable, {}, fallback, charset}
	}
	return rows
}

func indexRows(t *table) [][]Value {
	var rows [][]Value
	for _, k := range t.key {
		rows = append(rows, []Value{{Text: "PRIMARY"}, {Text: t.Columns[k].Name}, {Null: true}})
	}
	return rows
}

func orDefault(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}
