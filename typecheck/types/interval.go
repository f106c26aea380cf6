package types

import "strings"

// intervalUnits are the fields of intervals from the longest to the shortest.
var intervalUnits = []string{"YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND"}

// firstDayTime is the index of the first field that is not a month-based one.
const firstDayTime = 2

// unitRange is an interval's range as indexes into intervalUnits; first == last for a single field.
type unitRange struct{ first, last int }

func (r unitRange) kind() Kind {
	if r.first < firstDayTime {
		return IntervalYearMonth
	}
	return IntervalDayTime
}

// text is the range in SQL: "DAY" or "DAY TO SECOND".
func (r unitRange) text() string {
	if r.first == r.last {
		return intervalUnits[r.first]
	}
	return intervalUnits[r.first] + " TO " + intervalUnits[r.last]
}

// rangeOf reads a range; false for unknown fields, fields in the wrong order and ranges from months
// to days.
func rangeOf(unit string) (unitRange, bool) {
	from, to, isRange := strings.Cut(unit, " TO ")
	r := unitRange{unitIndex(from), unitIndex(from)}
	if isRange {
		r.last = unitIndex(to)
	}
	if r.first < 0 || r.last < 0 || (isRange && r.first >= r.last) {
		return unitRange{}, false
	}
	return r, (r.first < firstDayTime) == (r.last < firstDayTime)
}

func unitIndex(name string) int {
	for i, u := range intervalUnits {
		if u == name {
			return i
		}
	}
	return -1
}

// SingleField reports whether an interval has one field only (INTERVAL DAY, not INTERVAL DAY TO
// SECOND): only such intervals can be cast to numbers.
func (t Type) SingleField() bool {
	return t.IsInterval() && t.Unit != "" && !strings.Contains(t.Unit, " TO ")
}

// UnitSize is how many milliseconds or months the only field of an interval counts.
func (t Type) UnitSize() int64 {
	return map[string]int64{"YEAR": 12, "MONTH": 1, "DAY": 86_400_000, "HOUR": 3_600_000,
		"MINUTE": 60_000, "SECOND": 1000}[t.Unit]
}

// commonInterval is the smallest range that covers both intervals of one kind.
func commonInterval(a, b Type) (Type, bool) {
	if a.Kind != b.Kind {
		return Type{}, false
	}
	ra, okA := rangeOf(orUnit(a))
	rb, okB := rangeOf(orUnit(b))
	if !okA || !okB {
		return Type{}, false
	}
	a.Unit = unitRange{min(ra.first, rb.first), max(ra.last, rb.last)}.text()
	a.Precision = max(a.Precision, b.Precision)
	a.Scale = max(a.Scale, b.Scale)
	return a, true
}

func orUnit(t Type) string {
	if t.Unit == "" {
		return Of(t.Kind).Unit
	}
	return t.Unit
}
