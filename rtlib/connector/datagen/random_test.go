package datagen

import (
	"math"
	"regexp"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/fn"
	"github.com/flinkc/flinkc/rtlib/value"
)

func TestIntCoversItsRange(t *testing.T) {
	r := Random{1}
	for _, c := range []struct{ least, most int64 }{
		{0, 0}, {-3, 3}, {math.MaxInt64 - 2, math.MaxInt64}, {math.MinInt64, math.MinInt64 + 2},
	} {
		seen := map[int64]bool{}
		for range 1000 {
			v := r.Int(c.least, c.most)
			if v < c.least || v > c.most {
				t.Fatalf("%d is not from %d to %d", v, c.least, c.most)
			}
			seen[v] = true
		}
		if want := int(c.most - c.least + 1); len(seen) != want {
			t.Errorf("%d to %d: %d values of %d", c.least, c.most, len(seen), want)
		}
	}
	negative := 0
	for range 1000 {
		if r.Int(math.MinInt64, math.MaxInt64) < 0 {
			negative++
		}
	}
	if negative < 400 || negative > 600 {
		t.Errorf("%d of 1000 are negative", negative)
	}
}

func TestFloatStaysInItsRange(t *testing.T) {
	r := Random{1}
	for _, c := range []struct{ least, most float64 }{
		{0, 1}, {2, 2}, {-math.MaxFloat64, math.MaxFloat64}, {math.SmallestNonzeroFloat64, math.MaxFloat64},
	} {
		low, high := math.Inf(1), math.Inf(-1)
		for range 1000 {
			v := r.Float(c.least, c.most)
			low, high = min(low, v), max(high, v)
		}
		if low < c.least || high > c.most || math.IsNaN(low) {
			t.Errorf("%g to %g: got %g to %g", c.least, c.most, low, high)
		}
		if spread := high/2 - low/2; spread < 0.4*(c.most/2-c.least/2) {
			t.Errorf("%g to %g: got only %g to %g", c.least, c.most, low, high)
		}
	}
}

func TestDecimalStaysInItsRange(t *testing.T) {
	r := Random{1}
	largest := value.Pow10(38).Sub(value.FromInt64(1))
	for _, c := range []struct{ least, most value.Int128 }{
		{value.FromInt64(5), value.FromInt64(5)},
		{value.FromInt64(-150), value.FromInt64(225)},
		{value.Int128{}, largest},
		{largest.Neg(), largest},
		{value.FromInt64(math.MinInt64), value.FromInt64(math.MaxInt64)},
	} {
		low, high := c.most, c.least
		for range 1000 {
			v := r.Decimal(c.least, c.most)
			if v.Less(low) {
				low = v
			}
			if high.Less(v) {
				high = v
			}
		}
		if low.Less(c.least) || c.most.Less(high) {
			t.Errorf("%v to %v: got %v to %v", c.least, c.most, low, high)
		}
		if c.least != c.most && !low.Less(high) {
			t.Errorf("%v to %v: always %v", c.least, c.most, low)
		}
	}
}

func TestTexts(t *testing.T) {
	r := Random{1}
	var a fn.Arena
	hex := regexp.MustCompile(`^[0-9a-f]*$`)
	for _, n := range []int{0, 1, 15, 16, 17, 100, 100_000} {
		if s := r.Hex(&a, n); len(s) != n || !hex.MatchString(s) {
			t.Errorf("%d digits: %q", n, s)
		}
		if s := r.Bytes(&a, n); len(s) != n {
			t.Errorf("%d bytes: %q", n, s)
		}
	}
	if x, y := r.Hex(&a, 16), r.Hex(&a, 16); x == y {
		t.Errorf("%q twice", x)
	}
	for _, c := range []struct {
		v    int64
		want string
	}{{0, "0"}, {-7, "-7"}, {math.MinInt64, "-9223372036854775808"}, {math.MaxInt64, "9223372036854775807"}} {
		if got := Number(&a, c.v); got != c.want {
			t.Errorf("%d: %q", c.v, got)
		}
	}
}

func TestLength(t *testing.T) {
	r := Random{1}
	seen := map[int]bool{}
	for range 200 {
		seen[r.Length(3)] = true
	}
	if len(seen) != 3 || !seen[1] || !seen[3] || r.Length(0) != 0 {
		t.Errorf("lengths %v", seen)
	}
}

func TestShares(t *testing.T) {
	r := Random{1}
	for _, c := range []struct {
		name string
		draw func() bool
		want int // of 10,000
	}{
		{"bool", r.Bool, 5000},
		{"null 0", func() bool { return r.Null(0) }, 0},
		{"null 1", func() bool { return r.Null(1) }, 10000},
		{"null 0.1", func() bool { return r.Null(0.1) }, 1000},
	} {
		n := 0
		for range 10000 {
			if c.draw() {
				n++
			}
		}
		if n < c.want-200 || n > c.want+200 {
			t.Errorf("%s: %d, want %d", c.name, n, c.want)
		}
	}
}

func TestMoments(t *testing.T) {
	r := Random{1}
	const now = 1_700_000_000_000 // 2023-11-14 22:13:20 UTC
	for range 100 {
		if v := r.Past(now, 1000); v > now || v < now-1000 {
			t.Fatalf("%d", v)
		}
	}
	if got := r.Past(now, 0); got != now {
		t.Errorf("%d", got)
	}
	east := time.FixedZone("east", 2*3600)
	if d, e := Date(now, time.UTC), Date(now, east); d != 19675 || e != 19676 {
		t.Errorf("days %d, %d", d, e)
	}
	if d, e := TimeOfDay(now, time.UTC), TimeOfDay(now, east); d != 80_000_000 || e != 800_000 {
		t.Errorf("times %d, %d", d, e)
	}
}

func TestGeneratorsDiffer(t *testing.T) {
	a, b := NewRandom(), NewRandom()
	if a.next() == b.next() {
		t.Error("two lanes make the same rows")
	}
}

func TestValuesDoNotAllocate(t *testing.T) {
	r := NewRandom()
	var a fn.Arena
	row := func() {
		a.Reset()
		_, _, _ = r.Hex(&a, 100), Number(&a, 12345), r.Decimal(value.Int128{}, value.Pow10(30))
		_, _ = r.Int(1, 5), r.Float(0, 1)
	}
	row()
	if n := testing.AllocsPerRun(1000, row); n > 0 {
		t.Errorf("%v allocations a row", n)
	}
}
