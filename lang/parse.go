package lang

import (
	"slices"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/flinkc/flinkc/lang/diag"
)

const (
	maxNesting = 256   // brackets, CASE, prefix operators, element types
	maxChain   = 10000 // operators, joins or set operations in a row
)

// ParseOptions are the settings of a parse.
type ParseOptions struct {
	// Vars are the values of ${NAME}. Inside of quotes a value is data whatever it holds; outside
	// it must be one name, number or text.
	Vars map[string]string
}

// Parse reads a script. It always returns a script, with the statements that are well formed, and
// the sorted diagnostics: at most one error a statement, besides lexical ones. Several options are
// merged.
func Parse(src *diag.Source, opts ...ParseOptions) (*Script, diag.List) {
	vars := map[string]string{}
	for _, o := range opts {
		for k, v := range o.Vars {
			vars[k] = v
		}
	}
	p := &parser{src: src, script: &Script{Source: src}}
	p.tokens, p.diags = lexSource(src, vars)
	p.segments()
	for len(p.rest) > 0 {
		if s := p.next(); s != nil {
			p.script.Statements = append(p.script.Statements, s)
		}
	}
	for i := range p.diags {
		p.diags[i].Source = src
	}
	return p.script, p.diags.Sorted()
}

// parser parses one source.
type parser struct {
	src    *diag.Source
	script *Script
	tokens []lexer.Token
	rest   []segment
	diags  diag.List
}

// segment is the tokens between two semicolons, with an EOF token at the end that stands at the
// semicolon.
type segment []lexer.Token

// segments cuts the tokens at the semicolons and drops empty statements. A semicolon is never part
// of anything else (in a text or name it is inside that token), so that a mistake in one statement
// cannot swallow the next.
func (p *parser) segments() {
	from := 0
	for i, t := range p.tokens {
		if !isOp(&t, ";") && !t.EOF() {
			continue
		}
		// Cloned, as the EOF token would overwrite the semicolon in the shared array.
		seg := segment(append(slices.Clone(p.tokens[from:i]), lexer.EOFToken(t.Pos)))
		if len(seg.words(1)) > 0 {
			p.rest = append(p.rest, seg)
		}
		from = i + 1
	}
}

// words returns up to n tokens that are neither blank nor comment, without EOF.
func (s segment) words(n int) []lexer.Token {
	var out []lexer.Token
	for _, t := range s {
		if len(out) == n || t.EOF() {
			break
		}
		if t.Type != tokenBlank && t.Type != tokenComment {
			out = append(out, t)
		}
	}
	return out
}

// begins reports whether the segment begins with these words.
func (s segment) begins(phrase ...string) bool {
	words := s.words(len(phrase))
	if len(words) < len(phrase) {
		return false
	}
	for i, w := range phrase {
		if !isWord(&words[i], w) {
			return false
		}
	}
	return true
}

// cursor returns a cursor at the beginning of the segment.
func (s segment) cursor() *cursor {
	lex, err := lexer.Upgrade(&tokenStream{tokens: s}, tokenBlank, tokenComment)
	if err != nil {
		panic(err) // a tokenStream has no errors
	}
	return &cursor{lex: lex}
}

// take returns the next segment.
func (p *parser) take() segment {
	seg := p.rest[0]
	p.rest = p.rest[1:]
	return seg
}

// next parses the next statement; nil after an error, which is in the diagnostics then.
func (p *parser) next() Statement {
	seg := p.take()
	switch words := seg.words(2); {
	case seg.begins("BEGIN", "STATEMENT", "SET"):
		return p.clientSet(seg)
	case seg.begins("END"):
		p.report(strayEnd(p.wordSpan(words[0])))
		return nil
	}
	return p.parse(seg, func(c *cursor) Statement { return p.statement(c) })
}

// parse runs a rule on a whole segment.
func (p *parser) parse(seg segment, rule func(c *cursor) Statement) (out Statement) {
	if !p.sound(seg) {
		p.skipSet(seg)
		return nil
	}
	var err error
	defer func() {
		if err != nil {
			p.report(p.complete(asFailure(err), seg))
			p.skipSet(seg)
			out = nil
		}
	}()
	defer recoverFailure(&err)
	c := seg.cursor()
	out = rule(c)
	if !c.peek().EOF() {
		c.fail("")
	}
	return out
}

// ParseExpr reads the expression that a text of a script holds. Positions are those in the script
// where the text has no escapes, else its start. The expression is nil after an error.
func ParseExpr(src *diag.Source, text *Text) (Expr, diag.List) {
	at := text.Span()
	p := &parser{src: src}
	p.tokens, p.diags = lexSource(diag.NewSource(src.Name, text.Value), nil)
	plain := src.Slice(at) == "'"+text.Value+"'"
	place := func(offset int) int {
		if plain {
			return at.Start + 1 + offset
		}
		return at.Start
	}
	for i := range p.tokens {
		p.tokens[i].Pos.Offset = place(p.tokens[i].Pos.Offset)
	}
	for i, d := range p.diags {
		p.diags[i].At = diag.Span{Start: place(d.At.Start), End: place(d.At.End)}
	}
	var out Expr
	p.parse(p.tokens, func(c *cursor) Statement {
		out = c.expr()
		return nil
	})
	if p.diags.HasErrors() {
		out = nil
	}
	for i := range p.diags {
		p.diags[i].Source = src
	}
	return out, p.diags
}

