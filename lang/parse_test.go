package lang

import (
	"os"
	"path/filepath"
	"strings"
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

// TestManyErrorsInOneLine: what is printed grows with the number of errors, not with its square.
func TestManyErrorsInOneLine(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want int
	}{
		"another encoding": {strings.Repeat("\xab", 20_000), 1},
		"bad characters":   {strings.Repeat("@ ", 10_000), 10_000},
		"bad statements":   {strings.Repeat("oops;", 10_000), 10_000},
	} {
		_, diags := Parse(diag.NewSource("f.sql", c.text))
		if len(diags) < c.want || len(diags) > c.want+1 {
			t.Errorf("%s: %d errors, want %d", name, len(diags), c.want)
		}
		if size := len(diags.String()); size > 1000*c.want {
			t.Errorf("%s: %d errors take %d bytes", name, len(diags), size)
		}
	}
}
