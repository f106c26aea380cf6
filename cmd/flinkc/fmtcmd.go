package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
)

// fmtFlags are the flags of `flinkc fmt`; without one the result goes to standard output.
type fmtFlags struct{ diff, write, check bool }

func fmtCommand() *cobra.Command {
	var f fmtFlags
	c := &cobra.Command{
		Use:   "fmt SCRIPT...",
		Short: "Lay scripts out canonically; - is standard input",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return one(c, args)
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd.OutOrStdout(), args) },
	}
	flags := c.Flags()
	flags.BoolVarP(&f.diff, "diff", "d", false, "print what would change")
	flags.BoolVarP(&f.write, "write", "w", false, "rewrite the files")
	flags.BoolVar(&f.check, "check", false, "name the files that would change, and exit 1 if there are any")
	return c
}

// run formats all files, also behind one with errors.
func (f *fmtFlags) run(w io.Writer, names []string) error {
	if f.diff && f.write || f.check && f.write || f.diff && f.check {
		return errFmtModes()
	}
	var changed []string
	broken := false
	for _, name := range names {
		differs, err := f.file(w, name)
		switch {
		case errors.Is(err, errReported):
			broken = true
		case err != nil:
			return err
		case differs:
			changed = append(changed, name)
		}
	}
	switch {
	case broken:
		return errReported
	case f.check && len(changed) > 0:
		return errNotFormatted(changed)
	}
	return nil
}

// file formats one script and reports whether that changes it.
func (f *fmtFlags) file(w io.Writer, name string) (differs bool, err error) {
	if name == "-" && f.write {
		return false, errWriteStdin()
	}
	c, err := read(name)
	if err != nil {
		return false, err
	}
	got, problems := lang.Format(c.source, lang.FormatOptions{})
	if problems.HasErrors() {
		err := problems.Text(os.Stderr, diag.TextOptions{Color: colored(os.Stderr)})
		if err == nil {
			err = errReported
		}
		return false, err
	}
	return got != c.source.Text, f.show(w, name, c.source.Text, got)
}

func (f *fmtFlags) show(w io.Writer, name, old, got string) (err error) {
	switch {
	case f.check:
		if got != old {
			_, err = fmt.Fprintln(w, name)
		}
	case f.diff:
		_, err = w.Write(diff.Diff(name, []byte(old), name+" (formatted)", []byte(got)))
	case f.write:
		if got != old {
			err = replaceFile(name, got)
		}
	default:
		_, err = io.WriteString(w, got)
	}
	return err
}

// replaceFile writes beside the file and renames, so that a full disk does not cost the script. A
// link stays one, and the permissions stay.
func replaceFile(name, text string) error {
	name, err := filepath.EvalSymlinks(name)
	if err != nil {
		return errCannotWrite(err)
	}
	info, err := os.Stat(name)
	if err != nil {
		return errCannotWrite(err)
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), ".fmt-*")
	if err != nil {
		return errCannotWrite(err)
	}
	defer func() { _ = os.Remove(tmp.Name()) }() // fails after the rename, as it should
	_, err = io.Copy(tmp, strings.NewReader(text))
	if err == nil {
		err = tmp.Chmod(info.Mode().Perm())
	}
	if closed := tmp.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(tmp.Name(), name)
	}
	if err != nil {
		return errCannotWrite(err)
	}
	return nil
}
