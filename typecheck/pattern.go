package typecheck

// MATCH_RECOGNIZE: sequences of rows. It is bound whole and refused, since none runs yet. Names in
// MEASURES and DEFINE may have a variable of the pattern in front, whose rows they mean.

import (
	"slices"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// anyVariable stands for the rows of all variables.
const anyVariable = "*"

// matchTimes are the functions that give the time of a match.
var matchTimes = map[string]timeRole{"MATCH_ROWTIME": eventTime, "MATCH_PROCTIME": processingTime}

// laterPatternCalls are those of the standard that Flink has not either.
var laterPatternCalls = []string{"PREV", "NEXT", "CLASSIFIER", "MATCH_NUMBER"}

// matching is the work on one MATCH_RECOGNIZE.
type matching struct {
	*checker
	stmt  *lang.MatchRecognize
	scope *scope
	node  *logical.Pattern
	vars  []string
	ok    bool
}

// checkPattern binds MATCH_RECOGNIZE over the rows of in.
func (c *checker) checkPattern(m *lang.MatchRecognize, s *scope, in logical.Node) (*scope, logical.Node) {
	p := &matching{checker: c, stmt: m, scope: s, node: &logical.Pattern{In: in}, ok: !s.broken && in != nil}
	p.partition()
	p.order()
	p.node.Sequence = p.item(m.Pattern)
	p.ending(m.Pattern)
	p.skip()
	p.within()
	p.define()
	p.measures()
	if !p.ok {
		return &scope{broken: true}, nil
	}
	p.node.At = m.Span()
	p.unsupported()
	alias := m.Alias
	if alias == nil {
		return c.named(relationOf(p.node), nil, nil, diag.Span{})
	}
	return c.named(relationOf(p.node), alias.Name, alias, alias.Span())
}

// unsupported reports what does not run, the parts that Flink has not either at their places.
func (p *matching) unsupported() {
	if p.stmt.AllRows {
		p.errUnsupported(p.stmt.Span(), "ALL ROWS PER MATCH", "Write ONE ROW PER MATCH; Flink has no other.")
	}
	for _, s := range p.stmt.Subsets {
		p.errUnsupported(s.Span(), "SUBSET", "Name the variables one by one; Flink has no SUBSET.")
	}
	p.errUnsupported(p.stmt.Span(), "MATCH_RECOGNIZE", "Query the table without it.")
}

// wrong reports a mistake.
func (p *matching) wrong(at lang.Node, message, hint string) {
	p.ok = false
	p.errPattern(at.Span(), message, hint)
}

// partition binds PARTITION BY, whose columns are the first ones of the result.
func (p *matching) partition() {
	for _, e := range p.stmt.PartitionBy {
		x := p.checkExpr(e, p.scope.in(inFrom))
		col, ok := x.(*logical.Column)
		switch {
		case isInvalid(x):
			p.ok = false
		case !ok:
			p.wrong(e, "PARTITION BY wants a column", "Compute it in a query in FROM.")
		default:
			p.node.Partition = append(p.node.Partition, col.Index)
			p.node.Out = append(p.node.Out, types.Field{Name: col.Name, Type: col.T})
		}
	}
}

// order binds ORDER BY, which begins with a time attribute.
func (p *matching) order() {
	if len(p.stmt.OrderBy) == 0 {
		p.wrong(p.stmt, "MATCH_RECOGNIZE wants an order", "Write ORDER BY the time of the rows.")
		return
	}
	for i, item := range p.stmt.OrderBy {
		time, role := p.timeAttribute(item.Expr, p.scope.in(inFrom))
		x := p.typedKey(item.Expr, time)
		switch {
		case isInvalid(x):
			p.ok = false
		case i == 0 && !role.isAttribute() && !p.batch():
			p.errTimeAttribute(item.Span(), "ORDER BY of MATCH_RECOGNIZE", x.Type())
			p.ok = false
		case i == 0 && item.Desc:
			p.wrong(item, "the rows of MATCH_RECOGNIZE are in ascending order of their time", "Remove DESC.")
		}
		p.node.Order = append(p.node.Order, logical.OverKey{X: x, Desc: item.Desc,
			NullsLast: item.NullsLast || item.Desc && !item.NullsFirst})
	}
}

// item is a part of the pattern.
func (p *matching) item(x lang.Pattern) *logical.PatternItem {
	out := &logical.PatternItem{Min: 1, Max: 1}
	switch x := x.(type) {
	case *lang.PatternVar:
		out.Var = x.Name.Name
		if !slices.Contains(p.vars, out.Var) {
			p.vars = append(p.vars, out.Var)
		}
	case *lang.PatternSeq:
		out.Items = p.items(x.Items)
	case *lang.PatternAlt:
		p.errUnsupported(x.Span(), "a choice in a pattern", "Match a variable whose condition has OR; Flink has no |.")
		out.Items, out.Choice = p.items(x.Items), true
	case *lang.PatternRepeat:
		if x.Max >= 0 && x.Max < x.Min || x.Max == 0 {
			p.wrong(x, "the pattern is repeated less often than not at all", "Write {least,most}.")
		}
		if _, one := x.X.(*lang.PatternVar); !one {
			p.errUnsupported(x.Span(), "a group that is repeated", "Repeat single variables; Flink repeats no groups.")
		}
		inner := p.item(x.X)
		out.Items, out.Min, out.Max, out.Reluctant = []*logical.PatternItem{inner}, x.Min, x.Max, x.Reluctant
	case *lang.PatternExclude:
		p.errUnsupported(x.Span(), "{- -} in a pattern", "Leave the braces out; Flink has none.")
		out.Items = p.items([]lang.Pattern{x.X})
	case *lang.PatternPermute:
		p.errUnsupported(x.Span(), "PERMUTE", "Write the sequences out with |; Flink has no PERMUTE.")
		out.Items = p.items(x.Items)
	}
	return out
}

// ending refuses a pattern whose last part takes as many rows as there are: it would never be complete.
func (p *matching) ending(x lang.Pattern) {
	if seq, ok := x.(*lang.PatternSeq); ok {
		x = seq.Items[len(seq.Items)-1]
	}
	r, ok := x.(*lang.PatternRepeat)
	if ok && !r.Reluctant && r.Min != r.Max && (r.Min > 0 || r.Max != 1) {
		p.wrong(r, "the last part of a pattern cannot take as many rows as there are",
			"Write ? behind it to take as few as possible, or end with a single variable.")
	}
}

func (p *matching) items(list []lang.Pattern) []*logical.PatternItem {
	var out []*logical.PatternItem
	for _, x := range list {
		out = append(out, p.item(x))
	}
	return out
}

// isVariable wants a name to be a variable of the pattern.
func (p *matching) isVariable(name *lang.Ident) bool {
	ok := slices.Contains(p.vars, name.Name)
	if !ok {
		p.wrong(name, "the pattern has no variable "+quote(name.Name), didYouMean(name.Name, p.vars))
	}
	return ok
}

// skip binds AFTER MATCH.
func (p *matching) skip() {
	after := p.stmt.After
	if after == nil {
		return
	}
	modes := map[string]logical.SkipMode{"PAST LAST ROW": logical.SkipPastLast,
		"TO NEXT ROW": logical.SkipToNext, "TO FIRST": logical.SkipToFirst, "TO LAST": logical.SkipToLast,
		"TO": logical.SkipToLast}
	p.node.Skip = modes[after.To]
	if after.Var != nil && p.isVariable(after.Var) {
		p.node.SkipTo = after.Var.Name
	}
}

// within binds WITHIN, the longest time that a match may take.
func (p *matching) within() {
	if p.stmt.Within == nil {
		return
	}
	x := p.checkExpr(p.stmt.Within, &scope{place: inFrom})
	size, ok := milliseconds(x)
	switch {
	case isInvalid(x):
		p.ok = false
	case !ok || size <= 0:
		p.wrong(p.stmt.Within, "WITHIN wants an INTERVAL of days or less", "Write for instance INTERVAL '10' SECOND.")
	default:
		p.node.Within = size
	}
}

// rows is the scope of MEASURES and DEFINE: the columns alone, and those of each variable.
func (p *matching) rows() *scope {
	out := *p.scope
	out.place, out.columns = inPattern, slices.Clone(p.scope.columns)
	vars := slices.Clone(p.vars)
	for i := range out.columns {
		out.columns[i].variable = anyVariable
	}
	for _, s := range p.stmt.Subsets {
		vars = append(vars, s.Name.Name)
	}
	for _, name := range vars {
		for _, col := range p.scope.columns {
			col.table, col.variable, col.hidden = name, name, true
			out.columns = append(out.columns, col)
		}
	}
	return &out
}

func (p *matching) define() {
	for _, d := range p.stmt.Define {
		if !slices.Contains(p.vars, d.Var.Name) {
			p.warnUnusedVariable(d.Var, p.vars)
			p.vars = append(p.vars, d.Var.Name)
		}
	}
	rows := p.rows()
	seen := map[string]bool{}
	for _, d := range p.stmt.Define {
		if seen[d.Var.Name] {
			p.wrong(d.Var, "the variable "+quote(d.Var.Name)+" is defined twice",
				"Put the conditions together with AND.")
		}
		seen[d.Var.Name] = true
		cond := p.condition(p.checkExpr(d.Cond, rows), "DEFINE")
		p.ok = p.ok && !isInvalid(cond)
		p.node.Define = append(p.node.Define, logical.PatternDefine{Var: d.Var.Name, Cond: cond})
	}
}

func (p *matching) measures() {
	rows := p.rows()
	for _, m := range p.stmt.Measures {
		x := typedNull(p.checkExpr(m.Expr, rows))
		if !isInvalid(x) && !storable(x.Type()) {
			p.errColumnType(m.Expr.Span(), x.Type())
			x = invalid(x.Span())
		}
		p.ok = p.ok && !isInvalid(x)
		p.node.Measures = append(p.node.Measures, x)
		p.node.Out = append(p.node.Out, types.Field{Name: m.Alias.Name, Type: x.Type()})
	}
}

// isPatternCall reports the functions that have a meaning of their own in MEASURES and DEFINE.
func isPatternCall(name string) bool {
	_, time := matchTimes[name]
	return time || name == "FIRST" || name == "LAST" || isAggregate(name) ||
		slices.Contains(laterPatternCalls, name)
}

// checkPatternCall is FIRST, LAST, an aggregate, or the time of a match. What a variable has no row for
// is NULL.
func (c *checker) checkPatternCall(e *lang.Call, s *scope) logical.Expr {
	out := &logical.PatternCall{Name: nameOf(e)}
	if s.place == inPatternCall && out.Name != "FIRST" && out.Name != "LAST" {
		c.errPattern(e.Span(), out.Name+" stands inside of another function of the rows", "Take them apart.")
		return invalid(e.Span())
	}
	role, isTime := matchTimes[out.Name]
	if isTime {
		if !c.arity(e, len(e.Args), 0, 1) {
			return invalid(e.Span())
		}
		for _, arg := range e.Args {
			c.timeAttribute(arg, s)
		}
		out.Typed = typed(matchTime(role, s), e)
		return out
	}
	out.Args = c.checkAll(e.Args, s.in(inPatternCall))
	t, ok := c.patternType(e, out)
	if !ok {
		return invalid(e.Span())
	}
	out.Typed = typed(t, e)
	return out
}

// matchTime is the type of MATCH_ROWTIME, that of the rows' time, or of MATCH_PROCTIME.
func matchTime(role timeRole, s *scope) types.Type {
	for _, col := range s.columns {
		if col.time == eventTime && role == eventTime {
			return col.typ.NotNull()
		}
	}
	if role == eventTime {
		return types.TimestampOf(millisPrecision).NotNull()
	}
	return proctimeType()
}

func (c *checker) patternType(e *lang.Call, out *logical.PatternCall) (types.Type, bool) {
	const value, distance = 0, 1
	_, runs := aggregates[out.Name]
	switch {
	case isInvalid(out.Args...):
		return types.Type{}, false
	case out.Name == "FIRST" || out.Name == "LAST":
		if !c.arity(e, len(out.Args), distance, distance+1) {
			return types.Type{}, false
		}
		if len(out.Args) > distance && !isRowCount(out.Args[distance]) {
			c.errPattern(e.Args[distance].Span(), "the distance of "+out.Name+" is a whole number",
				"Write for instance "+out.Name+"(x, 1).")
			return types.Type{}, false
		}
		return out.Args[value].Type().OrNull(), true
	case !runs && variances[out.Name] == "":
		c.errUnsupported(e.Span(), out.Name+" in MATCH_RECOGNIZE", "Use FIRST, LAST or an aggregate.")
		return types.StringOf(), true
	case !c.aggregateArity(e, aggregates[out.Name]):
		return types.Type{}, false
	}
	call := &aggregateCall{name: out.Name, args: out.Args}
	ok := c.aggregateType(e, call, true)
	return call.typ, ok
}

// isRowCount reports a constant number of rows.
func isRowCount(x logical.Expr) bool {
	lit, ok := x.(*logical.Literal)
	if !ok || !lit.T.IsInteger() {
		return false
	}
	n, ok := lit.Value.(int64)
	return ok && n >= 0
}
