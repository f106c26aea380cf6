package gobuild

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/modfile"
)

// userPackage is a package of one of the user's modules that the program needs.
type userPackage struct {
	module module
	path   string // inside of the module, with slashes
	dir    string
}

// eachPackage calls visit for the packages of functions and for those that they import, as far as
// they are the user's.
func (f *Functions) eachPackage(visit func(userPackage)) {
	modules, done := withReplaced(f.modules), map[string]bool{}
	var add func(importPath string)
	add = func(importPath string) {
		m, ok := owner(modules, importPath)
		ours := m.runtime && strings.HasPrefix(importPath, runtimeModule+"/rtlib/")
		if !ok || ours || done[importPath] {
			return
		}
		done[importPath] = true
		rest := strings.TrimPrefix(strings.TrimPrefix(importPath, m.path), "/")
		p := userPackage{m, rest, filepath.Join(m.dir, filepath.FromSlash(rest))}
		visit(p)
		for _, i := range importsOf(p.dir) {
			add(i)
		}
	}
	for _, u := range f.all {
		add(f.Path(u))
	}
}

// owner is the module of a package: the one with the longest path that fits.
func owner(modules []module, importPath string) (best module, ok bool) {
	for _, m := range modules {
		fits := importPath == m.path || strings.HasPrefix(importPath, m.path+"/")
		if fits && len(m.path) > len(best.path) {
			best, ok = m, true
		}
	}
	return best, ok
}

// Sources lists what the program is made from besides the script: folders of packages, those below
// that they embed files from, and the files that describe the modules, be they there or not.
func (f *Functions) Sources() []string {
	var out []string
	note := func(m module) {
		out = append(out, filepath.Join(m.dir, "go.mod"), filepath.Join(m.dir, "go.sum"),
			filepath.Join(m.dir, "vendor", "modules.txt"))
	}
	f.eachPackage(func(p userPackage) {
		out = append(out, foldersOf(p.dir)...)
		note(p.module)
	})
	for _, m := range f.modules {
		note(m)
		if work := findWork(m.dir); work != "" {
			out = append(out, work)
		}
	}
	for _, c := range f.copies {
		out = append(out, foldersOf(c.from)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// foldersOf is a package's folder and all below without Go.
func foldersOf(dir string) []string {
	out := []string{dir}
	_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || !d.IsDir() || name == dir:
			return nil
		case hasGo(name) || strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		}
		out = append(out, name)
		return nil
	})
	return out
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
