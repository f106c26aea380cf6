package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// blackholePrinter swallows rows. Each is made, over the one before, as other sinks are given it: what was computed
// stays computed, which Go's compiler would not see to.
var blackholePrinter = sinkPrinter{
	write: func(g *gen, o *physical.Write) {
		sink := g.sinkField(o.Sink, jen.Op("*").Qual(pkgBlackhole, "Sink"))
		g.swallow(o.Sink)
		g.add(sink.Dot("Rows").Op("++"))
	},
	open: func(_ *program, _ *physical.Sink) *jen.Statement {
		return opener("Sink", sinkParams("_", "_"), jen.Return(jen.Qual(pkgBlackhole, "New").Call(), jen.Nil()))
	},
}

// swallow prints how the current row becomes the one that the blackhole has swallowed last.
func (g *gen) swallow(s *physical.Sink) {
	used := make([]physical.Use, len(s.Schema))
	for i := range used {
		used[i] = physical.Value
	}
	r := newRow(g.p.names.name(g.typ+"Swallowed"), s.Schema, used)
	field := g.names.name("swallowed")
	g.fields = append(g.fields, jen.Id(field).Id(r.name))
	g.decls = append(g.decls, r.decl("is a row as the sink gets it."))
	g.add(jen.Id("last").Op(":=").Op("&").Id("s").Dot(field))
	for _, c := range r.cols {
		if x := g.cols[c.index]; x.v != nil {
			g.add(jen.Id("last").Dot(c.field).Op("=").Add(store(x.get(), c.typ)))
		}
	}
	if r.bits > 0 {
		g.setNulls(r, "last")
	}
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
	put := line.Clone().Op("=")
	if t.IsConstructed() {
		put = put.Add(g.nest().Dot("AppendPrinted").Call(line, g.p.nestedType(t), x.get()))
	} else {
		put = put.Add(printCall(x, t))
	}
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
		return jen.Qual(pkgValue, "AppendInt").Call(line, int64Of(x, t))
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
		return jen.Qual(pkgValue, "AppendByteArray").Call(line, x.get())
	}
	return jen.Append(line, x.get().Op("..."))
}
