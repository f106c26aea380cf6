// Command flinkc compiles pipelines written in Flink SQL to static Go binaries.
package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/flinkc/flinkc/codegen/gobuild"
)

// Exit codes.
const (
	exitInput       = 1 // the user's input is wrong
	exitUsage       = 2
	exitBug         = 3 // a bug of flinkc
	exitEnvironment = 4 // no Go toolchain, no network
	exitPipeline    = 5 // the pipeline failed while it ran
)

// version is the release; set at build time.
var version = "0.1.0-dev"

func main() { os.Exit(run(os.Args[1:])) }

// run executes a command line and returns the exit code.
func run(args []string) int {
	root := newRoot()
	root.SetArgs(args)
	err := root.Execute()
	if err == nil {
		return 0
	}
	code, shown := classify(err)
	if shown {
		fmt.Fprintf(os.Stderr, "error: %v\n", err)
	}
	return code
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "flinkc",
		Short:         "Compiles Flink SQL to static Go binaries",
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version,
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(checkCommand(), explainCommand(), genCommand(), buildCommand(), runCommand())
	return root
}

// usageError is a wrong command line.
type usageError struct{ error }

// bugError is a failure that only a bug of flinkc can cause.
type bugError struct{ error }

// Error asks for a report.
func (e bugError) Error() string {
	return "this is a bug of flinkc: " + e.error.Error() + "\nhint: Please report it with the script."
}

// errReported says that diagnostics were printed already.
var errReported = errors.New("the script has errors")

// exitError carries the exit code of a program that was run.
type exitError int

// Error names the code.
func (e exitError) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// classify maps an error to the exit code, and says whether it still has to be printed.
func classify(err error) (code int, shown bool) {
	var (
		usage usageError
		bug   bugError
		env   *gobuild.EnvironmentError
		user  *gobuild.UserCodeError
		built *gobuild.BugError
		ran   exitError
	)
	switch {
	case errors.Is(err, errReported):
		return exitInput, false
	case errors.As(err, &ran):
		return int(ran), false
	case errors.As(err, &user):
		return exitInput, true
	case errors.As(err, &bug), errors.As(err, &built):
		return exitBug, true
	case errors.As(err, &env):
		return exitEnvironment, true
	case errors.As(err, &usage):
		return exitUsage, true
	}
	return exitUsage, true
}
