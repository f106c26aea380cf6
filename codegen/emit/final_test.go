package emit

import (
	"strings"
	"testing"
)

// TestMemoryAboveAggregation: what is computed from groups gives its memory back with each batch, like
// what is computed from rows.
func TestMemoryAboveAggregation(t *testing.T) {
	for query, want := range map[string]string{
		"SELECT UPPER(s), s, s FROM t GROUP BY s":                "s.text.Reset()",
		"SELECT ARRAY[s][1], s, s FROM t GROUP BY s":             "s.nest.Reset()",
		"SELECT s, s, s FROM t GROUP BY s HAVING UPPER(s) = 'A'": "s.text.Reset()",
	} {
		for _, f := range printed(t, sharedTables+"INSERT INTO r "+query+";") {
			source := string(f.Source)
			if !strings.Contains(source, "func (s *groupBySIntoR) Rows(") {
				continue
			}
			_, rows, _ := strings.Cut(source, ") Rows(")
			rows, _, _ = strings.Cut(rows, "\n}")
			if !strings.Contains(rows, want) {
				t.Errorf("%s: no %s in\n%s", query, want, rows)
			}
			want = ""
		}
		if want != "" {
			t.Errorf("%s: no stage", query)
		}
	}
}
