package cast

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/value"
)

// row is a cast's result as text next to what it must be.
type row struct {
	name string
	got  string
	want string
}

func check(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		if r.got != r.want {
			t.Errorf("%s: %s, want %s", r.name, r.got, r.want)
		}
	}
}

// plain shows a result that cannot be NULL.
func plain[T any](v T) string { return fmt.Sprint(v) }

// failing shows a result that may be an error.
func failing[T any](v T, err error) string {
	if err != nil {
		return err.Error()
	}
	return fmt.Sprint(v)
}

// decimalText shows a DECIMAL of scale s or NULL.
func decimalText(s int) func(v value.Int128, ok bool) string {
	return func(v value.Int128, ok bool) string {
		if !ok {
			return "NULL"
		}
		return DecimalToString(v, s)
	}
}

// failingDecimal shows a DECIMAL of scale s, NULL or an error.
func failingDecimal(s int) func(v value.Int128, ok bool, err error) string {
	return func(v value.Int128, ok bool, err error) string {
		if err != nil {
			return err.Error()
		}
		return decimalText(s)(v, ok)
	}
}

// dec is the unscaled value of a decimal text.
func dec(text string) value.Int128 {
	d, err := value.ParseDecimal(text)
	if err != nil {
		panic(err)
	}
	return d.Unscaled
}

func TestIntegers(t *testing.T) {
	check(t, []row{
		{"1234567 to TINYINT", plain(Int32ToInt8(1234567)), "-121"},
		{"1234567 to SMALLINT", plain(Int32ToInt16(1234567)), "-10617"},
		{"BIGINT to INT", plain(Int64ToInt32(1 << 32)), "0"},
		{"BIGINT to TINYINT", plain(Int64ToInt8(-129)), "127"},
		{"BIGINT to SMALLINT", plain(Int64ToInt16(32768)), "-32768"},
		{"SMALLINT to TINYINT", plain(Int16ToInt8(128)), "-128"},
		{"TINYINT up", plain(Int8ToInt64(-128)), "-128"},
		{"SMALLINT up", plain(Int16ToInt32(-32768)), "-32768"},
		{"0 to BOOLEAN", plain(Int32ToBool(0)), "false"},
		{"-1 to BOOLEAN", plain(Int64ToBool(-1)), "true"},
		{"BIGINT to FLOAT", Float32ToString(Int64ToFloat32(123456789012345678)), "1.23456791E17"},
		{"BIGINT to DOUBLE", Float64ToString(Int64ToFloat64(math.MaxInt64)), "9.223372036854776E18"},
		{"INT to DECIMAL(5, 2)", decimalText(2)(Int32ToDecimal(-123, 5, 2)), "-123.00"},
		{"INT too long", decimalText(0)(Int32ToDecimal(9999, 3, 0)), "NULL"},
		{"BIGINT too long with its scale", decimalText(2)(Int64ToDecimal(1000, 5, 2)), "NULL"},
		{"smallest BIGINT", decimalText(0)(Int64ToDecimal(math.MinInt64, 19, 0)), "-9223372036854775808"},
	})
}

func TestBooleans(t *testing.T) {
	check(t, []row{
		{"TRUE to INT", plain(BoolToInt32(true)), "1"},
		{"FALSE to BIGINT", plain(BoolToInt64(false)), "0"},
		{"TRUE to DOUBLE", Float64ToString(BoolToFloat64(true)), "1.0"},
		{"TRUE to DECIMAL(3, 2)", decimalText(2)(BoolToDecimal(true, 3, 2)), "1.00"},
		{"TRUE to DECIMAL(3, 3)", decimalText(3)(BoolToDecimal(true, 3, 3)), "NULL"},
		{"FALSE to DECIMAL(3, 3)", decimalText(3)(BoolToDecimal(false, 3, 3)), "0.000"},
	})
}

