package nexmark

import (
	"github.com/flinkc/flinkc/bench/scripts/nexmark/udf"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// Query is a query over bids.
type Query interface {
	// Run works on records. Reach bytes behind each must be readable.
	Run(buf []byte, spans []stream.Span)
	// Result is how many rows the sink got, and the last of them: a struct of the columns in order
	// and a bit for each that is NULL.
	Result() (rows int64, last any)
}

// Result is what the sink got.
func (s *Sink[R]) Result() (rows int64, last any) { return s.Rows, s.Last }

// Queries makes the queries by name.
var Queries = map[string]func() Query{
	"q0":  func() Query { return &Q0{} },
	"q1":  func() Query { return &Q1{} },
	"q2":  func() Query { return &Q2{} },
	"q14": func() Query { return &Q14{Count: udf.CountChar} },
	"q21": func() Query { return &Q21{} },
	"q22": func() Query { return &Q22{} },
}
