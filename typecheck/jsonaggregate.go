package typecheck

import (
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// JSON_ARRAYAGG and JSON_OBJECTAGG are LISTAGG over the JSON texts of the values, in brackets.

func isJSONAggregate(name string) bool { return name == "JSON_ARRAYAGG" || name == "JSON_OBJECTAGG" }

// jsonAggregate is such a call as an expression over other aggregates.
func (c *checker) jsonAggregate(e *lang.Call, call aggregateCall, g *grouping) logical.Expr {
	object := call.name == "JSON_OBJECTAGG"
	want := 1
	if object {
		want = 2
	}
	keepNull, ok := onNull(e, object)
	switch {
	case !ok:
		c.errJSONClauses(e, clauseWords(e))
		return invalid(e.Span())
	case !c.arity(e, len(call.args), want, want):
		return invalid(e.Span())
	case object && !call.args[0].Type().IsCharacter():
		c.errAggregateType(e, call.args[0].Type())
		return invalid(e.Span())
	case object:
		return c.jsonObjectAgg(e, call, g, keepNull)
	}
	items := c.listAgg(e, call, g, c.jsonPiece(e, call.args[0], keepNull))
	return c.builtin(e, call.name, []logical.Expr{items})
}

// jsonObjectAgg gathers rows of a key and the JSON text of its value, which the function sorts.
func (c *checker) jsonObjectAgg(e *lang.Call, call aggregateCall, g *grouping, keepNull bool) logical.Expr {
	piece := c.jsonPiece(e, call.args[1], keepNull)
	if isInvalid(piece) {
		return piece
	}
	parts := []logical.Expr{castTo(call.args[0], types.StringOf()), piece}
	t := types.RowOf(types.Field{Name: "key", Type: parts[0].Type()}, types.Field{Name: "value", Type: piece.Type()})
	var member logical.Expr = &logical.Construct{Typed: typed(t.NotNull(), e), Args: parts}
	if !keepNull && piece.Type().Nullable { // pairs without a value are none
		member = &logical.Case{Typed: typed(t, e), Else: null(t, e.Span()),
			Whens: []logical.When{{Cond: isNotNull(e, piece), Then: member}}}
	}
	call.fn, call.name, call.args = logical.ArrayAgg, "ARRAY_AGG", []logical.Expr{member}
	if !c.aggregateType(e, &call, len(g.keys) == 0) {
		return invalid(e.Span())
	}
	return c.builtin(e, "JSON_OBJECTAGG", []logical.Expr{g.ref(e, call)})
}

// jsonPiece is the JSON text of a value, or null where NULLs are kept.
func (c *checker) jsonPiece(e *lang.Call, x logical.Expr, keepNull bool) logical.Expr {
	text := c.builtin(e, "JSON_STRING", []logical.Expr{x})
	if isInvalid(text) || !keepNull || !text.Type().Nullable {
		return text
	}
	return c.coalesce(e, []logical.Expr{text, literal(types.StringOf(), "null", e.Span())})
}

// listAgg is the LISTAGG of texts with commas, under the call's FILTER.
func (c *checker) listAgg(e *lang.Call, call aggregateCall, g *grouping, text logical.Expr) logical.Expr {
	call.fn, call.name, call.separator, call.args = logical.ListAgg, "LISTAGG", ",", []logical.Expr{text}
	if isInvalid(text) || !c.aggregateType(e, &call, len(g.keys) == 0) {
		return invalid(e.Span())
	}
	return g.ref(e, call)
}

// onNull reports whether NULLs are kept, by the clause or as the function does without one; false when
// there are other clauses.
func onNull(e *lang.Call, object bool) (keep, ok bool) {
	switch words := clauseWords(e); {
	case len(words) == 0:
		return object, true
	case len(words) > 1:
		return false, false
	default:
		return words[0] == "NULL ON NULL", words[0] == "NULL ON NULL" || words[0] == "ABSENT ON NULL"
	}
}

func clauseWords(e *lang.Call) []string {
	var out []string
	for _, clause := range e.JSON {
		out = append(out, clause.Words)
	}
	return out
}
