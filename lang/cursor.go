package lang

import (
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"github.com/flinkc/flinkc/lang/diag"
)

// cursor reads the tokens of one statement for the parts that are parsed by hand. Its methods panic
// with a *failure at the first mistake; recoverFailure turns that into the error that participle
// passes on. No panic leaves the package.
type cursor struct {
	lex   *lexer.PeekingLexer
	depth int // of prefix operators, types and patterns: what brackets do not bound
}

// byHand runs a hand-written rule on participle's token stream.
func byHand[T any](rule func(c *cursor) T) func(lex *lexer.PeekingLexer) (T, error) {
	return func(lex *lexer.PeekingLexer) (out T, err error) {
		defer recoverFailure(&err)
		return rule(&cursor{lex: lex}), nil
	}
}

// recoverFailure must be deferred. Only failures are caught: any other panic is a bug.
func recoverFailure(err *error) {
	switch r := recover().(type) {
	case nil:
	case *failure:
		*err = r
	default:
		panic(r)
	}
}

func (c *cursor) peek() *lexer.Token { return c.lex.Peek() }

// second returns the token behind the next one. The copy of the lexer is its state, so that nothing
// is read.
func (c *cursor) second() *lexer.Token {
	ahead := *c.lex
	ahead.Next()
	return ahead.Peek()
}

// start is the offset of the next token.
func (c *cursor) start() int { return c.peek().Pos.Offset }

// since is the span from start to the end of the last token read.
func (c *cursor) since(start int) Place {
	return Place{diag.Span{Start: start, End: max(start, c.lex.RawPeek().Pos.Offset)}}
}

// tokenSpan is the span of the next token.
func (c *cursor) tokenSpan() diag.Span {
	ahead := *c.lex
	at := ahead.Next().Pos.Offset
	return diag.Span{Start: at, End: max(at, ahead.RawPeek().Pos.Offset)}
}

// isWord reports whether a token is this word of the language. A quoted name is never a word of the
// language, whatever it spells.
func isWord(t *lexer.Token, word string) bool {
	return (t.Type == tokenIdent || t.Type == tokenKeyword) && len(t.Value) == len(word) &&
		strings.EqualFold(t.Value, word)
}

func isOp(t *lexer.Token, op string) bool { return t.Type == tokenOp && t.Value == op }

// at reports whether the next token is one of these words.
func (c *cursor) at(words ...string) bool {
	t := c.peek()
	return slices.ContainsFunc(words, func(w string) bool { return isWord(t, w) })
}

// atOp reports whether the next token is this operator.
func (c *cursor) atOp(op string) bool { return isOp(c.peek(), op) }

// accept reads a phrase if its first word comes next; the other words must then follow. The first
// word decides: where two phrases begin alike the caller looks at the second one before.
func (c *cursor) accept(words ...string) bool {
	if !c.at(words[0]) {
		return false
	}
	c.lex.Next()
	for _, w := range words[1:] {
		c.expect(w)
	}
	return true
}

// acceptOp reads an operator if it comes next.
func (c *cursor) acceptOp(op string) bool {
	if !c.atOp(op) {
		return false
	}
	c.lex.Next()
	return true
}

// expect reads a phrase that must come next.
func (c *cursor) expect(words ...string) {
	for _, w := range words {
		if !c.at(w) {
			c.fail(w)
		}
		c.lex.Next()
	}
}

func (c *cursor) expectOp(op string) {
	if !c.acceptOp(op) {
		c.fail(fmt.Sprintf("%q", op))
	}
}

// open reads an opening parenthesis and returns its place.
func (c *cursor) open() diag.Span {
	at := c.start()
	c.expectOp("(")
	return diag.Span{Start: at, End: at + 1}
}

// clauses begin what stands behind an expression, outside of its parentheses.
var clauses = []string{"FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "UNION", "INTERSECT",
	"EXCEPT"}

// close reads the parenthesis that closes the arguments of a call. Where a clause begins in its
// place, or the statement ends, it is missing somewhere behind the one that was opened, mostly
// soon.
func (c *cursor) close(opening diag.Span) {
	if !c.atOp(")") && (c.peek().EOF() || c.at(clauses...)) {
		panic(&failure{unclosed(opening, *c.peek())})
	}
	c.expectOp(")")
}

// oneOf reads one of these words and returns it in upper case.
func (c *cursor) oneOf(words ...string) string {
	for _, w := range words {
		if c.accept(w) {
			return w
		}
	}
	c.fail(either(words))
	return ""
}

// fail stops the rule: the next token is not what the grammar wants here.
func (c *cursor) fail(expected string) {
	panic(unexpected(*c.peek(), expected))
}

// deeper counts a level of nesting that no bracket bounds; the result takes it back. Without a
// limit a line of a million minus signs would overflow the stack, which Go cannot recover from.
func (c *cursor) deeper() func() {
	if c.depth++; c.depth > maxNesting {
		panic(&failure{tooDeep(c.tokenSpan())})
	}
	return func() { c.depth-- }
}

