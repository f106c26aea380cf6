// These tests keep the shape of the tree: which package may import which, which library is used
// where, and that the code map of ARCHITECTURE.md names every package.
package flinkc_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/flinkc/flinkc"

// root stands for the package at the root, whose path inside the module is empty.
const root = "."

// A layer is a folder with all below it; the longest path that fits a package is its layer. It may
// import the named folders, with all below them, and itself; a name that ends in "!" is the one
// package alone.
type layer struct {
	path string
	may  []string
}

var layers = []layer{
	{path: root},
	{path: "lang", may: []string{"lang"}},
	{path: "lang/diag"},
	{path: "typecheck", may: []string{"typecheck", "lang"}},
	{path: "typecheck/types"},
	// A JSON path in a script is read by what reads it in the program.
	{path: "typecheck/function", may: []string{"typecheck/types", "rtlib/jsonpath!"}},
	{path: "typecheck/options", may: []string{"typecheck/types", "lang/diag"}},
	{path: "typecheck/logical", may: []string{"typecheck/types", "typecheck/function",
		"typecheck/options", "lang/diag"}},
	{path: "typecheck/gosig", may: []string{"typecheck/types", "typecheck/logical", "lang/diag"}},
	{path: "codegen", may: []string{"codegen", "typecheck/logical", "typecheck/types",
		"typecheck/function", "typecheck/options", "lang/diag"}},
	{path: "codegen/physical", may: []string{"typecheck/logical", "typecheck/types",
		"typecheck/function", "typecheck/options", "lang/diag"}},
	// The builder writes the runtime's source, which the root embeds, and compares the Go
	// functions' signatures again.
	{path: "codegen/gobuild", may: []string{root, "codegen", "typecheck/logical",
		"typecheck/types", "typecheck/gosig", "lang/diag"}},
	{path: "cmd/flinkc", may: []string{root, "codegen", "typecheck", "lang", "cmd/flinkc"}},
	// The demo's generator writes addresses of the provinces that the example's function knows.
	{path: "cmd/flinkc/demo", may: []string{root, "codegen", "typecheck", "lang", "cmd/flinkc/demo",
		"examples/cdn"}},
	// What runs beside a pipeline knows nothing of the compiler.
	{path: "cmd/flinkc/demo/servers"},
	{path: "cmd/flinkc/demo/standin"},
	{path: "rtlib", may: []string{"rtlib"}},
	{path: "rtlib/value"},
	{path: "rtlib/udf"}, // what users import: it must not drag anything in
	{path: "rtlib/stream", may: []string{"rtlib/value"}},
	{path: "rtlib/nested", may: []string{"rtlib/value"}},
	{path: "rtlib/pattern"},
	{path: "rtlib/jsonpath", may: []string{"rtlib/value"}},
	{path: "rtlib/fn", may: []string{"rtlib/value", "rtlib/nested", "rtlib/jsonpath", "rtlib/pattern",
		"rtlib/format/scalar!"}},
	{path: "rtlib/cast", may: []string{"rtlib/value"}},
	// A connector reads and writes bytes and blocks; formats and state are the program's.
	{path: "rtlib/connector", may: []string{"rtlib/connector", "rtlib/stream", "rtlib/value"}},
	// Its rows are made in the program's arena.
	{path: "rtlib/connector/datagen", may: []string{"rtlib/fn", "rtlib/stream", "rtlib/value"}},
	// CSV records, unlike lines, end where the format says.
	{path: "rtlib/connector/filesystem/csvrecord", may: []string{"rtlib/connector/filesystem",
		"rtlib/format/csv", "rtlib/stream"}},
	{path: "rtlib/format", may: []string{"rtlib/format", "rtlib/nested", "rtlib/value"}},
	{path: "bench", may: []string{"bench", "rtlib", "cmd/flinkc/demo", "examples/cdn"}},
	{path: "examples", may: []string{"examples", "rtlib/udf"}},
	{path: "mutation"},
	{path: "testrun", may: []string{"cmd/flinkc/demo/servers!"}},
}

