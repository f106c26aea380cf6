package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/types"
)

// general prints the path for every document: its fields in any order.
func (d *jsonDecoder) general() jen.Code {
	body := []jen.Code{
		isEmpty(pkgJSON),
		jen.Id("doc").Op(":=").Add(record()),
		jen.Id("d").Dot("read").Dot("Begin").Call(jen.Id("doc")),
		jen.Op("*").Id("r").Op("=").Id(d.row.name).Values(),
	}
	body = append(body, d.fieldLoop()...)
	body = append(body, isFaulty(pkgJSON, jen.Id("d").Dot("read").Dot("Fault").Call()))
	body = append(body, d.missing()...)
	if len(d.cols) > 0 {
		body = append(body, d.keepNulls(jen.Id("d").Dot("null"))...)
	}
	body = append(body,
		jen.If(jen.Id("d").Dot("shape").Dot("Missed").Call()).Block(
			jen.Id("d").Dot("shape").Dot("Learn").Call(jen.Id("doc"), jen.Id(d.lookup))),
		jen.Return(jen.True()))
	doc := "decodes any document by the rules of the format."
	return d.method("general", doc, d.recordParams(), body...)
}

// fieldLoop prints the loop over the fields. Like Flink it looks for columns until it has read as
// many fields as there are columns, fields of the same name counted.
func (d *jsonDecoder) fieldLoop() []jen.Code {
	read := func(method string) *jen.Statement { return jen.Id("d").Dot("read").Dot(method).Call() }
	if len(d.cols) == 0 {
		return []jen.Code{jen.For(read("More")).Block(read("Skip"))}
	}
	column := jen.Id("d").Dot("column").Call(jen.Id("c"), jen.Id("r"))
	if !d.format.lenient {
		column = jen.If(jen.Op("!").Add(column)).Block(leave())
	}
	loop := []jen.Code{
		jen.If(jen.Id("n").Op("==").Lit(len(d.cols))).Block(
			jen.Comment("As many fields as columns: names are not looked at any more."),
			read("Skip"), jen.Continue()),
		jen.Id("c").Op(":=").Id(d.lookup).Call(read("Name")),
		jen.If(jen.Id("c").Op("<").Lit(0)).Block(read("Skip"), jen.Continue()),
		column,
		read("Done"),
		jen.Id("n").Op("++"),
	}
	return []jen.Code{
		jen.Id("d").Dot("null").Op("=").Add(d.allBits()),
		jen.Id("n").Op(":=").Lit(0),
		jen.For(read("More")).Block(loop...),
	}
}

// missing prints the tests for columns that a document must have.
func (d *jsonDecoder) missing() []jen.Code {
	var out []jen.Code
	if d.format.failMissing && len(d.cols) > 0 {
		out = append(out, jen.If(jen.Id("n").Op("<").Lit(len(d.cols))).Block(
			setFault(jen.Id("d").Dot("read").Dot("MissingField").Call()), leave()))
	}
	for _, c := range d.cols {
		if c.bit < 0 {
			cond := d.word(jen.Id("d").Dot("null"), c).Op("&").Add(mask(c.number)).Op("!=").Lit(0)
			fault := jen.Id("d").Dot("read").Dot("NullValue").Call(jen.Lit(c.index))
			out = append(out, jen.If(cond).Block(setFault(fault), leave()))
		}
	}
	return out
}

