package physical

import (
	"cmp"
	"slices"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// cheapFirst puts what costs little in front of what costs more in each AND and OR, for what is behind is mostly not
// evaluated. An operand that can fail, or that calls a function of the user, keeps those in front of it and behind it
// where they are: they may be there to keep it from being evaluated.
func cheapFirst(e logical.Expr) logical.Expr {
	return logical.Map(e, func(e logical.Expr) logical.Expr {
		b, ok := e.(*logical.Binary)
		if !ok || b.Op != logical.And && b.Op != logical.Or {
			return nil
		}
		list := chain(b, b.Op, nil)
		if !sortCheap(list) {
			return nil
		}
		out := cheapFirst(list[0])
		for _, x := range list[1:] {
			out = &logical.Binary{Typed: b.Typed, Op: b.Op, X: out, Y: cheapFirst(x)}
		}
		return out
	})
}

// chain lists the operands of nested operators of one kind.
func chain(e logical.Expr, op logical.BinaryOp, out []logical.Expr) []logical.Expr {
	if b, ok := e.(*logical.Binary); ok && b.Op == op {
		return chain(b.Y, op, chain(b.X, op, out))
	}
	return append(out, e)
}

// sortCheap sorts the operands between those that must stay, and reports whether that has changed anything.
func sortCheap(list []logical.Expr) bool {
	sorted := true
	for from := 0; from < len(list); from++ {
		to := from
		for to < len(list) && !mustStay(list[to]) {
			to++
		}
		byCost := func(a, b logical.Expr) int { return cmp.Compare(cost(a), cost(b)) }
		sorted = sorted && slices.IsSortedFunc(list[from:to], byCost)
		slices.SortStableFunc(list[from:to], byCost)
		from = to
	}
	return !sorted
}

// cost is 0 for comparisons and arithmetic, 1 for calls, and 2 for calls that work with a pattern, a path or a format.
func cost(e logical.Expr) int {
	most := 0
	logical.WalkExpr(e, func(e logical.Expr) {
		if c, ok := e.(*logical.Call); ok {
			most = max(most, 1)
			if c.Func.Prepare != "" {
				most = 2
			}
		}
	})
	return most
}

// mustStay reports whether an expression can fail or be seen from outside.
func mustStay(e logical.Expr) bool {
	stay := false
	logical.WalkExpr(e, func(e logical.Expr) { stay = stay || canFail(e) })
	return stay
}

// canFail says it of an expression without its operands. A pattern that is not constant is compiled when it is met.
func canFail(e logical.Expr) bool {
	switch e := e.(type) {
	case *logical.UserCall, *logical.Proctime:
		return true
	case *logical.Call:
		return e.Func.Form.MayFail() || e.Func.NotDeterministic || e.Func.Prepare != "" && !preparedBefore(e)
	case *logical.Cast:
		if e.X.Type().IsConstructed() {
			return !e.Try && types.CanCast(e.X.Type(), e.T.OrNull()).MayFail()
		}
		steps, _ := types.CastSteps(e.X.Type(), e.T)
		return !e.Try && slices.ContainsFunc(steps, func(s types.Step) bool {
			return s.Form == types.OrError || s.Form == types.OrNullError
		})
	case *logical.Binary:
		return e.Op == logical.Div || e.Op == logical.Mod
	}
	return false
}

// preparedBefore reports whether what a call works with is known when the program starts.
func preparedBefore(c *logical.Call) bool {
	from := c.Func.PrepareArg
	return !slices.ContainsFunc(c.Args[from:from+max(c.Func.PrepareCount, 1)], func(e logical.Expr) bool {
		_, literal := e.(*logical.Literal)
		return !literal
	})
}
