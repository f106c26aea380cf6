package fn

import "github.com/flinkc/flinkc/rtlib/value"

// monthsOf is the number of months of Year, Quarter and Month, 0 for shorter units.
func monthsOf(u Unit) int64 {
	switch u {
	case Year:
		return 12
	case Quarter:
		return 3
	case Month:
		return 1
	}
	return 0
}

// AddTimestamp is t moved by n units; months clamp the day to the end of the month. Wraps as int64.
func AddTimestamp(n int64, t value.Timestamp, u Unit) value.Timestamp {
	if m := monthsOf(u); m > 0 {
		return t.AddMonths(int32(n * m))
	}
	return t.AddMillis(n * unitMillis[u])
}

// AddDate is a DATE moved by n units of a day or longer.
func AddDate(n int64, days int32, u Unit) int32 {
	if m := monthsOf(u); m > 0 {
		return value.AddMonths(days, int32(n*m))
	}
	return days + int32(n*(unitMillis[u]/dayMillis))
}

// AddTime is a time of day moved by n units, around the clock.
func AddTime(n int64, millis int32, u Unit) int32 { return AddMillisTime(millis, n*unitMillis[u]) }

// AddMillis is the sum of two INTERVALs DAY TO SECOND.
func AddMillis(a, b int64) int64 { return a + b }

// SubtractMillis is their difference.
func SubtractMillis(a, b int64) int64 { return a - b }

// AddMonths is the sum of two INTERVALs YEAR TO MONTH.
func AddMonths(a, b int32) int32 { return a + b }

// SubtractMonths is their difference.
func SubtractMonths(a, b int32) int32 { return a - b }

// TimesMillis is an INTERVAL DAY TO SECOND n times.
func TimesMillis(ms, n int64) int64 { return ms * n }

// TimesMonths is an INTERVAL YEAR TO MONTH n times.
func TimesMonths(months int32, n int64) int32 { return int32(int64(months) * n) }

// AddMillisTimestamp is t + INTERVAL DAY TO SECOND.
func AddMillisTimestamp(t value.Timestamp, ms int64) value.Timestamp { return t.AddMillis(ms) }

// SubtractMillisTimestamp is t - INTERVAL DAY TO SECOND.
func SubtractMillisTimestamp(t value.Timestamp, ms int64) value.Timestamp { return t.AddMillis(-ms) }

// AddMonthsTimestamp is t + INTERVAL YEAR TO MONTH, clamped to the end of the month.
func AddMonthsTimestamp(t value.Timestamp, months int32) value.Timestamp { return t.AddMonths(months) }

// SubtractMonthsTimestamp is t - INTERVAL YEAR TO MONTH, clamped to the end of the month.
func SubtractMonthsTimestamp(t value.Timestamp, months int32) value.Timestamp {
	return t.AddMonths(-months)
}

// AddMillisDate is a DATE + the whole days of an INTERVAL DAY TO SECOND.
func AddMillisDate(days int32, ms int64) int32 { return days + int32(ms/dayMillis) }

// SubtractMillisDate is a DATE - the whole days of an INTERVAL DAY TO SECOND.
func SubtractMillisDate(days int32, ms int64) int32 { return days - int32(ms/dayMillis) }

// AddMonthsDate is a DATE + INTERVAL YEAR TO MONTH, clamped to the end of the month.
func AddMonthsDate(days, months int32) int32 { return value.AddMonths(days, months) }

// SubtractMonthsDate is a DATE - INTERVAL YEAR TO MONTH, clamped to the end of the month.
func SubtractMonthsDate(days, months int32) int32 { return value.AddMonths(days, -months) }

// AddMillisTime is a TIME + INTERVAL DAY TO SECOND, around the clock.
func AddMillisTime(millis int32, ms int64) int32 {
	sum := (int64(millis) + ms%dayMillis) % dayMillis
	if sum < 0 {
		sum += dayMillis
	}
	return int32(sum)
}

// SubtractMillisTime is a TIME - INTERVAL DAY TO SECOND, around the clock.
func SubtractMillisTime(millis int32, ms int64) int32 {
	return AddMillisTime(millis, -(ms % dayMillis))
}

// DiffTimestamp is the number of whole units from one time to another, negative backwards; wraps as
// int32.
func DiffTimestamp(from, to value.Timestamp, u Unit) int32 {
	if m := monthsOf(u); m > 0 {
		return diffMonths(from, to) / int32(m)
	}
	ms := to.Millis - from.Millis
	if u == Microsecond {
		return int32(ms / 1000 * 1000000) // of whole seconds, as in Flink
	}
	return int32(ms / unitMillis[u])
}

// diffMonths follows Calcite, which takes a month off for the time of day also when it counts
// backwards: from 2021-02-15 12:00 to 2021-01-15 13:00 is -1.
func diffMonths(from, to value.Timestamp) int32 {
	n := monthsBetween(from.Date(), to.Date())
	if value.AddMonths(from.Date(), n) == to.Date() && to.TimeOfDay() < from.TimeOfDay() {
		n--
	}
	return n
}

// monthsBetween is the greatest number of months that, added to from, does not pass to; negative
// backwards.
func monthsBetween(from, to int32) int32 {
	if to < from {
		return -monthsBetween(to, from)
	}
	n := (to - from) / 31
	for value.AddMonths(from, n) < to && value.AddMonths(from, n+1) <= to {
		n++
	}
	return n
}
