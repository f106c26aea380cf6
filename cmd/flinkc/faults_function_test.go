package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// fragile has a function that panics and one that returns an error.
const fragile = `package udf

import "fmt"

// Explode panics at 13.
func Explode(n int64) string {
	var list [13]string
	return list[n] + "whole"
}

// Refuse fails at 14.
func Refuse(n int64) (string, error) {
	if n == 14 {
		return "", fmt.Errorf("%d is refused", n)
	}
	return "taken", nil
}
`

const fragileScript = `CREATE TABLE numbers (n BIGINT NOT NULL, name STRING) WITH (
    'connector' = 'filesystem', 'path' = 'numbers.csv', 'format' = 'csv');
CREATE TABLE results (n BIGINT, a STRING, b STRING) WITH ('connector' = 'print');
CREATE FUNCTION explode (n BIGINT) RETURNS STRING LANGUAGE GO AS './udf.Explode' POLICY;
CREATE FUNCTION refuse (n BIGINT) RETURNS STRING LANGUAGE GO AS './udf.Refuse' POLICY;
INSERT INTO results
SELECT n, CASE WHEN n <> 14 THEN explode(n) END, refuse(n)
FROM numbers;
`

// A function that fails ends the job, or loses its value or its row, as its ON ERROR says.
func TestFaultsOfFunctions(t *testing.T) {
	const others = "+I[1, whole, taken]\n+I[2, whole, taken]\n"
	tests := []struct {
		name, policy, last string // last is the last record of the input
		code               int
		out                string
		log                []string
	}{
		{"panic", "ON ERROR FAIL", "13,\"x, y\"", exitPipeline, "",
			[]string{`error: table "numbers", numbers.csv@0, byte 8: job.sql:7:34: panic in stage `,
				"index out of range [13] with length 13", "(in explode(n))", `record: "13,\"x, y\""`}},
		{"error", "ON ERROR FAIL", "14,y", exitPipeline, "",
			[]string{`error: table "numbers", numbers.csv@0, byte 8: job.sql:7:50: `,
				"14 is refused (in refuse(n))", `record: "14,y"`}},
		{"undecodable", "ON ERROR FAIL", "many,y", exitPipeline, "",
			[]string{`error: table "numbers", numbers.csv@0, byte 8: job.sql:8:6: csv: `,
				"at column n", `record: "many,y"`}},
		{"panic", "ON ERROR NULL", "13,x", exitOK, others + "+I[13, null, taken]\n",
			[]string{"3 records"}},
		{"error", "ON ERROR NULL", "14,y", exitOK, others + "+I[14, null, null]\n",
			[]string{"3 records"}},
		{"panic", "ON ERROR SKIP ROW", "13,x", exitOK, others, []string{"3 records", "1 rows skipped"}},
		{"error", "ON ERROR SKIP ROW", "14,y", exitOK, others, []string{"3 records", "1 rows skipped"}},
	}
	programs := map[string]string{}
	for _, tt := range tests {
		if programs[tt.policy] == "" {
			programs[tt.policy] = buildScript(t, strings.ReplaceAll(fragileScript, "POLICY", tt.policy), nil,
				"udf/udf.go", fragile)
		}
		t.Run(tt.name+" "+tt.policy, func(t *testing.T) {
			dir := t.TempDir()
			input := []byte("1,a\n2,b\n" + tt.last + "\n")
			if err := os.WriteFile(filepath.Join(dir, "numbers.csv"), input, 0o644); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(programs[tt.policy], "--parallelism", "1")
			cmd.Dir = dir
			c := start(t, cmd)
			c.wantExit(startLimit, tt.code)
			c.wantLog(tt.log...)
			if got := c.out.String(); tt.code == exitOK && got != tt.out {
				t.Errorf("printed\n%swant\n%s", got, tt.out)
			}
		})
	}
}

const fragileKinds = `package udf

import (
	"fmt"
	"iter"
)

// Rows gives n rows, but fails at the third and panics at the fifth.
func Rows(n int64) iter.Seq2[int64, error] {
	return func(yield func(int64, error) bool) {
		for i := range n {
			if i == 4 {
				panic("the fifth row")
			}
			if i == 2 && n == 3 {
				yield(0, fmt.Errorf("there is no third row"))
				return
			}
			if !yield(i, nil) {
				return
			}
		}
	}
}

// Total refuses 2.
type Total struct{ Sum int64 }

func (t *Total) Accumulate(n int64) error {
	if n == 2 {
		return fmt.Errorf("%d is refused", n)
	}
	t.Sum += n
	return nil
}

func (t *Total) Value() int64 { return t.Sum }
`

