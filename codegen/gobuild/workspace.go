package gobuild

import (
	"go/version"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/mod/modfile"
)

// workspace is the go.work of a build.
type workspace struct {
	file      *modfile.WorkFile
	goVersion string // the newest of the modules: a go.work must not ask for less than they do
}

// workspace begins the go.work with the program itself and what the user's own go.work replaces.
func (f *Functions) workspace() *workspace {
	w := &workspace{file: &modfile.WorkFile{Syntax: &modfile.FileSyntax{}}, goVersion: goVersion()}
	w.use(".")
	for _, r := range f.replaces {
		w.replace(r)
	}
	return w
}

func (w *workspace) use(dir string) {
	if err := w.file.AddUse(dir, ""); err != nil {
		panic("gobuild: go.work: " + err.Error())
	}
}

// useModule uses a module of the user that lies in dir.
func (w *workspace) useModule(m module, dir string) {
	w.use(dir)
	if version.Compare("go"+m.goVersion, "go"+w.goVersion) > 0 {
		w.goVersion = m.goVersion
	}
}

// replace adds a replacement. The first one of a module and version stays: the user's own
// workspace comes before what is vendored.
func (w *workspace) replace(r *modfile.Replace) {
	for _, have := range w.file.Replace {
		if have.Old == r.Old {
			return
		}
	}
	if err := w.file.AddReplace(r.Old.Path, r.Old.Version, r.New.Path, r.New.Version); err != nil {
		panic("gobuild: go.work: " + err.Error())
	}
}

// text prints the file.
func (w *workspace) text() []byte {
	if err := w.file.AddGoStmt(w.goVersion); err != nil {
		panic("gobuild: go.work: " + err.Error())
	}
	w.file.SortBlocks()
	return modfile.Format(w.file.Syntax)
}

// userWorkspace returns what the user's own go.work joins with a module: without it, a module that
// needs a neighbour would not find it, because a build has one workspace only.
func userWorkspace(m module) ([]module, []*modfile.Replace) {
	name := findWork(m.dir)
	if name == "" {
		return nil, nil
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, nil
	}
	work, err := modfile.ParseWork(name, b, nil)
	if err != nil {
		return nil, nil // the go command ignores it as well, and says so where it matters
	}
	dir := filepath.Dir(name)
	var modules []module
	for _, u := range work.Use {
		if other, ok := moduleAt(resolve(dir, u.Path)); ok && other.path != "" {
			modules = append(modules, other)
		}
	}
	if !slices.ContainsFunc(modules, func(o module) bool { return o.dir == m.dir }) {
		return nil, nil // it is about other modules
	}
	for _, r := range work.Replace {
		if r.New.Version == "" {
			r.New.Path = filepath.ToSlash(resolve(dir, r.New.Path))
		}
	}
	return modules, work.Replace
}

// findWork finds a go.work as the go command does: GOWORK, or in the folder or above.
func findWork(dir string) string {
	switch env := os.Getenv("GOWORK"); env {
	case "off":
		return ""
	case "", "auto":
	default:
		return env
	}
	for d := dir; ; d = filepath.Dir(d) {
		name := filepath.Join(d, "go.work")
		if info, err := os.Stat(name); err == nil && !info.IsDir() {
			return name
		}
		if d == filepath.Dir(d) {
			return ""
		}
	}
}

// resolve is a path of a go.mod or go.work as an absolute one.
func resolve(dir, path string) string {
	path = filepath.FromSlash(path)
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(dir, path)
}
