package typecheck

import (
	"time"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// aggregates are the aggregate functions that run.
var aggregates = map[string]logical.AggFunc{"COUNT": logical.Count, "SUM": logical.Sum,
	"AVG": logical.Avg, "MIN": logical.Min, "MAX": logical.Max, "FIRST_VALUE": logical.FirstValue,
	"LAST_VALUE": logical.LastValue, "LISTAGG": logical.ListAgg, "ARRAY_AGG": logical.ArrayAgg,
	"APPROX_COUNT_DISTINCT": logical.Count, "COLLECT": logical.Collect,
	"JSON_ARRAYAGG": logical.ListAgg, "JSON_OBJECTAGG": logical.ListAgg}

// approximate is COUNT(DISTINCT ..) here: of how far it may be off, not at all is the least.
const approximate = "APPROX_COUNT_DISTINCT"

// laterAggregates are those that Flink has and flinkc does not yet, with their types.
var laterAggregates = map[string]types.Type{
	"PERCENTILE": types.Of(types.Double), "GROUP_ID": types.Of(types.BigInt).NotNull()}

func isAggregate(name string) bool {
	_, ok := aggregates[name]
	_, later := laterAggregates[name]
	return ok || later || variances[name] != "" || isGrouping(name)
}

// isGrouping reports the functions that tell which keys take part.
func isGrouping(name string) bool { return name == "GROUPING" || name == "GROUPING_ID" }

// timeFunctions are those of the processing time, of the watermark, and of windows in GROUP BY.
var timeFunctions = map[string]bool{"PROCTIME": true, "CURRENT_WATERMARK": true,
	"SOURCE_WATERMARK": true,
	"TUMBLE":           true, "HOP": true, "SESSION": true, "CUMULATE": true,
	"TUMBLE_START": true, "TUMBLE_END": true, "TUMBLE_ROWTIME": true, "TUMBLE_PROCTIME": true,
	"HOP_START": true, "HOP_END": true, "HOP_ROWTIME": true, "HOP_PROCTIME": true,
	"SESSION_START": true, "SESSION_END": true, "SESSION_ROWTIME": true, "SESSION_PROCTIME": true}

// grouping collects what a grouped SELECT computes: the keys, and the aggregate calls found in
// its SELECT list and HAVING.
//
// Expressions above the aggregation are first bound over the input row, with an aggRef in the
// place of each aggregate call. rebase then moves them onto the Aggregate's output: what equals a
// key becomes that key's column, an aggRef its call's column, and an input column that is left
// over is neither grouped nor aggregated, which is an error.
type grouping struct {
	input *scope
	keys  []logical.Expr
	calls []aggregateCall
	// window is that of TUMBLE(ts, ..) and the like among the keys, whose columns they are; nil: none.
	window *groupWindow
	ttl    time.Duration // of the groups; 0: none
	sets   [][]int       // of keys: all of them but for GROUPING SETS and the like; nil without GROUP BY
	asked  [][]int       // keys of each GROUPING
}

// aggregateCall is one aggregate over input expressions.
type aggregateCall struct {
	fn       logical.AggFunc
	args     []logical.Expr
	distinct bool
	filter   logical.Expr // nil: none
	// separator is that of a LISTAGG.
	separator string
	nulls     bool                  // of an ARRAY_AGG: NULLs, too
	user      *logical.UserFunction // of a UserAgg
	typ       types.Type
	name      string
	at        diag.Span
}

// aggRef stands for an aggregate call until rebase.
type aggRef struct {
	logical.Typed
	call int
}

// checkAggregate is an aggregate call in SELECT or HAVING.
func (c *checker) checkAggregate(e *lang.Call, s *scope) logical.Expr {
	fn, runs := aggregates[nameOf(e)]
	if variances[nameOf(e)] != "" {
		fn, runs = logical.Sum, true
	}
	switch {
	case s.place == inAggregate:
		c.errNestedAggregate(e)
	case s.group == nil:
		c.errAggregatePlace(e, s.place)
	case isGrouping(nameOf(e)):
		return c.checkGrouping(e, s)
	case !runs:
		return c.checkLaterAggregate(e, s)
	case nameOf(e) == approximate && !c.batch():
		c.errNeedsBatch(e.Span(), approximate+" is known at the end of its input")
	case e.Within != nil || len(e.Nulls) > 0 && fn != logical.ArrayAgg:
		c.errUnsupported(e.Span(), "this clause of "+nameOf(e), "Remove the clause.")
	default:
		return c.aggregateOf(e, fn, s)
	}
	return invalid(e.Span())
}

// checkLaterAggregate binds an aggregate that does not run.
func (c *checker) checkLaterAggregate(e *lang.Call, s *scope) logical.Expr {
	args := c.checkAll(e.Args, s.group.input.in(inAggregate))
	c.errUnsupported(e.Span(), "aggregate "+nameOf(e), "The aggregates that are supported: "+
		"COUNT, SUM, AVG, MIN, MAX, FIRST_VALUE, LAST_VALUE, LISTAGG, ARRAY_AGG, COLLECT, "+
		"JSON_ARRAYAGG, JSON_OBJECTAGG, STDDEV, VARIANCE, APPROX_COUNT_DISTINCT.")
	if isInvalid(args...) {
		return invalid(e.Span())
	}
	return s.group.ref(e, aggregateCall{args: args, name: nameOf(e), at: e.Span(),
		typ: laterAggregates[nameOf(e)]})
}

func (c *checker) aggregateOf(e *lang.Call, fn logical.AggFunc, s *scope) logical.Expr {
	inner := s.group.input.in(inAggregate)
	call := aggregateCall{fn: fn, args: c.checkAll(e.Args, inner), name: nameOf(e), at: e.Span(),
		distinct: (e.Distinct || nameOf(e) == approximate) && fn != logical.Min && fn != logical.Max}
	call.nulls = fn == logical.ArrayAgg && e.Nulls != "IGNORE"
	if e.Filter != nil {
		call.filter = c.condition(c.checkExpr(e.Filter, inner), "FILTER")
	}
	if isInvalid(call.args...) || call.filter != nil && isInvalid(call.filter) {
		return invalid(e.Span())
	}
	if isJSONAggregate(call.name) {
		return c.jsonAggregate(e, call, s.group)
	}
	if !c.aggregateArity(e, fn) || !c.separator(e, &call) ||
		!c.aggregateType(e, &call, len(s.group.keys) == 0) {
		return invalid(e.Span())
	}
	if variances[call.name] != "" {
		return c.variance(e, call, &variancePlace{empty: len(s.group.keys) == 0,
			ref: func(part aggregateCall) logical.Expr { return s.group.ref(e, part) }})
	}
	countRows(&call)
	return s.group.ref(e, call)
}

// ref is a call in the place where it is written.
func (g *grouping) ref(e lang.Node, call aggregateCall) logical.Expr {
	return &aggRef{Typed: typed(call.typ, e), call: g.add(call)}
}

// separator takes the second argument of LISTAGG, which must be a literal: the sum of all texts is
// kept, and not where each of them ends.
func (c *checker) separator(e *lang.Call, call *aggregateCall) bool {
	if call.fn != logical.ListAgg {
		return true
	}
	call.separator = ","
	if len(call.args) == 1 {
		return true
	}
	text, ok := call.args[1].(*logical.Literal)
	if ok {
		call.separator, ok = text.Value.(string)
	}
	if !ok || !text.T.IsCharacter() {
		c.errSeparator(e.Args[1])
		return false
	}
	call.args = call.args[:1]
	return true
}

func (c *checker) aggregateArity(e *lang.Call, fn logical.AggFunc) bool {
	switch {
	case e.Star && fn == logical.Count && !e.Distinct:
		return true
	case e.Star:
		c.errStarArgument(e)
		return false
	case fn == logical.Count && len(e.Args) > 1 && nameOf(e) != approximate:
		// Flink refuses it too: "We now only support the count of one field".
		c.errUnsupported(e.Span(), "COUNT of several columns",
			"Count one expression that holds them all, for instance a || ',' || b.")
		return false
	}
	most := 1
	if fn == logical.ListAgg {
		most = 2
	}
	return c.arity(e, len(e.Args), 1, most)
}

// aggregateType sets the result type. An empty group is possible without GROUP BY and under
// FILTER.
func (c *checker) aggregateType(e *lang.Call, call *aggregateCall, global bool) bool {
	arg := types.Type{}
	if len(call.args) > 0 {
		for i, a := range call.args {
			call.args[i] = typedNull(a)
		}
		arg = call.args[0].Type()
	}
	t, ok := types.Aggregate(call.name, arg, global || call.filter != nil)
	if !ok {
		c.errAggregateType(e, arg)
		return false
	}
	call.typ = t
	return true
}

// countRows makes COUNT over what cannot be NULL a count of rows, which needs no argument.
func countRows(call *aggregateCall) {
	if call.fn != logical.Count || call.distinct || len(call.args) != 1 {
		return
	}
	switch call.args[0].(type) {
	case *logical.Literal, *logical.Column:
		if !call.args[0].Type().Nullable {
			call.args = nil
		}
	}
}

// add returns the index of the call; a call that is there already is used again.
func (g *grouping) add(call aggregateCall) int {
	for i, other := range g.calls {
		if other.fn == call.fn && other.distinct == call.distinct && other.separator == call.separator &&
			other.nulls == call.nulls && other.user == call.user &&
			equalAll(other.args, call.args) && equalOrNil(other.filter, call.filter) {
			return i
		}
	}
	g.calls = append(g.calls, call)
	return len(g.calls) - 1
}

func equalOrNil(a, b logical.Expr) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return logical.Equal(a, b)
}

