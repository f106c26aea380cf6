package main

import (
	"strings"
	"testing"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/standin"
)

// jdbcTypes writes every type to a table, and the rows of HAVING to another: a key that no longer fulfils the
// condition is deleted. So is one whose group has no rows any more: in the histogram each count but the last one.
const jdbcTypes = `CREATE TABLE every (k INT, b BOOLEAN, i1 TINYINT, i8 BIGINT, f FLOAT, d DOUBLE,
  p DECIMAL(10, 2), s STRING,
  dt DATE, t3 TIMESTAMP(3), t6 TIMESTAMP(6), tm TIME, x BYTES, y BINARY(2),
  PRIMARY KEY (k) NOT ENFORCED) WITH ('connector' = 'jdbc',
  'url' = 'jdbc:mysql://ADDR/flink', 'table-name' = 'every', 'username' = 'u', 'password' = 'p');
CREATE TABLE few (k STRING, n BIGINT, PRIMARY KEY (k) NOT ENFORCED) WITH ('connector' = 'jdbc',
  'url' = 'jdbc:mysql://ADDR/flink', 'table-name' = 'few', 'username' = 'u', 'password' = 'p');
CREATE TABLE histogram (n BIGINT, keys BIGINT, PRIMARY KEY (n) NOT ENFORCED) WITH ('connector' = 'jdbc',
  'url' = 'jdbc:mysql://ADDR/flink', 'table-name' = 'histogram', 'username' = 'u', 'password' = 'p');
SET 'table.exec.mini-batch.enabled' = 'false';
INSERT INTO every SELECT k, k > 0, CAST(k AS TINYINT), CAST(k AS BIGINT), CAST(k AS FLOAT) / 2,
  CAST(k AS DOUBLE) / 2, CAST(k AS DECIMAL(10, 2)),
  CASE WHEN k > 1 THEN 'q''\"é' END, CAST(t AS DATE), CAST(t AS TIMESTAMP(3)), CAST(t AS TIMESTAMP(6)),
  CAST(t AS TIME), CASE WHEN k > 1 THEN X'00275C22FF' END, CAST(X'41' AS BINARY(2))
FROM (VALUES (1, TIMESTAMP '2024-01-02 03:04:05.123456'), (2, CAST(NULL AS TIMESTAMP(6)))) AS v (k, t);
INSERT INTO few SELECT k, COUNT(*) FROM (VALUES ('a'), ('b'), ('a'), ('c')) AS v (k) GROUP BY k HAVING COUNT(*) < 2;
INSERT INTO histogram SELECT n, COUNT(*)
FROM (SELECT k, COUNT(*) AS n
      FROM (VALUES ('a'), ('b'), ('a'), ('c'), ('b'), ('b'), ('a')) AS v (k) GROUP BY k) GROUP BY n;
`

// jdbcStored is what the tables hold then.
var jdbcStored = map[string]string{
	"every": "1|1|1|1|0.5|0.5|1.00|NULL|2024-01-02|" +
		"2024-01-02 03:04:05.123|2024-01-02 03:04:05.123456|03:04:05.123|NULL|A\x00\n" +
		"2|1|2|2|1|1|2.00|q'\\\"é|NULL|NULL|NULL|NULL|\x00'\\\"\xff|A\x00\n",
	"few":       "b|1\nc|1\n",
	"histogram": "1|1\n3|2\n",
}

func TestJDBCEveryType(t *testing.T) {
	s, err := standin.Start(standin.Config{User: "u", Password: "p", Database: "flink"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, table := range []standin.Table{
		{Name: "every", Key: []string{"k"}, Columns: []standin.Column{{Name: "k", Type: "int"},
			{Name: "b", Type: "tinyint"},
			{Name: "i1", Type: "tinyint"}, {Name: "i8", Type: "bigint"}, {Name: "f", Type: "float"},
			{Name: "d", Type: "double"},
			{Name: "p", Type: "decimal(10,2)"}, {Name: "s", Type: "varchar(20)"}, {Name: "dt", Type: "date"},
			{Name: "t3", Type: "datetime(3)"}, {Name: "t6", Type: "datetime(6)"},
			{Name: "tm", Type: "time(3)"}, {Name: "x", Type: "longblob"},
			{Name: "y", Type: "binary(2)"}}},
		{Name: "few", Key: []string{"k"}, Columns: []standin.Column{
			{Name: "k", Type: "varchar(20)"}, {Name: "n", Type: "bigint"}}},
		{Name: "histogram", Key: []string{"n"}, Columns: []standin.Column{
			{Name: "n", Type: "bigint"}, {Name: "keys", Type: "bigint"}}},
	} {
		if err := s.CreateTable(table); err != nil {
			t.Fatal(err)
		}
	}
	c := oddCaseOf(t, "jdbc-types", strings.ReplaceAll(jdbcTypes, "ADDR", s.Addr()))
	if !c.checkRefusal(t) {
		return
	}
	program := buildCases(t, "odd", []*goldenCase{c.goldenCase})
	for _, parallelism := range []int{1, 2} {
		how := way{parallelism: parallelism}
		runCases(t, program, []*goldenCase{c.goldenCase}, how, func(_ *goldenCase, got caseResult) {
			if got.Code != 0 {
				t.Fatalf("at parallelism %d: %s", parallelism, got.Error)
			}
		})
		for name, want := range jdbcStored {
			if got := stored(t, s, name); got != want {
				t.Errorf("%s at parallelism %d: got\n%s\nwant\n%s", name, parallelism, got, want)
			}
		}
	}
}

// stored is a table's content, a line a row.
func stored(t *testing.T, s *standin.Server, name string) string {
	t.Helper()
	rows, err := s.Rows(name)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, row := range rows {
		var cells []string
		for _, v := range row {
			if v.Null {
				v.Text = "NULL"
			}
			cells = append(cells, v.Text)
		}
		b.WriteString(strings.Join(cells, "|") + "\n")
	}
	return b.String()
}
