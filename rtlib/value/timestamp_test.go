package value

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the tests must not depend on the machine's zones
)

func stamp(t testing.TB, text string) Timestamp {
	t.Helper()
	v, ok := ParseTimestamp(text)
	if !ok {
		t.Fatalf("%q is no timestamp", text)
	}
	return v
}

// What Flink 1.20.5 makes of each text: TRY_CAST to DATE, TIME(0) and TIMESTAMP(9), null as "-".
// For TIME it does not check ranges (24:00:00, 12:60:00, 99, zone offsets, letters in the
// fraction); such texts are refused here.
func TestParseTemporal(t *testing.T) {
	tests := []struct{ text, date, time, timestamp string }{
		{"2021-09-27", "2021-09-27", "-", "2021-09-27 00:00:00.000000000"},
		{"2021-9-1", "2021-09-01", "-", "2021-09-01 00:00:00.000000000"},
		{"123", "0123-01-01", "-", "-"},
		{"0000-01-01", "0000-01-01", "-", "-"},
		{"2021", "2021-01-01", "-", "-"},
		{"2021-09", "2021-09-01", "-", "-"},
		{"2021-09-27 12:34:56.1", "2021-09-27", "-", "2021-09-27 12:34:56.100000000"},
		{"2021/09/27", "-", "-", "-"},
		{" 2021-09-27", "2021-09-27", "-", "-"},
		{"2021-09-27 ", "2021-09-27", "-", "-"},
		{"2021-02-30", "-", "-", "2021-02-28 00:00:00.000000000"},
		{"2020-02-29", "2020-02-29", "-", "2020-02-29 00:00:00.000000000"},
		{"2021-02-32", "-", "-", "-"},
		{"9999-12-31", "9999-12-31", "-", "9999-12-31 00:00:00.000000000"},
		{"10000-01-01", "-", "-", "-"},
		{"2021-13-01", "-", "-", "-"},
		{"2021-00-01", "-", "-", "-"},
		{"2021-01-00", "-", "-", "-"},
		{"2021-09-27T12:34:56", "-", "-", "-"},
		{"2021-9-1 1:1:1.123", "2021-09-01", "-", "2021-09-01 01:01:01.123000000"},
		{"2021-09-27 24:00:00", "2021-09-27", "-", "2021-09-28 00:00:00.000000000"},
		{"2021-09-27 24:00:01", "2021-09-27", "-", "-"},
		{"2021-09-27 12:34", "2021-09-27", "-", "-"},
		{"2021-09-27 12:34:56.", "2021-09-27", "-", "2021-09-27 12:34:56.000000000"},
		{"2021-09-27 12:34:56.123456789", "2021-09-27", "-", "2021-09-27 12:34:56.123456789"},
		{"2021-09-27 12:34:56.1234567891", "2021-09-27", "-", "-"},
		{"2021-09-27 12:34:56.12x", "2021-09-27", "-", "-"},
		{"2021-09-27 23:59:60", "2021-09-27", "-", "-"},
		{"2021-09-27 23:60:00", "2021-09-27", "-", "-"},
		{"-2021-01-01", "-", "-", "-"},
		{"0001-01-01 00:00:00", "0001-01-01", "-", "0001-01-01 00:00:00.000000000"},
		{"9999-12-31 23:59:59.999999999", "9999-12-31", "-", "9999-12-31 23:59:59.999999999"},
		{"2021 -09- 27", "2021-01-01", "-", "-"},
		{"2021-09-27-1", "-", "-", "-"},
		{"2021-010-01", "2021-10-01", "-", "-"},
		{"99999999999", "-", "-", "-"},
		{"foo", "-", "-", "-"},
		{"", "-", "-", "-"},
		{"12:34:56", "-", "12:34:56", "-"},
		{"23", "0023-01-01", "23:00:00", "-"},
		{"23:45", "-", "23:45:00", "-"},
		{"1:2:3", "-", "01:02:03", "-"},
		{"12:34:56 ", "-", "12:34:56", "-"},
		{"12:34:56.123456789", "-", "12:34:56.123", "-"},
		{"12:34:56.9995", "-", "12:34:57.0", "-"},
		{"23:59:59.9999", "-", "23:59:59.999", "-"},
		{"12:34:56.5", "-", "12:34:56.5", "-"},
		{"12.5", "-", "-", "-"},
		{"24:00:00", "-", "-", "-"},
		{"12:60:00", "-", "-", "-"},
		{"12:34:60", "-", "-", "-"},
		{"12:34:56.1a", "-", "-", "-"},
	}
	for _, tt := range tests {
		date, clock, timestamp := "-", "-", "-"
		if v, ok := ParseDate(tt.text); ok {
			date = string(AppendDate(nil, v))
		}
		if v, ok := ParseTime(tt.text); ok {
			clock = string(AppendTime(nil, v, 3))
			if !strings.Contains(tt.text, ".") {
				clock = strings.TrimSuffix(clock, ".0")
			}
		}
		if v, ok := ParseTimestamp(tt.text); ok {
			timestamp = string(AppendTimestamp(nil, v, 9))
		}
		if date != tt.date || clock != tt.time || timestamp != tt.timestamp {
			t.Errorf("%q: %s, %s, %s, want %s, %s, %s",
				tt.text, date, clock, timestamp, tt.date, tt.time, tt.timestamp)
		}
	}
}

