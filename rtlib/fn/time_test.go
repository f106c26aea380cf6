package fn

import (
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/value"
)

// at is the TIMESTAMP of a text such as 2021-01-03 13:34:56.789.
func at(s string) value.Timestamp {
	t, ok := value.ParseTimestamp(s)
	if !ok {
		panic(s)
	}
	return t
}

func on(s string) int32 { return at(s).Date() }

func ts(t value.Timestamp, ok bool) string {
	if !ok {
		return "NULL"
	}
	return t.Time().Format("2006-01-02 15:04:05.000")
}

func dt(days int32, ok bool) string {
	if !ok {
		return "NULL"
	}
	return value.DateTime(days).Format("2006-01-02")
}

func TestExtract(t *testing.T) {
	d := func(s string, u Unit) string { return show(ExtractDate(on(s), u)) }
	x := func(s string, u Unit) string { return show(ExtractTimestamp(at(s), u)) }
	const old, now = "1969-12-31 23:59:58.5", "2021-02-03 04:05:06.789123"
	check(t, []row{
		{"YEAR", d("2021-01-03", Year), "2021"}, {"WEEK", d("2021-01-03", Week), "53"},
		{"WEEK", d("2020-12-31", Week), "53"},
		{"ISOYEAR", d("2021-01-03", IsoYear), "2020"}, {"DOW", d("2021-01-03", DayOfWeek), "1"},
		{"ISODOW", d("2021-01-03", IsoDayOfWeek), "7"},
		{"DOY", d("2021-02-03", DayOfYear), "34"}, {"QUARTER", d("2021-04-03", Quarter), "2"},
		{"DECADE", d("2021-02-03", Decade), "202"},
		{"CENTURY", d("2000-02-03", Century), "20"}, {"CENTURY", d("2001-02-03", Century), "21"},
		{"MILLENNIUM", d("2001-02-03", Millennium), "3"},
		{"HOUR", d("2001-02-03", Hour), "0"}, {"EPOCH", d("2021-02-03", Epoch), "1612310400"},
		{"EPOCH", x(now, Epoch), "1612325106"},
		{"MILLISECOND", x(now, Millisecond), "789"}, {"MICROSECOND", x(now, Microsecond), "789123"},
		{"SECOND", x(now, Second), "6"},
		{"MINUTE", x(now, Minute), "5"}, {"HOUR", x(now, Hour), "4"}, {"DAY", x(now, Day), "3"},
		{"old SECOND", x(old, Second), "-1"}, {"old MINUTE", x(old, Minute), "0"}, {"old DAY", x(old, Day), "1"},
		{"old MILLISECOND", x(old, Millisecond), "-500"}, {"old EPOCH", x(old, Epoch), "-1"},
		{"old HOUR", x("1969-12-31 03:04:05", Hour), "-20"},
		{"LTZ HOUR", show(ExtractLTZ(NewContext(time.FixedZone("", 3600)), at(now), Hour)), "5"},
		{"TIME HOUR", show(ExtractTime(45296000, Hour)), "12"},
	})
}

func TestFloorAndCeil(t *testing.T) {
	const now = "2021-11-17 13:34:56.789"
	for _, c := range []struct {
		u           Unit
		floor, ceil string
	}{
		{Year, "2021-01-01 00:00:00.000", "2022-01-01 00:00:00.000"},
		{Quarter, "2021-10-01 00:00:00.000", "2022-01-01 00:00:00.000"},
		{Month, "2021-11-01 00:00:00.000", "2021-12-01 00:00:00.000"},
		{Week, "2021-11-14 00:00:00.000", "2021-11-21 00:00:00.000"},
		{Day, "2021-11-17 00:00:00.000", "2021-11-18 00:00:00.000"},
		{Second, "2021-11-17 13:34:56.000", "2021-11-17 13:34:57.000"},
		{Decade, "2020-01-01 00:00:00.000", "2030-01-01 00:00:00.000"},
		{Century, "2001-01-01 00:00:00.000", "2101-01-01 00:00:00.000"},
		{Millennium, "2001-01-01 00:00:00.000", "3001-01-01 00:00:00.000"}, {Millisecond, now, now},
	} {
		if got := ts(FloorTimestamp(at(now), c.u), true); got != c.floor {
			t.Errorf("FLOOR TO %d = %s, want %s", c.u, got, c.floor)
		}
		if got := ts(CeilTimestamp(at(now), c.u), true); got != c.ceil {
			t.Errorf("CEIL TO %d = %s, want %s", c.u, got, c.ceil)
		}
	}
	check(t, []row{
		{"FLOOR old", ts(FloorTimestamp(at("1969-12-31 23:59:58.5"), Hour), true), "1969-12-31 23:00:00.000"},
		{"CEIL MONTH at 05:00", ts(CeilTimestamp(at("2021-11-01 05:00:00"), Month), true), "2021-11-01 00:00:00.000"},
		{"FLOOR DATE", dt(FloorDate(on("2021-11-17"), Week), true), "2021-11-14"},
		{"FLOOR DATE HOUR", dt(FloorDate(on("2021-11-17"), Hour), true), "2021-11-17"},
		{"CEIL DATE", dt(CeilDate(on("2021-11-17"), Quarter), true), "2022-01-01"},
		{"FLOOR TIME", show(FloorTime(45296000, Hour)), "43200000"},
	})
}