func TestFloats(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	check(t, []row{
		{"over INT", plain(Float64ToInt32(9234567891.12)), "2147483647"},
		{"over SMALLINT", plain(Float64ToInt16(123456.789)), "-7616"},
		{"over TINYINT", plain(Float64ToInt8(-1e30)), "0"},
		{"NaN to BOOLEAN", plain(Float64ToBool(nan)), "true"},
		{"-0.0 to BOOLEAN", plain(Float64ToBool(math.Copysign(0, -1))), "false"},
		{"FLOAT to BOOLEAN", plain(Float32ToBool(1e-45)), "true"},
		{"FLOAT 0 to BOOLEAN", plain(Float32ToBool(0)), "false"},
		{"NaN", plain(Float64ToInt32(nan)), "0"},
		{"NaN to BIGINT", plain(Float64ToInt64(nan)), "0"},
		{"Infinity to BIGINT", plain(Float64ToInt64(inf)), "9223372036854775807"},
		{"-Infinity to BIGINT", plain(Float64ToInt64(-inf)), "-9223372036854775808"},
		{"2^63", plain(Float64ToInt64(1 << 63)), "9223372036854775807"},
		{"toward zero", plain(Float64ToInt32(-1.9)), "-1"},
		{"FLOAT to BIGINT", plain(Float32ToInt64(16777216)), "16777216"},
		{"FLOAT to INT", plain(Float32ToInt32(3e9)), "2147483647"},
		{"DOUBLE to FLOAT", Float32ToString(Float64ToFloat32(1e39)), "Infinity"},
		{"FLOAT to DOUBLE", Float64ToString(Float32ToFloat64(0.1)), "0.10000000149011612"},
		{"0.1 to DECIMAL", failingDecimal(5)(Float64ToDecimal(0.1, 10, 5)), "0.10000"},
		{"FLOAT 0.1 to DECIMAL", failingDecimal(18)(Float32ToDecimal(0.1, 20, 18)),
			"0.100000001490116120"},
		{"1.005 to DECIMAL", failingDecimal(2)(Float64ToDecimal(1.005, 10, 2)), "1.01"},
		{"1E30 to DECIMAL(10, 0)", failingDecimal(0)(Float64ToDecimal(1e30, 10, 0)), "NULL"},
		{"NaN to DECIMAL", failingDecimal(2)(Float64ToDecimal(nan, 10, 2)),
			"cannot cast NaN to DECIMAL(10, 2)"},
	})
}

func TestDecimals(t *testing.T) {
	check(t, []row{
		{"to TINYINT", plain(DecimalToInt8(dec("9123.87"), 2)), "-93"},
		{"to SMALLINT", plain(DecimalToInt16(dec("91235.87"), 2)), "25699"},
		{"to INT", plain(DecimalToInt32(dec("3276913443134.87"), 2)), "-146603714"},
		{"to BIGINT", plain(DecimalToInt64(dec("18446744073709551617.9"), 1)), "1"},
		{"toward zero", plain(DecimalToInt64(dec("-0.99"), 2)), "0"},
		{"small scale", decimalText(1)(DecimalToDecimal(dec("99.95"), 2, 3, 1)), "NULL"},
		{"HALF_UP", decimalText(1)(DecimalToDecimal(dec("-9.95"), 2, 3, 1)), "-10.0"},
		{"larger scale", decimalText(20)(DecimalToDecimal(dec("9.95"), 2, 38, 20)),
			"9.95000000000000000000"},
		{"to DOUBLE", Float64ToString(DecimalToFloat64(dec("0.10000000000000000000"), 38, 20)), "0.1"},
		{"compact to DOUBLE", Float64ToString(DecimalToFloat64(dec("1234567890.12345678"), 18, 8)),
			"1.2345678901234567E9"},
		{"to FLOAT", Float32ToString(DecimalToFloat32(dec("0.1"), 2, 1)), "0.1"},
		{"0.00 to BOOLEAN", plain(DecimalToBool(dec("0.00"))), "false"},
		{"-0.01 to BOOLEAN", plain(DecimalToBool(dec("-0.01"))), "true"},
		{"to months", plain(DecimalToMonths(dec("14.9"), 1)), "14"},
		{"to milliseconds", plain(DecimalToMillis(dec("-14.9"), 1)), "-14"},
	})
}

