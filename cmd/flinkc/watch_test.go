package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// watched is a `flinkc run --watch` in a folder of its own.
type watched struct {
	t      *testing.T
	dir    string
	cmd    *exec.Cmd
	ended  chan error
	mu     sync.Mutex
	output bytes.Buffer // standard output and standard error
	read   int          // how far await has come
}

// Write is the program's output.
func (w *watched) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.output.Write(p)
}

func (w *watched) file(name, text string) {
	w.t.Helper()
	name = filepath.Join(w.dir, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755),
		os.WriteFile(name, []byte(text), 0o644)); err != nil {
		w.t.Fatal(err)
	}
}

func (w *watched) start(args ...string) {
	w.t.Helper()
	w.cmd = exec.Command("flinkc", append([]string{"run", "--watch"}, args...)...)
	w.cmd.Dir, w.cmd.Stdout, w.cmd.Stderr = w.dir, w, w
	w.cmd.Env = ownCache(w.t, filepath.Join(w.dir, "cache"))
	if err := w.cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	w.ended = make(chan error, 1)
	go func() { w.ended <- w.cmd.Wait() }()
	w.t.Cleanup(func() { _ = w.cmd.Process.Signal(syscall.SIGTERM) })
}

// ownCache is an environment in which flinkc has a cache of its own and Go has the usual one.
func ownCache(t *testing.T, dir string) []string {
	t.Helper()
	cache, err := exec.Command("go", "env", "GOCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	return append(os.Environ(), "XDG_CACHE_HOME="+dir, "GOPROXY=off",
		"GOCACHE="+strings.TrimSpace(string(cache)))
}

// await waits for a text behind what was awaited before, and returns what is between.
func (w *watched) await(text string) string {
	w.t.Helper()
	for end := time.Now().Add(3 * time.Minute); ; time.Sleep(20 * time.Millisecond) {
		w.mu.Lock()
		rest := w.output.String()[w.read:]
		if i := strings.Index(rest, text); i >= 0 {
			w.read += i + len(text)
			w.mu.Unlock()
			return rest[:i]
		}
		w.mu.Unlock()
		if time.Now().After(end) {
			w.t.Fatalf("%q does not come; the rest is\n%s", text, rest)
		}
	}
}

func (w *watched) stop(want string) {
	w.t.Helper()
	if err := w.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		w.t.Fatal(err)
	}
	select {
	case err := <-w.ended:
		if got := exitText(err); got != want {
			w.t.Errorf("the watching ended with %s, want %s", got, want)
		}
	case <-time.After(time.Minute):
		w.t.Error("SIGTERM does not end the watching")
	}
}

func exitText(err error) string {
	if err == nil {
		return "exit status 0"
	}
	return err.Error()
}

func TestWatchRunsAChangedScript(t *testing.T) {
	w := &watched{t: t, dir: t.TempDir()}
	script := func(text string) string {
		return "CREATE TABLE o (a STRING) WITH ('connector' = 'print');\n" +
			"INSERT INTO o SELECT x FROM (VALUES ('" + text + "')) AS v (x);\n"
	}
	w.file("q.sql", script("first"))
	w.start("q.sql")
	w.await("+I[first]")
	w.await("watch: the program has ended; waiting for changes")
	w.file("q.sql", script("second"))
	w.await("+I[second]")
	w.await("waiting for changes")
	w.file("q.sql", "SELECT FROM;")
	w.await("error[")
	w.await("watch: not built; waiting for changes")
	w.file("q.sql", script("third"))
	w.await("+I[third]")
	w.await("waiting for changes")
	w.stop("exit status 0")
}

// The old program goes on while the new one is made, also when that fails, and has ended before the
// new one begins.
func TestWatchFollowsFunctions(t *testing.T) {
	w := &watched{t: t, dir: t.TempDir()}
	function := func(body string) string {
		return "package udf\n\nimport \"example.com/app/words\"\n\n" +
			"func F(i *int32) string { " + body + " }\n"
	}
	w.file("go.mod", "module example.com/app\n\ngo 1.26\n")
	w.file("words/words.go", "package words\n\nconst Word = \"first\"\n")
	w.file("sql/udf/f.go", function("return words.Word"))
	w.file("sql/q.sql", "CREATE FUNCTION f (i INT) RETURNS STRING AS './udf.F' LANGUAGE GO;\n"+
		"CREATE TABLE n (i INT) WITH ('connector' = 'datagen', 'rows-per-second' = '50');\n"+
		"CREATE TABLE o (a STRING) WITH ('connector' = 'print');\nINSERT INTO o SELECT f(i) FROM n;\n")
	w.start("sql/q.sql", "--", "--parallelism", "1")
	w.await("+I[first]")
	// A package that the function's imports, in another folder of the module.
	w.file("words/words.go", "package words\n\nconst Word = \"second\"\n")
	w.await("watch: changed; starting again")
	if old := w.await("+I[second]"); strings.Contains(old, "+I[first]") {
		t.Errorf("the old program goes on behind the change:\n%s", old)
	}
	w.file("sql/udf/f.go", function("return 1"))
	w.await("watch: not built; waiting for changes")
	w.await("+I[second]")
	w.file("sql/udf/f.go", function("}")) // does not parse: it does not come to the go command
	w.await("not built; waiting for changes")
	w.await("+I[second]")
	w.file("sql/udf/f.go", function("return words.Word + \" third\""))
	w.await("+I[second third]")
	// What gives the same program does not start it again.
	w.file("sql/udf/f_test.go", "package udf\n")
	time.Sleep(2 * time.Second)
	w.stop("exit status 0")
	w.mu.Lock()
	defer w.mu.Unlock()
	if rest := w.output.String()[w.read:]; strings.Contains(rest, "starting again") {
		t.Errorf("the same program was started again:\n%s", rest)
	}
}

func TestWatchEndsWithWhatNoChangeCures(t *testing.T) {
	w := &watched{t: t, dir: t.TempDir()}
	w.start("nowhere.sql")
	if got := exitText(<-w.ended); got != "exit status 2" {
		t.Errorf("without a script: %s", got)
	}
	w.start("-")
	if got := exitText(<-w.ended); got != "exit status 2" {
		t.Errorf("from standard input: %s", got)
	}
}