func TestTimeArithmetic(t *testing.T) {
	diff := func(from, to string, u Unit) string { return show(DiffTimestamp(at(from), at(to), u)) }
	check(t, []row{
		{"ADD MONTH", dt(AddDate(1, on("2021-01-31"), Month), true), "2021-02-28"},
		{"ADD WEEK", dt(AddDate(1, on("2021-01-31"), Week), true), "2021-02-07"},
		{"ADD QUARTER", dt(AddDate(1, on("2021-01-31"), Quarter), true), "2021-04-30"},
		{"ADD DAY", ts(AddTimestamp(-3, at("2021-01-01 01:02:03.456"), Day), true), "2020-12-29 01:02:03.456"},
		{"ADD YEAR", ts(AddTimestamp(1, at("2020-02-29 01:00:00"), Year), true), "2021-02-28 01:00:00.000"},
		{"ADD SECOND", ts(AddTimestamp(3000000000, at("2021-01-01 01:02:03.456"), Second), true),
			"2116-01-26 06:22:03.456"},
		{"ADD TIME", show(AddTime(-1, 0, Second)), "86399000"},
		{"DAY", diff("2021-01-01 10:00:00", "2021-01-03 09:00:00", Day), "1"},
		{"MONTH", diff("2021-01-31 10:00:00", "2021-02-28 10:00:00", Month), "1"},
		{"MONTH", diff("2021-03-31", "2021-02-28", Month), "-1"}, {"YEAR", diff("2020-02-29", "2021-02-28", Year), "1"},
		{"QUARTER", diff("2020-01-01", "2021-02-28", Quarter), "4"},
		{"WEEK", diff("2020-01-01", "2021-02-28", Week), "60"},
		{"SECOND wraps", diff("1800-01-01", "2021-02-28", Second), "-1610801792"},
		{"HOUR", diff("2020-01-01", "2020-01-02 03:59:00", Hour), "27"},
		{"MICROSECOND", diff("2020-01-02 03:59:00", "2020-01-02 03:59:01", Microsecond), "1000000"},
		{"SECOND", diff("2020-01-02 03:59:00.6", "2020-01-02 03:58:59.5", Second), "-1"},
		{"MONTH", diff("1970-01-31 23:59:58.5", "1969-12-31 23:59:58.4", Month), "-2"},
		{"MONTH", diff("2021-01-15 12:00:00", "2021-02-15 11:00:00", Month), "0"},
		{"MONTH", diff("2021-02-15 12:00:00", "2021-01-15 13:00:00", Month), "-1"},
		{"MONTH", diff("2021-01-31", "2021-02-27", Month), "0"},
		{"MONTH", diff("2021-01-30", "2021-03-01", Month), "1"},
	})
}

