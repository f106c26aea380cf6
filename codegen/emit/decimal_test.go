package emit

import (
	"strings"
	"testing"
)

const decimalTables = `
CREATE TABLE t (i INT, b BIGINT, d DECIMAL(10, 2), e DECIMAL(18, 2), w DECIMAL(38, 10)) WITH (
  'connector' = 'filesystem', 'path' = '/d', 'format' = 'csv');
CREATE TABLE r (x STRING) WITH ('connector' = 'blackhole');
`

// TestExactly wants an operation on decimals to be checked only where its result may not fit.
func TestExactly(t *testing.T) {
	tests := []struct{ expr, want string }{
		{"0.908 * b", "value.FromInt64(908).Mul(value.FromInt64(r.b))"},
		{"d * d", "value.FromInt64(r.d).Mul(value.FromInt64(r.d))"},
		{"e * e * d", "value.DecimalMul("}, // 46 digits
		{"w * 2", "value.DecimalMul("},
		{"d + 1.5", "value.FromInt64(r.d).Add(value.FromInt64(15).Mul(value.FromInt64(10)))"},
		{"d - i", "value.FromInt64(r.d).Sub(value.FromInt64(int64(r.i)).Mul(value.FromInt64(100)))"},
		{"w + w", "value.DecimalAdd("},
		{"w + d", "value.DecimalAdd("},
		{"d / 2", "value.DecimalDiv("},
		{"-(0.5 * b)", "value.FromInt64(5).Mul(value.FromInt64(r.b)).Neg()"},
		{"CAST(b AS DECIMAL(19, 0))", "(value.FromInt64(r.b), 0)"},
		{"CAST(b AS DECIMAL(18, 0))", "cast.Int64ToDecimal("},
		{"CAST(i AS DECIMAL(12, 2))", "value.FromInt64(int64(r.i)).Mul(value.FromInt64(100))"},
		{"CAST(i AS DECIMAL(11, 2))", "cast.Int32ToDecimal("},
		{"CAST(0.908 * b AS DECIMAL(22, 3))", "(value.FromInt64(908).Mul(value.FromInt64(r.b)), 3)"},
		{"CAST(0.908 * b AS DECIMAL(21, 3))", "cast.DecimalToDecimal("},
		{"CAST(d AS DECIMAL(10, 1))", "cast.DecimalToDecimal("},
		{"CAST(e AS DECIMAL(38, 20))", "(value.FromInt64(r.e).Mul(value.FromInt64(1000000000000000000)), 20)"},
		{"CAST(e AS DECIMAL(38, 22))", "cast.DecimalToDecimal("},
		{"d > 1.5", "value.FromInt64(150).Less(value.FromInt64(r.d))"},
		{"d = e", "value.FromInt64(r.d) == value.FromInt64(r.e)"},
		{"d <= e", "!value.FromInt64(r.e).Less(value.FromInt64(r.d))"},
		{"w < e", "r.w.Less(value.FromInt64(r.e).Mul(value.FromInt64(100000000)))"},
	}
	for _, tt := range tests {
		var program strings.Builder
		for _, f := range printed(t, decimalTables+"INSERT INTO r SELECT CAST("+tt.expr+" AS STRING) FROM t;") {
			program.Write(f.Source)
		}
		_, pass, _ := strings.Cut(program.String(), ") pass(")
		if pass, _, _ = strings.Cut(pass, "\n}"); !strings.Contains(pass, tt.want) {
			t.Errorf("%s is not %s:\n%s", tt.expr, tt.want, pass)
		}
	}
}
