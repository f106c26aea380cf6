package flinkc_test

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// errorDoc is one code as `flinkc explain-error --json` prints it.
type errorDoc struct{ Code, Title, Text, Example, Cure string }

const errorHead = `# Errors and warnings

Every code that flinkc reports, with a script that gives it and the cure. In a terminal
` + "`flinkc explain-error CODE`" + ` prints the same. What a running pipeline reports is
in [operations.md](operations.md).
`

// notChecked are the codes that a plain check of the example does not give, with the reason.
var notChecked = map[string]string{
	"bad-var-value":  "it needs --var",
	"go-code":        "build reports it, check runs no Go",
	"literal-secret": "build reports it",
}

// errorReference is docs/errors.md. The examples are sql blocks, so that the test of the documents
// runs them.
func errorReference(bin string) (string, error) {
	out, err := exec.Command(filepath.Join(bin, "flinkc"), "explain-error", "--json").Output()
	if err != nil {
		return "", fmt.Errorf("flinkc explain-error --json: %w", err)
	}
	var docs []errorDoc
	if err := json.Unmarshal(out, &docs); err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString(errorHead)
	for _, d := range docs {
		b.WriteString(d.markdown())
	}
	return b.String(), nil
}

func (d errorDoc) markdown() string {
	var b strings.Builder
	title := upperFirst(strings.TrimSuffix(d.Title, "."))
	fmt.Fprintf(&b, "\n## %s\n\n%s. %s\n\n", d.Code, title, d.Text)
	if why := notChecked[d.Code]; why != "" {
		fmt.Fprintf(&b, "<!-- not checked: %s -->\n", why)
	}
	fmt.Fprintf(&b, "```sql\n-- error %s\n%s\n```\n\n", d.Code, strings.TrimSpace(d.Example))
	if isSQL(d.Cure) {
		fmt.Fprintf(&b, "Instead:\n\n```text\n%s\n```\n", strings.TrimSpace(d.Cure))
	} else {
		fmt.Fprintf(&b, "Cure: %s\n", d.Cure)
	}
	return b.String()
}

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// isSQL tells a cure that is a statement from one that is a sentence.
func isSQL(cure string) bool { return strings.HasSuffix(strings.TrimSpace(cure), ";") }

func TestErrorDocMarkdown(t *testing.T) {
	got := errorDoc{"go-code", "it does not compile", "Text.", "SELECT 1;\n", "SELECT 2;"}.markdown()
	want := `
## go-code

It does not compile. Text.

<!-- not checked: build reports it, check runs no Go -->
` + "```sql" + `
-- error go-code
SELECT 1;
` + "```" + `

Instead:

` + "```text" + `
SELECT 2;
` + "```" + `
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	inWords := errorDoc{"x", "a", "b", "c", "Add AS."}.markdown()
	if !strings.HasSuffix(inWords, "\nCure: Add AS.\n") {
		t.Errorf("a cure in words: %s", inWords)
	}
}

func TestBlocks(t *testing.T) {
	const text = "a\n<!-- file: x.sql, any order -->\n```sql\n-- error drop\nDROP;\n```\n" +
		"```sh\nls\nmake # not run: slow\n```\n"
	got, err := blocks(text)
	if err != nil || len(got) != 2 {
		t.Fatalf("%d blocks, %v", len(got), err)
	}
	sql, sh := got[0], got[1]
	if sql.line != 3 || sql.lang != "sql" || sql.text != "-- error drop\nDROP;\n" {
		t.Errorf("%+v", sql)
	}
	if sql.directives["file"] != "x.sql" || !sql.has("any order") || sql.has("output") {
		t.Errorf("directives %v", sql.directives)
	}
	if sql.wantsCode() != "drop" || sh.wantsCode() != "" {
		t.Errorf("codes %q and %q", sql.wantsCode(), sh.wantsCode())
	}
	if sh.runnable() != "ls" || len(sh.directives) != 0 {
		t.Errorf("runs %q, directives %v", sh.runnable(), sh.directives)
	}
	if _, err := blocks("```sql\nSELECT 1;\n"); err == nil {
		t.Error("an open block is no error")
	}
}

// What a document says wrongly must be noticed, or the test of the documents says nothing.
func TestDocumentsNotice(t *testing.T) {
	bin, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	built = true
	const table = "CREATE TABLE o (a INT) WITH ('connector' = 'print');\n"
	tests := []struct{ name, text, want string }{
		{"wrong sql", "```sql\nSELECT FROM;\n```\n", "reports [syntax]"},
		{"another code", "```sql\n-- error drop\nSELECT FROM;\n```\n", "want drop"},
		{"no error", "```sql\n-- error drop\n" + table + "```\n", "reports [], want drop"},
		{"exit code", "```sh\nfalse\n```\n", "exit code 1, want 0"},
		{"no failure", "<!-- exit: 1 -->\n```sh\ntrue\n```\n", "exit code 0, want 1"},
		{"output", "```sh\necho a\n```\n<!-- output -->\n```text\nb\n```\n", "the output is\na"},
		{"errors", "```sh\necho a\n```\n<!-- output, errors -->\n```text\na\n```\n", "the output is\n"},
		{"order", "```sh\nprintf 'b\\na\\n'\n```\n<!-- output -->\n```text\na\nb\n```\n",
			"the output is"},
		{"go", "```go\npackage a; func\n```\n", "expected"},
		{"missing file", "<!-- with: none.sql -->\n```sql\n" + table + "```\n", "none.sql"},
		{"all fine", "<!-- file: t.sql -->\n```sql\n" + table + "```\n<!-- with: t.sql -->\n```sql\n" +
			"INSERT INTO o VALUES (1);\n```\n```sh\nprintf 'b\\na\\n'\n```\n" +
			"<!-- output, any order -->\n```text\na\nb\n```\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := newDocument(t, tt.name, bin)
			all, err := blocks(tt.text)
			for i := range all {
				if err == nil {
					err = d.take(t, &all[i])
				}
			}
			if (err == nil) != (tt.want == "") || !strings.Contains(fmt.Sprint(err), tt.want) {
				t.Errorf("%v, want %q", err, tt.want)
			}
		})
	}
}
