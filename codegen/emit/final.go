package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// finalNames are the fields of a stage that aggregates.
type finalNames struct{ sets map[int]string }

// seen is the field with the values that a DISTINCT aggregate has met, per key.
func (f *finalNames) seen(g *gen, q *group, call int) string {
	x := q.accs[call]
	if f.sets[call] == "" {
		name := g.names.name("seen")
		f.sets[call] = name
		set := "Set"
		if x.retract {
			set = "Multiset"
		}
		if q.lives() {
			set = "Living" + set
			g.open = append(g.open, jen.Id("s").Dot(name).Dot("TTL").Op("=").Add(q.ttl()))
		}
		g.fields = append(g.fields, jen.Id(name).Qual(pkgState, set))
		g.keepSet(name)
	}
	return f.sets[call]
}

// final prints a stage that aggregates: the loop over a batch, and what is emitted for the keys that it changed.
func (g *gen) final(o *physical.Final) {
	q := g.p.groupOf(o.Aggregation)
	g.decls = append(g.decls, q.accDecl(), q.code(), resultDecl(q))
	g.fields = append(g.fields, jen.Id("table").Op("*").Add(q.table()))
	g.open = append(g.open, jen.Id("s").Dot("table").Op("=").Add(q.newTable()))
	if q.hasTexts() {
		g.texts = "texts"
		g.fields = append(g.fields, jen.Id(g.texts).Qual(pkgState, "Texts"))
	}
	if q.keepsOrder() {
		g.fields = append(g.fields, jen.Id(keptField).Qual(pkgOrder, "Values"))
	}
	if !o.EachRow && !o.AtEnd {
		g.fields = append(g.fields, jen.Id("changed").Index().Id(q.change))
		g.decls = append(g.decls, changeDecl(q))
	}
	switch {
	case q.lives():
		g.beginLife(q)
	case q.Retract:
		g.sweepMethod(q)
	}
	g.finalRows(o, q)
	if q.lives() {
		g.lifeMethods(q)
	}
	g.resultMethod(q)
	if o.AtEnd {
		g.emitAll(q)
	} else {
		g.changeMethod(o, q)
	}
	g.emitMethod(o, q)
	if q.hasTexts() {
		g.compactMethod(q)
	}
	g.keepTable(q)
	g.rows = append(append([]jen.Code{}, g.begin...), g.rows...) // of all methods: Rows calls them
	g.begin = nil
}

func changeDecl(q *group) jen.Code {
	n := q.change
	return jen.Comment(n+" is a key that the current batch has changed, and what was known of it before.").Line().
		Type().Id(n).Struct(jen.Id("entry").Add(q.entry()), jen.Id("before").Id(q.acc))
}

// finalRows prints Rows.
func (g *gen) finalRows(o *physical.Final, q *group) {
	in := g.stage.In[0]
	body := g.function(jen.Id("i"), func() {
		r := g.p.exchangeRow(in)
		g.add(jen.Id("in").Op(":=").Id("b").Assert(jen.Op("*").Qual(pkgStream, "Rows").Types(jen.Id(r.name))))
		if q.shape == intKey {
			g.add(jen.Id("s").Dot("table").Dot("Reserve").Call(jen.Len(jen.Id("in").Dot("Row"))))
		}
		if q.lives() {
			g.add(jen.Id("now").Op(":=").Add(clock()))
		}
		loop := g.block(func() { g.finalRow(o, q, r) })
		g.add(jen.For(jen.Id("i").Op(":=").Range().Id("in").Dot("Row")).Block(loop...))
		if !o.EachRow && !o.AtEnd {
			g.emitChanged()
		}
		if q.hasTexts() {
			g.add(jen.If(jen.Id("s").Dot(g.texts).Dot("Wasteful").Call()).Block(jen.Id("s").Dot("compact").Call()))
		}
		switch {
		case q.lives():
			g.sweepOver()
		case q.Retract:
			g.sweepWhenWorth()
		}
		g.add(jen.Return(jen.Nil()))
	})
	g.rows = body
}

