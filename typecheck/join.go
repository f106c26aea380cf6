package typecheck

// Joins: of tables and queries, with a version of a table (FOR SYSTEM_TIME AS OF), and with a query
// for each row (LATERAL). They are bound whole and refused, since no join runs yet.

import (
	"slices"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// joinCure is what a join can be replaced by today.
const joinCure = "Query one table; UNION ALL puts tables together."

// joining is the work on one join, whose left side is bound.
type joining struct {
	*checker
	join  *lang.Join
	left  *scope
	in    logical.Node
	with  *withScope
	right *scope
	to    logical.Node
	asOf  logical.Expr
}

var joinKinds = map[lang.JoinKind]logical.JoinKind{lang.InnerJoin: logical.InnerJoin,
	lang.CrossJoin: logical.InnerJoin, lang.LeftJoin: logical.LeftJoin,
	lang.RightJoin: logical.RightJoin, lang.FullJoin: logical.FullJoin}

// checkJoin binds the right side of a join, and what joins both.
func (c *checker) checkJoin(j *joining) (*scope, logical.Node) {
	j.checker = c
	if u, ok := c.unnestable(j.join.Right); ok {
		return c.joinUnnest(j.left, j.in, j.join, u)
	}
	switch right := j.join.Right.(type) {
	case *lang.Derived:
		if right.Lateral {
			return j.apply(right)
		}
	case *lang.TableName:
		if right.AsOf != nil {
			j.asOf = c.versionTime(right.AsOf, j.left)
		}
		j.right, j.to = c.checkTableName(right, j.with)
		return j.bind()
	}
	j.right, j.to = c.checkTableRef(j.join.Right, j.with)
	return j.bind()
}

// bind is what joins two sides.
func (j *joining) bind() (*scope, logical.Node) {
	n := &logical.Join{Left: j.in, Right: j.to, Kind: joinKinds[j.join.Kind], AsOf: j.asOf}
	out := j.both(n.Kind)
	cond, ok := j.condition(out)
	if n.Cond = cond; !ok || out.broken || n.AsOf != nil && isInvalid(n.AsOf) {
		out.broken = true
		return out, nil
	}
	n.At, n.Out = j.join.Right.Span(), j.fields(n.Kind)
	for _, in := range n.Inputs() {
		n.Kinds.Update = n.Kinds.Update || in.Changes().Update
		n.Kinds.Delete = n.Kinds.Delete || in.Changes().Delete
	}
	j.errUnsupported(n.At, j.what(), joinCure)
	return j.coalesced(out, n)
}

// what is the construct for messages.
func (j *joining) what() string {
	switch j.asOf.(type) {
	case nil:
		return "a join"
	case *logical.Proctime:
		return "a look-up join (FOR SYSTEM_TIME AS OF)"
	}
	return "a temporal join (FOR SYSTEM_TIME AS OF)"
}

// both is the scope of both sides, one behind the other.
func (j *joining) both(kind logical.JoinKind) *scope {
	out := *j.left
	out.broken = j.duplicateTables() || j.left.broken || j.right.broken
	leftNull, rightNull := kind.Nullable()
	out.columns = withNulls(j.left.columns, leftNull, 0)
	behind := 0
	if j.in != nil {
		behind = len(j.in.Schema())
	}
	out.columns = append(out.columns, withNulls(j.right.columns, rightNull, behind)...)
	return &out
}

// withNulls are the columns of a side at their places in the joined row.
func withNulls(columns []scopeColumn, nullable bool, behind int) []scopeColumn {
	out := slices.Clone(columns)
	for i := range out {
		col := &out[i]
		if nullable && col.typ.Kind != types.Invalid {
			col.typ = col.typ.OrNull()
		}
		if col.index >= 0 {
			col.index += behind
		}
	}
	return out
}

// fields are the columns of a joined row.
func (j *joining) fields(kind logical.JoinKind) []types.Field {
	leftNull, rightNull := kind.Nullable()
	var out []types.Field
	for _, f := range j.in.Schema() {
		f.Type = f.Type.WithNullable(f.Type.Nullable || leftNull)
		out = append(out, f)
	}
	for _, f := range j.to.Schema() {
		f.Type = f.Type.WithNullable(f.Type.Nullable || rightNull)
		out = append(out, f)
	}
	return out
}

// duplicateTables refuses one name for both sides.
func (j *joining) duplicateTables() bool {
	tables, twice := j.left.tables(), false
	for _, name := range j.right.tables() {
		if slices.Contains(tables, name) {
			j.errDuplicateTable(j.join.Right.Span(), name)
			twice = true
		}
	}
	return twice
}

// condition is ON, or what USING and NATURAL stand for; nil is TRUE.
func (j *joining) condition(out *scope) (logical.Expr, bool) {
	switch on := j.join.On; {
	case j.join.Natural:
		return j.equalities(out, j.common())
	case j.join.Using != nil:
		return j.equalities(out, j.join.Using)
	case on != nil && j.join.Kind == lang.CrossJoin:
		j.errJoinCondition(on.Span(), "CROSS JOIN has no condition", "Write JOIN, or leave ON out.")
		return nil, false
	case on != nil:
		x := j.checker.condition(j.checkExpr(on, out.in(inFrom)), "ON")
		return x, !isInvalid(x)
	case j.join.Kind != lang.CrossJoin:
		j.errJoinCondition(j.join.Right.Span(), "the join has no condition",
			"Write ON or USING, or CROSS JOIN for all pairs.")
		return nil, false
	}
	return nil, true
}

// common are the names that both sides have.
func (j *joining) common() []*lang.Ident {
	var out []*lang.Ident
	for _, col := range j.left.columns {
		if !col.hidden && j.right.lookupName("", col.name) != nil {
			out = append(out, &lang.Ident{Place: lang.Place{At: j.join.Right.Span()}, Name: col.name})
		}
	}
	return out
}

// equalities are those of the columns of USING.
func (j *joining) equalities(out *scope, names []*lang.Ident) (logical.Expr, bool) {
	var cond logical.Expr
	ok := true
	for _, name := range names {
		x, y := j.side(name, j.left, out.columns[:len(j.left.columns)]),
			j.side(name, j.right, out.columns[len(j.left.columns):])
		if isInvalid(x, y) {
			ok = false
			continue
		}
		eq := j.compare(name, logical.Eq, x, y)
		ok = ok && !isInvalid(eq)
		if cond == nil {
			cond = eq
		} else {
			cond = binary(name, logical.And, cond, eq)
		}
	}
	return cond, ok
}

// side is a column of USING on one side, with its place in the joined row.
func (j *joining) side(name *lang.Ident, of *scope, joined []scopeColumn) logical.Expr {
	s := *of
	s.place, s.columns, s.outer = inFrom, joined, nil
	return j.checkRef(&lang.Ref{Place: name.Place, Parts: []*lang.Ident{name}}, &s)
}

// coalesced makes one column of each pair of USING and NATURAL, in front of the others.
func (j *joining) coalesced(out *scope, n *logical.Join) (*scope, logical.Node) {
	names := j.join.Using
	if j.join.Natural {
		names = j.common()
	}
	if len(names) == 0 {
		return out, n
	}
	p := firstColumns(lang.Place{At: n.At}, n, len(n.Out))
	var merged []scopeColumn
	for _, name := range names {
		left := lookupIn(out.columns[:len(j.left.columns)], name.Name)
		right := lookupIn(out.columns[len(j.left.columns):], name.Name)
		x := j.either(name, n, left, right)
		col := scopeColumn{name: name.Name, typ: x.Type(), at: left.at, index: len(p.Exprs)}
		p.Exprs = append(p.Exprs, x)
		p.Out = append(p.Out, types.Field{Name: name.Name, Type: x.Type()})
		left.hidden, right.hidden = true, true
		merged = append(merged, col)
	}
	out.columns = append(merged, out.columns...)
	return out, projected(p)
}

// either is the value of a column of USING: that of the side which has a row.
func (j *joining) either(name *lang.Ident, n *logical.Join, sides ...*scopeColumn) logical.Expr {
	var values []logical.Expr
	for _, col := range sides {
		values = append(values, &logical.Column{Typed: typed(n.Out[col.index].Type, name), Index: col.index,
			Name: col.name})
	}
	if _, ok := unify(values); !ok { // they can be compared, but only as texts
		return values[0]
	}
	return j.coalesce(name, values)
}

func lookupIn(columns []scopeColumn, name string) *scopeColumn {
	return (&scope{columns: columns}).lookupName("", name)
}

// versionTime is the time of FOR SYSTEM_TIME AS OF, a time attribute of the left side.
func (c *checker) versionTime(e lang.Expr, left *scope) logical.Expr {
	x, role := c.timeAttribute(e, left.in(inFrom))
	if !isInvalid(x) && !role.isAttribute() {
		c.errTimeAttribute(e.Span(), "FOR SYSTEM_TIME AS OF", x.Type())
		return invalid(e.Span())
	}
	return x
}

// timeAttribute binds what may be a time attribute, and says which. The processing time is Proctime
// itself, whatever columns it has come through.
func (c *checker) timeAttribute(e lang.Expr, s *scope) (logical.Expr, timeRole) {
	if ref, ok := e.(*lang.Ref); ok {
		if col, fields := s.lookup(ref); col != nil && len(fields) == 0 && s.another(col) == nil {
			if col.time == processingTime {
				return &logical.Proctime{Typed: typed(col.typ, e)}, processingTime
			}
			return c.reference(ref, col, nil), col.time
		}
	}
	x := c.checkExpr(e, s)
	if isProctime(x) {
		return x, processingTime
	}
	return x, noTime
}

// apply is a join with LATERAL (query): the query is bound where it can name the columns of the left
// side.
func (j *joining) apply(ref *lang.Derived) (*scope, logical.Node) {
	if j.join.Natural || j.join.Using != nil || j.join.Kind == lang.RightJoin || j.join.Kind == lang.FullJoin {
		j.errJoinCondition(j.join.Right.Span(), "LATERAL cannot be joined this way",
			"Write CROSS JOIN LATERAL, or LEFT JOIN LATERAL .. ON TRUE.")
		return &scope{broken: true}, nil
	}
	before := j.checker.lateral
	j.checker.lateral = j.left
	j.right, j.to = j.derived(ref, j.with)
	j.checker.lateral = before
	kind := joinKinds[j.join.Kind]
	out := j.both(kind)
	cond, ok := j.condition(out)
	if !ok || out.broken {
		out.broken = true
		return out, nil
	}
	n := &logical.Apply{In: j.in, Query: j.to, Cond: cond, Left: kind == logical.LeftJoin}
	n.At, n.Out, n.Kinds = ref.Span(), j.fields(kind), j.in.Changes()
	j.errUnsupported(n.At, "LATERAL", joinCure)
	return out, n
}

// commaJoin is a join by a comma, which is one without condition.
func commaJoin(right lang.TableRef) *lang.Join {
	return &lang.Join{Place: lang.Place{At: right.Span()}, Kind: lang.CrossJoin, Right: right}
}
