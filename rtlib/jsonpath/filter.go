package jsonpath

import (
	"strings"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Filters: comparisons of texts, numbers, true, false, null and the values at paths, with &&, || and
// ! in front of a parenthesis.

// condition is a filter. conds are the operands of a logical operator.
type condition struct {
	op          operator
	conds       []condition
	left, right operand
}

type operator uint8

const (
	either operator = iota
	both
	not
	equal
	unequal
	same    // equal and of one kind
	notSame // not that
	less
	atMost
	greater
	atLeast
)

var operators = map[string]operator{"==": equal, "!=": unequal, "===": same, "!==": notSame,
	"<": less, "<=": atMost, ">": greater, ">=": atLeast}

// wordOperators are those that Flink cannot run, or that we have not.
var wordOperators = map[string]bool{"IN": true, "NIN": true, "SUBSETOF": true, "ANYOF": true,
	"NONEOF": true, "CONTAINS": true, "ALL": true, "SIZE": true, "EMPTY": true, "TYPE": true,
	"MATCHES": true}

// operand is a constant, or the value at a path from the value at hand or from the root.
type operand struct {
	path     *Path
	fromRoot bool
	value    operandValue
}

// maxParentheses bounds the nesting of a filter.
const maxParentheses = 100

// filter reads (condition).
func (p *parser) filter() (condition, *Error) {
	if p.blanks() != '(' {
		return condition{}, p.fail(wantFilter)
	}
	return p.parenthesis()
}

func (p *parser) parenthesis() (condition, *Error) {
	if p.depth++; p.depth > maxParentheses {
		return condition{}, p.fail(wantFilter)
	}
	p.at++
	c, err := p.chain(either)
	if err == nil && p.blanks() != ')' {
		err = p.fail(wantFilter)
	}
	p.at++
	p.depth--
	return c, err
}

// chain reads operands with one operator between them: || binds less than &&.
func (p *parser) chain(op operator) (condition, *Error) {
	sign, operand := "||", func() (condition, *Error) { return p.chain(both) }
	if op == both {
		sign, operand = "&&", p.unit
	}
	c := condition{op: op}
	for {
		x, err := operand()
		if err != nil {
			return c, err
		}
		c.conds = append(c.conds, x)
		p.blanks()
		if !strings.HasPrefix(p.text[p.at:], sign) {
			return c, nil
		}
		p.at += len(sign)
	}
}

// unit reads a comparison or a condition in parentheses, with ! in front of it.
func (p *parser) unit() (condition, *Error) {
	switch p.blanks() {
	case '(':
		return p.parenthesis()
	case '!':
		p.at++
		if p.blanks() != '(' {
			return condition{}, p.lacks(noNegation)
		}
		c, err := p.parenthesis()
		return condition{op: not, conds: []condition{c}}, err
	}
	return p.comparison()
}

func (p *parser) comparison() (condition, *Error) {
	var c condition
	var err *Error
	if c.left, err = p.operand(); err != nil {
		return c, err
	}
	if next := p.blanks(); next == ')' || next == '&' || next == '|' {
		if c.left.path != nil {
			return c, p.lacks(noExists)
		}
		return c, p.fail(wantOperator)
	}
	if c.op, err = p.operator(); err != nil {
		return c, err
	}
	c.right, err = p.operand()
	return c, err
}

func (p *parser) operator() (operator, *Error) {
	rest := p.text[p.at:]
	sign := rest[:len(rest)-len(strings.TrimLeft(rest, "<>=~!"))]
	if sign == "" {
		word, _, _ := strings.Cut(rest, " ")
		if wordOperators[strings.ToUpper(word)] {
			return 0, p.lacks(noOperator)
		}
		return 0, p.fail(wantOperator)
	}
	if sign == "=~" {
		return 0, p.lacks(noOperator)
	}
	op, ok := operators[sign]
	if !ok {
		return 0, p.fail(wantOperator)
	}
	p.at += len(sign)
	return op, nil
}

func (p *parser) operand() (operand, *Error) {
	switch c := p.blanks(); {
	case c == '$' || c == '@':
		return p.operandPath()
	case c == '\'' || c == '"':
		text, err := p.quoted()
		return operand{value: operandValue{kind: String, text: text}}, err
	case c == '[' || c == '{':
		return operand{}, p.lacks(noList)
	case c == '/':
		return operand{}, p.lacks(noOperator)
	}
	return p.plainOperand()
}

// plainOperand reads true, false, null or a number.
func (p *parser) plainOperand() (operand, *Error) {
	rest := p.text[p.at:]
	for kind, word := range words {
		if word != "" && strings.HasPrefix(rest, word) {
			p.at += len(word)
			return operand{value: operandValue{kind: Kind(kind)}}, nil
		}
	}
	text := rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789-.eE"))]
	if _, ok := value.CompareNumbers(text, text); !ok {
		return operand{}, p.fail(wantOperand)
	}
	p.at += len(text)
	return operand{value: operandValue{kind: Int, text: text}}, nil
}

// operandPath reads a path up to a blank, an operator or the closing parenthesis.
func (p *parser) operandPath() (operand, *Error) {
	o := operand{path: &Path{}, fromRoot: p.next() == '$'}
	p.at++
	var err *Error
	if o.path.steps, err = p.steps(); err != nil {
		return o, err
	}
	switch {
	case !o.path.plain():
		return o, p.lacks(noDeepPath)
	case !p.end() && !strings.ContainsRune(" )<>=~!", rune(p.next())):
		return o, p.lacks(noTail)
	}
	return o, nil
}
