package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// arithmetic is + - * / and %: integers wrap and fail on a zero divisor, floating point is IEEE, decimals are NULL when
// the result does not fit.
func (g *gen) arithmetic(e *logical.Binary) val {
	x, y := g.expr(e.X), g.expr(e.Y)
	return g.strict(e.T, []val{x, y}, true, func() val {
		if x.constant && y.constant {
			x = g.variable(x, e.X.Type())
		}
		switch {
		case e.X.Type().Kind == types.Decimal && e.Y.Type().Kind == types.Decimal:
			return g.decimal(e, x, y)
		case e.T.Kind == types.Float || e.T.Kind == types.Double:
			return floating(e, x, y)
		case e.Op == logical.Div || e.Op == logical.Mod:
			return g.divide(e, x, y)
		}
		return val{v: x.operand().Op(goOperator[e.Op]).Add(y.operand())}
	})
}

func floating(e *logical.Binary, x, y val) val {
	// The conversion forbids Go to fuse the operation with another one, which would round once instead of twice.
	return val{v: exprType(e.T).Call(x.operand().Op(goOperator[e.Op]).Add(y.operand())), atom: true}
}

// divide is integer division: zero fails, the smallest number by -1 wraps, as in Go.
func (g *gen) divide(e *logical.Binary, x, y val) val {
	x, y = g.bind(x, "v"), g.bind(y, "v")
	if l, ok := e.Y.(*logical.Literal); !ok || l.Value == int64(0) || l.Value == nil {
		y = g.variable(y, e.Y.Type())
		zero := jen.Qual(pkgValue, "ErrDivisionByZero")
		g.add(jen.If(y.get().Op("==").Lit(0)).Block(g.fail(e.At, zero)))
	}
	v := x.operand().Op(goOperator[e.Op]).Add(y.operand())
	if e.Op == logical.Mod && e.X.Type().Kind != e.T.Kind {
		return val{v: exprType(e.T).Call(v), atom: true}
	}
	return val{v: v}
}
