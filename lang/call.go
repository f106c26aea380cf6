package lang

import (
	"strings"

	"github.com/flinkc/flinkc/lang/diag"
)

// nameOrCall reads a name with its dots, or a call of a function.
func (c *cursor) nameOrCall() Expr {
	start := c.start()
	if isOp(c.second(), "(") {
		if x := c.specialForm(strings.ToUpper(c.peek().Value)); x != nil {
			return x
		}
	}
	if c.at("MAP") && isOp(c.second(), "[") {
		c.lex.Next()
		elems := c.bracketed()
		return &MapExpr{Place: c.since(start), Elems: elems}
	}
	parts := []*Ident{c.anyWord()}
	for c.atOp(".") && !isOp(c.second(), "*") {
		c.lex.Next()
		parts = append(parts, c.dotted())
	}
	if c.atOp("(") {
		name := &Path{Extent: extent(c.since(start)), Parts: parts}
		return c.call(name, start)
	}
	t := c.peek()
	json := jsonFunctions[strings.ToUpper(parts[0].Name)]
	if json && (t.Type == tokenIdent || t.Type == tokenString) {
		c.fail(`"("`) // no column is called like that, and has an alias
	}
	return &Ref{Place: c.since(start), Parts: parts}
}

// specialForm reads the functions whose arguments have words between them; nil when the name is
// none of theirs. The next token is the name, the one behind it an opening parenthesis.
func (c *cursor) specialForm(name string) Expr {
	switch name {
	case "TRY_CAST":
		return c.cast(true)
	case "EXTRACT":
		return c.wordCall((*cursor).extractArgs)
	case "FLOOR", "CEIL", "CEILING":
		return c.wordCall((*cursor).floorArgs)
	case "POSITION":
		return c.wordCall((*cursor).positionArgs)
	case "SUBSTRING":
		return c.wordCall((*cursor).substringArgs)
	case "OVERLAY":
		return c.wordCall((*cursor).overlayArgs)
	case "TRIM":
		return c.wordCall((*cursor).trimArgs)
	case "TIMESTAMPADD", "TIMESTAMPDIFF":
		return c.wordCall((*cursor).unitFirstArgs)
	case "DESCRIPTOR":
		return c.descriptor()
	}
	if jsonFunctions[name] {
		return c.jsonCall()
	}
	return nil
}

// wordCall reads a call whose arguments are read by args, which also says whether words stood
// between them.
func (c *cursor) wordCall(args func(c *cursor) ([]Expr, bool)) Expr {
	start := c.start()
	name := c.anyWord()
	n := &Call{Name: &Path{Extent: extent(c.since(start)), Parts: []*Ident{name}}}
	opening := c.open()
	n.Args, n.Words = args(c)
	c.close(opening)
	n.Place = c.since(start)
	return n
}

// extractArgs reads unit FROM x.
func (c *cursor) extractArgs() ([]Expr, bool) {
	unit := c.symbol()
	c.expect("FROM")
	return []Expr{unit, c.expr()}, true
}

// symbol reads a unit of EXTRACT, FLOOR and TIMESTAMPADD. Which units a function knows is the
// checker's to say.
func (c *cursor) symbol() Expr {
	t := c.peek()
	if t.Type != tokenIdent && t.Type != tokenKeyword {
		c.fail("a time unit such as DAY or HOUR")
	}
	start := c.start()
	word := strings.ToUpper(c.lex.Next().Value)
	if u, ok := units[word]; ok {
		word = u
	}
	return &Symbol{Place: c.since(start), Word: strings.TrimPrefix(word, "SQL_TSI_")}
}

// floorArgs reads x TO unit, or a plain list of arguments.
func (c *cursor) floorArgs() ([]Expr, bool) {
	args := c.plainArgs()
	if len(args) != 1 || !c.accept("TO") {
		return args, false
	}
	return append(args, c.symbol()), true
}

// plainArgs reads a list of arguments, which may be empty.
func (c *cursor) plainArgs() []Expr {
	if c.atOp(")") {
		return nil
	}
	return list(c, (*cursor).expr)
}

// positionArgs reads needle IN text [FROM start]. IN is the word of the form, not the predicate.
func (c *cursor) positionArgs() ([]Expr, bool) {
	args := []Expr{c.exprAbove(levelBetween)}
	if !c.accept("IN") {
		for c.acceptOp(",") {
			args = append(args, c.expr())
		}
		return args, false
	}
	args = append(args, c.expr())
	if c.accept("FROM") {
		args = append(args, c.expr())
	}
	return args, true
}

