package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// encodeCSV prints statements that append the current row to line as one record.
func encodeCSV(g *gen, s *physical.Sink) {
	f := newCSVFormat(s.Table.Options, s.Schema)
	enc := g.csvEncoder(s, f)
	for i, c := range s.Schema {
		mustFormat(s.Table, c.Name, c.Type)
		if i > 0 {
			g.add(appendLine(char(f.delimiter)))
		}
		g.csvField(enc, f, i, c.Type)
	}
}

// csvField prints one field of the record; a NULL without a literal is an empty one.
func (g *gen) csvField(enc *jen.Statement, f csvFormat, i int, t types.Type) {
	x := g.cols[i]
	set := setLine(csvAppend(enc, x, t))
	if t.IsConstructed() {
		set = setLine(enc.Clone().Dot("AppendNested").Call(jen.Id("line"), g.p.nestedType(t), x.get()))
	}
	switch {
	case x.null == nil:
		g.add(set)
	case f.null == "":
		g.add(jen.If(x.notNull()).Block(set))
	default:
		null := setLine(enc.Clone().Dot("AppendNull").Call(jen.Id("line")))
		g.add(jen.If(x.isNull()).Block(null).Else().Block(set))
	}
}

// csvEncoder is the stage's encoder for a sink.
func (g *gen) csvEncoder(s *physical.Sink, f csvFormat) *jen.Statement {
	name := g.names.name(ident(s.Table.Name, false) + "Encoder")
	g.fields = append(g.fields, jen.Id(name).Qual(pkgCSV, "Encoder"))
	g.open = append(g.open,
		jen.Id("s").Dot(name).Op("=").Qual(pkgCSV, "NewEncoder").Call(f.literal()).Dot("Scientific").Call(
			jen.Lit(s.Table.Options.Get("csv.write-bigdecimal-in-scientific-notation").Bool)))
	return jen.Id("s").Dot(name)
}

func csvAppend(enc *jen.Statement, x val, t types.Type) *jen.Statement {
	call := func(name string, args ...jen.Code) *jen.Statement {
		return enc.Clone().Dot(name).Call(append([]jen.Code{jen.Id("line")}, args...)...)
	}
	switch t.Kind {
	case types.Boolean:
		return call("AppendBool", x.get())
	case types.TinyInt, types.SmallInt, types.Int, types.BigInt:
		return call("AppendInt", int64Of(x, t))
	case types.Float:
		return call("AppendFloat32", x.get())
	case types.Double:
		return call("AppendFloat64", x.get())
	case types.Decimal:
		return call("AppendDecimal", x.get(), jen.Lit(t.Scale))
	case types.Date:
		return call("AppendDate", x.get())
	case types.Time:
		return call("AppendTime", x.get())
	case types.Timestamp:
		return call("AppendTimestamp", x.get())
	case types.TimestampLTZ:
		return call("AppendInstant", x.get())
	case types.Binary, types.VarBinary:
		return call("AppendBytes", x.get())
	}
	return call("AppendString", x.get())
}
