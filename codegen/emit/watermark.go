package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
)

const (
	// latestField is the highest watermark among the rows of a block, in a stage that reads a table with a WATERMARK.
	latestField = "latest"
	// watermarkField is the watermark that a stage was told last.
	watermarkField = "watermark"
)

// watermark prints that the watermark of a row is noted: one comparison. The driver asks for the highest of a block.
func (g *gen) watermark(o *physical.Watermark) {
	g.share(o)
	g.timed = true
	latest := jen.Id("s").Dot(latestField)
	g.fields = append(g.fields, jen.Id(latestField).Int64().Comment("the highest watermark of the block's rows"))
	g.begin = append(g.begin, latest.Clone().Op("=").Qual("math", "MinInt64"))
	g.origin(o.At)
	time := g.expr(o.Of.Time)
	if time.null != nil {
		g.add(jen.If(time.isNull()).Block(g.fail(o.At, jen.Qual(pkgStream, "NullTime").Call(text(o.Of.Column)))))
	}
	value, mark := g.expr(o.Of.Value), g.locals.name("mark")
	higher := jen.Id(mark).Op(">").Add(latest.Clone())
	if value.null != nil && (time.null == nil || value.null.GoString() != time.null.GoString()) {
		higher = and(value.notNull(), higher)
	}
	g.add(jen.Id(mark).Op(":=").Add(value.operand()).Dot("Millis"))
	g.add(jen.If(higher).Block(latest.Clone().Op("=").Id(mark)))
	g.consume(o.To)
	g.unshare()
}

// currentWatermark is how far the stage knows that event time has come; NULL before it was told.
func (g *gen) currentWatermark(e *logical.CurrentWatermark) val {
	w := func() *jen.Statement { return jen.Id("s").Dot(watermarkField) }
	if !g.told {
		g.told = true
		g.fields = append(g.fields, jen.Id(watermarkField).Int64().Comment("that the stage was told last"))
		g.open = append(g.open, w().Op("=").Qual("math", "MinInt64"))
	}
	return val{v: load(w(), e.T), null: w().Op("==").Qual("math", "MinInt64"), compact: true}
}

// printTime prints the methods by which the driver asks for event times, and tells of them.
func (g *gen) printTime(f *jen.File) {
	if g.timed {
		f.Line()
		f.Comment("Latest is the highest watermark among the rows of the last block.")
		f.Func().Params(g.recv()).Id("Latest").Params().Int64().Block(
			jen.Return(jen.Id("s").Dot(latestField)))
	}
	if g.told {
		f.Line()
		f.Comment("Watermark notes how far event time has come.")
		f.Func().Params(g.recv()).Id("Watermark").Params(jen.Id("ms").Int64()).Error().Block(
			jen.Id("s").Dot(watermarkField).Op("=").Id("ms"), jen.Return(jen.Nil()))
	}
}
