package pattern

import (
	"regexp/syntax"
	"strings"
	"unicode"
	"unicode/utf8"
)

// inst is an instruction of the machine.
type inst struct {
	op   op
	text literal // of opText
	// Of opClass and the runs: the class, and how many of its characters, most < 0 for any number.
	class       *class
	least, most int
	// possessive: a run of fewer characters cannot lead to a match.
	possessive bool
	next       int16  // of opRun: the byte with which what follows begins; -1: not known
	then       int    // the instruction with which what matches goes on
	to         int    // of opSplit, opBack, opFork and opJump
	ahead      *bytes // of opFork
	slot       int    // of opSave: start or end
	empty      syntax.Op
}

type op uint8

const (
	opText  op = iota
	opClass    // one character
	opRun      // as many characters as there are, then fewer
	opLazy     // as few characters as may be, then more
	opSkip     // as many characters as there are, and no fewer
	opGroup    // opSkip, of which the start and the end are those of the group
	opSplit    // the next instruction, then to
	opBack     // to, then the next instruction
	opFork     // the next instruction before a byte that is ahead, to before any other
	opJump
	opSave  // the place as a group's start or end
	opEmpty // an assertion
	opMatch
)

// isRun reports whether an instruction repeats a class.
func (i *inst) isRun() bool { return i.op == opRun || i.op == opLazy || i.op == opSkip }

// longest is the longest program that notes no group, in instructions.
const longest = 500

// compiler writes the program of an expression.
type compiler struct {
	prog  []inst
	group int  // whose places are noted; 0: none's
	no    bool // the expression is not of the machine's kind
}

// program finds an expression and the places of one of its groups. It is nil for an expression that
// is not of the machine's kind.
func program(re *syntax.Regexp, group int) []inst {
	c := compiler{group: group}
	c.expr(re)
	c.add(inst{op: opMatch})
	if c.no {
		return nil
	}
	c.refine()
	return c.prog
}

func (c *compiler) add(i inst) int {
	c.prog = append(c.prog, i)
	c.no = c.no || c.group == 0 && len(c.prog) > longest
	return len(c.prog) - 1
}

func (c *compiler) expr(re *syntax.Regexp) {
	if c.no {
		return
	}
	switch re.Op {
	case syntax.OpEmptyMatch:
	case syntax.OpLiteral:
		c.literal(re)
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		c.add(inst{op: opClass, class: characters(re)})
	case syntax.OpBeginText, syntax.OpEndText, syntax.OpBeginLine, syntax.OpEndLine,
		syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		c.add(inst{op: opEmpty, empty: re.Op})
	case syntax.OpCapture:
		c.capture(re)
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			c.expr(sub)
		}
	case syntax.OpAlternate:
		c.alternate(re.Sub)
	case syntax.OpStar, syntax.OpPlus, syntax.OpQuest, syntax.OpRepeat:
		c.repeat(re)
	default:
		c.no = true
	}
}

func (c *compiler) capture(re *syntax.Regexp) {
	if re.Cap != c.group {
		c.expr(re.Sub[0])
		return
	}
	c.add(inst{op: opSave, slot: 0})
	c.expr(re.Sub[0])
	c.add(inst{op: opSave, slot: 1})
}

// literal is text, or a class for each character when the case of letters does not matter. U+FFFD
// is left to regexp, where it also stands for bytes that are not UTF-8.
func (c *compiler) literal(re *syntax.Regexp) {
	if re.Flags&syntax.FoldCase == 0 {
		text := string(re.Rune)
		c.no = c.no || strings.ContainsRune(text, utf8.RuneError)
		c.add(inst{op: opText, text: newLiteral(text)})
		return
	}
	for _, r := range re.Rune {
		c.add(inst{op: opClass, class: newClass(folded(r))})
	}
}

// folded is a character in all cases, as ranges.
func folded(r rune) []rune {
	out := []rune{r, r}
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		out = append(out, f, f)
	}
	return out
}

// characters is the class of an expression that matches one character; nil for any other.
func characters(re *syntax.Regexp) *class {
	switch re.Op {
	case syntax.OpCharClass:
		return newClass(re.Rune)
	case syntax.OpAnyChar:
		return newClass([]rune{0, unicode.MaxRune})
	case syntax.OpAnyCharNotNL:
		return newClass([]rune{0, '\n' - 1, '\n' + 1, unicode.MaxRune})
	case syntax.OpLiteral:
		switch {
		case len(re.Rune) != 1:
		case re.Flags&syntax.FoldCase != 0:
			return newClass(folded(re.Rune[0]))
		default:
			return newClass([]rune{re.Rune[0], re.Rune[0]})
		}
	}
	return nil
}

func (c *compiler) alternate(subs []*syntax.Regexp) {
	var ends []int
	for _, sub := range subs[:len(subs)-1] {
		split := c.add(inst{op: opSplit})
		c.expr(sub)
		ends = append(ends, c.add(inst{op: opJump}))
		c.prog[split].to = len(c.prog)
	}
	c.expr(subs[len(subs)-1])
	for _, i := range ends {
		c.prog[i].to = len(c.prog)
	}
}

// times is how often an expression's operand is repeated, high < 0 for any number.
func times(re *syntax.Regexp) (low, high int) {
	switch re.Op {
	case syntax.OpStar:
		return 0, -1
	case syntax.OpPlus:
		return 1, -1
	case syntax.OpQuest:
		return 0, 1
	}
	return re.Min, re.Max
}

// repeat is a run for a class. Any other operand is written out as often as it must be there. One
// that may be empty is left to regexp when there is no limit, for the machine would not leave its
// loop.
func (c *compiler) repeat(re *syntax.Regexp) {
	low, high := times(re)
	lazy := re.Flags&syntax.NonGreedy != 0
	if class := characters(re.Sub[0]); class != nil {
		run := inst{op: opRun, class: class, least: low, most: high, next: -1}
		if lazy {
			run.op = opLazy
		}
		c.add(run)
		return
	}
	for range low {
		c.expr(re.Sub[0])
	}
	switch {
	case high < 0:
		c.loop(re.Sub[0], lazy)
	default:
		c.optional(re.Sub[0], high-low, lazy)
	}
}

func (c *compiler) loop(body *syntax.Regexp, lazy bool) {
	if least, _ := width(body); least == 0 {
		c.no = true
		return
	}
	at := c.branch(lazy)
	c.expr(body)
	c.add(inst{op: opJump, to: at})
	c.leave(at)
}

// optional is (body(body)?)?, n deep.
func (c *compiler) optional(body *syntax.Regexp, n int, lazy bool) {
	var branches []int
	for range n {
		if c.no {
			return
		}
		branches = append(branches, c.branch(lazy))
		c.expr(body)
	}
	for _, at := range branches {
		c.leave(at)
	}
}

// branch starts what need not be there: a lazy one is jumped over first.
func (c *compiler) branch(lazy bool) int {
	if lazy {
		return c.add(inst{op: opBack})
	}
	return c.add(inst{op: opSplit})
}

// leave ends what a branch starts.
func (c *compiler) leave(branch int) { c.prog[branch].to = len(c.prog) }
