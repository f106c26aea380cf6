package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

// The times are those of whole processes, the minimum of five. They are printed; what is asserted is
// several times the aim, because the machine does other things as well.
const generous = 5

// fastest is the shortest time of five runs of flinkc without Go on PATH.
func fastest(t *testing.T, wantCode int, args ...string) time.Duration {
	t.Helper()
	flinkc, err := exec.LookPath("flinkc") // testscript has put it on PATH
	if err != nil {
		t.Fatal(err)
	}
	best := time.Hour
	for range 5 {
		c := exec.Command(flinkc, args...)
		c.Env = []string{"PATH=" + filepath.Dir(flinkc), "HOME=" + os.Getenv("HOME")}
		began := time.Now()
		out, _ := c.CombinedOutput()
		best = min(best, time.Since(began))
		if got := c.ProcessState.ExitCode(); got != wantCode {
			t.Fatalf("exit code %d, want %d:\n%s", got, wantCode, out)
		}
	}
	return best
}

func TestFiveMistakesAreFoundQuickly(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/script/mistakes.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range archive.Files {
		name := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	wantWithin(t, 100*time.Millisecond, fastest(t, exitInput, "check", filepath.Join(dir, "five.sql")))
}

func TestCheckOf200Lines(t *testing.T) { checkWithin(t, 200, 30*time.Millisecond) }

func TestCheckOf1000Lines(t *testing.T) { checkWithin(t, 1000, 60*time.Millisecond) }

func checkWithin(t *testing.T, lines int, aim time.Duration) {
	var b strings.Builder
	for i := range lines / 5 {
		fmt.Fprintf(&b, `CREATE TABLE t%d (id BIGINT, name STRING, price DECIMAL(10, 2)) WITH (
    'connector' = 'print');
INSERT INTO t%d SELECT id, UPPER(name), CAST(SUM(price * 2) AS DECIMAL(10, 2))
FROM (VALUES (1, 'a', 1.5), (2, 'b', 2.5)) AS v (id, name, price)
WHERE name LIKE 'a%%' OR id IN (1, 2, 3) GROUP BY id, name;
`, i, i)
	}
	name := filepath.Join(t.TempDir(), "long.sql")
	if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	wantWithin(t, aim, fastest(t, exitOK, "check", name))
}

func wantWithin(t *testing.T, aim, got time.Duration) {
	t.Helper()
	t.Logf("%.1f ms, aim %v", float64(got.Microseconds())/1000, aim)
	if got > generous*aim {
		t.Errorf("%v, want at most %v", got, aim)
	}
}
