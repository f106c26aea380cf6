package emit

import (
	"cmp"
	"time"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/options"
	"github.com/flinkc/flinkc/typecheck/types"
)

// jobFile prints the description of the pipeline for the driver.
func (p *program) jobFile(f *jen.File) {
	s := p.plan.Logical.Settings
	zone := sessionZone(s)
	fields := jen.Dict{
		jen.Id("Name"):        text(p.opt.Name),
		jen.Id("Query"):       text(p.opt.Hash),
		jen.Id("Plan"):        jen.Id("plan"),
		jen.Id("Guarantee"):   text(p.opt.Guarantee),
		jen.Id("Interval"):    duration(p.interval()),
		jen.Id("Parallelism"): jen.Lit(s.Parallelism),
		jen.Id("Zone"):        text(zone),
		jen.Id("Keyed"):       jen.Lit(p.keyed()),
		jen.Id("NeedsFrom"):   jen.Lit(p.opt.NeedsFrom),
		jen.Id("Sources"):     jen.Index().Qual(pkgJob, "Source").Values(p.sources()...),
		jen.Id("Sinks"):       jen.Index().Qual(pkgJob, "Sink").Values(p.sinks()...),
		jen.Id("Stages"):      jen.Index().Qual(pkgJob, "Stage").Values(p.stages()...),
		jen.Id("Edges"):       jen.Index().Qual(pkgJob, "Edge").Values(p.edges()...),
	}
	if s.Batch {
		fields[jen.Id("Batch")] = jen.True()
	}
	if p.plan.HasWatermarks() {
		fields[jen.Id("WatermarkInterval")] = duration(s.WatermarkInterval)
		fields[jen.Id("IdleTimeout")] = duration(s.IdleTimeout)
	}
	if zone != utc || p.zones {
		f.Anon("time/tzdata") // the script names a zone; a container may have no zone files
	}
	f.Comment("plan is the physical plan, as /plan shows it.")
	f.Const().Id("plan").Op("=").Add(text(p.opt.PlanText))
	f.Line()
	f.Comment("Job describes the pipeline to the driver.")
	f.Func().Id("Job").Params().Op("*").Qual(pkgJob, "Spec").Block(
		jen.Return(jen.Op("&").Qual(pkgJob, "Spec").Values(fields)))
}

const utc = "UTC"

// sessionZone is the name of the zone in which instants are shown.
func sessionZone(s logical.Settings) string { return cmp.Or(s.LocalTimeZone, utc) }

// keyed reports whether the job keeps state that a restart loses.
func (p *program) keyed() bool { return p.plan.Keyed() }

// interval is the time between epochs: as the script says, else the smallest flush interval of its sinks, else a
// second. A sink whose interval is 0 flushes when it has enough rows, and at the end.
func (p *program) interval() time.Duration {
	if d := p.plan.Logical.Settings.CheckpointInterval; d > 0 {
		return d
	}
	least, timed := time.Second, len(p.plan.Sinks) == 0
	for _, s := range p.plan.Sinks {
		if s.Table.Options.Connector != "jdbc" {
			timed = true
			continue
		}
		if d := s.Table.Options.Get("sink.buffer-flush.interval").Duration; d > 0 {
			least, timed = min(least, d), true
		}
	}
	if !timed {
		return 0
	}
	return least
}

// duration prints a time in the largest unit that divides it.
func duration(d time.Duration) *jen.Statement {
	if d == 0 {
		return jen.Lit(0)
	}
	for _, u := range []struct {
		unit time.Duration
		name string
	}{{time.Second, "Second"}, {time.Millisecond, "Millisecond"}, {time.Microsecond, "Microsecond"}} {
		if d%u.unit == 0 {
			return jen.Lit(int(d/u.unit)).Op("*").Qual("time", u.name)
		}
	}
	return jen.Lit(int(d))
}

