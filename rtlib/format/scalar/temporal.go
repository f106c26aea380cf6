package scalar

import "github.com/flinkc/flinkc/rtlib/value"

// Dates and times of day as the formatters and java.sql.Date read them. A date is a day number
// since 1970-01-01 in the proleptic Gregorian calendar; a timestamp is milliseconds since the epoch
// (floor) and nanoseconds within it.

const millisPerDay = 86_400_000

// maxYear is java.time.Year.MAX_VALUE.
const maxYear = 999_999_999

// DateISO reads s as ISO_LOCAL_DATE does, strictly: no day that the month does not have.
func DateISO(s string) (day int32, ok bool) {
	y, m, d, rest, ok := civil(s)
	if !ok || rest != "" || d > monthDays(y, m) {
		return 0, false
	}
	return toDay(y, m, d)
}

// TimestampSQL reads "2020-01-02 03:04:05[.f]" as Flink's SQL formatter does. A day up to 31 that
// the month lacks is the last of the month, and 24:00:00 is the next midnight: the formatter
// resolves smartly.
func TimestampSQL(s string) (value.Timestamp, bool) {
	if t, ok := plainTimestamp(s); ok {
		return t, true
	}
	y, m, d, rest, ok := civil(s)
	if !ok || rest == "" || rest[0] != ' ' {
		return value.Timestamp{}, false
	}
	c, rest, ok := clockOf(rest[1:], true)
	if !ok || rest != "" || c.hour == 24 && c.rest() != 0 {
		return value.Timestamp{}, false
	}
	return instant(y, m, min(d, monthDays(y, m)), c)
}

// plainTimestamp reads "2020-01-02 03:04:05" and the same with three digits of fraction, for days
// up to the 28th: nearly all that there is, in a third of the time. Whether a character is a digit
// is seen at the end, by one test.
func plainTimestamp(s string) (value.Timestamp, bool) {
	if len(s) != 19 && len(s) != 23 || s[4] != '-' || s[7] != '-' || s[10] != ' ' ||
		s[13] != ':' || s[16] != ':' {
		return value.Timestamp{}, false
	}
	c, bad := pair(s[0], s[1], 0)
	y, bad := pair(s[2], s[3], bad)
	m, bad := pair(s[5], s[6], bad)
	d, bad := pair(s[8], s[9], bad)
	h, bad := pair(s[11], s[12], bad)
	minute, bad := pair(s[14], s[15], bad)
	sec, bad := pair(s[17], s[18], bad)
	ms := uint32(0)
	if len(s) == 23 {
		ms, bad = pair(s[20], s[21], bad)
		_, bad = pair('0', s[22], bad)
		ms = ms*10 + uint32(s[22]-'0')
		if s[19] != '.' {
			return value.Timestamp{}, false
		}
	}
	if bad > 9 || m-1 > 11 || d-1 > 27 || h > 23 || minute > 59 || sec > 59 {
		return value.Timestamp{}, false
	}
	day, _ := epochDay(int64(c*100+y), int(m), int(d))
	return value.Timestamp{Millis: day*millisPerDay + int64((h*60+minute)*60+sec)*1000 + int64(ms)}, true
}

// pair is the value of two digits; worst becomes more than 9 when one of them is none.
func pair(a, b byte, worst uint32) (v, worse uint32) {
	x, y := uint32(a-'0'), uint32(b-'0')
	return x*10 + y, max(worst, x, y)
}

// TimestampISO reads "2020-01-02T03:04[:05[.f]]" as ISO_LOCAL_DATE_TIME does, strictly.
func TimestampISO(s string) (value.Timestamp, bool) {
	y, m, d, rest, ok := civil(s)
	if !ok || d > monthDays(y, m) || rest == "" || rest[0]|0x20 != 't' {
		return value.Timestamp{}, false
	}
	c, rest, ok := clockOf(rest[1:], false)
	if !ok || rest != "" || c.hour == 24 {
		return value.Timestamp{}, false
	}
	return instant(y, m, d, c)
}

