package value

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestFloatTextAsJava compares with what Java 17 printed. testdata/javafloats.txt has the bits of a
// DOUBLE, its text, the bits of a FLOAT, its text: random bits, subnormal numbers, powers of two,
// short decimals, whole numbers, and those near 2^50 to 2^140, where Java's text is not always the
// shortest.
func TestFloatTextAsJava(t *testing.T) {
	b, err := os.ReadFile("testdata/javafloats.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		f := strings.Fields(line)
		bits64, err64 := strconv.ParseUint(f[0], 16, 64)
		bits32, err32 := strconv.ParseUint(f[2], 16, 32)
		if err64 != nil || err32 != nil {
			t.Fatal(line)
		}
		if got := string(AppendFloat64(nil, math.Float64frombits(bits64))); got != f[1] {
			t.Errorf("DOUBLE %s: %s, want %s", f[0], got, f[1])
		}
		if got := string(AppendFloat32(nil, math.Float32frombits(uint32(bits32)))); got != f[3] {
			t.Errorf("FLOAT %s: %s, want %s", f[2], got, f[3])
		}
	}
}

// TestFloatTextWays takes one number for each way in which digits are found; the digits are Java's.
func TestFloatTextWays(t *testing.T) {
	tests := []struct {
		name  string
		value float64
		want  string
	}{
		{"whole, in full", 1 << 53, "9.007199254740992E15"},
		{"whole, digits beyond the bits dropped", 1 << 62, "4.6116860184273879E18"},
		{"whole, rounded", math.MaxInt64, "9.223372036854776E18"},
		{"32 bits", 0.5, "0.5"},
		{"64 bits", 0.00390625, "0.00390625"},
		{"a strict border", 2e23, "1.9999999999999998E23"},
		{"power of two", math.Ldexp(1, -44), "5.6843418860808015E-14"},
		{"subnormal", 1.976e-322, "2.0E-322"},
		{"shortest", 0.1, "0.1"},
		{"two digits at least", 1e-300, "1.0E-300"},
	}
	for _, tt := range tests {
		if got := string(AppendFloat64(nil, tt.value)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestFloatTextDoesNotAllocate(t *testing.T) {
	buf := make([]byte, 0, 64)
	values := []float64{0.1, 1 << 53, 2e23, 5e-324, 0.5, -1e300}
	n := testing.AllocsPerRun(100, func() {
		for _, v := range values {
			buf = AppendFloat64(buf[:0], v)
			buf = AppendFloat32(buf[:0], float32(v))
		}
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkAppendFloat64(b *testing.B) {
	buf := make([]byte, 0, 64)
	for i := range b.N {
		buf = AppendFloat64(buf[:0], float64(i)*0.01)
	}
}
