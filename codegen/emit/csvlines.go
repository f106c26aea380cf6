package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
)

// The path for a text of lines, as files have them, is a loop over lines without calls. It guesses where
// columns end and looks at one byte of each that is not read; csv.Lines tells why that is safe, and why
// lines are read at two places by turns. at is the start of a line, row its number, p the start of a
// column, q its end, end that of the text.

// maxLineColumns bounds the columns of a table for which the path is printed, as maxPlain does.
const maxLineColumns = 64

// hasLines reports whether the decoder of a table has the path. A line of one column has no delimiter,
// so that there is nothing to guess; comments are lines that are none; and a line feed that delimits columns
// would not end the last of them, on which it depends that nothing behind the text is read.
func hasLines(src *physical.Source) bool {
	f := newCSVFormat(src.Table.Options, src.Schema)
	n := len(src.Schema)
	return f.lines && !f.comments && f.delimiter != '\n' && n > 1 && n <= maxLineColumns
}

// linesMethods prints the decoder's methods for a text of lines, nil when it has none.
func (d *csvDecoder) linesMethods() []jen.Code {
	if !hasLines(d.src) {
		return nil
	}
	return []jen.Code{d.walk(), d.giveUp()}
}

// walk prints the loop. The two places of the text at which it reads take turns.
func (d *csvDecoder) walk() jen.Code {
	d.left, d.locals = jen.Break(), map[string]bool{}
	last := len(d.src.Schema) - 1
	var columns []jen.Code
	for i := range d.src.Schema {
		end := char(d.format.delimiter)
		if i == last {
			end = jen.LitRune('\n')
		}
		columns = append(columns, d.heading(i))
		columns = append(columns, d.lineColumn(i, end)...)
		if i < last {
			columns = append(columns, jen.Id("p").Op("=").Id("q").Op("+").Lit(1))
		}
	}
	index := jen.Id("row").Op("&").Parens(jen.Qual(pkgStream, "BlockRows").Op("-").Lit(1))
	body := []jen.Code{
		jen.Id("r").Op(":=").Op("&").Id("rows").Index(index),
		jen.Id("p").Op(":=").Id("at"),
	}
	body = append(append(body, d.fastLocals()...), d.row.clearNulls("r")...)
	body = append(append(body, columns...),
		jen.List(ids("at", "otherAt")...).Op("=").List(jen.Id("otherAt"), jen.Id("q").Op("+").Lit(1)),
		jen.List(ids("row", "otherRow")...).Op("=").List(jen.Id("otherRow"), jen.Id("row").Op("+").Lit(1)),
		jen.Id("left").Op("--"))
	l := func(field string) *jen.Statement { return jen.Id("l").Dot(field) }
	turns := []jen.Code{l("At"), l("Row"), l("OtherAt"), l("OtherRow")}
	locals := ids("at", "row", "otherAt", "otherRow")
	return jen.Comment("walk decodes lines until one has to be read by itself; a line's row has its number.").
		Line().Func().Params(jen.Id("d").Op("*").Id(d.typ)).Id("walk").Params(
		jen.Id("rows").Op("*").Index(jen.Qual(pkgStream, "BlockRows")).Id(d.row.name)).Block(
		jen.Id("l").Op(":=").Op("&").Id("d").Dot("lines"),
		jen.List(ids("buf", "t", "end", "left")...).Op(":=").List(l("Buf"), l("Chars"), l("End"), l("Left")),
		jen.List(locals...).Op(":=").List(turns...),
		jen.For(jen.Id("left").Op(">").Lit(0).Op("&&").Id("at").Op("<").Id("end")).Block(body...),
		jen.List(turns...).Op("=").List(locals...),
		l("Took").Call(jen.Id("left")))
}

// lineColumn prints how q comes to the end of a column and its value into the row.
func (d *csvDecoder) lineColumn(i int, end *jen.Statement) []jen.Code {
	d.locals["q"] = true
	c := d.column[i]
	if c != nil && integer(c.typ) && !d.format.hasNull && d.format.plainDigits() {
		return d.lineInteger(c, end)
	}
	w := jen.Id("d").Dot(d.width(i))
	isNot := func() *jen.Statement { return charAt("q").Op("!=").Add(end) }
	search := jen.Id("q").Op("=").Qual(pkgCSV, "Search").Call(
		append(ids("buf", "p", "end"), char(d.format.delimiter), end)...)
	find := jen.Id("q").Op("=").Id("t").Dot("End").Call(jen.Id("p"), char(d.format.delimiter))
	out := []jen.Code{jen.If(
		jen.Id("q").Op("=").Add(w.Clone()).Dot("Guess").Call(jen.Id("p")),
		jen.Id("q").Op(">=").Id("end").Op("||").Add(isNot()),
	).Block(
		jen.If(find, isNot()).Block(
			jen.If(search, isNegative("q")).Block(d.left)),
		w.Clone().Dot("Learn").Call(jen.Id("q").Op("-").Id("p")),
	)}
	return append(out, d.fastValue(c, "q")...)
}

// charAt is the byte of the text at an index.
func charAt(index string) *jen.Statement { return jen.Id("t").Dot("Byte").Call(jen.Id(index)) }

