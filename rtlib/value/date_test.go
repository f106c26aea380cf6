package value

import (
	"testing"
	"time"
)

// Every day of a span that has all kinds of leap years, and the edges, against package time.
func TestCivilAgainstTime(t *testing.T) {
	first, last := Days(1, 1, 1), Days(MaxYear, 12, 31)
	if first != -719162 || last != 2932896 {
		t.Fatalf("0001-01-01 is %d, 9999-12-31 is %d", first, last)
	}
	for days := first; days <= last; days += 7 {
		want := DateTime(days)
		y, m, d := Civil(days)
		if y != want.Year() || m != int(want.Month()) || d != want.Day() {
			t.Fatalf("day %d is %d-%d-%d, want %s", days, y, m, d, want)
		}
		if back := Days(y, m, d); back != days {
			t.Fatalf("%d-%d-%d is day %d, want %d", y, m, d, back, days)
		}
		if got, want := Weekday(days)%7, int(want.Weekday()); got != want {
			t.Fatalf("weekday of %d is %d, want %d", days, got, want)
		}
	}
}

func TestCivilBeforeYearOne(t *testing.T) {
	for days := Days(-401, 1, 1); days < Days(1, 1, 1); days++ {
		want := DateTime(days)
		if y, m, d := Civil(days); y != want.Year() || m != int(want.Month()) || d != want.Day() {
			t.Fatalf("day %d is %d-%d-%d, want %s", days, y, m, d, want)
		}
	}
}

func TestDaysInMonth(t *testing.T) {
	for _, year := range []int{1900, 2000, 2023, 2024} {
		for month := 1; month <= 12; month++ {
			want := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
			if got := DaysInMonth(year, month); got != want {
				t.Errorf("%d-%d has %d days, want %d", year, month, got, want)
			}
		}
	}
}

func TestAddMonths(t *testing.T) {
	tests := []struct {
		date   string
		months int32
		want   string
	}{
		{"2021-01-31", 1, "2021-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2024-02-29", -12, "2023-02-28"},
		{"2021-12-15", 1, "2022-01-15"},
		{"2021-01-15", -1, "2020-12-15"},
		{"2021-03-31", -13, "2020-02-29"},
		{"0001-01-01", 0, "0001-01-01"},
	}
	for _, tt := range tests {
		days, ok := ParseDate(tt.date)
		if got := string(AppendDate(nil, AddMonths(days, tt.months))); !ok || got != tt.want {
			t.Errorf("%s + %d months: %s, want %s", tt.date, tt.months, got, tt.want)
		}
	}
}
