package types

// ArithOp is an arithmetic operator. The order is that of logical.BinaryOp.
type ArithOp uint8

// The arithmetic operators.
const (
	OpAdd ArithOp = iota
	OpSub
	OpMul
	OpDiv
	OpMod
)

// minDecimalScale is what is left of the scale when a decimal result must be cut to 38 digits.
const minDecimalScale = 6

// Arithmetic is the type of a op b for two numbers (dialect/types.md 5.1). It is nullable when an
// operand is, and when it is a DECIMAL cut to 38 digits: a value that does not fit is NULL. A NULL
// literal takes the other's type. False when an operand is not numeric, and for % when one is not
// exact.
func Arithmetic(op ArithOp, a, b Type) (Type, bool) {
	a, b = adaptNull(a, b)
	if !a.IsNumeric() || !b.IsNumeric() {
		return Type{}, false
	}
	if op == OpMod && !(a.IsExact() && b.IsExact()) {
		return Type{}, false
	}
	nullable := AnyNullable(a, b)
	if a.IsExact() && b.IsExact() && (a.Kind == Decimal || b.Kind == Decimal) {
		t, cut := decimalResult(op, a, b)
		return t.WithNullable(nullable || cut), true
	}
	if op == OpMod {
		return b.WithNullable(nullable), true
	}
	t, ok := Common(a, b)
	return t, ok
}

// adaptNull gives a bare NULL the other operand's type; two NULLs stay what they are.
func adaptNull(a, b Type) (Type, Type) {
	if a.Kind == Null {
		a = b.OrNull()
	}
	if b.Kind == Null {
		b = a.OrNull()
	}
	return a, b
}

// decimalResult is the result of exact operands, one of them DECIMAL; cut when it had more than 38
// digits.
func decimalResult(op ArithOp, a, b Type) (t Type, cut bool) {
	if op == OpMod && scaleOf(a) == 0 && scaleOf(b) == 0 {
		return b, false
	}
	da, _ := a.AsDecimal()
	db, _ := b.AsDecimal()
	p1, s1, p2, s2 := da.Precision, da.Scale, db.Precision, db.Scale
	scale := max(s1, s2)
	switch op {
	case OpMul:
		return adjustDecimal(p1+p2+1, s1+s2)
	case OpDiv:
		scale = max(minDecimalScale, s1+p2+1)
		return adjustDecimal(p1-s1+s2+scale, scale)
	case OpMod:
		return adjustDecimal(min(p1-s1, p2-s2)+scale, scale)
	}
	return adjustDecimal(scale+max(p1-s1, p2-s2)+1, scale)
}

func scaleOf(t Type) int {
	if t.Kind == Decimal {
		return t.Scale
	}
	return 0
}

// adjustDecimal cuts a result to 38 digits: digits before the point are kept as long as at least
// six (or all) behind it remain.
func adjustDecimal(p, s int) (t Type, cut bool) {
	if p <= MaxDecimalPrecision {
		return DecimalOf(max(p, 1), s), false
	}
	s = max(MaxDecimalPrecision-(p-s), min(s, minDecimalScale))
	return DecimalOf(MaxDecimalPrecision, s), true
}
