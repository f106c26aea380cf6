package emit

// Functions with OVER. A stage keeps its rows until the input has ended; then one pass over each partition computes all
// functions for a row after the other. What a pass has:
//
//	rows       r0 r1 r2 r3 r4 r5      of the partition, as typed structs, in order
//	                 |  |             rows with equal keys: from peers up to peersEnd
//	              ^     i     ^
//	             low        high      of each frame, which only grow; its accumulator has the rows between
//
// Two frames of one function's window share nothing: each is a few instructions a row.

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// overStage is the work on one stage with an Over.
type overStage struct {
	*gen
	*physical.Over
	row    *row
	frames []*overFrame
	// Names in the pass over a partition, and of these, which are asked for.
	n, peers, peersEnd, dense string
	asked                     map[string]bool
}

// over prints a stage that keeps its rows in order and hands them on when the input has ended, each with what the
// functions say of it.
func (g *gen) over(o *physical.Over) {
	w := &overStage{gen: g, Over: o, row: g.p.exchangeRow(g.stage.In[0]), asked: map[string]bool{}}
	keys := make([]logical.SortKey, len(o.Partition), len(o.Partition)+len(o.Order))
	store := jen.Qual(pkgOrder, "NewPartitioned").Call(
		append([]jen.Code{codeOf(w.row)}, columns(append(keys, o.Order...))...)...)
	g.sortedRows("Partitioned", store, w.row, w.keep)
	partitions := jen.Id("s").Dot("sorted").Dot("Partitions").Call()
	g.finish = append(g.finish, jen.For(jen.Id("p").Op(":=").Range().Add(partitions)).Block(
		returnIfErr(jen.Id("s").Dot("partition").Call(jen.Id("p")))))
	w.frames = w.framesOf()
	w.pass()
	for _, f := range w.frames {
		f.declare()
	}
	if g.texts != "" {
		w.compactMethod()
	}
}

// keep prints how a row is kept.
func (w *overStage) keep() {
	w.add(jen.Id("r").Op(":=").Op("&").Id("in").Dot("Row").Index(jen.Id("i")))
	w.cols = w.row.vals("r", len(w.Schema))
	w.add(jen.Id("k").Op(":=").Id("s").Dot("sorted").Dot("Key").Call())
	for _, c := range w.Partition {
		w.putKey(jen.Id("k"), c, w.Schema)
	}
	w.add(jen.Id("k").Dot("EndPartition").Call())
	for _, k := range w.Order {
		w.putKey(jen.Id("k"), k.Column, w.Schema)
	}
	w.add(jen.Id("s").Dot("sorted").Dot("Add").Call(jen.Id("r")))
}

// ask is a name in the pass, whose value is needed then.
func (w *overStage) ask(name string) *jen.Statement {
	w.asked[name] = true
	return jen.Id(name)
}

// pass prints the method that gives the rows of a partition, with what the functions say, to the operators behind.
func (w *overStage) pass() {
	body := w.function(jen.Lit(0), func() {
		w.locals.name("p")
		w.n, w.dense = w.locals.name("n"), w.locals.name("dense")
		w.peers, w.peersEnd = w.locals.name("peers"), w.locals.name("peersEnd")
		for _, f := range w.frames {
			f.names()
		}
		loop := w.block(w.passRow)
		if w.asked[w.n] {
			w.add(jen.Id(w.n).Op(":=").Len(jen.Id("p").Dot("Rows")))
		}
		next := w.nextPeers()
		for _, f := range w.frames {
			f.start()
		}
		row := jen.Id("r").Op(":=").Op("&").Id("p").Dot("Rows").Index(jen.Id("i"))
		loop = append(append(append(w.begin, row), next...), loop...)
		w.begin = nil
		w.add(jen.For(jen.Id("i").Op(":=").Range().Id("p").Dot("Rows")).Block(loop...), jen.Return(jen.Nil()))
	})
	of := jen.Id("p").Op("*").Qual(pkgOrder, "Partition").Types(jen.Id(w.row.name))
	w.decls = append(w.decls, w.method("partition", "gives the rows of a partition to the operators behind, with what "+
		"the functions say of each.", []jen.Code{of}, []jen.Code{jen.Error()}, body))
}

// nextPeers prints how the rows with equal keys are found, where somebody asks for them: the variables, and what
// happens at each row.
func (w *overStage) nextPeers() []jen.Code {
	var each []jen.Code
	if w.asked[w.peers] {
		w.add(jen.Id(w.peers).Op(":=").Lit(0))
		each = append(each, jen.Id(w.peers).Op("=").Id("i"))
	}
	if w.asked[w.dense] {
		w.add(jen.Id(w.dense).Op(":=").Int64().Call(jen.Lit(0)))
		each = append(each, jen.Id(w.dense).Op("++"))
	}
	if len(each) == 0 && !w.asked[w.peersEnd] {
		return nil
	}
	end := jen.Id(w.peersEnd)
	w.add(end.Clone().Op(":=").Lit(0))
	each = append(each, end.Clone().Op("=").Id("p").Dot("Peers").Call(jen.Id("i")))
	return []jen.Code{jen.If(jen.Id("i").Op("==").Add(end)).Block(each...)}
}

// passRow prints what happens to a row in its turn: the results of all functions, then the operators behind.
func (w *overStage) passRow() {
	w.skip = jen.Continue()
	w.cols = w.row.vals("r", len(w.Schema))
	results := make([]val, len(w.Calls))
	w.origin(w.At)
	for i, call := range w.Calls {
		if call.Rank != logical.NoRank && w.Wanted(i) {
			results[i] = w.rank(call)
		}
	}
	for _, f := range w.frames {
		f.step()
		for i, x := range f.results.vals(f.result, len(f.accs)) {
			results[f.calls[i]] = x
		}
	}
	w.cols = append(w.cols, results...)
	w.consume(w.To)
}

// compactMethod prints the method that moves the texts of all frames when most are outdated.
func (w *overStage) compactMethod() {
	body := []jen.Code{jen.Var().Id("to").Qual(pkgState, "Texts")}
	for _, f := range w.frames {
		for _, x := range f.accs {
			for _, name := range x.textFields() {
				at := jen.Id("s").Dot(f.acc).Dot(name)
				body = append(body, at.Clone().Op("=").Id("s").Dot(w.texts).Dot("Move").Call(
					at, jen.Op("&").Id("to")))
			}
		}
	}
	body = append(body, jen.Id("s").Dot(w.texts).Op("=").Id("to"))
	w.decls = append(w.decls, w.method("compact", "moves the texts in use together.", nil, nil, body))
}
