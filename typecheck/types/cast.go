package types

// CastRule says how a value of one type becomes a value of another.
type CastRule uint8

// Cast rules. An implicit cast never fails for any value of its source, but may give NULL
// (DECIMAL). A hint rule is an explicit cast that the type check knows but refuses with advice.
const (
	Never           CastRule = iota
	HintToTimestamp          // advice: TO_TIMESTAMP(FROM_UNIXTIME(x)), TO_TIMESTAMP_LTZ(x, 3)
	HintToNumber             // advice: UNIX_TIMESTAMP(CAST(ts AS STRING))
	ExplicitMayFail          // only by CAST, which fails for some values (NULL in TRY_CAST)
	Explicit                 // only by CAST, never fails
	Implicit                 // also without CAST, for function arguments, set operations and INSERT
)

// Allowed reports whether CAST is allowed.
func (r CastRule) Allowed() bool { return r >= ExplicitMayFail }

// IsImplicit reports whether no CAST is needed.
func (r CastRule) IsImplicit() bool { return r == Implicit }

// MayFail reports whether the cast can fail at run time.
func (r CastRule) MayFail() bool { return r == ExplicitMayFail }

// CanCast tells the rule from one type to another (dialect/types.md 3 and 4). A nullable value goes
// to a NOT NULL type only explicitly. A NULL literal goes to every nullable type.
func CanCast(from, to Type) CastRule {
	if from.Kind == Null {
		return nullRule(to)
	}
	r := rootRule(from, to)
	if r == Implicit && from.Nullable && !to.Nullable {
		return Explicit
	}
	return r
}

func nullRule(to Type) CastRule {
	if to.Nullable && to.Kind != Invalid && to.Kind != Descriptor {
		return Implicit
	}
	return Never
}

func rootRule(from, to Type) CastRule {
	switch {
	case from.IsConstructed() && from.Kind == to.Kind:
		return partsRule(from, to)
	case implicitRoots(from.Kind, to.Kind):
		return Implicit
	}
	return explicitRule(from, to)
}

// implicitRoots is the table of dialect/types.md 3.
func implicitRoots(from, to Kind) bool {
	if from == to {
		return from != Invalid && from != Descriptor
	}
	switch to {
	case VarChar:
		return from == Char
	case VarBinary:
		return from == Binary
	case Decimal:
		return from >= TinyInt && from <= Double
	case SmallInt, Int, BigInt:
		return from >= TinyInt && from < to
	case Float:
		return from >= TinyInt && from <= BigInt || from == Decimal
	case Double:
		return from >= TinyInt && from <= Decimal
	case Date, Time:
		return from == Timestamp
	case Timestamp:
		return from == TimestampLTZ
	case TimestampLTZ:
		return from == Timestamp
	}
	return false
}

// explicitRule is the matrix of dialect/types.md 4, without the cells that are implicit.
func explicitRule(from, to Type) CastRule {
	switch {
	case isHint(from, to):
		return HintToTimestamp
	case isHint(to, from):
		return HintToNumber
	case !explicitAllowed(from, to):
		return Never
	case from.IsCharacter() && !to.IsCharacter() && !to.IsBinary():
		return ExplicitMayFail
	}
	return Explicit
}

func isHint(number, timestamp Type) bool { return number.IsNumeric() && timestamp.IsTimestamp() }

func explicitAllowed(from, to Type) bool {
	switch {
	case to.IsCharacter():
		return from.Kind != Invalid && from.Kind != Descriptor
	case from.IsCharacter():
		return to.IsBinary() || to.Kind == Boolean || to.IsNumeric() || to.IsDatetime()
	case to.IsBinary():
		return from.IsBinary() || from.Kind == Raw
	case from.Kind == Boolean:
		return to.IsNumeric()
	case to.Kind == Boolean:
		return from.IsNumeric()
	case from.IsNumeric() && to.IsNumeric():
		return true
	case from.IsInterval() || to.IsInterval():
		return intervalNumber(from, to) || intervalNumber(to, from)
	}
	return explicitDatetime(from.Kind, to.Kind)
}

// intervalNumber reports a single-field interval against an exact number.
func intervalNumber(interval, number Type) bool {
	return interval.SingleField() && number.IsExact()
}

func explicitDatetime(from, to Kind) bool {
	switch from {
	case Date:
		return to == Timestamp || to == TimestampLTZ
	case Time:
		return to == Timestamp || to == TimestampLTZ
	case Timestamp, TimestampLTZ:
		return to == Date || to == Time
	}
	return false
}

// partsRule is the weakest rule of the parts. A NULL part of a NOT NULL part type fails at run
// time.
func partsRule(from, to Type) CastRule {
	r := Implicit
	if from.Key != nil && to.Key != nil {
		r = min(r, partRule(*from.Key, *to.Key))
	}
	if from.Elem != nil && to.Elem != nil {
		r = min(r, partRule(*from.Elem, *to.Elem))
	}
	if len(from.Fields) != len(to.Fields) {
		return Never
	}
	for i, f := range from.Fields {
		r = min(r, partRule(f.Type, to.Fields[i].Type))
	}
	return max(r, Never)
}

func partRule(from, to Type) CastRule {
	r := CanCast(from, to)
	if !r.Allowed() {
		return Never
	}
	if r == Explicit && from.Nullable && !to.Nullable {
		return ExplicitMayFail
	}
	return r
}

// CanInsert reports whether a query column of one type may be written to a sink column of another,
// with the cast that the checker then adds: implicit casts, and changes of length, precision and
// scale within one kind. Nullability is not asked: the sink's NOT NULL check runs per record.
func CanInsert(from, to Type) bool {
	return CanCast(from.NotNull(), to.OrNull()).IsImplicit() ||
		from.Kind == Null ||
		from.IsCharacter() && to.IsCharacter() || from.IsBinary() && to.IsBinary()
}
