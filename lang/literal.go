package lang

import (
	"encoding/hex"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/flinkc/flinkc/lang/diag"
)

// Literals and quoted names, and the variables in them. The value of a variable inside quotes is
// data: it is appended to the value after the quotes were found, so it can neither end the literal
// nor bring an escape of its own.

// quoted reads from an opening quote at the current position to its end. Doubled quotes are one.
// With ok false the text ended first; the diagnostics hold unknown variables.
func (s *scanner) quoted(quote byte) (value string, ok bool) {
	var b strings.Builder
	for s.pos++; s.pos < len(s.text); {
		c := s.text[s.pos]
		switch {
		case c == quote && s.peek(1) == quote:
			b.WriteByte(quote)
			s.pos += 2
		case c == quote:
			s.pos++
			return b.String(), true
		case c == '$' && s.peek(1) == '{':
			s.placeholder(&b)
		default:
			b.WriteByte(c)
			s.pos++
		}
	}
	return b.String(), false
}

// placeholder appends the value of ${NAME}. Text that only looks like one (no closing brace on a
// name) stays as it is.
func (s *scanner) placeholder(b *strings.Builder) {
	start := s.pos
	name, ok := s.variableName()
	if !ok {
		b.WriteByte('$')
		s.pos = start + 1
		return
	}
	if s.keepVars {
		b.WriteString(s.text[start:s.pos])
		return
	}
	value, known := s.vars[name]
	if !known {
		s.unknownVar(name, start)
	}
	if s.protect != 0 {
		value = strings.ReplaceAll(value, string(s.protect), string(s.protect)+string(s.protect))
	}
	b.WriteString(value)
}

// variableName reads ${NAME}.
func (s *scanner) variableName() (string, bool) {
	end := strings.IndexByte(s.text[s.pos:], '}')
	if end < 0 {
		return "", false
	}
	name := s.text[s.pos+2 : s.pos+end]
	if name == "" || strings.ContainsAny(name, " \t\r\n'`\"{") {
		return "", false
	}
	s.pos += end + 1
	return name, true
}

func (s *scanner) unknownVar(name string, start int) {
	s.diags = append(s.diags, unknownVar(s, name, diag.Span{Start: start, End: s.pos}))
}

// variable reads ${NAME} outside of quotes. Its value becomes one token.
func (s *scanner) variable() {
	start := s.pos
	name, ok := s.variableName()
	if !ok {
		s.pos += 2
		s.bad(start, malformedVar(start))
		return
	}
	if s.keepVars {
		s.emitText(tokenIdent, start)
		return
	}
	at := diag.Span{Start: start, End: s.pos}
	value, known := s.vars[name]
	if !known {
		s.bad(start, unknownVar(s, name, at))
		return
	}
	// The value is read as if it stood alone, and must be one token: it cannot bring a semicolon, a
	// comment or a second statement with it.
	inner := &scanner{src: diag.NewSource(name, value), text: value}
	if len(value) > 0 {
		inner.next()
	}
	if inner.pos != len(value) || !singleToken(inner.tokens) {
		s.bad(start, badVarValue(name, at))
		return
	}
	s.emit(inner.tokens[0].Type, start, inner.tokens[0].Value)
}

// singleToken reports whether tokens are what a variable may stand for.
func singleToken(tokens []lexer.Token) bool {
	if len(tokens) != 1 {
		return false
	}
	switch tokens[0].Type {
	case tokenIdent, tokenQuoted, tokenNumber, tokenString:
		return true
	}
	return false
}

// quotedName reads a name in backticks.
func (s *scanner) quotedName() {
	start, known := s.pos, len(s.diags)
	name, ok := s.quoted('`')
	switch {
	case !ok:
		s.bad(start, unterminated("name", start, 1))
	case name == "":
		s.bad(start, emptyName(diag.Span{Start: start, End: s.pos}))
	case len(s.diags) > known:
		s.emitText(tokenBad, start)
	default:
		s.emit(tokenQuoted, start, nameMark+name)
	}
}

// textLiteral reads a literal whose opening quote stands at the current position and whose first
// character, with a prefix, at start. Escapes of C are resolved when asked for.
func (s *scanner) textLiteral(start, quote int, c bool) {
	known := len(s.diags)
	if c {
		s.protect = '\\'
	}
	value, ok := s.quoted('\'')
	s.protect = 0
	switch {
	case !ok:
		s.bad(start, unterminated("text", quote, 1))
	case len(s.diags) > known:
		s.emitText(tokenBad, start)
	case c:
		s.emit(tokenString, start, textMark+cEscapes(value))
	default:
		s.emit(tokenString, start, textMark+value)
	}
}

