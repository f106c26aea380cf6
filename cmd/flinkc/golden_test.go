package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/codegen/emit"
	"github.com/flinkc/flinkc/codegen/gobuild"
	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// The golden corpus: every case of testdata/golden/run is compiled, all are built as one program with one package a
// case, and run against what Apache Flink printed for the same script. See testdata/golden/README.md.

var (
	update   = flag.Bool("update", false, "write plan.txt and gen/ of the golden cases, after they were built and run")
	onlyCase = flag.String("case", "", "run only the golden cases whose name contains this")
)

const goldenDir = "../../testdata/golden/run"

// goldenCase is one case, compiled in one of two variants.
type goldenCase struct {
	name    string
	pkg     string // folder of its package in the program
	script  string // the script that was compiled
	eachRow bool   // mini-batch switched off: the changelog is compared line by line
	want    flinkResult
	files   []emit.File
	plan    string
	fns     *gobuild.Functions
	answers []logical.Answer
	refused string // the compiler's own refusal
}

// flinkResult is out/flink.json with out/print.txt.
type flinkResult struct {
	Error  json.RawMessage `json:"error"`
	Stable bool            `json:"stable"`
	// Answers are those of SHOW and DESCRIBE: of each the names of the columns, then the rows.
	Answers [][][]*string `json:"answers"`
	print   []string
	files   map[string][]string
}

// TestGolden compiles, builds, runs and compares all cases.
func TestGolden(t *testing.T) {
	cases := compileCases(t)
	program := buildCases(t, "golden", cases)
	for _, how := range []way{{1, false}, {2, false}, {5, false}, {1, true}} {
		runCases(t, program, cases, how, func(c *goldenCase, got caseResult) {
			if problem := c.compare(got, how); problem != "" {
				t.Errorf("%s (%+v, mini-batch %v): %s", c.name, how, !c.eachRow, problem)
			}
		})
	}
	checkGoldens(t, cases)
	t.Logf("%d golden cases", len(cases)/2)
}

// way is how the cases are run. Stepped: one record at a time, every machine restored from a snapshot in between.
type way struct {
	parallelism int
	stepped     bool
}

// compileCases compiles every case twice: as it stands, and with mini-batch switched off.
func compileCases(t *testing.T) []*goldenCase {
	entries, err := os.ReadDir(goldenDir)
	if err != nil {
		t.Fatal(err)
	}
	var out []*goldenCase
	for _, e := range entries {
		if !strings.Contains(e.Name(), *onlyCase) {
			continue
		}
		for _, eachRow := range []bool{false, true} {
			c := &goldenCase{name: e.Name(), eachRow: eachRow,
				pkg: "c" + strings.ReplaceAll(e.Name(), "-", "_")}
			if eachRow {
				c.pkg += "_each"
			}
			c.read(t)
			c.compile(t)
			out = append(out, c)
		}
	}
	return out
}

func (c *goldenCase) dir() string { return filepath.Join(goldenDir, c.name) }

func (c *goldenCase) read(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(c.dir(), "out", "flink.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &c.want); err != nil {
		t.Fatalf("%s: %v", c.name, err)
	}
	c.want.print = readLines(filepath.Join(c.dir(), "out", "print.txt"))
	c.want.files = map[string][]string{}
	files, _ := filepath.Glob(filepath.Join(c.dir(), "out", "files", "*.txt"))
	for _, f := range files {
		c.want.files[strings.TrimSuffix(filepath.Base(f), ".txt")] = readLines(f)
	}
}

func readLines(path string) []string {
	b, err := os.ReadFile(path)
	if err != nil || len(b) == 0 {
		return nil
	}
	return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
}

// compile runs the compiler twice on the script and wants the same files: output must not depend on chance.
func (c *goldenCase) compile(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(c.dir(), "query.sql"))
	if err != nil {
		t.Fatal(err)
	}
	c.script = string(b)
	if c.eachRow {
		c.script += "\nSET 'table.exec.mini-batch.enabled' = 'false';\n"
	}
	first := c.compileOnce(t)
	if second := c.compileOnce(t); !sameFiles(first, second) {
		t.Errorf("%s: two runs of the compiler differ", c.name)
	}
	c.files = first
}

