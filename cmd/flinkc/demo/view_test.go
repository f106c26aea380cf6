package demo

import (
	"strings"
	"testing"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/page"
)

func TestGrouped(t *testing.T) {
	tests := map[int64]string{0: "0", 999: "999", 1000: "1,000", -1234567: "-1,234,567", -100: "-100",
		1 << 62: "4,611,686,018,427,387,904"}
	for n, want := range tests {
		if got := grouped(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestTableIsCut(t *testing.T) {
	want := "" +
		"province                 accesses                bytes         bytes/ms\n" +
		"新疆维吾尔自治区                5                 NULL             NULL\n" +
		"and 1 more\n"
	rows := []page.Row{{Province: "新疆维吾尔自治区", Count: 5}, {Province: "a", Count: 1}}
	if got := Table(rows, 1); got != want {
		t.Errorf("table\n%swant\n%s", got, want)
	}
}

// Without a terminal there is a line a second, and one at the end.
func TestLog(t *testing.T) {
	var b strings.Builder
	v := newView(&b, false)
	for _, s := range []float64{0.5, 1, 1.5, 2} {
		v.show(page.Snapshot{State: page.Running, Seconds: s, Records: 1000, Rate: 2000})
	}
	v.show(page.Snapshot{State: page.Finished, Seconds: 2.1, Behind: 3, BadRecords: 4, BadFields: 5})
	want := "" +
		"   1.0 s  running: 1,000 records, 2,000/s, 0 provinces, 0 waiting, 0 lines dropped, 0 fields made NULL\n" +
		"   2.0 s  running: 1,000 records, 2,000/s, 0 provinces, 0 waiting, 0 lines dropped, 0 fields made NULL\n" +
		"   2.1 s  finished: 0 records, 0/s, 0 provinces, 3 waiting, 4 lines dropped, 5 fields made NULL\n"
	if b.String() != want {
		t.Errorf("log\n%swant\n%s", b.String(), want)
	}
}

// On a terminal the second picture is drawn over the first: as many lines up as were written.
func TestRedraw(t *testing.T) {
	var b strings.Builder
	v := newView(&b, true)
	v.say("page")
	v.show(page.Snapshot{Rows: []page.Row{{Province: "a"}}})
	v.show(page.Snapshot{})
	first, second, ok := strings.Cut(b.String(), "\x1b[5A\x1b[J")
	if !ok || strings.Count(first, "\n") != 1+5 || strings.Count(second, "\n") != 4 {
		t.Errorf("drawn %q", b.String())
	}
	for line := range strings.Lines(second) {
		if len(line) > 80 {
			t.Errorf("a line would wrap: %q", line)
		}
	}
}

func TestMeter(t *testing.T) {
	var m meter
	tests := []struct {
		records       int64
		seconds, want float64
	}{
		{1000, 1, 1000},
		{2000, 2, 1000},
		{4000, 3, 1400}, // 0.4 of the way from 1000 to 2000
		{9000, 3, 1400}, // no time has passed
	}
	for _, tt := range tests {
		if got := m.read(tt.records, tt.seconds); got != tt.want {
			t.Errorf("at %v s: %v, want %v", tt.seconds, got, tt.want)
		}
	}
}