func equalAll(a, b []logical.Expr) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !logical.Equal(a[i], b[i]) {
			return false
		}
	}
	return true
}

// rebase moves an expression from the input row onto the Aggregate's output.
func (c *checker) rebase(x logical.Expr, g *grouping) logical.Expr {
	if isInvalid(x) {
		return x
	}
	wrong := false
	out := logical.Map(x, func(part logical.Expr) logical.Expr {
		for i, key := range g.keys {
			if logical.Equal(part, key) {
				return outputColumn(part, i, key)
			}
		}
		switch part := part.(type) {
		case *aggRef:
			return &logical.Column{Typed: part.Typed, Index: len(g.keys) + part.call,
				Name: g.calls[part.call].name}
		case *groupingRef:
			return &logical.Column{Typed: part.Typed, Index: len(g.keys) + len(g.calls) + part.index,
				Name: "GROUPING"}
		case *logical.Column:
			if !wrong {
				c.errNotGrouped(part)
			}
			wrong = true
		}
		return nil
	})
	if wrong {
		return invalid(x.Span())
	}
	return out
}

func outputColumn(part logical.Expr, i int, key logical.Expr) logical.Expr {
	name := ""
	if col, ok := key.(*logical.Column); ok {
		name = col.Name
	}
	return &logical.Column{Typed: logical.Typed{T: part.Type(), At: part.Span()}, Index: i,
		Name: name}
}

