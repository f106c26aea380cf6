package scalar

import (
	"math"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/value"
)

func TestIntegers(t *testing.T) {
	tests := []struct {
		text string
		want int64
		ok   bool
	}{
		{"0", 0, true}, {"-0", 0, true}, {"+7", 7, true}, {"007", 7, true}, {"127", 127, true}, {"-128", -128, true},
		{"128", 0, false}, {"-129", 0, false}, {"", 0, false}, {"+", 0, false}, {"-", 0, false}, {"1 ", 0, false},
		{"٣", 3, true}, {"５", 5, true}, {"𝟝", 0, false}, {"1.0", 0, false}, {"\xff", 0, false}, {"1é", 0, false},
	}
	for _, tt := range tests {
		if v, ok := Int8(tt.text); int64(v) != tt.want || ok != tt.ok {
			t.Errorf("Int8(%q) = %d, %v, want %d, %v", tt.text, v, ok, tt.want, tt.ok)
		}
	}
	borders := []struct {
		text string
		bits int
		want int64
		ok   bool
	}{
		{"9223372036854775807", 64, math.MaxInt64, true}, {"-9223372036854775808", 64, math.MinInt64, true},
		{"9223372036854775808", 64, 0, false}, {"-9223372036854775809", 64, 0, false},
		{"92233720368547758070", 64, 0, false}, {"2147483647", 32, math.MaxInt32, true},
		{"2147483648", 32, 0, false}, {"-2147483648", 32, math.MinInt32, true}, {"-2147483649", 32, 0, false},
		{"32767", 16, 32767, true}, {"32768", 16, 0, false}, {"-32768", 16, -32768, true}, {"-32769", 16, 0, false},
	}
	for _, tt := range borders {
		if v, ok := integer(tt.text, tt.bits); v != tt.want || ok != tt.ok {
			t.Errorf("integer(%q, %d) = %d, %v, want %d, %v", tt.text, tt.bits, v, ok, tt.want, tt.ok)
		}
	}
}

