package emit

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

func TestSQLLinesCoverOperatorsOnly(t *testing.T) {
	const before = `package p

func f(rows []int) {
	for _, r := range rows {
		// q.sql:3  r > 1
		if r > 1 {
			continue
		}

		// a remark
		switch r {
		case 0:
			// q.sql:4  r + 1
			r++
		case 1:
			r--
		}
		println(r)
	}
	println()
}
`
	const want = `package p

func f(rows []int) {
	for _, r := range rows {
		// q.sql:3  r > 1
//line q.sql:3:7
		if r > 1 {
//line q.sql:3:7
			continue
//line q.sql:3:7
		}

		// a remark
//line q.sql:3:7
		switch r {
//line q.sql:3:7
		case 0:
			// q.sql:4  r + 1
//line q.sql:4:8
			r++
//line q.sql:3:7
		case 1:
//line q.sql:3:7
			r--
//line q.sql:3:7
		}
//line q.sql:3:7
		println(r)
//line p/f.go:30:1
	}
	println()
}
`
	got, err := withSQLLines("p/f.go", []byte(before),
		map[string]string{"q.sql:3  r > 1": "q.sql:3:7", "q.sql:4  r + 1": "q.sql:4:8"})
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Each node of a program is where its file has it, or in the script at an operator's place; and the
// directives change nothing but places.
func TestSQLLinesOfAProgram(t *testing.T) {
	script := "CREATE TABLE t (a INT, s STRING) WITH (" + tables["csv"] + ");\n" +
		"CREATE TABLE o (s STRING, n BIGINT) WITH ('connector' = 'print');\n" +
		"INSERT INTO o\nSELECT UPPER(s), COUNT(*)\nFROM t\nWHERE a > 1\nGROUP BY UPPER(s)\n" +
		"HAVING COUNT(*) > 2;"
	plain, _ := generate(t, script)
	files, diagnostics := generateWith(t, script, Options{SQLLines: true})
	if diagnostics != "" {
		t.Fatal(diagnostics)
	}
	seen := map[int]bool{} // lines of the script
	for i, f := range files {
		if tidied, err := format.Source(f.Source); err != nil || !bytes.Equal(tidied, f.Source) {
			t.Errorf("%s is not formatted: %v", f.Name, err)
		}
		if got := withoutDirectives(f.Source); got != string(plain[i].Source) {
			t.Errorf("%s differs in more than directives", f.Name)
		}
		checkPlaces(t, f, seen)
	}
	for _, line := range []int{3, 6, 7, 8} {
		if !seen[line] {
			t.Errorf("no code is in line %d of the script; there is code of %v", line, seen)
		}
	}
}

func checkPlaces(t *testing.T, f File, seen map[int]bool) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, f.Name, f.Source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		at, said := fset.PositionFor(n.Pos(), false), fset.Position(n.Pos())
		switch {
		case said.Filename == "query.sql":
			seen[said.Line] = true
		case said.Filename != f.Name && said.Filename != "p/q/"+f.Name || said.Line != at.Line:
			t.Errorf("%s says of itself that it is %s", at, said)
		}
		return true
	})
}

func withoutDirectives(src []byte) string {
	var out strings.Builder
	for line := range strings.Lines(string(src)) {
		if !strings.HasPrefix(line, "//line ") {
			out.WriteString(line)
		}
	}
	return out.String()
}
