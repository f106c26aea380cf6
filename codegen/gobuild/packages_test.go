package gobuild

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/flinkc/flinkc/typecheck/logical"
)

// What a build reads of the user's files, and nothing beside: an import of an import behind a
// replace line, an embedded folder, and the files that describe the modules.
func TestSources(t *testing.T) {
	t.Setenv("GOWORK", "off")
	dir := writeTree(t, map[string]string{
		"app/go.mod":                   "module example.com/app\n\nreplace example.com/dep => ../dep\n",
		"app/udf/f.go":                 "package udf\n\nimport _ \"example.com/app/inner\"\n",
		"app/udf/data/deep/words.txt":  "a",
		"app/udf/data/.hidden/no.txt":  "a",
		"app/udf/other/package.go":     "package other\n",
		"app/inner/inner.go":           "package inner\n\nimport _ \"example.com/dep/p\"\n",
		"app/unused/unused.go":         "package unused\n",
		"dep/go.mod":                   "module example.com/dep\n",
		"dep/p/p.go":                   "package p\n\nimport _ \"fmt\"\n",
		"alone/g.go":                   "package alone\n",
		"script/nothing/to/do/with.go": "package with\n",
	})
	function := func(folder string) *logical.UserFunction {
		return &logical.UserFunction{Go: logical.GoFunc{Dir: filepath.Join(dir, folder)}}
	}
	f, err := Locate([]*logical.UserFunction{function("app/udf"), function("alone")},
		filepath.Join(dir, "script"), filepath.Join(dir, "build"))
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, name := range []string{"alone", "app/go.mod", "app/go.sum", "app/inner", "app/udf",
		"app/udf/data", "app/udf/data/deep", "app/vendor/modules.txt", "dep/go.mod", "dep/go.sum",
		"dep/p", "dep/vendor/modules.txt"} {
		want = append(want, filepath.Join(dir, filepath.FromSlash(name)))
	}
	if got := f.Sources(); !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}
