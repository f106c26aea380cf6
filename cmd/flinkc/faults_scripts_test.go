package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/codegen/gobuild"
	"github.com/flinkc/flinkc/lang/diag"
)

// The tables are those of the CDN example, with a key that a test can count by itself.
const (
	faultSource = `CREATE TABLE access_log (
    uuid STRING, client_ip STRING, request_time BIGINT, response_size BIGINT, uri STRING
) WITH (
    'connector' = 'kafka', 'topic' = 'access_log', 'properties.bootstrap.servers' = '${KAFKA}',
    'properties.group.id' = 'cdn', 'properties.auto.offset.reset' = 'earliest',
    'scan.startup.mode' = 'STARTUP', 'format' = 'csv', 'csv.ignore-parse-errors' = 'IGNORE'
);
`
	faultSink = ` WITH (
    'connector' = 'jdbc', 'url' = 'jdbc:mysql://${MYSQL}/flink', 'table-name' = 'TABLE',
    'username' = env('FAULT_USER'), 'password' = env('FAULT_PASSWORD'),
    'sink.buffer-flush.interval' = '100ms'
);
`
	totalsTail = `CREATE TABLE totals (
    region STRING, accesses BIGINT, size BIGINT, PRIMARY KEY (region) NOT ENFORCED
)` + faultSink + `INSERT INTO totals
SELECT region, COUNT(uuid), SUM(response_size)
FROM (SELECT uuid, SPLIT_INDEX(client_ip, '.', 0) AS region, response_size FROM access_log)
GROUP BY region;
`
	linesTail = `CREATE TABLE line (
    uuid STRING, size BIGINT, PRIMARY KEY (uuid) NOT ENFORCED
)` + faultSink + `INSERT INTO line SELECT uuid, response_size FROM access_log;
`
)

// serverScripts read Kafka and write MySQL: totals by key, from the beginning or from where the
// group stands, and single lines, whose state is all in the table.
var serverScripts = map[string]string{
	"totals":       faultScript(totalsTail, "earliest-offset", "true"),
	"totals-group": faultScript(totalsTail, "group-offsets", "true"),
	"lines":        faultScript(linesTail, "group-offsets", "true"),
	"strict":       faultScript(linesTail, "earliest-offset", "false"),
	"strict-json": strings.ReplaceAll(strings.ReplaceAll(faultScript(linesTail, "earliest-offset", "false"),
		"'format' = 'csv'", "'format' = 'json'"), "'csv.ignore", "'json.ignore"),
}

func faultScript(tail, startup, ignore string) string {
	table := "totals"
	if tail == linesTail {
		table = "line"
	}
	return strings.NewReplacer("STARTUP", startup, "IGNORE", ignore, "TABLE'", table+"'").
		Replace(faultSource + tail)
}

// buildScript compiles job.sql as flinkc build does and returns the program's file. files are more
// files of its folder, as name and text in turn.
func buildScript(t *testing.T, script string, vars map[string]string, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	files = append(files, "job.sql", script)
	for i := 0; i < len(files); i += 2 {
		name := filepath.Join(dir, files[i])
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(files[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c, err := read(filepath.Join(dir, "job.sql"))
	if err != nil {
		t.Fatal(err)
	}
	c.check(vars)
	if c.diags.HasErrors() {
		_ = c.diags.Text(os.Stderr, diag.TextOptions{})
		t.Fatal("the script has errors")
	}
	if err := c.generate(filepath.Join(dir, "build")); err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(dir, "job")
	if err := gobuild.Build(t.Context(), c.program, gobuild.Options{Dir: filepath.Join(dir, "build"),
		Output: program, GOOS: runtime.GOOS, GOARCH: runtime.GOARCH}); err != nil {
		t.Fatal(err)
	}
	return program
}