// finalRow prints what one incoming row does.
func (g *gen) finalRow(o *physical.Final, q *group, r *row) {
	g.add(jen.Id("r").Op(":=").Op("&").Id("in").Dot("Row").Index(jen.Id("i")))
	if o.Merge {
		g.findMerged(q)
	} else {
		g.cols = r.vals("r", len(o.Schema))
		g.find(q, "table", "")
	}
	if q.lives() {
		g.renew(q)
	}
	switch {
	case o.AtEnd:
	case o.EachRow:
		g.add(jen.Id("before").Op(":=").Id("e").Dot("Value"))
	default:
		g.add(jen.If(jen.Op("!").Id("e").Dot("Value").Dot("dirty")).Block(
			jen.Id("s").Dot("changed").Op("=").Append(jen.Id("s").Dot("changed"),
				jen.Id(q.change).Values(jen.Id("e"), jen.Id("e").Dot("Value"))),
			jen.Id("e").Dot("Value").Dot("dirty").Op("=").True()))
	}
	switch {
	case o.Merge:
		g.mergeRow(q)
	case o.Retract:
		g.addOrTake(q)
	case len(q.accs) > 0:
		g.add(accumulatorOf.Clone())
		g.update(q, &finalNames{sets: g.sets}, adding)
	}
	if o.EachRow {
		g.add(jen.If(jen.Err().Op(":=").Id("s").Dot("change").Call(jen.Id("e"), jen.Op("&").Id("before")),
			jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err())))
	}
}

// findMerged finds the entry of a partial result's key.
func (g *gen) findMerged(q *group) {
	f := types.Field{Type: types.StringOf()}
	if q.shape == intKey {
		f.Type = types.Of(types.BigInt)
	}
	x := val{v: jen.Id("r").Dot("key"), atom: true}
	if q.keyNullable() {
		x.null = jen.Id("r").Dot("null")
	}
	single := *q
	single.Aggregation = &physical.Aggregation{Group: []int{0}, Input: []types.Field{f}}
	g.findSingle(&single, jen.Id("s").Dot("table"), x, "")
}

func (g *gen) mergeRow(q *group) {
	if len(q.accs) == 0 {
		return
	}
	g.add(jen.List(jen.Id("a"), jen.Id("b")).Op(":=").List(
		jen.Op("&").Id("e").Dot("Value"), jen.Op("&").Id("r").Dot("acc")))
	for _, x := range q.accs {
		g.merge(x, jen.Id("r").Dot(x.name))
	}
}

// emitChanged prints the loop over the keys that the batch has changed, in order of first change.
func (g *gen) emitChanged() {
	g.add(jen.For(jen.List(jen.Id("_"), jen.Id("c")).Op(":=").Range().Id("s").Dot("changed")).Block(
		jen.Id("c").Dot("entry").Dot("Value").Dot("dirty").Op("=").False(),
		jen.If(jen.Err().Op(":=").Id("s").Dot("change").Call(
			jen.Id("c").Dot("entry"), jen.Op("&").Id("c").Dot("before")),
			jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err())),
	))
	g.add(jen.Id("s").Dot("changed").Op("=").Id("s").Dot("changed").Index(jen.Empty(), jen.Lit(0)))
}

// emitAll prints the loop over all keys when the input has ended. An aggregation without key has a result also when no
// row came.
func (g *gen) emitAll(q *group) {
	if len(q.Group) == 0 {
		none := jen.Lit("")
		g.finish = append(g.finish, jen.Id("s").Dot("table").Dot("Find").Call(
			jen.Qual(pkgState, "Hash").Call(none), none))
	}
	failed := jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err()))
	g.finish = append(g.finish, jen.For(jen.Id("e").Op(":=").Range().Id("s").Dot("table").Dot("All").Call()).Block(
		jen.List(jen.Id("r"), jen.Err()).Op(":=").Id("s").Dot("result").Call(jen.Op("&").Id("e").Dot("Value")),
		failed,
		returnIfErr(jen.Id("s").Dot("emit").Call(jen.Qual(pkgStream, "Insert"), jen.Id("e"), jen.Op("&").Id("r")))))
}

// resultDecl declares the aggregates' results as a struct, so that two results can be compared as a whole.
func resultDecl(q *group) jen.Code {
	q.results = &row{name: q.result}
	names := newScope()
	names.name("null")
	for i, x := range q.accs {
		c := rowCol{index: len(q.Group) + i, name: x.call.Name, typ: x.call.Type, bit: -1,
			field: names.name(x.name)}
		if x.call.Type.Nullable {
			c.bit = q.results.bits
			q.results.bits++
		}
		q.results.cols = append(q.results.cols, c)
	}
	return q.results.decl("is what the query sees of an accumulator.")
}

// resultMethod prints the method that computes the results.
func (g *gen) resultMethod(q *group) {
	body := g.function(jen.Lit(0), func() {
		g.failing = jen.Id("r")
		g.add(jen.Var().Id("r").Id(q.result))
		for i, x := range q.accs {
			c := q.results.cols[i]
			v := g.result(x)
			set := jen.Id("r").Dot(c.field).Op("=").Add(store(v.get(), c.typ))
			if v.null == nil || c.bit < 0 {
				g.add(set)
				continue
			}
			g.add(jen.If(v.isNull()).Block(q.results.setNull("r", c.bit)).Else().Block(set))
		}
		g.add(jen.Return(jen.Id("r"), jen.Nil()))
		g.failing = nil
	})
	g.decls = append(g.decls, jen.Comment(q.compute+" computes what the query sees of an accumulator.").Line().
		Func().Params(jen.Id("s").Op("*").Id(g.typ)).Id(q.compute).Params(jen.Id("a").Op("*").Id(q.acc)).
		Params(jen.Id(q.result), jen.Error()).Block(body...))
}

