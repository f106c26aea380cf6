// Package gosig reads the Go side of user functions from source, with go/parser alone: no Go
// toolchain, no build, no type checker, so that a script is checked in milliseconds.
//
// It sees types as they are written. Names of imports are resolved, so that `clock.Time` with
// `import clock "time"` is read as time.Time, and so are the aliases of the package itself.
package gosig

import (
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"

	"github.com/flinkc/flinkc/typecheck/logical"
)

// Reader reads functions for scripts of one folder. It implements typecheck.GoReader.
type Reader struct {
	Dir string // folder of the script; relative paths begin here
}

// Read returns the function or type that ref names: "./udf.IPToProvince" is in a folder beside
// the script, "example.com/shop/udf.IPToProvince" in the module around it. The error is one line;
// the result's Dir says also then where the package would be, when that is known.
func (r Reader) Read(ref string) (logical.GoFunc, error) {
	path, name, err := split(ref)
	if err != nil {
		return logical.GoFunc{}, err
	}
	place, err := r.find(path)
	if err != nil {
		return logical.GoFunc{}, err
	}
	p, err := parseFolder(place.dir)
	if err != nil {
		return logical.GoFunc{Dir: place.dir}, err
	}
	out, err := p.function(name)
	out.Structs = p.structs()
	out.Dir, out.ImportPath, out.Package = place.dir, place.importPath, p.name
	return out, err
}

// split cuts a reference at the last dot behind the last slash.
func split(ref string) (path, name string, err error) {
	slash := strings.LastIndexByte(ref, '/')
	dot := strings.LastIndexByte(ref, '.')
	if dot <= slash+1 || dot == len(ref)-1 || slash < 0 {
		return "", "", errReference(ref)
	}
	name = ref[dot+1:]
	if !token.IsIdentifier(name) || !token.IsExported(name) {
		return "", "", errNotExported(name)
	}
	return ref[:dot], name, nil
}

// folder is a package on disk.
type folder struct {
	name  string
	files []source
	fset  *token.FileSet
}

// source is one parsed file with its imports by local name.
type source struct {
	file    *ast.File
	imports map[string]string
}

// parseFolder parses the files of a folder that a build for this machine would take. Function
// bodies are parsed too: a function that does not parse is an error here, with its place.
func parseFolder(dir string) (*folder, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, errNoFolder(dir)
	}
	p := &folder{fset: token.NewFileSet()}
	for _, e := range entries {
		if e.IsDir() || !strings.HasSuffix(e.Name(), ".go") ||
			strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		if err := p.add(dir, e.Name()); err != nil {
			return nil, err
		}
	}
	if len(p.files) == 0 {
		return nil, errNoGoFiles(dir)
	}
	return p, nil
}

func (p *folder) add(dir, name string) error {
	if ok, err := build.Default.MatchFile(dir, name); err != nil || !ok {
		return nil
	}
	file, err := parser.ParseFile(p.fset, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
	if err != nil {
		return errParse(err)
	}
	switch {
	case p.name == "":
		p.name = file.Name.Name
	case p.name != file.Name.Name:
		return errTwoPackages(dir, p.name, file.Name.Name)
	}
	if p.name == "main" {
		return errMainPackage(dir)
	}
	p.files = append(p.files, source{file, importsOf(file)})
	return nil
}

func importsOf(file *ast.File) map[string]string {
	out := map[string]string{}
	for _, i := range file.Imports {
		path := strings.Trim(i.Path.Value, "\"`")
		name := path[strings.LastIndexByte(path, '/')+1:]
		if i.Name != nil {
			name = i.Name.Name
		}
		out[name] = path
	}
	return out
}