// civil reads year, month and day; the day is only checked to be at most 31.
func civil(s string) (y int64, m, d int, rest string, ok bool) {
	y, s, ok = year(s)
	if !ok || len(s) < 6 || s[0] != '-' || s[3] != '-' {
		return 0, 0, 0, "", false
	}
	m, d = two(s[1:]), two(s[4:])
	return y, m, d, s[6:], m >= 1 && m <= 12 && d >= 1 && d <= 31
}

// year reads four digits, or five to ten behind a sign: "+" only where it is needed, and no
// negative zero.
func year(s string) (y int64, rest string, ok bool) {
	signed := s != "" && (s[0] == '-' || s[0] == '+')
	digits, neg := sign(s)
	n := 0
	for ; n < len(digits) && n < 10 && digits[n]-'0' <= 9; n++ {
		y = y*10 + int64(digits[n]-'0')
	}
	if n < 4 || n > 4 && !signed || n == 4 && signed && !neg || y > maxYear || neg && y == 0 {
		return 0, "", false
	}
	if neg {
		y = -y
	}
	return y, digits[n:], true
}

// two is the value of two digits, -1 when there are none.
func two(s string) int {
	if len(s) < 2 || s[0]-'0' > 9 || s[1]-'0' > 9 {
		return -1
	}
	return int(s[0]-'0')*10 + int(s[1]-'0')
}

// clock is a time of day; hour 24 is left to the caller.
type clock struct{ hour, minute, second, nanos int }

func (c clock) rest() int { return c.minute | c.second | c.nanos }

// clockOf reads hours, minutes and seconds with a fraction of at most nine digits, which may be
// empty behind its dot. Where seconds are not required they may be left out with their fraction.
func clockOf(s string, seconds bool) (c clock, rest string, ok bool) {
	c.hour = two(s)
	if c.hour < 0 || c.hour > 24 || len(s) < 5 || s[2] != ':' {
		return c, "", false
	}
	if c.minute = two(s[3:]); c.minute < 0 || c.minute > 59 {
		return c, "", false
	}
	s = s[5:]
	if s == "" || s[0] != ':' {
		return c, s, !seconds
	}
	if c.second = two(s[1:]); c.second < 0 || c.second > 59 {
		return c, "", false
	}
	c.nanos, s = fraction(s[3:])
	return c, s, true
}

func fraction(s string) (nanos int, rest string) {
	if s == "" || s[0] != '.' {
		return 0, s
	}
	unit, n := 100_000_000, 1
	for ; n < len(s) && n < 10 && s[n]-'0' <= 9; n++ {
		nanos += int(s[n]-'0') * unit
		unit /= 10
	}
	return nanos, s[n:]
}

func instant(y int64, m, d int, c clock) (value.Timestamp, bool) {
	day, _ := epochDay(y, m, d)
	sec := int64(c.hour)*3600 + int64(c.minute)*60 + int64(c.second)
	ms := day*millisPerDay + sec*1000 + int64(c.nanos/1_000_000)
	return value.Timestamp{Millis: ms, Nanos: int32(c.nanos % 1_000_000)}, true
}

// toDay is the day number as the int that a DATE column holds; Java cuts a day that needs more
// bits, we refuse it.
func toDay(y int64, m, d int) (int32, bool) {
	day, ok := epochDay(y, m, d)
	return int32(day), ok
}

// epochDay counts days by eras of 400 years, months from March on (the algorithm of Howard
// Hinnant's date papers). ok says that the number fits into 32 bits.
func epochDay(y int64, m, d int) (day int64, ok bool) {
	if m <= 2 {
		y--
		m += 12
	}
	era := y / 400
	if y < 0 {
		era = (y - 399) / 400
	}
	yoe := y - era*400
	doy := int64((153*(m-3)+2)/5 + d - 1)
	day = era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468
	return day, int64(int32(day)) == day
}

func monthDays(y int64, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
