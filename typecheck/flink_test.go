package typecheck_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck"
	"github.com/flinkc/flinkc/typecheck/types"
)

// judged is what real Flink said of a case.
type judged struct {
	Error   []string
	Queries []struct{ Columns [][2]string }
}

// TestTypesAgainstFlink compares the type of every query column of the golden corpus with the one
// that real Flink inferred.
func TestTypesAgainstFlink(t *testing.T) {
	files, err := filepath.Glob("../testdata/golden/run/*/query.sql")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden cases", err)
	}
	for _, file := range files {
		name := filepath.Base(filepath.Dir(file))
		t.Run(name, func(t *testing.T) { compareTypes(t, file) })
	}
}

func compareTypes(t *testing.T, file string) {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := readJudged(t, filepath.Dir(file))
	src := diag.NewSource(file, strings.ReplaceAll(string(text), "${DIR}", "data"))
	script, _ := lang.Parse(src)
	for i, columns := range typecheck.QueryTypes(script, typecheck.Env{}) {
		if columns == nil || i >= len(want.Queries) {
			continue
		}
		for j, column := range columns {
			// A column list makes Flink report the columns in the table's order.
			if flink := want.Queries[i].Columns[j]; flink[0] == column.Name {
				plain, _, _ := strings.Cut(flink[1], " *") // *ROWTIME* or *PROCTIME* behind it
				compareType(t, column, plain)
			}
		}
	}
}

// compareType accepts NOT NULL where Flink says nullable: knowing more of a value is no difference. Of what COLLECT
// makes, NOT NULL stands elsewhere in Flink (docs/differences.md).
func compareType(t *testing.T, column types.Field, want string) {
	t.Helper()
	got := column.Type.String()
	if column.Type.Kind == types.Multiset {
		got, want = strings.ReplaceAll(got, " NOT NULL", ""), strings.ReplaceAll(want, " NOT NULL", "")
	}
	if got != want && column.Type.OrNull().String() != want {
		t.Errorf("column %s: got %s, Flink says %s", column.Name, got, want)
	}
}

func readJudged(t *testing.T, dir string) judged {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "out", "flink.json"))
	if err != nil {
		t.Skip("not judged")
	}
	var out judged
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatal(err)
	}
	return out
}
