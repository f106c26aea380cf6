package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/flinkc/flinkc/codegen/gobuild"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
)

func genCommand() *cobra.Command {
	var f scriptFlags
	var out string
	c := &cobra.Command{
		Use:   "gen SCRIPT",
		Short: "Write the generated Go module; it builds alone, without flinkc",
		Args:  one,
		RunE: func(_ *cobra.Command, args []string) error {
			c, err := f.checked(args[0], literalSecrets(diag.Warning), unanswered)
			if err != nil {
				return err
			}
			if out == "" {
				out = c.name() + "-go"
			}
			if err := c.generate(out); err != nil {
				return c.shown(err)
			}
			if err := gobuild.Eject(c.program, out); err != nil {
				return errCannotWrite(err)
			}
			f.say("wrote %s", out)
			return nil
		},
	}
	f.add(c)
	c.Flags().StringVar(&out, "out", "", "folder; default the script's name and -go")
	return c
}

// say tells what is done, when asked for.
func (f *scriptFlags) say(format string, args ...any) {
	if f.verbose {
		fmt.Fprintf(os.Stderr, format+"\n", args...)
	}
}

// buildFlags are the flags of `flinkc build`.
type buildFlags struct {
	scriptFlags
	output, keep, platform, image string
	allowSecrets, sqlLines        bool
}

func buildCommand() *cobra.Command {
	var f buildFlags
	c := &cobra.Command{
		Use:   "build SCRIPT",
		Short: "Build a static binary, or a container image with it",
		Args:  one,
		RunE:  func(cmd *cobra.Command, args []string) error { return f.run(cmd.Context(), args[0]) },
	}
	f.add(c)
	flags := c.Flags()
	flags.StringVarP(&f.output, "output", "o", "",
		"file of the binary; default the script's name, with --image none")
	flags.StringVar(&f.keep, "out", "", "keep the generated module in this folder")
	flags.StringVar(&f.platform, "platform", "", "os/arch, for instance linux/arm64; default GOOS and GOARCH")
	flags.StringVar(&f.image, "image", "", "write a container image to this file, for docker load or podman load")
	flags.BoolVar(&f.sqlLines, "sql-lines", false,
		"let profilers, debuggers and tracebacks name the lines of the script; the binary keeps its symbols")
	flags.BoolVar(&f.allowSecrets, "allow-literal-secrets", false,
		"let credentials that stand in the script into an image")
	return c
}

// run builds the binary, and the image of it.
func (f *buildFlags) run(ctx context.Context, script string) error {
	goos, goarch, err := f.target()
	if err != nil {
		return err
	}
	severity := diag.Warning
	if f.image != "" && !f.allowSecrets {
		severity = diag.Error
	}
	c, err := f.checked(script, literalSecrets(severity), unanswered)
	if err != nil {
		return err
	}
	c.sqlLines = f.sqlLines
	o := gobuild.Options{Dir: f.keep, Output: f.output, GOOS: goos, GOARCH: goarch,
		Symbols: f.sqlLines}
	if o.Dir == "" {
		if o.Dir, err = c.cacheDir(); err != nil {
			return err
		}
	}
	switch {
	case o.Output != "":
	case f.image != "":
		o.Output = filepath.Join(o.Dir, "image.bin")
	default:
		o.Output = c.name()
	}
	f.say("building %s for %s/%s in %s", script, goos, goarch, o.Dir)
	if err := c.build(ctx, o); err != nil {
		return err
	}
	if note := c.physical.RestartNote(); note != "" && !f.quiet {
		fmt.Fprintf(os.Stderr, "note: %s\n", note)
	}
	if f.image == "" {
		return nil
	}
	return c.writeImage(f.image, o)
}

// target is the platform to build for. An image is for linux whatever this machine is.
func (f *buildFlags) target() (goos, goarch string, err error) {
	goos, goarch = os.Getenv("GOOS"), os.Getenv("GOARCH")
	if goos == "" && f.image != "" {
		goos = "linux"
	}
	if f.platform != "" {
		var ok bool
		if goos, goarch, ok = strings.Cut(f.platform, "/"); !ok || goos == "" || goarch == "" ||
			strings.Contains(goarch, "/") {
			return "", "", errPlatform(f.platform)
		}
	}
	if goos == "" {
		goos = runtime.GOOS
	}
	if goarch == "" {
		goarch = runtime.GOARCH
	}
	if f.image != "" && goos != "linux" {
		return "", "", errImagePlatform(goos)
	}
	return goos, goarch, nil
}

// build generates and builds the program. What is wrong with the user's Go code was printed.
func (c *compilation) build(ctx context.Context, o gobuild.Options) error {
	err := c.generate(o.Dir)
	if err == nil {
		err = gobuild.Build(ctx, c.program, o)
	}
	return c.shown(err)
}

// shown prints an error of the user's Go code as a diagnostic at the function that needs it.
func (c *compilation) shown(err error) error {
	var user *gobuild.UserCodeError
	if !errors.As(err, &user) || user.Function == nil {
		return err
	}
	d := errGoCode(c.plan.Source, user)
	if err := (diag.List{d}).Text(os.Stderr, diag.TextOptions{Color: colored(os.Stderr)}); err != nil {
		return err
	}
	return errReported
}

// cacheDir is the folder of the script's builds, the same each time so that rebuilding is fast.
func (c *compilation) cacheDir() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", errNoCache(err)
	}
	abs, err := filepath.Abs(c.path)
	if err != nil {
		return "", errNoCache(err)
	}
	return filepath.Join(base, "flinkc", "build", safeFileName(c.name())+"-"+shortHash(abs)), nil
}

// safeFileName keeps of a name what file systems, images and archives all can hold.
func safeFileName(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_', r == '.':
			return r
		}
		return '_'
	}, s)
}

// literalSecrets finds credentials that stand in the script, and so would stand in the binary.
func literalSecrets(s diag.Severity) func(*compilation) diag.List {
	return func(c *compilation) diag.List {
		var out diag.List
		seen := map[*logical.Table]bool{}
		for _, t := range tables(c.plan) {
			if seen[t] || t.Options == nil {
				continue
			}
			seen[t] = true
			for _, p := range t.Options.All() {
				if p.Value.Secret.IsLiteral() {
					out = append(out, errLiteralSecret(s, c.plan.Source, t, p.Key))
				}
			}
		}
		return out
	}
}

// tables lists the tables that a plan reads and writes.
func tables(p *logical.Plan) []*logical.Table {
	var out []*logical.Table
	for _, s := range p.Sinks {
		logical.Walk(s, func(n logical.Node) {
			switch n := n.(type) {
			case *logical.Scan:
				out = append(out, n.Table)
			case *logical.Sink:
				out = append(out, n.Table)
			}
		})
	}
	return out
}
