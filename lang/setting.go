package lang

import "strings"

// set reads SET, SET 'key' = 'value', or the form of old clients, SET key = value.
func (p *parser) set(c *cursor) Statement {
	start := c.start()
	c.expect("SET")
	s := &Set{}
	switch {
	case c.peek().EOF():
	case c.peek().Type == tokenString:
		s.Key = c.text()
		c.expectOp("=")
		s.Value = c.text()
	default:
		s.Unquoted = true
		s.Key = p.rawText(c, "=")
		c.expectOp("=")
		s.Value = p.settingValue(c)
	}
	s.Place = c.since(start)
	if s.Unquoted {
		p.report(oldSet(s.At))
	}
	return s
}

// settingValue reads the value of the old form: a text, or all up to the end of the statement.
func (p *parser) settingValue(c *cursor) *Text {
	if c.peek().Type == tokenString {
		return c.text()
	}
	return p.rawText(c, "")
}

// rawText reads tokens up to an operator or the end as one text, without blanks around it.
func (p *parser) rawText(c *cursor, until string) *Text {
	start := c.start()
	for !c.peek().EOF() && (until == "" || !c.atOp(until)) {
		c.lex.Next()
	}
	t := &Text{Place: c.since(start)}
	t.Value = strings.TrimSpace(p.src.Slice(t.At))
	if t.Value == "" {
		c.fail("a text in single quotes")
	}
	return t
}

// reset reads RESET ['key'].
func (p *parser) reset(c *cursor) Statement {
	start := c.start()
	c.expect("RESET")
	r := &Reset{}
	switch {
	case c.peek().EOF():
	case c.peek().Type == tokenString:
		r.Key = c.text()
	default:
		r.Unquoted = true
		r.Key = p.rawText(c, "")
	}
	r.Place = c.since(start)
	if r.Unquoted {
		p.report(oldSet(r.At))
	}
	return r
}

// shown are what SHOW lists, longest phrase first.
var shown = [][]string{
	{"CURRENT", "CATALOG"}, {"CURRENT", "DATABASE"}, {"USER", "FUNCTIONS"}, {"FULL", "MODULES"},
	{"CREATE", "TABLE"}, {"CREATE", "VIEW"}, {"CREATE", "CATALOG"}, {"CREATE", "FUNCTION"},
	{"CATALOGS"}, {"DATABASES"}, {"TABLES"}, {"VIEWS"}, {"FUNCTIONS"}, {"COLUMNS"}, {"PARTITIONS"},
	{"PROCEDURES"}, {"MODULES"}, {"JARS"}, {"JOBS"},
}

// show reads SHOW what [FROM place] [LIKE pattern].
func show(c *cursor) Statement {
	start := c.start()
	c.expect("SHOW")
	s := &Show{What: c.showWhat()}
	s.From = c.accept("FROM") || c.accept("IN")
	if s.From || strings.HasPrefix(s.What, "CREATE ") || s.What == "PARTITIONS" {
		s.Of = c.path()
	}
	s.NotLike = c.accept("NOT")
	if s.ILike = c.accept("ILIKE"); s.ILike || c.accept("LIKE") {
		s.Like = c.text()
	} else if s.NotLike {
		c.fail("LIKE or ILIKE")
	}
	s.Place = c.since(start)
	return s
}

func (c *cursor) showWhat() string {
	next := c.second()
	for _, phrase := range shown {
		if c.at(phrase[0]) && (len(phrase) == 1 || isWord(next, phrase[1])) {
			c.expect(phrase...)
			return strings.Join(phrase, " ")
		}
	}
	c.fail("what to show (TABLES, VIEWS, FUNCTIONS, CREATE TABLE, ..)")
	return ""
}
