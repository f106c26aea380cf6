package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
)

// sourcePrinter prints what is particular to one connector's reading side.
type sourcePrinter struct {
	// rows prints, in the loop over the records of a block, how record i becomes the row r. nil: the table's format
	// decodes the records.
	rows func(g *gen, src *physical.Source, r *row)
	// open is the expression of type func(*job.Env) (stream.Source, error).
	open func(p *program, src *physical.Source) *jen.Statement
}

// source prints Rows of a stage that reads: pass one decodes the block into rows, pass two is the fused loop, once for
// each consumer of the table.
func (g *gen) source() {
	src := g.stage.Source
	r := newRow(g.p.names.name(g.typ+"Row"), src.Schema, src.Used)
	g.decls = append(g.decls, r.decl("is a record as the query reads it."))
	rows := jen.Id("rows").Index(jen.Qual(pkgStream, "BlockRows")).Id(r.name)
	var passes []jen.Code
	for _, o := range branches(g.stage.Root) {
		name := g.pass(o, r)
		passes = append(passes, jen.If(jen.Err().Op(":=").Id("s").Dot(name).Call(jen.Id("rows")),
			jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err())))
	}
	own := []jen.Code{rows}
	if g.indexed {
		own = append(own, jen.Id("origin").Index(jen.Qual(pkgStream, "BlockRows")).Uint16().
			Comment("index of a row's record in its block"))
	}
	passing := g.fields
	g.fields = own
	decode := g.decode(src, r)
	g.fields = append(g.fields, passing...)
	body := append([]jen.Code{}, g.begin...)
	body = append(body,
		jen.List(jen.Id("rows"), jen.Err()).Op(":=").Id("s").Dot("decode").Call(
			jen.Id("b").Assert(jen.Op("*").Qual(pkgStream, "Block"))),
		jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err())))
	body = append(append(body, passes...), g.end...)
	if len(g.end) == 0 && g.lastPass != "" && len(passes) == 1 {
		body = append(body[:len(body)-1], jen.Return(jen.Id("s").Dot(g.lastPass).Call(jen.Id("rows"))))
	} else {
		body = append(body, jen.Return(jen.Nil()))
	}
	g.rows = body
	g.decls = append(g.decls, decode...)
}

func branches(o physical.Op) []physical.Op {
	if t, ok := o.(*physical.Tee); ok {
		return t.To
	}
	return []physical.Op{o}
}

// pass prints the method with the fused loop of one consumer.
func (g *gen) pass(o physical.Op, r *row) string {
	name := g.names.name("pass")
	body := g.function(jen.Int().Call(jen.Id("s").Dot("origin").Index(jen.Id("i"))), func() {
		loop := g.block(func() {
			g.add(jen.Id("r").Op(":=").Op("&").Id("rows").Index(jen.Id("i")))
			g.cols = r.vals("r", len(o.In()))
			g.consume(o)
		})
		g.add(jen.For(jen.Id("i").Op(":=").Range().Id("rows")).Block(loop...))
		g.add(jen.Return(jen.Nil()))
	})
	g.lastPass = name
	g.decls = append([]jen.Code{g.method(name, "runs the rows of a block through the operators.",
		[]jen.Code{jen.Id("rows").Index().Id(r.name)}, []jen.Code{jen.Error()}, body)}, g.decls...)
	return name
}

// decode prints the method decode, by the table's format or by the connector.
func (g *gen) decode(src *physical.Source, r *row) []jen.Code {
	params := []jen.Code{jen.Id("b").Op("*").Qual(pkgStream, "Block")}
	results := []jen.Code{jen.Index().Id(r.name), jen.Error()}
	if own := sourceFor(src).rows; own != nil {
		indexed := g.indexed // by the passes; the rows themselves are counted by i
		body := g.function(jen.Id("i"), func() {
			g.failing = jen.Nil()
			loop := g.block(func() {
				g.add(jen.Id("r").Op(":=").Op("&").Id("s").Dot("rows").Index(jen.Id("i")))
				own(g, src, r)
				if indexed {
					g.add(setOrigin("i"))
				}
			})
			g.add(jen.For(jen.Id("i").Op(":=").Range().Id("b").Dot("Len").Call()).Block(loop...))
			g.add(jen.Return(jen.Id("s").Dot("rows").Index(jen.Empty(), jen.Id("b").Dot("Len").Call()), jen.Nil()))
			g.failing = nil
		})
		return []jen.Code{g.method("decode", "makes the rows of a block.", params, results, body)}
	}
	return g.decodeFormat(src, r, params, results)
}

