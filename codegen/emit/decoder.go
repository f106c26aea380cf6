package emit

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// decoderPrinter is what the printers of all formats' decoders share. In the printed methods d is
// the decoder, buf and span are the record and r is the row that it becomes.
type decoderPrinter struct {
	g      *gen
	src    *physical.Source
	row    *row
	typ    string
	column []*rowCol // by index in the schema; nil: not referenced
}

func newDecoderPrinter(g *gen, src *physical.Source, r *row, typ string) decoderPrinter {
	d := decoderPrinter{g: g, src: src, row: r, typ: typ, column: make([]*rowCol, len(src.Schema))}
	for i := range r.cols {
		c := &r.cols[i]
		mustFormat(src.Table, c.name, c.typ)
		d.column[c.index] = c
	}
	return d
}

// mustFormat stops at a type that no format has a form for.
func mustFormat(t *logical.Table, column string, typ types.Type) {
	if typ.IsConstructed() {
		for _, part := range typ.Parts() {
			mustFormat(t, column, part)
		}
		return
	}
	switch typ.Kind {
	case types.Boolean, types.TinyInt, types.SmallInt, types.Int, types.BigInt, types.Float,
		types.Double, types.Decimal, types.Char, types.VarChar, types.Binary, types.VarBinary,
		types.Date, types.Time, types.Timestamp, types.TimestampLTZ:
		return
	}
	panic(errFormatType(t, column, typ))
}

// resultFields are the fields of a decoder that the stage reads.
func (d *decoderPrinter) resultFields() []jen.Code {
	pkg := formats[d.src.Table.Options.Format].pkg
	return []jen.Code{
		jen.Id("Fault").Qual(pkg, "Fault").Comment("why decode gave no row"),
		jen.Id("Nulls").Int().Comment("fields that could not be read and are NULL"),
	}
}

// method declares a method of the decoder; result may be nil.
func (d *decoderPrinter) method(
	name, doc string, params []jen.Code, body ...jen.Code,
) *jen.Statement {
	m := jen.Comment(name + " " + doc).Line().
		Func().Params(jen.Id("d").Op("*").Id(d.typ)).Id(name).Params(params...)
	if len(params) > 0 {
		m = m.Bool()
	}
	return m.Block(body...)
}

// recordParams are the parameters of the methods that decode a record.
func (d *decoderPrinter) recordParams() []jen.Code {
	return []jen.Code{
		jen.Id("buf").Index().Byte(),
		jen.Id("span").Qual(pkgStream, "Span"),
		jen.Id("r").Op("*").Id(d.row.name),
	}
}

// decodeMethod prints the method of two paths.
func (d *decoderPrinter) decodeMethod() jen.Code {
	return d.method("decode", "makes a row of a record, or says in Fault why it gives none.",
		d.recordParams(), jen.Return(d.twoPaths()))
}

// twoPaths is the call of the fast path, and of the general one if that refuses the record.
func (d *decoderPrinter) twoPaths() *jen.Statement {
	call := func(path string) *jen.Statement {
		return jen.Id("d").Dot(path).Call(jen.Id("buf"), jen.Id("span"), jen.Id("r"))
	}
	return call("fast").Op("||").Add(call("general"))
}

// heading is the comment above the part of a column.
func (d *decoderPrinter) heading(i int) jen.Code {
	use := ""
	switch d.src.Used[i] {
	case physical.Unused:
		use = ", not referenced"
	case physical.NullOnly:
		use = ", only whether it is NULL"
	}
	return nameComment(d.src.Schema[i].Name, use)
}

// place is the row's field of a column.
func (c *rowCol) place() *jen.Statement { return jen.Id("r").Dot(c.field) }

// nameComment is a comment of a column's name and more text; no name can end it or become an
// instruction to a tool.
func nameComment(name, more string) jen.Code { return jen.Comment("// " + comment(name) + more) }

// clearNulls prints that no column of the row variable on is NULL.
func (r *row) clearNulls(on string) []jen.Code {
	null := jen.Id(on).Dot("null")
	switch {
	case r.bits == 0:
		return nil
	case r.bits > 64:
		return []jen.Code{null.Op("=").Index(jen.Lit(r.words())).Uint64().Values()}
	}
	return []jen.Code{null.Op("=").Lit(0)}
}

// hexMask is the mask of the n lowest bits of a word, 1 to 64.
func hexMask(n int) *jen.Statement {
	return jen.Id(fmt.Sprintf("%#x", ^uint64(0)>>(64-n)))
}

// resetDoc documents the decoders' method reset.
const resetDoc = "starts a block: the texts of the previous one are forgotten."

// ids are names as a list of arguments.
func ids(names ...string) []jen.Code {
	var out []jen.Code
	for _, n := range names {
		out = append(out, jen.Id(n))
	}
	return out
}

// spanStart is the index of the record's first byte.
func spanStart() *jen.Statement { return jen.Int().Call(jen.Id("span").Dot("Start")) }

// spanEnd is the index behind its last one.
func spanEnd() *jen.Statement { return jen.Int().Call(jen.Id("span").Dot("End")) }

// setFault is an assignment of the decoder's fault.
func setFault(f *jen.Statement) *jen.Statement { return jen.Id("d").Dot("Fault").Op("=").Add(f) }

// faultOf is a fault of one column.
func faultOf(pkg, kind string, column int, text jen.Code) *jen.Statement {
	return jen.Qual(pkg, "Fault").Values(
		jen.Id("Kind").Op(":").Qual(pkg, kind),
		jen.Id("Column").Op(":").Lit(column),
		jen.Id("Text").Op(":").Add(text))
}

// isEmpty prints the test for a record that has no value.
func isEmpty(pkg string) jen.Code {
	empty := jen.Qual(pkg, "Fault").Values(jen.Id("Kind").Op(":").Qual(pkg, "Empty"))
	return jen.If(jen.Id("span").Dot("IsNull").Call()).Block(setFault(empty), leave())
}

// isFaulty prints an assignment of the fault and the end of the record if it is one.
func isFaulty(pkg string, fault *jen.Statement) jen.Code {
	found := jen.Id("d").Dot("Fault").Dot("Kind").Op("!=").Qual(pkg, "None")
	return jen.If(setFault(fault), found).Block(leave())
}

// leave prints the end of a path: the record is not for it.
func leave() jen.Code { return jen.Return(jen.False()) }
