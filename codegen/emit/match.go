package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// match prints a stage that looks rows up among those of a query. Rows that come while the query's are not all known
// wait; those behind do not.
func (g *gen) match(o *physical.Match) {
	query, rows := g.p.exchangeRow(g.stage.In[0]), g.p.exchangeRow(g.stage.In[1])
	g.port = "port"
	g.fields = append(g.fields, jen.Id("known").Int64().Comment("not 0: all rows of the query are there"))
	g.keepInt("known")
	g.rowStore("waiting", rows)
	if o.Node.Kind == logical.MatchValue {
		g.rowStore("value", query)
		g.fields = append(g.fields, jen.Id("only").Id(query.name), jen.Id("is").Bool())
	} else {
		g.memberSet()
	}
	g.matchRows(o, rows)
	g.queryMethod(o, query)
	g.portEndedMethod(o)
	g.finish = append(g.finish, jen.If(jen.Id("s").Dot("known").Op("==").Lit(0)).Block(
		jen.Return(jen.Id("s").Dot("PortEnded").Call(jen.Lit(0)))))
	g.lookUpMethod(o, rows)
}

// matchRows prints Rows.
func (g *gen) matchRows(o *physical.Match, rows *row) {
	each := func(call *jen.Statement) *jen.Statement {
		return jen.For(jen.Id("i").Op(":=").Range().Id("in").Dot("Row")).Block(call)
	}
	r := jen.Op("&").Id("in").Dot("Row").Index(jen.Id("i"))
	at := append(g.only(o), each(returnIfErr(jen.Id("s").Dot("emit").Call(r.Clone()))), jen.Return(jen.Nil()))
	g.rows = []jen.Code{
		jen.If(jen.Id("port").Op("==").Lit(0)).Block(jen.Return(jen.Id("s").Dot("query").Call(jen.Id("b")))),
		jen.Id("in").Op(":=").Id("b").Assert(jen.Op("*").Qual(pkgStream, "Rows").Types(jen.Id(rows.name))),
		jen.If(jen.Id("s").Dot("known").Op("!=").Lit(0)).Block(at...),
		each(jen.Id("s").Dot("waiting").Dot("Add").Call(r)),
		jen.Return(jen.Nil()),
	}
}

// only prints how the one row of a query that stands for a value is found: for each batch, as a machine may have been
// restored.
func (g *gen) only(o *physical.Match) []jen.Code {
	if o.Node.Kind != logical.MatchValue {
		return nil
	}
	return []jen.Code{jen.List(jen.Id("s").Dot("only"), jen.Id("s").Dot("is")).Op("=").
		Id("s").Dot("value").Dot("First").Call()}
}

// portEndedMethod prints what happens when all rows of the query are known.
func (g *gen) portEndedMethod(o *physical.Match) {
	waiting := jen.Id("s").Dot("waiting")
	body := []jen.Code{
		jen.If(jen.Id("port").Op("!=").Lit(0)).Block(jen.Return(jen.Nil())),
		jen.Id("s").Dot("known").Op("=").Lit(1),
	}
	body = append(body, g.only(o)...)
	body = append(body,
		jen.For(jen.Id("r").Op(":=").Range().Add(waiting.Clone()).Dot("From").Call(jen.Lit(0))).Block(
			returnIfErr(jen.Id("s").Dot("emit").Call(jen.Id("r")))),
		waiting.Clone().Dot("Reset").Call(),
		jen.Return(jen.Nil()))
	g.decls = append(g.decls, g.method("PortEnded", "looks the rows up that have waited for the query's last one.",
		[]jen.Code{jen.Id("port").Int()}, []jen.Code{jen.Error()}, body))
}

// rowStore is a field with rows in order of arrival.
func (g *gen) rowStore(field string, r *row) {
	g.fields = append(g.fields, jen.Id(field).Op("*").Qual(pkgOrder, "Rows").Types(jen.Id(r.name)))
	g.open = append(g.open, jen.Id("s").Dot(field).Op("=").Qual(pkgOrder, "New").Call(
		jen.Parens(jen.Op("*").Id(r.name)).Dot("Code"), jen.Lit(-1)))
	g.keepRows(field)
}

// memberSet is the field with what the query's rows have.
func (g *gen) memberSet() {
	found := jen.Id("s").Dot("found")
	g.fields = append(g.fields, jen.Id("found").Op("*").Qual(pkgMember, "Set"))
	g.open = append(g.open, found.Clone().Op("=").Qual(pkgMember, "NewSet").Call())
	g.snapshot = append(g.snapshot, returnIfErr(found.Clone().Dot("Snapshot").Call(jen.Id("put"))))
	for _, table := range [][2]string{{"groups", "RestoreGroups"}, {"values", "RestoreValues"}} {
		g.restore = append(g.restore, jen.Case(text(table[0])).Block(
			jen.Return(found.Clone().Dot(table[1]).Call(jen.Id("page")))))
	}
}

