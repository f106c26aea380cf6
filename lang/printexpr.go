package lang

import (
	"fmt"
	"strings"
)

// level is how tightly an expression binds; what is not an operator binds tightest.
func level(e Expr) int {
	switch e := e.(type) {
	case *Binary:
		return binaryLevel(e.Op)
	case *Unary:
		if e.Op == "NOT" {
			return levelNot
		}
		return levelSign
	case *Between, *In, *LikeExpr:
		return levelBetween
	case *Is:
		return levelIs
	case *Quantified:
		return levelCompare
	}
	return levelPostfix
}

func binaryLevel(op BinaryOp) int {
	if op == IsDistinct || op == IsNotDistinct {
		return levelCompare
	}
	return binaryOps[string(op)].level
}

// expr prints an expression, in parentheses when it binds less tightly than its place asks for.
func (p *printer) expr(e Expr, atLeast int) {
	if level(e) < atLeast {
		p.w("(")
		defer p.w(")")
	}
	switch e := e.(type) {
	case *Unary, *Binary, *Between, *In, *LikeExpr, *Is, *Quantified:
		p.operator(e)
	case *Call:
		p.call(e)
	case *Case:
		p.caseExpr(e)
	case *Cast:
		p.cast(e)
	case *Index:
		p.expr(e.X, levelPostfix)
		p.w("[")
		p.expr(e.Index, 0)
		p.w("]")
	case *Field:
		p.fieldOwner(e.X)
		p.w(".")
		p.ident(e.Name)
	default:
		p.leaf(e)
	}
}

// fieldOwner prints what stands in front of a dot: names in parentheses, which else would be one
// name.
func (p *printer) fieldOwner(x Expr) {
	switch x.(type) {
	case *Ref, *Number:
		p.w("(")
		p.expr(x, 0)
		p.w(")")
	default:
		p.expr(x, levelPostfix)
	}
}

// leaf prints the expressions that are no operators.
func (p *printer) leaf(e Expr) {
	switch e := e.(type) {
	case *Ref:
		p.path(&Path{Parts: e.Parts})
	case *Exists:
		p.w("EXISTS ")
		p.subquery(e.Query)
	case *Subquery:
		p.subquery(e.Query)
	case *NamedArg:
		p.ident(e.Name)
		p.w(" => ")
		p.expr(e.Value, 0)
	case *Symbol:
		p.w(e.Word)
	case *TableArg:
		p.tableArg(e)
	case *Descriptor:
		p.w("DESCRIPTOR")
		inParens(p, e.Columns, p.ident)
	default:
		p.constructor(e)
	}
}

// constructor prints ARRAY, MAP, ROW and literals.
func (p *printer) constructor(e Expr) {
	switch e := e.(type) {
	case *Array:
		p.array(e)
	case *MapExpr:
		p.w("MAP[")
		items(p, e.Elems, p.top)
		p.w("]")
	case *Row:
		p.opt(!e.Bare, "ROW")
		inParens(p, e.Elems, p.top)
	default:
		p.literal(e)
	}
}

func (p *printer) array(e *Array) {
	p.w("ARRAY")
	if e.Query != nil {
		p.subquery(e.Query)
		return
	}
	p.w("[")
	items(p, e.Elems, p.top)
	p.w("]")
}

func (p *printer) literal(e Expr) {
	switch e := e.(type) {
	case *Number:
		p.w(e.Text)
	case *String:
		p.w(quote(e.Value))
	case *Bytes:
		p.w(fmt.Sprintf("X'%X'", e.Value))
	case *Bool:
		p.w(strings.ToUpper(fmt.Sprint(e.Value)))
	case *Null:
		p.w(map[bool]string{false: "NULL", true: "UNKNOWN"}[e.Unknown])
	case *Moment:
		p.w(e.Kind, " ")
		p.text(e.Value)
	case *Interval:
		p.w("INTERVAL ")
		p.opt(e.Negative, "-")
		p.text(e.Value)
		p.w(" ")
		p.interval(e.Range)
	}
}

// top prints an expression where any may stand.
func (p *printer) top(e Expr) { p.expr(e, 0) }

// operator prints prefix and infix operators. The left side may bind as tightly as the operator,
// the right side must bind more tightly: all operators associate to the left.
func (p *printer) operator(e Expr) {
	own := level(e)
	switch e := e.(type) {
	case *Unary:
		p.w(e.Op)
		p.opt(e.Op == "NOT" || startsWithSign(e.X), " ")
		p.expr(e.X, own)
	case *Binary:
		p.expr(e.X, own)
		p.w(" ", string(e.Op), " ")
		p.expr(e.Y, own+1)
	case *Is:
		p.expr(e.X, own)
		p.w(" IS ", notWord(e.Not), e.Test)
	case *Quantified:
		p.expr(e.X, own)
		p.w(" ", string(e.Op), " ", map[bool]string{false: "ANY ", true: "ALL "}[e.All])
		p.subquery(e.Query)
	default:
		p.predicate(e)
	}
}

// startsWithSign reports whether two signs would meet and begin a comment.
func startsWithSign(e Expr) bool {
	u, ok := e.(*Unary)
	return ok && u.Op != "NOT"
}

func notWord(not bool) string {
	if not {
		return "NOT "
	}
	return ""
}

func (p *printer) predicate(e Expr) {
	switch e := e.(type) {
	case *Between:
		p.expr(e.X, levelBetween)
		p.w(" ", notWord(e.Not), "BETWEEN ")
		p.opt(e.Symmetric, "SYMMETRIC ")
		p.expr(e.Low, levelBetween+1)
		p.w(" AND ")
		p.expr(e.High, levelBetween+1)
	case *In:
		p.expr(e.X, levelBetween)
		p.w(" ", notWord(e.Not), "IN ")
		if e.Query != nil {
			p.subquery(e.Query)
		} else {
			inParens(p, e.List, p.top)
		}
	case *LikeExpr:
		p.like(e)
	}
}

func (p *printer) like(e *LikeExpr) {
	p.expr(e.X, levelBetween)
	p.w(" ", notWord(e.Not), map[bool]string{false: "LIKE ", true: "SIMILAR TO "}[e.Similar])
	p.expr(e.Pattern, levelBetween+1)
	if e.Escape != nil {
		p.w(" ESCAPE ")
		p.expr(e.Escape, levelBetween+1)
	}
}

func (p *printer) subquery(q *Query) {
	p.w("(")
	p.query(q)
	p.w(")")
}

func (p *printer) caseExpr(e *Case) {
	p.w("CASE ")
	if e.Operand != nil {
		p.expr(e.Operand, 0)
		p.w(" ")
	}
	for _, w := range e.Whens {
		p.w("WHEN ")
		items(p, w.Conds, p.top)
		p.w(" THEN ")
		p.expr(w.Then, 0)
		p.w(" ")
	}
	if e.Else != nil {
		p.w("ELSE ")
		p.expr(e.Else, 0)
		p.w(" ")
	}
	p.w("END")
}

func (p *printer) cast(e *Cast) {
	if e.Infix {
		p.expr(e.X, levelPostfix)
		p.w("::")
		p.typeName(e.Type)
		return
	}
	p.opt(e.Try, "TRY_")
	p.w("CAST(")
	p.expr(e.X, 0)
	p.w(" AS ")
	p.typeName(e.Type)
	p.w(")")
}
