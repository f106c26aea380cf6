package typecheck

import (
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/options"
	"github.com/flinkc/flinkc/typecheck/types"
)

// checkInsert binds the query and writes it to the table: by position, or by the names of a
// column list. Computed columns are not written.
func (c *checker) checkInsert(s *lang.Insert) {
	if !c.insertClauses(s) {
		return
	}
	t := c.sinkTable(s)
	r := c.checkQuery(s.Query, nil)
	if t == nil || r.broken || unknownColumns(t) {
		return
	}
	positions, ok := c.sinkColumns(s, t)
	if !ok {
		return
	}
	if len(r.names) != len(positions) {
		c.errInsertWidth(s, t, positions, r)
		return
	}
	if node := c.sinkInput(s, t, r, positions); node != nil && !t.broken {
		c.addSink(s, t, node)
	}
}

func (c *checker) insertClauses(s *lang.Insert) bool {
	if s.Overwrite {
		c.errUnsupported(s.Table.Span(), "INSERT OVERWRITE", "Use INSERT INTO.")
		return false
	}
	if len(s.Partition) > 0 {
		c.errUnsupported(s.Partition[0].Span(), "PARTITION", "Write the value as a column.")
		return false
	}
	return true
}

// sinkTable finds the table; nil when it is none that can be written, which is reported.
func (c *checker) sinkTable(s *lang.Insert) *table {
	p, ok := c.path(s.Table)
	if !ok {
		return nil
	}
	t := c.catalog.table(p)
	switch {
	case t == nil:
		c.errUnknownTable(s.Table, p)
		return nil
	case t.view != nil:
		c.errInsertView(s.Table, t)
		return nil
	case t.broken:
		return t
	}
	if t = c.hinted(t, s.Hints); t == nil {
		return nil
	}
	if ok, why := options.CanSink(t.logical.Options.Connector); !ok {
		c.errCannotSink(s.Table.Span(), t, why)
		return nil
	}
	return t
}

// unknownColumns reports a table whose declaration does not say what its columns are.
func unknownColumns(t *table) bool {
	if t.broken && len(t.columns) == 0 {
		return true
	}
	for _, f := range t.logical.Columns {
		if f.Type.Kind == types.Invalid {
			return true
		}
	}
	return false
}

// sinkColumns lists the table's columns that the query's columns go to, in their order.
func (c *checker) sinkColumns(s *lang.Insert, t *table) ([]int, bool) {
	var out []int
	if s.Columns == nil {
		for i := range t.logical.Columns {
			out = append(out, i)
		}
		return out, true
	}
	ok := true
	for _, name := range s.Columns.Names {
		i := fieldIndexOf(t.logical.Columns, name.Name)
		switch {
		case i < 0:
			c.errInsertColumn(name, t)
			ok = false
		case contains(out, i):
			c.errInsertTwice(name)
			ok = false
		}
		out = append(out, i)
	}
	return out, ok && c.missingColumns(s, t, out)
}

func fieldIndexOf(list []types.Field, name string) int {
	for i, f := range list {
		if f.Name == name {
			return i
		}
	}
	return -1
}

// missingColumns wants the columns that are not listed to be nullable.
func (c *checker) missingColumns(s *lang.Insert, t *table, listed []int) bool {
	ok := true
	for i, f := range t.logical.Columns {
		if !contains(listed, i) && !f.Type.Nullable {
			c.errMissingColumn(s.Columns.Span(), t, f)
			ok = false
		}
	}
	return ok
}

// sinkInput casts the query's columns to the table's and puts NULL into those not written. Only
// the first column that does not fit is reported: the next ones are mostly the same shift.
func (c *checker) sinkInput(s *lang.Insert, t *table, r relation, positions []int) logical.Node {
	exprs := make([]logical.Expr, len(t.logical.Columns))
	for i, position := range positions {
		to := t.logical.Columns[position]
		if !types.CanInsert(r.types[i], to.Type) {
			c.errInsertType(s, t, i, r, to)
			return nil
		}
		x := &logical.Column{Typed: logical.Typed{T: r.types[i], At: queryItem(s.Query, i)},
			Index: i, Name: r.names[i]}
		exprs[position] = castTo(x, to.Type)
	}
	p := &logical.Project{In: r.node, Exprs: exprs}
	for i, f := range t.logical.Columns {
		if exprs[i] == nil {
			exprs[i] = null(f.Type, s.Table.Span())
		}
		p.Out = append(p.Out, types.Field{Name: f.Name, Type: exprs[i].Type()})
	}
	p.At = r.node.Span()
	return merged(p)
}

// merged leaves a Project out that changes nothing but names, and joins one whose columns are
// only picked and cast with the Project below it. Values below are cast in place.
func merged(p *logical.Project) logical.Node {
	if unchanged(p) {
		return p.In
	}
	below, ok := p.In.(*logical.Project)
	if !ok || !onlyColumns(p.Exprs) {
		return projected(p)
	}
	out := &logical.Project{In: below.In}
	out.Props = p.Props
	out.At = below.At
	for _, x := range p.Exprs {
		out.Exprs = append(out.Exprs, replaceColumns(x, below.Exprs))
	}
	return projected(out)
}

