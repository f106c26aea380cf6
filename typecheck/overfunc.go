package typecheck

// The functions that go with OVER: aggregates, those of the user among them, and the ones that have a
// meaning only there.

import (
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// ranking is a function that has a meaning only with OVER: how many arguments it takes at least and at
// most, and its type, which for LAG and LEAD depends on them.
type ranking struct {
	fn          logical.RankFunc
	least, most int
	typ         types.Type
}

var rankings = map[string]ranking{
	"ROW_NUMBER":   {logical.RowNumber, 0, 0, types.Of(types.BigInt).NotNull()},
	"RANK":         {logical.Rank, 0, 0, types.Of(types.BigInt).NotNull()},
	"DENSE_RANK":   {logical.DenseRank, 0, 0, types.Of(types.BigInt).NotNull()},
	"PERCENT_RANK": {logical.PercentRank, 0, 0, types.Of(types.Double).NotNull()},
	"CUME_DIST":    {logical.CumeDist, 0, 0, types.Of(types.Double).NotNull()},
	"NTILE":        {logical.Ntile, 1, 1, types.Of(types.BigInt).NotNull()},
	"LAG":          {logical.Neighbour, 1, 3, types.Type{}},
	"LEAD":         {logical.Neighbour, 1, 3, types.Type{}},
}

func isRanking(name string) bool {
	_, ok := rankings[name]
	return ok
}

// overFunction is the function of a window, which has its arguments.
func (c *checker) overFunction(e *lang.Call, w *logical.OverCall) logical.Expr {
	if c.mayAggregate(e) {
		return c.userOver(e, w)
	}
	name := nameOf(e)
	rank, isRank := rankings[name]
	fn, isAggregate := aggregates[name]
	switch {
	case len(e.Name.Parts) > 1 || !isRank && !isAggregate && variances[name] == "":
		c.errOver(e.Name.Span(), quote(e.Name.Last().Name)+" is no function that goes with OVER",
			"Aggregates do, and ROW_NUMBER, RANK, LAG and the like.")
	case isJSONAggregate(name):
		c.errOver(e.Name.Span(), name+" does not go with OVER", "Use GROUP BY.")
	case e.Within != nil || len(e.Nulls) > 0 && fn != logical.ArrayAgg:
		c.errUnsupported(e.Span(), "this clause of "+name, "Remove the clause.")
	case isRank:
		return c.rankingOver(e, w, rank)
	case variances[name] != "":
		return c.aggregateOver(e, w, logical.Sum)
	default:
		return c.aggregateOver(e, w, fn)
	}
	return invalid(e.Span())
}

// overOf is a function in the place of the call that is its window.
func overOf(w *logical.OverCall, call aggregateCall) *logical.OverCall {
	out := *w
	out.T, out.Args = call.typ, call.args
	out.Func.AggCall = logical.AggCall{Func: call.fn, Distinct: call.distinct, Filter: -1, Name: call.name,
		Type: call.typ, At: call.at, Separator: call.separator, Nulls: call.nulls, User: call.user}
	return &out
}

// userOver is an aggregate function of the user.
func (c *checker) userOver(e *lang.Call, w *logical.OverCall) logical.Expr {
	f := c.userFunction(e)
	args, ok := c.fitArgs(e, f, w.Args)
	if !ok {
		return invalid(e.Span())
	}
	if e.Distinct {
		c.errDistinctOver(e)
		return invalid(e.Span())
	}
	for i, a := range args {
		args[i] = typedNull(a)
	}
	return overOf(w, aggregateCall{fn: logical.UserAgg, user: f.user, args: args, name: f.path.name,
		at: e.Span(), typ: f.user.Result})
}

// aggregateOver is an aggregate. Frames without the current row may be empty. Flink takes DISTINCT in
// streaming mode only, and where it means nothing.
func (c *checker) aggregateOver(e *lang.Call, w *logical.OverCall, fn logical.AggFunc) logical.Expr {
	call := aggregateCall{fn: fn, args: w.Args, name: nameOf(e), at: e.Span(),
		distinct: (e.Distinct || nameOf(e) == approximate) && fn != logical.Min && fn != logical.Max,
		nulls:    fn == logical.ArrayAgg && e.Nulls != "IGNORE"}
	empty := !w.Func.Frame.Holds()
	if !c.aggregateArity(e, fn) || !c.separator(e, &call) || !c.aggregateType(e, &call, empty) {
		return invalid(e.Span())
	}
	if e.Distinct && call.distinct && c.batch() {
		c.errDistinctOver(e)
		return invalid(e.Span())
	}
	if variances[call.name] != "" {
		return c.variance(e, call, &variancePlace{empty: empty,
			ref: func(part aggregateCall) logical.Expr { return overOf(w, part) }})
	}
	countRows(&call)
	return overOf(w, call)
}

// rankingOver checks a function that has a meaning only with OVER.
func (c *checker) rankingOver(e *lang.Call, w *logical.OverCall, rank ranking) logical.Expr {
	name := nameOf(e)
	switch {
	case e.Star || e.Distinct:
		c.errStarArgument(e)
		return invalid(e.Span())
	case !c.arity(e, len(w.Args), rank.least, rank.most):
		return invalid(e.Span())
	case unordered(w.Order) && (rank.fn != logical.Neighbour || !c.batch()):
		c.errOver(e.Over.Span(), name+" wants an order", "Write ORDER BY in the window.")
		return invalid(e.Span())
	case e.Over.Frame != nil:
		c.errOver(e.Over.Frame.Span(), name+" takes no ROWS or RANGE", "Remove the frame.")
		return invalid(e.Span())
	}
	call := aggregateCall{name: name, at: e.Span(), typ: rank.typ}
	out := *w
	out.Func.Rank, out.Func.Frame = rank.fn, logical.OverFrame{}
	switch rank.fn {
	case logical.Ntile:
		n, ok := wholeConstant(w.Args[0])
		if !ok || n <= 0 {
			c.errOver(e.Args[0].Span(), "NTILE wants a whole number above 0", "")
			return invalid(e.Span())
		}
		out.Func.N = n
	case logical.Neighbour:
		return c.neighbour(e, &out)
	}
	return overOf(&out, call)
}

// unordered reports that all rows of a window are equal.
func unordered(order []logical.OverKey) bool {
	for _, key := range order {
		if _, constant := key.X.(*logical.Literal); !constant {
			return false
		}
	}
	return true
}

// neighbour is LAG or LEAD: value, distance, and the value where there is no such row.
func (c *checker) neighbour(e *lang.Call, w *logical.OverCall) logical.Expr {
	const distance, instead = 1, 2
	args := w.Args
	w.Func.N = 1
	if len(args) > distance {
		n, ok := wholeConstant(args[distance])
		if !ok {
			c.errOver(e.Args[distance].Span(), "the distance of "+nameOf(e)+" is a whole number", "")
			return invalid(e.Span())
		}
		w.Func.N = n
	}
	if nameOf(e) == "LAG" {
		w.Func.N = -w.Func.N
	}
	values := []logical.Expr{typedNull(args[0])}
	t := values[0].Type().OrNull()
	if len(args) > instead {
		values = append(values, args[instead])
		var ok bool
		if t, ok = unify(values); !ok {
			c.errNoCommonType(e.Args[instead], nameOf(e), values)
			return invalid(e.Span())
		}
	}
	return overOf(w, aggregateCall{name: nameOf(e), args: values, at: e.Span(), typ: t})
}

// wholeConstant is a whole number that is written as such.
func wholeConstant(x logical.Expr) (n int64, ok bool) {
	switch x := x.(type) {
	case *logical.Literal:
		n, ok = x.Value.(int64)
		return n, ok && x.T.IsInteger()
	case *logical.Unary:
		n, ok = wholeConstant(x.X)
		return -n, ok && x.Op == logical.Neg
	case *logical.Cast:
		n, ok = wholeConstant(x.X)
		return n, ok && x.T.IsInteger() && x.T.Kind >= x.X.Type().Kind
	}
	return 0, false
}
