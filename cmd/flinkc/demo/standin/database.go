package standin

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Table describes a table.
type Table struct {
	Name    string
	Columns []Column
	// Key holds the names of the primary key's columns; empty is a table without one.
	Key []string
	// Engine and Charset are InnoDB and utf8mb4 when empty. They are only told to who asks.
	Engine, Charset string
}

// Column is a column of a Table.
type Column struct {
	Name string
	// Type is one of TINYINT SMALLINT INT BIGINT BOOLEAN FLOAT DOUBLE DECIMAL(p,s) CHAR(n)
	// VARCHAR(n) LONGTEXT VARBINARY(n) LONGBLOB DATE TIME(p) DATETIME(p).
	Type    string
	NotNull bool
}

// Value is one value of a row as text.
type Value struct {
	Null bool
	Text string
}

// database is the tables behind one lock, which a transaction holds from its first statement on.
// One lock for all is enough for a sink, and makes transactions serial without any thought of
// deadlocks.
type database struct {
	lock   chan struct{} // holds one token while locked
	wait   time.Duration
	tables map[string]*table
	rows   uint64 // rows ever added, the order of SELECT
}

type table struct {
	Table
	types []columnType
	key   []int
	rows  map[string]*row
}

// row is never changed, only replaced: the undo log keeps the old one.
type row struct {
	order  uint64
	values []Value
}

func newDatabase(wait time.Duration) *database {
	return &database{lock: make(chan struct{}, 1), wait: wait, tables: make(map[string]*table)}
}

// CreateTable adds a table, or replaces the one of this name and drops its rows.
func (s *Server) CreateTable(t Table) error {
	made, err := newTable(t)
	if err != nil {
		return err
	}
	s.data.lock <- struct{}{}
	s.data.tables[t.Name] = made
	<-s.data.lock
	return nil
}

// DropTable removes a table if there is one of this name.
func (s *Server) DropTable(name string) {
	s.data.lock <- struct{}{}
	delete(s.data.tables, name)
	<-s.data.lock
}

// Rows returns the rows of a table in the order in which they came. Rows of a transaction that is
// still open are not seen: the call waits for its end.
func (s *Server) Rows(name string) ([][]Value, error) {
	s.data.lock <- struct{}{}
	defer func() { <-s.data.lock }()
	t, err := s.data.table(name)
	if err != nil {
		return nil, err
	}
	return t.ordered(), nil
}

func newTable(t Table) (*table, error) {
	made := &table{Table: t, rows: make(map[string]*row)}
	for _, c := range t.Columns {
		typ, err := parseType(c.Type)
		if err != nil {
			return nil, err
		}
		made.types = append(made.types, typ)
	}
	for _, name := range t.Key {
		i, err := made.column(name)
		if err != nil {
			return nil, err
		}
		made.key = append(made.key, i)
		// The caller's slice stays as it was given.
		made.Columns = slices.Clone(made.Columns)
		made.Columns[i].NotNull = true
	}
	return made, nil
}

func (d *database) table(name string) (*table, error) {
	if t, ok := d.tables[name]; ok {
		return t, nil
	}
	return nil, errNoTable(name)
}

func (t *table) column(name string) (int, error) {
	i := slices.IndexFunc(t.Columns, func(c Column) bool { return strings.EqualFold(c.Name, name) })
	if i < 0 {
		return 0, errNoColumn(name)
	}
	return i, nil
}

func (t *table) columns(names []string) ([]int, error) {
	list := make([]int, len(names))
	for i, name := range names {
		c, err := t.column(name)
		if err != nil {
			return nil, err
		}
		list[i] = c
	}
	return list, nil
}

func (t *table) names() []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

// ordered returns the values of all rows in the order in which the rows came. A map has no order;
// real servers give rows back in that of the primary key or the insertion, and tests want one that
// repeats.
func (t *table) ordered() [][]Value {
	sorted := make([]*row, 0, len(t.rows))
	for _, r := range t.rows {
		sorted = append(sorted, r)
	}
	slices.SortFunc(sorted, func(a, b *row) int { return cmp.Compare(a.order, b.order) })
	values := make([][]Value, len(sorted))
	for i, r := range sorted {
		values[i] = r.values
	}
	return values
}

// transaction holds the lock until its end.
type transaction struct {
	*database
	undo []undoStep
}

// undoStep brings back one row; old is nil when there was none.
type undoStep struct {
	table *table
	key   string
	old   *row
}

func (d *database) begin() (*transaction, error) {
	timer := time.NewTimer(d.wait)
	defer timer.Stop()
	select {
	case d.lock <- struct{}{}:
		return &transaction{database: d}, nil
	case <-timer.C:
		return nil, errLockWait()
	}
}

func (t *transaction) end() { <-t.lock }

// set replaces the row of a key, or removes it when r is nil.
func (t *transaction) set(in *table, key string, r *row) {
	t.undo = append(t.undo, undoStep{in, key, in.rows[key]})
	put(in, key, r)
}

// undoTo takes back, newest first, what was done since undo had the length mark.
func (t *transaction) undoTo(mark int) {
	for i := len(t.undo) - 1; i >= mark; i-- {
		put(t.undo[i].table, t.undo[i].key, t.undo[i].old)
	}
	t.undo = t.undo[:mark]
}

func put(in *table, key string, r *row) {
	if r == nil {
		delete(in.rows, key)
		return
	}
	in.rows[key] = r
}
