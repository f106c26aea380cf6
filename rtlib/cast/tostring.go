package cast

import (
	"time"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Casts to text. AppendX appends to dst and allocates only when dst must grow; XToString allocates
// the string.

// textSize holds the text of every value but intervals of absurd length, so that the buffer stays
// on the stack.
const textSize = 64

// AppendBool appends the text of BOOLEAN: TRUE or FALSE.
func AppendBool(dst []byte, v bool) []byte {
	if v {
		return append(dst, "TRUE"...)
	}
	return append(dst, "FALSE"...)
}

// AppendInt8 appends the text of TINYINT.
func AppendInt8(dst []byte, v int8) []byte {
	return value.AppendInt(dst, int64(v))
}

// AppendInt16 appends the text of SMALLINT.
func AppendInt16(dst []byte, v int16) []byte {
	return value.AppendInt(dst, int64(v))
}

// AppendInt32 appends the text of INT.
func AppendInt32(dst []byte, v int32) []byte {
	return value.AppendInt(dst, int64(v))
}

// AppendInt64 appends the text of BIGINT.
func AppendInt64(dst []byte, v int64) []byte {
	return value.AppendInt(dst, int64(v))
}

// AppendFloat32 appends the text of FLOAT, as Java writes it.
func AppendFloat32(dst []byte, v float32) []byte {
	return value.AppendFloat32(dst, v)
}

// AppendFloat64 appends the text of DOUBLE, as Java writes it.
func AppendFloat64(dst []byte, v float64) []byte {
	return value.AppendFloat64(dst, v)
}

// AppendDecimal appends the text of DECIMAL of scale s: plain, with s digits behind the point.
func AppendDecimal(dst []byte, v value.Int128, s int) []byte {
	return value.AppendDecimal(dst, v, s)
}

// AppendDate appends the text of DATE: 2021-09-24.
func AppendDate(dst []byte, v int32) []byte {
	return value.AppendDate(dst, v)
}

// AppendTime appends the text of TIME(p): 12:34:56.123.
func AppendTime(dst []byte, v int32, p int) []byte {
	return value.AppendTime(dst, v, p)
}

// AppendTimestamp appends the text of TIMESTAMP(p): 2021-09-24 12:34:56.123000.
func AppendTimestamp(dst []byte, v value.Timestamp, p int) []byte {
	return value.AppendTimestamp(dst, v, p)
}

// AppendInstant appends the text of TIMESTAMP_LTZ(p) as the zone shows it.
func AppendInstant(dst []byte, v value.Timestamp, p int, zone *time.Location) []byte {
	return value.AppendTimestamp(dst, v.Local(zone), p)
}

// AppendMonths appends the text of INTERVAL YEAR TO MONTH: +7-00.
func AppendMonths(dst []byte, v int32) []byte {
	return value.AppendMonths(dst, v)
}

// AppendMillis appends the text of INTERVAL DAY TO SECOND: +1 10:17:36.789.
func AppendMillis(dst []byte, v int64) []byte {
	return value.AppendMillis(dst, v)
}

// BoolToString is the text of BOOLEAN: TRUE or FALSE; it does not allocate.
func BoolToString(v bool) string {
	if v {
		return "TRUE"
	}
	return "FALSE"
}

// Int8ToString is the text of TINYINT.
func Int8ToString(v int8) string {
	var buf [textSize]byte
	return string(AppendInt8(buf[:0], v))
}

// Int16ToString is the text of SMALLINT.
func Int16ToString(v int16) string {
	var buf [textSize]byte
	return string(AppendInt16(buf[:0], v))
}

// Int32ToString is the text of INT.
func Int32ToString(v int32) string {
	var buf [textSize]byte
	return string(AppendInt32(buf[:0], v))
}

// Int64ToString is the text of BIGINT.
func Int64ToString(v int64) string {
	var buf [textSize]byte
	return string(AppendInt64(buf[:0], v))
}

// Float32ToString is the text of FLOAT, as Java writes it.
func Float32ToString(v float32) string {
	var buf [textSize]byte
	return string(AppendFloat32(buf[:0], v))
}

// Float64ToString is the text of DOUBLE, as Java writes it.
func Float64ToString(v float64) string {
	var buf [textSize]byte
	return string(AppendFloat64(buf[:0], v))
}

// DecimalToString is the text of DECIMAL of scale s: plain, with s digits behind the point.
func DecimalToString(v value.Int128, s int) string {
	var buf [textSize]byte
	return string(AppendDecimal(buf[:0], v, s))
}

// DateToString is the text of DATE: 2021-09-24.
func DateToString(v int32) string {
	var buf [textSize]byte
	return string(AppendDate(buf[:0], v))
}

// TimeToString is the text of TIME(p): 12:34:56.123.
func TimeToString(v int32, p int) string {
	var buf [textSize]byte
	return string(AppendTime(buf[:0], v, p))
}

// TimestampToString is the text of TIMESTAMP(p): 2021-09-24 12:34:56.123000.
func TimestampToString(v value.Timestamp, p int) string {
	var buf [textSize]byte
	return string(AppendTimestamp(buf[:0], v, p))
}

// InstantToString is the text of TIMESTAMP_LTZ(p) as the zone shows it.
func InstantToString(v value.Timestamp, p int, zone *time.Location) string {
	var buf [textSize]byte
	return string(AppendInstant(buf[:0], v, p, zone))
}

// MonthsToString is the text of INTERVAL YEAR TO MONTH: +7-00.
func MonthsToString(v int32) string {
	var buf [textSize]byte
	return string(AppendMonths(buf[:0], v))
}

// MillisToString is the text of INTERVAL DAY TO SECOND: +1 10:17:36.789.
func MillisToString(v int64) string {
	var buf [textSize]byte
	return string(AppendMillis(buf[:0], v))
}
