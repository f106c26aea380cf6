package typecheck

import (
	"slices"
	"strconv"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// Queries inside of expressions: EXISTS (..), x IN (..), and one as a value. The expression is
// bound with a logical.Subquery in the place of the query. Where it is computed, a Match is put
// below, which adds a column with what the query says, and the column takes the place (match).
//
// A query can be tied to the row around it by equality: WHERE inner = outer AND ... These
// conditions are taken out of it; their inner sides become columns behind those that it selects.

// subquery is the work on one query inside of an expression.
type subquery struct {
	outer *scope
	// inner and by are the sides of the equalities with the row around.
	inner, by []logical.Expr
}

// checkSubquery is EXISTS, a query as a value, or a comparison with ANY or ALL.
func (c *checker) checkSubquery(e lang.Expr, s *scope) logical.Expr {
	switch e := e.(type) {
	case *lang.Exists:
		return c.checkExists(e, s)
	case *lang.Subquery:
		return c.checkQueryValue(e, s)
	case *lang.Quantified:
		in := e.Op == lang.Eq && !e.All
		if in || e.Op == lang.Ne && e.All {
			return c.checkInQuery(&lang.In{Place: e.Place, X: e.X, Query: e.Query, Not: !in}, s)
		}
		c.errUnsupported(e.Span(), "this comparison with ANY or ALL of a query",
			"Compare with (SELECT MIN(x) ..) or (SELECT MAX(x) ..).")
	}
	return invalid(e.Span())
}

func (c *checker) checkExists(e *lang.Exists, s *scope) logical.Expr {
	r, q := c.innerQuery(e.Query, s)
	if r.broken {
		return invalid(e.Span())
	}
	// Of the rows only those columns count that tie them.
	p := &logical.Project{In: r.node}
	p.At = e.Query.Span()
	if len(q.by) == 0 {
		p.Exprs = []logical.Expr{boolean(true, p.At)}
		p.Out = []types.Field{{Name: "$row", Type: types.Of(types.Boolean).NotNull()}}
	}
	for i := len(r.types) - len(q.by); i < len(r.types); i++ {
		f := r.node.Schema()[i]
		p.Exprs = append(p.Exprs, &logical.Column{Typed: typed(f.Type, e), Index: i, Name: f.Name})
		p.Out = append(p.Out, f)
	}
	return &logical.Subquery{Typed: typed(types.Of(types.Boolean).NotNull(), e),
		Kind: logical.MatchExists, By: q.by, Query: projected(p)}
}

// checkInQuery is x [NOT] IN (query).
func (c *checker) checkInQuery(e *lang.In, s *scope) logical.Expr {
	if row, ok := e.X.(*lang.Row); ok {
		c.errUnsupported(row.Span(), "IN with a query of several columns",
			"Write EXISTS (SELECT 1 FROM .. WHERE a = .. AND b = ..).")
		return invalid(e.Span())
	}
	x := c.checkExpr(e.X, s)
	r, q := c.innerQuery(e.Query, s)
	if isInvalid(x) || r.broken || !c.oneColumn(e.Query, r, q) {
		return invalid(e.Span())
	}
	f := r.node.Schema()[0]
	y := &logical.Column{Typed: typed(f.Type, e.Query), Index: 0, Name: f.Name}
	x, value, ok := c.comparable(e, logical.Eq, x, y)
	t, common := types.Common(x.Type(), value.Type())
	if !ok || !common {
		if ok {
			c.errCompare(e, x, value)
		}
		return invalid(e.Span())
	}
	out := &logical.Subquery{Typed: typed(types.Of(types.Boolean).WithNullable(
		types.AnyNullable(x.Type(), value.Type())), e), Kind: logical.MatchIn,
		X: castTo(x, t), By: q.by, Query: withFirst(r.node, castTo(value, t))}
	if e.Not {
		return &logical.Unary{Typed: out.Typed, Op: logical.Not, X: out}
	}
	return out
}

// withFirst puts another expression in the place of the first column.
func withFirst(in logical.Node, x logical.Expr) logical.Node {
	p := firstColumns(lang.Place{At: in.Span()}, in, len(in.Schema()))
	p.Exprs[0], p.Out[0].Type = x, x.Type()
	return merged(p)
}

// checkQueryValue is a query as a value.
func (c *checker) checkQueryValue(e *lang.Subquery, s *scope) logical.Expr {
	r, q := c.innerQuery(e.Query, s)
	if r.broken || !c.oneColumn(e.Query, r, q) {
		return invalid(e.Span())
	}
	if len(q.by) > 0 {
		c.errTied(e.Query.Span(), "as a value")
	}
	return &logical.Subquery{Typed: typed(r.types[0].OrNull(), e), Kind: logical.MatchValue,
		Query: r.node}
}

func (c *checker) oneColumn(at lang.Node, r relation, q *subquery) bool {
	n := len(r.types) - len(q.by)
	if n != 1 {
		c.errQueryWidth(at.Span(), n)
	}
	return n == 1
}

// innerQuery binds a query inside of an expression. A SELECT may be tied to the row around it; its
// columns for that are the last ones.
func (c *checker) innerQuery(q *lang.Query, s *scope) (relation, *subquery) {
	sub := &subquery{outer: s}
	if !c.room(q.Span()) {
		return brokenRelation(), sub
	}
	c.queryPlace(q, s)
	stmt, plain := q.Body.(*lang.Select)
	if !plain || len(q.With) > 0 || len(q.OrderBy) > 0 || q.Limit != nil || q.Offset != nil {
		return c.checkPart(q, s.with), sub
	}
	sel := &selection{checker: c, stmt: stmt, inner: sub}
	sel.from(s.with)
	sel.scope.outer, sel.scope.lateral = s, false
	return sel.bind(), sub
}

// queryPlace reports a query that cannot be computed where it stands. It is checked nevertheless.
func (c *checker) queryPlace(q *lang.Query, s *scope) {
	switch s.place {
	case inSelect, inWhere, inHaving, inOrderBy, inAggregate:
	default:
		c.errUnsupported(q.Span(), "a query inside of "+placeNames[s.place],
			"Compute it in the SELECT list of a query in FROM.")
		return
	}
	if !c.batch() {
		c.errNeedsBatch(q.Span(), "a query inside of an expression is waited for to its last row")
	}
}

// outerColumn is a column of the row around a query. Behind LATERAL it can stand everywhere, else in
// WHERE of the query that it is around.
func (c *checker) outerColumn(e *lang.Ref, s *scope) logical.Expr {
	around := s.around(e)
	col, fields := around.lookup(e)
	if around.another(col) != nil && len(fields) == len(e.Parts)-1 {
		c.errAmbiguous(e, col, around.another(col))
		return invalid(e.Span())
	}
	x := c.reference(e, col, fields)
	switch {
	case isInvalid(x):
		return x
	case !s.lateral && around != s.outer:
		c.errTied(e.Span(), "two queries further out")
	case !s.lateral && s.place != inWhere:
		c.errTied(e.Span(), "in "+placeNames[s.place])
	}
	return &logical.Outer{Typed: logical.Typed{T: x.Type(), At: e.Span()}, X: x}
}

// ties takes the equalities with the row around out of a condition; nil is left when that is all.
func (s *selection) ties(cond logical.Expr) logical.Expr {
	if s.inner == nil {
		return cond
	}
	if and, ok := cond.(*logical.Binary); ok && and.Op == logical.And {
		x, y := s.ties(and.X), s.ties(and.Y)
		switch {
		case x == nil:
			return y
		case y == nil:
			return x
		}
		return binary(lang.Place{At: and.At}, logical.And, x, y)
	}
	if !hasPart[*logical.Outer](cond) {
		return cond
	}
	if eq, ok := cond.(*logical.Binary); ok && eq.Op == logical.Eq {
		if s.tie(eq.X, eq.Y) || s.tie(eq.Y, eq.X) {
			return nil
		}
	}
	s.errTied(cond.Span(), "by what is no equality of both")
	return cond
}

// tie notes an equality when its sides are of the query and of the row around.
func (s *selection) tie(inner, outer logical.Expr) bool {
	t, ok := types.Common(inner.Type(), outer.Type())
	if !ok || hasPart[*logical.Outer](inner) || hasPart[*logical.Column](outer) ||
		hasPart[*logical.Subquery](outer) {
		return false
	}
	outer = logical.Map(outer, func(x logical.Expr) logical.Expr {
		if ref, ok := x.(*logical.Outer); ok {
			return ref.X
		}
		return nil
	})
	s.inner.inner = append(s.inner.inner, castTo(inner, t))
	s.inner.by = append(s.inner.by, castTo(outer, t))
	return true
}

// hasPart reports whether a kind of expression is part of another one.
func hasPart[E logical.Expr](x logical.Expr) bool {
	found := false
	logical.WalkExpr(x, func(x logical.Expr) {
		_, is := x.(E)
		found = found || is
	})
	return found
}

// tied adds the inner sides of the equalities to the SELECT list.
func (s *selection) tied() {
	if s.inner == nil || len(s.inner.by) == 0 {
		return
	}
	if s.isGrouped() {
		s.errTied(s.stmt.Span(), "and aggregates")
		s.inner.inner, s.inner.by = nil, nil
	}
	for i, x := range s.inner.inner {
		s.out = append(s.out, output{name: "$by" + strconv.Itoa(i), expr: x})
	}
}

// match puts a Match below for each query inside of the expressions, an Over for each window of the
// functions of the rows around, and their columns in their place.
func (s *selection) match(exprs []logical.Expr) {
	overs := s.overs(exprs)
	for i, x := range exprs {
		exprs[i] = logical.Map(x, func(x logical.Expr) logical.Expr {
			switch x := x.(type) {
			case *logical.Subquery:
				return s.matched(x)
			case *logical.OverCall:
				return overs.column(x)
			}
			return nil
		})
	}
}

// matched is the column that a Match adds for a query.
func (s *selection) matched(q *logical.Subquery) logical.Expr {
	operands := logical.Operands(q)
	s.match(operands)
	columns := s.asColumns(operands, q.At)
	n := &logical.Match{In: s.node, Query: q.Query, Kind: q.Kind, By: columns, X: -1}
	if q.X != nil {
		n.X, n.By = columns[0], columns[1:]
	}
	n.At, n.Keys = q.At, s.node.UpsertKeys()
	name := "$match" + strconv.Itoa(len(s.node.Schema()))
	n.Out = append(append(n.Out, s.node.Schema()...), types.Field{Name: name, Type: q.T})
	s.node = n
	return &logical.Column{Typed: q.Typed, Index: len(n.Out) - 1, Name: name}
}

// asColumns are the places of expressions as columns of the input, behind which those that are none
// are added.
func (s *selection) asColumns(exprs []logical.Expr, at diag.Span) []int {
	var out []int
	p := firstColumns(lang.Place{At: at}, s.node, len(s.node.Schema()))
	for _, x := range exprs {
		at := slices.IndexFunc(p.Exprs, func(other logical.Expr) bool { return logical.Equal(other, x) })
		if at >= 0 {
			out = append(out, at)
			continue
		}
		out = append(out, len(p.Exprs))
		p.Out = append(p.Out, types.Field{Name: "$x" + strconv.Itoa(len(p.Exprs)), Type: x.Type()})
		p.Exprs = append(p.Exprs, x)
	}
	if len(p.Exprs) > len(s.node.Schema()) {
		s.node = projected(p)
	}
	return out
}