func TestTimestampText(t *testing.T) {
	tests := []struct {
		text               string
		p                  int
		cast, short, local string
		instant            string
	}{
		{"2021-09-24 12:34:56.1", 3, "2021-09-24 12:34:56.100", "2021-09-24 12:34:56.1",
			"2021-09-24T12:34:56.100", "2021-09-24T12:34:56.100Z"},
		{"2021-09-24 12:34:56.123456", 3, "2021-09-24 12:34:56.123456", "2021-09-24 12:34:56.123456",
			"2021-09-24T12:34:56.123456", "2021-09-24T12:34:56.123456Z"},
		{"2020-01-01", 0, "2020-01-01 00:00:00", "2020-01-01 00:00:00",
			"2020-01-01T00:00", "2020-01-01T00:00:00Z"},
		{"1969-12-31 23:59:59.999999999", 9, "1969-12-31 23:59:59.999999999",
			"1969-12-31 23:59:59.999999999", "1969-12-31T23:59:59.999999999",
			"1969-12-31T23:59:59.999999999Z"},
		{"0001-01-01 00:00:00.000000001", 6, "0001-01-01 00:00:00.000000001",
			"0001-01-01 00:00:00.000000001", "0001-01-01T00:00:00.000000001",
			"0001-01-01T00:00:00.000000001Z"},
		{"9999-12-31 23:59:05", 6, "9999-12-31 23:59:05.000000", "9999-12-31 23:59:05",
			"9999-12-31T23:59:05", "9999-12-31T23:59:05Z"},
	}
	for _, tt := range tests {
		v := stamp(t, tt.text)
		got := []string{
			string(AppendTimestamp(nil, v, tt.p)), string(AppendTimestampShort(nil, v, ' ')),
			string(AppendLocalDateTime(nil, v)), string(AppendInstant(nil, v)),
		}
		want := []string{tt.cast, tt.short, tt.local, tt.instant}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: %s, want %s", tt.text, got[i], want[i])
			}
		}
	}
}

// What begins before the end of 9999 may end behind it, as windows do.
func TestTimestampTextBeyond9999(t *testing.T) {
	v := stamp(t, "9999-12-31 23:59:59.999").AddMillis(1)
	if got := string(AppendLocalDateTime(nil, v)); got != "+10000-01-01T00:00" {
		t.Errorf("LocalDateTime is %s", got)
	}
	if got := string(AppendInstant(nil, v)); got != "+10000-01-01T00:00:00Z" {
		t.Errorf("Instant is %s", got)
	}
	if got := string(AppendTimestampShort(nil, v, ' ')); got != "10000-01-01 00:00:00" {
		t.Errorf("the short text is %s", got)
	}
}

func TestTimeAndIntervalText(t *testing.T) {
	tests := []struct{ got, want string }{
		{string(AppendTime(nil, 45296123, 0)), "12:34:56"},
		{string(AppendTime(nil, 45296123, 9)), "12:34:56.123"},
		{string(AppendTime(nil, 45296120, 3)), "12:34:56.12"},
		{string(AppendTime(nil, 45296123, 1)), "12:34:56.1"},
		{string(AppendTime(nil, 45296000, 3)), "12:34:56.0"},
		{string(AppendTime(nil, -1, 3)), "23:59:59.999"},
		{string(AppendLocalTime(nil, 45000000)), "12:30"},
		{string(AppendLocalTime(nil, 45005100)), "12:30:05.100"},
		{string(AppendMonths(nil, 84)), "+7-00"},
		{string(AppendMonths(nil, 5)), "+0-05"},
		{string(AppendMonths(nil, -123)), "-10-03"},
		{string(AppendMonths(nil, -1<<31)), "-178956970-08"},
		{string(AppendMillis(nil, 123456789)), "+1 10:17:36.789"},
		{string(AppendMillis(nil, 10)), "+0 00:00:00.010"},
		{string(AppendMillis(nil, -10)), "-0 00:00:00.010"},
		{string(AppendMillis(nil, -1<<63)), "-106751991167 07:12:55.808"},
		{string(AppendDate(nil, Days(12021, 1, 1))), "12021-01-01"},
		{string(AppendDate(nil, Days(-5, 1, 1))), "-0005-01-01"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s, want %s", tt.got, tt.want)
		}
	}
}

