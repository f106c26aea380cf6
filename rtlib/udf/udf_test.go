package udf

import (
	"math"
	"testing"
)

func TestMetrics(t *testing.T) {
	var c Counter
	c.Inc()
	c.Add(41)
	if c.Value() != 42 {
		t.Errorf("the counter is %d, want 42", c.Value())
	}
	var g Gauge
	if g.Set(-1.5); g.Value() != -1.5 {
		t.Errorf("the gauge is %v, want -1.5", g.Value())
	}
}

func TestHistogramBuckets(t *testing.T) {
	tests := []struct {
		value  int64
		bucket int
	}{
		{math.MinInt64, 0}, {-1, 0}, {0, 0}, {1, 1}, {2, 2}, {3, 2}, {4, 3}, {1023, 10}, {1024, 11},
		{math.MaxInt64, 63},
	}
	for _, tt := range tests {
		var h Histogram
		h.Observe(tt.value)
		if h.Count(tt.bucket) != 1 || h.Sum() != tt.value {
			t.Errorf("%d is not in bucket %d", tt.value, tt.bucket)
		}
		above := tt.bucket > 0 && float64(tt.value) <= Bound(tt.bucket-1)
		if float64(tt.value) > Bound(tt.bucket)+1 || above {
			t.Errorf("%d is out of the bounds of bucket %d", tt.value, tt.bucket)
		}
	}
}

func TestNoAllocations(t *testing.T) {
	var (
		c Counter
		g Gauge
		h Histogram
	)
	if n := testing.AllocsPerRun(100, func() { c.Inc(); g.Set(1); h.Observe(7) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
