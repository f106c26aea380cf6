package lang

import (
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/flinkc/flinkc/lang/diag"
)

// The formatter works on tokens, as gofmt does on lines: it keeps comments and the user's line
// breaks, and decides case, blanks and indentation. In a statement of several lines each clause
// begins a line.

// FormatOptions are the settings of Format.
type FormatOptions struct {
	Width  int // a statement longer than this is broken into lines; 0 is 100
	Indent int // blanks a level; 0 is 4
}

// Format returns the canonical layout of a source. Formatting the result again changes nothing.
// With lexical errors the text comes back as it was, with the errors; other mistakes do not matter
// to it. Variables stay as they are. No syntax tree is made, so that a script which does not parse
// yet can be formatted while it is written.
func Format(src *diag.Source, opts FormatOptions) (string, diag.List) {
	s := &scanner{src: src, text: src.Text, keepVars: true}
	for s.pos < len(s.text) {
		s.next()
	}
	if s.diags.HasErrors() {
		return src.Text, s.diags.Sorted()
	}
	f := &formatter{opts: opts, text: src.Text}
	if f.opts.Width == 0 {
		f.opts.Width = 100
	}
	if f.opts.Indent == 0 {
		f.opts.Indent = 4
	}
	pieces := makePieces(append(s.tokens, lexer.EOFToken(lexer.Position{Offset: len(s.text)})), s.text)
	for len(pieces) > 0 {
		n := statementLength(pieces)
		f.statement(pieces[:n])
		pieces = pieces[n:]
	}
	return f.b.String(), s.diags.Sorted()
}

// piece is a token that is written, with what stood in front of it.
type piece struct {
	kind   lexer.TokenType
	text   string
	start  int  // offset in the source
	breaks int  // line ends in front, counted to 2
	blank  bool // any blank in front
}

// makePieces drops blanks and cases reserved words.
func makePieces(tokens []lexer.Token, text string) []piece {
	var out []piece
	var next piece
	for i, t := range tokens[:len(tokens)-1] {
		raw := text[t.Pos.Offset:tokens[i+1].Pos.Offset]
		if t.Type == tokenBlank {
			next.blank = true
			next.breaks = min(2, next.breaks+strings.Count(raw, "\n"))
			continue
		}
		next.kind, next.text, next.start = t.Type, raw, t.Pos.Offset
		if t.Type == tokenComment {
			next.text = strings.TrimRight(raw, " \t\r")
		}
		out = append(out, next)
		next = piece{}
	}
	for i := range out {
		out[i].text = cased(out, i)
	}
	return out
}

// followers are words that are no reserved ones but belong to the language behind another word.
var followers = map[string]string{"KEY": "PRIMARY", "ENFORCED": "NOT", "SETS": "GROUPING",
	"VIEW": "CREATE TEMPORARY DROP SHOW", "TEMPORARY": "CREATE DROP", "IF": "TABLE VIEW FUNCTION",
	"NULLS": "ASC DESC", "DETERMINISTIC": "NOT", "SYSTEM_TIME": "FOR", "OVERWRITE": "INSERT"}

// cased returns the text of a piece: upper case for words of the language.
func cased(pieces []piece, i int) string {
	p, before := pieces[i], ""
	if i > 0 {
		before = strings.ToUpper(pieces[i-1].text)
	}
	word := strings.ToUpper(p.text)
	switch {
	// Behind a dot even a reserved word is a name.
	case before == ".":
		return p.text
	case p.kind == tokenKeyword:
		return word
	case p.kind == tokenIdent && before != "" && containsWord(followers[word], before):
		return word
	}
	return p.text
}

func containsWord(words, word string) bool {
	for _, w := range strings.Fields(words) {
		if w == word {
			return true
		}
	}
	return false
}

// statementLength counts the pieces up to and with the semicolon and a comment on its line.
func statementLength(pieces []piece) int {
	for i, p := range pieces {
		if p.text != ";" || p.kind != tokenOp {
			continue
		}
		if i+1 < len(pieces) && pieces[i+1].kind == tokenComment && pieces[i+1].breaks == 0 {
			return i + 2
		}
		return i + 1
	}
	return len(pieces)
}

type formatter struct {
	opts     FormatOptions
	text     string
	b        strings.Builder
	brackets []bool // true for one that holds a query
}

// statement writes a statement on one line when it was on one and fits, else with its clauses
// broken.
func (f *formatter) statement(pieces []piece) {
	if f.b.Len() > 0 && pieces[0].breaks > 1 {
		f.b.WriteByte('\n')
	}
	if oldSetting(pieces) {
		last := pieces[len(pieces)-1]
		f.b.WriteString(f.text[pieces[0].start:last.start] + last.text + "\n")
		return
	}
	// Brackets left open by a mistake must not indent the next statement.
	f.brackets = f.brackets[:0]
	broken := !f.fits(pieces)
	for i, p := range pieces {
		switch {
		case i == 0:
		case f.breaksBefore(pieces, i, broken):
			f.newLine(pieces, i)
		case spaceBetween(pieces[i-1], p):
			f.b.WriteByte(' ')
		}
		f.bracket(pieces, i)
		f.b.WriteString(p.text)
	}
	f.b.WriteByte('\n')
}

// oldSetting reports whether a statement is SET or RESET without quotes, where every blank belongs
// to the value: it stays as it is.
func oldSetting(pieces []piece) bool {
	for len(pieces) > 0 && pieces[0].kind == tokenComment {
		pieces = pieces[1:]
	}
	if len(pieces) < 2 || !containsWord("SET RESET", pieces[0].text) {
		return false
	}
	return pieces[1].kind != tokenString && pieces[1].text != ";"
}

