package emit

// Aggregates of frames: which rows a frame has, how they come and go, and what is known of them.

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// overFrame is the aggregates of one frame that are computed alike: those that take rows back which leave the frame,
// or those that are computed anew then. Floating-point sums are of the latter, as in Flink: what is left of a sum when
// a value is taken back has other last digits.
type overFrame struct {
	*group
	w     *overStage
	frame logical.OverFrame
	calls []int // of the Over
	// Names of the stage's accumulator and methods.
	acc, adds, takes, resets, below, within string
	// Names in the pass over a partition.
	low, high, result string
}

// framesOf sorts the aggregates that somebody reads by their frames.
func (w *overStage) framesOf() []*overFrame {
	var out []*overFrame
	for i, call := range w.Calls {
		if call.Rank != logical.NoRank || !w.Wanted(i) {
			continue
		}
		takes := !call.Frame.Low.Unbounded && w.exact(call.AggCall)
		f := frameLike(out, call.Frame, takes)
		if f == nil {
			f = &overFrame{w: w, frame: call.Frame,
				group: &group{Aggregation: &physical.Aggregation{Input: w.Schema, Retract: takes, At: w.At}}}
			out = append(out, f)
		}
		agg := call.AggCall
		agg.Keeps = takes && (agg.Func == logical.Min || agg.Func == logical.Max)
		f.Calls, f.calls = append(f.Calls, agg), append(f.calls, i)
	}
	for _, f := range out {
		f.prepare()
	}
	return out
}

func frameLike(frames []*overFrame, frame logical.OverFrame, takes bool) *overFrame {
	for _, f := range frames {
		if f.frame == frame && f.Retract == takes {
			return f
		}
	}
	return nil
}

// exact reports an aggregate that is the same whether a value has never come or was taken back.
func (w *overStage) exact(call logical.AggCall) bool {
	if call.Distinct || call.Func >= logical.FirstValue {
		return false
	}
	if len(call.Args) == 0 {
		return true
	}
	const fits = 19 // digits, of which 38 hold the sum of any number of rows
	t := w.Schema[call.Args[0]].Type
	sums := call.Func == logical.Sum || call.Func == logical.Avg
	return call.Func == logical.Count || !t.IsApproximate() && !(sums && t.Kind == types.Decimal && t.Precision > fits)
}

// prepare names what the frame has in the program.
func (f *overFrame) prepare() {
	g := f.w.gen
	made := g.p.newGroup(f.Aggregation, g.p.stageTypes[g.stage]+"Frame")
	made.frame = true
	f.group = made
	f.acc, f.adds, f.takes = g.names.name("frame"), g.names.name("add"), g.names.name("take")
	f.resets, f.below, f.within = g.names.name("reset"), g.names.name("below"), g.names.name("within")
	f.compute = g.names.name("resultOf")
	g.fields = append(g.fields, jen.Id(f.acc).Id(f.group.acc))
	if f.hasTexts() && g.texts == "" {
		g.texts = "texts"
		g.fields = append(g.fields, jen.Id(g.texts).Qual(pkgState, "Texts"))
	}
	if f.keepsOrder() && g.prep[keptField] == "" {
		g.prep[keptField] = keptField
		g.fields = append(g.fields, jen.Id(keptField).Qual(pkgOrder, "Values"))
	}
	g.decls = append(g.decls, f.accDecl(), resultDecl(f.group))
}

// names gives the frame its names in the pass.
func (f *overFrame) names() {
	f.low, f.high = f.w.locals.name("low"), f.w.locals.name("high")
	f.result = f.w.locals.name("result")
}

// start prints what happens in front of a partition.
func (f *overFrame) start() {
	if !f.frame.Low.Unbounded {
		f.w.add(jen.Id(f.low).Op(":=").Lit(0))
	}
	f.w.add(jen.Id(f.high).Op(":=").Lit(0))
	if f.settles() {
		f.w.add(jen.Var().Id(f.result).Id(f.group.result))
	}
	f.w.add(f.reset())
}

func (f *overFrame) reset() *jen.Statement { return jen.Id("s").Dot(f.resets).Call() }

// settles reports a frame whose result is that of the row before when no row has come: one that rows never leave.
// Constructed values live for one row only.
func (f *overFrame) settles() bool {
	for _, x := range f.accs {
		if x.gathers() || x.call.Func == logical.UserAgg {
			return false
		}
	}
	return f.frame.Low.Unbounded
}

// step prints how the frame goes on to the current row, and its result there.
func (f *overFrame) step() {
	if f.w.texts != "" && f == f.w.frames[0] {
		f.w.add(jen.If(jen.Id("s").Dot(f.w.texts).Dot("Wasteful").Call()).Block(jen.Id("s").Dot("compact").Call()))
	}
	high, low := jen.Id(f.high), jen.Id(f.low)
	result := jen.List(jen.Id(f.result), jen.Err()).Op(":=").Id("s").Dot(f.compute).Call(jen.Op("&").Id("s").Dot(f.acc))
	failed := jen.If(jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Err()))
	grow := jen.For(f.above()).Block(f.call(f.adds, high), high.Clone().Op("++"))
	switch {
	case f.settles():
		again := jen.List(jen.Id("now"), jen.Err()).Op(":=").Id("s").Dot(f.compute).Call(jen.Op("&").Id("s").Dot(f.acc))
		f.w.add(jen.If(jen.Id("i").Op("==").Lit(0).Op("||").Add(f.above())).Block(
			grow, again, failed, jen.Id(f.result).Op("=").Id("now")))
		return
	case f.frame.Low.Unbounded:
		f.w.add(grow)
	case f.Retract:
		f.w.add(grow, jen.For(low.Clone().Op("<").Add(high).Op("&&").Add(f.under())).Block(
			f.call(f.takes, low), low.Clone().Op("++")))
	default:
		f.anew(grow)
	}
	f.w.add(result, failed)
}

