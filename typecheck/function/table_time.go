package function

import "github.com/flinkc/flinkc/typecheck/types"

const inTimes = "Dates and times"

// Parameters of the functions on times.
var (
	day0     = arg("date", date)
	clock0   = arg("time", clock)
	stamp    = arg("timestamp", timestamp)
	instant0 = arg("timestamp", instant)
	format   = arg("format", character)
	dateText = arg("string", character)
)

// extractNames are the functions that are EXTRACT of one unit.
var extractNames = map[unit]string{year: "YEAR", quarter: "QUARTER", month: "MONTH", week: "WEEK",
	dayOfYear: "DAYOFYEAR", day: "DAYOFMONTH", dayOfWeek: "DAYOFWEEK", hour: "HOUR", minute: "MINUTE",
	second1: "SECOND"}

// timeTable has one family for each unit of EXTRACT, FLOOR TO, CEIL TO, TIMESTAMPADD and
// TIMESTAMPDIFF, and the arithmetic of intervals.
func timeTable() []Family {
	var t []Family
	for u := millennium; u <= epoch; u++ {
		t = append(t, extractFamily(u))
		if u <= millisecond {
			t = append(t, roundFamily("FLOOR TO ", "Floor", u), roundFamily("CEIL TO ", "Ceil", u))
		}
		if u >= year && u <= second1 {
			t = append(t, addFamily(u), diffFamily(u))
		}
	}
	t = append(t, diffFamily(microsecond))
	return append(t, plusFamily("TEMPORAL +", "Add"), plusFamily("TEMPORAL -", "Subtract"), timesFamily)
}

func extractFamily(u unit) Family {
	f := Family{Name: "EXTRACT " + u.String(), Section: inTimes,
		Doc:     "The " + u.String() + " of a date or time; of a TIMESTAMP_LTZ in the session zone.",
		Example: "EXTRACT(" + u.String() + " FROM d)"}
	if name := extractNames[u]; name != "" {
		f.Name, f.Aliases, f.Example = name, []string{f.Name}, name+"(d)"
	}
	c := u.constant()
	f.forms = []overload{
		{params: args(day0), result: int64s, fn: Builtin{Go: "ExtractDate", Consts: c}},
		{params: args(stamp), result: int64s, fn: Builtin{Go: "ExtractTimestamp", Consts: c}},
		{params: args(instant0), result: int64s, fn: Builtin{Go: "ExtractLTZ", Context: true, Consts: c}},
	}
	if u.inDay() {
		f.forms = append(f.forms,
			overload{params: args(clock0), result: int64s, fn: Builtin{Go: "ExtractTime", Consts: c}})
	}
	return f
}

func roundFamily(name, fn string, u unit) Family {
	c := u.constant()
	f := Family{Name: name + u.String(), Section: inTimes, Example: fn + "(t TO " + u.String() + ")",
		Doc: "The time at which the " + u.String() + " begins, for CEIL the next one unless it begins " +
			"then. Weeks begin on Sunday. CEIL to a DAY-based unit looks at the date alone, as Flink does.",
		forms: []overload{
			{params: args(day0), result: same, fn: Builtin{Go: fn + "Date", Consts: c}},
			{params: args(stamp), result: same, fn: Builtin{Go: fn + "Timestamp", Consts: c}},
			{params: args(instant0), result: same,
				fn: Builtin{Go: fn + "LTZ", Context: true, Consts: c}},
		}}
	if u.inDay() {
		f.forms = append(f.forms,
			overload{params: args(clock0), result: same, fn: Builtin{Go: fn + "Time", Consts: c}})
	}
	return f
}

// addFamily is TIMESTAMPADD: a DATE stays one for units of days and more, and becomes TIMESTAMP(6)
// for smaller ones.
func addFamily(u unit) Family {
	n, c := arg("number", long), u.constant()
	dates := overload{params: args(n, day0), result: second, fn: Builtin{Go: "AddDate", Consts: c}}
	if u > day {
		toStamp := class{"DATE", into(is(types.Date), types.TimestampOf(6))}
		dates = overload{params: args(n, arg("date", toStamp)), result: second,
			fn: Builtin{Go: "AddTimestamp", Consts: c}}
	}
	f := Family{Name: "TIMESTAMPADD " + u.String(), Section: inTimes,
		Doc:     "The time so many " + u.String() + "s later; the last day of the month where the day is missing.",
		Example: "TIMESTAMPADD(" + u.String() + ", 1, t)",
		forms: []overload{dates,
			{params: args(n, stamp), result: second, fn: Builtin{Go: "AddTimestamp", Consts: c}},
			{params: args(n, instant0), result: second, fn: Builtin{Go: "AddTimestamp", Consts: c}}}}
	if u.inDay() {
		f.forms = append(f.forms,
			overload{params: args(n, clock0), result: second, fn: Builtin{Go: "AddTime", Consts: c}})
	}
	return f
}

