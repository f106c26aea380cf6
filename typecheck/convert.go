package typecheck

import (
	"math/big"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// castTo inserts an implicit cast where the type differs in more than nullability. Nullability
// is the operand's own: an implicit cast neither adds nor removes NULL. Literals change their
// type on the spot where that is exact.
func castTo(x logical.Expr, to types.Type) logical.Expr {
	to = to.WithNullable(x.Type().Nullable || x.Type().Kind == types.Null)
	if x.Type().EqualIgnoringNullability(to) {
		return x
	}
	if lit, ok := x.(*logical.Literal); ok {
		if out := retype(lit, to); out != nil {
			return out
		}
	}
	return &logical.Cast{Typed: logical.Typed{T: to, At: x.Span()}, X: x, Implicit: true}
}

// retype is the literal as a literal of another type; nil when that would change its value or
// take a rule of casts.
func retype(lit *logical.Literal, to types.Type) logical.Expr {
	out := &logical.Literal{Typed: logical.Typed{T: to, At: lit.At}, Value: lit.Value}
	from := lit.T
	switch {
	case lit.Value == nil:
		return out
	case from.IsInteger() && to.IsInteger() && to.Kind >= from.Kind:
		return out
	case from.IsInteger() && to.Kind == types.Double && from.Kind <= types.Int:
		out.Value = float64(lit.Value.(int64))
		return out
	case from.IsInteger() && to.Kind == types.Decimal:
		return decimalLiteral(out, big.NewInt(lit.Value.(int64)), 0)
	case from.Kind == types.Decimal && to.Kind == types.Decimal && to.Scale >= from.Scale:
		return decimalLiteral(out, lit.Value.(*big.Int), from.Scale)
	case from.Kind == types.Timestamp && to.Kind == from.Kind && to.Precision >= from.Precision:
		return out
	case from.IsCharacter() && to.Kind == types.VarChar && to.Length >= from.Length:
		return out
	}
	return nil
}

// decimalLiteral scales an unscaled value up; nil when it does not fit the precision.
func decimalLiteral(out *logical.Literal, unscaled *big.Int, scale int) logical.Expr {
	v := new(big.Int).Mul(unscaled, pow10(out.T.Scale-scale))
	if new(big.Int).Abs(v).Cmp(pow10(out.T.Precision)) >= 0 {
		return nil
	}
	out.Value = v
	return out
}

func pow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// checkCast is CAST(x AS type) and TRY_CAST.
func (c *checker) checkCast(e *lang.Cast, s *scope) logical.Expr {
	to := c.checkType(e.Type)
	x := c.checkExpr(e.X, s)
	if isInvalid(x) || to.Kind == types.Invalid {
		return invalid(e.Span())
	}
	from := x.Type()
	if rule := types.CanCast(from, to.OrNull()); !rule.Allowed() {
		c.errCast(e, from, to, rule)
		return invalid(e.Span())
	}
	// CAST keeps the operand's nullability, whatever NOT NULL the type says: there is no NULL to
	// turn into anything. TRY_CAST can always give NULL, and so can a DECIMAL that is too small.
	nullable := from.Nullable || e.Try || from.Kind == types.Null || overflows(from, to)
	to = to.WithNullable(nullable)
	if lit, ok := x.(*logical.Literal); ok {
		if out := castLiteral(lit, to, e); out != nil {
			return out
		}
	}
	return &logical.Cast{Typed: typed(to, e), X: x, Try: e.Try}
}

// castLiteral is the value of the cast of a literal, where that is computed here; nil elsewhere. An
// INTERVAL of one field is a number of its units as long as it is constant, as in Flink.
func castLiteral(lit *logical.Literal, to types.Type, e *lang.Cast) logical.Expr {
	from := lit.T
	switch {
	case lit.Value == nil:
		return &logical.Literal{Typed: typed(to, e)}
	case e.Try:
	case from.IsExact() && to.Kind == types.Decimal:
		return retype(lit, to.NotNull())
	case from.SingleField() && to.IsExact():
		units := literal(types.Of(types.BigInt), lit.Value.(int64)/from.UnitSize(), e.Span())
		return castTo(units, to)
	case from.IsInteger() && to.SingleField():
		return literal(to, lit.Value.(int64)*to.UnitSize(), e.Span())
	}
	return nil
}

// overflows reports a cast to DECIMAL that gives NULL for values with too many digits.
func overflows(from, to types.Type) bool {
	if to.Kind != types.Decimal {
		return false
	}
	d, exact := from.AsDecimal()
	if from.Kind == types.Boolean {
		return to.Precision-to.Scale < 1
	}
	return !exact || d.Precision-d.Scale > to.Precision-to.Scale ||
		d.Scale > to.Scale && d.Precision-d.Scale == to.Precision-to.Scale
}

// unify casts all expressions to their common type. False: there is none, or one is wrong.
func unify(list []logical.Expr) (types.Type, bool) {
	var all []types.Type
	for _, x := range list {
		if isInvalid(x) {
			return types.Type{}, false
		}
		all = append(all, x.Type())
	}
	common, ok := types.Common(all...)
	if !ok {
		return types.Type{}, false
	}
	for i, x := range list {
		list[i] = castTo(x, common)
	}
	return common, true
}
