package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/types"
)

// The fast path goes through a record column by column and leaves at anything unusual: quotes,
// control characters, numbers that need a closer look. p is the start of a column, q its end, e the
// end of the record; all gathers the bits of the bytes that were looked at.

// fast prints the path for ordinary records.
func (d *csvDecoder) fast() jen.Code {
	d.left, d.locals = leave(), map[string]bool{}
	last := len(d.src.Schema) - 1
	var columns []jen.Code
	for i := range last {
		columns = append(columns, d.heading(i))
		columns = append(columns, d.fastColumn(i)...)
		columns = append(columns, jen.Id("p").Op("=").Id("q").Op("+").Lit(1))
	}
	columns = append(columns, d.heading(last))
	columns = append(columns, d.lastColumn(last)...)
	body := append(d.fastStart(), columns...)
	body = append(body, jen.Return(jen.Qual(pkgCSV, "ValidText").Call(
		jen.Id("buf"), spanStart(), jen.Id("e"), jen.Id("all"))))
	return d.method("fast", "decodes an ordinary record; the row is undefined when it does not.",
		d.recordParams(), body...)
}

// fastStart declares the variables that the columns use and sends records to the general path that
// can be told at their start.
func (d *csvDecoder) fastStart() []jen.Code {
	out := []jen.Code{
		jen.List(ids("p", "e")...).Op(":=").List(spanStart(), spanEnd()),
		jen.If(jen.Id("e").Op("<=").Id("p")).Block(leave()),
	}
	if d.format.comments {
		comment := at("p").Op("==").LitRune('#').Op("||").Add(at("p")).Op("==").LitRune(' ')
		out = append(out, jen.If(comment).Block(leave()))
	}
	if d.format.escape != 0 {
		args := append(ids("buf", "p", "e"), char(d.format.escape))
		out = append(out, jen.If(jen.Qual(pkgCSV, "Has").Call(args...)).Block(leave()))
	}
	out = append(out, d.fastLocals()...)
	out = append(out, jen.Var().List(jen.Id("seen"), jen.Id("all")).Uint64())
	return append(out, d.row.clearNulls("r")...)
}

// fastLocals declares the variables that the columns use.
func (d *csvDecoder) fastLocals() (out []jen.Code) {
	for _, v := range []struct {
		name string
		typ  *jen.Statement
	}{{"q", jen.Int()}, {"v", jen.Int64()}, {"ok", jen.Bool()}} {
		if d.locals[v.name] {
			out = append(out, jen.Var().Id(v.name).Add(v.typ))
		}
	}
	return out
}

// at is the byte of the record at an index.
func at(index string) *jen.Statement { return jen.Id("buf").Index(jen.Id(index)) }

// fastColumn prints how q comes to the end of a column and its value into the row.
func (d *csvDecoder) fastColumn(i int) []jen.Code {
	d.locals["q"] = true
	c := d.column[i]
	if c != nil && integer(c.typ) && !d.format.hasNull && d.format.plainDigits() {
		return d.fastInteger(c)
	}
	width := d.width(i)
	find := jen.Id("d").Dot(width).Dot("Find").Call(
		append(ids("buf", "p", "e"), char(d.format.delimiter), d.quote())...)
	out := []jen.Code{
		jen.If(jen.List(ids("q", "seen")...).Op("=").Add(find),
			jen.Id("q").Op("<").Lit(0)).Block(leave()),
		jen.Id("all").Op("|=").Id("seen"),
	}
	return append(out, d.fastValue(c, "q")...)
}

// quote is the quote character as an argument of the runtime.
func (d *csvDecoder) quote() *jen.Statement {
	if d.format.quote == 0 {
		return jen.Lit(0)
	}
	return char(d.format.quote)
}

// width declares, once, the prediction of a column's width.
func (d *csvDecoder) width(i int) string {
	if d.widths[i] == "" {
		d.widths[i] = d.names.name(fieldName(d.src.Schema[i].Name) + "Width")
	}
	return d.widths[i]
}

