package gobuild

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"golang.org/x/mod/modfile"
	mod "golang.org/x/mod/module"

	"github.com/flinkc/flinkc/codegen/emit"
)

// writeTree writes files below a new folder.
func writeTree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestWorkspaceText(t *testing.T) {
	f := &Functions{replaces: []*modfile.Replace{
		{Old: mod.Version{Path: "example.com/a"}, New: mod.Version{Path: "/first"}},
		{Old: mod.Version{Path: "example.com/a"}, New: mod.Version{Path: "/second"}},
	}}
	w := f.workspace()
	w.useModule(module{goVersion: "1.99"}, "/with blank")
	w.useModule(module{}, "/old")
	want := "go 1.99\n\nuse (\n\t\"/with blank\"\n\t.\n\t/old\n)\n\nreplace example.com/a => /first\n"
	if got := string(w.text()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestUserWorkspace(t *testing.T) {
	t.Setenv("GOWORK", "")
	dir := writeTree(t, map[string]string{
		"go.work":     "go 1.26\n\nuse (\n\t./a\n\t./b\n\t./missing\n)\n\nreplace example.com/c => ./c\n",
		"a/go.mod":    "module example.com/a\n",
		"b/go.mod":    "module example.com/b\n",
		"else/go.mod": "module example.com/else\n",
	})
	at := func(name string) module {
		m, _ := moduleAt(filepath.Join(dir, name))
		return m
	}
	modules, replaces := userWorkspace(at("a"))
	if !slices.Equal(modules, []module{at("a"), at("b")}) {
		t.Errorf("modules %v", modules)
	}
	if len(replaces) != 1 || replaces[0].New.Path != filepath.ToSlash(filepath.Join(dir, "c")) {
		t.Errorf("replaces %v", replaces)
	}
	if modules, _ := userWorkspace(at("else")); modules != nil {
		t.Errorf("a workspace without the module joins %v", modules)
	}
	t.Setenv("GOWORK", "off")
	if modules, _ := userWorkspace(at("a")); modules != nil {
		t.Errorf("GOWORK=off joins %v", modules)
	}
}

func TestParseModulesTxt(t *testing.T) {
	got := parseModulesTxt([]byte("# a.com/x v1.0.0\n## explicit; go 1.20\na.com/x\n" +
		"# a.com/x/y v1.1.0\n## explicit\na.com/x/y/z\n" +
		"# b.com/old v1.0.0 => b.com/new v2.0.0\n## go 1.21\nb.com/old\n" +
		"# c.com/c v0.0.0 => ./c\n## explicit; go 1.22\nc.com/c\n# c.com/c => ./c\n"))
	want := []vendoredModule{{"a.com/x", "v1.0.0", "1.20"}, {"a.com/x/y", "v1.1.0", goVersion()},
		{"b.com/old", "v1.0.0", "1.21"}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if inner := got[0].inner(got); !reflect.DeepEqual(inner, map[string]bool{"y": true}) {
		t.Errorf("inner folders %v", inner)
	}
}

func TestEnvironmentIsFixed(t *testing.T) {
	got := environment([]string{"A=1", "GOFLAGS=-race", "GOAMD64=v3", "GOOS=plan9", "CGO_ENABLED=1"},
		Options{Dir: "/d", GOARCH: "arm64"})
	want := []string{"A=1", "GOOS=plan9", "CGO_ENABLED=0", "GOFLAGS=", "GOEXPERIMENT=",
		"GOTOOLCHAIN=local", "GOAMD64=v1", "GOARM64=v8.0", "GOWORK=/d/go.work", "GOARCH=arm64"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestCollectSeldom(t *testing.T) {
	small := []emit.File{{Source: make([]byte, 1000)}}
	large := []emit.File{{Source: make([]byte, largeProgram)}, {Source: make([]byte, 1)}}
	for _, c := range []struct {
		base  []string
		files []emit.File
		want  []string
	}{
		{[]string{"HOME=/", "MYGOGC=1"}, small, []string{"GOGC=off", "GOMEMLIMIT=256MiB"}},
		{nil, large, nil},
		{[]string{"GOGC=50"}, small, nil},
		{[]string{"GOMEMLIMIT=1GiB"}, small, nil},
	} {
		if got := collectSeldom(c.base, c.files); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.base, got, c.want)
		}
	}
}

func TestCopiesHaveNamesOfTheirOwn(t *testing.T) {
	f := &Functions{}
	var got []string
	for _, dir := range []string{"/a/udf", "/b/udf", "/c/udf", "/a/udf", "/d/省", "/e/u-d.f"} {
		got = append(got, f.copy(dir))
	}
	if want := []string{"udf", "udf2", "udf3", "udf", "functions", "udf4"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
