package lang

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/flinkc/flinkc/lang/diag"
)

// The lexer cuts a source into tokens without gaps: blanks and comments are tokens too, so that
// the end of a token is where the next one begins. It never stops at an error: the offending text
// becomes a tokenBad, and the statement that holds it is not parsed.

// scanner lexes one source.
type scanner struct {
	src    *diag.Source
	text   string
	pos    int
	vars   map[string]string
	inHint bool
	// keepVars leaves ${NAME} as it is, for the formatter.
	keepVars bool
	// protect is an escape character that values of variables must not bring in; 0 is none.
	protect byte
	tokens  []lexer.Token
	diags   diag.List
}

// lexSource returns the tokens of a source, the last of which is EOF, and the lexical errors.
func lexSource(src *diag.Source, vars map[string]string) ([]lexer.Token, diag.List) {
	s := &scanner{src: src, text: src.Text, vars: vars}
	s.tokens = make([]lexer.Token, 0, len(s.text)/3+8)
	for s.pos < len(s.text) {
		s.next()
	}
	s.tokens = append(s.tokens, lexer.EOFToken(lexer.Position{Offset: len(s.text)}))
	return s.tokens, s.diags
}

// Lex makes the definition one of participle's. It reads all of r and applies no variables.
func (definition) Lex(filename string, r io.Reader) (lexer.Lexer, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	tokens, diags := lexSource(diag.NewSource(filename, string(text)), nil)
	if diags.HasErrors() {
		return nil, &failure{Diagnostic: diags[0]}
	}
	return &tokenStream{tokens: tokens}, nil
}

// tokenStream gives tokens to participle; the last one must be EOF.
type tokenStream struct{ tokens []lexer.Token }

// Next returns the next token, EOF for ever at the end.
func (t *tokenStream) Next() (lexer.Token, error) {
	tok := t.tokens[0]
	if !tok.EOF() {
		t.tokens = t.tokens[1:]
	}
	return tok, nil
}

// emit appends a token that began at start and ends at the current position.
func (s *scanner) emit(kind lexer.TokenType, start int, value string) {
	s.tokens = append(s.tokens,
		lexer.Token{Type: kind, Value: value, Pos: lexer.Position{Offset: start}})
}

// emitText is emit for a token whose value is its text.
func (s *scanner) emitText(kind lexer.TokenType, start int) {
	s.emit(kind, start, s.text[start:s.pos])
}

// bad reports an error and makes what was read since start a bad token.
func (s *scanner) bad(start int, d diag.Diagnostic) {
	d.Source = s.src
	s.diags = append(s.diags, d)
	s.emitText(tokenBad, start)
}

// at reports whether the text goes on with prefix.
func (s *scanner) at(prefix string) bool { return strings.HasPrefix(s.text[s.pos:], prefix) }

// peek returns the byte i bytes ahead, 0 at the end.
func (s *scanner) peek(i int) byte {
	if s.pos+i < len(s.text) {
		return s.text[s.pos+i]
	}
	return 0
}

// next lexes one token.
func (s *scanner) next() {
	c := s.text[s.pos]
	switch {
	case isBlank(c):
		s.blank()
	case s.at("--") || s.at("//"):
		s.lineComment()
	case s.at("/*"):
		s.blockComment()
	case s.inHint && s.at("*/"):
		s.inHint = false
		s.operator("*/")
	case c == '\'':
		s.textLiteral(s.pos, s.pos, false)
	case c == '`':
		s.quotedName()
	case s.at("${"):
		s.variable()
	case isDigit(c) || c == '.' && isDigit(s.peek(1)):
		s.number()
	case s.prefixedLiteral():
	case isNameStart(s.rune()):
		s.word()
	default:
		s.symbol()
	}
}

