package gosig

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/typecheck/logical"
)

// form is a signature in one line.
func form(f logical.GoFunc) string {
	out := fmt.Sprint(f.Package, ".", f.Name, f.GoParams, f.Pointer, " ", f.GoResult, " ",
		f.PointerResult, " ", f.Results, " ", f.Stateful, f.HasOpen, f.HasClose)
	if f.Aggregate != nil {
		out += fmt.Sprint(" ", *f.Aggregate)
	}
	return out
}

func TestRead(t *testing.T) {
	tests := []struct{ ref, want string }{
		{"./udf.Plain", "functions.Plain[string int64] [false false] string false 0 false false false"},
		{"./udf.Pair", "functions.Pair[float64 float64] [true true] float64 true 1 false false false"},
		{"./udf.Fails", "functions.Fails[value.Decimal] [false] time.Time false 2 false false false"},
		{"./udf.Alias", "functions.Alias[string []byte] [false false] string false 0 false false false"},
		{"./udf.Own", "functions.Own[Custom] [false] Custom false 0 false false false"},
		{"./udf.Counter", "functions.Counter[string] [false] int64 false 0 true true true"},
		{"./udf.Lists", "functions.Lists[[][]byte []*time.Time map[string]*value.Decimal [][]int32] " +
			"[false false false false] map[int32][]string false 0 false false false"},
		{"./udf.Rows", "functions.Rows[string] [false] string false 3 false false false"},
		{"./udf.RowsError", "functions.RowsError[string] [false] Item false 4 false false false"},
		{"./udf.RowErrors", "functions.RowErrors[string] [false] time.Time true 5 false false false"},
		{"./udf.Splitter", "functions.Splitter[string] [false] int64 false 3 true false false"},
		{"./udf.Sum", "functions.Sum[int64 string] [false true] int64 false 1 false false false " +
			"{true true false true true}"},
		{"./udf.Plainer", "functions.Plainer[int32] [false] bool false 2 true false false"},
	}
	for _, test := range tests {
		got, err := Reader{Dir: "testdata"}.Read(test.ref)
		if err != nil || form(got) != test.want {
			t.Errorf("%s: got %s %v, want %s", test.ref, form(got), err, test.want)
		}
		if !filepath.IsAbs(got.Dir) || got.ImportPath != "" {
			t.Errorf("%s: folder %q, import path %q", test.ref, got.Dir, got.ImportPath)
		}
	}
}

func TestErrors(t *testing.T) {
	tests := []struct{ ref, want string }{
		{"Plain", "does not name a Go function"},
		{"./udf", "does not name a Go function"},
		{"./udf.", "does not name a Go function"},
		{"./udf.hidden", "not exported"},
		{"./udf.Plai", "did you mean Plain?"},
		{"./udf.Unheard", "no function and no type Unheard"},
		{"./nowhere.F", "the folder 'nowhere' of the function does not exist"},
		{"./two.F", "two packages, one and other"},
		{"./udf.Many", "any number of arguments"},
		{"./udf.Generic", "type parameters"},
		{"./udf.Nothing", "returns 0 values"},
		{"./udf.Three", "returns 3 values"},
		{"./udf.RowsOK", "the second result of RowsOK is bool: a table function returns"},
		{"./udf.RowsTwice", "the second result of RowsTwice is error"},
		{"./udf.NoValue", "has no method Value"},
		{"./udf.NoStruct", "must be a struct"},
		{"./udf.Pointed", "field P of accumulator Pointed is *int64"},
		{"./udf.Deep", "field When of accumulator Shallow is time.Time"},
		{"./udf.Embeds", "embedded field"},
		{"./udf.Opens", "has a method Open"},
		{"./udf.Others", "Retract of Others must have the parameters of Accumulate"},
		{"./udf.Merges", "must be Merge(Merges) or Merge(*Merges)"},
		{"./udf.Answers", "Accumulate of Answers returns nothing or an error"},
		{"./udf.Gives", "Value of Gives gives rows"},
		{"./udf.Custom", "no method Eval"},
		{"/etc.F", "is absolute"},
		{"example.com/none.F", "neither in module"},
		{"./udf.F\"; os.Exit(1); //", "does not name a Go function"},
	}
	for _, test := range tests {
		_, err := Reader{Dir: "testdata"}.Read(test.ref)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q", test.ref, err, test.want)
		}
		if err != nil && strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: more than one line: %v", test.ref, err)
		}
	}
}

func TestFileThatDoesNotParse(t *testing.T) {
	dir := t.TempDir()
	text := []byte("package bad\n\nfunc F(s string string { return s }\n")
	if err := os.WriteFile(filepath.Join(dir, "bad.go"), text, 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := Reader{Dir: filepath.Dir(dir)}.Read("./" + filepath.Base(dir) + ".F")
	if err == nil || !strings.Contains(err.Error(), "bad.go:3:17") {
		t.Errorf("got %v", err)
	}
}

// TestModules finds packages in the module around the script, in its vendor folder and behind a
// replace line.
func TestModules(t *testing.T) {
	root := t.TempDir()
	const code = "package p\n\nfunc F(s string) string { return s }\n"
	write := func(name, text string) {
		file := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("m/go.mod", "module example.com/m\n\nreplace example.com/r => ../r\n")
	write("m/own/p.go", code)
	write("m/vendor/example.com/v/p.go", code)
	write("r/sub/p.go", code)
	write("m/sql/job.sql", "")
	for _, path := range []string{"example.com/m/own", "example.com/v", "example.com/r/sub"} {
		f, err := Reader{Dir: filepath.Join(root, "m", "sql")}.Read(path + ".F")
		if err != nil || f.ImportPath != path {
			t.Errorf("%s: %+v %v", path, f, err)
		}
	}
	if _, err := (Reader{Dir: root}).Read("example.com/m/own.F"); err == nil {
		t.Error("a package was found without go.mod")
	}
}

// TestStructs: the struct types of a package are read with all functions of it.
func TestStructs(t *testing.T) {
	got, err := Reader{Dir: "testdata"}.Read("./udf.Plain")
	const want = "[{Sku string false} {Name string false} {Sold time.Time true} {Custom  false}]"
	if text := fmt.Sprint(got.Structs["Item"]); err != nil || text != want {
		t.Errorf("%s %v, want %s", text, err, want)
	}
}
