package fn

import "github.com/flinkc/flinkc/rtlib/value"

// ExtractDate is one field of a DATE; units below a day are 0.
func ExtractDate(days int32, u Unit) int64 {
	y, m, d := value.Civil(days)
	switch u {
	case Day:
		return int64(d)
	case Month:
		return int64(m)
	case Quarter:
		return int64(m+2) / 3
	case Year:
		return int64(y)
	case Decade:
		return floorDiv(int64(y), 10)
	case Century, Millennium:
		return ordinalSpan(y, yearSpan(u))
	case DayOfYear:
		return int64(days-value.Days(y, 1, 1)) + 1
	case DayOfWeek:
		return int64(value.Weekday(days)%7) + 1
	case IsoDayOfWeek:
		return int64(value.Weekday(days))
	case Week:
		return int64(isoThursday(days)-value.Days(isoYear(days), 1, 1))/7 + 1
	case IsoYear:
		return int64(isoYear(days))
	case Epoch:
		return int64(days) * 86400
	}
	return 0
}

// isoThursday is the Thursday of the week from Monday on: its year is the ISO year.
func isoThursday(days int32) int32 { return days + 4 - int32(value.Weekday(days)) }

func isoYear(days int32) int {
	y, _, _ := value.Civil(isoThursday(days))
	return y
}

// ordinalSpan counts centuries and millennia: 2000 is in the 20th century, 2001 in the 21st.
func ordinalSpan(year, span int) int64 {
	if year > 0 {
		return int64((year + span - 1) / span)
	}
	return int64((year - span + 1) / span)
}

// ExtractTimestamp is one field of a TIMESTAMP. Before 1970 it divides toward zero, as Flink does:
// the hour of 1969-12-31 03:04:05 is -20 and its day is 1. MILLISECOND and shorter units are those
// of the second.
func ExtractTimestamp(t value.Timestamp, u Unit) int64 {
	switch u {
	case Hour:
		return t.Millis % dayMillis / hourMillis
	case Minute:
		return t.Millis % hourMillis / minuteMillis
	case Second:
		return t.Millis % minuteMillis / 1000
	case Millisecond:
		return t.Millis % 1000
	case Microsecond:
		return t.Millis%1000*1000 + int64(t.Nanos)/1000
	case Nanosecond:
		return t.Millis%1000*value.NanosPerMilli + int64(t.Nanos)
	case Epoch:
		return t.Millis / 1000
	}
	return ExtractDate(int32(t.Millis/dayMillis), u)
}

// ExtractLTZ is ExtractTimestamp of the wall clock in the session zone. So is EPOCH, as in Flink:
// the seconds since that clock showed 1970.
func ExtractLTZ(c *Context, t value.Timestamp, u Unit) int64 {
	return ExtractTimestamp(c.local(t), u)
}

// ExtractTime is one field of a TIME in milliseconds of the day.
func ExtractTime(millis int32, u Unit) int64 {
	return ExtractTimestamp(value.Timestamp{Millis: int64(millis)}, u)
}
