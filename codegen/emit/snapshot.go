package emit

import "github.com/dave/jennifer/jen"

// What a stage keeps is given away and taken back by key group: printed here, for each kind of field that holds state.

// keepInt makes a counter part of the stage's state.
func (g *gen) keepInt(field string) {
	f := jen.Id("s").Dot(field)
	g.snapshot = append(g.snapshot, returnIfErr(jen.Id("put").Dot("PutInt").Call(text(field), f.Clone())))
	g.restore = append(g.restore, jen.Case(text(field)).Block(
		jen.List(f.Clone(), jen.Err()).Op("=").Qual(pkgStream, "ReadInt").Call(jen.Id("page")),
		jen.Return(jen.Err())))
}

// keepSet makes the values that a DISTINCT aggregate has met part of the state.
func (g *gen) keepSet(field string) {
	f := jen.Id("s").Dot(field)
	g.snapshot = append(g.snapshot, returnIfErr(
		f.Clone().Dot("Snapshot").Call(jen.Id("put").Dot("Of").Call(text(field)))))
	g.restore = append(g.restore, jen.Case(text(field)).Block(
		jen.Return(f.Clone().Dot("Restore").Call(jen.Id("group"), jen.Id("page")))))
}

// keepTable makes the table of accumulators part of the state, with the texts that they refer to.
func (g *gen) keepTable(q *group) {
	g.keyed = true
	extra := jen.Qual(pkgState, "Extra").Types(jen.Id(q.acc)).Values()
	if q.hasTexts() {
		extra = jen.Id("s").Dot("extra").Call()
		g.extraMethod(q)
	}
	t := jen.Id("s").Dot("table")
	g.snapshot = append(g.snapshot, returnIfErr(t.Clone().Dot("Snapshot").Call(
		jen.Id("put").Dot("Of").Call(text("table")), extra.Clone())))
	g.restore = append(g.restore, jen.Case(text("table")).Block(
		jen.Return(t.Clone().Dot("Restore").Call(jen.Id("page"), extra.Clone()))))
}

// extraMethod prints how the texts of an accumulator are written and read.
func (g *gen) extraMethod(q *group) {
	var write, read []jen.Code
	for _, x := range q.accs {
		if !x.isText() {
			continue
		}
		ref := jen.Id("a").Dot(x.name)
		write = append(write, jen.Id("b").Op("=").Qual(pkgState, "AppendText").Call(
			jen.Id("b"), jen.Id("s").Dot("texts").Dot("Get").Call(ref.Clone())))
		read = append(read,
			jen.If(jen.List(jen.Id("t"), jen.Id("b"), jen.Err()).Op("=").Qual(pkgState, "ReadText").Call(jen.Id("b")),
				jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Nil(), jen.Err())),
			ref.Clone().Op("=").Id("s").Dot("texts").Dot("Replace").Call(
				jen.Qual(pkgState, "TextRef").Values(), jen.Id("t")))
	}
	acc := jen.Id("a").Op("*").Id(q.acc)
	bytes := jen.Index().Byte()
	write = append(write, jen.Return(jen.Id("b")))
	read = append([]jen.Code{jen.Var().Id("t").String(), jen.Var().Err().Error()}, read...)
	read = append(read, jen.Return(jen.Id("b"), jen.Nil()))
	g.decls = append(g.decls, jen.Comment("extra writes and reads the texts of an accumulator.").Line().
		Func().Params(g.recv()).Id("extra").Params().Qual(pkgState, "Extra").Types(jen.Id(q.acc)).Block(
		jen.Return(jen.Qual(pkgState, "Extra").Types(jen.Id(q.acc)).Values(jen.Dict{
			jen.Id("Append"): jen.Func().Params(jen.Id("b").Add(bytes), acc).Add(bytes).Block(write...),
			jen.Id("Read"): jen.Func().Params(jen.Id("b").Add(bytes), acc).
				Params(bytes, jen.Error()).Block(read...),
		}))))
}

// printState prints Snapshot and Restore of a stage that keeps state.
func (g *gen) printState(f *jen.File) {
	if len(g.snapshot) == 0 {
		return
	}
	f.Line()
	f.Comment("Snapshot gives the state by key group.")
	f.Func().Params(g.recv()).Id("Snapshot").Params(jen.Id("put").Qual(pkgStream, "Put")).Error().Block(
		append(g.snapshot, jen.Return(jen.Nil()))...)
	if g.keyed {
		f.Line()
		f.Comment("StateKeys is the number of keys.")
		f.Func().Params(g.recv()).Id("StateKeys").Params().Int().Block(
			jen.Return(jen.Id("s").Dot("table").Dot("Len").Call()))
	}
	f.Line()
	f.Comment("Restore takes a page of a snapshot.")
	f.Func().Params(g.recv()).Id("Restore").Params(
		jen.Id("table").String(), jen.Id("group").Uint32(), jen.Id("page").Index().Byte()).
		Params(jen.Err().Error()).Block(
		jen.Switch(jen.Id("table")).Block(g.restore...),
		jen.Return(jen.Qual(pkgStream, "NoTable").Call(jen.Id("table"))))
}

// returnIfErr prints a call whose error ends the function.
func returnIfErr(call *jen.Statement) *jen.Statement {
	return jen.If(jen.Err().Op(":=").Add(call), jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err()))
}
