package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// sort prints a stage that keeps its rows in order and hands them on when the input has ended.
func (g *gen) sort(o *physical.Sort) {
	r := g.p.exchangeRow(g.stage.In[0])
	most := -1
	if o.Count >= 0 {
		most = int(o.Offset + o.Count)
	}
	store := jen.Qual(pkgOrder, "New").Call(append([]jen.Code{codeOf(r), jen.Lit(most)}, columns(o.Keys)...)...)
	g.sortedRows("Rows", store, r, func() { g.sortRow(o, r) })
	g.finish = append(g.finish, jen.For(jen.Id("r").Op(":=").Range().Id("s").Dot("sorted").Dot("From").Call(
		jen.Lit(int(o.Offset)))).Block(returnIfErr(jen.Id("s").Dot("emit").Call(jen.Id("r")))))
	g.sortedMethod(o, r)
}

// sortedRows prints the store of a stage that keeps its rows in order, and Rows: what happens to each of them.
// The store is of a type of package order.
func (g *gen) sortedRows(typ string, store *jen.Statement, r *row, each func()) {
	rows := jen.Qual(pkgOrder, typ).Types(jen.Id(r.name))
	g.fields = append(g.fields, jen.Id("sorted").Op("*").Add(rows))
	g.open = append(g.open, jen.Id("s").Dot("sorted").Op("=").Add(store))
	body := g.function(jen.Id("i"), func() {
		g.add(jen.Id("in").Op(":=").Id("b").Assert(jen.Op("*").Qual(pkgStream, "Rows").Types(jen.Id(r.name))))
		loop := g.block(each)
		g.add(jen.For(jen.Id("i").Op(":=").Range().Id("in").Dot("Row")).Block(loop...))
		g.add(jen.Return(jen.Nil()))
	})
	g.rows = append(append([]jen.Code{}, g.begin...), body...)
	g.begin = nil
	g.keepRows("sorted")
}

// codeOf is how rows are written and read.
func codeOf(r *row) *jen.Statement { return jen.Parens(jen.Op("*").Id(r.name)).Dot("Code") }

// columns is how the columns of a key are ordered.
func columns(keys []logical.SortKey) []jen.Code {
	var out []jen.Code
	for _, k := range keys {
		column := jen.Dict{}
		if k.Desc {
			column[jen.Id("Desc")] = jen.True()
		}
		if k.NullsLast {
			column[jen.Id("NullsLast")] = jen.True()
		}
		out = append(out, jen.Qual(pkgOrder, "Column").Values(column))
	}
	return out
}

// sortRow prints how a row is kept.
func (g *gen) sortRow(o *physical.Sort, r *row) {
	g.add(jen.Id("r").Op(":=").Op("&").Id("in").Dot("Row").Index(jen.Id("i")))
	g.cols = r.vals("r", len(o.Schema))
	g.add(jen.Id("k").Op(":=").Id("s").Dot("sorted").Dot("Key").Call())
	for _, k := range o.Keys {
		g.putKey(jen.Id("k"), k.Column, o.Schema)
	}
	g.add(jen.Id("s").Dot("sorted").Dot("Add").Call(jen.Id("r")))
}

// sortedMethod prints what happens to a row in its turn.
func (g *gen) sortedMethod(o *physical.Sort, r *row) {
	body := g.function(jen.Lit(0), func() {
		g.skip = jen.Return(jen.Nil())
		g.cols = r.vals("r", len(o.Schema))
		g.consume(o.To)
		g.add(jen.Return(jen.Nil()))
	})
	g.decls = append(g.decls, g.method("emit", "gives a row to the operators behind the sort.",
		[]jen.Code{jen.Id("r").Op("*").Id(r.name)}, []jen.Code{jen.Error()}, body))
}
