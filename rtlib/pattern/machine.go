package pattern

import (
	"regexp/syntax"
	"strings"
	"unicode/utf8"
)

// The machine runs a program from one place of the text. Where there are several ways on, it takes
// the first and keeps the others on a stack.

// matcher is the machine with a program.
type matcher struct {
	starts
	re      *syntax.Regexp
	progs   [][]inst  // by the group that they note; nil: not compiled yet
	arounds []*around // of the programs; nil: there is none
	prog    []inst    // the one that runs
	match   [2]int    // where the match begins and ends that was found
	group   [2]int    // where the group does that prog notes; -1: it took no part
	stack   []frame
	left    int // steps that are left; below 0 the machine has given up
}

// frame is a way that was not taken.
type frame struct {
	kind op  // opSplit, opRun, opLazy or opSave
	pc   int // where to go on; the run; the slot
	at   int // in the text; the slot's old value
	// Of a run: how far it can go back, or how many characters more it can take, below 0 any number.
	limit int
}

// How many steps the machine may take. A step is an instruction or a byte of a run.
const (
	stepsPerByte = 16
	fewSteps     = 256
)

// newMatcher is nil for an expression that is not of the machine's kind.
func newMatcher(expr string) *matcher {
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		return nil
	}
	prog := program(re, 0)
	if prog == nil {
		return nil
	}
	groups := re.MaxCap() + 1
	m := &matcher{starts: newStarts(re), re: re, progs: make([][]inst, groups), arounds: make([]*around, groups)}
	c := compiler{prog: prog}
	if in := prog[c.saved(0)]; in.isRun() && in.most < 0 {
		m.lead = in.class
	}
	var first bytes
	if !c.firsts(0, &first, map[int]bool{}) {
		m.first, m.only = &first, single(&first)
	}
	return m
}

// single is the only byte of a set, or -1.
func single(b *bytes) int {
	only := -1
	for i, in := range b {
		switch {
		case in && only >= 0:
			return -1
		case in:
			only = i
		}
	}
	return only
}

// note chooses the program that notes a group.
func (m *matcher) note(group int) {
	if m.progs[group] == nil {
		m.progs[group] = program(m.re, group)
		m.arounds[group] = newAround(m.progs[group], m.need.text)
	}
	m.prog = m.progs[group]
}

// try reports whether there is a match that begins at start, and leaves it in match and group.
func (m *matcher) try(s string, start int) bool {
	m.match[0] = start
	return m.goOn(s, start, 0)
}

// goOn reports whether the match that has begun goes on at p, with the instruction pc, to an end.
func (m *matcher) goOn(s string, p, pc int) bool {
	m.group = [2]int{-1, -1}
	m.stack = m.stack[:0]
	end, steps := m.run(s, p, pc)
	m.match[1] = end
	m.left -= steps
	return end >= 0
}

// run is the end of the match that goes on at p, -1 for none, and the steps that it took.
func (m *matcher) run(s string, p, pc int) (end, steps int) {
	prog, left := m.prog, m.left
	for ; steps <= left; steps++ {
		in := &prog[pc]
		next := in.then
		switch in.op {
		case opText:
			if !in.text.at(s, p) {
				next = -1
			}
			p += len(in.text.text)
		case opClass:
			n := in.class.size(s, p)
			if n == 0 {
				next = -1
			}
			p += n
		case opRun, opLazy:
			if p = m.repeat(in, pc, s, p); p < 0 {
				next = -1
			}
			left = m.left
		case opSkip, opGroup:
			end := m.skip(in, s, p)
			if end < 0 {
				next = -1
			}
			steps, p = steps+max(end-p, 0), end
		case opFork:
			if p == len(s) || !in.ahead[s[p]] {
				next = in.to
			}
		case opSplit:
			m.stack = append(m.stack, frame{opSplit, in.to, p, 0})
		case opBack:
			m.stack = append(m.stack, frame{opSplit, next, p, 0})
			next = in.to
		case opSave:
			m.save(in.slot, p)
		case opEmpty:
			if !holds(in.empty, s, p) {
				next = -1
			}
		case opMatch:
			return p, steps
		}
		if next < 0 {
			if next, p = m.back(s); next < 0 {
				return -1, steps
			}
		}
		pc = next
	}
	return -1, steps
}