func (c *goldenCase) compileOnce(t *testing.T) []emit.File {
	tmp := filepath.Join(t.TempDir(), "query.sql")
	if err := os.WriteFile(tmp, []byte(c.script), 0o644); err != nil {
		t.Fatal(err)
	}
	k, err := read(tmp)
	if err != nil {
		t.Fatal(err)
	}
	k.path = filepath.Join(c.dir(), "query.sql")
	k.check(map[string]string{"DIR": "."})
	if k.diags.HasErrors() {
		c.refused = k.diags.String()
		return nil
	}
	c.answers = k.plan.Answers
	c.plan = logical.String(k.plan) + "\n" + physical.Lower(k.plan).String()
	if c.fns, err = gobuild.Locate(k.plan.Functions, k.folder(), "."); err != nil {
		t.Fatalf("%s: %v", c.name, err)
	}
	files, err := emit.Program(physical.Lower(k.plan), emit.Options{
		Package: gobuild.Module + "/" + c.pkg, FunctionPath: c.fns.Path, Name: "query", Hash: k.hash(),
		PlanText: "", Guarantee: "",
	})
	if err != nil {
		t.Errorf("%s: %v", c.name, err)
		c.refused = err.Error()
	}
	return files
}

func sameFiles(a, b []emit.File) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Name != b[i].Name || !bytes.Equal(a[i].Source, b[i].Source) {
			return false
		}
	}
	return true
}

// buildCases builds one program of all cases that compile, in its own folder of the cache.
func buildCases(t *testing.T, name string, cases []*goldenCase) string {
	t.Helper()
	var packages []pipelinePackage
	for _, c := range cases {
		if c.refused == "" {
			packages = append(packages, pipelinePackage{c.pkg, c.files})
		}
	}
	dir := buildProgram(t, name, packages)
	if os.Getenv("GOLDEN_NO_VET") == "" {
		goTool(t, dir, "vet", "./...")
	}
	return dir
}

// runCases runs all cases in one process; each in a fresh copy of its folder.
func runCases(t *testing.T, program string, cases []*goldenCase, how way, check func(*goldenCase, caseResult)) {
	d := startProgram(t, program)
	for _, c := range cases {
		if c.refused != "" {
			check(c, caseResult{Code: exitInput, Error: c.refused})
			continue
		}
		dir := copyCase(t, c)
		got := d.run(t, c.pkg, dir, how)
		got.files = partFiles(dir)
		check(c, got)
	}
	d.stop(t)
}

func copyCase(t *testing.T, c *goldenCase) string {
	dir := t.TempDir()
	err := os.CopyFS(filepath.Join(dir, "in"), os.DirFS(filepath.Join(c.dir(), "in")))
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return dir
}

// partFiles reads what the filesystem sinks below sink/ published.
func partFiles(dir string) map[string][]string {
	out := map[string][]string{}
	tables, _ := os.ReadDir(filepath.Join(dir, "sink"))
	for _, e := range tables {
		parts, _ := filepath.Glob(filepath.Join(dir, "sink", e.Name(), "*"))
		sort.Strings(parts)
		for _, p := range parts {
			if !strings.HasPrefix(filepath.Base(p), ".") {
				out[e.Name()] = append(out[e.Name()], readLines(p)...)
			}
		}
	}
	return out
}

// compare says how a result differs from Flink's; "" when it does not.
func (c *goldenCase) compare(got caseResult, how way) string {
	if len(c.want.Error) > 0 && string(c.want.Error) != "null" {
		if got.Code == 0 {
			return "Flink fails, flinkc does not. Flink: " + cut(string(c.want.Error), 300)
		}
		return ""
	}
	if got.Code != 0 {
		return "failed: " + cut(got.Error, 600)
	}
	if d := c.compareAnswers(); d != "" {
		return d
	}
	if c.byArrival() && (how.parallelism > 1 || !c.eachRow) {
		return ""
	}
	lines := splitLines(string(got.Print))
	exact := how.parallelism == 1 && c.eachRow && c.want.Stable && c.ordered()
	if c.batch() {
		// At every parallelism; else in no order.
		exact = strings.Contains(windows.ReplaceAllString(c.script, ""), "ORDER BY")
	}
	want := c.want.print
	if how.parallelism == 1 && c.eachRow && c.want.Stable && groupingSets.MatchString(c.script) {
		// The changelogs of the sets interleave at will; each of their lines is there all the same.
		want, lines, exact = slices.Sorted(slices.Values(want)), slices.Sorted(slices.Values(lines)), true
	}
	if d := difference(want, lines, exact); d != "" {
		return d
	}
	for table, want := range c.want.files {
		if d := difference(want, got.files[table], exact); d != "" {
			return "table " + table + ": " + d
		}
	}
	return ""
}

