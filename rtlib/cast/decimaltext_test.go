package cast

import "testing"

// What Flink's two readers make of a text: the short one for DECIMAL(10, 2), Java's BigDecimal for
// DECIMAL(19, 2). The corpus has more, judged by Flink: golden case 628.
func TestStringToDecimalReaders(t *testing.T) {
	const no = "no"
	for _, test := range []struct{ text, short, long string }{
		{" -1.005\t", "-1.01", "-1.01"},
		{"1x", "1.00", no}, {"1xy", no, no}, {"x", "0.00", no}, {"1 x", no, no},
		{".", "0.00", no}, {"1..2", no, no}, {"+", no, no}, {"+-1", no, no}, {"", no, no}, {" ", no, no},
		{"1e", "1.00", no}, {"1e+", no, no}, {"1e-x", "1.00", no}, {"1e2x", "100.00", no},
		{"1E+02", "100.00", "100.00"}, {"1e18", no, no}, {"1e400", no, no},
		{"5e-3", "0.01", "0.01"}, {"5e-18", "0.00", "0.00"}, {"0e-21", no, "0.00"},
		{"000000001", no, "1.00"}, {"0000000001.00000000", "1.00", "1.00"},
		{"99999999.995", "100000000.00", "100000000.00"}, {"99999999.99499999999", "99999999.99", "99999999.99"},
		{"123456789", no, "123456789.00"}, {"12345678901234567890.5", no, no},
		{"\u0661", no, "1.00"}, {"00000000000000000\u0661", "1.00", "1.00"}, {"\U0001d7cf", no, no},
	} {
		for _, target := range []struct {
			p    int
			want string
		}{{10, test.short}, {19, test.long}} {
			got := no
			if v, _, err := StringToDecimal(test.text, target.p, 2); err == nil {
				got = DecimalToString(v, 2)
			}
			if got != target.want {
				t.Errorf("%q to DECIMAL(%d, 2): %s, want %s", test.text, target.p, got, target.want)
			}
		}
	}
}
