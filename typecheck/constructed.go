package typecheck

// ARRAY, MAP and ROW: how they are made, and how their parts are reached.

import (
	"slices"
	"strconv"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/options"
	"github.com/flinkc/flinkc/typecheck/types"
)

// checkConstructed binds what makes a value of a constructed type or takes it apart.
func (c *checker) checkConstructed(e lang.Expr, s *scope) logical.Expr {
	switch e := e.(type) {
	case *lang.Row:
		return c.checkRow(e, s)
	case *lang.MapExpr:
		return c.checkMap(e, s)
	case *lang.Index:
		return c.checkIndex(e, s)
	case *lang.Field:
		return c.fieldOf(e, c.checkExpr(e.X, s), e.Name)
	case *lang.Array:
		if e.Query == nil {
			return c.checkArray(e, s)
		}
	}
	return c.checkUnsupported(e)
}

// checkArray is ARRAY[a, b, ..]; the elements have their common type.
func (c *checker) checkArray(e *lang.Array, s *scope) logical.Expr {
	elems := c.checkAll(e.Elems, s)
	t, ok := c.common(e, "ARRAY", elems)
	if !ok {
		return invalid(e.Span())
	}
	return &logical.Construct{Typed: typed(types.ArrayOf(t).NotNull(), e), Args: elems}
}

// checkMap is MAP[key, value, ..]; keys have their common type, and so have values.
func (c *checker) checkMap(e *lang.MapExpr, s *scope) logical.Expr {
	if len(e.Elems)%2 != 0 {
		c.errMapPairs(e)
		return invalid(e.Span())
	}
	all := c.checkAll(e.Elems, s)
	var sides [2][]logical.Expr
	for i, x := range all {
		sides[i%2] = append(sides[i%2], x)
	}
	key, ok := c.common(e, "the keys of MAP", sides[0])
	if !ok {
		return invalid(e.Span())
	}
	value, ok := c.common(e, "the values of MAP", sides[1])
	if !ok {
		return invalid(e.Span())
	}
	for i := range all {
		all[i] = sides[i%2][i/2]
	}
	return &logical.Construct{Typed: typed(types.MapOf(key, value).NotNull(), e), Args: all}
}

// common casts the parts of a constructor to their common type.
func (c *checker) common(e lang.Node, what string, parts []logical.Expr) (types.Type, bool) {
	if isInvalid(parts...) {
		return types.Type{}, false
	}
	if len(parts) == 0 {
		c.errEmptyConstructor(e, what)
		return types.Type{}, false
	}
	t, ok := unify(parts)
	switch {
	case !ok:
		c.errNoCommonType(e, what, parts)
	case t.Kind == types.Null:
		c.errUntypedNull(e, what)
		ok = false
	}
	return t, ok
}

// checkRow is ROW(a, b, ..) or (a, b, ..). Its fields are called as columns without names are.
func (c *checker) checkRow(e *lang.Row, s *scope) logical.Expr {
	parts := c.checkAll(e.Elems, s)
	if isInvalid(parts...) {
		return invalid(e.Span())
	}
	var fields []types.Field
	for i, x := range parts {
		if x.Type().Kind == types.Null {
			c.errUntypedNull(e.Elems[i], "ROW")
			return invalid(e.Span())
		}
		fields = append(fields, types.Field{Name: "EXPR$" + strconv.Itoa(i), Type: x.Type()})
	}
	return &logical.Construct{Typed: typed(types.RowOf(fields...).NotNull(), e), Args: parts}
}

// inArray is an ARRAY of one element.
func inArray(x logical.Expr) logical.Expr {
	t := types.ArrayOf(x.Type()).NotNull()
	return &logical.Construct{Typed: logical.Typed{T: t, At: x.Span()}, Args: []logical.Expr{x}}
}

// checkChosen is a function that finds the position of the element that is its result.
func (c *checker) checkChosen(e *lang.Call, args []logical.Expr) logical.Expr {
	if len(args) != 1 {
		return c.builtin(e, nameOf(e), args)
	}
	return c.once(args[0], func(x logical.Expr) logical.Expr {
		position := c.builtin(e, nameOf(e), []logical.Expr{x})
		if isInvalid(position) {
			return position
		}
		return &logical.Element{Typed: typed(x.Type().Elem.OrNull(), e), X: x, Index: position}
	})
}