func TestDateFormats(t *testing.T) {
	a, c := &Arena{}, NewContext(time.UTC)
	const sunday, saturday, friday = "2021-01-03 13:34:56.789", "2020-12-26 00:34:56.789", "2021-01-01 13:34:56.789"
	for _, r := range [][3]string{
		{sunday, "yyyy-MM-dd HH:mm:ss.SSS", "2021-01-03 13:34:56.789"}, {sunday, "YYYYww", "202102"},
		{sunday, "yy M d h a E EEEE MMM MMMM", "21 1 3 1 PM Sun Sunday Jan January"},
		{sunday, "u e c Q QQQ D G", "2021 1 1 1 Q1 3 AD"},
		{sunday, "S SS n N A k K", "7 78 789000000 48896789000000 48896789 13 1"},
		{sunday, "w W F", "2 2 3"}, {sunday, "", ""},
		{sunday, "MMMMM EEEEE LLL", "J S Jan"}, {sunday, "yyyyy ppppH [HH]", "02021   13 13"},
		{sunday, "'at' yyyy''", "at 2021'"},
		{"0001-01-03 13:34:56.789", "yyyy u yy YYYY uu", "0001 1 01 0001 01"},
		{friday, "YYYY-ww-e YY w", "2021-01-6 21 1"},
		{"2020-12-27 13:34:56", "YYYY-ww-e", "2021-01-1"}, {saturday, "YYYY-ww-e", "2020-52-7"},
		{saturday, "DD", "361"},
		{saturday, "QQQQ qqq qq", "4th quarter Q4 04"},
		{saturday, "GGGG GGGGG MMMMM", "Anno Domini A D"}, {saturday, "nnn yyy", "789000000 2020"},
	} {
		if got := FormatTimestamp(a, at(r[0]), must(PrepareFormat(r[1]))); got != r[2] {
			t.Errorf("DATE_FORMAT(%s, %s) = %q, want %q", r[0], r[1], got, r[2])
		}
	}
	for _, bad := range []string{
		"VV", "b", "B", "hh aaaa", "EEEEEE", "cc", "ddd", "'unterminated", "a{b", "x", "]", "pp",
	} {
		if _, err := PrepareFormat(bad); err == nil {
			t.Errorf("format %q should be an error", bad)
		}
	}
	simple := func(s string) *Format { return must(PrepareSimpleFormat(s)) }
	check(t, []row{
		{"FROM_UNIXTIME", FromUnixTime(c, a, 1609672333), "2021-01-03 11:12:13"},
		{"FROM_UNIXTIME(-1)", FromUnixTime(c, a, -1), "1969-12-31 23:59:59"},
		{"FROM_UNIXTIME", FromUnixTimeFormat(c, a, 1609672333, simple("yyyy/MM/dd EEE HH:mm:ss.SSS a")),
			"2021/01/03 Sun 11:12:13.000 AM"},
		{"FROM_UNIXTIME", FromUnixTimeFormat(c, a, 1609672333, simple("u Y w D F y yyyyyy MMM")),
			"7 2021 2 3 1 2021 002021 Jan"},
		{"FROM_UNIXTIME", FromUnixTimeFormat(c, a, 0, simple("S SSSS k K h")), "0 0000 24 0 12"},
		{"FROM_UNIXTIME zone", FromUnixTime(NewContext(time.FixedZone("", 3600)), a, 0), "1970-01-01 01:00:00"},
		{"DATE_FORMAT text", opt(FormatText(a, "2021-01-03 13:34:56.789", simple("HH:mm:ss.SSS"))), "13:34:56.000"},
		{"DATE_FORMAT garbage", opt(FormatText(a, "garbage", simple("HH:mm"))), "NULL"},
		{"DATE_FORMAT lenient", opt(FormatText(a, "2021-13-43 13:34:56", simple("yyyy-MM-dd"))), "2022-02-12"},
		{"DATE_FORMAT short", opt(FormatText(a, "2021-1-3 3:4:6", simple("yyyy-MM-dd"))), "2021-01-03"},
	})
}

