package typecheck

// Where the functions with OVER of a SELECT are computed: an Over below for each window, with all its
// functions.

import (
	"slices"
	"strconv"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// overs are the functions with OVER of some expressions, each once, with the columns of their results.
type overs struct {
	calls   []*logical.OverCall
	columns []*logical.Column
}

// find collects the functions.
func (o *overs) find(exprs []logical.Expr) {
	for _, x := range exprs {
		logical.WalkExpr(x, func(x logical.Expr) {
			if call, ok := x.(*logical.OverCall); ok && o.index(call) < 0 {
				o.calls = append(o.calls, call)
			}
		})
	}
}

func (o *overs) index(call *logical.OverCall) int {
	return slices.IndexFunc(o.calls, func(other *logical.OverCall) bool {
		return other == call || logical.Equal(other, call)
	})
}

// column stands for a function.
func (o *overs) column(call *logical.OverCall) logical.Expr {
	out := *o.columns[o.index(call)]
	out.At = call.At
	return &out
}

// overs puts an Over below for each window of the functions in the expressions.
func (s *selection) overs(exprs []logical.Expr) *overs {
	o := &overs{}
	o.find(exprs)
	if len(o.calls) == 0 {
		return o
	}
	var operands []logical.Expr
	for _, call := range o.calls {
		operands = append(operands, logical.Operands(call)...)
	}
	columns := s.asColumns(operands, o.calls[0].At)
	o.columns = make([]*logical.Column, len(o.calls))
	for _, w := range windowsOf(o.calls, columns) {
		s.overWindowOf(o, w)
	}
	return o
}

// window is an Over that is being made, and which functions are its calls.
type window struct {
	*logical.Over
	calls []int
}

// windowsOf sorts functions by their windows. columns are the places of their operands.
func windowsOf(calls []*logical.OverCall, columns []int) []*window {
	var out []*window
	take := func(n int) []int {
		first := columns[:n:n]
		columns = columns[n:]
		return first
	}
	for i, call := range calls {
		fn := call.Func
		fn.Args = take(len(call.Args))
		w := &window{Over: &logical.Over{Partition: take(len(call.Partition))}}
		for k, column := range take(len(call.Order)) {
			w.Order = append(w.Order, logical.SortKey{Column: column, Desc: call.Order[k].Desc,
				NullsLast: call.Order[k].NullsLast})
		}
		at := slices.IndexFunc(out, func(other *window) bool {
			return slices.Equal(other.Partition, w.Partition) && slices.Equal(other.Order, w.Order)
		})
		if at < 0 {
			at = len(out)
			w.At = call.At
			out = append(out, w)
		}
		out[at].Calls, out[at].calls = append(out[at].Calls, fn), append(out[at].calls, i)
	}
	return out
}

// overWindowOf puts an Over on the rows.
func (s *selection) overWindowOf(o *overs, w *window) {
	w.In, w.Kinds, w.Keys = s.node, s.node.Changes(), s.node.UpsertKeys()
	w.Out = slices.Clone(s.node.Schema())
	for i, fn := range w.Calls {
		name := "$over" + strconv.Itoa(len(w.Out))
		o.columns[w.calls[i]] = &logical.Column{Typed: logical.Typed{T: fn.Type}, Index: len(w.Out), Name: name}
		w.Out = append(w.Out, types.Field{Name: name, Type: fn.Type})
	}
	s.node = w.Over
}
