package main

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/flinkc/flinkc/codegen/gobuild"
)

func runCommand() *cobra.Command {
	var f scriptFlags
	var watch bool
	c := &cobra.Command{
		Use:   "run SCRIPT [-- FLAGS OF THE PROGRAM]",
		Short: "Build and run a pipeline",
		Args: func(c *cobra.Command, args []string) error {
			// What stands behind -- is the program's.
			if n := c.ArgsLenAtDash(); n >= 0 {
				args = args[:n]
			}
			return one(c, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if watch {
				return runWatching(cmd.Context(), &f, args)
			}
			c, err := f.checked(args[0], unanswered)
			if err != nil {
				return err
			}
			o, err := c.runOptions()
			if err != nil {
				return err
			}
			if err := c.build(cmd.Context(), o); err != nil {
				return err
			}
			return runChild(childOf(o.Output, args[1:]))
		},
	}
	f.add(c)
	c.Flags().BoolVar(&watch, "watch", false,
		"build and run again when the script or the Go code of a function changes")
	return c
}

// runOptions are those of a build into the cache that is run at once: a program for another platform
// could not run here, whatever GOOS says.
func (c *compilation) runOptions() (gobuild.Options, error) {
	dir, err := c.cacheDir()
	return gobuild.Options{Dir: dir, Output: filepath.Join(dir, "program.bin"),
		GOOS: runtime.GOOS, GOARCH: runtime.GOARCH}, err
}

// childOf is a program whose streams are those of flinkc.
func childOf(bin string, args []string) *exec.Cmd {
	p := exec.Command(bin, args...)
	p.Stdin, p.Stdout, p.Stderr = os.Stdin, os.Stdout, os.Stderr
	return p
}

// runChild runs a program, passes SIGTERM and SIGINT on, and returns its exit code as an error unless
// it is 0.
func runChild(p *exec.Cmd) error {
	if err := p.Start(); err != nil {
		return errCannotStart(err)
	}
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, syscall.SIGTERM, os.Interrupt)
	defer signal.Stop(signals)
	ended := make(chan struct{})
	defer close(ended)
	go func() {
		for {
			select {
			case s := <-signals:
				_ = p.Process.Signal(s)
			case <-ended:
				return
			}
		}
	}()
	return exitOf(p.Wait())
}

// exitOf turns what Wait says of a program into its exit code.
func exitOf(err error) error {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		if code := exit.ExitCode(); code >= 0 {
			return exitError(code)
		}
		return exitError(exitPipeline)
	}
	return err
}