// sound reports whether a segment can be parsed: its tokens are well formed and its brackets are
// not nested beyond the limit, which bounds the depth of the parser's recursion. A bad token has
// been reported by the lexer; a second error about the same place would help nobody.
func (p *parser) sound(seg segment) bool {
	depth := 0
	for i := range seg {
		t := &seg[i]
		switch {
		case t.Type == tokenBad:
			return false
		case isOp(t, "("), isOp(t, "["), isOp(t, "{"), isWord(t, "CASE"):
			if depth++; depth > maxNesting {
				p.report(tooDeep(p.wordSpan(*t)))
				return false
			}
		case isOp(t, ")"), isOp(t, "]"), isOp(t, "}"), isWord(t, "END"):
			depth = max(0, depth-1)
		}
	}
	return true
}

// skipSet passes over the rest of a statement set that could not be opened. Its INSERTs would be
// parsed as statements of their own, and END would be a second error.
func (p *parser) skipSet(seg segment) {
	if !opensSet(seg) {
		return
	}
	for len(p.rest) > 0 && !p.take().begins("END") {
	}
}

// opensSet reports whether a segment begins a set in BEGIN .. END, with or without EXPLAIN.
func opensSet(seg segment) bool {
	words := seg.words(8)
	for i := range words {
		if isWord(&words[i], "BEGIN") {
			return i >= 2 && isWord(&words[i-1], "SET") && isWord(&words[i-2], "STATEMENT")
		}
	}
	return false
}

func (p *parser) report(d diag.Diagnostic) { p.diags = append(p.diags, d) }

// wordSpan is the span of a token in the source.
func (p *parser) wordSpan(t lexer.Token) diag.Span {
	// Tokens carry no end; it is where the next one begins, since blanks and comments are tokens
	// too.
	i, _ := slices.BinarySearchFunc(p.tokens, t.Pos.Offset,
		func(t lexer.Token, offset int) int { return t.Pos.Offset - offset })
	end := len(p.src.Text)
	if i+1 < len(p.tokens) {
		end = p.tokens[i+1].Pos.Offset
	}
	return diag.Span{Start: t.Pos.Offset, End: end}
}

// complete gives a failure the end of its token and a hint when a word nearby looks misspelt.
func (p *parser) complete(f *failure, seg segment) diag.Diagnostic {
	d := f.Diagnostic
	if d.At.End <= d.At.Start {
		d.At = p.wordSpan(lexer.Token{Pos: lexer.Position{Offset: d.At.Start}})
	}
	if d.Code == "syntax" && misplacedName(seg, d) {
		d = reservedName(d.At, p.src.Slice(d.At))
	}
	if d.Hint == "" {
		d.Hint = misspelling(seg, d.At.Start)
	}
	return d
}

// structural are reserved words that are hardly meant as names where one is missing.
var structural = wordSet(`ALL AND AS BEGIN BETWEEN BY CASE CREATE DROP ELSE END EXCEPT EXECUTE FETCH
	FROM GROUP HAVING IN INNER INSERT INTERSECT INTO IS JOIN LEFT LIKE LIMIT NOT NULL OFFSET ON OR
	ORDER OVER PRIMARY RIGHT SELECT THEN UNION USING VALUES WATERMARK WHEN WHERE WITH`)

// misplacedName reports whether the error is a reserved word that was meant as a name: in place of
// an expression, or first behind a comma.
func misplacedName(seg segment, d diag.Diagnostic) bool {
	words := seg.words(len(seg))
	i := slices.IndexFunc(words, func(t lexer.Token) bool { return t.Pos.Offset == d.At.Start })
	if i < 0 || words[i].Type != tokenKeyword || structural[strings.ToUpper(words[i].Value)] {
		return false
	}
	return strings.HasPrefix(d.Message, "expected an expression") || i > 0 && isOp(&words[i-1], ",")
}

// clauseWords are the words that misspelt names are compared with.
var clauseWords = strings.Fields(`SELECT FROM WHERE GROUP ORDER HAVING INSERT CREATE TABLE VALUES
	PRIMARY ENFORCED WATERMARK DISTINCT BETWEEN LIMIT JOIN UNION FUNCTION RETURNS LANGUAGE TEMPORARY
	WITH DETERMINISTIC EXPLAIN DESCRIBE PARTITIONED METADATA`)

// misspelling looks at the token at an offset and the one before it for a word that is nearly one
// of the language's; "" when there is none.
func misspelling(seg segment, offset int) string {
	words := seg.words(len(seg))
	for i := len(words) - 1; i >= 0; i-- {
		t := words[i]
		if t.Pos.Offset > offset || t.Type != tokenIdent || len(t.Value) < 4 {
			continue
		}
		// Only near the error: a column may well be called GRUOP.
		if near := diag.Suggest(t.Value, clauseWords); near != "" && !isWord(&t, near) {
			return "Did you mean " + near + " instead of " + t.Value + "?"
		}
		if t.Pos.Offset < offset {
			break
		}
	}
	return ""
}
