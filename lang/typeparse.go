package lang

import (
	"strconv"
	"strings"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// Parse reads a type; participle calls it.
func (t *TypeName) Parse(lex *lexer.PeekingLexer) (err error) {
	defer recoverFailure(&err)
	c := &cursor{lex: lex}
	if !c.atType() {
		return participle.NextMatch
	}
	*t = *c.typeName()
	return nil
}

// typeWords are the reserved words that begin a type.
var typeWords = wordSet(`ARRAY BIGINT BINARY BOOLEAN BYTES CHAR CHARACTER DATE DECIMAL DOUBLE FLOAT
	INT INTEGER INTERVAL MULTISET NULL NUMERIC RAW REAL ROW SMALLINT STRING TIME TIMESTAMP TINYINT
	VARBINARY VARCHAR`)

func (c *cursor) atType() bool {
	t := c.peek()
	return t.Type == tokenIdent || t.Type == tokenKeyword && typeWords[strings.ToUpper(t.Value)]
}

// typeName reads a type with its nullability and the postfix forms T ARRAY and T MULTISET.
func (c *cursor) typeName() *TypeName {
	defer c.deeper()()
	start := c.start()
	if !c.atType() {
		c.fail("a type")
	}
	t := &TypeName{Name: strings.ToUpper(c.anyWord().Name)}
	c.typeBody(t)
	c.nullability(t)
	t.Place = c.since(start)
	for c.at("ARRAY", "MULTISET") {
		t = &TypeName{Name: strings.ToUpper(c.anyWord().Name), Elems: []*TypeName{t}}
		c.nullability(t)
		t.Place = c.since(start)
	}
	return t
}

// nullability reads NOT NULL or NULL. A NOT with another word behind it is not the type's, nor is
// the NULL of NULL ON EMPTY.
func (c *cursor) nullability(t *TypeName) {
	switch {
	case c.at("NOT") && isWord(c.second(), "NULL"):
		c.expect("NOT", "NULL")
		t.NotNull = true
	case c.at("NULL") && !isWord(c.second(), "ON"):
		c.lex.Next()
		t.Null = true
	}
}

// typeBody reads what follows the name of a type: one line per form.
func (c *cursor) typeBody(t *TypeName) {
	switch t.Name {
	case "CHAR", "CHARACTER":
		if c.accept("VARYING") {
			t.Name = "VARCHAR"
		}
		c.typeArgs(t)
	case "DOUBLE":
		c.accept("PRECISION")
	case "TIME", "TIMESTAMP", "TIMESTAMP_LTZ":
		c.typeArgs(t)
		c.zone(t)
	case "INTERVAL":
		t.Interval = c.intervalRange()
	case "ARRAY", "MULTISET":
		c.elements(t, 1)
	case "MAP":
		c.elements(t, 2)
	case "ROW":
		c.rowFields(t)
	case "RAW", "STRUCTURED":
		c.classType(t)
	default:
		c.typeArgs(t)
	}
}

// typeArgs reads (n) or (n, m).
func (c *cursor) typeArgs(t *TypeName) {
	if c.atOp("(") {
		t.Args = parenthesised(c, (*cursor).smallNumber)
	}
}

// smallNumber reads a whole number that fits an int32.
func (c *cursor) smallNumber() int {
	if c.peek().Type == tokenNumber {
		if n, err := strconv.ParseInt(c.peek().Value, 10, 32); err == nil {
			c.lex.Next()
			return int(n)
		}
	}
	c.fail("a whole number")
	return 0
}

// zone reads WITH[OUT] [LOCAL] TIME ZONE. A WITH that opens another clause is not read.
func (c *cursor) zone(t *TypeName) {
	switch next := c.second(); {
	case c.accept("WITHOUT", "TIME", "ZONE"):
		t.Zone = WithoutZone
	case !c.at("WITH"):
	case isWord(next, "TIME"):
		c.expect("WITH", "TIME", "ZONE")
		t.Zone = WithZone
	case isWord(next, "LOCAL"):
		c.expect("WITH", "LOCAL", "TIME", "ZONE")
		t.Zone = WithLocalZone
	}
}

// elements reads <T> or <K, V>.
func (c *cursor) elements(t *TypeName, n int) {
	c.expectOp("<")
	t.Elems = append(t.Elems, c.typeName())
	for i := 1; i < n; i++ {
		c.expectOp(",")
		t.Elems = append(t.Elems, c.typeName())
	}
	c.expectOp(">")
}

// rowFields reads <name type, ..>, (name type, ..), <> or ().
func (c *cursor) rowFields(t *TypeName) {
	if c.acceptOp("<>") {
		return
	}
	closing := ">"
	if c.acceptOp("(") {
		closing = ")"
	} else {
		c.expectOp("<")
	}
	if !c.atOp(closing) {
		t.Fields = list(c, (*cursor).typeField)
	}
	c.expectOp(closing)
}

func (c *cursor) typeField() *TypeField {
	start := c.start()
	f := &TypeField{Name: c.ident(), Type: c.typeName()}
	if c.peek().Type == tokenString {
		f.Comment = c.text()
	}
	f.Place = c.since(start)
	return f
}

// classType reads RAW('class', 'snapshot') and STRUCTURED<'class', name type, ..>.
func (c *cursor) classType(t *TypeName) {
	if t.Name == "RAW" {
		t.Texts = parenthesised(c, (*cursor).text)
		return
	}
	c.expectOp("<")
	t.Texts = []*Text{c.text()}
	for c.acceptOp(",") {
		t.Fields = append(t.Fields, c.typeField())
	}
	c.expectOp(">")
}

// units are the time units, plural to singular.
var units = map[string]string{}

func init() {
	for _, u := range strings.Fields("SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR") {
		units[u], units[u+"S"] = u, u
	}
}

// unit reads a unit of an interval.
func (c *cursor) unit() string {
	t := c.peek()
	u, ok := units[strings.ToUpper(t.Value)]
	if !ok || t.Type != tokenIdent && t.Type != tokenKeyword {
		c.fail("a time unit (SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER or YEAR)")
	}
	c.lex.Next()
	return u
}

// intervalRange reads unit [(precision[, fraction])] [TO unit [(fraction)]].
func (c *cursor) intervalRange() *IntervalRange {
	start := c.start()
	r := &IntervalRange{From: c.unit(), Precision: -1, Fraction: -1}
	if c.acceptOp("(") {
		r.Precision = c.smallNumber()
		if c.acceptOp(",") {
			r.Fraction = c.smallNumber()
		}
		c.expectOp(")")
	}
	if c.accept("TO") {
		r.To = c.unit()
		if c.acceptOp("(") {
			r.Fraction = c.smallNumber()
			c.expectOp(")")
		}
	}
	r.Place = c.since(start)
	return r
}
