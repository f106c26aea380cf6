package typecheck

import (
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// variances are the deviations, computed as Flink's planner does: from the sum of the squares, the
// sum and the number of the values, in the type of AVG. Where that is an integer, so is each step.
var variances = map[string]string{
	"VAR_POP":     popVariance,
	"VAR_SAMP":    sampVariance,
	"VARIANCE":    sampVariance,
	"STDDEV_POP":  "POWER(" + popVariance + ", 0.5)",
	"STDDEV_SAMP": "POWER(" + sampVariance + ", 0.5)",
	"STDDEV":      "POWER(" + sampVariance + ", 0.5)",
}

const (
	popVariance  = "(squares - total * total / n) / n"
	sampVariance = "(squares - total * total / n) / NULLIF(n - 1, 0)"
)

// variancePlace is where a variance is computed: what stands for an aggregate there, and whether there may be no rows.
type variancePlace struct {
	ref   func(aggregateCall) logical.Expr
	empty bool
}

// variance is a call as the expression over three others.
func (c *checker) variance(e *lang.Call, call aggregateCall, place *variancePlace) logical.Expr {
	x := castTo(call.args[0], call.typ.WithNullable(call.args[0].Type().Nullable))
	square, _ := types.Arithmetic(types.OpMul, x.Type(), x.Type()) // of numbers, which it always is
	total, squares, n := call, call, call
	squares.fn, squares.name = logical.Sum, "SUM"
	squares.args = []logical.Expr{&logical.Binary{Typed: typed(square, e), Op: logical.Mul, X: x, Y: x}}
	total.fn, total.name, total.args = logical.Sum, "SUM", []logical.Expr{x}
	n.fn, n.name, n.args = logical.Count, "COUNT", []logical.Expr{x}
	var parts []logical.Expr
	params := &scope{place: inFunction}
	for i, part := range []*aggregateCall{&squares, &total, &n} {
		if !c.aggregateType(e, part, place.empty) {
			return invalid(e.Span())
		}
		parts = append(parts, place.ref(*part))
		params.columns = append(params.columns, scopeColumn{name: [...]string{"squares", "total", "n"}[i],
			typ: part.typ, index: i, tableAt: e.Span()})
	}
	parts[1] = castTo(parts[1], x.Type().WithNullable(parts[1].Type().Nullable))
	params.columns[1].typ = parts[1].Type()
	body, _ := lang.ParseExpr(c.script.Source, &lang.Text{Place: lang.Place{At: e.Span()},
		Value: variances[call.name]})
	bound := quiet(c, func() logical.Expr { return c.checkExpr(body, params) })
	return castTo(c.substitute(bound, parts), call.typ)
}
