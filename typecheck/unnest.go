package typecheck

// UNNEST: the parts of a collection as rows beside the row that has it.

import (
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// unnesting is one UNNEST, or call of a table function, with how it is joined.
type unnesting struct {
	ref        lang.TableRef // *lang.Unnest or *lang.TableFunc
	alias      *lang.Alias
	ordinality bool
	left       bool
	on         lang.Expr // nil: TRUE
}

// unnestAlone is FROM UNNEST(..): the parts of a constant, beside one row that nobody sees.
func (c *checker) unnestAlone(u unnesting) (*scope, logical.Node) {
	return c.checkUnnest(&scope{}, oneRow(u.ref.Span()), u)
}

// joinUnnest is CROSS, INNER and LEFT JOIN UNNEST(..).
func (c *checker) joinUnnest(s *scope, in logical.Node, j *lang.Join, u unnesting) (*scope, logical.Node) {
	if j.Natural || j.Using != nil || j.Kind == lang.RightJoin || j.Kind == lang.FullJoin {
		c.errUnsupported(j.Span(), "this join with "+u.what(), "Write CROSS JOIN, or LEFT JOIN .. ON TRUE.")
		return &scope{broken: true}, nil
	}
	u.left, u.on = j.Kind == lang.LeftJoin, j.On
	return c.checkUnnest(s, in, u)
}

func (u unnesting) what() string {
	if _, ok := u.ref.(*lang.Unnest); ok {
		return "UNNEST"
	}
	return "a table function"
}

// checkUnnest binds UNNEST over the columns of what stands before it.
func (c *checker) checkUnnest(s *scope, in logical.Node, u unnesting) (*scope, logical.Node) {
	x := c.collection(u.ref, s)
	if s.broken || in == nil || isInvalid(x) {
		return &scope{broken: true}, nil
	}
	parts, ok := partColumns(x.Type(), u.alias)
	if !ok {
		c.errUnnest(x)
		return &scope{broken: true}, nil
	}
	n := &logical.Unnest{In: in, Collection: x, Ordinality: u.ordinality, Left: u.left}
	if n.Ordinality {
		parts = append(parts, types.Field{Name: "ORDINALITY", Type: types.Of(types.Int).NotNull()})
	}
	if alias := u.alias; alias != nil && len(alias.Columns) > 0 {
		if !c.columnList(alias.Span(), alias.Columns, len(parts)) {
			return &scope{broken: true}, nil
		}
		for i, name := range alias.Columns {
			parts[i].Name = name.Name
		}
	}
	n.At, n.Out, n.Kinds = u.ref.Span(), append(n.Out, in.Schema()...), in.Changes()
	out := s.beside(parts, u, len(n.Out))
	for _, p := range parts {
		p.Type = p.Type.WithNullable(p.Type.Nullable || u.left)
		n.Out = append(n.Out, p)
	}
	if u.on != nil {
		n.Cond = c.condition(c.checkExpr(u.on, out.in(inFrom)), "ON")
		if isInvalid(n.Cond) {
			return &scope{broken: true}, nil
		}
		if lit, ok := n.Cond.(*logical.Literal); ok && lit.Value == true {
			n.Cond = nil
		}
	}
	return out, n
}

// beside is the scope with the columns of an UNNEST behind its own.
func (s *scope) beside(parts []types.Field, u unnesting, at int) *scope {
	out := *s
	out.columns = append([]scopeColumn{}, s.columns...)
	for i, p := range parts {
		col := scopeColumn{name: p.Name, typ: p.Type.WithNullable(p.Type.Nullable || u.left),
			at: u.ref.Span(), tableAt: u.ref.Span(), index: at + i}
		if u.alias != nil {
			col.table = u.alias.Name.Name
		}
		out.columns = append(out.columns, col)
	}
	return &out
}

// partColumns are the columns that a collection's parts become; false for what is none. A plain element
// is called as the alias is.
func partColumns(t types.Type, alias *lang.Alias) ([]types.Field, bool) {
	switch {
	case t.Kind == types.Map:
		return []types.Field{{Name: "KEY", Type: *t.Key}, {Name: "VALUE", Type: *t.Elem}}, true
	case t.Kind != types.Array && t.Kind != types.Multiset:
		return nil, false
	case t.Elem.Kind == types.Row:
		return append([]types.Field{}, t.Elem.Fields...), true
	}
	name := "EXPR$0"
	if alias != nil {
		name = alias.Name.Name
	}
	return []types.Field{{Name: name, Type: *t.Elem}}, true
}
