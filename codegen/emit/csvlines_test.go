package emit

import (
	"fmt"
	"strings"
	"testing"
)

// lineTables are tables of csv files.
var lineTables = []struct {
	columns, options, query string
	format                  string // as the runtime's type has it
	strict                  bool   // about errors
	plain                   bool   // the table has a path for texts of lines
}{
	{columns: "a STRING, b STRING, c BIGINT, d STRING", plain: true},
	{columns: "a STRING, b STRING, c BIGINT, d STRING, e STRING", query: "COUNT(a) + SUM(c)", plain: true},
	{columns: "a STRING, b STRING, c INT, d STRING, e STRING, f SMALLINT", query: "c + f", plain: true},
	{columns: "a STRING, b STRING, c BIGINT", query: "c + CAST(b AS BIGINT)", plain: true},
	{columns: "a STRING NOT NULL, b STRING, c BIGINT NOT NULL, d STRING", plain: true},
	{columns: "a STRING, b STRING, c DOUBLE, d STRING, e BOOLEAN, f DECIMAL(10), g STRING", plain: true},
	{columns: "a STRING, b STRING, c BIGINT, d STRING", options: "'csv.null-literal' = 'NULL'",
		format: `HasNull: true, Null: "NULL"`, plain: true},
	{columns: "a STRING, b STRING, c BIGINT, d STRING", options: `'csv.field-delimiter' = '\t'`,
		format: `Delimiter: '\t'`, plain: true},
	{columns: "a STRING, b STRING, c BIGINT, d STRING", options: "'csv.field-delimiter' = '1'",
		format: "Delimiter: '1'", plain: true},
	{columns: "a STRING, b STRING, c BIGINT, d STRING", options: "'csv.field-delimiter' = ' '",
		format: "Delimiter: ' '", plain: true},
	{columns: "a STRING, b STRING, c BIGINT", options: "'csv.disable-quote-character' = 'true'",
		format: "Quote: 0", plain: true},
	{columns: "a STRING, b STRING, c BIGINT, d STRING", plain: true, format: `Quote: '\'', Escape: '!'`,
		options: "'csv.quote-character' = '''', 'csv.escape-character' = '!'"},
	{columns: "a STRING, b STRING, c BIGINT", options: "'csv.allow-comments' = 'true'", format: "Comments: true"},
	{columns: "a STRING, b STRING, c BIGINT", options: `'csv.field-delimiter' = '\n'`, format: `Delimiter: '\n'`},
	{columns: "a STRING"},
	{columns: "a BIGINT", query: "COUNT(*)"},
	{columns: "a STRING, b STRING, c BIGINT, d STRING", strict: true, plain: true},
}

// TestLinesAsRecords prints stages that read csv files and lets them decode texts by lines and record
// by record: rows, counts, errors and the records that rows come from are the same.
func TestLinesAsRecords(t *testing.T) {
	var tables []codecTable
	var registry strings.Builder
	registry.WriteString("package pipeline\n\nimport \"github.com/flinkc/flinkc/rtlib/format/csv\"\n\n" +
		"var tables = []func() (int, int, error){\n")
	for i, c := range lineTables {
		options, format := c.options, c.format
		if !c.strict {
			options, format = options+", 'csv.ignore-parse-errors' = 'true'", format+", Lenient: true"
		}
		for name, usual := range map[string]string{"Delimiter": "','", "Quote": `'"'`} {
			if !strings.Contains(format, name) {
				format += ", " + name + ": " + usual
			}
		}
		if options = strings.Trim(options, ", "); options != "" {
			options = ", " + options
		}
		tables = append(tables, codecTable{format: "csv", files: true, columns: c.columns, options: options,
			query: c.query})
		fmt.Fprintf(&registry, "func() (int, int, error) {\n"+
			"a, b := &readR%[1]d{decoder: newReadR%[1]dDecoder()}, &readR%[1]d{decoder: newReadR%[1]dDecoder()}\n"+
			"return compare(table{csv.Format{Lines: true, %[2]s}, %[3]d, %[4]v},\n"+
			"side[readR%[1]dRow]{a.decode, &a.count, a}, side[readR%[1]dRow]{b.decode, &b.count, b})\n},\n",
			i, strings.Trim(format, ", "), 1+strings.Count(c.columns, ","),
			c.query == "" && !strings.Contains(c.columns, "NOT NULL"))
	}
	registry.WriteString("}\n")
	files := append(printed(t, script(tables)), File{"tables.go", []byte(registry.String())})
	dir := writeFiles(t, "lines", files, File{"main.go", []byte("package main\n\n" +
		"import \"lines.test/pipeline\"\n\nfunc main() { pipeline.Answer() }\n")})
	answer := string(goTool(t, dir, nil, "run", "."))
	for i, line := range strings.Split(strings.TrimSpace(answer), "\n") {
		var n, taken, refused int
		if _, err := fmt.Sscan(line, &n, &taken, &refused); err != nil {
			t.Fatal(answer)
		}
		if c := lineTables[i]; c.plain != (taken > 40) {
			t.Errorf("(%s)%s: %d blocks by lines, %d not", c.columns, c.options, taken, refused)
		}
	}
}
