package fn

import "github.com/flinkc/flinkc/rtlib/value"

// Unit is a time unit, passed to functions as a constant int.
type Unit = int

// Units, from the longest to the shortest, then the ones of EXTRACT alone.
const (
	Millennium Unit = iota
	Century
	Decade
	Year
	Quarter
	Month
	Week
	Day
	Hour
	Minute
	Second
	Millisecond
	Microsecond
	Nanosecond
	IsoYear
	DayOfYear
	DayOfWeek
	IsoDayOfWeek
	Epoch
)

const dayMillis = int64(value.MillisPerDay)

const hourMillis = int64(3_600_000)

const minuteMillis = int64(60_000)

// unitMillis are the lengths of the units from Week on.
var unitMillis = [...]int64{Week: 7 * dayMillis, Day: dayMillis, Hour: hourMillis, Minute: minuteMillis, Second: 1000,
	Millisecond: 1}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// yearSpan is the length of the units from Millennium to Year.
func yearSpan(u Unit) int {
	switch u {
	case Millennium:
		return 1000
	case Century:
		return 100
	case Decade:
		return 10
	}
	return 1
}