func diffFamily(u unit) Family {
	c := u.constant()
	from, to := arg("from", dateTime), arg("to", dateTime)
	return Family{Name: "TIMESTAMPDIFF " + u.String(), Section: inTimes,
		Doc:     "Whole " + u.String() + "s from the first to the second time, negative backwards; wraps as INT.",
		Example: "TIMESTAMPDIFF(" + u.String() + ", a, b)",
		forms: []overload{
			{params: args(from, to), result: int32s, fn: Builtin{Go: "DiffTimestamp", Consts: c}},
			{params: args(arg("from", instant), arg("to", instant)), result: int32s,
				fn: Builtin{Go: "DiffTimestamp", Consts: c}},
		}}
}

// plusFamily is time + interval or time - interval. A DATE takes whole days of an interval and
// stays a DATE.
func plusFamily(name, fn string) Family {
	days, mons := arg("interval", millis), arg("interval", months)
	form := func(p param, i param, suffix string) overload {
		return overload{params: args(p, i), result: same, fn: Builtin{Go: fn + suffix}}
	}
	both := func(i param, suffix string) overload {
		return overload{params: args(i, arg("other", i.class)), result: covering, fn: Builtin{Go: fn + suffix}}
	}
	return Family{Name: name, Section: inTimes, Doc: "A time moved by an interval, or two intervals together.",
		Example: "ts + INTERVAL '1' DAY", forms: []overload{
			form(stamp, days, "MillisTimestamp"), form(stamp, mons, "MonthsTimestamp"),
			form(instant0, days, "MillisTimestamp"), form(instant0, mons, "MonthsTimestamp"),
			form(day0, days, "MillisDate"), form(day0, mons, "MonthsDate"),
			form(clock0, days, "MillisTime"),
			both(days, "Millis"), both(mons, "Months"),
		}}
}

// timesFamily is an interval a number of times.
var timesFamily = Family{Name: "TEMPORAL *", Section: inTimes, Doc: "An interval so many times.",
	Example: "3 * INTERVAL '1' DAY", forms: []overload{
		{params: args(arg("interval", millis), arg("times", long)), result: same, fn: Builtin{Go: "TimesMillis"}},
		{params: args(arg("interval", months), arg("times", long)), result: same, fn: Builtin{Go: "TimesMonths"}},
	}}

