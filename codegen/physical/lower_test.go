package physical

import (
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck"
)

// declarations are the tables of all scripts here.
const declarations = `
CREATE TABLE t (a INT, b BIGINT, s STRING, f DOUBLE, d DECIMAL(10, 2)) WITH (
  'connector' = 'filesystem', 'path' = '/d', 'format' = 'csv');
CREATE TABLE k (a INT, s STRING) WITH ('connector' = 'kafka', 'topic' = 't', 'format' = 'csv',
  'properties.bootstrap.servers' = 'h:1', 'properties.group.id' = 'g', 'scan.startup.mode' = '${MODE}');
CREATE TABLE p (n BIGINT) WITH ('connector' = 'print');
CREATE TABLE p2 (n BIGINT) WITH ('connector' = 'print');
CREATE TABLE h (n BIGINT) WITH ('connector' = 'blackhole');
CREATE TABLE db (k STRING, n BIGINT, PRIMARY KEY (k) NOT ENFORCED) WITH (
  'connector' = 'jdbc', 'url' = 'jdbc:mysql://h/d', 'table-name' = 't');
CREATE TABLE log (k STRING, n BIGINT) WITH (
  'connector' = 'jdbc', 'url' = 'jdbc:mysql://h/d', 'table-name' = 't');
`

// lowered is the plan of the declarations and a script.
func lowered(t *testing.T, script, mode string) *Plan {
	t.Helper()
	if mode == "" {
		mode = "earliest-offset"
	}
	parsed, list := lang.Parse(diag.NewSource("query.sql", declarations+script),
		lang.ParseOptions{Vars: map[string]string{"MODE": mode}})
	plan, more := typecheck.Check(parsed, typecheck.Env{})
	if list = append(list, more...); list.HasErrors() {
		t.Fatalf("%s\n%s", script, list.String())
	}
	return Lower(plan)
}

