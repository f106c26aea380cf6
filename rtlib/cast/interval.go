package cast

import "github.com/flinkc/flinkc/rtlib/value"

// Casts between intervals and numbers: a year-month interval counts months, a day-time interval
// milliseconds.

// Int8ToMonths is TINYINT to a year-month interval, of so many months; the high bits are cut.
func Int8ToMonths(v int8) int32 { return int32(v) }

// Int8ToMillis is TINYINT to a day-time interval, of so many milliseconds.
func Int8ToMillis(v int8) int64 { return int64(v) }

// Int16ToMonths is SMALLINT to a year-month interval, of so many months; the high bits are cut.
func Int16ToMonths(v int16) int32 { return int32(v) }

// Int16ToMillis is SMALLINT to a day-time interval, of so many milliseconds.
func Int16ToMillis(v int16) int64 { return int64(v) }

// Int32ToMonths is INT to a year-month interval, of so many months; the high bits are cut.
func Int32ToMonths(v int32) int32 { return int32(v) }

// Int32ToMillis is INT to a day-time interval, of so many milliseconds.
func Int32ToMillis(v int32) int64 { return int64(v) }

// Int64ToMonths is BIGINT to a year-month interval, of so many months; the high bits are cut.
func Int64ToMonths(v int64) int32 { return int32(v) }

// Int64ToMillis is BIGINT to a day-time interval, of so many milliseconds.
func Int64ToMillis(v int64) int64 { return int64(v) }

// MonthsToInt8 is an interval to TINYINT: its months; the high bits are cut.
func MonthsToInt8(v int32) int8 { return int8(v) }

// MonthsToInt16 is an interval to SMALLINT: its months; the high bits are cut.
func MonthsToInt16(v int32) int16 { return int16(v) }

// MonthsToInt32 is an interval to INT: its months; the high bits are cut.
func MonthsToInt32(v int32) int32 { return int32(v) }

// MonthsToInt64 is an interval to BIGINT: its months; the high bits are cut.
func MonthsToInt64(v int32) int64 { return int64(v) }

// MonthsToDecimal is an interval to DECIMAL(p, s): its months; false, and NULL, when they have more
// than p digits.
func MonthsToDecimal(v int32, p, s int) (value.Int128, bool) {
	return Int64ToDecimal(int64(v), p, s)
}

// MillisToInt8 is an interval to TINYINT: its milliseconds; the high bits are cut.
func MillisToInt8(v int64) int8 { return int8(v) }

// MillisToInt16 is an interval to SMALLINT: its milliseconds; the high bits are cut.
func MillisToInt16(v int64) int16 { return int16(v) }

// MillisToInt32 is an interval to INT: its milliseconds; the high bits are cut.
func MillisToInt32(v int64) int32 { return int32(v) }

// MillisToInt64 is an interval to BIGINT: its milliseconds; the high bits are cut.
func MillisToInt64(v int64) int64 { return int64(v) }

// MillisToDecimal is an interval to DECIMAL(p, s): its milliseconds; false, and NULL, when they
// have more than p digits.
func MillisToDecimal(v int64, p, s int) (value.Int128, bool) {
	return Int64ToDecimal(int64(v), p, s)
}
