package lang

func (p *printer) query(q *Query) {
	if q.With != nil {
		p.w("WITH ")
		items(p, q.With, p.cte)
		p.w(" ")
	}
	p.bodyNode(q.Body)
	p.orderBy(q.OrderBy)
	if q.Limit != nil {
		p.w(" LIMIT ")
		p.expr(q.Limit, 0)
	}
	if q.Offset != nil {
		p.w(" OFFSET ")
		p.expr(q.Offset, 0)
	}
}

func (p *printer) cte(c *CTE) {
	p.ident(c.Name)
	p.columns(c.Columns)
	p.w(" AS ")
	p.subquery(c.Query)
}

// columns prints (names) with a blank in front; nothing for nil.
func (p *printer) columns(c *Columns) {
	if c != nil {
		p.w(" ")
		inParens(p, c.Names, p.ident)
	}
}

func (p *printer) bodyNode(b Body) {
	switch b := b.(type) {
	case *Select:
		p.selectBody(b)
	case *SetOp:
		p.setOp(b)
	case *Values:
		p.w("VALUES ")
		items(p, b.Rows, func(r *Row) { p.expr(r, 0) })
	case *TableQuery:
		p.w("TABLE ")
		p.path(b.Table)
	case *Query:
		p.subquery(b)
	case *Pipe:
		p.pipe(b)
	}
}

// setWords are the operators of SetOp.
var setWords = [...]string{Union: "UNION", Except: "EXCEPT", Intersect: "INTERSECT"}

// setOp prints a set operation. The parser keeps parentheses as *Query, so none are added.
func (p *printer) setOp(s *SetOp) {
	p.bodyNode(s.Left)
	p.w(" ", setWords[s.Op], " ")
	p.opt(s.All, "ALL ")
	p.bodyNode(s.Right)
}

func (p *printer) selectBody(s *Select) {
	p.w("SELECT")
	p.hints(s.Hints)
	p.opt(s.Distinct, " DISTINCT")
	p.w(" ")
	items(p, s.Items, p.selectItem)
	if s.From != nil {
		p.w(" FROM ")
		items(p, s.From, p.tableRef)
	}
	p.clause(" WHERE ", s.Where)
	if s.GroupBy != nil {
		p.w(" GROUP BY ")
		p.opt(s.GroupBy.Distinct, "DISTINCT ")
		items(p, s.GroupBy.Items, p.groupItem)
	}
	p.clause(" HAVING ", s.Having)
	if s.Windows != nil {
		p.w(" WINDOW ")
		items(p, s.Windows, p.namedWindow)
	}
	p.clause(" QUALIFY ", s.Qualify)
}

// clause prints a word and an expression; nothing for nil.
func (p *printer) clause(word string, e Expr) {
	if e != nil {
		p.w(word)
		p.expr(e, 0)
	}
}

func (p *printer) namedWindow(w *NamedWindow) {
	p.ident(w.Name)
	p.w(" AS ")
	p.window(w.Window)
}

func (p *printer) selectItem(s *SelectItem) {
	switch {
	case s.Qualifier != nil:
		p.path(s.Qualifier)
		p.w(".*")
	case s.Star:
		p.w("*")
	default:
		p.expr(s.Expr, 0)
	}
	if s.Alias != nil {
		p.w(" AS ")
		p.ident(s.Alias)
	}
}

func (p *printer) groupItem(g *GroupItem) {
	if g.Kind == GroupExpr {
		p.expr(g.Expr, 0)
		return
	}
	p.w([...]string{GroupSet: "", Rollup: "ROLLUP ", Cube: "CUBE ",
		GroupingSets: "GROUPING SETS "}[g.Kind])
	inParens(p, g.Items, p.groupItem)
}

func (p *printer) tableRef(t TableRef) {
	switch t := t.(type) {
	case *TableName:
		p.path(t.Name)
		p.hints(t.Hints)
		p.clause(" FOR SYSTEM_TIME AS OF ", t.AsOf)
		p.alias(t.Alias)
	case *Derived:
		p.opt(t.Lateral, "LATERAL ")
		p.subquery(t.Query)
		p.alias(t.Alias)
	case *TableFunc:
		p.opt(t.Lateral, "LATERAL ")
		p.w("TABLE(")
		p.call(t.Call)
		p.w(")")
		p.alias(t.Alias)
	case *Unnest:
		p.w("UNNEST(")
		p.expr(t.Expr, 0)
		p.w(")")
		p.opt(t.Ordinality, " WITH ORDINALITY")
		p.alias(t.Alias)
	case *Join:
		p.join(t)
	case *MatchRecognize:
		p.match(t)
	}
}

func (p *printer) alias(a *Alias) {
	if a == nil {
		return
	}
	p.w(" AS ")
	p.ident(a.Name)
	if a.Columns != nil {
		p.w(" ")
		inParens(p, a.Columns, p.ident)
	}
}

// join prints a join. A join on the right side was in parentheses.
func (p *printer) join(j *Join) {
	if j.Left != nil {
		p.tableRef(j.Left)
		p.w(" ")
	}
	p.opt(j.Natural, "NATURAL ")
	p.w([...]string{"", "LEFT ", "RIGHT ", "FULL ", "CROSS "}[j.Kind], "JOIN ")
	if _, nested := j.Right.(*Join); nested {
		p.w("(")
		p.tableRef(j.Right)
		p.w(")")
	} else {
		p.tableRef(j.Right)
	}
	p.clause(" ON ", j.On)
	if j.Using != nil {
		p.w(" USING ")
		inParens(p, j.Using, p.ident)
	}
}

func (p *printer) match(m *MatchRecognize) {
	if m.Input != nil {
		p.tableRef(m.Input)
		p.w(" ")
	}
	p.w("MATCH_RECOGNIZE (")
	if m.PartitionBy != nil {
		p.w("PARTITION BY ")
		items(p, m.PartitionBy, p.top)
		p.w(" ")
	}
	if m.OrderBy != nil {
		p.w("ORDER BY ")
		items(p, m.OrderBy, p.orderItem)
		p.w(" ")
	}
	if m.Measures != nil {
		p.w("MEASURES ")
		items(p, m.Measures, p.selectItem)
		p.w(" ")
	}
	p.w(map[bool]string{false: "ONE ROW", true: "ALL ROWS"}[m.AllRows], " PER MATCH ")
	p.matchRest(m)
	p.w(")")
	p.alias(m.Alias)
}

func (p *printer) matchRest(m *MatchRecognize) {
	if m.After != nil {
		p.w("AFTER MATCH SKIP ", m.After.To, " ")
		if m.After.Var != nil {
			p.ident(m.After.Var)
			p.w(" ")
		}
	}
	p.w("PATTERN (")
	p.pattern(m.Pattern, 0)
	p.w(")")
	p.clause(" WITHIN ", m.Within)
	if m.Subsets != nil {
		p.w(" SUBSET ")
		items(p, m.Subsets, p.subset)
	}
	p.w(" DEFINE ")
	items(p, m.Define, func(d *Definition) {
		p.ident(d.Var)
		p.clause(" AS ", d.Cond)
	})
}

func (p *printer) subset(s *Subset) {
	p.ident(s.Name)
	p.w(" = ")
	inParens(p, s.Vars, p.ident)
}
