package datagen

import (
	"time"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Past is a time up to most milliseconds before now, in milliseconds since 1970.
func (r *Random) Past(now, most int64) int64 { return now - r.Int(0, most) }

// Date is the day of a time in a zone, in days since 1970.
func Date(ms int64, zone *time.Location) int32 { return wall(ms, zone).Date() }

// TimeOfDay is the time of day in a zone, in milliseconds.
func TimeOfDay(ms int64, zone *time.Location) int32 { return wall(ms, zone).TimeOfDay() }

func wall(ms int64, zone *time.Location) value.Timestamp {
	return value.Timestamp{Millis: ms}.Local(zone)
}