// fastValue prints how the text from p to end becomes the column's value.
func (d *csvDecoder) fastValue(c *rowCol, end string) []jen.Code {
	if c == nil || c.field == "" && !d.format.hasNull {
		return nil
	}
	text := jen.Qual(pkgCSV, "Text").Call(jen.Id("buf"), jen.Id("p"), jen.Id(end))
	if !d.format.hasNull {
		return []jen.Code{d.fastConvert(c, text)}
	}
	null := []jen.Code{d.left}
	if c.bit >= 0 {
		null = []jen.Code{d.row.setNull("r", c.bit)}
	}
	if c.field == "" {
		return []jen.Code{jen.If(text.Op("==").Add(jen.Lit(d.format.null))).Block(null...)}
	}
	head := jen.If(jen.Id("text").Op(":=").Add(text),
		jen.Id("text").Op("==").Add(jen.Lit(d.format.null))).Block(null...)
	return []jen.Code{orElse(head, d.fastConvert(c, jen.Id("text")))}
}

// fastConvert prints a conversion that leaves with every text that is no value.
func (d *csvDecoder) fastConvert(c *rowCol, text *jen.Statement) *jen.Statement {
	d.locals["ok"] = d.locals["ok"] || sharesOK(c.typ)
	return d.convert(c, text, nil, []jen.Code{d.left})
}

// fastInteger prints the reading of digits up to the delimiter.
func (d *csvDecoder) fastInteger(c *rowCol) []jen.Code {
	q := jen.Id("q")
	read := jen.List(d.intoInteger(c), q).Op("=")
	other := at("q").Op("!=").Add(char(d.format.delimiter))
	long := jen.If(
		read.Clone().Qual(pkgCSV, "LongDigits").Call(ids("buf", "p", "e")...),
		q.Clone().Op("<").Lit(0).Op("||").Add(other),
	).Block(d.left)
	out := []jen.Code{jen.If(
		read.Clone().Qual(pkgCSV, "Digits").Call(ids("buf", "p")...),
		q.Clone().Op("==").Id("p").Op("||").Id("q").Op(">=").Id("e").Op("||").Add(other),
	).Block(long)}
	return append(out, d.narrow(c)...)
}

// intoInteger is where an integer is read into.
func (d *csvDecoder) intoInteger(c *rowCol) *jen.Statement {
	if c.typ.Kind == types.BigInt {
		return c.place()
	}
	d.locals["v"] = true
	return jen.Id("v")
}

// narrow prints the test of the range of the types below BIGINT.
func (d *csvDecoder) narrow(c *rowCol) []jen.Code {
	if c.typ.Kind == types.BigInt {
		return nil
	}
	return []jen.Code{jen.If(c.place().Op("=").Add(exprType(c.typ)).Call(jen.Id("v")),
		jen.Int64().Call(c.place()).Op("!=").Id("v")).Block(d.left)}
}

// lastColumn prints the column that ends with the record.
func (d *csvDecoder) lastColumn(i int) []jen.Code {
	d.locals["ok"] = true
	bad := jen.Op("!").Id("ok")
	if d.format.quote != 0 {
		bad = bad.Op("||").Add(at("p")).Op("==").Add(char(d.format.quote))
	}
	args := append(ids("buf", "p", "e"), char(d.format.delimiter))
	clean := jen.Qual(pkgCSV, "Clean").Call(args...)
	out := []jen.Code{
		jen.If(jen.List(ids("seen", "ok")...).Op("=").Add(clean), bad).Block(leave()),
		jen.Id("all").Op("|=").Id("seen"),
	}
	return append(out, d.fastValue(d.column[i], "e")...)
}

func integer(t types.Type) bool {
	switch t.Kind {
	case types.TinyInt, types.SmallInt, types.Int, types.BigInt:
		return true
	}
	return false
}

// plainDigits reports whether digits and minus mean nothing else in the format, so that a number
// may be read before its end is known.
func (f csvFormat) plainDigits() bool { return !inNumber(f.delimiter) && !inNumber(f.quote) }

func inNumber(c byte) bool { return c >= '0' && c <= '9' || c == '-' }
