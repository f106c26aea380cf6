package logical

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/flinkc/flinkc/typecheck/function"
	"github.com/flinkc/flinkc/typecheck/types"
)

var unaryFormats = [...]string{Not: "NOT %s", Neg: "-%s", IsNull: "%s IS NULL",
	IsNotNull: "%s IS NOT NULL", IsTrue: "%s IS TRUE", IsNotTrue: "%s IS NOT TRUE",
	IsFalse: "%s IS FALSE", IsNotFalse: "%s IS NOT FALSE"}

var binaryNames = [...]string{Add: "+", Sub: "-", Mul: "*", Div: "/", Mod: "%", Eq: "=", Ne: "<>",
	Lt: "<", Le: "<=", Gt: ">", Ge: ">=", IsDistinct: "IS DISTINCT FROM",
	IsNotDistinct: "IS NOT DISTINCT FROM", And: "AND", Or: "OR"}

// ExprText is an expression in a form near to SQL. Columns have the names of the input's schema;
// implicit casts are written x::TYPE, values bound by a Let are $n.
func ExprText(e Expr, in []types.Field) string { return exprText(e, in, false) }

func listText(list []Expr, in []types.Field) string { return strings.Join(argTexts(list, in), ", ") }

func argTexts(list []Expr, in []types.Field) []string {
	var out []string
	for _, e := range list {
		out = append(out, ExprText(e, in))
	}
	return out
}

// operand puts parentheses around an operator inside of another one.
func operand(e Expr, in []types.Field) string { return exprText(e, in, true) }

func exprText(e Expr, in []types.Field, nested bool) string {
	switch e := e.(type) {
	case *Column:
		return columnText(e.Index, in)
	case *Literal:
		return literalText(e)
	case *Unary:
		return wrap(fmt.Sprintf(unaryFormats[e.Op], operand(e.X, in)), nested)
	case *Binary:
		return wrap(operand(e.X, in)+" "+binaryNames[e.Op]+" "+operand(e.Y, in), nested)
	case *Cast:
		return castText(e, in)
	case *Case:
		return caseText(e, in)
	case *In:
		return wrap(operand(e.X, in)+flag(e.Not, " NOT")+" IN ("+listText(e.List, in)+")", nested)
	case *Let:
		return fmt.Sprintf("LET $%d = %s IN (%s)", e.Slot, ExprText(e.Value, in), ExprText(e.Body, in))
	case *SlotRef:
		return "$" + strconv.Itoa(e.Slot)
	case *Construct:
		return constructText(e, in)
	case *Element:
		return operand(e.X, in) + "[" + ExprText(e.Index, in) + "]"
	case *FieldOf:
		return operand(e.X, in) + "." + e.X.Type().Fields[e.Index].Name
	case *Call:
		return callExprText(e, in, nested)
	case *UserCall:
		return e.Func.Name + "(" + listText(e.Args, in) + ")"
	}
	return streamingExprText(e, in)
}

func constructText(e *Construct, in []types.Field) string {
	list := listText(e.Args, in)
	if e.T.Kind == types.Row {
		return "ROW(" + list + ")"
	}
	return e.T.Kind.String() + "[" + list + "]"
}

// callExprText writes operators of the function table, such as ||, LIKE and IS JSON, as such.
func callExprText(e *Call, in []types.Field, nested bool) string {
	name, temporal := strings.CutPrefix(e.Func.Name, "TEMPORAL ")
	infix := temporal || name == "||" || name == "LIKE" || name == "SIMILAR TO"
	const binary = 2
	switch {
	case strings.HasPrefix(name, "IS "):
		return wrap(operand(e.Args[0], in)+" "+name, nested)
	case !infix || len(e.Args) != binary:
		return function.CallText(name, argTexts(e.Args, in))
	}
	return wrap(operand(e.Args[0], in)+" "+name+" "+operand(e.Args[1], in), nested)
}

func wrap(text string, nested bool) string {
	if nested {
		return "(" + text + ")"
	}
	return text
}

func castText(e *Cast, in []types.Field) string {
	to := e.T.OrNull().String()
	switch {
	case e.Implicit:
		return operand(e.X, in) + "::" + to
	case e.Try:
		return "TRY_CAST(" + ExprText(e.X, in) + " AS " + to + ")"
	}
	return "CAST(" + ExprText(e.X, in) + " AS " + to + ")"
}

func caseText(e *Case, in []types.Field) string {
	var b strings.Builder
	b.WriteString("CASE")
	for _, w := range e.Whens {
		b.WriteString(" WHEN " + ExprText(w.Cond, in) + " THEN " + ExprText(w.Then, in))
	}
	return b.String() + " ELSE " + ExprText(e.Else, in) + " END"
}

// literalText shows the value; the type stands beside it where the value alone does not tell.
func literalText(e *Literal) string {
	if e.Value == nil {
		return "NULL"
	}
	switch v := e.Value.(type) {
	case bool:
		return strings.ToUpper(strconv.FormatBool(v))
	case int64:
		return integerText(e.T, v)
	case float64:
		return strconv.FormatFloat(v, 'E', -1, 64)
	case *big.Int:
		return decimalText(v, e.T.Scale)
	case string:
		return stringText(e.T, v)
	case [2]int64:
		return e.T.Kind.String() + " '" + timestampText(v, e.T.Precision) + "'"
	}
	return fmt.Sprint(e.Value)
}

func integerText(t types.Type, v int64) string {
	const secondsPerDay = 24 * 60 * 60
	switch {
	case t.Kind == types.Date:
		return "DATE '" + time.Unix(v*secondsPerDay, 0).UTC().Format("2006-01-02") + "'"
	case t.Kind == types.Time:
		return "TIME '" + time.UnixMilli(v).UTC().Format("15:04:05.000") + "'"
	case t.IsInterval():
		return t.OrNull().String() + " " + strconv.FormatInt(v, 10)
	}
	return strconv.FormatInt(v, 10)
}

func decimalText(v *big.Int, scale int) string {
	text := new(big.Int).Abs(v).String()
	if scale > 0 {
		text = strings.Repeat("0", max(0, scale+1-len(text))) + text
		text = text[:len(text)-scale] + "." + text[len(text)-scale:]
	}
	return flag(v.Sign() < 0, "-") + text
}

func stringText(t types.Type, v string) string {
	if t.IsBinary() {
		return fmt.Sprintf("X'%X'", v)
	}
	return "'" + strings.ReplaceAll(v, "'", "''") + "'"
}

func timestampText(v [2]int64, precision int) string {
	const nanosPerMilli = 1000000
	t := time.UnixMilli(v[0]).UTC().Add(time.Duration(v[1]))
	text := t.Format("2006-01-02 15:04:05")
	if precision == 0 {
		return text
	}
	nanos := (v[0]%1000+1000)%1000*nanosPerMilli + v[1]
	return text + "." + fmt.Sprintf("%09d", nanos)[:precision]
}
