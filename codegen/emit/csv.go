package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
)

// This file prints the decoder of a table in the csv format: one type per table, with a fast path
// for ordinary records (csvfast.go) and a general path for all (csvgeneral.go). What the parts
// must look like, and why, is told by the runtime package csv.

// csvPrinter prints decoders and encoders of the csv format.
var csvPrinter = formatPrinter{
	pkg:     pkgCSV,
	lenient: func(src *physical.Source) bool { return newCSVFormat(src.Table.Options).lenient },
	decoder: func(g *gen, src *physical.Source, r *row, typ string) []jen.Code {
		d := &csvDecoder{decoderPrinter: newDecoderPrinter(g, src, r, typ),
			format: newCSVFormat(src.Table.Options), names: newScope()}
		return d.print()
	},
	encode: encodeCSV,
}

// csvDecoder prints one decoder.
type csvDecoder struct {
	decoderPrinter
	format csvFormat
	names  *scope          // of the decoder's fields
	widths []string        // fields that hold the predicted widths of columns
	locals map[string]bool // variables that the fast path needs
}

func (d *csvDecoder) print() []jen.Code {
	fast, general := d.fast(), d.general()
	return []jen.Code{
		d.declare(),
		d.constructor(),
		d.reset(),
		d.decodeMethod(),
		fast,
		general,
	}
}

func (d *csvDecoder) declare() jen.Code {
	fields := []jen.Code{jen.Id("split").Qual(pkgCSV, "Splitter")}
	for _, w := range d.widths {
		fields = append(fields, jen.Id(w).Qual(pkgCSV, "Width"))
	}
	fields = append(fields, d.resultFields()...)
	doc := d.typ + " reads the records of table " + quoted(d.src.Table.Name) + "."
	return jen.Comment(doc).Line().Type().Id(d.typ).Struct(fields...)
}

func (d *csvDecoder) constructor() jen.Code {
	columns := jen.Lit(len(d.src.Schema))
	split := jen.Qual(pkgCSV, "NewSplitter").Call(d.format.literal(), columns)
	return jen.Func().Id(newName(d.typ)).Params().Op("*").Id(d.typ).Block(
		jen.Return(jen.Op("&").Id(d.typ).Values(jen.Dict{jen.Id("split"): split})))
}

func (d *csvDecoder) reset() jen.Code {
	body := []jen.Code{jen.Id("d").Dot("split").Dot("Reset").Call()}
	for _, w := range d.widths {
		body = append(body, jen.Id("d").Dot(w).Dot("Reset").Call())
	}
	return d.method("reset", resetDoc, nil, body...)
}
