package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/types"
)

// The plain path is a loop over ordinary records. It goes through a record column by column and leaves
// the loop at anything unusual: quotes, control characters, numbers that need a closer look. t is the
// buffer; p is the start of a column, q its end, e the end of the record; seen gathers the bits of texts
// that have bytes beyond ASCII.

// plain prints the loop.
func (d *csvDecoder) plain() jen.Code {
	n := jen.Id("n")
	d.left, d.locals = jen.Return(n.Clone()), map[string]bool{}
	last := len(d.src.Schema) - 1
	var columns []jen.Code
	for i := range last {
		columns = append(columns, d.heading(i))
		columns = append(columns, d.plainColumn(i)...)
		columns = append(columns, jen.Id("p").Op("=").Id("q").Op("+").Lit(1))
	}
	columns = append(columns, d.heading(last))
	columns = append(columns, d.lastColumn(last)...)
	body := append(d.recordStart(), columns...)
	valid := jen.Qual(pkgCSV, "ValidText").Call(jen.Id("buf"), spanStart(), jen.Id("e"), jen.Id("all"))
	body = append(body, jen.If(jen.Op("!").Add(valid)).Block(d.left))
	return jen.Comment("plain decodes records from the first on, as long as they are ordinary ones, and returns how "+
		"many; the").Line().
		Comment("row behind theirs is undefined.").Line().
		Func().Params(jen.Id("d").Op("*").Id(d.typ)).Id("plain").Params(
		jen.Id("buf").Index().Byte(), jen.Id("spans").Index().Qual(pkgStream, "Span"),
		jen.Id("rows").Index().Id(d.row.name)).Params(jen.Id("n").Int()).Block(
		jen.Id("t").Op(":=").Qual(pkgCSV, "CharsOf").Call(jen.Id("buf")),
		jen.For(jen.Empty(), n.Clone().Op("<").Len(jen.Id("spans")), n.Clone().Op("++")).Block(body...),
		jen.Return(n))
}

