package lang

// Pipe is FROM .. |> stage |> stage. A pipe may also begin with a parenthesised query or VALUES,
// which is then a *Derived in From.
type Pipe struct {
	Place
	From   []TableRef
	Stages []Stage
}

// Stage is one operator of a pipe.
type Stage interface {
	Node
	stage()
}

type (
	// PipeSelect is SELECT [DISTINCT] items.
	PipeSelect struct {
		Place
		Distinct bool
		Items    []*SelectItem
	}

	// PipeExtend is EXTEND expr AS name, ..: the input's columns and the new ones.
	PipeExtend struct {
		Place
		Items []*SelectItem
	}

	// PipeSet is SET column = expr, ..: columns in their places with new values.
	PipeSet struct {
		Place
		Sets []*Assignment
	}

	// PipeDrop is DROP column, ...
	PipeDrop struct {
		Place
		Columns []*Ident
	}

	// PipeRename is RENAME old AS new, ...
	PipeRename struct {
		Place
		Renames []*Rename
	}

	// PipeAs is AS alias.
	PipeAs struct {
		Place
		Name *Ident
	}

	// PipeWhere is WHERE condition.
	PipeWhere struct {
		Place
		Cond Expr
	}

	// PipeAggregate is AGGREGATE items [GROUP BY items]; the result has the keys first.
	PipeAggregate struct {
		Place
		Items []*SelectItem
		Keys  []*SelectItem
	}

	// PipeDistinct is DISTINCT.
	PipeDistinct struct{ Place }

	// PipeOrderBy is ORDER BY keys.
	PipeOrderBy struct {
		Place
		Keys []*OrderItem
	}

	// PipeLimit is LIMIT n [OFFSET m].
	PipeLimit struct {
		Place
		Limit, Offset Expr
	}

	// PipeJoin is [kind] JOIN table [ON ..|USING ..]. Join.Left is nil: it is the pipe's input.
	PipeJoin struct {
		Place
		Join *Join
	}

	// PipeSetOp is UNION|INTERSECT|EXCEPT [ALL] (query), ...
	PipeSetOp struct {
		Place
		Op      SetKind
		All     bool
		Queries []*Query
	}

	// PipeCall is CALL f(args) [AS alias] and the window stages TUMBLE|HOP|SESSION|CUMULATE(args).
	PipeCall struct {
		Place
		Window bool // TUMBLE, HOP, SESSION or CUMULATE without CALL
		Call   *Call
		Alias  *Alias
	}

	// PipeMatch is MATCH_RECOGNIZE (..). Match.Input is nil: it is the pipe's input.
	PipeMatch struct {
		Place
		Match *MatchRecognize
	}
)

// Assignment is column = expr.
type Assignment struct {
	Place
	Column *Ident
	Expr   Expr
}

// Rename is Old AS New.
type Rename struct {
	Place
	Old, New *Ident
}

func (*PipeSelect) stage()    {}
func (*PipeExtend) stage()    {}
func (*PipeSet) stage()       {}
func (*PipeDrop) stage()      {}
func (*PipeRename) stage()    {}
func (*PipeAs) stage()        {}
func (*PipeWhere) stage()     {}
func (*PipeAggregate) stage() {}
func (*PipeDistinct) stage()  {}
func (*PipeOrderBy) stage()   {}
func (*PipeLimit) stage()     {}
func (*PipeJoin) stage()      {}
func (*PipeSetOp) stage()     {}
func (*PipeCall) stage()      {}
func (*PipeMatch) stage()     {}
