package fn

import "github.com/flinkc/flinkc/rtlib/value"

// FloorDate is the first day of the unit around a DATE; weeks begin on Sunday. Units below a day
// change nothing.
func FloorDate(days int32, u Unit) int32 {
	y, m, _ := value.Civil(days)
	switch u {
	case Week:
		return days - int32(value.Weekday(days)%7)
	case Month:
		return value.Days(y, m, 1)
	case Quarter:
		return value.Days(y, (m-1)/3*3+1, 1)
	case Year:
		return value.Days(y, 1, 1)
	case Decade:
		return value.Days(int(floorDiv(int64(y), 10))*10, 1, 1)
	case Century, Millennium:
		span := yearSpan(u)
		return value.Days(int(floorDiv(int64(y-1), int64(span)))*span+1, 1, 1)
	}
	return days
}

// CeilDate is the DATE itself if a unit begins then, else the first day of the next unit. To DAY it is
// the next day, as in Flink.
func CeilDate(days int32, u Unit) int32 {
	if u == Day {
		return days + 1
	}
	first := FloorDate(days, u)
	if first == days {
		return days
	}
	switch u {
	case Week:
		return first + 7
	case Month:
		return value.AddMonths(first, 1)
	case Quarter:
		return value.AddMonths(first, 3)
	}
	return value.AddMonths(first, int32(12*yearSpan(u)))
}

// FloorTimestamp is the time at which the unit around t begins. Before 1970, a unit longer than a
// day is that of the next day, unless t is midnight: Flink takes the day by cutting toward 1970.
func FloorTimestamp(t value.Timestamp, u Unit) value.Timestamp {
	if u < Day {
		return value.TimestampOf(FloorDate(t.DateToward1970(), u), 0)
	}
	return value.Timestamp{Millis: floorDiv(t.Millis, unitMillis[u]) * unitMillis[u]}
}

// CeilTimestamp is t if a unit begins then, else the time at which the next one begins. For units
// longer than a day the time of day counts for nothing, as in Flink: the first of a month at 05:00
// goes back to midnight.
func CeilTimestamp(t value.Timestamp, u Unit) value.Timestamp {
	if u < Day {
		return value.TimestampOf(CeilDate(t.DateToward1970(), u), 0)
	}
	return FloorTimestamp(value.Timestamp{Millis: t.Millis + unitMillis[u] - 1}, u)
}

// FloorLTZ is FloorTimestamp on the wall clock of the session zone. The way back takes the offset of
// t again, as Flink does, also when the clock was changed in between.
func FloorLTZ(c *Context, t value.Timestamp, u Unit) value.Timestamp {
	local := c.local(t)
	return unshift(FloorTimestamp(local, u), local, t)
}

// CeilLTZ is CeilTimestamp on the wall clock of the session zone, with the offset of t.
func CeilLTZ(c *Context, t value.Timestamp, u Unit) value.Timestamp {
	local := c.local(t)
	return unshift(CeilTimestamp(local, u), local, t)
}

// unshift moves a wall clock by as much as the local one lies before the instant.
func unshift(t, local, instant value.Timestamp) value.Timestamp {
	t.Millis += instant.Millis - local.Millis
	return t
}

// FloorTime is the beginning of the unit around a time of day in milliseconds.
func FloorTime(millis int32, u Unit) int32 {
	if u > Millisecond {
		return millis
	}
	return int32(int64(millis) / unitMillis[u] * unitMillis[u])
}

// CeilTime is the beginning of the next unit, or millis itself at one; past the last one it is
// 24:00.
func CeilTime(millis int32, u Unit) int32 {
	if u > Millisecond {
		return millis
	}
	return FloorTime(millis+int32(unitMillis[u])-1, u)
}
