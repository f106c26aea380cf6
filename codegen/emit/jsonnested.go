package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/types"
)

// This file prints how the json format reads and writes values of constructed types.

// nesting is the address of the program's variable with what of a format's options matters inside of values.
func (p *program) nesting(f jsonFormat) *jen.Statement {
	d := jen.Dict{}
	for name, on := range map[string]bool{"ISO": f.iso, "Lenient": f.lenient, "FailMissing": f.failMissing,
		"Plain": f.plain, "OmitNull": f.omitNull} {
		if on {
			d[jen.Id(name)] = jen.True()
		}
	}
	switch f.nullKeys {
	case "DROP":
		d[jen.Id("NullKeys")] = jen.Qual(pkgJSON, "DropNullKeys")
	case "LITERAL":
		d[jen.Id("NullKeys")] = jen.Qual(pkgJSON, "NameNullKeys")
		d[jen.Id("NullKey")] = text(f.nullKey)
	}
	return p.described("nesting", jen.Qual(pkgJSON, "Nesting").Values(d), "the format inside of values")
}

// fastNested prints the reading of a value off bytes behind p: its end is found first, so that what stands behind it
// stays with the fast path.
func (d *jsonDecoder) fastNested(c jsonCol, off int) []jen.Code {
	whole := jen.Id("buf").Index(behind(off).Op(":").Id("q"))
	read := jen.Id("d").Dot("read").Dot("NestedText").Call(whole, d.g.p.nestedType(c.typ), d.g.p.nesting(d.format))
	return []jen.Code{
		jen.If(jen.Id("q").Op("=").Add(inDoc("SkipValue", behind(off), jen.Id("e"))), isNegative("q")).Block(d.left),
		jen.If(jen.List(ids("v", "ok")...).Op(":=").Add(read), jen.Id("ok")).Block(
			c.place().Op("=").Id("v")).Else().Block(d.left),
	}
}

// encodeNested prints how a value that is not NULL comes behind line.
func (f jsonFormat) encodeNested(g *gen, c types.Field, x val) {
	call := jen.Qual(pkgJSON, "AppendNested").Call(jen.Id("line"), g.p.nestedType(c.Type), x.get(), g.p.nesting(f))
	g.add(setLine(g.called("text", call, true, false, g.writing.At).v))
}
