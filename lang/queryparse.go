package lang

import (
	"slices"

	"github.com/alecthomas/participle/v2/lexer"
)

// queryWords begin a query. FROM begins a pipe.
var queryWords = []string{"SELECT", "WITH", "VALUES", "TABLE", "FROM"}

func isQueryStart(t *lexer.Token) bool {
	return isOp(t, "(") || slices.ContainsFunc(queryWords, func(w string) bool { return isWord(t, w) })
}

// Parse reads a query; participle calls it.
func (q *Query) Parse(lex *lexer.PeekingLexer) (err error) {
	defer recoverFailure(&err)
	*q = *(&cursor{lex: lex}).query()
	return nil
}

// query reads [WITH ..] body [ORDER BY ..] [LIMIT ..].
func (c *cursor) query() *Query {
	start := c.start()
	q := &Query{}
	if c.accept("WITH") {
		c.refuse("RECURSIVE", "WITH RECURSIVE", "Unfold the recursion by hand; Flink has none either.")
		q.With = list(c, (*cursor).cte)
	}
	q.Body = c.setExpr()
	c.orderAndLimit(q)
	// A pipe that ends in INSERT is a statement; queryStatement reads that stage.
	if c.atOp("|>") && !isWord(c.second(), "INSERT") {
		q = c.pipeBehind(q, start)
	}
	q.Place = c.since(start)
	return q
}

// refuse stops at a word whose construct is known but not supported.
func (c *cursor) refuse(word, what, cure string) {
	if c.at(word) {
		panic(notSupported(c.tokenSpan(), what, cure))
	}
}

// name [(columns)] AS (query).
func (c *cursor) cte() *CTE {
	start := c.start()
	n := &CTE{Name: c.ident()}
	if c.atOp("(") {
		from := c.start()
		names := parenthesised(c, (*cursor).ident)
		n.Columns = &Columns{Place: c.since(from), Names: names}
	}
	c.expect("AS")
	n.Query = c.subquery()
	n.Extent = extent(c.since(start))
	return n
}

// setExpr reads bodies with UNION and EXCEPT between them, which bind less tightly than INTERSECT.
func (c *cursor) setExpr() Body {
	return c.setLevel((*cursor).intersectExpr, "UNION", "EXCEPT")
}

// One level below UNION and EXCEPT, as in standard SQL.
func (c *cursor) intersectExpr() Body {
	return c.setLevel((*cursor).bodyPart, "INTERSECT")
}

// setKinds are the set operators by their words.
var setKinds = map[string]SetKind{"UNION": Union, "EXCEPT": Except, "INTERSECT": Intersect}

// It loops to the left instead of recursing: a script that is generated may have thousands of UNION
// ALL.
func (c *cursor) setLevel(operand func(c *cursor) Body, words ...string) Body {
	start := c.start()
	left := operand(c)
	for n := 0; c.at(words...); n++ {
		if n > maxChain {
			panic(&failure{tooLong(c.tokenSpan())})
		}
		op := &SetOp{Op: setKinds[c.oneOf(words...)], Left: left, All: c.allOrDistinct()}
		op.Right = operand(c)
		op.Place = c.since(start)
		left = op
	}
	return left
}

// DISTINCT is what is meant without a word.
func (c *cursor) allOrDistinct() bool {
	if c.accept("ALL") {
		return true
	}
	c.accept("DISTINCT")
	return false
}

// bodyPart reads one operand of a set operation.
func (c *cursor) bodyPart() Body {
	start := c.start()
	switch {
	case c.at("SELECT"):
		return c.selectBody()
	case c.at("FROM"):
		return c.pipe()
	case c.accept("VALUES"):
		rows := list(c, (*cursor).valuesRow)
		return &Values{Place: c.since(start), Rows: rows}
	case c.accept("TABLE"):
		p := c.path()
		return &TableQuery{Place: c.since(start), Table: p}
	case c.atOp("("):
		q := c.subquery()
		q.Place = c.since(start)
		return q
	}
	c.refuse("MINUS", "MINUS", "Write EXCEPT.")
	c.fail("a query (SELECT, VALUES, WITH or FROM)")
	return nil
}

// selectBody reads a SELECT with the grammar in the tags of Select.
func (c *cursor) selectBody() *Select {
	s, err := selectRule.parse(c.lex)
	if err != nil {
		panic(asFailure(err))
	}
	return s
}

// valuesRow reads (a, b), ROW(a, b), or a value alone, which is a row of one.
func (c *cursor) valuesRow() *Row {
	start := c.start()
	if c.atOp("(") && !c.queryInParens() {
		elems := parenthesised(c, (*cursor).expr)
		return &Row{Place: c.since(start), Bare: true, Elems: elems}
	}
	x := c.expr()
	if r, ok := x.(*Row); ok {
		return r
	}
	return &Row{Place: c.since(start), Bare: true, Elems: []Expr{x}}
}

