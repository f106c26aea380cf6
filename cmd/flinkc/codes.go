package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/flinkc/flinkc/codegen/gobuild"
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// Codes that only commands report.
const (
	codeLiteralSecret = "literal-secret"
	codeGoCode        = "go-code"
)

var commandCodes = []diag.Doc{
	{Code: codeLiteralSecret, Title: "A credential in the script",
		Text: "A credential that stands in the script stands in the binary as well, where anybody who " +
			"has the file can read it. build warns of it; build --image refuses it.",
		Example: "CREATE TABLE o (a BIGINT) WITH ('connector' = 'jdbc', 'table-name' = 'o',\n" +
			"    'url' = 'jdbc:mysql://localhost:3306/d', 'username' = 'u', 'password' = 'p');\n" +
			"INSERT INTO o SELECT x FROM (VALUES (1)) AS v (x);",
		Cure: "Write env('NAME') or file('/run/secrets/name') as the value."},
	{Code: codeGoCode, Title: "The Go code of a function does not compile",
		Text: "check reads the function's signature only; build compiles its package and all that it " +
			"imports. The messages are those of the Go compiler.",
		Example: "CREATE FUNCTION twice (x BIGINT) RETURNS BIGINT AS './udf.Twice' LANGUAGE GO;",
		Cure:    "Mend the Go code: `go vet ./...` in its folder shows the same."},
}

// allCodes documents every code that flinkc reports, ordered by name.
func allCodes() []diag.Doc {
	all := slices.Concat(lang.Codes, typecheck.Codes, commandCodes)
	slices.SortStableFunc(all, func(a, b diag.Doc) int { return strings.Compare(a.Code, b.Code) })
	return slices.CompactFunc(all, func(a, b diag.Doc) bool { return a.Code == b.Code })
}

func errLiteralSecret(s diag.Severity, src *diag.Source, t *logical.Table, key string) diag.Diagnostic {
	d := diag.Diagnostic{Severity: s, Code: codeLiteralSecret, Source: src, At: t.At,
		Message: fmt.Sprintf("the credential '%s' of table %q will stand in the program as it is "+
			"in the script", key, t.Name),
		Hint: fmt.Sprintf("Write '%s' = env('NAME') or file('/run/secrets/name').", key)}
	if s == diag.Error {
		d.Message = fmt.Sprintf("the credential '%s' of table %q would be in the image", key, t.Name)
		d.Hint += " With --allow-literal-secrets it is built all the same."
	}
	return d
}

func noteUnanswered(src *diag.Source, at diag.Span) diag.Diagnostic {
	return diag.Diagnostic{Severity: diag.Note, Code: "no-effect", Source: src, At: at,
		Message: "the statement asks, and is no part of the program", Hint: "flinkc check prints the answer."}
}

func errGoCode(src *diag.Source, e *gobuild.UserCodeError) diag.Diagnostic {
	d := diag.Diagnostic{Code: codeGoCode, Source: src, At: e.Function.At,
		Message: fmt.Sprintf("the Go code of function %q does not compile", e.Function.Name),
		Hint:    "Mend the Go code: `go vet ./...` in its folder shows the same."}
	for _, line := range e.Lines {
		d.Notes = append(d.Notes, diag.Remark{Message: strings.TrimSpace(line)})
	}
	return d
}
