package logical

import "github.com/flinkc/flinkc/typecheck/types"

// Operators over several inputs and over time. The checker binds them whole, so that every name and
// type in and around them is checked, and refuses each of them: no phase behind it meets one yet.

type (
	// Join pairs the rows of Left and Right for which Cond is TRUE; those of Left come first. A row of
	// an outer side without partner is given once, with NULLs. AsOf chooses the version of Right that
	// each row of Left is paired with: an event time for a temporal join, Proctime for a look-up.
	Join struct {
		Props
		Left, Right Node
		Kind        JoinKind
		Cond        Expr // over the columns of both; nil: TRUE
		AsOf        Expr // over Left; nil: all rows of Right
	}

	// Apply evaluates Query for each row of In, whose columns stand in it as Outer, and puts each of
	// its rows behind the row's columns.
	Apply struct {
		Props
		In, Query Node
		Cond      Expr // over the columns of both; nil: TRUE
		Left      bool // a row without partner is given once, with NULLs
	}

	// Window puts each row into the windows that its time falls into, once for each: behind its columns
	// stand start, end and time of the window.
	Window struct {
		Props
		In        Node
		Kind      WindowKind
		Time      Expr // a time attribute of In
		Partition []Expr
		// Sizes are in milliseconds: of TUMBLE the size, of HOP slide and size, of CUMULATE step and
		// size, of SESSION the gap.
		Sizes  []int64
		Offset int64
		// Grouped: written in GROUP BY. A late row is then dropped from each window by itself.
		Grouped bool
	}

	// Pattern looks for sequences of rows, in each partition by itself, and gives a row for each: the
	// columns of the partition, then the measures.
	Pattern struct {
		Props
		In        Node
		Partition []int
		Order     []OverKey
		Sequence  *PatternItem
		Define    []PatternDefine // a variable without is any row
		Measures  []Expr
		Within    int64 // milliseconds; 0: without bound
		// Skip says where the search goes on: SkipToFirst and SkipToLast at a row of SkipTo.
		Skip   SkipMode
		SkipTo string
	}
)

// Inputs returns both sides.
func (n *Join) Inputs() []Node { return []Node{n.Left, n.Right} }

// Inputs returns the rows and the query.
func (n *Apply) Inputs() []Node { return []Node{n.In, n.Query} }

// Inputs returns the input.
func (n *Window) Inputs() []Node { return []Node{n.In} }

// Inputs returns the input.
func (n *Pattern) Inputs() []Node { return []Node{n.In} }

// JoinKind says which sides keep rows without partner.
type JoinKind uint8

// Kinds of a Join.
const (
	InnerJoin JoinKind = iota
	LeftJoin
	RightJoin
	FullJoin
)

// Nullable reports whether a side's columns may be those of a row that is not there.
func (k JoinKind) Nullable() (left, right bool) {
	return k == RightJoin || k == FullJoin, k == LeftJoin || k == FullJoin
}

// WindowKind is the form of windows.
type WindowKind uint8

// Kinds of a Window.
const (
	Tumble WindowKind = iota
	Hop
	Cumulate
	Session
)

// PatternItem is a part of a Pattern: a variable, or a sequence or choice of Items; each is repeated
// at least Min and at most Max times, where Max -1 is without bound.
type PatternItem struct {
	Var       string // "": Items
	Items     []*PatternItem
	Choice    bool
	Min, Max  int
	Reluctant bool
}

// PatternDefine is the condition of a variable.
type PatternDefine struct {
	Var  string
	Cond Expr
}

// SkipMode is where the search goes on behind a match.
type SkipMode uint8

// Modes of AFTER MATCH SKIP.
const (
	SkipPastLast SkipMode = iota
	SkipToNext
	SkipToFirst
	SkipToLast
)

