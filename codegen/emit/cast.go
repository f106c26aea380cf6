package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// cast prints the calls of a cast, one after the other.
func (g *gen) cast(e *logical.Cast) val {
	if l, ok := e.X.(*logical.Literal); ok && l.Value == nil {
		return nullOf(e.T)
	}
	return g.castValue(e, g.expr(e.X))
}

// castValue casts a value of the type of e.X.
func (g *gen) castValue(e *logical.Cast, x val) val {
	if e.X.Type().IsConstructed() {
		return g.castNested(e, x)
	}
	if out, ok := exactCast(e, x); ok {
		return out
	}
	steps, ok := types.CastSteps(e.X.Type(), e.T)
	if !ok {
		panic("emit: no cast from " + e.X.Type().String() + " to " + e.T.String())
	}
	if len(steps) == 0 {
		return g.renullable(e, x)
	}
	total := true
	for _, s := range steps {
		total = total && s.Form == types.Plain
	}
	return g.strict(e.T, []val{x}, total, func() val {
		out := val{v: x.get(), atom: x.atom, call: x.call}
		for _, s := range steps {
			out = g.step(s, out, e)
		}
		return out
	})
}

// renullable keeps the value and its NULL.
func (g *gen) renullable(_ *logical.Cast, x val) val { return x }

func (g *gen) step(s types.Step, x val, e *logical.Cast) val {
	args := []jen.Code{x.get()}
	for _, n := range s.Ints {
		args = append(args, jen.Lit(n))
	}
	if s.Zone {
		args = append(args, jen.Id("s").Dot("fn").Dot("Zone"))
		g.needContext()
	}
	call := jen.Qual(pkgCast, s.Go).Call(args...)
	fails := s.Form == types.OrError || s.Form == types.OrNullError
	nulls := s.Form == types.OrNull || s.Form == types.OrNullError
	if e.Try && fails {
		return g.tried(call, nulls, x)
	}
	out := g.called("v", call, fails, nulls, e.At)
	out.null = or(x.null, out.null)
	return out
}

// tried is a call whose error is NULL.
func (g *gen) tried(call *jen.Statement, nulls bool, x val) val {
	v, err := g.locals.name("v"), g.locals.name("vErr")
	out := val{v: jen.Id(v), atom: true}
	null := jen.Id(err).Op("!=").Nil()
	if nulls {
		ok := g.locals.name("vOK")
		g.add(jen.List(jen.Id(v), jen.Id(ok), jen.Id(err)).Op(":=").Add(call))
		null = null.Op("||").Op("!").Id(ok)
	} else {
		g.add(jen.List(jen.Id(v), jen.Id(err)).Op(":=").Add(call))
	}
	out.null = or(x.null, null)
	return out
}
