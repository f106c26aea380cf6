package value

// Calendar arithmetic on days and milliseconds since 1970-01-01, proleptic Gregorian, in plain
// integers: time.Time costs more than the whole conversion.

// Units in milliseconds.
const (
	MillisPerSecond = int64(1000)
	MillisPerMinute = 60 * MillisPerSecond
	MillisPerHour   = 60 * MillisPerMinute
	MillisPerDay    = 24 * MillisPerHour
)

// NanosPerMilli is the number of nanoseconds in a millisecond.
const NanosPerMilli = 1_000_000

// The era of 400 years has a fixed number of days. Days are counted from 0000-03-01, so that the
// leap day is a year's last.
const (
	daysPerEra  = 146097
	epochOffset = 719468 // days from 0000-03-01 to 1970-01-01
)

// Days is the number of days from 1970-01-01 to a civil date. The date must exist (see ValidDate);
// years are astronomical (0 is 1 BC).
func Days(year, month, day int) int32 {
	y, m := int64(year), int64(month)
	if m <= 2 {
		y--
		m += 12
	}
	era := floorDiv(y, 400)
	yearOfEra := y - era*400
	dayOfYear := (153*(m-3)+2)/5 + int64(day) - 1
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return int32(era*daysPerEra + dayOfEra - epochOffset)
}

// Civil is the date of a number of days since 1970-01-01.
func Civil(days int32) (year, month, day int) {
	z := int64(days) + epochOffset
	era := floorDiv(z, daysPerEra)
	dayOfEra := z - era*daysPerEra
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	m := (5*dayOfYear + 2) / 153
	day = int(dayOfYear - (153*m+2)/5 + 1)
	year = int(yearOfEra + era*400)
	if m >= 10 {
		return year + 1, int(m) - 9, day
	}
	return year, int(m) + 3, day
}

// ValidDate reports whether there is such a day.
func ValidDate(year, month, day int) bool {
	return month >= 1 && month <= 12 && day >= 1 && day <= DaysInMonth(year, month)
}

// DaysInMonth is 28 to 31; month is 1 to 12.
func DaysInMonth(year, month int) int {
	if month == 2 {
		if IsLeapYear(year) {
			return 29
		}
		return 28
	}
	return 30 + (month+month>>3)&1
}

// IsLeapYear reports whether the year has a 29th of February.
func IsLeapYear(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// AddMonths adds calendar months; the day is clamped to the end of the month: 31 January + 1 month
// is 28 or 29 February.
func AddMonths(days int32, months int32) int32 {
	y, m, d := Civil(days)
	total := int64(y)*12 + int64(m-1) + int64(months)
	y, m = int(floorDiv(total, 12)), int(floorMod(total, 12))+1
	return Days(y, m, min(d, DaysInMonth(y, m)))
}

// Weekday is 1 for Monday to 7 for Sunday.
func Weekday(days int32) int { return int(floorMod(int64(days)+3, 7)) + 1 }

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int64) int64 { return a - floorDiv(a, b)*b }
