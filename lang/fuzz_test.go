package lang

import (
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang/diag"
)

// FuzzParse wants of every input: no panic, spans inside of the source, and of every statement that
// parses that its print parses to the same tree.
func FuzzParse(f *testing.F) {
	addStatements(f)
	for _, doc := range Codes {
		if len(doc.Example) < 200 {
			f.Add(doc.Example)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		script, diags := Parse(diag.NewSource("f.sql", text))
		for _, d := range diags {
			checkSpan(t, text, d.At)
		}
		_ = diags.String()
		for _, s := range script.Statements {
			Walk(s, func(n Node) bool { checkSpan(t, text, n.Span()); return true })
			printed := Print(s)
			again, d := Parse(diag.NewSource("p.sql", printed))
			if len(again.Statements) != 1 || d.HasErrors() {
				t.Fatalf("%q printed as %q:\n%s", text, printed, d)
			}
			if a, b := dump(s), dump(again.Statements[0]); a != b {
				t.Fatalf("%q printed as %q:\n%s\n%s", text, printed, a, b)
			}
		}
	})
}

// addStatements adds the corpus a few statements at a time: small inputs are mutated faster.
func addStatements(f *testing.F) {
	for _, text := range corpus(f) {
		for _, part := range strings.SplitAfter(text, ";\n") {
			f.Add(part)
		}
	}
}

func checkSpan(t *testing.T, text string, at diag.Span) {
	t.Helper()
	if at.Start < 0 || at.End < at.Start || at.End > len(text) {
		t.Errorf("span %v of %q", at, text)
	}
}

func BenchmarkParse(b *testing.B) {
	text := ""
	for _, t := range corpus(b) {
		text += t + ";\n"
	}
	src := diag.NewSource("b.sql", text)
	b.ReportMetric(float64(src.Lines()), "lines")
	for b.Loop() {
		Parse(src)
	}
}