// unchanged reports a Project of all input columns in their order.
func unchanged(p *logical.Project) bool {
	if len(p.Exprs) != len(p.In.Schema()) {
		return false
	}
	for i, x := range p.Exprs {
		if col, ok := x.(*logical.Column); !ok || col.Index != i {
			return false
		}
	}
	return true
}

// onlyColumns reports expressions that use each input column at most once, so that merging them
// evaluates nothing twice.
func onlyColumns(exprs []logical.Expr) bool {
	seen := map[int]bool{}
	twice := false
	for _, x := range exprs {
		logical.WalkExpr(x, func(x logical.Expr) {
			if col, ok := x.(*logical.Column); ok {
				twice = twice || seen[col.Index]
				seen[col.Index] = true
			}
		})
	}
	return !twice
}

func replaceColumns(x logical.Expr, by []logical.Expr) logical.Expr {
	if cast, ok := x.(*logical.Cast); ok && cast.Implicit {
		// The cast is done anew, so that a literal takes the type by itself.
		return castTo(replaceColumns(cast.X, by), cast.T)
	}
	return logical.Map(x, func(x logical.Expr) logical.Expr {
		if col, ok := x.(*logical.Column); ok {
			return by[col.Index]
		}
		return nil
	})
}

// queryItem is where the i-th column of a query is written, the whole query when it is a star.
func queryItem(q *lang.Query, i int) diag.Span {
	switch b := q.Body.(type) {
	case *lang.Select:
		for _, item := range b.Items {
			if item.Star {
				return q.Span()
			}
		}
		if i < len(b.Items) {
			return b.Items[i].Span()
		}
	case *lang.Values:
		if len(b.Rows) == 1 && i < len(b.Rows[0].Elems) {
			return b.Rows[0].Elems[i].Span()
		}
	}
	return q.Span()
}

// addSink finds the key of the writes, checks that the table takes the changes of the query, and
// adds the sink to the plan.
func (c *checker) addSink(s *lang.Insert, t *table, in logical.Node) {
	n := &logical.Sink{In: in, Table: t.logical}
	n.At, n.Out, n.Keys = s.Table.Span(), t.logical.Columns, in.UpsertKeys()
	if !c.acceptChanges(s, t, n) {
		return
	}
	for i, f := range t.logical.Columns {
		if !f.Type.Nullable && in.Schema()[i].Type.Nullable {
			n.NotNull = append(n.NotNull, i)
		}
	}
	c.refuseWindows(in)
	demand(n, takesBefore(t.logical.Options.Connector))
	c.plan.Sinks = append(c.plan.Sinks, n)
}

// takesBefore reports the sinks that show every change, -U among them.
func takesBefore(connector string) bool {
	return connector == "print" || connector == "blackhole"
}

// acceptChanges decides what the sink may be given (dialect/semantics.md 13), and sets its key.
func (c *checker) acceptChanges(s *lang.Insert, t *table, n *logical.Sink) bool {
	updating := !n.In.Changes().InsertOnly()
	switch connector := t.logical.Options.Connector; {
	case takesBefore(connector):
		return true
	case connector == "jdbc":
		return c.jdbcKey(s, t, n, updating)
	case updating:
		c.errAppendOnly(s, t, n.In)
		return false
	}
	return true
}

// jdbcKey is the PRIMARY KEY. A legacy table has none and takes the query's upsert key, as the
// legacy planner did.
func (c *checker) jdbcKey(s *lang.Insert, t *table, n *logical.Sink, updating bool) bool {
	n.Key = t.logical.PrimaryKey
	if t.logical.Legacy && n.Key == nil {
		n.Key = shortest(n.In.UpsertKeys())
	}
	switch {
	case updating && len(n.Key) == 0:
		c.errNoKey(s, t, n.In)
		return false
	case updating && !sameKey(n.Key, n.In.UpsertKeys()):
		c.errKeyMismatch(s, t, n)
		return false
	}
	return true
}

// shortest returns the first of the keys with the fewest columns; nil when there is none or the
// result is a single row.
func shortest(keys [][]int) []int {
	var out []int
	for _, key := range keys {
		if len(key) > 0 && (out == nil || len(key) < len(out)) {
			out = key
		}
	}
	return out
}

// sameKey reports whether the sink's key is one of the query's, in any order.
func sameKey(key []int, keys [][]int) bool {
	for _, other := range keys {
		if len(other) == len(key) && subset(other, key) {
			return true
		}
	}
	return false
}

func subset(a, b []int) bool {
	for _, n := range a {
		if !contains(b, n) {
			return false
		}
	}
	return true
}