// aggregate builds the Aggregate, and below it the Project that computes its input columns when
// they are not columns already.
func (c *checker) aggregate(in logical.Node, g *grouping, at diag.Span) logical.Node {
	inputs := &inputColumns{}
	out := &logical.Aggregate{TTL: g.ttl}
	for i, key := range g.keys {
		out.Group = append(out.Group, inputs.index(key))
		out.Out = append(out.Out, types.Field{Name: keyName(key, i), Type: key.Type()})
	}
	for i, call := range g.calls {
		agg := logical.AggCall{Func: call.fn, Distinct: call.distinct, Filter: -1,
			Name: call.name, Type: call.typ, At: call.at, Separator: call.separator,
			Nulls: call.nulls, User: call.user}
		for _, a := range call.args {
			agg.Args = append(agg.Args, inputs.index(a))
		}
		if call.filter != nil {
			agg.Filter = inputs.index(call.filter)
		}
		out.Calls = append(out.Calls, agg)
		out.Out = append(out.Out, types.Field{Name: callName(call, i), Type: call.typ})
	}
	out.At = at
	out.In = inputs.project(in, out)
	out.AtEnd = c.batch() && (len(out.Calls) > 0 || len(out.Group) == 0)
	node := grouped(out)
	if node == logical.Node(out) {
		c.takeBack(out)
	}
	return node
}
