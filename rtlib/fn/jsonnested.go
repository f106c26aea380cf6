package fn

import (
	"encoding/base64"
	"slices"
	"strconv"

	"github.com/flinkc/flinkc/rtlib/format/scalar"
	"github.com/flinkc/flinkc/rtlib/jsonpath"
	"github.com/flinkc/flinkc/rtlib/nested"
	"github.com/flinkc/flinkc/rtlib/value"
)

// JSONStringNested is an ARRAY as a JSON array, a MAP, MULTISET or ROW as an object with its members in
// the order of their names. It fails for a key that is NULL.
func JSONStringNested(a *Arena, t *nested.Type, v string) (string, error) {
	b, err := appendNested(a.tail(2*len(v)), t, v)
	if err != nil {
		return "", err
	}
	return a.take(b), nil
}

func appendNested(b []byte, t *nested.Type, v string) (_ []byte, err error) {
	if t.Kind != nested.Array {
		return appendMembers(b, t, v)
	}
	b = append(b, '[')
	for i := range nested.Len(v) {
		if i > 0 {
			b = append(b, ',')
		}
		if b, err = appendCell(b, t.Elem, v, i); err != nil {
			return b, err
		}
	}
	return append(b, ']'), nil
}

// appendMembers appends an object.
func appendMembers(b []byte, t *nested.Type, v string) (_ []byte, err error) {
	var few [16]int
	n, values := nested.Pairs(v), nested.Pairs(v)
	if t.Kind == nested.Row {
		n, values = len(t.Fields), 0
	}
	order := few[:0]
	for i := range n {
		if t.Kind != nested.Row && nested.Field(v, i) < 0 {
			return b, errNullKey
		}
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(i, j int) int { return javaOrder(memberName(t, v, i), memberName(t, v, j)) })
	b = append(b, '{')
	for k, i := range order {
		if k > 0 {
			b = append(b, ',')
		}
		b = append(jsonpath.AppendQuoted(b, memberName(t, v, i)), ':')
		if b, err = appendCell(b, memberType(t, i), v, values+i); err != nil {
			return b, err
		}
	}
	return append(b, '}'), nil
}

func memberName(t *nested.Type, v string, i int) string {
	if t.Kind == nested.Row {
		return t.Fields[i].Name
	}
	return nested.Text(v, i)
}

// counted is the type of the counts of a MULTISET.
var counted = &nested.Type{Kind: nested.Int32}

func memberType(t *nested.Type, i int) *nested.Type {
	switch t.Kind {
	case nested.Row:
		return t.Fields[i].Type
	case nested.Multiset:
		return counted
	}
	return t.Elem
}

func appendCell(b []byte, t *nested.Type, v string, i int) ([]byte, error) {
	if nested.Field(v, i) < 0 {
		return append(b, "null"...), nil
	}
	if t.Kind >= nested.Array {
		return appendNested(b, t, nested.Text(v, i))
	}
	return appendJSONScalar(b, t, v, i), nil
}

func appendJSONScalar(b []byte, t *nested.Type, v string, i int) []byte {
	switch t.Kind {
	case nested.Bool8:
		return strconv.AppendBool(b, nested.Bool(v, i))
	case nested.Single:
		return jsonpath.AppendFloat32(b, nested.Float32(v, i))
	case nested.Double:
		return jsonpath.AppendFloat64(b, nested.Float64(v, i))
	case nested.Number:
		return scalar.AppendStripped(b, nested.Decimal(v, i), t.Scale, false)
	case nested.String:
		return jsonpath.AppendQuoted(b, nested.Text(v, i))
	case nested.Bytes:
		return append(base64.StdEncoding.AppendEncode(append(b, '"'), []byte(nested.Text(v, i))), '"')
	case nested.Moment:
		return append(value.AppendTimestampShort(append(b, '"'), nested.Timestamp(v, i), 'T'), '"')
	case nested.Instant:
		return append(value.AppendTimestampShort(append(b, '"'), nested.Timestamp(v, i), 'T'), "Z\""...)
	}
	return strconv.AppendInt(b, nested.Int(v, i), 10)
}
