package lang

import (
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang/diag"
)

func TestFormat(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"one line stays", "select  a ,b from t where a=1 ;", "SELECT a, b FROM t WHERE a = 1;\n"},
		{"clauses break", "select a, -- first\nb from t where x > 1;",
			"SELECT a, -- first\n    b\nFROM t\nWHERE x > 1;\n"},
		{"columns indent", "create table t (\na int, -- c\n  b string\n) with (\n'k'='v');",
			"CREATE TABLE t (\n    a INT, -- c\n    b STRING\n) WITH (\n    'k' = 'v');\n"},
		{"names keep case", "select Order_, `From`, t.value from T",
			"SELECT Order_, `From`, t.value FROM T\n"},
		{"sub-query", "select * from (\nselect 1\n) group by a",
			"SELECT *\nFROM (\n    SELECT 1\n)\nGROUP BY a\n"},
		{"one empty line", "select 1;\n\n\n\nselect 2;select 3", "SELECT 1;\n\nSELECT 2;\nSELECT 3\n"},
		{"comment behind", "select 1; -- one\n-- two\nselect 2",
			"SELECT 1; -- one\n-- two\nSELECT 2\n"},
		{"variables stay", "set 'a' = '${B}'; select ${c}", "SET 'a' = '${B}';\nSELECT ${c}\n"},
		{"pipe", "from t\n|> where a |> select b", "FROM t\n|> WHERE a\n|> SELECT b\n"},
		{"old SET", "set  a.b =  c=d ;select  1", "set  a.b =  c=d ;\nSELECT 1\n"},
		{"signs", "select -a, - -b, c - d", "SELECT -a, - -b, c - d\n"},
		{"empty", " \n ", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, diags := Format(diag.NewSource("f.sql", test.in), FormatOptions{})
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			if got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// checkFormat is what must hold for every source: formatting twice changes nothing, no token is
// lost, and what parsed parses to the same tree.
func checkFormat(t *testing.T, text string) {
	t.Helper()
	once, diags := Format(diag.NewSource("f.sql", text), FormatOptions{})
	if diags.HasErrors() {
		if once != text {
			t.Errorf("a text with errors was changed:\n%q\n%q", text, once)
		}
		return
	}
	twice, _ := Format(diag.NewSource("f.sql", once), FormatOptions{})
	if once != twice {
		t.Errorf("not idempotent for %q:\n%q\n%q", text, once, twice)
	}
	if a, b := significant(text), significant(once); a != b {
		t.Errorf("tokens differ:\n%s\n%s", a, b)
	}
	script, d1 := Parse(diag.NewSource("f.sql", text))
	again, d2 := Parse(diag.NewSource("f.sql", once))
	if d1.HasErrors() != d2.HasErrors() || dumpAll(script) != dumpAll(again) {
		t.Errorf("tree differs:\n%s\n%s", text, once)
	}
}

// significant is the tokens of a text that formatting must keep, in one case.
func significant(text string) string {
	s := &scanner{src: diag.NewSource("f.sql", text), text: text, keepVars: true}
	for s.pos < len(s.text) {
		s.next()
	}
	var b strings.Builder
	for _, t := range s.tokens {
		if t.Type == tokenKeyword || t.Type == tokenIdent {
			t.Value = strings.ToUpper(t.Value)
		}
		if t.Type != tokenBlank {
			b.WriteString(strings.TrimRight(t.Value, " \t\r") + "\n")
		}
	}
	return b.String()
}

func dumpAll(s *Script) string {
	var b strings.Builder
	for _, st := range s.Statements {
		b.WriteString(strings.ToUpper(dump(st)))
	}
	return b.String()
}

func TestFormatCorpus(t *testing.T) {
	for name, text := range corpus(t) {
		t.Run(name, func(t *testing.T) { checkFormat(t, text) })
	}
}

func FuzzFormat(f *testing.F) {
	addStatements(f)
	f.Add("select 1 -- c")
	f.Add("a -/* x */- b")
	f.Fuzz(func(t *testing.T, text string) { checkFormat(t, text) })
}
