package types

import (
	"strconv"
	"strings"
)

// kindNames are the words of the kinds, also used in messages.
var kindNames = [...]string{
	Invalid: "INVALID", Null: "NULL", Boolean: "BOOLEAN", TinyInt: "TINYINT", SmallInt: "SMALLINT",
	Int: "INT", BigInt: "BIGINT", Float: "FLOAT", Double: "DOUBLE", Decimal: "DECIMAL", Char: "CHAR",
	VarChar: "VARCHAR", Binary: "BINARY", VarBinary: "VARBINARY", Date: "DATE", Time: "TIME",
	Timestamp: "TIMESTAMP", TimestampLTZ: "TIMESTAMP_LTZ",
	IntervalYearMonth: "INTERVAL YEAR TO MONTH", IntervalDayTime: "INTERVAL DAY TO SECOND",
	Array: "ARRAY", Map: "MAP", Multiset: "MULTISET", Row: "ROW", Raw: "RAW", Descriptor: "DESCRIPTOR",
}

// String is the SQL word of the kind, without parameters.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "INVALID"
}

// String is the canonical SQL text, as Flink's asSummaryString writes it:
// `DECIMAL(38, 17) NOT NULL`, `STRING`, "ROW<`a` INT, `b` ARRAY<STRING NOT NULL>>".
func (t Type) String() string {
	s := t.body()
	if !t.Nullable && t.Kind != Null && t.Kind != Invalid {
		s += " NOT NULL"
	}
	return s
}

// body is String without nullability.
func (t Type) body() string {
	name := t.Kind.String()
	switch t.Kind {
	case Decimal:
		return name + "(" + strconv.Itoa(t.Precision) + ", " + strconv.Itoa(t.Scale) + ")"
	case Char, Binary:
		return withParam(name, t.Length)
	case VarChar:
		return boundedOr(name, t.Length, "STRING")
	case VarBinary:
		return boundedOr(name, t.Length, "BYTES")
	case Time, Timestamp, TimestampLTZ:
		return withParam(name, t.Precision)
	case IntervalYearMonth, IntervalDayTime:
		return t.intervalText()
	case Array, Multiset:
		return name + "<" + partText(t.Elem) + ">"
	case Map:
		return name + "<" + partText(t.Key) + ", " + partText(t.Elem) + ">"
	case Row:
		return t.rowText()
	}
	return name
}

func withParam(name string, n int) string { return name + "(" + strconv.Itoa(n) + ")" }

func boundedOr(name string, n int, unbounded string) string {
	if n == MaxLength {
		return unbounded
	}
	return withParam(name, n)
}

func partText(t *Type) string {
	if t == nil {
		return Invalid.String()
	}
	return t.String()
}

// rowText quotes names with backticks, doubling those inside.
func (t Type) rowText() string {
	var b strings.Builder
	b.WriteString("ROW<")
	for i, f := range t.Fields {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("`" + strings.ReplaceAll(f.Name, "`", "``") + "` " + f.Type.String())
	}
	b.WriteString(">")
	return b.String()
}

// intervalText writes the leading precision behind DAY and YEAR and the fraction's behind SECOND,
// as Flink does: INTERVAL DAY(2) TO SECOND(6), INTERVAL HOUR TO MINUTE, INTERVAL SECOND(6).
func (t Type) intervalText() string {
	unit := t.Unit
	if unit == "" {
		unit = Of(t.Kind).Unit
	}
	from, to, isRange := strings.Cut(unit, " TO ")
	s := "INTERVAL " + from
	switch from {
	case "YEAR", "DAY":
		s = withParam(s, orDefault(t.Precision, DefaultDayPrecision))
	case "SECOND":
		s = withParam(s, orDefault(t.Scale, DefaultFractionPrecision))
	}
	if !isRange {
		return s
	}
	s += " TO " + to
	if to == "SECOND" {
		s = withParam(s, orDefault(t.Scale, DefaultFractionPrecision))
	}
	return s
}

func orDefault(n, def int) int {
	if n == 0 {
		return def
	}
	return n
}
