package value

import "testing"

func TestCompareNumbers(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"1", "1", 0}, {"1", "2", -1}, {"2", "1", 1}, {"-1", "1", -1}, {"1", "-1", 1}, {"-2", "-1", -1},
		{"0", "-0.0", 0}, {"0", "0.001", -1}, {"-0.1", "0", -1}, {"1", "1.000", 0}, {"100", "1E2", 0},
		{"0.05", "5e-2", 0}, {"0.05", "0.5", -1}, {"12.5", "12.49999", 1}, {"10", "9.99", 1},
		{"1e999999999", "9e999999998", 1}, {"-1e999999999", "9e-999999999", -1}, {".5", "0.5", 0},
		{"00123", "123.", 0}, {"123456789012345678901234567890", "123456789012345678901234567891", -1},
	} {
		if got, ok := CompareNumbers(c.a, c.b); !ok || got != c.want {
			t.Errorf("%s and %s: %d %v, want %d", c.a, c.b, got, ok, c.want)
		}
	}
	for _, text := range []string{"", "x", "1x", "-", ".", "1e", "Infinity"} {
		if _, ok := CompareNumbers(text, "1"); ok {
			t.Errorf("%q is taken for a number", text)
		}
		if _, ok := CompareNumbers("1", text); ok {
			t.Errorf("%q is taken for a number on the right", text)
		}
	}
	if n := testing.AllocsPerRun(10, func() { CompareNumbers("12.5", "1.25E1") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
