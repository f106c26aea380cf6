package physical

import (
	"math/big"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// TestByFactor wants the whole number to be compared where its product with a constant is exact.
func TestByFactor(t *testing.T) {
	for _, tt := range []struct{ cond, want string }{
		{"0.908 * b > 1000000", "b > 1101321"},
		{"b * 0.908 <= 1000000", "b <= 1101321"},
		{"0.908 * b < 50000000", "b < 55066080"},
		{"0.908 * b >= 50000000", "b >= 55066080"},
		{"0.5 * b < 1.5", "b < 3"},
		{"0.5 * b >= 1.5", "b >= 3"},
		{"0.5 * b > 1.5 AND 0.5 * b <= 1.5", "(b > 3) AND (b <= 3)"},
		{"0.5 * b = 1.5", "b = 3"},
		{"0.5 * b <> -1.5", "b <> -3"},
		{"0.4 * b = 0.5", "(0.4 * b::DECIMAL(19, 0)) = 0.5"},
		{"1.5 < 0.7 * a", "a > 2"},
		{"-0.7 * a > 1.5", "a < -2"},
		{"-0.7 * a <= 1.5", "a >= -2"},
		{"-0.7 * a >= -1.5", "a <= 2"},
		{"0.7 * a < -1.5", "a < -2"},
		{"0.7 * a > -1.5", "a > -3"},
		{"0.5 * (a + 1) > 1.5", "(a + 1) > 3"},
		{"CASE WHEN 0.5 * a > 1.5 THEN b END = 1", "CASE WHEN a > 3 THEN b ELSE NULL END = 1"},
		{"0.0 * b > 1.5", "(0.0 * b::DECIMAL(19, 0)) > 1.5"},
		{"0.1 * a > 300000000.5", "(0.1 * a::DECIMAL(10, 0)) > 300000000.5"},
		{"0.5 * b > 1.25", "(0.5 * b::DECIMAL(19, 0))::DECIMAL(23, 2) > 1.25"},
		{"0.5 * d > 1.500", "(0.5 * d) > 1.500"},
		{"0.5 * b > d", "(0.5 * b::DECIMAL(19, 0))::DECIMAL(23, 2) > d::DECIMAL(23, 2)"},
		{"0.5 * CAST(s AS INT) > 1.5", "CAST(s AS INT) > 3"},
		{"0.5 * CAST(b AS DECIMAL(5, 0)) > 1.5", "(0.5 * CAST(b AS DECIMAL(5, 0))) > 1.5"},
		{"0.12345678901234567890 * b > 1",
			"(0.12345678901234567890 * b::DECIMAL(19, 0)) > 1.00000000000000000"},
	} {
		plan := lowered(t, "INSERT INTO h SELECT b FROM t WHERE "+tt.cond+";", "").String()
		_, filter, _ := strings.Cut(plan, "  filter ")
		if got, _, _ := strings.Cut(filter, "\n"); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.cond, got, tt.want)
		}
	}
}

// TestFactorIsExact compares each TINYINT with what its product says, for factors and limits of either sign.
func TestFactorIsExact(t *testing.T) {
	tiny := types.Type{Kind: types.TinyInt, Nullable: true}
	wide, _ := tiny.AsDecimal()
	decimal := func(v int64, precision int) *logical.Literal {
		return &logical.Literal{Typed: logical.Typed{T: types.DecimalOf(precision, 1)}, Value: big.NewInt(v)}
	}
	n := &logical.Cast{Typed: logical.Typed{T: wide}, X: &logical.Column{Typed: logical.Typed{T: tiny}}}
	rewritten := 0
	for by := int64(-9); by <= 9; by++ {
		product := &logical.Binary{Typed: logical.Typed{T: types.DecimalOf(5, 1)}, Op: logical.Mul,
			X: decimal(by, 2), Y: n}
		for limit := int64(-1200); limit <= 1200; limit += 7 {
			for op := logical.Eq; op <= logical.Ge; op++ {
				out, ok := byFactor(&logical.Binary{Op: op, X: product, Y: decimal(limit, 5)}).(*logical.Binary)
				if _, column := out.X.(*logical.Column); !ok || !column {
					continue
				}
				rewritten++
				for v := int64(-128); v <= 127; v++ {
					got := ordered(out.Op, v, out.Y.(*logical.Literal).Value.(int64))
					if want := ordered(op, by*v, limit); got != want {
						t.Fatalf("%d * %d, operator %d, %d: %v, want %v", by, v, op, limit, got, want)
					}
				}
			}
		}
	}
	if rewritten < 10_000 {
		t.Errorf("only %d comparisons are rewritten", rewritten)
	}
}

// ordered is a comparison.
func ordered(op logical.BinaryOp, x, y int64) bool {
	return map[logical.BinaryOp]bool{logical.Eq: x == y, logical.Ne: x != y, logical.Lt: x < y, logical.Le: x <= y,
		logical.Gt: x > y, logical.Ge: x >= y}[op]
}
