package function

import "github.com/flinkc/flinkc/typecheck/types"

// call is what a result rule sees: the arguments after their casts, and the values of integer
// literals.
type call struct {
	args     []types.Type
	literals []*int64
}

// literal is the value of argument i when it is an integer literal.
func (c call) literal(i int) (int64, bool) {
	if i < len(c.literals) && c.literals[i] != nil {
		return *c.literals[i], true
	}
	return 0, false
}

// resultRule gives a result type; its nullability is decided by nullity afterwards.
type resultRule func(c call) types.Type

// nullity says when the result of a call can be NULL.
type nullity uint8

// Nullities. Most functions are NULL exactly for NULL arguments.
const (
	nullByArgs nullity = iota
	nullAlways
	nullNever
	nullByFirst // CONCAT_WS: by the separator alone
)

// always is a result type that does not depend on the arguments.
func always(t types.Type) resultRule { return func(call) types.Type { return t } }

// Results that many functions have.
var (
	text     = always(types.StringOf())
	truth    = always(types.Of(types.Boolean))
	int32s   = always(types.Of(types.Int))
	int64s   = always(types.Of(types.BigInt))
	doubles  = always(types.Of(types.Double))
	dates    = always(types.Of(types.Date))
	stamps   = always(types.TimestampOf(3))
	instants = always(types.TimestampLTZOf(3))
)

// chars is CHAR(n): digests and UUIDs have a fixed length.
func chars(n int) resultRule { return always(types.CharOf(n)) }

// same is the type of the first argument.
func same(c call) types.Type { return c.args[0] }

// covering is the interval with the fields of both.
func covering(c call) types.Type {
	t, _ := types.Common(c.args...)
	return t
}

// second is the type of the second argument.
func second(c call) types.Type { return c.args[1] }

// varying is VARCHAR of the first argument's length: a part of it.
func varying(c call) types.Type { return types.VarCharOf(c.args[0].Length) }

// joined is the type of a || b: CHAR when both are, of the sum of the lengths.
func joined(c call) types.Type {
	a, b := c.args[0], c.args[1]
	n := types.MaxLength
	if a.Length < types.MaxLength-b.Length {
		n = a.Length + b.Length
	}
	if a.Kind == types.Char && b.Kind == types.Char {
		return types.CharOf(n)
	}
	return types.VarCharOf(n)
}

// overlaid is VARCHAR of both lengths.
func overlaid(c call) types.Type { return types.VarCharOf(joined(c).Length) }

// maxPrecision is the greatest number of digits of a DECIMAL.
const maxPrecision = 38

// whole is DECIMAL(p, 0), the type of FLOOR and CEIL.
func whole(c call) types.Type { return types.DecimalOf(c.args[0].Precision, 0) }

// rounded is the type of ROUND and TRUNCATE of a DECIMAL: it depends on the number of digits when
// that is a literal. A digit that carries over needs one more in front.
func rounded(c call) types.Type {
	p, s := c.args[0].Precision, c.args[0].Scale
	n := int64(0)
	if len(c.args) > 1 {
		lit, ok := c.literal(1)
		if !ok {
			return c.args[0]
		}
		n = lit
	}
	switch {
	case n >= int64(s):
		return c.args[0]
	case n < 0:
		return types.DecimalOf(min(maxPrecision, 1+p-s), 0)
	}
	return types.DecimalOf(min(maxPrecision, 1+p-s+int(n)), int(n))
}

// remainder is the type of MOD for a DECIMAL and another exact number.
func remainder(c call) types.Type {
	t, _ := types.Arithmetic(types.OpMod, c.args[0], c.args[1])
	return t
}

// scales are the constants of decimal functions: the scale of the first argument, then precision
// and scale of the result.
func scales(args []types.Type, result types.Type) []int {
	return []int{args[0].Scale, result.Precision, result.Scale}
}

// bothScales are the constants of functions over two DECIMALs: their scales.
func bothScales(args []types.Type, _ types.Type) []int {
	return []int{args[0].Scale, args[1].Scale}
}
