package cast

import "github.com/flinkc/flinkc/rtlib/value"

// Casts from BOOLEAN: TRUE is 1, FALSE is 0.

// BoolToInt8 is BOOLEAN to TINYINT.
func BoolToInt8(v bool) int8 {
	if v {
		return 1
	}
	return 0
}

// BoolToInt16 is BOOLEAN to SMALLINT.
func BoolToInt16(v bool) int16 {
	if v {
		return 1
	}
	return 0
}

// BoolToInt32 is BOOLEAN to INT.
func BoolToInt32(v bool) int32 {
	if v {
		return 1
	}
	return 0
}

// BoolToInt64 is BOOLEAN to BIGINT.
func BoolToInt64(v bool) int64 {
	if v {
		return 1
	}
	return 0
}

// BoolToFloat32 is BOOLEAN to FLOAT.
func BoolToFloat32(v bool) float32 { return float32(BoolToInt8(v)) }

// BoolToFloat64 is BOOLEAN to DOUBLE.
func BoolToFloat64(v bool) float64 { return float64(BoolToInt8(v)) }

// BoolToDecimal is BOOLEAN to DECIMAL(p, s); false, and NULL, for TRUE when p = s: there is no
// digit for the 1.
func BoolToDecimal(v bool, p, s int) (value.Int128, bool) {
	return Int64ToDecimal(BoolToInt64(v), p, s)
}
