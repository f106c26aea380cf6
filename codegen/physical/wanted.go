package physical

import (
	"slices"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// wanted leaves out the calls of an aggregation that nobody reads. It saves work, and it is seen in the changelog: a
// group whose result is the same without them is not emitted again. The operator in the result puts the columns back
// where to expects them.
func wanted(n *logical.Aggregate, to Op) (*logical.Aggregate, Op) {
	keys := len(n.Group)
	used := Needs(to)[keys:]
	if keys == 0 && !slices.ContainsFunc(used, func(u Use) bool { return u != Unused }) {
		used[0] = Value // a global aggregation keeps its first call, as in Flink
	}
	if !slices.Contains(used, Unused) {
		return n, to
	}
	out := *n
	out.Out, out.Calls = slices.Clone(n.Out[:keys]), nil
	back := &Project{Out: n.Out, To: to}
	for i, f := range n.Out {
		index := i
		if i >= keys {
			if used[i-keys] == Unused {
				back.Exprs = append(back.Exprs, &logical.Literal{Typed: logical.Typed{T: f.Type.OrNull(), At: n.At}})
				continue
			}
			index = len(out.Out)
			out.Calls, out.Out = append(out.Calls, n.Calls[i-keys]), append(out.Out, f)
		}
		back.Exprs = append(back.Exprs, column(f, index, n))
	}
	back.Head = Head{out.Out, n.At}
	return &out, back
}

func column(f types.Field, index int, n *logical.Aggregate) logical.Expr {
	return &logical.Column{Typed: logical.Typed{T: f.Type, At: n.At}, Index: index, Name: f.Name}
}
