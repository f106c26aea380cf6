package lang

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// Expressions, by precedence climbing (Pratt). The levels are those of Calcite's operator table,
// from dialect/grammar: `||` binds like `*`, and BETWEEN, IN and LIKE bind tighter than
// comparison.
const (
	levelOr      = 22
	levelAnd     = 24
	levelNot     = 26
	levelIs      = 28
	levelCompare = 30
	levelBetween = 32
	levelAdd     = 40
	levelMul     = 60
	levelSign    = 70
	levelPostfix = 80
)

// binaryOps are the infix operators that are one token.
var binaryOps = map[string]struct {
	op    BinaryOp
	level int
}{
	"OR": {Or, levelOr}, "AND": {And, levelAnd},
	"=": {Eq, levelCompare}, "<>": {Ne, levelCompare}, "<": {Lt, levelCompare},
	"<=": {Le, levelCompare}, ">": {Gt, levelCompare}, ">=": {Ge, levelCompare},
	"OVERLAPS": {Overlaps, levelBetween}, "CONTAINS": {Contains, levelBetween},
	"+": {Add, levelAdd}, "-": {Sub, levelAdd},
	"*": {Mul, levelMul}, "/": {Div, levelMul}, "%": {Mod, levelMul}, "||": {Concat, levelMul},
}

// expr reads an expression.
func (c *cursor) expr() Expr { return c.exprAbove(0) }

// exprAbove reads an expression whose operators all bind tighter than level.
func (c *cursor) exprAbove(level int) Expr {
	defer c.deeper()()
	start := c.start()
	x := c.prefix()
	for n := 0; ; n++ {
		if n > maxChain {
			panic(&failure{tooLong(c.tokenSpan())})
		}
		y := c.infix(x, start, level)
		if y == nil {
			return x
		}
		x = y
	}
}

// prefix reads a prefix operator with its operand, or a primary expression.
func (c *cursor) prefix() Expr {
	start := c.start()
	op, level := "", levelSign
	switch {
	case c.accept("NOT"):
		op, level = "NOT", levelNot
	case c.acceptOp("-"):
		op = "-"
	case c.acceptOp("+"):
		op = "+"
	default:
		return c.primary()
	}
	x := c.exprAbove(level)
	return &Unary{Place: c.since(start), Op: op, X: x}
}

// infix reads one operator that binds tighter than level, with its right side; nil when none
// follows.
func (c *cursor) infix(x Expr, start, level int) Expr {
	t := c.peek()
	switch t.Type {
	case tokenOp:
		if y := c.postfix(x, start, level); y != nil {
			return y
		}
		return c.binary(x, start, level, t.Value)
	case tokenIdent, tokenKeyword:
		return c.wordOperator(x, start, level, strings.ToUpper(t.Value))
	}
	return nil
}

// postfix reads field access, an index, or an infix cast.
func (c *cursor) postfix(x Expr, start, level int) Expr {
	switch {
	case level >= levelPostfix:
	case c.acceptOp("["):
		i := c.expr()
		c.expectOp("]")
		return &Index{Place: c.since(start), X: x, Index: i}
	case c.atOp(".") && !isOp(c.second(), "*"):
		c.lex.Next()
		name := c.dotted()
		return &Field{Place: c.since(start), X: x, Name: name}
	case c.acceptOp("::"):
		t := c.typeName()
		return &Cast{Place: c.since(start), Infix: true, X: x, Type: t}
	}
	return nil
}

// binary reads a one-token operator and its right side, or a quantified comparison.
func (c *cursor) binary(x Expr, start, level int, word string) Expr {
	b, ok := binaryOps[word]
	if !ok || b.level <= level {
		return nil
	}
	at := Place{c.tokenSpan()}
	c.lex.Next()
	if b.level == levelCompare && c.at("ANY", "SOME", "ALL") && isOp(c.second(), "(") {
		return c.quantified(x, start, b.op)
	}
	y := c.exprAbove(b.level)
	return &Binary{Place: c.since(start), Op: b.op, OpAt: at, X: x, Y: y}
}

func (c *cursor) quantified(x Expr, start int, op BinaryOp) Expr {
	all := c.oneOf("ANY", "SOME", "ALL") == "ALL"
	q := c.subquery()
	return &Quantified{Place: c.since(start), Op: op, All: all, X: x, Query: q}
}

