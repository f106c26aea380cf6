package gobuild

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/flinkc/flinkc/typecheck/logical"
)

// Functions knows under which import path each user function's package is found, and which modules
// must be in the workspace for that.
type Functions struct {
	all      []*logical.UserFunction
	modules  []module
	replaces []*modfile.Replace // of the user's own go.work, with absolute paths
	copies   []copied
	paths    map[*logical.UserFunction]string
	buildDir string
}

// module is a module of the user, used where it lies.
type module struct {
	dir, path string
	goVersion string // of its go line; "" without
	runtime   bool   // it is flinkc itself
}

// copied is a folder of functions without a module around it, which is copied into the build folder.
type copied struct{ from, name string }

const copiedPrefix = "flinkc.local/functions/"

// Locate finds the modules of the functions. scriptDir is the folder of the script, buildDir that of
// the build.
func Locate(fns []*logical.UserFunction, scriptDir, buildDir string) (*Functions, error) {
	f := &Functions{all: fns, paths: map[*logical.UserFunction]string{}, buildDir: absolute(buildDir)}
	for _, u := range fns {
		if err := f.locate(u, absolute(scriptDir)); err != nil {
			return nil, err
		}
	}
	if m, ok := findModule(absolute(scriptDir)); ok && m.runtime {
		f.add(m)
	}
	return f, nil
}

// locate decides how the program imports a function: by the path that the script wrote, by that of
// a folder beside the script in its module, or as a copy of a folder without module.
func (f *Functions) locate(u *logical.UserFunction, scriptDir string) error {
	if u.Go.ImportPath != "" {
		m, ok := findModule(scriptDir)
		if !ok {
			return errNoModule(u)
		}
		f.addAround(m)
		f.paths[u] = u.Go.ImportPath
		return nil
	}
	dir := absolute(u.Go.Dir)
	m, ok := findModule(dir)
	if !ok {
		f.paths[u] = copiedPrefix + f.copy(dir)
		return nil
	}
	rel, err := filepath.Rel(m.dir, dir)
	if err != nil {
		return err
	}
	f.addAround(m)
	f.paths[u] = path.Join(m.path, filepath.ToSlash(rel))
	return nil
}

// addAround adds a module and those that the user's own workspace joins with it.
func (f *Functions) addAround(m module) {
	f.add(m)
	modules, replaces := userWorkspace(m)
	for _, other := range modules {
		f.add(other)
	}
	f.replaces = append(f.replaces, replaces...)
}

func (f *Functions) add(m module) {
	for _, have := range f.modules {
		if have.dir == m.dir {
			return
		}
	}
	f.modules = append(f.modules, m)
	slices.SortFunc(f.modules, func(a, b module) int { return strings.Compare(a.dir, b.dir) })
}

// copy plans the copy of a folder and returns its name in the build folder.
func (f *Functions) copy(dir string) string {
	for _, c := range f.copies {
		if c.from == dir {
			return c.name
		}
	}
	name := safeName(filepath.Base(dir))
	taken := func(n string) bool {
		return slices.ContainsFunc(f.copies, func(c copied) bool { return c.name == n })
	}
	for i, base := 2, name; taken(name); i++ {
		name = fmt.Sprintf("%s%d", base, i)
	}
	f.copies = append(f.copies, copied{dir, name})
	return name
}

// safeName keeps what is harmless in an import path.
func safeName(s string) string {
	out := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' {
			return r
		}
		return -1
	}, s)
	if out == "" {
		return "functions"
	}
	return out
}

// findModule looks for a go.mod in the folder and above.
func findModule(dir string) (module, bool) {
	for d := dir; ; d = filepath.Dir(d) {
		if m, ok := moduleAt(d); ok {
			return m, m.path != ""
		}
		if d == filepath.Dir(d) {
			return module{}, false
		}
	}
}

// moduleAt reads the go.mod of a folder.
func moduleAt(dir string) (module, bool) {
	b, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	if err != nil {
		return module{}, false
	}
	m := module{dir: dir, path: modfile.ModulePath(b)}
	m.runtime = m.path == runtimeModule
	if f, err := modfile.ParseLax("go.mod", b, nil); err == nil && f.Go != nil {
		m.goVersion = f.Go.Version
	}
	return m, true
}

// Path is the import path of a function's package.
func (f *Functions) Path(u *logical.UserFunction) string { return f.paths[u] }

// hasRuntime reports whether flinkc's own module is in the workspace already.
func (f *Functions) hasRuntime() bool {
	return slices.ContainsFunc(f.modules, func(m module) bool { return m.runtime })
}

// writeInPlace joins the user's modules where they lie, and copies the folders without one.
func (f *Functions) writeInPlace(w *writer, work *workspace) {
	for _, m := range f.modules {
		work.useModule(m, filepath.ToSlash(m.dir))
		writeVendored(w, work, m)
	}
	f.writeCopies(w, work)
}

// writeCopies copies the folders of functions that have no module.
func (f *Functions) writeCopies(w *writer, work *workspace) {
	for _, c := range f.copies {
		to := "functions/" + c.name
		w.file(to+"/go.mod", []byte("module "+copiedPrefix+c.name+"\n\ngo "+goVersion()+"\n"))
		w.copyPackage(to, c.from)
		work.use("./" + to)
	}
}