// lineInteger prints the reading of digits up to what ends the column.
func (d *csvDecoder) lineInteger(c *rowCol, end *jen.Statement) []jen.Code {
	into := d.intoInteger(c)
	other := charAt("q").Op("!=").Add(end)
	read := jen.List(into, jen.Id("q")).Op("=")
	long := jen.If(
		read.Clone().Qual(pkgCSV, "LongDigits").Call(ids("buf", "p", "end")...),
		isNegative("q").Op("||").Add(other.Clone()),
	).Block(d.left)
	out := []jen.Code{jen.If(
		read.Clone().Id("t").Dot("Digits").Call(jen.Id("p")),
		jen.Id("q").Op("==").Id("p").Op("||").Add(other),
	).Block(long)}
	return append(out, d.narrow(c)...)
}

// giveUp prints the method that makes no guesses for a while.
func (d *csvDecoder) giveUp() jen.Code {
	var body []jen.Code
	for _, w := range d.usedWidths() {
		body = append(body, jen.Id("d").Dot(w).Dot("GiveUp").Call())
	}
	return d.method("giveUp", "makes no guesses for some blocks.", nil, body...)
}

// decodeLines prints the stage's method that decodes a block's text of lines. What cannot be read, in a
// table that does not allow it, is left to the path that decodes record by record and tells which it is.
func (g *gen) decodeLines(lenient bool) jen.Code {
	d, lines := jen.Id("d"), func() *jen.Statement { return jen.Id("d").Dot("lines") }
	failed := jen.Return(jen.Lit(0), jen.False())
	bad := []jen.Code{failed}
	if lenient {
		bad = []jen.Code{jen.Id("bad").Op("++")}
	}
	walk := d.Clone().Dot("walk").Call(jen.Op("&").Id("s").Dot("rows"))
	span := jen.Qual(pkgStream, "Span").Values(jen.Dict{
		jen.Id("Start"): jen.Id("start"), jen.Id("End"): jen.Id("end")})
	decoded := d.Clone().Dot("decode").Call(lines().Dot("Buf"), jen.Id("span"),
		jen.Op("&").Id("s").Dot("rows").Index(jen.Id("row")))
	nulls := d.Clone().Dot("Nulls")
	body := []jen.Code{
		d.Clone().Op(":=").Id("s").Dot("decoder"),
		jen.If(jen.Op("!").Add(lines()).Dot("Begin").Call(
			jen.Id("b").Dot("Text").Call(), jen.Id("b").Dot("Lines").Dot("N"))).Block(failed),
		jen.Id("nulls").Op(":=").Add(nulls.Clone()),
	}
	if lenient {
		body = append(body, jen.Id("bad").Op(":=").Int64().Call(jen.Lit(0)))
	}
	body = append(body,
		jen.For(walk.Clone(), jen.Op("!").Add(lines()).Dot("Ended").Call(), walk).Block(
			jen.List(ids("start", "end", "row")...).Op(":=").Add(lines()).Dot("Odd").Call(),
			jen.Id("span").Op(":=").Add(span),
			jen.If(decoded).Block(jen.Continue()),
			lines().Dot("Drop").Call(jen.Id("row")),
			jen.If(d.Clone().Dot("Fault").Dot("Kind").Op("!=").Qual(pkgCSV, "Empty")).Block(bad...)),
		jen.If(jen.Op("!").Add(lines()).Dot("Proven").Call()).Block(
			d.Clone().Dot("giveUp").Call(), nulls.Clone().Op("=").Id("nulls"), failed))
	if lenient {
		body = append(body, jen.Id("s").Dot("count").Dot("BadRecords").Op("+=").Id("bad"))
	}
	body = append(append(body, g.closeUp()...), g.countFields(), jen.Return(jen.Id("n"), jen.True()))
	return g.method("decodeLines", "decodes a block's text of lines, if it has one; not ok when it must be "+
		"decoded record by record.", []jen.Code{jen.Id("b").Op("*").Qual(pkgStream, "Block")},
		[]jen.Code{jen.Id("n").Int(), jen.Id("ok").Bool()}, body)
}

// closeUp prints how the rows move up to where lines have given none.
func (g *gen) closeUp() []jen.Code {
	row := func(i string) *jen.Statement { return jen.Id("s").Dot("rows").Index(jen.Id(i)) }
	move := []jen.Code{row("n").Op("=").Add(row("i"))}
	if g.indexed {
		move = append(move, setOrigin("n"))
	}
	skip := jen.If(jen.Id("d").Dot("lines").Dot("Dropped").Call(jen.Id("i"))).Block(jen.Continue())
	loop := jen.For(jen.Id("i").Op(":=").Range().Id("b").Dot("Lines").Dot("N")).Block(
		append(append([]jen.Code{skip}, move...), jen.Id("n").Op("++"))...)
	all := []jen.Code{jen.Id("n").Op("=").Id("b").Dot("Lines").Dot("N")}
	if g.indexed {
		all = append(all, jen.For(jen.Id("i").Op(":=").Range().Id("n")).Block(setOrigin("i")))
	}
	return []jen.Code{
		jen.If(jen.Id("d").Dot("lines").Dot("Drops").Op("==").Lit(0)).Block(all...).Else().Block(loop),
	}
}
