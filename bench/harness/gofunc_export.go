//go:build ignore

// What the harness of the Go functions needs of the generated package, copied into it.
package pipeline

import "github.com/flinkc/flinkc/rtlib/stream"

// BenchFact is a decoded row.
type BenchFact struct {
	K, V int64
	Line string
	Null uint64
}

// BenchFunction decodes a block, and returns its rows and what the stage does with all of them.
func BenchFunction(stage stream.Stage, b *stream.Block) ([]BenchFact, func()) {
	s := stage.(*readFacts)
	rows, err := s.decode(b)
	if err != nil {
		panic(err)
	}
	facts := make([]BenchFact, len(rows))
	for i, r := range rows {
		facts[i] = BenchFact{r.k, r.v, r.line, r.null}
	}
	return facts, func() {
		if err := s.pass(rows); err != nil {
			panic(err)
		}
	}
}