// decodeFormat prints decode and drop for a table whose records are bytes in a format.
func (g *gen) decodeFormat(src *physical.Source, r *row, params, results []jen.Code) []jen.Code {
	format := formats[src.Table.Options.Format]
	g.counting = true
	typ := g.p.names.name(g.typ + "Decoder")
	g.fields = append(g.fields, jen.Id("decoder").Op("*").Id(typ))
	g.open = append(g.open, jen.Id("s").Dot("decoder").Op("=").Id(newName(typ)).Call())
	rows := jen.Id("s").Dot("rows")
	loop := g.eachRecord()
	if format.plain != nil && format.plain(src) {
		loop = g.plainFirst()
	}
	body := []jen.Code{jen.Id("s").Dot("decoder").Dot("reset").Call()}
	var out []jen.Code
	if format.lines != nil {
		first, method := g.linesFirst(src, format)
		body, out = append(body, first...), append(out, method...)
	}
	body = append(body,
		jen.List(jen.Id("buf"), jen.Id("n")).Op(":=").List(
			jen.Id("b").Dot("Buf").Index(jen.Empty(), jen.Cap(jen.Id("b").Dot("Buf"))), jen.Lit(0)),
		loop,
		g.countFields(),
		jen.Return(rows.Clone().Index(jen.Empty(), jen.Id("n")), jen.Nil()),
	)
	decode := g.method("decode", "decodes the records of a block into rows.", params, results, body)
	out = append([]jen.Code{decode}, out...)
	out = append(out, g.dropMethod(src, format))
	return append(out, format.decoder(g, src, r, typ)...)
}

// countFields prints that the decoder's count of fields becomes the stage's.
func (g *gen) countFields() jen.Code {
	return jen.Id("s").Dot("count").Dot("BadFields").Op("=").Int64().Call(jen.Id("s").Dot("decoder").Dot("Nulls"))
}

// linesFirst prints how decode begins for a source that may hand out texts of lines, and the method that decodes them.
func (g *gen) linesFirst(src *physical.Source, f formatPrinter) (begin, method []jen.Code) {
	may, path := f.lines(src)
	if path {
		rows := jen.Id("s").Dot("rows").Index(jen.Empty(), jen.Id("n"))
		begin = append(begin, jen.If(
			jen.List(ids("n", "ok")...).Op(":=").Id("s").Dot("decodeLines").Call(jen.Id("b")),
			jen.Id("ok")).Block(jen.Return(rows, jen.Nil())))
		method = append(method, g.decodeLines(f.lenient(src)))
	}
	if may {
		begin = append(begin, jen.Id("b").Dot("Cut").Call())
	}
	return begin, method
}

// eachRecord prints the loop that decodes the records of a block one by one.
func (g *gen) eachRecord() jen.Code {
	return jen.For(jen.List(jen.Id("i"), jen.Id("span")).Op(":=").Range().Id("b").Dot("Spans")).Block(
		append(g.oneRecord(jen.Id("span")), g.rowDone()...)...)
}

// plainFirst prints the same for a decoder that takes plain records many at a time, in a loop without calls, and the
// others one by one.
func (g *gen) plainFirst() jen.Code {
	spans := func() *jen.Statement { return jen.Id("b").Dot("Spans") }
	plain := jen.Id("s").Dot("decoder").Dot("plain").Call(jen.Id("buf"),
		spans().Index(jen.Id("i"), jen.Empty()), jen.Id("s").Dot("rows").Index(jen.Id("n"), jen.Empty()))
	body := []jen.Code{
		jen.Id("plain").Op(":=").Add(plain),
		jen.List(jen.Id("i"), jen.Id("n")).Op("=").List(
			jen.Id("i").Op("+").Id("plain"), jen.Id("n").Op("+").Id("plain")),
	}
	if g.indexed {
		body = []jen.Code{jen.For(jen.Range().Add(plain)).Block(append(g.rowDone(), jen.Id("i").Op("++"))...)}
	}
	body = append(body, jen.If(jen.Id("i").Op("==").Len(spans())).Block(jen.Break()))
	body = append(append(body, g.oneRecord(spans().Index(jen.Id("i")))...), g.rowDone()...)
	return jen.For(jen.Id("i").Op(":=").Lit(0), jen.Id("i").Op("<").Len(spans()), jen.Id("i").Op("++")).Block(body...)
}

