package lang

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/flinkc/flinkc/lang/diag"
)

// primary reads an expression without operators around it.
func (c *cursor) primary() Expr {
	start := c.start()
	t := c.peek()
	switch t.Type {
	case tokenNumber:
		c.lex.Next()
		return &Number{Place: c.since(start), Text: t.Value, Form: numberForm(t.Value)}
	case tokenString:
		v := c.text()
		return &String{Place: v.Place, Value: v.Value}
	case tokenBytes:
		c.lex.Next()
		return &Bytes{Place: c.since(start), Value: t.Value[len(bytesMark):]}
	case tokenIdent, tokenQuoted:
		return c.nameOrCall()
	case tokenKeyword:
		return c.keyword(strings.ToUpper(t.Value))
	}
	if isOp(t, "(") {
		return c.parens()
	}
	c.fail("an expression")
	return nil
}

func numberForm(text string) NumberForm {
	switch {
	case strings.ContainsAny(text, "eE"):
		return Approximate
	case strings.Contains(text, "."):
		return Decimal
	}
	return Integer
}

// keyword reads an expression that begins with a reserved word: one line per word.
func (c *cursor) keyword(word string) Expr {
	start := c.start()
	switch word {
	case "TRUE", "FALSE":
		c.lex.Next()
		return &Bool{Place: c.since(start), Value: word == "TRUE"}
	case "NULL", "UNKNOWN":
		c.lex.Next()
		return &Null{Place: c.since(start), Unknown: word == "UNKNOWN"}
	case "DATE", "TIME", "TIMESTAMP":
		return c.moment(word)
	case "INTERVAL":
		return c.interval()
	case "CASE":
		return c.caseExpr()
	case "CAST":
		return c.cast(false)
	case "EXISTS":
		return c.exists()
	case "ARRAY":
		return c.array()
	case "ROW":
		return c.row()
	case "CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP", "LOCALTIME", "LOCALTIMESTAMP":
		return c.niladic()
	}
	// Some reserved words are functions too: LEFT(s, 3), but t LEFT JOIN u.
	if callable[word] && isOp(c.second(), "(") {
		return c.nameOrCall()
	}
	c.fail("an expression")
	return nil
}

// moment reads DATE '..'; DATE(..) is a call.
func (c *cursor) moment(kind string) Expr {
	if isOp(c.second(), "(") {
		return c.nameOrCall()
	}
	start := c.start()
	c.lex.Next()
	v := c.text()
	return &Moment{Place: c.since(start), Kind: kind, Value: v}
}

// INTERVAL [+|-] 'text' unit [(p)] [TO unit].
func (c *cursor) interval() Expr {
	start := c.start()
	c.expect("INTERVAL")
	negative := c.acceptOp("-")
	if !negative {
		c.acceptOp("+")
	}
	v := c.text()
	r := c.intervalRange()
	return &Interval{Place: c.since(start), Negative: negative, Value: v, Range: r}
}

// CASE [operand] WHEN cond {, cond} THEN expr .. [ELSE expr] END.
func (c *cursor) caseExpr() Expr {
	start := c.start()
	c.expect("CASE")
	n := &Case{}
	if !c.at("WHEN") {
		n.Operand = c.expr()
	}
	for len(n.Whens) == 0 || c.at("WHEN") {
		n.Whens = append(n.Whens, c.when(n.Operand != nil))
	}
	if c.accept("ELSE") {
		n.Else = c.expr()
	}
	if !c.at("END") {
		c.fail("WHEN, ELSE or END")
	}
	c.lex.Next()
	n.Place = c.since(start)
	return n
}

// when reads a branch; only a simple CASE may list several values.
func (c *cursor) when(simple bool) *When {
	start := c.start()
	c.expect("WHEN")
	w := &When{Conds: []Expr{c.expr()}}
	for simple && c.acceptOp(",") {
		w.Conds = append(w.Conds, c.expr())
	}
	c.expect("THEN")
	w.Then = c.expr()
	w.Place = c.since(start)
	return w
}

