package fn

import (
	"strings"

	"github.com/flinkc/flinkc/rtlib/value"
)

// fixedFormat is a date format whose texts all have the same length, such as yyyy-MM-dd HH:mm:ss: only
// numbers of a fixed width and text without digits between them. It writes every time of the years 1 to
// 9999, and reads what it would have written; all else is for Format's parts.
type fixedFormat struct {
	template string // a text of the format, in which the digits of fields mean nothing
	fields   []fixedField
	whole    bool // there is each field from year to second, once
}

// fixedField is a number in a text.
type fixedField struct {
	unit  fixedUnit
	at    int // index of its first digit
	width int
}

type fixedUnit int

const (
	fixedYear fixedUnit = iota
	fixedMonth
	fixedDay
	fixedHour
	fixedMinute
	fixedSecond
	fixedMilli
	fixedUnits // how many there are
)

// fixedLetters are the letters of the units and their widths.
var fixedLetters = map[byte]fixedField{'y': {unit: fixedYear, width: 4}, 'M': {unit: fixedMonth, width: 2},
	'd': {unit: fixedDay, width: 2}, 'H': {unit: fixedHour, width: 2}, 'm': {unit: fixedMinute, width: 2},
	's': {unit: fixedSecond, width: 2}, 'S': {unit: fixedMilli, width: 3}}

// newFixedFormat is nil for parts that are not fixed.
func newFixedFormat(parts []formatPart) *fixedFormat {
	f := &fixedFormat{}
	var times [fixedUnits]int
	for _, p := range parts {
		if p.letter == 0 && !strings.ContainsAny(p.text, "0123456789") {
			f.template += p.text
			continue
		}
		field, ok := fixedLetters[p.letter]
		if !ok || field.width != p.n || p.pad > 0 {
			return nil
		}
		times[field.unit]++
		field.at = len(f.template)
		f.fields = append(f.fields, field)
		f.template += strings.Repeat("0", p.n)
	}
	f.whole = times[fixedMilli] <= 1
	for _, n := range times[:fixedMilli] {
		f.whole = f.whole && n == 1
	}
	return f
}

// write is a time of the years 1 to 9999 as text.
func (f *fixedFormat) write(a *Arena, c *calendar) string {
	b := a.Bytes(len(f.template))
	copy(b, f.template)
	seconds := int(c.millis) / 1000
	values := [...]int{fixedYear: c.year, fixedMonth: c.month, fixedDay: c.day, fixedHour: seconds / 3600,
		fixedMinute: seconds / 60 % 60, fixedSecond: seconds % 60, fixedMilli: c.nano / value.NanosPerMilli}
	for _, field := range f.fields {
		v := uint(values[field.unit])
		digits := b[field.at : field.at+field.width]
		for i := len(digits) - 1; i >= 0; i-- {
			digits[i] = byte('0' + v%10)
			v /= 10
		}
	}
	return text(b)
}

// read takes a text that write gives for some time; not ok for every other one.
func (f *fixedFormat) read(s string) (t value.Timestamp, ok bool) {
	if f == nil || !f.whole || len(s) != len(f.template) {
		return t, false
	}
	var values [fixedUnits]int
	behind := 0
	for _, field := range f.fields {
		if s[behind:field.at] != f.template[behind:field.at] {
			return t, false
		}
		behind = field.at + field.width
		for _, c := range []byte(s[field.at:behind]) {
			if !isDigit(c) {
				return t, false
			}
			values[field.unit] = values[field.unit]*10 + int(c-'0')
		}
	}
	if s[behind:] != f.template[behind:] {
		return t, false
	}
	return fixedTime(&values)
}

// fixedTime is the time of the values, not ok when one is out of its range.
func fixedTime(v *[fixedUnits]int) (t value.Timestamp, ok bool) {
	year, month, day := v[fixedYear], v[fixedMonth], v[fixedDay]
	if year < 1 || month < 1 || month > 12 || day < 1 || day > value.DaysInMonth(year, month) ||
		v[fixedHour] > 23 || v[fixedMinute] > 59 || v[fixedSecond] > 59 {
		return t, false
	}
	seconds := v[fixedHour]*3600 + v[fixedMinute]*60 + v[fixedSecond]
	return value.TimestampOf(value.Days(year, month, day), int32(seconds*1000+v[fixedMilli])), true
}
