package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// This file prints casts of constructed types: to a text, by the type's description; to another type of the same kind
// as a loop over the cells, in which each is cast as a value of its own would be.

func (g *gen) castNested(e *logical.Cast, x val) val {
	from, to := e.X.Type(), e.T
	if types.KeepsValue(from, to) {
		return g.renullable(e, x)
	}
	return g.strict(to, []val{x}, false, func() val {
		if to.IsCharacter() {
			return g.nestedText(e, x)
		}
		return g.convert(e, g.bind(x, "v"))
	})
}

// nestedText is the text of a value, fit to the length of the target.
func (g *gen) nestedText(e *logical.Cast, x val) val {
	g.needContext()
	name := g.locals.name("text")
	g.add(jen.Id(name).Op(":=").Add(g.nest()).Dot("String").Call(
		g.p.nestedType(e.X.Type()), x.get(), jen.Id("s").Dot("fn").Dot("Zone")))
	whole := &logical.SlotRef{Typed: logical.Typed{T: types.StringOf(), At: e.At}}
	return g.castValue(&logical.Cast{Typed: e.Typed, X: whole}, val{v: jen.Id(name), atom: true})
}

// convert casts a value that is not NULL to another type of the same kind. When TRY_CAST fails in one of the cells all
// is NULL.
func (g *gen) convert(e *logical.Cast, x val) val {
	method := "List"
	if e.T.Kind == types.Map || e.T.Kind == types.Multiset {
		method = "Entries"
	}
	depth := g.locals.name("depth")
	g.add(jen.Id(depth).Op(":=").Add(g.nest()).Dot("Depth").Call())
	if !e.Try {
		g.convertCells(e, x)
		return g.closeList(e.T, method, jen.Id(depth))
	}
	v, ok, try := g.locals.name("v"), g.locals.name("vOK"), g.locals.name("try")
	g.add(jen.Var().Id(v).String(), jen.Id(ok).Op(":=").False())
	outer := g.onError
	g.onError = jen.Break().Id(try)
	body := g.block(func() {
		plain := *e
		plain.Try = false
		g.convertCells(&plain, x)
		g.add(jen.List(jen.Id(v), jen.Id(ok)).Op("=").List(g.closeList(e.T, method, jen.Id(depth)).get(), jen.True()))
		g.add(jen.Break())
	})
	g.onError = outer
	g.add(jen.Id(try).Op(":").Line().For().Block(body...), g.nest().Dot("Drop").Call(jen.Id(depth)))
	return val{v: jen.Id(v), null: jen.Op("!").Id(ok), atom: true}
}

// convertCells prints how all cells of a value come onto the stack, cast.
func (g *gen) convertCells(e *logical.Cast, x val) {
	from, to := e.X.Type(), e.T
	if from.Kind == types.Row {
		for i, f := range from.Fields {
			g.convertCell(e, x, jen.Lit(i), f.Type, to.Fields[i].Type)
		}
		return
	}
	i := g.locals.name("i")
	count, pairs := "Len", from.Kind != types.Array
	if pairs {
		count = "Pairs"
	}
	size := jen.Qual(pkgNested, count).Call(x.get())
	body := g.block(func() {
		switch from.Kind {
		case types.Array:
			g.convertCell(e, x, jen.Id(i), *from.Elem, *to.Elem)
		case types.Map:
			g.convertCell(e, x, jen.Id(i), *from.Key, *to.Key)
			g.convertCell(e, x, behindKeys(i, x), *from.Elem, *to.Elem)
		case types.Multiset:
			count := types.Of(types.Int)
			g.convertCell(e, x, jen.Id(i), *from.Elem, *to.Elem)
			g.convertCell(e, x, behindKeys(i, x), count, count)
		}
	})
	g.add(jen.For(jen.Id(i).Op(":=").Range().Add(size)).Block(body...))
}

// behindKeys is the cell that belongs to the key i.
func behindKeys(i string, x val) *jen.Statement {
	return jen.Qual(pkgNested, "Pairs").Call(x.get()).Op("+").Id(i)
}

// convertCell prints how one cell comes onto the stack, cast.
func (g *gen) convertCell(e *logical.Cast, x val, i *jen.Statement, from, to types.Type) {
	cell := g.locals.name("cell")
	g.add(jen.Id(cell).Op(":=").Qual(pkgNested, "Field").Call(x.get(), i))
	body := g.block(func() {
		v := val{v: readCell(x.get(), jen.Id(cell), from), call: true}
		of := &logical.SlotRef{Typed: logical.Typed{T: from, At: e.At}}
		g.putCell(g.castValue(&logical.Cast{Typed: logical.Typed{T: to, At: e.At}, X: of}, v), to)
	})
	g.add(jen.If(jen.Id(cell).Op("<").Lit(0)).Block(g.nest().Dot("Null").Call()).Else().Block(body...))
}
