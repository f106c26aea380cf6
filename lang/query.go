package lang

// Query is [WITH ..] body [ORDER BY ..] [LIMIT ..]. A query without any of these is its Body.
type Query struct {
	Place
	With    []*CTE
	Body    Body
	OrderBy []*OrderItem
	Limit   Expr // LIMIT n or FETCH FIRST n ROWS; nil when absent or LIMIT ALL
	Offset  Expr // nil when absent
}

// Body is *Select, *SetOp, *Values, *TableQuery, *Pipe, or *Query for one in parentheses.
type Body interface {
	Node
	body()
}

// CTE is a named query of a WITH clause.
type CTE struct {
	Extent
	Name    *Ident   `parser:"@@"`
	Columns *Columns `parser:"@@?"`
	Query   *Query   `parser:"'AS' '(' @@ ')'"`
}

// Select is SELECT. Without FROM it gives one row.
type Select struct {
	Extent
	Hints    *Hints         `parser:"'SELECT' @@?"`
	Distinct bool           `parser:"( 'ALL' | @'DISTINCT' )?"`
	Items    []*SelectItem  `parser:"@@ ( ',' @@ )*"`
	From     []TableRef     `parser:"( 'FROM' @@ ( ',' @@ )* )?"`
	Where    Expr           `parser:"( 'WHERE' @@ )?"`
	GroupBy  *GroupBy       `parser:"@@?"`
	Having   Expr           `parser:"( 'HAVING' @@ )?"`
	Windows  []*NamedWindow `parser:"( 'WINDOW' @@ ( ',' @@ )* )?"`
	Qualify  Expr           `parser:"( 'QUALIFY' @@ )?"`
}

// SelectItem is `*`, `qualifier.*`, or an expression with an optional alias.
type SelectItem struct {
	Place
	Star      bool
	Qualifier *Path // of `qualifier.*`; nil for `*`
	Expr      Expr  // nil for a star
	Alias     *Ident
}

// GroupBy is GROUP BY items; GROUP BY () has one item of kind GroupSet without elements.
type GroupBy struct {
	Extent
	Distinct bool         `parser:"'GROUP' 'BY' ( 'ALL' | @'DISTINCT' )?"`
	Items    []*GroupItem `parser:"@@ ( ',' @@ )*"`
}

// GroupKind is the kind of a GroupItem.
type GroupKind uint8

// Kinds of grouping. GroupExpr has Expr; GroupSet, Rollup and Cube have Items of kind GroupExpr or
// GroupSet; GroupingSets has Items of any kind.
const (
	GroupExpr GroupKind = iota
	GroupSet            // ( .. ): () or at least two expressions
	Rollup
	Cube
	GroupingSets
)

// GroupItem is one item of GROUP BY.
type GroupItem struct {
	Place
	Kind  GroupKind
	Expr  Expr
	Items []*GroupItem
}

// OrderItem is one key of ORDER BY. NullsFirst and NullsLast are both false when nothing is said.
type OrderItem struct {
	Place
	Expr       Expr
	Desc       bool
	NullsFirst bool
	NullsLast  bool
}

// NamedWindow is name AS (window) of a WINDOW clause.
type NamedWindow struct {
	Extent
	Name   *Ident      `parser:"@@ 'AS'"`
	Window *WindowSpec `parser:"@@"`
}

// SetKind is the operator of a SetOp.
type SetKind uint8

// Set operators.
const (
	Union SetKind = iota
	Except
	Intersect
)

// SetOp is Left UNION|EXCEPT|INTERSECT [ALL] Right.
type SetOp struct {
	Place
	Op          SetKind
	All         bool
	Left, Right Body
}

// Values is VALUES row, row. The rows may differ in length: the checker says so.
type Values struct {
	Place
	Rows []*Row
}

// TableQuery is TABLE path as a query.
type TableQuery struct {
	Place
	Table *Path
}

func (*Query) body()      {}
func (*Select) body()     {}
func (*SetOp) body()      {}
func (*Values) body()     {}
func (*TableQuery) body() {}
func (*Pipe) body()       {}
