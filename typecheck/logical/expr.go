package logical

import (
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/function"
	"github.com/flinkc/flinkc/typecheck/types"
)

// Expr is a bound expression: every name is resolved, every operand has the type that its operator
// wants (the checker has inserted the casts), and the result type is known.
type Expr interface {
	Type() types.Type
	Span() diag.Span
}

// Typed is the part that all expressions share.
type Typed struct {
	T  types.Type
	At diag.Span
}

// Type returns the result type.
func (t Typed) Type() types.Type { return t.T }

// Span returns where the expression stands in the script.
func (t Typed) Span() diag.Span { return t.At }

type (
	// Column is a column of the input row, by index. Over a join's input the right side's columns
	// follow the left's. JSON is the checker's mark of text that a JSON function has made.
	Column struct {
		Typed
		Index int
		Name  string
		JSON  bool
	}

	// Literal is a constant. Value is nil for NULL, else the Go value of the type: bool; int64 for
	// every integer; float64 for FLOAT and DOUBLE; *big.Int (unscaled) for DECIMAL; string for the
	// character and binary types; int64 days for DATE; int64 ms of the day for TIME;
	// value.Timestamp's two parts as [2]int64 {milliseconds, nanoseconds of the millisecond} for
	// the timestamps; int64 for both intervals.
	Literal struct {
		Typed
		Value any
	}

	// Unary is NOT, unary minus, IS NULL and its like. The operand of Not and Neg has the result's
	// type.
	Unary struct {
		Typed
		Op UnaryOp
		X  Expr
	}

	// Binary is arithmetic, comparison or logic. Comparison operands share one type but for
	// nullability, length and precision of DECIMAL. Integer and floating arithmetic operands have
	// the result's type, but for Mod, where both have the common type and the result is that of the
	// second operand as written. Decimal arithmetic keeps each operand's own DECIMAL type (integers
	// are cast to DECIMAL(3|5|10|19, 0) first).
	Binary struct {
		Typed
		Op   BinaryOp
		X, Y Expr
	}

	// Cast converts X to the type. Try makes a failure NULL.
	Cast struct {
		Typed
		X        Expr
		Try      bool
		Implicit bool
	}

	// Case is the searched form; the simple form, IF, COALESCE, NULLIF and IFNULL are rewritten to
	// it. Else is never nil (a NULL literal when the SQL has none). Conditions and results are
	// evaluated lazily, in order.
	Case struct {
		Typed
		Whens []When
		Else  Expr
	}

	// In is X [NOT] IN (list of expressions of X's common type).
	In struct {
		Typed
		X    Expr
		List []Expr
		Not  bool
	}

	// Let evaluates Value once and binds it to the slot; Body reads it with a SlotRef. It is how a
	// value that the SQL writes once and the plan needs twice (BETWEEN, simple CASE, COALESCE,
	// NULLIF) is evaluated once.
	Let struct {
		Typed
		Slot  int
		Value Expr
		Body  Expr
	}

	// SlotRef reads a value bound by an enclosing Let.
	SlotRef struct {
		Typed
		Slot int
	}

	// Subquery is a query inside of an expression. It is the checker's own: a plan has a Match in its
	// place. X is the value that an IN looks for; By are the values that tie the query to the row,
	// each to a column of the query, of which they are the last.
	Subquery struct {
		Typed
		Kind  MatchKind
		X     Expr // nil but for MatchIn
		By    []Expr
		Query Node
	}

	// Call is a built-in function. Args already have the parameter types.
	Call struct {
		Typed
		Func *function.Builtin
		Args []Expr
	}

	// Construct is ARRAY[..], MAP[..] or ROW(..), by the type. The operands are elements, keys and
	// values by turns, or fields, each of its part's type but for nullability.
	Construct struct {
		Typed
		Args []Expr
	}

	// Element is X[Index]: of an ARRAY by position, which counts from 1, of a MAP by a key of the
	// key's type. NULL where there is none.
	Element struct {
		Typed
		X, Index Expr
	}

	// FieldOf is a field of a ROW, by index.
	FieldOf struct {
		Typed
		X     Expr
		Index int
	}

	// UserCall is a function declared by CREATE FUNCTION.
	UserCall struct {
		Typed
		Func *UserFunction
		Args []Expr
	}
)

// When is one branch of a Case.
type When struct{ Cond, Then Expr }

// UnaryOp is the operator of a Unary.
type UnaryOp uint8

// Unary operators. IsTrue and the others never yield NULL.
const (
	Not UnaryOp = iota
	Neg
	IsNull
	IsNotNull
	IsTrue
	IsNotTrue
	IsFalse
	IsNotFalse
)

// BinaryOp is the operator of a Binary.
type BinaryOp uint8

// Binary operators. IsDistinct and IsNotDistinct never yield NULL.
const (
	Add BinaryOp = iota
	Sub
	Mul
	Div
	Mod
	Eq
	Ne
	Lt
	Le
	Gt
	Ge
	IsDistinct
	IsNotDistinct
	And
	Or
)
