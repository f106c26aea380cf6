package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// windows prints the windows of a row: all is arithmetic of milliseconds, with the sizes as constants of the program. A
// row in one window costs no loop; of one in several, everything behind is done in a loop over them, as in UNNEST.
//
// Windows are of the wall clock. A TIMESTAMP is one; a TIMESTAMP_LTZ becomes that of the session's zone.
type windows struct {
	*gen
	*physical.Window
	zone *jen.Statement // of a TIMESTAMP_LTZ; nil where the wall clock shows the time as it is
	time *jen.Statement // of the row, in milliseconds
}

func (g *gen) window(o *physical.Window) {
	w := &windows{gen: g, Window: o}
	g.share(o)
	g.origin(o.At)
	w.moment()
	g.unshare()
	switch sizes := o.Of.Sizes; o.Of.Kind {
	case logical.Tumble:
		w.tumble(sizes[0])
	case logical.Hop:
		w.hop(sizes[0], sizes[1])
	case logical.Cumulate:
		w.cumulate(sizes[0], sizes[1])
	}
}

// moment prints the row's time; a row without is left.
func (w *windows) moment() {
	t := w.Of.Time.Type()
	x := w.expr(w.Of.Time)
	if x.null != nil {
		w.add(jen.If(x.isNull()).Block(w.skip.Clone()))
	}
	millis := x.operand().Dot("Millis")
	if t.Kind == types.TimestampLTZ && sessionZone(w.p.plan.Logical.Settings) != utc {
		w.needContext()
		w.zone = jen.Id("s").Dot("fn").Dot("Zone")
		millis = x.operand().Dot("Local").Call(w.zone.Clone()).Dot("Millis")
	}
	w.time = w.bind(val{v: millis}, "at").get()
}

// begin is the start of the window of a size that the time is in.
func (w *windows) begin(size int64) *jen.Statement {
	return jen.Qual(pkgFn, "WindowStart").Call(w.time.Clone(), jen.Lit(int(w.Of.Offset)), jen.Lit(int(size)))
}

func (w *windows) tumble(size int64) {
	start := w.bind(val{v: w.begin(size)}, "start").get()
	w.rest(start, start.Clone().Op("+").Lit(int(size)))
}

// hop prints the loop over windows of a size that begin at every slide, the last one first, as in Flink.
func (w *windows) hop(slide, size int64) {
	start := jen.Id(w.locals.name("start"))
	w.loop(jen.For(start.Clone().Op(":=").Add(w.begin(slide)),
		start.Clone().Op(">").Add(w.time.Clone()).Op("-").Lit(int(size)),
		start.Clone().Op("-=").Lit(int(slide))), func() {
		w.rest(start, start.Clone().Op("+").Lit(int(size)))
	})
}

// cumulate prints the loop over windows that all begin with the one of the whole size, each a step longer.
func (w *windows) cumulate(step, size int64) {
	start := w.bind(val{v: w.begin(size)}, "start").get()
	end := jen.Id(w.locals.name("end"))
	w.loop(jen.For(end.Clone().Op(":=").Add(w.begin(step)).Op("+").Lit(int(step)),
		end.Clone().Op("<=").Add(start.Clone()).Op("+").Lit(int(size)),
		end.Clone().Op("+=").Lit(int(step))), func() {
		w.rest(start, end)
	})
}

// loop prints a loop, in which a row is left by going on to the next window.
func (w *windows) loop(head *jen.Statement, body func()) {
	cols, skip := w.cols, w.skip
	w.skip = jen.Continue()
	inner := w.block(body)
	w.cols, w.skip = cols, skip
	w.add(head.Block(inner...))
}

// rest prints what is behind the window, to which only those of its columns are known that are wanted there.
func (w *windows) rest(start, end *jen.Statement) {
	wanted := physical.Needs(w.To)[len(w.Schema):]
	columns := w.Of.Out[len(w.Schema):]
	of := []func() val{
		func() val { return w.column(start, columns[0].Type) },
		func() val { return w.column(end, columns[1].Type) },
		func() val { return w.last(end, columns[2].Type) },
	}
	out := append([]val{}, w.cols...)
	for i, column := range of {
		x := val{}
		if wanted[i] != physical.Unused {
			x = column()
		}
		out = append(out, x)
	}
	w.cols = out
	w.consume(w.To)
}

func (w *windows) column(millis *jen.Statement, t types.Type) val {
	v := jen.Qual(pkgValue, "Timestamp").Values(jen.Dict{jen.Id("Millis"): millis.Clone()})
	return val{v: v, atom: true, compact: compact(t)}
}

// last is the time of the window: its last millisecond, as an instant where the row's time is one.
func (w *windows) last(end *jen.Statement, t types.Type) val {
	x := w.column(end.Clone().Op("-").Lit(1), t)
	if w.zone == nil {
		return x
	}
	return w.bind(val{v: x.get().Dot("Instant").Call(w.zone.Clone())}, "windowTime")
}
