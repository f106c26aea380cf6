package options

import (
	"strings"

	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/types"
)

// The codes of this package; their documentation is with the checker's.
const (
	codeConnector   = "unknown-connector"
	codeNoConnector = "missing-connector"
	codeFormat      = "unknown-format"
	codeNoFormat    = "missing-format"
	codeUnknown     = "unknown-option"
	codeDuplicate   = "duplicate-option"
	codeMissing     = "missing-option"
	codeValue       = "option-value"
	codeConflict    = "option-conflict"
	codeUnsupported = "unsupported-option"
	codeIgnored     = "ignored-option"
	codeSecret      = "option-secret"
	codeURL         = "jdbc-url"
	codeColumn      = "option-column"
)

func problem(code string, at diag.Span, message, hint string) diag.Diagnostic {
	return diag.Diagnostic{Severity: diag.Error, Code: code, At: at, Message: message, Hint: hint}
}

func quote(s string) string { return "'" + s + "'" }

// did turns the nearest name into a hint; without a near one it lists them all when they are few.
func did(name string, candidates []string) string {
	const few = 8
	if near := diag.Suggest(name, candidates); near != "" {
		return "Did you mean " + quote(near) + "?"
	}
	if len(candidates) > few {
		return ""
	}
	return "Known are " + strings.Join(candidates, ", ") + "."
}

func errDuplicate(e *Entry) diag.Diagnostic {
	return problem(codeDuplicate, e.KeyAt, "option "+quote(e.written)+" is given twice",
		"Remove one of the two.")
}

func errMixedStyles(legacy *Entry) diag.Diagnostic {
	return problem(codeConflict, legacy.KeyAt,
		"'connector' and 'connector.type' cannot be used together",
		"Use today's keys only: 'connector', 'format' and so on.")
}

func errNoConnector(at diag.Span, entries []Entry) diag.Diagnostic {
	hint := "Add 'connector' = '...' to the WITH clause: " + strings.Join(Connectors(), ", ") + "."
	for _, e := range entries {
		if near := diag.Suggest(e.Key, []string{"connector", "connector.type"}); near != "" {
			hint = "Did you mean " + quote(near) + " instead of " + quote(e.Key) + "?"
		}
	}
	return problem(codeNoConnector, at, "the table has no option 'connector'", hint)
}

func errUnknownConnector(e *Entry) diag.Diagnostic {
	if contains(foreign["connector"], e.Value) {
		return problem(codeConnector, e.ValAt, "connector "+quote(e.Value)+
			" is not supported by flinkc", "Supported are "+strings.Join(Connectors(), ", ")+".")
	}
	return problem(codeConnector, e.ValAt, "there is no connector "+quote(e.Value),
		did(e.Value, Connectors()))
}

func errNoFormat(at diag.Span, connector string) diag.Diagnostic {
	return problem(codeNoFormat, at, "a "+connector+" table needs the option 'format'",
		"Add 'format' = 'csv' or 'format' = 'json'.")
}

func errUnknownFormat(e *Entry) diag.Diagnostic {
	if contains(foreign["format"], e.Value) {
		return problem(codeFormat, e.ValAt, "format "+quote(e.Value)+
			" is not supported by flinkc", "Supported are "+strings.Join(Formats(), ", ")+".")
	}
	return problem(codeFormat, e.ValAt, "there is no format "+quote(e.Value),
		did(e.Value, Formats()))
}

func errUnknownOption(r *resolution, e *Entry) diag.Diagnostic {
	prefix, _, _ := strings.Cut(e.Key, ".")
	if f := findFormat(prefix); f != nil && prefix != r.out.Format {
		message := "option " + quote(e.written) + " belongs to format " + quote(prefix)
		if r.out.Format == "" {
			return problem(codeUnknown, e.KeyAt, message, "Connector "+quote(r.out.Connector)+
				" has no format; remove the option.")
		}
		return problem(codeUnknown, e.KeyAt, message, "The table's format is "+
			quote(r.out.Format)+"; remove the option or change the format.")
	}
	return problem(codeUnknown, e.KeyAt, "connector "+quote(r.out.Connector)+
		" has no option "+quote(e.written), did(e.Key, r.keys()))
}

func errUnknownLegacy(e *Entry, table []rename) diag.Diagnostic {
	hint := did(e.Key, oldKeys(table))
	for _, n := range table {
		if n.New == e.Key {
			hint = "In a table with 'connector.type' the option is called " + quote(n.Old) + "."
		}
	}
	return problem(codeUnknown, e.KeyAt, "there is no legacy option "+quote(e.written), hint)
}

func errUnsupportedOption(e *Entry, o *Option) diag.Diagnostic {
	return problem(codeUnsupported, e.KeyAt,
		"option "+quote(e.written)+" is not supported by flinkc", o.Why)
}

func noteIgnored(e *Entry, o *Option) diag.Diagnostic {
	return diag.Diagnostic{Severity: diag.Note, Code: codeIgnored, At: e.KeyAt,
		Message: "option " + quote(e.written) + " is ignored", Hint: o.Why}
}

func errOptionColumn(r *resolution, e *Entry, column string) diag.Diagnostic {
	var names []string
	for _, c := range r.columns {
		names = append(names, c.Name)
	}
	return problem(codeColumn, e.KeyAt, "option "+quote(e.written)+
		" names the column "+quote(column)+", which the table does not have", did(column, names))
}

func errNotASecret(e *Entry) diag.Diagnostic {
	return problem(codeSecret, e.ValAt, "option "+quote(e.written)+" must be a text",
		"env() and file() are for credentials; use ${NAME} and --var for other values.")
}