// save notes the group's place. It is given back when a way that was not taken is taken after all.
func (m *matcher) save(slot, p int) {
	if len(m.stack) > 0 {
		m.stack = append(m.stack, frame{opSave, slot, m.group[slot], 0})
	}
	m.group[slot] = p
}

// skip is the end of a run that is never taken back; -1 when there are too few characters.
func (m *matcher) skip(in *inst, s string, p int) int {
	end := in.class.skip(s, p)
	if end-p < in.least {
		return -1
	}
	if in.op == opGroup {
		m.save(0, p)
		m.save(1, end)
	}
	return end
}

// repeat is the end of a run from p on; -1 when there are too few characters.
func (m *matcher) repeat(in *inst, pc int, s string, p int) int {
	low, start := p, p
	for range in.least {
		n := in.class.size(s, low)
		if n == 0 {
			return -1
		}
		low += n
	}
	end := low
	switch {
	case in.op == opLazy && !in.possessive:
		if in.most != in.least {
			m.stack = append(m.stack, frame{opLazy, pc, low, in.most - in.least})
		}
		return low
	case in.most < 0:
		end = in.class.skip(s, low)
	default:
		for range in.most - in.least {
			n := in.class.size(s, end)
			if n == 0 {
				break
			}
			end += n
		}
	}
	m.left -= end - start
	if end > low && !in.possessive {
		m.stack = append(m.stack, frame{opRun, pc, end, low})
	}
	return end
}

// back takes the last way that was not taken: the instruction and the place; -1 when there is none.
func (m *matcher) back(s string) (pc, p int) {
	for n := len(m.stack) - 1; n >= 0; n-- {
		f := &m.stack[n]
		switch f.kind {
		case opSave:
			m.group[f.pc] = f.at
		case opSplit:
			m.stack = m.stack[:n]
			return f.pc, f.at
		case opRun:
			p = f.less(&m.prog[f.pc], s)
		case opLazy:
			p = f.more(&m.prog[f.pc], s)
		}
		if f.kind != opSave && p >= 0 {
			m.stack = m.stack[:n+1]
			return m.prog[f.pc].then, p
		}
	}
	return -1, 0
}

// less is the end of the run with a character less, or as many less as it takes for what follows to
// begin as it must; -1 when there are no more.
func (f *frame) less(in *inst, s string) int {
	if f.at <= f.limit {
		return -1
	}
	if in.next >= 0 {
		i := strings.LastIndexByte(s[f.limit:f.at], byte(in.next))
		if i < 0 {
			return -1
		}
		f.at = f.limit + i
		return f.at
	}
	_, size := utf8.DecodeLastRuneInString(s[f.limit:f.at])
	f.at -= size
	return f.at
}

// more is the end of a lazy run with a character more; -1 when there are no more.
func (f *frame) more(in *inst, s string) int {
	size := in.class.size(s, f.at)
	if size == 0 || f.limit == 0 {
		return -1
	}
	f.at += size
	f.limit--
	return f.at
}

// holds reports whether an assertion holds at p.
func holds(op syntax.Op, s string, p int) bool {
	switch op {
	case syntax.OpBeginText:
		return p == 0
	case syntax.OpEndText:
		return p == len(s)
	case syntax.OpBeginLine:
		return p == 0 || s[p-1] == '\n'
	case syntax.OpEndLine:
		return p == len(s) || s[p] == '\n'
	}
	boundary := (p > 0 && isWord(s[p-1])) != (p < len(s) && isWord(s[p]))
	return boundary == (op == syntax.OpWordBoundary)
}

func isWord(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' || b == '_'
}
