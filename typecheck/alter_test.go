package typecheck_test

import (
	"strings"
	"testing"
)

// TestAlteredTable: a table that was altered is the one that could have been declared.
func TestAlteredTable(t *testing.T) {
	const options = " WITH ('connector' = 'datagen', 'number-of-rows' = '3')"
	for _, c := range []struct{ alter, declared string }{
		{"ALTER TABLE t ADD c INT", "(a INT, b STRING, c INT)" + options},
		{"ALTER TABLE t ADD (c INT FIRST, d INT AFTER a)", "(c INT, a INT, d INT, b STRING)" + options},
		{"ALTER TABLE t ADD (c AS a + 1)", "(a INT, b STRING, c AS a + 1)" + options},
		{"ALTER TABLE t ADD PRIMARY KEY (a) NOT ENFORCED",
			"(a INT, b STRING, PRIMARY KEY (a) NOT ENFORCED)" + options},
		{"ALTER TABLE t ADD PRIMARY KEY (a) NOT ENFORCED; ALTER TABLE t DROP PRIMARY KEY",
			"(a INT NULL, b STRING)" + options},
		{"ALTER TABLE t MODIFY b INT FIRST", "(b INT, a INT)" + options},
		{"ALTER TABLE t MODIFY (b INT, a BIGINT AFTER b)", "(b INT, a BIGINT)" + options},
		{"ALTER TABLE t DROP b", "(a INT)" + options},
		{"ALTER TABLE t RENAME a TO x", "(x INT, b STRING)" + options},
		{"ALTER TABLE t ADD PRIMARY KEY (a) NOT ENFORCED; ALTER TABLE t RENAME a TO x",
			"(x INT, b STRING, PRIMARY KEY (x) NOT ENFORCED)" + options},
		{"ALTER TABLE t SET ('number-of-rows' = '5')",
			"(a INT, b STRING) WITH ('connector' = 'datagen', 'number-of-rows' = '5')"},
		{"ALTER TABLE t RESET ('number-of-rows')", "(a INT, b STRING) WITH ('connector' = 'datagen')"},
		{"ALTER TABLE t RENAME TO u; ALTER TABLE u RENAME TO t; ALTER TABLE t ADD c INT",
			"(a INT, b STRING, c INT)" + options},
		{"ALTER TABLE IF EXISTS nope ADD c INT", "(a INT, b STRING)" + options},
	} {
		const insert = "CREATE TABLE r WITH ('connector' = 'blackhole') AS SELECT * FROM t;"
		got := planText(t, "CREATE TABLE t (a INT, b STRING)"+options+";\n"+c.alter+";\n"+insert)
		want := planText(t, "CREATE TABLE t "+c.declared+";\n"+insert)
		if got != want {
			t.Errorf("%s\ngives\n%s\nwant\n%s", c.alter, got, want)
		}
	}
}

// TestAlteredTableOfQuery: columns that came from a query stay what they are.
func TestAlteredTableOfQuery(t *testing.T) {
	const source = "CREATE TABLE s (a INT NOT NULL, b STRING) WITH ('connector' = 'datagen');\n"
	got := planText(t, source+`
		CREATE TABLE t WITH ('connector' = 'print') AS SELECT a, b FROM s;
		ALTER TABLE t RENAME a TO x;
		ALTER TABLE t ADD c INT;
		CREATE TABLE l LIKE t;
		INSERT INTO l SELECT a, b, a FROM s;`)
	if want := "Sink l -> (x INT NOT NULL, b STRING, c INT)"; !strings.Contains(got, want) {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestAlteredView(t *testing.T) {
	const start = "CREATE TABLE s (a INT, b STRING) WITH ('connector' = 'datagen');\n" +
		"CREATE TABLE r (a INT) WITH ('connector' = 'print');\n" +
		"CREATE VIEW v AS SELECT a FROM s;\n"
	got := planText(t, start+"ALTER VIEW v AS SELECT a + 1 AS a FROM s; ALTER VIEW v RENAME TO w;"+
		"INSERT INTO r SELECT * FROM w;")
	want := planText(t, start+"INSERT INTO r SELECT a + 1 AS a FROM s;")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
