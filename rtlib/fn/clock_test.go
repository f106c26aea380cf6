package fn

import (
	"testing"
	"time"
)

// TestStartedAt: in batch mode the time stands still for all but what is asked for each row.
func TestStartedAt(t *testing.T) {
	start := time.Date(2024, 2, 29, 23, 30, 0, 0, time.UTC)
	c := StartedAt(start, time.FixedZone("", 3600))
	c.Now = func() int64 { return 0 }
	if got := Now(c).Millis; got != start.UnixMilli() {
		t.Errorf("now %d", got)
	}
	if got := LocalTime(c); got != 30*60*1000 {
		t.Errorf("time of day %d", got)
	}
	if got := CurrentDate(c); got != 19783 { // 2024-03-01
		t.Errorf("date %d", got)
	}
	if RowNow(c).Millis != 0 || UnixNow(c) != 0 {
		t.Error("the clock stands still for each row")
	}
}
