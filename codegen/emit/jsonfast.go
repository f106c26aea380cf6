package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/types"
)

// The fast path goes through a document along the shape that was learned: the text before each
// value is compared as a whole, then the value is read by its column. p is where it starts, e the
// end of the document; null holds the columns without a value, bits those of the strings' bytes.

// fast prints the path for documents of the known shape.
func (d *jsonDecoder) fast() jen.Code {
	body := d.fastStart()
	body = append(body, jen.For(jen.Id("i").Op(":=").Range().Add(steps())).Block(d.fastStep()...))
	if required := d.required(jen.Id("null")); required != nil {
		body = append(body, jen.If(required).Block(leave()))
	}
	body = append(body, d.keepNulls(jen.Id("null"))...)
	tail := jen.Id("d").Dot("shape").Dot("Tail").Dot("Match").Call(ids("buf", "p", "e")...)
	valid := jen.Qual(pkgJSON, "ValidText").Call(
		jen.Id("buf"), spanStart(), jen.Id("e"), jen.Id("bits"))
	body = append(body, jen.Return(tail.Op(">=").Lit(0).Op("&&").Add(valid)))
	doc := "decodes a document of the known shape; the row is undefined when it does not."
	return d.method("fast", doc, d.recordParams(), body...)
}

// steps are the fields of the known shape.
func steps() *jen.Statement { return jen.Id("d").Dot("shape").Dot("Steps") }

// fastStep prints what is done for one field of the shape.
func (d *jsonDecoder) fastStep() []jen.Code {
	step := func() *jen.Statement { return jen.Id("step") }
	out := []jen.Code{
		step().Op(":=").Op("&").Add(steps()).Index(jen.Id("i")),
		jen.If(jen.Id("p").Op("=").Add(step()).Dot("Match").Call(ids("buf", "p", "e")...),
			jen.Id("p").Op("<").Lit(0)).Block(leave()),
	}
	if len(d.cols) > 0 {
		null := at("p").Op("==").LitRune('n').Op("&&").Add(step()).Dot("Column").Op(">=").Lit(0)
		out = append(out, jen.If(null).Block(skipTo("NullEnd", ids("buf", "p")...), jen.Continue()))
	}
	return append(out, d.fastSwitch())
}

func (d *jsonDecoder) fastStart() []jen.Code {
	out := []jen.Code{
		jen.List(ids("p", "e", "bits")...).Op(":=").List(
			spanStart(), spanEnd(), jen.Uint64().Call(jen.Lit(0))),
		jen.If(jen.Len(steps()).Op("==").Lit(0)).Block(leave()),
	}
	if len(d.cols) > 0 {
		out = append(out, jen.Id("null").Op(":=").Add(d.allBits()))
	}
	return out
}

// required is the condition that a column is NULL that must not be; nil when there is none.
func (d *jsonDecoder) required(set *jen.Statement) *jen.Statement {
	var conds []*jen.Statement
	for _, c := range d.cols {
		if c.bit < 0 {
			bit := d.word(set.Clone(), c).Op("&").Add(mask(c.number))
			conds = append(conds, bit.Op("!=").Lit(0))
		}
	}
	return or(conds...)
}

// fastSwitch prints the reading of a value by its column.
func (d *jsonDecoder) fastSwitch() jen.Code {
	skip := skipTo("SkipValue", append(ids("buf", "p", "e"), jen.Op("&").Id("bits"))...)
	if len(d.cols) == 0 {
		return skip
	}
	var cases []jen.Code
	for _, c := range d.cols {
		body := []jen.Code{skip}
		if c.field != "" {
			body = d.fastValue(c)
		}
		body = append(body, d.word(jen.Id("null"), c).Op("&^=").Add(mask(c.number)))
		cases = append(cases, jen.Case(jen.Id(c.id)).Block(body...))
	}
	cases = append(cases, jen.Default().Block(skip))
	return jen.Switch(jen.Id("step").Dot("Column")).Block(cases...)
}

