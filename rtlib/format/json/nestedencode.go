package json

import (
	"github.com/flinkc/flinkc/rtlib/nested"
)

// AppendNested appends a value of a constructed type. It fails for a NULL as the key of a map, unless
// the options say what becomes of it.
func AppendNested(dst []byte, t *nested.Type, v string, how *Nesting) ([]byte, error) {
	switch t.Kind {
	case nested.Array:
		return appendElements(dst, t, v, how)
	case nested.Row:
		return appendFields(dst, t, v, how)
	}
	return appendEntries(dst, t, v, how)
}

func appendElements(dst []byte, t *nested.Type, v string, how *Nesting) (_ []byte, err error) {
	dst = append(dst, '[')
	for i := range nested.Len(v) {
		if i > 0 {
			dst = append(dst, ',')
		}
		if dst, err = appendCell(dst, t.Elem, v, i, how); err != nil {
			return dst, err
		}
	}
	return append(dst, ']'), nil
}

func appendFields(dst []byte, t *nested.Type, v string, how *Nesting) (_ []byte, err error) {
	dst = append(dst, '{')
	first := true
	for i, f := range t.Fields {
		if how.OmitNull && nested.Field(v, i) < 0 {
			continue
		}
		if !first {
			dst = append(dst, ',')
		}
		first = false
		dst = append(AppendString(dst, f.Name), ':')
		if dst, err = appendCell(dst, f.Type, v, i, how); err != nil {
			return dst, err
		}
	}
	return append(dst, '}'), nil
}

func appendEntries(dst []byte, t *nested.Type, v string, how *Nesting) (_ []byte, err error) {
	dst = append(dst, '{')
	elem, n, first := t.Elem, nested.Len(v)/2, true
	if t.Kind == nested.Multiset {
		elem = counted
	}
	for i := range n {
		key := how.NullKey
		switch {
		case nested.Field(v, i) >= 0:
			key = nested.Text(v, i)
		case how.NullKeys == FailNullKeys:
			return dst, ErrNullKey
		case how.NullKeys == DropNullKeys:
			continue
		}
		if !first {
			dst = append(dst, ',')
		}
		first = false
		dst = append(AppendString(dst, key), ':')
		if dst, err = appendCell(dst, elem, v, n+i, how); err != nil {
			return dst, err
		}
	}
	return append(dst, '}'), nil
}

func appendCell(dst []byte, t *nested.Type, v string, i int, how *Nesting) ([]byte, error) {
	if nested.Field(v, i) < 0 {
		return AppendNull(dst), nil
	}
	if t.Kind >= nested.Array {
		return AppendNested(dst, t, nested.Text(v, i), how)
	}
	return appendScalar(dst, t, v, i, how), nil
}

func appendScalar(dst []byte, t *nested.Type, v string, i int, how *Nesting) []byte {
	switch t.Kind {
	case nested.Bool8:
		return AppendBool(dst, nested.Bool(v, i))
	case nested.Single:
		return AppendFloat32(dst, nested.Float32(v, i))
	case nested.Double:
		return AppendFloat64(dst, nested.Float64(v, i))
	case nested.Number:
		return AppendDecimal(dst, nested.Decimal(v, i), t.Scale, how.Plain)
	case nested.String:
		return AppendString(dst, nested.Text(v, i))
	case nested.Bytes:
		return AppendBytes(dst, nested.Text(v, i))
	case nested.Date:
		return AppendDate(dst, int32(nested.Int(v, i)))
	case nested.Time:
		return AppendTime(dst, int32(nested.Int(v, i)))
	case nested.Moment:
		if how.ISO {
			return AppendTimestampISO(dst, nested.Timestamp(v, i))
		}
		return AppendTimestampSQL(dst, nested.Timestamp(v, i))
	case nested.Instant:
		if how.ISO {
			return AppendInstantISO(dst, nested.Timestamp(v, i))
		}
		return AppendInstantSQL(dst, nested.Timestamp(v, i))
	}
	return AppendInt(dst, nested.Int(v, i))
}
