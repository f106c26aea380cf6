package lang

import "strings"

// jsonFunctions are those with clauses behind their arguments.
var jsonFunctions = wordSet(`JSON_EXISTS JSON_VALUE JSON_QUERY JSON_OBJECT JSON_OBJECTAGG JSON_ARRAY
	JSON_ARRAYAGG`)

// jsonCall reads a call of a JSON function; the next token is its name.
func (c *cursor) jsonCall() Expr {
	start := c.start()
	name := c.anyWord()
	n := &Call{Name: &Path{Extent: extent(c.since(start)), Parts: []*Ident{name}}}
	opening := c.open()
	if strings.HasPrefix(strings.ToUpper(name.Name), "JSON_OBJECT") {
		n.Args, n.Words = c.jsonMembers(), true
	} else {
		n.Args = c.plainArgs()
	}
	for clause := c.jsonClauseOrNil(); clause != nil; clause = c.jsonClauseOrNil() {
		n.JSON = append(n.JSON, clause)
	}
	c.close(opening)
	c.callTail(n)
	n.Place = c.since(start)
	return n
}

// jsonMembers reads [KEY] name VALUE value, or name : value, any number of times.
func (c *cursor) jsonMembers() []Expr {
	if c.atOp(")") || c.at("NULL", "ABSENT") && isWord(c.second(), "ON") {
		return nil
	}
	var out []Expr
	for more := true; more; more = c.acceptOp(",") {
		if c.at("KEY") && !isWord(c.second(), "VALUE") && !isOp(c.second(), ":") {
			c.lex.Next()
		}
		out = append(out, c.expr())
		if !c.acceptOp(":") {
			c.expect("VALUE")
		}
		out = append(out, c.expr())
	}
	return out
}

// jsonClauseOrNil reads RETURNING type, WITH or WITHOUT WRAPPER, or what there is ON EMPTY, ON
// ERROR or ON NULL.
func (c *cursor) jsonClauseOrNil() *JSONClause {
	start := c.start()
	n := &JSONClause{}
	switch {
	case c.accept("RETURNING"):
		n.Words, n.Type = "RETURNING", c.typeName()
	case c.at("WITH", "WITHOUT"):
		n.Words = c.jsonWrapper()
	case c.accept("DEFAULT"):
		n.Value = c.expr()
		n.Words = "DEFAULT ?" + c.jsonEvent()
	case c.accept("EMPTY"):
		n.Words = "EMPTY " + c.oneOf("ARRAY", "OBJECT") + c.jsonEvent()
	case c.at("NULL", "ERROR", "TRUE", "FALSE", "UNKNOWN", "ABSENT"):
		n.Words = strings.ToUpper(c.anyWord().Name) + c.jsonEvent()
	default:
		return nil
	}
	n.Place = c.since(start)
	return n
}

func (c *cursor) jsonEvent() string {
	c.expect("ON")
	return " ON " + c.oneOf("EMPTY", "ERROR", "NULL")
}

// jsonWrapper reads WITHOUT [ARRAY] WRAPPER or WITH [CONDITIONAL|UNCONDITIONAL] [ARRAY] WRAPPER.
func (c *cursor) jsonWrapper() string {
	words := c.oneOf("WITH", "WITHOUT")
	if words == "WITH" {
		words += " UNCONDITIONAL"
		if c.at("CONDITIONAL", "UNCONDITIONAL") {
			words = "WITH " + c.oneOf("CONDITIONAL", "UNCONDITIONAL")
		}
	}
	c.accept("ARRAY")
	c.expect("WRAPPER")
	return words + " ARRAY WRAPPER"
}
