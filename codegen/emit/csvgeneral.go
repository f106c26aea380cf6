package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/types"
)

// general prints the path for every record: split it, then convert column by column.
func (d *csvDecoder) general() jen.Code {
	body := []jen.Code{
		isEmpty(pkgCSV),
		isFaulty(pkgCSV, jen.Id("d").Dot("split").Dot("Split").Call(record())),
		jen.Op("*").Id("r").Op("=").Id(d.row.name).Values(),
	}
	if d.testsOK() {
		body = append(body, jen.Var().Id("ok").Bool())
	}
	for i := range d.row.cols {
		body = append(body, d.generalColumn(&d.row.cols[i]))
	}
	return d.method("decode", "makes a row of any record by the rules of the format, or says in Fault why it "+
		"gives none.", d.recordParams(),
		append(body, jen.Return(jen.True()))...)
}

// testsOK reports whether some column's conversion sets the common ok.
func (d *csvDecoder) testsOK() bool {
	for _, c := range d.row.cols {
		if c.field != "" && sharesOK(c.typ) {
			return true
		}
	}
	return false
}

// record is the record's bytes.
func record() *jen.Statement {
	return jen.Id("buf").Index(jen.Id("span").Dot("Start").Op(":").Id("span").Dot("End"))
}

// generalColumn prints: if the field is NULL ... else convert its text.
func (d *csvDecoder) generalColumn(c *rowCol) *jen.Statement {
	field := jen.Id("d").Dot("split").Dot("Fields").Index(jen.Lit(c.index))
	null := d.becomesNull(c, field.Clone().Dot("Text"))
	if c.field == "" {
		return jen.If(field.Clone().Dot("Null")).Block(null...)
	}
	f := jen.Id("f")
	null = d.becomesNull(c, f.Clone().Dot("Text"))
	isNull := f.Clone().Dot("Null")
	if c.typ.IsConstructed() && d.format.hasNull { // the literal alone is a value with a NULL in it
		isNull = isNull.Op("&&").Add(f.Clone()).Dot("Text").Op("!=").Lit(d.format.null)
	}
	head := jen.If(f.Clone().Op(":=").Add(field), isNull).Block(null...)
	bad := d.becomesBad(c, f.Clone().Dot("Text"))
	return orElse(head, d.convert(c, f.Clone().Dot("Text"), null, bad))
}

// orElse puts a conversion behind an if.
func orElse(head *jen.Statement, conversion *jen.Statement) *jen.Statement {
	if isIf(conversion) {
		return head.Else().Add(conversion)
	}
	return head.Else().Block(conversion)
}

// becomesNull prints what a NULL means: the column's bit, or for a NOT NULL column a record that
// gives no row.
func (d *csvDecoder) becomesNull(c *rowCol, text *jen.Statement) []jen.Code {
	if c.bit >= 0 {
		return []jen.Code{d.row.setNull("r", c.bit)}
	}
	return faulty(c, "NullValue", text)
}

// becomesBad prints what a text means that is no value of the column's type.
func (d *csvDecoder) becomesBad(c *rowCol, text *jen.Statement) []jen.Code {
	if c.bit >= 0 && d.format.lenient {
		return []jen.Code{d.row.setNull("r", c.bit), jen.Id("d").Dot("Nulls").Op("++")}
	}
	return faulty(c, "BadValue", text)
}

// faulty prints the end of a record with a fault in one column.
func faulty(c *rowCol, kind string, text *jen.Statement) []jen.Code {
	return []jen.Code{setFault(faultOf(pkgCSV, kind, c.index, text)), leave()}
}

// csvReaders names the runtime's conversions of a text; columns of text need none.
var csvReaders = map[types.Kind]string{
	types.Boolean: "Bool", types.TinyInt: "Int8", types.SmallInt: "Int16", types.Int: "Int32",
	types.BigInt: "Int64", types.Float: "Float32", types.Double: "Float64",
	types.Decimal: "Decimal", types.Date: "Date", types.Time: "Time", types.Timestamp: "Timestamp",
	types.TimestampLTZ: "Instant",
}

// sharesOK reports whether the conversion's value goes straight into the row, so that its ok is the
// variable that the columns share. Others have a scope of their own, or no ok.
func sharesOK(t types.Type) bool {
	switch t.Kind {
	case types.Float, types.Double, types.Date, types.Time, types.Binary, types.VarBinary:
		return true
	}
	return integer(t)
}

// convert prints how a text becomes the row's field. null and bad are for a value that the type
// does not hold, and for a text that is no value.
func (d *csvDecoder) convert(c *rowCol, text *jen.Statement, null, bad []jen.Code) *jen.Statement {
	reader := jen.Qual(pkgCSV, csvReaders[c.typ.Kind])
	ok := jen.Id("ok")
	switch c.typ.Kind {
	case types.Char, types.VarChar:
		return c.place().Op("=").Add(text)
	case types.Boolean:
		return c.place().Op("=").Add(reader).Call(text)
	case types.Binary, types.VarBinary:
		reader = jen.Id("d").Dot("split").Dot("Bytes")
	case types.Timestamp, types.TimestampLTZ:
		return jen.If(jen.List(jen.Id("t"), ok).Op(":=").Add(reader).Call(text), ok).Block(
			c.place().Op("=").Add(store(jen.Id("t"), c.typ))).Else().Block(bad...)
	case types.Decimal, types.Array, types.Row:
		return d.convertValid(c, text, null, bad)
	}
	read := jen.List(c.place(), ok).Op("=").Add(reader).Call(text)
	return jen.If(read, jen.Op("!").Add(ok)).Block(bad...)
}

// convertValid tells a number with too many digits and an empty ROW, which are NULL without a fault,
// from a text that is no value.
func (d *csvDecoder) convertValid(
	c *rowCol, text *jen.Statement, null, bad []jen.Code,
) *jen.Statement {
	call := jen.Qual(pkgCSV, "Decimal").Call(
		text, jen.Lit(c.typ.Precision), jen.Lit(c.typ.Scale))
	if c.typ.IsConstructed() {
		call = jen.Id("d").Dot("split").Dot("Nested").Call(d.g.p.nestedType(c.typ), text)
	}
	set := c.place().Op("=").Add(store(jen.Id("v"), c.typ))
	read := func(valid string) *jen.Statement {
		results := jen.List(ids("v", "ok", valid)...)
		return jen.If(results.Op(":=").Add(call), jen.Id("ok")).Block(set)
	}
	if null == nil || c.bit < 0 {
		return read("_").Else().Block(bad...)
	}
	return read("valid").Else().If(jen.Id("valid")).Block(null...).Else().Block(bad...)
}
