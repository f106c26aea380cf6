package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
)

// This file prints the decoder of a table in the csv format: one type per table, with a path for
// ordinary records (csvplain.go) and one for all (csvgeneral.go). What the parts
// must look like, and why, is told by the runtime package csv.

// csvPrinter prints decoders and encoders of the csv format.
var csvPrinter = formatPrinter{
	pkg:     pkgCSV,
	lenient: func(src *physical.Source) bool { return newCSVFormat(src.Table.Options, src.Schema).lenient },
	decoder: func(g *gen, src *physical.Source, r *row, typ string) []jen.Code {
		d := &csvDecoder{decoderPrinter: newDecoderPrinter(g, src, r, typ),
			format: newCSVFormat(src.Table.Options, src.Schema), names: newScope(),
			widths: make([]string, len(src.Schema))}
		return d.print()
	},
	plain: func(*physical.Source) bool { return true },
	lines: func(src *physical.Source) (may, path bool) {
		return newCSVFormat(src.Table.Options, src.Schema).lines, hasLines(src)
	},
	encode: encodeCSV,
}

// csvDecoder prints one decoder.
type csvDecoder struct {
	decoderPrinter
	format csvFormat
	names  *scope          // of the decoder's fields
	widths []string        // by column: the field that holds its predicted width; "": none does
	left   jen.Code        // how the printed path is left
	locals map[string]bool // variables that it needs
}

func (d *csvDecoder) print() []jen.Code {
	paths := append([]jen.Code{d.plain()}, append(d.linesMethods(), d.general())...)
	return append([]jen.Code{
		d.declare(),
		d.constructor(),
		d.reset(),
	}, paths...)
}

func (d *csvDecoder) declare() jen.Code {
	fields := []jen.Code{jen.Id("split").Qual(pkgCSV, "Splitter")}
	if hasLines(d.src) {
		fields = append(fields, jen.Id("lines").Qual(pkgCSV, "Lines"))
	}
	for _, w := range d.usedWidths() {
		fields = append(fields, jen.Id(w).Qual(pkgCSV, "Width"))
	}
	fields = append(fields, d.resultFields()...)
	doc := d.typ + " reads the records of table " + quoted(d.src.Table.Name) + "."
	return jen.Comment(doc).Line().Type().Id(d.typ).Struct(fields...)
}

func (d *csvDecoder) constructor() jen.Code {
	columns := jen.Lit(len(d.src.Schema))
	split := jen.Qual(pkgCSV, "NewSplitter").Call(d.format.literal(), columns)
	fields := jen.Dict{jen.Id("split"): split}
	if hasLines(d.src) {
		fields[jen.Id("lines")] = jen.Qual(pkgCSV, "NewLines").Call(char(d.format.delimiter), columns.Clone())
	}
	return jen.Func().Id(newName(d.typ)).Params().Op("*").Id(d.typ).Block(
		jen.Return(jen.Op("&").Id(d.typ).Values(fields)))
}

func (d *csvDecoder) reset() jen.Code {
	body := []jen.Code{jen.Id("d").Dot("split").Dot("Reset").Call()}
	for _, w := range d.usedWidths() {
		body = append(body, jen.Id("d").Dot(w).Dot("Reset").Call())
	}
	return d.method("reset", resetDoc, nil, body...)
}

// usedWidths are the fields that hold predicted widths.
func (d *csvDecoder) usedWidths() []string {
	return slices.DeleteFunc(slices.Clone(d.widths), func(w string) bool { return w == "" })
}
