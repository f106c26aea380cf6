package emit

import (
	"github.com/dave/jennifer/jen"
)

// The fast path goes through a document along the shape that was learned: the text before each
// value is compared as a whole, then the value is read by its column (jsonvalue.go). null holds the
// columns without a value.

// fast prints the path for documents of the known shape.
func (d *jsonDecoder) fast() jen.Code {
	d.left = leave()
	body := []jen.Code{jen.If(jen.Len(steps()).Op("==").Lit(0)).Block(d.left)}
	body = append(body, openDoc(jen.Id("span"))...)
	if len(d.cols) > 0 {
		body = append(append(body, d.fastLocals()...), jen.Id("null").Op(":=").Add(d.allBits()))
	}
	body = append(body, jen.For(jen.Id("i").Op(":=").Range().Add(steps())).Block(d.fastStep()...))
	tail := jen.Id("d").Dot("shape").Dot("Tail").Dot("Match").Call(ids("doc", "p", "e")...)
	refused := tail.Op("<").Lit(0)
	if required := d.required(jen.Id("null")); required != nil {
		refused = refused.Op("||").Add(required)
	}
	body = append(body, jen.If(refused).Block(d.left))
	body = append(body, d.keepNulls(jen.Id("null"))...)
	body = append(body, jen.Return(jen.True()))
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
		jen.If(jen.Id("p").Op("=").Add(step()).Dot("Match").Call(ids("doc", "p", "e")...),
			isNegative("p")).Block(d.left),
	}
	if len(d.cols) > 0 {
		null := step().Dot("Column").Op(">=").Lit(0).Op("&&").Add(inDoc("Null", jen.Id("p")))
		out = append(out, jen.If(null).Block(
			jen.Id("p").Op("+=").Lit(len("null")), jen.Continue()))
	}
	return append(out, d.fastSwitch())
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
	skip := jen.If(jen.Id("p").Op("=").Add(inDoc("SkipValue", ids("p", "e")...)),
		isNegative("p")).Block(d.left)
	if len(d.cols) == 0 {
		return skip
	}
	var cases []jen.Code
	for _, c := range d.cols {
		body := []jen.Code{skip}
		if c.field != "" {
			body = d.fastColumn(c)
		}
		body = append(body, d.word(jen.Id("null"), c).Op("&^=").Add(mask(c.number)))
		cases = append(cases, jen.Case(jen.Id(c.id)).Block(body...))
	}
	cases = append(cases, jen.Default().Block(skip))
	return jen.Switch(jen.Id("step").Dot("Column")).Block(cases...)
}

// fastColumn prints how the value at p becomes the row's field.
func (d *jsonDecoder) fastColumn(c jsonCol) []jen.Code {
	if !inQuotes(c.typ) {
		return d.fastValue(c, 0, nil)
	}
	isString := inDoc("Byte", jen.Id("p")).Op("!=").LitRune('"')
	return append([]jen.Code{jen.If(isString).Block(d.left)}, d.fastValue(c, 1, nil)...)
}
