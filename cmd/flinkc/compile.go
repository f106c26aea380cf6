package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/flinkc/flinkc/codegen/emit"
	"github.com/flinkc/flinkc/codegen/gobuild"
	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck"
	"github.com/flinkc/flinkc/typecheck/gosig"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// compilation is a script on its way through the compiler: the whole of it, phase by phase.
type compilation struct {
	path   string // of the script; "-" is standard input
	source *diag.Source
	script *lang.Script
	plan   *logical.Plan
	diags  diag.List
	goDirs []string // folders in which Go functions were looked for

	sqlLines bool // the program's operators name their lines of the script
	physical *physical.Plan
	dir      string // of the build
	program  *gobuild.Program
}

// read reads the script.
func read(path string) (*compilation, error) {
	c := &compilation{path: path}
	var text []byte
	var err error
	if path == "-" {
		text, err = io.ReadAll(os.Stdin)
	} else {
		text, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, usageError{err}
	}
	c.source = diag.NewSource(displayName(path), string(text))
	return c, nil
}

// check parses and type-checks; the diagnostics say whether there is a plan.
func (c *compilation) check(vars map[string]string) {
	c.script, c.diags = lang.Parse(c.source, lang.ParseOptions{Vars: vars})
	plan, more := typecheck.Check(c.script, typecheck.Env{Go: goReader{c, gosig.Reader{Dir: c.folder()}}})
	c.plan = plan
	c.diags = append(c.diags, more...).Sorted()
}

// goReader reads the signatures of Go functions, and notes where it has looked.
type goReader struct {
	c *compilation
	gosig.Reader
}

// Read implements typecheck.GoReader.
func (r goReader) Read(ref string) (logical.GoFunc, error) {
	f, err := r.Reader.Read(ref)
	if f.Dir != "" {
		r.c.goDirs = append(r.c.goDirs, f.Dir)
	}
	return f, err
}

// generate lowers the plan and prints the program, to be built in dir.
func (c *compilation) generate(dir string) error {
	c.dir = dir
	c.physical = physical.Lower(c.plan)
	functions, err := gobuild.Locate(c.plan.Functions, c.folder(), dir)
	if err != nil {
		return err
	}
	files, err := emit.Program(c.physical, emit.Options{
		Package: gobuild.Pipeline, FunctionPath: functions.Path, Name: c.name(), Hash: c.hash(),
		PlanText: c.physical.String(), Guarantee: c.physical.RestartNote(), NeedsFrom: c.physical.NeedsFrom(),
		SQLLines: c.sqlLines,
	})
	if err != nil {
		return bugError{err}
	}
	c.program = &gobuild.Program{Files: files, Functions: functions}
	return nil
}

// sources lists what the program is made from: the script, and what its functions are made from as
// far as the compiler came.
func (c *compilation) sources() []string {
	out := append([]string{c.path}, c.goDirs...)
	if c.program != nil {
		out = append(out, c.program.Functions.Sources()...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// folder is where relative paths of the script begin.
func (c *compilation) folder() string {
	if c.path == "-" {
		return "."
	}
	return filepath.Dir(c.path)
}

// name is the program's name: the script's without its ending.
func (c *compilation) name() string {
	if c.path == "-" {
		return "query"
	}
	return strings.TrimSuffix(filepath.Base(c.path), filepath.Ext(c.path))
}

// hash identifies the script's text.
func (c *compilation) hash() string {
	sum := sha256.Sum256([]byte(c.source.Text))
	return hex.EncodeToString(sum[:8])
}

// displayName is the script's name in messages and in the program, the same on every machine: without folders.
func displayName(path string) string {
	if path == "-" {
		return "<stdin>"
	}
	return filepath.Base(path)
}
