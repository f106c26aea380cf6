package flinkc_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// TestTextsOfValues compares each value's type and its texts: as a STRING, and as print, json and csv write it.
func TestTextsOfValues(t *testing.T) {
	d := typesDocument(t)
	_, rows := docTable(t, typesName, "value")
	var values, typed, texts, want []string
	for _, row := range rows {
		texts, want = append(texts, "CAST("+row[0]+" AS STRING)"), append(want, row[2])
		values, typed = append(values, row[0]), append(typed, row[1])
	}
	for i, got := range d.typesOf(t, values) {
		if got != typed[i] {
			t.Errorf("%s is %s, not %s", values[i], got, typed[i])
		}
	}
	d.printsColumns(t, texts, want)
	for i, write := range []struct{ with, begin, between, end string }{
		{"'connector' = 'print'", "+I[", ", ", "]"},
		{"'connector' = 'filesystem', 'path' = 'json', 'format' = 'json'", "{", ",", "}"},
		{"'connector' = 'filesystem', 'path' = 'csv', 'format' = 'csv'", "", ",", ""},
	} {
		var columns, forms []string
		for _, row := range rows {
			text := row[3+i]
			if text == "-" {
				continue
			}
			if write.begin == "{" {
				text = fmt.Sprintf("\"c%d\":%s", len(columns), text)
			}
			columns, forms = append(columns, fmt.Sprintf("%s AS c%d", row[0], len(columns))), append(forms, text)
		}
		got := d.runs(t, "SET 'table.local-time-zone' = 'UTC';\nCREATE TABLE o WITH ("+write.with+") AS\nSELECT "+
			strings.Join(columns, ",\n  ")+";\n")
		if got == "" {
			got = d.written(t, strings.ToLower(docFormat(write.with)))
		}
		if whole := write.begin + strings.Join(forms, write.between) + write.end; got != whole {
			t.Errorf("%s: written is\n%s\nand not\n%s", write.with, got, whole)
		}
	}
}

// docFormat is the format of a table's options.
func docFormat(with string) string {
	_, format, _ := strings.Cut(with, "'format' = ")
	return strings.Trim(format, "'")
}

// written is the text of all files of a folder.
func (d *document) written(t *testing.T, folder string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(d.dir, folder, "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v, %d files", folder, err, len(files))
	}
	all := ""
	for _, f := range files {
		all += readText(t, f)
	}
	return strings.TrimSpace(all)
}

// TestNullsOfExpressions compares what the table of NULLs says.
func TestNullsOfExpressions(t *testing.T) {
	_, rows := docTable(t, typesName, "expression")
	var columns, want []string
	for _, row := range rows {
		columns = append(columns, "COALESCE(CAST("+row[0]+" AS STRING), 'NULL')")
		want = append(want, row[1])
	}
	typesDocument(t).printsColumns(t, columns, want)
}

// pairs are the cells of a table with types on both sides.
func pairs(heads []string, rows [][]string, use func(row, column, cell string)) {
	for _, row := range rows {
		for i, cell := range row[1:] {
			use(operand(row[0]), operand(heads[i+1]), cell)
		}
	}
}

// operand is a type as it is declared where a table names its root alone.
func operand(name string) string {
	switch name {
	case "ARRAY":
		return "ARRAY<INT>"
	case "MAP":
		return "MAP<STRING, INT>"
	case "MULTISET":
		return "MULTISET<STRING>"
	case "ROW":
		return "ROW<a INT>"
	}
	return name
}

// TestCastsOfTypes wants each cast of the table to be there, and each empty cell to be refused. One that fails for
// some values gives NULL by TRY_CAST, so that its type can be NULL although its argument cannot.
func TestCastsOfTypes(t *testing.T) {
	d := typesDocument(t)
	var allowed, refused []string
	heads, rows := docTable(t, typesName, "from, to")
	pairs(heads, rows, func(from, to, cell string) {
		cast := "CAST(CAST(NULL AS " + from + ") AS " + to + ")"
		switch cell {
		case "":
			refused = append(refused, "CREATE VIEW r"+fmt.Sprint(len(refused))+" AS SELECT "+cast+" AS c;\n")
		case "i", "y", "n", "!":
			allowed = append(allowed, cast)
		default:
			t.Errorf("%s: %q", cast, cell)
		}
	})
	d.typesOf(t, allowed)
	if n := d.refusals(t, strings.Join(refused, ""), "bad-cast"); n != len(refused) {
		t.Errorf("%d of %d casts are refused", n, len(refused))
	}
}

// TestCommonTypes compares the types of COALESCE.
func TestCommonTypes(t *testing.T) {
	d := typesDocument(t)
	var columns, want, refused []string
	heads, rows := docTable(t, typesName, "with")
	pairs(heads, rows, func(a, b, cell string) {
		both := fmt.Sprintf("COALESCE(CAST(NULL AS %s), CAST(NULL AS %s))", a, b)
		if cell == "" {
			refused = append(refused, "CREATE VIEW r"+fmt.Sprint(len(refused))+" AS SELECT "+both+" AS c;\n")
			return
		}
		columns, want = append(columns, both), append(want, cell)
	})
	for i, got := range d.typesOf(t, columns) {
		root, _, _ := strings.Cut(got, "<")
		if got != want[i] && root != want[i] {
			t.Errorf("%s is %s, not %s", columns[i], got, want[i])
		}
	}
	if n := d.refusals(t, strings.Join(refused, ""), "no-common-type"); n != len(refused) {
		t.Errorf("%d of %d pairs are refused", n, len(refused))
	}
}

// TestDecimalResults compares the types of operators.
func TestDecimalResults(t *testing.T) {
	heads, rows := docTable(t, typesName, "a")
	var columns, want []string
	for _, row := range rows {
		for i, cell := range row[2:] {
			for _, form := range strings.Split(heads[i+2], ", ") {
				expr := strings.Replace(" "+form+" ", " a ", "CAST(NULL AS "+row[0]+")", 1)
				columns = append(columns, strings.Replace(expr, " b ", "CAST(NULL AS "+row[1]+")", 1))
				want = append(want, cell)
			}
		}
	}
	for i, got := range typesDocument(t).typesOf(t, columns) {
		if got != want[i] {
			t.Errorf("%s is %s, not %s", columns[i], got, want[i])
		}
	}
}

// TestAggregateResults compares the types of aggregates.
func TestAggregateResults(t *testing.T) {
	d := typesDocument(t)
	heads, rows := docTable(t, typesName, "of")
	var columns, want, refused []string
	pairs(heads, rows, func(arg, name, cell string) {
		call := name + "(CAST(NULL AS " + arg + "))"
		if cell == "" {
			refused = append(refused, "CREATE VIEW r"+fmt.Sprint(len(refused))+" AS SELECT "+call+" AS c;\n")
			return
		}
		columns, want = append(columns, call), append(want, strings.TrimSuffix(cell, " NOT NULL"))
	})
	for i, got := range d.typesOf(t, columns) {
		if got != want[i] {
			t.Errorf("%s is %s, not %s", columns[i], got, want[i])
		}
	}
	if n := d.refusals(t, strings.Join(refused, ""), "operand-type", "function-arguments"); n != len(refused) {
		t.Errorf("%d of %d calls are refused", n, len(refused))
	}
}