func TestReadingTimes(t *testing.T) {
	c := NewContext(time.UTC)
	for s, want := range map[string]string{
		"2021-01-03 11:12:13":        "2021-01-03 11:12:13.000",
		"2021-01-03 11:12:13.123456": "2021-01-03 11:12:13.123",
		"1999-9-10 5:20:10":          "1999-09-10 05:20:10.000",
		"1999-9-10":                  "1999-09-10 00:00:00.000", "2021-01-03T11:12:13": "NULL",
		"2021-02-30 11:12:13": "2021-02-28 11:12:13.000", "2021-13-01 11:12:13": "NULL",
		"2021-01-03 11:12": "NULL", "2021-01-03 24:00:00": "2021-01-04 00:00:00.000",
		"2021-01-03 11:12:60": "NULL", " 2021-01-03 11:12:13": "NULL",
		"0001-01-03 11:12:13": "0001-01-03 11:12:13.000", "x": "NULL",
		"2021-01-03 11:12:13 ": "NULL", "2021-2-31 11:12:13": "2021-02-28 11:12:13.000",
		"2021-2-3 25:61:61": "NULL", "2021-2-32": "NULL", "10000-01-01 00:00:00": "NULL",
		"0000-01-01 00:00:00": "NULL", "": "NULL",
	} {
		if got := ts(ToTimestamp(s)); got != want {
			t.Errorf("TO_TIMESTAMP(%q) = %s, want %s", s, got, want)
		}
	}
	for _, r := range [][3]string{
		{"03/Jan/2021:11:12:13", "dd/MMM/yyyy:HH:mm:ss", "2021-01-03 11:12:13.000"},
		{"2021", "yyyy", "2021-01-01 00:00:00.000"}, {"11:12", "HH:mm", "1970-01-01 11:12:00.000"},
		{"02-30", "MM-dd", "NULL"},
		{"2021-02-30 01:02:03", "yyyy-MM-dd HH:mm:ss", "2021-02-28 01:02:03.000"},
		{"2021-02-32 01:02:03", "yyyy-MM-dd HH:mm:ss", "NULL"},
		{"2021-1-3 1:2:3", "yyyy-MM-dd HH:mm:ss", "2021-01-03 01:02:03.000"},
		{"2021-01-03 01:02:03.5", "yyyy-MM-dd HH:mm:ss", "2021-01-03 01:02:03.500"},
		{"2021-01-03 01:02:03.567", "yyyy-MM-dd HH:mm:ss.SSSSSSSSS", "2021-01-03 01:02:03.567"},
		{"20210103010203", "yyyyMMddHHmmss", "2021-01-03 01:02:03.000"},
		{"2021-01-03 01 PM", "yyyy-MM-dd hh a", "2021-01-03 13:00:00.000"},
		{"2021-01-03 01", "yyyy-MM-dd hh", "2021-01-03 00:00:00.000"},
		{"2021-01-03 13", "yyyy-MM-dd hh", "NULL"},
		{"2021-003", "yyyy-DDD", "2021-01-03 00:00:00.000"},
		{"21-1-3", "yy-M-d", "2021-01-03 00:00:00.000"}, {"1609672333", "SSS", "NULL"},
		{"JAN 2021", "MMM yyyy", "NULL"},
		{"12021", "Myyyy", "NULL"},
		{"2021-01-03 12 AM", "yyyy-MM-dd hh a", "2021-01-03 00:00:00.000"},
		{"Mon 2021-01-03", "EEE yyyy-MM-dd", "NULL"},
		{"Sun 2021-01-03", "EEE yyyy-MM-dd", "2021-01-03 00:00:00.000"},
		{"2021-366", "yyyy-DDD", "NULL"}, {"2021-02-30", "uuuu-MM-dd", "2021-02-28 00:00:00.000"},
	} {
		if got := ts(ToTimestampFormat(r[0], must(PrepareTimestampFormat(r[1])))); got != r[2] {
			t.Errorf("TO_TIMESTAMP(%q, %s) = %s, want %s", r[0], r[1], got, r[2])
		}
	}
	for _, r := range [][3]string{
		{"03/01/2021", "dd/MM/yyyy", "2021-01-03"}, {"30/02/2021", "dd/MM/yyyy", "2021-03-02"},
		{"3/1/2021", "dd/MM/yyyy", "2021-01-03"}, {"2021-01-03x", "yyyy-MM-dd", "2021-01-03"},
		{"3/1/21", "dd/MM/yy", "2021-01-03"}, {"3/1/80", "dd/MM/yy", "1980-01-03"},
		{"20210203", "yyyyMMdd", "2021-02-03"}, {"2021023", "yyyyMMdd", "2021-02-03"},
		{"03 Jan 2021", "dd MMM yyyy", "2021-01-03"}, {"2021-003", "yyyy-DDD", "2021-01-03"},
		{"-5/1/2021", "dd/MM/yyyy", "2020-12-26"}, {"  5/1/2021", "dd/MM/yyyy", "2021-01-05"},
		{"5 /1/2021", "dd/MM/yyyy", "NULL"},
	} {
		if got := dt(ToDateFormat(r[0], must(PrepareSimpleRead(r[1])))); got != r[2] {
			t.Errorf("TO_DATE(%q, %s) = %s, want %s", r[0], r[1], got, r[2])
		}
	}
	check(t, []row{
		{"UNIX_TIMESTAMP", show(UnixTimestamp(c, "2021-01-03 11:12:13.999")), "1609672333"},
		{"UNIX_TIMESTAMP bad", show(UnixTimestamp(c, "bad")), "-9223372036854775808"},
		{"UNIX_TIMESTAMP", show(UnixTimestamp(c, "2021-02-31 00:00:00")), "1614729600"},
		{"UNIX_TIMESTAMP old", show(UnixTimestamp(c, "1969-12-31 23:59:58")), "-2"},
		{"UNIX_TIMESTAMP MM/yyyy", show(UnixTimestampFormat(c, "03/2021", must(PrepareSimpleRead("MM/yyyy")))),
			"1614556800"},
		{"UNIX_TIMESTAMP h:m a",
			show(UnixTimestampFormat(c, "2021-01-03 1:2 PM", must(PrepareSimpleRead("yyyy-MM-dd h:m a")))),
			"1609678920"},
		{"UNIX_TIMESTAMP old ms",
			show(UnixTimestampFormat(c, "1969-12-31 23:59:58.5",
				must(PrepareSimpleRead("yyyy-MM-dd HH:mm:ss.SSS")))),
			"-1"},
		{"TO_DATE", dt(ToDate("2021-1-3")), "2021-01-03"}, {"TO_DATE", dt(ToDate("2021-02-30")), "NULL"},
		{"TO_TIMESTAMP_LTZ 0", instant(1609672333, 0), "2021-01-03 11:12:13.000"},
		{"TO_TIMESTAMP_LTZ 3", instant(lastMillis, 3), "9999-12-31 23:59:59.999"},
		{"TO_TIMESTAMP_LTZ beyond", instant(lastMillis+1, 3), "NULL"},
		{"TO_TIMESTAMP_LTZ before", instant(firstMillis/1000-1, 0), "NULL"},
		{"TO_TIMESTAMP_LTZ 5", instant(1, 5),
			"error: TO_TIMESTAMP_LTZ: precision 5 is not supported, only 0 (seconds) and 3 (milliseconds)"},
	})
}

