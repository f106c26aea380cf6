package cast

import "github.com/flinkc/flinkc/rtlib/value"

// Casts from the integer types. Narrowing wraps: the high bits are cut, as Java does.

// Int8ToInt16 is TINYINT to SMALLINT; it widens.
func Int8ToInt16(v int8) int16 { return int16(v) }

// Int8ToInt32 is TINYINT to INT; it widens.
func Int8ToInt32(v int8) int32 { return int32(v) }

// Int8ToInt64 is TINYINT to BIGINT; it widens.
func Int8ToInt64(v int8) int64 { return int64(v) }

// Int8ToBool is TINYINT to BOOLEAN: 0 is FALSE, all else TRUE.
func Int8ToBool(v int8) bool { return v != 0 }

// Int8ToFloat32 is TINYINT to FLOAT, rounded to the nearest.
func Int8ToFloat32(v int8) float32 { return float32(v) }

// Int8ToFloat64 is TINYINT to DOUBLE, rounded to the nearest.
func Int8ToFloat64(v int8) float64 { return float64(v) }

// Int8ToDecimal is TINYINT to DECIMAL(p, s); false, and NULL, when it has more than p digits.
func Int8ToDecimal(v int8, p, s int) (value.Int128, bool) {
	return Int64ToDecimal(int64(v), p, s)
}

// Int16ToInt8 is SMALLINT to TINYINT; it cuts the high bits.
func Int16ToInt8(v int16) int8 { return int8(v) }

// Int16ToInt32 is SMALLINT to INT; it widens.
func Int16ToInt32(v int16) int32 { return int32(v) }

// Int16ToInt64 is SMALLINT to BIGINT; it widens.
func Int16ToInt64(v int16) int64 { return int64(v) }

// Int16ToBool is SMALLINT to BOOLEAN: 0 is FALSE, all else TRUE.
func Int16ToBool(v int16) bool { return v != 0 }

// Int16ToFloat32 is SMALLINT to FLOAT, rounded to the nearest.
func Int16ToFloat32(v int16) float32 { return float32(v) }

// Int16ToFloat64 is SMALLINT to DOUBLE, rounded to the nearest.
func Int16ToFloat64(v int16) float64 { return float64(v) }

// Int16ToDecimal is SMALLINT to DECIMAL(p, s); false, and NULL, when it has more than p digits.
func Int16ToDecimal(v int16, p, s int) (value.Int128, bool) {
	return Int64ToDecimal(int64(v), p, s)
}

// Int32ToInt8 is INT to TINYINT; it cuts the high bits.
func Int32ToInt8(v int32) int8 { return int8(v) }

// Int32ToInt16 is INT to SMALLINT; it cuts the high bits.
func Int32ToInt16(v int32) int16 { return int16(v) }

// Int32ToInt64 is INT to BIGINT; it widens.
func Int32ToInt64(v int32) int64 { return int64(v) }

// Int32ToBool is INT to BOOLEAN: 0 is FALSE, all else TRUE.
func Int32ToBool(v int32) bool { return v != 0 }

// Int32ToFloat32 is INT to FLOAT, rounded to the nearest.
func Int32ToFloat32(v int32) float32 { return float32(v) }

// Int32ToFloat64 is INT to DOUBLE, rounded to the nearest.
func Int32ToFloat64(v int32) float64 { return float64(v) }

// Int32ToDecimal is INT to DECIMAL(p, s); false, and NULL, when it has more than p digits.
func Int32ToDecimal(v int32, p, s int) (value.Int128, bool) {
	return Int64ToDecimal(int64(v), p, s)
}

// Int64ToInt8 is BIGINT to TINYINT; it cuts the high bits.
func Int64ToInt8(v int64) int8 { return int8(v) }

// Int64ToInt16 is BIGINT to SMALLINT; it cuts the high bits.
func Int64ToInt16(v int64) int16 { return int16(v) }

// Int64ToInt32 is BIGINT to INT; it cuts the high bits.
func Int64ToInt32(v int64) int32 { return int32(v) }

// Int64ToBool is BIGINT to BOOLEAN: 0 is FALSE, all else TRUE.
func Int64ToBool(v int64) bool { return v != 0 }

// Int64ToFloat32 is BIGINT to FLOAT, rounded to the nearest.
func Int64ToFloat32(v int64) float32 { return float32(v) }

// Int64ToFloat64 is BIGINT to DOUBLE, rounded to the nearest.
func Int64ToFloat64(v int64) float64 { return float64(v) }

// Int64ToDecimal is BIGINT to DECIMAL(p, s); false, and NULL, when it has more than p digits.
func Int64ToDecimal(v int64, p, s int) (value.Int128, bool) {
	return value.DecimalRescale(value.FromInt64(v), 0, p, s)
}
