package typecheck

import (
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// checkExpr binds an expression: names become column indexes, implicit casts are inserted. The
// result is never nil; a wrong expression has the type Invalid and is reported once.
func (c *checker) checkExpr(e lang.Expr, s *scope) logical.Expr {
	switch e := e.(type) {
	case *lang.Ref:
		return c.checkRef(e, s)
	case *lang.Number:
		return c.checkNumber(e)
	case *lang.String:
		return c.checkString(e)
	case *lang.Bytes:
		return c.checkBytes(e)
	case *lang.Bool:
		return boolean(e.Value, e.Span())
	case *lang.Null:
		return c.checkNull(e)
	case *lang.Moment:
		return c.checkMoment(e)
	case *lang.Interval:
		return c.checkInterval(e)
	case *lang.Unary:
		return c.checkUnary(e, s)
	case *lang.Binary:
		return c.checkBinary(e, s)
	case *lang.Between:
		return c.checkBetween(e, s)
	case *lang.In:
		return c.checkIn(e, s)
	case *lang.LikeExpr:
		return c.checkLike(e, s)
	case *lang.Is:
		return c.checkIs(e, s)
	case *lang.Case:
		return c.checkCase(e, s)
	case *lang.Cast:
		return c.checkCast(e, s)
	case *lang.Exists, *lang.Subquery, *lang.Quantified:
		return c.checkSubquery(e, s)
	case *lang.Call:
		return c.checkCall(e, s)
	default:
		return c.checkConstructed(e, s)
	}
}

// unsupportedExprs names the expressions that parse and cannot run yet, with the cure.
func unsupportedExpr(e lang.Expr) (what, cure string) {
	switch e.(type) {
	case *lang.Array:
		return "a query inside of ARRAY", "Aggregate it with ARRAY_AGG in another table."
	case *lang.NamedArg:
		return "a named argument", "Write the arguments in their order, without names."
	}
	return "this expression", "Write it in another way."
}

func (c *checker) checkUnsupported(e lang.Expr) logical.Expr {
	what, cure := unsupportedExpr(e)
	c.errUnsupported(e.Span(), what, cure)
	return invalid(e.Span())
}

// checkAll binds a list of expressions.
func (c *checker) checkAll(list []lang.Expr, s *scope) []logical.Expr {
	var out []logical.Expr
	for _, e := range list {
		out = append(out, c.checkExpr(e, s))
	}
	return out
}

// checkCondition binds an expression that must be BOOLEAN.
func (c *checker) checkCondition(e lang.Expr, s *scope) logical.Expr {
	return c.condition(c.checkExpr(e, s), placeNames[s.place])
}

// condition wants a bound expression to be BOOLEAN; NULL is.
func (c *checker) condition(x logical.Expr, what string) logical.Expr {
	switch {
	case isInvalid(x):
		return x
	case x.Type().Kind == types.Null:
		return castTo(x, types.Of(types.Boolean))
	case x.Type().Kind != types.Boolean:
		c.errNotBoolean(x, what)
		return invalid(x.Span())
	}
	return x
}

// checkUnary is -x, +x and NOT x.
func (c *checker) checkUnary(e *lang.Unary, s *scope) logical.Expr {
	if n, ok := e.X.(*lang.Number); ok && e.Op == "-" {
		return c.negative(n, e.Span())
	}
	x := c.checkExpr(e.X, s)
	switch {
	case isInvalid(x):
		return invalid(e.Span())
	case e.Op == "NOT":
		return c.not(x, e)
	case !x.Type().IsNumeric() && !x.Type().IsInterval():
		c.errSign(e, x)
		return invalid(e.Span())
	case e.Op == "+":
		return x
	case x.Type().IsInterval():
		return c.negativeInterval(x, e)
	}
	return &logical.Unary{Typed: typed(x.Type(), e), Op: logical.Neg, X: x}
}

func (c *checker) not(x logical.Expr, e *lang.Unary) logical.Expr {
	if x = c.condition(x, "NOT"); isInvalid(x) {
		return invalid(e.Span())
	}
	return &logical.Unary{Typed: typed(x.Type(), e), Op: logical.Not, X: x}
}

func (c *checker) negativeInterval(x logical.Expr, e *lang.Unary) logical.Expr {
	lit, ok := x.(*logical.Literal)
	if !ok {
		c.errUnsupported(e.Span(), "the sign of an INTERVAL", "Write the sign into the literal.")
		return invalid(e.Span())
	}
	return &logical.Literal{Typed: typed(x.Type(), e), Value: -lit.Value.(int64)}
}

func typed(t types.Type, n lang.Node) logical.Typed { return logical.Typed{T: t, At: n.Span()} }

// isTests are the IS forms; the second operator is for IS NOT.
var isTests = map[string][2]logical.UnaryOp{
	"NULL": {logical.IsNull, logical.IsNotNull}, "TRUE": {logical.IsTrue, logical.IsNotTrue},
	"FALSE": {logical.IsFalse, logical.IsNotFalse}, "UNKNOWN": {logical.IsNull, logical.IsNotNull},
}

// checkIs is x IS [NOT] NULL, TRUE, FALSE, UNKNOWN or JSON. The result is never NULL.
func (c *checker) checkIs(e *lang.Is, s *scope) logical.Expr {
	ops, known := isTests[e.Test]
	if !known {
		return c.checkIsJSON(e, s)
	}
	x := c.checkExpr(e.X, s)
	if e.Test != "NULL" {
		x = c.condition(x, "IS "+e.Test)
	}
	if isInvalid(x) {
		return invalid(e.Span())
	}
	op := ops[0]
	if e.Not {
		op = ops[1]
	}
	return &logical.Unary{Typed: typed(types.Of(types.Boolean).NotNull(), e), Op: op, X: typedNull(x)}
}

// typedNull gives a bare NULL some type, so that no later phase meets the type NULL.
func typedNull(x logical.Expr) logical.Expr {
	if x.Type().Kind == types.Null {
		return castTo(x, types.Of(types.Boolean))
	}
	return x
}
