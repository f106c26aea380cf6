package typecheck_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck"
)

// flinkDiffers are the queries of testdata/streaming that flinkc says something else of than Flink, and why.
var flinkDiffers = map[string]string{
	"ROWS BETWEEN INTERVAL":             "Flink takes the milliseconds for a number of rows",
	"SELECT COUNT(*) OVER (PARTITION":   "which orders run is said when OVER runs",
	"PARTITION BY v ORDER BY x) FROM a": "which orders run is said when OVER runs",
	"SUM(SUM(x)) OVER":                  "which inputs run is said when OVER runs",
	"ORDER BY b.ts DESC LIMIT 2":        "which queries run is said when LATERAL runs",
	"PATTERN (A (B | C))":               "refused as not supported",
	"PATTERN (A (B C)+ D)":              "refused as not supported",
	"WHERE EXISTS":                      "flinkc wants batch mode for it",
}

// TestStreamingAgainstFlink compares what each query of testdata/streaming is with what real Flink
// says: its columns, or that it is refused, for another reason than that it does not run yet.
func TestStreamingAgainstFlink(t *testing.T) {
	text, err := os.ReadFile("testdata/streaming/queries.sql")
	if err != nil {
		t.Fatal(err)
	}
	lines, err := os.ReadFile("testdata/streaming/flink.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	tables, queries := streamingQueries(string(text))
	said := strings.Split(strings.TrimSpace(string(lines)), "\n")
	if len(said) != len(queries) {
		t.Fatalf("%d queries, and Flink says something of %d", len(queries), len(said))
	}
	differ := map[string]bool{}
	for i, query := range queries {
		if words := differs(query); words != "" {
			differ[words] = true
			continue
		}
		compareQuery(t, tables, query, said[i])
	}
	if len(differ) != len(flinkDiffers) {
		t.Errorf("of the differences these are there: %v", differ)
	}
	t.Logf("%d queries, %d of them differ", len(queries), len(differ))
}

// streamingQueries are the declarations and the queries of a script.
func streamingQueries(text string) (tables string, queries []string) {
	for _, line := range strings.SplitAfter(text, "\n") {
		if strings.HasPrefix(line, "SELECT") {
			queries = append(queries, line)
		} else {
			tables += line
		}
	}
	return tables, queries
}

func differs(query string) string {
	for words := range flinkDiffers {
		if strings.Contains(query, words) {
			return words
		}
	}
	return ""
}

func compareQuery(t *testing.T, tables, query, said string) {
	t.Helper()
	var want struct {
		Columns [][2]string
		Refused string
	}
	if err := json.Unmarshal([]byte(said), &want); err != nil {
		t.Fatal(err)
	}
	script, _ := lang.Parse(diag.NewSource("query.sql", tables+
		"CREATE TABLE o (one INT) WITH ('connector' = 'print');\nINSERT INTO o "+query))
	columns := typecheck.QueryTypes(script, typecheck.Env{})[0]
	switch wrong := mistake(tables + query); {
	case want.Refused != "" && wrong == "":
		t.Errorf("%sFlink refuses it: %s", query, want.Refused)
	case want.Refused == "" && wrong != "":
		t.Errorf("%sFlink takes it, flinkc says %s", query, wrong)
	case want.Refused == "" && len(columns) != len(want.Columns):
		t.Errorf("%sgot %d columns, Flink says %v", query, len(columns), want.Columns)
	case want.Refused == "":
		for i, column := range columns {
			flink, _, _ := strings.Cut(want.Columns[i][1], " *")
			if column.Name != want.Columns[i][0] {
				t.Errorf("%scolumn %d is %s, Flink says %s", query, i, column.Name, want.Columns[i][0])
			}
			compareType(t, column, flink)
		}
	}
}

// mistake is the first error of a script but that something does not run, or that a query goes nowhere.
func mistake(text string) string {
	_, list := check("query.sql", text)
	for _, d := range list {
		if d.Severity == diag.Error && d.Code != "not-supported" && d.Code != "no-sink" {
			return d.Code + ": " + d.Message
		}
	}
	return ""
}