// columnMethod prints the method that reads the value at hand into a column.
func (d *jsonDecoder) columnMethod() jen.Code {
	good, bad := jen.Return(), []jen.Code{jen.Id("d").Dot("Nulls").Op("++"), jen.Return()}
	if !d.format.lenient {
		good = jen.Return(jen.True())
		bad = []jen.Code{setFault(jen.Id("d").Dot("read").Dot("BadValue").Call(
			jen.Id(d.faults).Index(jen.Id("c")))), leave()}
	}
	var cases []jen.Code
	for _, c := range d.cols {
		cases = append(cases, jen.Case(jen.Id(c.id)).Block(d.readValue(c)...))
	}
	set, bit := jen.Id("d").Dot("null"), jen.Id("c")
	if d.words() > 1 {
		set = set.Index(jen.Id("c").Op("/").Lit(64))
		bit = jen.Parens(jen.Id("c").Op("%").Lit(64))
	}
	body := []jen.Code{
		set.Clone().Op("|=").Lit(1).Op("<<").Add(bit.Clone()),
		jen.If(jen.Id("d").Dot("read").Dot("IsNull").Call()).Block(good.Clone()),
		jen.Id("ok").Op(":=").True(),
		jen.Switch(jen.Id("c")).Block(cases...),
		jen.If(jen.Op("!").Id("ok")).Block(bad...),
		set.Clone().Op("&^=").Lit(1).Op("<<").Add(bit),
	}
	if !d.format.lenient {
		body = append(body, good)
	}
	m := jen.Comment("column reads the value at hand into column c.").Line().
		Func().Params(jen.Id("d").Op("*").Id(d.typ)).Id("column").
		Params(jen.Id("c").Int(), jen.Id("r").Op("*").Id(d.row.name))
	if !d.format.lenient {
		m = m.Bool()
	}
	return m.Block(body...)
}

// jsonReaders names the reader's conversions.
var jsonReaders = map[types.Kind]string{
	types.Boolean: "Bool", types.TinyInt: "Int8", types.SmallInt: "Int16", types.Int: "Int32",
	types.BigInt: "Int64", types.Float: "Float32", types.Double: "Float64",
	types.Decimal: "Decimal", types.Date: "Date", types.Time: "Time", types.Char: "String", types.VarChar: "String",
	types.Binary: "Bytes", types.VarBinary: "Bytes",
}

// readValue prints the conversion of the value at hand.
func (d *jsonDecoder) readValue(c jsonCol) []jen.Code {
	call := jen.Id("d").Dot("read").Dot(jsonReaders[c.typ.Kind]).Call()
	ok := jen.Id("ok")
	if c.typ.IsConstructed() {
		call = jen.Id("d").Dot("read").Dot("Nested").Call(d.g.p.nestedType(c.typ), d.g.p.nesting(d.format))
	}
	switch {
	case c.field == "": // of text, only whether it is NULL
		return []jen.Code{jen.List(jen.Id("_"), ok).Op("=").Add(call)}
	case c.typ.Kind == types.Boolean:
		return []jen.Code{c.place().Op("=").Add(call)}
	case c.typ.IsTimestamp():
		read := jen.Id("d").Dot("read").Dot(d.format.moments(c.typ)).Call()
		return []jen.Code{
			jen.List(ids("t", "valid")...).Op(":=").Add(read),
			jen.List(c.place(), ok).Op("=").List(store(jen.Id("t"), c.typ), jen.Id("valid")),
		}
	case c.typ.Kind == types.Decimal:
		return d.readDecimal(c)
	}
	return []jen.Code{jen.List(c.place(), ok).Op("=").Add(call)}
}

// readDecimal prints the reading of a DECIMAL: one with too many digits stays NULL, which is no
// fault.
func (d *jsonDecoder) readDecimal(c jsonCol) []jen.Code {
	end := []jen.Code{jen.Return()}
	if !d.format.lenient {
		end = []jen.Code{jen.Return(jen.True())}
	}
	read := jen.Id("d").Dot("read").Dot("Decimal").Call(
		jen.Lit(c.typ.Precision), jen.Lit(c.typ.Scale))
	return []jen.Code{
		jen.List(ids("v", "fits", "valid")...).Op(":=").Add(read),
		jen.If(jen.Id("valid").Op("&&").Op("!").Id("fits")).Block(end...),
		jen.List(c.place(), jen.Id("ok")).Op("=").List(store(jen.Id("v"), c.typ), jen.Id("valid")),
	}
}
