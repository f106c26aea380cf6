package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
)

// stageFile prints one stage: its struct, its constructor, Rows, Flush and Close, and what those need.
func (p *program) stageFile(s *physical.Stage) (File, error) {
	g := &gen{p: p, stage: s, typ: p.stageTypes[s], names: newScope(), port: "_",
		prep: map[string]string{}, sets: map[int]string{}}
	for _, n := range []string{"Base", "At", "Rows", "Flush", "Close", "Watermark", "End", "Cursor", "Count", "fn",
		"text", "keep", "texts", "table", "Snapshot", "Restore", "StateKeys",
		"code", "changed", "change", "emit", "result", "compact", "rows", "origin", "decoder",
		"count", "decode", "drop", "gone", "sweep", "sorted", "waiting", "found",
		"value", "only", "partition", "is", "query", "known", "PortEnded", "Latest",
		latestField, watermarkField} {
		g.names.name(n)
	}
	switch {
	case s.Source != nil:
		g.source()
	default:
		switch root := s.Root.(type) {
		case *physical.Final:
			g.final(root)
		case *physical.Sort:
			g.sort(root)
		case *physical.Over:
			g.over(root)
		case *physical.Match:
			g.match(root)
		default:
			g.received()
		}
	}
	return p.file(p.fileName(s.ID), g.print)
}

// print puts the parts of the stage in order.
func (g *gen) print(f *jen.File) {
	f.Commentf("%s is stage %s.", g.typ, quoted(g.stage.ID))
	fields := append([]jen.Code{jen.Qual(pkgStream, "Base")}, g.fields...)
	if g.counting {
		fields = append(fields, jen.Id("count").Qual(pkgStream, "Counters"))
	}
	f.Type().Id(g.typ).Struct(fields...)
	f.Line()
	f.Comment(newName(g.typ) + " makes the stage's machine for one lane.")
	body := append([]jen.Code{jen.Id("s").Op(":=").Op("&").Id(g.typ).Values()}, jen.Var().Err().Error())
	if !usesErr(g.open) {
		body = body[:1]
	}
	body = append(append(body, g.open...), g.opened...)
	body = append(body, jen.Return(jen.Id("s"), jen.Nil()))
	f.Func().Id(newName(g.typ)).Params(jen.Id("l").Op("*").Qual(pkgJob, "Lane")).
		Params(jen.Qual(pkgStream, "Stage"), jen.Error()).Block(body...)
	f.Line()
	f.Comment("Rows processes a batch.")
	f.Func().Params(g.recv()).Id("Rows").Params(jen.Id(g.port).Int(), jen.Id("b").Qual(pkgStream, "Batch")).
		Error().Block(g.rows...)
	g.printEnds(f)
	addDecls(f, g.decls)
}

func (g *gen) recv() jen.Code { return jen.Id("s").Op("*").Id(g.typ) }

func newName(typ string) string { return "new" + ident(typ, true) }

// usesErr reports whether the constructor's statements share an error variable.
func usesErr(open []jen.Code) bool {
	for _, c := range open {
		if s, ok := c.(*jen.Statement); ok && isIf(s) && !shortDeclares(s) {
			return true
		}
	}
	return false
}

func shortDeclares(s *jen.Statement) bool { return strings.Contains(s.GoString(), ":=") }

// printEnds prints Flush, Close and Count where the stage has something to do there.
func (g *gen) printEnds(f *jen.File) {
	if len(g.flush) > 0 {
		f.Line()
		f.Comment("Flush hands on what is held back.")
		f.Func().Params(g.recv()).Id("Flush").Params().Error().Block(chain(g.flush)...)
	}
	if len(g.finish) > 0 {
		f.Line()
		f.Comment("End gives the results: the input has ended.")
		f.Func().Params(g.recv()).Id("End").Params().Error().Block(chain(g.finish)...)
	}
	if len(g.shut) > 0 {
		f.Line()
		f.Comment("Close closes the functions, all of them even when one fails.")
		f.Func().Params(g.recv()).Id("Close").Params().Error().Block(jen.Return(g.closing()))
	}
	g.printTime(f)
	g.printState(f)
	if g.counting {
		f.Line()
		f.Comment("Count is what the stage has dropped.")
		f.Func().Params(g.recv()).Id("Count").Params().Op("*").Qual(pkgStream, "Counters").Block(
			jen.Return(jen.Op("&").Id("s").Dot("count")))
	}
}

