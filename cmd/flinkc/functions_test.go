package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/codegen/emit"
	"github.com/flinkc/flinkc/codegen/gobuild"
	"github.com/flinkc/flinkc/codegen/physical"
)

// The corpus of testdata/functions: scripts with Go functions, and scripts whose names, sizes and types are meant to
// break the generator. All are built as one program. A script says at its end what it must do:
//
//	--= [a, 1]    a row of the materialised result, in any order; id[a, 1] with a print-identifier
//	--! words       the program fails, and its message has these words
//	--? words       the compiler refuses the script with these words

const functionsDir = "testdata/functions"

// oddCase is a script with what it expects.
type oddCase struct {
	*goldenCase
	folder  string // where the paths of its functions begin
	rows    []string
	fails   []string
	refused []string
}

// TestFunctionsAndOddScripts compiles, vets, builds and runs all scripts.
func TestFunctionsAndOddScripts(t *testing.T) {
	cases := oddCases(t)
	byName := map[*goldenCase]*oddCase{}
	var built []*goldenCase
	for _, c := range cases {
		byName[c.goldenCase] = c
		if c.checkRefusal(t) {
			built = append(built, c.goldenCase)
		}
	}
	program := buildCases(t, "odd", built)
	for _, how := range []way{{parallelism: 1}, {parallelism: 2}, {parallelism: 5}, {parallelism: 1, stepped: true}} {
		run := built
		if how.stepped { // of large inputs it would take minutes
			run = slices.DeleteFunc(slices.Clone(built), func(c *goldenCase) bool {
				return !strings.HasPrefix(c.name, "go-aggregates")
			})
		}
		runCases(t, program, run, how, func(c *goldenCase, got caseResult) {
			if problem := byName[c].problem(got); problem != "" {
				t.Errorf("%s at parallelism %d, stepped %v: %s", c.name, how.parallelism, how.stepped, problem)
			}
		})
	}
}

func oddCases(t *testing.T) []*oddCase {
	scripts, err := filepath.Glob(filepath.Join(functionsDir, "*.sql"))
	if err != nil || len(scripts) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	var out []*oddCase
	for _, path := range scripts {
		name := strings.TrimSuffix(filepath.Base(path), ".sql")
		if !strings.Contains(name, *onlyCase) {
			continue
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, oddCaseOf(t, name, string(b)))
	}
	for _, s := range largeScripts() {
		if strings.Contains(s.name, *onlyCase) {
			out = append(out, oddCaseOf(t, s.name, s.text))
		}
	}
	return out
}

// oddCaseOf compiles a script and reads its expectations.
func oddCaseOf(t *testing.T, name, script string) *oddCase {
	c := &oddCase{goldenCase: &goldenCase{name: name, script: script}, folder: functionsDir}
	c.prepare(t)
	return c
}

func (c *oddCase) prepare(t *testing.T) {
	c.pkg = "f" + strings.ReplaceAll(c.name, "-", "_")
	for _, line := range strings.Split(c.script, "\n") {
		if len(line) < 4 {
			continue
		}
		switch rest := strings.TrimSpace(line[3:]); line[:3] {
		case "--=":
			c.rows = append(c.rows, rest)
		case "--!":
			c.fails = append(c.fails, rest)
		case "--?":
			c.refused = append(c.refused, rest)
		}
	}
	c.compile(t)
}

// compile goes through the compiler twice: its output must not depend on chance.
func (c *oddCase) compile(t *testing.T) {
	first := c.compileOnce(t)
	if second := c.compileOnce(t); !sameFiles(first, second) {
		t.Errorf("%s: two runs of the compiler differ", c.name)
	}
	c.files = first
}

func (c *oddCase) compileOnce(t *testing.T) []emit.File {
	t.Helper()
	defer func() {
		if p := recover(); p != nil {
			t.Fatalf("%s: the compiler panics: %v", c.name, p)
		}
	}()
	tmp := filepath.Join(t.TempDir(), "query.sql")
	writeFile(t, tmp, c.script)
	k, err := read(tmp)
	if err != nil {
		t.Fatal(err)
	}
	k.path = filepath.Join(c.folder, "query.sql")
	here, err := filepath.Abs(c.folder)
	if err != nil {
		t.Fatal(err)
	}
	k.check(map[string]string{"HERE": here, "DIR": "."})
	if k.diags.HasErrors() {
		c.goldenCase.refused = k.diags.String()
		return nil
	}
	lowered := physical.Lower(k.plan)
	if c.fns, err = gobuild.Locate(k.plan.Functions, k.folder(), "."); err != nil {
		t.Fatalf("%s: %v", c.name, err)
	}
	files, err := emit.Program(lowered, emit.Options{
		Package: gobuild.Module + "/" + c.pkg, FunctionPath: c.fns.Path, Name: "query", Hash: k.hash(),
		PlanText: lowered.String(), Guarantee: lowered.Guarantee(), NeedsFrom: lowered.NeedsFrom(),
	})
	if err != nil {
		t.Fatalf("%s: %v", c.name, err)
	}
	return files
}

// checkRefusal compares a refusal with the expectation, and reports whether there is a program to run.
func (c *oddCase) checkRefusal(t *testing.T) bool {
	t.Helper()
	if (c.goldenCase.refused == "") != (len(c.refused) == 0) {
		t.Errorf("%s: want a refusal %q, got %q", c.name, c.refused, c.goldenCase.refused)
		return false
	}
	for _, words := range c.refused {
		if !strings.Contains(c.goldenCase.refused, words) {
			t.Errorf("%s: the refusal does not say %q: %s", c.name, words, c.goldenCase.refused)
		}
	}
	return len(c.refused) == 0
}

// problem says how a run differs from what the script expects.
func (c *oddCase) problem(got caseResult) string {
	if len(c.fails) == 0 && got.Code != 0 {
		return "failed: " + cut(got.Error, 1500)
	}
	if len(c.fails) > 0 {
		for _, words := range c.fails {
			if got.Code == 0 || !strings.Contains(got.Error, words) {
				return fmt.Sprintf("code %d, the error does not say %q: %s", got.Code, words, cut(got.Error, 1500))
			}
		}
		return ""
	}
	want := append([]string(nil), c.rows...)
	sort.Strings(want)
	have := fold(splitLines(string(got.Print)))
	if strings.Join(want, "\n") != strings.Join(have, "\n") {
		return fmt.Sprintf("rows\n%s\nwant\n%s", strings.Join(have, "\n"), strings.Join(want, "\n"))
	}
	return ""
}
