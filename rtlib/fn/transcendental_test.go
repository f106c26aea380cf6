package fn

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// javaMath is one line of testdata/javamath.txt: bits of x, y and z, and what Java 17 on x86 gives
// for Math.pow(x, y), Math.exp(z), Math.log(x) and Math.log10(x).
type javaMath struct{ x, y, z, pow, exp, log, log10 float64 }

func readJavaMath(t *testing.T) (rows []javaMath) {
	t.Helper()
	b, err := os.ReadFile("testdata/javamath.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		var f [7]float64
		for i, field := range strings.Fields(line) {
			u, err := strconv.ParseUint(field, 16, 64)
			if err != nil {
				t.Fatal(err)
			}
			f[i] = math.Float64frombits(u)
		}
		rows = append(rows, javaMath{f[0], f[1], f[2], f[3], f[4], f[5], f[6]})
	}
	return rows
}

// TestTranscendentalAsJava allows what Java itself rounds wrongly, and there only one unit in the
// last place.
func TestTranscendentalAsJava(t *testing.T) {
	off := map[string]int{}
	rows := readJavaMath(t)
	for _, r := range rows {
		for _, f := range []struct {
			name      string
			got, want float64
		}{
			{"power", Power(r.x, r.y), r.pow}, {"exp", Exp(r.z), r.exp},
			{"ln", Ln(r.x), r.log}, {"log10", Log10(r.x), r.log10},
		} {
			if f.got == f.want || f.got != f.got && f.want != f.want {
				continue
			}
			off[f.name]++
			want := math.Abs(f.want)
			if math.Abs(f.got-f.want) > math.Nextafter(want, math.Inf(1))-want {
				t.Errorf("%s(%v, %v, %v) = %v, want %v", f.name, r.x, r.y, r.z, f.got, f.want)
			}
		}
	}
	for name, most := range map[string]int{"power": 2, "exp": 6, "ln": 0, "log10": 0} {
		if off[name] > most {
			t.Errorf("%s differs %d times of %d, at most %d are Java's", name, off[name], len(rows),
				most)
		}
	}
}

func TestTranscendentalBorders(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	tests := []struct {
		name      string
		got, want float64
	}{
		{"exp 0", Exp(0), 1},
		{"exp Infinity", Exp(inf), inf},
		{"exp -Infinity", Exp(-inf), 0},
		{"exp NaN", Exp(nan), nan},
		{"exp last", Exp(709.782712893384), 0x1.fffffffffff2ap+1023},
		{"exp beyond", Exp(709.782712893385), inf},
		{"exp subnormal", Exp(-745.1332191019411), 5e-324},
		{"exp nothing", Exp(-745.2), 0},
		{"ln 0", Ln(0), -inf},
		{"ln -1", Ln(-1), nan},
		{"ln 1", Ln(1), 0},
		{"ln near 1", Ln(math.Nextafter(1, 2)), 0x1.fffffffffffffp-53},
		{"ln subnormal", Ln(5e-324), -744.4400719213812},
		{"ln Infinity", Ln(inf), inf},
		{"log10 1E22", Log10(1e22), 22},
		{"log10 0.001", Log10(0.001), -3},
		{"log10 0", Log10(0), -inf},
		{"power 0 of NaN", Power(nan, 0), 1},
		{"power 10 -2", Power(10, -2), 0.01},
		{"power 3 33", Power(3, 33), 5559060566555523},
		{"power exact tie", Power(134217729, 2), 18014398777917440},
		{"power 2 -1074", Power(2, -1074), 5e-324},
		{"power 2 1024", Power(2, 1024), inf},
		{"power -2 3", Power(-2, 3), -8},
		{"power -2 0.5", Power(-2, 0.5), nan},
		{"power -0 -1", Power(math.Copysign(0, -1), -1), -inf},
		{"power subnormal", Power(10, -310), 1e-310},
		{"power 1 Infinity", Power(1, inf), nan},
	}
	for _, tt := range tests {
		if tt.got != tt.want && !(tt.got != tt.got && tt.want != tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, tt.got, tt.want)
		}
	}
}
