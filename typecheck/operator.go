package typecheck

import (
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/function"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// Operators by their SQL text, for each family.
var (
	arithmeticOps = map[lang.BinaryOp]logical.BinaryOp{lang.Add: logical.Add, lang.Sub: logical.Sub,
		lang.Mul: logical.Mul, lang.Div: logical.Div, lang.Mod: logical.Mod}
	comparisonOps = map[lang.BinaryOp]logical.BinaryOp{lang.Eq: logical.Eq, lang.Ne: logical.Ne,
		lang.Lt: logical.Lt, lang.Le: logical.Le, lang.Gt: logical.Gt, lang.Ge: logical.Ge,
		lang.IsDistinct: logical.IsDistinct, lang.IsNotDistinct: logical.IsNotDistinct}
	logicOps = map[lang.BinaryOp]logical.BinaryOp{lang.And: logical.And, lang.Or: logical.Or}
)

func (c *checker) checkBinary(e *lang.Binary, s *scope) logical.Expr {
	if e.Op == lang.Overlaps {
		return c.checkOverlaps(e, s)
	}
	x, y := c.checkExpr(e.X, s), c.checkExpr(e.Y, s)
	if op, ok := logicOps[e.Op]; ok {
		return c.checkLogic(e, op, x, y)
	}
	if isInvalid(x, y) {
		return invalid(e.Span())
	}
	if op, ok := arithmeticOps[e.Op]; ok {
		return c.checkArithmetic(e, op, x, y)
	}
	if op, ok := comparisonOps[e.Op]; ok {
		return c.compare(e, op, x, y)
	}
	if e.Op == lang.Concat {
		return c.builtin(e, "||", []logical.Expr{x, y})
	}
	c.errUnsupported(e.Span(), "operator "+string(e.Op), "Write the comparison out.")
	return invalid(e.Span())
}

// checkLogic is AND and OR: NULL only where the other operand does not decide.
func (c *checker) checkLogic(e *lang.Binary, op logical.BinaryOp, x, y logical.Expr) logical.Expr {
	x, y = c.condition(x, string(e.Op)), c.condition(y, string(e.Op))
	if isInvalid(x, y) {
		return invalid(e.Span())
	}
	return binary(e, op, x, y)
}

// binary is a BOOLEAN of two operands.
func binary(at lang.Node, op logical.BinaryOp, x, y logical.Expr) logical.Expr {
	nullable := types.AnyNullable(x.Type(), y.Type()) && op != logical.IsDistinct &&
		op != logical.IsNotDistinct
	t := types.Of(types.Boolean).WithNullable(nullable)
	return &logical.Binary{Typed: typed(t, at), Op: op, X: x, Y: y}
}

// checkArithmetic is + - * / %. The result types are those of dialect/types.md 5.1.
func (c *checker) checkArithmetic(e *lang.Binary, op logical.BinaryOp, x, y logical.Expr) logical.Expr {
	if x.Type().IsDatetime() || y.Type().IsDatetime() || x.Type().IsInterval() ||
		y.Type().IsInterval() {
		return c.checkTemporal(e, x, y)
	}
	t, ok := types.Arithmetic(types.ArithOp(op), x.Type(), y.Type())
	if !ok {
		c.errArithmetic(e, x, y)
		return invalid(e.Span())
	}
	if x.Type().IsApproximate() && y.Type().IsApproximate() {
		// Flink gives FLOAT op DOUBLE the type of the first operand, and computes in it.
		t = x.Type().WithNullable(t.Nullable)
	}
	x, y = arithmeticOperands(op, t, x, y)
	return &logical.Binary{Typed: typed(t, e), Op: op, X: x, Y: y}
}

// checkMod is MOD(x, y): for whole numbers with a DECIMAL among them, and for integers by a constant,
// it is %.
func (c *checker) checkMod(e *lang.Call, args []logical.Expr) logical.Expr {
	if len(args) != 2 || !args[0].Type().IsWhole() || !args[1].Type().IsWhole() ||
		args[0].Type().IsInteger() && args[1].Type().IsInteger() && !isDivisor(args[1]) {
		return c.builtin(e, "MOD", args)
	}
	t, _ := types.Arithmetic(types.OpMod, args[0].Type(), args[1].Type())
	x, y := arithmeticOperands(logical.Mod, t, args[0], args[1])
	return &logical.Binary{Typed: typed(t, e), Op: logical.Mod, X: x, Y: y}
}

// isDivisor reports a constant that is not zero.
func isDivisor(e logical.Expr) bool {
	l, ok := e.(*logical.Literal)
	return ok && l.Value != nil && l.Value != int64(0)
}

// arithmeticOperands casts the operands: integers and floats to the result's type (for % to the
// common one), exact numbers beside a DECIMAL to a DECIMAL of their own.
func arithmeticOperands(op logical.BinaryOp, t types.Type, x, y logical.Expr) (logical.Expr,
	logical.Expr) {
	if x.Type().Kind == types.Null {
		x = castTo(x, y.Type())
	}
	if y.Type().Kind == types.Null {
		y = castTo(y, x.Type())
	}
	exact := x.Type().IsExact() && y.Type().IsExact()
	if exact && (x.Type().Kind == types.Decimal || y.Type().Kind == types.Decimal) {
		dx, _ := x.Type().AsDecimal()
		dy, _ := y.Type().AsDecimal()
		return castTo(x, dx), castTo(y, dy)
	}
	if op == logical.Mod {
		t, _ = types.Common(x.Type(), y.Type())
	}
	return castTo(x, t), castTo(y, t)
}

// checkTemporal is arithmetic with dates, times and intervals, by the function table.
func (c *checker) checkTemporal(e *lang.Binary, x, y logical.Expr) logical.Expr {
	if e.Op == "+" && x.Type().IsInterval() && y.Type().IsDatetime() ||
		e.Op == "*" && x.Type().IsNumeric() {
		x, y = y, x
	}
	args := []logical.Expr{x, y}
	family, ok := function.Lookup("TEMPORAL " + string(e.Op))
	if ok {
		ts, values := argumentTypes(args)
		_, err := family.Resolve(ts, values...)
		ok = err == nil
	}
	if !ok { // in the words of an operator: there is no function to be named
		c.errArithmetic(e, x, y)
		return invalid(e.Span())
	}
	return c.resolve(e, family, args)
}

// compare is a comparison of two operands of one type. Numbers compare with numbers, texts with
// texts; a text literal beside a date or time is read as one.
func (c *checker) compare(e lang.Node, op logical.BinaryOp, x, y logical.Expr) logical.Expr {
	if rows := c.equalRows(e, op, x, y); rows != nil {
		return rows
	}
	x, y, ok := c.comparable(e, op, x, y)
	if !ok {
		return invalid(e.Span())
	}
	return binary(e, op, x, y)
}

func (c *checker) comparable(e lang.Node, op logical.BinaryOp, x, y logical.Expr) (logical.Expr,
	logical.Expr, bool) {
	if isInvalid(x, y) {
		return x, y, false
	}
	x, y = c.textBeside(x, y.Type(), op), c.textBeside(y, x.Type(), op)
	if isInvalid(x, y) {
		return x, y, false
	}
	pair := []logical.Expr{x, y}
	common, ok := types.Common(x.Type(), y.Type())
	if !ok || !sameFamily(x.Type(), y.Type()) || !ordered(common) &&
		!(isEquality(op) && common.IsConstructed()) {
		c.errCompare(e, x, y)
		return x, y, false
	}
	common = comparisonType(op, x.Type(), y.Type(), common)
	for i := range pair {
		pair[i] = comparand(pair[i], common)
	}
	return pair[0], pair[1], true
}

// isEquality reports = and <>, and those that treat NULL as a value.
func isEquality(op logical.BinaryOp) bool {
	return op == logical.Eq || op == logical.Ne || op == logical.IsDistinct ||
		op == logical.IsNotDistinct
}

// comparisonType is the type in which two operands compare: their common one. But a FLOAT on the
// left of = and <> is compared with a DOUBLE as FLOAT, as Flink does, which computes < and the like
// in DOUBLE; and NULL beside NULL needs any type at all.
func comparisonType(op logical.BinaryOp, x, y, common types.Type) types.Type {
	switch {
	case common.Kind == types.Null:
		return types.Of(types.Boolean)
	case isEquality(op) && x.Kind == types.Float && y.Kind == types.Double:
		return types.Of(types.Float).WithNullable(common.Nullable)
	case x.Kind == types.Double || y.Kind == types.Double:
		return types.Of(types.Double).WithNullable(common.Nullable)
	}
	return common
}

// textBeside reads a text as what it is compared with. Beside a date or time it becomes one;
// beside a number it does for < and the like but not for = and <>, which Flink refuses.
func (c *checker) textBeside(x logical.Expr, other types.Type, op logical.BinaryOp) logical.Expr {
	switch {
	case !x.Type().IsCharacter():
		return x
	case other.IsDatetime():
		if t := c.temporalText(x, other); t != nil {
			return t
		}
	case !other.IsNumeric() || isEquality(op):
		return x
	}
	return &logical.Cast{Typed: logical.Typed{T: other.WithNullable(x.Type().Nullable),
		At: x.Span()}, X: x}
}

// comparand casts an operand to the common type; lengths of texts do not matter.
func comparand(x logical.Expr, common types.Type) logical.Expr {
	if x.Type().IsCharacter() && common.IsCharacter() {
		return x
	}
	return castTo(x, common)
}

// sameFamily keeps CAST explicit between numbers, texts, booleans and times.
func sameFamily(a, b types.Type) bool {
	switch {
	case a.Kind == types.Null || b.Kind == types.Null:
		return true
	case a.IsNumeric():
		return b.IsNumeric()
	case a.IsCharacter():
		return b.IsCharacter()
	}
	return !b.IsNumeric() && !b.IsCharacter()
}

// ordered reports the types that can be compared.
func ordered(t types.Type) bool { return t.IsScalar() || t.Kind == types.Null }
