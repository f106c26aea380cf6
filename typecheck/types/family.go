package types

// IsInteger reports TINYINT to BIGINT.
func (t Type) IsInteger() bool { return t.Kind >= TinyInt && t.Kind <= BigInt }

// IsWhole reports integers and DECIMALs without digits behind the point.
func (t Type) IsWhole() bool { return t.IsInteger() || t.Kind == Decimal && t.Scale == 0 }

// IsExact reports the integers and DECIMAL.
func (t Type) IsExact() bool { return t.IsInteger() || t.Kind == Decimal }

// IsApproximate reports FLOAT and DOUBLE.
func (t Type) IsApproximate() bool { return t.Kind == Float || t.Kind == Double }

// IsNumeric reports the integers, FLOAT, DOUBLE and DECIMAL.
func (t Type) IsNumeric() bool { return t.Kind >= TinyInt && t.Kind <= Decimal }

// IsCharacter reports CHAR and VARCHAR.
func (t Type) IsCharacter() bool { return t.Kind == Char || t.Kind == VarChar }

// IsBinary reports BINARY and VARBINARY.
func (t Type) IsBinary() bool { return t.Kind == Binary || t.Kind == VarBinary }

// IsTimestamp reports TIMESTAMP and TIMESTAMP_LTZ.
func (t Type) IsTimestamp() bool { return t.Kind == Timestamp || t.Kind == TimestampLTZ }

// IsDatetime reports DATE, TIME, TIMESTAMP and TIMESTAMP_LTZ.
func (t Type) IsDatetime() bool { return t.Kind >= Date && t.Kind <= TimestampLTZ }

// IsInterval reports both kinds of intervals.
func (t Type) IsInterval() bool {
	return t.Kind == IntervalYearMonth || t.Kind == IntervalDayTime
}

// IsConstructed reports ARRAY, MAP, MULTISET and ROW.
func (t Type) IsConstructed() bool { return t.Kind >= Array && t.Kind <= Row }

// Parts are the types of which a constructed type is made: keys, elements, fields.
func (t Type) Parts() []Type {
	var out []Type
	for _, part := range []*Type{t.Key, t.Elem} {
		if part != nil {
			out = append(out, *part)
		}
	}
	for _, f := range t.Fields {
		out = append(out, f.Type)
	}
	return out
}

// IsScalar reports the types that have a value of their own: neither constructed, RAW nor
// DESCRIPTOR.
func (t Type) IsScalar() bool { return t.Kind > Null && t.Kind < Array }

// AsDecimal is the DECIMAL that holds every value of an exact numeric type, with its nullability:
// DECIMAL(3|5|10|19, 0) for the integers, DECIMAL itself. False for other types.
func (t Type) AsDecimal() (Type, bool) {
	p := 0
	switch t.Kind {
	case TinyInt:
		p = 3
	case SmallInt:
		p = 5
	case Int:
		p = 10
	case BigInt:
		p = 19
	case Decimal:
		return t, true
	default:
		return Type{}, false
	}
	return DecimalOf(p, 0).WithNullable(t.Nullable), true
}

// Equal reports whether two types are the same, nullability, parameters, field names and all.
func (t Type) Equal(o Type) bool {
	return t.Nullable == o.Nullable && t.equalBody(o, Type.Equal)
}

// EqualIgnoringNullability is Equal with nullability left out at every depth.
func (t Type) EqualIgnoringNullability(o Type) bool {
	return t.equalBody(o, Type.EqualIgnoringNullability)
}

// equalBody compares everything but the types' own nullability; parts are compared by eq.
func (t Type) equalBody(o Type, eq func(a, b Type) bool) bool {
	if t.Kind != o.Kind || t.Precision != o.Precision || t.Scale != o.Scale ||
		t.Length != o.Length || t.Unit != o.Unit || len(t.Fields) != len(o.Fields) {
		return false
	}
	for i, f := range t.Fields {
		if f.Name != o.Fields[i].Name || !eq(f.Type, o.Fields[i].Type) {
			return false
		}
	}
	return equalPart(t.Key, o.Key, eq) && equalPart(t.Elem, o.Elem, eq)
}

func equalPart(a, b *Type, eq func(a, b Type) bool) bool {
	if a == nil || b == nil {
		return a == b
	}
	return eq(*a, *b)
}
