package emit

import (
	"regexp"
	"strings"
	"testing"
)

const formTables = `
CREATE TABLE t (a INT, b INT, l BIGINT, s STRING) WITH (
  'connector' = 'filesystem', 'path' = '/d', 'format' = 'csv');
CREATE TABLE o (s STRING, n BIGINT, PRIMARY KEY (s) NOT ENFORCED) WITH (
  'connector' = 'jdbc', 'url' = 'jdbc:mysql://h/d', 'table-name' = 't');
CREATE TABLE h (n BIGINT) WITH ('connector' = 'blackhole');
`

var (
	stateLine = regexp.MustCompile(`ID: +"([^"]*)",\n(?:\t+(?:New|Outs): .*\n)*\t+Schema: +(0x[0-9a-f]+)`)
	edgeLine  = regexp.MustCompile(`NewForm\((0x[0-9a-f]+), \(\*(\w+)\)`)
)

// schemas are the hashes in the description of a job, by stage and by row type.
func schemas(t *testing.T, script string) map[string]string {
	t.Helper()
	files, diagnostics := generate(t, formTables+script)
	if diagnostics != "" {
		t.Fatal(diagnostics)
	}
	out := map[string]string{}
	for _, f := range files {
		if f.Name != "job.go" {
			continue
		}
		for _, m := range stateLine.FindAllStringSubmatch(string(f.Source), -1) {
			out[m[1]] = m[2]
		}
		for _, m := range edgeLine.FindAllStringSubmatch(string(f.Source), -1) {
			out[m[2]] = m[1]
		}
	}
	return out
}

const (
	formQuery   = "INSERT INTO o SELECT s, SUM(a) + MAX(b) FROM t GROUP BY s;"
	stateOf     = "group by s into o"
	partialOf   = "groupBySIntoOPartial"
	rowOf       = "writeORow"
	schemaState = "0x1dba2f610696c319"
	schemaPart  = "0xe490f5f6de4556aa"
	schemaRow   = "0x37417c36a9f542db"
)

// TestSchema: the hashes themselves, which no machine and no run may change. They change with the version in
// rtlib/stream/seal.go at the latest.
func TestSchema(t *testing.T) {
	got := schemas(t, formQuery)
	for of, want := range map[string]string{stateOf: schemaState, partialOf: schemaPart, rowOf: schemaRow} {
		if got[of] != want {
			t.Errorf("%s has schema %s, want %s", of, got[of], want)
		}
	}
}

// TestSchemaChanges: what gives the state of the same stage another schema, and what does not.
func TestSchemaChanges(t *testing.T) {
	const same, other = true, false
	tests := []struct {
		name, script string
		same         bool
	}{
		{"another statement in front", "INSERT INTO h SELECT l FROM t LIMIT 1;" + formQuery, same},
		{"mini-batch switched off", "SET 'table.exec.mini-batch.enabled' = 'false';" + formQuery, same},
		{"another condition", strings.Replace(formQuery, "FROM t", "FROM t WHERE l > 1", 1), same},
		{"another result", strings.Replace(formQuery, "+", "-", 1), same},
		{"another aggregate", strings.Replace(formQuery, "MAX", "MIN", 1), other},
		{"one aggregate more", strings.Replace(formQuery, "+", "+ COUNT(l) +", 1), other},
		{"DISTINCT", strings.Replace(formQuery, "SUM(a)", "SUM(DISTINCT a)", 1), other},
		{"FILTER", strings.Replace(formQuery, "SUM(a)", "SUM(a) FILTER (WHERE l > 1)", 1), other},
		{"two columns of one type in each other's place",
			strings.Replace(formQuery, "SUM(a) + MAX(b)", "SUM(b) + MAX(a)", 1), other},
		{"another order", strings.Replace(formQuery, "SUM(a) + MAX(b)", "MAX(b) + SUM(a)", 1), other},
		{"another type", strings.Replace(formQuery, "SUM(a)", "SUM(l)", 1), other},
		{"another type of the key",
			strings.Replace(formQuery, "FROM t", "FROM (SELECT CAST(s AS CHAR(3)) AS s, a, b FROM t) AS x", 1), other},
		{"NOT NULL",
			strings.Replace(formQuery, "FROM t", "FROM (SELECT COALESCE(s, '') AS s, a, b FROM t) AS x", 1), other},
	}
	want := schemas(t, formQuery)[stateOf]
	for _, tt := range tests {
		got := schemas(t, tt.script)[stateOf]
		if got == "" {
			t.Errorf("%s: there is no stage %q", tt.name, stateOf)
		}
		if (got == want) != tt.same {
			t.Errorf("%s: schema %s, before %s; want the same: %v", tt.name, got, want, tt.same)
		}
	}
}

// TestSchemaOfRows: what gives the rows of an edge another schema.
func TestSchemaOfRows(t *testing.T) {
	const query = "INSERT INTO o SELECT s, l FROM t"
	want := schemas(t, query+";")[rowOf]
	for name, script := range map[string]string{
		"names":   "INSERT INTO o SELECT s AS x, l FROM t;",
		"types":   "INSERT INTO o SELECT CAST(s AS CHAR(3)) AS s, l FROM t;",
		"updates": "INSERT INTO o SELECT s, MAX(l) AS l FROM t GROUP BY s;",
	} {
		if got := schemas(t, script)[rowOf]; got == "" || got == want {
			t.Errorf("%s: schema %s, as before", name, got)
		}
	}
	if got := schemas(t, "INSERT INTO h SELECT l FROM t;"+query+" WHERE a > 1;")[rowOf]; got != want {
		t.Errorf("the rows of the same columns have schema %s, before %s", got, want)
	}
}