// changeMethod prints the method that turns the change of a key into changelog rows: +I for a new key, nothing when
// the result is the same (unless keys expire: what follows may need it to keep its own), else -U (if somebody wants
// it) and +U; -D for a key without rows.
func (g *gen) changeMethod(o *physical.Final, q *group) {
	kind := func(k string) *jen.Statement { return jen.Qual(pkgStream, k) }
	failed := jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err()))
	var update []jen.Code
	if o.Before || !q.lives() {
		update = append(update,
			jen.List(jen.Id("was"), jen.Err()).Op(":=").Id("s").Dot("result").Call(jen.Id("before")),
			failed.Clone())
	}
	if !q.lives() {
		update = append(update, jen.If(jen.Id("was").Op("==").Id("now")).Block(jen.Return(jen.Nil())))
	}
	if o.Before {
		update = append(update, jen.If(
			jen.Err().Op(":=").Id("s").Dot("emit").Call(kind("UpdateBefore"), jen.Id("e"), jen.Op("&").Id("was")),
			jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err())))
	}
	update = append(update, jen.Return(jen.Id("s").Dot("emit").Call(
		kind("UpdateAfter"), jen.Id("e"), jen.Op("&").Id("now"))))
	var body []jen.Code
	if slices.ContainsFunc(q.accs, accumulator.gathers) {
		body = append(body, g.nest().Dot("Reset").Call()) // long lists of many keys would pile up
	}
	if q.Retract {
		body = append(body, g.vanish(q))
	}
	body = append(body,
		jen.List(jen.Id("now"), jen.Err()).Op(":=").Id("s").Dot("result").Call(jen.Op("&").Id("e").Dot("Value")),
		failed.Clone(),
		jen.If(jen.Id("before").Dot("live")).Block(update...),
		jen.Id("e").Dot("Value").Dot("live").Op("=").True(),
		jen.Return(jen.Id("s").Dot("emit").Call(kind("Insert"), jen.Id("e"), jen.Op("&").Id("now"))))
	g.decls = append(g.decls, jen.Comment("change emits what has become of a key.").Line().
		Func().Params(jen.Id("s").Op("*").Id(g.typ)).Id("change").Params(
		jen.Id("e").Add(q.entry()), jen.Id("before").Op("*").Id(q.acc)).Error().Block(body...))
}

// emitMethod prints what happens to an emitted row: the operators behind the aggregation.
func (g *gen) emitMethod(o *physical.Final, q *group) {
	body := g.function(jen.Lit(0), func() {
		g.skip = jen.Return(jen.Nil())
		g.kind = jen.Id("kind")
		cols := make([]val, len(o.Out))
		copy(cols, g.keyVals(q))
		for i, v := range q.results.vals("r", len(o.Out)) {
			if i >= len(q.Group) {
				cols[i] = v
			}
		}
		g.cols = cols
		g.consume(o.To)
		g.add(jen.Return(jen.Nil()))
	})
	g.decls = append(g.decls, jen.Comment("emit gives a row of the result to the operators behind the aggregation.").
		Line().Func().Params(jen.Id("s").Op("*").Id(g.typ)).Id("emit").Params(
		jen.Id("kind").Qual(pkgStream, "Kind"), jen.Id("e").Add(q.entry()), jen.Id("r").Op("*").Id(q.result)).
		Error().Block(body...))
}

// compactMethod prints the method that moves the texts of all keys when most are outdated.
func (g *gen) compactMethod(q *group) {
	var moves []jen.Code
	for _, x := range q.accs {
		for _, name := range x.textFields() {
			f := jen.Id("e").Dot("Value").Dot(name)
			moves = append(moves, f.Clone().Op("=").Id("s").Dot(g.texts).Dot("Move").Call(
				f.Clone(), jen.Op("&").Id("to")))
		}
	}
	g.decls = append(g.decls, jen.Comment("compact moves the texts in use together.").Line().
		Func().Params(jen.Id("s").Op("*").Id(g.typ)).Id("compact").Params().Block(
		jen.Var().Id("to").Qual(pkgState, "Texts"),
		jen.For(jen.Id("e").Op(":=").Range().Id("s").Dot("table").Dot("All").Call()).Block(moves...),
		jen.Id("s").Dot(g.texts).Op("=").Id("to"),
	))
}