func (p *program) sources() []jen.Code {
	var out []jen.Code
	for _, s := range p.plan.Sources {
		table, connector := "VALUES", "values"
		if s.Table != nil {
			table, connector = s.Table.Name, s.Table.Options.Connector
		}
		out = append(out, jen.Line().Values(jen.Dict{
			jen.Id("Table"): text(table), jen.Id("Connector"): text(connector),
			jen.Id("Open"): sourceFor(s).open(p, s),
		}))
	}
	return lines(out)
}

func (p *program) sinks() []jen.Code {
	var out []jen.Code
	for _, s := range p.plan.Sinks {
		out = append(out, jen.Line().Values(jen.Dict{
			jen.Id("Table"): text(s.Table.Name), jen.Id("Connector"): text(s.Table.Options.Connector),
			jen.Id("Open"): sinkPrinters[s.Table.Options.Connector].open(p, s),
		}))
	}
	return lines(out)
}

func (p *program) stages() []jen.Code {
	var out []jen.Code
	for _, s := range p.plan.Stages {
		source := -1
		if s.Source != nil {
			source = s.Source.Index
		}
		d := jen.Dict{jen.Id("ID"): text(s.ID), jen.Id("Source"): jen.Lit(source),
			jen.Id("New"): jen.Id(newName(p.stageTypes[s]))}
		if s.Single {
			d[jen.Id("Single")] = jen.True()
		}
		if lines := p.stateSchema(s); len(lines) > 0 {
			d[jen.Id("Schema")] = schemaHash(lines)
		}
		if ids := sinkIndexes(s); len(ids) > 0 {
			d[jen.Id("Sinks")] = jen.Index().Int().Values(ids...)
		}
		var outs []jen.Code
		for _, x := range s.Outs() {
			outs = append(outs, jen.Lit(x.Index))
		}
		if len(outs) > 0 {
			d[jen.Id("Outs")] = jen.Index().Int().Values(outs...)
		}
		out = append(out, jen.Line().Values(d))
	}
	return lines(out)
}

func sinkIndexes(s *physical.Stage) []jen.Code {
	var out []jen.Code
	for _, k := range s.Sinks() {
		out = append(out, jen.Lit(k.Index))
	}
	return out
}

func (p *program) edges() []jen.Code {
	dist := map[physical.Distribution]string{
		physical.Hash: "Hash", physical.Single: "Single", physical.Forward: "Forward"}
	var out []jen.Code
	for _, x := range p.plan.Exchanges {
		d := jen.Dict{jen.Id("To"): jen.Lit(x.To.Index), jen.Id("Dist"): jen.Qual(pkgJob, dist[x.Dist]),
			jen.Id("Rows"): p.edgeForm(x)}
		if x.Port > 0 {
			d[jen.Id("Port")] = jen.Lit(x.Port)
		}
		if x.Kinds {
			d[jen.Id("Kinds")] = jen.True()
		}
		out = append(out, jen.Line().Values(d))
	}
	return lines(out)
}

// lines ends a list whose items start on lines of their own.
func lines(items []jen.Code) []jen.Code {
	if len(items) == 0 {
		return nil
	}
	return append(items, jen.Line())
}

// opener is a function literal that opens a connector.
func opener(result string, params []jen.Code, body ...jen.Code) *jen.Statement {
	return jen.Func().Params(params...).Params(jen.Qual(pkgStream, result), jen.Error()).Block(body...)
}

func envParam(name string) []jen.Code {
	return []jen.Code{jen.Id(name).Op("*").Qual(pkgJob, "Env")}
}

func sinkParams(env, lane string) []jen.Code {
	return []jen.Code{jen.Id(env).Op("*").Qual(pkgJob, "Env"), jen.Id(lane).Int()}
}

// secret is a credential as an expression that is resolved when the program starts.
func secret(v options.Value) *jen.Statement {
	d := jen.Dict{}
	switch {
	case v.Secret.Env != "":
		d[jen.Id("Env")] = text(v.Secret.Env)
	case v.Secret.File != "":
		d[jen.Id("File")] = text(v.Secret.File)
	default:
		d[jen.Id("Literal")] = text(v.Secret.Literal)
	}
	return jen.Qual(pkgJob, "Secret").Values(d)
}

var (
	_ logical.Node
	_ types.Kind
)