// checkIndex is array[position] or map[key]; NULL where there is none.
func (c *checker) checkIndex(e *lang.Index, s *scope) logical.Expr {
	x, index := c.checkExpr(e.X, s), c.checkExpr(e.Index, s)
	if isInvalid(x, index) {
		return invalid(e.Span())
	}
	t, want := x.Type(), types.Of(types.Int)
	ok := false
	switch t.Kind {
	case types.Array:
		ok = index.Type().IsInteger() && index.Type().Kind != types.BigInt
		if lit, constant := index.(*logical.Literal); ok && constant && lit.Value != nil && lit.Value.(int64) < 1 {
			c.errPosition(e.Index)
			return invalid(e.Span())
		}
	case types.Map:
		want = *t.Key
		ok = types.CanCast(index.Type(), want.OrNull()).IsImplicit()
		if want.IsCharacter() && index.Type().IsCharacter() { // compared as they are
			want, ok = index.Type(), true
		}
	default:
		c.errIndexed(e, t)
		return invalid(e.Span())
	}
	if !ok {
		c.errIndexType(e.Index, t, index.Type())
		return invalid(e.Span())
	}
	return &logical.Element{Typed: typed(t.Elem.OrNull(), e), X: x, Index: castTo(index, want)}
}

// fieldOf is a field of a ROW: NULL when the ROW is.
func (c *checker) fieldOf(e lang.Node, x logical.Expr, name *lang.Ident) logical.Expr {
	if isInvalid(x) {
		return invalid(e.Span())
	}
	t := x.Type()
	if t.Kind != types.Row {
		c.errNoRow(name, t)
		return invalid(e.Span())
	}
	i := fieldIndexOf(t.Fields, name.Name)
	if i < 0 {
		c.errUnknownField(name, t)
		return invalid(e.Span())
	}
	ft := t.Fields[i].Type
	if made, ok := x.(*logical.Construct); ok {
		return made.Args[i] // nothing has to be made to be taken apart
	}
	return &logical.FieldOf{Typed: typed(ft.WithNullable(ft.Nullable || t.Nullable), e), X: x, Index: i}
}

// equalRows is = between two rows that are written out: field by field, as in Flink, where <> compares
// whole rows. nil for all else.
func (c *checker) equalRows(e lang.Node, op logical.BinaryOp, x, y logical.Expr) logical.Expr {
	a, b := rowFields(x), rowFields(y)
	if op != logical.Eq || a == nil || len(a) != len(b) {
		return nil
	}
	out := c.compare(e, op, a[0], b[0])
	for i := 1; i < len(a) && !isInvalid(out); i++ {
		same := c.compare(e, op, a[i], b[i])
		if isInvalid(same) {
			return same
		}
		out = binary(e, logical.And, out, same)
	}
	return out
}

// rowFields are the fields of a ROW that is written out; nil for all else.
func rowFields(x logical.Expr) []logical.Expr {
	if made, ok := x.(*logical.Construct); ok && made.T.Kind == types.Row {
		return made.Args
	}
	return nil
}

// inConstructed is x [NOT] IN (list) as comparisons, which rows that are written out take apart.
func (c *checker) inConstructed(e *lang.In, x logical.Expr, s *scope) logical.Expr {
	var out logical.Expr
	for _, item := range e.List {
		same := c.compare(item, logical.Eq, x, c.checkExpr(item, s))
		switch {
		case isInvalid(same):
			return invalid(e.Span())
		case out == nil:
			out = same
		default:
			out = binary(e, logical.Or, out, same)
		}
	}
	if e.Not {
		return &logical.Unary{Typed: typed(out.Type(), e), Op: logical.Not, X: out}
	}
	return out
}

// constructedColumns refuses columns of constructed types for which the connector or the format has no
// form.
func (d *tableDecl) constructedColumns(o *options.Resolved) {
	for _, c := range d.table.columns {
		if c.physical < 0 || !c.typ.IsConstructed() {
			continue
		}
		switch {
		case o.Format == "csv" && !oneLevel(c.typ):
			d.errHeld(c.at, c.typ, "the csv format", ": it has ARRAY and ROW of simple types")
		case o.Format == "json" && !namesKeys(c.typ):
			d.errHeld(c.at, c.typ, "the json format", ": the keys of an object are texts")
		default:
			continue
		}
		d.table.broken = true
	}
}

// oneLevel reports an ARRAY or ROW without constructed parts.
func oneLevel(t types.Type) bool {
	return (t.Kind == types.Array || t.Kind == types.Row) &&
		!slices.ContainsFunc(t.Parts(), types.Type.IsConstructed)
}

// namesKeys reports whether all maps in a type have keys of text.
func namesKeys(t types.Type) bool {
	if t.Kind == types.Map && !t.Key.IsCharacter() || t.Kind == types.Multiset && !t.Elem.IsCharacter() {
		return false
	}
	return !slices.ContainsFunc(t.Parts(), func(part types.Type) bool { return !namesKeys(part) })
}