// orderAndLimit reads the clauses behind the body.
func (c *cursor) orderAndLimit(q *Query) {
	if c.accept("ORDER", "BY") {
		q.OrderBy = list(c, (*cursor).orderItem)
	}
	if c.accept("LIMIT") && !c.accept("ALL") {
		q.Limit = c.expr()
		if c.atOp(",") {
			panic(notSupported(c.tokenSpan(), "LIMIT with two numbers", "Write LIMIT n OFFSET m."))
		}
	}
	if c.accept("OFFSET") {
		q.Offset = c.expr()
		_ = c.accept("ROW") || c.accept("ROWS")
	}
	if q.Limit == nil && c.accept("FETCH") {
		q.Limit = c.fetch()
	}
}

// fetch reads FIRST|NEXT [n] ROW|ROWS ONLY; without a number it is one row.
func (c *cursor) fetch() Expr {
	start := c.start()
	c.oneOf("FIRST", "NEXT")
	var n Expr = &Number{Place: c.since(start), Text: "1"}
	if !c.at("ROW", "ROWS") {
		n = c.expr()
	}
	c.oneOf("ROW", "ROWS")
	c.expect("ONLY")
	return n
}

// expr [ASC|DESC] [NULLS FIRST|LAST]. Without NULLS neither flag is set: the default is the
// checker's to know.
func (c *cursor) orderItem() *OrderItem {
	start := c.start()
	o := &OrderItem{Expr: c.expr()}
	if !c.accept("ASC") {
		o.Desc = c.accept("DESC")
	}
	if c.accept("NULLS") {
		o.NullsFirst = c.oneOf("FIRST", "LAST") == "FIRST"
		o.NullsLast = !o.NullsFirst
	}
	o.Place = c.since(start)
	return o
}

// Parse reads an item of SELECT; participle calls it.
func (s *SelectItem) Parse(lex *lexer.PeekingLexer) (err error) {
	defer recoverFailure(&err)
	*s = *(&cursor{lex: lex}).selectItem()
	return nil
}

// selectItem reads *, t.* or an expression with an optional alias.
func (c *cursor) selectItem() *SelectItem {
	start := c.start()
	s := &SelectItem{}
	if c.acceptOp("*") {
		s.Star = true
	} else {
		s.Expr = c.expr()
		c.starOrAlias(s)
	}
	s.Place = c.since(start)
	return s
}

// starOrAlias reads what may follow an expression: .* behind a name, or an alias.
func (c *cursor) starOrAlias(s *SelectItem) {
	ref, named := s.Expr.(*Ref)
	switch {
	case named && c.atOp(".") && isOp(c.second(), "*"):
		c.lex.Next()
		c.lex.Next()
		s.Star, s.Expr = true, nil
		s.Qualifier = &Path{Extent: extent(ref.Place), Parts: ref.Parts}
	case c.accept("AS"), c.atIdent():
		s.Alias = c.ident()
	}
}

// Parse reads an item of GROUP BY; participle calls it.
func (g *GroupItem) Parse(lex *lexer.PeekingLexer) (err error) {
	defer recoverFailure(&err)
	*g = *(&cursor{lex: lex}).groupItem()
	return nil
}

// expr | () | (expr, ..) | ROLLUP(..) | CUBE(..) | GROUPING SETS(..).
func (c *cursor) groupItem() *GroupItem {
	defer c.deeper()()
	start := c.start()
	g := &GroupItem{}
	switch {
	case c.at("GROUPING") && isWord(c.second(), "SETS"):
		c.expect("GROUPING", "SETS")
		g.Kind, g.Items = GroupingSets, parenthesised(c, (*cursor).groupItem)
	case c.accept("ROLLUP"):
		g.Kind, g.Items = Rollup, parenthesised(c, (*cursor).groupItem)
	case c.accept("CUBE"):
		g.Kind, g.Items = Cube, parenthesised(c, (*cursor).groupItem)
	case c.atOp("(") && isOp(c.second(), ")"):
		c.lex.Next()
		c.lex.Next()
		g.Kind = GroupSet
	default:
		return c.groupExpr()
	}
	g.Place = c.since(start)
	return g
}

// groupExpr reads an expression; a row without the word ROW is a set of expressions.
func (c *cursor) groupExpr() *GroupItem {
	x := c.expr()
	g := &GroupItem{Place: Place{x.Span()}, Expr: x}
	r, ok := x.(*Row)
	if !ok || !r.Bare {
		return g
	}
	g.Kind, g.Expr = GroupSet, nil
	for _, e := range r.Elems {
		g.Items = append(g.Items, &GroupItem{Place: Place{e.Span()}, Expr: e})
	}
	return g
}

// Parse reads a window in parentheses; participle calls it.
func (w *WindowSpec) Parse(lex *lexer.PeekingLexer) (err error) {
	defer recoverFailure(&err)
	*w = *(&cursor{lex: lex}).windowSpec()
	return nil
}
