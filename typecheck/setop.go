package typecheck

import (
	"slices"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// INTERSECT and EXCEPT count how often each row is there on either side, in one aggregation over
// the rows of both: NULLs are equal to each other there, as they are here. The numbers then say
// whether the row is part of the result, and with ALL how often.

// compared is INTERSECT or EXCEPT of two inputs with the same columns.
func compared(b *lang.SetOp, left, right logical.Node) relation {
	n := sideCounts(b, left, right)
	width := len(n.Group)
	count := func(i int) logical.Expr {
		f := n.Out[width+i]
		return &logical.Column{Typed: typed(f.Type, b), Index: width + i, Name: f.Name}
	}
	if !b.All {
		kept := filtered(grouped(n), isInResult(b, count(0), count(1)), b.Span())
		return relationOf(projected(firstColumns(b, kept, width)))
	}
	p := firstColumns(b, grouped(n), width)
	times := timesInResult(b, count(0), count(1))
	p.Exprs = append(p.Exprs, times)
	p.Out = append(p.Out, types.Field{Name: "$times", Type: times.Type()})
	out := &logical.Repeat{In: projected(p)}
	out.At, out.Out = b.Span(), p.Out[:width]
	return relationOf(out)
}

// sideCounts is the aggregation: by all columns, how many rows each side has.
func sideCounts(b *lang.SetOp, left, right logical.Node) *logical.Aggregate {
	u := &logical.Union{Ins: []logical.Node{marked(b, left, true), marked(b, right, false)}}
	u.At, u.Out = b.Span(), u.Ins[0].Schema()
	n := &logical.Aggregate{In: unioned(u), AtEnd: true}
	n.At, n.Out = b.Span(), slices.Clone(left.Schema())
	for i := range n.Out {
		n.Group = append(n.Group, i)
	}
	t := types.Of(types.BigInt).NotNull()
	for i, name := range []string{"$left", "$right"} {
		n.Calls = append(n.Calls, logical.AggCall{Func: logical.Count, Name: "COUNT",
			Filter: len(n.Group) + i, Type: t, At: b.Span()})
		n.Out = append(n.Out, types.Field{Name: name, Type: t})
	}
	return n
}

// marked adds two columns that say which side the rows are of.
func marked(b *lang.SetOp, in logical.Node, left bool) logical.Node {
	p := firstColumns(b, in, len(in.Schema()))
	yes := types.Of(types.Boolean).NotNull()
	p.Exprs = append(p.Exprs, boolean(left, b.Span()), boolean(!left, b.Span()))
	p.Out = append(p.Out, types.Field{Name: "$left", Type: yes},
		types.Field{Name: "$right", Type: yes})
	return projected(p)
}

// isInResult says whether a row belongs to INTERSECT or EXCEPT.
func isInResult(b *lang.SetOp, left, right logical.Expr) logical.Expr {
	zero := literal(left.Type(), int64(0), b.Span())
	op := logical.Gt
	if b.Op == lang.Except {
		op = logical.Eq
	}
	return binary(b, logical.And, binary(b, logical.Gt, left, zero), binary(b, op, right, zero))
}

// timesInResult says how often a row belongs to INTERSECT ALL, which is the smaller number, or to
// EXCEPT ALL, which is what the right side leaves of the left.
func timesInResult(b *lang.SetOp, left, right logical.Expr) logical.Expr {
	if b.Op == lang.Except {
		return &logical.Binary{Typed: typed(left.Type(), b), Op: logical.Sub, X: left, Y: right}
	}
	return &logical.Case{Typed: typed(left.Type(), b), Else: right,
		Whens: []logical.When{{Cond: binary(b, logical.Lt, left, right), Then: left}}}
}

// firstColumns is a Project of the first columns of its input.
func firstColumns(at lang.Node, in logical.Node, width int) *logical.Project {
	p := &logical.Project{In: in}
	p.At, p.Out = at.Span(), slices.Clone(in.Schema()[:width])
	for i, f := range p.Out {
		p.Exprs = append(p.Exprs, &logical.Column{Typed: typed(f.Type, at), Index: i, Name: f.Name})
	}
	return p
}
