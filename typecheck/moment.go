package typecheck

import (
	"strconv"
	"strings"
	"time"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

const (
	millisPerSecond = 1000
	millisPerMinute = 60 * millisPerSecond
	millisPerHour   = 60 * millisPerMinute
	millisPerDay    = 24 * millisPerHour
	nanosPerMilli   = 1000 * 1000
)

// checkMoment is DATE '..', TIME '..' or TIMESTAMP '..'.
func (c *checker) checkMoment(e *lang.Moment) logical.Expr {
	x := moment(e.Kind, e.Value.Value, e.Span())
	if x == nil {
		c.errMoment(e.Span(), e.Kind, e.Value.Value)
		return invalid(e.Span())
	}
	return x
}

// moment is the literal of a text; nil when the text is none of that kind.
func moment(kind, text string, at diag.Span) logical.Expr {
	switch kind {
	case "DATE":
		if days, ok := parseDate(text); ok {
			return literal(types.Of(types.Date), days, at)
		}
	case "TIME":
		if ms, nanos, _, ok := parseClock(text); ok && nanos == 0 {
			return literal(types.Of(types.Time), ms, at)
		}
	case "TIMESTAMP":
		if v, p, ok := parseTimestamp(text); ok {
			return literal(types.TimestampOf(p), v, at)
		}
	}
	return nil
}

// parseDate reads yyyy-MM-dd of the years 1 to 9999; the days are those since 1970-01-01.
func parseDate(text string) (days int64, ok bool) {
	t, err := time.Parse("2006-01-02", text)
	if err != nil || t.Year() < 1 {
		return 0, false
	}
	return t.Unix() / (millisPerDay / millisPerSecond), true
}

// parseClock reads HH:mm:ss[.f] with up to nine digits of fraction; precision is their count.
func parseClock(text string) (ms, nanos int64, precision int, ok bool) {
	const form = "15:04:05"
	whole, fraction, dot := strings.Cut(text, ".")
	t, err := time.Parse(form, whole)
	if err != nil || len(whole) != len(form) || dot && fraction == "" ||
		len(fraction) > types.MaxFractionPrecision {
		return 0, 0, 0, false
	}
	n, err := strconv.ParseUint((fraction + "000000000")[:types.MaxFractionPrecision], 10, 32)
	ms = int64(t.Hour())*millisPerHour + int64(t.Minute())*millisPerMinute +
		int64(t.Second())*millisPerSecond + int64(n)/nanosPerMilli
	return ms, int64(n) % nanosPerMilli, len(fraction), err == nil
}

// parseTimestamp reads a date, a blank or T, and a clock.
func parseTimestamp(text string) (v [2]int64, precision int, ok bool) {
	const dateLength = 10
	if len(text) < dateLength+2 || text[dateLength] != ' ' && text[dateLength] != 'T' {
		return v, 0, false
	}
	days, ok := parseDate(text[:dateLength])
	ms, nanos, precision, ok2 := parseClock(text[dateLength+1:])
	return [2]int64{days*millisPerDay + ms, nanos}, precision, ok && ok2
}

// temporalText turns a text literal that is compared with a date or time into one; nil when the
// text is no literal.
func (c *checker) temporalText(x logical.Expr, to types.Type) logical.Expr {
	lit, ok := x.(*logical.Literal)
	if !ok || lit.Value == nil {
		return nil
	}
	text := lit.Value.(string)
	kind := to.Kind.String()
	if to.Kind == types.Timestamp {
		if days, isDate := parseDate(text); isDate {
			return literal(types.TimestampOf(0), [2]int64{days * millisPerDay, 0}, lit.At)
		}
	}
	out := moment(kind, text, lit.At)
	if out == nil {
		c.errMoment(lit.At, kind, text)
		return invalid(lit.At)
	}
	return out
}

// intervalFields are the fields of an interval from the longest, with their length in the unit
// that the interval counts: months or milliseconds.
var intervalFields = []struct {
	name   string
	months int64
	millis int64
	limit  int64 // of a field that is not the first
}{
	{"YEAR", 12, 0, 0}, {"QUARTER", 3, 0, 0}, {"MONTH", 1, 0, 12},
	{"WEEK", 0, 7 * millisPerDay, 0}, {"DAY", 0, millisPerDay, 0}, {"HOUR", 0, millisPerHour, 24},
	{"MINUTE", 0, millisPerMinute, 60}, {"SECOND", 0, millisPerSecond, 60},
}

// checkInterval is INTERVAL '..' unit [TO unit]; the value counts months or milliseconds.
func (c *checker) checkInterval(e *lang.Interval) logical.Expr {
	unit := e.Range.From
	if e.Range.To != "" {
		unit += " TO " + e.Range.To
	}
	t, known := types.IntervalOf(unit)
	v, ok := intervalValue(e)
	if !known || !ok {
		c.errInterval(e, unit)
		return invalid(e.Span())
	}
	if e.Range.Precision > 0 {
		t.Precision = e.Range.Precision
	}
	return literal(t, v, e.Span())
}

func intervalValue(e *lang.Interval) (int64, bool) {
	text := strings.TrimSpace(e.Value.Value)
	negative := e.Negative
	if rest, found := strings.CutPrefix(text, "-"); found {
		text, negative = rest, !negative
	} else {
		text = strings.TrimPrefix(text, "+")
	}
	v, ok := intervalFieldsOf(text, e.Range)
	if negative {
		v = -v
	}
	return v, ok
}

// intervalFieldsOf adds the fields up: '1-2' YEAR TO MONTH, '10 00:00:00.004' DAY TO SECOND.
func intervalFieldsOf(text string, r *lang.IntervalRange) (int64, bool) {
	first, last := fieldIndex(r.From), fieldIndex(r.From)
	if r.To != "" {
		last = fieldIndex(r.To)
	}
	var fields []int
	for i := first; i >= 0 && i <= last; i++ {
		if i == first || intervalFields[i].limit > 0 || intervalFields[i].name == "DAY" {
			fields = append(fields, i)
		}
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '-' || r == ' ' || r == ':' })
	if len(parts) != len(fields) || len(fields) == 0 {
		return 0, false
	}
	return addFields(parts, fields, r)
}

