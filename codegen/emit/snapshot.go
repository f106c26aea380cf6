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

// keepRows makes rows that are kept as they came part of the state.
func (g *gen) keepRows(field string) {
	f := jen.Id("s").Dot(field)
	g.snapshot = append(g.snapshot, returnIfErr(
		f.Clone().Dot("Snapshot").Call(jen.Id("put").Dot("Of").Call(text(field)))))
	g.restore = append(g.restore, jen.Case(text(field)).Block(
		jen.Return(f.Clone().Dot("Restore").Call(jen.Id("page")))))
}

// keepTable makes the table of accumulators part of the state, with the texts that they refer to.
func (g *gen) keepTable(q *group) {
	g.keyed = true
	code := jen.Parens(jen.Op("*").Id(q.acc)).Dot("Code")
	if q.hasTexts() || q.keepsOrder() {
		code = jen.Id("s").Dot("code")
		g.decls = append(g.decls, g.outerCode(q))
	}
	t := jen.Id("s").Dot("table")
	g.snapshot = append(g.snapshot, returnIfErr(t.Clone().Dot("Snapshot").Call(
		jen.Id("put").Dot("Of").Call(text("table")), code.Clone())))
	g.restore = append(g.restore, jen.Case(text("table")).Block(
		jen.Return(t.Clone().Dot("Restore").Call(jen.Id("page"), code.Clone()))))
}

// outerCode declares how an accumulator is written and read with what lies outside of it.
func (g *gen) outerCode(q *group) jen.Code {
	body := []jen.Code{jen.Id("a").Dot("Code").Call(jen.Id("c"))}
	for _, x := range q.accs {
		for _, name := range x.textFields() {
			body = append(body, jen.Id("s").Dot(g.texts).Dot("Code").Call(
				jen.Op("&").Id("a").Dot(name), jen.Id("c")))
		}
		if x.ownsTree() {
			body = append(body, jen.Id("s").Dot(keptField).Dot("Code").Call(
				jen.Op("&").Id("a").Dot(x.keptName()), jen.Id("c")))
		}
	}
	params := []jen.Code{jen.Id("a").Op("*").Id(q.acc), jen.Id("c").Op("*").Qual(pkgValue, "Codec")}
	return g.method("code", "writes or reads an accumulator with what lies outside of it.", params, nil, body)
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