// skipTo prints how p comes behind what a function of the runtime passes over.
func skipTo(function string, args ...jen.Code) jen.Code {
	return jen.If(jen.Id("p").Op("=").Qual(pkgJSON, function).Call(args...),
		jen.Id("p").Op("<").Lit(0)).Block(leave())
}

// fastValue prints how the value at p becomes the row's field, and p its end.
func (d *jsonDecoder) fastValue(c jsonCol) []jen.Code {
	switch c.typ.Kind {
	case types.BigInt:
		return []jen.Code{jen.If(digits(c.place()), jen.Id("p").Op("<").Lit(0)).Block(leave())}
	case types.TinyInt, types.SmallInt, types.Int:
		narrow := exprType(c.typ).Call(jen.Id("n"))
		outside := jen.Id("p").Op("<").Lit(0).Op("||").Id("n").Op("!=").Int64().Call(narrow)
		return []jen.Code{
			jen.Var().Id("n").Int64(),
			jen.If(digits(jen.Id("n")), outside).Block(leave()),
			c.place().Op("=").Add(narrow),
		}
	case types.Boolean:
		read := jen.Qual(pkgJSON, "BoolEnd").Call(ids("buf", "p")...)
		return []jen.Code{jen.If(jen.List(jen.Id("p"), c.place()).Op("=").Add(read),
			jen.Id("p").Op("<").Lit(0)).Block(leave())}
	case types.Float, types.Double, types.Decimal:
		return d.fastText(c, jen.Qual(pkgJSON, "NumberEnd").Call(ids("buf", "p", "e")...), 0)
	}
	return d.fastText(c, jen.Qual(pkgJSON, "StringEnd").Call(
		append(ids("buf", "p", "e"), jen.Op("&").Id("bits"))...), 1)
}

func digits(into *jen.Statement) *jen.Statement {
	return jen.List(into, jen.Id("p")).Op("=").Qual(pkgJSON, "Digits").Call(ids("buf", "p")...)
}

// fastText prints a value that is found as text, which may stand in quotes, and then converted.
func (d *jsonDecoder) fastText(c jsonCol, end *jen.Statement, quotes int) []jen.Code {
	from, behind := jen.Id("p"), jen.Id("q")
	if quotes > 0 {
		from, behind = from.Op("+").Lit(quotes), behind.Op("+").Lit(quotes)
	}
	text := jen.Qual(pkgJSON, "Text").Call(jen.Id("buf"), from, jen.Id("q"))
	return []jen.Code{
		jen.Id("q").Op(":=").Add(end),
		jen.If(jen.Id("q").Op("<").Lit(0)).Block(leave()),
		d.fastConvert(c, text),
		jen.Id("p").Op("=").Add(behind),
	}
}

// fastConvert prints a conversion that leaves with every text that is no value.
func (d *jsonDecoder) fastConvert(c jsonCol, text *jen.Statement) jen.Code {
	read := func(name string, args ...jen.Code) *jen.Statement {
		return jen.Qual(pkgScalar, name).Call(append([]jen.Code{text}, args...)...)
	}
	set := func(v *jen.Statement, results []jen.Code, from *jen.Statement) jen.Code {
		return jen.If(jen.List(results...).Op(":=").Add(from), jen.Id("ok")).Block(
			c.place().Op("=").Add(v)).Else().Block(leave())
	}
	switch c.typ.Kind {
	case types.Float:
		return set(jen.Id("v"), ids("v", "ok"), read("Float32"))
	case types.Double:
		return set(jen.Id("v"), ids("v", "ok"), read("Float64"))
	case types.Date:
		return set(jen.Id("v"), ids("v", "ok"), read("DateISO"))
	case types.Timestamp:
		return set(store(jen.Id("t"), c.typ), ids("t", "ok"), read(d.format.timestamps()))
	case types.Decimal:
		return set(store(jen.Id("v"), c.typ), ids("v", "ok", "_"),
			read("Decimal", jen.Lit(c.typ.Precision), jen.Lit(c.typ.Scale)))
	}
	return c.place().Op("=").Add(text)
}
