package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// hostileTexts would leave a careless literal, name, comment or file name.
var hostileTexts = []string{
	`"; os.Exit(1); //`, "`); os.Exit(1); //", `*/ func init() { os.Exit(1) } /*`, `\`, `%s%!d(x)`,
	"//go:build ignore", "//line x.go:1", "a\tb", "\u2028os.Exit(1)", "type", "省份", "}}", `'"'`,
	"a\nfunc init() { os.Exit(1) }", strings.Repeat("\"`x", 2000),
}

func sqlText(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

func sqlName(s string) string { return "`" + strings.ReplaceAll(s, "`", "``") + "`" }

// sqlComment is a comment with the text, as far as one can hold it.
func sqlComment(s string) string { return "/* " + strings.ReplaceAll(s, "*/", "* /") + " */" }

// hostileScript has the text in a comment, names of a table, column and view, an option's value, a
// literal, a pattern and an alias.
func hostileScript(s string) string {
	table, column := sqlName("t"+s), sqlName("c"+s)
	return sqlComment(s) + "\nCREATE TABLE " + table + " (" + column + " STRING, n BIGINT) WITH (" +
		"'connector' = 'print', 'print-identifier' = " + sqlText(s) + ");\n" +
		"CREATE VIEW " + sqlName("v"+s) + " AS SELECT x AS " + column + " FROM (VALUES (" + sqlText(s) +
		")) AS " + sqlName("a"+s) + " (x);\n" +
		"INSERT INTO " + table + " SELECT " + column + ", COUNT(*) " + sqlComment(s) + " FROM " +
		sqlName("v"+s) + " WHERE " + column + " = " + sqlText(s) + " OR " + column + " LIKE " +
		sqlText(strings.ReplaceAll(s, `\`, "_")) + " GROUP BY " + column + ";\n"
}

// fileName is the text as far as a file can have it for a name.
func fileName(s string) string {
	s = strings.NewReplacer("/", "∕", "\x00", "").Replace(s)
	return s[:min(len(s), 100)] + ".sql"
}

// TestTextOfTheUserStaysText generates a program for each text, and looks for what only the text could
// have brought in: an import, an init function, a call of os.Exit.
func TestTextOfTheUserStaysText(t *testing.T) {
	for _, s := range hostileTexts {
		name := filepath.Join(t.TempDir(), fileName(s))
		if err := os.WriteFile(name, []byte(hostileScript(s)), 0o644); err != nil {
			t.Fatal(err)
		}
		c, err := read(name)
		if err != nil {
			t.Fatal(err)
		}
		c.check(nil)
		if c.diags.HasErrors() {
			t.Errorf("%.40q: %v", s, c.diags)
			continue
		}
		if err := c.generate(t.TempDir()); err != nil {
			t.Errorf("%.40q: %v", s, err)
			continue
		}
		for _, f := range c.program.Files {
			lookForCode(t, s, f.Name, f.Source)
		}
	}
}

func lookForCode(t *testing.T, text, name string, source []byte) {
	t.Helper()
	if !plainFileName(name) {
		t.Errorf("%.40q: the file is called %q", text, name)
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ParseComments)
	if err != nil {
		t.Errorf("%.40q: %v", text, err)
		return
	}
	for _, i := range file.Imports {
		if p, _ := strconv.Unquote(i.Path.Value); p == "os" {
			t.Errorf("%.40q: %s imports os", text, name)
		}
	}
	for _, g := range file.Comments {
		for _, c := range g.List {
			if strings.HasPrefix(c.Text, "//go:") || strings.HasPrefix(c.Text, "//line") ||
				strings.HasPrefix(c.Text, "/*line") {
				t.Errorf("%.40q: directive %q", text, c.Text)
			}
		}
	}
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Name.Name == "init" && f.Recv == nil {
			t.Errorf("%.40q: %s has an init", text, name)
		}
	}
}

func plainFileName(name string) bool {
	return !strings.ContainsFunc(name, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '_' || r == '.')
	})
}

// One program with all of it is built, by a command with a hostile file name, and prints the texts.
func TestHostileProgramRuns(t *testing.T) {
	all := strings.Join(hostileTexts[:13], " ")
	dir := t.TempDir()
	name := filepath.Join(dir, fileName(all))
	if err := os.WriteFile(name, []byte(hostileScript(all)), 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("flinkc", "run", name, "--", "--parallelism", "1")
	c.Env = append(os.Environ(), "XDG_CACHE_HOME="+dir, "GOPROXY=off")
	var stderr strings.Builder
	c.Stderr = &stderr
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	if want := all + "> +I[" + all + ", 1]\n"; string(out) != want {
		t.Errorf("got %q, want %q", out, want)
	}
}
