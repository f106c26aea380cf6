package scalar

import (
	"strings"
	"unicode/utf8"
)

// DateJDBC reads s as java.sql.Date.valueOf does and takes the day of its toLocalDate: four
// characters of year, one or two of month and day. A day that the month lacks runs into the next
// month, and what lies before 1582-10-15 is counted in the Julian calendar and then read off as if
// it were Gregorian: all this is what Flink's csv format gives.
func DateJDBC(s string) (day int32, ok bool) {
	ys, s, _ := strings.Cut(s, "-")
	ms, ds, _ := strings.Cut(s, "-")
	y, ok1 := part(ys, 4, 4)
	m, ok2 := part(ms, 1, 2)
	d, ok3 := part(ds, 1, 2)
	if !ok1 || !ok2 || !ok3 || m < 1 || m > 12 || d < 1 || d > 31 {
		return 0, false
	}
	return lenient(int64(y), int(m), int(d))
}

// part reads a number of least to most characters.
func part(s string, least, most int) (int32, bool) {
	if n := utf8.RuneCountInString(s); n < least || n > most {
		return 0, false
	}
	return Int32(s)
}

// lenient carries an overlong day into the next month, in the calendar that Java's
// GregorianCalendar uses for it.
func lenient(y int64, m, d int) (int32, bool) {
	if n := hybridMonthDays(y, m); d > n {
		d -= n
		if m++; m > 12 {
			y, m = y+1, 1
		}
	}
	if y == 1582 && m == 10 && d > 4 && d < 15 {
		d += 10 // the days that the Gregorian reform left out
	}
	if y == 0 {
		y = 1 // 1 BC has the year of era 1
	}
	if d > monthDays(y, m) {
		return 0, false // a leap day of the Julian calendar only
	}
	return toDay(y, m, d)
}

func hybridMonthDays(y int64, m int) int {
	if m == 2 && y <= 1582 && y%4 == 0 {
		return 29
	}
	return monthDays(y, m)
}
