package csv

import (
	"encoding/base64"
	"strconv"
	"strings"

	"github.com/flinkc/flinkc/rtlib/format/scalar"
	"github.com/flinkc/flinkc/rtlib/nested"
	"github.com/flinkc/flinkc/rtlib/value"
)

// Columns of ARRAY and ROW: the texts of the parts with Format.Elements between them, in one field.
// There is no second level.

// Nested reads such a column; the value lives until Reset. valid is false for a text that is no value
// of the type; ok is false, and the column NULL without an error, for the empty text of a ROW.
func (s *Splitter) Nested(t *nested.Type, text string) (v string, ok, valid bool) {
	if text == "" && t.Kind == nested.Row {
		return "", false, true
	}
	depth := s.nest.Depth()
	for i, more := 0, text != ""; more && (t.Kind == nested.Array || i < len(t.Fields)); i++ {
		var part string
		part, text, more = cut(text, s.format.Elements)
		if !s.element(t, i, part) {
			s.nest.Drop(depth)
			return "", false, false
		}
	}
	for s.nest.Depth() < depth+len(t.Fields) {
		if !s.format.Lenient {
			s.nest.Drop(depth)
			return "", false, false
		}
		s.nest.Null()
	}
	return s.nest.List(depth), true, true
}

// cut is the text before a delimiter, the text behind it, and whether there is one.
func cut(text string, delimiter byte) (part, rest string, more bool) {
	if i := strings.IndexByte(text, delimiter); i >= 0 {
		return text[:i], text[i+1:], true
	}
	return text, "", false
}

// element puts the part i of a value; false: it is not of its type.
func (s *Splitter) element(t *nested.Type, i int, text string) bool {
	part := t.Elem
	if t.Kind == nested.Row {
		part = t.Fields[i].Type
	}
	if s.format.HasNull && text == s.format.Null {
		s.nest.Null()
		return true
	}
	if s.put(part, text) {
		return true
	}
	if s.format.Lenient {
		s.nest.Null()
	}
	return s.format.Lenient
}

// put puts the value that a text means; false: there is none, and nothing is put.
func (s *Splitter) put(t *nested.Type, text string) (ok bool) {
	switch t.Kind {
	case nested.Bool8:
		s.nest.Bool(Bool(text))
		return true
	case nested.String:
		s.nest.Text(text)
		return true
	case nested.Bytes:
		if text, ok = s.Bytes(text); ok {
			s.nest.Text(text)
		}
	case nested.Single:
		var v float32
		if v, ok = Float32(text); ok {
			s.nest.Float32(v)
		}
	case nested.Double:
		var v float64
		if v, ok = Float64(text); ok {
			s.nest.Float64(v)
		}
	case nested.Number:
		return s.putDecimal(t, text)
	case nested.Moment, nested.Instant:
		var v value.Timestamp
		if v, ok = moment(t, text); ok {
			s.nest.Timestamp(v)
		}
	default:
		var v int64
		if v, ok = integer(t.Kind, text); ok {
			s.nest.Int(v)
		}
	}
	return ok
}

// putDecimal puts NULL for a number with too many digits, which is no fault.
func (s *Splitter) putDecimal(t *nested.Type, text string) bool {
	v, ok, valid := Decimal(text, t.Precision, t.Scale)
	switch {
	case ok:
		s.nest.Decimal(v)
	case valid:
		s.nest.Null()
	}
	return valid
}

func moment(t *nested.Type, text string) (value.Timestamp, bool) {
	if t.Kind == nested.Instant {
		return Instant(text)
	}
	return Timestamp(text)
}

func integer(k nested.Kind, text string) (v int64, ok bool) {
	var n int32
	switch k {
	case nested.Int8:
		n, ok := Int8(text)
		return int64(n), ok
	case nested.Int16:
		n, ok := Int16(text)
		return int64(n), ok
	case nested.Int64:
		return Int64(text)
	case nested.Date:
		n, ok = Date(text)
	case nested.Time:
		n, ok = Time(text)
	default:
		n, ok = Int32(text)
	}
	return int64(n), ok
}

// AppendNested appends a value of ARRAY or ROW: the texts of its parts, quoted together as one text
// would be.
func (c *Encoder) AppendNested(dst []byte, t *nested.Type, v string) []byte {
	c.joined = c.joined[:0]
	for i := range nested.Len(v) {
		if i > 0 {
			c.joined = append(c.joined, c.format.Elements)
		}
		part := t.Elem
		if t.Kind == nested.Row {
			part = t.Fields[i].Type
		}
		if nested.Field(v, i) < 0 {
			c.joined = append(c.joined, c.format.Null...)
			continue
		}
		c.joined = c.appendPart(c.joined, part, v, i)
	}
	return c.appendText(dst, c.joined)
}

func (c *Encoder) appendPart(dst []byte, t *nested.Type, v string, i int) []byte {
	switch t.Kind {
	case nested.Bool8:
		return strconv.AppendBool(dst, nested.Bool(v, i))
	case nested.Single:
		return value.AppendFloat32(dst, nested.Float32(v, i))
	case nested.Double:
		return value.AppendFloat64(dst, nested.Float64(v, i))
	case nested.Number:
		return scalar.AppendStripped(dst, nested.Decimal(v, i), t.Scale, !c.scientific)
	case nested.String:
		return append(dst, nested.Text(v, i)...)
	case nested.Bytes:
		return base64.StdEncoding.AppendEncode(dst, []byte(nested.Text(v, i)))
	case nested.Date:
		return scalar.AppendDate(dst, int32(nested.Int(v, i)))
	case nested.Time:
		return scalar.AppendTime(dst, int32(nested.Int(v, i)))
	case nested.Moment:
		return scalar.AppendTimestamp(dst, nested.Timestamp(v, i), ' ')
	case nested.Instant:
		return append(scalar.AppendTimestamp(dst, nested.Timestamp(v, i), ' '), 'Z')
	}
	return value.AppendInt(dst, nested.Int(v, i))
}
