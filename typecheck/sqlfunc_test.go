package typecheck_test

import (
	"strings"
	"testing"
)

const sqlFunctions = `
CREATE TABLE t (id INT, name STRING, price DECIMAL(10, 2)) WITH ('connector' = 'datagen');
CREATE TABLE r (x STRING) WITH ('connector' = 'print');
CREATE FUNCTION twice (x INT) RETURNS INT RETURN x + x;
CREATE FUNCTION shout (s STRING) RETURNS STRING LANGUAGE SQL AS 'UPPER(s) || ''!''';
CREATE FUNCTION either (a STRING, b STRING) RETURNS STRING RETURN COALESCE(a, b);
CREATE FUNCTION loud (s STRING) RETURNS STRING RETURN shout(either(LOWER(s), s));
CREATE FUNCTION one () RETURNS INT NOT NULL RETURN 1;
DROP FUNCTION either;
`

// TestSQLFunctionIsItsBody: a call has the plan of the body with the arguments in it.
func TestSQLFunctionIsItsBody(t *testing.T) {
	for call, body := range map[string]string{
		"CAST(twice(id) AS STRING)": "CAST(id + id AS STRING)",
		"shout(name)":               "UPPER(name) || '!'",
		"SHOUT(LOWER(name))":        "UPPER(LOWER(name)) || '!'",
		"CAST(one() AS STRING)":     "CAST(1 AS STRING)",
		"shout(NULL)":               "UPPER(CAST(NULL AS STRING)) || '!'",
		"shout(shout(name))":        "UPPER(UPPER(name) || '!') || '!'",
		"MAX(shout(name))":          "MAX(UPPER(name) || '!')",
		"shout(MAX(name))":          "UPPER(MAX(name)) || '!'",
		"loud(name)":                "UPPER(COALESCE(LOWER(name), name)) || '!'",
	} {
		got := planText(t, sqlFunctions+"INSERT INTO r SELECT "+call+" AS x FROM t")
		want := planText(t, sqlFunctions+"INSERT INTO r SELECT "+body+" AS x FROM t")
		if got != want {
			t.Errorf("%s is\n%s\nwant\n%s", call, got, want)
		}
	}
}

// TestSQLFunctionArgumentOnce: an argument that the body reads twice is evaluated once.
func TestSQLFunctionArgumentOnce(t *testing.T) {
	got := planText(t, sqlFunctions+
		"INSERT INTO r SELECT CAST(twice(RAND_INTEGER(9)) AS STRING) AS x FROM t")
	if n := strings.Count(got, "RAND_INTEGER"); n != 1 {
		t.Errorf("the argument stands %d times in\n%s", n, got)
	}
}
