package emit

import (
	"math/big"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// Decimal arithmetic rounds to the scale of its result's type and is NULL beyond its precision, which costs more than
// the operation itself. Most of it needs neither: the operands have a bound, that of their type or a tighter one, from
// which follows that the result fits. Such a result is a plain operation on 128 bits.

// most is the largest magnitude that an unscaled decimal can have.
func (x val) most(t types.Type) *big.Int {
	if x.bound != nil {
		return x.bound
	}
	return digits(t)
}

// digits is the largest unscaled number of a DECIMAL type.
func digits(t types.Type) *big.Int {
	n := powerOfTen(t.Precision)
	return n.Sub(n, big.NewInt(1))
}

func powerOfTen(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

func fits(bound *big.Int, t types.Type) bool { return bound.Cmp(digits(t)) <= 0 }

// widest is the type of every unscaled decimal.
var widest = types.Type{Kind: types.Decimal, Precision: types.MaxDecimalPrecision}

// scaledUp is a decimal with more digits behind the point, when it certainly is one of 38 digits then.
func scaledUp(x val, t types.Type, more int) (val, bool) {
	const mostInt64 = 18 // digits of an int64
	if more == 0 {
		x.bound = x.most(t)
		return x, true
	}
	bound := new(big.Int).Mul(x.most(t), powerOfTen(more))
	if more < 0 || more > mostInt64 || !fits(bound, widest) {
		return val{}, false
	}
	x.v, x.atom, x.call = x.operand().Dot("Mul").Call(int128(powerOfTen(more))), false, true
	x.bound = bound
	return x, true
}

// exactly is an operation whose result needs no rounding and fits for all operands.
func exactly(e *logical.Binary, x, y val) (val, bool) {
	xt, yt, t := e.X.Type(), e.Y.Type(), e.T
	var method string
	bound := new(big.Int)
	switch e.Op {
	case logical.Mul:
		method = "Mul"
		bound.Mul(x.most(xt), y.most(yt))
		if xt.Scale+yt.Scale != t.Scale {
			return val{}, false
		}
	case logical.Add, logical.Sub:
		method = map[logical.BinaryOp]string{logical.Add: "Add", logical.Sub: "Sub"}[e.Op]
		var ok bool
		if x, y, ok = aligned(x, y, xt, yt); !ok || t.Scale != max(xt.Scale, yt.Scale) {
			return val{}, false
		}
		bound.Add(x.bound, y.bound)
	}
	if method == "" || !fits(bound, t) {
		return val{}, false
	}
	return val{v: x.operand().Dot(method).Call(y.get()), call: true, bound: bound}, true
}

// aligned brings two decimals to the larger scale.
func aligned(x, y val, xt, yt types.Type) (val, val, bool) {
	s := max(xt.Scale, yt.Scale)
	x, xOK := scaledUp(x, xt, s-xt.Scale)
	y, yOK := scaledUp(y, yt, s-yt.Scale)
	return x, y, xOK && yOK
}

// exactCast is a cast to DECIMAL that keeps the value of every operand: of a whole number, or of a decimal.
func exactCast(e *logical.Cast, x val) (val, bool) {
	from, to := e.X.Type(), e.T
	if to.Kind != types.Decimal {
		return val{}, false
	}
	switch bits := map[types.Kind]uint{types.TinyInt: 8, types.SmallInt: 16, types.Int: 32, types.BigInt: 64}; {
	case bits[from.Kind] > 0:
		x.bound = new(big.Int).Lsh(big.NewInt(1), bits[from.Kind]-1)
		x.v, x.call = jen.Qual(pkgValue, "FromInt64").Call(int64Of(x, from)), !x.atom
		from.Scale = 0
	case from.Kind != types.Decimal:
		return val{}, false
	}
	x, ok := scaledUp(x, from, to.Scale-from.Scale)
	return x, ok && fits(x.bound, to)
}

// compareDecimals is a comparison of two decimals that are not NULL. The checker has brought them to one scale.
func compareDecimals(op logical.BinaryOp, x, y val, xt, yt types.Type) *jen.Statement {
	if xt.Scale != yt.Scale {
		panic("emit: comparison of " + xt.String() + " with " + yt.String())
	}
	switch op {
	case logical.Lt:
		return x.operand().Dot("Less").Call(y.get())
	case logical.Gt:
		return y.operand().Dot("Less").Call(x.get())
	case logical.Ge:
		return jen.Op("!").Add(x.operand()).Dot("Less").Call(y.get())
	case logical.Le:
		return jen.Op("!").Add(y.operand()).Dot("Less").Call(x.get())
	}
	return x.operand().Op(goOperator[op]).Add(y.operand())
}

var decimalFunc = map[logical.BinaryOp]string{
	logical.Add: "DecimalAdd", logical.Sub: "DecimalSub", logical.Mul: "DecimalMul",
	logical.Div: "DecimalDiv", logical.Mod: "DecimalMod",
}

func (g *gen) decimal(e *logical.Binary, x, y val) val {
	t := e.T
	if t.Kind != types.Decimal { // % of two whole numbers has the type of the second operand
		t = e.Y.Type()
	}
	if out, ok := exactly(e, x, y); ok {
		return out
	}
	call := jen.Qual(pkgValue, decimalFunc[e.Op]).Call(
		x.get(), jen.Lit(e.X.Type().Scale), y.get(), jen.Lit(e.Y.Type().Scale),
		jen.Lit(t.Precision), jen.Lit(t.Scale))
	out := g.called("v", call, e.Op == logical.Div || e.Op == logical.Mod, true, e.At)
	if e.T.Kind != types.Decimal {
		out.v, out.atom = exprType(e.T).Call(out.v.Clone().Dot("Int64").Call()), true
	}
	return out
}
