package mysql

import "time"

const (
	secondsPerDay = 86400
	microsPerSec  = 1_000_000
)

// AppendDate appends a date given in days since 1970-01-01. The server takes years 1 to 9999;
// another year is rendered too and refused by it, as an error of that row.
func AppendDate(dst []byte, days int32) []byte {
	dst = append(dst, '\'')
	dst = appendDay(dst, int64(days))
	return append(dst, '\'')
}

// AppendTime appends a time of day given in milliseconds since midnight.
func AppendTime(dst []byte, millis int32) []byte {
	dst = append(dst, '\'')
	dst = appendClock(dst, int64(millis)*1000, 3)
	return append(dst, '\'')
}

// AppendTimestampMillis appends a timestamp given in milliseconds since 1970-01-01 00:00:00.
func AppendTimestampMillis(dst []byte, millis int64) []byte {
	seconds, rest := floorDivide(millis, 1000)
	return appendTimestamp(dst, seconds, rest*1000, 3)
}

// AppendTimestampMicros appends a timestamp given in microseconds since 1970-01-01 00:00:00.
func AppendTimestampMicros(dst []byte, micros int64) []byte {
	seconds, rest := floorDivide(micros, microsPerSec)
	return appendTimestamp(dst, seconds, rest, 6)
}

func appendTimestamp(dst []byte, seconds, micros int64, digits int) []byte {
	days, second := floorDivide(seconds, secondsPerDay)
	dst = append(dst, '\'')
	dst = appendDay(dst, days)
	dst = append(dst, ' ')
	dst = appendClock(dst, second*microsPerSec+micros, digits)
	return append(dst, '\'')
}

// floorDivide rounds towards minus infinity: times before 1970 count forward from their second.
func floorDivide(a, b int64) (quotient, rest int64) {
	quotient, rest = a/b, a%b
	if rest < 0 {
		quotient, rest = quotient-1, rest+b
	}
	return quotient, rest
}

func appendDay(dst []byte, days int64) []byte {
	year, month, day := time.Unix(days*secondsPerDay, 0).UTC().Date()
	dst = appendPadded(dst, int64(year), 4)
	dst = append(dst, '-')
	dst = appendPadded(dst, int64(month), 2)
	dst = append(dst, '-')
	return appendPadded(dst, int64(day), 2)
}

// appendClock appends hh:mm:ss and, unless it is zero, the fraction in the given digits.
func appendClock(dst []byte, micros int64, digits int) []byte {
	second, fraction := micros/microsPerSec, micros%microsPerSec
	dst = appendPadded(dst, second/3600, 2)
	dst = append(dst, ':')
	dst = appendPadded(dst, second/60%60, 2)
	dst = append(dst, ':')
	dst = appendPadded(dst, second%60, 2)
	if fraction == 0 {
		return dst
	}
	if digits == 3 {
		fraction /= 1000
	}
	return appendPadded(append(dst, '.'), fraction, digits)
}

func appendPadded(dst []byte, v int64, width int) []byte {
	if v < 0 {
		dst, v = append(dst, '-'), -v
	}
	limit := int64(10)
	for n := 1; n < width; n++ {
		if v < limit {
			dst = append(dst, '0')
		}
		limit *= 10
	}
	return AppendInt(dst, v)
}
