// Package udf is what the user's own functions may use of the runtime.
//
// A function with state is a type with the method Eval. Open, when it has one, is called once in
// each lane before the first row, and Close at the end:
//
//	type IPToProvince struct{ unknown *udf.Counter }
//
//	func (f *IPToProvince) Open(ctx udf.Context) error {
//		f.unknown = ctx.Counter("unknown")
//		return nil
//	}
//
// Each lane has an instance of its own, so Eval needs no locks.
package udf

import "log/slog"

// Context is what Open is given. It is valid until Close.
type Context interface {
	// Counter registers a number that only grows. It appears at /metrics as
	// flinkc_function_NAME_total with the function's name as a label, summed over lanes. A name is
	// made of letters, digits and "_"; what else it holds is replaced by "_". Asking twice for a
	// name gives the same metric.
	Counter(name string) *Counter
	// Gauge registers a value that goes up and down, shown for each lane.
	Gauge(name string) *Gauge
	// Histogram registers a distribution of values, summed over lanes.
	Histogram(name string) *Histogram
	// Param is the value of --var NAME=VALUE, or otherwise without such a flag.
	Param(name, otherwise string) string
	// ParallelIndex is the number of the lane, from 0; Parallelism is how many lanes the job has.
	ParallelIndex() int
	Parallelism() int
	// Logger writes to the job's log, with the function's name and the lane.
	Logger() *slog.Logger
}
