package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// unnester prints UNNEST: a loop over the parts of a collection in which everything behind it is done, so that no row
// is made for a part. With LEFT JOIN there is one round more than parts, in which all of a part is NULL; it is for rows
// of which no part has passed.
type unnester struct {
	*gen
	*physical.Unnest
	typ   types.Type
	list  val    // the collection; without parts when it is NULL
	count string // how many parts it has
	i     string // the part at hand
	found string // LEFT JOIN: a part has passed
	inner string // LEFT JOIN: this is no round of NULLs
	order string // WITH ORDINALITY: the number of the part
}

func (g *gen) unnest(o *physical.Unnest) {
	g.share(o)
	g.origin(o.At)
	u := &unnester{gen: g, Unnest: o, typ: o.Of.Collection.Type()}
	u.open()
	g.unshare()
	cols, skip := g.cols, g.skip
	g.skip = jen.Continue()
	body := g.block(func() { u.round() })
	g.cols, g.skip = cols, skip
	rounds := jen.Id(u.count)
	if o.Of.Left {
		rounds = rounds.Op("+").Lit(1)
	}
	if u.unread() {
		g.add(jen.For(jen.Range().Add(rounds)).Block(body...))
		return
	}
	g.add(jen.For(jen.Id(u.i).Op(":=").Range().Add(rounds)).Block(body...))
}

// unread reports that how many parts there are is all that matters.
func (u *unnester) unread() bool {
	if u.Of.Left || u.typ.Kind == types.Multiset || u.typ.Elem.Kind == types.Row {
		return false
	}
	wanted := u.Wanted()[len(u.Schema):]
	if u.Of.Ordinality {
		wanted = wanted[:len(wanted)-1]
	}
	return !slices.ContainsFunc(wanted, func(use physical.Use) bool { return use != physical.Unused })
}

// open declares what the loop needs.
func (u *unnester) open() {
	x := u.expr(u.Of.Collection)
	if x.null != nil {
		list := u.locals.name("list")
		u.add(jen.Id(list).Op(":=").Lit(""), jen.If(x.notNull()).Block(jen.Id(list).Op("=").Add(x.get())))
		x = val{v: jen.Id(list), atom: true}
	}
	u.list = u.bind(x, "list")
	u.count, u.i = u.locals.name("count"), u.locals.name("i")
	size := "Pairs"
	if u.typ.Kind == types.Array {
		size = "Len"
	}
	u.add(jen.Id(u.count).Op(":=").Qual(pkgNested, size).Call(u.list.get()))
	if u.Of.Left {
		u.found, u.inner = u.locals.name("found"), u.locals.name("inner")
		u.add(jen.Id(u.found).Op(":=").False())
	}
	if u.Of.Ordinality {
		u.order = u.locals.name("order")
		u.add(jen.Id(u.order).Op(":=").Int32().Call(jen.Lit(0)))
	}
}

// round prints what is done for one part.
func (u *unnester) round() {
	if u.Of.Left {
		u.add(jen.Id(u.inner).Op(":=").Id(u.i).Op("<").Id(u.count),
			jen.If(jen.Id(u.found).Op("&&").Op("!").Id(u.inner)).Block(jen.Break()))
	}
	if u.typ.Kind != types.Multiset {
		u.part()
		return
	}
	times := jen.Qual(pkgNested, "Int").Call(u.list.get(), jen.Id(u.count).Op("+").Id(u.i))
	if u.Of.Left {
		name := u.locals.name("times")
		u.add(jen.Id(name).Op(":=").Int64().Call(jen.Lit(1)),
			jen.If(jen.Id(u.inner)).Block(jen.Id(name).Op("=").Add(times)))
		times = jen.Id(name)
	}
	u.add(jen.For(jen.Range().Add(times)).Block(u.block(u.part)...))
}

// part prints the columns of the part, the condition, and what is behind it.
func (u *unnester) part() {
	cols := u.columns()
	if u.order != "" {
		u.add(jen.Id(u.order).Op("++"))
		x := val{v: jen.Id(u.order), atom: true}
		if u.Of.Left {
			x.null = jen.Op("!").Id(u.inner)
		}
		cols = append(cols, x)
	}
	u.cols = append(append([]val{}, u.cols...), cols...)
	if u.Of.Cond != nil {
		fails := negated(u.expr(u.Of.Cond).v)
		if u.Of.Left {
			fails = jen.Id(u.inner).Op("&&").Add(fails)
		}
		u.add(jen.If(fails).Block(jen.Continue()))
	}
	if u.Of.Left {
		u.add(jen.Id(u.found).Op("=").True())
	}
	u.consume(u.To)
}

// columns are the columns of the part.
func (u *unnester) columns() []val {
	first := len(u.Schema)
	i := jen.Id(u.i)
	if u.Of.Left && u.typ.Kind != types.Array { // behind the keys there are other cells
		key := u.locals.name("key")
		u.add(jen.Id(key).Op(":=").Id(u.i), jen.If(jen.Op("!").Id(u.inner)).Block(jen.Id(key).Op("=").Lit(-1)))
		i = jen.Id(key)
	}
	switch {
	case u.typ.Kind == types.Map:
		return []val{u.column(first, u.list, i), u.column(first+1, u.list, jen.Id(u.count).Op("+").Id(u.i))}
	case u.typ.Elem.Kind != types.Row:
		return []val{u.column(first, u.list, i)}
	}
	row := u.rowOf(i)
	var out []val
	for n := range u.typ.Elem.Fields {
		out = append(out, u.column(first+n, row, jen.Lit(n)))
	}
	return out
}

// rowOf is the element that is a ROW; one that is NULL is no part.
func (u *unnester) rowOf(i *jen.Statement) val {
	cell, row := u.locals.name("cell"), u.locals.name("row")
	missing := jen.Id(cell).Op("<").Lit(0)
	if u.Of.Left {
		missing = missing.Op("&&").Id(u.inner)
	}
	u.add(jen.Id(cell).Op(":=").Qual(pkgNested, "Field").Call(u.list.get(), i),
		jen.If(missing).Block(jen.Continue()),
		jen.Id(row).Op(":=").Qual(pkgNested, "Text").Call(u.list.get(), jen.Id(cell)))
	return val{v: jen.Id(row), atom: true}
}

// column is a column of the output that is a cell of a list.
func (u *unnester) column(index int, list val, at *jen.Statement) val {
	f := u.Of.Out[index]
	use := u.Wanted()[index]
	if use == physical.Unused {
		return val{}
	}
	if !f.Type.Nullable {
		return u.bindFor(val{v: readCell(list.get(), at, f.Type), call: true}, f.Name)
	}
	cell := u.locals.name("cell")
	u.add(jen.Id(cell).Op(":=").Qual(pkgNested, "Field").Call(list.get(), at))
	x := val{null: jen.Id(cell).Op("<").Lit(0)}
	if use >= physical.Value {
		x = u.bindFor(val{v: readCell(list.get(), jen.Id(cell), f.Type), null: x.null, call: true}, f.Name)
	}
	return x
}
