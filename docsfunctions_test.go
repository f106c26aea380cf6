package flinkc_test

// Which functions Flink has and flinkc does not: testdata/functions has the answers of SHOW FUNCTIONS of real Flink.

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// flat compares a name of the Table API, as regexpExtract, with one of SQL.
func flat(name string) string { return strings.ToUpper(strings.ReplaceAll(name, "_", "")) }

// listedNames are the lines of a file of testdata/functions.
func listedNames(t *testing.T, name string) []string {
	t.Helper()
	var out []string
	for _, line := range strings.Split(readText(t, filepath.Join("testdata", "functions", name)), "\n") {
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	if len(out) < 60 {
		t.Fatalf("%s has only %d lines", name, len(out))
	}
	return out
}

// shownFunctions are those that SHOW FUNCTIONS of flinkc answers.
func (d *document) shownFunctions(t *testing.T) []string {
	t.Helper()
	d.write(t, "show.sql", "SHOW FUNCTIONS;\n")
	if err := d.run(t, &block{text: "flinkc check show.sql"}); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, line := range strings.Split(d.stdout, "\n") {
		if cell, is := strings.CutPrefix(line, "| "); is {
			out = append(out, flat(strings.Trim(cell, "| ")))
		}
	}
	return out
}

// TestFunctionsOfFlink wants each function of Flink to be one of flinkc, or to be told of in differences.md, which
// tells of no other.
func TestFunctionsOfFlink(t *testing.T) {
	ours := typesDocument(t).shownFunctions(t)
	var missing []string
	for _, version := range []string{"flink-1.20.5.txt", "flink-2.1.3.txt"} {
		for _, name := range listedNames(t, version) {
			if !slices.Contains(ours, flat(name)) {
				missing = append(missing, flat(name))
			}
		}
	}
	var told []string
	for _, first := range []string{"not in flinkc", "name"} {
		_, rows := docTable(t, "docs/differences.md", first)
		for _, row := range rows {
			for _, name := range listed(row[0]) {
				told = append(told, flat(name))
			}
		}
	}
	for _, name := range missing {
		if !slices.Contains(told, name) {
			t.Errorf("%s is neither a function of flinkc nor in docs/differences.md", name)
		}
	}
	for _, name := range told {
		if !slices.Contains(missing, name) {
			t.Errorf("docs/differences.md tells of %s, which is a function of flinkc or none of Flink", name)
		}
	}
}

// TestCommonFunctions wants no common function to be missing, and what stands in SQL for names of the Table API.
func TestCommonFunctions(t *testing.T) {
	d := typesDocument(t)
	calls := listedNames(t, "common.txt")
	_, rows := docTable(t, "docs/differences.md", "name")
	for _, row := range rows {
		calls = append(calls, docCode(row[1]))
	}
	script := "CREATE TABLE x (b BOOLEAN, i INT, d DOUBLE, p DECIMAL(10, 2), s STRING, t TIMESTAMP(3),\n" +
		"  a ARRAY<INT>, m MAP<STRING, INT>) WITH ('connector' = 'filesystem', 'path' = 'x', 'format' = 'json');\n"
	for _, call := range calls {
		d.write(t, "call.sql", script+"CREATE VIEW v AS SELECT "+call+" AS c FROM x;\n")
		codes, err := d.codes("call.sql")
		if err != nil || len(codes) > 0 {
			t.Errorf("%s: %v %v", call, codes, err)
		}
	}
}
