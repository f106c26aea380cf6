package typecheck

import (
	"slices"
	"strconv"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// ORDER BY. Its keys become columns of the SELECT list: they are there already, or stand hidden
// behind it and are dropped by the Sort. A sort waits for the end of its input, which only batch
// mode promises.

// ordering is the work on one ORDER BY.
type ordering struct {
	query *lang.Query
	// part: another query reads the rows, of which only the set counts then.
	part bool
	keys []logical.SortKey
	// width is the number of columns that the query has.
	width int
}

// checkOrdered is a query with ORDER BY.
func (c *checker) checkOrdered(q *lang.Query, with *withScope, part bool) relation {
	o := &ordering{query: q, part: part}
	if s, ok := q.Body.(*lang.Select); ok {
		return c.checkSelect(s, with, o)
	}
	r := c.checkBody(q.Body, with)
	scope, node := c.named(r, nil, nil, diag.Span{})
	sel := &selection{checker: c, stmt: &lang.Select{}, scope: scope, node: node, group: &grouping{},
		order: o}
	sel.allColumns(q)
	return sel.inOrder()
}

// allColumns makes the SELECT list all columns of the scope.
func (s *selection) allColumns(at lang.Node) {
	item := &lang.SelectItem{Place: lang.Place{At: at.Span()}, Star: true}
	for i := range s.scope.columns {
		if !s.scope.columns[i].hidden {
			s.starColumn(item, &s.scope.columns[i])
		}
	}
}

// inOrder sorts the rows of a SELECT list that nothing else is to be done for.
func (s *selection) inOrder() relation {
	s.orderBy()
	if !s.ok() {
		return brokenRelation()
	}
	return s.sorted(relationOf(s.project()))
}

// orderBy binds the keys.
func (s *selection) orderBy() {
	if s.order == nil {
		return
	}
	s.order.width = len(s.out)
	inner := s.scope.in(inOrderBy)
	inner.group, inner.selected = s.group, slices.Clone(s.out)
	for _, item := range s.order.query.OrderBy {
		key := logical.SortKey{Column: s.orderKey(item.Expr, inner), Desc: item.Desc,
			NullsLast: item.NullsLast || item.Desc && !item.NullsFirst}
		s.order.keys = append(s.order.keys, key)
	}
	if !s.order.sorts() {
		s.out = s.out[:s.order.width]
	}
}

// sorts reports whether the order has a meaning.
func (o *ordering) sorts() bool {
	return !o.part || o.query.Limit != nil || o.query.Offset != nil
}

// orderKey is the place of a key in the SELECT list: a whole number counts its columns, a name is
// first looked for in it.
func (s *selection) orderKey(e lang.Expr, inner *scope) int {
	if n, ok := e.(*lang.Number); ok && n.Form == lang.Integer {
		i, err := strconv.Atoi(n.Text)
		if err == nil && i >= 1 && i <= s.order.width {
			return i - 1
		}
		if !s.scope.broken {
			s.errOrdinal(n, s.order.width)
		}
		s.node = nil
		return 0
	}
	x := s.typedKey(e, s.checkExpr(e, inner))
	if isInvalid(x) {
		s.node = nil
		return 0
	}
	i := slices.IndexFunc(s.out, func(o output) bool {
		return o.expr == x || logical.Equal(o.expr, x)
	})
	if i >= 0 {
		return i
	}
	if s.stmt.Distinct {
		s.errOrderDistinct(e)
		s.node = nil
	}
	s.out = append(s.out, output{name: "$order" + strconv.Itoa(len(s.out)-s.order.width), expr: x})
	return len(s.out) - 1
}

// typedKey refuses values that have no order.
func (c *checker) typedKey(e lang.Expr, x logical.Expr) logical.Expr {
	switch t := x.Type(); {
	case isInvalid(x):
		return x
	case t.Kind == types.Null:
		c.errUntypedNull(e, "ORDER BY")
	case !t.IsScalar():
		c.errOrderType(e, t)
	default:
		return x
	}
	return invalid(e.Span())
}

// sorted puts the Sort on rows that have the keys among their columns.
func (s *selection) sorted(r relation) relation {
	if s.order == nil || !s.order.sorts() {
		return r
	}
	q := s.order.query
	count, offset, ok := s.rowCounts(q)
	if ok && !s.batch() {
		s.unboundedOrder(r, q)
	}
	if r.broken || !ok {
		return brokenRelation()
	}
	n := &logical.Sort{In: r.node, By: s.order.keys, Offset: offset, Count: count}
	n.At = diag.Span{Start: q.OrderBy[0].Span().Start, End: q.OrderBy[len(q.OrderBy)-1].Span().End}
	n.Out = r.node.Schema()[:s.order.width]
	for _, key := range r.node.UpsertKeys() {
		if !slices.ContainsFunc(key, func(column int) bool { return column >= s.order.width }) {
			n.Keys = append(n.Keys, key)
		}
	}
	return relationOf(n)
}

// unboundedOrder refuses the order of a stream. By its time Flink does it; behind LATERAL it is the order
// of the few rows that belong to another one.
func (s *selection) unboundedOrder(r relation, q *lang.Query) {
	key := s.order.keys[0]
	switch {
	case s.scope.lateral:
	case !r.broken && !key.Desc && timeRoleOf(r.node, key.Column).isAttribute():
		s.errUnsupported(q.OrderBy[0].Span(), "ORDER BY the time of a stream", "Leave ORDER BY out.")
	default:
		s.errNeedsBatch(q.OrderBy[0].Span(), "ORDER BY waits for the last row of its input")
	}
}

// orderBy is the stage ORDER BY of a pipe.
func (p *pipe) orderBy(s *lang.PipeOrderBy) {
	sel := p.columns(s)
	sel.order = &ordering{query: &lang.Query{Place: s.Place, OrderBy: s.Keys}}
	p.keep(sel.inOrder())
}

// limit is the stage LIMIT: behind ORDER BY it keeps the first rows of the order.
func (p *pipe) limit(s *lang.PipeLimit) {
	q := &lang.Query{Place: s.Place, Limit: s.Limit, Offset: s.Offset}
	sort, ok := p.node.(*logical.Sort)
	if !ok || sort.Count >= 0 || sort.Offset > 0 {
		p.keep(p.checkLimit(q, p.whole(s)))
		return
	}
	if first := *sort; !p.scope.broken {
		if first.Count, first.Offset, ok = p.rowCounts(q); ok {
			p.node = &first
			return
		}
	}
	p.become(brokenRelation())
}
