package types

// Check reports the first parameter of a type, or of a part of it, that is out of range: what a
// type name in a script must be tested for.
func (t Type) Check() error {
	if err := t.checkParams(); err != nil {
		return err
	}
	for _, part := range []*Type{t.Key, t.Elem} {
		if part == nil {
			continue
		}
		if err := part.Check(); err != nil {
			return err
		}
	}
	for _, f := range t.Fields {
		if err := f.Type.Check(); err != nil {
			return err
		}
	}
	return nil
}

func (t Type) checkParams() error {
	switch t.Kind {
	case Decimal:
		if t.Precision < 1 || t.Precision > MaxDecimalPrecision {
			return errRange(t, "precision", t.Precision, 1, MaxDecimalPrecision)
		}
		if t.Scale < 0 || t.Scale > t.Precision {
			return errScale(t)
		}
	case Char, VarChar, Binary, VarBinary:
		if t.Length < 1 || t.Length > MaxLength {
			return errRange(t, "length", t.Length, 1, MaxLength)
		}
	case Time, Timestamp, TimestampLTZ:
		if t.Precision < 0 || t.Precision > MaxFractionPrecision {
			return errRange(t, "precision", t.Precision, 0, MaxFractionPrecision)
		}
	case IntervalYearMonth, IntervalDayTime:
		if _, ok := rangeOf(orUnit(t)); !ok {
			return errUnit(t)
		}
	}
	return nil
}
