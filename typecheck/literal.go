package typecheck

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

func literal(t types.Type, v any, at diag.Span) logical.Expr {
	return &logical.Literal{Typed: logical.Typed{T: t.NotNull(), At: at}, Value: v}
}

func boolean(v bool, at diag.Span) logical.Expr {
	return literal(types.Of(types.Boolean), v, at)
}

func null(t types.Type, at diag.Span) logical.Expr {
	return &logical.Literal{Typed: logical.Typed{T: t.OrNull(), At: at}}
}

func (c *checker) checkNumber(e *lang.Number) logical.Expr { return c.number(e, "", e.Span()) }

// negative is a number with a minus in front: -9223372036854775808 is a BIGINT, although its
// digits alone are not.
func (c *checker) negative(e *lang.Number, at diag.Span) logical.Expr {
	return c.number(e, "-", at)
}

func (c *checker) number(e *lang.Number, sign string, at diag.Span) logical.Expr {
	switch e.Form {
	case lang.Approximate:
		return c.approximate(e, sign, at)
	case lang.Decimal:
		return c.decimal(e, sign, at)
	}
	n, err := strconv.ParseInt(sign+e.Text, 10, 64)
	switch {
	case err != nil:
		return c.decimal(e, sign, at)
	case n >= math.MinInt32 && n <= math.MaxInt32:
		return literal(types.Of(types.Int), n, at)
	}
	return literal(types.Of(types.BigInt), n, at)
}

func (c *checker) approximate(e *lang.Number, sign string, at diag.Span) logical.Expr {
	f, err := strconv.ParseFloat(sign+e.Text, 64)
	if err != nil && math.IsInf(f, 0) || math.IsNaN(f) {
		c.errNumber(e, "it is larger than any DOUBLE")
		return invalid(at)
	}
	return literal(types.Of(types.Double), f+0, at) // 0 for -0, of which Flink has no literal
}

// decimal is an exact number: DECIMAL with as many digits as are written, so that 0.908 is
// DECIMAL(4, 3) and .908 is DECIMAL(3, 3).
func (c *checker) decimal(e *lang.Number, sign string, at diag.Span) logical.Expr {
	whole, fraction, _ := strings.Cut(e.Text, ".")
	unscaled, ok := new(big.Int).SetString(whole+fraction, 10)
	if !ok {
		c.errNumber(e, "it is no number")
		return invalid(at)
	}
	scale := len(fraction)
	precision := len(whole) + scale
	if precision > types.MaxDecimalPrecision {
		c.errNumber(e, "it has "+strconv.Itoa(precision)+" digits, 38 are the most")
		return invalid(at)
	}
	if sign != "" {
		unscaled.Neg(unscaled)
	}
	return literal(types.DecimalOf(precision, scale), unscaled, at)
}

// checkString is a CHAR(n) literal, n in UTF-16 units as Flink counts them; the empty one is CHAR(0).
func (c *checker) checkString(e *lang.String) logical.Expr {
	if !utf8.ValidString(e.Value) {
		c.errLiteral(e.Span(), "the text is not valid UTF-8", "Save the script as UTF-8.")
		return invalid(e.Span())
	}
	return literal(types.CharOf(len(utf16.Encode([]rune(e.Value)))), e.Value, e.Span())
}

func (c *checker) checkBytes(e *lang.Bytes) logical.Expr {
	return literal(types.BinaryOf(len(e.Value)), e.Value, e.Span())
}

// checkNull is a NULL that takes its type from what stands around it; UNKNOWN is BOOLEAN.
func (c *checker) checkNull(e *lang.Null) logical.Expr {
	if e.Unknown {
		return null(types.Of(types.Boolean), e.Span())
	}
	return null(types.Type{Kind: types.Null}, e.Span())
}
