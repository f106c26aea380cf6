// Package lab builds what the benchmarks run: the compiler, jobs out of scripts, and harnesses that
// are compiled beside a generated pipeline. Everything lies in .cache/bench, and no job is built
// by another way than the product's own.
package lab

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// Lab knows the folders.
type Lab struct {
	Root  string // of the repository
	Cache string // .cache/bench
	// Rounds is how many rounds a figure has, at least 7 for one that counts.
	Rounds int
}

// Open finds the repository around the working folder and builds the compiler.
func Open(rounds int) (*Lab, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	for ; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "bench", "lab", "lab.go")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			return nil, errNoRoot
		}
	}
	l := &Lab{Root: dir, Cache: filepath.Join(dir, ".cache", "bench"), Rounds: rounds}
	if err := os.MkdirAll(l.Cache, 0o755); err != nil {
		return nil, err
	}
	_, err = l.Run(dir, nil, "go", "build", "-trimpath", "-o", l.Compiler(), "./cmd/flinkc")
	return l, err
}

// Compiler is the path of flinkc.
func (l *Lab) Compiler() string { return filepath.Join(l.Cache, "flinkc") }

// Run runs a command in a folder, with more environment, and returns what it printed on standard
// output. The error has what it printed on standard error.
func (l *Lab) Run(dir string, env []string, name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		return out, errCommand(name, args, err, complaint.String())
	}
	return out, nil
}

// Function is the flagship's function, as scripts in Cache name it.
const Function = "github.com/flinkc/flinkc/examples/cdn/udf.IPToProvince"

// Script is a script of the repository with replacements: pairs of old and new. Each old text must
// be there. It is written to Cache under the name and its path returned.
func (l *Lab) Script(name, from string, replace ...string) (string, error) {
	text, err := os.ReadFile(filepath.Join(l.Root, from))
	if err != nil {
		return "", err
	}
	s := string(text)
	for i := 0; i+1 < len(replace); i += 2 {
		if !strings.Contains(s, replace[i]) {
			return "", errNotThere(from, replace[i])
		}
		s = strings.ReplaceAll(s, replace[i], replace[i+1])
	}
	return l.Text(name, strings.ReplaceAll(s, "'./udf.IPToProvince'", "'"+Function+"'"))
}

// Text writes a script to Cache and returns its path.
func (l *Lab) Text(name, sql string) (string, error) {
	dir := filepath.Join(l.Cache, "scripts")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	path := filepath.Join(dir, name+".sql")
	return path, os.WriteFile(path, []byte(sql), 0o644)
}

// Job builds a script by `flinkc build` and returns the path of the binary.
func (l *Lab) Job(script string) (string, error) {
	out := filepath.Join(l.Cache, "jobs", strings.TrimSuffix(filepath.Base(script), ".sql"))
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return "", err
	}
	_, err := l.Run(l.Root, nil, l.Compiler(), "build", script, "-o", out)
	return out, err
}

// Harness is a program of bench/harness that is compiled beside the pipeline of a script.
type Harness struct {
	Main   string // file with package main
	Export string // file that is copied into the package pipeline; "" is none
	// Function is what FUNCTION in Main stands for.
	Function string
	// Layout is the order of the program's functions, the seed of the linker's -randlayout; 0 is the usual one.
	Layout int
}

// Build generates the script's pipeline, puts the harness beside it and returns the program's path.
func (l *Lab) Build(name, script string, h Harness) (string, error) {
	dir := filepath.Join(l.Cache, "harness", name)
	err := os.RemoveAll(dir)
	if err == nil {
		_, err = l.Run(l.Root, nil, l.Compiler(), "gen", script, "--out", dir)
	}
	if err != nil {
		return "", err
	}
	// The ejected folder brings the runtime along; the benchmark wants the repository's own, which
	// is the same text.
	err = errors.Join(os.RemoveAll(filepath.Join(dir, "runtime")),
		os.RemoveAll(filepath.Join(dir, "functions")),
		os.WriteFile(filepath.Join(dir, "go.work"),
			[]byte("go 1.26.0\n\nuse (\n\t.\n\t"+l.Root+"\n)\n"), 0o644),
		l.place(h.Main, filepath.Join(dir, "main.go"), h.Function),
		l.place(h.Export, filepath.Join(dir, "pipeline", "bench_export.go"), h.Function))
	if err != nil {
		return "", err
	}
	program := filepath.Join(dir, "bench")
	_, err = l.Run(dir, []string{"GOFLAGS=", "GOWORK=" + filepath.Join(dir, "go.work")},
		"go", "build", "-ldflags=-randlayout="+strconv.Itoa(h.Layout), "-o", program, ".")
	return program, err
}

// place copies a file of bench/harness, without the constraint that keeps it out of this module.
func (l *Lab) place(file, to, function string) error {
	if file == "" {
		return nil
	}
	text, err := os.ReadFile(filepath.Join(l.Root, "bench", "harness", file))
	if err != nil {
		return err
	}
	text = bytes.TrimPrefix(text, []byte("//go:build ignore\n"))
	return os.WriteFile(to, bytes.ReplaceAll(text, []byte("FUNCTION\""), []byte(function+"\"")),
		0o644)
}
