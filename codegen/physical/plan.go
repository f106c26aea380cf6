// Package physical is the plan as the machine runs it: stages of fused operators, cut only at explicit exchanges.
// It names exchanges by key and distribution, never lanes or goroutines.
package physical

import (
	"time"

	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// Plan is a whole job.
type Plan struct {
	Logical   *logical.Plan
	Sources   []*Source
	Sinks     []*Sink
	Stages    []*Stage // producers before consumers
	Exchanges []*Exchange
	Functions []*logical.UserFunction
}

// Source is a table that is read, once, whoever uses it; or the rows of a VALUES.
type Source struct {
	Index  int
	Table  *logical.Table  // nil for VALUES
	Values *logical.Values // nil for a table
	Schema []types.Field
	// Used says per column of Schema what the plan wants of it.
	Used []Use
	At   diag.Span
}

// Use is what a plan wants of a column.
type Use uint8

// Uses, in rising order. NullOnly: only whether the value is NULL. Digits: the value with the digits that it may have
// beyond what its type says; see digits.go.
const (
	Unused Use = iota
	NullOnly
	Value
	Digits
)

// Sink is a table that is written.
type Sink struct {
	Index   int
	Table   *logical.Table
	Schema  []types.Field
	Key     []int
	NotNull []int
	// Lanes: every lane that produces rows writes by itself; otherwise the rows are gathered in one.
	Lanes bool
	At    diag.Span
}

// Distribution says which consumer lane gets a row.
type Distribution uint8

// Distributions.
const (
	Hash Distribution = iota
	Single
	Forward
)

// Exchange carries rows from stages to one stage.
type Exchange struct {
	Index  int
	To     *Stage
	Port   int
	Dist   Distribution
	Schema []types.Field
	Key    []int // columns, for Hash
	Kinds  bool  // carries updates
	// Digits: the columns whose values keep digits that their type does not have; nil: none.
	Digits []bool
	// Partial: the rows are keys with accumulators; nil for ordinary rows.
	Partial *Aggregation
}

// Stage is a pipeline between exchanges.
type Stage struct {
	Index  int
	ID     string // from the SQL: stays when another statement is added
	Source *Source
	In     []*Exchange // ports; empty for a source stage
	Root   Op          // what each input row meets first
	Single bool
}

// Op is an operator inside a stage: it is given rows one by one and gives rows to the operators behind it.
type Op interface {
	// Next are the operators that get the output.
	Next() []Op
	// In is the schema of the rows that it is given.
	In() []types.Field
}

// Head is the part that all operators share.
type Head struct {
	Schema []types.Field // of the input
	At     diag.Span
}

// In returns the input schema.
func (h Head) In() []types.Field { return h.Schema }

type (
	// Tee gives each row to several operators.
	Tee struct {
		Head
		To []Op
	}

	// Watermark notes the event time of each row and passes the rows on. It stands at the front of a stage that reads
	// a table, where somebody behind it asks for watermarks.
	Watermark struct {
		Head
		Of *logical.Watermark
		To Op
	}

	// Filter passes the rows for which Cond is TRUE.
	Filter struct {
		Head
		Cond logical.Expr
		To   Op
	}

	// Project computes a new row.
	Project struct {
		Head
		Exprs []logical.Expr
		Out   []types.Field
		To    Op
	}

	// Unnest makes a row of each part of a collection; see logical.Unnest.
	Unnest struct {
		Head
		Of *logical.Unnest
		To Op
	}

	// Window gives a row once for each window that its time falls into; see logical.Window. A row whose time is NULL is
	// in none.
	Window struct {
		Head
		Of *logical.Window
		To Op
	}

	// Partial aggregates in the lane where rows arise and sends accumulators over its exchange.
	Partial struct {
		Head
		*Aggregation
		To *Exchange
	}

	// Final merges accumulators (Merge) or aggregates rows, and emits a key's result when it has changed.
	Final struct {
		Head
		*Aggregation
		Merge bool
		// EachRow: emit after every row instead of once a batch (mini-batch switched off).
		EachRow bool
		// Before: emit -U as well.
		Before bool
		// AtEnd: emit each key once, when the input has ended.
		AtEnd bool
		Out   []types.Field
		To    Op
	}

	// Limit passes the first rows that arrive.
	Limit struct {
		Head
		Offset, Count int64
		To            Op
	}

	// Sort keeps rows until the input has ended, and passes them in order: those behind the first Offset, and of them
	// at most Count. It stands at the front of its stage.
	Sort struct {
		Head
		Keys          []logical.SortKey
		Offset, Count int64
		To            Op
	}

	// Over keeps rows until the input has ended, and passes them, partition by partition and in order, with a column
	// more for each of its calls. It stands at the front of its stage.
	Over struct {
		Head
		Partition []int
		Order     []logical.SortKey
		Calls     []logical.OverFunc
		Out       []types.Field
		To        Op
	}

	// Repeat passes a row as often as its last column says, without that column.
	Repeat struct {
		Head
		To Op
	}

	// Match looks rows up among those of a query. It stands at the front of its stage: the query's rows come through
	// port 0, the others through port 1, and leave when the input has ended, with a column more.
	Match struct {
		Head
		Node *logical.Match
		To   Op
	}

	// Send writes rows to an exchange.
	Send struct {
		Head
		To *Exchange
	}

	// Write writes rows to a sink.
	Write struct {
		Head
		Sink  *Sink
		Kinds logical.Changes
	}
)

// Aggregation is what is computed for each key. It is shared by the two halves of a two-phase aggregation.
type Aggregation struct {
	ID    string // from the SQL, stable
	Group []int  // input columns
	Calls []logical.AggCall
	// Input is the schema that Group and Calls refer to.
	Input []types.Field
	// Retract: rows may be taken back, and a group without rows is deleted.
	Retract bool
	// TTL is how long a key is kept behind its last row; 0: for ever.
	TTL time.Duration
	At  diag.Span
}

// Next returns the consumers.
func (o *Tee) Next() []Op { return o.To }

// Next returns the consumer.
func (o *Watermark) Next() []Op { return []Op{o.To} }

// Next returns the consumer.
func (o *Filter) Next() []Op { return []Op{o.To} }

// Next returns the consumer.
func (o *Project) Next() []Op { return []Op{o.To} }

// Next returns the consumer.
func (o *Unnest) Next() []Op { return []Op{o.To} }

// Next returns the consumer.
func (o *Window) Next() []Op { return []Op{o.To} }

// Next returns nothing: the rows leave the stage.
func (o *Partial) Next() []Op { return nil }

// Next returns the consumer.
func (o *Final) Next() []Op { return []Op{o.To} }

// Next returns the consumer.
func (o *Limit) Next() []Op { return []Op{o.To} }

// Next returns the consumer.
func (o *Sort) Next() []Op { return []Op{o.To} }

// Next returns the consumer.
func (o *Over) Next() []Op { return []Op{o.To} }

// Next returns the consumer.
func (o *Repeat) Next() []Op { return []Op{o.To} }

// Next returns the consumer.
func (o *Match) Next() []Op { return []Op{o.To} }

// Next returns nothing: the rows leave the stage.
func (o *Send) Next() []Op { return nil }

// Next returns nothing: the rows leave the program.
func (o *Write) Next() []Op { return nil }

// Outs returns the exchanges that a stage feeds, in the order of its operators.
func (s *Stage) Outs() []*Exchange {
	var out []*Exchange
	Walk(s.Root, func(o Op) {
		switch o := o.(type) {
		case *Send:
			out = append(out, o.To)
		case *Partial:
			out = append(out, o.To)
		}
	})
	return out
}

// Sinks returns the sinks that a stage writes, in the order of its operators.
func (s *Stage) Sinks() []*Sink {
	var out []*Sink
	Walk(s.Root, func(o Op) {
		if w, ok := o.(*Write); ok {
			out = append(out, w.Sink)
		}
	})
	return out
}

// Walk visits an operator and all behind it, front to back.
func Walk(o Op, visit func(Op)) {
	visit(o)
	for _, n := range o.Next() {
		Walk(n, visit)
	}
}
