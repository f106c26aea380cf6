package gosig

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// files writes files into a new folder and returns it.
func files(t *testing.T, content map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range content {
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// TestSources reads function or type F of a source: its form, or a part of the error.
func TestSources(t *testing.T) {
	const head = "package p\n\nimport (\n\t\"time\"\n\tudf \"github.com/flinkc/flinkc/rtlib/udf\"\n" +
		"\tother \"example.com/time\"\n)\n\n"
	const eval = "type F struct{}\nfunc (f *F) Eval(v int64) int64 { return v }\n"
	const badOpen = "method Open of F must be Open(udf.Context) error"
	const badClose = "method Close of F must be Close() error"
	for code, want := range map[string]string{
		"func F(a (rune), b *[]byte, c [2]int) (*time.Time, bool)": "p.F[int32 []byte [2]int] " +
			"[false true false] time.Time true 1",
		"func F(a other.Time, b unknown.T, c **int64) string": "p.F[example.com/time.Time " +
			"unknown.T *int64] [false false true] string false 0",
		"func F() (int64, string)":                  "the second result of F is string",
		"type A = B\ntype B = A\nfunc F(a A) int64": "p.F[A] [false] int64 false 0",
		eval + "func (f *F) Open(c udf.Context) error": "p.F[int64] [false] int64 " +
			"false 0 true true false",
		eval + "func (f *F) Open() error":                   badOpen,
		eval + "func (f *F) Open(c time.Time) error":        badOpen,
		eval + "func (f *F) Open(c udf.Context)":            badOpen,
		eval + "func (f *F) Close()":                        badClose,
		eval + "func (f *F) Close(c udf.Context) error":     badClose,
		"type F[T any] struct{}\nfunc (f F[T]) Eval(v T) T": "F has type parameters",
	} {
		dir := files(t, map[string]string{"p/p.go": head + code + "\n"})
		got, err := Reader{Dir: dir}.Read("./p.F")
		text := form(got)
		if err != nil {
			text = err.Error()
		}
		if !strings.HasPrefix(text, want) {
			t.Errorf("%s: got %s, want %s", code, text, want)
		}
	}
}

func TestFolders(t *testing.T) {
	root := files(t, map[string]string{
		"text/readme.txt": "", "main/main.go": "package main\nfunc F() int64\n",
		"tests/p_test.go": "package p\nfunc F() int64\n",
		"other/p.go":      "//go:build never\n\npackage p\nfunc F() int64\n"})
	for ref, want := range map[string]string{
		"./text.F":  "the folder 'text' of the function has no Go files",
		"./tests.F": "the folder 'tests' of the function has no Go files",
		"./other.F": "the folder 'other' of the function has no Go files",
		"./main.F":  "the folder 'main' is package main, which cannot be imported",
	} {
		if _, err := (Reader{Dir: root}).Read(ref); err == nil || err.Error() != want {
			t.Errorf("%s: got %v, want %s", ref, err, want)
		}
	}
}

// TestModuleCache finds packages of required and replaced modules where the go command keeps them.
func TestModuleCache(t *testing.T) {
	const code = "package p\n\nfunc F(s string) string { return s }\n"
	root := files(t, map[string]string{
		"cache/example.com/!required@v1.2.0/sub/p.go":          code,
		"cache/example.com/fork@v2.0.0/p.go":                   code,
		"gopath/pkg/mod/example.com/!required@v1.2.0/sub/p.go": code,
		"abs/p.go": code,
	})
	mod := "module example.com/m\n\nnewline of the future\n"
	strict := "module example.com/m\n\nrequire example.com/Required v1.2.0\n\n" +
		"replace example.com/old => example.com/fork v2.0.0\n\n" +
		"replace example.com/abs => " + filepath.Join(root, "abs") + "\n"
	read := func(goMod, path string) string {
		dir := files(t, map[string]string{"go.mod": goMod})
		f, err := Reader{Dir: dir}.Read(path + ".F")
		if err != nil {
			return err.Error()
		}
		return f.Dir
	}
	t.Setenv("GOMODCACHE", filepath.Join(root, "cache"))
	for path, want := range map[string]string{
		"example.com/Required/sub": filepath.Join(root, "cache/example.com/!required@v1.2.0/sub"),
		"example.com/old":          filepath.Join(root, "cache/example.com/fork@v2.0.0"),
		"example.com/abs":          filepath.Join(root, "abs"),
		"example.com/Required/no":  "package 'example.com/Required/no' is found neither",
	} {
		if got := read(strict, path); !strings.HasPrefix(got, want) {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
	const neither = "package 'example.com/m/p' is found neither"
	if got := read(mod, "example.com/m/p"); !strings.HasPrefix(got, neither) {
		t.Errorf("with an unknown line: %s", got)
	}
	if got := read("what is this", "example.com/m"); !strings.HasSuffix(got, "cannot be read") {
		t.Errorf("a go.mod that is none: %s", got)
	}
	t.Setenv("GOMODCACHE", "")
	t.Setenv("GOPATH", filepath.Join(root, "gopath"))
	want := filepath.Join(root, "gopath/pkg/mod/example.com/!required@v1.2.0/sub")
	if got := read(strict, "example.com/Required/sub"); got != want {
		t.Errorf("by GOPATH: %s", got)
	}
	t.Setenv("GOPATH", "")
	t.Setenv("HOME", filepath.Join(root, "home"))
	if got := moduleCache(); got != filepath.Join(root, "home/go/pkg/mod") {
		t.Errorf("by HOME: %s", got)
	}
}