// A library is used in few places, so that it can be replaced there. Tests may use any.
var libraries = []layer{
	{path: "github.com/alecthomas/participle", may: []string{"lang!"}},
	{path: "github.com/dave/jennifer", may: []string{"codegen/emit", "codegen/snip"}},
	{path: "github.com/segmentio/kafka-go", may: []string{"rtlib/connector/kafka", "bench"}},
	// The demo reads the result's table, which no pipeline does.
	{path: "github.com/go-sql-driver/mysql", may: []string{"rtlib/connector/mysql", "cmd/flinkc/demo!", "bench"}},
	{path: "github.com/klauspost/compress", may: []string{"rtlib/connector", "rtlib/format"}},
	{path: "github.com/pierrec/lz4", may: []string{"rtlib/connector"}},
	{path: "golang.org/x/crypto/x509roots", may: []string{"rtlib", "codegen/gobuild"}},
	{path: "github.com/rogpeppe/go-internal/diff", may: []string{"cmd/flinkc"}},
	{path: "github.com/spf13/cobra", may: []string{"cmd/flinkc"}},
	{path: "github.com/twmb/franz-go", may: []string{"cmd/flinkc", "bench"}},
	{path: "github.com/go-mysql-org/go-mysql", may: []string{"cmd/flinkc/demo/standin"}},
	{path: "github.com/google/go-containerregistry", may: []string{"cmd/flinkc", "codegen"}},
	{path: "golang.org/x/mod", may: []string{"codegen/gobuild", "typecheck/gosig", "cmd/flinkc"}},
	{path: "golang.org/x/tools", may: []string{"codegen/gobuild", "mutation"}},
	{path: "golang.org/x/sys", may: []string{"rtlib", "cmd/flinkc", "bench"}},
	// Rivals use what a careful programmer would take.
	{path: "github.com/goccy/go-json", may: []string{"bench"}},
}

// What only tests of the runtime need of the rest: servers to talk to.
var testsOfRuntime = []string{"rtlib", "cmd/flinkc/demo/servers!", "cmd/flinkc/demo/standin!"}

type goPackage struct {
	ImportPath                         string
	Name                               string
	Imports, TestImports, XTestImports []string
}

// path is the package's folder inside the module; root for the one at the top.
func (p goPackage) path() string { return inside(p.ImportPath) }

// inside returns the folder of a package of this module, or "" for another one's.
func inside(importPath string) string {
	if importPath == module {
		return root
	}
	path, ok := strings.CutPrefix(importPath, module+"/")
	if !ok {
		return ""
	}
	return path
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	c := exec.Command("go", "list", "-json=ImportPath,Name,Imports,TestImports,XTestImports", "./...")
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		t.Fatalf("go list ./...: %v", err)
	}
	var all []goPackage
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// within reports whether a path is a folder or below it; see layer for "!".
func within(path, folder string) bool {
	if only, ok := strings.CutSuffix(folder, "!"); ok {
		return path == only
	}
	return path == folder || strings.HasPrefix(path, folder+"/")
}

func withinAny(path string, folders []string) bool {
	return slices.ContainsFunc(folders, func(f string) bool { return within(path, f) })
}

// layerOf returns the layer with the longest path that fits.
func layerOf(path string, of []layer) (best layer, ok bool) {
	for _, l := range of {
		if within(path, l.path) && (!ok || len(l.path) > len(best.path)) {
			best, ok = l, true
		}
	}
	return best, ok
}

// mistakes says what is wrong with a package's imports.
func mistakes(p goPackage) []string {
	l, ok := layerOf(p.path(), layers)
	if !ok {
		return []string{p.path() + " is in no layer; add it to the table"}
	}
	var wrong []string
	for _, i := range p.Imports {
		if !allowed(p.path(), l, i) {
			wrong = append(wrong, p.path()+" imports "+i)
		}
	}
	for _, i := range append(p.TestImports, p.XTestImports...) {
		if to := inside(i); within(p.path(), "rtlib") && to != "" && !withinAny(to, testsOfRuntime) {
			wrong = append(wrong, "tests of "+p.path()+" import "+i)
		}
	}
	return wrong
}

