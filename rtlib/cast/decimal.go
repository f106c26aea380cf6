package cast

import "github.com/flinkc/flinkc/rtlib/value"

// Casts from DECIMAL. To an integer the fraction is dropped, then the high bits are cut.

// DecimalToInt8 is DECIMAL of scale s to TINYINT.
func DecimalToInt8(v value.Int128, s int) int8 { return int8(value.DecimalInt64(v, s)) }

// DecimalToInt16 is DECIMAL of scale s to SMALLINT.
func DecimalToInt16(v value.Int128, s int) int16 { return int16(value.DecimalInt64(v, s)) }

// DecimalToInt32 is DECIMAL of scale s to INT.
func DecimalToInt32(v value.Int128, s int) int32 { return int32(value.DecimalInt64(v, s)) }

// DecimalToInt64 is DECIMAL of scale s to BIGINT.
func DecimalToInt64(v value.Int128, s int) int64 { return value.DecimalInt64(v, s) }

// DecimalToBool is DECIMAL to BOOLEAN: 0 is FALSE, all else TRUE.
func DecimalToBool(v value.Int128) bool { return !v.IsZero() }

// DecimalToFloat64 is DECIMAL(p, s) to DOUBLE: the nearest value, but for 16 to 18 digits as Flink
// rounds it.
func DecimalToFloat64(v value.Int128, p, s int) float64 {
	if p <= value.MaxCompactDigits {
		return value.CompactFloat64(v.Int64(), s)
	}
	return value.DecimalFloat64(v, s)
}

// DecimalToFloat32 is DECIMAL(p, s) to FLOAT by way of DOUBLE, as Flink does.
func DecimalToFloat32(v value.Int128, p, s int) float32 {
	return float32(DecimalToFloat64(v, p, s))
}

// DecimalToDecimal is DECIMAL of scale from to DECIMAL(p, s), HALF_UP; false, and NULL, when it has
// more than p digits.
func DecimalToDecimal(v value.Int128, from, p, s int) (value.Int128, bool) {
	return value.DecimalRescale(v, from, p, s)
}

// DecimalToMonths is DECIMAL of scale s to a year-month interval: the whole part as months.
func DecimalToMonths(v value.Int128, s int) int32 { return DecimalToInt32(v, s) }

// DecimalToMillis is DECIMAL of scale s to a day-time interval: the whole part as milliseconds.
func DecimalToMillis(v value.Int128, s int) int64 { return DecimalToInt64(v, s) }
