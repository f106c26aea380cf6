package typecheck

import (
	"slices"
	"strconv"
	"time"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// output is a column of a SELECT list while it is bound.
type output struct {
	name  string
	named bool // by alias or by being a plain column
	expr  logical.Expr
}

// selection is the work on one SELECT.
type selection struct {
	*checker
	stmt  *lang.Select
	scope *scope
	node  logical.Node
	group *grouping
	ttl   time.Duration // of the state of its own aggregations; 0: none
	out   []output
	order *ordering // nil: none
	inner *subquery // what the SELECT is a query inside of an expression for; nil: none
}

func (c *checker) checkSelect(s *lang.Select, with *withScope, order *ordering) relation {
	sel := &selection{checker: c, stmt: s, order: order}
	sel.from(with)
	return sel.bind()
}

// from is FROM, or the one row without it.
func (s *selection) from(with *withScope) {
	if len(s.stmt.From) == 0 {
		s.noFrom(with)
	} else {
		s.scope, s.node = s.checkFrom(s.stmt.From, with)
	}
	s.scope.with, s.scope.windows = with, s.stmt.Windows
	s.scope.outer, s.scope.lateral = s.lateral, s.lateral != nil
	s.ttl = s.hintedTTL()
}

// bind is what follows FROM.
func (s *selection) bind() relation {
	s.where()
	s.groupBy()
	s.items()
	having := s.having()
	s.windows()
	qualify := s.qualify()
	s.orderBy()
	s.tied()
	if s.isGrouped() && !s.scope.broken {
		having, qualify = s.rebaseAll(having, qualify)
	}
	if !s.ok(having, qualify) {
		return brokenRelation()
	}
	s.aggregate()
	if having != nil {
		s.filter(having, s.stmt.Having.Span())
	}
	if qualify != nil {
		s.qualified(qualify)
	}
	r := relationOf(s.project())
	if s.stmt.Distinct {
		r = distinct(r, s.ttl, s.stmt.Span())
	}
	return s.sorted(r)
}

// noFrom is one row without columns that a query can name. It holds a constant, because a row
// needs a column.
func (s *selection) noFrom(with *withScope) {
	if alias := s.lostFrom(with); alias != nil {
		s.errLostFrom(alias)
		s.scope = &scope{broken: true}
		return
	}
	s.scope, s.node = &scope{}, oneRow(s.stmt.Span())
}

// oneRow is one row of one column that no query can name.
func oneRow(at diag.Span) *logical.Values {
	zero := types.Of(types.Int).NotNull()
	n := &logical.Values{Rows: [][]logical.Expr{{literal(zero, int64(0), at)}}}
	n.At, n.Out = at, []types.Field{{Name: "ZERO", Type: zero}}
	return n
}

// lostFrom is the alias of the last column when it is the name of a table: FROM is missing in front
// of it, which is one mistake and not one for each column that is not found.
func (s *selection) lostFrom(with *withScope) *lang.Ident {
	alias := s.stmt.Items[len(s.stmt.Items)-1].Alias
	if alias == nil {
		return nil
	}
	p := s.catalog.current
	p.name = alias.Name
	if with.find(alias.Name) == nil && s.catalog.table(p) == nil || !s.namesColumn() {
		return nil
	}
	return alias
}

// namesColumn reports whether the SELECT list names a column, which without FROM there is none of.
func (s *selection) namesColumn() bool {
	named := false
	for _, item := range s.stmt.Items {
		lang.Walk(item, func(n lang.Node) bool {
			_, ref := n.(*lang.Ref)
			named = named || ref
			return true
		})
	}
	return named
}

func (s *selection) where() {
	if s.stmt.Where == nil {
		return
	}
	cond := s.checkCondition(s.stmt.Where, s.scope.in(inWhere))
	switch {
	case isInvalid(cond):
		s.node = nil
	case s.node != nil:
		s.filter(s.ties(cond), s.stmt.Where.Span())
	}
}

// filter keeps the rows for which a condition is TRUE; nil keeps all.
func (s *selection) filter(cond logical.Expr, at diag.Span) {
	if cond == nil {
		return
	}
	conds := []logical.Expr{cond}
	s.match(conds)
	s.node = filtered(s.node, conds[0], at)
}

// isGrouped reports whether the SELECT has one row a group. An aggregate without GROUP BY makes
// the whole input one group.
func (s *selection) isGrouped() bool {
	return s.stmt.GroupBy != nil || s.stmt.Having != nil || len(s.group.calls) > 0
}

func (s *selection) groupBy() {
	s.group = &grouping{input: s.scope.in(inAggregate), ttl: s.ttl}
	if s.stmt.GroupBy == nil {
		return
	}
	if slices.ContainsFunc(s.stmt.GroupBy.Items, manySets) {
		s.scope = s.scope.nullable(s.stmt.GroupBy.Items)
		s.group.input = s.scope.in(inAggregate)
	}
	inner := s.scope.in(inGroupBy)
	for _, item := range s.stmt.Items {
		if item.Alias != nil {
			inner.aliases = append(inner.aliases, item.Alias.Name)
		}
	}
	ways := [][]int{{}}
	for _, item := range s.stmt.GroupBy.Items {
		ways = cross(ways, s.groupSets(item, inner))
	}
	switch {
	case len(ways) > mostSets:
		s.errManySets(s.stmt.GroupBy.Span())
		s.node = nil
	case s.group.window != nil && len(ways) > 1:
		s.errWindow(s.group.window.call.Span(), s.group.window.call, "stands beside GROUPING SETS")
		s.node = nil
	case s.node != nil && !s.group.distinctSets(ways):
		s.errEqualSets(s.stmt.GroupBy.Span())
		s.node = nil
	}
	s.scope = s.scope.grouped()
}

// groupKey is the index of a key, alone; nothing when it cannot be one.
func (s *selection) groupKey(key logical.Expr) []int {
	switch {
	case isInvalid(key):
		s.node = nil
		s.scope.broken = true
	case !inRows(key.Type()) || key.Type().Kind == types.Null:
		s.errColumnType(key.Span(), key.Type())
		s.node = nil
	default:
		for i, other := range s.group.keys {
			if logical.Equal(other, key) {
				return []int{i}
			}
		}
		s.group.keys = append(s.group.keys, key)
		return []int{len(s.group.keys) - 1}
	}
	return nil
}

// items binds the SELECT list.
func (s *selection) items() {
	inner := s.scope.in(inSelect)
	inner.group = s.group
	for i, item := range s.stmt.Items {
		if item.Star {
			s.star(item)
			continue
		}
		s.item(i, item, s.checkExpr(item.Expr, inner))
	}
	s.uniqueNames()
}

// rebaseAll moves the SELECT list, HAVING and QUALIFY onto the aggregation's output.
func (s *selection) rebaseAll(having, qualify logical.Expr) (logical.Expr, logical.Expr) {
	for i := range s.out {
		s.out[i].expr = s.rebase(s.out[i].expr, s.group)
	}
	if having != nil {
		having = s.rebase(having, s.group)
	}
	if qualify != nil {
		qualify = s.rebase(qualify, s.group)
	}
	return having, qualify
}

// item adds a column. Without an alias a plain column keeps its name, others are called EXPR$i.
func (s *selection) item(i int, item *lang.SelectItem, x logical.Expr) {
	out := output{name: "EXPR$" + strconv.Itoa(i), expr: x}
	if ref, ok := item.Expr.(*lang.Ref); ok {
		out.name, out.named = ref.Parts[len(ref.Parts)-1].Name, true
	}
	if item.Alias != nil {
		out.name, out.named = item.Alias.Name, true
	}
	switch t := x.Type(); {
	case t.Kind == types.Null:
		s.errUntypedNull(item.Expr, "SELECT")
		out.expr = invalid(x.Span())
	case !inRows(t):
		s.errColumnType(item.Expr.Span(), t)
		out.expr = invalid(x.Span())
	}
	s.out = append(s.out, out)
}

// star expands * and table.*.
func (s *selection) star(item *lang.SelectItem) {
	table := ""
	if item.Qualifier != nil {
		table = item.Qualifier.Last().Name
	}
	found := false
	for i := range s.scope.columns {
		col := &s.scope.columns[i]
		if table == "" && col.hidden || table != "" && col.table != table {
			continue
		}
		found = true
		s.starColumn(item, col)
	}
	switch {
	case found || s.scope.broken:
	case len(s.stmt.From) == 0:
		s.errStarNoFrom(item)
		s.node = nil
	default:
		s.errUnknownQualifier(item, table, s.scope)
		s.node = nil
	}
}

func (s *selection) starColumn(item *lang.SelectItem, col *scopeColumn) {
	ref := &lang.Ref{Place: item.Place, Parts: []*lang.Ident{{Place: item.Place, Name: col.name}}}
	s.out = append(s.out, output{name: col.name, named: true, expr: s.column(ref, col)})
}

// uniqueNames adds 0, 1, .. to names that are there already, as Flink does for sub-queries.
func (s *selection) uniqueNames() {
	seen := map[string]bool{}
	for i := range s.out {
		name := s.out[i].name
		for n := 0; seen[s.out[i].name]; n++ {
			s.out[i].name = name + strconv.Itoa(n)
		}
		seen[s.out[i].name] = true
	}
}

func (s *selection) having() logical.Expr {
	if s.stmt.Having == nil {
		return nil
	}
	inner := s.scope.in(inHaving)
	inner.group = s.group
	for _, item := range s.stmt.Items {
		if item.Alias != nil {
			inner.aliases = append(inner.aliases, item.Alias.Name)
		}
	}
	return s.condition(s.checkExpr(s.stmt.Having, inner), "HAVING")
}

// qualify is QUALIFY, a condition over functions with OVER; nil without one. Flink has no such clause.
func (s *selection) qualify() logical.Expr {
	if s.stmt.Qualify == nil {
		return nil
	}
	inner := s.scope.in(inQualify)
	inner.group, inner.selected = s.group, slices.Clone(s.out)
	return s.checkCondition(s.stmt.Qualify, inner)
}

// qualified keeps the rows for which QUALIFY is TRUE. It has its windows in common with the SELECT list.
func (s *selection) qualified(cond logical.Expr) {
	exprs := []logical.Expr{cond}
	for _, o := range s.out {
		exprs = append(exprs, o.expr)
	}
	s.match(exprs)
	for i := range s.out {
		s.out[i].expr = exprs[i+1]
	}
	s.node = filtered(s.node, exprs[0], s.stmt.Qualify.Span())
}

// ok reports whether everything that the plan needs is there; conditions that are not there are nil.
func (s *selection) ok(conds ...logical.Expr) bool {
	if s.node == nil || s.scope.broken {
		return false
	}
	for _, cond := range conds {
		if cond != nil && isInvalid(cond) {
			return false
		}
	}
	for _, o := range s.out {
		if isInvalid(o.expr) {
			return false
		}
	}
	return len(s.out) > 0
}

func (s *selection) aggregate() {
	if !s.isGrouped() {
		return
	}
	for i := range s.group.calls {
		call := &s.group.calls[i]
		s.match(call.args)
		filter := []logical.Expr{call.filter}
		if call.filter != nil {
			s.match(filter)
			call.filter = filter[0]
		}
	}
	at := s.stmt.Span()
	if s.stmt.GroupBy != nil {
		at = s.stmt.GroupBy.Span()
	}
	s.node = s.checker.aggregateSets(s.node, s.group, at)
}

// project makes the SELECT list a Project, unless it is the input as it is.
func (s *selection) project() logical.Node {
	p := &logical.Project{}
	for _, o := range s.out {
		p.Exprs = append(p.Exprs, o.expr)
		p.Out = append(p.Out, types.Field{Name: o.name, Type: o.expr.Type()})
	}
	s.match(p.Exprs)
	p.In = s.node
	p.At = s.stmt.Span()
	if identity(p) {
		return s.node
	}
	return projected(p)
}

// identity reports a Project that changes nothing, names included.
func identity(p *logical.Project) bool {
	in := p.In.Schema()
	if len(in) != len(p.Exprs) {
		return false
	}
	for i, x := range p.Exprs {
		col, ok := x.(*logical.Column)
		if !ok || col.Index != i || in[i].Name != p.Out[i].Name {
			return false
		}
	}
	return true
}

// distinct is an Aggregate over all columns without calls.
func distinct(r relation, ttl time.Duration, at diag.Span) relation {
	n := &logical.Aggregate{In: r.node, TTL: ttl}
	n.At, n.Out = at, r.node.Schema()
	for i := range n.Out {
		n.Group = append(n.Group, i)
	}
	return relationOf(grouped(n))
}

// wholeTable makes a query of all columns of a scope: TABLE t.
func (c *checker) wholeTable(s *scope, node logical.Node, at diag.Span) relation {
	sel := &selection{checker: c, scope: s, node: node, stmt: &lang.Select{}, group: &grouping{}}
	sel.allColumns(&lang.Query{Place: lang.Place{At: at}})
	if !sel.ok() {
		return brokenRelation()
	}
	return relationOf(sel.project())
}