// recordStart declares the variables that the columns use and leaves at records that can be told at
// their start.
func (d *csvDecoder) recordStart() []jen.Code {
	out := []jen.Code{
		jen.List(ids("span", "r")...).Op(":=").List(
			jen.Id("spans").Index(jen.Id("n")), jen.Op("&").Id("rows").Index(jen.Id("n"))),
		jen.List(ids("p", "e")...).Op(":=").List(spanStart(), spanEnd()),
		jen.If(jen.Id("e").Op("<=").Id("p")).Block(d.left),
	}
	if d.format.comments {
		comment := charAt("p").Op("==").LitRune('#').Op("||").Add(charAt("p")).Op("==").LitRune(' ')
		out = append(out, jen.If(comment).Block(d.left))
	}
	if d.format.escape != 0 {
		args := append(ids("buf", "p", "e"), char(d.format.escape))
		out = append(out, jen.If(jen.Qual(pkgCSV, "Has").Call(args...)).Block(d.left))
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

// plainColumn prints how q comes to the end of a column and its value into the row.
func (d *csvDecoder) plainColumn(i int) []jen.Code {
	d.locals["q"] = true
	c := d.column[i]
	if c != nil && integer(c.typ) && !d.format.hasNull && d.format.plainDigits() {
		return d.fastInteger(c)
	}
	return append(d.plainText(i), d.fastValue(c, "q")...)
}

// plainText prints the search for the end of a column: where it should be if the column is as wide as
// the one before, by the first byte that may be the end, and by a look at every byte.
func (d *csvDecoder) plainText(i int) []jen.Code {
	delim := func() *jen.Statement { return char(d.format.delimiter) }
	find := jen.Qual(pkgCSV, "Find").Call(append(ids("buf", "p", "e"), delim(), d.quote())...)
	column := jen.If(
		jen.Id("q").Op("=").Id("t").Dot("Column").Call(jen.Id("p"), jen.Id("e"), delim()),
		jen.Id("q").Op(">=").Id("e").Op("||").Add(charAt("q")).Op("!=").Add(delim()).Add(d.orQuoted()),
	).Block(
		jen.If(jen.List(ids("q", "seen")...).Op("=").Add(find), isNegative("q")).Block(d.left),
		jen.Id("all").Op("|=").Id("seen"))
	if !d.plainTexts() {
		return []jen.Code{column}
	}
	w := jen.Id("d").Dot(d.width(i))
	plain := jen.Id("t").Dot("Plain").Call(jen.Id("p"), jen.Id("q"), delim())
	return []jen.Code{jen.If(
		jen.Id("q").Op("=").Add(w.Clone()).Dot("Guess").Call(jen.Id("p")),
		jen.Id("q").Op(">=").Id("e").Op("||").Add(charAt("q")).Op("!=").Add(delim()).Op("||").Op("!").Add(plain),
	).Block(column, w.Clone().Dot("Learn").Call(jen.Id("q").Op("-").Id("p")))}
}

// plainTexts reports whether texts are mostly plain in the sense of csv.Chars.Plain, which they are
// not when digits and letters are below the delimiter, and have no quotes then.
func (d *csvDecoder) plainTexts() bool {
	return d.format.delimiter < '0' && d.format.quote <= d.format.delimiter
}

// orQuoted is the test for a quote at the start of a column, behind other conditions.
func (d *csvDecoder) orQuoted() *jen.Statement {
	if d.format.quote == 0 {
		return jen.Null()
	}
	return jen.Op("||").Add(charAt("p")).Op("==").Add(char(d.format.quote))
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
	text := jen.Id("t").Dot("Text").Call(jen.Id("p"), jen.Id(end))
	if !d.format.hasNull || c.typ.IsConstructed() {
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
	other := charAt("q").Op("!=").Add(char(d.format.delimiter))
	long := jen.If(
		read.Clone().Qual(pkgCSV, "LongDigits").Call(ids("buf", "p", "e")...),
		q.Clone().Op("<").Lit(0).Op("||").Add(other),
	).Block(d.left)
	out := []jen.Code{jen.If(
		read.Clone().Id("t").Dot("Digits").Call(jen.Id("p")),
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
	c := d.column[i]
	if c != nil && c.field != "" && integer(c.typ) && !d.format.hasNull && d.format.plainDigits() {
		return []jen.Code{d.lastInteger(c)}
	}
	clean := d.lastText()
	if d.plainTexts() {
		plain := jen.Id("t").Dot("Plain").Call(jen.Id("p"), jen.Id("e"), char(d.format.delimiter))
		clean = []jen.Code{jen.If(jen.Op("!").Add(plain)).Block(clean...)}
	}
	return append(clean, d.fastValue(c, "e")...)
}

// lastText prints a look at every byte of the last column.
func (d *csvDecoder) lastText() []jen.Code {
	d.locals["ok"] = true
	args := append(ids("buf", "p", "e"), char(d.format.delimiter))
	clean := jen.List(ids("seen", "ok")...).Op("=").Qual(pkgCSV, "Clean").Call(args...)
	return []jen.Code{
		jen.If(clean, jen.Op("!").Id("ok").Add(d.orQuoted())).Block(d.left),
		jen.Id("all").Op("|=").Id("seen"),
	}
}

// lastInteger prints the reading of digits up to the end of the record; all other integers are read
// as texts.
func (d *csvDecoder) lastInteger(c *rowCol) *jen.Statement {
	d.locals["q"] = true
	digits := jen.If(
		jen.List(d.intoInteger(c), jen.Id("q")).Op("=").Id("t").Dot("Digits").Call(jen.Id("p")),
		jen.Id("q").Op("==").Id("p").Op("||").Id("q").Op("!=").Id("e"),
	).Block(append(d.lastText(), d.fastValue(c, "e")...)...)
	for _, narrow := range d.narrow(c) {
		digits = digits.Else().Add(narrow)
	}
	return digits
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
