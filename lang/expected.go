package lang

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"

	"github.com/flinkc/flinkc/lang/diag"
)

// What was found and what was expected, in plain words.

// unexpected builds the error for a token that the grammar does not want. The end of its span is
// added when the statement is known.
func unexpected(t lexer.Token, expected string) *failure {
	at := diag.Span{Start: t.Pos.Offset, End: t.Pos.Offset}
	if t.Type == tokenKeyword && (expected == "a name" || expected == "a table") {
		return &failure{reservedName(at, t.Value)}
	}
	message := "did not expect " + found(t)
	if expected != "" {
		message = fmt.Sprintf("expected %s, found %s", expected, found(t))
	}
	return &failure{lexical("syntax", at, message, clause(t))}
}

// unexpectedIn is unexpected for a token behind what is complete.
func unexpectedIn(p *parser, t lexer.Token) diag.Diagnostic {
	d := unexpected(t, "").Diagnostic
	d.At = p.wordSpan(t)
	return d
}

// found describes a token.
func found(t lexer.Token) string {
	switch t.Type {
	case lexer.EOF:
		return "the end of the statement"
	case tokenString:
		return "a text in single quotes"
	case tokenBytes:
		return "a binary literal"
	case tokenNumber:
		return "the number " + t.Value
	case tokenQuoted:
		return "the name `" + strings.ReplaceAll(t.Value[len(nameMark):], "`", "``") + "`"
	case tokenOp:
		return fmt.Sprintf("%q", t.Value)
	}
	return t.Value
}

// clause hints at mistakes that a token alone betrays; "" for others.
func clause(t lexer.Token) string {
	switch {
	case isOp(&t, "/*+"):
		return "Hints stand behind SELECT or behind the name of a table."
	case isWord(&t, "END"):
		return "END closes CASE or a statement set; is one open here?"
	case isWord(&t, "CREATE"), isWord(&t, "INSERT"), isWord(&t, "DROP"):
		return "Is the semicolon missing that ends the statement in front of it?"
	}
	return ""
}

// productions are the names in participle's messages, in plain words.
var productions = map[string]string{
	"Ident": "a name", "Path": "a name", "Text": "a text in single quotes", "Expr": "an expression",
	"TypeName": "a type", "Query": "a query", "TableRef": "a table", "SelectItem": "an expression",
	"GroupItem": "an expression", "Option": "an option 'key' = 'value'", "Param": "a parameter",
	"OptionValue":  "a text in single quotes, env('NAME') or file('path')",
	"TableElement": "a column, PRIMARY KEY or WATERMARK", "ConstraintKind": "PRIMARY KEY or UNIQUE",
	"Column": "a column", "ViewColumn": "a name", "LikeOption": "INCLUDING, EXCLUDING or OVERWRITING",
	"WindowSpec": "a window in parentheses", "Partition": "column = value", "Hint": "a hint",
	"HintArg": "a name or a text", "Resource": "JAR or ARTIFACT", "Enforcement": "NOT ENFORCED",
	"NamedWindow": "a name", "Columns": "names in parentheses", "Options": "WITH",
	"<number>": "a number", "GroupBy": "GROUP BY",
}

var (
	expectedPart = regexp.MustCompile(`(?s)\(expected (.*)\)$`)
	firstTerm    = regexp.MustCompile(`^\(*("(?:[^"\\]|\\.)*"|<?\w+>?)`)
	alternatives = regexp.MustCompile(`^\(("\w+"(?: "\w+")*(?: \| "\w+"(?: "\w+")*)+)\)`)
)

// asFailure makes any error of participle a diagnostic.
func asFailure(err error) *failure {
	var f *failure
	if errors.As(err, &f) {
		return f
	}
	var u *participle.UnexpectedTokenError
	if errors.As(err, &u) {
		return unexpected(u.Unexpected, plainWords(u.Message()))
	}
	var at int
	var pe participle.Error
	if errors.As(err, &pe) {
		at = pe.Position().Offset
	}
	return &failure{lexical("syntax", diag.Span{Start: at, End: at},
		"this is not well formed here", "")}
}

// plainWords takes from participle's message the first thing that it expected; "" when it says
// none.
func plainWords(message string) string {
	m := expectedPart.FindStringSubmatch(message)
	if m == nil {
		return ""
	}
	grammar := m[1]
	for strings.HasPrefix(grammar, "((") {
		grammar = grammar[1:]
	}
	if alt := alternatives.FindStringSubmatch(grammar); alt != nil {
		return either(strings.Split(strings.ReplaceAll(alt[1], `"`, ""), " | "))
	}
	term := firstTerm.FindStringSubmatch(grammar)
	if term == nil {
		return ""
	}
	if words, ok := productions[term[1]]; ok {
		return words
	}
	if word := strings.Trim(term[1], `"`); word != term[1] && isWordText(word) {
		return word
	}
	return term[1]
}

// isWordText reports whether a terminal is a word, which is shown without quotes.
func isWordText(s string) bool { return s != "" && isNameStart(rune(s[0])) }

// either joins words to "A, B or C".
func either(words []string) string {
	if len(words) == 1 {
		return words[0]
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
