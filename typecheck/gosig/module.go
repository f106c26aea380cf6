package gosig

import (
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
)

// place is where a package is found.
type place struct {
	dir        string // absolute
	importPath string // as written; "" for a folder beside the script
}

// find resolves the path of a reference.
func (r Reader) find(path string) (place, error) {
	dir, err := filepath.Abs(r.Dir)
	if err != nil {
		return place{}, errNoFolder(r.Dir)
	}
	if strings.HasPrefix(path, "./") || strings.HasPrefix(path, "../") {
		return place{dir: filepath.Join(dir, filepath.FromSlash(path))}, nil
	}
	if filepath.IsAbs(path) {
		return place{}, errAbsolute(path)
	}
	return findImport(dir, path)
}

// findImport looks in the module around the script: in the module itself, in its vendor folder,
// behind its replace lines, in the module cache.
func findImport(dir, path string) (place, error) {
	root := moduleRoot(dir)
	if root == "" {
		return place{}, errNoModule(path)
	}
	text, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return place{}, errNoModule(path)
	}
	mod, err := modfile.Parse(filepath.Join(root, "go.mod"), text, nil)
	if err != nil {
		// A line of a newer Go is no reason to fail; the lax form knows no replace lines.
		mod, err = modfile.ParseLax(filepath.Join(root, "go.mod"), text, nil)
	}
	if err != nil || mod.Module == nil {
		return place{}, errBadModule(root)
	}
	for _, candidate := range candidates(root, mod, path) {
		if isFolder(candidate) {
			return place{dir: candidate, importPath: path}, nil
		}
	}
	return place{}, errImport(path, mod.Module.Mod.Path)
}

// moduleRoot is the nearest folder upwards that has a go.mod; "" when there is none.
func moduleRoot(dir string) string {
	for {
		if info, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil && !info.IsDir() {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

func candidates(root string, mod *modfile.File, path string) []string {
	var out []string
	if rest, ok := below(path, mod.Module.Mod.Path); ok {
		out = append(out, filepath.Join(root, rest))
	}
	out = append(out, filepath.Join(root, "vendor", filepath.FromSlash(path)))
	for _, r := range mod.Replace {
		rest, ok := below(path, r.Old.Path)
		switch {
		case !ok:
		case r.New.Version != "":
			out = append(out, cached(r.New, rest))
		case filepath.IsAbs(r.New.Path):
			out = append(out, filepath.Join(r.New.Path, rest))
		default:
			out = append(out, filepath.Join(root, r.New.Path, rest))
		}
	}
	for _, r := range mod.Require {
		if rest, ok := below(path, r.Mod.Path); ok {
			out = append(out, cached(r.Mod, rest))
		}
	}
	return out
}

// below returns the part of an import path behind a module's path.
func below(path, module string) (string, bool) {
	rest, ok := strings.CutPrefix(path, module)
	if !ok || rest != "" && rest[0] != '/' {
		return "", false
	}
	return filepath.FromSlash(strings.TrimPrefix(rest, "/")), true
}

// cached is a folder in the module cache, which may not be there.
func cached(m module.Version, rest string) string {
	path, err := module.EscapePath(m.Path)
	version, err2 := module.EscapeVersion(m.Version)
	if err != nil || err2 != nil {
		return ""
	}
	return filepath.Join(moduleCache(), path+"@"+version, rest)
}

// moduleCache is GOMODCACHE, found as the go command finds it, without asking it.
func moduleCache() string {
	if dir := os.Getenv("GOMODCACHE"); dir != "" {
		return dir
	}
	if list := filepath.SplitList(os.Getenv("GOPATH")); len(list) > 0 && list[0] != "" {
		return filepath.Join(list[0], "pkg", "mod")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(home, "go", "pkg", "mod")
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return path != "" && err == nil && info.IsDir()
}
