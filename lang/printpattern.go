package lang

import "fmt"

// Levels of patterns: alternation, sequence, repetition.
const (
	patternAlt = iota
	patternSeq
	patternUnit
)

// pattern prints a pattern, in parentheses when it binds less tightly than its place asks for.
func (p *printer) pattern(x Pattern, atLeast int) {
	if patternLevel(x) < atLeast {
		p.w("(")
		defer p.w(")")
	}
	switch x := x.(type) {
	case *PatternVar:
		p.ident(x.Name)
	case *PatternSeq:
		for i, item := range x.Items {
			p.opt(i > 0, " ")
			p.pattern(item, patternSeq+1)
		}
	case *PatternAlt:
		for i, item := range x.Items {
			p.opt(i > 0, " | ")
			p.pattern(item, patternAlt+1)
		}
	case *PatternRepeat:
		p.repeat(x)
	case *PatternExclude:
		p.w("{- ")
		p.pattern(x.X, 0)
		p.w(" -}")
	case *PatternPermute:
		p.w("PERMUTE")
		inParens(p, x.Items, func(x Pattern) { p.pattern(x, 0) })
	}
}

func patternLevel(x Pattern) int {
	switch x.(type) {
	case *PatternAlt:
		return patternAlt
	case *PatternSeq:
		return patternSeq
	}
	return patternUnit
}

func (p *printer) repeat(x *PatternRepeat) {
	if _, twice := x.X.(*PatternRepeat); twice {
		p.w("(")
		p.pattern(x.X, 0)
		p.w(")")
	} else {
		p.pattern(x.X, patternUnit)
	}
	switch {
	case x.Min == 0 && x.Max == -1:
		p.w("*")
	case x.Min == 1 && x.Max == -1:
		p.w("+")
	case x.Min == 0 && x.Max == 1:
		p.w("?")
	case x.Max == -1:
		p.w(fmt.Sprintf("{%d,}", x.Min))
	default:
		p.w(fmt.Sprintf("{%d,%d}", x.Min, x.Max))
	}
	p.opt(x.Reluctant, "?")
}
