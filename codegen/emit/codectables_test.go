package emit

import (
	"fmt"
	"strings"
)

// specialTables are the tables that no judged file has. The expected rows follow from the rules of
// Flink's formats, which the judged files show one by one.
func specialTables() []codecTable {
	return append(append(csvTables(), jsonTables()...), wideTables()...)
}

const everyColumn = "s STRING, b BOOLEAN, t TINYINT, m SMALLINT, i INT, l BIGINT, f FLOAT, d DOUBLE, " +
	"c DECIMAL(10,2), w DECIMAL(38,10), v VARCHAR(3), y DATE, p TIMESTAMP(3), q TIMESTAMP(9)"

var everyType = []string{"STRING", "BOOLEAN", "TINYINT", "SMALLINT", "INT", "BIGINT", "FLOAT", "DOUBLE",
	"DECIMAL(10,2)", "DECIMAL(38,10)", "STRING", "DATE", "TIMESTAMP(3)", "TIMESTAMP(9)"}

const (
	everyRow = `["x", true, 1, 2, 3, 4, 1.5, 2.5, 12.35, 0.0000000001, "long", 1, 1001+0, 1001+1]`
	allNull  = `[NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL]`
	notNull  = " NOT NULL"
)

func csvTables() []codecTable {
	lenient := ", 'csv.ignore-parse-errors' = 'true'"
	every := "x,true,1,2,3,4,1.5,2.5,12.345,1e-10,long,1970-01-02,1970-01-01 00:00:01.001,1970-01-01 00:00:01.001000001"
	nothing := strings.Repeat("-,", 13) + "-"
	return []codecTable{
		{format: "csv", columns: everyColumn, types: everyType, plain: every,
			records: []codecCase{
				{every, everyRow},
				{strings.Replace(every, ",4,", ",x,", 1), "DROPPED"},
			}},
		{format: "csv", columns: everyColumn, options: lenient + ", 'csv.null-literal' = '-'", types: everyType,
			plain: nothing, records: []codecCase{
				{every, everyRow},
				{nothing, allNull},
				{strings.Replace(every, ",3,", ",-,", 1), strings.Replace(everyRow, " 3,", " NULL,", 1)},
			}},
		{format: "csv", columns: "a INT, b INT, c BIGINT, d STRING", options: lenient + ", 'csv.field-delimiter' = '5'",
			types: []string{"INT", "INT", "BIGINT", "STRING"}, plain: "1525354",
			records: []codecCase{
				{"1525354", `[1, 2, 3, "4"]`},
				{"1234567851520", `[1234, 678, 1, "20"]`},
			}},
		{format: "csv", columns: "a INT, b INT", options: lenient + ", 'csv.quote-character' = '7'",
			types: []string{"INT", "INT"}, plain: "1,2",
			records: []codecCase{
				{"717,2", "[1, 2]"},
				{"17,2", "[17, 2]"},
				{"2,737", "[2, 3]"},
			}},
		{format: "csv", columns: "a STRING NOT NULL, b INT, c INT NOT NULL", options: lenient,
			types: []string{"STRING NOT NULL", "INT", "INT NOT NULL"}, plain: "x,1,2",
			records: []codecCase{
				{"x,1,2", `["x", 1, 2]`},
				{",y,2", `["", NULL, 2]`},
				{"x,1,y", "DROPPED"},
				{"x,1", "DROPPED"},
			}},
		{format: "csv", columns: "a STRING, b INT, c STRING, e BIGINT", options: lenient, query: "COUNT(a) + SUM(e)",
			types: []string{"?", "BIGINT"}, plain: "x,not looked at,\u00e9,7",
			records: []codecCase{
				{"x,y,z,7", "[VALUE, 7]"},
				{`"x",y,z,7`, "[VALUE, 7]"},
				{"x", "[VALUE, NULL]"},
				{"x,y,z,7,8", "DROPPED"},
			}},
		{format: "csv", columns: "a STRING, b INT", options: lenient + ", 'csv.null-literal' = ''", query: "COUNT(a)",
			types: []string{"?"}, plain: "x,1", records: []codecCase{
				{"x,1", "[VALUE]"},
				{",1", "[NULL]"},
			}},
		{format: "csv", columns: "a STRING, b INT", options: lenient, query: "COUNT(*)", plain: "x,1",
			records: []codecCase{
				{"x,1", "[]"},
				{"x,1,2", "DROPPED"},
				{"", "DROPPED"},
			}},
		{format: "csv", columns: "a STRING, b INT", options: lenient, types: []string{"STRING", "INT"}, files: true,
			plain: "x,1", records: []codecCase{
				{"", `["", NULL]`},
				{"x,1", `["x", 1]`},
			}},
		{format: "csv", columns: "a STRING", options: lenient, types: []string{"STRING"}, plain: "x",
			records: []codecCase{
				{"x", `["x"]`},
				{"\xef\xbb\xbfx", `["x"]`},
				{"", "DROPPED"},
				{"a,b", "DROPPED"},
			}},
		{format: "csv", columns: "`/*` STRING, `*/ os.Exit(1) //` INT, `//go:embed x` INT, `type` INT, `类型` INT",
			options: lenient, types: []string{"STRING", "INT", "INT", "INT", "INT"}, plain: "x,1,2,3,4",
			records: []codecCase{
				{"x,1,2,3,4", `["x", 1, 2, 3, 4]`},
			}},
	}
}

