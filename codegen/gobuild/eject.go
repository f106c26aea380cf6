package gobuild

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/flinkc/flinkc"
)

// Eject writes the module like Write, but whole: the packages of the user's modules that the
// program needs are copied, so that the folder builds on another machine and without flinkc.
func Eject(p *Program, dir string) error {
	w := &writer{dir: dir}
	writeProgram(w, p)
	work := &workspace{file: &modfile.WorkFile{Syntax: &modfile.FileSyntax{}}, goVersion: goVersion()}
	work.use(".")
	e := &ejection{w: w, work: work}
	p.Functions.eachPackage(e.copy)
	p.Functions.writeCopies(w, work)
	e.writeModules()
	if e.ownRuntime {
		writeRuntime(w, flinkc.GoMod, flinkc.GoSum)
	} else {
		writeRuntime(w, runtimeMod(), runtimeSum())
	}
	work.use("./runtime")
	w.file("go.work", work.text())
	return w.err
}

// ejection copies packages of the user's modules.
type ejection struct {
	w          *writer
	work       *workspace
	used       []module // modules with a package that was copied
	ownRuntime bool     // functions lie in flinkc's own module
}

// copy copies a package.
func (e *ejection) copy(p userPackage) {
	e.w.copyPackage(path.Join(e.folder(p.module), p.path), p.dir)
	if p.module.runtime {
		e.ownRuntime = true
	} else if !slices.Contains(e.used, p.module) {
		e.used = append(e.used, p.module)
	}
}

func (e *ejection) folder(m module) string {
	if m.runtime {
		return "runtime"
	}
	return "modules/" + m.path
}

// writeModules writes the go.mod and go.sum of the modules that were copied from. Replacements by
// folders go: the folders are members of the workspace.
func (e *ejection) writeModules() {
	for _, m := range e.used {
		text, err := os.ReadFile(filepath.Join(m.dir, "go.mod"))
		if e.w.failed(err) {
			return
		}
		file, err := modfile.Parse("go.mod", text, nil)
		if e.w.failed(err) {
			return
		}
		for _, r := range slices.Clone(file.Replace) {
			if r.New.Version == "" {
				e.w.failed(file.DropReplace(r.Old.Path, r.Old.Version))
			}
		}
		file.Cleanup()
		e.w.file(e.folder(m)+"/go.mod", modfile.Format(file.Syntax))
		if sum := filepath.Join(m.dir, "go.sum"); isFile(sum) {
			e.w.copy(e.folder(m)+"/go.sum", sum)
		}
		e.work.useModule(m, "./"+e.folder(m))
		writeVendored(e.w, e.work, m)
	}
}

// copyPackage copies the files of a package, and the folders below that hold no Go: what it embeds.
// Tests stay behind.
func (w *writer) copyPackage(to, from string) {
	entries, err := os.ReadDir(from)
	if w.failed(err) {
		return
	}
	for _, e := range entries {
		name := filepath.Join(from, e.Name())
		switch {
		case e.IsDir() && !hasGo(name) && !strings.HasPrefix(e.Name(), "."):
			w.copyVendored(path.Join(to, e.Name()), name, nil)
		case e.IsDir() || strings.HasSuffix(e.Name(), "_test.go"):
		case e.Name() == "go.mod" || e.Name() == "go.sum" || e.Name() == "go.work":
		case isFile(name):
			w.copy(path.Join(to, e.Name()), name)
		}
	}
}

// hasGo reports whether a folder or one below holds Go files or a module.
func hasGo(dir string) bool {
	found := false
	_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) == ".go" || d.Name() == "go.mod" || d.Name() == ".git" {
			found = true
			return fs.SkipAll
		}
		return nil
	})
	return found
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}
