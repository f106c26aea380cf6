package pattern

// What is known about a program once it is written: runs that are never taken back, choices that the
// next byte decides, instructions that need not be gone through. Most patterns of queries are left
// with nothing for which the machine would have to go back.

func (c *compiler) refine() {
	c.possess()
	c.fork()
	c.thread()
}

// possess finds the runs that need not be taken back: what follows cannot begin with a character of
// the run, or matches for sure.
func (c *compiler) possess() {
	for pc := range c.prog {
		in := &c.prog[pc]
		if !in.isRun() {
			continue
		}
		var own, behind bytes
		in.class.firsts(&own)
		empty := c.firsts(pc+1, &behind, map[int]bool{})
		in.possessive = !empty && !own.meets(&behind) || in.op == opRun && c.ends(pc+1)
		if next := c.prog[c.saved(pc+1)]; next.op == opText {
			in.next = int16(next.text.text[0])
		}
		if in.possessive && in.least <= 1 && in.most < 0 {
			in.op = opSkip
		}
	}
}

// fork finds the choices that the next byte decides: each way begins with one, and none is that of
// both. The machine then keeps no way for later.
func (c *compiler) fork() {
	for pc := range c.prog {
		in := &c.prog[pc]
		if in.op != opSplit && in.op != opBack {
			continue
		}
		var next, other bytes
		empty := c.firsts(pc+1, &next, map[int]bool{})
		empty = c.firsts(in.to, &other, map[int]bool{}) || empty
		if !empty && !next.meets(&other) {
			in.op, in.ahead = opFork, &next
		}
	}
}

// thread makes one instruction of a group that is a run, and says of each where what matches goes
// on, past the jumps.
func (c *compiler) thread() {
	for pc := range c.prog {
		in := &c.prog[pc]
		in.then, in.to = c.landing(pc+1), c.landing(in.to)
		if in.op == opSave && in.slot == 0 && c.prog[pc+1].op == opSkip && c.prog[pc+2].op == opSave {
			run := c.prog[pc+1]
			run.op, run.then = opGroup, c.landing(pc+3)
			*in = run
		}
	}
}

// landing is the instruction from pc on that is no jump.
func (c *compiler) landing(pc int) int {
	for pc < len(c.prog) && c.prog[pc].op == opJump {
		pc = c.prog[pc].to
	}
	return pc
}

// saved is the first instruction from pc on that does more than to note a place.
func (c *compiler) saved(pc int) int {
	for pc = c.landing(pc); c.prog[pc].op == opSave; {
		pc = c.landing(pc + 1)
	}
	return pc
}

// ends reports whether nothing but the match follows.
func (c *compiler) ends(pc int) bool { return c.prog[c.saved(pc)].op == opMatch }

// firsts adds the bytes with which what the instructions from pc on match can begin, and perhaps
// more. It reports whether that can be nothing at all.
func (c *compiler) firsts(pc int, b *bytes, seen map[int]bool) bool {
	if seen[pc] {
		return false
	}
	seen[pc] = true
	switch in := &c.prog[pc]; in.op {
	case opText:
		b[in.text.text[0]] = true
		return false
	case opClass:
		in.class.firsts(b)
		return false
	case opRun, opLazy, opSkip:
		in.class.firsts(b)
		return in.least == 0 && c.firsts(pc+1, b, seen)
	case opSplit, opBack, opFork:
		first := c.firsts(pc+1, b, seen)
		return c.firsts(in.to, b, seen) || first
	case opJump:
		return c.firsts(in.to, b, seen)
	case opMatch:
		return true
	}
	return c.firsts(pc+1, b, seen)
}