func jsonTables() []codecTable {
	lenient := ", 'json.ignore-parse-errors' = 'true'"
	every := `{"s":"x","b":true,"t":1,"m":2,"i":3,"l":4,"f":1.5,"d":2.5,"c":12.345,"w":1e-10,"v":"long",` +
		`"y":"1970-01-02","p":"1970-01-01 00:00:01.001","q":"1970-01-01 00:00:01.001000001"}`
	null := `{"s":null,"b":null,"t":null,"m":null,"i":null,"l":null,"f":null,"d":null,"c":null,"w":null,"v":null,` +
		`"y":null,"p":null,"q":null,"more":[{}]}`
	nulls := strings.Replace(null, `,"more":[{}]`, "", 1)
	required := []string{"STRING NOT NULL", "INT", "INT NOT NULL"}
	return []codecTable{
		{format: "json", columns: everyColumn, types: everyType, options: lenient, plain: null, strange: true,
			records: []codecCase{{null, allNull}}},
		{format: "json", columns: everyColumn, query: "COUNT(*)", plain: every, records: []codecCase{
			{every, "[]"},
			{nulls, "[]"},
			{strings.Replace(every, `"x"`, "[1]", 1), "[]"},
			{strings.Replace(every, ":2,", ":[],", 1), "[]"},
			{strings.Replace(every, ":2,", ":02,", 1), "DROPPED"},
			{strings.Replace(every, ":2,", ":2 3,", 1), "DROPPED"},
			{strings.Replace(every, `"x"`, "\"\xff\"", 1), "DROPPED"},
		}},
		{format: "json", columns: everyColumn, types: everyType, plain: every, records: []codecCase{
			{every, everyRow},
			{strings.Replace(every, ":4,", `:"x",`, 1), "DROPPED"},
			{null, allNull},
			{"{}", allNull},
			{strings.Replace(every, "12.345", "123456789012", 1), strings.Replace(everyRow, "12.35", "NULL", 1)},
		}},
		{format: "json", columns: everyColumn, types: everyType, options: lenient, plain: nulls, records: []codecCase{
			{every, everyRow},
			{nulls, allNull},
			{strings.Replace(nulls, `"v":null`, `"v":"x"`, 1), strings.Replace(allNull, `NULL, NULL, NULL, NULL]`,
				`"x", NULL, NULL, NULL]`, 1)},
			{strings.Replace(every, ":3,", `:"y",`, 1), strings.Replace(everyRow, " 3,", " NULL,", 1)},
			{strings.Replace(every, ":3,", `:3000000000,`, 1), strings.Replace(everyRow, " 3,", " NULL,", 1)},
			{strings.Replace(every, ":1,", `:128,`, 1), strings.Replace(everyRow, " 1,", " NULL,", 1)},
		}},
		{format: "json", columns: "a STRING NOT NULL, b INT, c INT NOT NULL", options: lenient, types: required,
			query: "COUNT(*) FILTER (WHERE a = 'x' AND b = 1 AND c = 2)", plain: `{"a":"x","b":1,"c":2}`,
			records: []codecCase{
				{`{"a":"x","b":1,"c":2}`, `["x", 1, 2]`},
				{`{"a":"x","b":null,"c":2}`, `["x", NULL, 2]`},
				{`{"a":"x","c":2}`, `["x", NULL, 2]`},
				{`{"a":"x","b":1}`, "DROPPED"},
				{`{"a":"x","b":1,"c":null}`, "DROPPED"},
				{`{"a":"x","b":1,"c":"y"}`, "DROPPED"},
				{`{"a":null,"b":1,"c":2}`, "DROPPED"},
			}},
		{format: "json", columns: "a INT NOT NULL", types: []string{"INT NOT NULL"}, plain: `{"a":1}`,
			records: []codecCase{
				{`{"a":1}`, "[1]"},
				{`{"b":1}`, "DROPPED"},
			}},
		{format: "json", columns: "a STRING, b BIGINT, c STRING", options: lenient, query: "COUNT(a) + SUM(b)",
			types: []string{"?", "BIGINT"}, plain: `{"a":"x","b":7,"c":"é"}`, records: []codecCase{
				{`{"a":"x","b":7}`, "[VALUE, 7]"},
				{`{"a":{"b":[1]},"b":7}`, "[VALUE, 7]"},
				{`{"b":7,"a":null}`, "[NULL, 7]"},
				{`{"c":01,"a":"x"}`, "DROPPED"},
			}},
		{format: "json", columns: "a STRING", options: lenient, query: "COUNT(*)", plain: `{"a":"x"}`,
			records: []codecCase{
				{`{"a":"x"}`, "[]"},
				{"[]", "DROPPED"},
				{"", "DROPPED"},
				{"{}", "[]"},
			}},
		{format: "json", columns: "`\"` STRING, `类型` INT", options: lenient, types: []string{"STRING", "INT"},
			plain: `{"\"":"x","类型":1}`, strange: true, records: []codecCase{
				{`{"\"":"x","类型":1}`, `["x", 1]`},
			}},
		{format: "json", columns: "`\"` STRING, `类型` INT", types: []string{"STRING", "INT"},
			rows: []rowCase{{[]*string{nil, cell("5")}, quoteJudged("{\"\\\"\":null,\"类型\":5}"), "names"}}},
	}
}