// wordOperator reads an operator that begins with a word.
func (c *cursor) wordOperator(x Expr, start, level int, word string) Expr {
	switch word {
	case "AND", "OR", "OVERLAPS":
		return c.binary(x, start, level, word)
	case "CONTAINS":
		if c.peek().Type == tokenIdent && !startsOperand(c.second()) {
			return nil // an alias
		}
		return c.binary(x, start, level, word)
	case "IS":
		if level < levelIs {
			return c.is(x, start)
		}
		if level < levelCompare && isDistinctFrom(c) {
			return c.is(x, start)
		}
	case "NOT", "BETWEEN", "IN", "LIKE", "SIMILAR":
		if level < levelBetween {
			return c.predicate(x, start)
		}
	}
	return nil
}

// startsOperand reports whether a token can only continue an expression.
func startsOperand(t *lexer.Token) bool {
	return t.Type != tokenOp && t.Type != tokenKeyword && t.Type != lexer.EOF || isOp(t, "(")
}

// isDistinctFrom looks past IS [NOT] for DISTINCT.
func isDistinctFrom(c *cursor) bool {
	ahead := *c.lex
	ahead.Next()
	if isWord(ahead.Peek(), "NOT") {
		ahead.Next()
	}
	return isWord(ahead.Peek(), "DISTINCT")
}

// is reads IS [NOT] test or IS [NOT] DISTINCT FROM y.
func (c *cursor) is(x Expr, start int) Expr {
	at := c.start()
	c.expect("IS")
	not := c.accept("NOT")
	if !c.accept("DISTINCT", "FROM") {
		test := c.isTest()
		return &Is{Place: c.since(start), Not: not, X: x, Test: test}
	}
	op := IsDistinct
	if not {
		op = IsNotDistinct
	}
	opAt := c.since(at)
	y := c.exprAbove(levelCompare)
	return &Binary{Place: c.since(start), Op: op, OpAt: opAt, X: x, Y: y}
}

func (c *cursor) isTest() string {
	if !c.accept("JSON") {
		return c.oneOf("NULL", "TRUE", "FALSE", "UNKNOWN", "JSON", "DISTINCT FROM")
	}
	if c.at("VALUE", "OBJECT", "ARRAY", "SCALAR") {
		return "JSON " + c.oneOf("VALUE", "OBJECT", "ARRAY", "SCALAR")
	}
	return "JSON"
}

// predicate reads [NOT] BETWEEN, IN, LIKE or SIMILAR TO.
func (c *cursor) predicate(x Expr, start int) Expr {
	not := c.accept("NOT")
	switch {
	case c.accept("BETWEEN"):
		return c.between(x, start, not)
	case c.accept("IN"):
		return c.in(x, start, not)
	case c.accept("LIKE"):
		return c.like(&LikeExpr{Not: not, X: x}, start)
	case c.accept("SIMILAR", "TO"):
		return c.like(&LikeExpr{Not: not, Similar: true, X: x}, start)
	}
	c.fail("BETWEEN, IN, LIKE or SIMILAR TO")
	return nil
}

// between reads the bounds; the AND between them is not the operator, so they stop above it.
func (c *cursor) between(x Expr, start int, not bool) Expr {
	b := &Between{Not: not, X: x, Symmetric: c.accept("SYMMETRIC")}
	if !b.Symmetric {
		c.accept("ASYMMETRIC")
	}
	b.Low = c.exprAbove(levelBetween)
	c.expect("AND")
	b.High = c.exprAbove(levelBetween)
	b.Place = c.since(start)
	return b
}

func (c *cursor) in(x Expr, start int, not bool) Expr {
	n := &In{Not: not, X: x}
	if c.atOp("(") && c.queryInParens() {
		n.Query = c.subquery()
	} else {
		n.List = parenthesised(c, (*cursor).expr)
	}
	n.Place = c.since(start)
	return n
}

func (c *cursor) like(l *LikeExpr, start int) Expr {
	l.Pattern = c.exprAbove(levelBetween)
	if c.accept("ESCAPE") {
		l.Escape = c.exprAbove(levelBetween)
	}
	l.Place = c.since(start)
	return l
}