type (
	// Proctime is PROCTIME(): when the row is computed.
	Proctime struct{ Typed }

	// CurrentWatermark is CURRENT_WATERMARK(X): how far the event time X has come; NULL before it began.
	CurrentWatermark struct {
		Typed
		X Expr
	}

	// Outer is a value of the row around a query: X is over that row.
	Outer struct {
		Typed
		X Expr
	}

	// PatternColumn is a column of the last row of a variable, "*" for any.
	PatternColumn struct {
		Typed
		Var   string
		Index int
		Name  string
	}

	// PatternCall is a function of the rows of a match: FIRST, LAST, an aggregate, or its time.
	PatternCall struct {
		Typed
		Name string
		Args []Expr
	}
)

// streamingOperands is Operands for the expressions above.
func streamingOperands(e Expr) []Expr {
	switch e := e.(type) {
	case *CurrentWatermark:
		return []Expr{e.X}
	case *OverCall:
		out := append(append([]Expr{}, e.Args...), e.Partition...)
		for _, key := range e.Order {
			out = append(out, key.X)
		}
		return out
	case *PatternCall:
		return e.Args
	}
	return nil
}

// mapStreaming is Map for the expressions above.
func mapStreaming(e Expr, f func(Expr) Expr) Expr {
	switch e := e.(type) {
	case *CurrentWatermark:
		out := *e
		out.X = Map(e.X, f)
		return &out
	case *OverCall:
		out := *e
		out.Args, out.Partition = mapAll(e.Args, f), mapAll(e.Partition, f)
		out.Order = append([]OverKey{}, e.Order...)
		for i, key := range e.Order {
			out.Order[i].X = Map(key.X, f)
		}
		return &out
	case *PatternCall:
		out := *e
		out.Args = mapAll(e.Args, f)
		return &out
	}
	return e
}

// equalStreaming is equalHead for the expressions above.
func equalStreaming(a, b Expr) bool {
	switch a := a.(type) {
	case *Proctime:
		_, ok := b.(*Proctime)
		return ok
	case *CurrentWatermark:
		_, ok := b.(*CurrentWatermark)
		return ok
	case *Outer:
		b, ok := b.(*Outer)
		return ok && Equal(a.X, b.X)
	case *OverCall:
		b, ok := b.(*OverCall)
		return ok && a.Func.same(b.Func) && len(a.Args) == len(b.Args) &&
			len(a.Partition) == len(b.Partition) && sameDirections(a.Order, b.Order)
	case *PatternColumn:
		b, ok := b.(*PatternColumn)
		return ok && a.Var == b.Var && a.Index == b.Index
	case *PatternCall:
		b, ok := b.(*PatternCall)
		return ok && a.Name == b.Name
	}
	return false
}

func sameDirections(a, b []OverKey) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Desc != b[i].Desc || a[i].NullsLast != b[i].NullsLast {
			return false
		}
	}
	return true
}

// streamingExprs are the expressions that the operators above evaluate themselves.
func streamingExprs(n Node) []Expr {
	var out []Expr
	switch n := n.(type) {
	case *Join:
		out = []Expr{n.Cond, n.AsOf}
	case *Apply:
		out = []Expr{n.Cond}
	case *Window:
		out = append([]Expr{n.Time}, n.Partition...)
	case *Pattern:
		for _, d := range n.Define {
			out = append(out, d.Cond)
		}
		out = append(out, n.Measures...)
	}
	return present(out)
}

func present(list []Expr) []Expr {
	var out []Expr
	for _, e := range list {
		if e != nil {
			out = append(out, e)
		}
	}
	return out
}

// WindowColumns are the columns that a Window adds: those of its start and end are local times, and
// that of its time is of the type of the time attribute.
func WindowColumns(time types.Type) []types.Field {
	local := types.TimestampOf(millis).NotNull()
	return []types.Field{{Name: "window_start", Type: local}, {Name: "window_end", Type: local},
		{Name: "window_time", Type: time.NotNull()}}
}

// millis is the precision of time attributes.
const millis = 3
