package lang

// pipe reads FROM tables |> stage |> stage. FROM alone is a pipe without stages.
func (c *cursor) pipe() *Pipe {
	start := c.start()
	c.expect("FROM")
	p := &Pipe{From: list(c, (*cursor).tableRef)}
	c.stages(p)
	p.Place = c.since(start)
	return p
}

// pipeBehind makes a query with stages behind it a pipe over that query.
func (c *cursor) pipeBehind(q *Query, start int) *Query {
	q.Place = c.since(start)
	p := &Pipe{From: []TableRef{&Derived{Place: q.Place, Query: q}}}
	if q.With != nil {
		q = c.hoistWith(q, p)
	}
	c.stages(p)
	p.Place = c.since(start)
	return &Query{With: q.With, Body: p}
}

// hoistWith gives the CTEs of a piped query to the whole pipe, so that later stages see them too.
func (c *cursor) hoistWith(q *Query, p *Pipe) *Query {
	inner := *q
	inner.With = nil
	p.From[0].(*Derived).Query = &inner
	return &Query{With: q.With}
}

// stages reads |> stage until another token, or a last stage INSERT INTO, which is the statement's.
func (c *cursor) stages(p *Pipe) {
	for c.atOp("|>") && !isWord(c.second(), "INSERT") {
		c.lex.Next()
		p.Stages = append(p.Stages, c.stage())
	}
}

// stage reads one operator: one line per word.
func (c *cursor) stage() Stage {
	start := c.start()
	switch {
	case c.accept("SELECT"):
		return c.pipeSelect(start)
	case c.accept("EXTEND"):
		items := list(c, (*cursor).selectItem)
		return &PipeExtend{Place: c.since(start), Items: items}
	case c.accept("SET"):
		sets := list(c, (*cursor).assignment)
		return &PipeSet{Place: c.since(start), Sets: sets}
	case c.accept("DROP"):
		cols := list(c, (*cursor).ident)
		return &PipeDrop{Place: c.since(start), Columns: cols}
	case c.accept("RENAME"):
		renames := list(c, (*cursor).rename)
		return &PipeRename{Place: c.since(start), Renames: renames}
	case c.accept("AS"):
		name := c.ident()
		return &PipeAs{Place: c.since(start), Name: name}
	case c.accept("WHERE"):
		cond := c.expr()
		return &PipeWhere{Place: c.since(start), Cond: cond}
	case c.accept("AGGREGATE"):
		return c.pipeAggregate(start)
	case c.accept("DISTINCT"):
		return &PipeDistinct{Place: c.since(start)}
	}
	return c.laterStage(start)
}

// laterStage reads the operators that have parts of queries in them.
func (c *cursor) laterStage(start int) Stage {
	switch {
	case c.accept("ORDER", "BY"):
		keys := list(c, (*cursor).orderItem)
		return &PipeOrderBy{Place: c.since(start), Keys: keys}
	case c.accept("LIMIT"):
		return c.pipeLimit(start)
	case c.at("UNION", "EXCEPT", "INTERSECT"):
		return c.pipeSetOp(start)
	case c.accept("CALL"):
		return c.pipeCall(start, false)
	case c.at("TUMBLE", "HOP", "SESSION", "CUMULATE"):
		return c.pipeCall(start, true)
	case c.at("MATCH_RECOGNIZE"):
		m := c.matchRecognize(nil, start)
		return &PipeMatch{Place: m.Place, Match: m}
	}
	j := c.joinHead()
	if j == nil {
		c.fail("an operator of a pipe (SELECT, WHERE, EXTEND, AGGREGATE, JOIN, ORDER BY, ..)")
	}
	c.joinTail(j, start)
	return &PipeJoin{Place: j.Place, Join: j}
}

func (c *cursor) pipeSelect(start int) Stage {
	distinct := c.accept("DISTINCT")
	items := list(c, (*cursor).selectItem)
	return &PipeSelect{Place: c.since(start), Distinct: distinct, Items: items}
}

func (c *cursor) assignment() *Assignment {
	start := c.start()
	a := &Assignment{Column: c.ident()}
	c.expectOp("=")
	a.Expr = c.expr()
	a.Place = c.since(start)
	return a
}

func (c *cursor) rename() *Rename {
	start := c.start()
	r := &Rename{Old: c.ident()}
	c.accept("AS")
	r.New = c.ident()
	r.Place = c.since(start)
	return r
}

// pipeAggregate reads items [GROUP BY keys]; without aggregates the items may be left out.
func (c *cursor) pipeAggregate(start int) Stage {
	a := &PipeAggregate{}
	if !c.at("GROUP") {
		a.Items = list(c, (*cursor).selectItem)
	}
	if c.accept("GROUP", "BY") {
		a.Keys = list(c, (*cursor).selectItem)
	}
	a.Place = c.since(start)
	return a
}

func (c *cursor) pipeLimit(start int) Stage {
	l := &PipeLimit{Limit: c.expr()}
	if c.accept("OFFSET") {
		l.Offset = c.expr()
	}
	l.Place = c.since(start)
	return l
}

func (c *cursor) pipeSetOp(start int) Stage {
	s := &PipeSetOp{Op: setKinds[c.oneOf("UNION", "EXCEPT", "INTERSECT")]}
	s.All = c.allOrDistinct()
	s.Queries = list(c, (*cursor).subquery)
	s.Place = c.since(start)
	return s
}

func (c *cursor) pipeCall(start int, window bool) Stage {
	p := &PipeCall{Window: window}
	at := c.start()
	p.Call = c.call(c.functionName(), at)
	p.Alias = c.aliasOrNil()
	p.Place = c.since(start)
	return p
}