// cell is a text that is not NULL.
func cell(s string) *string { return &s }

// wideTables have more columns that can be NULL than a word has bits.
func wideTables() []codecTable {
	const width = 70
	var columns, values, fields, cells, types []string
	for i := range width {
		columns = append(columns, fmt.Sprintf("c%d INT", i))
		values = append(values, fmt.Sprint(i))
		fields = append(fields, fmt.Sprintf(`"c%d":%d`, i, i))
		cells = append(cells, fmt.Sprint(i))
		types = append(types, "INT")
	}
	row := "[" + strings.Join(cells, ", ") + "]"
	cells[0], cells[67] = "NULL", "NULL"
	nulls := "[" + strings.Join(cells, ", ") + "]"
	document := "{" + strings.Join(fields, ",") + "}"
	record := strings.Join(values, ",")
	tables := []codecTable{
		{format: "csv", columns: strings.Join(columns, ", "), types: types, plain: record,
			options: ", 'csv.ignore-parse-errors' = 'true'",
			records: []codecCase{
				{record, row},
				{"x" + strings.Replace(record, ",67,", ",x,", 1), nulls}}},
		{format: "json", columns: strings.Join(columns, ", "), types: types, plain: document, strange: true,
			records: []codecCase{
				{document, row},
				{strings.Replace(strings.Replace(document, ":67,", ":null,", 1), `"c0"`, `"d0"`, 1), nulls}}},
	}
	// The same with columns that cannot be NULL, whose bits the row does not have.
	columns[0] += notNull
	types = append([]string{"INT NOT NULL"}, types[1:]...)
	return append(tables, codecTable{format: "json", columns: strings.Join(columns, ", "), types: types,
		plain: document, strange: true,
		records: []codecCase{
			{document, row},
			{strings.Replace(document, `"c0"`, `"d0"`, 1), "DROPPED"}}})
}
