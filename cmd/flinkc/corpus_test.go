package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
)

// The corpus of testdata/corpus: the queries of Nexmark, some of which are among the scripts of the
// benchmarks, and a script for each recipe of the Flink SQL cookbook. Each says at its end what it must
// do, as those of testdata/functions do, but that `--? words` begins the message of a construct that
// does not run yet; they stand in the order of their places, and there is no other diagnostic. A script
// without any is compiled, vetted and, when it needs no server, run.

const (
	corpusDir     = "testdata/corpus"
	benchDir      = "../../bench/scripts/nexmark"
	nexmarkCount  = 24
	cookbookCount = 35
)

// corpusGroup is one folder of the corpus; ddl stands in front of each script.
type corpusGroup struct {
	dir, ddl string
}

// TestCorpus checks all scripts, and builds and runs those that do not name what does not run.
func TestCorpus(t *testing.T) {
	ddl, err := os.ReadFile(filepath.Join(corpusDir, "nexmark", "ddl.sql"))
	if err != nil {
		t.Fatal(err)
	}
	nexmark := append(corpusScripts(t, corpusGroup{benchDir, ""}),
		corpusScripts(t, corpusGroup{filepath.Join(corpusDir, "nexmark"), string(ddl)})...)
	cookbook := corpusScripts(t, corpusGroup{filepath.Join(corpusDir, "cookbook"), ""})
	if len(nexmark) != nexmarkCount || len(cookbook) != cookbookCount {
		t.Errorf("there are %d queries of Nexmark and %d recipes", len(nexmark), len(cookbook))
	}
	build := append(runnable(nexmark), runnable(cookbook)...)
	program := buildCases(t, "corpus", build)
	ran := runCorpus(t, program, cookbook)
	t.Logf("%d queries of Nexmark checked, %d of them built; %d recipes checked, %d of them built, %d run",
		len(nexmark), len(runnable(nexmark)), len(cookbook), len(runnable(cookbook)), ran)
}

// corpusScripts checks the scripts of a folder.
func corpusScripts(t *testing.T, g corpusGroup) []*oddCase {
	paths, err := filepath.Glob(filepath.Join(g.dir, "*.sql"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no scripts in %s: %v", g.dir, err)
	}
	var out []*oddCase
	for _, path := range paths {
		if filepath.Base(path) == "ddl.sql" {
			continue
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".sql")
		c := &oddCase{goldenCase: &goldenCase{name: name, script: g.ddl + string(b)}, folder: g.dir}
		c.prepare(t)
		c.checkFormat(t)
		c.checkConstructs(t)
		out = append(out, c)
	}
	return out
}

// checkFormat wants a script to parse, and what is laid out canonically to stay so.
func (c *oddCase) checkFormat(t *testing.T) {
	t.Helper()
	once, list := lang.Format(diag.NewSource(c.name, c.script), lang.FormatOptions{})
	if len(list) > 0 {
		t.Errorf("%s: %s", c.name, list)
		return
	}
	twice, list := lang.Format(diag.NewSource(c.name, once), lang.FormatOptions{})
	if len(list) > 0 || once != twice {
		t.Errorf("%s: the formatted script differs when it is formatted again: %s\n%s", c.name, list, twice)
	}
}

// checkConstructs wants the diagnostics to be those of the script: what does not run yet, and nothing else.
func (c *oddCase) checkConstructs(t *testing.T) {
	t.Helper()
	k := &compilation{path: filepath.Join(c.folder, "query.sql"), source: diag.NewSource(c.name, c.script)}
	k.check(nil)
	var got []string
	for _, d := range k.diags {
		construct, unsupported := strings.CutSuffix(d.Message, " is not supported yet")
		if !unsupported || d.Code != "not-supported" {
			t.Errorf("%s: %s[%s]: %s", c.name, d.Severity, d.Code, d.Message)
		}
		got = append(got, construct)
	}
	if !slices.EqualFunc(got, c.refused, strings.HasPrefix) {
		t.Errorf("%s: does not run: %q, want %q", c.name, got, c.refused)
	}
}

// runnable are the scripts that there is a program of.
func runnable(scripts []*oddCase) []*goldenCase {
	var out []*goldenCase
	for _, c := range scripts {
		if c.goldenCase.refused == "" {
			out = append(out, c.goldenCase)
		}
	}
	return out
}

// runCorpus runs the programs of the recipes, none of which needs a server, and counts them.
func runCorpus(t *testing.T, program string, scripts []*oddCase) int {
	byName := map[*goldenCase]*oddCase{}
	for _, c := range scripts {
		byName[c.goldenCase] = c
	}
	ran := 0
	runCases(t, program, runnable(scripts), way{parallelism: 2}, func(c *goldenCase, got caseResult) {
		ran++
		switch problem := byName[c].problem(got); {
		case problem != "":
			t.Errorf("%s: %s", c.name, problem)
		case len(byName[c].rows) == 0:
			t.Errorf("%s: says nothing of its rows", c.name)
		}
	})
	return ran
}
