package pattern

import "regexp/syntax"

// around is a program of which a match hangs on its literal: before it there is one character at
// most, and which way leads to it the text around it tells. `(&|^)channel_id=([^&]*)` is one. Where
// the literal stands, only that character is looked at, and the machine goes on behind it.
//
// The first literal that fits gives the leftmost match, since no other begins more than a character
// further to the left of its own; and since the ways are decided by the byte with which they begin,
// no two of them begin at the same place.
type around struct {
	before  bytes       // that may stand before the literal, as part of the match
	asserts []syntax.Op // one of which may hold there
	free    bool        // nothing need be there
	pc      int         // the instruction behind the literal
	last    *inst       // the run that is all that follows; nil: something else does
}

// newAround is nil for a program that is another one.
func newAround(prog []inst, need string) *around {
	a := &around{}
	if need == "" || !a.ways(prog, 0, need) {
		return nil
	}
	in := &prog[a.pc]
	if (in.op == opSkip || in.op == opGroup) && prog[in.then].op == opMatch {
		a.last = in
	}
	return a
}

// ways notes what may stand between the instruction pc and the literal; false for anything else.
func (a *around) ways(prog []inst, pc int, need string) bool {
	in := &prog[pc]
	switch {
	case in.op == opFork:
		return a.ways(prog, in.then, need) && a.ways(prog, in.to, need)
	case a.reached(in, need):
		a.free = true
		return true
	case in.op == opEmpty:
		a.asserts = append(a.asserts, in.empty)
	case in.op == opText && len(in.text.text) == 1:
		a.before[in.text.text[0]] = true
	case in.op == opClass && len(in.class.wide) == 0:
		in.class.firsts(&a.before)
	default:
		return false
	}
	return a.reached(&prog[in.then], need)
}

// reached reports whether an instruction is the literal, the same on each way.
func (a *around) reached(in *inst, need string) bool {
	if in.op != opText || in.text.text != need || a.pc > 0 && a.pc != in.then {
		return false
	}
	a.pc = in.then
	return true
}

// start is where a match begins whose literal stands at p, from or behind it; -1 for none.
func (a *around) start(s string, p, from int) int {
	if p > from && a.before[s[p-1]] {
		return p - 1
	}
	for _, op := range a.asserts {
		if holds(op, s, p) {
			return p
		}
	}
	if a.free {
		return p
	}
	return -1
}

// findAt looks for the first match by its literal.
func (m *matcher) findAt(s string, from int, a *around) bool {
	for at := from; ; at++ { // m.near may be that of another place where the expression has the literal
		if at = m.index(s, at); at < 0 {
			return false
		}
		start := a.start(s, at, from)
		if start < 0 {
			continue
		}
		m.match[0] = start
		if found := m.behind(s, at+len(m.need.text), a); found || m.left < 0 {
			return found
		}
	}
}

// behind reports whether what follows the literal matches from p on.
func (m *matcher) behind(s string, p int, a *around) bool {
	in := a.last
	if in == nil {
		return m.goOn(s, p, a.pc)
	}
	end := in.class.skip(s, p)
	m.match[1], m.group = end, [2]int{-1, -1}
	if in.op == opGroup {
		m.group = [2]int{p, end}
	}
	return end-p >= in.least
}
