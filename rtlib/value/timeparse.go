package value

import "strings"

// Reading DATE, TIME and TIMESTAMP as CAST does. No form allocates or rounds a timestamp.

// MaxYear is the last year of DATE and TIMESTAMP.
const MaxYear = 9999

// ParseDate reads yyyy, yyyy-M or yyyy-M-d with years 0 to 9999; each part may have blanks around
// it; what follows the first blank (unless the text begins with it) is ignored.
func ParseDate(text string) (days int32, ok bool) {
	if i := strings.IndexByte(text, ' '); i > 0 {
		text = text[:i]
	}
	part := [3]int{0, 1, 1}
	for i := range part {
		head, rest, more := text, "", false
		if i < 2 { // a third hyphen belongs to the day and makes it wrong
			head, rest, more = strings.Cut(text, "-")
		}
		if part[i], ok = parseInt(trimBlanks(head)); !ok {
			return 0, false
		}
		if !more {
			break
		}
		text = rest
	}
	if part[0] > MaxYear || !ValidDate(part[0], part[1], part[2]) {
		return 0, false
	}
	return Days(part[0], part[1], part[2]), true
}

// ParseTime reads H, H:m, H:m:s or H:m:s.f as milliseconds of the day. The fraction is rounded to
// milliseconds, half up, but never into the next day.
func ParseTime(text string) (millis int32, ok bool) {
	clock, fraction, hasFraction := strings.Cut(text, ".")
	if hasFraction && strings.Count(clock, ":") != 2 {
		return 0, false
	}
	var part [3]int
	limit := [3]int{23, 59, 59}
	for i := range part {
		head, rest, more := clock, "", false
		if i < 2 {
			head, rest, more = strings.Cut(clock, ":")
		}
		if part[i], ok = parseInt(trimBlanks(head)); !ok || part[i] > limit[i] {
			return 0, false
		}
		if !more {
			break
		}
		clock = rest
	}
	ms, ok := parseMillis(trimBlanks(fraction))
	total := int64(part[0]*3600+part[1]*60+part[2])*MillisPerSecond + ms
	return int32(min(total, MillisPerDay-1)), ok
}

// parseMillis reads the digits of a fraction of a second.
func parseMillis(digits string) (int64, bool) {
	ms, unit := int64(0), int64(100)
	for i := 0; i < len(digits); i++ {
		if !isDigit(digits[i]) {
			return 0, false
		}
		ms += unit * int64(digits[i]-'0')
		unit /= 10
		if i == 3 && digits[i] >= '5' {
			ms++
		}
	}
	return ms, true
}

// ParseTimestamp reads "yyyy-M-d" or "yyyy-M-d H:m:s" with a fraction of up to 9 digits behind a
// point. A day from 29 to 31 that the month does not have is its last day, and 24:00:00 the next
// midnight, as Java's lenient resolution. Years are 0001 to 9999 with four digits.
func ParseTimestamp(text string) (t Timestamp, ok bool) {
	if len(text) < 8 || text[4] != '-' {
		return t, false
	}
	year, ok := parseInt(text[:4])
	month, rest, okMonth := parseShort(text[5:], '-')
	if !ok || !okMonth || year < 1 || month < 1 || month > 12 {
		return t, false
	}
	day, rest, okDay := parseShort(rest, ' ')
	if !okDay || day < 1 || day > 31 {
		return t, false
	}
	days := Days(year, month, min(day, DaysInMonth(year, month)))
	if rest == "" {
		return TimestampOf(days, 0), text[len(text)-1] != ' '
	}
	nanos, ok := parseClock(rest)
	return Timestamp{
		Millis: int64(days)*MillisPerDay + nanos/NanosPerMilli,
		Nanos:  int32(nanos % NanosPerMilli),
	}, ok
}

// parseClock reads H:m:s with an optional fraction, as nanoseconds of the day.
func parseClock(text string) (int64, bool) {
	hour, rest, okHour := parseShort(text, ':')
	minute, rest, okMinute := parseShort(rest, ':')
	second, rest, okSecond := parseShort(rest, '.')
	nanos, okNanos := parseNanos(rest)
	if !okHour || !okMinute || !okSecond || !okNanos {
		return 0, false
	}
	clock := int64(hour*3600+minute*60+second)*1_000_000_000 + nanos
	midnight := hour == 24 && minute == 0 && second == 0 && nanos == 0
	return clock, midnight || hour <= 23 && minute <= 59 && second <= 59
}

// parseNanos reads up to nine digits of a fraction.
func parseNanos(digits string) (int64, bool) {
	if len(digits) > 9 {
		return 0, false
	}
	nanos := int64(0)
	for i := 0; i < len(digits); i++ {
		if !isDigit(digits[i]) {
			return 0, false
		}
		nanos += nanoSteps[i+1] * int64(digits[i]-'0')
	}
	return nanos, true
}

// parseShort reads one or two digits that end at the separator or at the end of the text.
func parseShort(text string, separator byte) (v int, rest string, ok bool) {
	n := 0
	for n < len(text) && n < 2 && isDigit(text[n]) {
		v = v*10 + int(text[n]-'0')
		n++
	}
	if n == 0 {
		return 0, "", false
	}
	if n == len(text) {
		return v, "", true
	}
	return v, text[n+1:], text[n] == separator
}

// parseInt reads up to nine digits and nothing else.
func parseInt(text string) (v int, ok bool) {
	if text == "" || len(text) > 9 {
		return 0, false
	}
	for i := 0; i < len(text); i++ {
		if !isDigit(text[i]) {
			return 0, false
		}
		v = v*10 + int(text[i]-'0')
	}
	return v, true
}

// trimBlanks cuts what Java's trim cuts: every byte up to the blank.
func trimBlanks(s string) string {
	for s != "" && s[0] <= ' ' {
		s = s[1:]
	}
	for s != "" && s[len(s)-1] <= ' ' {
		s = s[:len(s)-1]
	}
	return s
}