// What Flink 1.20.5 says to each text.
func TestStringToInteger(t *testing.T) {
	tests := []struct{ text, tiny, small, int, big string }{
		{"1", "1", "1", "1", "1"},
		{" 1 ", "1", "1", "1", "1"},
		{"+5", "5", "5", "5", "5"},
		{"1.234", "1", "1", "1", "1"},
		{"1.", "1", "1", "1", "1"},
		{".5", "0", "0", "0", "0"},
		{".", "0", "0", "0", "0"},
		{"00012", "12", "12", "12", "12"},
		{"-", "-", "-", "-", "-"},
		{"", "-", "-", "-", "-"},
		{"+", "-", "-", "-", "-"},
		{"1e3", "-", "-", "-", "-"},
		{"foo", "-", "-", "-", "-"},
		{"\t1", "-", "-", "-", "-"},
		{"1x", "-", "-", "-", "-"},
		{"1.2.3", "-", "-", "-", "-"},
		{"1.x", "-", "-", "-", "-"},
		{"1 2", "-", "-", "-", "-"},
		{"127", "127", "127", "127", "127"},
		{"128", "-", "128", "128", "128"},
		{"-128", "-128", "-128", "-128", "-128"},
		{"-129", "-", "-129", "-129", "-129"},
		{"32768", "-", "-", "32768", "32768"},
		{"-32768", "-", "-32768", "-32768", "-32768"},
		{"2147483648", "-", "-", "-", "2147483648"},
		{"-2147483648", "-", "-", "-2147483648", "-2147483648"},
		{"9223372036854775807", "-", "-", "-", "9223372036854775807"},
		{"9223372036854775808", "-", "-", "-", "-"},
		{"-9223372036854775808", "-", "-", "-", "-9223372036854775808"},
		{"-9223372036854775809", "-", "-", "-", "-"},
		{"18446744073709551617", "-", "-", "-", "-"},
	}
	orDash := func(text, got, kind string) string {
		if got == fmt.Sprintf("cannot cast %q to %s", text, kind) {
			return "-"
		}
		return got
	}
	for _, tt := range tests {
		check(t, []row{
			{tt.text, orDash(tt.text, failing(StringToInt8(tt.text)), "TINYINT"), tt.tiny},
			{tt.text, orDash(tt.text, failing(StringToInt16(tt.text)), "SMALLINT"), tt.small},
			{tt.text, orDash(tt.text, failing(StringToInt32(tt.text)), "INT"), tt.int},
			{tt.text, orDash(tt.text, failing(StringToInt64(tt.text)), "BIGINT"), tt.big},
		})
	}
}

func TestStringToBool(t *testing.T) {
	for _, s := range []string{"t", "true", "TRUE", "y", "yes", "YeS", "1"} {
		check(t, []row{{s, failing(StringToBool(s)), "true"}})
	}
	for _, s := range []string{"f", "FalsE", "no", "n", "0"} {
		check(t, []row{{s, failing(StringToBool(s)), "false"}})
	}
	for _, s := range []string{" true", "true ", "on", "", "2"} {
		check(t, []row{{s, failing(StringToBool(s)), fmt.Sprintf("cannot cast %q to BOOLEAN", s)}})
	}
}

func TestStringToOthers(t *testing.T) {
	long := strings.Repeat("x", 100)
	utc := time.UTC
	check(t, []row{
		{"FLOAT", failing(StringToFloat32("1e39")), "+Inf"},
		{"no FLOAT", failing(StringToFloat32("x")), `cannot cast "x" to FLOAT`},
		{"DOUBLE", failing(StringToFloat64(" 2.5d ")), "2.5"},
		{"no DOUBLE", failing(StringToFloat64("inf")), `cannot cast "inf" to DOUBLE`},
		{"DECIMAL", failingDecimal(2)(StringToDecimal(" 1.005\n", 5, 2)), "1.01"},
		{"DECIMAL too long", failingDecimal(2)(StringToDecimal("1e3", 5, 2)),
			`cannot cast "1e3" to DECIMAL(5, 2)`},
		{"no DECIMAL", failingDecimal(2)(StringToDecimal("1xy", 5, 2)),
			`cannot cast "1xy" to DECIMAL(5, 2)`},
		{"DATE", failing(StringToDate("1970-1-2 x")), "1"},
		{"no DATE", failing(StringToDate(long)),
			`cannot cast "` + long[:40] + `"... to DATE`},
		{"TIME", failing(StringToTime("0:0:1")), "1000"},
		{"no TIME", failing(StringToTime("2021-09-27")), `cannot cast "2021-09-27" to TIME`},
		{"TIMESTAMP", failing(StringToTimestamp("1970-01-01 00:00:00.12345", 4)), "{123 400000}"},
		{"no TIMESTAMP", failing(StringToTimestamp("123", 3)), `cannot cast "123" to TIMESTAMP`},
		{"LTZ", failing(StringToInstant("1970-01-01 00:00:00.123456789", 9, utc)), "{123 456789}"},
		{"no LTZ", failing(StringToInstant("x", 3, utc)), `cannot cast "x" to TIMESTAMP_LTZ`},
		{"BYTES", plain(StringToBytes("é")), "é"},
	})
}

