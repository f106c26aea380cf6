package flinkc_test

// These tests keep docs/types.md true: every name, limit, value, NULL, cast, common type and result that
// a table there shows is compiled and run.

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/connector/mysql"
	"github.com/flinkc/flinkc/typecheck"
	"github.com/flinkc/flinkc/typecheck/types"
)

// typesReference is docs/types.md.
func typesReference() (string, error) {
	return types.Markdown(types.Elsewhere{
		Go: typecheck.GoTypes,
		MySQL: func(t types.Type) string {
			if !typecheck.JDBCHolds(t) {
				return ""
			}
			return mysql.ColumnType(t.OrNull().String())
		},
	})
}

const typesName = "docs/types.md"

// docTable reads the table of a document whose first head is the given one: its heads and rows.
func docTable(t *testing.T, name, first string) (heads []string, rows [][]string) {
	t.Helper()
	_, rest, found := strings.Cut("\n"+readText(t, name), "\n| "+first+" |")
	if !found {
		t.Fatalf("no table begins with %q", first)
	}
	rest, _, _ = strings.Cut(rest, "\n\n")
	for i, line := range strings.Split(strings.TrimSpace("| "+first+" |"+rest), "\n") {
		switch cells := docCells(line); i {
		case 0:
			heads = cells
		case 1: // the line of dashes
		default:
			rows = append(rows, cells)
		}
	}
	if len(rows) < 5 { // or the table has been lost
		t.Fatalf("the table of %q has only %d rows", first, len(rows))
	}
	return heads, rows
}

func docCells(line string) []string {
	cells := strings.Split(strings.TrimSuffix(strings.TrimPrefix(line, "| "), " |"), " | ")
	for i, c := range cells {
		cells[i] = docCode(c)
	}
	return cells
}

// docCode is a cell without the marks of code.
func docCode(s string) string {
	s = strings.ReplaceAll(strings.TrimSpace(s), `\|`, "|")
	if inner, is := strings.CutPrefix(s, "`` "); is {
		return strings.TrimSuffix(inner, " ``")
	}
	if strings.Count(s, "`") == 2 && strings.HasPrefix(s, "`") && strings.HasSuffix(s, "`") {
		return strings.Trim(s, "`")
	}
	return s
}

// typesDocument is a folder in which scripts of these tests run, in the zone UTC.
func typesDocument(t *testing.T) *document {
	t.Helper()
	bin, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	built = true
	return newDocument(t, "types.md", bin)
}

// runs executes a script and returns what it prints.
func (d *document) runs(t *testing.T, script string) string {
	t.Helper()
	d.write(t, "types.sql", script)
	if err := d.run(t, &block{text: "flinkc run types.sql"}); err != nil {
		t.Fatalf("%s\n%v", script, err)
	}
	return strings.TrimSpace(d.stdout)
}

// typesOf are the types of the columns of a query.
func (d *document) typesOf(t *testing.T, columns []string) []string {
	t.Helper()
	script := "CREATE VIEW v AS SELECT "
	for i, c := range columns {
		script += fmt.Sprintf("%s AS c%d,\n  ", c, i)
	}
	d.write(t, "types.sql", strings.TrimSuffix(script, ",\n  ")+";\nDESCRIBE v;\n")
	if err := d.run(t, &block{text: "flinkc check types.sql"}); err != nil {
		t.Fatalf("%s\n%v", script, err)
	}
	var list []string
	for _, line := range strings.Split(d.stdout, "\n") {
		cells := strings.Split(line, "|")
		if len(cells) > 3 && strings.HasPrefix(strings.TrimSpace(cells[1]), "c") {
			list = append(list, strings.TrimSpace(cells[2]))
		}
	}
	if len(list) != len(columns) {
		t.Fatalf("%d types of %d columns:\n%s", len(list), len(columns), d.stdout)
	}
	return list
}

// refusals is how many errors the compiler has in a script, one for each statement and with one of the codes.
func (d *document) refusals(t *testing.T, script string, want ...string) int {
	t.Helper()
	d.write(t, "refused.sql", script)
	codes, err := d.codes("refused.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range codes {
		if !slices.Contains(want, code) {
			t.Errorf("code %s, want one of %v", code, want)
		}
	}
	return len(codes)
}

// TestNamesAndLimitsOfTypes declares each name of a type and makes its least and its most value.
func TestNamesAndLimitsOfTypes(t *testing.T) {
	d := typesDocument(t)
	_, rows := docTable(t, typesName, "type")
	var names, same, limits, texts []string
	for _, row := range rows {
		name := declared(row[0])
		for _, also := range listed(row[1]) {
			names, same = append(names, "CAST(NULL AS "+also+")"), append(same, "CAST(NULL AS "+name+")")
		}
		for _, limit := range listed(row[3]) {
			limits = append(limits, fmt.Sprintf("CAST(CAST('%s' AS %s) AS STRING)", limit, name))
			texts = append(texts, limit)
		}
	}
	want := d.typesOf(t, same)
	for i, got := range d.typesOf(t, names) {
		if got != want[i] {
			t.Errorf("%s is %s, not %s", names[i], got, want[i])
		}
	}
	d.printsColumns(t, limits, texts)
}

// declared is the type by whose example the document shows a type with parameters.
func declared(name string) string {
	for _, r := range [][2]string{{"DECIMAL(p, s)", "DECIMAL"}, {"VARBINARY(n)", "VARBINARY(20)"},
		{"BINARY(n)", "BINARY"}, {"VARCHAR(n)", "VARCHAR(20)"}, {"CHAR(n)", "CHAR"}, {"(p)", "(6)"},
		{"<t>", "<INT>"}, {"<k, v>", "<STRING, INT>"}, {"<a t, ..>", "<a INT, b STRING>"}} {
		if before, is := strings.CutSuffix(name, r[0]); is {
			return before + r[1]
		}
	}
	return name
}

// listed are the texts in a cell, one or several: `a`, `b`.
func listed(cell string) []string {
	if cell != "" && !strings.Contains(cell, "`") {
		return []string{cell}
	}
	var out []string
	for i, part := range strings.Split(cell, "`") {
		if i%2 == 1 {
			out = append(out, part)
		}
	}
	return out
}

// printsColumns compares what print shows of a row of NOT NULL texts, each in a row of its own.
func (d *document) printsColumns(t *testing.T, columns, want []string) {
	t.Helper()
	script := "CREATE TABLE o (v STRING) WITH ('connector' = 'print');\n" +
		"SET 'table.local-time-zone' = 'UTC';\nINSERT INTO o SELECT v FROM (SELECT ARRAY[CAST('' AS STRING), "
	script += strings.Join(columns, ",\n  ") + "] AS all_of) AS t CROSS JOIN UNNEST(all_of) AS u (v)\nWHERE v <> '';\n"
	for i, line := range strings.Split(d.runs(t, script), "\n") {
		if got := strings.TrimSuffix(strings.TrimPrefix(line, "+I["), "]"); i >= len(want) || got != want[i] {
			t.Errorf("%s gives %s", columns[i], got)
		}
	}
}
