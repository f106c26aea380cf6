package lang

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/flinkc/flinkc/lang/diag"
)

// corpus returns the scripts of testdata by file name.
func corpus(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.sql")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	out := map[string]string{}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(f)] = string(text)
	}
	return out
}

func TestCorpusParses(t *testing.T) {
	for name, text := range corpus(t) {
		script, diags := Parse(diag.NewSource(name, text))
		for _, d := range diags {
			line, col := d.Source.Position(d.At.Start)
			if d.Severity == diag.Error {
				t.Errorf("%s:%d:%d: [%s] %s", name, line, col, d.Code, d.Message)
			}
		}
		if len(script.Statements) == 0 {
			t.Errorf("%s: no statements", name)
		}
	}
}
