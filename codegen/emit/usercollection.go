package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// This file prints how an ARRAY or MAP becomes a slice or map of the user's function, and back. A part that is NULL is
// nil where the Go type has a pointer; elsewhere the function is not called, as for any other NULL.

// goValue is an ARRAY or MAP with the Go type that the user wrote.
type goValue struct {
	typ     types.Type
	written string // []T, []*T, map[K]V, map[K]*V
	torn    string // the variable that says that a NULL has no place in the Go value
}

// part is what the elements or values are in Go.
func (c goValue) part() (written string, pointer bool) {
	_, elem, _ := strings.Cut(c.written, "]")
	return strings.CutPrefix(elem, "*")
}

// goType is the Go type.
func (c goValue) goType() *jen.Statement {
	written, pointer := c.part()
	elem := userType(*c.typ.Elem, written)
	if pointer {
		elem = jen.Op("*").Add(elem)
	}
	if c.typ.Kind == types.Map {
		return jen.Map(exprType(*c.typ.Key)).Add(elem)
	}
	return jen.Index().Add(elem)
}

// torn declares the variable for NULLs without a place, if a parameter may have one.
func (g *gen) torn(f *logical.UserFunction) string {
	for _, p := range f.Params {
		if p.Type.IsConstructed() {
			name := g.locals.name("torn")
			g.add(jen.Id(name).Op(":=").False())
			return name
		}
	}
	return ""
}

// goCollection is a value as a slice or map of its own.
func (g *gen) goCollection(c goValue, v *jen.Statement) *jen.Statement {
	list, out, count, i := g.locals.name("list"), g.locals.name("arg"), g.locals.name("count"), g.locals.name("i")
	size, at := "Len", jen.Id(i)
	if c.typ.Kind == types.Map {
		size, at = "Pairs", jen.Id(count).Op("+").Id(i)
	}
	g.add(jen.Id(list).Op(":=").Add(v),
		jen.Id(count).Op(":=").Qual(pkgNested, size).Call(jen.Id(list)),
		jen.Id(out).Op(":=").Make(c.goType(), jen.Id(count)))
	body := g.block(func() {
		into := jen.Id(out).Index(jen.Id(i))
		if c.typ.Kind == types.Map {
			into = jen.Id(out).Index(g.goKey(c, list, i))
		}
		g.goPart(c, list, at, into)
	})
	g.add(jen.For(jen.Id(i).Op(":=").Range().Id(count)).Block(body...))
	return jen.Id(out)
}

// goKey is the key of an entry, which cannot be NULL in Go.
func (g *gen) goKey(c goValue, list, i string) *jen.Statement {
	key := g.locals.name("key")
	g.add(jen.Id(key).Op(":=").Qual(pkgNested, "Field").Call(jen.Id(list), jen.Id(i)),
		jen.If(jen.Id(key).Op("<").Lit(0)).Block(jen.Id(c.torn).Op("=").True(), jen.Break()))
	return readCell(jen.Id(list), jen.Id(key), *c.typ.Key)
}

// goPart stores one part.
func (g *gen) goPart(c goValue, list string, at, into *jen.Statement) {
	cell := g.locals.name("cell")
	g.add(jen.Id(cell).Op(":=").Qual(pkgNested, "Field").Call(jen.Id(list), at))
	written, pointer := c.part()
	value := func() *jen.Statement {
		v := readCell(jen.Id(list), jen.Id(cell), *c.typ.Elem)
		if c.typ.Elem.IsConstructed() {
			return g.goCollection(goValue{*c.typ.Elem, written, c.torn}, v)
		}
		return toUser(v, *c.typ.Elem, written)
	}
	missing := jen.Id(cell).Op("<").Lit(0)
	if !pointer {
		g.add(jen.If(missing).Block(jen.Id(c.torn).Op("=").True(), jen.Break()))
		g.add(into.Op("=").Add(value()))
		return
	}
	some := g.block(func() {
		v := g.locals.name("v")
		g.add(jen.Id(v).Op(":=").Add(value()), into.Clone().Op("=").Op("&").Id(v))
	})
	none := jen.Empty()
	if c.typ.Kind == types.Map {
		none = into.Clone().Op("=").Nil()
	}
	g.add(jen.If(missing).Block(none).Else().Block(some...))
}

// fromCollection is a slice or map as a value. The entries of a map go in by the order of keys, for Go has none.
func (g *gen) fromCollection(c goValue, x val, at diag.Span) val {
	depth, item := g.locals.name("depth"), g.locals.name("item")
	g.add(jen.Id(depth).Op(":=").Add(g.nest()).Dot("Depth").Call())
	if c.typ.Kind == types.Array {
		body := g.block(func() { g.fromPart(c, jen.Id(item), at) })
		g.add(jen.For(jen.List(jen.Id("_"), jen.Id(item)).Op(":=").Range().Add(x.get())).Block(body...))
		return g.closeList(c.typ, "List", jen.Id(depth))
	}
	key := g.locals.name("key")
	body := g.block(func() {
		g.putCell(val{v: jen.Id(key), atom: true}, *c.typ.Key)
		g.fromPart(c, x.get().Index(jen.Id(key)), at)
	})
	keys := jen.Qual("slices", "Sorted").Call(jen.Qual("maps", "Keys").Call(x.get()))
	g.add(jen.For(jen.List(jen.Id("_"), jen.Id(key)).Op(":=").Range().Add(keys)).Block(body...))
	return g.closeList(c.typ, "Entries", jen.Id(depth))
}

// fromPart puts one part.
func (g *gen) fromPart(c goValue, v *jen.Statement, at diag.Span) {
	written, pointer := c.part()
	put := func(v *jen.Statement) []jen.Code {
		return g.block(func() { g.putCell(g.fromGoPart(goValue{*c.typ.Elem, written, ""}, v, at), *c.typ.Elem) })
	}
	if !pointer {
		g.add(put(v)...)
		return
	}
	p := g.locals.name("p")
	g.add(jen.Id(p).Op(":=").Add(v), jen.If(jen.Id(p).Op("==").Nil()).Block(g.nest().Dot("Null").Call()).
		Else().Block(put(jen.Parens(jen.Op("*").Id(p)))...))
}

// fromGoPart is a part as a value of an expression.
func (g *gen) fromGoPart(c goValue, v *jen.Statement, at diag.Span) val {
	switch {
	case c.typ.IsConstructed():
		return g.fromCollection(c, g.bind(val{v: v}, "v"), at)
	case c.written == "value.Decimal":
		call := jen.Qual(pkgValue, "DecimalRescale").Call(v.Clone().Dot("Unscaled"), v.Clone().Dot("Scale"),
			jen.Lit(c.typ.Precision), jen.Lit(c.typ.Scale))
		return g.called("v", call, false, true, at)
	}
	return val{v: fromGo(v, c.typ, c.written)}
}
