package emit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sharedTables are the tables of the scripts here.
const sharedTables = `
CREATE TABLE t (a INT, b BIGINT, p BOOLEAN, s STRING, u STRING) WITH (
  'connector' = 'filesystem', 'path' = '/d', 'format' = 'csv');
CREATE TABLE r (x STRING, y STRING, z STRING) WITH ('connector' = 'blackhole');
`

const sharedFunction = "CREATE FUNCTION f (s STRING) RETURNS STRING LANGUAGE GO AS './udf.F';"

// TestShared counts in the program how often a value is computed, and how often it is asked whether it is known.
func TestShared(t *testing.T) {
	tests := []struct {
		name, query, call string
		computed, asked   int
	}{
		{"in columns", "SELECT UPPER(s), UPPER(s), UPPER(u) FROM t", "fn.Upper(", 2, 0},
		{"in a condition and a column", "SELECT UPPER(s), s, u FROM t WHERE UPPER(s) = 'A'", "fn.Upper(", 1, 0},
		{"over other rows", "SELECT UPPER(x), x, x FROM (SELECT LOWER(s) AS x, UPPER(s) AS y FROM t) " +
			"WHERE UPPER(x) = UPPER(y)", "fn.Upper(", 3, 0},
		{"in a whole that is shared", "SELECT UPPER(LOWER(s)), UPPER(LOWER(s)), LOWER(s) FROM t", "fn.Lower(", 1, 0},
		{"behind a branch", "SELECT CASE WHEN p THEN UPPER(s) ELSE 'x' END, UPPER(s), s FROM t", "fn.Upper(", 2, 1},
		{"in two branches", "SELECT CASE WHEN p THEN UPPER(s) ELSE UPPER(s) || 'x' END, s, s FROM t",
			"fn.Upper(", 2, 1},
		{"in a condition behind it", "SELECT CASE WHEN UPPER(s) = 'A' THEN 'x' " +
			"WHEN UPPER(s) = 'B' THEN UPPER(s) END, s, s FROM t", "fn.Upper(", 1, 0},
		{"behind AND", "SELECT s, s, s FROM t WHERE p AND UPPER(s) <> UPPER(u) AND UPPER(s) <> 'A'", "fn.Upper(", 3, 1},
		{"of the user", "SELECT f(s), f(s), f(UPPER(s)) FROM t WHERE UPPER(s) = 'A'", "F(", 3, 0},
		{"of argument of the user's", "SELECT f(UPPER(s)), f(UPPER(s)), s FROM t", "fn.Upper(", 1, 0},
		{"not deterministic", "SELECT UUID(), UUID(), s FROM t", "fn.UUID(", 2, 0},
		{"casts that can fail", "SELECT CASE WHEN p THEN CAST(CAST(s AS INT) AS STRING) ELSE u END, " +
			"CASE WHEN p THEN u ELSE CAST(CAST(s AS INT) AS STRING) END, s FROM t", "cast.StringToInt32(", 2, 0},
		{"of other types", "SELECT CAST(a AS STRING), CAST(b AS STRING), CAST(a AS STRING) FROM t",
			"cast.Int32ToString(", 1, 0},
		{"with a bound value", "SELECT COALESCE(UPPER(s), UPPER(u)), COALESCE(UPPER(s), UPPER(u)), s FROM t",
			"fn.Upper(", 2, 0},
	}
	dir := t.TempDir()
	writeFunction(t, dir, "func F(s string) string { return s }")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pass := printedPass(t, dir, sharedFunction+sharedTables+"INSERT INTO r "+tt.query+";")
			if got := strings.Count(pass, tt.call); got != tt.computed {
				t.Errorf("%d times %s, want %d\n%s", got, tt.call, tt.computed, pass)
			}
			if got := strings.Count(pass, "Known {"); got != tt.asked {
				t.Errorf("asks %d times, want %d\n%s", got, tt.asked, pass)
			}
		})
	}
}

// printedPass is the fused loop of a script.
func printedPass(t *testing.T, dir, script string) string {
	t.Helper()
	var program strings.Builder
	for _, f := range printedWith(t, dir, script) {
		program.Write(f.Source)
	}
	_, pass, _ := strings.Cut(program.String(), ") pass(")
	pass, _, _ = strings.Cut(pass, "\n}")
	return pass
}

// TestPlaces wants calls with the same first arguments, and no others, to share their place in the text.
func TestPlaces(t *testing.T) {
	for query, want := range map[string]int{
		"SELECT SPLIT_INDEX(s, '/', 1), SPLIT_INDEX(s, '/', 2), SPLIT_INDEX(s, '/', a) FROM t": 1,
		"SELECT SPLIT_INDEX(s, '/', 1), SPLIT_INDEX(u, '/', 2), SPLIT_INDEX(s, ',', a) FROM t": 3,
		"SELECT SPLIT_INDEX(LOWER(s), '/', 1), SPLIT_INDEX(LOWER(s), '/', 2), s FROM t " +
			"WHERE SPLIT_INDEX(s, '/', 1) > u": 2,
		"SELECT x, y, SPLIT_INDEX(x, '/', 1) FROM (SELECT SPLIT_INDEX(s, '/', 1) AS x, u AS y FROM t)": 2,
	} {
		pass := printedPass(t, t.TempDir(), sharedTables+"INSERT INTO r "+query+";")
		if got := strings.Count(pass, "fn.Parts"); got != want {
			t.Errorf("%s: %d places, want %d\n%s", query, got, want, pass)
		}
	}
}

// TestUserArguments wants text to be copied for a function that may keep it, unless nothing writes over it.
func TestUserArguments(t *testing.T) {
	dir := t.TempDir()
	writeFunction(t, dir, "func F(s string) string { return s }")
	for query, want := range map[string]string{
		"SELECT f(s), s, s FROM t":               "F(s.keep.Copy(r.s))",
		"SELECT f('c'), s, s FROM t":             `F("c")`,
		"SELECT f(f(s)), s, s FROM t":            "F(v)",
		"SELECT f(SUBSTRING(s, 2)), s, s FROM t": "F(s.keep.Copy(fn.",
	} {
		pass := printedPass(t, dir, sharedFunction+sharedTables+"INSERT INTO r "+query+";")
		if !strings.Contains(pass, want) {
			t.Errorf("%s has no %s\n%s", query, want, pass)
		}
	}
}

// writeFunction writes a function of the user into the package udf below dir.
func writeFunction(t *testing.T, dir, function string) {
	t.Helper()
	udf := filepath.Join(dir, "udf")
	if err := os.Mkdir(udf, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(udf, "f.go"), []byte("package udf\n\n"+function+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
}
