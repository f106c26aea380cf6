package json

import (
	"math"

	"github.com/flinkc/flinkc/rtlib/format/scalar"
	"github.com/flinkc/flinkc/rtlib/value"
)

// Conversions of the value at hand, as Flink's JsonParserToRowDataConverters. Ask IsNull first.
// Numbers may be written as strings with blanks around. ok is false for a value that is not of the
// type.

// Bool reads true and false; any other value is true only as the text "true" in any case of
// letters.
func (r *Reader) Bool() bool { return r.tok == True || scalar.Bool(scalar.Trim(r.text)) }

// Int64 reads a BIGINT. A number with a fraction or exponent is cut off toward zero.
func (r *Reader) Int64() (v int64, ok bool) {
	if r.tok != Float {
		return scalar.Int64(scalar.Trim(r.text))
	}
	f, ok := scalar.Float64(r.text)
	if !ok || f < -1<<63 || f > 1<<63 {
		return 0, false
	}
	if f == 1<<63 { // Java's comparison lets it pass and its conversion saturates
		return math.MaxInt64, true
	}
	return int64(f), true
}

// Int32 reads an INT. A number with a fraction or exponent is cut off toward zero.
func (r *Reader) Int32() (v int32, ok bool) {
	if r.tok != Float {
		return scalar.Int32(scalar.Trim(r.text))
	}
	f, ok := scalar.Float64(r.text)
	if !ok || f < math.MinInt32 || f > math.MaxInt32 {
		return 0, false
	}
	return int32(f), true
}

// Int16 reads a SMALLINT; fractions and exponents are refused.
func (r *Reader) Int16() (v int16, ok bool) { return scalar.Int16(scalar.Trim(r.text)) }

// Int8 reads a TINYINT; fractions and exponents are refused.
func (r *Reader) Int8() (v int8, ok bool) { return scalar.Int8(scalar.Trim(r.text)) }

// Float64 reads a DOUBLE; too large is infinite.
func (r *Reader) Float64() (v float64, ok bool) { return scalar.Float64(r.text) }

// Float32 reads a FLOAT, rounded once; too large is infinite.
func (r *Reader) Float32() (v float32, ok bool) { return scalar.Float32(r.text) }

// Decimal reads a DECIMAL(precision, scale), rounded HALF_UP to its unscaled value; for a precision
// up to 18 use v.Lo as int64. valid is false for a value that is no number; ok is false, and the
// column NULL without an error, when the number has too many digits.
func (r *Reader) Decimal(precision, scale int) (v value.Int128, ok, valid bool) {
	switch r.tok {
	case String:
		return scalar.Decimal(scalar.Trim(r.text), precision, scale)
	case Int, Float:
		return scalar.Decimal(r.text, precision, scale)
	}
	return v, false, false
}

// Date reads a DATE, strictly "2020-01-02", as days since 1970-01-01.
func (r *Reader) Date() (day int32, ok bool) { return scalar.DateISO(r.text) }

// TimestampSQL reads a TIMESTAMP of any precision in the standard SQL.
func (r *Reader) TimestampSQL() (t value.Timestamp, ok bool) { return scalar.TimestampSQL(r.text) }

// TimestampISO reads a TIMESTAMP of any precision in the standard ISO-8601.
func (r *Reader) TimestampISO() (t value.Timestamp, ok bool) { return scalar.TimestampISO(r.text) }

// InstantSQL reads a TIMESTAMP_LTZ of any precision in the standard SQL.
func (r *Reader) InstantSQL() (t value.Timestamp, ok bool) { return scalar.InstantSQL(r.text) }

// InstantISO reads a TIMESTAMP_LTZ of any precision in the standard ISO-8601.
func (r *Reader) InstantISO() (t value.Timestamp, ok bool) { return scalar.InstantISO(r.text) }

// Time reads a TIME, "03:04:05[.f]", as milliseconds of the day; its fraction is cut off.
func (r *Reader) Time() (millis int32, ok bool) { return scalar.TimeSQL(r.text) }

// Bytes reads a string of base64.
func (r *Reader) Bytes() (v string, ok bool) {
	if r.tok != String {
		return "", false
	}
	return r.Base64(r.text)
}

// Base64 is the bytes that a text means, valid until Reset.
func (r *Reader) Base64(text string) (v string, ok bool) {
	from := len(r.arena)
	r.arena, ok = scalar.AppendBase64Decoded(r.arena, text)
	return borrow(r.arena[from:]), ok
}

// String reads a STRING: a scalar's text, or the whole of an object or array written anew without
// blanks. ok is false when that is malformed. Only objects and arrays cost allocations.
func (r *Reader) String() (text string, ok bool) {
	if r.tok != ObjectStart && r.tok != ArrayStart {
		return r.text, true
	}
	root := r.tree(0)
	if r.kind != None {
		return "", false
	}
	from := len(r.arena)
	r.arena = root.append(r.arena)
	return borrow(r.arena[from:]), true
}