// substringArgs reads text FROM start [FOR length], or a plain list.
func (c *cursor) substringArgs() ([]Expr, bool) {
	args := c.plainArgs()
	if len(args) != 1 || !c.accept("FROM") {
		return args, false
	}
	return c.forArg(append(args, c.expr())), true
}

// forArg reads FOR length.
func (c *cursor) forArg(args []Expr) []Expr {
	if c.accept("FOR") {
		args = append(args, c.expr())
	}
	return args
}

// overlayArgs reads text PLACING new FROM start [FOR length], or a plain list.
func (c *cursor) overlayArgs() ([]Expr, bool) {
	args := c.plainArgs()
	if len(args) != 1 || !c.accept("PLACING") {
		return args, false
	}
	args = append(args, c.expr())
	c.expect("FROM")
	return c.forArg(append(args, c.expr())), true
}

// trimArgs reads [BOTH|LEADING|TRAILING] [characters] FROM text, or text alone. What is left out of
// the long form is BOTH and a blank.
func (c *cursor) trimArgs() ([]Expr, bool) {
	start := c.start()
	side := &Symbol{Word: "BOTH"}
	explicit := c.at("BOTH", "LEADING", "TRAILING")
	if explicit {
		side.Word = c.oneOf("BOTH", "LEADING", "TRAILING")
	}
	side.Place = c.since(start)
	if explicit && c.accept("FROM") {
		return []Expr{side, &String{Place: side.Place, Value: " "}, c.expr()}, true
	}
	x := c.expr()
	if explicit || c.at("FROM") {
		c.expect("FROM")
		return []Expr{side, x, c.expr()}, true
	}
	args := []Expr{x}
	for c.acceptOp(",") {
		args = append(args, c.expr())
	}
	return args, false
}

// unitFirstArgs reads unit, a, b.
func (c *cursor) unitFirstArgs() ([]Expr, bool) {
	args := []Expr{c.symbol()}
	for c.acceptOp(",") {
		args = append(args, c.expr())
	}
	return args, true
}

func (c *cursor) descriptor() Expr {
	start := c.start()
	c.lex.Next()
	cols := parenthesised(c, (*cursor).ident)
	return &Descriptor{Place: c.since(start), Columns: cols}
}

// call reads a call from its opening parenthesis on.
func (c *cursor) call(name *Path, start int) *Call {
	n := &Call{Name: name}
	opening := c.open()
	c.misspelt(n)
	n.Distinct = c.accept("DISTINCT")
	if !n.Distinct {
		c.accept("ALL")
	}
	switch {
	case c.acceptOp("*"):
		n.Star = true
	case !c.atOp(")"):
		n.Args = list(c, (*cursor).argument)
	}
	c.nulls(n)
	c.misspelt(n)
	c.close(opening)
	c.callTail(n)
	n.Place = c.since(start)
	return n
}

// formNames are the functions whose arguments have words between them, in the order in which they
// are suggested.
var formNames = []string{"EXTRACT", "FLOOR", "CEIL", "POSITION", "SUBSTRING", "OVERLAY", "TRIM",
	"TIMESTAMPADD", "TIMESTAMPDIFF", "TRY_CAST", "CAST", "JSON_EXISTS", "JSON_VALUE", "JSON_QUERY",
	"JSON_OBJECT", "JSON_ARRAY"}

// misspelt refuses a word between the arguments of a function that has none, when one of a similar
// name has: the name is the mistake, and not the word. In front of the arguments such a word is a
// unit or a side, which begins no expression.
func (c *cursor) misspelt(n *Call) {
	t := c.peek()
	word := strings.ToUpper(t.Value)
	first := word == "BOTH" || word == "LEADING" || word == "TRAILING" || units[word] != ""
	isWord := t.Type == tokenKeyword || t.Type == tokenIdent && len(n.Args) > 0
	if !isWord || len(n.Args) == 0 && !first {
		return
	}
	name := n.Name.Last()
	if near := diag.Suggest(name.Name, formNames); near != "" && !strings.EqualFold(near, name.Name) {
		panic(&failure{misspeltForm(name, word, near)})
	}
}

