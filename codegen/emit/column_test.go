package emit

import (
	"regexp"
	"strings"
	"testing"
)

// numbers are what a new column may shift besides lines that mention it: bits of NULL masks, counts and places.
var numbers = regexp.MustCompile(`0x[0-9a-f]+|\b[0-9]+\b`)

// TestNewColumnChangesOnlyItsLines adds a column to a table and to the query. Lines of the program that do not mention
// it stay as they were.
func TestNewColumnChangesOnlyItsLines(t *testing.T) {
	script := func(declared, selected string) string {
		return "CREATE TABLE t (a INT, s STRING" + declared + ", d DECIMAL(10, 2)) WITH (" + tables["csv"] + ");\n" +
			"CREATE TABLE o (s STRING" + declared + ", n BIGINT, m DECIMAL(10, 2)) " +
			"WITH ('connector' = 'print');\n" +
			"INSERT INTO o SELECT s" + selected + ",\n COUNT(*) AS n,\n MAX(d) AS m\n FROM t\n WHERE a > 1 GROUP BY s;"
	}
	before, _ := generate(t, script("", ""))
	after, diagnostics := generate(t, script(", extra BIGINT", ",\n MAX(extra) AS extra"))
	if diagnostics != "" {
		t.Fatal(diagnostics)
	}
	have := map[string]int{}
	for _, f := range after {
		for _, line := range strings.Split(string(f.Source), "\n") {
			have[plainLine(line)]++
		}
	}
	for _, f := range before {
		for _, line := range strings.Split(string(f.Source), "\n") {
			if have[plainLine(line)]--; have[plainLine(line)] < 0 && !listsAll(line) {
				t.Errorf("%s: the line is gone or changed: %s", f.Name, line)
			}
		}
	}
}

// listsAll reports whether a line quotes the query or lists the columns of the table, and so mentions the new one.
func listsAll(line string) bool {
	return strings.Contains(line, "query.sql") || strings.Contains(line, ".Describe([]string{")
}

// plainLine is a line without its indentation, alignment and numbers.
func plainLine(line string) string {
	return numbers.ReplaceAllString(strings.Join(strings.Fields(line), " "), "#")
}
