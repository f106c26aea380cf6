package value

import "time"

// Timestamp is a TIMESTAMP (a wall clock, counted as if it were UTC) or a TIMESTAMP_LTZ (an
// instant) of any precision. Its order is that of Millis, then Nanos; == is equality.
type Timestamp struct {
	Millis int64 // since 1970-01-01 00:00:00, negative before
	Nanos  int32 // of the millisecond, 0 to 999999
}

// Cmp is -1, 0 or 1 as t is before, at or after o.
func (t Timestamp) Cmp(o Timestamp) int {
	switch {
	case t == o:
		return 0
	case t.Less(o):
		return -1
	}
	return 1
}

// Less reports whether t is before o.
func (t Timestamp) Less(o Timestamp) bool {
	return t.Millis < o.Millis || t.Millis == o.Millis && t.Nanos < o.Nanos
}

// Date is the days since 1970-01-01.
func (t Timestamp) Date() int32 { return int32(floorDiv(t.Millis, MillisPerDay)) }

// DateToward1970 is the days since 1970-01-01, cut toward that day: before it, the next day unless
// it is midnight.
func (t Timestamp) DateToward1970() int32 { return int32(t.Millis / MillisPerDay) }

// TimeOfDay is the milliseconds since midnight.
func (t Timestamp) TimeOfDay() int32 { return int32(floorMod(t.Millis, MillisPerDay)) }

// NanoOfSecond is 0 to 999999999.
func (t Timestamp) NanoOfSecond() int {
	return int(floorMod(t.Millis, MillisPerSecond))*NanosPerMilli + int(t.Nanos)
}

// TimestampOf puts a date and the milliseconds of a day together.
func TimestampOf(days, millisOfDay int32) Timestamp {
	return Timestamp{Millis: int64(days)*MillisPerDay + int64(millisOfDay)}
}

// nanoSteps[p] is the length of the last digit at precision p, in nanoseconds.
var nanoSteps = [10]int64{1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 100, 10, 1}

// Truncate cuts the digits beyond precision p (0 to 9), toward the past.
func (t Timestamp) Truncate(p int) Timestamp {
	switch {
	case p >= 9:
		return t
	case p > 3:
		t.Nanos -= t.Nanos % int32(nanoSteps[p])
		return t
	}
	step := nanoSteps[p] / NanosPerMilli
	return Timestamp{Millis: floorDiv(t.Millis, step) * step}
}

// TruncateToward1970 is Truncate but for the milliseconds (p below 3), which it cuts toward 1970.
func (t Timestamp) TruncateToward1970(p int) Timestamp {
	if p >= 3 {
		return t.Truncate(p)
	}
	step := nanoSteps[p] / NanosPerMilli
	return Timestamp{Millis: t.Millis / step * step}
}

// AddMillis adds a day-time interval; the nanoseconds stay. It wraps like int64.
func (t Timestamp) AddMillis(ms int64) Timestamp { return Timestamp{t.Millis + ms, t.Nanos} }

// AddMonths adds a year-month interval, clamped to the end of the month.
func (t Timestamp) AddMonths(months int32) Timestamp {
	day := TimestampOf(AddMonths(t.Date(), months), t.TimeOfDay())
	return Timestamp{day.Millis, t.Nanos}
}

// FromTime is the instant of a time.Time.
func FromTime(t time.Time) Timestamp {
	ns := int64(t.Nanosecond())
	return Timestamp{
		Millis: t.Unix()*MillisPerSecond + ns/NanosPerMilli,
		Nanos:  int32(ns % NanosPerMilli),
	}
}

// FromTimeWall is the wall clock of a time.Time in its own location, for TIMESTAMP.
func FromTimeWall(t time.Time) Timestamp {
	_, offset := t.Zone()
	return FromTime(t).AddMillis(int64(offset) * MillisPerSecond)
}

// Time is the instant as a time.Time in UTC; for a TIMESTAMP, its wall clock read as UTC.
func (t Timestamp) Time() time.Time {
	seconds := floorDiv(t.Millis, MillisPerSecond)
	return time.Unix(seconds, int64(t.NanoOfSecond())).UTC()
}

// DateTime is midnight UTC of a DATE as a time.Time.
func DateTime(days int32) time.Time { return time.Unix(int64(days)*86400, 0).UTC() }

// TimeToDuration is the time since midnight of a TIME, which is milliseconds.
func TimeToDuration(millis int32) time.Duration { return time.Duration(millis) * time.Millisecond }

// DurationToTime is the TIME so long after midnight; days and what is below a millisecond are cut off.
func DurationToTime(d time.Duration) int32 {
	return int32(floorMod(floorDiv(int64(d), NanosPerMilli), MillisPerDay))
}

// Local is the wall clock that the instant t shows in a zone.
func (t Timestamp) Local(zone *time.Location) Timestamp {
	return t.AddMillis(offsetMillis(t.Millis, zone))
}

// Instant is when the wall clock t is in a zone. A time that the clocks skip is moved on by the
// length of the gap; of a time that they show twice, the first is taken: the rules of java.time.
func (t Timestamp) Instant(zone *time.Location) Timestamp {
	before, after := offsetsAround(t.Millis, zone)
	if before != after && shows(t.Millis, after, zone) && !shows(t.Millis, before, zone) {
		return t.AddMillis(-after)
	}
	return t.AddMillis(-before)
}

// LastInstant is Instant, but of a time that the clocks show twice the second is taken: the rule of
// java.text.SimpleDateFormat.
func (t Timestamp) LastInstant(zone *time.Location) Timestamp {
	before, after := offsetsAround(t.Millis, zone)
	if before != after && shows(t.Millis, after, zone) {
		return t.AddMillis(-after)
	}
	return t.AddMillis(-before)
}

// offsetsAround are those a day before and a day after a wall clock: no zone changes twice in between.
func offsetsAround(wall int64, zone *time.Location) (before, after int64) {
	return offsetMillis(wall-MillisPerDay, zone), offsetMillis(wall+MillisPerDay, zone)
}

// shows reports whether the zone has the given offset at the wall clock.
func shows(wall, offset int64, zone *time.Location) bool {
	return offsetMillis(wall-offset, zone) == offset
}

// offsetMillis is how far the zone is ahead of UTC at an instant.
func offsetMillis(millis int64, zone *time.Location) int64 {
	if zone == time.UTC {
		return 0
	}
	_, seconds := time.UnixMilli(millis).In(zone).Zone()
	return int64(seconds) * MillisPerSecond
}