// windows are those of OVER, whose ORDER BY is none of the result's.
var windows = regexp.MustCompile(`(OVER|AS) \((\w+ )?(PARTITION|ORDER) BY [^()]*(\([^()]*\)[^()]*)*\)`)

// groupingSets and UNION ALL put several results together in any order.
var groupingSets = regexp.MustCompile(`GROUPING SETS|ROLLUP|CUBE`)

// ordered reports whether the order of Flink's lines means something: inputs that are put together interleave at will,
// and a script that switches mini-batch on has a changelog of its own.
func (c *goldenCase) ordered() bool {
	return !strings.Contains(c.script, "UNION ALL") && !groupingSets.MatchString(c.script) &&
		strings.Count(c.script, "mini-batch") <= 1
}

// byArrival reports a result that depends on the order in which rows of several lanes, or batches, meet.
func (c *goldenCase) byArrival() bool { return strings.Contains(c.script, "\n-- by arrival\n") }

// batch reports whether the script sets batch mode.
func (c *goldenCase) batch() bool {
	return strings.Contains(c.script, "SET 'execution.runtime-mode' = 'batch'")
}

func splitLines(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(s, "\n"), "\n")
}

// difference compares line by line within each sink, or folded to the final rows.
func difference(want, got []string, exact bool) string {
	if exact {
		want, got = bySink(want), bySink(got)
	} else {
		want, got = fold(want), fold(got)
	}
	for i := 0; i < len(want) || i < len(got); i++ {
		w, g := lineAt(want, i), lineAt(got, i)
		if w != g {
			return fmt.Sprintf("line %d of %d: Flink %s, flinkc %s", i+1, len(want), w, g)
		}
	}
	return ""
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return fmt.Sprintf("%q", lines[i])
	}
	return "nothing"
}

// bySink puts the lines of each print identifier together, in order.
func bySink(lines []string) []string {
	out := append([]string(nil), lines...)
	sort.SliceStable(out, func(i, j int) bool { return sinkOf(out[i]) < sinkOf(out[j]) })
	return out
}

func sinkOf(line string) string {
	id, _, ok := strings.Cut(line, "> ")
	if !ok {
		return ""
	}
	return id
}

// fold applies a changelog and returns the rows that remain, sorted.
func fold(lines []string) []string {
	count := map[string]int{}
	for _, l := range lines {
		id, rest, ok := strings.Cut(l, "> ")
		if !ok {
			id, rest = "", l
		}
		if len(rest) < 3 || rest[2] != '[' {
			count[l]++ // a line of a file, or a continued line
			continue
		}
		if rest[:2] == "-U" || rest[:2] == "-D" {
			count[id+rest[2:]]--
			continue
		}
		count[id+rest[2:]]++
	}
	var out []string
	for l, n := range count {
		for ; n > 0; n-- {
			out = append(out, l)
		}
		for ; n < 0; n++ {
			out = append(out, "retracted but never there: "+l)
		}
	}
	sort.Strings(out)
	return out
}

// checkGoldens compares plan.txt and gen/ with what the compiler prints now, or writes them.
func checkGoldens(t *testing.T, cases []*goldenCase) {
	for _, c := range cases {
		if c.eachRow || c.refused != "" {
			continue
		}
		want := map[string][]byte{"plan.txt": []byte(c.plan)}
		for _, f := range c.files {
			want[filepath.Join("gen", f.Name)] = f.Source
		}
		if *update {
			if !t.Failed() {
				writeGoldens(t, c, want)
			}
			continue
		}
		for name, content := range want {
			have, err := os.ReadFile(filepath.Join(c.dir(), name))
			if err != nil || !bytes.Equal(have, content) {
				t.Errorf("%s: %s is not what the compiler prints now; look at the change, then make golden-update",
					c.name, name)
			}
		}
	}
}

func writeGoldens(t *testing.T, c *goldenCase, files map[string][]byte) {
	if err := os.RemoveAll(filepath.Join(c.dir(), "gen")); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		writeFile(t, filepath.Join(c.dir(), name), string(content))
	}
}