// prefixedLiteral reads X'..', U&'..' and E'..', and reports whether one stands here.
func (s *scanner) prefixedLiteral() bool {
	start := s.pos
	switch c := s.text[s.pos] | 0x20; {
	case c == 'x' && s.peek(1) == '\'':
		s.pos++
		s.bytesLiteral(start)
	case c == 'e' && s.peek(1) == '\'':
		s.pos++
		s.textLiteral(start, start+1, true)
	case c == 'u' && s.peek(1) == '&' && s.peek(2) == '\'':
		s.pos += 2
		s.unicodeLiteral(start)
	default:
		return false
	}
	return true
}

// X'0AFF': two digits a byte.
func (s *scanner) bytesLiteral(start int) {
	known := len(s.diags)
	digits, ok := s.quoted('\'')
	if !ok {
		s.bad(start, unterminated("binary literal", start, 2))
		return
	}
	if len(s.diags) > known {
		s.emitText(tokenBad, start)
		return
	}
	value, err := hex.DecodeString(digits)
	if err != nil {
		s.bad(start, malformedBytes(diag.Span{Start: start, End: s.pos}))
		return
	}
	s.emit(tokenBytes, start, bytesMark+string(value))
}

// unicodeLiteral reads U&'..' with its optional UESCAPE 'c'.
func (s *scanner) unicodeLiteral(start int) {
	known := len(s.diags)
	s.protect = s.unicodeEscape()
	value, ok := s.quoted('\'')
	s.protect = 0
	if !ok {
		s.bad(start, unterminated("text", start, 3))
		return
	}
	if len(s.diags) > known {
		s.emitText(tokenBad, start)
		return
	}
	out, ok := unicodeEscapes(value, s.escapeCharacter())
	if !ok {
		s.bad(start, malformedEscape(diag.Span{Start: start, End: s.pos}))
		return
	}
	s.emit(tokenString, start, textMark+out)
}

// unicodeEscape looks ahead for the escape character of the literal at the current position. It
// must be known before the literal is read, because values of variables are protected from it.
func (s *scanner) unicodeEscape() byte {
	ahead := &scanner{text: s.text, pos: s.pos, src: s.src}
	for ahead.pos++; ahead.pos < len(ahead.text); ahead.pos++ {
		if ahead.text[ahead.pos] != '\'' {
			continue
		}
		if ahead.peek(1) != '\'' {
			ahead.pos++
			return ahead.escapeCharacter()
		}
		ahead.pos++
	}
	return '\\'
}

// escapeCharacter reads UESCAPE 'c' if it follows; the default is a backslash.
func (s *scanner) escapeCharacter() byte {
	rest := s.text[s.pos:]
	clause := strings.TrimLeft(rest, " \t\r\n")
	if len(clause) < 7 || !strings.EqualFold(clause[:7], "UESCAPE") {
		return '\\'
	}
	quote := strings.TrimLeft(clause[7:], " \t\r\n")
	if len(quote) < 3 || quote[0] != '\'' || quote[2] != '\'' {
		return '\\'
	}
	s.pos += len(rest) - len(quote) + 3
	return quote[1]
}

// unicodeEscapes resolves \XXXX, \+XXXXXX and a doubled escape character.
func unicodeEscapes(in string, escape byte) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(in); i++ {
		if in[i] != escape {
			b.WriteByte(in[i])
			continue
		}
		if i+1 < len(in) && in[i+1] == escape {
			b.WriteByte(escape)
			i++
			continue
		}
		digits, skip := in[i+1:], 4
		if strings.HasPrefix(digits, "+") {
			digits, skip = digits[1:], 6
			i++
		}
		r, ok := codePoint(digits, skip)
		if !ok {
			return "", false
		}
		b.WriteRune(r)
		i += skip
	}
	return b.String(), true
}

// codePoint reads n hexadecimal digits as a character; surrogates are refused. A pair of surrogates
// is not put together: \+XXXXXX spells such a character.
func codePoint(digits string, n int) (rune, bool) {
	if len(digits) < n {
		return 0, false
	}
	v, err := strconv.ParseUint(digits[:n], 16, 32)
	if err != nil || !utf8.ValidRune(rune(v)) {
		return 0, false
	}
	return rune(v), true
}

var cEscape = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\t`, "\t", `\r`, "\r", `\b`, "\b",
	`\f`, "\f", `\'`, "'")

// cEscapes resolves the escapes of e'..'; an unknown one stays as written.
func cEscapes(in string) string { return cEscape.Replace(in) }