// closing is the error of all functions' Close.
func (g *gen) closing() *jen.Statement {
	if len(g.shut) == 1 {
		return g.shut[0].Clone()
	}
	return jen.Qual("errors", "Join").Call(clones(g.shut)...)
}

// chain prints calls without results one after the other.
func chain(calls []jen.Code) []jen.Code {
	return append(append([]jen.Code{}, calls...), jen.Return(jen.Nil()))
}

// method declares a method of the stage without parameters.
func (g *gen) method(name, doc string, params, results, body []jen.Code) jen.Code {
	m := jen.Comment(name + " " + doc).Line().Func().Params(g.recv()).Id(name).Params(params...)
	if len(results) == 1 {
		m = m.Add(results[0])
	} else if len(results) > 1 {
		m = m.Params(results...)
	}
	return m.Block(body...)
}

// received prints Rows of a stage behind an exchange: one loop over the batch.
func (g *gen) received() {
	x := g.stage.In[0]
	r := g.p.exchangeRow(x)
	body := g.function(jen.Id("i"), func() {
		g.add(jen.Id("in").Op(":=").Id("b").Assert(jen.Op("*").Qual(pkgStream, "Rows").Types(jen.Id(r.name))))
		loop := g.block(func() {
			g.add(jen.Id("r").Op(":=").Op("&").Id("in").Dot("Row").Index(jen.Id("i")))
			if x.Kinds {
				g.add(jen.Id("kind").Op(":=").Id("in").Dot("Kind").Index(jen.Id("i")))
				g.kind = jen.Id("kind")
			}
			g.cols = r.vals("r", len(x.Schema))
			g.consume(g.stage.Root)
		})
		g.add(jen.For(jen.Id("i").Op(":=").Range().Id("in").Dot("Row")).Block(loop...))
		g.add(g.end...)
		g.add(jen.Return(jen.Nil()))
	})
	g.rows = append(append([]jen.Code{}, g.begin...), body...)
}

// write checks constraints and hands the row to the printer of the sink's connector.
func (g *gen) write(o *physical.Write) {
	g.origin(o.At)
	for _, c := range o.Sink.NotNull {
		g.enforceNotNull(o.Sink, c)
	}
	g.writing = o.Sink
	sinkPrinters[o.Sink.Table.Options.Connector].write(g, o)
}

// enforceNotNull is table.exec.sink.not-null-enforcer: fail, or drop the row.
func (g *gen) enforceNotNull(s *physical.Sink, c int) {
	x := g.cols[c]
	if x.null == nil {
		return
	}
	body := []jen.Code{g.fail(s.At, jen.Qual(pkgStream, "NotNull").Call(text(s.Table.Name), text(s.Schema[c].Name)))}
	if g.p.plan.Logical.Settings.DropNullViolations {
		g.counting = true
		body = []jen.Code{jen.Id("s").Dot("count").Dot("Skipped").Op("++"), g.skip.Clone()}
	}
	g.add(jen.If(x.isNull()).Block(body...))
	x.null = nil
	g.cols[c] = x
}

// sinkField is the stage's field with the connector's own sink type.
func (g *gen) sinkField(s *physical.Sink, t *jen.Statement) *jen.Statement {
	for i, y := range g.stage.Sinks() {
		if y == s {
			name := g.names.name(ident(s.Table.Name, false))
			g.fields = append(g.fields, jen.Id(name).Add(t.Clone()))
			g.open = append(g.open, jen.Id("s").Dot(name).Op("=").Id("l").Dot("Sink").Call(jen.Lit(i)).Assert(t))
			return jen.Id("s").Dot(name)
		}
	}
	panic("emit: sink of another stage")
}
