package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/codegen/emit"
	"github.com/flinkc/flinkc/codegen/gobuild"
)

// A program of many pipelines: each is a package of it, and linking is done once. It is driven over
// standard input. The golden corpus and the expressions are run this way.

// pipelinePackage is one pipeline of such a program.
type pipelinePackage struct {
	name  string
	files []emit.File
}

// buildProgram writes a program inside this module's workspace, in its own folder of the cache, and
// builds it.
func buildProgram(t *testing.T, name string, packages []pipelinePackage) string {
	t.Helper()
	dir := filepath.Join(cacheFolder(t), name)
	if err := os.RemoveAll(filepath.Join(dir, "program")); err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	var imports, table strings.Builder
	for _, p := range packages {
		for _, f := range p.files {
			writeFile(t, filepath.Join(dir, "program", p.name, f.Name), string(f.Source))
		}
		fmt.Fprintf(&imports, "\t%s %q\n", p.name, gobuild.Module+"/"+p.name)
		fmt.Fprintf(&table, "\t%q: %s.Job,\n", p.name, p.name)
	}
	main := strings.NewReplacer("IMPORTS", imports.String(), "TABLE", table.String()).Replace(programMain)
	writeFile(t, filepath.Join(dir, "program", "main.go"), main)
	writeFile(t, filepath.Join(dir, "program", "go.mod"), "module "+gobuild.Module+"\n\ngo 1.26.0\n")
	writeFile(t, filepath.Join(dir, "go.work"), "go 1.26.0\n\nuse (\n\t./program\n\t"+root+"\n)\n")
	goTool(t, dir, "build", "-o", "cases", ".")
	return dir
}

// programMain runs the cases named on its standard input, one JSON line each, and answers with one JSON line each.
const programMain = `package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"os"
	"strconv"
	"time"

	printer "github.com/flinkc/flinkc/rtlib/connector/print"
	"github.com/flinkc/flinkc/rtlib/job"
IMPORTS)

var cases = map[string]func() *job.Spec{
TABLE}

func main() {
	in, out := bufio.NewScanner(os.Stdin), json.NewEncoder(os.Stdout)
	for in.Scan() {
		var c struct {
			Package, Dir string
			Parallelism  int
			Stepped      bool
		}
		if err := json.Unmarshal(in.Bytes(), &c); err != nil {
			panic(err)
		}
		if err := os.Chdir(c.Dir); err != nil {
			panic(err)
		}
		var printed, failed bytes.Buffer
		printer.Output = &printed
		if c.Stepped {
			code := step(cases[c.Package](), &failed)
			_ = out.Encode(map[string]any{"Print": printed.Bytes(), "Error": failed.String(), "Code": code})
			continue
		}
		args := []string{"--parallelism", strconv.Itoa(c.Parallelism), "--listen", "", "-q", "--log", "error"}
		code := job.Execute(cases[c.Package](), args, &failed)
		_ = out.Encode(map[string]any{"Print": printed.Bytes(), "Error": failed.String(), "Code": code})
	}
}

// step runs a case record by record, with new machines in between that are restored from the old ones' snapshots.
func step(spec *job.Spec, failed *bytes.Buffer) int {
	zone, err := time.LoadLocation(spec.Zone)
	if err != nil {
		panic(err)
	}
	env := &job.Env{Log: slog.New(slog.DiscardHandler), Zone: zone, Parallelism: 1, Metrics: &job.Registry{}, Stepped: true}
	if _, err := job.Run(context.Background(), spec, env, nil); err != nil {
		failed.WriteString(err.Error())
		return 5
	}
	return 0
}
`

func writeFile(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// cacheFolder is where builds of tests are kept, so that Go's build cache stays warm.
func cacheFolder(t *testing.T) string {
	base, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(here)) // two clones may be tested at once
	return filepath.Join(base, "flinkc", fmt.Sprintf("tests-%x", sum[:8]))
}

func goTool(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = filepath.Join(dir, "program")
	cmd.Env = append(os.Environ(), "GOWORK="+filepath.Join(dir, "go.work"), "GOFLAGS=", "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, cut(string(out), 8000))
	}
}

func cut(s string, n int) string {
	if len(s) > n {
		return s[:n] + " ..."
	}
	return s
}

// caseResult is what a case did.
type caseResult struct {
	Print []byte
	Error string
	Code  int
	files map[string][]string // that its sinks published; filled in by the golden test
}

// driver is a running program.
type driver struct {
	process *exec.Cmd
	in      io.WriteCloser
	answers *json.Decoder
}

// startProgram starts what buildProgram built; it ends with the test at the latest.
func startProgram(t *testing.T, dir string) *driver {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	d := &driver{process: exec.CommandContext(ctx, filepath.Join(dir, "program", "cases"))}
	var err error
	if d.in, err = d.process.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := d.process.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	d.process.Stderr = os.Stderr
	if err := d.process.Start(); err != nil {
		t.Fatal(err)
	}
	d.answers = json.NewDecoder(out)
	return d
}

// run runs a package with a folder as its working directory.
func (d *driver) run(t *testing.T, pkg, dir string, how way) caseResult {
	t.Helper()
	req, err := json.Marshal(map[string]any{"Package": pkg, "Dir": dir, "Parallelism": how.parallelism,
		"Stepped": how.stepped})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(d.in, "%s\n", req)
	var got caseResult
	if err := d.answers.Decode(&got); err != nil {
		t.Fatalf("%s: the program of all cases died: %v", pkg, err)
	}
	return got
}

func (d *driver) stop(t *testing.T) {
	t.Helper()
	_ = d.in.Close()
	if err := d.process.Wait(); err != nil {
		t.Fatal(err)
	}
}
