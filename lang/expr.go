package lang

// Expr is an expression.
type Expr interface {
	Node
	expr()
}

type (
	// Ref is a column, or a field reached by dots: `a`, `t.a`, `t.a.b`. Which part is the table is
	// the checker's to say.
	Ref struct {
		Place
		Parts []*Ident
	}

	// Number is an unsigned number as written. Its form decides its type.
	Number struct {
		Place
		Text string
		Form NumberForm
	}

	// String is a character literal; Value is without quotes and escapes.
	String struct {
		Place
		Value string
	}

	// Bytes is X'0AFF'; Value holds the bytes.
	Bytes struct {
		Place
		Value string
	}

	// Bool is TRUE or FALSE.
	Bool struct {
		Place
		Value bool
	}

	// Null is NULL, or UNKNOWN when Unknown is set (the NULL of BOOLEAN).
	Null struct {
		Place
		Unknown bool
	}

	// Moment is DATE '..', TIME '..' or TIMESTAMP '..'; Kind is that upper case word.
	Moment struct {
		Place
		Kind  string
		Value *Text
	}

	// Interval is INTERVAL [-] '..' range. Value keeps a sign that stands inside the quotes.
	Interval struct {
		Place
		Negative bool // a sign outside the quotes
		Value    *Text
		Range    *IntervalRange
	}

	// Unary is a prefix operator: "-", "+" or "NOT".
	Unary struct {
		Place
		Op string
		X  Expr
	}

	// Binary is an infix operator. OpAt is where the operator stands.
	Binary struct {
		Place
		Op   BinaryOp
		OpAt Place
		X, Y Expr
	}

	// Between is X [NOT] BETWEEN [SYMMETRIC] Low AND High.
	Between struct {
		Place
		Not, Symmetric bool
		X, Low, High   Expr
	}

	// In is X [NOT] IN (list) or X [NOT] IN (query); one of List and Query is set.
	In struct {
		Place
		Not   bool
		X     Expr
		List  []Expr
		Query *Query
	}

	// LikeExpr is X [NOT] LIKE Pattern [ESCAPE Escape], or SIMILAR TO.
	LikeExpr struct {
		Place
		Not, Similar       bool
		X, Pattern, Escape Expr // Escape is nil when absent
	}

	// Is is X IS [NOT] test. Test is NULL, TRUE, FALSE, UNKNOWN, JSON, JSON VALUE, JSON OBJECT,
	// JSON ARRAY or JSON SCALAR.
	Is struct {
		Place
		Not  bool
		X    Expr
		Test string
	}

	// Exists is EXISTS (query).
	Exists struct {
		Place
		Query *Query
	}

	// Subquery is a query in parentheses used as a value.
	Subquery struct {
		Place
		Query *Query
	}

	// Quantified is X op ANY|ALL (query); SOME is ANY.
	Quantified struct {
		Place
		Op    BinaryOp
		All   bool
		X     Expr
		Query *Query
	}

	// Case is CASE [Operand] WHEN .. THEN .. [ELSE ..] END. Operand and Else are nil when absent.
	Case struct {
		Place
		Operand Expr
		Whens   []*When
		Else    Expr
	}

	// Cast is CAST(X AS Type), TRY_CAST (Try) or X::Type (Infix).
	Cast struct {
		Place
		Try, Infix bool
		X          Expr
		Type       *TypeName
	}

	// Call is a function call, also of the forms with words between the arguments: their arguments
	// are in the order of the comma form, with a *Symbol for a unit or side: EXTRACT(Symbol, x),
	// FLOOR|CEIL|CEILING(x, Symbol), TIMESTAMPADD|TIMESTAMPDIFF(Symbol, a, b), POSITION(needle,
	// text), SUBSTRING(text, from[, for]), OVERLAY(text, new, from[, for]), TRIM(x) or
	// TRIM(Symbol, characters, x), JSON_OBJECT(name, value, name, value, ..).
	Call struct {
		Place
		Name     *Path
		Words    bool // written with words (FROM, IN, TO, ..) between the arguments
		NoParens bool // CURRENT_DATE and its like
		Distinct bool
		Star     bool // f(*)
		Args     []Expr
		Within   []*OrderItem // WITHIN GROUP (ORDER BY ..)
		Filter   Expr         // FILTER (WHERE ..)
		Nulls    string       // "", RESPECT or IGNORE (NULLS)
		Over     *WindowSpec  // OVER; a named window has only Ref
		JSON     []*JSONClause
	}

	// JSONClause stands behind the arguments of a JSON function. Words are in upper case and whole:
	// NULL ON EMPTY, WITH UNCONDITIONAL ARRAY WRAPPER, RETURNING with a Type, DEFAULT ? ON ERROR with
	// a Value.
	JSONClause struct {
		Place
		Words string
		Type  *TypeName
		Value Expr
	}

	// NamedArg is name => value in a call.
	NamedArg struct {
		Place
		Name  *Ident
		Value Expr
	}

	// Symbol is a word that is an argument: a time unit (SECOND .. YEAR, EPOCH, DOW, ..) or BOTH,
	// LEADING, TRAILING. Word is upper case and singular.
	Symbol struct {
		Place
		Word string
	}

	// TableArg is TABLE t or TABLE (query) as an argument, with PARTITION BY and ORDER BY.
	TableArg struct {
		Place
		Table       *Path  // one of Table
		Query       *Query // and Query is set
		PartitionBy []Expr
		OrderBy     []*OrderItem
	}

	// Descriptor is DESCRIPTOR(columns).
	Descriptor struct {
		Place
		Columns []*Ident
	}

	// Array is ARRAY[..] or ARRAY(query).
	Array struct {
		Place
		Elems []Expr
		Query *Query
	}

	// MapExpr is MAP[key, value, ..]: keys and values take turns.
	MapExpr struct {
		Place
		Elems []Expr
	}

	// Row is ROW(..), or (a, b) when Bare.
	Row struct {
		Place
		Bare  bool
		Elems []Expr
	}

	// Index is X[Index].
	Index struct {
		Place
		X, Index Expr
	}

	// Field is X.Name where X is not a plain name.
	Field struct {
		Place
		X    Expr
		Name *Ident
	}
)

