package emit

import (
	"fmt"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// sqlTypes are all types that the dialect can name.
var sqlTypes = []string{
	"BOOLEAN", "TINYINT", "SMALLINT", "INT", "BIGINT", "FLOAT", "DOUBLE", "DECIMAL(5, 2)", "DECIMAL(38, 38)",
	"CHAR(3)", "VARCHAR(5)", "STRING", "BINARY(3)", "VARBINARY(5)", "BYTES", "DATE", "TIME", "TIME(3)",
	"TIMESTAMP(0)", "TIMESTAMP(3)", "TIMESTAMP(9)", "TIMESTAMP_LTZ(3)", "TIMESTAMP_LTZ(9)",
	"INTERVAL YEAR TO MONTH", "INTERVAL DAY TO SECOND(3)", "ARRAY<INT>", "MAP<STRING, INT>", "ROW<a INT>",
	"MULTISET<INT>",
}

// tables are the connectors with what they need besides columns.
var tables = map[string]string{
	"csv":       "'connector' = 'filesystem', 'path' = '/d', 'format' = 'csv'",
	"json":      "'connector' = 'filesystem', 'path' = '/d', 'format' = 'json'",
	"kafka":     "'connector' = 'kafka', 'topic' = 't', 'properties.bootstrap.servers' = 'h:1', 'format' = 'csv'",
	"jdbc":      "'connector' = 'jdbc', 'url' = 'jdbc:mysql://h/d', 'table-name' = 't'",
	"datagen":   "'connector' = 'datagen', 'number-of-rows' = '1'",
	"print":     "'connector' = 'print'",
	"blackhole": "'connector' = 'blackhole'",
}

// generate compiles a script. The diagnostics are "" when it is right.
func generate(t *testing.T, script string) (files []File, diagnostics string) {
	t.Helper()
	return generateWith(t, script, Options{})
}

// generateWith is generate with more options.
func generateWith(t *testing.T, script string, o Options) (files []File, diagnostics string) {
	t.Helper()
	parsed, list := lang.Parse(diag.NewSource("query.sql", script), lang.ParseOptions{})
	plan, more := typecheck.Check(parsed, typecheck.Env{})
	list = append(list, more...)
	if list.HasErrors() {
		return nil, list.String()
	}
	o.Package, o.Name = "p/q", "query"
	o.FunctionPath = func(*logical.UserFunction) string { return "" }
	files, err := Program(physical.Lower(plan), o)
	if err != nil {
		t.Errorf("%s\n%v", script, err)
	}
	for _, f := range files {
		if _, err := parser.ParseFile(token.NewFileSet(), f.Name, f.Source, 0); err != nil {
			t.Errorf("%s\n%v", script, err)
		}
	}
	return files, ""
}

// TestEveryTypeInEveryPlace wants a program or a diagnostic for each type in each connector, key and aggregate: a type
// that passes the checker must not be met by a panic of the generator.
func TestEveryTypeInEveryPlace(t *testing.T) {
	places := map[string]string{
		"group key":  "INSERT INTO o SELECT 1 FROM (SELECT c FROM t GROUP BY c) AS g WHERE c IS NOT NULL",
		"two keys":   "INSERT INTO o SELECT 1 FROM (SELECT c, d FROM t GROUP BY c, d) AS g",
		"distinct":   "INSERT INTO o SELECT COUNT(DISTINCT c) FROM t",
		"max":        "INSERT INTO o SELECT COUNT(*) FROM (SELECT MAX(c) AS c FROM t) AS g WHERE c IS NULL",
		"sum":        "INSERT INTO o SELECT COUNT(*) FROM (SELECT SUM(c) AS c FROM t) AS g WHERE c IS NULL",
		"avg":        "INSERT INTO o SELECT COUNT(*) FROM (SELECT AVG(c) AS c FROM t) AS g WHERE c IS NULL",
		"equality":   "INSERT INTO o SELECT 1 FROM t WHERE c = d OR c <> d",
		"order":      "INSERT INTO o SELECT 1 FROM t WHERE c < d",
		"in":         "INSERT INTO o SELECT 1 FROM t WHERE c IN (d, NULL)",
		"case":       "INSERT INTO o SELECT 1 FROM t WHERE CASE WHEN c IS NULL THEN c ELSE d END IS NULL",
		"coalesce":   "INSERT INTO o SELECT 1 FROM t WHERE COALESCE(c, d) IS NOT DISTINCT FROM NULLIF(c, d)",
		"to text":    "INSERT INTO o SELECT 1 FROM t WHERE CAST(c AS STRING) = 'x'",
		"null":       "INSERT INTO o SELECT 1 FROM t WHERE CAST(NULL AS TYPE) IS NOT DISTINCT FROM c",
		"from text":  "INSERT INTO o SELECT 1 FROM t WHERE CAST('x' AS TYPE) = c",
		"try":        "INSERT INTO o SELECT 1 FROM t WHERE TRY_CAST('x' AS TYPE) = c",
		"concat":     "INSERT INTO o SELECT CHAR_LENGTH(c || d) FROM t",
		"plus":       "INSERT INTO o SELECT 1 FROM t WHERE c + d = c",
		"negative":   "INSERT INTO o SELECT 1 FROM t WHERE -c = c",
		"limit":      "INSERT INTO o SELECT 1 FROM (SELECT c FROM t LIMIT 3) AS l WHERE c IS NULL",
		"union":      "INSERT INTO o SELECT 1 FROM (SELECT c FROM t UNION ALL SELECT d FROM t) AS l WHERE c IS NULL",
		"views":      "INSERT INTO o SELECT 1 FROM (SELECT ABS(c) AS c FROM t) AS l WHERE c IS NULL",
		"computed":   "CREATE TABLE u (c TYPE, d AS c) WITH (CSV); INSERT INTO o SELECT 1 FROM u WHERE d IS NULL",
		"between":    "INSERT INTO o SELECT 1 FROM t WHERE c BETWEEN d AND d",
		"great":      "INSERT INTO o SELECT 1 FROM t WHERE GREATEST(c, d) IS NULL",
		"count null": "INSERT INTO o SELECT COUNT(c) FROM t GROUP BY d",
	}
	for _, typ := range sqlTypes {
		for _, with := range tables {
			generate(t, fmt.Sprintf("CREATE TABLE t (c %s, n INT) WITH (%s);\n"+
				"CREATE TABLE o (n INT) WITH ('connector' = 'print');\n"+
				"INSERT INTO o SELECT n FROM t WHERE c IS NULL;", typ, with))
			generate(t, fmt.Sprintf("CREATE TABLE o (c %s) WITH (%s);\nINSERT INTO o SELECT CAST(NULL AS %s);",
				typ, with, typ))
		}
		for _, query := range places {
			query = strings.NewReplacer("TYPE", typ, "CSV", tables["csv"]).Replace(query)
			generate(t, fmt.Sprintf("CREATE TABLE t (c %s, d %s) WITH (%s);\nCREATE TABLE o (n BIGINT) WITH "+
				"('connector' = 'blackhole');\n%s;", typ, typ, tables["csv"], query))
			generate(t, fmt.Sprintf("CREATE VIEW t AS SELECT CAST(x AS %s) AS c, CAST(x AS %s) AS d FROM (VALUES "+
				"(CAST(NULL AS INT))) AS v (x);\nCREATE TABLE o (n BIGINT) WITH ('connector' = 'blackhole');\n%s;",
				typ, typ, query))
			generate(t, fmt.Sprintf("CREATE VIEW t AS SELECT CAST(x AS %s) AS c, CAST(NULL AS %s) AS d FROM (VALUES "+
				"('x')) AS v (x);\nCREATE TABLE o (n BIGINT) WITH ('connector' = 'blackhole');\n%s;",
				typ, typ, query))
		}
	}
}
