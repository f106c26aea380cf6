package typecheck

import (
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// timeRole is what a column of a plan is to the operators of time. It follows from the plan: a column
// that is passed on as it is keeps its role, and what is computed has none.
type timeRole uint8

const (
	noTime         timeRole = iota
	eventTime               // the column of a WATERMARK
	processingTime          // PROCTIME()
	windowStart
	windowEnd
)

// proctimeType is the type of PROCTIME().
func proctimeType() types.Type { return types.TimestampLTZOf(millisPrecision).NotNull() }

// isProctime reports PROCTIME() itself; nil is not.
func isProctime(x logical.Expr) bool {
	_, ok := x.(*logical.Proctime)
	return ok
}

// isAttribute reports a time attribute.
func (r timeRole) isAttribute() bool { return r == eventTime || r == processingTime }

// timeRoleOf is the role of a node's output column.
func timeRoleOf(n logical.Node, column int) timeRole {
	if !n.Schema()[column].Type.IsTimestamp() {
		return noTime
	}
	switch n := n.(type) {
	case *logical.Scan:
		if w := n.Table.Watermark; w != nil && n.Table.Columns[column].Name == w.Column {
			return eventTime
		}
	case *logical.Project:
		return exprRole(n.In, n.Exprs[column])
	case *logical.Union:
		return unionRole(n, column)
	case *logical.Aggregate:
		if n.Windowed && column < len(n.Group) {
			return timeRoleOf(n.In, n.Group[column])
		}
	case *logical.Window:
		return windowRole(n, column)
	case *logical.Join:
		return joinRole(n, column)
	case *logical.Pattern:
		return measureRole(n, column)
	case *logical.Values, *logical.Sink:
	default: // operators that add columns behind those of their input, at most
		if in := n.Inputs()[0]; column < len(in.Schema()) {
			return timeRoleOf(in, column)
		}
	}
	return noTime
}

// exprRole is the role of an expression over a node.
func exprRole(in logical.Node, x logical.Expr) timeRole {
	switch x := x.(type) {
	case *logical.Column:
		return timeRoleOf(in, x.Index)
	case *logical.Proctime:
		return processingTime
	}
	scan, ok := in.(*logical.Scan)
	if ok && scan.Table.Watermark != nil && scan.Table.Watermark.Time != nil &&
		logical.Equal(x, scan.Table.Watermark.Time) {
		return eventTime
	}
	return noTime
}

func unionRole(n *logical.Union, column int) timeRole {
	role := timeRoleOf(n.Ins[0], column)
	for _, in := range n.Ins[1:] {
		if timeRoleOf(in, column) != role {
			return noTime
		}
	}
	return role
}

// windowRole: behind the window, its time takes the place of the time that chose it.
func windowRole(n *logical.Window, column int) timeRole {
	switch in := n.In.Schema(); column - len(in) {
	case 0:
		return windowStart
	case 1:
		return windowEnd
	case 2: //nolint:mnd // the third column of logical.WindowColumns
		return exprRole(n.In, n.Time)
	}
	if col, ok := n.Time.(*logical.Column); ok && col.Index == column {
		return noTime
	}
	return timeRoleOf(n.In, column)
}

// joinRole: whether a join keeps the times of its sides depends on how it will be run, which its
// condition decides; they are kept until then, but for the versions of a temporal join.
func joinRole(n *logical.Join, column int) timeRole {
	left := len(n.Left.Schema())
	switch {
	case column < left:
		return timeRoleOf(n.Left, column)
	case n.AsOf != nil:
		return noTime
	}
	return timeRoleOf(n.Right, column-left)
}

func measureRole(n *logical.Pattern, column int) timeRole {
	if column < len(n.Partition) {
		return noTime
	}
	if call, ok := n.Measures[column-len(n.Partition)].(*logical.PatternCall); ok {
		return matchTimes[call.Name]
	}
	return noTime
}

// inWindows reports an aggregation of windows, each of which has its results once and for all: start
// and end of a window are among the keys.
func inWindows(n *logical.Aggregate) bool {
	start, end := false, false
	for _, key := range n.Group {
		role := timeRoleOf(n.In, key)
		start, end = start || role == windowStart, end || role == windowEnd
	}
	return start && end
}

// checkProctime is PROCTIME(): a time attribute while it is passed on, and the time at its row where it is read.
func (c *checker) checkProctime(e *lang.Call) logical.Expr {
	if !c.arity(e, len(e.Args), 0, 0) {
		return invalid(e.Span())
	}
	return &logical.Proctime{Typed: typed(proctimeType(), e)}
}

// checkCurrentWatermark is CURRENT_WATERMARK(time). Batch mode has no watermarks, and so, as in Flink, no
// time that could be asked for.
func (c *checker) checkCurrentWatermark(e *lang.Call, s *scope) logical.Expr {
	if !c.arity(e, len(e.Args), 1, 1) {
		return invalid(e.Span())
	}
	x, role := c.timeAttribute(e.Args[0], s)
	switch {
	case isInvalid(x):
		return invalid(e.Span())
	case c.batch():
		c.errBatchWatermark(e)
		return invalid(e.Span())
	case role != eventTime:
		c.errTimeAttribute(e.Args[0].Span(), "CURRENT_WATERMARK", x.Type())
		return invalid(e.Span())
	}
	t := x.Type().OrNull()
	t.Precision = millisPrecision
	return &logical.CurrentWatermark{Typed: typed(t, e), X: x}
}

// isSourceWatermark reports SOURCE_WATERMARK(), which is an expression of WATERMARK FOR and nothing else.
func isSourceWatermark(e lang.Expr) bool {
	call, ok := e.(*lang.Call)
	return ok && nameOf(call) == "SOURCE_WATERMARK" && len(call.Args) == 0 && len(call.Name.Parts) == 1
}