// anew prints how a frame that rows leave is computed from its first row on.
func (f *overFrame) anew(grow *jen.Statement) {
	high, low, from := jen.Id(f.high), jen.Id(f.low), f.w.locals.name("from")
	f.w.add(jen.Id(from).Op(":=").Add(low.Clone()), jen.For(f.under()).Block(low.Clone().Op("++")))
	f.w.add(jen.If(low.Clone().Op(">").Id(from)).Block(
		f.reset(),
		jen.For(jen.Id(from).Op("=").Add(low.Clone()), jen.Id(from).Op("<").Add(high.Clone()), jen.Id(from).Op("++")).
			Block(f.call(f.adds, jen.Id(from))),
		high.Clone().Op("=").Id("max").Call(high.Clone(), low.Clone())))
	f.w.add(grow)
}

// call prints how a row comes or goes.
func (f *overFrame) call(method string, at *jen.Statement) *jen.Statement {
	return returnIfErr(jen.Id("s").Dot(method).Call(jen.Op("&").Id("p").Dot("Rows").Index(at.Clone())))
}

// above is the condition that the row behind the frame belongs to it.
func (f *overFrame) above() *jen.Statement {
	b, high := f.frame.High, jen.Id(f.high)
	switch {
	case b.Unbounded:
		return high.Op("<").Add(f.w.ask(f.w.n))
	case f.frame.Rows:
		return high.Op("<").Id("min").Call(offset(b.Offset+1), f.w.ask(f.w.n))
	case b.IsCurrent():
		return high.Op("<").Add(f.w.ask(f.w.peersEnd))
	}
	return high.Clone().Op("<").Add(f.w.ask(f.w.n)).Op("&&").Add(f.compare(f.within, high))
}

// under is the condition that the first row of the frame leaves it.
func (f *overFrame) under() *jen.Statement {
	b, low := f.frame.Low, jen.Id(f.low)
	switch {
	case f.frame.Rows && f.Retract:
		return low.Op("<").Add(offset(b.Offset))
	case f.frame.Rows:
		return low.Op("<").Id("min").Call(offset(b.Offset), f.w.ask(f.w.n))
	case b.IsCurrent():
		return low.Op("<").Add(f.w.ask(f.w.peers))
	case f.Retract:
		return f.compare(f.below, low)
	}
	return low.Clone().Op("<").Add(f.w.ask(f.w.n)).Op("&&").Add(f.compare(f.below, low))
}

func (f *overFrame) compare(method string, at *jen.Statement) *jen.Statement {
	return jen.Id("s").Dot(method).Call(jen.Op("&").Id("p").Dot("Rows").Index(at.Clone()), jen.Id("r"))
}

// offset is the number of a row so far from the current one. No partition has as many rows as would overflow it.
func offset(n int64) *jen.Statement {
	const most = 1 << 40
	switch n = min(max(n, -most), most); {
	case n < 0:
		return jen.Id("i").Op("-").Lit(int(-n))
	case n == 0:
		return jen.Id("i")
	}
	return jen.Id("i").Op("+").Lit(int(n))
}

// declare prints the methods of the frame.
func (f *overFrame) declare() {
	g := f.w.gen
	g.texts = map[bool]string{true: "texts"}[g.texts != ""]
	seen := &finalNames{sets: map[int]string{}}
	f.updateMethod(f.adds, "adds a row to a frame.", adding, seen)
	if f.Retract {
		f.updateMethod(f.takes, "takes a row out of a frame.", taking, seen)
	}
	f.resetMethod(seen)
	g.resultMethod(f.group)
	if low := f.frame.Low; !f.frame.Rows && !low.Unbounded && !low.IsCurrent() {
		f.belowMethod()
	}
	if high := f.frame.High; !f.frame.Rows && !high.Unbounded && !high.IsCurrent() {
		f.withinMethod()
	}
}

// updateMethod prints how a row comes or goes.
func (f *overFrame) updateMethod(name, doc string, way way, seen *finalNames) {
	g := f.w.gen
	body := g.function(jen.Lit(0), func() {
		g.cols = f.w.row.vals("r", len(f.w.Schema))
		g.add(jen.Id("a").Op(":=").Op("&").Id("s").Dot(f.acc))
		g.update(f.group, seen, way)
		g.add(jen.Return(jen.Nil()))
	})
	g.decls = append(g.decls, g.method(name, doc, []jen.Code{jen.Id("r").Op("*").Id(f.w.row.name)},
		[]jen.Code{jen.Error()}, body))
}

// resetMethod prints how a frame becomes empty.
func (f *overFrame) resetMethod(seen *finalNames) {
	g := f.w.gen
	acc := jen.Id("s").Dot(f.acc)
	body := g.release(f.group, acc)
	for i := range f.accs {
		if set := seen.sets[i]; set != "" {
			body = append(body, jen.Id("s").Dot(set).Op("=").Qual(pkgState, "Set").Values())
		}
	}
	body = append(body, acc.Clone().Op("=").Id(f.group.acc).Values())
	g.decls = append(g.decls, g.method(f.resets, "makes a frame empty.", nil, nil, body))
}