func TestToString(t *testing.T) {
	at, _ := value.ParseTimestamp("2021-09-24 12:34:56.1")
	east := time.FixedZone("", 3600)
	check(t, []row{
		{"BOOLEAN", BoolToString(true) + BoolToString(false), "TRUEFALSE"},
		{"BOOLEAN appended", string(AppendBool(AppendBool(nil, true), false)), "TRUEFALSE"},
		{"TINYINT", Int8ToString(-128), "-128"},
		{"SMALLINT", Int16ToString(-32768), "-32768"},
		{"INT", Int32ToString(math.MinInt32), "-2147483648"},
		{"BIGINT", Int64ToString(math.MinInt64), "-9223372036854775808"},
		{"FLOAT", Float32ToString(12345.679), "12345.679"},
		{"DOUBLE", Float64ToString(1e10), "1.0E10"},
		{"DECIMAL", DecimalToString(dec("9.87"), 3), "0.987"},
		{"DATE", DateToString(0), "1970-01-01"},
		{"TIME", TimeToString(45296123, 3), "12:34:56.123"},
		{"TIMESTAMP", TimestampToString(at, 3), "2021-09-24 12:34:56.100"},
		{"LTZ", InstantToString(at, 0, east), "2021-09-24 13:34:56.1"},
		{"months", MonthsToString(-123), "-10-03"},
		{"milliseconds", MillisToString(10), "+0 00:00:00.010"},
	})
}

func TestDatetimes(t *testing.T) {
	at, _ := value.ParseTimestamp("1960-01-01 23:30:12.999999999")
	east := time.FixedZone("", 3600)
	show := func(v value.Timestamp) string { return TimestampToString(v, 0) }
	check(t, []row{
		{"DATE to TIMESTAMP", show(DateToTimestamp(-1)), "1969-12-31 00:00:00"},
		{"DATE to LTZ", show(DateToInstant(0, east)), "1969-12-31 23:00:00"},
		{"TIME to TIMESTAMP", show(TimeToTimestamp(1500)), "1970-01-01 00:00:01.5"},
		{"TIME to LTZ", show(TimeToInstant(0, east)), "1969-12-31 23:00:00"},
		{"TIMESTAMP to DATE", DateToString(TimestampToDate(at)), "1960-01-02"},
		{"TIMESTAMP to TIME", TimeToString(TimestampToTime(at), 3), "23:30:12.999"},
		{"TIMESTAMP to TIMESTAMP(0)", show(TimestampToTimestamp(at, 0)), "1960-01-01 23:30:13"},
		{"TIMESTAMP to TIMESTAMP(4)", show(TimestampToTimestamp(at, 4)), "1960-01-01 23:30:12.9999"},
		{"TIMESTAMP to TIMESTAMP(1)", show(TimestampToTimestamp(at, 1)), "1960-01-01 23:30:13"},
		{"TIMESTAMP to LTZ(3)", show(TimestampToInstant(at, 3, east)), "1960-01-01 22:30:12.999"},
		{"LTZ to DATE", DateToString(InstantToDate(at, east)), "1960-01-02"},
		{"LTZ to TIME", TimeToString(InstantToTime(at, east), 0), "00:30:12"},
		{"LTZ to TIMESTAMP(4)", show(InstantToTimestamp(at, 4, east)), "1960-01-02 00:30:12.9999"},
		{"LTZ to LTZ(0)", show(InstantToInstant(at, 0)), "1960-01-01 23:30:13"},
	})
}

