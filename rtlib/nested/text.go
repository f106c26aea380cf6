package nested

import (
	"strconv"
	"time"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Texts of values, in the form of CAST to STRING and in that of the print connector:
//
//	CAST   [1, NULL]  {a=1}  (1, x)
//	print  [1, null]  {a=1}  +I[1, x]
//
// They differ in scalars too: the print connector shows what Java makes of them.

// String is the text of a value as CAST to STRING gives it; it lives until Reset.
func (w *Writer) String(t *Type, v string, zone *time.Location) string {
	from := len(w.buf)
	w.buf = texts{Writer: w, zone: zone}.value(w.buf, t, v)
	return view(w.buf[from:])
}

// AppendPrinted appends the text of a value as the print connector shows it.
func (w *Writer) AppendPrinted(dst []byte, t *Type, v string) []byte {
	return texts{Writer: w, printed: true}.value(dst, t, v)
}

// texts is a form of texts.
type texts struct {
	*Writer
	printed bool
	zone    *time.Location // of CAST
}

func (x texts) value(dst []byte, t *Type, v string) []byte {
	switch t.Kind {
	case Map, Multiset:
		return x.entries(dst, t, v)
	case Row:
		if x.printed {
			return append(x.cells(append(dst, "+I["...), t, v), ']')
		}
		return append(x.cells(append(dst, '('), t, v), ')')
	}
	return append(x.cells(append(dst, '['), t, v), ']')
}

func (x texts) cells(dst []byte, t *Type, v string) []byte {
	n := Len(v)
	for i := range n {
		if i > 0 {
			dst = append(dst, ", "...)
		}
		dst = x.cell(dst, t.cell(i, n), v, i)
	}
	return dst
}

func (x texts) entries(dst []byte, t *Type, v string) []byte {
	dst = append(dst, '{')
	n := Len(v) / 2
	from := len(x.order)
	if x.printed {
		x.sorted(t.cell(0, 2*n), v, n)
	}
	for i := range n {
		if i > 0 {
			dst = append(dst, ", "...)
		}
		at := i
		if x.printed {
			at = x.order[from+i].at
		}
		dst = append(x.cell(dst, t.cell(0, 2*n), v, at), '=')
		dst = x.cell(dst, t.cell(n, 2*n), v, n+at)
	}
	x.order = x.order[:from]
	return append(dst, '}')
}

func (x texts) cell(dst []byte, t *Type, v string, i int) []byte {
	switch {
	case isNull(v, i) && x.printed:
		return append(dst, "null"...)
	case isNull(v, i):
		return append(dst, "NULL"...)
	case t.Kind >= Array:
		return x.value(dst, t, Text(v, i))
	case x.printed:
		return appendPrinted(dst, t, v, i)
	}
	return x.scalar(dst, t, v, i)
}

// scalar appends the text that CAST to STRING gives.
func (x texts) scalar(dst []byte, t *Type, v string, i int) []byte {
	switch t.Kind {
	case Bool8:
		if Bool(v, i) {
			return append(dst, "TRUE"...)
		}
		return append(dst, "FALSE"...)
	case Number:
		return value.AppendDecimal(dst, Decimal(v, i), t.Scale)
	case Time:
		return value.AppendTime(dst, int32(Int(v, i)), t.Precision)
	case Moment:
		return value.AppendTimestamp(dst, Timestamp(v, i), t.Precision)
	case Instant:
		return value.AppendTimestamp(dst, Timestamp(v, i).Local(x.zone), t.Precision)
	case Months:
		return value.AppendMonths(dst, int32(Int(v, i)))
	case Millis:
		return value.AppendMillis(dst, Int(v, i))
	}
	return appendPlain(dst, t, v, i)
}

// appendPrinted appends the text of Java's toString.
func appendPrinted(dst []byte, t *Type, v string, i int) []byte {
	switch t.Kind {
	case Bool8:
		return strconv.AppendBool(dst, Bool(v, i))
	case Number:
		return value.AppendDecimalJava(dst, Decimal(v, i), t.Scale)
	case Bytes:
		return value.AppendByteArray(dst, Text(v, i))
	case Time:
		return value.AppendLocalTime(dst, int32(Int(v, i)))
	case Moment:
		return value.AppendLocalDateTime(dst, Timestamp(v, i))
	case Instant:
		return value.AppendInstant(dst, Timestamp(v, i))
	}
	return appendPlain(dst, t, v, i)
}

// appendPlain appends what is the same in both forms.
func appendPlain(dst []byte, t *Type, v string, i int) []byte {
	switch t.Kind {
	case String, Bytes:
		return append(dst, Text(v, i)...)
	case Single:
		return value.AppendFloat32(dst, Float32(v, i))
	case Double:
		return value.AppendFloat64(dst, Float64(v, i))
	case Date:
		return value.AppendDate(dst, int32(Int(v, i)))
	}
	return strconv.AppendInt(dst, Int(v, i), 10)
}
