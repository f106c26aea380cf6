package logical

import (
	"testing"

	"github.com/flinkc/flinkc/typecheck/types"
)

var bigint = Typed{T: types.Of(types.BigInt)}

func col(i int) Expr { return &Column{Typed: bigint, Index: i} }

func let(slot int, value Expr) Expr {
	ref := &SlotRef{Typed: bigint, Slot: slot}
	return &Let{Typed: bigint, Slot: slot, Value: value,
		Body: &Binary{Typed: bigint, Op: Add, X: ref, Y: ref}}
}

func TestEqual(t *testing.T) {
	tests := []struct {
		name string
		a, b Expr
		want bool
	}{
		{"column", col(1), col(1), true},
		{"other column", col(1), col(2), false},
		{"operator", &Unary{Typed: bigint, Op: Neg, X: col(1)}, &Unary{Typed: bigint, Op: Not, X: col(1)},
			false},
		{"literals", &Literal{Typed: bigint, Value: int64(1)}, &Literal{Typed: bigint, Value: int64(1)},
			true},
		{"NULL", &Literal{Typed: bigint}, &Literal{Typed: bigint, Value: int64(0)}, false},
		{"kinds", col(1), &Literal{Typed: bigint, Value: int64(1)}, false},
		{"slots differ", let(1, col(0)), let(7, col(0)), true},
		{"bound values differ", let(1, col(0)), let(1, col(1)), false},
		{"In", &In{Typed: bigint, X: col(0), List: []Expr{col(1)}},
			&In{Typed: bigint, X: col(0), List: []Expr{col(1)}, Not: true}, false},
	}
	for _, test := range tests {
		if got := Equal(test.a, test.b); got != test.want {
			t.Errorf("%s: got %v", test.name, got)
		}
	}
}

func TestMapKeepsTheOriginal(t *testing.T) {
	original := let(0, col(3))
	moved := Map(original, func(e Expr) Expr {
		if c, ok := e.(*Column); ok {
			return col(c.Index + 1)
		}
		return nil
	})
	if ExprText(original, nil) == ExprText(moved, nil) || !Equal(moved, let(0, col(4))) {
		t.Errorf("%s became %s", ExprText(original, nil), ExprText(moved, nil))
	}
}
