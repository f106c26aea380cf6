package emit

import (
	"fmt"
	"math"
	"math/big"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/types"
)

// literal is the Go text of a constant of a SQL type; v is as logical.Literal says and not nil. It is the only way for
// a literal of the script to enter the program.
func literal(v any, t types.Type) *jen.Statement {
	switch v := v.(type) {
	case bool:
		return jen.Lit(v)
	case string:
		return jen.Lit(v)
	case float64:
		return float(v, t)
	case *big.Int:
		return int128(v)
	case [2]int64:
		return jen.Qual(pkgValue, "Timestamp").Values(jen.Dict{
			jen.Id("Millis"): jen.Lit(int(v[0])), jen.Id("Nanos"): jen.Lit(int(v[1])),
		})
	case int64:
		return exprType(t).Call(jen.Lit(int(v)))
	}
	panic(fmt.Sprintf("emit: literal %T", v))
}

func float(v float64, t types.Type) *jen.Statement {
	switch {
	case math.IsInf(v, 0):
		sign := 1
		if v < 0 {
			sign = -1
		}
		return exprType(t).Call(jen.Qual("math", "Inf").Call(jen.Lit(sign)))
	case math.IsNaN(v):
		return exprType(t).Call(jen.Qual("math", "NaN").Call())
	case v == 0 && math.Signbit(v):
		return exprType(t).Call(jen.Qual("math", "Copysign").Call(jen.Lit(0), jen.Lit(-1)))
	}
	return exprType(t).Call(jen.Lit(v))
}

// int128 prints the two words of an unscaled decimal.
func int128(v *big.Int) *jen.Statement {
	if v.IsInt64() {
		return jen.Qual(pkgValue, "FromInt64").Call(jen.Lit(int(v.Int64())))
	}
	word := new(big.Int).And(v, new(big.Int).SetUint64(math.MaxUint64))
	high := new(big.Int).Rsh(v, 64)
	return jen.Qual(pkgValue, "Int128").Values(jen.Dict{
		jen.Id("Hi"): jen.Lit(int(high.Int64())), jen.Id("Lo"): jen.Id(word.String()),
	})
}

// text is a Go string literal.
func text(s string) *jen.Statement { return jen.Lit(s) }

// comment makes user text fit for a comment: one line, at most 90 bytes.
func comment(s string) string {
	const most = 90
	out := make([]rune, 0, most)
	for _, r := range s {
		switch {
		case len(out) == most:
			return string(out) + " ..."
		case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029':
			if n := len(out); n > 0 && out[n-1] != ' ' {
				out = append(out, ' ')
			}
		case r < ' ' || r == 0x7f || r == 0xfeff || r == 0xfffd:
			out = append(out, '?')
		case r == ' ' && len(out) > 0 && out[len(out)-1] == ' ':
		default:
			out = append(out, r)
		}
	}
	return string(out)
}
