package cdn_test

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"math"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/go-sql-driver/mysql"

	"github.com/flinkc/flinkc/cmd/flinkc/demo/loggen"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/servers"
)

const generatedLines = 1_000_000

// TestScriptsOnServers runs both scripts on Apache Kafka and MariaDB, alone and with two lanes, and
// lets verify.py judge the table.
func TestScriptsOnServers(t *testing.T) {
	kafka, maria := servers.Kafka(t), servers.MariaDB(t)
	dir := t.TempDir()
	lines := filepath.Join(dir, "lines")
	generated := command(t, "go", "run", "../../cmd/flinkc/demo/loggen/cmd",
		"-n", strconv.Itoa(generatedLines), "-broken", "0.05", "-o", lines,
		"-kafka", kafka.Bootstrap, "-topic", "access_log", "-partitions", "2")
	db := openDatabase(t, maria.Addr())
	t.Setenv("CDN_MYSQL_USER", "root")
	t.Setenv("CDN_MYSQL_PASSWORD", "root")
	verify := []string{"-B", "verify.py", lines}
	for _, script := range []string{"cdn-legacy", "cdn"} {
		binary := build(t, dir, script, kafka.Bootstrap, maria.Addr())
		for _, lanes := range []string{"1", "2"} {
			execute(t, db, "DELETE FROM Flink.access_statistic")
			command(t, binary, "--from", "earliest", "--until-end", "--parallelism", lanes)
			table := filepath.Join(dir, script+lanes)
			if err := os.WriteFile(table, []byte(dump(t, db)), 0o644); err != nil {
				t.Fatal(err)
			}
			verify = append(verify, table)
		}
	}
	var counts loggen.Counts
	if err := json.Unmarshal([]byte(generated), &counts); err != nil {
		t.Fatal(err)
	}
	equal := fmt.Sprintf("%d lines, %d dropped, %d fields NULL, 35 rows, 0 differences\n",
		generatedLines, counts.BadRecords, counts.BadFields)
	if out := command(t, "python3", verify...); out != strings.Repeat(equal, 4) {
		t.Errorf("got\n%swant four times\n%s", out, equal)
	}
}

// dump is the table as verify.py reads it, the speeds as bits.
func dump(t *testing.T, db *sql.DB) string {
	t.Helper()
	rows, err := db.Query("SELECT province, access_count, total_download, download_speed " +
		"FROM Flink.access_statistic")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var b strings.Builder
	for rows.Next() {
		var province string
		var count, size int64
		var speed float64
		if err := rows.Scan(&province, &count, &size, &speed); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s\t%d\t%d\t0x%016x\n", province, count, size, math.Float64bits(speed))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// openDatabase makes the table, and the password that the legacy script has.
func openDatabase(t *testing.T, addr string) *sql.DB {
	t.Helper()
	config := mysql.NewConfig()
	config.User, config.Net, config.Addr, config.MultiStatements = "root", "tcp", addr, true
	connector, err := mysql.NewConnector(config)
	if err != nil {
		t.Fatal(err)
	}
	db := sql.OpenDB(connector)
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1) // it stays valid when the password changes
	create, err := os.ReadFile("access_statistic.mysql.sql")
	if err != nil {
		t.Fatal(err)
	}
	execute(t, db, string(create))
	execute(t, db, "SET PASSWORD = PASSWORD('root')")
	return db
}

func execute(t *testing.T, db *sql.DB, statement string) {
	t.Helper()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

// build compiles a script for servers at other addresses. The script stays beside its function.
func build(t *testing.T, dir, script, kafka, maria string) string {
	t.Helper()
	text, err := os.ReadFile(script + ".sql")
	if err != nil {
		t.Fatal(err)
	}
	host, port, err := net.SplitHostPort(maria)
	if err != nil {
		t.Fatal(err)
	}
	addresses := strings.NewReplacer("localhost:9092", kafka, "localhost:3306", host+":"+port)
	file, err := os.CreateTemp(".", "servers-*.sql")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.Remove(file.Name()); err != nil {
			t.Error(err)
		}
	})
	if _, err := addresses.WriteString(file, string(text)); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	binary := filepath.Join(dir, script)
	command(t, "go", "run", "../../cmd/flinkc", "build", file.Name(), "-o", binary)
	return binary
}

// command runs a program and returns what it wrote on standard output.
func command(t *testing.T, name string, args ...string) string {
	t.Helper()
	c := exec.Command(name, args...)
	var complaints strings.Builder
	c.Stderr = &complaints
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out, complaints.String())
	}
	t.Logf("%s: %s%s", filepath.Base(name), out, complaints.String())
	return string(out)
}
