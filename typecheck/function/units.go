package function

import "github.com/flinkc/flinkc/typecheck/types"

// unit is a time unit as EXTRACT, FLOOR TO, CEIL TO, TIMESTAMPADD and TIMESTAMPDIFF name it. Its
// number is that of fn.Unit; the order is tested.
type unit int

// Units, in the order of fn.Unit.
const (
	millennium unit = iota
	century
	decade
	year
	quarter
	month
	week
	day
	hour
	minute
	second1
	millisecond
	microsecond
	nanosecond
	isoYear
	dayOfYear
	dayOfWeek
	isoDayOfWeek
	epoch
)

// unitNames are the words of SQL.
var unitNames = []string{"MILLENNIUM", "CENTURY", "DECADE", "YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR",
	"MINUTE", "SECOND", "MILLISECOND", "MICROSECOND", "NANOSECOND", "ISOYEAR", "DOY", "DOW", "ISODOW", "EPOCH"}

func (u unit) String() string { return unitNames[u] }

// inDay reports the units that a TIME has.
func (u unit) inDay() bool { return u >= hour && u <= nanosecond }

// constant passes the unit to the Go function.
func (u unit) constant() func([]types.Type, types.Type) []int {
	return func([]types.Type, types.Type) []int { return []int{int(u)} }
}
