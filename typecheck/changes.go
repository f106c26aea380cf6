package typecheck

import (
	"slices"

	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// The changelog of a plan is found in two passes (dialect/semantics.md 1). Bottom-up, while nodes
// are built: which kinds of rows each makes, and its upsert keys. Top-down, when a sink is
// complete: whether somebody needs the row before an update; a producer leaves -U out when nobody
// does.

// filtered is a Filter. It passes the kinds and keys of its input.
func filtered(in logical.Node, cond logical.Expr, at diag.Span) logical.Node {
	n := &logical.Filter{In: in, Cond: cond}
	n.At, n.Out, n.Kinds, n.Keys = at, in.Schema(), in.Changes(), in.UpsertKeys()
	return n
}

// projected fills in a Project's properties: a key survives when all its columns do.
func projected(p *logical.Project) logical.Node {
	p.Kinds = p.In.Changes()
	for _, key := range p.In.UpsertKeys() {
		if out, ok := survives(key, p.Exprs); ok {
			p.Keys = append(p.Keys, out)
		}
	}
	return p
}

// survives finds the columns of a key among the output columns.
func survives(key []int, exprs []logical.Expr) ([]int, bool) {
	out := []int{}
	for _, k := range key {
		i := slices.IndexFunc(exprs, func(x logical.Expr) bool { return keeps(x, k) })
		if i < 0 {
			return nil, false
		}
		out = append(out, i)
	}
	return out, true
}

// keeps reports whether an expression has different values wherever column k has.
func keeps(x logical.Expr, k int) bool {
	if cast, ok := x.(*logical.Cast); ok && injective(cast) {
		return keeps(cast.X, k)
	}
	col, ok := x.(*logical.Column)
	return ok && col.Index == k
}

// injective reports the casts that never make different values equal: to a wider integer, and to
// a text that is at least as long.
func injective(cast *logical.Cast) bool {
	from, to := cast.X.Type(), cast.T
	switch {
	case from.IsInteger() && to.IsInteger():
		return to.Kind >= from.Kind
	case from.IsCharacter() && to.Kind == types.VarChar:
		return to.Length >= from.Length
	case from.IsInteger() && to.Kind == types.VarChar:
		const longest = 20 // digits and sign of a BIGINT
		return to.Length >= longest
	}
	return false
}

// grouped fills in an Aggregate's properties: one row a group, updated as rows arrive. Without
// calls (DISTINCT) a group's row never changes, but is given again where groups are kept for a time. In batch
// mode it comes at the end, and that of a window when that has ended. A group whose rows are all taken back is
// deleted.
func grouped(n *logical.Aggregate) logical.Node {
	if rowByRow(n) {
		return ungrouped(n)
	}
	n.Windowed = inWindows(n)
	n.Kinds.Update = (len(n.Calls) > 0 || n.TTL > 0) && !n.AtEnd && !n.Windowed
	n.Kinds.Delete = !n.In.Changes().InsertOnly()
	key := []int{}
	for i := range n.Group {
		key = append(key, i)
	}
	n.Keys = [][]int{key}
	return n
}

// unioned fills in a Union's properties: all kinds of its inputs, no key.
func unioned(n *logical.Union) logical.Node {
	for _, in := range n.Ins {
		n.Kinds.Update = n.Kinds.Update || in.Changes().Update
		n.Kinds.Delete = n.Kinds.Delete || in.Changes().Delete
	}
	return n
}

// demand tells the nodes below a sink whether the row before an update is needed, and sets
// Changes.Before accordingly.
func demand(n logical.Node, before bool) {
	switch n := n.(type) {
	case *logical.Sink:
		demand(n.In, before || dropsUpdates(n.In))
		n.Kinds = n.In.Changes()
	case *logical.Filter:
		demand(n.In, before)
		n.Kinds = n.In.Changes()
	case *logical.Project:
		demand(n.In, before)
		n.Kinds = n.In.Changes()
	case *logical.Window:
		demand(n.In, before)
		n.Kinds = n.In.Changes()
	case *logical.Unnest: // no key tells which rows a row became
		demand(n.In, n.In.Changes().Update)
		n.Kinds = n.In.Changes()
	case *logical.Union:
		for _, in := range n.Ins {
			demand(in, before)
			n.Kinds.Before = n.Kinds.Before || in.Changes().Before
		}
	case *logical.Aggregate:
		n.Kinds.Before = before && n.Kinds.Update
		demand(n.In, n.In.Changes().Update)
	case *logical.Limit:
		demand(n.In, true)
	case *logical.Sort:
		demand(n.In, true)
	case *logical.Repeat:
		demand(n.In, true)
	case *logical.Over:
		demand(n.In, true)
	case *logical.Match:
		demand(n.In, true)
		demand(n.Query, true)
	}
}

// dropsUpdates reports a Filter over updating rows that passes its changes on. When the new row
// of an update does not pass such a filter, the old one must still be taken back: without -U the
// sink would keep it for ever. All branches of a UNION then send -U, not to mix two forms.
func dropsUpdates(n logical.Node) bool {
	switch n := n.(type) {
	case *logical.Filter:
		return n.In.Changes().Update || dropsUpdates(n.In)
	case *logical.Unnest:
		return n.In.Changes().Update
	case *logical.Project:
		return dropsUpdates(n.In)
	case *logical.Union:
		return slices.ContainsFunc(n.Ins, dropsUpdates)
	}
	return false
}

// updater finds the operator that makes the updates of a stream, for messages.
func updater(n logical.Node) logical.Node {
	var found logical.Node
	logical.Walk(n, func(n logical.Node) {
		if agg, ok := n.(*logical.Aggregate); ok && agg.Kinds.Update && found == nil {
			found = agg
		}
	})
	return found
}
