package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/logical"
)

// What is particular to an aggregation of rows that may be taken back: each row is added or taken, the rows of a key
// are counted, and a key without rows goes.

// rowsField is the accumulator's field with the number of rows, unless a COUNT(*) of the query has it.
const rowsField = "rows"

// accumulatorOf names the accumulator of the entry at hand.
var accumulatorOf = jen.Id("a").Op(":=").Op("&").Id("e").Dot("Value")

// rows is the field with the number of rows.
func (q *group) rows() string {
	for _, x := range q.accs {
		if x.call.Func == logical.Count && len(x.call.Args) == 0 && x.call.Filter < 0 {
			return x.name
		}
	}
	return rowsField
}

// countsRows reports an accumulator that has a field for the number of rows.
func (q *group) countsRows() bool { return q.Retract && !q.frame && q.rows() == rowsField }

// addOrTake prints how the current row goes into the accumulators or out of them.
func (g *gen) addOrTake(q *group) {
	names := &finalNames{sets: g.sets}
	one := func(w way) []jen.Code {
		return g.block(func() {
			if q.rows() == rowsField {
				g.add(jen.Id("a").Dot(rowsField).Op(w.step))
			}
			g.update(q, names, w)
		})
	}
	take, add := one(taking), one(adding)
	g.add(accumulatorOf.Clone())
	g.add(jen.If(retracts()).Block(take...).Else().Block(add...))
}

// retracts asks whether the current row is taken back.
func retracts() *jen.Statement {
	return jen.Id("in").Dot("Kind").Index(jen.Id("i")).Dot("Retracts").Call()
}

// vanish prints the end of a key that has no rows any more: it becomes as if it had never been.
func (g *gen) vanish(q *group) *jen.Statement {
	value := jen.Id("e").Dot("Value")
	body := append(g.release(q, value), value.Clone().Op("=").Id(q.acc).Values())
	if !q.lives() {
		body = append(body, jen.Id("s").Dot("gone").Op("++"))
	}
	body = append(body,
		jen.If(jen.Op("!").Id("before").Dot("live")).Block(jen.Return(jen.Nil())),
		jen.List(jen.Id("was"), jen.Err()).Op(":=").Id("s").Dot("result").Call(jen.Id("before")),
		jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err())),
		jen.Return(jen.Id("s").Dot("emit").Call(jen.Qual(pkgStream, "Delete"), jen.Id("e"), jen.Op("&").Id("was"))))
	return jen.If(value.Clone().Dot(q.rows()).Op("==").Lit(0)).Block(body...)
}

// sweepMethod prints the method that forgets the keys that have gone. They stay in the table until there are many of
// them, or a snapshot is due.
func (g *gen) sweepMethod(q *group) {
	g.fields = append(g.fields, jen.Id("gone").Int().Comment("keys without rows, since the last sweep"))
	dead := jen.Func().Params(jen.Id("a").Op("*").Id(q.acc)).Bool().Block(
		jen.Return(jen.Id("a").Dot(q.rows()).Op("==").Lit(0)))
	g.decls = append(g.decls, g.method("sweep", "forgets the keys that have no rows any more.", nil, nil, []jen.Code{
		jen.Id("s").Dot("table").Dot("Sweep").Call(dead),
		jen.Id("s").Dot("gone").Op("=").Lit(0),
	}))
	g.snapshot = append(g.snapshot,
		jen.If(jen.Id("s").Dot("gone").Op(">").Lit(0)).Block(jen.Id("s").Dot("sweep").Call()))
}

// sweepWhenWorth prints the end of a batch.
func (g *gen) sweepWhenWorth() {
	worth := jen.Qual(pkgState, "WorthSweeping").Call(
		jen.Id("s").Dot("gone"), jen.Id("s").Dot("table").Dot("Len").Call())
	g.add(jen.If(worth).Block(jen.Id("s").Dot("sweep").Call()))
}
