//go:build ignore

// What the harness of windows needs of the generated package, copied into it.
package pipeline

import (
	"github.com/flinkc/flinkc/bench/rivals/window"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// BenchWindow decodes a block. It returns the rows as the rival has them, what finds the windows of all
// of them as the stage does, and the last of these.
func BenchWindow(stage stream.Stage, b *stream.Block) ([]window.Fact, func(), func() window.Result) {
	s := stage.(*readFacts)
	rows, err := s.decode(b)
	if err != nil {
		panic(err)
	}
	facts := make([]window.Fact, len(rows))
	for i, r := range rows {
		facts[i] = window.Fact{A: r.a, TS: r.ts, Null: r.null}
	}
	pass := func() {
		if err := s.pass(rows); err != nil {
			panic(err)
		}
	}
	last := func() window.Result {
		w := &s.swallowed
		return window.Result{A: w.a, Start: w.windowStart, End: w.windowEnd, Time: w.windowTime, Null: w.null}
	}
	return facts, pass, last
}
