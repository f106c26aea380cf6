package value

import "strconv"

// Text forms of DATE, TIME, TIMESTAMP and the intervals.

// AppendDate appends "2021-09-24". Years beyond 9999 have more digits, years below 0 a sign.
func AppendDate(dst []byte, days int32) []byte {
	y, m, d := Civil(days)
	dst = append2(append(appendYear(dst, y), '-'), m)
	return append2(append(dst, '-'), d)
}

// AppendTime appends a TIME(p), given in milliseconds of the day: "12:34:56", and for p > 0 the
// fraction up to p digits, at least one and without the zeros behind: "12:34:56.12", "12:34:56.0".
func AppendTime(dst []byte, millis int32, p int) []byte {
	millis = int32(floorMod(int64(millis), MillisPerDay))
	dst = appendClock(dst, millis)
	if p <= 0 {
		return dst
	}
	dst = append(dst, '.')
	for rest := millis % 1000; p > 0; p-- {
		dst = append(dst, '0'+byte(rest/100))
		if rest = rest % 100 * 10; rest == 0 {
			break
		}
	}
	return dst
}

// AppendTimestamp appends a TIMESTAMP(p) as CAST to STRING does: "2021-09-24 12:34:56.123000", the
// fraction padded to p digits; digits beyond p are shown unless zero.
func AppendTimestamp(dst []byte, t Timestamp, p int) []byte {
	dst = appendWall(dst, t, ' ')
	nanos, digits := t.NanoOfSecond(), 9
	for digits > p && nanos%10 == 0 {
		nanos /= 10
		digits--
	}
	return appendFraction(dst, nanos, digits)
}

// AppendTimestampShort appends date and time with the separator between them, and the fraction
// without the zeros behind, none when it is zero: the form of the csv and json formats.
func AppendTimestampShort(dst []byte, t Timestamp, separator byte) []byte {
	dst = appendWall(dst, t, separator)
	nanos, digits := t.NanoOfSecond(), 9
	for digits > 0 && nanos%10 == 0 {
		nanos /= 10
		digits--
	}
	return appendFraction(dst, nanos, digits)
}

// AppendLocalDateTime appends the text of Java's LocalDateTime, which the print connector shows:
// "2020-01-01T00:00"; seconds only when they or the fraction are not zero, the fraction in groups
// of three digits. Years beyond 9999 have a plus.
func AppendLocalDateTime(dst []byte, t Timestamp) []byte {
	dst = AppendDate(appendPlus(dst, t), t.Date())
	return appendISOTime(append(dst, 'T'), t.TimeOfDay(), t.NanoOfSecond())
}

// AppendLocalTime appends the text of Java's LocalTime for a TIME in milliseconds of the day:
// "12:30", "12:30:05.100".
func AppendLocalTime(dst []byte, millis int32) []byte {
	return appendISOTime(dst, millis, int(millis%1000)*NanosPerMilli)
}

// AppendInstant appends the text of Java's Instant: "2020-01-01T00:00:00Z", always with seconds. Years
// beyond 9999 have a plus.
func AppendInstant(dst []byte, t Timestamp) []byte {
	dst = appendGroups(appendWall(appendPlus(dst, t), t, 'T'), t.NanoOfSecond())
	return append(dst, 'Z')
}

// appendPlus appends the sign that java.time gives years of more than four digits.
func appendPlus(dst []byte, t Timestamp) []byte {
	const year10000 = 253402300800000 // milliseconds
	if t.Millis >= year10000 {
		dst = append(dst, '+')
	}
	return dst
}

// AppendMonths appends an INTERVAL YEAR TO MONTH: "+7-00", "-10-03".
func AppendMonths(dst []byte, months int32) []byte {
	n, sign := int64(months), byte('+')
	if n < 0 {
		n, sign = -n, '-'
	}
	dst = strconv.AppendInt(append(dst, sign), n/12, 10)
	return append2(append(dst, '-'), int(n%12))
}

// AppendMillis appends an INTERVAL DAY TO SECOND: "+1 10:17:36.789".
func AppendMillis(dst []byte, millis int64) []byte {
	n, sign := uint64(millis), byte('+')
	if millis < 0 {
		n, sign = -n, '-'
	}
	dst = strconv.AppendUint(append(dst, sign), n/uint64(MillisPerDay), 10)
	ofDay := int32(n % uint64(MillisPerDay))
	dst = appendClock(append(dst, ' '), ofDay)
	return appendFraction(dst, int(ofDay%1000), 3)
}

func appendWall(dst []byte, t Timestamp, separator byte) []byte {
	dst = append(AppendDate(dst, t.Date()), separator)
	return appendClock(dst, t.TimeOfDay())
}

// appendClock appends HH:mm:ss of milliseconds of the day.
func appendClock(dst []byte, millis int32) []byte {
	seconds := int(millis / 1000)
	dst = append(append2(dst, seconds/3600), ':')
	dst = append(append2(dst, seconds/60%60), ':')
	return append2(dst, seconds%60)
}

func appendISOTime(dst []byte, millis int32, nanos int) []byte {
	seconds := int(millis / 1000)
	dst = append2(append(append2(dst, seconds/3600), ':'), seconds/60%60)
	if seconds%60 == 0 && nanos == 0 {
		return dst
	}
	dst = append2(append(dst, ':'), seconds%60)
	return appendGroups(dst, nanos)
}

// appendGroups appends a fraction of 0, 3, 6 or 9 digits.
func appendGroups(dst []byte, nanos int) []byte {
	switch {
	case nanos == 0:
		return dst
	case nanos%1_000_000 == 0:
		return appendFraction(dst, nanos/1_000_000, 3)
	case nanos%1000 == 0:
		return appendFraction(dst, nanos/1000, 6)
	}
	return appendFraction(dst, nanos, 9)
}

// appendFraction appends a point and n digits; nothing for n = 0.
func appendFraction(dst []byte, v, n int) []byte {
	if n == 0 {
		return dst
	}
	dst = append(dst, ".000000000"[:n+1]...)
	for i := len(dst) - 1; v > 0; i-- {
		dst[i] = '0' + byte(v%10)
		v /= 10
	}
	return dst
}

func appendYear(dst []byte, y int) []byte {
	if y < 0 {
		dst, y = append(dst, '-'), -y
	}
	if y > 9999 {
		return strconv.AppendInt(dst, int64(y), 10)
	}
	return append2(append2(dst, y/100), y%100)
}

// append2 appends two digits.
func append2(dst []byte, v int) []byte { return append(dst, '0'+byte(v/10), '0'+byte(v%10)) }
