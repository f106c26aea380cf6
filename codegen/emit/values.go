package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// valuesPrinter makes the rows of a VALUES: record i of the source is row i of the list.
var valuesPrinter = sourcePrinter{rows: valuesRows, open: openValues}

func valuesRows(g *gen, src *physical.Source, r *row) {
	g.add(jen.Op("*").Id("r").Op("=").Id(r.name).Values())
	var cases []jen.Code
	for i, exprs := range src.Values.Rows {
		body := g.block(func() { g.fillRow(r, exprs) })
		cases = append(cases, jen.Case(jen.Lit(i)).Block(body...))
	}
	g.add(jen.Switch(jen.Id("b").Dot("Base").Op("+").Int64().Call(jen.Id("i"))).Block(cases...))
}

// fillRow computes the wanted columns of the row variable r from constant expressions.
func (g *gen) fillRow(r *row, exprs []logical.Expr) {
	for _, c := range r.cols {
		x := g.expr(exprs[c.index])
		var set jen.Code = jen.Null()
		if c.field != "" {
			set = jen.Id("r").Dot(c.field).Op("=").Add(store(x.get(), c.typ))
		}
		switch {
		case x.null == nil:
			g.add(set)
		case x.null.GoString() == "true":
			g.add(r.setNull("r", c.bit))
		default:
			g.add(jen.If(x.isNull()).Block(r.setNull("r", c.bit)).Else().Block(set))
		}
	}
}

func openValues(_ *program, src *physical.Source) *jen.Statement {
	return opener("Source", envParam("_"), jen.Return(
		jen.Qual(pkgValues, "New").Call(jen.Lit(len(src.Values.Rows))), jen.Nil()))
}
