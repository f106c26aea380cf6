// Command flinkc compiles pipelines written in Flink SQL to static Go binaries.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() { os.Exit(run(os.Args[1:])) }

// run executes a command line and returns the exit code.
func run(args []string) int {
	root := newRoot()
	root.SetArgs(args)
	err := root.Execute()
	if err == nil {
		return exitOK
	}
	code, shown := classify(err)
	if shown {
		fmt.Fprintf(os.Stderr, "error: %v\n", err)
	}
	return code
}

// newRoot lists the commands; each is a file of its own.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "flinkc",
		Short:         "Compiles Flink SQL to static Go binaries",
		Long:          rootHelp,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version,
		Args:          knownCommand,
		// Without a command the help is the answer, and the command line was incomplete.
		RunE: func(c *cobra.Command, _ []string) error {
			_ = c.Help()
			return errNoCommand()
		},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(checkCommand(), explainCommand(), explainErrorCommand(), fmtCommand(),
		genCommand(), buildCommand(), runCommand(), demoCommand(), newCommand(), versionCommand())
	return root
}

const rootHelp = `flinkc compiles a pipeline written in Flink SQL to one static Go program that does exactly that
pipeline and nothing else.

Exit codes: 0 fine, 1 the script or a function is wrong, 2 the command line is wrong, 3 a bug of
flinkc, 4 the machine (no Go toolchain, no network), 5 the pipeline failed while it ran.`

// knownCommand refuses an unknown command and suggests the nearest.
func knownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	return errUnknownCommand(args[0], names)
}
