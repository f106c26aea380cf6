package typecheck

import (
	"slices"

	"github.com/flinkc/flinkc/typecheck/logical"
)

// Aggregation of rows that are updated later: each of its calls must be able to take a value back.

// takeBack finds the calls that need the values of a group when one of them is taken back. Counts and sums
// do not, and MIN and MAX not of values that only go their way. A function of the user must say how.
func (c *checker) takeBack(n *logical.Aggregate) {
	if n.In.Changes().InsertOnly() {
		return
	}
	for i := range n.Calls {
		call := &n.Calls[i]
		if call.Func == logical.UserAgg && !call.User.Go.Aggregate.Retract {
			c.errNoRetract(*call, n.In)
		}
		extreme := call.Func == logical.Min || call.Func == logical.Max
		call.Keeps = call.Func.ByArrival() || extreme && !keepsExtreme(n, *call)
	}
}

// keepsExtreme reports a MIN or MAX of a column that only goes its way, in groups that no row ever
// leaves for another one: what is taken back is never missed.
func keepsExtreme(n *logical.Aggregate, call logical.AggCall) bool {
	agg, col := origin(n.In, call.Args[0])
	if agg == nil || col < len(agg.Group) || call.Filter >= 0 || !agg.In.Changes().InsertOnly() {
		return false
	}
	for _, g := range n.Group {
		if from, key := origin(n.In, g); from == nil || key >= len(from.Group) {
			return false
		}
	}
	inner := agg.Calls[col-len(agg.Group)].Func
	return inner == call.Func || inner == logical.Count && call.Func == logical.Max
}

// origin finds the aggregation that a column comes from as it is, and its place there; nil when
// there is none. A filter is in the way: it takes rows back whose column would stay.
func origin(n logical.Node, column int) (*logical.Aggregate, int) {
	switch n := n.(type) {
	case *logical.Project:
		if col, ok := n.Exprs[column].(*logical.Column); ok {
			return origin(n.In, col.Index)
		}
	case *logical.Aggregate:
		return n, column
	}
	return nil, 0
}

// rowByRow reports an aggregation whose groups are one row each, with results that are in that row.
// Like Flink we compute it without state. The changelog shows it: an update of the row stays one,
// where a group would go and come back.
func rowByRow(n *logical.Aggregate) bool {
	if len(n.Group) == 0 || slices.ContainsFunc(n.Calls, needsGroup) {
		return false
	}
	return slices.ContainsFunc(n.In.UpsertKeys(), func(key []int) bool { return subset(key, n.Group) })
}

// needsGroup reports a call whose result over one row is something else than its argument; AVG is
// among them, as in Flink.
func needsGroup(call logical.AggCall) bool {
	simple := call.Func == logical.Sum || call.Func == logical.Min || call.Func == logical.Max
	return !simple || call.Filter >= 0
}

// ungrouped is such an aggregation as a Project.
func ungrouped(n *logical.Aggregate) logical.Node {
	p := &logical.Project{In: n.In}
	p.At, p.Out = n.At, n.Out
	columns := slices.Clone(n.Group)
	for _, call := range n.Calls {
		columns = append(columns, call.Args[0])
	}
	for i, col := range columns {
		f := n.In.Schema()[col]
		x := &logical.Column{Typed: logical.Typed{T: f.Type, At: n.At}, Index: col, Name: f.Name}
		p.Exprs = append(p.Exprs, castTo(x, n.Out[i].Type))
	}
	if identity(p) {
		return n.In
	}
	return projected(p)
}