func TestPlanText(t *testing.T) {
	for name, c := range planTexts {
		want := strings.TrimPrefix(c.plan, "\n")
		if got := lowered(t, c.script, "").String(); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}

// planTexts are scripts with one rule of lowering each.
var planTexts = map[string]struct{ script, plan string }{
	"one scan serves two inserts, each sink gathers its rows": {
		"INSERT INTO p SELECT b FROM t; INSERT INTO p2 SELECT b FROM t WHERE a > 1;", `
stage "read t"
  source filesystem t [a INT, b BIGINT]
  each of
    project b AS b
      send to "write p"
    filter a > 1
      project b AS b
        send to "write p2"
stage "write p2" in one lane
  input 0: gathered [b BIGINT]
  write print p2
stage "write p" in one lane
  input 0: gathered [b BIGINT]
  write print p
`},
	"every lane writes a blackhole by itself": {"INSERT INTO h SELECT b FROM t;", `
stage "read t"
  source filesystem t [b BIGINT]
  project b AS b
    write blackhole h
`},
	"a union joins lanes": {"INSERT INTO h SELECT b FROM t UNION ALL SELECT CAST(a AS BIGINT) FROM k;", `
stage "read k"
  source kafka k [a INT]
  project CAST(a AS BIGINT) AS EXPR$0
    send to "union into h"
stage "read t"
  source filesystem t [b BIGINT]
  project b AS b
    send to "union into h"
stage "union into h"
  input 0: lane by lane [b BIGINT]
  input 1: lane by lane [b BIGINT]
  write blackhole h
`},
	"a limit counts in one lane": {"INSERT INTO h SELECT b FROM t LIMIT 3;", `
stage "read t"
  source filesystem t [b BIGINT]
  project b AS b
    send to "limit into h"
stage "limit into h" in one lane
  input 0: gathered [b BIGINT]
  limit 3 offset 0
    write blackhole h
`},
	"a global aggregate is computed in lanes and merged in one; COUNT(*) reads no column": {
		"INSERT INTO h SELECT COUNT(*) FROM t;", `
stage "read t"
  source filesystem t []
  aggregate partially COUNT(*) by (), send to "group all into h"
stage "group all into h" in one lane
  input 0: gathered partial results
  merge partial results of COUNT(*) by (), emit once a batch with -U
    project count$0 AS EXPR$0
      write blackhole h
`},
	"decimal sums have two phases": {"INSERT INTO h SELECT CAST(SUM(d) AS BIGINT) FROM t GROUP BY s;", `
stage "read t"
  source filesystem t [s STRING, d DECIMAL(10, 2)]
  aggregate partially SUM(d) by (s), send to "group by s into h"
stage "group by s into h"
  input 0: by key (s) partial results
  merge partial results of SUM(d) by (s), emit once a batch with -U
    project CAST(sum$0 AS BIGINT) AS EXPR$0
      write blackhole h
`},
	"float sums have one phase: their order changes the result": {
		"INSERT INTO h SELECT CAST(SUM(f) AS BIGINT) FROM t GROUP BY s;", `
stage "read t"
  source filesystem t [s STRING, f DOUBLE]
  send to "group by s into h"
stage "group by s into h"
  input 0: by key (s) [s STRING, f DOUBLE]
  aggregate SUM(f) by (s), emit once a batch with -U
    project CAST(sum$0 AS BIGINT) AS EXPR$0
      write blackhole h
`},
	"DISTINCT has one phase; a sink with a key wants no -U": {
		"INSERT INTO db SELECT s, COUNT(DISTINCT a) FROM t GROUP BY s;", `
stage "read t"
  source filesystem t [a INT, s STRING]
  send to "group by s into db"
stage "group by s into db"
  input 0: by key (s) [a INT, s STRING]
  aggregate COUNT(DISTINCT a) by (s), emit once a batch
    project s AS s, count$0 AS EXPR$1
      send to "write db"
stage "write db" in one lane
  input 0: gathered [s STRING, EXPR$1 BIGINT NOT NULL] with updates
  write jdbc db by key (k)
`},
	"mini-batch off has one phase and emits at every row": {
		"SET 'table.exec.mini-batch.enabled' = 'false'; INSERT INTO h SELECT COUNT(a) FROM t GROUP BY s, a;", `
stage "read t"
  source filesystem t [a INT, s STRING]
  send to "group by s a into h"
stage "group by s a into h"
  input 0: by key (s, a) [a INT, s STRING]
  aggregate COUNT(a) by (s, a), emit at every row with -U
    project count$0 AS EXPR$0
      write blackhole h
`},
	"FILTER has two phases": {"INSERT INTO h SELECT COUNT(*) FILTER (WHERE a > 1) FROM t GROUP BY s;", `
stage "read t"
  source filesystem t [a INT, s STRING]
  project s AS s, a > 1 AS $f1
    aggregate partially COUNT(*) FILTER ($f1) by (s), send to "group by s into h"
stage "group by s into h"
  input 0: by key (s) partial results
  merge partial results of COUNT(*) FILTER ($f1) by (s), emit once a batch with -U
    project count$0 AS EXPR$0
      write blackhole h
`},
	"SELECT DISTINCT only inserts": {"INSERT INTO h SELECT 1 FROM (SELECT DISTINCT s FROM t) AS x;", `
stage "read t"
  source filesystem t [s STRING]
  project s AS s
    aggregate partially nothing by (s), send to "group by s into h"
stage "group by s into h"
  input 0: by key (s) partial results
  merge partial results of nothing by (s), emit once a batch
    project 1 AS n
      write blackhole h
`},
	"VALUES are read in one lane": {"INSERT INTO h VALUES (1), (2);", `
stage "read values into h" in one lane
  source VALUES of 2 rows
  project EXPR$0::BIGINT AS n
    write blackhole h
`},
	"of a counted text only its NULL is wanted, of a number its value": {
		"INSERT INTO h SELECT COUNT(s) FROM t WHERE a IS NULL;", `
stage "read t"
  source filesystem t [a INT, s IS NULL]
  filter a IS NULL
    aggregate partially COUNT(s) by (), send to "group all into h"
stage "group all into h" in one lane
  input 0: gathered partial results
  merge partial results of COUNT(s) by (), emit once a batch with -U
    project count$0 AS EXPR$0
      write blackhole h
`},
	"rows that may be taken back are sent as they are": {
		"INSERT INTO h SELECT COUNT(*) FROM (SELECT s, COUNT(*) AS n FROM t GROUP BY s) GROUP BY n;", `
stage "read t"
  source filesystem t [s STRING]
  aggregate partially COUNT(*) by (s), send to "group by s into h"
stage "group by s into h"
  input 0: by key (s) partial results
  merge partial results of COUNT(*) by (s), emit once a batch with -U
    project count$0 AS n
      send to "group by n into h"
stage "group by n into h"
  input 0: by key (n) [n BIGINT NOT NULL] with updates
  aggregate COUNT(*) by (n), emit once a batch with -U, take rows back
    project count$0 AS EXPR$0
      write blackhole h
`},
	"an aggregate that nobody reads is not computed": {
		"INSERT INTO h SELECT n FROM (SELECT s, SUM(a) AS x, COUNT(*) AS n, MAX(f) FROM t GROUP BY s);", `
stage "read t"
  source filesystem t [s STRING]
  aggregate partially COUNT(*) by (s), send to "group by s into h"
stage "group by s into h"
  input 0: by key (s) partial results
  merge partial results of COUNT(*) by (s), emit once a batch with -U
    project count$1 AS count$1
      project count$1 AS n
        project n AS n
          write blackhole h
`},
	"a global aggregation keeps its first aggregate": {
		"INSERT INTO h SELECT 1 FROM (SELECT MAX(a), COUNT(*) FROM t);", `
stage "read t"
  source filesystem t [a INT]
  aggregate partially MAX(a) by (), send to "group all into h"
stage "group all into h" in one lane
  input 0: gathered partial results
  merge partial results of MAX(a) by (), emit once a batch with -U
    project 
      project 
        project 1 AS n
          write blackhole h
`},
}

func TestColumnsWanted(t *testing.T) {
	for script, want := range map[string]string{
		"INSERT INTO h SELECT b FROM t":                                                          "b",
		"INSERT INTO h SELECT 1 FROM t":                                                          "",
		"INSERT INTO h SELECT 1 FROM t WHERE s IS NOT NULL":                                      "s?",
		"INSERT INTO h SELECT 1 FROM t WHERE s IS NULL AND s <> 'x'":                             "s",
		"INSERT INTO h SELECT 1 FROM t WHERE f IS NULL":                                          "f",
		"INSERT INTO h SELECT x FROM (SELECT b AS x, a / 0 AS y, s FROM t) AS v":                 "b",
		"INSERT INTO h SELECT COUNT(a) FROM t GROUP BY s":                                        "a s",
		"INSERT INTO h SELECT COUNT(DISTINCT s) FROM t":                                          "s",
		"INSERT INTO h SELECT COUNT(s) FROM t GROUP BY s":                                        "s",
		"INSERT INTO h SELECT COUNT(*) FILTER (WHERE s IS NULL) FROM t":                          "s?",
		"INSERT INTO h SELECT b FROM t; INSERT INTO p SELECT COUNT(s) FROM t":                    "b s?",
		"INSERT INTO h SELECT COUNT(s) FROM t; INSERT INTO db SELECT s, b FROM t WHERE s <> 'x'": "b s",
	} {
		p := lowered(t, script+";", "")
		var got []string
		for i, u := range p.Sources[0].Used {
			switch name := p.Sources[0].Schema[i].Name; u {
			case Value:
				got = append(got, name)
			case NullOnly:
				got = append(got, name+"?")
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: columns %q, want %q", script, got, want)
		}
	}
}

// TestIDsStay adds statements around a query: its stages keep their names, and so their state.
func TestIDsStay(t *testing.T) {
	const (
		query = "INSERT INTO db SELECT s, COUNT(*) FROM (SELECT s FROM t UNION ALL SELECT s FROM k) AS u GROUP BY s;"
		same  = " SELECT s, COUNT(*) AS n FROM (SELECT s FROM t UNION ALL SELECT s FROM t LIMIT 3) AS u GROUP BY s"
	)
	before := idsOf(lowered(t, query, ""))
	for _, script := range []string{
		"INSERT INTO p SELECT b FROM t;" + query,
		query + "INSERT INTO p SELECT COUNT(*) FROM t;",
		"INSERT INTO p SELECT COUNT(*) FROM t GROUP BY a;" + query + "INSERT INTO h SELECT b FROM t;",
		"INSERT INTO h SELECT n FROM (" + same + ") AS x;" + query,
		query + "INSERT INTO db" + same + ";",
	} {
		after := idsOf(lowered(t, script, ""))
		for id := range before {
			if !after[id] {
				t.Errorf("%s: stage %q is gone", script, id)
			}
		}
	}
}

func idsOf(p *Plan) map[string]bool {
	out := map[string]bool{}
	for _, s := range p.Stages {
		out[s.ID] = true
	}
	return out
}

// TestIDs: what the stages of a script are called.
func TestIDs(t *testing.T) {
	tests := []struct{ script, want string }{
		{"INSERT INTO h SELECT COUNT(*) FROM (" +
			"SELECT DISTINCT s FROM (SELECT s FROM t GROUP BY s, a LIMIT 3) AS x) AS y",
			"read t, group by s a into h, limit into h, group by s into h, group all into h"},
		{"INSERT INTO h SELECT 1 FROM (SELECT DISTINCT s FROM t UNION ALL SELECT DISTINCT s FROM k) AS x",
			"read k, group by s 2 into h, read t, group by s into h, union into h"},
		{"INSERT INTO p VALUES (1); INSERT INTO p VALUES (2); INSERT INTO p2 VALUES (1)",
			"read values into p2, write p2, read values into p 2, write p 2, read values into p, write p"},
		{"CREATE TABLE `p 2` LIKE p; CREATE TABLE `a b` LIKE t; " +
			"INSERT INTO `p 2` SELECT COUNT(*) FROM `a b` GROUP BY s, `a`; " +
			"INSERT INTO p SELECT b FROM t; INSERT INTO p SELECT b FROM t",
			"read t, write p 2, write p, read `a b`, group by s a into `p 2`, write `p 2`"},
		{"INSERT INTO h SELECT COUNT(*) FROM (SELECT s AS `1`, s AS `x``y` FROM t) AS x GROUP BY `1`, `x``y`",
			"read t, group by `1` `x``y` into h"},
	}
	for _, tt := range tests {
		var got []string
		for _, s := range lowered(t, tt.script+";", "").Stages {
			got = append(got, s.ID)
		}
		if got := strings.Join(got, ", "); got != tt.want {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.script, got, tt.want)
		}
	}
}

// TestIDsAreUnique uses each name twice.
func TestIDsAreUnique(t *testing.T) {
	p := lowered(t, "INSERT INTO p SELECT COUNT(*) FROM t GROUP BY s; INSERT INTO p SELECT SUM(b) FROM t GROUP BY s;"+
		"INSERT INTO h SELECT b FROM t LIMIT 1; INSERT INTO h SELECT b FROM t LIMIT 2;"+
		"INSERT INTO h VALUES (1); INSERT INTO h VALUES (2);"+
		"INSERT INTO h SELECT b FROM t /*+ OPTIONS('path' = '/other') */;", "")
	if all := idsOf(p); len(all) != len(p.Stages) {
		t.Errorf("%d names for %d stages: %v", len(all), len(p.Stages), all)
	}
	for i, s := range p.Stages {
		if s.Index != i {
			t.Errorf("stage %q is number %d at place %d", s.ID, s.Index, i)
		}
		for _, x := range s.Outs() {
			if x.To.Index <= i {
				t.Errorf("stage %q comes behind its consumer %q", s.ID, x.To.ID)
			}
		}
	}
}
