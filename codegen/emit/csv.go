package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
)

// csvPrinter prints decoders and encoders of the csv format.
var csvPrinter = formatPrinter{
	pkg:     pkgCSV,
	lenient: func(src *physical.Source) bool { return src.Table.Options.Get("csv.ignore-parse-errors").Bool },
}

// jsonPrinter prints decoders and encoders of the json format.
var jsonPrinter = formatPrinter{
	pkg:     pkgJSON,
	lenient: func(src *physical.Source) bool { return src.Table.Options.Get("json.ignore-parse-errors").Bool },
}

var filesystemPrinter, datagenPrinter sourcePrinter
var filesystemSinkPrinter sinkPrinter
var _ = jen.Id
