package typecheck

import (
	"cmp"
	"slices"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/function"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// checkClauses is a JSON function with clauses: they choose its form, and their values are arguments
// behind the others.
func (c *checker) checkClauses(e *lang.Call, s *scope) logical.Expr {
	args := c.checkAll(e.Args, s)
	clauses := slices.SortedStableFunc(slices.Values(e.JSON), func(a, b *lang.JSONClause) int {
		return cmp.Compare(function.ClauseRank(a.Words), function.ClauseRank(b.Words))
	})
	var words []string
	for i, clause := range clauses {
		if i > 0 && function.ClauseRank(clause.Words) == function.ClauseRank(clauses[i-1].Words) {
			c.errJSONTwice(clause)
			return invalid(e.Span())
		}
		text := clause.Words
		if clause.Type != nil {
			t := c.checkType(clause.Type)
			if t.Kind == types.Invalid {
				return invalid(e.Span())
			}
			text += " " + t.OrNull().String()
		}
		words = append(words, text)
		if clause.Value != nil {
			args = append(args, c.checkExpr(clause.Value, s))
		}
	}
	family, ok := function.WithClauses(nameOf(e), words)
	if !ok {
		c.errJSONClauses(e, words)
		return invalid(e.Span())
	}
	return c.resolve(e, family, args)
}

// checkIsJSON is x IS [NOT] JSON [VALUE|SCALAR|ARRAY|OBJECT].
func (c *checker) checkIsJSON(e *lang.Is, s *scope) logical.Expr {
	out := c.builtin(e, "IS "+e.Test, []logical.Expr{c.checkExpr(e.X, s)})
	if e.Not && !isInvalid(out) {
		return &logical.Unary{Typed: typed(out.Type(), e), Op: logical.Not, X: out}
	}
	return out
}

// isJSONText reports JSON text that a function has made: other functions insert it as it is. That
// is so as well when a query below has made it, since Flink computes both in one place, and behind
// a CAST that changes nothing.
func isJSONText(x logical.Expr) bool {
	switch x := x.(type) {
	case *logical.Call:
		return x.Func.JSON
	case *logical.Column:
		return x.JSON
	case *logical.Cast:
		return isJSONText(x.X) && x.T.EqualIgnoringNullability(x.X.Type())
	}
	return false
}

// makesJSON reports a column of a query that isJSONText of the expression for it.
func makesJSON(n logical.Node, column int) bool {
	switch n := n.(type) {
	case *logical.Project:
		return isJSONText(n.Exprs[column])
	case *logical.Filter:
		return makesJSON(n.In, column)
	case *logical.Union:
		other := func(in logical.Node) bool { return !makesJSON(in, column) }
		return !slices.ContainsFunc(n.Ins, other)
	}
	return false
}
