package emit

import (
	"strings"
	"testing"
)

// TestNullIsNotTakenApart: what stands where a value is NULL may be left from another row and be no
// list of cells, so that nothing of a constructed type is looked at before it is known not to be NULL.
func TestNullIsNotTakenApart(t *testing.T) {
	const tables = "CREATE TABLE t (a ARRAY<STRING>, b ARRAY<STRING>, r ROW<x STRING NOT NULL>) WITH (" +
		"'connector' = 'filesystem', 'path' = '/d', 'format' = 'json');\n" +
		"CREATE TABLE o (x STRING) WITH ('connector' = 'blackhole');\n"
	for _, query := range []string{
		"SELECT IF(a = b, 'x', 'y') FROM t",
		"SELECT a[1] FROM t",
		"SELECT r.x FROM t",
		"SELECT ARRAY_REVERSE(a)[1] FROM t",
		"SELECT CAST(a AS STRING) FROM t",
		"SELECT v FROM t CROSS JOIN UNNEST(a) AS u (v)",
	} {
		_, pass, found := strings.Cut(printedAll(t, tables+"INSERT INTO o "+query+";"), ") pass(")
		if !found {
			t.Fatal("no pass")
		}
		pass, _, _ = strings.Cut(pass, "\n}")
		first := strings.Index(pass, "r.null")
		if use := strings.Index(pass, "nested."); first < 0 || use >= 0 && use < first {
			t.Errorf("%s: a value is used before it is asked whether it is NULL:\n%s", query, pass)
		}
	}
}

func printedAll(t *testing.T, script string) string {
	t.Helper()
	var b strings.Builder
	for _, f := range printed(t, script) {
		b.Write(f.Source)
	}
	return b.String()
}
