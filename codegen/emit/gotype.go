package emit

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// Import paths of the runtime, in one table; ImportName makes jennifer print no alias for them.
const (
	runtime   = "github.com/flinkc/flinkc/rtlib/"
	pkgStream = runtime + "stream"
	pkgState  = runtime + "state"
	pkgOrder  = runtime + "order"
	pkgMember = runtime + "member"
	pkgValue  = runtime + "value"
	pkgNested = runtime + "nested"
	pkgCast   = runtime + "cast"
	pkgFn     = runtime + "fn"
	pkgJob    = runtime + "job"
	pkgUDF    = runtime + "udf"

	pkgCSV        = runtime + "format/csv"
	pkgJSON       = runtime + "format/json"
	pkgScalar     = runtime + "format/scalar" // conversions that the formats share
	pkgKafka      = runtime + "connector/kafka"
	pkgMySQL      = runtime + "connector/mysql"
	pkgFilesystem = runtime + "connector/filesystem"
	pkgDatagen    = runtime + "connector/datagen"
	pkgValues     = runtime + "connector/values"
	pkgPrint      = runtime + "connector/print"
	pkgBlackhole  = runtime + "connector/blackhole"
)

// exprType is the Go type of a SQL type inside expressions and in calls of the runtime.
func exprType(t types.Type) *jen.Statement {
	switch t.Kind {
	case types.Boolean:
		return jen.Bool()
	case types.TinyInt:
		return jen.Int8()
	case types.SmallInt:
		return jen.Int16()
	case types.Int, types.Date, types.Time, types.IntervalYearMonth:
		return jen.Int32()
	case types.BigInt, types.IntervalDayTime:
		return jen.Int64()
	case types.Float:
		return jen.Float32()
	case types.Double:
		return jen.Float64()
	case types.Decimal:
		return jen.Qual(pkgValue, "Int128")
	case types.Char, types.VarChar, types.Binary, types.VarBinary, types.Null,
		types.Array, types.Map, types.Multiset, types.Row: // of the bytes that package nested describes
		return jen.String()
	case types.Timestamp, types.TimestampLTZ:
		return jen.Qual(pkgValue, "Timestamp")
	}
	panic(fmt.Sprintf("emit: no Go type for %v", t))
}

// compact reports whether a row keeps a value of the type in an int64: the unscaled DECIMAL of up to 18 digits, and
// the milliseconds of a TIMESTAMP of up to three fraction digits.
func compact(t types.Type) bool {
	return t.Kind == types.Decimal && t.Precision <= 18 || physical.Millis(t)
}

// fieldType is the Go type of a column in a row.
func fieldType(t types.Type) *jen.Statement {
	if compact(t) {
		return jen.Int64()
	}
	return exprType(t)
}

// load turns a row's field into a value of an expression.
func load(field *jen.Statement, t types.Type) *jen.Statement {
	switch {
	case !compact(t):
		return field
	case t.Kind == types.Decimal:
		return jen.Qual(pkgValue, "FromInt64").Call(field)
	}
	return jen.Qual(pkgValue, "Timestamp").Values(jen.Dict{jen.Id("Millis"): field})
}

// store turns a value of an expression into a row's field.
func store(v *jen.Statement, t types.Type) *jen.Statement {
	switch {
	case !compact(t):
		return v
	case t.Kind == types.Decimal:
		return v.Dot("Int64").Call()
	}
	return v.Dot("Millis")
}

// isText reports whether the Go value is a string that may be borrowed.
func isText(t types.Type) bool {
	switch t.Kind {
	case types.Char, types.VarChar, types.Binary, types.VarBinary:
		return true
	}
	return t.IsConstructed()
}

// zero is the zero value of an expression's type, which its Go text tells.
func zero(t types.Type) *jen.Statement {
	switch t.Kind {
	case types.Boolean:
		return jen.False()
	case types.Decimal, types.Timestamp, types.TimestampLTZ:
		return exprType(t).Values()
	case types.Char, types.VarChar, types.Binary, types.VarBinary, types.Null,
		types.Array, types.Map, types.Multiset, types.Row:
		return jen.Lit("")
	}
	return exprType(t).Call(jen.Lit(0))
}
