package main

// The corpus of expressions in testdata/expressions, each with its type and value as real Flink has
// them. A hundred at a time are one pipeline: row number n of its input computes expression n, so
// that one that fails is run alone.

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/codegen/emit"
	"github.com/flinkc/flinkc/codegen/gobuild"
	"github.com/flinkc/flinkc/codegen/physical"
)

const (
	expressionsDir  = "../../testdata/expressions"
	expressionsEach = 100 // in one pipeline
)

// expression is one of the corpus. Refused and Failed are Flink's messages.
type expression struct {
	Expression, Type, Refused, Failed string
	Value                             *string

	problem   string
	otherNull bool // NOT NULL is said by one of both alone
}

// expressionTable is the first line of the corpus: the table t and its only row.
type expressionTable struct {
	Flink, Zone, Row string
	Columns          []string
}

func (x *expressionTable) script(columns, rest string) string {
	return "SET 'table.local-time-zone' = '" + x.Zone + "';\nCREATE TABLE t (" +
		columns + strings.Join(x.Columns, ", ") +
		")\nWITH ('connector' = 'filesystem', 'path' = 'in/rows.json', 'format' = 'json');\n" + rest
}

func readExpressions(t *testing.T, name string) (expressionTable, []*expression) {
	f, err := os.Open(filepath.Join(expressionsDir, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var table expressionTable
	var list []*expression
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var into any = &table
		if table.Zone != "" {
			list = append(list, &expression{})
			into = list[len(list)-1]
		}
		if err := json.Unmarshal(lines.Bytes(), into); err != nil {
			t.Fatal(err)
		}
	}
	return table, list
}

// TestExpressions compares the type of each expression, its value or that it fails.
func TestExpressions(t *testing.T) {
	known := readReasons(t, filepath.Join(expressionsDir, "differences.txt"))
	for _, name := range []string{"flink.jsonl", "flink2.jsonl"} {
		compareExpressions(t, name, known)
	}
	for text := range known {
		t.Errorf("%s: listed as a difference but not in the corpus", text)
	}
}

func compareExpressions(t *testing.T, name string, known map[string]string) {
	table, list := readExpressions(t, name)
	var run []*expression
	for _, x := range list {
		if x.checkType(&table) {
			run = append(run, x)
		}
	}
	var groups []*expressionGroup
	var packages []pipelinePackage
	for len(run) > 0 {
		n := min(expressionsEach, len(run))
		g := &expressionGroup{table: &table, list: run[:n], pkg: fmt.Sprintf("e%d", len(groups))}
		packages = append(packages, pipelinePackage{g.pkg, g.compile(t)})
		groups, run = append(groups, g), run[n:]
	}
	d := startProgram(t, buildProgram(t, "expressions", packages))
	for _, g := range groups {
		g.run(t, d)
	}
	d.stop(t)
	reportExpressions(t, table.Flink, list, known)
}

// reportExpressions compares what differs with the list of what may, and takes from it what it has found.
func reportExpressions(t *testing.T, flink string, list []*expression, known map[string]string) {
	n, otherNull := 0, 0
	for _, x := range list {
		if x.otherNull {
			otherNull++
		}
		_, listed := known[x.Expression]
		delete(known, x.Expression)
		switch {
		case x.problem != "" && listed:
			n++
		case x.problem != "":
			t.Errorf("%s: %s", x.Expression, x.problem)
		case listed:
			t.Errorf("%s: listed as a difference but equal", x.Expression)
		}
	}
	t.Logf("%d expressions against Flink %s: %d listed differences; NOT NULL is said otherwise of %d",
		len(list), flink, n, otherNull)
}

// readReasons reads lines of the form "what: reason"; # begins a comment.
func readReasons(t *testing.T, path string) map[string]string {
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, line := range splitLines(string(b)) {
		if what, reason, ok := strings.Cut(line, " :: "); ok && !strings.HasPrefix(line, "#") {
			out[what] = reason
		}
	}
	return out
}

// checkType compares the type; false when there is nothing to run.
func (x *expression) checkType(table *expressionTable) bool {
	k, err := compileText(table.script("",
		"CREATE TABLE r WITH ('connector' = 'print') AS SELECT "+x.Expression+" AS c FROM t;\n"))
	if err != nil {
		x.problem = err.Error()
		return false
	}
	if strings.HasPrefix(x.Refused, "ArithmeticException") || strings.HasPrefix(x.Refused, "NumberFormatException") {
		x.Refused, x.Failed = "", x.Refused // Flink has computed the constant before there was a job
	}
	refused := k.diags.HasErrors() && !strings.Contains(k.diags.String(), "error[column-type]")
	switch {
	case refused && x.Refused == "":
		x.problem = "flinkc refuses it: " + cut(k.diags.String(), 300)
	case !refused && x.Refused != "":
		x.problem = "Flink refuses it: " + x.Refused
	case !refused && !k.diags.HasErrors() && x.Type != "":
		x.compareType(k.plan.Sinks[0].Table.Columns[0].Type.String())
	}
	return !refused && x.Refused == ""
}

// compareType compares without NOT NULL: what can be NULL is told by what can be computed here, and by
// general rules in Flink, where a DECIMAL that is too large is a NULL of a type NOT NULL.
func (x *expression) compareType(got string) {
	const notNull = " NOT NULL"
	if strings.TrimSuffix(got, notNull) != strings.TrimSuffix(x.Type, notNull) {
		x.problem = "type " + got + ", in Flink " + x.Type
	}
	x.otherNull = got != x.Type
}

// compileText checks a script that is in no file.
func compileText(script string) (*compilation, error) {
	file, err := os.CreateTemp("", "expressions-*.sql")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.Remove(file.Name()) }()
	if _, err := file.WriteString(script); err != nil {
		return nil, err
	}
	if err := file.Close(); err != nil {
		return nil, err
	}
	k, err := read(file.Name())
	if err == nil {
		k.check(nil)
	}
	return k, err
}

