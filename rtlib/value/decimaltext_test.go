package value

import (
	"math/big"
	"strings"
	"testing"
)

func TestParseDecimalTo(t *testing.T) {
	tests := []struct {
		text string
		p, s int
		want string
	}{
		{"1", 5, 2, "1.00"},
		{"+5", 5, 2, "5.00"},
		{"-1.50", 5, 2, "-1.50"},
		{"1.", 5, 2, "1.00"},
		{".5", 5, 0, "1"},
		{"1.005", 5, 2, "1.01"},
		{"-1.005", 5, 2, "-1.01"},
		{"1.0049999999999", 5, 2, "1.00"},
		{"999.995", 5, 2, "NULL"},
		{"999.994", 5, 2, "999.99"},
		{"1e3", 5, 0, "1000"},
		{"1E-3", 5, 4, "0.0010"},
		{"1e+3", 5, 2, "NULL"},
		{"12345e-3", 5, 2, "12.35"},
		{"0e999", 5, 2, "0.00"},
		{"5e-3", 5, 2, "0.01"},
		{"5e-4", 5, 2, "0.00"},
		{"1e999999999", 38, 0, "NULL"},
		{"1e-999999999", 38, 38, "0." + zeros(38)},
		{strings.Repeat("0", 500) + "7", 1, 0, "7"},
		{"0." + strings.Repeat("0", 500) + "7", 3, 2, "0.00"},
		{strings.Repeat("9", 38), 38, 0, strings.Repeat("9", 38)},
		{"-" + strings.Repeat("9", 38), 38, 0, "-" + strings.Repeat("9", 38)},
		{strings.Repeat("9", 39), 38, 0, "NULL"},
		{strings.Repeat("9", 38) + ".4", 38, 0, strings.Repeat("9", 38)},
		{strings.Repeat("9", 38) + ".5", 38, 0, "NULL"},
		{strings.Repeat("1", 5000), 38, 0, "NULL"},
		{"", 5, 2, "invalid"}, {"-", 5, 2, "invalid"}, {".", 5, 2, "invalid"}, {"+.", 5, 2, "invalid"},
		{"e3", 5, 2, "invalid"}, {"1e", 5, 2, "invalid"}, {"1e+", 5, 2, "invalid"},
		{"1.2.3", 5, 2, "invalid"}, {" 1", 5, 2, "invalid"}, {"1 ", 5, 2, "invalid"},
		{"1f", 5, 2, "invalid"}, {"NaN", 5, 2, "invalid"}, {"0x1", 5, 2, "invalid"},
		{"1e99999999999999999999", 5, 2, "invalid"}, {"1e2147483648", 5, 2, "invalid"},
	}
	for _, tt := range tests {
		v, ok, valid := ParseDecimalTo(tt.text, tt.p, tt.s)
		got := "NULL"
		switch {
		case !valid:
			got = "invalid"
		case ok:
			got = string(AppendDecimal(nil, v, tt.s))
		}
		if got != tt.want {
			t.Errorf("%.60q to (%d, %d): %s, want %s", tt.text, tt.p, tt.s, got, tt.want)
		}
	}
}

func TestDecimalText(t *testing.T) {
	tests := []struct{ text, plain, java string }{
		{"0", "0", "0"},
		{"-0.50", "-0.50", "-0.50"},
		{"1e3", "1000", "1000"},
		{"0.00000000", "0.00000000", "0E-8"},
		{"0.000001", "0.000001", "0.000001"},
		{"0.0000001", "0.0000001", "1E-7"},
		{"-0.00000012", "-0.00000012", "-1.2E-7"},
		{"10000000000000000000", "10000000000000000000", "10000000000000000000"},
		{"1.0000000000000000000000000000000000001", "1.0000000000000000000000000000000000001",
			"1.0000000000000000000000000000000000001"},
		{"-99999999999999999999999999999999999999", "-99999999999999999999999999999999999999",
			"-99999999999999999999999999999999999999"},
	}
	for _, tt := range tests {
		d, err := ParseDecimal(tt.text)
		if err != nil || d.String() != tt.plain {
			t.Errorf("%s: %s %v, want %s", tt.text, d, err, tt.plain)
		}
		if got := string(AppendDecimalJava(nil, d.Unscaled, d.Scale)); got != tt.java {
			t.Errorf("%s: %s, want %s", tt.text, got, tt.java)
		}
	}
}

func TestParseDecimalErrors(t *testing.T) {
	tests := []struct{ text, want string }{
		{"one", `"one" is not a decimal number`},
		{"1e-39", `"1e-39" has more than 38 digits`},
		{strings.Repeat("1", 50), `"1111111111111111111111111111111111111111"... has more than 38 digits`},
	}
	for _, tt := range tests {
		if _, err := ParseDecimal(tt.text); err == nil || err.Error() != tt.want {
			t.Errorf("%s: %v, want %s", tt.text, err, tt.want)
		}
	}
}

func FuzzParseDecimal(f *testing.F) {
	for _, seed := range []string{"1.005", "-1e-3", "0e99", "1.2.3", "99999999999999999999e18"} {
		f.Add(seed, 38, 10)
	}
	f.Fuzz(func(t *testing.T, text string, p, s int) {
		p = 1 + int(uint(p)%MaxPrecision)
		s = int(uint(s) % uint(p+1))
		v, ok, valid := ParseDecimalTo(text, p, s)
		n, scanned := scanNumber(text)
		if valid != scanned || !valid || n.top > 500 || n.lowest() < -500 {
			return // big.Rat would take for ever
		}
		exact, isRat := new(big.Rat).SetString(text)
		if !isRat {
			t.Fatalf("%q is a number here, none for math/big", text)
		}
		want, _ := reference(exact.Num(), exact.Denom(), p, s)
		if got := show(v, ok); got != want {
			t.Errorf("%q to (%d, %d): %s, want %s", text, p, s, got, want)
		}
	})
}
