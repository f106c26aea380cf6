package main

import (
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/flinkc/flinkc/lang/diag"
)

// scriptFlags are the flags of every command that reads a script.
type scriptFlags struct {
	vars    []string
	format  string
	json    bool
	quiet   bool
	verbose bool
}

func (f *scriptFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.StringArrayVar(&f.vars, "var", nil,
		"value of a ${NAME} in the script, as NAME=VALUE; may be repeated")
	flags.StringVar(&f.format, "format", "text", "of diagnostics: text, json, github or sarif")
	flags.BoolVar(&f.json, "json", false, "short for --format json")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "no warnings")
	flags.BoolVarP(&f.verbose, "verbose", "v", false, "say on standard error what is done")
}

// checked reads and checks a script and prints what there is to say about it. The error says that it
// has errors; the compilation is nil when the script could not be read. more adds what only the
// command itself finds.
func (f *scriptFlags) checked(path string, more ...func(*compilation) diag.List) (*compilation, error) {
	vars, err := f.variables()
	if err != nil {
		return nil, err
	}
	collectSeldom()
	c, err := read(path)
	if err != nil {
		return nil, err
	}
	c.check(vars)
	if !c.diags.HasErrors() {
		for _, find := range more {
			c.diags = append(c.diags, find(c)...).Sorted()
		}
	}
	if err := f.print(c.diags); err != nil {
		return nil, err
	}
	if c.diags.HasErrors() {
		return c, errReported
	}
	return c, nil
}

// collectSeldom lets the heap grow to some 30 MB before the first collection: a compilation is over
// sooner than collecting would pay. GOGC decides when it is set.
func collectSeldom() {
	const percent = 800 // of the runtime's smallest heap, 4 MB
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(percent)
	}
}

func (f *scriptFlags) variables() (map[string]string, error) {
	vars := map[string]string{}
	for _, v := range f.vars {
		name, value, ok := strings.Cut(v, "=")
		if !ok || name == "" {
			return nil, errVar(v)
		}
		vars[name] = value
	}
	return vars, nil
}

// print writes diagnostics: text to standard error, what programs read to standard output.
func (f *scriptFlags) print(l diag.List) error {
	if f.quiet && !l.HasErrors() {
		l = nil
	}
	format := f.format
	if f.json {
		format = "json"
	}
	switch format {
	case "text":
		return l.Text(os.Stderr, diag.TextOptions{Color: colored(os.Stderr)})
	case "json":
		return l.JSON(os.Stdout)
	case "github":
		return l.GitHub(os.Stdout)
	case "sarif":
		return l.SARIF(os.Stdout)
	}
	return errFormat(f.format)
}

// asText reports whether people read what is printed.
func (f *scriptFlags) asText() bool { return f.format == "text" && !f.json }

// colored reports whether a file is a terminal that wants colours.
func colored(f *os.File) bool {
	if os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	st, err := f.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0
}

// one wants exactly one script.
func one(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return errOneScript(len(args))
	}
	return nil
}

func checkCommand() *cobra.Command {
	var f scriptFlags
	c := &cobra.Command{
		Use:   "check SCRIPT",
		Short: "Parse and type-check a script; needs no Go toolchain",
		Args:  one,
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := f.checked(args[0])
			if err == nil && f.asText() {
				c.printAnswers(cmd.OutOrStdout())
			}
			return err
		},
	}
	f.add(c)
	return c
}