func TestTruncate(t *testing.T) {
	tests := []struct {
		text string
		p    int
		want string
	}{
		{"2021-01-01 01:02:03.987654321", 9, "2021-01-01 01:02:03.987654321"},
		{"2021-01-01 01:02:03.987654321", 7, "2021-01-01 01:02:03.9876543"},
		{"2021-01-01 01:02:03.987654321", 4, "2021-01-01 01:02:03.9876"},
		{"2021-01-01 01:02:03.987654321", 3, "2021-01-01 01:02:03.987"},
		{"2021-01-01 01:02:03.987654321", 1, "2021-01-01 01:02:03.9"},
		{"1950-01-01 01:02:03.987654321", 0, "1950-01-01 01:02:03"},
	}
	for _, tt := range tests {
		got := stamp(t, tt.text).Truncate(tt.p)
		if text := string(AppendTimestampShort(nil, got, ' ')); text != tt.want {
			t.Errorf("%s to %d: %s, want %s", tt.text, tt.p, text, tt.want)
		}
	}
}

// Berlin skips 02:00 to 03:00 on 2021-03-28 and shows 02:00 to 03:00 twice on 2021-10-31.
func TestZones(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ wall, utc string }{
		{"2021-01-01 12:00:00", "2021-01-01 11:00:00"},
		{"2021-07-01 12:00:00.5", "2021-07-01 10:00:00.5"},
		{"2021-03-28 01:59:59", "2021-03-28 00:59:59"},
		{"2021-03-28 02:30:00", "2021-03-28 01:30:00"}, // shown as 03:30
		{"2021-03-28 03:00:00", "2021-03-28 01:00:00"},
		{"2021-10-31 01:59:59", "2021-10-30 23:59:59"},
		{"2021-10-31 02:30:00", "2021-10-31 00:30:00"}, // the first of the two
		{"2021-10-31 03:00:00", "2021-10-31 02:00:00"},
	}
	for _, tt := range tests {
		got := stamp(t, tt.wall).Instant(berlin)
		if text := string(AppendTimestampShort(nil, got, ' ')); text != tt.utc {
			t.Errorf("%s is %s UTC, want %s", tt.wall, text, tt.utc)
		}
		if strings.Contains(tt.wall, "03-28 02:30") {
			continue
		}
		if back := got.Local(berlin); back != stamp(t, tt.wall) {
			t.Errorf("%s comes back as %s", tt.wall, AppendTimestamp(nil, back, 0))
		}
	}
}

func TestTimeConversions(t *testing.T) {
	east := time.FixedZone("east", 3*3600+1800)
	for _, text := range []string{
		"2021-09-24 12:34:56.123456789", "1969-12-31 23:59:59.999999999",
		"0001-01-01 00:00:00", "9999-12-31 23:59:59.999999999",
	} {
		v := stamp(t, text)
		if back := FromTime(v.Time()); back != v {
			t.Errorf("%s comes back as %v", text, back)
		}
		if got := v.Time().Format("2006-01-02 15:04:05.999999999"); got != text {
			t.Errorf("%s as time.Time: %s", text, got)
		}
		if got, want := FromTimeWall(v.Time().In(east)), v.AddMillis(12_600_000); got != want {
			t.Errorf("%s on a clock 3:30 ahead: %v, want %v", text, got, want)
		}
	}
	a, b := stamp(t, "2021-01-01"), stamp(t, "2021-01-01 00:00:00.000000001")
	if a.Cmp(b) != -1 || b.Cmp(a) != 1 || a.Cmp(a) != 0 {
		t.Error("order by nanoseconds")
	}
	if got := stamp(t, "2021-01-31 10:00:00.5").AddMonths(1); got != stamp(t, "2021-02-28 10:00:00.5") {
		t.Errorf("a month on: %v", got)
	}
}

func TestTimestampDoesNotAllocate(t *testing.T) {
	buf := make([]byte, 0, 64)
	zone := time.FixedZone("x", 3600)
	if got := testing.AllocsPerRun(100, func() {
		v, _ := ParseTimestamp("2021-09-24 12:34:56.123456789")
		buf = AppendTimestamp(buf[:0], v.Instant(zone).Local(zone), 9)
	}); got != 0 {
		t.Errorf("%v allocations", got)
	}
}

func FuzzParseTemporal(f *testing.F) {
	for _, seed := range []string{"2021-09-27 12:34:56.123", "23:59:59.9999", "0000-1-1", " 1 - 2"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if v, ok := ParseTimestamp(text); ok {
			if back, ok := ParseTimestamp(string(AppendTimestamp(nil, v, 9))); ok && back != v {
				t.Errorf("%q is %v, printed and read %v", text, v, back)
			}
		}
		if v, ok := ParseDate(text); ok {
			if back, ok := ParseDate(string(AppendDate(nil, v))); !ok || back != v {
				t.Errorf("%q is %v, printed and read %v", text, v, back)
			}
		}
		if v, ok := ParseTime(text); ok && (v < 0 || int64(v) >= MillisPerDay) {
			t.Errorf("%q is %d ms", text, v)
		}
	})
}

func BenchmarkAppendTimestamp(b *testing.B) {
	v, buf := stamp(b, "2021-09-24 12:34:56.123"), make([]byte, 0, 64)
	for b.Loop() {
		buf = AppendTimestamp(buf[:0], v, 3)
	}
}

func BenchmarkParseTimestamp(b *testing.B) {
	for b.Loop() {
		_, _ = ParseTimestamp("2021-09-24 12:34:56.123")
	}
}
