package value

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"
)

// TestAppendInt compares with strconv: all numbers of up to five digits, neighbours of the powers of
// ten, and random ones of every length.
func TestAppendInt(t *testing.T) {
	check := func(v int64) {
		t.Helper()
		if got := string(AppendInt([]byte("="), v)); got != "="+strconv.FormatInt(v, 10) {
			t.Errorf("%d: got %q", v, got)
		}
	}
	for v := range int64(100_000) {
		check(v)
		check(v * 1000)
		check(v*eightDigits + v)
	}
	for p := int64(1); p > 0 && p <= math.MaxInt64/10; p *= 10 {
		for _, v := range []int64{p - 1, p, p + 1, 9 * p} {
			check(v)
			check(-v)
		}
	}
	check(math.MaxInt64)
	check(math.MinInt64)
	r := rand.New(rand.NewPCG(1, 2))
	for range 1_000_000 {
		check(r.Int64() >> r.IntN(63))
	}
}

func BenchmarkAppendInt(b *testing.B) {
	var dst []byte
	x := uint64(1)
	b.Run("own", func(b *testing.B) {
		for range b.N {
			x = x*0x9e3779b97f4a7c15 + 1
			dst = AppendInt(dst[:0], int64(x>>40))
		}
	})
	b.Run("strconv", func(b *testing.B) {
		for range b.N {
			x = x*0x9e3779b97f4a7c15 + 1
			dst = strconv.AppendInt(dst[:0], int64(x>>40), 10)
		}
	})
}
