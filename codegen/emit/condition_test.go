package emit

import "testing"

// TestConditionWithBraces wants programs that parse where a condition begins with a value that Go writes in
// braces, which behind if would be the block.
func TestConditionWithBraces(t *testing.T) {
	for _, cond := range []string{
		"a <= b", "a = TIMESTAMP '2020-01-01 00:00:00'", "TIMESTAMP '2020-01-01 00:00:00' < b",
		"(a, b) OVERLAPS (b, INTERVAL '1' DAY)", "p > q"} {
		_, diagnostics := generate(t, "CREATE TABLE t (a TIMESTAMP(3) NOT NULL, b TIMESTAMP(3) NOT NULL, "+
			"p DECIMAL(5, 2) NOT NULL, q DECIMAL(5, 2) NOT NULL) WITH ("+tables["csv"]+");\n"+
			"CREATE TABLE o (x INT) WITH ("+tables["print"]+");\n"+
			"INSERT INTO o SELECT CASE WHEN "+cond+" THEN 1 ELSE 2 END FROM t;")
		if diagnostics != "" {
			t.Errorf("%s: %s", cond, diagnostics)
		}
	}
}