// oneRecord prints the decoding of record i into the next row, and what happens when it gives none.
func (g *gen) oneRecord(span *jen.Statement) []jen.Code {
	decoded := jen.Id("s").Dot("decoder").Dot("decode").Call(
		jen.Id("buf"), span, jen.Op("&").Id("s").Dot("rows").Index(jen.Id("n")))
	return []jen.Code{jen.If(jen.Op("!").Add(decoded)).Block(
		jen.If(jen.Err().Op(":=").Id("s").Dot("drop").Call(jen.Id("i")), jen.Err().Op("!=").Nil()).Block(
			jen.Return(jen.Nil(), jen.Err())),
		jen.Continue())}
}

// rowDone prints that record i has become row n.
func (g *gen) rowDone() []jen.Code {
	next := jen.Id("n").Op("++")
	if !g.indexed {
		return []jen.Code{next}
	}
	return []jen.Code{setOrigin("n"), next}
}

// setOrigin prints that a row, by its index, comes from record i.
func setOrigin(row string) jen.Code {
	return jen.Id("s").Dot("origin").Index(jen.Id(row)).Op("=").Uint16().Call(jen.Id("i"))
}

// dropMethod prints what happens to a record that gives no row.
func (g *gen) dropMethod(src *physical.Source, f formatPrinter) jen.Code {
	fault := jen.Id("s").Dot("decoder").Dot("Fault")
	body := []jen.Code{
		jen.If(fault.Clone().Dot("Kind").Op("==").Qual(f.pkg, "Empty")).Block(jen.Return(jen.Nil())),
	}
	if f.lenient(src) {
		body = append(body, jen.Id("s").Dot("count").Dot("BadRecords").Op("++"), jen.Return(jen.Nil()))
		return g.method("drop", "counts the record that could not be decoded; the table ignores parse errors.",
			[]jen.Code{jen.Id("_").Int()}, []jen.Code{jen.Error()}, body)
	}
	var names []jen.Code
	for _, c := range src.Schema {
		names = append(names, text(c.Name))
	}
	describe := fault.Clone().Dot("Describe").Call(jen.Index().String().Values(names...))
	body = append(body, jen.Return(jen.Qual(pkgStream, "Failed").Call(jen.Id("i"), g.p.sql(src.At),
		jen.Qual("errors", "New").Call(describe))))
	return g.method("drop", "fails with the record that could not be decoded.",
		[]jen.Code{jen.Id("i").Int()}, []jen.Code{jen.Error()}, body)
}

func sourceFor(src *physical.Source) sourcePrinter {
	if src.Values != nil {
		return valuesPrinter
	}
	return sourcePrinters[src.Table.Options.Connector]
}

// sourcePrinters is the table of connectors that can be read. A new one is one file and one line.
var sourcePrinters = map[string]sourcePrinter{
	"kafka":      kafkaPrinter,
	"filesystem": filesystemPrinter,
	"datagen":    datagenPrinter,
}

// sinkPrinter prints what is particular to one connector's writing side.
type sinkPrinter struct {
	// write prints what happens to the current row.
	write func(g *gen, o *physical.Write)
	// open is the expression of type func(*job.Env, int) (stream.Sink, error).
	open func(p *program, s *physical.Sink) *jen.Statement
}

// sinkPrinters is the table of connectors that can be written.
var sinkPrinters map[string]sinkPrinter

func init() {
	sinkPrinters = map[string]sinkPrinter{
		"jdbc":       mysqlPrinter,
		"print":      printPrinter,
		"blackhole":  blackholePrinter,
		"filesystem": filesystemSinkPrinter,
	}
}

// formatPrinter prints the codec of a format.
type formatPrinter struct {
	pkg string // the runtime package, which has Fault, Empty and so on
	// lenient reports whether records that cannot be decoded are dropped instead of failing the job.
	lenient func(src *physical.Source) bool
	// decoder declares type typ with fields Fault and Nulls, its constructor, and the methods
	// decode(buf []byte, span stream.Span, r *row) bool and reset().
	decoder func(g *gen, src *physical.Source, r *row, typ string) []jen.Code
	// plain reports whether the decoder also has the method plain(buf []byte, spans []stream.Span, rows []R) int: it
	// decodes records from the first on until it meets one that must be given to decode. nil: none has it.
	plain func(src *physical.Source) bool
	// lines reports whether a source may hand out texts of lines, and whether the decoder has a path for them: the
	// method walk(rows *[stream.BlockRows]R) over a field lines, of type csv.Lines. nil: there are none.
	lines func(src *physical.Source) (may, path bool)
	// encode prints b = append...(b, ...) for the current row.
	encode func(g *gen, s *physical.Sink)
}

// formats is the table of formats.
var formats map[string]formatPrinter

func init() {
	formats = map[string]formatPrinter{"csv": csvPrinter, "json": jsonPrinter}
}