// expressionGroup is one pipeline.
type expressionGroup struct {
	table *expressionTable
	list  []*expression
	pkg   string
}

func (g *expressionGroup) compile(t *testing.T) []emit.File {
	var b strings.Builder
	b.WriteString("CREATE TABLE r (id INT, v STRING) WITH ('connector' = 'print');\nINSERT INTO r SELECT id, CASE id\n")
	for i, x := range g.list {
		fmt.Fprintf(&b, "  WHEN %d THEN CAST(%s AS STRING)\n", i, x.Expression)
	}
	b.WriteString("END FROM t;\n")
	k, err := compileText(g.table.script("id INT, ", b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if k.diags.HasErrors() {
		t.Fatalf("together: %s", cut(k.diags.String(), 2000))
	}
	files, err := emit.Program(physical.Lower(k.plan), emit.Options{
		Package: gobuild.Module + "/" + g.pkg, Name: "query", Hash: k.hash()})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// run computes all that should have a value at once, and one by one those that should fail, or all
// when one of them did.
func (g *expressionGroup) run(t *testing.T, d *driver) {
	var together []int
	for i, x := range g.list {
		if x.Failed == "" {
			together = append(together, i)
		}
	}
	if !g.runRows(t, d, together) {
		for _, i := range together {
			g.runRows(t, d, []int{i})
		}
	}
	for i, x := range g.list {
		if x.Failed != "" {
			g.runRows(t, d, []int{i})
		}
	}
}

// runRows computes some of the expressions and compares; false when it failed for more than one.
func (g *expressionGroup) runRows(t *testing.T, d *driver, rows []int) bool {
	got := g.runThem(t, d, rows)
	if got.Code != 0 {
		if len(rows) > 1 {
			return false
		}
		if x := g.list[rows[0]]; x.Failed == "" {
			x.differs("fails: " + cut(got.Error, 300))
		}
		return true
	}
	for n, line := range splitRows(string(got.Print)) {
		g.list[rows[n]].compare(strings.TrimSuffix(strings.TrimPrefix(line, fmt.Sprintf("+I[%d, ", rows[n])), "]"))
	}
	return true
}

// runThem computes some of the expressions, a row each.
func (g *expressionGroup) runThem(t *testing.T, d *driver, rows []int) caseResult {
	dir := t.TempDir()
	var in strings.Builder
	for _, i := range rows {
		fmt.Fprintf(&in, "{\"id\": %d, %s\n", i, g.table.Row[1:])
	}
	writeFile(t, filepath.Join(dir, "in", "rows.json"), in.String())
	return d.run(t, g.pkg, dir, way{parallelism: 1})
}

// splitRows cuts what print has written into rows: a value may hold line ends.
func splitRows(printed string) []string {
	var out []string
	for _, line := range splitLines(printed) {
		if strings.HasPrefix(line, "+I[") || len(out) == 0 {
			out = append(out, line)
		} else {
			out[len(out)-1] += "\n" + line
		}
	}
	return out
}

func (x *expression) compare(got string) {
	want := "null"
	if x.Value != nil {
		want = *x.Value
	}
	switch {
	case x.Failed != "":
		x.differs("value " + got + ", Flink fails: " + x.Failed)
	case got != want:
		x.differs(fmt.Sprintf("value %q, in Flink %q", got, want))
	}
}

func (x *expression) differs(how string) {
	if x.problem == "" {
		x.problem = how
	}
}