func TestTrim(t *testing.T) {
	for text, want := range map[string]string{"": "", " \t\r\n\x00": "", " a b ": "a b", "\u00a0a": "\u00a0a"} {
		if got := Trim(text); got != want {
			t.Errorf("Trim(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestDaysAgainstTime walks over the calendar and compares with package time, by both ways of
// reading a timestamp.
func TestDaysAgainstTime(t *testing.T) {
	end := time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)
	const step = 97*24*time.Hour + 12345678*time.Millisecond
	for at := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC); at.Before(end); at = at.Add(step) {
		text := at.Format("2006-01-02 15:04:05.000")
		got, ok := TimestampSQL(text)
		if !ok || got != (value.Timestamp{Millis: at.UnixMilli()}) {
			t.Fatalf("TimestampSQL(%q) = %v, %v, want %d", text, got, ok, at.UnixMilli())
		}
		if slow, ok := TimestampSQL(text + "000"); !ok || slow != got {
			t.Fatalf("TimestampSQL(%q) = %v, %v, want %v", text+"000", slow, ok, got)
		}
		day, ok := DateISO(text[:10])
		if want := math.Floor(float64(at.Unix()) / 86400); !ok || float64(day) != want {
			t.Fatalf("DateISO(%q) = %d, %v, want %v", text[:10], day, ok, want)
		}
		if back := string(AppendDate(nil, day)); back != text[:10] {
			t.Fatalf("AppendDate(%d) = %q, want %q", day, back, text[:10])
		}
		if back := string(AppendTimestamp(nil, got, 'T')); back != at.Format("2006-01-02T15:04:05.999") {
			t.Fatalf("AppendTimestamp(%v) = %q, want %q", got, back, at.Format("2006-01-02T15:04:05.999"))
		}
	}
}

func TestYearsBeyond(t *testing.T) {
	tests := []struct {
		text string
		day  int32
		ok   bool
	}{
		{"-0001-01-01", -719893, true}, {"+12345-01-01", 3789391, true}, {"-0000-01-01", 0, false},
		{"+2020-01-01", 0, false}, {"12345-01-01", 0, false}, {"+999999999-12-31", 0, false},
		{"0000-02-29", -719469, true},
	}
	for _, tt := range tests {
		day, ok := DateISO(tt.text)
		if ok != tt.ok || ok && day != tt.day {
			t.Errorf("DateISO(%q) = %d, %v, want %d, %v", tt.text, day, ok, tt.day, tt.ok)
		}
		if back := string(AppendDate(nil, day)); ok && back != tt.text {
			t.Errorf("AppendDate(%d) = %q, want %q", day, back, tt.text)
		}
	}
}

func TestFloats(t *testing.T) {
	tests := []struct {
		text string
		want float64
		ok   bool
	}{
		{"1.5", 1.5, true}, {" +1e3\t", 1000, true}, {"1e400", math.Inf(1), true}, {"-Infinity", math.Inf(-1), true},
		{"0x1.8p1", 3, true}, {"1f", 1, true}, {"inf", 0, false}, {"1_0", 0, false}, {"", 0, false}, {"ef", 0, false},
		{"0x10", 0, false}, {"1 2", 0, false}, {"e5", 0, false},
	}
	for _, tt := range tests {
		if v, ok := Float64(tt.text); v != tt.want || ok != tt.ok {
			t.Errorf("Float64(%q) = %v, %v, want %v, %v", tt.text, v, ok, tt.want, tt.ok)
		}
	}
	if v, ok := Float64("NaN"); !ok || v == v {
		t.Errorf("NaN is %v, %v", v, ok)
	}
}

func TestWrongFloatsCostNothing(t *testing.T) {
	if n := testing.AllocsPerRun(10, func() { Float64("x5"); Float64(""); Float64("1.5.x") }); n != 0 {
		t.Errorf("%v allocations for wrong texts, want 0", n)
	}
}

func TestAppendStripped(t *testing.T) {
	tests := []struct {
		text            string
		scale           int
		shortest, plain string
	}{
		{"10.00", 2, "1E+1", "10"}, {"0.00", 2, "0", "0"}, {"-1.50", 2, "-1.5", "-1.5"}, {"1000", 0, "1E+3", "1000"},
		{"0.0000001", 7, "1E-7", "0.0000001"}, {"0.000001", 6, "0.000001", "0.000001"},
		{"0.00000125", 8, "0.00000125", "0.00000125"}, {"0.000000125", 9, "1.25E-7", "0.000000125"},
		{"-120", 0, "-1.2E+2", "-120"}, {"123.45", 2, "123.45", "123.45"},
	}
	for _, tt := range tests {
		v, ok, valid := value.ParseDecimalTo(tt.text, 38, tt.scale)
		if !ok || !valid {
			t.Fatal(tt.text)
		}
		if got := string(AppendStripped(nil, v, tt.scale, false)); got != tt.shortest {
			t.Errorf("%s shortest is %s, want %s", tt.text, got, tt.shortest)
		}
		if got := string(AppendStripped(nil, v, tt.scale, true)); got != tt.plain {
			t.Errorf("%s plain is %s, want %s", tt.text, got, tt.plain)
		}
	}
}

func TestRewrite(t *testing.T) {
	tests := []struct {
		src, want string
		read      int
	}{
		{"aé中😀", "aé中😀", 10}, {"a\xff", "a", 1}, {"\xc0\x80", "\x00", 2}, {"\xed\xa0\x80x", "?x", 4},
		{"\xed\xa0\xbd\xed\xb8\x80", "😀", 6}, {"\xed\xb8\x80", "?", 3}, {"\xed\xa0\xbd", "?", 3},
		{"ab\xe4\xb8", "ab", 2},
	}
	for _, tt := range tests {
		got, read := Rewrite(nil, []byte(tt.src))
		if string(got) != tt.want || read != tt.read {
			t.Errorf("Rewrite(%q) = %q, %d, want %q, %d", tt.src, got, read, tt.want, tt.read)
		}
	}
}
