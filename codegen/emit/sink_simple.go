package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// blackholePrinter swallows rows: what was computed for them stays computed.
var blackholePrinter = sinkPrinter{
	write: func(g *gen, o *physical.Write) {
		sink := g.sinkField(o.Sink, jen.Op("*").Qual(pkgBlackhole, "Sink"))
		for _, x := range g.cols {
			if x.v != nil && !x.atom {
				g.add(jen.Id("_").Op("=").Add(x.get()))
			}
		}
		g.add(sink.Dot("Rows").Op("++"))
	},
	open: func(_ *program, _ *physical.Sink) *jen.Statement {
		return opener("Sink", sinkParams("_", "_"), jen.Return(jen.Qual(pkgBlackhole, "New").Call(), jen.Nil()))
	},
}

// printPrinter prints rows as Flink's print connector does.
var printPrinter = sinkPrinter{
	write: func(g *gen, o *physical.Write) {
		sink := g.sinkField(o.Sink, jen.Op("*").Qual(pkgPrint, "Sink"))
		g.add(jen.Id("line").Op(":=").Add(sink.Clone()).Dot("Begin").Call(g.kindOrInsert()))
		for i, f := range o.Sink.Schema {
			if i > 0 {
				g.add(jen.Id("line").Op("=").Append(jen.Id("line"), jen.Lit(", ").Op("...")))
			}
			g.printField(g.cols[i], f.Type)
		}
		g.add(sink.Clone().Dot("End").Call(jen.Id("line")))
	},
	open: func(_ *program, s *physical.Sink) *jen.Statement {
		o := s.Table.Options
		parallel := o.Get("sink.parallelism")
		d := jen.Dict{jen.Id("Identifier"): text(o.Get("print-identifier").Text),
			jen.Id("StandardError"): jen.Lit(o.Get("standard-error").Bool)}
		if parallel.Set && parallel.Int > 1 {
			d[jen.Id("Task")] = jen.True()
		}
		return opener("Sink", sinkParams("_", "_"),
			jen.Return(jen.Qual(pkgPrint, "New").Call(jen.Qual(pkgPrint, "Config").Values(d)), jen.Nil()))
	},
}

// printField appends one field in the form of Java's toString.
func (g *gen) printField(x val, t types.Type) {
	line := jen.Id("line")
	put := line.Clone().Op("=").Add(printCall(x, t))
	if x.null == nil {
		g.add(put)
		return
	}
	g.add(jen.If(x.isNull()).Block(
		line.Clone().Op("=").Append(line.Clone(), jen.Lit("null").Op("...")),
	).Else().Block(put))
}

func printCall(x val, t types.Type) *jen.Statement {
	line := jen.Id("line")
	switch t.Kind {
	case types.Boolean:
		return jen.Qual("strconv", "AppendBool").Call(line, x.get())
	case types.TinyInt, types.SmallInt, types.Int, types.BigInt, types.IntervalYearMonth, types.IntervalDayTime:
		return jen.Qual("strconv", "AppendInt").Call(line, int64Of(x, t), jen.Lit(10))
	case types.Float:
		return jen.Qual(pkgValue, "AppendFloat32").Call(line, x.get())
	case types.Double:
		return jen.Qual(pkgValue, "AppendFloat64").Call(line, x.get())
	case types.Decimal:
		return jen.Qual(pkgValue, "AppendDecimalJava").Call(line, x.get(), jen.Lit(t.Scale))
	case types.Date:
		return jen.Qual(pkgValue, "AppendDate").Call(line, x.get())
	case types.Time:
		return jen.Qual(pkgValue, "AppendLocalTime").Call(line, x.get())
	case types.Timestamp:
		return jen.Qual(pkgValue, "AppendLocalDateTime").Call(line, x.get())
	case types.TimestampLTZ:
		return jen.Qual(pkgValue, "AppendInstant").Call(line, x.get())
	case types.Binary, types.VarBinary:
		return jen.Qual(pkgPrint, "AppendBytes").Call(line, x.get())
	}
	return jen.Append(line, x.get().Op("..."))
}
