package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// Aggregates that need the values of a group when one of them is taken back. MIN and MAX keep them in order,
// FIRST_VALUE, LAST_VALUE and LISTAGG in order of arrival; what they show is kept beside them, so that rows that are
// added cost little more. ARRAY_AGG and COLLECT have all values anyway.

// keptField is the stage's field with the values of all MIN and MAX.
const keptField = "kept"

func (x accumulator) keptName() string { return x.name + "Kept" }

// keepsOrder reports values that are kept in order, keepsLog those that are kept by arrival.
func (x accumulator) keepsOrder() bool { return x.call.Keeps && !x.call.Func.ByArrival() }
func (x accumulator) ownsTree() bool   { return x.keepsOrder() && x.tree == x.keptName() }
func (x accumulator) keepsLog() bool   { return x.call.Keeps && x.call.Func.ByArrival() && !x.gathers() }

// treeOf is the field of the first MIN or MAX over the values of x.
func treeOf(x accumulator, before []accumulator) string {
	for _, y := range before {
		if y.keepsOrder() && x.keepsOrder() && y.call.Args[0] == x.call.Args[0] && y.call.Filter == x.call.Filter {
			return y.tree
		}
	}
	return x.keptName()
}

// textFields are the fields that refer to texts.
func (x accumulator) textFields() (names []string) {
	if x.isText() {
		names = append(names, x.name)
	}
	if x.keepsLog() {
		names = append(names, x.keptName())
	}
	return names
}

func (q *group) keepsOrder() bool {
	for _, x := range q.accs {
		if x.keepsOrder() {
			return true
		}
	}
	return false
}

// addOrdered prints how a value comes to the others of its MIN or MAX, or is taken away; then the next one is shown.
func (g *gen) addOrdered(x accumulator, w way) {
	arg := g.cols[x.call.Args[0]]
	kept, tree := jen.Id("s").Dot(keptField), jen.Id("a").Dot(x.tree)
	change := "Add"
	if w == taking {
		change = "Remove"
	}
	if x.ownsTree() {
		g.add(kept.Clone().Dot("Key").Call().Dot(keyMethod(x.arg)).Call(keyValue(arg, x.arg)))
		g.add(kept.Clone().Dot(change).Call(jen.Op("&").Add(tree)))
	}
	if w == adding {
		return
	}
	end := "First"
	if x.call.Func == logical.Max {
		end = "Last"
	}
	v, ok := g.locals.name("v"), jen.Id("a").Dot(x.setName())
	g.add(jen.List(jen.Id(v), jen.Id("ok")).Op(":=").Add(kept).Dot(end).Call(tree))
	g.add(ok.Clone().Op("=").Id("ok"))
	g.add(jen.If(jen.Id("ok")).Block(g.put(x, readKey(jen.Id(v), x.arg))))
}

// put prints that the value is the one to be shown.
func (g *gen) put(x accumulator, v *jen.Statement) *jen.Statement {
	a := jen.Id("a").Dot(x.name)
	if x.isText() {
		v = jen.Id("s").Dot(g.texts).Dot("Replace").Call(a.Clone(), v)
	}
	return a.Clone().Op("=").Add(v)
}

// log prints that a value comes behind those of the field.
func (g *gen) log(x accumulator, field string, v val) {
	g.putCell(v, x.arg)
	f, one := jen.Id("a").Dot(field), g.nest().Dot("List").Call(jen.Lit(0))
	g.add(f.Clone().Op("=").Id("s").Dot(g.texts).Dot("Join").Call(f, jen.Lit(""), one))
}

// unlog prints that a value is taken out of the field: the first one like it, as in Flink. Of a COLLECT it is the last
// one, so that the others keep the places that they have in Flink's map.
func (g *gen) unlog(x accumulator, field string, v val) {
	g.putCell(v, x.arg)
	one, f := g.locals.name("one"), jen.Id("a").Dot(field)
	g.add(jen.Id(one).Op(":=").Add(g.nest()).Dot("List").Call(jen.Lit(0)))
	method := "Find"
	if x.call.Func == logical.Collect {
		method = "FindLast"
	}
	find := jen.Qual(pkgNested, method).Call(g.logType(x), g.logged(field), jen.Id(one))
	cut := jen.Id("s").Dot(g.texts).Dot("Cut").Call(f.Clone(), jen.Id("at"), jen.Len(jen.Id(one)))
	g.add(jen.If(jen.Id("at").Op(":=").Add(find), jen.Id("at").Op(">=").Lit(0)).Block(f.Clone().Op("=").Add(cut)))
}

func (g *gen) logType(x accumulator) *jen.Statement { return g.p.nestedType(types.ArrayOf(x.arg)) }

// logged is the text of a field.
func (g *gen) logged(field string) *jen.Statement {
	return jen.Id("s").Dot(g.texts).Dot("Get").Call(jen.Id("a").Dot(field))
}

// addLogged prints how a value is kept by its arrival, or taken away; then all that are left arrive again.
func (g *gen) addLogged(x accumulator, w way) {
	v := g.cols[x.call.Args[0]]
	v.null = nil // the condition in front has seen to it
	if w == adding {
		g.log(x, x.keptName(), v)
		g.arrive(x, v.get())
		return
	}
	g.unlog(x, x.keptName(), v)
	g.add(jen.Id("a").Dot(x.setName()).Op("=").False())
	body := g.block(func() {
		g.add(jen.Var().Id("one").String())
		g.add(jen.List(jen.Id("one"), jen.Id("log")).Op("=").Qual(pkgNested, "Next").Call(g.logType(x), jen.Id("log")))
		g.arrive(x, readCell(jen.Id("one"), jen.Lit(0), x.arg))
	})
	g.add(jen.For(jen.Id("log").Op(":=").Add(g.logged(x.keptName())),
		jen.Id("log").Op("!=").Lit(""), jen.Empty()).Block(body...))
}

// takeGathered prints that a value is taken out of those that were gathered.
func (g *gen) takeGathered(x accumulator, v val) {
	g.unlog(x, x.name, v)
	if x.sets() {
		g.add(jen.Id("a").Dot(x.setName()).Op("=").Add(g.logged(x.name)).Op("!=").Lit(""))
	}
}
