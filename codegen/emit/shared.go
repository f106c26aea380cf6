package emit

import (
	"maps"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// What the SQL writes several times over the same row, in conditions and in columns, is computed once. Nothing is
// computed earlier or more often than the SQL says: the place that comes first computes the value, and those behind it
// on every way take it. Where another place can be reached without the first one, the value has a variable that says
// whether it is known; that costs a test, and only calls are worth it.
//
// Functions of the user and those that are not deterministic are called as often as they are written.

// sharing is what the expressions over one input row have in common: those of the filters in front of a projection, and
// the projection's own.
type sharing struct {
	values []*shared
	places []*place
}

// shared is a value that several places want.
type shared struct {
	expr  logical.Expr
	first *region
	uses  int
	// apart: a place can be reached without the first one.
	apart bool
	// For a call with places apart: its variable, and the one that says whether it is known.
	x       val
	known   string
	printed bool // the code of the first place
}

// place is where calls of one function with the same first arguments remember how far they have come.
type place struct {
	call *logical.Call
	name string
}

// region is code that is run only when a condition says so, inside of another one; nil is the whole loop.
type region struct{ outer *region }

// in reports whether r is a part of outer or the same.
func (r *region) in(outer *region) bool {
	for ; r != outer; r = r.outer {
		if r == nil {
			return false
		}
	}
	return true
}

// newSharing looks at the operators from o on, up to a projection, behind which the row is another one.
func newSharing(o physical.Op) *sharing {
	s := &sharing{}
	for o != nil {
		switch op := o.(type) {
		case *physical.Watermark:
			s.visit(op.Of.Time, nil)
			s.visit(op.Of.Value, nil)
			o = op.To
		case *physical.Filter:
			s.visit(op.Cond, nil)
			o = op.To
		case *physical.Limit:
			o = op.To
		case *physical.Window:
			s.visit(op.Of.Time, nil)
			o = nil
		case *physical.Unnest:
			s.visit(op.Of.Collection, nil)
			o = nil
		case *physical.Project:
			need := physical.Needs(op.To)
			for i, e := range op.Exprs {
				if need[i] != physical.Unused {
					s.visit(e, nil)
				}
			}
			o = nil
		default:
			o = nil // among them a Sort, behind which the rows are others
		}
	}
	s.values = slices.DeleteFunc(s.values, func(v *shared) bool { return v.uses == 1 })
	return s
}

// find is the value that an expression computes, or nil.
func (s *sharing) find(e logical.Expr) *shared {
	if s == nil || len(s.values) == 0 || !shareable(e) {
		return nil
	}
	for _, v := range s.values {
		if logical.Equal(v.expr, e) {
			return v
		}
	}
	return nil
}

// placeOf is the place that a call shares, or nil.
func (s *sharing) placeOf(c *logical.Call) *place {
	if s == nil {
		return nil
	}
	n := c.Func.PlaceArgs
	for _, p := range s.places {
		if p.call.Func == c.Func && slices.EqualFunc(p.call.Args[:n], c.Args[:n], logical.Equal) {
			return p
		}
	}
	return nil
}

// visit notes the places of an expression's values in the order in which they are printed. The operands of what has
// been met before are not looked at: they are not computed there.
func (s *sharing) visit(e logical.Expr, at *region) {
	if v := s.find(e); v != nil {
		v.uses++
		v.apart = v.apart || !at.in(v.first)
		return
	}
	if shareable(e) {
		s.values = append(s.values, &shared{expr: e, first: at, uses: 1})
		if c, ok := e.(*logical.Call); ok && c.Func.Place != "" && s.placeOf(c) == nil {
			s.places = append(s.places, &place{call: c})
		}
	}
	switch e := e.(type) {
	case *logical.Case:
		for _, w := range e.Whens {
			s.visit(w.Cond, at)
			s.visit(w.Then, &region{at})
			at = &region{at}
		}
		s.visit(e.Else, at)
	case *logical.Binary:
		s.visit(e.X, at)
		if e.Op == logical.And || e.Op == logical.Or {
			at = &region{at}
		}
		s.visit(e.Y, at)
	default:
		for _, x := range logical.Operands(e) {
			s.visit(x, at)
		}
	}
}

// shareable reports whether it is worth a variable to compute an expression once: comparisons and the arithmetic of the
// processor are not. Its value must depend on the row alone.
func shareable(e logical.Expr) bool {
	switch e := e.(type) {
	case *logical.Call, *logical.Case, *logical.Let, *logical.Construct, *logical.Element, *logical.FieldOf:
		return pure(e)
	case *logical.Cast:
		return !types.KeepsValue(e.X.Type(), e.T) && pure(e)
	case *logical.Binary:
		return e.T.Kind == types.Decimal && pure(e)
	}
	return false
}

// pure reports whether an expression is the same wherever it is computed for a row.
func pure(e logical.Expr) bool {
	ok, bound := true, map[int]bool{}
	logical.WalkExpr(e, func(e logical.Expr) {
		switch e := e.(type) {
		case *logical.Let:
			bound[e.Slot] = true
		case *logical.SlotRef:
			ok = ok && bound[e.Slot]
		case *logical.Call:
			ok = ok && !e.Func.NotDeterministic
		case *logical.UserCall, *logical.Proctime:
			ok = false
		}
	})
	return ok
}

// calls reports whether an expression calls a function.
func calls(e logical.Expr) bool {
	found := false
	logical.WalkExpr(e, func(e logical.Expr) {
		_, call := e.(*logical.Call)
		found = found || call
	})
	return found
}

// share starts the expressions over one input row, of the operators from o on.
func (g *gen) share(o physical.Op) {
	if g.shared != nil {
		return
	}
	g.shared, g.held = newSharing(o), map[*shared]val{}
	for _, s := range g.shared.values {
		if s.apart && calls(s.expr) {
			g.declareShared(s)
		}
	}
	for _, p := range g.shared.places {
		p.name = g.declarePlace(p.call)
	}
}

// unshare ends them: what follows is over another row.
func (g *gen) unshare() { g.shared, g.held = nil, nil }

func (g *gen) declareShared(s *shared) {
	name := sharedName(s.expr)
	s.x = val{v: jen.Id(g.locals.name(name)), atom: true}
	g.add(jen.Var().Add(s.x.get(), exprType(s.expr.Type())))
	if s.expr.Type().Nullable {
		s.x.null = jen.Id(g.locals.name(name + "Null"))
		g.add(jen.Var().Add(s.x.isNull()).Bool())
	}
	s.known = g.locals.name(name + "Known")
	g.add(jen.Var().Id(s.known).Bool())
}

// place is the variable with the place of a call, a new one when there is no other call with its arguments.
func (g *gen) place(c *logical.Call) string {
	if p := g.shared.placeOf(c); p != nil {
		return p.name
	}
	return g.declarePlace(c)
}

func (g *gen) declarePlace(c *logical.Call) string {
	name := g.locals.name(ident(c.Func.Place, false))
	g.add(jen.Var().Id(name).Qual(pkgFn, c.Func.Place))
	return name
}

// sharedName is a function's name, for its value.
func sharedName(e logical.Expr) string {
	if c, ok := e.(*logical.Call); ok {
		return ident(c.Func.Go, false)
	}
	return "v"
}

// once is a value that several places want.
func (g *gen) once(s *shared, e logical.Expr) val {
	if x, ok := g.held[s]; ok {
		return x
	}
	x := s.x
	switch {
	case s.known == "":
		x = g.bind(g.compute(e), sharedName(e))
	case !s.printed:
		g.computeShared(s, e)
		s.printed = true
	default:
		g.add(jen.If(jen.Op("!").Id(s.known)).Block(g.block(func() { g.computeShared(s, e) })...))
	}
	x.stable = x.stable || s.x.stable
	g.held[s] = x
	return x
}

func (g *gen) computeShared(s *shared, e logical.Expr) {
	x := g.compute(e)
	s.x.stable = x.stable
	g.add(s.x.get().Op("=").Add(x.get()))
	if x.null != nil && s.x.null != nil {
		g.add(s.x.isNull().Op("=").Add(x.isNull()))
	}
	g.add(jen.Id(s.known).Op("=").True())
}

// aside prints a part that may not be run: what is computed there is not known behind it.
func (g *gen) aside(body func()) {
	shared, held := g.shared, maps.Clone(g.held)
	body()
	g.shared, g.held = shared, held
}
