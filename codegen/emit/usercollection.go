package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// This file prints how an ARRAY, MAP or ROW becomes a slice, map or struct of the user's function, and back. A part
// that is NULL is nil where the Go type has a pointer; elsewhere the function is not called, as for any other NULL.

// goValue is a value of a constructed type with the Go type that the user wrote.
type goValue struct {
	fn      *logical.UserFunction
	typ     types.Type
	written string // []T, []*T, map[K]V, map[K]*V, or the name of a struct
	torn    string // the variable that says that a NULL has no place in the Go value
}

// goPart is an element, value or field of one.
type goPart struct {
	goValue
	pointer bool
}

// part is what the elements or values are in Go.
func (c goValue) part() goPart {
	_, elem, _ := strings.Cut(c.written, "]")
	written, pointer := strings.CutPrefix(elem, "*")
	return goPart{goValue{c.fn, *c.typ.Elem, written, c.torn}, pointer}
}

// field is what a field is in Go, and its name.
func (c goValue) field(i int) (goPart, string) {
	f := c.fn.Go.Structs[c.written][i]
	return goPart{goValue{c.fn, c.typ.Fields[i].Type, f.Type, c.torn}, f.Pointer}, f.Name
}

// goType is the Go type.
func (g *gen) goType(c goValue) *jen.Statement {
	if c.typ.Kind == types.Row {
		return jen.Qual(g.p.functionPath(c.fn), c.written)
	}
	part := c.part()
	elem := g.userType(c.fn, part.typ, part.written)
	if part.pointer {
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

// goCollection is a value as a slice, map or struct of its own.
func (g *gen) goCollection(c goValue, v *jen.Statement) *jen.Statement {
	if c.typ.Kind == types.Row {
		return g.goStruct(c, v)
	}
	list, out, count, i := g.locals.name("list"), g.locals.name("arg"), g.locals.name("count"), g.locals.name("i")
	size, at := "Len", jen.Id(i)
	if c.typ.Kind == types.Map {
		size, at = "Pairs", jen.Id(count).Op("+").Id(i)
	}
	g.add(jen.Id(list).Op(":=").Add(v),
		jen.Id(count).Op(":=").Qual(pkgNested, size).Call(jen.Id(list)),
		jen.Id(out).Op(":=").Make(g.goType(c), jen.Id(count)))
	body := g.block(func() {
		into := jen.Id(out).Index(jen.Id(i))
		if c.typ.Kind == types.Map {
			into = jen.Id(out).Index(g.goKey(c, list, i))
		}
		g.goPart(c.part(), list, at, into)
	})
	g.add(jen.For(jen.Id(i).Op(":=").Range().Id(count)).Block(body...))
	return jen.Id(out)
}

// goStruct is a ROW as a struct. It is filled in a loop of one round, which a NULL without a place leaves.
func (g *gen) goStruct(c goValue, v *jen.Statement) *jen.Statement {
	row, out := g.locals.name("row"), g.locals.name("arg")
	g.add(jen.Id(row).Op(":=").Add(v), jen.Var().Id(out).Add(g.goType(c)))
	body := g.block(func() {
		for i := range c.typ.Fields {
			part, name := c.field(i)
			g.goPart(part, row, jen.Lit(i), jen.Id(out).Dot(name))
		}
	})
	g.add(jen.For(jen.Range().Lit(1)).Block(body...))
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
func (g *gen) goPart(c goPart, list string, at, into *jen.Statement) {
	cell := g.locals.name("cell")
	g.add(jen.Id(cell).Op(":=").Qual(pkgNested, "Field").Call(jen.Id(list), at))
	value := func() *jen.Statement {
		v := readCell(jen.Id(list), jen.Id(cell), c.typ)
		if c.typ.IsConstructed() {
			return g.goCollection(c.goValue, v)
		}
		return toUser(v, c.typ, c.written)
	}
	missing := jen.Id(cell).Op("<").Lit(0)
	if !c.pointer {
		g.add(jen.If(missing).Block(jen.Id(c.torn).Op("=").True(), jen.Break()))
		g.add(into.Op("=").Add(value()))
		return
	}
	some := g.block(func() {
		v := g.locals.name("v")
		g.add(jen.Id(v).Op(":=").Add(value()), into.Clone().Op("=").Op("&").Id(v))
	})
	g.add(jen.If(missing).Block(into.Clone().Op("=").Nil()).Else().Block(some...))
}

// fromCollection is a slice, map or struct as a value. The entries of a map go in by the order of keys, for Go has
// none.
func (g *gen) fromCollection(c goValue, x val, at diag.Span) val {
	depth := g.locals.name("depth")
	g.add(jen.Id(depth).Op(":=").Add(g.nest()).Dot("Depth").Call())
	switch c.typ.Kind {
	case types.Row:
		for i := range c.typ.Fields {
			part, name := c.field(i)
			g.fromPart(part, x.get().Dot(name), at)
		}
	case types.Array:
		item := g.locals.name("item")
		body := g.block(func() { g.fromPart(c.part(), jen.Id(item), at) })
		g.add(jen.For(jen.List(jen.Id("_"), jen.Id(item)).Op(":=").Range().Add(x.get())).Block(body...))
	default:
		key := g.locals.name("key")
		body := g.block(func() {
			g.putCell(val{v: jen.Id(key), atom: true}, *c.typ.Key)
			g.fromPart(c.part(), x.get().Index(jen.Id(key)), at)
		})
		keys := jen.Qual("slices", "Sorted").Call(jen.Qual("maps", "Keys").Call(x.get()))
		g.add(jen.For(jen.List(jen.Id("_"), jen.Id(key)).Op(":=").Range().Add(keys)).Block(body...))
		return g.closeList(c.typ, "Entries", jen.Id(depth))
	}
	return g.closeList(c.typ, "List", jen.Id(depth))
}

// fromPart puts one part.
func (g *gen) fromPart(c goPart, v *jen.Statement, at diag.Span) {
	put := func(v *jen.Statement) []jen.Code {
		return g.block(func() { g.putCell(g.fromGoPart(c.goValue, v, at), c.typ) })
	}
	if !c.pointer {
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
