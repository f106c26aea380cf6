package typecheck_test

import (
	"os"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/typecheck"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// FuzzCheck: whatever the script, Check comes back with a list and a plan that can be printed, and that
// has no operator that does not run.
func FuzzCheck(f *testing.F) {
	for _, pattern := range []string{"testdata/errors/ddl.sql", "testdata/errors/expressions.sql",
		"testdata/errors/queries.sql", "testdata/plans/various.sql", "testdata/plans/changes.sql",
		"testdata/later/constructs.sql"} {
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
	addMarked(f, "spoilt.txt")
	addMarked(f, "later.txt")
	f.Fuzz(func(t *testing.T, text string) {
		plan, list := check("fuzz.sql", text)
		logical.String(plan)
		if list.HasErrors() {
			return
		}
		for _, sink := range plan.Sinks {
			logical.Walk(sink, func(n logical.Node) { wantRunning(t, n) })
			logical.WalkExprs(sink, func(e logical.Expr) { wantRunningExpr(t, e) })
		}
	})
}

// addMarked adds the statements of a file of testdata/places, with their tables.
func addMarked(f *testing.F, file string) {
	tables, err := os.ReadFile("testdata/places/tables.sql")
	if err != nil {
		f.Fatal(err)
	}
	text, err := os.ReadFile("testdata/places/" + file)
	if err != nil {
		f.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if _, query, ok := strings.Cut(line, ": "); ok {
			query = strings.NewReplacer("‹", "", "›", "").Replace(query)
			f.Add(string(tables) + "INSERT INTO o " + query + ";\n")
		}
	}
}

// wantRunning wants an operator of a plan without errors to be one that runs.
func wantRunning(t *testing.T, n logical.Node) {
	switch n.(type) {
	case *logical.Join, *logical.Apply, *logical.Pattern:
		t.Errorf("%T in a plan without errors", n)
	}
	if w, ok := n.(*logical.Window); ok && w.Kind == logical.Session {
		t.Error("SESSION in a plan without errors")
	}
}

func wantRunningExpr(t *testing.T, e logical.Expr) {
	switch e.(type) {
	case *logical.Outer, *logical.OverCall, *logical.Subquery,
		*logical.PatternColumn, *logical.PatternCall:
		t.Errorf("%T in a plan without errors", e)
	}
}