// clockTable has the functions between text and time, and those that read the clock.
var clockTable = []Family{
	{Name: "DATE_FORMAT", Section: inTimes, Example: "DATE_FORMAT(ts, 'yyyy-MM-dd HH:mm')",
		Doc: "The time as text by a pattern of Java's DateTimeFormatter with English names. Text is read as " +
			"yyyy-MM-dd HH:mm:ss first, NULL if it is none. Zone letters are not supported.",
		forms: []overload{
			{params: args(stamp, format), result: text, nulls: nullAlways,
				fn: Builtin{Go: "FormatTimestamp", Arena: true, Prepare: "PrepareFormat", PrepareArg: 1}},
			{params: args(instant0, format), result: text, nulls: nullAlways, fn: Builtin{Go: "FormatLTZ",
				Context: true, Arena: true, Prepare: "PrepareFormat", PrepareArg: 1}},
			{params: args(dateText, format), result: text, nulls: nullAlways,
				fn: Builtin{Go: "FormatText", Arena: true, Form: OrNull,
					Prepare: "PrepareSimpleFormat", PrepareArg: 1}},
		}},
	{Name: "TO_DATE", Section: inTimes, Example: "TO_DATE('2021-02-03') = DATE '2021-02-03'",
		Doc: "Text as a DATE, NULL if it is none; with a pattern of Java's SimpleDateFormat, which is lenient.",
		forms: []overload{
			{params: args(dateText), result: dates, nulls: nullAlways,
				fn: Builtin{Go: "ToDate", Form: OrNull}},
			{params: args(dateText, format), result: dates, nulls: nullAlways,
				fn: Builtin{Go: "ToDateFormat", Form: OrNull, Prepare: "PrepareSimpleRead", PrepareArg: 1}},
		}},
	{Name: "TO_TIMESTAMP", Section: inTimes,
		Doc: "Text as a TIMESTAMP(3), NULL if it is none, by yyyy-MM-dd HH:mm:ss or a pattern of Java's " +
			"DateTimeFormatter; fields that are missing are those of 1970-01-01 00:00:00. A wrong pattern is an " +
			"error (Flink gives NULL).",
		Example: "TO_TIMESTAMP('2021-02-03 04:05:06')",
		forms: []overload{
			{params: args(dateText), result: stamps, nulls: nullAlways,
				fn: Builtin{Go: "ToTimestamp", Form: OrNull}},
			{params: args(dateText, format), result: stamps, nulls: nullAlways, fn: Builtin{
				Go: "ToTimestampFormat", Form: OrNull, Prepare: "PrepareTimestampFormat", PrepareArg: 1}},
		}},
	{Name: "TO_TIMESTAMP_LTZ", Section: inTimes, Example: "TO_TIMESTAMP_LTZ(1609672333, 0)",
		Doc: "Seconds (precision 0) or milliseconds (3) since 1970 as a TIMESTAMP_LTZ(3); NULL outside the " +
			"years 0000 to 9999. Without a precision, milliseconds; with another the job fails.",
		forms: []overload{
			{params: args(arg("number", cutOff)), result: instants, nulls: nullAlways,
				fn: Builtin{Go: "MillisToInstant", Form: OrNull}},
			{params: args(arg("number", cutOff), arg("precision", integer)), result: instants, nulls: nullAlways,
				fn: Builtin{Go: "ToTimestampLTZ", Form: OrNullError}},
		}},
	{Name: "CONVERT_TZ", Section: inTimes,
		Example: "CONVERT_TZ('1970-01-01 00:00:00', 'UTC', 'America/Los_Angeles') = '1969-12-31 16:00:00'",
		Doc: "A text yyyy-MM-dd HH:mm:ss of one time zone as that of another. A zone that is not known is UTC. " +
			"NULL for other text.",
		forms: []overload{{params: args(dateText, arg("from", character), arg("to", character)), result: text,
			nulls: nullAlways, fn: Builtin{Go: "ConvertTZ", Form: OrNull, Arena: true, Zones: true,
				Prepare: "PrepareZones", PrepareArg: 1, PrepareCount: 2}}}},
	{Name: "UNIX_TIMESTAMP", Section: inTimes, Example: "UNIX_TIMESTAMP('1970-01-01 00:01:00')",
		Doc: "Seconds since 1970: now, or of a text in the session zone by yyyy-MM-dd HH:mm:ss or a pattern " +
			"of Java's SimpleDateFormat. -9223372036854775808 for text that is no time.",
		forms: []overload{
			{result: int64s, fn: Builtin{Go: "UnixNow", Context: true, NotDeterministic: true}},
			{params: args(dateText), result: int64s, fn: Builtin{Go: "UnixTimestamp", Context: true}},
			{params: args(dateText, format), result: int64s, fn: Builtin{Go: "UnixTimestampFormat",
				Context: true, Prepare: "PrepareSimpleRead", PrepareArg: 1}},
		}},
	{Name: "FROM_UNIXTIME", Section: inTimes, Example: "FROM_UNIXTIME(60) = '1970-01-01 00:01:00'",
		Doc: "Seconds since 1970 as text in the session zone by yyyy-MM-dd HH:mm:ss or a pattern of Java's " +
			"SimpleDateFormat with English names. Zone letters are not supported.",
		forms: []overload{
			{params: args(arg("seconds", long)), result: text, nulls: nullAlways,
				fn: Builtin{Go: "FromUnixTime", Context: true, Arena: true}},
			{params: args(arg("seconds", long), format), result: text, nulls: nullAlways,
				fn: Builtin{Go: "FromUnixTimeFormat", Context: true, Arena: true,
					Prepare: "PrepareSimpleFormat", PrepareArg: 1}},
		}},
	now("CURRENT_TIMESTAMP", "Now", instants, "Now, an instant.", "NOW"),
	now("CURRENT_ROW_TIMESTAMP", "RowNow", instants,
		"Now, an instant, for each row in batch mode, too."),
	now("LOCALTIMESTAMP", "LocalTimestamp", stamps, "Now, in the session zone."),
	now("CURRENT_DATE", "CurrentDate", dates, "The date now in the session zone."),
	now("LOCALTIME", "LocalTime", always(types.Of(types.Time)), "The time of day now in the session zone.",
		"CURRENT_TIME"),
}

func now(name, fn string, r resultRule, doc string, aliases ...string) Family {
	return Family{Name: name, Aliases: aliases, Section: inTimes, Doc: doc, Example: name,
		forms: []overload{{result: r, fn: Builtin{Go: fn, Context: true, NotDeterministic: true}}}}
}

// attributeTable tells of the functions over time attributes, which the checker resolves itself.
var attributeTable = []Family{
	{Name: "PROCTIME", Section: inTimes, Syntax: "PROCTIME()", Example: "PROCTIME()",
		Doc: "The processing time, a time attribute of type TIMESTAMP_LTZ(3) NOT NULL; where it is read or written, " +
			"the time now for each row, in batch mode, too."},
	{Name: "CURRENT_WATERMARK", Section: inTimes, Syntax: "CURRENT_WATERMARK(time)",
		Example: "CURRENT_WATERMARK(ts)",
		Doc: "How far event time had come before the row, for the operator that asks; NULL before the first " +
			"watermark. The argument is a column with a WATERMARK. Streaming mode only."},
	{Name: "SOURCE_WATERMARK", Section: inTimes, Syntax: "SOURCE_WATERMARK()",
		Example: "WATERMARK FOR ts AS SOURCE_WATERMARK()",
		Doc: "Leaves the watermarks of a table to its connector; only as the whole expression of a WATERMARK. No " +
			"connector that flinkc reads makes any, so that such a table cannot be read."},
}
