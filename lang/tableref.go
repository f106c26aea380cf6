package lang

// TableRef is an item of FROM: *TableName, *Derived, *TableFunc, *Unnest, *Join or *MatchRecognize.
type TableRef interface {
	Node
	tableRef()
}

// Alias is [AS] name [(columns)].
type Alias struct {
	Place
	Name    *Ident
	Columns []*Ident // nil when absent
}

// TableName is a table, view or CTE by name. AsOf is the expression of FOR SYSTEM_TIME AS OF.
type TableName struct {
	Place
	Name  *Path
	Hints *Hints
	AsOf  Expr   // nil when absent
	Alias *Alias // nil when absent
}

// Derived is a query in FROM.
type Derived struct {
	Place
	Lateral bool
	Query   *Query
	Alias   *Alias
}

// TableFunc is TABLE(f(..)), a window function over a table, or LATERAL TABLE(f(..)).
type TableFunc struct {
	Place
	Lateral bool
	Call    *Call // window functions have *TableArg and *Descriptor arguments
	Alias   *Alias
}

// Unnest is UNNEST(collection).
type Unnest struct {
	Place
	Expr       Expr
	Ordinality bool
	Alias      *Alias
}

// JoinKind is the kind of a Join.
type JoinKind uint8

// Kinds of join. A comma in FROM is not a Join: Select.From has several elements.
const (
	InnerJoin JoinKind = iota
	LeftJoin
	RightJoin
	FullJoin
	CrossJoin
)

// Join is Left JOIN Right. On and Using are both nil for CROSS and NATURAL joins, and where the
// script has none.
type Join struct {
	Place
	Kind        JoinKind
	Natural     bool
	Left, Right TableRef
	On          Expr
	Using       []*Ident
}

// MatchRecognize is Input MATCH_RECOGNIZE (..).
type MatchRecognize struct {
	Place
	Input       TableRef
	PartitionBy []Expr
	OrderBy     []*OrderItem
	Measures    []*SelectItem
	AllRows     bool // ALL ROWS PER MATCH
	After       *AfterMatch
	Pattern     Pattern
	Within      Expr
	Subsets     []*Subset
	Define      []*Definition
	Alias       *Alias
}

// AfterMatch is AFTER MATCH SKIP. To is the upper case words "PAST LAST ROW", "TO NEXT ROW",
// "TO FIRST", "TO LAST" or "TO"; Var is the variable of the last three.
type AfterMatch struct {
	Place
	To  string
	Var *Ident
}

// Subset is name = (variables).
type Subset struct {
	Place
	Name *Ident
	Vars []*Ident
}

// Definition is variable AS condition.
type Definition struct {
	Place
	Var  *Ident
	Cond Expr
}

// Pattern is *PatternVar, *PatternSeq, *PatternAlt, *PatternRepeat, *PatternExclude or
// *PatternPermute.
type Pattern interface {
	Node
	pattern()
}

type (
	// PatternVar is a variable of a pattern.
	PatternVar struct {
		Place
		Name *Ident
	}

	// PatternSeq is a concatenation of at least two patterns.
	PatternSeq struct {
		Place
		Items []Pattern
	}

	// PatternAlt is an alternation of at least two patterns.
	PatternAlt struct {
		Place
		Items []Pattern
	}

	// PatternRepeat repeats X at least Min and at most Max times; Max -1 is without bound.
	PatternRepeat struct {
		Place
		X         Pattern
		Min, Max  int
		Reluctant bool
	}

	// PatternExclude is {- X -}.
	PatternExclude struct {
		Place
		X Pattern
	}

	// PatternPermute is PERMUTE(Items).
	PatternPermute struct {
		Place
		Items []Pattern
	}
)

func (*PatternVar) pattern()     {}
func (*PatternSeq) pattern()     {}
func (*PatternAlt) pattern()     {}
func (*PatternRepeat) pattern()  {}
func (*PatternExclude) pattern() {}
func (*PatternPermute) pattern() {}

func (*TableName) tableRef()      {}
func (*Derived) tableRef()        {}
func (*TableFunc) tableRef()      {}
func (*Unnest) tableRef()         {}
func (*Join) tableRef()           {}
func (*MatchRecognize) tableRef() {}