func allowed(from string, l layer, importPath string) bool {
	if to := inside(importPath); to != "" {
		return within(to, l.path) || withinAny(to, l.may)
	}
	if first, _, _ := strings.Cut(importPath, "/"); !strings.Contains(first, ".") {
		return true // the standard library
	}
	user, ok := layerOf(importPath, libraries)
	return ok && withinAny(from, user.may)
}

func TestImports(t *testing.T) {
	for _, p := range packages(t) {
		for _, m := range mistakes(p) {
			t.Error(m)
		}
	}
}

// The rules themselves: what they must refuse, whatever the tree looks like today.
func TestImportRulesRefuse(t *testing.T) {
	tests := []struct{ from, to, want string }{
		{"lang", module + "/typecheck", "lang imports github.com/flinkc/flinkc/typecheck"},
		{"lang/diag", module + "/lang", "lang/diag imports github.com/flinkc/flinkc/lang"},
		{"codegen/emit", module + "/lang", "codegen/emit imports github.com/flinkc/flinkc/lang"},
		{"codegen/physical", module + "/codegen/emit",
			"codegen/physical imports github.com/flinkc/flinkc/codegen/emit"},
		{"typecheck", module + "/codegen/emit",
			"typecheck imports github.com/flinkc/flinkc/codegen/emit"},
		{"rtlib/job", module + "/typecheck/types",
			"rtlib/job imports github.com/flinkc/flinkc/typecheck/types"},
		{"rtlib/value", module + "/rtlib/fn",
			"rtlib/value imports github.com/flinkc/flinkc/rtlib/fn"},
		{"typecheck", "github.com/alecthomas/participle/v2",
			"typecheck imports github.com/alecthomas/participle/v2"},
		{"codegen/gobuild", "github.com/dave/jennifer/jen",
			"codegen/gobuild imports github.com/dave/jennifer/jen"},
		{"rtlib/job", "github.com/twmb/franz-go/pkg/kgo",
			"rtlib/job imports github.com/twmb/franz-go/pkg/kgo"},
		{"rtlib/value", "example.com/unknown", "rtlib/value imports example.com/unknown"},
		{"somewhere", "fmt", "somewhere is in no layer; add it to the table"},
		{"codegen/emit", module + "/lang/diag", ""},
		{"rtlib/connector/kafka/batch", "github.com/pierrec/lz4/v4", ""},
		{"rtlib/value", "encoding/json", ""},
	}
	for _, tt := range tests {
		p := goPackage{ImportPath: module + "/" + tt.from, Imports: []string{tt.to}}
		if got := strings.Join(mistakes(p), "; "); got != tt.want {
			t.Errorf("%s importing %s: %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
}

// mapLine is a line of the code map: a table row that starts with a path in backquotes.
var mapLine = regexp.MustCompile("(?m)^\\| `([a-z0-9_./]+)` \\|")

func TestCodeMapNamesEveryPackage(t *testing.T) {
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, ok := strings.Cut(string(text), "\n## Code map\n")
	if !ok {
		t.Fatal(`ARCHITECTURE.md has no section "## Code map"`)
	}
	section, _, _ = strings.Cut(section, "\n## ")
	var mapped []string
	for _, m := range mapLine.FindAllStringSubmatch(section, -1) {
		mapped = append(mapped, m[1])
	}
	var actual []string
	for _, p := range packages(t) {
		actual = append(actual, p.path())
	}
	for _, m := range missing(actual, mapped) {
		t.Errorf("%s is not in ARCHITECTURE.md's code map", m)
	}
	for _, m := range missing(mapped, actual) {
		t.Errorf("ARCHITECTURE.md's code map has %s, which is no package", m)
	}
	for i, m := range mapped {
		if slices.Contains(mapped[:i], m) {
			t.Errorf("ARCHITECTURE.md's code map has %s twice", m)
		}
	}
}

// missing returns what of the first list is not in the second.
func missing(of, in []string) []string {
	var m []string
	for _, s := range of {
		if !slices.Contains(in, s) {
			m = append(m, s)
		}
	}
	return m
}
