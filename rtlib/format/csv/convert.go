package csv

import (
	"github.com/flinkc/flinkc/rtlib/format/scalar"
	"github.com/flinkc/flinkc/rtlib/value"
)

// Conversions of a field's text, as Flink's CsvToRowDataConverters: numbers, booleans and
// timestamps ignore blanks around, DATE, TIME, BYTES and DECIMAL do not. ok is false for a text that is no such
// value; an empty one never is.

// Bool is true for "true" in any case of letters, else false: there is no wrong text.
func Bool(text string) bool { return scalar.Bool(scalar.Trim(text)) }

// Int64 reads a BIGINT.
func Int64(text string) (v int64, ok bool) { return scalar.Int64(scalar.Trim(text)) }

// Int32 reads an INT.
func Int32(text string) (v int32, ok bool) { return scalar.Int32(scalar.Trim(text)) }

// Int16 reads a SMALLINT.
func Int16(text string) (v int16, ok bool) { return scalar.Int16(scalar.Trim(text)) }

// Int8 reads a TINYINT.
func Int8(text string) (v int8, ok bool) { return scalar.Int8(scalar.Trim(text)) }

// Float64 reads a DOUBLE; too large is infinite.
func Float64(text string) (v float64, ok bool) { return scalar.Float64(text) }

// Float32 reads a FLOAT; too large is infinite.
func Float32(text string) (v float32, ok bool) { return scalar.Float32(text) }

// Decimal reads a DECIMAL(precision, scale), rounded HALF_UP to its unscaled value; for a precision
// up to 18 use v.Lo as int64. valid is false for a text that is no number; ok is false, and the
// column NULL without an error, when the number has too many digits.
func Decimal(text string, precision, scale int) (v value.Int128, ok, valid bool) {
	return scalar.Decimal(text, precision, scale)
}

// Date reads a DATE as days since 1970-01-01.
func Date(text string) (day int32, ok bool) { return scalar.DateJDBC(text) }

// Timestamp reads a TIMESTAMP of any precision: "2020-01-02 03:04:05[.f]" with at most nine digits
// of fraction.
func Timestamp(text string) (t value.Timestamp, ok bool) {
	return scalar.TimestampSQL(scalar.Trim(text))
}

// Instant reads a TIMESTAMP_LTZ of any precision: as Timestamp, with a Z behind it.
func Instant(text string) (t value.Timestamp, ok bool) {
	return scalar.InstantSQL(scalar.Trim(text))
}

// Time reads a TIME as milliseconds of the day: "03:04[:05[.f]]", its fraction is cut off.
func Time(text string) (millis int32, ok bool) { return scalar.TimeISO(text) }

// Bytes reads base64. The result is valid until Reset.
func (s *Splitter) Bytes(text string) (v string, ok bool) {
	from := len(s.arena)
	s.arena, ok = scalar.AppendBase64Decoded(s.arena, text)
	return borrow(s.arena[from:]), ok
}