// CAST(expr AS type) and TRY_CAST(expr AS type).
func (c *cursor) cast(try bool) Expr {
	start := c.start()
	c.lex.Next()
	c.expectOp("(")
	n := &Cast{Try: try, X: c.expr()}
	c.expect("AS")
	n.Type = c.typeName()
	c.expectOp(")")
	n.Place = c.since(start)
	return n
}

// EXISTS (query).
func (c *cursor) exists() Expr {
	start := c.start()
	c.expect("EXISTS")
	q := c.subquery()
	return &Exists{Place: c.since(start), Query: q}
}

// array reads ARRAY[..] or ARRAY(query).
func (c *cursor) array() Expr {
	start := c.start()
	c.expect("ARRAY")
	n := &Array{}
	if c.atOp("(") {
		n.Query = c.subquery()
	} else {
		n.Elems = c.bracketed()
	}
	n.Place = c.since(start)
	return n
}

// bracketed reads [expr, ..], which may be empty.
func (c *cursor) bracketed() []Expr {
	c.expectOp("[")
	var out []Expr
	if !c.atOp("]") {
		out = list(c, (*cursor).expr)
	}
	c.expectOp("]")
	return out
}

// ROW(expr {, expr}) or ROW().
func (c *cursor) row() Expr {
	start := c.start()
	c.expect("ROW")
	n := &Row{}
	c.expectOp("(")
	if !c.atOp(")") {
		n.Elems = list(c, (*cursor).expr)
	}
	c.expectOp(")")
	n.Place = c.since(start)
	return n
}

// niladic reads CURRENT_DATE and its like, which take no parentheses.
func (c *cursor) niladic() Expr {
	start := c.start()
	name := c.anyWord()
	if c.atOp("(") {
		at := c.since(start).At
		panic(&failure{lexical("syntax", at, name.Name+" takes no parentheses",
			"Remove the parentheses behind "+name.Name+".")})
	}
	p := c.since(start)
	path := &Path{Extent: extent(p), Parts: []*Ident{name}}
	return &Call{Place: p, Name: path, NoParens: true}
}

// placed is what every expression has through Place.
type placed interface{ place() *diag.Span }

// parens reads (expr), a row (a, b), or a scalar sub-query. The span of (expr) has the parentheses.
func (c *cursor) parens() Expr {
	start := c.start()
	if c.queryInParens() {
		q := c.subquery()
		return &Subquery{Place: c.since(start), Query: q}
	}
	elems := parenthesised(c, (*cursor).expr)
	if len(elems) > 1 {
		return &Row{Place: c.since(start), Bare: true, Elems: elems}
	}
	// Only the place changes: parentheses have no node of their own, and the printer sets them by
	// precedence.
	*elems[0].(placed).place() = c.since(start).At
	return elems[0]
}

// queryInParens looks past opening parentheses for the beginning of a query. ((a)) is an expression
// and ((SELECT ..)) a query: what decides stands behind all of them.
func (c *cursor) queryInParens() bool {
	ahead := *c.lex
	for isOp(ahead.Peek(), "(") {
		ahead.Next()
	}
	if !isQueryStart(ahead.Peek()) {
		return false
	}
	return !isOp(c.second(), "(") || c.doubleParenQuery()
}

// doubleParenQuery decides ((SELECT ..) ..: a query when the inner parenthesis is closed directly
// or is followed by a word of a set operation, else an expression that begins with a sub-query.
func (c *cursor) doubleParenQuery() bool {
	ahead := *c.lex
	ahead.Next()
	depth := 0
	for {
		t := ahead.Next()
		switch {
		case t.Type == lexer.EOF:
			return true
		case isOp(t, "("):
			depth++
		case isOp(t, ")"):
			depth--
		}
		if depth == 0 {
			return continuesQuery(ahead.Peek())
		}
	}
}

func continuesQuery(t *lexer.Token) bool {
	for _, w := range []string{"UNION", "EXCEPT", "INTERSECT", "ORDER", "LIMIT", "OFFSET", "FETCH"} {
		if isWord(t, w) {
			return true
		}
	}
	return isOp(t, ")")
}

// subquery reads ( query ).
func (c *cursor) subquery() *Query {
	c.expectOp("(")
	q := c.query()
	c.expectOp(")")
	return q
}
