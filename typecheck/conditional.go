package typecheck

import (
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// Conditional expressions become the searched CASE, which is evaluated lazily and in order. A
// value that the SQL writes once and the rewritten form needs twice is bound by a Let.

// once makes an expression whose body uses x any number of times while x is evaluated once.
func (c *checker) once(x logical.Expr, body func(x logical.Expr) logical.Expr) logical.Expr {
	if atom(x) {
		return body(x)
	}
	c.slots++
	slot := c.slots - 1
	ref := &logical.SlotRef{Typed: logical.Typed{T: x.Type(), At: x.Span()}, Slot: slot}
	out := body(ref)
	return &logical.Let{Typed: logical.Typed{T: out.Type(), At: out.Span()}, Slot: slot,
		Value: x, Body: out}
}

// atom reports an expression that costs nothing to read twice.
func atom(x logical.Expr) bool {
	switch x.(type) {
	case *logical.Column, *logical.Literal, *logical.SlotRef, *aggRef, *groupingRef:
		return true
	}
	return false
}

// checkBetween is x >= low AND x <= high, with x evaluated once. SYMMETRIC also takes the bounds
// the other way round.
func (c *checker) checkBetween(e *lang.Between, s *scope) logical.Expr {
	x := c.checkExpr(e.X, s)
	low, high := c.checkExpr(e.Low, s), c.checkExpr(e.High, s)
	if isInvalid(x, low, high) {
		return invalid(e.Span())
	}
	ok := true
	out := c.once(x, func(x logical.Expr) logical.Expr {
		cond := c.within(e, x, low, high)
		if e.Symmetric && !isInvalid(cond) {
			cond = binary(e, logical.Or, cond, c.within(e, x, high, low))
		}
		ok = !isInvalid(cond)
		if e.Not && ok {
			cond = &logical.Unary{Typed: typed(cond.Type(), e), Op: logical.Not, X: cond}
		}
		return cond
	})
	if !ok {
		return invalid(e.Span())
	}
	return out
}

func (c *checker) within(e lang.Node, x, low, high logical.Expr) logical.Expr {
	above := c.compare(e, logical.Ge, x, low)
	if isInvalid(above) {
		return above
	}
	below := c.compare(e, logical.Le, x, high)
	if isInvalid(below) {
		return below
	}
	return binary(e, logical.And, above, below)
}

// checkIn is x [NOT] IN (list): TRUE when equal to one, NULL when equal to none but one is NULL.
func (c *checker) checkIn(e *lang.In, s *scope) logical.Expr {
	if e.Query != nil {
		return c.checkInQuery(e, s)
	}
	x := c.checkExpr(e.X, s)
	if x.Type().IsConstructed() {
		return c.inConstructed(e, x, s)
	}
	all := []logical.Expr{x}
	for _, item := range e.List {
		y := c.checkExpr(item, s)
		left, right, ok := c.comparable(item, logical.Le, all[0], y)
		if !ok {
			return invalid(e.Span())
		}
		if x.Type().IsCharacter() != left.Type().IsCharacter() {
			all[0] = left
		}
		if y.Type().IsCharacter() != right.Type().IsCharacter() {
			y = right
		}
		all = append(all, y)
	}
	if _, ok := unify(all); !ok {
		c.errNoCommonType(e, "IN", all)
		return invalid(e.Span())
	}
	var ts []types.Type
	for _, y := range all {
		ts = append(ts, y.Type())
	}
	t := types.Of(types.Boolean).WithNullable(types.AnyNullable(ts...))
	return &logical.In{Typed: typed(t, e), X: all[0], List: all[1:], Not: e.Not}
}

// checkLike is x [NOT] LIKE pattern [ESCAPE c] and SIMILAR TO, by the function table.
func (c *checker) checkLike(e *lang.LikeExpr, s *scope) logical.Expr {
	name := "LIKE"
	if e.Similar {
		name = "SIMILAR TO"
	}
	args := []logical.Expr{c.checkExpr(e.X, s), c.checkExpr(e.Pattern, s)}
	if e.Escape != nil {
		args = append(args, c.checkExpr(e.Escape, s))
	}
	out := c.builtin(e, name, args)
	if e.Not && !isInvalid(out) {
		return &logical.Unary{Typed: typed(out.Type(), e), Op: logical.Not, X: out}
	}
	return out
}

// checkCase is both forms of CASE.
func (c *checker) checkCase(e *lang.Case, s *scope) logical.Expr {
	if e.Operand == nil {
		return c.searchedCase(e, s, func(cond lang.Expr) logical.Expr {
			return c.condition(c.checkExpr(cond, s), "WHEN")
		})
	}
	operand := c.checkExpr(e.Operand, s)
	if isInvalid(operand) {
		return operand
	}
	ok := true
	out := c.once(operand, func(x logical.Expr) logical.Expr {
		body := c.searchedCase(e, s, func(cond lang.Expr) logical.Expr {
			return c.compare(cond, logical.Eq, x, c.checkExpr(cond, s))
		})
		ok = !isInvalid(body)
		return body
	})
	if !ok {
		return invalid(e.Span())
	}
	return out
}

// searchedCase builds the branches; cond binds one condition.
func (c *checker) searchedCase(e *lang.Case, s *scope,
	cond func(lang.Expr) logical.Expr) logical.Expr {
	var conds, results []logical.Expr
	for _, w := range e.Whens {
		conds = append(conds, c.anyOf(w, cond))
		results = append(results, c.checkExpr(w.Then, s))
	}
	if e.Else != nil {
		results = append(results, c.checkExpr(e.Else, s))
	} else {
		results = append(results, null(types.Type{Kind: types.Null}, e.Span()))
	}
	if isInvalid(conds...) || isInvalid(results...) {
		return invalid(e.Span())
	}
	if mixesTimes(results) {
		c.errNoCommonType(e, "CASE", results)
		return invalid(e.Span())
	}
	return c.caseOf(e, "CASE", conds, results)
}

// mixesTimes reports whether DATE, TIME and TIMESTAMP stand beside each other: CASE refuses that,
// although other functions take the first of them.
func mixesTimes(list []logical.Expr) bool {
	kinds := map[types.Kind]bool{}
	for _, x := range list {
		switch t := x.Type(); {
		case t.IsTimestamp():
			kinds[types.Timestamp] = true
		case t.Kind == types.Date || t.Kind == types.Time:
			kinds[t.Kind] = true
		}
	}
	return len(kinds) > 1
}

// anyOf joins the values of one WHEN by OR.
func (c *checker) anyOf(w *lang.When, cond func(lang.Expr) logical.Expr) logical.Expr {
	var out logical.Expr
	for _, e := range w.Conds {
		x := cond(e)
		switch {
		case out == nil || isInvalid(x):
			out = x
		case !isInvalid(out):
			out = binary(e, logical.Or, out, x)
		}
	}
	return out
}

// caseOf makes a Case of conditions and one more result than conditions: the ELSE.
func (c *checker) caseOf(e lang.Node, name string, conds, results []logical.Expr) logical.Expr {
	if isInvalid(conds...) || isInvalid(results...) {
		return invalid(e.Span())
	}
	common, ok := unify(results)
	if !ok {
		c.errNoCommonType(e, name, results)
		return invalid(e.Span())
	}
	if common.Kind == types.Null {
		c.errUntypedNull(e, name)
		return invalid(e.Span())
	}
	out := &logical.Case{Typed: typed(common, e), Else: results[len(conds)]}
	for i, cond := range conds {
		out.Whens = append(out.Whens, logical.When{Cond: cond, Then: results[i]})
	}
	return out
}

// checkIf is IF(condition, then, else).
func (c *checker) checkIf(e *lang.Call, args []logical.Expr) logical.Expr {
	if !c.arity(e, len(args), 3, 3) {
		return invalid(e.Span())
	}
	cond := c.condition(args[0], "IF")
	return c.caseOf(e, "IF", []logical.Expr{cond}, args[1:])
}

// checkCoalesce is the first of the arguments that is not NULL.
func (c *checker) checkCoalesce(e *lang.Call, args []logical.Expr) logical.Expr {
	least, most := 1, max(1, len(args))
	if nameOf(e) == "IFNULL" {
		least, most = 2, 2
	}
	if !c.arity(e, len(args), least, most) {
		return invalid(e.Span())
	}
	if nameOf(e) == "IFNULL" && !isInvalid(args...) && args[0].Type().IsCharacter() && !args[0].Type().Nullable {
		return args[0] // without the type of both, as in Flink
	}
	common, ok := unify(args)
	switch {
	case !ok:
		c.errNoCommonType(e, nameOf(e), args)
		return invalid(e.Span())
	case common.Kind == types.Null:
		c.errUntypedNull(e, nameOf(e))
		return invalid(e.Span())
	}
	return c.coalesce(e, args)
}

func (c *checker) coalesce(e lang.Node, args []logical.Expr) logical.Expr {
	if len(args) == 1 || !args[0].Type().Nullable {
		return args[0]
	}
	return c.once(args[0], func(x logical.Expr) logical.Expr {
		rest := c.coalesce(e, args[1:])
		t := x.Type().WithNullable(rest.Type().Nullable)
		return &logical.Case{Typed: typed(t, e), Else: rest,
			Whens: []logical.When{{Cond: isNotNull(e, x), Then: x}}}
	})
}

func isNotNull(e lang.Node, x logical.Expr) logical.Expr {
	return &logical.Unary{Typed: typed(types.Of(types.Boolean).NotNull(), e),
		Op: logical.IsNotNull, X: x}
}

// checkNullIf is NULLIF(a, b): NULL when they are equal, else a.
func (c *checker) checkNullIf(e *lang.Call, args []logical.Expr) logical.Expr {
	if !c.arity(e, len(args), 2, 2) {
		return invalid(e.Span())
	}
	if args[0].Type().Kind == types.Null {
		c.errUntypedNull(e, "NULLIF")
		return invalid(e.Span())
	}
	ok := true
	out := c.once(args[0], func(x logical.Expr) logical.Expr {
		equal := c.compare(e, logical.Eq, x, args[1])
		ok = !isInvalid(equal)
		return &logical.Case{Typed: typed(x.Type().OrNull(), e), Else: x,
			Whens: []logical.When{{Cond: equal, Then: null(x.Type(), e.Span())}}}
	})
	if !ok {
		return invalid(e.Span())
	}
	return out
}
