package typecheck

import (
	"slices"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// A query front to back, FROM t |> WHERE .. |> SELECT .., is bound stage by stage. Each stage is the
// clause of a SELECT over what the stages before it give, so that the plan is that of the nested
// queries. Names of tables stay good until a stage makes rows of its own: SELECT, AGGREGATE and the
// set operations.

// pipe is the work on one piped query: what the stages so far give.
type pipe struct {
	*checker
	with  *withScope
	scope *scope
	node  logical.Node
}

func (c *checker) checkPipe(b *lang.Pipe, with *withScope) relation {
	p := &pipe{checker: c, with: with}
	p.scope, p.node = c.checkFrom(b.From, with)
	for _, s := range b.Stages {
		p.stage(s)
	}
	if p.node == nil || p.scope.broken {
		return brokenRelation()
	}
	return c.wholeTable(p.scope, p.node, b.Span())
}

func (p *pipe) stage(s lang.Stage) {
	switch s := s.(type) {
	case *lang.PipeSelect:
		p.query(&lang.Select{Distinct: s.Distinct, Items: s.Items}, s)
	case *lang.PipeExtend:
		p.extend(s)
	case *lang.PipeSet:
		p.set(s)
	case *lang.PipeDrop:
		p.drop(s)
	case *lang.PipeRename:
		p.rename(s)
	case *lang.PipeAs:
		p.as(s)
	case *lang.PipeWhere:
		p.where(s)
	case *lang.PipeAggregate:
		p.aggregate(s)
	case *lang.PipeDistinct:
		if r := p.whole(s); !r.broken {
			p.keep(distinct(r, p.stateTTL(), s.Span()))
		}
	case *lang.PipeOrderBy:
		p.orderBy(s)
	case *lang.PipeLimit:
		p.limit(s)
	case *lang.PipeSetOp:
		p.setOps(s)
	case *lang.PipeJoin:
		p.scope, p.node = p.checkJoin(&joining{join: s.Join, left: p.scope, in: p.node, with: p.with})
	case *lang.PipeMatch:
		p.scope, p.node = p.checkPattern(s.Match, p.scope, p.node)
	case *lang.PipeCall:
		p.call(s)
	}
}

// call is a window, or CROSS JOIN LATERAL TABLE(f(..)).
func (p *pipe) call(s *lang.PipeCall) {
	if s.Window {
		p.scope, p.node = p.checkWindow(&windowCall{call: s.Call, alias: s.Alias, with: p.with,
			scope: p.scope, in: p.node})
		return
	}
	ref := &lang.TableFunc{Place: s.Place, Lateral: true, Call: s.Call, Alias: s.Alias}
	p.scope, p.node = p.checkUnnest(p.scope, p.node, unnesting{ref: ref, alias: s.Alias})
}

// selection starts a SELECT over the stages so far.
func (p *pipe) selection(s *lang.Select, at lang.Node) *selection {
	s.Pos.Offset, s.EndPos.Offset = at.Span().Start, at.Span().End
	p.scope.with = p.with
	return &selection{checker: p.checker, stmt: s, scope: p.scope, node: p.node, group: &grouping{},
		ttl: p.stateTTL()}
}

// query makes the rows those of a SELECT.
func (p *pipe) query(s *lang.Select, at lang.Node) { p.become(p.selection(s, at).bind()) }

// become makes the rows those of a relation, whose columns belong to no table.
func (p *pipe) become(r relation) { p.scope, p.node = p.named(r, nil, nil, diag.Span{}) }

// whole is all columns of the stages so far as a relation.
func (p *pipe) whole(at lang.Node) relation {
	if p.node == nil || p.scope.broken {
		return brokenRelation()
	}
	return p.wholeTable(p.scope, p.node, at.Span())
}

func (p *pipe) where(s *lang.PipeWhere) {
	sel := p.selection(&lang.Select{Where: s.Cond}, s)
	sel.where()
	p.node = sel.node
}

// extend adds columns behind those that there are.
func (p *pipe) extend(s *lang.PipeExtend) {
	sel := p.columns(s)
	inner := sel.scope.in(inSelect)
	for i, item := range s.Items {
		if item.Star {
			sel.star(item)
			continue
		}
		sel.item(len(p.scope.columns)+i, item, p.checkExpr(item.Expr, inner))
	}
	sel.uniqueNames()
	p.project(sel)
}

// columns starts a SELECT with all columns so far.
func (p *pipe) columns(at lang.Node) *selection {
	sel := p.selection(&lang.Select{}, at)
	sel.allColumns(at)
	return sel
}

// project makes the rows those of a SELECT list.
func (p *pipe) project(sel *selection) {
	if !sel.ok() {
		p.become(brokenRelation())
		return
	}
	p.keep(relationOf(sel.project()))
}

// keep makes the rows those of a relation whose first columns are the columns so far, which go on
// belonging to their tables.
func (p *pipe) keep(r relation) {
	before := p.scope.columns
	p.become(r)
	for i := range min(len(before), len(p.scope.columns)) {
		col := &p.scope.columns[i]
		col.table, col.at, col.tableAt = before[i].table, before[i].at, before[i].tableAt
	}
}

// set gives columns new values, all computed from the old ones.
func (p *pipe) set(s *lang.PipeSet) {
	sel := p.columns(s)
	inner := sel.scope.in(inSelect)
	done := map[int]bool{}
	for _, a := range s.Sets {
		i, ok := p.find(a.Column)
		if !ok || p.twice(a.Column, i, done) {
			sel.node = nil
			continue
		}
		item := &lang.SelectItem{Place: a.Place, Expr: a.Expr, Alias: a.Column}
		set := &selection{checker: p.checker}
		set.item(i, item, p.checkExpr(a.Expr, inner))
		sel.out[i].expr = set.out[0].expr
	}
	p.project(sel)
}

func (p *pipe) drop(s *lang.PipeDrop) {
	sel := p.columns(s)
	done := map[int]bool{}
	for _, name := range s.Columns {
		i, ok := p.find(name)
		if !ok || p.twice(name, i, done) {
			sel.node = nil
		}
	}
	if sel.node != nil && len(done) == len(p.scope.columns) {
		p.errDropAll(s)
		sel.node = nil
	}
	kept := *p.scope
	kept.columns = nil
	var out []output
	for i := range sel.out {
		if !done[i] {
			out, kept.columns = append(out, sel.out[i]), append(kept.columns, p.scope.columns[i])
		}
	}
	sel.out, p.scope = out, &kept
	p.project(sel)
}

func (p *pipe) rename(s *lang.PipeRename) {
	sel := p.columns(s)
	done := map[int]bool{}
	for _, r := range s.Renames {
		i, ok := p.find(r.Old)
		if !ok || p.twice(r.Old, i, done) {
			sel.node = nil
			continue
		}
		sel.out[i].name = r.New.Name
	}
	sel.uniqueNames()
	p.project(sel)
}

// as makes all columns those of one table.
func (p *pipe) as(s *lang.PipeAs) {
	named := *p.scope
	named.columns = slices.Clone(p.scope.columns)
	for i := range named.columns {
		named.columns[i].table, named.columns[i].tableAt = s.Name.Name, s.Name.Span()
	}
	p.scope = &named
}

// aggregate has the keys first, then the aggregates.
func (p *pipe) aggregate(s *lang.PipeAggregate) {
	stmt := &lang.Select{Items: append(slices.Clone(s.Keys), s.Items...)}
	if len(s.Keys) > 0 {
		stmt.GroupBy = &lang.GroupBy{}
		stmt.GroupBy.Pos.Offset, stmt.GroupBy.EndPos.Offset = s.Span().Start, s.Span().End
	}
	for _, key := range s.Keys {
		if key.Star {
			p.errUnsupported(key.Span(), "GROUP BY *", "Name the columns to group by.")
			p.become(brokenRelation())
			return
		}
		stmt.GroupBy.Items = append(stmt.GroupBy.Items,
			&lang.GroupItem{Place: key.Place, Expr: key.Expr})
	}
	p.query(stmt, s)
}

// setOps combines the rows with those of each query in turn.
func (p *pipe) setOps(s *lang.PipeSetOp) {
	for _, q := range s.Queries {
		op := &lang.SetOp{Place: s.Place, Op: s.Op, All: s.All, Right: q}
		p.become(p.setOp(op, p.whole(s), p.with))
	}
}

// find is the place of a column that a stage names; an error when there is none, or several.
func (p *pipe) find(name *lang.Ident) (int, bool) {
	ref := &lang.Ref{Place: name.Place, Parts: []*lang.Ident{name}}
	if isInvalid(p.checkRef(ref, p.scope.in(inSelect))) {
		return 0, false
	}
	return slices.IndexFunc(p.scope.columns, func(c scopeColumn) bool {
		return c.name == name.Name
	}), true
}

// twice reports a column that the stage has named before.
func (p *pipe) twice(name *lang.Ident, i int, done map[int]bool) bool {
	if done[i] {
		p.errStageTwice(name)
	}
	again := done[i]
	done[i] = true
	return again
}
