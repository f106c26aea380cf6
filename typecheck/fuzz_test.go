package typecheck_test

import (
	"os"
	"testing"

	"github.com/flinkc/flinkc/typecheck"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// FuzzCheck: whatever the script, Check comes back with a list and a plan that can be printed.
func FuzzCheck(f *testing.F) {
	for _, pattern := range []string{"testdata/errors/ddl.sql", "testdata/errors/expressions.sql",
		"testdata/errors/queries.sql", "testdata/plans/various.sql", "testdata/plans/changes.sql"} {
		text, err := os.ReadFile(pattern)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	for _, doc := range typecheck.Codes {
		if doc.Code != "too-large" { // it takes long by design, and its mutations teach nothing
			f.Add(doc.Example)
		}
	}
	f.Fuzz(func(_ *testing.T, text string) {
		plan, list := check("fuzz.sql", text)
		if !list.HasErrors() {
			logical.String(plan)
		}
	})
}
