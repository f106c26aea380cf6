package types

// Default parameters of types written without them.
const (
	DefaultDecimalPrecision   = 10
	DefaultTimePrecision      = 0
	DefaultTimestampPrecision = 6
	DefaultDayPrecision       = 2
	DefaultYearPrecision      = 2
	DefaultFractionPrecision  = 6
)

// Limits of type parameters.
const (
	MaxDecimalPrecision  = 38
	MaxCompactPrecision  = 18 // the largest precision whose unscaled value fits an int64
	MaxFractionPrecision = 9
)

// Of is the nullable type of a kind that has no parameters, and the default type of one that has:
// DECIMAL(10, 0), CHAR(1), STRING, BINARY(1), BYTES, TIME(0), TIMESTAMP(6), INTERVAL DAY(2) TO
// SECOND(6).
func Of(k Kind) Type {
	t := Type{Kind: k, Nullable: true}
	switch k {
	case Decimal:
		t.Precision = DefaultDecimalPrecision
	case Char, Binary:
		t.Length = 1
	case VarChar, VarBinary:
		t.Length = MaxLength
	case Timestamp, TimestampLTZ:
		t.Precision = DefaultTimestampPrecision
	case IntervalYearMonth:
		t.Precision, t.Unit = DefaultYearPrecision, "YEAR TO MONTH"
	case IntervalDayTime:
		t.Precision, t.Scale, t.Unit = DefaultDayPrecision, DefaultFractionPrecision, "DAY TO SECOND"
	}
	return t
}

// DecimalOf is nullable DECIMAL(p, s). It does not check 1 <= p <= 38 and 0 <= s <= p: see Check.
func DecimalOf(p, s int) Type { return Type{Kind: Decimal, Nullable: true, Precision: p, Scale: s} }

// CharOf is nullable CHAR(n).
func CharOf(n int) Type { return Type{Kind: Char, Nullable: true, Length: n} }

// VarCharOf is nullable VARCHAR(n).
func VarCharOf(n int) Type { return Type{Kind: VarChar, Nullable: true, Length: n} }

// StringOf is nullable STRING, which is VARCHAR(MaxLength).
func StringOf() Type { return VarCharOf(MaxLength) }

// BinaryOf is nullable BINARY(n).
func BinaryOf(n int) Type { return Type{Kind: Binary, Nullable: true, Length: n} }

// VarBinaryOf is nullable VARBINARY(n).
func VarBinaryOf(n int) Type { return Type{Kind: VarBinary, Nullable: true, Length: n} }

// BytesOf is nullable BYTES, which is VARBINARY(MaxLength).
func BytesOf() Type { return VarBinaryOf(MaxLength) }

// TimestampOf is nullable TIMESTAMP(p).
func TimestampOf(p int) Type { return Type{Kind: Timestamp, Nullable: true, Precision: p} }

// TimestampLTZOf is nullable TIMESTAMP_LTZ(p).
func TimestampLTZOf(p int) Type { return Type{Kind: TimestampLTZ, Nullable: true, Precision: p} }

// IntervalOf is the nullable interval of a range such as "DAY", "DAY TO SECOND" or "YEAR TO MONTH",
// with the default precisions; false when there is no such range. WEEK counts as DAY, QUARTER as
// MONTH.
func IntervalOf(unit string) (Type, bool) {
	switch unit {
	case "WEEK":
		unit = "DAY"
	case "QUARTER":
		unit = "MONTH"
	}
	r, ok := rangeOf(unit)
	if !ok {
		return Type{}, false
	}
	t := Of(r.kind())
	t.Unit = unit
	return t, true
}

// ArrayOf is nullable ARRAY<elem>.
func ArrayOf(elem Type) Type { return Type{Kind: Array, Nullable: true, Elem: &elem} }

// MultisetOf is nullable MULTISET<elem>.
func MultisetOf(elem Type) Type { return Type{Kind: Multiset, Nullable: true, Elem: &elem} }

// MapOf is nullable MAP<key, value>.
func MapOf(key, value Type) Type {
	return Type{Kind: Map, Nullable: true, Key: &key, Elem: &value}
}

// RowOf is a nullable ROW of the fields.
func RowOf(fields ...Field) Type { return Type{Kind: Row, Nullable: true, Fields: fields} }

// NotNull is t without NULL.
func (t Type) NotNull() Type { return t.WithNullable(false) }

// OrNull is t with NULL.
func (t Type) OrNull() Type { return t.WithNullable(true) }

// WithNullable is t with the given nullability.
func (t Type) WithNullable(nullable bool) Type {
	t.Nullable = nullable
	return t
}

// AnyNullable reports whether one of the types holds NULL: the nullability of most results.
func AnyNullable(ts ...Type) bool {
	for _, t := range ts {
		if t.Nullable {
			return true
		}
	}
	return false
}
