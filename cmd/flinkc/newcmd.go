package main

import (
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
)

// project is what `flinkc new` writes. Go files have another ending, so that they are no package here.
//
//go:embed project
var project embed.FS

// projectFiles maps the files of a new project to their templates.
var projectFiles = []struct{ name, from string }{
	{"NAME.sql", "query.sql"},
	{"udf/udf.go", "udf.go.txt"},
	{"udf/udf_test.go", "udf_test.go.txt"},
	{"go.mod", "go.mod.txt"},
	{"expected.txt", "expected.txt"},
	{"Makefile", "Makefile"},
	{"README.md", "README.md"},
}

// projectName keeps to what is a module path, a file name and a word in a Makefile at once.
var projectName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]{0,63}$`)

func newCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "new NAME",
		Short: "Write a small project: query, Go function with test, expected result, Makefile",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := newProject(args[0]); err != nil {
				return err
			}
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "wrote %s; next: cd %s && flinkc run %s.sql\n",
				args[0], args[0], args[0])
			return err
		},
	}
}

// newProject writes the project into a folder of its name, which must not hold anything.
func newProject(name string) error {
	if !projectName.MatchString(name) {
		return errProjectName(name)
	}
	entries, err := os.ReadDir(name)
	if len(entries) > 0 || err != nil && !os.IsNotExist(err) {
		return errProjectExists(name)
	}
	fill := strings.NewReplacer("NAME", name, "GOVERSION", languageVersion())
	for _, f := range projectFiles {
		text, err := project.ReadFile("project/" + f.from)
		if err != nil {
			return bugError{err}
		}
		to := filepath.Join(name, filepath.FromSlash(fill.Replace(f.name)))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return errCannotWrite(err)
		}
		if err := os.WriteFile(to, []byte(fill.Replace(string(text))), 0o644); err != nil {
			return errCannotWrite(err)
		}
	}
	return nil
}

// languageVersion is the Go that built flinkc, without its patch: go1.26.3 gives 1.26.
func languageVersion() string {
	parts := strings.SplitN(strings.TrimPrefix(runtime.Version(), "go"), ".", 3)
	if len(parts) < 2 {
		return "1.26" // a Go of no release
	}
	return parts[0] + "." + parts[1]
}
