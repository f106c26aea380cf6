package fn

import (
	"math"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Now is the instant now, in milliseconds; in batch mode that of the job's start.
func Now(c *Context) value.Timestamp {
	if c.start != nil {
		return value.Timestamp{Millis: *c.start}
	}
	return RowNow(c)
}

// RowNow is the instant now for each row, in batch mode, too.
func RowNow(c *Context) value.Timestamp { return value.Timestamp{Millis: c.Now()} }

// LocalTimestamp is the wall clock of the session zone now.
func LocalTimestamp(c *Context) value.Timestamp { return c.local(Now(c)) }

// CurrentDate is the date in the session zone now.
func CurrentDate(c *Context) int32 { return LocalTimestamp(c).Date() }

// LocalTime is the time of day in the session zone now, in whole seconds.
func LocalTime(c *Context) int32 { return LocalTimestamp(c).TimeOfDay() / 1000 * 1000 }

// UnixNow is the seconds since 1970 now.
func UnixNow(c *Context) int64 { return c.Now() / 1000 }

// UnixTimestamp is the seconds since 1970 of a text yyyy-MM-dd HH:mm:ss in the session zone;
// math.MinInt64 for other text.
func UnixTimestamp(c *Context, s string) int64 { return UnixTimestampFormat(c, s, standardFormat) }

// UnixTimestampFormat is UnixTimestamp by a format.
func UnixTimestampFormat(c *Context, s string, f *Format) int64 {
	t, ok := f.parseLenient(s)
	if !ok {
		return math.MinInt64
	}
	return t.LastInstant(c.Zone).Millis / 1000
}

// FromUnixTime is the text yyyy-MM-dd HH:mm:ss of seconds since 1970 in the session zone.
func FromUnixTime(c *Context, a *Arena, seconds int64) string {
	return FromUnixTimeFormat(c, a, seconds, standardFormat)
}

// FromUnixTimeFormat is FromUnixTime by a format.
func FromUnixTimeFormat(c *Context, a *Arena, seconds int64, f *Format) string {
	t := value.Timestamp{Millis: seconds * 1000}
	return f.format(a, c.local(t))
}

// FormatTimestamp is a TIMESTAMP as text.
func FormatTimestamp(a *Arena, t value.Timestamp, f *Format) string { return f.format(a, t) }

// FormatLTZ is a TIMESTAMP_LTZ as text in the session zone.
func FormatLTZ(c *Context, a *Arena, t value.Timestamp, f *Format) string {
	return f.format(a, c.local(t))
}

// FormatText reads yyyy-MM-dd HH:mm:ss and writes it by a format; NULL for other text.
func FormatText(a *Arena, s string, f *Format) (string, bool) {
	t, ok := standardFormat.parseLenient(s)
	if !ok {
		return "", false
	}
	return f.format(a, t), true
}

// ToDate is a text yyyy[-M[-d]], with anything behind a blank, as DATE; NULL for other text.
func ToDate(s string) (int32, bool) { return value.ParseDate(s) }

// ToDateFormat is a text as DATE by a lenient format: month 13 is January. NULL for other text.
func ToDateFormat(s string, f *Format) (int32, bool) {
	t, ok := f.parseLenient(s)
	return t.Date(), ok
}

// ToTimestamp is a text yyyy-M-d[ H:m:s[.fraction]] as TIMESTAMP(3); NULL for other text. A day
// that the month lacks becomes its last one, 24:00:00 the next day.
func ToTimestamp(s string) (value.Timestamp, bool) { return parseStandard(s) }

// ToTimestampFormat is a text as TIMESTAMP(3) by a format. Text that does not fit may still be
// yyyy-M-d or yyyy-M-d H:m:s[.fraction]; else it is NULL.
func ToTimestampFormat(s string, f *Format) (value.Timestamp, bool) {
	if t, ok := f.parseStrict(s); ok {
		return t, true
	}
	return parseSQL(s)
}

// The first and last instant of TIMESTAMP_LTZ in milliseconds.
var (
	firstMillis = int64(value.Days(0, 1, 1)) * dayMillis
	lastMillis  = int64(value.Days(10000, 1, 1))*dayMillis - 1
)

// ToTimestampLTZ is n seconds (precision 0) or milliseconds (3) since 1970; NULL outside the years 0000
// to 9999. Another precision is an error.
func ToTimestampLTZ(n int64, precision int32) (t value.Timestamp, ok bool, err error) {
	unit := int64(1)
	switch precision {
	case 0:
		unit = 1000
	case 3:
	default:
		return t, false, errPrecision(precision)
	}
	if n < firstMillis/unit || n > lastMillis/unit {
		return t, false, nil
	}
	return value.Timestamp{Millis: n * unit}, true, nil
}

// MillisToInstant is n milliseconds since 1970; NULL outside the years 0000 to 9999.
func MillisToInstant(n int64) (value.Timestamp, bool) {
	return value.Timestamp{Millis: n}, n >= firstMillis && n <= lastMillis
}
