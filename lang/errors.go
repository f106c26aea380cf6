package lang

import (
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/flinkc/flinkc/lang/diag"
)

// failure is a diagnostic on its way through participle.
type failure struct{ diag.Diagnostic }

// Error returns the message of the diagnostic.
func (f *failure) Error() string { return f.Diagnostic.Message }

// Message makes the failure an error of participle, which then passes it on unchanged.
func (f *failure) Message() string { return f.Diagnostic.Message }

// Position is where the failure stands; only the offset is set.
func (f *failure) Position() lexer.Position { return lexer.Position{Offset: f.At.Start} }

func lexical(code string, at diag.Span, message, hint string) diag.Diagnostic {
	return diag.Diagnostic{Code: code, At: at, Message: message, Hint: hint}
}

// unclosed is a parenthesis that is still open where something begins that cannot stand in it.
func unclosed(opening diag.Span, t lexer.Token) diag.Diagnostic {
	return lexical("syntax", opening, "this parenthesis is not closed in front of "+found(t), "")
}

// misspeltForm is a call with a word that only a function of a similar name takes.
func misspeltForm(name *Ident, word, near string) diag.Diagnostic {
	return lexical("syntax", name.Span(), fmt.Sprintf("function %q takes no %s", name.Name, word),
		fmt.Sprintf("Did you mean %q?", near))
}

// unterminated points at the opening quote only: the rest of the file would say nothing.
func unterminated(what string, start, width int) diag.Diagnostic {
	code, closing := "unterminated-string", "a single quote"
	switch what {
	case "comment":
		code, closing = "unterminated-comment", "*/"
	case "name":
		code, closing = "unterminated-name", "a backtick"
	}
	return lexical(code, diag.Span{Start: start, End: start + width},
		fmt.Sprintf("this %s is never closed", what), fmt.Sprintf("Close it with %s.", closing))
}

func malformedNumber(text string, at diag.Span) diag.Diagnostic {
	return lexical("malformed-number", at, fmt.Sprintf("%s is neither a number nor a name", text),
		"Put a blank behind the number, or write a name that begins with a digit in backticks.")
}

func bangEqual(src *diag.Source, start int) diag.Diagnostic {
	return diag.Diagnostic{Severity: diag.Warning, Code: "bang-equal", Source: src,
		At:      diag.Span{Start: start, End: start + 2},
		Message: "!= is not an operator of Flink SQL; it is read as <>",
		Hint:    "Write <> so that the script also runs in Flink."}
}

func strangeCharacter(text string, start int) diag.Diagnostic {
	return lexical("strange-character", diag.Span{Start: start, End: start + len(text)},
		fmt.Sprintf("the character %q begins nothing that SQL knows", text),
		"Remove it, or write it inside of single quotes if it belongs to a text.")
}

func doubleQuoted(at diag.Span) diag.Diagnostic {
	return lexical("double-quote", at, "double quotes quote neither texts nor names",
		"Write texts in single quotes 'text' and names in backticks `name`.")
}

func emptyName(at diag.Span) diag.Diagnostic {
	return lexical("empty-name", at, "a name cannot be empty", "Write a name between the backticks.")
}

func malformedBytes(at diag.Span) diag.Diagnostic {
	return lexical("malformed-bytes", at,
		"a binary literal needs an even number of hexadecimal digits",
		"Write two digits for each byte, as in X'0AFF'.")
}

func malformedEscape(at diag.Span) diag.Diagnostic {
	return lexical("malformed-escape", at, "this text has an escape that stands for no character",
		`Write \ and four hexadecimal digits, \+ and six, or a doubled \ for the character itself.`)
}

func malformedVar(start int) diag.Diagnostic {
	return lexical("malformed-var", diag.Span{Start: start, End: start + 2},
		"a variable needs a name and a closing brace", "Write ${NAME}.")
}

func unknownVar(s *scanner, name string, at diag.Span) diag.Diagnostic {
	names := make([]string, 0, len(s.vars))
	for n := range s.vars {
		names = append(names, n)
	}
	slices.Sort(names)
	hint := fmt.Sprintf("Give it a value: --var %s=...", name)
	if near := diag.Suggest(name, names); near != "" {
		hint = fmt.Sprintf("Did you mean ${%s}?", near)
	}
	d := lexical("unknown-var", at, fmt.Sprintf("the variable %q has no value", name), hint)
	d.Source = s.src
	return d
}

func badVarValue(name string, at diag.Span) diag.Diagnostic {
	return lexical("bad-var-value", at,
		fmt.Sprintf("the value of %q is not a single name, number or text", name),
		"Outside of quotes a variable may only stand for one name, one number or one quoted text.")
}

func tooDeep(at diag.Span) diag.Diagnostic {
	return lexical("nesting-too-deep", at,
		fmt.Sprintf("this is nested more than %d levels deep", maxNesting),
		"Move inner queries into views or WITH, and inner expressions into sub-queries.")
}

func tooLong(at diag.Span) diag.Diagnostic {
	return lexical("expression-too-long", at,
		fmt.Sprintf("this expression has more than %d operators", maxChain),
		"Use IN (..) for a list of values, or a table to join with.")
}

func notSupported(at diag.Span, what, cure string) *failure {
	return &failure{lexical("not-supported", at, what+" is not supported", cure)}
}

func duplicateClause(at diag.Span, clause string) diag.Diagnostic {
	return lexical("duplicate-clause", at, fmt.Sprintf("%s is given twice", clause),
		"Keep one of the two.")
}

func oldSet(at diag.Span) diag.Diagnostic {
	return diag.Diagnostic{Severity: diag.Warning, Code: "unquoted-set", At: at,
		Message: "keys and values of SET belong in single quotes",
		Hint:    "Write SET 'key' = 'value'; as Flink requires since 1.13."}
}

func unclosedSet(at diag.Span) diag.Diagnostic {
	return lexical("unclosed-statement-set", at, "this statement set has no END",
		"Write END; behind its last INSERT.")
}

func notInsert(at diag.Span) diag.Diagnostic {
	return lexical("statement-in-set", at, "a statement set may only hold INSERT statements",
		"Move the statement in front of the statement set.")
}

func emptySet(at diag.Span) diag.Diagnostic {
	return lexical("empty-statement-set", at, "this statement set has no INSERT",
		"Write at least one INSERT statement before END.")
}

func strayEnd(at diag.Span) diag.Diagnostic {
	return lexical("syntax", at, "END closes nothing here",
		"Remove it, or open a statement set with EXECUTE STATEMENT SET BEGIN.")
}

func reservedName(at diag.Span, text string) diag.Diagnostic {
	return lexical("reserved-word", at,
		fmt.Sprintf("%s is a reserved word and cannot be a name", strings.ToUpper(text)),
		fmt.Sprintf("Write it in backticks: `%s`.", text))
}

func badLike(o *LikeOption) *failure {
	return &failure{lexical("syntax", o.Span(),
		fmt.Sprintf("LIKE has no option %s %s", o.Strategy, o.Feature),
		"INCLUDING and EXCLUDING take ALL, CONSTRAINTS, DISTRIBUTION, PARTITIONS, GENERATED, METADATA, "+
			"OPTIONS or WATERMARKS; OVERWRITING takes the last four.")}
}