// kindExamples are values as they may be written, for hints.
var kindExamples = [...]string{
	Text: "", Int: "Write a whole number, for instance '100'.",
	Float:    "Write a number, for instance '0.5'.",
	Bool:     "Write 'true' or 'false'.",
	Duration: "Write a number and a unit, for instance '500 ms', '1 s', '10 min'.",
	Memory:   "Write a number and a unit, for instance '512 kb', '128 mb'.",
	List:     "Write at least one value; several are separated by ;.",
	Char:     "Write one ASCII character, or \\t for a tab.",
}

func errBadValue(e *Entry, o *Option) diag.Diagnostic {
	message := quote(e.Value) + " is no " + o.Kind.String() + ", which option " +
		quote(e.written) + " needs"
	hint := kindExamples[min(int(o.Kind), len(kindExamples)-1)]
	if o.Kind == Enum {
		message = quote(e.Value) + " is no value of option " + quote(e.written)
		hint = did(e.Value, o.Values)
	}
	return problem(codeValue, e.ValAt, message, hint)
}

func errRefusedChoice(e *Entry, o *Option) diag.Diagnostic {
	return problem(codeUnsupported, e.ValAt, "value "+quote(e.Value)+" of option "+
		quote(e.written)+" is not supported by flinkc",
		"Supported are "+strings.Join(o.Values, ", ")+".")
}

func errMissingOption(r *resolution, o *Option) diag.Diagnostic {
	key := o.Key
	if r.out.Legacy {
		for _, n := range legacyTables[r.out.Connector] {
			if n.New == o.Key || n.target(n.Old) == o.Key {
				key = n.Old
			}
		}
		key = strings.Replace(key, "properties.", "connector.properties.", 1)
	}
	return problem(codeMissing, r.request.At,
		"a "+r.out.Connector+" table needs the option "+quote(key), o.Doc)
}

func errOneOf(at diag.Span, a, b string) diag.Diagnostic {
	return problem(codeMissing, at, "the table needs the option "+quote(a)+" or "+quote(b), "")
}

func errMissingWith(e *Entry, other string) diag.Diagnostic {
	return problem(codeMissing, e.KeyAt, "option "+quote(e.written)+" needs the option "+
		quote(other)+" as well", "Add it, or remove "+quote(e.written)+".")
}

func errExclusive(e *Entry, other string) diag.Diagnostic {
	return problem(codeConflict, e.KeyAt, "options "+quote(e.written)+" and "+quote(other)+
		" exclude each other", "Remove one of the two.")
}

func errProtocolWithoutSASL(e *Entry, protocol string) diag.Diagnostic {
	return problem(codeConflict, e.KeyAt, "with security protocol "+protocol+
		" nobody signs in, but "+quote(e.written)+" is given",
		"Set 'properties.security.protocol' to 'SASL_SSL' or 'SASL_PLAINTEXT'.")
}

func errSameCharacter(e *Entry, other string) diag.Diagnostic {
	return problem(codeConflict, e.ValAt, "options "+quote(e.written)+" and "+quote(other)+
		" are the same character", "Choose different ones.")
}

func errTooSmall(e *Entry, least string) diag.Diagnostic {
	return problem(codeValue, e.ValAt, "option "+quote(e.written)+" must be at least "+least, "")
}

func errEmpty(e *Entry) diag.Diagnostic {
	return problem(codeValue, e.ValAt, "option "+quote(e.written)+" must not be empty", "")
}

func errFileScheme(e *Entry, scheme string) diag.Diagnostic {
	return problem(codeUnsupported, e.ValAt, "files of scheme "+quote(scheme)+
		" are not supported by flinkc", "Use a local path.")
}

func errOffsets(e *Entry, part string) diag.Diagnostic {
	return problem(codeValue, e.ValAt, quote(part)+" is no start offset",
		"Write 'partition:0,offset:42;partition:1,offset:300'.")
}

func errNoSequence(e *Entry, c types.Field) diag.Diagnostic {
	return problem(codeValue, e.ValAt, "a column of type "+c.Type.String()+
		" cannot be a sequence", "Sequences are for numbers and texts.")
}

func errBound(e *Entry, c types.Field) diag.Diagnostic {
	return problem(codeValue, e.ValAt, quote(e.Value)+" is no bound for a column of type "+
		c.Type.String(), "Bounds are numbers within the range of the column's type.")
}

func errRate(e *Entry) diag.Diagnostic {
	return problem(codeValue, e.ValAt, quote(e.Value)+" is no share", "Write a number from 0 to 1.")
}

func errURL(e *Entry, why string) diag.Diagnostic {
	return problem(codeURL, e.ValAt, "the url is not valid: "+why,
		"Write for instance 'jdbc:mysql://localhost:3306/shop'.")
}

func errVendor(e *Entry, vendor string) diag.Diagnostic {
	return problem(codeURL, e.ValAt, "databases of kind "+quote(vendor)+
		" are not supported by flinkc", "Use jdbc:mysql:// or jdbc:mariadb://.")
}

func errUnknownParam(e *Entry, name string) diag.Diagnostic {
	return problem(codeURL, e.ValAt, "the url's parameter "+quote(name)+" is not known",
		did(name, paramNames()))
}

func errRefusedParam(e *Entry, p *urlParam) diag.Diagnostic {
	return problem(codeURL, e.ValAt, "the url's parameter "+quote(p.Name)+" is refused: "+p.Refuse,
		"Remove it from the url.")
}

func noteIgnoredParam(e *Entry, p *urlParam) diag.Diagnostic {
	return diag.Diagnostic{Severity: diag.Note, Code: codeIgnored, At: e.ValAt,
		Message: "the url's parameter " + quote(p.Name) + " is ignored: " + p.Note}
}
