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
		return err
	}
	bin := filepath.Join(dir, "program.bin")
	// A program for another platform could not run here, whatever GOOS says.
	o := gobuild.Options{Dir: dir, Output: bin, GOOS: runtime.GOOS, GOARCH: runtime.GOARCH}
	if err := c.build(cmd.Context(), o); err != nil {
		return err
	}
	p := exec.Command(bin, args...)
	p.Stdin, p.Stdout, p.Stderr = os.Stdin, os.Stdout, os.Stderr
	return runChild(p)
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
	err := p.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		if code := exit.ExitCode(); code >= 0 {
			return exitError(code)
		}
		return exitError(exitPipeline)
	}
	return err
}
