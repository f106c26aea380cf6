package emit

import (
	"fmt"
	"go/scanner"
	"go/token"
	"math/big"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// expr prints the computation of an expression over the current row, unless its value is known.
func (g *gen) expr(e logical.Expr) val {
	if s := g.shared.find(e); s != nil {
		return g.once(s, e)
	}
	return g.compute(e)
}

func (g *gen) compute(e logical.Expr) val {
	switch e := e.(type) {
	case *logical.Column:
		return g.cols[e.Index]
	case *logical.Literal:
		return g.literal(e)
	case *logical.Unary:
		return g.unary(e)
	case *logical.Binary:
		return g.binary(e)
	case *logical.Cast:
		return g.cast(e)
	case *logical.Case:
		return g.caseOf(e)
	case *logical.In:
		return g.in(e)
	case *logical.Let:
		return g.let(e)
	case *logical.SlotRef:
		return g.slots[e.Slot]
	case *logical.Construct:
		return g.construct(e)
	case *logical.Element:
		return g.element(e)
	case *logical.FieldOf:
		return g.fieldOf(e)
	case *logical.Call:
		return g.call(e)
	case *logical.UserCall:
		return g.userCall(e)
	case *logical.CurrentWatermark:
		return g.currentWatermark(e)
	case *logical.Proctime:
		g.needContext()
		return val{v: jen.Qual(pkgFn, "RowNow").Call(jen.Id("s").Dot("fn")), call: true}
	}
	panic(fmt.Sprintf("emit: expression %T", e))
}

func (g *gen) literal(e *logical.Literal) val {
	if e.Value == nil {
		return nullOf(e.T)
	}
	x := val{v: literal(e.Value, e.T), atom: true, stable: true, constant: true}
	if n, ok := e.Value.(*big.Int); ok {
		x.bound = new(big.Int).Abs(n)
	}
	return x
}

// nullOf is NULL.
func nullOf(t types.Type) val { return val{v: zero(t), null: jen.True(), atom: true, constant: true} }

func (g *gen) let(e *logical.Let) val {
	g.slots[e.Slot] = g.bind(g.expr(e.Value), "v")
	return g.expr(e.Body)
}

func (g *gen) unary(e *logical.Unary) val {
	x := g.expr(e.X)
	switch e.Op {
	case logical.Not:
		return g.not(x)
	case logical.Neg:
		return g.neg(e, x)
	case logical.IsNull, logical.IsNotNull:
		return isNullTest(x, e.Op == logical.IsNull)
	case logical.IsTrue:
		return val{v: x.get(), atom: x.atom}
	case logical.IsNotTrue:
		return val{v: jen.Op("!").Add(grouped(x.v))}
	case logical.IsFalse:
		return val{v: isFalse(x)}
	case logical.IsNotFalse:
		return val{v: jen.Op("!").Add(grouped(isFalse(x)))}
	}
	panic(fmt.Sprintf("emit: unary operator %d", e.Op))
}

// isFalse is the condition that a BOOLEAN is FALSE, neither TRUE nor NULL.
func isFalse(x val) *jen.Statement {
	return and(jen.Op("!").Add(grouped(x.v)), x.notNull())
}

func (g *gen) not(x val) val {
	x = g.bind(x, "v")
	return val{v: isFalse(x), null: x.null}
}

func isNullTest(x val, want bool) val {
	if x.null == nil {
		return val{v: jen.Lit(!want), atom: true}
	}
	if want {
		return val{v: x.isNull()}
	}
	return val{v: x.notNull()}
}

func (g *gen) neg(e *logical.Unary, x val) val {
	if e.T.Kind == types.Decimal {
		return val{v: x.operand().Dot("Neg").Call(), null: x.null, atom: true, bound: x.bound}
	}
	return val{v: jen.Op("-").Add(g.variable(x, e.T).operand()), null: x.null}
}

func (g *gen) binary(e *logical.Binary) val {
	switch e.Op {
	case logical.And, logical.Or:
		return g.logic(e)
	case logical.IsDistinct, logical.IsNotDistinct:
		return g.distinct(e)
	case logical.Add, logical.Sub, logical.Mul, logical.Div, logical.Mod:
		return g.arithmetic(e)
	}
	x, y := g.expr(e.X), g.expr(e.Y)
	return g.strict(e.T, []val{x, y}, true, func() val {
		return val{v: g.compare(e.Op, x, y, e.X.Type(), e.Y.Type())}
	})
}

var goOperator = map[logical.BinaryOp]string{
	logical.Eq: "==", logical.Ne: "!=", logical.Lt: "<", logical.Le: "<=", logical.Gt: ">", logical.Ge: ">=",
	logical.Add: "+", logical.Sub: "-", logical.Mul: "*", logical.Div: "/", logical.Mod: "%",
}

// compare is a comparison of two values that are not NULL.
func (g *gen) compare(op logical.BinaryOp, x, y val, xt, yt types.Type) *jen.Statement {
	sign := goOperator[op]
	switch xt.Kind {
	case types.Array, types.Map, types.Multiset, types.Row:
		equal := jen.Qual(pkgNested, "Equal").Call(g.p.nestedType(xt), x.get(), y.get())
		if op == logical.Ne {
			return jen.Op("!").Add(equal)
		}
		return equal
	case types.Decimal:
		return compareDecimals(op, x, y, xt, yt)
	case types.Timestamp, types.TimestampLTZ:
		return x.operand().Dot("Cmp").Call(y.get()).Op(sign).Lit(0)
	case types.Boolean:
		if op != logical.Eq && op != logical.Ne {
			return jen.Qual(pkgFn, "BoolCmp").Call(x.get(), y.get()).Op(sign).Lit(0)
		}
	}
	return x.operand().Op(sign).Add(y.operand())
}

// distinct is IS [NOT] DISTINCT FROM: equality in which NULL equals NULL.
func (g *gen) distinct(e *logical.Binary) val {
	x, y := g.bind(g.expr(e.X), "v"), g.bind(g.expr(e.Y), "v")
	same := g.compare(logical.Eq, x, y, e.X.Type(), e.Y.Type())
	switch {
	case x.null != nil && y.null != nil:
		same = and(jen.Parens(grouped(x.null).Op("==").Add(grouped(y.null))),
			jen.Parens(or(x.null, jen.Parens(same))))
	case x.null != nil || y.null != nil:
		same = and(x.notNull(), y.notNull(), jen.Parens(same))
	}
	if e.Op == logical.IsDistinct {
		same = jen.Op("!").Parens(same)
	}
	return val{v: same}
}

// logic is AND and OR in three-valued logic. The right side is evaluated only when the left does not decide.
func (g *gen) logic(e *logical.Binary) val {
	x := g.bind(g.expr(e.X), "v")
	var y val
	body := g.block(func() { y = g.expr(e.Y) })
	if len(body) > 0 {
		return g.lazyLogic(e, x, y, body)
	}
	y = g.bind(y, "v")
	return combine(e.Op, x, y)
}

// combine is the truth table of AND and OR.
func combine(op logical.BinaryOp, x, y val) val {
	out := val{v: x.operand().Op(map[logical.BinaryOp]string{logical.And: "&&", logical.Or: "||"}[op]).Add(y.operand())}
	switch {
	case x.null == nil && y.null == nil:
	case x.null != nil && y.null != nil && x.null.GoString() == y.null.GoString():
		out.null, out.from = x.null, x.from // NULL for the same reason: neither decides then
	case op == logical.And:
		out.null = and(jen.Parens(or(x.null, y.null)), trueOrNull(x), trueOrNull(y))
	default:
		out.null = and(jen.Parens(or(x.null, y.null)), jen.Op("!").Add(x.operand()), jen.Op("!").Add(y.operand()))
	}
	return out
}

func trueOrNull(x val) *jen.Statement { return jen.Parens(or(x.v, x.null)) }

// lazyLogic evaluates the right side, which has statements, only when the left side leaves the result open.
func (g *gen) lazyLogic(e *logical.Binary, x, y val, body []jen.Code) val {
	v := g.locals.name("v")
	open, decided := jen.Op("!").Add(x.operand()), x.get()
	if e.Op == logical.And {
		open, decided = trueOrNull(x), jen.False()
	}
	out := val{v: jen.Id(v), atom: true}
	g.add(jen.Id(v).Op(":=").Add(decided))
	if x.null != nil || y.null != nil { // the result and its NULL are both made of it
		body = append(body, g.block(func() { y = g.bind(y, "v") })...)
	}
	c := combine(e.Op, x, y)
	body = append(body, jen.Id(v).Op("=").Add(c.v))
	if c.null != nil {
		n := g.locals.name("vNull")
		g.add(jen.Id(n).Op(":=").False())
		body = append(body, jen.Id(n).Op("=").Add(c.null))
		out.null = jen.Id(n)
	}
	g.add(jen.If(open).Block(body...))
	return out
}

// in is X [NOT] IN (list): an OR of equalities, without an operand for each.
func (g *gen) in(e *logical.In) val {
	x := g.bind(g.expr(e.X), "v")
	var equal, nulls []*jen.Statement
	for _, item := range e.List {
		y := g.expr(item)
		same := g.compare(logical.Eq, x, y, e.X.Type(), item.Type())
		if n := y.notNull(); n != nil {
			same = and(n, jen.Parens(same))
			nulls = append(nulls, y.null)
		}
		equal = append(equal, same)
	}
	found := g.bind(val{v: or(equal...)}, "found")
	out := val{v: found.get(), atom: true}
	if x.null != nil {
		out.v, out.atom = and(x.notNull(), found.v), false
	}
	if n := or(nulls...); n != nil {
		n = and(jen.Op("!").Add(found.get()), jen.Parens(n))
		out.null = or(x.null, jen.Parens(n))
	} else {
		out.null = x.null
	}
	if e.Not {
		return g.not(out)
	}
	return out
}

// caseOf evaluates the branches in order, and only the one that is taken.
func (g *gen) caseOf(e *logical.Case) val {
	v := g.locals.name("v")
	g.add(jen.Var().Id(v).Add(exprType(e.T)))
	out := val{v: jen.Id(v), atom: true}
	if e.T.Nullable {
		out.null = jen.Id(g.locals.name("vNull"))
		g.add(jen.Var().Add(out.isNull()).Bool())
	}
	g.branches(e, 0, out)
	return out
}

func (g *gen) branches(e *logical.Case, i int, out val) {
	if i == len(e.Whens) {
		g.assign(out, e.Else)
		return
	}
	cond := g.expr(e.Whens[i].Cond)
	then := g.block(func() { g.assign(out, e.Whens[i].Then) })
	rest := g.block(func() { g.branches(e, i+1, out) })
	s := jen.If(inHead(cond.v)).Block(then...)
	switch {
	case len(rest) == 1 && isIf(rest[0]):
		s = s.Else().Add(rest[0])
	case len(rest) > 0:
		s = s.Else().Block(rest...)
	}
	g.add(s)
}

// inHead is a condition as it stands behind if, where Go takes the brace of a literal for that of the
// block unless it is in parentheses.
func inHead(cond *jen.Statement) *jen.Statement {
	text := []byte(cond.GoString())
	var s scanner.Scanner // texts of the script may hold braces, too
	s.Init(token.NewFileSet().AddFile("", -1, len(text)), text, nil, 0)
	for depth := 0; ; {
		switch _, tok, _ := s.Scan(); tok {
		case token.LPAREN, token.LBRACK:
			depth++
		case token.RPAREN, token.RBRACK:
			depth--
		case token.LBRACE:
			if depth == 0 {
				return jen.Parens(cond.Clone())
			}
		case token.EOF:
			return cond.Clone()
		}
	}
}

func isIf(c jen.Code) bool {
	s, ok := c.(*jen.Statement)
	return ok && len(s.GoString()) > 3 && s.GoString()[:3] == "if "
}

// assign stores the value of an expression in a variable that was declared for it.
func (g *gen) assign(out val, e logical.Expr) {
	if l, ok := e.(*logical.Literal); ok && l.Value == nil && out.null != nil {
		g.add(out.isNull().Op("=").True())
		return
	}
	x := g.expr(e)
	g.add(out.get().Op("=").Add(x.get()))
	if x.null != nil && out.null != nil {
		g.add(out.isNull().Op("=").Add(x.isNull()))
	}
}
