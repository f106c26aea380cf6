package types

// Common is the type to which all the types generalise: the type of CASE, COALESCE, UNION, IN,
// VALUES and of the operands of a comparison (dialect/types.md 2). It is nullable when one of them
// is. NULL literals adapt; only NULL literals give NULL. False when there is none.
func Common(ts ...Type) (Type, bool) {
	if len(ts) == 0 {
		return Type{}, false
	}
	all := ts[0]
	for _, t := range ts[1:] {
		merged, ok := commonPair(all, t)
		if !ok {
			return implicitTarget(ts)
		}
		all = merged
	}
	return all.WithNullable(AnyNullable(ts...) || all.Kind == Null), true
}

func commonPair(a, b Type) (Type, bool) {
	a, b = adaptNull(a, b)
	var t Type
	ok := true
	switch {
	case a.IsCharacter() && b.IsCharacter():
		t = commonSized(a, b, Char, VarChar)
	case a.IsBinary() && b.IsBinary():
		t = commonSized(a, b, Binary, VarBinary)
	case a.IsNumeric() && b.IsNumeric():
		t = commonNumeric(a, b)
	case a.IsInterval() && b.IsInterval():
		t, ok = commonInterval(a, b)
	case a.IsTimestamp() && b.IsTimestamp():
		t = Type{Kind: max(a.Kind, b.Kind), Precision: max(a.Precision, b.Precision)}
	case a.Kind != b.Kind:
		return Type{}, false
	case a.IsConstructed():
		t, ok = commonConstructed(a, b)
	default: // BOOLEAN, DATE, TIME, RAW
		t = a
		t.Precision = max(a.Precision, b.Precision)
	}
	return t.WithNullable(a.Nullable || b.Nullable), ok
}

// commonSized keeps equal fixed lengths and makes ragged ones varying.
func commonSized(a, b Type, fixed, varying Kind) Type {
	k := varying
	if a.Kind == fixed && b.Kind == fixed && a.Length == b.Length {
		k = fixed
	}
	return Type{Kind: k, Length: max(a.Length, b.Length)}
}

func commonNumeric(a, b Type) Type {
	switch {
	case a.IsInteger() && b.IsInteger():
		return Type{Kind: max(a.Kind, b.Kind)}
	case a.IsExact() && b.IsExact():
		return commonDecimal(a, b)
	case a.IsApproximate() && b.IsApproximate():
		return Type{Kind: a.Kind} // of Flink's planner, to which both are as precise
	case a.Kind == Double || b.Kind == Double || a.Kind == Decimal || b.Kind == Decimal:
		return Type{Kind: Double}
	}
	return Type{Kind: Float}
}

// commonDecimal holds the digits of both before and behind the point; digits behind it are given up
// beyond 38.
func commonDecimal(a, b Type) Type {
	a, _ = a.AsDecimal()
	b, _ = b.AsDecimal()
	digits := min(max(a.Precision-a.Scale, b.Precision-b.Scale), MaxDecimalPrecision)
	scale := min(max(a.Scale, b.Scale), MaxDecimalPrecision-digits)
	return DecimalOf(digits+scale, scale)
}

// commonConstructed generalises element by element; a ROW keeps the first one's names.
func commonConstructed(a, b Type) (Type, bool) {
	t := Type{Kind: a.Kind}
	var okKey, okElem bool
	t.Key, okKey = commonPart(a.Key, b.Key)
	t.Elem, okElem = commonPart(a.Elem, b.Elem)
	if !okKey || !okElem || len(a.Fields) != len(b.Fields) {
		return Type{}, false
	}
	for i, f := range a.Fields {
		ft, ok := Common(f.Type, b.Fields[i].Type)
		if !ok {
			return Type{}, false
		}
		t.Fields = append(t.Fields, Field{Name: f.Name, Type: ft})
	}
	return t, true
}

func commonPart(a, b *Type) (*Type, bool) {
	if a == nil || b == nil {
		return nil, a == b
	}
	t, ok := Common(*a, *b)
	return &t, ok
}

// implicitTarget is the last resort: the first of the types to which all others can be cast
// implicitly.
func implicitTarget(ts []Type) (Type, bool) {
	nullable := AnyNullable(ts...)
	for _, to := range ts {
		if to.Kind != Null && allCast(ts, to.OrNull()) {
			return to.WithNullable(nullable), true
		}
	}
	return Type{}, false
}

func allCast(ts []Type, to Type) bool {
	for _, t := range ts {
		if !CanCast(t, to).IsImplicit() {
			return false
		}
	}
	return true
}
