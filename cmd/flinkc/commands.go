package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/flinkc/flinkc/codegen/gobuild"
	"github.com/flinkc/flinkc/lang/diag"
)

// scriptFlags are the flags of every command that reads a script.
type scriptFlags struct {
	vars   []string
	format string
	quiet  bool
}

func (f *scriptFlags) add(c *cobra.Command) {
	c.Flags().StringArrayVar(&f.vars, "var", nil, "value of a ${NAME} in the script, as NAME=VALUE; may be repeated")
	c.Flags().StringVar(&f.format, "format", "text", "of diagnostics: text, json, github or sarif")
	c.Flags().BoolVarP(&f.quiet, "quiet", "q", false, "no warnings")
}

// checked reads and checks a script and prints what there is to say about it. The error says that it has errors.
func (f *scriptFlags) checked(path string) (*compilation, error) {
	vars := map[string]string{}
	for _, v := range f.vars {
		k, val, ok := strings.Cut(v, "=")
		if !ok {
			return nil, usageError{fmt.Errorf("--var %s: want NAME=VALUE", v)}
		}
		vars[k] = val
	}
	c, err := read(path)
	if err != nil {
		return nil, err
	}
	c.check(vars)
	if err := f.print(c.diags); err != nil {
		return nil, err
	}
	if c.diags.HasErrors() {
		return nil, errReported
	}
	return c, nil
}

func (f *scriptFlags) print(l diag.List) error {
	if f.quiet && !l.HasErrors() {
		return nil
	}
	switch f.format {
	case "text":
		return l.Text(os.Stderr, diag.TextOptions{Color: colored(os.Stderr)})
	case "json":
		return l.JSON(os.Stdout)
	case "github":
		return l.GitHub(os.Stdout)
	case "sarif":
		return l.SARIF(os.Stdout)
	}
	return usageError{fmt.Errorf("--format %s: want text, json, github or sarif", f.format)}
}

// colored reports whether a file is a terminal that wants colours.
func colored(f *os.File) bool {
	if os.Getenv("NO_COLOR") != "" {
		return false
	}
	st, err := f.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0
}

// one wants exactly one script.
func one(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usageError{fmt.Errorf("want one script, or - for standard input; got %d arguments", len(args))}
	}
	return nil
}

func checkCommand() *cobra.Command {
	var f scriptFlags
	c := &cobra.Command{
		Use: "check SCRIPT", Short: "Parse and type-check a script; needs no Go toolchain", Args: one,
		RunE: func(_ *cobra.Command, args []string) error {
			_, err := f.checked(args[0])
			return err
		},
	}
	f.add(c)
	return c
}

func genCommand() *cobra.Command {
	var f scriptFlags
	var out string
	c := &cobra.Command{
		Use: "gen SCRIPT", Short: "Write the generated Go module", Args: one,
		RunE: func(_ *cobra.Command, args []string) error {
			c, err := f.checked(args[0])
			if err != nil {
				return err
			}
			if out == "" {
				out = c.name() + "-go"
			}
			if err := c.generate(out); err != nil {
				return err
			}
			return gobuild.Write(c.program, out)
		},
	}
	f.add(c)
	c.Flags().StringVar(&out, "out", "", "folder; default the script's name and -go")
	return c
}

func buildCommand() *cobra.Command {
	var f scriptFlags
	var out, keep string
	c := &cobra.Command{
		Use: "build SCRIPT", Short: "Build a static binary", Args: one,
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := f.checked(args[0])
			if err != nil {
				return err
			}
			if out == "" {
				out = c.name()
			}
			return c.build(cmd, keep, out)
		},
	}
	f.add(c)
	c.Flags().StringVarP(&out, "output", "o", "", "file of the binary; default the script's name")
	c.Flags().StringVar(&keep, "out", "", "keep the generated module in this folder")
	return c
}

// build generates and builds the program in keep, or in the cache.
func (c *compilation) build(cmd *cobra.Command, keep, out string) error {
	dir := keep
	if dir == "" {
		var err error
		if dir, err = c.cacheDir(); err != nil {
			return &gobuild.EnvironmentError{What: err.Error(), Cure: "Set XDG_CACHE_HOME to a folder that can be written."}
		}
	}
	if err := c.generate(dir); err != nil {
		return err
	}
	return gobuild.Build(cmd.Context(), c.program, gobuild.Options{
		Dir: dir, Output: out, GOOS: os.Getenv("GOOS"), GOARCH: os.Getenv("GOARCH")})
}

// cacheDir is the folder of the script's builds, the same each time so that rebuilding is fast.
func (c *compilation) cacheDir() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	abs, err := filepath.Abs(c.path)
	if err != nil {
		return "", err
	}
	return filepath.Join(base, "flinkc", "build", c.name()+"-"+shortHash(abs)), nil
}

func runCommand() *cobra.Command {
	var f scriptFlags
	c := &cobra.Command{
		Use: "run SCRIPT [-- FLAGS OF THE PROGRAM]", Short: "Build and run a pipeline",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{fmt.Errorf("want a script, or - for standard input")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := f.checked(args[0])
			if err != nil {
				return err
			}
			return c.run(cmd, args[1:])
		},
	}
	f.add(c)
	return c
}

// run builds the program and becomes its parent: signals and streams are its own.
func (c *compilation) run(cmd *cobra.Command, args []string) error {
	dir, err := c.cacheDir()
	if err != nil {
		return &gobuild.EnvironmentError{What: err.Error(), Cure: "Set XDG_CACHE_HOME to a folder that can be written."}
	}
	bin := filepath.Join(dir, "program.bin")
	if err := c.build(cmd, dir, bin); err != nil {
		return err
	}
	p := exec.Command(bin, args...)
	p.Stdin, p.Stdout, p.Stderr = os.Stdin, os.Stdout, os.Stderr
	return runChild(p)
}

func explainCommand() *cobra.Command {
	var f scriptFlags
	var logicalPlan, physicalPlan, goCode, guarantees, syntax bool
	c := &cobra.Command{
		Use: "explain SCRIPT", Short: "Show how a script is understood and run", Args: one,
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := f.checked(args[0])
			if err != nil {
				return err
			}
			all := !logicalPlan && !physicalPlan && !goCode && !guarantees && !syntax
			return c.explain(cmd.OutOrStdout(), explainParts{
				syntax: syntax, logical: logicalPlan || all, physical: physicalPlan || all,
				guarantees: guarantees || all, goCode: goCode})
		},
	}
	f.add(c)
	c.Flags().BoolVar(&syntax, "syntax", false, "the canonical text of the script")
	c.Flags().BoolVar(&logicalPlan, "logical", false, "the bound plan with types, changes and keys")
	c.Flags().BoolVar(&physicalPlan, "physical", false, "stages and exchanges")
	c.Flags().BoolVar(&goCode, "go", false, "the generated Go")
	c.Flags().BoolVar(&guarantees, "guarantees", false, "what a restart means")
	return c
}
