package typecheck_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
)

var update = flag.Bool("update", false, "write the plans of testdata/plans")

// expectation is `-- ERROR code "part of the message"` behind the statement.
type expectation struct {
	line int
	code string
	part string
}

var expected = regexp.MustCompile(`ERROR ([a-z-]+) ("(?:[^"\\]|\\.)*")`)

func expectations(t *testing.T, text string) []expectation {
	t.Helper()
	var out []expectation
	for i, line := range strings.Split(text, "\n") {
		_, comment, _ := strings.Cut(line, "-- ERROR ")
		for _, m := range expected.FindAllStringSubmatch("ERROR "+comment, -1) {
			part, err := strconv.Unquote(m[2])
			if err != nil {
				t.Fatalf("line %d: %v", i+1, err)
			}
			out = append(out, expectation{i + 1, m[1], part})
		}
	}
	return out
}

// TestErrors checks each file of wrong statements: every expected error is there, at its line, and
// there is no other.
func TestErrors(t *testing.T) {
	for _, file := range glob(t, "testdata/errors/*.sql") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, src, list := checkFile(t, file)
			want := expectations(t, text)
			for _, d := range list {
				line, _ := src.Position(d.At.Start)
				if d.Severity == diag.Error && !take(&want, line, d) {
					t.Errorf("line %d: unexpected error[%s]: %s", line, d.Code, d.Message)
				}
			}
			for _, w := range want {
				t.Errorf("line %d: missing error[%s] %q", w.line, w.code, w.part)
			}
		})
	}
}

func take(want *[]expectation, line int, d diag.Diagnostic) bool {
	for i, w := range *want {
		if w.line == line && w.code == d.Code && strings.Contains(d.Message, w.part) {
			*want = append((*want)[:i:i], (*want)[i+1:]...)
			return true
		}
	}
	return false
}

// TestPlans compares the plan of each script with the text beside it.
func TestPlans(t *testing.T) {
	for _, file := range glob(t, "testdata/plans/*.sql") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			plan, list := check(filepath.Base(file), string(text))
			for _, d := range list {
				if d.Severity == diag.Error {
					t.Errorf("error[%s]: %s", d.Code, d.Message)
				}
			}
			comparePlan(t, strings.TrimSuffix(file, ".sql")+".txt", logical.String(plan))
		})
	}
}

// TestPlansOfLaterConstructs compares the plans of statements that are bound whole, and do not run.
func TestPlansOfLaterConstructs(t *testing.T) {
	for _, file := range glob(t, "testdata/later/*.sql") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		plan, list := check(filepath.Base(file), string(text))
		for _, d := range list {
			if d.Code != "not-supported" {
				t.Errorf("%s[%s]: %s", d.Severity, d.Code, d.Message)
			}
		}
		comparePlan(t, strings.TrimSuffix(file, ".sql")+".txt", logical.String(plan))
	}
}

func comparePlan(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the plan differs from %s:\n%s", file, got)
	}
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatal("no files", pattern, err)
	}
	return files
}

func checkFile(t *testing.T, file string) (string, *diag.Source, diag.List) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, list := check(filepath.Base(file), string(text))
	return string(text), diag.NewSource(file, string(text)), list
}
