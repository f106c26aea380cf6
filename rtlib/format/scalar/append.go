package scalar

import (
	"bytes"
	"strconv"

	"github.com/flinkc/flinkc/rtlib/value"
)

// AppendStripped appends a decimal without trailing zeros behind the point. Not plain, it is
// written as Java's BigDecimal.toString after stripTrailingZeros: zeros before the point become an
// exponent, and so do more than five zeros behind it.
func AppendStripped(dst []byte, v value.Int128, scale int, plain bool) []byte {
	start := len(dst)
	if v.IsZero() {
		return append(dst, '0')
	}
	if plain {
		dst = value.AppendDecimal(dst, v, scale)
		if scale > 0 {
			dst = append(dst[:start], bytes.TrimRight(dst[start:], "0")...)
			dst = append(dst[:start], bytes.TrimSuffix(dst[start:], []byte("."))...)
		}
		return dst
	}
	return appendShortest(dst, v, scale)
}

// appendShortest writes the digits without trailing zeros by the rules of BigDecimal.toString.
func appendShortest(dst []byte, v value.Int128, scale int) []byte {
	var buf [48]byte
	digits := value.AppendDecimal(buf[:0], v.Abs(), 0)
	if v.Hi < 0 {
		dst = append(dst, '-')
	}
	whole := len(digits)
	digits = bytes.TrimRight(digits, "0")
	scale -= whole - len(digits)
	exponent := len(digits) - 1 - scale
	switch {
	case scale < 0 || exponent < -6:
		dst = append(dst, digits[0])
		if len(digits) > 1 {
			dst = append(append(dst, '.'), digits[1:]...)
		}
		dst = append(dst, 'E')
		if exponent >= 0 {
			dst = append(dst, '+')
		}
		return strconv.AppendInt(dst, int64(exponent), 10)
	case scale >= len(digits):
		dst = append(dst, "0."...)
		for range scale - len(digits) {
			dst = append(dst, '0')
		}
		return append(dst, digits...)
	}
	point := len(digits) - scale
	dst = append(dst, digits[:point]...)
	if scale > 0 {
		dst = append(append(dst, '.'), digits[point:]...)
	}
	return dst
}

// AppendDate appends a day as ISO_LOCAL_DATE does: four digits of year, a sign before more of them
// or below year 0.
func AppendDate(dst []byte, day int32) []byte { return appendDay(dst, int64(day)) }

// AppendTimestamp appends date, separator and time; the fraction has no trailing zeros and is left
// out when 0.
func AppendTimestamp(dst []byte, t value.Timestamp, separator byte) []byte {
	day := floorDiv(t.Millis, millisPerDay)
	ms := t.Millis - day*millisPerDay
	return appendClock(append(appendDay(dst, day), separator), ms, int64(t.Nanos))
}

// appendClock appends hours, minutes, seconds, and a fraction unless it is 0.
func appendClock(dst []byte, ms, nanos int64) []byte {
	dst = append(appendTwo(dst, ms/3_600_000), ':')
	dst = append(appendTwo(dst, ms/60_000%60), ':')
	dst = appendTwo(dst, ms/1000%60)
	nanos += ms % 1000 * 1_000_000
	if nanos == 0 {
		return dst
	}
	dst = append(dst, '.')
	for unit := int64(100_000_000); nanos > 0; unit /= 10 {
		dst = append(dst, '0'+byte(nanos/unit))
		nanos %= unit
	}
	return dst
}

func appendDay(dst []byte, day int64) []byte {
	y, m, d := fromDay(day)
	if y > 9999 {
		dst = append(dst, '+')
	} else if y < 0 {
		dst, y = append(dst, '-'), -y
	}
	for limit := int64(1000); limit > y && limit > 1; limit /= 10 {
		dst = append(dst, '0')
	}
	dst = strconv.AppendInt(dst, y, 10)
	dst = appendTwo(append(dst, '-'), m)
	return appendTwo(append(dst, '-'), d)
}

func appendTwo(dst []byte, v int64) []byte { return append(dst, '0'+byte(v/10), '0'+byte(v%10)) }

// fromDay is the inverse of epochDay.
func fromDay(day int64) (y, m, d int64) {
	day += 719468
	era := floorDiv(day, 146097)
	doe := day - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	y, m, d = era*400+yoe, mp+3, doy-(153*mp+2)/5+1
	if m > 12 {
		y, m = y+1, m-12
	}
	return y, m, d
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
