package typecheck

// OVER: functions of the rows around a row. They are bound whole and refused, since none runs yet. Like
// queries inside of expressions they are expressions until selection.match puts an Over below.

import (
	"slices"
	"strconv"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// ranking is a function that has a meaning only with OVER: how many arguments it takes at least and at
// most, and its type, which for LAG and LEAD depends on them.
type ranking struct {
	least, most int
	typ         types.Type
}

var rankings = map[string]ranking{
	"ROW_NUMBER":   {0, 0, types.Of(types.BigInt).NotNull()},
	"RANK":         {0, 0, types.Of(types.BigInt).NotNull()},
	"DENSE_RANK":   {0, 0, types.Of(types.BigInt).NotNull()},
	"PERCENT_RANK": {0, 0, types.Of(types.Double).NotNull()},
	"CUME_DIST":    {0, 0, types.Of(types.Double).NotNull()},
	"NTILE":        {1, 1, types.Of(types.BigInt).NotNull()},
	"LAG":          {1, 3, types.Type{}},
	"LEAD":         {1, 3, types.Type{}},
}

func isRanking(name string) bool {
	_, ok := rankings[name]
	return ok
}

// checkOver is function(..) OVER (..).
func (c *checker) checkOver(e *lang.Call, s *scope) logical.Expr {
	if s.place != inSelect && s.place != inOrderBy && s.place != inQualify {
		c.errOver(e.Span(), "OVER cannot stand in "+placeNames[s.place],
			"Compute it in the SELECT list of a query in FROM.")
		return invalid(e.Span())
	}
	out := &logical.OverCall{Name: nameOf(e), Distinct: e.Distinct}
	out.At = e.Span()
	inner := s.in(inOver)
	out.Args = c.checkAll(e.Args, inner)
	if e.Filter != nil {
		c.errUnsupported(e.Filter.Span(), "FILTER of a function with OVER", "Write CASE in its argument.")
		c.condition(c.checkExpr(e.Filter, inner), "FILTER")
	}
	if !c.overWindow(out, e.Over, inner) {
		return invalid(e.Span())
	}
	if out.T = c.overType(e, out); out.T.Kind == types.Invalid {
		return invalid(e.Span())
	}
	c.errUnsupported(e.Span(), "OVER", "Use GROUP BY, which gives one row a group.")
	return out
}

// overType is the type of a function with OVER; Invalid when it cannot be called so.
func (c *checker) overType(e *lang.Call, out *logical.OverCall) types.Type {
	if isInvalid(out.Args...) {
		return types.Type{}
	}
	if c.mayAggregate(e) {
		return c.userOverType(e, out)
	}
	rank, isRank := rankings[out.Name]
	_, isAggregate := aggregates[out.Name]
	switch {
	case len(e.Name.Parts) > 1 || !isRank && !isAggregate && variances[out.Name] == "":
		c.errOver(e.Name.Span(), quote(e.Name.Last().Name)+" is no function that goes with OVER",
			"Aggregates do, and ROW_NUMBER, RANK, LAG and the like.")
	case isRank:
		return c.rankingType(e, out, rank)
	case isJSONAggregate(out.Name):
		c.errOver(e.Name.Span(), out.Name+" does not go with OVER", "Use GROUP BY.")
	case c.aggregateArity(e, aggregates[out.Name]):
		call := &aggregateCall{name: out.Name, args: out.Args}
		if c.aggregateType(e, call, false) {
			return call.typ
		}
	}
	return types.Type{}
}

// userOverType is the type of an aggregate function of the user.
func (c *checker) userOverType(e *lang.Call, out *logical.OverCall) types.Type {
	f := c.userFunction(e)
	args, ok := c.fitArgs(e, f, out.Args)
	if !ok {
		return types.Type{}
	}
	out.Args = args
	return f.user.Result
}

// rankingType checks a function that has a meaning only with OVER.
func (c *checker) rankingType(e *lang.Call, out *logical.OverCall, rank ranking) types.Type {
	switch {
	case e.Star || e.Distinct:
		c.errStarArgument(e)
		return types.Type{}
	case !c.arity(e, len(out.Args), rank.least, rank.most):
		return types.Type{}
	case len(out.Order) == 0:
		c.errOver(e.Over.Span(), out.Name+" wants an order", "Write ORDER BY in the window.")
		return types.Type{}
	case e.Over.Frame != nil:
		c.errOver(e.Over.Frame.Span(), out.Name+" takes no ROWS or RANGE", "Remove the frame.")
		return types.Type{}
	case rank.typ.Kind != types.Invalid:
		return rank.typ
	}
	return c.neighbourType(e, out)
}

// neighbourType is the type of LAG and LEAD: value, distance, and the value where there is no such row.
func (c *checker) neighbourType(e *lang.Call, out *logical.OverCall) types.Type {
	const distance, instead = 1, 2
	if len(out.Args) > distance && !out.Args[distance].Type().IsInteger() {
		c.errOver(e.Args[distance].Span(), "the distance of "+out.Name+" is a whole number", "")
		return types.Type{}
	}
	value := typedNull(out.Args[0])
	if len(out.Args) <= instead {
		return value.Type().OrNull()
	}
	both := []logical.Expr{value, out.Args[instead]}
	t, ok := unify(both)
	if !ok {
		c.errNoCommonType(e.Args[instead], out.Name, both)
		return types.Type{}
	}
	out.Args[0], out.Args[instead] = both[0], both[1]
	return t
}

// overWindow binds the window, which may be named, or go on from one that is.
func (c *checker) overWindow(out *logical.OverCall, spec *lang.WindowSpec, s *scope) bool {
	if spec.Ref != nil {
		base := s.window(spec.Ref.Name)
		if base == nil {
			c.errOver(spec.Ref.Span(), "there is no window "+quote(spec.Ref.Name), windowHint(s, spec.Ref.Name))
			return false
		}
		named := quiet(c, func() bool { return c.overWindow(out, base, s.withoutWindow(spec.Ref.Name)) })
		if !named || spec.Named {
			return named
		}
	}
	partition := c.checkAll(spec.PartitionBy, s)
	ok := !isInvalid(partition...)
	out.Partition = append(out.Partition, partition...)
	for _, item := range spec.OrderBy {
		time, _ := c.timeAttribute(item.Expr, s)
		x := c.typedKey(item.Expr, time)
		ok = ok && !isInvalid(x)
		out.Order = append(out.Order, logical.OverKey{X: x, Desc: item.Desc,
			NullsLast: item.NullsLast || item.Desc && !item.NullsFirst})
	}
	if !ok {
		return false
	}
	return c.frame(out, spec.Frame)
}

// window is a window of the WINDOW clause; nil when there is none of the name.
func (s *scope) window(name string) *lang.WindowSpec {
	for _, w := range s.windows {
		if w.Name.Name == name {
			return w.Window
		}
	}
	return nil
}

// withoutWindow is the scope of a named window, which may name all but itself.
func (s *scope) withoutWindow(name string) *scope {
	out := *s
	out.windows = slices.DeleteFunc(slices.Clone(s.windows), func(w *lang.NamedWindow) bool {
		return w.Name.Name == name
	})
	return &out
}

// windows checks the WINDOW clause, of which not all need be used.
func (s *selection) windows() {
	inner := s.scope.in(inOver)
	inner.group = s.group
	for _, w := range s.stmt.Windows {
		quiet(s.checker, func() bool {
			return s.overWindow(&logical.OverCall{}, w.Window, inner.withoutWindow(w.Name.Name))
		})
	}
}

// frame binds ROWS or RANGE. Without one it is all rows up to the current one and its equals; of no
// order, all rows.
func (c *checker) frame(out *logical.OverCall, f *lang.Frame) bool {
	if f == nil {
		if out.Frame == (logical.OverFrame{}) {
			out.Frame.Low.Unbounded, out.Frame.High.Unbounded = true, len(out.Order) == 0
		}
		return true
	}
	out.Frame.Rows = f.Rows
	high := f.High
	if high == nil {
		high = &lang.Bound{Place: f.Low.Place, Kind: lang.CurrentRow}
	}
	var lowOK, highOK bool
	out.Frame.Low, lowOK = c.bound(out, f.Rows, f.Low)
	out.Frame.High, highOK = c.bound(out, f.Rows, high)
	switch {
	case !lowOK || !highOK:
		return false
	case f.Low.Kind == lang.UnboundedFollowing || high.Kind == lang.UnboundedPreceding ||
		!out.Frame.Low.Unbounded && !out.Frame.High.Unbounded && out.Frame.Low.Offset > out.Frame.High.Offset:
		c.errOver(f.Span(), "the window begins behind its end", "Write BETWEEN the earlier bound AND the later one.")
		return false
	}
	return true
}

// bound is one end of a frame: a number of rows, or a distance of the value that is ordered by.
func (c *checker) bound(out *logical.OverCall, rows bool, b *lang.Bound) (logical.OverBound, bool) {
	switch b.Kind {
	case lang.UnboundedPreceding, lang.UnboundedFollowing:
		return logical.OverBound{Unbounded: true}, true
	case lang.CurrentRow:
		return logical.OverBound{}, true
	}
	x := c.checkExpr(b.Offset, &scope{place: inOver})
	if isInvalid(x) {
		return logical.OverBound{}, false
	}
	lit, ok := x.(*logical.Literal)
	n, whole := int64(0), false
	if ok {
		n, whole = lit.Value.(int64)
	}
	if want := boundType(out, rows); !whole || n < 0 || !want.matches(x.Type()) {
		c.errOver(b.Offset.Span(), "the distance must be "+want.text, "")
		return logical.OverBound{}, false
	}
	if b.Kind == lang.Preceding {
		n = -n
	}
	return logical.OverBound{Offset: n}, true
}

// distance is what a bound of a frame is measured in.
type distance struct {
	text    string
	matches func(types.Type) bool
}

func boundType(out *logical.OverCall, rows bool) distance {
	interval := func(t types.Type) bool { return t.Kind == types.IntervalDayTime }
	switch {
	case rows:
		return distance{"a whole number of rows", types.Type.IsInteger}
	case len(out.Order) == 1 && out.Order[0].X.Type().IsDatetime():
		return distance{"an INTERVAL of days or less, as the order is by " + out.Order[0].X.Type().OrNull().String(),
			interval}
	case len(out.Order) == 1 && out.Order[0].X.Type().IsNumeric():
		return distance{"a whole number", types.Type.IsInteger}
	}
	return distance{"in ROWS: RANGE wants an order by one number or time, not by " +
		strconv.Itoa(len(out.Order)) + " keys", func(types.Type) bool { return false }}
}

// over puts an Over below; its column stands for the function.
func (s *selection) over(x *logical.OverCall) logical.Expr {
	call := *x
	call.Args, call.Partition = append([]logical.Expr{}, x.Args...), append([]logical.Expr{}, x.Partition...)
	s.match(call.Args)
	s.match(call.Partition)
	n := &logical.Over{In: s.node, Call: &call}
	n.At, n.Kinds, n.Keys = x.At, s.node.Changes(), s.node.UpsertKeys()
	name := "$over" + strconv.Itoa(len(s.node.Schema()))
	n.Out = append(append(n.Out, s.node.Schema()...), types.Field{Name: name, Type: x.T})
	s.node = n
	return &logical.Column{Typed: x.Typed, Index: len(n.Out) - 1, Name: name}
}