// NumberForm is the form of a Number.
type NumberForm uint8

// Forms of numbers: 12, 1.5, 1.5E3.
const (
	Integer NumberForm = iota
	Decimal
	Approximate
)

// When is one branch of a Case. A simple CASE may list several values in Conds; a searched one has
// exactly one condition.
type When struct {
	Place
	Conds []Expr
	Then  Expr
}

// IntervalRange is unit [(precision)] [TO unit] of an interval. Units are upper case and singular:
// SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR. Precisions are -1 when absent.
type IntervalRange struct {
	Place
	From      string
	Precision int
	To        string // "" when absent
	Fraction  int    // of SECOND(p, f) or TO SECOND(f)
}

// WindowSpec is an OVER window: a name (Ref alone), or (..) which may begin with a name.
type WindowSpec struct {
	Place
	Ref         *Ident
	Named       bool // OVER name, without parentheses
	PartitionBy []Expr
	OrderBy     []*OrderItem
	Frame       *Frame
}

// Frame is ROWS or RANGE (Rows false) from Low to High; High is nil when not BETWEEN.
type Frame struct {
	Place
	Rows      bool
	Low, High *Bound
}

// BoundKind is the kind of a Bound.
type BoundKind uint8

// Kinds of frame bounds.
const (
	UnboundedPreceding BoundKind = iota
	Preceding
	CurrentRow
	Following
	UnboundedFollowing
)

// Bound is one end of a Frame; Offset is set for Preceding and Following.
type Bound struct {
	Place
	Kind   BoundKind
	Offset Expr
}

// BinaryOp is an infix operator, written as in SQL.
type BinaryOp string

// Infix operators. "!=" is read as Ne, with a warning.
const (
	Or            BinaryOp = "OR"
	And           BinaryOp = "AND"
	Eq            BinaryOp = "="
	Ne            BinaryOp = "<>"
	Lt            BinaryOp = "<"
	Le            BinaryOp = "<="
	Gt            BinaryOp = ">"
	Ge            BinaryOp = ">="
	IsDistinct    BinaryOp = "IS DISTINCT FROM"
	IsNotDistinct BinaryOp = "IS NOT DISTINCT FROM"
	Add           BinaryOp = "+"
	Sub           BinaryOp = "-"
	Mul           BinaryOp = "*"
	Div           BinaryOp = "/"
	Mod           BinaryOp = "%"
	Concat        BinaryOp = "||"
	Overlaps      BinaryOp = "OVERLAPS"
	Contains      BinaryOp = "CONTAINS"
)

func (*Ref) expr()        {}
func (*Number) expr()     {}
func (*String) expr()     {}
func (*Bytes) expr()      {}
func (*Bool) expr()       {}
func (*Null) expr()       {}
func (*Moment) expr()     {}
func (*Interval) expr()   {}
func (*Unary) expr()      {}
func (*Binary) expr()     {}
func (*Between) expr()    {}
func (*In) expr()         {}
func (*LikeExpr) expr()   {}
func (*Is) expr()         {}
func (*Exists) expr()     {}
func (*Subquery) expr()   {}
func (*Quantified) expr() {}
func (*Case) expr()       {}
func (*Cast) expr()       {}
func (*Call) expr()       {}
func (*NamedArg) expr()   {}
func (*Symbol) expr()     {}
func (*TableArg) expr()   {}
func (*Descriptor) expr() {}
func (*Array) expr()      {}
func (*MapExpr) expr()    {}
func (*Row) expr()        {}
func (*Index) expr()      {}
func (*Field) expr()      {}
