package emit

import (
	"github.com/dave/jennifer/jen"
)

// What is particular to an aggregation whose keys have a time to live (table.exec.state.ttl): the accumulator knows
// when a row was last in it, and a key that has expired begins anew. The clock is read once a batch.

// atField is the accumulator's field with the time of its last row.
const atField = "at"

// lives reports whether the keys expire.
func (q *group) lives() bool { return q.TTL > 0 }

// ttl is the time to live in milliseconds.
func (q *group) ttl() *jen.Statement { return jen.Lit(int(q.TTL.Milliseconds())) }

// beginLife gives the stage the clock, and forgets what has expired before a snapshot.
func (g *gen) beginLife(q *group) {
	g.needContext()
	g.fields = append(g.fields, jen.Id("life").Qual(pkgState, "Life"))
	g.open = append(g.open, jen.Id("s").Dot("life").Dot("TTL").Op("=").Add(q.ttl()).Comment(q.TTL.String()))
	g.snapshot = append(g.snapshot, jen.Id("s").Dot("sweep").Call(clock()))
}

func clock() *jen.Statement { return jen.Id("s").Dot("fn").Dot("Now").Call() }

// expired asks for an accumulator a.
func expired(a *jen.Statement) *jen.Statement {
	return jen.Id("s").Dot("life").Dot("Over").Call(a.Dot(atField), jen.Id("now"))
}

// renew prints that the entry of the current row begins anew if it has expired, and that it was written now. What
// takes rows of an unknown key back finds nothing to take.
func (g *gen) renew(q *group) {
	value := jen.Id("e").Dot("Value")
	g.add(jen.If(expired(value.Clone())).Block(jen.Id("s").Dot("forget").Call(jen.Op("&").Add(value.Clone()))))
	if q.Retract {
		g.add(jen.If(retracts().Op("&&").Add(value.Clone()).Dot(q.rows()).Op("==").Lit(0)).Block(jen.Continue()))
	}
	g.add(value.Clone().Dot(atField).Op("=").Id("now"))
}

// sweepOver prints the end of a batch.
func (g *gen) sweepOver() {
	due := jen.Id("s").Dot("life").Dot("Due").Call(jen.Id("now"), jen.Id("s").Dot("table").Dot("Len").Call())
	g.add(jen.If(due).Block(jen.Id("s").Dot("sweep").Call(jen.Id("now"))))
}

// lifeMethods prints the methods that forget a key, and all keys that have expired.
func (g *gen) lifeMethods(q *group) {
	a := jen.Id("a").Op("*").Id(q.acc)
	g.decls = append(g.decls, g.method("forget", "makes a key as if it had never been.", []jen.Code{a}, nil,
		append(g.release(q, jen.Id("a")), jen.Op("*").Id("a").Op("=").Id(q.acc).Values())))
	dead := jen.Func().Params(a.Clone()).Bool().Block(
		jen.If(jen.Op("!").Add(expired(jen.Id("a")))).Block(jen.Return(jen.False())),
		jen.Id("s").Dot("forget").Call(jen.Id("a")),
		jen.Return(jen.True()))
	body := []jen.Code{jen.Id("s").Dot("table").Dot("Sweep").Call(dead)}
	for i := range q.accs {
		if name := g.sets[i]; name != "" {
			body = append(body, jen.Id("s").Dot(name).Dot("Sweep").Call(jen.Id("now")))
		}
	}
	g.decls = append(g.decls, g.method("sweep", "forgets the keys that have expired.",
		[]jen.Code{jen.Id("now").Int64()}, nil, body))
}

// release prints what frees the memory that an accumulator a has elsewhere.
func (g *gen) release(q *group, a *jen.Statement) []jen.Code {
	var body []jen.Code
	for _, x := range q.accs {
		for _, name := range x.textFields() {
			body = append(body, jen.Id("s").Dot(g.texts).Dot("Replace").Call(a.Clone().Dot(name), text("")))
		}
		if x.ownsTree() {
			tree := jen.Op("&").Add(a.Clone()).Dot(x.keptName())
			body = append(body, jen.Id("s").Dot(keptField).Dot("Clear").Call(tree))
		}
	}
	return body
}
