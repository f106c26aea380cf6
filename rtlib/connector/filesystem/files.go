package filesystem

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// maxDepth bounds how deep folders may lie in each other: more is a circle of links.
const maxDepth = 32

// listFiles returns the files of a path in the order of their names. A name that exists is taken as
// it is; otherwise one with * ? or [ is a glob.
func listFiles(path string) ([]string, error) {
	l := listing{}
	_, err := os.Stat(path)
	switch {
	case err == nil:
		err = l.add(path, 0)
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(path, "*?["):
		err = l.glob(path)
	default:
		err = errPath(path, err)
	}
	return l.files, err
}

type listing struct{ files []string }

func (l *listing) glob(pattern string) error {
	names, err := filepath.Glob(pattern)
	if err != nil {
		return errGlob(pattern, err)
	}
	for _, n := range names {
		if passedOver(n, pattern) {
			continue
		}
		if err := l.add(n, 0); err != nil {
			return err
		}
	}
	if len(names) == 0 {
		return errNoMatch(pattern)
	}
	return nil
}

// passedOver reports whether a name has a hidden part that the pattern did not ask for.
func passedOver(name, pattern string) bool {
	wanted := strings.Split(filepath.ToSlash(pattern), "/")
	for i, n := range strings.Split(filepath.ToSlash(name), "/") {
		if hidden(n) && i < len(wanted) && !hidden(wanted[i]) {
			return true
		}
	}
	return false
}

// add adds a file, or what is in a folder. Links are followed.
func (l *listing) add(path string, depth int) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return errPath(path, err)
	case !info.IsDir():
		l.files = append(l.files, path)
		return nil
	case depth == maxDepth:
		return errDepth(path)
	}
	entries, err := os.ReadDir(path) // ordered by name
	if err != nil {
		return errPath(path, err)
	}
	for _, e := range entries {
		if hidden(e.Name()) {
			continue
		}
		if err := l.add(filepath.Join(path, e.Name()), depth+1); err != nil {
			return err
		}
	}
	return nil
}

// hidden reports whether a file or folder is passed over, as Flink does: its own unfinished part
// files and the marks of other tools are named so.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")
}
