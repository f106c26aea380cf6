package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
)

// pkgCSVRecord finds the records of csv files; a program that reads no csv does not link it.
const pkgCSVRecord = pkgFilesystem + "/csvrecord"

// filesystemPrinter reads files; the table's format decodes the records.
var filesystemPrinter = sourcePrinter{open: openFiles}

func openFiles(_ *program, src *physical.Source) *jen.Statement {
	o := src.Table.Options
	framer := jen.Qual(pkgFilesystem, "Lines").Values()
	if o.Format == "csv" {
		framer = jen.Qual(pkgCSVRecord, "New").Call(newCSVFormat(o, nil).literal())
	}
	c := jen.Qual(pkgFilesystem, "Config").Values(jen.Dict{
		jen.Id("Table"):  text(src.Table.Name),
		jen.Id("Path"):   text(o.Get("path").Text),
		jen.Id("Framer"): framer,
	})
	return opener("Source", envParam("_"),
		jen.Return(jen.Qual(pkgFilesystem, "NewSource").Call(c), jen.Nil()))
}

// filesystemSinkPrinter appends rows to part files, in the table's format.
var filesystemSinkPrinter = sinkPrinter{write: writeFile, open: openFileSink}

// writeFile prints the row into the sink's buffer. A failure to write the buffer is the job's, not
// the row's, but it is reported at the row that filled it.
func writeFile(g *gen, o *physical.Write) {
	sink := g.sinkField(o.Sink, jen.Op("*").Qual(pkgFilesystem, "Sink"))
	g.add(jen.Id("line").Op(":=").Add(sink.Clone()).Dot("Line").Call())
	formats[o.Sink.Table.Options.Format].encode(g, o.Sink)
	g.add(jen.If(jen.Err().Op(":=").Add(sink.Clone()).Dot("Put").Call(jen.Id("line")),
		jen.Err().Op("!=").Nil()).Block(g.fail(o.Sink.At, jen.Err())))
}

func openFileSink(_ *program, s *physical.Sink) *jen.Statement {
	o := s.Table.Options
	c := jen.Qual(pkgFilesystem, "SinkConfig").Values(jen.Dict{
		jen.Id("Path"):      text(o.Get("path").Text),
		jen.Id("Ending"):    text(o.Format),
		jen.Id("Lane"):      jen.Id("lane"),
		jen.Id("RollBytes"): jen.Lit(int(o.Get("sink.rolling-policy.file-size").Int)),
		jen.Id("RollAge"):   duration(o.Get("sink.rolling-policy.rollover-interval").Duration),
	})
	return opener("Sink", sinkParams("_", "lane"),
		jen.Return(jen.Qual(pkgFilesystem, "NewSink").Call(c), jen.Nil()))
}
