package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// unnester prints UNNEST and the call of a table function: a loop over the parts in which everything behind it is done,
// so that no row is made for a part. With LEFT JOIN there is one round more than parts, in which all of a part is NULL;
// it is for rows of which no part has passed.
type unnester struct {
	*gen
	*physical.Unnest
	count *jen.Statement // how many parts there are
	i     string         // the part at hand
	found string         // LEFT JOIN: a part has passed
	inner string         // LEFT JOIN: this is no round of NULLs
	order string         // WITH ORDINALITY: the number of the part
}

// parts is what an unnester takes apart.
type parts interface {
	// open prints what comes before the loop, and is the number of parts.
	open() *jen.Statement
	// rounds prints what is done for the part at hand, which part prints, as often as it counts.
	rounds(part func())
	// columns are the columns of the part; when that is no part at all, they print what leaves it.
	columns() []val
	// countable reports that the number of rounds is known without a look at the parts.
	countable() bool
}

func (g *gen) unnest(o *physical.Unnest) {
	g.share(o)
	g.origin(o.At)
	u := &unnester{gen: g, Unnest: o}
	var p parts = &cells{unnester: u, typ: o.Of.Collection.Type()}
	if call, ok := o.Of.Collection.(*logical.UserCall); ok && call.Func.Table {
		p = &functionRows{unnester: u, call: call}
	}
	u.open(p)
	g.unshare()
	cols, skip := g.cols, g.skip
	g.skip = jen.Continue()
	body := g.block(func() { u.round(p) })
	g.cols, g.skip = cols, skip
	rounds := u.count.Clone()
	if o.Of.Left {
		rounds = rounds.Op("+").Lit(1)
	}
	if p.countable() && u.unread() {
		g.add(jen.For(jen.Range().Add(rounds)).Block(body...))
		return
	}
	g.add(jen.For(jen.Id(u.i).Op(":=").Range().Add(rounds)).Block(body...))
}

// unread reports that how many parts there are is all that matters.
func (u *unnester) unread() bool {
	if u.Of.Left {
		return false
	}
	wanted := u.Wanted()[len(u.Schema):]
	if u.Of.Ordinality {
		wanted = wanted[:len(wanted)-1]
	}
	return !slices.ContainsFunc(wanted, func(use physical.Use) bool { return use != physical.Unused })
}

// open declares what the loop needs.
func (u *unnester) open(p parts) {
	u.count = p.open()
	u.i = u.locals.name("i")
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
func (u *unnester) round(p parts) {
	if u.Of.Left {
		u.add(jen.Id(u.inner).Op(":=").Id(u.i).Op("<").Add(u.count.Clone()),
			jen.If(jen.Id(u.found).Op("&&").Op("!").Id(u.inner)).Block(jen.Break()))
	}
	p.rounds(func() { u.part(p) })
}

// part prints the columns of the part, the condition, and what is behind it.
func (u *unnester) part(p parts) {
	cols := p.columns()
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

// cells are the parts of an ARRAY, MAP or MULTISET.
type cells struct {
	*unnester
	typ  types.Type
	list val // the collection; without parts when it is NULL
}

func (c *cells) countable() bool { return c.typ.Kind != types.Multiset && c.typ.Elem.Kind != types.Row }

func (c *cells) open() *jen.Statement {
	x := c.expr(c.Of.Collection)
	if x.null != nil {
		list := c.locals.name("list")
		c.add(jen.Id(list).Op(":=").Lit(""), jen.If(x.notNull()).Block(jen.Id(list).Op("=").Add(x.get())))
		x = val{v: jen.Id(list), atom: true}
	}
	c.list = c.bind(x, "list")
	count := c.locals.name("count")
	size := "Pairs"
	if c.typ.Kind == types.Array {
		size = "Len"
	}
	c.add(jen.Id(count).Op(":=").Qual(pkgNested, size).Call(c.list.get()))
	return jen.Id(count)
}

// rounds prints a loop for the elements of a MULTISET.
func (c *cells) rounds(part func()) {
	if c.typ.Kind != types.Multiset {
		part()
		return
	}
	times := jen.Qual(pkgNested, "Int").Call(c.list.get(), c.count.Clone().Op("+").Id(c.i))
	if c.Of.Left {
		name := c.locals.name("times")
		c.add(jen.Id(name).Op(":=").Int64().Call(jen.Lit(1)),
			jen.If(jen.Id(c.inner)).Block(jen.Id(name).Op("=").Add(times)))
		times = jen.Id(name)
	}
	c.add(jen.For(jen.Range().Add(times)).Block(c.block(part)...))
}

func (c *cells) columns() []val {
	first := len(c.Schema)
	i := jen.Id(c.i)
	if c.Of.Left && c.typ.Kind != types.Array { // behind the keys there are other cells
		key := c.locals.name("key")
		c.add(jen.Id(key).Op(":=").Id(c.i), jen.If(jen.Op("!").Id(c.inner)).Block(jen.Id(key).Op("=").Lit(-1)))
		i = jen.Id(key)
	}
	switch {
	case c.typ.Kind == types.Map:
		return []val{c.column(first, c.list, i), c.column(first+1, c.list, c.count.Clone().Op("+").Id(c.i))}
	case c.typ.Elem.Kind != types.Row:
		return []val{c.column(first, c.list, i)}
	}
	row := c.rowOf(i)
	var out []val
	for n := range c.typ.Elem.Fields {
		out = append(out, c.column(first+n, row, jen.Lit(n)))
	}
	return out
}

// rowOf is the element that is a ROW; one that is NULL is no part.
func (c *cells) rowOf(i *jen.Statement) val {
	cell, row := c.locals.name("cell"), c.locals.name("row")
	missing := jen.Id(cell).Op("<").Lit(0)
	if c.Of.Left {
		missing = missing.Op("&&").Id(c.inner)
	}
	c.add(jen.Id(cell).Op(":=").Qual(pkgNested, "Field").Call(c.list.get(), i),
		jen.If(missing).Block(jen.Continue()),
		jen.Id(row).Op(":=").Qual(pkgNested, "Text").Call(c.list.get(), jen.Id(cell)))
	return val{v: jen.Id(row), atom: true}
}

// column is a column of the output that is a cell of a list.
func (c *cells) column(index int, list val, at *jen.Statement) val {
	f := c.Of.Out[index]
	use := c.Wanted()[index]
	if use == physical.Unused {
		return val{}
	}
	if !f.Type.Nullable {
		return c.bindFor(val{v: readCell(list.get(), at, f.Type), call: true}, f.Name)
	}
	cell := c.locals.name("cell")
	c.add(jen.Id(cell).Op(":=").Qual(pkgNested, "Field").Call(list.get(), at))
	x := val{null: jen.Id(cell).Op("<").Lit(0)}
	if use >= physical.Value {
		x = c.bindFor(val{v: readCell(list.get(), jen.Id(cell), f.Type), null: x.null, call: true}, f.Name)
	}
	return x
}
