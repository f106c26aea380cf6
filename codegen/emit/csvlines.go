package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
)

// The path for a text of lines, as files have them, is a loop over lines without calls. It guesses where
// columns end and looks at one byte of each that is not read; csv.Lines tells why that is safe. p is the
// start of a column, q its end, end that of the text.

// maxLineColumns bounds the columns of a table for which the path is printed, as maxPlain does.
const maxLineColumns = 64

// hasLines reports whether the decoder of a table has the path. A line of one column has no delimiter,
// so that there is nothing to guess; comments are lines that are none.
func hasLines(src *physical.Source) bool {
	f := newCSVFormat(src.Table.Options)
	n := len(src.Schema)
	return f.lines && !f.comments && n > 1 && n <= maxLineColumns
}

// linesMethods prints the decoder's methods for a text of lines, nil when it has none.
func (d *csvDecoder) linesMethods() []jen.Code {
	if !hasLines(d.src) {
		return nil
	}
	return []jen.Code{d.plain(), d.giveUp()}
}

// plain prints the loop.
func (d *csvDecoder) plain() jen.Code {
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
		columns = append(columns, jen.Id("p").Op("=").Id("q").Op("+").Lit(1))
	}
	body := append([]jen.Code{jen.Id("r").Op(":=").Op("&").Id("rows").Index(jen.Id("n"))}, d.fastLocals()...)
	body = append(body, d.row.clearNulls("r")...)
	body = append(append(body, columns...), jen.Id("at").Op("=").Id("p"), jen.Id("n").Op("++"))
	lines := func(field string) *jen.Statement { return jen.Id("d").Dot("lines").Dot(field) }
	return jen.Comment("plain decodes lines from the next one on until one has to be read by itself, and returns how many.").
		Line().Func().Params(jen.Id("d").Op("*").Id(d.typ)).Id("plain").Params(
		jen.Id("rows").Index().Id(d.row.name)).Params(jen.Id("n").Int()).Block(
		jen.List(ids("buf", "t", "p", "end")...).Op(":=").List(
			lines("Buf"), lines("Chars"), lines("At"), lines("End")),
		jen.Id("at").Op(":=").Id("p"),
		jen.For(jen.Id("p").Op("<").Id("end")).Block(body...),
		lines("Took").Call(ids("n", "at")...),
		jen.Return(jen.Id("n")))
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
	d, lines := jen.Id("d"), jen.Id("d").Dot("lines")
	n := jen.Id("n")
	read := []jen.Code{jen.Id("plain").Op(":=").Add(d.Clone()).Dot("plain").Call(
		jen.Id("s").Dot("rows").Index(n.Clone(), jen.Empty()))}
	if g.indexed {
		read = append(read, jen.For(jen.Range().Id("plain")).Block(append(g.rowDone(), jen.Id("i").Op("++"))...))
	} else {
		read = append(read, n.Clone().Op("+=").Id("plain"))
	}
	read = append(read, jen.If(lines.Clone().Dot("Ended").Call()).Block(jen.Break()))
	failed := jen.Return(jen.Lit(0), jen.False())
	bad := []jen.Code{failed}
	if lenient {
		bad = []jen.Code{jen.Id("bad").Op("++")}
	}
	odd := jen.If(d.Clone().Dot("decode").Call(lines.Clone().Dot("Buf"), lines.Clone().Dot("Odd").Call(),
		jen.Op("&").Id("s").Dot("rows").Index(n.Clone()))).Block(g.rowDone()...).
		Else().If(d.Clone().Dot("Fault").Dot("Kind").Op("!=").Qual(pkgCSV, "Empty")).Block(bad...)
	body := []jen.Code{
		d.Clone().Op(":=").Id("s").Dot("decoder"),
		jen.If(jen.Op("!").Add(lines.Clone()).Dot("Begin").Call(jen.Id("b"))).Block(failed),
	}
	nulls := d.Clone().Dot("Nulls")
	body = append(body, jen.Id("nulls").Op(":=").Add(nulls.Clone()))
	if lenient {
		body = append(body, jen.Id("bad").Op(":=").Int64().Call(jen.Lit(0)))
	}
	loop := jen.For()
	if g.indexed {
		loop = jen.For(jen.Id("i").Op(":=").Lit(0), jen.Empty(), jen.Id("i").Op("++"))
	}
	body = append(body, loop.Block(append(read, odd)...))
	body = append(body, jen.If(jen.Op("!").Add(lines).Dot("Proven").Call()).Block(
		d.Clone().Dot("giveUp").Call(), nulls.Clone().Op("=").Id("nulls"), failed))
	if lenient {
		body = append(body, jen.Id("s").Dot("count").Dot("BadRecords").Op("+=").Id("bad"))
	}
	return g.method("decodeLines", "decodes a block's text of lines, if it has one; not ok when it must be "+
		"decoded record by record.", []jen.Code{jen.Id("b").Op("*").Qual(pkgStream, "Block")},
		[]jen.Code{jen.Id("n").Int(), jen.Id("ok").Bool()},
		append(body, g.countFields(), jen.Return(n, jen.True())))
}
