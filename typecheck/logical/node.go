// Package logical is the bound plan of a script: what codegen compiles without ever seeing the
// syntax tree.
package logical

import (
	"slices"
	"time"

	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/options"
	"github.com/flinkc/flinkc/typecheck/types"
)

// Plan is a whole job: all INSERTs of the script, run as one program.
type Plan struct {
	Sinks     []*Sink
	Functions []*UserFunction // those that the sinks use, in order of declaration
	Settings  Settings
	Source    *diag.Source
	// Answers are what the statements of the script say that ask.
	Answers []Answer
}

// Answer is the table that a SHOW, DESCRIBE or EXPLAIN gives, which At is the place of. NULL is "".
type Answer struct {
	At      diag.Span
	Columns []string
	Rows    [][]string
}

// Settings are the SET keys that change what a program does.
type Settings struct {
	MiniBatchOff       bool          // table.exec.mini-batch.enabled = false, given explicitly
	LocalTimeZone      string        // table.local-time-zone; UTC by default
	CheckpointInterval time.Duration // execution.checkpointing.interval; 0 when not set
	Parallelism        int           // parallelism.default; 0 when not set
	PipelineName       string
	Batch              bool // execution.runtime-mode = batch
	// TrimPad: table.exec.sink.type-length-enforcer = TRIM_PAD. The checker has put the casts that
	// cut and pad below the sinks.
	TrimPad            bool
	DropNullViolations bool // table.exec.sink.not-null-enforcer = DROP
	// WatermarkInterval is pipeline.auto-watermark-interval; 0: behind each row that raises the watermark.
	WatermarkInterval time.Duration
	IdleTimeout       time.Duration // table.exec.source.idle-timeout; 0: no split is idle
}

// Node is an operator. Every node knows its output columns, its place in the SQL and what changes
// it makes.
type Node interface {
	Schema() []types.Field
	Span() diag.Span
	Inputs() []Node
	Changes() Changes
	// UpsertKeys are the sets of output columns that identify a row of the result; nil when none is
	// known.
	UpsertKeys() [][]int
}

// Changes says which changelog messages a stream carries.
type Changes struct {
	Update bool // +U
	Before bool // -U as well, because somebody downstream needs it
	Delete bool // -D
}

// InsertOnly reports whether the stream carries nothing but +I.
func (c Changes) InsertOnly() bool { return !c.Update && !c.Delete }

// Props are the properties that all nodes carry.
type Props struct {
	Out   []types.Field
	At    diag.Span
	Kinds Changes
	Keys  [][]int
}

// Schema returns the output columns.
func (p *Props) Schema() []types.Field { return p.Out }

// Span returns the node's place in the SQL.
func (p *Props) Span() diag.Span { return p.At }

// Changes returns the changelog messages that the node makes.
func (p *Props) Changes() Changes { return p.Kinds }

// UpsertKeys returns the known upsert keys.
func (p *Props) UpsertKeys() [][]int { return p.Keys }

