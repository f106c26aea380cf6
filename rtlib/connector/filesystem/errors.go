package filesystem

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"
)

// errPath is a file or folder that cannot be opened for reading.
func errPath(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &located{fmt.Sprintf("there is no file or folder %q%s\n"+
			"hint: Create it, or correct the option 'path'", path, meaning(path)), err}
	case errors.Is(err, fs.ErrPermission):
		return &located{fmt.Sprintf("%q may not be read by the user of this program\n"+
			"hint: Give that user the right to read it", path), err}
	}
	return errRead(path, err)
}

// located is an error whose text says all of its cause, which is kept for errors.Is.
type located struct {
	text  string
	cause error
}

// Error returns the text.
func (e *located) Error() string { return e.text }

// Unwrap returns the cause.
func (e *located) Unwrap() error { return e.cause }

// meaning says what a relative path was taken for.
func meaning(path string) string {
	abs, err := filepath.Abs(path)
	if err != nil || abs == path {
		return ""
	}
	return fmt.Sprintf(" (relative to the working directory it is %q)", abs)
}

func errGlob(pattern string, err error) error {
	return fmt.Errorf("the glob %q: %w\nhint: Inside a name * stands for any text, ? for a character "+
		"and [a-z] for one of a set", pattern, err)
}

func errNoMatch(pattern string) error {
	return fmt.Errorf("no file matches %q%s\nhint: Correct the option 'path'; * does not reach over "+
		"a /, but all of a folder is read when 'path' names the folder", pattern, meaning(pattern))
}

func errDepth(path string) error {
	return fmt.Errorf("folders lie %d deep at %q\nhint: Remove the link that leads back to a folder "+
		"above it", maxDepth, path)
}

func errCompression(path, ending string) error {
	return fmt.Errorf("%q is compressed in a way that flinkc does not read (%s)\n"+
		"hint: Use gzip (.gz) or zstd (.zst), or decompress the file", path, ending)
}

func errRead(path string, err error) error { return fmt.Errorf("cannot read %q: %w", path, err) }

func errShorter(path string, at, want int64) error {
	return fmt.Errorf("%q became shorter while it was read: it ends at byte %d and had %d bytes or "+
		"more\nhint: Do not change files while a job reads them; write a new file and rename it",
		path, at, want)
}

func errLongRecord(path string, at int64) error {
	return fmt.Errorf("the record at byte %d of %q has no end within %d MiB\n"+
		"hint: Look for a quote that is never closed, or for a file of another format",
		at, path, maxRecord>>20)
}

func errPosition(path string) error {
	return fmt.Errorf("the position to go on from in %q was written by another version of flinkc",
		path)
}

func errOutside(s section, at int64) error {
	return fmt.Errorf("byte %d, the position to go on from, is not in %q from byte %d to %d\n"+
		"hint: Bring the file back as it was, or start anew", at, s.path, s.start, s.end)
}

// errWrite is a failure to write; a full disk is named, since it is the likeliest one.
func errWrite(path string, err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return &located{fmt.Sprintf("the disk is full: %q could not be written (%v)\n"+
			"hint: Free space or name another folder in 'path', and start again; files that are "+
			"visible there are whole", path, err), err}
	}
	return fmt.Errorf("cannot write %q: %w", path, err)
}

func errTarget(path string, err error) error {
	if errors.Is(err, syscall.ENOTDIR) || errors.Is(err, fs.ErrExist) {
		return &located{fmt.Sprintf("%q cannot be a folder of part files: a file is in its place\n"+
			"hint: Name a folder in the option 'path'", path), err}
	}
	return &located{fmt.Sprintf("files cannot be made in %q%s: %v\n"+
		"hint: Give the user of this program the right to write there, or correct the option 'path'",
		path, meaning(path), err), err}
}

func errCommittable() error {
	return errors.New("a committable of the filesystem sink was written by another version of flinkc")
}

func errLost(dir string, c committable) error {
	return fmt.Errorf("part file %q of folder %q is gone: it can be neither found nor committed\n"+
		"hint: Bring back the folder as it was when the job stopped, its hidden files too", c.final, dir)
}

func errTorn(path string, have, want int64) error {
	return fmt.Errorf("%q has %d bytes where %d were written and synchronised\n"+
		"hint: Bring back the file as it was when the job stopped", path, have, want)
}
