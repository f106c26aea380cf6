package gobuild

import (
	"io/fs"
	"path"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/flinkc/flinkc"
)

// runtimeModule is the module path of the runtime library, which is flinkc's own.
const runtimeModule = "github.com/flinkc/flinkc"

// goVersion is the language version of generated modules: that of flinkc.
func goVersion() string { return rootMod().Go.Version }

func rootMod() *modfile.File {
	f, err := modfile.Parse("go.mod", flinkc.GoMod, nil)
	if err != nil {
		panic("gobuild: the embedded go.mod does not parse: " + err.Error())
	}
	return f
}

// runtimeNeeds are the modules that the runtime library and what it imports come from; a test compares the list with
// go list.
var runtimeNeeds = map[string]bool{
	"filippo.io/edwards25519":        true,
	"github.com/go-sql-driver/mysql": true,
	"github.com/klauspost/compress":  true,
	"github.com/pierrec/lz4/v4":      true,
	"github.com/segmentio/kafka-go":  true,
}

// writeRuntime writes the runtime library as a module of its own, with only the runtime's dependencies at the versions
// of flinkc.
func writeRuntime(w *writer, goMod, goSum []byte) {
	w.file("runtime/go.mod", goMod)
	w.file("runtime/go.sum", goSum)
	err := fs.WalkDir(flinkc.Runtime, "rtlib", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "testdata":
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		content, err := flinkc.Runtime.ReadFile(name)
		if err == nil {
			w.file("runtime/"+name, content)
		}
		return err
	})
	if w.err == nil {
		w.err = err
	}
}

func runtimeMod() []byte {
	f := &modfile.File{}
	_ = f.AddModuleStmt(runtimeModule)
	_ = f.AddGoStmt(goVersion())
	for _, r := range rootMod().Require {
		if runtimeNeeds[r.Mod.Path] {
			f.AddNewRequire(r.Mod.Path, r.Mod.Version, r.Indirect)
		}
	}
	f.SortBlocks()
	return modfile.Format(f.Syntax)
}

// runtimeSum keeps the lines of modules that the runtime needs, and the go.mod lines of all others, which Go wants when
// it computes the module graph.
func runtimeSum() []byte {
	var out strings.Builder
	for _, line := range strings.SplitAfter(string(flinkc.GoSum), "\n") {
		f := strings.Fields(line)
		if len(f) == 3 && (runtimeNeeds[f[0]] || strings.HasSuffix(f[1], "/go.mod")) {
			out.WriteString(line)
		}
	}
	return []byte(out.String())
}