type (
	// Scan reads a table. Out holds the physical columns, in order of declaration; computed columns
	// are a Project on top, so are views.
	Scan struct {
		Props
		Table *Table
	}

	// Values is an inline relation: rows of constant expressions.
	Values struct {
		Props
		Rows [][]Expr
	}

	// Filter keeps the rows for which Cond is TRUE.
	Filter struct {
		Props
		In   Node
		Cond Expr
	}

	// Project computes the output columns from the input row.
	Project struct {
		Props
		In    Node
		Exprs []Expr
	}

	// Aggregate groups by input columns and computes aggregates over input columns (a Project below
	// computes what they need). Out is the group columns followed by one column per call. No group
	// column: one global row. DISTINCT is an Aggregate without calls.
	Aggregate struct {
		Props
		In    Node
		Group []int
		Calls []AggCall
		// AtEnd: each group has one row, once the input has ended (batch mode). A global aggregation
		// then has a row even of no input.
		AtEnd bool
		// TTL is how long a group is kept behind its last change; 0: for ever.
		TTL time.Duration
		// Windowed: start and end of a window are among the columns, and each group has one row, when its
		// window has ended.
		Windowed bool
	}

	// Unnest gives each row of In once for each part of a collection, with the part behind its
	// columns: the element of an ARRAY or MULTISET (a MULTISET's as often as it counts), key and value
	// of a MAP, the fields of an element that is a ROW, which must not be NULL. The call of a table
	// function is an ARRAY of its rows.
	Unnest struct {
		Props
		In         Node
		Collection Expr
		Ordinality bool // a last column with the part's number, from 1
		Cond       Expr // over the output; nil: TRUE
		Left       bool // a row without a part for which Cond is TRUE is given once, with NULLs
	}

	// Union is UNION ALL.
	Union struct {
		Props
		Ins []Node
	}

	// Limit keeps the first rows that arrive.
	Limit struct {
		Props
		In            Node
		Offset, Count int64 // Count -1: all
	}

	// Sort orders its input, once that has ended, and keeps the rows behind the first Offset ones.
	// Rows whose keys are equal stay in order of arrival. Out is the first columns of the input; By
	// may name others, too.
	Sort struct {
		Props
		In            Node
		By            []SortKey
		Offset, Count int64 // Count -1: all
	}

	// Match looks each row of In up among the rows of Query, all of which are known by then, and adds
	// a column with what it finds. Rows belong together when their By columns are equal, which NULL is
	// to nothing; those of Query are its last ones.
	Match struct {
		Props
		In, Query Node
		Kind      MatchKind
		By        []int
		X         int // column of In that MatchIn looks for in the first column of Query
	}

	// Repeat passes each row as often as the last column of its input says, which is a BIGINT NOT NULL
	// and not passed on: not at all where that is less than 1.
	Repeat struct {
		Props
		In Node
	}

	// Sink writes In to a table; In's schema has the types of the table's columns (casts are
	// inserted). For an INSERT with a column list the missing columns are NULL literals.
	Sink struct {
		Props
		In    Node
		Table *Table
		// Key is the columns that key the writes: PRIMARY KEY, or for legacy tables the query's
		// upsert key; nil: append.
		Key []int
		// NotNull lists the columns whose constraint must be checked for each row.
		NotNull []int
	}
)

// Inputs returns no node.
func (*Scan) Inputs() []Node { return nil }

// Inputs returns no node.
func (*Values) Inputs() []Node { return nil }

// Inputs returns the input.
func (n *Filter) Inputs() []Node { return []Node{n.In} }

// Inputs returns the input.
func (n *Project) Inputs() []Node { return []Node{n.In} }

// Inputs returns the input.
func (n *Aggregate) Inputs() []Node { return []Node{n.In} }

// Inputs returns the input.
func (n *Unnest) Inputs() []Node { return []Node{n.In} }

// Inputs returns the inputs.
func (n *Union) Inputs() []Node { return n.Ins }

// Inputs returns the input.
func (n *Limit) Inputs() []Node { return []Node{n.In} }

// Inputs returns the input.
func (n *Sort) Inputs() []Node { return []Node{n.In} }

// Inputs returns the rows and the query.
func (n *Match) Inputs() []Node { return []Node{n.In, n.Query} }

// Inputs returns the input.
func (n *Repeat) Inputs() []Node { return []Node{n.In} }

// Inputs returns the input.
func (n *Sink) Inputs() []Node { return []Node{n.In} }

// MatchKind is what a Match adds.
type MatchKind uint8

// Kinds of a Match: whether there is a row; whether there is one with the value, which is NULL
// where NULLs leave it open; the first column of the only row, NULL without one.
const (
	MatchExists MatchKind = iota
	MatchIn
	MatchValue
)

// SortKey is an input column that rows are ordered by.
type SortKey struct {
	Column    int
	Desc      bool
	NullsLast bool
}

// AggCall is one aggregate: Func over an input column, for rows where Filter is TRUE.
type AggCall struct {
	Func     AggFunc
	Args     []int // input columns; none for COUNT(*); several for COUNT(DISTINCT a, b)
	Distinct bool
	Filter   int // input column of type BOOLEAN; -1: none
	// Separator stands between the texts of a ListAgg.
	Separator string
	// Nulls: an ArrayAgg has NULLs, too.
	Nulls bool
	// Keeps: the values are kept, for what is left when rows are taken back.
	Keeps bool
	// User is the function of a UserAgg.
	User *UserFunction
	Name string
	Type types.Type
	At   diag.Span
}

// AggFunc is an aggregate function.
type AggFunc uint8

// Aggregate functions. Count with no argument counts rows.
const (
	Count AggFunc = iota
	Sum
	Avg
	Min
	Max
	FirstValue // the first and last that is not NULL, by arrival
	LastValue
	ListAgg  // texts joined in order of arrival
	ArrayAgg // values in order of arrival
	Collect  // values that are not NULL, each with its number
	UserAgg  // a function of the user
)