func addFields(parts []string, fields []int, r *lang.IntervalRange) (int64, bool) {
	total := int64(0)
	for i, part := range parts {
		field := intervalFields[fields[i]]
		n, fraction, ok := fieldNumber(part, field.name == "SECOND")
		switch {
		case !ok, i > 0 && n >= field.limit, i == 0 && digitsOf(n) > leadingDigits(r):
			return 0, false
		}
		total += n*(field.months+field.millis) + fraction
	}
	return total, true
}

// leadingDigits is how many digits the first field may have: two unless the range says.
func leadingDigits(r *lang.IntervalRange) int {
	if r.Precision > 0 {
		return min(r.Precision, 9)
	}
	return types.DefaultDayPrecision
}

func digitsOf(n int64) int { return len(strconv.FormatInt(n, 10)) }

func fieldIndex(name string) int {
	for i, f := range intervalFields {
		if f.name == name {
			return i
		}
	}
	return -1
}

// fieldNumber reads a field; seconds may have a fraction, given in milliseconds.
func fieldNumber(text string, seconds bool) (n, millis int64, ok bool) {
	whole, fraction, dot := strings.Cut(text, ".")
	if dot && (!seconds || fraction == "" || len(fraction) > types.MaxFractionPrecision) {
		return 0, 0, false
	}
	value, err := strconv.ParseUint(whole, 10, 32)
	part, err2 := strconv.ParseUint((fraction + "000")[:3], 10, 32)
	return int64(value), int64(part), err == nil && err2 == nil
}
