package cast

import (
	"time"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Casts between DATE (days), TIME (milliseconds of the day), TIMESTAMP (wall clock) and
// TIMESTAMP_LTZ (instant, shown in the session's zone). Digits beyond the precision p are cut,
// never rounded. Flink divides milliseconds as Java does, so that it cuts toward 1970: before it, a
// TIMESTAMP with a time of day becomes the DATE of the next day.

// DateToTimestamp is midnight.
func DateToTimestamp(days int32) value.Timestamp { return value.TimestampOf(days, 0) }

// DateToInstant is midnight in the zone.
func DateToInstant(days int32, zone *time.Location) value.Timestamp {
	return DateToTimestamp(days).Instant(zone)
}

// TimeToTimestamp is the time of 1970-01-01.
func TimeToTimestamp(millis int32) value.Timestamp { return value.TimestampOf(0, millis) }

// TimeToInstant is the time of 1970-01-01 in the zone.
func TimeToInstant(millis int32, zone *time.Location) value.Timestamp {
	return TimeToTimestamp(millis).Instant(zone)
}

// TimestampToDate drops the time, toward 1970.
func TimestampToDate(t value.Timestamp) int32 { return t.DateToward1970() }

// TimestampToTime drops the date and what is below a millisecond.
func TimestampToTime(t value.Timestamp) int32 { return t.TimeOfDay() }

// TimestampToTimestamp cuts to precision p, whole milliseconds toward 1970.
func TimestampToTimestamp(t value.Timestamp, p int) value.Timestamp {
	return t.TruncateToward1970(p)
}

// TimestampToInstant is when the zone's clocks show t, cut to precision p.
func TimestampToInstant(t value.Timestamp, p int, zone *time.Location) value.Timestamp {
	return t.Truncate(p).Instant(zone)
}

// InstantToDate is the date in the zone.
func InstantToDate(t value.Timestamp, zone *time.Location) int32 { return t.Local(zone).Date() }

// InstantToTime is the time of the day in the zone.
func InstantToTime(t value.Timestamp, zone *time.Location) int32 {
	return t.Local(zone).TimeOfDay()
}

// InstantToTimestamp is the wall clock of the zone, cut to precision p.
func InstantToTimestamp(t value.Timestamp, p int, zone *time.Location) value.Timestamp {
	return t.Local(zone).Truncate(p)
}

// InstantToInstant cuts to precision p, whole milliseconds toward 1970.
func InstantToInstant(t value.Timestamp, p int) value.Timestamp { return t.TruncateToward1970(p) }
