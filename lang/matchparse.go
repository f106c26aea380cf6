package lang

// matchRecognize reads MATCH_RECOGNIZE (..) [alias] behind its input, which is nil in a pipe.
func (c *cursor) matchRecognize(input TableRef, start int) *MatchRecognize {
	c.expect("MATCH_RECOGNIZE")
	c.expectOp("(")
	m := &MatchRecognize{Input: input}
	if c.accept("PARTITION", "BY") {
		m.PartitionBy = list(c, (*cursor).expr)
	}
	if c.accept("ORDER", "BY") {
		m.OrderBy = list(c, (*cursor).orderItem)
	}
	if c.accept("MEASURES") {
		m.Measures = list(c, (*cursor).measure)
	}
	c.rowsPerMatch(m)
	if c.accept("AFTER", "MATCH", "SKIP") {
		m.After = c.afterMatch()
	}
	c.expect("PATTERN")
	c.matchPattern(m)
	c.expect("DEFINE")
	m.Define = list(c, (*cursor).definition)
	c.expectOp(")")
	m.Alias = c.aliasOrNil()
	m.Place = c.since(start)
	return m
}

// matchPattern reads (pattern) [WITHIN interval] [SUBSET ..].
func (c *cursor) matchPattern(m *MatchRecognize) {
	c.expectOp("(")
	m.Pattern = c.patternAlt()
	c.expectOp(")")
	if c.accept("WITHIN") {
		m.Within = c.expr()
	}
	if c.accept("SUBSET") {
		m.Subsets = list(c, (*cursor).subset)
	}
}

func (c *cursor) measure() *SelectItem {
	start := c.start()
	_ = c.accept("FINAL") || c.accept("RUNNING")
	s := &SelectItem{Expr: c.expr()}
	c.expect("AS")
	s.Alias = c.ident()
	s.Place = c.since(start)
	return s
}

func (c *cursor) rowsPerMatch(m *MatchRecognize) {
	switch {
	case c.accept("ONE", "ROW", "PER", "MATCH"):
	case c.accept("ALL", "ROWS", "PER", "MATCH"):
		m.AllRows = true
	}
}

// afterMatch reads what follows AFTER MATCH SKIP.
func (c *cursor) afterMatch() *AfterMatch {
	start := c.start()
	a := &AfterMatch{}
	switch {
	case c.accept("PAST", "LAST", "ROW"):
		a.To = "PAST LAST ROW"
	case !c.accept("TO"):
		c.fail("PAST LAST ROW or TO")
	case c.at("NEXT") && isWord(c.second(), "ROW"):
		c.expect("NEXT", "ROW")
		a.To = "TO NEXT ROW"
	default:
		a.To = "TO"
		if c.at("FIRST", "LAST") {
			a.To += " " + c.oneOf("FIRST", "LAST")
		}
		a.Var = c.ident()
	}
	a.Place = c.since(start)
	return a
}

func (c *cursor) subset() *Subset {
	start := c.start()
	s := &Subset{Name: c.ident()}
	c.expectOp("=")
	s.Vars = parenthesised(c, (*cursor).ident)
	s.Place = c.since(start)
	return s
}

func (c *cursor) definition() *Definition {
	start := c.start()
	d := &Definition{Var: c.ident()}
	c.expect("AS")
	d.Cond = c.expr()
	d.Place = c.since(start)
	return d
}

// patternAlt reads patterns with | between them.
func (c *cursor) patternAlt() Pattern {
	defer c.deeper()()
	start := c.start()
	items := []Pattern{c.patternSeq()}
	for c.acceptOp("|") {
		items = append(items, c.patternSeq())
	}
	if len(items) == 1 {
		return items[0]
	}
	return &PatternAlt{Place: c.since(start), Items: items}
}

// patternSeq reads patterns one after the other.
func (c *cursor) patternSeq() Pattern {
	start := c.start()
	items := []Pattern{c.patternFactor()}
	for c.atIdent() || c.atOp("(") || c.atOp("{") {
		items = append(items, c.patternFactor())
	}
	if len(items) == 1 {
		return items[0]
	}
	return &PatternSeq{Place: c.since(start), Items: items}
}

// patternFactor reads a pattern with its quantifier.
func (c *cursor) patternFactor() Pattern {
	start := c.start()
	x := c.patternPrimary()
	lo, hi, ok := c.quantifier()
	if !ok {
		return x
	}
	r := &PatternRepeat{X: x, Min: lo, Max: hi, Reluctant: c.acceptOp("?")}
	r.Place = c.since(start)
	return r
}

func (c *cursor) patternPrimary() Pattern {
	start := c.start()
	switch {
	case c.acceptOp("("):
		p := c.patternAlt()
		c.expectOp(")")
		return p
	case c.acceptOp("{"):
		c.expectOp("-")
		p := c.patternAlt()
		c.expectOp("-")
		c.expectOp("}")
		return &PatternExclude{Place: c.since(start), X: p}
	case c.at("PERMUTE") && isOp(c.second(), "("):
		c.lex.Next()
		items := parenthesised(c, (*cursor).patternAlt)
		return &PatternPermute{Place: c.since(start), Items: items}
	}
	if !c.atIdent() {
		c.fail("a pattern variable")
	}
	name := c.ident()
	return &PatternVar{Place: name.Place, Name: name}
}

// quantifier reads * + ? {n} {n,} {n,m} {,m}. A brace that opens {- is not one.
func (c *cursor) quantifier() (lo, hi int, ok bool) {
	switch {
	case c.acceptOp("*"):
		return 0, -1, true
	case c.acceptOp("+"):
		return 1, -1, true
	case c.acceptOp("?"):
		return 0, 1, true
	case c.atOp("{") && !isOp(c.second(), "-"):
		c.lex.Next()
		lo, hi = c.repetitions()
		c.expectOp("}")
		return lo, hi, true
	}
	return 0, 0, false
}

// repetitions reads what stands between the braces.
func (c *cursor) repetitions() (lo, hi int) {
	if !c.atOp(",") {
		lo = c.smallNumber()
	}
	hi = lo
	if c.acceptOp(",") {
		hi = -1
		if !c.atOp("}") {
			hi = c.smallNumber()
		}
	}
	return lo, hi
}
