package measure

import (
	"math"
	"testing"
	"time"
)

func TestMedian(t *testing.T) {
	for _, tt := range []struct {
		values []float64
		want   float64
	}{
		{nil, 0},
		{[]float64{7}, 7},
		{[]float64{9, 1, 5}, 5},
		{[]float64{4, 1, 3, 2}, 2.5},
	} {
		if got := Median(tt.values); got != tt.want {
			t.Errorf("Median(%v) = %v, want %v", tt.values, got, tt.want)
		}
	}
}

func TestQuantile(t *testing.T) {
	v := []float64{5, 1, 4, 2, 3}
	for q, want := range map[float64]float64{0: 1, 0.5: 3, 0.99: 5, 1: 5} {
		if got := Quantile(v, q); got != want {
			t.Errorf("Quantile(%v) = %v, want %v", q, got, want)
		}
	}
	if got := Quantile(nil, 0.5); got != 0 {
		t.Errorf("of nothing: %v", got)
	}
}

// TestMedianRatio takes the ratio round by round: a slow round that hit both sides does not count.
func TestMedianRatio(t *testing.T) {
	if got := MedianRatio([]float64{2, 200, 2}, []float64{1, 100, 1}); got != 2 {
		t.Errorf("got %v, want 2", got)
	}
}

// TestInterleave checks the order of the runs and that each side is timed alone.
func TestInterleave(t *testing.T) {
	order := ""
	table := Interleave(2, 1000,
		Side{Name: "slow", Run: func() { order += "s"; time.Sleep(4 * time.Millisecond) }},
		Side{Name: "fast", Run: func() { order += "f"; time.Sleep(time.Millisecond) }})
	if len(order) < 6 || order[:6] != "sfsfsf" {
		t.Errorf("order %s, want a warm-up and then turns", order)
	}
	if got := table.Ratio("slow", "fast"); got < 1.2 || math.IsInf(got, 0) {
		t.Errorf("slow/fast = %v, want about 4", got)
	}
	if got := table.NS("slow"); got < 4000 {
		t.Errorf("slow took %v ns a unit, want at least 4000", got)
	}
}

func TestParseStat(t *testing.T) {
	const stat = "cpu  100 10 40 900 50 1 2 3 0 0\ncpu0 50 5 20 450 25 0 1 1 0 0\n" +
		"cpu1 50 5 20 450 25 1 1 2 0 0\nintr 5\n"
	busy, cores, ok := parseStat(stat)
	if !ok || cores != 2 || math.Abs(busy-1.56) > 1e-9 {
		t.Errorf("busy %v s, %v cores, %v; want 1.56 s, 2 cores", busy, cores, ok)
	}
	for _, broken := range []string{"", "cpu a b c d e\ncpu0 1 2 3 4 5", "intr 1 2 3 4 5 6",
		"cpu 1 2 3 4 5 6 7 8"} {
		if _, _, ok := parseStat(broken); ok {
			t.Errorf("%q was taken", broken)
		}
	}
}

func TestParseProcess(t *testing.T) {
	const stat = "42 (a) b (c) S 1 42 42 0 -1 4194304 5 0 0 0 150 50 7 7 20 0 1 0 100"
	if got := parseProcess(stat); got != 2 {
		t.Errorf("%v s, want 2", got)
	}
	for _, broken := range []string{"", "42 (a) S 1 2", "42 (a) S 1 1 1 0 1 4 5 0 0 0 x 50 7"} {
		if got := parseProcess(broken); got != 0 {
			t.Errorf("%q: %v s", broken, got)
		}
	}
}

// TestTurns: the runs of a round are in turns too, and a round's times are those of all its runs,
// without what prepares them.
func TestTurns(t *testing.T) {
	order := ""
	turns := Turns{Rounds: 1, Units: 1000, Runs: 3}
	table := turns.Interleave(
		Side{Name: "a", Run: func() { order += "a"; time.Sleep(time.Millisecond) }},
		Side{Name: "b", Prepare: func() { order += "-"; spin(3 * time.Millisecond) },
			Run: func() { order += "b"; spin(time.Millisecond) }})
	if len(order) < 12 || order[:12] != "a-ba-ba-ba-b" {
		t.Errorf("order %s, want a warm-up and then turns", order)
	}
	if got := table.NS("a"); got < 1000 {
		t.Errorf("a took %v ns a unit, want at least 1000", got)
	}
	if a, b := table.CPU("a"), table.CPU("b"); a > b/2 || b < 500 || b > 2500 {
		t.Errorf("processor time %v and %v ns a unit, want about 0 and 1000", a, b)
	}
}

func spin(d time.Duration) {
	for start := CPU(); CPU()-start < d; {
	}
}

func TestMeterOwnWorkIsNotForeign(t *testing.T) {
	m := Meter{start: now() - 1, busy: 0, own: 0, cores: 2}
	if got := m.Foreign(); got != 0 {
		t.Errorf("without a first look: %v, want 0", got)
	}
}
