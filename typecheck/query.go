package typecheck

import (
	"strconv"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// relation is a bound query. A broken one has errors and no node.
type relation struct {
	node   logical.Node
	names  []string // of the output columns; those of a broken relation that are known
	types  []types.Type
	broken bool
}

func brokenRelation() relation { return relation{broken: true} }

func relationOf(n logical.Node) relation {
	r := relation{node: n}
	for _, f := range n.Schema() {
		r.names = append(r.names, f.Name)
		r.types = append(r.types, f.Type)
	}
	return r
}

// withScope are the WITH queries that a query sees; a nested WITH hides outer ones.
type withScope struct {
	outer   *withScope
	name    string
	cte     *lang.CTE
	broken  bool
	visible *withScope // what the query itself sees: those before it
}

func (w *withScope) find(name string) *withScope {
	for ; w != nil; w = w.outer {
		if w.name == name {
			return w
		}
	}
	return nil
}

// checkQuery binds a query.
func (c *checker) checkQuery(q *lang.Query, with *withScope) relation {
	return c.query(q, with, false)
}

// checkPart binds a query that another one reads. Of its rows only the set counts: ORDER BY without
// LIMIT is checked, and means nothing.
func (c *checker) checkPart(q *lang.Query, with *withScope) relation {
	return c.query(q, with, true)
}

func (c *checker) query(q *lang.Query, with *withScope, part bool) relation {
	for _, cte := range q.With {
		with = c.checkCTE(cte, with)
	}
	if len(q.OrderBy) > 0 {
		return c.checkOrdered(q, with, part)
	}
	if inner, ok := q.Body.(*lang.Query); ok && part {
		return c.checkLimit(q, c.checkPart(inner, with))
	}
	return c.checkLimit(q, c.checkBody(q.Body, with))
}

// checkCTE checks a WITH query once, for its errors. Each use binds it anew.
func (c *checker) checkCTE(cte *lang.CTE, with *withScope) *withScope {
	out := &withScope{outer: with, name: cte.Name.Name, cte: cte, visible: with}
	r := c.checkPart(cte.Query, with)
	out.broken = r.broken || !c.renameable(r, cte.Columns)
	return out
}

// renameable checks the column list of a WITH query.
func (c *checker) renameable(r relation, columns *lang.Columns) bool {
	return columns == nil || r.broken || c.columnList(columns.Span(), columns.Names, len(r.names))
}

func (c *checker) checkBody(b lang.Body, with *withScope) relation {
	if !c.room(b.Span()) {
		return brokenRelation()
	}
	switch b := b.(type) {
	case *lang.Query:
		return c.checkQuery(b, with)
	case *lang.Select:
		return c.checkSelect(b, with, nil)
	case *lang.SetOp:
		return c.checkSetOp(b, with)
	case *lang.Values:
		return c.checkValues(b)
	case *lang.TableQuery:
		s, node := c.checkFrom([]lang.TableRef{&lang.TableName{Place: b.Place, Name: b.Table}}, with)
		return c.wholeTable(s, node, b.Span())
	case *lang.Pipe:
		return c.checkPipe(b, with)
	default:
		c.errUnsupported(b.Span(), "this query", "Write it as SELECT .. FROM.")
	}
	return brokenRelation()
}

// rowCounts are the numbers of LIMIT, -1 without one, and of OFFSET.
func (c *checker) rowCounts(q *lang.Query) (count, offset int64, ok bool) {
	count, ok = -1, true
	if q.Limit != nil {
		count, ok = c.rowCount(q.Limit, "LIMIT")
	}
	if q.Offset != nil && ok {
		offset, ok = c.rowCount(q.Offset, "OFFSET")
	}
	return count, offset, ok
}

// checkLimit keeps the first rows that arrive.
func (c *checker) checkLimit(q *lang.Query, r relation) relation {
	if q.Limit == nil && q.Offset == nil {
		return r
	}
	count, offset, ok := c.rowCounts(q)
	if r.broken || !ok {
		return brokenRelation()
	}
	if !r.node.Changes().InsertOnly() {
		c.errUpdating(q.Span(), r.node)
		return brokenRelation()
	}
	n := &logical.Limit{In: r.node, Count: count, Offset: offset}
	n.At, n.Out = q.Span(), r.node.Schema()
	return relationOf(n)
}

func (c *checker) rowCount(e lang.Expr, clause string) (int64, bool) {
	n, ok := e.(*lang.Number)
	if ok && n.Form == lang.Integer {
		v, err := strconv.ParseInt(n.Text, 10, 64)
		if err == nil {
			return v, true
		}
	}
	c.errRowCount(e.Span(), clause)
	return 0, false
}

// checkValues is VALUES (..), (..): the columns have the common types of the rows.
func (c *checker) checkValues(v *lang.Values) relation {
	s := &scope{place: inValues}
	width := len(v.Rows[0].Elems)
	var columns [][]logical.Expr
	for range width {
		columns = append(columns, nil)
	}
	ok := true
	for _, row := range v.Rows {
		if len(row.Elems) != width {
			c.errRowWidth(row.Span(), len(row.Elems), width)
			ok = false
			continue
		}
		for i, e := range row.Elems {
			columns[i] = append(columns[i], c.checkExpr(e, s))
		}
	}
	if !ok {
		return brokenRelation()
	}
	return c.valuesOf(v.Span(), columns)
}

// valuesOf unifies the columns and turns them into rows.
func (c *checker) valuesOf(at diag.Span, columns [][]logical.Expr) relation {
	n := &logical.Values{Rows: make([][]logical.Expr, len(columns[0]))}
	n.At = at
	broken := false
	for i, column := range columns {
		t, ok := unify(column)
		if !ok && !isInvalid(column...) {
			c.errNoCommonType(column[len(column)-1], "VALUES", column)
		}
		broken = broken || !ok
		for j, x := range column {
			n.Rows[j] = append(n.Rows[j], x)
		}
		n.Out = append(n.Out, types.Field{Name: "EXPR$" + strconv.Itoa(i), Type: t})
	}
	if broken {
		return brokenRelation()
	}
	return relationOf(n)
}

// checkSetOp is UNION, INTERSECT or EXCEPT, with ALL or without; the columns have the common types of
// both sides, the names of the left one.
func (c *checker) checkSetOp(b *lang.SetOp, with *withScope) relation {
	return c.setOp(b, c.checkOperand(b.Left, with), with)
}

// checkOperand is one side of a set operation.
func (c *checker) checkOperand(b lang.Body, with *withScope) relation {
	if q, ok := b.(*lang.Query); ok {
		return c.checkPart(q, with)
	}
	return c.checkBody(b, with)
}

// setOp is checkSetOp behind the left side.
func (c *checker) setOp(b *lang.SetOp, left relation, with *withScope) relation {
	right := c.checkOperand(b.Right, with)
	if left.broken || right.broken {
		return brokenRelation()
	}
	if len(left.names) != len(right.names) {
		c.errSetWidth(b, len(left.names), len(right.names))
		return brokenRelation()
	}
	out, ok := c.setTypes(b, left, right)
	if ok && b.Op != lang.Union && !c.batch() {
		c.errNeedsBatch(b.Span(), setNames[b.Op]+" waits for the last row of its input")
	}
	if !ok || b.Op != lang.Union && !c.batch() {
		return brokenRelation()
	}
	if b.Op != lang.Union {
		return compared(b, recast(left.node, out), recast(right.node, out))
	}
	u := &logical.Union{Ins: append(flat(recast(left.node, out), b.Left),
		flat(recast(right.node, out), b.Right)...)}
	u.At, u.Out = b.Span(), out
	if b.All {
		return relationOf(unioned(u))
	}
	return distinct(relationOf(unioned(u)), c.stateTTL(), b.Span())
}

// flat takes a Union apart that is the left side of another UNION ALL, or in a pipe stands before
// it.
func flat(n logical.Node, b lang.Body) []logical.Node {
	u, ok := n.(*logical.Union)
	if _, isSetOp := b.(*lang.SetOp); ok && (isSetOp || b == nil) {
		return u.Ins
	}
	return []logical.Node{n}
}

func (c *checker) setTypes(b *lang.SetOp, left, right relation) ([]types.Field, bool) {
	var out []types.Field
	for i, name := range left.names {
		t, ok := types.Common(left.types[i], right.types[i])
		if !ok {
			c.errSetType(b, i, left, right)
			return nil, false
		}
		out = append(out, types.Field{Name: name, Type: t})
	}
	return out, true
}

// recast puts a Project with casts on a node whose columns have other types than wanted.
func recast(n logical.Node, want []types.Field) logical.Node {
	p := &logical.Project{In: n}
	same := true
	for i, f := range n.Schema() {
		col := &logical.Column{Typed: logical.Typed{T: f.Type, At: n.Span()}, Index: i, Name: f.Name}
		x := castTo(col, want[i].Type)
		same = same && x == logical.Expr(col)
		p.Exprs = append(p.Exprs, x)
		p.Out = append(p.Out, types.Field{Name: want[i].Name, Type: x.Type()})
	}
	if same {
		return n
	}
	p.At = n.Span()
	return projected(p)
}
