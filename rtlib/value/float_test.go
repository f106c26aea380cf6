package value

import (
	"math"
	"math/big"
	"strconv"
	"testing"
)

// What Double.toString of Java 17 says to each.
func TestAppendFloat64(t *testing.T) {
	tests := []struct {
		value float64
		want  string
	}{
		{0, "0.0"},
		{math.Copysign(0, -1), "-0.0"},
		{1, "1.0"},
		{0.1, "0.1"},
		{100, "100.0"},
		{-12345.678901, "-12345.678901"},
		{1234567.125, "1234567.125"},
		{9999999, "9999999.0"},
		{1e7, "1.0E7"},
		{123456789, "1.23456789E8"},
		{1e10, "1.0E10"},
		{-1e10, "-1.0E10"},
		{1e21, "1.0E21"},
		{1e23, "9.999999999999999E22"},
		{2e23, "1.9999999999999998E23"},
		{1e100, "1.0E100"},
		{9007199254740993, "9.007199254740992E15"},
		{0.001, "0.001"},
		{0.002, "0.002"},
		{0.0009999, "9.999E-4"},
		{1e-5, "1.0E-5"},
		{1.0 / 3, "0.3333333333333333"},
		{math.MaxFloat64, "1.7976931348623157E308"},
		{2.2250738585072014e-308, "2.2250738585072014E-308"},
		{5e-324, "4.9E-324"},
		{1.1e-322, "1.1E-322"},
		{math.NaN(), "NaN"},
		{math.Inf(1), "Infinity"},
		{math.Inf(-1), "-Infinity"},
	}
	for _, tt := range tests {
		if got := string(AppendFloat64(nil, tt.value)); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.value, got, tt.want)
		}
	}
}

func TestAppendFloat32(t *testing.T) {
	tests := []struct {
		value float32
		want  string
	}{
		{0, "0.0"},
		{0.1, "0.1"},
		{123.456, "123.456"},
		{math.MaxFloat32, "3.4028235E38"},
		{math.SmallestNonzeroFloat32, "1.4E-45"},
		{1.17549435e-38, "1.17549435E-38"},
		{9999999, "9999999.0"},
		{1e7, "1.0E7"},
		{16777216, "1.6777216E7"},
		{0.001, "0.001"},
		{9.99e-4, "9.99E-4"},
		{2147483648, "2.14748365E9"},
		{float32(math.Inf(-1)), "-Infinity"},
	}
	for _, tt := range tests {
		if got := string(AppendFloat32(nil, tt.value)); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.value, got, tt.want)
		}
	}
}

func TestFloatTextReadsBack(t *testing.T) {
	r := testRand()
	for range 50_000 {
		v := math.Float64frombits(r.Uint64())
		text := string(AppendFloat64(nil, v))
		back, ok := ParseFloat64(text)
		if !ok || back != v && v == v {
			t.Fatalf("%x printed as %s, read as %x", math.Float64bits(v), text, math.Float64bits(back))
		}
		f := math.Float32frombits(r.Uint32())
		text = string(AppendFloat32(nil, f))
		if back, ok := ParseFloat32(text); !ok || back != f && f == f {
			t.Fatalf("%x printed as %s", math.Float32bits(f), text)
		}
	}
}

// What Java's Double.parseDouble says to each.
func TestParseFloat64(t *testing.T) {
	tests := []struct{ text, want string }{
		{"1", "1.0"}, {"-1", "-1.0"}, {" 1 ", "1.0"}, {"\t1\n", "1.0"}, {"1e3", "1000.0"},
		{"0x1p3", "8.0"}, {"0x1.8p1f", "3.0"}, {"1f", "1.0"}, {"1D", "1.0"}, {"+1.5e-3D", "0.0015"},
		{"NaN", "NaN"}, {"-NaN", "NaN"}, {"Infinity", "Infinity"}, {"+Infinity", "Infinity"},
		{"-Infinity", "-Infinity"}, {"1.", "1.0"}, {".5", "0.5"}, {"1e400", "Infinity"},
		{"-1e400", "-Infinity"}, {"1e-400", "0.0"}, {"-0", "-0.0"},
		{"nan", "error"}, {"inf", "error"}, {"infinity", "error"}, {"", "error"}, {" ", "error"},
		{"1_0", "error"}, {"0x_1p1", "error"}, {"1e", "error"}, {"0x10", "error"}, {"0x1f", "error"},
		{"1ff", "error"}, {"f", "error"}, {".", "error"}, {".f", "error"}, {"+", "error"},
		{"--1", "error"}, {"1 2", "error"}, {"Infinityd", "error"}, {"0x", "error"}, {"1,5", "error"},
	}
	for _, tt := range tests {
		got := "error"
		if v, ok := ParseFloat64(tt.text); ok {
			got = string(AppendFloat64(nil, v))
		}
		if got != tt.want {
			t.Errorf("%q: %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestParseFloat32RoundsOnce(t *testing.T) {
	// As DOUBLE first, this would be exactly between two FLOATs and go to the even one.
	got, ok := ParseFloat32("1.00000005960464477540")
	if want := math.Nextafter32(1, 2); !ok || got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestDecimalFloat64IsNearest(t *testing.T) {
	r := testRand()
	for range 20_000 {
		v, s := randomDecimal(r), r.IntN(39)
		want, _ := new(big.Rat).SetFrac(toBig(v), bigPow(s)).Float64()
		if got := DecimalFloat64(v, s); got != want {
			t.Fatalf("%se-%d: %v, want %v", toBig(v), s, got, want)
		}
	}
	if got := CompactFloat64(-9123870, 3); got != -9123.87 {
		t.Errorf("compact: %v", got)
	}
}

func TestFloat64Decimal(t *testing.T) {
	tests := []struct {
		value float64
		p, s  int
		want  string
	}{
		{0.1, 38, 20, "0.10000000000000000000"},
		{1.005, 10, 2, "1.01"}, // the text 1.005 is rounded, not the binary value below it
		{-2.5, 3, 0, "-3"},
		{1e30, 38, 0, "1000000000000000000000000000000"},
		{1e38, 38, 0, "NULL"},
		{999.5, 3, 0, "NULL"},
		{math.Copysign(0, -1), 3, 1, "0.0"},
		{5e-324, 38, 38, "0." + zeros(38)},
		{math.NaN(), 5, 0, "invalid"},
		{math.Inf(1), 5, 0, "invalid"},
	}
	for _, tt := range tests {
		v, ok, valid := Float64Decimal(tt.value, tt.p, tt.s)
		got := "NULL"
		switch {
		case !valid:
			got = "invalid"
		case ok:
			got = string(AppendDecimal(nil, v, tt.s))
		}
		if got != tt.want {
			t.Errorf("%v to (%d, %d): %s, want %s", tt.value, tt.p, tt.s, got, tt.want)
		}
	}
}

func FuzzParseFloat64(f *testing.F) {
	for _, seed := range []string{"1", "-0x1.8p1f", " NaN ", "1e400", "1_0", ".", "Infinity"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, ok := ParseFloat64(text)
		if !ok {
			return
		}
		back, ok := ParseFloat64(string(AppendFloat64(nil, v)))
		if !ok || back != v && v == v {
			t.Errorf("%q is %v, printed and read %v", text, v, back)
		}
		if want, err := strconv.ParseFloat(text, 64); err == nil && want != v && v == v {
			t.Errorf("%q is %v, strconv says %v", text, v, want)
		}
	})
}
