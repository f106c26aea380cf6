package typecheck_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/typecheck/logical"
)

const pipeTables = `
CREATE TABLE t (id INT, name STRING, price INT) WITH ('connector' = 'datagen');
CREATE TABLE u (id INT, name STRING, price INT) WITH ('connector' = 'datagen');
CREATE VIEW dear AS SELECT * FROM t WHERE price > 100;
CREATE TABLE r WITH ('connector' = 'blackhole') LIKE t (EXCLUDING OPTIONS);
`

// pipePairs are queries and the same queries, nested. Their columns fit table r where they are
// three of its types; otherwise the INSERT names columns.
var pipePairs = []struct{ into, pipe, nested string }{
	{"r", "FROM t", "SELECT * FROM t"},
	{"r", "FROM dear", "SELECT * FROM dear"},
	{"r", "FROM t |> WHERE price > 1", "SELECT * FROM t WHERE price > 1"},
	{"r", "FROM t AS x |> WHERE x.price > 1", "SELECT * FROM t AS x WHERE x.price > 1"},
	{"r", "FROM t |> WHERE price > 1 |> WHERE id > 2",
		"SELECT * FROM (SELECT * FROM t WHERE price > 1) WHERE id > 2"},
	{"r", "FROM t |> SELECT id, name, price", "SELECT id, name, price FROM t"},
	{"r", "FROM t |> SELECT id + 1 AS n, name, price", "SELECT id + 1 AS n, name, price FROM t"},
	{"r", "FROM t |> SELECT *", "SELECT * FROM t"},
	{"r", "FROM t AS x |> SELECT x.*", "SELECT x.* FROM t AS x"},
	{"r", "FROM t |> SELECT DISTINCT id, name, price", "SELECT DISTINCT id, name, price FROM t"},
	{"r", "FROM t |> SELECT id, name, price |> SELECT price AS id, name, id AS price",
		"SELECT price AS id, name, id AS price FROM (SELECT id, name, price FROM t)"},
	{"r", "FROM t |> SELECT id, name |> EXTEND id * 2 AS price",
		"SELECT *, id * 2 AS price FROM (SELECT id, name FROM t)"},
	{"r (id, price)", "FROM t |> SELECT id |> EXTEND id * 2", "SELECT *, id * 2 FROM (SELECT id FROM t)"},
	{"r", "FROM t |> EXTEND price * 2 AS d |> SELECT id, name, d",
		"SELECT id, name, d FROM (SELECT *, price * 2 AS d FROM t)"},
	{"r", "FROM t AS x |> EXTEND price * 2 AS d |> WHERE x.id > d |> SELECT id, name, d",
		"SELECT id, name, d FROM (SELECT *, price * 2 AS d FROM t) AS x WHERE x.id > d"},
	{"r", "FROM t |> SET price = price * 2", "SELECT id, name, price * 2 AS price FROM t"},
	{"r", "FROM t |> SET price = id, id = price", "SELECT price AS id, name, id AS price FROM t"},
	{"r", "FROM t |> SET name = UPPER(name) |> WHERE name <> 'X'",
		"SELECT * FROM (SELECT id, UPPER(name) AS name, price FROM t) WHERE name <> 'X'"},
	{"r (id, price)", "FROM t |> DROP name", "SELECT id, price FROM t"},
	{"r (id)", "FROM t AS x |> DROP name, price |> WHERE x.id > 0",
		"SELECT * FROM (SELECT id FROM t) AS x WHERE x.id > 0"},
	{"r", "FROM t |> RENAME id AS key |> WHERE key > 1",
		"SELECT * FROM (SELECT id AS key, name, price FROM t) WHERE key > 1"},
	{"r", "FROM t |> RENAME id AS price, price AS id", "SELECT id AS price, name, price AS id FROM t"},
	{"r", "FROM t |> AS x |> WHERE x.id > 1", "SELECT * FROM t AS x WHERE x.id > 1"},
	{"r (id)", "FROM t |> AGGREGATE MAX(id)", "SELECT MAX(id) FROM t"},
	{"r (name, id)", "FROM t |> AGGREGATE MAX(id) AS m GROUP BY name",
		"SELECT name, MAX(id) AS m FROM t GROUP BY name"},
	{"r (name, id)", "FROM t |> AGGREGATE SUM(id) GROUP BY UPPER(name) AS n |> WHERE n <> 'A'",
		"SELECT * FROM (SELECT UPPER(name) AS n, SUM(id) FROM t GROUP BY UPPER(name)) WHERE n <> 'A'"},
	{"r (name)", "FROM t |> AGGREGATE GROUP BY name", "SELECT name FROM t GROUP BY name"},
	{"r (name, id, price)", "FROM t |> AGGREGATE SUM(id) FILTER (WHERE id > 1), MIN(price) GROUP BY name",
		"SELECT name, SUM(id) FILTER (WHERE id > 1), MIN(price) FROM t GROUP BY name"},
	{"r", "FROM t |> DISTINCT", "SELECT DISTINCT * FROM t"},
	{"r", "FROM t AS x |> DISTINCT |> WHERE x.id > 1",
		"SELECT * FROM (SELECT DISTINCT * FROM t) AS x WHERE x.id > 1"},
	{"r", "FROM t |> LIMIT 3", "SELECT * FROM t LIMIT 3"},
	{"r", "FROM t AS x |> LIMIT 3 OFFSET 1 |> WHERE x.id > 2",
		"SELECT * FROM (SELECT * FROM t LIMIT 3 OFFSET 1) AS x WHERE x.id > 2"},
	{"r", "FROM t |> UNION ALL (SELECT * FROM u)", "SELECT * FROM t UNION ALL SELECT * FROM u"},
	{"r", "FROM t |> UNION ALL (SELECT * FROM u), (FROM dear)",
		"SELECT * FROM t UNION ALL SELECT * FROM u UNION ALL SELECT * FROM dear"},
	{"r", "FROM t |> UNION (SELECT * FROM u)", "SELECT * FROM t UNION SELECT * FROM u"},
	{"r", "WITH w AS (SELECT * FROM t WHERE id > 0) SELECT * FROM w |> WHERE price > 1",
		"WITH w AS (SELECT * FROM t WHERE id > 0) SELECT * FROM w WHERE price > 1"},
	{"r", "(SELECT * FROM t) |> WHERE id > 1", "SELECT * FROM (SELECT * FROM t) WHERE id > 1"},
	{"r (id)", "VALUES (1), (2) |> AS v |> WHERE v.EXPR$0 > 1",
		"SELECT * FROM (VALUES (1), (2)) AS v WHERE v.EXPR$0 > 1"},
	{"r", "SELECT * FROM (FROM t |> WHERE id > 1) AS x WHERE x.id < 9",
		"SELECT * FROM (SELECT * FROM t WHERE id > 1) AS x WHERE x.id < 9"},
}

