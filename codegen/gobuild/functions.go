package gobuild

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/flinkc/flinkc/typecheck/logical"
)

// Functions knows under which import path each user function's package is found, and which modules must be in the
// workspace for that.
type Functions struct {
	modules  []module
	copies   []copied
	paths    map[*logical.UserFunction]string
	buildDir string
}

// module is a module of the user, used where it lies.
type module struct {
	dir, path string
	runtime   bool // it is flinkc itself
}

// copied is a folder of functions without a module around it, which is copied into the build folder.
type copied struct{ from, name string }

const copiedPrefix = "flinkc.local/functions/"

// Locate finds the modules of the functions. scriptDir is the folder of the script, buildDir that of the build.
func Locate(fns []*logical.UserFunction, scriptDir, buildDir string) (*Functions, error) {
	f := &Functions{paths: map[*logical.UserFunction]string{}, buildDir: absolute(buildDir)}
	for _, u := range fns {
		if err := f.locate(u, scriptDir); err != nil {
			return nil, err
		}
	}
	if m, ok := findModule(absolute(scriptDir)); ok && m.runtime {
		f.add(m)
	}
	return f, nil
}

func (f *Functions) locate(u *logical.UserFunction, scriptDir string) error {
	if u.Go.Dir == "" {
		m, ok := findModule(absolute(scriptDir))
		if !ok {
			return fmt.Errorf("function %s: import path %q needs a go.mod in the script's folder or above",
				u.Name, u.Go.ImportPath)
		}
		f.add(m)
		f.paths[u] = u.Go.ImportPath
		return nil
	}
	dir := absolute(u.Go.Dir)
	if m, ok := findModule(dir); ok {
		rel, err := filepath.Rel(m.dir, dir)
		if err != nil {
			return err
		}
		f.add(m)
		f.paths[u] = path.Join(m.path, filepath.ToSlash(rel))
		return nil
	}
	f.paths[u] = copiedPrefix + f.copy(dir)
	return nil
}

func (f *Functions) add(m module) {
	for _, have := range f.modules {
		if have.dir == m.dir {
			return
		}
	}
	f.modules = append(f.modules, m)
	sort.Slice(f.modules, func(i, j int) bool { return f.modules[i].dir < f.modules[j].dir })
}

// copy plans the copy of a folder and returns its name in the build folder.
func (f *Functions) copy(dir string) string {
	name := safeName(filepath.Base(dir))
	for i, c := range f.copies {
		if c.from == dir {
			return c.name
		}
		if c.name == name {
			name = fmt.Sprintf("%s%d", name, i+2)
		}
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
		b, err := os.ReadFile(filepath.Join(d, "go.mod"))
		if err == nil {
			p := modfile.ModulePath(b)
			return module{d, p, p == runtimeModule}, p != ""
		}
		if d == filepath.Dir(d) {
			return module{}, false
		}
	}
}

// Path is the import path of a function's package.
func (f *Functions) Path(u *logical.UserFunction) string { return f.paths[u] }

// hasRuntime reports whether flinkc's own module is in the workspace already.
func (f *Functions) hasRuntime() bool {
	for _, m := range f.modules {
		if m.runtime {
			return true
		}
	}
	return false
}

// write copies the folders that need it and returns the workspace's use lines.
func (f *Functions) write(w *writer) []string {
	var uses []string
	for _, m := range f.modules {
		uses = append(uses, filepath.ToSlash(m.dir))
	}
	for _, c := range f.copies {
		f.writeCopy(w, c)
		uses = append(uses, "./functions/"+c.name)
	}
	return uses
}

func (f *Functions) writeCopy(w *writer, c copied) {
	to := "functions/" + c.name
	w.file(to+"/go.mod", []byte("module "+copiedPrefix+c.name+"\n\ngo "+goVersion()+"\n"))
	entries, err := os.ReadDir(c.from)
	if err != nil && w.err == nil {
		w.err = err
	}
	for _, e := range entries {
		if e.IsDir() || strings.HasSuffix(e.Name(), "_test.go") || e.Name() == "go.mod" {
			continue
		}
		b, err := os.ReadFile(filepath.Join(c.from, e.Name()))
		if err != nil && w.err == nil {
			w.err = err
		}
		w.file(to+"/"+e.Name(), b)
	}
}