func (s *scanner) rune() rune {
	r, _ := utf8.DecodeRuneInString(s.text[s.pos:])
	return r
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isNameStart(r rune) bool {
	return r == '_' || r != utf8.RuneError && unicode.IsLetter(r)
}

func isNamePart(r rune) bool {
	return isNameStart(r) || r == '$' || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// blank reads white space; a byte order mark at the very beginning is read with symbol.
func (s *scanner) blank() {
	start := s.pos
	for s.pos < len(s.text) && isBlank(s.text[s.pos]) {
		s.pos++
	}
	s.emitText(tokenBlank, start)
}

func (s *scanner) lineComment() {
	start := s.pos
	for s.pos < len(s.text) && s.text[s.pos] != '\n' {
		s.pos++
	}
	s.emitText(tokenComment, start)
}

func (s *scanner) blockComment() {
	start := s.pos
	if s.at("/*+") {
		s.inHint = true
		s.operator("/*+")
		return
	}
	end := strings.Index(s.text[s.pos+2:], "*/")
	if end < 0 {
		s.pos = len(s.text)
		s.bad(start, unterminated("comment", start, 2))
		return
	}
	s.pos += 2 + end + 2
	s.emitText(tokenComment, start)
}

func (s *scanner) operator(op string) {
	start := s.pos
	s.pos += len(op)
	s.emit(tokenOp, start, op)
}

// word reads a name or a reserved word.
func (s *scanner) word() {
	start := s.pos
	for s.pos < len(s.text) {
		if c := s.text[s.pos]; c < utf8.RuneSelf {
			if !isNamePart(rune(c)) || s.at("${") {
				break
			}
			s.pos++
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[s.pos:])
		if !isNamePart(r) {
			break
		}
		s.pos += size
	}
	kind := tokenIdent
	if isReserved(s.text[start:s.pos]) {
		kind = tokenKeyword
	}
	s.emitText(kind, start)
}

// number reads 12, 1.5, .5, 1., 1e3. Letters that follow make it malformed: 12ab is no alias.
func (s *scanner) number() {
	start := s.pos
	s.digits()
	if s.peek(0) == '.' {
		s.pos++
		s.digits()
	}
	if c := s.peek(0) | 0x20; c == 'e' {
		s.exponent()
	}
	if s.pos < len(s.text) && isNameStart(s.rune()) {
		for s.pos < len(s.text) && isNamePart(s.rune()) {
			_, size := utf8.DecodeRuneInString(s.text[s.pos:])
			s.pos += size
		}
		s.bad(start, malformedNumber(s.text[start:s.pos], diag.Span{Start: start, End: s.pos}))
		return
	}
	s.emitText(tokenNumber, start)
}

func (s *scanner) digits() {
	for isDigit(s.peek(0)) {
		s.pos++
	}
}

// exponent reads e[+-]digits, and nothing when no digit follows.
func (s *scanner) exponent() {
	sign := 1
	if c := s.peek(1); c == '+' || c == '-' {
		sign = 2
	}
	if isDigit(s.peek(sign)) {
		s.pos += sign
		s.digits()
	}
}

// operators, the longer before the shorter. ">>" is never one token, because of ARRAY<ARRAY<INT>>.
var operators = []string{
	"|>", "||", "<>", "<=", ">=", "=>", "::", "(", ")", "[", "]", "{", "}", ",", ".", ";", "+", "-",
	"*", "/", "%", "=", "<", ">", "|", "?", ":", "^", "$",
}

// symbol reads an operator, or reports a character that begins no token.
func (s *scanner) symbol() {
	start := s.pos
	if s.at("!=") {
		s.diags = append(s.diags, bangEqual(s.src, start))
		s.pos += 2
		s.emit(tokenOp, start, "<>")
		return
	}
	for _, op := range operators {
		if s.at(op) {
			s.operator(op)
			return
		}
	}
	s.strange(start)
}

func (s *scanner) strange(start int) {
	r, size := utf8.DecodeRuneInString(s.text[s.pos:])
	s.pos += size
	switch {
	case r == '\ufeff' && start == 0, unicode.IsSpace(r):
		s.emitText(tokenBlank, start)
	case r == '"':
		s.doubleQuote(start)
	default:
		if r == utf8.RuneError {
			s.brokenText()
		}
		s.bad(start, strangeCharacter(s.text[start:start+size], start))
	}
}

// brokenText reads on over bytes that are no UTF-8, so that a text in another encoding is one error
// and not one a byte.
func (s *scanner) brokenText() {
	for s.pos < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[s.pos:])
		if r != utf8.RuneError || size != 1 {
			return
		}
		s.pos += size
	}
}

// doubleQuote reads up to the closing quote, so that one mistake is one error.
func (s *scanner) doubleQuote(start int) {
	line := s.text[s.pos:]
	if i := strings.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	if i := strings.IndexByte(line, '"'); i >= 0 {
		s.pos += i + 1
	}
	s.bad(start, doubleQuoted(diag.Span{Start: start, End: s.pos}))
}
