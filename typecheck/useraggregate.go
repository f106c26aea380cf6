package typecheck

// Aggregate functions of the user: a call in SELECT or HAVING, like one of a built-in aggregate.

import (
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// aggregates reports an aggregate function.
func (f *userFunc) aggregates() bool { return !f.broken && f.user.Go.Aggregate != nil }

// mayAggregate reports the call of a declared function that is an aggregate one, or whose declaration is wrong.
func (c *checker) mayAggregate(e *lang.Call) bool {
	f := c.userFunction(e)
	return f != nil && (f.broken || f.aggregates())
}

func (c *checker) checkUserAggregate(e *lang.Call, f *userFunc, s *scope) logical.Expr {
	switch {
	case s.place == inAggregate:
		c.errNestedAggregate(e)
	case s.group == nil:
		c.errAggregatePlace(e, s.place)
	case e.Star:
		c.errStarArgument(e)
	case e.Within != nil || len(e.Nulls) > 0:
		c.errUnsupported(e.Span(), "this clause of "+f.path.name, "Remove the clause.")
	default:
		return c.userAggregateOf(e, f, s)
	}
	return invalid(e.Span())
}

func (c *checker) userAggregateOf(e *lang.Call, f *userFunc, s *scope) logical.Expr {
	inner := s.group.input.in(inAggregate)
	args, ok := c.userArgs(e, f, inner)
	call := aggregateCall{fn: logical.UserAgg, user: f.user, args: args, name: f.path.name, at: e.Span(),
		distinct: e.Distinct && len(args) > 0, typ: f.user.Result}
	if e.Filter != nil {
		call.filter = c.condition(c.checkExpr(e.Filter, inner), "FILTER")
	}
	if !ok || call.filter != nil && isInvalid(call.filter) {
		return invalid(e.Span())
	}
	for i, a := range call.args {
		call.args[i] = typedNull(a)
	}
	return s.group.ref(e, call)
}

// aggregateClauses refuses what an aggregate function cannot have.
func (d *funcDecl) aggregateClauses() bool {
	f := d.function.user
	if f.Go.Aggregate == nil || f.OnError == logical.OnErrorFail {
		return true
	}
	d.errAggregateOnError(d.onError.Span(), f)
	return false
}