// fits reports whether the statement has no line break of its own and is short enough.
func (f *formatter) fits(pieces []piece) bool {
	width := 0
	for i, p := range pieces {
		if i > 0 && p.breaks > 0 || strings.Contains(p.text, "\n") {
			return false
		}
		width += utf8.RuneCountInString(p.text)
		if i > 0 && spaceBetween(pieces[i-1], p) {
			width++
		}
	}
	return width <= f.opts.Width
}

// clauseStarts begin a line in a statement of several lines.
var clauseStarts = wordSet(`SELECT FROM WHERE HAVING LIMIT UNION EXCEPT INTERSECT QUALIFY WINDOW`)

// startsClause reports whether the piece begins a clause of a query.
func startsClause(pieces []piece, i int) bool {
	p := pieces[i]
	next := ""
	if i+1 < len(pieces) {
		next = strings.ToUpper(pieces[i+1].text)
	}
	switch {
	case p.kind == tokenOp:
		return p.text == "|>"
	case p.kind != tokenKeyword:
		return false
	case p.text == "GROUP" || p.text == "ORDER":
		return next == "BY"
	}
	return clauseStarts[p.text]
}

// breaksBefore decides whether a line ends between two pieces.
func (f *formatter) breaksBefore(pieces []piece, i int, broken bool) bool {
	p, last := pieces[i], pieces[i-1]
	switch {
	case last.kind == tokenComment && strings.HasPrefix(f.comment(last), "-"):
		return true
	case p.text == ";" && p.kind == tokenOp:
		return false
	case p.breaks > 0:
		return true
	}
	return broken && f.inQuery() && startsClause(pieces, i) && last.text != "(" &&
		!afterPipe(pieces, i) && f.queryFrom(pieces, i)
}

// comment returns "-" for a comment that ends its line.
func (f *formatter) comment(p piece) string {
	if strings.HasPrefix(p.text, "--") || strings.HasPrefix(p.text, "//") {
		return "-"
	}
	return ""
}

// afterPipe reports whether the piece is the operator of a stage.
func afterPipe(pieces []piece, i int) bool { return pieces[i-1].text == "|>" }

// queryFrom leaves out the FROM of IS DISTINCT FROM, SHOW and METADATA.
func (f *formatter) queryFrom(pieces []piece, i int) bool {
	if pieces[i].text != "FROM" {
		return true
	}
	last := strings.ToUpper(pieces[i-1].text)
	return last != "DISTINCT" && last != "METADATA" && strings.ToUpper(pieces[0].text) != "SHOW"
}

// inQuery reports whether the innermost bracket holds a query; a statement counts as one.
func (f *formatter) inQuery() bool {
	return len(f.brackets) == 0 || f.brackets[len(f.brackets)-1]
}

// bracket keeps account of open brackets.
func (f *formatter) bracket(pieces []piece, i int) {
	p := pieces[i]
	if p.kind != tokenOp {
		return
	}
	switch p.text {
	case "(", "[", "{":
		query := i+1 < len(pieces) && pieces[i+1].kind == tokenKeyword &&
			containsWord("SELECT WITH VALUES FROM", pieces[i+1].text)
		f.brackets = append(f.brackets, query)
	case ")", "]", "}":
		if len(f.brackets) > 0 {
			f.brackets = f.brackets[:len(f.brackets)-1]
		}
	}
}

// newLine ends the line and indents the next: a level for each bracket, and one for what continues
// a clause of a query.
func (f *formatter) newLine(pieces []piece, i int) {
	p := pieces[i]
	f.b.WriteByte('\n')
	if p.breaks > 1 {
		f.b.WriteByte('\n')
	}
	level := len(f.brackets)
	closing := p.kind == tokenOp && containsWord(") ] }", p.text)
	switch {
	case closing && level > 0:
		level--
	case closing:
	case f.inQuery() && !startsClause(pieces, i) && !f.leads(pieces, i):
		level++
	}
	f.b.WriteString(strings.Repeat(" ", level*f.opts.Indent))
}

// leads reports whether a piece begins a part of its statement that is not indented: the first
// word, also behind comments, and clauses of CREATE TABLE and joins.
func (f *formatter) leads(pieces []piece, i int) bool {
	first := true
	for _, p := range pieces[:i] {
		first = first && p.kind == tokenComment
	}
	return first || pieces[i-1].text == "(" || pieces[i].kind == tokenKeyword &&
		containsWord("WITH COMMENT LIKE JOIN LEFT RIGHT FULL INNER CROSS NATURAL INSERT END VALUES "+
			"RETURNS LANGUAGE AS", pieces[i].text)
}

// spaced are the operators that always have blanks around them.
var spaced = wordSet("= <> <= >= || => |>")

// spaceBetween decides on a blank between two pieces of a line. Where a blank may mean something,
// or is a matter of taste (signs, calls, types), it stays as it was.
func spaceBetween(last, p piece) bool {
	switch {
	case p.kind == tokenComment || last.kind == tokenComment:
		return true
	case p.kind != tokenOp && last.kind != tokenOp:
		return true
	case last.text == "." && p.kind == tokenNumber, p.text == "." && last.kind == tokenNumber:
		return true // a dot would become part of the number
	case p.kind == tokenOp && containsWord(", ; ) ] .", p.text):
		return false
	case last.kind == tokenOp && containsWord("( [ .", last.text):
		return false
	case last.kind == tokenOp && last.text == ",":
		return true
	case p.kind == tokenOp && spaced[p.text], last.kind == tokenOp && spaced[last.text]:
		return true
	}
	return p.blank || p.breaks > 0
}
