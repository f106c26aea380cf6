package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/flinkc/flinkc"
	"github.com/flinkc/flinkc/cmd/flinkc/demo"
	"github.com/flinkc/flinkc/codegen/gobuild"
	"github.com/flinkc/flinkc/lang/diag"
)

// demoFlags are the flags of flinkc demo.
type demoFlags struct {
	config demo.Config
	json   bool
}

// Defaults of the demo: a rate that leaves a laptop usable, and enough broken lines to be seen.
const (
	demoRate   = 500_000
	demoBroken = 0.01
)

func demoCommand() *cobra.Command {
	var f demoFlags
	c := &cobra.Command{
		Use: "demo", Short: "Run the CDN example: broker, generator, job, database, live page",
		Long: "Runs examples/cdn/cdn.sql on generated access logs. Broker and database are in the\n" +
			"same process unless --kafka and --mysql name real ones. Ctrl-C ends it, or --for.",
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return f.run(cmd)
		},
	}
	f.add(c)
	return c
}

func (f *demoFlags) add(c *cobra.Command) {
	set, d := c.Flags(), &f.config
	set.DurationVar(&d.For, "for", 0, "how long lines are made, such as 10s; default until Ctrl-C")
	set.BoolVar(&f.json, "json", false, "print the summary as one JSON line on standard output, last")
	set.StringVar(&d.Kafka, "kafka", "", "host:port of a real Kafka; the topic access_log is created")
	set.StringVar(&d.MySQL, "mysql", "",
		"DSN of a real MySQL or MariaDB, user:password@tcp(host:port)/database; the table is created")
	set.Uint64Var(&d.Seed, "seed", 1, "of the generator: the same seed makes the same lines")
	set.Float64Var(&d.Rate, "rate", demoRate, "lines a second; 0 is as fast as the job reads them")
	set.Float64Var(&d.Broken, "broken", demoBroken,
		"part of the lines, 0 to 1, that are broken or odd")
	set.StringVar(&d.Listen, "listen", "127.0.0.1:0", "address of the live page")
}

func (f *demoFlags) run(cmd *cobra.Command) error {
	ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A second Ctrl-C does not wait for the clean end.
	context.AfterFunc(ctx, stop)
	var err error
	if f.config.Example, err = exampleFiles(); err != nil {
		return demoError(ctx, err)
	}
	f.config.Build = buildForHere
	f.config.Progress, f.config.Terminal = os.Stderr, terminal(os.Stderr)
	began := time.Now()
	r, err := demo.Run(ctx, f.config)
	if err != nil {
		return demoError(ctx, err)
	}
	return f.print(cmd.OutOrStdout(), r, time.Since(began))
}

// print writes the summary.
func (f *demoFlags) print(w io.Writer, r *demo.Result, whole time.Duration) error {
	if f.json {
		return json.NewEncoder(w).Encode(r)
	}
	_, err := fmt.Fprintf(w, "%s\n%d records in %.1f s (%.0f/s), %d provinces, %d lines dropped, "+
		"%d fields made NULL; %.1f s with build and start\n", demo.Table(r.Rows, len(r.Rows)),
		r.Records, r.Seconds, r.Rate, r.Provinces, r.BadRecords, r.BadFields, whole.Seconds())
	return err
}

// buildForHere builds a script for this machine, whatever GOOS says, by the same steps as
// flinkc build.
func buildForHere(ctx context.Context, script, program string) error {
	c, err := read(script)
	if err != nil {
		return err
	}
	c.check(nil)
	if c.diags.HasErrors() {
		_ = c.diags.Text(os.Stderr, diag.TextOptions{Color: colored(os.Stderr)})
		return bugError{errReported}
	}
	dir := filepath.Join(filepath.Dir(program), "build")
	if err := c.generate(dir); err != nil {
		return err
	}
	return gobuild.Build(ctx, c.program, gobuild.Options{
		Dir: dir, Output: program, GOOS: runtime.GOOS, GOARCH: runtime.GOARCH})
}

// demoError gives an error of the demo its exit code.
func demoError(ctx context.Context, err error) error {
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		fmt.Fprintln(os.Stderr, "interrupted before the first line")
		return exitError(exitInterrupted)
	}
	var e *demo.Error
	if !errors.As(err, &e) {
		return err // of the build
	}
	switch e.Kind {
	case demo.Bug:
		return bugError{err}
	case demo.Environment:
		fmt.Fprintf(os.Stderr, "error: %v\n", err)
		return exitError(exitEnvironment)
	case demo.Input:
		return usageError{err}
	}
	fmt.Fprintf(os.Stderr, "error: %v\n", err)
	return exitError(exitPipeline)
}

// exitInterrupted is what shells give for a program that Ctrl-C has ended.
const exitInterrupted = 130

// terminal reports whether a file is a terminal that can redraw.
func terminal(f *os.File) bool {
	st, err := f.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb"
}

// noArguments wants flags only.
func noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{demo.ErrArguments(args[0])}
	}
	return nil
}

// exampleFiles are cdn.sql and udf.
func exampleFiles() (fs.FS, error) { return fs.Sub(flinkc.Examples, "examples/cdn") }