// argument reads an argument: a table, name => value, or an expression.
func (c *cursor) argument() Expr {
	start := c.start()
	switch {
	case c.at("TABLE"):
		return c.tableArg()
	case c.atIdent() && isOp(c.second(), "=>"):
		name := c.ident()
		c.expectOp("=>")
		v := c.argument()
		return &NamedArg{Place: c.since(start), Name: name, Value: v}
	}
	return c.expr()
}

// tableArg reads TABLE t or TABLE (query), then PARTITION BY and ORDER BY.
func (c *cursor) tableArg() Expr {
	start := c.start()
	c.expect("TABLE")
	n := &TableArg{}
	if c.atOp("(") {
		n.Query = c.subquery()
	} else {
		n.Table = c.path()
	}
	if c.accept("PARTITION", "BY") {
		n.PartitionBy = c.partitionKeys()
	}
	if c.accept("ORDER", "BY") {
		n.OrderBy = list(c, (*cursor).orderItem)
	}
	n.Place = c.since(start)
	return n
}

// partitionKeys reads keys, with parentheses when there are several.
func (c *cursor) partitionKeys() []Expr {
	if c.atOp("(") {
		return parenthesised(c, (*cursor).expr)
	}
	return []Expr{c.expr()}
}

// nulls reads RESPECT NULLS or IGNORE NULLS, which may stand inside or behind the parentheses.
func (c *cursor) nulls(n *Call) {
	if c.at("RESPECT", "IGNORE") && isWord(c.second(), "NULLS") {
		n.Nulls = c.oneOf("RESPECT", "IGNORE")
		c.expect("NULLS")
	}
}

// callTail reads WITHIN GROUP, FILTER, NULLS and OVER.
func (c *cursor) callTail(n *Call) {
	if c.at("WITHIN") && isWord(c.second(), "GROUP") {
		c.expect("WITHIN", "GROUP")
		c.expectOp("(")
		c.expect("ORDER", "BY")
		n.Within = list(c, (*cursor).orderItem)
		c.expectOp(")")
	}
	if c.accept("FILTER") {
		c.expectOp("(")
		c.expect("WHERE")
		n.Filter = c.expr()
		c.expectOp(")")
	}
	c.nulls(n)
	if c.accept("OVER") {
		n.Over = c.over()
	}
}

// over reads a window's name or a window in parentheses.
func (c *cursor) over() *WindowSpec {
	if !c.atOp("(") {
		name := c.ident()
		return &WindowSpec{Place: name.Place, Ref: name, Named: true}
	}
	return c.windowSpec()
}

// windowSpec reads ([name] [PARTITION BY ..] [ORDER BY ..] [frame]).
func (c *cursor) windowSpec() *WindowSpec {
	start := c.start()
	w := &WindowSpec{}
	c.expectOp("(")
	if c.atIdent() {
		w.Ref = c.ident()
	}
	if c.accept("PARTITION", "BY") {
		w.PartitionBy = list(c, (*cursor).expr)
	}
	if c.accept("ORDER", "BY") {
		w.OrderBy = list(c, (*cursor).orderItem)
	}
	if c.at("ROWS", "RANGE") {
		w.Frame = c.frame()
	}
	c.expectOp(")")
	w.Place = c.since(start)
	return w
}

func (c *cursor) frame() *Frame {
	start := c.start()
	f := &Frame{Rows: c.oneOf("ROWS", "RANGE") == "ROWS"}
	if c.accept("BETWEEN") {
		f.Low = c.bound()
		c.expect("AND")
		f.High = c.bound()
	} else {
		f.Low = c.bound()
	}
	f.Place = c.since(start)
	return f
}

func (c *cursor) bound() *Bound {
	start := c.start()
	b := &Bound{}
	switch {
	case c.accept("CURRENT", "ROW"):
		b.Kind = CurrentRow
	case c.accept("UNBOUNDED"):
		if c.oneOf("PRECEDING", "FOLLOWING") == "FOLLOWING" {
			b.Kind = UnboundedFollowing
		}
	default:
		b.Kind, b.Offset = Preceding, c.exprAbove(levelBetween)
		if c.oneOf("PRECEDING", "FOLLOWING") == "FOLLOWING" {
			b.Kind = Following
		}
	}
	b.Place = c.since(start)
	return b
}
