package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
)

// partialKeys bounds the table of partial results, so that it stays in the second-level cache.
const partialKeys = 1 << 14

// partialRow prints the first half of a two-phase aggregation: the row goes into the lane's own table, whose
// accumulators leave when nothing more is at hand, when an epoch ends, or when there are too many keys.
func (g *gen) partialRow(o *physical.Partial) {
	q := g.p.groupOf(o.Aggregation)
	table := g.names.name("partial" + ident(q.ID, true))
	identity := ""
	g.fields = append(g.fields, jen.Id(table).Op("*").Add(q.table()))
	g.open = append(g.open, jen.Id("s").Dot(table).Op("=").Add(q.newTable()))
	if q.shape == textKey && g.cols[q.Group[0]].stable {
		identity = g.names.name("identity")
		g.fields = append(g.fields, jen.Id(identity).Qual(pkgState, "Identity").Types(jen.Id(q.acc)))
	}
	if q.hasTexts() {
		g.texts = g.names.name("texts" + ident(q.ID, true))
		g.fields = append(g.fields, jen.Id(g.texts).Qual(pkgState, "Texts"))
	}
	if q.shape == intKey {
		g.begin = append(g.begin, jen.Id("s").Dot(table).Dot("Reserve").Call(jen.Qual(pkgStream, "BlockRows")))
	}
	g.origin(o.Aggregation.At)
	g.find(q, table, identity)
	if len(q.accs) > 0 {
		g.add(accumulatorOf.Clone())
	}
	g.update(q, nil, adding)
	g.partialFlush(o, q, table, identity)
}

// partialFlush prints the method that sends all accumulators, and where it is called.
func (g *gen) partialFlush(o *physical.Partial, q *group, table, identity string) {
	method := g.names.name("flush" + ident(q.ID, true))
	out := g.out(o.To)
	t := jen.Id("s").Dot(table)
	body := g.function(jen.Lit(0), func() {
		loop := g.block(func() { g.partialSend(o, q, table, out) })
		g.add(jen.For(jen.Id("e").Op(":=").Range().Add(t.Clone()).Dot("All").Call()).Block(loop...))
		g.add(t.Clone().Dot("Reset").Call())
		if identity != "" {
			g.add(jen.Id("s").Dot(identity).Dot("Reset").Call())
		}
		if q.hasTexts() {
			g.add(jen.Id("s").Dot(g.texts).Dot("Reset").Call())
		}
	})
	g.decls = append(g.decls, g.method(method, "hands on the partial results of "+q.ID+" and forgets them.",
		nil, nil, body))
	call := jen.Id("s").Dot(method).Call()
	g.flush = append(g.flush, call.Clone())
	tooMany := t.Clone().Dot("Len").Call().Op(">").Lit(partialKeys)
	if slices.ContainsFunc(q.accs, accumulator.encoded) { // each row leaves a hole
		tooMany = tooMany.Op("||").Id("s").Dot(g.texts).Dot("Wasteful").Call()
	}
	g.end = append(g.end, jen.If(tooMany).Block(call.Clone()))
	if identity != "" {
		g.end = append(g.end, jen.Id("s").Dot(identity).Dot("Seen").Call(jen.Id("b").Dot("Len").Call()))
	}
}

// partialSend appends one key and its accumulator to the batch of the lane that owns the key.
func (g *gen) partialSend(o *physical.Partial, q *group, table, out string) {
	hash := jen.Id("e").Dot("Hash").Call()
	fields := jen.Dict{jen.Id("acc"): jen.Id("e").Dot("Value")}
	if q.shape == intKey {
		hash = jen.Qual(pkgState, "HashInt").Call(jen.Id("e").Dot("Key"))
		fields[jen.Id("key")] = jen.Id("e").Dot("Key")
	} else {
		fields[jen.Id("key")] = jen.Id("out").Dot("Copy").Call(jen.Id("e").Dot("Key").Call())
	}
	if q.keyNullable() {
		isNull := jen.Id("e").Dot("Null").Call()
		if q.shape == intKey {
			isNull = jen.Id("s").Dot(table).Dot("IsNull").Call(jen.Id("e"))
		}
		fields[jen.Id("null")] = isNull
	}
	for _, x := range q.accs {
		if x.isText() {
			fields[jen.Id(x.name)] = jen.Id("out").Dot("Copy").Call(
				jen.Id("s").Dot(g.texts).Dot("Get").Call(jen.Id("e").Dot("Value").Dot(x.name)))
		}
	}
	lane := jen.Qual(pkgState, "Lane").Call(hash, jen.Id("s").Dot(out).Dot("Lanes").Call())
	g.add(jen.Id("out").Op(":=").Id("s").Dot(out).Dot("To").Call(lane))
	g.add(jen.Id("out").Dot("Row").Op("=").Append(jen.Id("out").Dot("Row"),
		jen.Id(g.p.exchangeRow(o.To).name).Values(fields)))
}

// partialDecl declares the row that carries a partial result.
func (p *program) partialDecl(x *physical.Exchange) []jen.Code {
	q := p.groupOf(x.Partial)
	key := jen.String()
	if q.shape == intKey {
		key = jen.Int64()
	}
	fields := []jen.Code{jen.Id("key").Add(key)}
	if q.keyNullable() {
		fields = append(fields, jen.Id("null").Bool())
	}
	fields = append(fields, jen.Id("acc").Id(q.acc))
	for _, a := range q.accs {
		if a.isText() {
			fields = append(fields, jen.Id(a.name).String())
		}
	}
	name := p.exchangeRow(x).name
	return []jen.Code{
		jen.Comment(name + " carries the partial result of a key to the lane that owns it.").Line().
			Type().Id(name).Struct(fields...),
		q.partialCode(name),
	}
}
