package jsonpath

import (
	"math"

	"github.com/flinkc/flinkc/rtlib/value"
)

// The comparisons of filters. Numbers compare as decimal numbers, texts as Java compares them, a
// number beside a text as its text; other kinds are only equal to themselves, and what is not there
// is equal to nothing.

// operandValue is a value in a comparison. Failed is one that is not there; Array stands for all
// that has members or elements, which equals nothing.
type operandValue struct {
	kind    Kind
	text    string // of a number, and of a string, in which escaped says that there are escapes
	escaped bool
}

// holds evaluates a condition with n as @.
func (e *evaluation) holds(c *condition, n int32) bool {
	switch c.op {
	case either:
		for i := range c.conds {
			if e.holds(&c.conds[i], n) {
				return true
			}
		}
		return false
	case both:
		for i := range c.conds {
			if !e.holds(&c.conds[i], n) {
				return false
			}
		}
		return true
	case not:
		return !e.holds(&c.conds[0], n)
	}
	return e.compare(c.op, e.operand(&c.left, n), e.operand(&c.right, n))
}

func (e *evaluation) operand(o *operand, n int32) operandValue {
	if o.path == nil {
		return o.value
	}
	if o.fromRoot {
		n = 0
	}
	if n = e.follow(n, o.path.steps); n == none {
		if e.lax {
			return operandValue{kind: Null}
		}
		return operandValue{}
	}
	at := e.nodes[n].token
	v := operandValue{at.kind, at.text(e.doc), at.escaped}
	switch {
	case at.kind == Float && math.IsInf(toDouble(v.text), 0):
		e.failed = TooLarge
	case at.kind == Float:
		from := len(e.texts)
		e.texts = value.AppendFloat64(e.texts, toDouble(v.text))
		v.text = borrow(e.texts[from:])
	case v.text == "-0":
		v.text = "0"
	}
	return v
}

// follow takes members and elements from a node.
func (e *evaluation) follow(n int32, steps []step) int32 {
	for i := range steps {
		s, kind := &steps[i], e.nodes[n].kind
		switch {
		case s.kind == member && kind == Object:
			n = e.tree.member(n, s.names[0])
		case s.kind == element && kind == Array:
			n = e.element(n, s.indexes[0])
		default:
			return none
		}
		if n == none {
			return none
		}
	}
	return n
}

func (v operandValue) isNumber() bool { return v.kind == Int || v.kind == Float }

func (e *evaluation) compare(op operator, x, y operandValue) bool {
	switch op {
	case equal:
		return e.equal(x, y)
	case unequal:
		return !e.equal(x, y)
	case same:
		return e.same(x, y)
	case notSame:
		return !e.same(x, y)
	}
	order, ok := order(x, y)
	switch op {
	case less:
		return ok && order < 0
	case atMost:
		return ok && order <= 0
	case greater:
		return ok && order > 0
	}
	return ok && order >= 0
}

// same wants one kind, all numbers being of one.
func (e *evaluation) same(x, y operandValue) bool {
	return (x.kind == y.kind || x.isNumber() && y.isNumber()) && e.equal(x, y)
}

func (v operandValue) isBool() bool { return v.kind == True || v.kind == False }

func (e *evaluation) equal(x, y operandValue) bool {
	switch {
	case x.isNumber() && y.kind == String: // the text is read as a number
		order, ok := value.CompareNumbers(x.text, e.plain(y))
		return ok && order == 0
	case x.kind == String && y.isNumber(): // but here the number is taken as it is written
		return compareTexts(x, y) == 0
	}
	if order, ok := order(x, y); ok {
		return order == 0
	}
	return x.kind == y.kind && (x.kind == Null || x.isBool())
}

// order compares numbers with numbers and texts with texts.
func order(x, y operandValue) (order int, ok bool) {
	switch {
	case x.isNumber() && y.isNumber():
		return value.CompareNumbers(x.text, y.text)
	case x.kind == String && y.kind == String:
		return compareTexts(x, y), true
	}
	return 0, false
}

func compareTexts(x, y operandValue) int {
	a, b := x.characters(), y.characters()
	return compare(&a, &b)
}

func (v operandValue) characters() characters { return characters{s: v.text, escaped: v.escaped} }

// plain is a text without its escapes.
func (e *evaluation) plain(v operandValue) string {
	if !v.escaped {
		return v.text
	}
	from := len(e.texts)
	e.texts = appendText(e.texts, v.characters())
	return borrow(e.texts[from:])
}
