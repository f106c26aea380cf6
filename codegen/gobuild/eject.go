package gobuild

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
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
	e := &ejection{w: w, work: work, modules: withReplaced(p.Functions.modules), done: map[string]bool{}}
	for _, u := range p.Functions.all {
		e.add(p.Functions.Path(u))
	}
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
	modules    []module
	done       map[string]bool // import paths
	used       []module        // modules with a package that was copied
	ownRuntime bool            // functions lie in flinkc's own module
}

// add copies a package and those that it imports, as far as they are the user's.
func (e *ejection) add(importPath string) {
	m, ok := e.owner(importPath)
	if !ok || e.done[importPath] || m.runtime && strings.HasPrefix(importPath, runtimeModule+"/rtlib/") {
		return
	}
	e.done[importPath] = true
	rest := strings.TrimPrefix(strings.TrimPrefix(importPath, m.path), "/")
	from := filepath.Join(m.dir, filepath.FromSlash(rest))
	e.w.copyPackage(path.Join(e.folder(m), rest), from)
	if m.runtime {
		e.ownRuntime = true
	} else if !slices.Contains(e.used, m) {
		e.used = append(e.used, m)
	}
	for _, i := range importsOf(from) {
		e.add(i)
	}
}

// owner is the module of a package: the one with the longest path that fits.
func (e *ejection) owner(importPath string) (best module, ok bool) {
	for _, m := range e.modules {
		fits := importPath == m.path || strings.HasPrefix(importPath, m.path+"/")
		if fits && len(m.path) > len(best.path) {
			best, ok = m, true
		}
	}
	return best, ok
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

// withReplaced adds the folders that replace lines of the modules lead to.
func withReplaced(modules []module) []module {
	out := slices.Clone(modules)
	for i := 0; i < len(out); i++ {
		text, err := os.ReadFile(filepath.Join(out[i].dir, "go.mod"))
		if err != nil {
			continue
		}
		file, err := modfile.Parse("go.mod", text, nil) // ParseLax skips replace lines
		if err != nil {
			continue
		}
		for _, r := range file.Replace {
			m, ok := moduleAt(resolve(out[i].dir, r.New.Path))
			known := slices.ContainsFunc(out, func(o module) bool { return o.dir == m.dir })
			if r.New.Version == "" && ok && !known {
				out = append(out, m)
			}
		}
	}
	return out
}

// importsOf lists the imports of a package's files, those for other systems among them. Files that
// do not parse have none; the checker has read them before.
func importsOf(dir string) []string {
	var out []string
	names, _ := filepath.Glob(filepath.Join(escapeGlob(dir), "*.go"))
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			continue
		}
		for _, i := range file.Imports {
			if p, err := strconv.Unquote(i.Path.Value); err == nil && !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// escapeGlob makes a folder's name stand for itself in a pattern.
func escapeGlob(s string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(s)
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
