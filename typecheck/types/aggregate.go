package types

// Sum is the type of SUM over t: t itself, DECIMAL(38, s) for DECIMAL (dialect/types.md 6).
// False when t is not numeric.
func Sum(t Type) (Type, bool) {
	if !t.IsNumeric() {
		return Type{}, false
	}
	if t.Kind == Decimal {
		return DecimalOf(MaxDecimalPrecision, t.Scale).WithNullable(t.Nullable), true
	}
	return t, true
}

// Avg is the type of AVG, and of the STDDEV and VAR families, over t: t itself, DECIMAL(38, max(6,
// s)) for DECIMAL. False when t is not numeric.
func Avg(t Type) (Type, bool) {
	if !t.IsNumeric() {
		return Type{}, false
	}
	if t.Kind == Decimal {
		s := max(t.Scale, minDecimalScale)
		return DecimalOf(MaxDecimalPrecision, s).WithNullable(t.Nullable), true
	}
	return t, true
}

// Aggregate is the type of the aggregate function name (upper case) over its first argument;
// COUNT(*) passes no argument that matters. mayBeEmpty says that a group can have no row to add up:
// no GROUP BY, or a FILTER; the result is then nullable even when the argument is not. False when
// there is no such function over that type.
func Aggregate(name string, arg Type, mayBeEmpty bool) (Type, bool) {
	t, ok := aggregateBody(name, arg)
	if !ok || name == "COUNT" || name == "$SUM0" || name == "APPROX_COUNT_DISTINCT" {
		return t, ok
	}
	return t.WithNullable(mayBeEmpty || arg.Nullable || t.Nullable), true
}

func aggregateBody(name string, arg Type) (Type, bool) {
	switch name {
	case "COUNT":
		return Of(BigInt).NotNull(), true
	case "APPROX_COUNT_DISTINCT": // Flink has no hash of other types
		return Of(BigInt).NotNull(), arg.IsNumeric() || arg.IsCharacter() || arg.IsDatetime()
	case "SUM":
		return Sum(arg)
	case "$SUM0":
		t, ok := Sum(arg)
		return t.NotNull(), ok
	case "AVG":
		return Avg(arg)
	case "STDDEV", "STDDEV_POP", "VAR_POP":
		return Avg(arg)
	case "STDDEV_SAMP", "VAR_SAMP", "VARIANCE": // NULL for a single row
		t, ok := Avg(arg)
		return t.OrNull(), ok
	case "MIN", "MAX":
		return arg, ordered(arg)
	case "FIRST_VALUE", "LAST_VALUE":
		return arg, !arg.IsConstructed() && !arg.IsInterval()
	case "LISTAGG":
		return arg, arg.IsCharacter() // of Flink's, although what is joined may be longer
	case "COLLECT":
		return MultisetOf(arg.NotNull()).NotNull(), true
	case "ARRAY_AGG":
		return ArrayOf(arg).OrNull(), true
	}
	return Type{}, false
}

// ordered reports the types that MIN and MAX order.
func ordered(t Type) bool {
	return t.IsScalar() && !t.IsBinary() && !t.IsInterval()
}