// batchPairs are such queries in batch mode.
var batchPairs = []struct{ into, pipe, nested string }{
	{"r", "FROM t |> ORDER BY price DESC, id", "SELECT * FROM t ORDER BY price DESC, id"},
	{"r", "FROM t |> ORDER BY name NULLS LAST |> LIMIT 3", "SELECT * FROM t ORDER BY name NULLS LAST LIMIT 3"},
	{"r", "FROM t |> WHERE id > 1 |> ORDER BY price + id |> LIMIT 3 OFFSET 2",
		"SELECT * FROM t WHERE id > 1 ORDER BY price + id LIMIT 3 OFFSET 2"},
	{"r", "FROM t AS x |> ORDER BY x.id |> LIMIT 3 |> WHERE x.price > 1",
		"SELECT * FROM (SELECT * FROM t ORDER BY id LIMIT 3) AS x WHERE x.price > 1"},
	{"r (name, id)", "FROM t |> AGGREGATE MAX(id) AS m GROUP BY name |> ORDER BY m DESC",
		"SELECT name, MAX(id) AS m FROM t GROUP BY name ORDER BY m DESC"},
	{"r", "FROM t |> INTERSECT (SELECT * FROM u)", "SELECT * FROM t INTERSECT SELECT * FROM u"},
	{"r", "FROM t |> EXCEPT ALL (FROM u), (FROM dear)",
		"SELECT * FROM t EXCEPT ALL SELECT * FROM u EXCEPT ALL SELECT * FROM dear"},
	{"r", "WITH w AS (SELECT id FROM u) SELECT * FROM t |> WHERE id IN (SELECT id FROM w)",
		"WITH w AS (SELECT id FROM u) SELECT * FROM (SELECT * FROM t) WHERE id IN (SELECT id FROM w)"},
	{"r", "FROM t |> WHERE id IN (SELECT id FROM u)", "SELECT * FROM t WHERE id IN (SELECT id FROM u)"},
}

var places = regexp.MustCompile(`(?m) @\d+:\d+$`)

// TestPipesArePlansOfNestedQueries compares the plans, places left out.
func TestPipesArePlansOfNestedQueries(t *testing.T) {
	for _, c := range pipePairs {
		samePlans(t, pipeTables, c)
	}
	bounded := "SET 'execution.runtime-mode' = 'batch';" + strings.ReplaceAll(pipeTables,
		"'datagen'", "'datagen', 'number-of-rows' = '9'")
	for _, c := range batchPairs {
		samePlans(t, bounded, c)
	}
}

func samePlans(t *testing.T, tables string, c struct{ into, pipe, nested string }) {
	t.Helper()
	want := planText(t, tables+"INSERT INTO "+c.into+" "+c.nested)
	if got := planText(t, tables+c.pipe+" |> INSERT INTO "+c.into); got != want {
		t.Errorf("%s\ngives\n%s\n%s\ngives\n%s", c.pipe, got, c.nested, want)
	}
}

// planText is the plan of a right script, places left out.
func planText(t *testing.T, script string) string {
	t.Helper()
	p, list := check("q.sql", script)
	if list.HasErrors() {
		t.Errorf("%s\n%s", script, list)
	}
	return places.ReplaceAllString(logical.String(p), "")
}
