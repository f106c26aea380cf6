package typecheck

import (
	"strconv"
	"strings"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// inputColumns are the expressions that an Aggregate needs as columns of its input, each once.
type inputColumns struct{ exprs []logical.Expr }

func (n *inputColumns) index(x logical.Expr) int {
	for i, other := range n.exprs {
		if logical.Equal(other, x) {
			return i
		}
	}
	n.exprs = append(n.exprs, x)
	return len(n.exprs) - 1
}

// project returns the Aggregate's input. When every expression is a column of in already, no
// Project is needed and the Aggregate's indexes are moved onto in.
func (n *inputColumns) project(in logical.Node, agg *logical.Aggregate) logical.Node {
	if columns, ok := n.plain(); ok {
		move(agg, columns)
		return in
	}
	p := &logical.Project{In: in, Exprs: n.exprs}
	for i, x := range n.exprs {
		p.Out = append(p.Out, types.Field{Name: inputName(x, i), Type: x.Type()})
	}
	p.At = agg.At
	return projected(p)
}

// plain returns the input columns when all expressions are columns.
func (n *inputColumns) plain() ([]int, bool) {
	var out []int
	for _, x := range n.exprs {
		col, ok := x.(*logical.Column)
		if !ok {
			return nil, false
		}
		out = append(out, col.Index)
	}
	return out, true
}

func move(agg *logical.Aggregate, columns []int) {
	for i, g := range agg.Group {
		agg.Group[i] = columns[g]
	}
	for i := range agg.Calls {
		call := &agg.Calls[i]
		for j, a := range call.Args {
			call.Args[j] = columns[a]
		}
		if call.Filter >= 0 {
			call.Filter = columns[call.Filter]
		}
	}
}

func inputName(x logical.Expr, i int) string {
	if col, ok := x.(*logical.Column); ok {
		return col.Name
	}
	return "$f" + strconv.Itoa(i)
}

func keyName(key logical.Expr, i int) string { return inputName(key, i) }

func callName(call aggregateCall, i int) string {
	return strings.ToLower(call.name) + "$" + strconv.Itoa(i)
}