const fragileKindsScript = `CREATE TABLE numbers (n BIGINT) WITH (
    'connector' = 'filesystem', 'path' = 'numbers.csv', 'format' = 'csv');
CREATE TABLE results (n BIGINT) WITH ('connector' = 'print');
CREATE FUNCTION rows_of (n BIGINT) RETURNS TABLE (i BIGINT) LANGUAGE GO AS './udf.Rows';
CREATE FUNCTION total (n BIGINT) RETURNS BIGINT LANGUAGE GO AS './udf.Total';
INSERT INTO results
SELECT total(n)
FROM numbers, LATERAL TABLE(rows_of(n));
`

// What fails in a table function or an aggregate function is found in the SQL; the former knows the record as well.
func TestFaultsOfRowsAndGroups(t *testing.T) {
	program := buildScript(t, fragileKindsScript, nil, "udf/udf.go", fragileKinds)
	for _, tt := range []struct {
		name, last string
		log        []string
	}{
		{"error between rows", "3", []string{`error: table "numbers", numbers.csv@0, byte 2: job.sql:8:29: `,
			"there is no third row (in rows_of(n))", `record: "3"`}},
		{"panic between rows", "5", []string{`error: table "numbers", numbers.csv@0, byte 2: job.sql:8:29: panic `,
			"the fifth row", `record: "5"`}},
		{"error in a group", "2", []string{`job.sql:7:8: 2 is refused (in total(n))`}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "numbers.csv"), []byte("1\n"+tt.last+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command(program, "--parallelism", "1")
			cmd.Dir = dir
			c := start(t, cmd)
			c.wantExit(startLimit, exitPipeline)
			c.wantLog(tt.log...)
		})
	}
}

const diskScript = `CREATE TABLE numbers (n BIGINT, filler STRING) WITH (
    'connector' = 'datagen', 'number-of-rows' = '1000000',
    'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '1000000',
    'fields.filler.length' = '50');
CREATE TABLE files (n BIGINT, filler STRING) WITH (
    'connector' = 'filesystem', 'path' = 'out', 'format' = 'csv',
    'sink.rolling-policy.file-size' = '64kb');
INSERT INTO files SELECT n, filler FROM numbers;
`

// A disk that fills up ends the job. What is visible by then is whole files of whole rows.
func TestFaultOfAFullDisk(t *testing.T) {
	program := buildScript(t, diskScript, nil)
	disk, kept := t.TempDir(), t.TempDir()
	// The disk is gone with the namespace, so that its files are copied.
	c := start(t, inNamespace(t, `mount -t tmpfs -o size=1m none "$1"; cd "$1"; code=0
"$2" --parallelism 1 || code=$?; cp -a out "$3"; exit $code`, disk, program, kept))
	c.wantExit(30*time.Second, exitPipeline)
	c.wantLog(`the disk is full: "out/part-0-`, "no space left on device",
		"hint: Free space or name another folder in 'path', and start again")
	files, err := filepath.Glob(filepath.Join(kept, "out", "*"))
	if err != nil || len(files) < 2 {
		t.Fatalf("files %q, %v: want several", files, err)
	}
	numbers := map[string]bool{}
	for _, f := range files {
		wantWholeRows(t, f, numbers)
	}
}

// wantWholeRows checks that a visible file ends behind a row and that no row is a piece or twice.
func wantWholeRows(t *testing.T, file string, numbers map[string]bool) {
	t.Helper()
	if strings.HasPrefix(filepath.Base(file), ".") {
		return
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.SplitAfter(string(text), "\n")
	if last := rows[len(rows)-1]; last != "" || len(rows) == 1 {
		t.Errorf("%s ends with %q", file, last)
	}
	for _, row := range rows[:len(rows)-1] {
		n, filler, _ := strings.Cut(row, ",")
		if numbers[n] || len(strings.Trim(filler, "\"\n")) != 50 {
			t.Fatalf("%s has the row %q", file, row)
		}
		numbers[n] = true
	}
}