// list reads one or more items with commas between them.
func list[T any](c *cursor, item func(c *cursor) T) []T {
	out := []T{item(c)}
	for c.acceptOp(",") {
		out = append(out, item(c))
	}
	return out
}

// parenthesised reads ( item, .. ).
func parenthesised[T any](c *cursor, item func(c *cursor) T) []T {
	c.expectOp("(")
	out := list(c, item)
	c.expectOp(")")
	return out
}

// ident reads a name.
func (c *cursor) ident() *Ident {
	if !c.atIdent() {
		c.fail("a name")
	}
	return c.anyWord()
}

func (c *cursor) atIdent() bool {
	t := c.peek()
	return t.Type == tokenIdent || t.Type == tokenQuoted
}

// anyWord reads a name which may be a reserved word; the caller has looked.
func (c *cursor) anyWord() *Ident {
	start, t := c.start(), c.lex.Next()
	name, quoted := strings.CutPrefix(t.Value, nameMark)
	return &Ident{Place: c.since(start), Name: name, Quoted: quoted}
}

// dotted reads the name behind a dot, where a reserved word cannot be anything else.
func (c *cursor) dotted() *Ident {
	if c.peek().Type == tokenKeyword {
		return c.anyWord()
	}
	return c.ident()
}

// path reads a path of names.
func (c *cursor) path() *Path {
	start := c.start()
	p := &Path{Parts: []*Ident{c.ident()}}
	for c.acceptOp(".") {
		p.Parts = append(p.Parts, c.dotted())
	}
	p.Extent = extent(c.since(start))
	return p
}

// extent is a place in participle's form.
func extent(p Place) Extent {
	return Extent{lexer.Position{Offset: p.At.Start}, lexer.Position{Offset: p.At.End}}
}

// text reads a text literal; literals with a line end between them are one.
func (c *cursor) text() *Text {
	start := c.start()
	if c.peek().Type != tokenString {
		c.fail("a text in single quotes")
	}
	value := c.lex.Next().Value[len(textMark):]
	for c.peek().Type == tokenString && c.newLineBefore() {
		value += c.lex.Next().Value[len(textMark):]
	}
	return &Text{Place: c.since(start), Value: value}
}

// newLineBefore reports whether a line ends between the last token read and the next one. The rule
// is SQL's: 'a' 'b' on one line is a mistake, since the comma may have been forgotten.
func (c *cursor) newLineBefore() bool {
	ahead := *c.lex
	from := ahead.RawCursor()
	ahead.Next()
	return slices.ContainsFunc(ahead.Range(from, ahead.RawCursor()), func(t lexer.Token) bool {
		return t.Type == tokenBlank && strings.Contains(t.Value, "\n")
	})
}

// Parse reads a name; participle calls it.
func (i *Ident) Parse(lex *lexer.PeekingLexer) (err error) {
	defer recoverFailure(&err)
	c := &cursor{lex: lex}
	if !c.atIdent() {
		return participle.NextMatch
	}
	*i = *c.ident()
	return nil
}

// Parse reads a text literal; participle calls it.
func (t *Text) Parse(lex *lexer.PeekingLexer) (err error) {
	defer recoverFailure(&err)
	if lex.Peek().Type != tokenString {
		return participle.NextMatch
	}
	*t = *(&cursor{lex: lex}).text()
	return nil
}

// Parse reads 'text', env('NAME') or file('path'); participle calls it.
func (v *OptionValue) Parse(lex *lexer.PeekingLexer) (err error) {
	defer recoverFailure(&err)
	c := &cursor{lex: lex}
	start := c.start()
	kind := OptionText
	switch {
	case c.accept("ENV"):
		kind = OptionEnv
	case c.accept("FILE"):
		kind = OptionFile
	case c.peek().Type != tokenString:
		return participle.NextMatch
	}
	if kind == OptionText {
		v.Text = c.text().Value
	} else {
		c.expectOp("(")
		v.Text = c.text().Value
		c.expectOp(")")
	}
	v.Kind, v.Place = kind, c.since(start)
	return nil
}

// Parse reads a list of names in parentheses; participle calls it. A parenthesis that opens a
// query is not one.
func (l *Columns) Parse(lex *lexer.PeekingLexer) (err error) {
	defer recoverFailure(&err)
	c := &cursor{lex: lex}
	if !c.atOp("(") || isQueryStart(c.second()) {
		return participle.NextMatch
	}
	start := c.start()
	l.Names = parenthesised(c, (*cursor).ident)
	l.Place = c.since(start)
	return nil
}

// Parse reads LANGUAGE and a word, which may be a reserved one (SQL); participle calls it.
func (l *Language) Parse(lex *lexer.PeekingLexer) (err error) {
	defer recoverFailure(&err)
	c := &cursor{lex: lex}
	start := c.start()
	if !c.accept("LANGUAGE") {
		return participle.NextMatch
	}
	l.Name = c.dotted()
	l.Place = c.since(start)
	return nil
}