// ByArrival reports the functions whose result depends on the order of rows.
func (f AggFunc) ByArrival() bool { return f >= FirstValue && f < UserAgg }

// Table is a declared table.
type Table struct {
	Name       string // as declared, without catalog and database
	Path       []string
	Columns    []types.Field // physical columns, in order of declaration
	PrimaryKey []int         // columns; nil when not declared
	Watermark  *Watermark    // nil when not declared
	Options    *options.Resolved
	Legacy     bool // declared with connector.type keys
	At         diag.Span
}

// Bounded reports whether reading the table comes to an end by itself.
func (t *Table) Bounded() bool {
	o := t.Options
	switch o.Connector {
	case "filesystem":
		return true
	case "kafka":
		return o.Get("scan.bounded.mode").Text == "latest-offset"
	case "datagen":
		return o.Get("number-of-rows").Set || slices.ContainsFunc(t.Columns, t.isSequence)
	}
	return false
}

// isSequence reports a column whose values datagen counts, and so ends.
func (t *Table) isSequence(column types.Field) bool {
	return t.Options.Get("fields."+column.Name+".kind").Text == "sequence"
}

// Watermark is WATERMARK FOR column AS expr.
type Watermark struct {
	Column string
	// Time is the column and Value the watermark that a row brings, both over the physical columns. Value
	// is nil for SOURCE_WATERMARK(): the source has watermarks of its own.
	Time, Value Expr
	Expr        string // canonical SQL
	At          diag.Span
}

// UserFunction is a function declared with a typed signature.
type UserFunction struct {
	Name   string
	Params []types.Field
	Result types.Type // nullable unless RETURNS .. NOT NULL
	// Table: a table function. Result is the ROW of its columns then, and a call has an ARRAY of them,
	// which only an Unnest takes.
	Table bool
	// Single: a row of a table function is in Go the value of its only column, and no struct.
	Single           bool
	OnError          OnError
	NotDeterministic bool
	// Borrowed: WITH ('strings' = 'borrowed'), string arguments need not be copied.
	Borrowed bool
	Go       GoFunc
	At       diag.Span
}

// OnError is what a failing call does.
type OnError uint8

// Policies of ON ERROR.
const (
	OnErrorFail OnError = iota
	OnErrorNull
	OnErrorSkipRow
)

// GoFunc is the Go side of a user function, as its source was read.
type GoFunc struct {
	Dir           string // folder of the package on disk, absolute; "" for an import path that the module resolves
	ImportPath    string // as written when it is not relative
	Package       string // name in the package clause
	Name          string // function or type
	Pointer       []bool // per parameter: pointer, the function sees NULL
	Results       GoResults
	Stateful      bool // a type with Open, Eval, Close
	HasOpen       bool
	HasClose      bool
	GoParams      []string // Go types as written without the pointer, for instance "string", "time.Time"
	GoResult      string
	PointerResult bool // *T: nil is NULL
	// Aggregate: a type whose values are accumulators; GoParams are those of Accumulate, the results
	// those of Value. nil for other functions.
	Aggregate *GoAggregate
	// Structs are the struct types of the package, by name.
	Structs map[string][]GoField
}

// GoAggregate says which methods an accumulator has besides Accumulate and Value.
type GoAggregate struct {
	Fails        bool // Accumulate returns an error
	Retract      bool
	RetractFails bool
	Merge        bool
	MergePointer bool // Merge takes a pointer
}

// Column is what a column of a table function's rows is in Go.
func (f *UserFunction) Column(i int) GoField {
	if f.Single {
		return GoField{Type: f.Go.GoResult, Pointer: f.Go.PointerResult}
	}
	return f.Go.Structs[f.Go.GoResult][i]
}

// GoField is a field of a struct.
type GoField struct {
	Name    string
	Type    string // without the pointer
	Pointer bool
}

// GoResults is the form of a function's results.
type GoResults uint8

// Forms of results.
const (
	ResultPlain     GoResults = iota // T
	ResultOK                         // (T, bool)
	ResultError                      // (T, error)
	ResultRows                       // iter.Seq[T]
	ResultRowsError                  // (iter.Seq[T], error)
	ResultRowErrors                  // iter.Seq2[T, error]
)

// AreRows reports the results of table functions.
func (r GoResults) AreRows() bool { return r >= ResultRows }
