// Package window is TUMBLE, written by hand for bench/scripts/window/tumble.sql: one loop over decoded rows.
package window

// Fact is a row of the table.
type Fact struct {
	A, TS int64
	Null  uint64
}

// Bits of columns that are NULL.
const (
	NullA = 1 << iota
	NullTS
)

// Result is a row of the result; times are milliseconds.
type Result struct {
	A, Start, End, Time int64
	Null                uint64
}

// Tumble finds windows.
type Tumble struct {
	Last Result
	Rows int64
}

const size = 5 * 60 * 1000

// Run finds the windows of a block, of which it keeps the last one as a sink that swallows them does.
func (x *Tumble) Run(facts []Fact) {
	for i := range facts {
		r := &facts[i]
		if r.Null&NullTS != 0 {
			continue
		}
		into := r.TS % size
		if into < 0 {
			into += size
		}
		start := r.TS - into
		out := &x.Last
		out.A, out.Start, out.End, out.Time = r.A, start, start+size, start+size-1
		out.Null = r.Null & NullA
		x.Rows++
	}
}