// instant is TO_TIMESTAMP_LTZ as text.
func instant(n int64, precision int32) string {
	t, ok, err := ToTimestampLTZ(n, precision)
	if err != nil {
		return "error: " + err.Error()
	}
	return ts(t, ok)
}

func TestConvertTZ(t *testing.T) {
	for _, tt := range [][4]string{
		{"2021-03-28 02:30:00", "Europe/Berlin", "UTC", "2021-03-28 01:30:00"},
		{"2021-10-31 02:30:00", "Europe/Berlin", "UTC", "2021-10-31 01:30:00"},
		{"2020-01-01 00:00:00", "PST", "JST", "2020-01-01 17:00:00"},
		{"2020-07-01 00:00:00", "EST", "UTC", "2020-07-01 05:00:00"},
		{"2020-01-01 00:00:00", "GMT-3:30", "GMT+5", "2020-01-01 08:30:00"},
		{"2020-01-01 00:00:00", "GMT+1130", "GMT+24", "2019-12-31 12:30:00"},
		{"2020-01-01 00:00:00", "", "Local", "2020-01-01 00:00:00"},
		{"2020-01-01", "UTC", "UTC", "NULL"},
	} {
		z, err := PrepareZones(tt[1], tt[2])
		got, ok := ConvertTZ(&Arena{}, tt[0], z)
		if !ok {
			got = "NULL"
		}
		if got != tt[3] || err != nil {
			t.Errorf("%s from %s to %s: %s, %v; want %s", tt[0], tt[1], tt[2], got, err, tt[3])
		}
	}
}