func TestIntervals(t *testing.T) {
	check(t, []row{
		{"10 days to INT", plain(MillisToInt32(864000000)), "864000000"},
		{"50 days to INT wrap", plain(MillisToInt32(4320000000)), "25032704"},
		{"months to BIGINT", plain(MonthsToInt64(10)), "10"},
		{"INT to months", plain(Int32ToMonths(14)), "14"},
		{"BIGINT to months wraps", plain(Int64ToMonths(1<<32 + 1)), "1"},
		{"INT to milliseconds", plain(Int32ToMillis(-5)), "-5"},
		{"months to DECIMAL", decimalText(1)(MonthsToDecimal(14, 5, 1)), "14.0"},
		{"milliseconds to DECIMAL", decimalText(2)(MillisToDecimal(-1500, 6, 2)), "-1500.00"},
		{"milliseconds too long", decimalText(0)(MillisToDecimal(1000, 3, 0)), "NULL"},
	})
}

// CHAR and VARCHAR as Flink 1.20.5 cuts and pads them.
func TestFit(t *testing.T) {
	check(t, []row{
		{"pad", FitChar("a", 3), "a  "},
		{"cut", FitChar("abcd", 3), "abc"},
		{"as long", FitChar("abc", 3), "abc"},
		{"pad beyond the basic plane", FitChar("a😀", 3), "a😀 "},
		{"cut before it", FitChar("ab😀", 2), "ab"},
		{"VARCHAR does not pad", FitVarChar("a", 3), "a"},
		{"VARCHAR cuts", FitVarChar("é日本", 2), "é日"},
		{"a pair is one", FitVarChar("😀😀", 1), "😀"},
		{"empty", FitVarChar("", 1), ""},
		{"BINARY pads", FitBinary("a", 3), "a\x00\x00"},
		{"BINARY cuts", FitBinary("abcd", 3), "abc"},
		{"VARBINARY cuts", FitVarBinary("abcd", 3), "abc"},
		{"VARBINARY does not pad", FitVarBinary("a", 3), "a"},
	})
}

// What Java's UTF-8 decoder makes of malformed bytes.
func TestBytesToString(t *testing.T) {
	check(t, []row{
		{"well-formed", BytesToString("aé😀"), "aé😀"},
		{"cut after two of three", BytesToString("\xe2\x82"), "\ufffd"},
		{"encoded surrogate", BytesToString("\xed\xa0\x80\xffA"), "\ufffd\ufffdA"},
		{"cut after three of four", BytesToString("\xf0\x9f\x98"), "\ufffd"},
		{"overlong", BytesToString("\xc0\x80\xe0\x80\x80"), strings.Repeat("\ufffd", 5)},
		{"beyond the last", BytesToString("\xf4\x90\x80\x80"), strings.Repeat("\ufffd", 4)},
		{"lone continuation", BytesToString("\x80a"), "\ufffda"},
		{"cut by text", BytesToString("\xe2\x82a"), "\ufffda"},
	})
}

func TestCastsDoNotAllocate(t *testing.T) {
	at, _ := value.ParseTimestamp("2021-09-24 12:34:56.123")
	buf := make([]byte, 0, 64)
	if got := testing.AllocsPerRun(100, func() {
		i, _ := StringToInt64(" -123.5 ")
		d, _ := Int64ToDecimal(i, 38, 20)
		f := DecimalToFloat64(d, 38, 20)
		d, _, _ = Float64ToDecimal(f, 10, 2)
		p, _, _ := StringToDecimal("12345678901234567890.5", 38, 2)
		g, _ := StringToFloat64("1.5e3")
		v, _ := StringToTimestamp("2021-09-24 12:34:56.123", 3)
		buf = AppendDecimal(buf[:0], d, 2)
		buf = AppendDecimal(buf[:0], p, 2)
		buf = AppendFloat64(buf[:0], g)
		buf = AppendTimestamp(buf[:0], v, 3)
		buf = AppendInstant(buf[:0], at, 3, time.UTC)
		_ = FitVarChar("abcdef", 3)
	}); got != 0 {
		t.Errorf("%v allocations", got)
	}
}

func FuzzBytesToString(f *testing.F) {
	f.Add("a\xe2\x82é\xed\xa0\x80\xff")
	f.Fuzz(func(t *testing.T, s string) {
		got := BytesToString(s)
		if got != strings.ToValidUTF8(got, "?") {
			t.Errorf("%q decodes to %q", s, got)
		}
		if got == s {
			return
		}
		if strings.ReplaceAll(got, "\ufffd", "") != strings.ToValidUTF8(strings.ReplaceAll(s, "\ufffd", ""), "") {
			t.Errorf("%q lost characters: %q", s, got)
		}
	})
}
