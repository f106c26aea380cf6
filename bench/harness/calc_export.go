//go:build ignore

// What the harness of the projection needs of the generated package, copied into it.
package pipeline

import (
	"github.com/flinkc/flinkc/bench/rivals/calc"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// BenchCalc decodes a block. It returns the rows as the rival has them, what computes the results of
// all of them as the stage does, and the last of these.
func BenchCalc(stage stream.Stage, b *stream.Block) ([]calc.Fact, func(), func() calc.Result) {
	s := stage.(*readFacts)
	rows, err := s.decode(b)
	if err != nil {
		panic(err)
	}
	facts := make([]calc.Fact, len(rows))
	for i, r := range rows {
		facts[i] = calc.Fact{A: r.a, B: r.b, C: r.c, D: r.d, E: r.e, F: r.f, S: r.s, T: r.t, P: r.p,
			TS: r.ts, Null: r.null}
	}
	pass := func() {
		s.text.Reset()
		if err := s.pass(rows); err != nil {
			panic(err)
		}
	}
	last := func() calc.Result {
		w := &s.swallowed
		return calc.Result{C1: w.c1, C2: w.c2, C3: w.c3, C4: w.c4, C5: w.c5, C6: w.c6, C7: w.c7, C8: w.c8,
			C9: w.c9, C10: w.c10, C11: w.c11, C12: w.c12, C13: w.c13, C14: w.c14, C15: w.c15, C16: w.c16,
			C17: w.c17, C18: w.c18, C19: w.c19, C20: w.c20, Null: w.null}
	}
	return facts, pass, last
}