// queryMethod prints what is kept of the query's rows.
func (g *gen) queryMethod(o *physical.Match, r *row) {
	schema := g.stage.In[0].Schema
	body := g.function(jen.Id("i"), func() {
		g.add(jen.Id("in").Op(":=").Id("b").Assert(jen.Op("*").Qual(pkgStream, "Rows").Types(jen.Id(r.name))))
		loop := g.block(func() {
			g.add(jen.Id("r").Op(":=").Op("&").Id("in").Dot("Row").Index(jen.Id("i")))
			g.cols = r.vals("r", len(schema))
			g.keepQueryRow(o, schema)
		})
		g.add(jen.For(jen.Id("i").Op(":=").Range().Id("in").Dot("Row")).Block(loop...), jen.Return(jen.Nil()))
	})
	g.decls = append(g.decls, g.method("query", "takes rows of the query.",
		[]jen.Code{jen.Id("b").Qual(pkgStream, "Batch")}, []jen.Code{jen.Error()}, body))
}

// keepQueryRow prints how a row of the query is kept. One with a NULL among the columns that tie it belongs to no row.
func (g *gen) keepQueryRow(o *physical.Match, schema []types.Field) {
	found := jen.Id("s").Dot("found")
	if o.Node.Kind == logical.MatchValue {
		second := g.fail(o.At, jen.Qual(pkgStream, "SecondRow").Call())
		g.add(jen.If(jen.Id("s").Dot("value").Dot("Len").Call().Op(">").Lit(0)).Block(second))
		g.add(jen.Id("s").Dot("value").Dot("Add").Call(jen.Id("r")))
		return
	}
	var by []int
	for i := len(schema) - len(o.Node.By); i < len(schema); i++ {
		by = append(by, i)
	}
	if null := g.anyNull(by); null != nil {
		g.add(jen.If(null).Block(jen.Continue()))
	}
	group := g.encodedKey(by, schema)
	if o.Node.Kind == logical.MatchExists {
		g.add(found.Clone().Dot("AddRow").Call(group))
		return
	}
	if x := g.cols[0]; x.null != nil {
		g.add(jen.If(x.isNull()).Block(found.Clone().Dot("AddNull").Call(group), jen.Continue()))
	}
	g.add(found.Clone().Dot("AddValue").Call(g.valueKey(0, schema)...))
}

// anyNull is the condition that one of the columns is NULL, and makes them known not to be; nil when none can be.
func (g *gen) anyNull(columns []int) *jen.Statement {
	var nulls []*jen.Statement
	for _, c := range columns {
		nulls = append(nulls, g.cols[c].null)
		g.cols[c].null = nil
	}
	return or(nulls...)
}

// valueKey prints how a value goes behind the key of its group, and is both as text and the length of the group's key.
func (g *gen) valueKey(c int, schema []types.Field) []jen.Code {
	k, n := jen.Id("s").Dot(g.prep["scratch"]), g.locals.name("n")
	g.add(jen.Id(n).Op(":=").Len(k.Clone().Dot("Text").Call()))
	g.cols[c].null = nil
	g.putKey(k, c, schema)
	return []jen.Code{k.Clone().Dot("Text").Call(), jen.Id(n)}
}

// lookUpMethod prints what happens to a row in its turn.
func (g *gen) lookUpMethod(o *physical.Match, r *row) {
	body := g.function(jen.Lit(0), func() {
		g.skip = jen.Return(jen.Nil())
		g.cols = r.vals("r", len(o.Schema))
		result := val{}
		if need := physical.Needs(o.To); need[len(need)-1] != physical.Unused {
			result = g.lookUp(o)
		}
		g.cols = append(r.vals("r", len(o.Schema)), result)
		g.consume(o.To)
		g.add(jen.Return(jen.Nil()))
	})
	g.decls = append(g.decls, g.method("emit", "gives a row to the operators behind, with what the query says of it.",
		[]jen.Code{jen.Id("r").Op("*").Id(r.name)}, []jen.Code{jen.Error()}, body))
}

// lookUp prints what the query says of the current row.
func (g *gen) lookUp(o *physical.Match) val {
	g.origin(o.At)
	if o.Node.Kind == logical.MatchValue {
		x := g.p.exchangeRow(g.stage.In[0]).vals("s.only", len(g.stage.In[0].Schema))[0]
		x.null = or(jen.Op("!").Id("s").Dot("is"), x.null)
		x.from = nil
		return x
	}
	found := val{v: jen.Id(g.locals.name("is")), atom: true}
	names := []jen.Code{found.get()}
	if o.Node.Kind == logical.MatchIn {
		found.null = jen.Id(g.locals.name("isNull"))
		names = append(names, found.isNull())
	}
	g.add(jen.Var().List(names...).Bool())
	null := g.anyNull(o.Node.By)
	body := g.block(func() { g.findMember(o, found) })
	if null != nil {
		body = []jen.Code{jen.If(negated(null)).Block(body...)}
	}
	g.add(body...)
	return found
}

// findMember prints the search for a row that has no NULL among the columns that tie it.
func (g *gen) findMember(o *physical.Match, is val) {
	found := jen.Id("s").Dot("found")
	group := g.encodedKey(o.Node.By, o.Schema)
	exists := found.Clone().Dot("Exists").Call(group)
	if o.Node.Kind == logical.MatchExists {
		g.add(is.get().Op("=").Add(exists))
		return
	}
	null := g.cols[o.Node.X].null
	search := g.block(func() {
		key := g.valueKey(o.Node.X, o.Schema)
		g.add(jen.List(is.get(), is.isNull()).Op("=").Add(found.Clone().Dot("Has").Call(key...)))
	})
	if null == nil {
		g.add(search...)
		return
	}
	g.add(jen.If(null.Clone()).Block(is.isNull().Op("=").Add(exists)).Else().Block(search...))
}
