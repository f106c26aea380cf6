package gobuild

import (
	"bufio"
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/mod/modfile"
	mod "golang.org/x/mod/module"
)

// A module that vendors its dependencies means these files, and may have no others: but a workspace
// reads no vendor folder of a member. So each vendored module is copied into the build and replaces
// the one that the module cache would have.

// vendoredModule is a line of vendor/modules.txt.
type vendoredModule struct{ path, version, goVersion string }

// writeVendored copies what a module vendors. Modules that the runtime needs as well are left to the
// module cache, since a vendor folder has only the packages that the user's module imports.
func writeVendored(w *writer, work *workspace, m module) {
	text, err := os.ReadFile(filepath.Join(m.dir, "vendor", "modules.txt"))
	if err != nil || m.runtime {
		return
	}
	all := parseModulesTxt(text)
	for _, v := range all {
		if runtimeNeeds[v.path] {
			continue
		}
		to := "vendored/" + v.path
		w.copyVendored(to, filepath.Join(m.dir, "vendor", filepath.FromSlash(v.path)), v.inner(all))
		w.file(to+"/go.mod", []byte("module "+modfile.AutoQuote(v.path)+"\n\ngo "+v.goVersion+"\n"))
		work.replace(&modfile.Replace{
			Old: mod.Version{Path: v.path, Version: v.version}, New: mod.Version{Path: "./" + to}})
	}
}

// parseModulesTxt reads vendor/modules.txt. Modules that are replaced by a folder are left out: the
// replace line of the go.mod leads to them.
func parseModulesTxt(text []byte) []vendoredModule {
	var out []vendoredModule
	local := false
	for lines := bufio.NewScanner(bytes.NewReader(text)); lines.Scan(); {
		f := strings.Fields(lines.Text())
		switch {
		case len(f) >= 3 && f[0] == "#" && strings.HasPrefix(f[2], "v"):
			// "# path version", "# path version => path version", "# path version => ./folder"
			if local = len(f) == 5; !local {
				out = append(out, vendoredModule{f[1], f[2], goVersion()})
			}
		case len(f) >= 2 && f[0] == "##" && f[len(f)-2] == "go" && !local && len(out) > 0:
			out[len(out)-1].goVersion = f[len(f)-1]
		}
	}
	return out
}

// inner lists the folders of other modules inside of a module's folder.
func (v vendoredModule) inner(all []vendoredModule) map[string]bool {
	out := map[string]bool{}
	for _, o := range all {
		if rest, ok := strings.CutPrefix(o.path, v.path+"/"); ok {
			out[rest] = true
		}
	}
	return out
}

// copyVendored copies a folder with all below it, but for the folders of other modules.
func (w *writer) copyVendored(to, from string, skip map[string]bool) {
	err := filepath.WalkDir(from, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		switch {
		case d.IsDir() && skip[rel]:
			return fs.SkipDir
		case d.Type().IsRegular():
			w.copy(path.Join(to, rel), name)
		}
		return w.err
	})
	// A module of which no package is used has a line and no folder.
	if !os.IsNotExist(err) {
		w.failed(err)
	}
}
