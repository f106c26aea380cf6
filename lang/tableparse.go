package lang

// tableRef reads a table with the joins behind it, which associate to the left.
func (c *cursor) tableRef() TableRef {
	start := c.start()
	left := c.tablePrimary()
	for n := 0; ; n++ {
		if n > maxChain {
			panic(&failure{tooLong(c.tokenSpan())})
		}
		j := c.joinHead()
		if j == nil {
			return left
		}
		j.Left = left
		c.joinTail(j, start)
		left = j
	}
}

// joinHead reads the words of a join up to JOIN; nil when none follows.
func (c *cursor) joinHead() *Join {
	j := &Join{Natural: c.accept("NATURAL")}
	switch {
	case c.accept("JOIN"):
	case c.accept("INNER", "JOIN"):
	case c.accept("CROSS", "JOIN"):
		j.Kind = CrossJoin
	case c.at("LEFT", "RIGHT", "FULL"):
		j.Kind = outerKinds[c.oneOf("LEFT", "RIGHT", "FULL")]
		c.accept("OUTER")
		c.refuse("SEMI", "LEFT SEMI JOIN", "Write WHERE x IN (SELECT ..) or WHERE EXISTS (SELECT ..).")
		c.refuse("ANTI", "LEFT ANTI JOIN", "Write WHERE NOT EXISTS (SELECT ..).")
		c.expect("JOIN")
	case j.Natural:
		c.fail("JOIN")
	default:
		return nil
	}
	return j
}

var outerKinds = map[string]JoinKind{"LEFT": LeftJoin, "RIGHT": RightJoin, "FULL": FullJoin}

// joinTail reads the right side and the condition. A join without a condition is well-formed here;
// which kinds need one is the checker's to say.
func (c *cursor) joinTail(j *Join, start int) {
	j.Right = c.tablePrimary()
	switch {
	case c.accept("ON"):
		j.On = c.expr()
	case c.accept("USING"):
		j.Using = parenthesised(c, (*cursor).ident)
	}
	j.Place = c.since(start)
}

// tablePrimary reads one table with its alias and MATCH_RECOGNIZE.
func (c *cursor) tablePrimary() TableRef {
	start := c.start()
	t := c.tableSource()
	if c.at("MATCH_RECOGNIZE") {
		t = c.matchRecognize(t, start)
	}
	c.refuse("TABLESAMPLE", "TABLESAMPLE", "Filter with WHERE RAND() < fraction.")
	c.refuse("PIVOT", "PIVOT", "Write an aggregate with FILTER (WHERE ..) for each column.")
	return t
}

// tableSource reads a table without what may follow it: one line per form.
func (c *cursor) tableSource() TableRef {
	start := c.start()
	lateral := c.accept("LATERAL")
	switch {
	case c.at("TABLE") && isOp(c.second(), "("):
		return c.tableFunc(start, lateral)
	case c.atOp("("):
		return c.derived(start, lateral)
	case c.at("UNNEST"):
		return c.unnest(start)
	case lateral:
		c.fail("TABLE(function(..)) or a query in parentheses")
	}
	c.accept("TABLE")
	return c.tableName(start)
}

// tableName reads path [hints] [FOR SYSTEM_TIME AS OF x] [alias].
func (c *cursor) tableName(start int) TableRef {
	if !c.atIdent() {
		c.fail("a table")
	}
	t := &TableName{Name: c.path(), Hints: c.hints()}
	if c.at("FOR") {
		c.expect("FOR", "SYSTEM_TIME", "AS", "OF")
		// Above AND, so that a condition of the join behind it is not taken in.
		t.AsOf = c.exprAbove(levelAnd)
	}
	t.Alias = c.aliasOrNil()
	if t.Alias != nil && t.AsOf == nil && c.at("FOR") {
		panic(&failure{lexical("syntax", c.tokenSpan(), "FOR SYSTEM_TIME stands in front of the alias",
			"Write table FOR SYSTEM_TIME AS OF time AS alias.")})
	}
	if c.atOp("(") && t.Alias == nil {
		panic(&failure{lexical("syntax", t.Name.Span(), "a function in FROM needs the word TABLE",
			"Write TABLE(function(..)) or LATERAL TABLE(function(..)).")})
	}
	t.Place = c.since(start)
	return t
}

// hints reads a hint block with the grammar in the tags of Hints; nil when none follows.
func (c *cursor) hints() *Hints {
	if !c.atOp("/*+") {
		return nil
	}
	h, err := hintsRule.parse(c.lex)
	if err != nil {
		panic(asFailure(err))
	}
	return h
}

// [LATERAL] TABLE(function(args)) [alias].
func (c *cursor) tableFunc(start int, lateral bool) TableRef {
	c.expect("TABLE")
	c.expectOp("(")
	at, t := c.start(), &TableFunc{Lateral: lateral}
	t.Call = c.call(c.functionName(), at)
	c.expectOp(")")
	t.Alias = c.aliasOrNil()
	t.Place = c.since(start)
	return t
}

// functionName reads the name of a function, which may be a word of the language.
func (c *cursor) functionName() *Path {
	if !c.atIdent() {
		c.fail("the name of a function")
	}
	p := c.path()
	if !c.atOp("(") {
		c.fail(`"("`)
	}
	return p
}

// derived reads (query) or (table JOIN table).
func (c *cursor) derived(start int, lateral bool) TableRef {
	if !c.queryInParens() && !isOp(c.second(), "(") {
		c.expectOp("(")
		t := c.tableRef()
		c.expectOp(")")
		if j, ok := t.(*Join); ok {
			j.Place = c.since(start)
		}
		return t
	}
	t := &Derived{Lateral: lateral, Query: c.subquery()}
	t.Alias = c.aliasOrNil()
	t.Place = c.since(start)
	return t
}

// UNNEST(expr) [WITH ORDINALITY] [alias].
func (c *cursor) unnest(start int) TableRef {
	c.expect("UNNEST")
	c.expectOp("(")
	t := &Unnest{Expr: c.expr()}
	c.expectOp(")")
	if c.at("WITH") && isWord(c.second(), "ORDINALITY") {
		c.expect("WITH", "ORDINALITY")
		t.Ordinality = true
	}
	t.Alias = c.aliasOrNil()
	t.Place = c.since(start)
	return t
}

// aliasOrNil reads [AS] name [(columns)].
func (c *cursor) aliasOrNil() *Alias {
	start := c.start()
	if !c.accept("AS") && !c.atIdent() {
		return nil
	}
	a := &Alias{Name: c.ident()}
	if c.atOp("(") {
		a.Columns = parenthesised(c, (*cursor).ident)
	}
	a.Place = c.since(start)
	return a
}
