package typecheck_test

import (
	"strings"
	"testing"
)

// TestKeptValues: aggregates keep the values of a group when one of them may be taken back and change
// the result, and only then.
func TestKeptValues(t *testing.T) {
	const counts = "(SELECT name AS y, id, COUNT(*) AS s FROM t GROUP BY name, id)"
	tests := []struct {
		query string
		kept  int // calls
	}{
		{"SELECT MAX(id), MIN(id), LAST_VALUE(id) FROM t", 0},
		{"SELECT MAX(s) FROM " + counts + " GROUP BY y", 0},
		{"SELECT MIN(s), MAX(s) FROM " + counts + " GROUP BY y", 1},
		{"SELECT MAX(s) FROM (SELECT name AS y, id, SUM(id) AS s FROM t GROUP BY name, id) GROUP BY y", 1},
		{"SELECT MAX(s) FROM (SELECT name AS y, id, MIN(price) AS s FROM t GROUP BY name, id) GROUP BY y", 1},
		{"SELECT MIN(s) FROM (SELECT name AS y, id, MIN(price) AS s FROM t GROUP BY name, id) GROUP BY y", 0},
		{"SELECT MAX(s) FROM " + counts + " WHERE s < 3 GROUP BY y", 1},
		{"SELECT MAX(s) FILTER (WHERE s < 3) FROM " + counts + " GROUP BY y", 1},
		{"SELECT MAX(s) FROM (SELECT name, MAX(id) AS m, COUNT(*) AS s FROM t GROUP BY name) GROUP BY m", 1},
		{"SELECT MAX(s + 1) FROM " + counts + " GROUP BY y", 1},
		{"SELECT MAX(c) FROM (SELECT s, COUNT(*) AS c FROM " + counts + " GROUP BY s)", 1},
		{"SELECT COUNT(*), SUM(s), AVG(s), STDDEV_POP(s) FROM " + counts, 0},
		{"SELECT SUM(CAST(s AS DOUBLE)) FROM " + counts, 0},
		{"SELECT LISTAGG(CAST(s AS STRING)), FIRST_VALUE(s), LAST_VALUE(s), ARRAY_AGG(s), COLLECT(s) FROM " +
			counts + " GROUP BY y", 5},
	}
	for _, tt := range tests {
		plan := planText(t, pipeTables+"CREATE VIEW v AS "+tt.query+";\nCREATE TABLE o WITH ("+
			"'connector' = 'blackhole') AS SELECT * FROM v;")
		if got := strings.Count(plan, "KEEPING VALUES"); got != tt.kept {
			t.Errorf("%s: %d calls keep values, want %d\n%s", tt.query, got, tt.kept, plan)
		}
	}
}
