package lang

func (p *printer) pipe(x *Pipe) {
	p.w("FROM ")
	items(p, x.From, p.tableRef)
	for _, s := range x.Stages {
		p.w(" |> ")
		p.stage(s)
	}
}

// stage prints an operator of a pipe: one case per kind.
func (p *printer) stage(s Stage) {
	switch s := s.(type) {
	case *PipeSelect:
		p.w("SELECT ")
		p.opt(s.Distinct, "DISTINCT ")
		items(p, s.Items, p.selectItem)
	case *PipeExtend:
		p.w("EXTEND ")
		items(p, s.Items, p.selectItem)
	case *PipeSet:
		p.w("SET ")
		items(p, s.Sets, p.assignment)
	case *PipeDrop:
		p.w("DROP ")
		items(p, s.Columns, p.ident)
	case *PipeRename:
		p.w("RENAME ")
		items(p, s.Renames, p.rename)
	case *PipeAs:
		p.w("AS ")
		p.ident(s.Name)
	case *PipeWhere:
		p.clause("WHERE ", s.Cond)
	case *PipeAggregate:
		p.aggregate(s)
	case *PipeDistinct:
		p.w("DISTINCT")
	default:
		p.laterStage(s)
	}
}

func (p *printer) laterStage(s Stage) {
	switch s := s.(type) {
	case *PipeOrderBy:
		p.w("ORDER BY ")
		items(p, s.Keys, p.orderItem)
	case *PipeLimit:
		p.clause("LIMIT ", s.Limit)
		p.clause(" OFFSET ", s.Offset)
	case *PipeJoin:
		p.join(s.Join)
	case *PipeSetOp:
		p.w(setWords[s.Op], " ")
		p.opt(s.All, "ALL ")
		items(p, s.Queries, p.subquery)
	case *PipeCall:
		p.opt(!s.Window, "CALL ")
		p.call(s.Call)
		p.alias(s.Alias)
	case *PipeMatch:
		p.match(s.Match)
	}
}

func (p *printer) assignment(a *Assignment) {
	p.ident(a.Column)
	p.clause(" = ", a.Expr)
}

func (p *printer) rename(r *Rename) {
	p.ident(r.Old)
	p.w(" AS ")
	p.ident(r.New)
}

func (p *printer) aggregate(s *PipeAggregate) {
	p.w("AGGREGATE ")
	items(p, s.Items, p.selectItem)
	if s.Keys != nil {
		p.opt(len(s.Items) > 0, " ")
		p.w("GROUP BY ")
		items(p, s.Keys, p.selectItem)
	}
}
