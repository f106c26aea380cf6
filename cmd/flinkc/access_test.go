package main

import (
	"database/sql"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/servers"
)

var grantLine = regexp.MustCompile("needs GRANT ([A-Z, ]+) ON (`.+`) TO its user")

// The rights that `flinkc explain --access` names are enough, and none of them can be spared.
func TestAccessIsWhatMariaDBWants(t *testing.T) {
	server := servers.MariaDB(t)
	db, err := sql.Open("mysql", "root@tcp("+server.Addr()+")/")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	admin := func(queries ...string) {
		t.Helper()
		for _, q := range queries {
			if _, err := db.Exec(q); err != nil {
				t.Fatalf("%s: %v", q, err)
			}
		}
	}
	admin("CREATE DATABASE d CHARACTER SET utf8mb4",
		"CREATE TABLE d.t (k VARCHAR(20) PRIMARY KEY, n BIGINT)",
		"CREATE USER job@'%' IDENTIFIED BY 'pw'")
	const rows = "FROM (VALUES ('a', 1), ('a', 2), ('a', 3), ('b', 1)) AS v (k, x)"
	for name, c := range map[string]struct{ key, query, want string }{
		"appended": {"", "SELECT k, x " + rows + " WHERE x = 1", "INSERT"},
		"by key": {", PRIMARY KEY (k) NOT ENFORCED",
			"SELECT k, COUNT(*) " + rows + " GROUP BY k HAVING COUNT(*) < 3",
			"SELECT, INSERT, UPDATE, DELETE"},
	} {
		t.Run(name, func(t *testing.T) {
			program, shown := accessProgram(t, "SET 'table.exec.mini-batch.enabled' = 'false';\n"+
				"CREATE TABLE o (k STRING, n BIGINT"+c.key+") WITH ('connector' = 'jdbc', "+
				"'url' = 'jdbc:mysql://"+server.Addr()+"/d', 'table-name' = 't', "+
				"'username' = 'job', 'password' = env('PW'));\nINSERT INTO o "+c.query+";\n")
			grant := grantLine.FindStringSubmatch(shown)
			if grant == nil || grant[1] != c.want {
				t.Fatalf("want %s, got\n%s", c.want, shown)
			}
			run := func() error {
				admin("DELETE FROM d.t")
				cmd := exec.Command(program)
				cmd.Env = []string{"PW=pw"}
				out, err := cmd.CombinedOutput()
				t.Logf("%s", out)
				return err
			}
			admin("REVOKE ALL, GRANT OPTION FROM job", "GRANT "+grant[1]+" ON "+grant[2]+" TO job")
			if err := run(); err != nil {
				t.Errorf("with what is asked for: %v", err)
			}
			for _, right := range strings.Split(grant[1], ", ") {
				admin("REVOKE " + right + " ON " + grant[2] + " FROM job")
				if run() == nil {
					t.Errorf("it runs without %s", right)
				}
				admin("GRANT " + right + " ON " + grant[2] + " TO job")
			}
		})
	}
}

// accessProgram builds a script and returns the program with what is said of its access.
func accessProgram(t *testing.T, script string) (program, shown string) {
	t.Helper()
	dir := t.TempDir()
	name := filepath.Join(dir, "q.sql")
	if err := os.WriteFile(name, []byte(script), 0o644); err != nil {
		t.Fatal(err)
	}
	flinkc := func(args ...string) string {
		cmd := exec.Command("flinkc", args...)
		cmd.Dir, cmd.Env = dir, ownCache(t, filepath.Join(dir, "cache"))
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("flinkc %v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	flinkc("build", "-q", "-o", "program", name)
	return filepath.Join(dir, "program"), flinkc("explain", "--access", name)
}
