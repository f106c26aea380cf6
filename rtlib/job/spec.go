// Package job runs a compiled pipeline: it opens sources and sinks, drives the stages in lanes,
// ends epochs and commits them, answers on HTTP, and turns what happens into an exit code.
package job

import (
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// Spec is a whole pipeline, as the generated program describes it. Sources, sinks, stages and edges
// refer to each other by index.
type Spec struct {
	Name  string
	Query string // hash of the script, for --version
	// Plan is the physical plan as text, for /plan.
	Plan string
	// Guarantee says what a restart means, when that is worth a line in the log; else empty.
	Guarantee string

	// Interval is the time between epochs; 0: one epoch, at the end.
	Interval time.Duration
	// Parallelism is the script's own wish; 0: the cores that the process may use.
	Parallelism int
	Zone        string // IANA name of the session time zone
	// Keyed: the job keeps state that a restart loses, so it commits no positions.
	Keyed bool
	// Batch: results come when the input has ended, so a job that is told to stop before has none.
	Batch bool
	// NeedsFrom: starting from committed positions would lose the state before them, so the job
	// insists on --from.
	NeedsFrom bool
	// WatermarkInterval is the time between watermarks of a source; 0: behind each row that raises it. IdleTimeout is
	// how long a split without records holds the watermark back; 0: for ever. Both are of stages that are stream.Timed.
	WatermarkInterval time.Duration
	IdleTimeout       time.Duration
	Vars              []string // ${VAR} that are read when the program starts

	Sources []Source
	Sinks   []Sink
	Stages  []Stage
	Edges   []Edge
}

// Source is a table that is read.
type Source struct {
	Table     string
	Connector string
	Open      func(*Env) (stream.Source, error)
	// Single: the source has one split that one lane reads (an inline VALUES).
	Single bool
}

// Sink is a table that is written. Open is called once, or once a lane when the stage that writes
// it runs in all.
type Sink struct {
	Table     string
	Connector string
	Open      func(env *Env, lane int) (stream.Sink, error)
}

// Stage is one stage of the plan; New makes its machine for one lane.
type Stage struct {
	ID     string // stable: from the SQL
	Source int    // index in Sources, -1 for a stage behind exchanges
	Single bool   // one lane whatever the parallelism
	Sinks  []int  // indexes in Sinks that it writes
	Outs   []int  // indexes in Edges that it feeds
	Schema uint64 // hash of what the stage keeps; 0 when it keeps nothing
	New    func(*Lane) (stream.Stage, error)
}

// Distribution says which consumer lane gets a row.
type Distribution uint8

// Distributions. Forward keeps the lane.
const (
	Hash Distribution = iota
	Single
	Forward
)

// Edge is an exchange between two stages.
type Edge struct {
	To    int // index in Stages
	Port  int
	Dist  Distribution
	Kinds bool        // carries updates
	Rows  stream.Form // of its batches
}

// Lane is what a stage's machine is made from.
type Lane struct {
	Index int
	Env   *Env
	wires []*stream.Wire
	sinks []stream.Sink
}

// Out returns the wire of the stage's i-th output edge.
func (l *Lane) Out(i int) *stream.Wire { return l.wires[i] }

// Sink returns the stage's i-th sink.
func (l *Lane) Sink(i int) stream.Sink { return l.sinks[i] }
