package cast

import (
	"math"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Casts from FLOAT and DOUBLE. To an integer they go as Java's narrowing does: NaN is 0, values
// beyond the range of INT (BIGINT for BIGINT) become its first or last value, and only then the
// high bits are cut for SMALLINT and TINYINT.

// Float32ToInt8 is FLOAT to TINYINT, truncated toward zero.
func Float32ToInt8(v float32) int8 { return int8(saturate32(float64(v))) }

// Float32ToInt16 is FLOAT to SMALLINT, truncated toward zero.
func Float32ToInt16(v float32) int16 { return int16(saturate32(float64(v))) }

// Float32ToInt32 is FLOAT to INT, truncated toward zero.
func Float32ToInt32(v float32) int32 { return saturate32(float64(v)) }

// Float32ToInt64 is FLOAT to BIGINT, truncated toward zero.
func Float32ToInt64(v float32) int64 { return saturate64(float64(v)) }

// Float32ToBool is FLOAT to BOOLEAN: both zeros are FALSE, NaN and all else TRUE.
func Float32ToBool(v float32) bool { return v != 0 }

// Float32ToDecimal is FLOAT to DECIMAL(p, s), from the shortest text of the value as DOUBLE,
// HALF_UP. false, and NULL, when it has more than p digits; an error for NaN and the infinities.
func Float32ToDecimal(v float32, p, s int) (value.Int128, bool, error) {
	d, ok, valid := value.Float64Decimal(float64(v), p, s)
	if !valid {
		return d, false, errNotFinite(float64(v), p, s)
	}
	return d, ok, nil
}

// Float64ToInt8 is DOUBLE to TINYINT, truncated toward zero.
func Float64ToInt8(v float64) int8 { return int8(saturate32(float64(v))) }

// Float64ToInt16 is DOUBLE to SMALLINT, truncated toward zero.
func Float64ToInt16(v float64) int16 { return int16(saturate32(float64(v))) }

// Float64ToInt32 is DOUBLE to INT, truncated toward zero.
func Float64ToInt32(v float64) int32 { return saturate32(float64(v)) }

// Float64ToInt64 is DOUBLE to BIGINT, truncated toward zero.
func Float64ToInt64(v float64) int64 { return saturate64(float64(v)) }

// Float64ToBool is DOUBLE to BOOLEAN: both zeros are FALSE, NaN and all else TRUE.
func Float64ToBool(v float64) bool { return v != 0 }

// Float64ToDecimal is DOUBLE to DECIMAL(p, s), from the shortest text of the value as DOUBLE,
// HALF_UP. false, and NULL, when it has more than p digits; an error for NaN and the infinities.
func Float64ToDecimal(v float64, p, s int) (value.Int128, bool, error) {
	d, ok, valid := value.Float64Decimal(float64(v), p, s)
	if !valid {
		return d, false, errNotFinite(float64(v), p, s)
	}
	return d, ok, nil
}

// Float32ToFloat64 is FLOAT to DOUBLE: the same value.
func Float32ToFloat64(v float32) float64 { return float64(v) }

// Float64ToFloat32 is DOUBLE to FLOAT, rounded to the nearest; too large is Infinity.
func Float64ToFloat32(v float64) float32 { return float32(v) }

func saturate32(v float64) int32 {
	switch {
	case v >= math.MaxInt32:
		return math.MaxInt32
	case v <= math.MinInt32:
		return math.MinInt32
	case v != v:
		return 0
	}
	return int32(v)
}

func saturate64(v float64) int64 {
	switch {
	case v >= math.MaxInt64: // as float64 this is 2^63, the first value that does not fit
		return math.MaxInt64
	case v <= math.MinInt64:
		return math.MinInt64
	case v != v:
		return 0
	}
	return int64(v)
}
