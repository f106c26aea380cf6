// These tests keep README.md and docs/ true: what is printed there is compiled, run and compared.
//
// A fenced block is what its language says:
//
//	sql    checked by `flinkc check` without any diagnostic. When its first line is the comment
//	       `-- error CODE`, that code must be reported.
//	sh     run by `sh -e` in a folder of the document, with a fresh PATH. A line that ends in
//	       `# not run: reason` is left out.
//	go     must parse.
//
// The line above a block may be an invisible comment with directives, separated by commas:
//
//	<!-- file: NAME -->     the block is written to the document's folder as well
//	<!-- with: NAME -->     the file NAME, written before, is put in front of the sql block
//	<!-- output -->         the block is what the sh block before has printed
//	<!-- any order -->      with output: the order of its lines is not fixed
//	<!-- errors -->         with output: it is compared with standard error
//	<!-- exit: N -->        the sh block ends with this code
//	<!-- clone -->          the sh block is run at the root of the repository
//	<!-- not checked: X --> the block is an extract, for the reason X
package flinkc_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/flinkc/flinkc/typecheck/function"
	"github.com/flinkc/flinkc/typecheck/options"
)

var update = flag.Bool("update", false, "write the generated documents of docs/")

// block is a fenced block of a document.
type block struct {
	line       int // of the opening fence
	lang, text string
	directives map[string]string
}

func (b *block) has(directive string) bool { _, ok := b.directives[directive]; return ok }

// runnable is a shell block without the lines that are not run.
func (b *block) runnable() string {
	var out []string
	for _, line := range strings.Split(b.text, "\n") {
		if !strings.Contains(line, "# not run: ") {
			out = append(out, line)
		}
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}

// wantsCode is the code of a first line `-- error CODE`; "" when the block must be right.
func (b *block) wantsCode() string {
	first, _, _ := strings.Cut(b.text, "\n")
	code, _ := strings.CutPrefix(first, "-- error ")
	if code == first {
		return ""
	}
	return strings.TrimSpace(code)
}

// blocks finds the fenced blocks of a document; one that is never closed is an error.
func blocks(markdown string) ([]block, error) {
	var out []block
	var open *block
	above := ""
	for i, line := range strings.Split(markdown, "\n") {
		lang, fence := strings.CutPrefix(line, "```")
		switch {
		case open != nil && fence:
			out, open = append(out, *open), nil
		case open != nil:
			open.text += line + "\n"
		case fence:
			open = &block{line: i + 1, lang: lang, directives: directives(above)}
		}
		above = line
	}
	if open != nil {
		return nil, fmt.Errorf("line %d: the block is never closed", open.line)
	}
	return out, nil
}

// directives reads a line such as <!-- with: tables.sql, any order -->.
func directives(line string) map[string]string {
	out := map[string]string{}
	inner, begins := strings.CutPrefix(strings.TrimSpace(line), "<!-- ")
	inner, ends := strings.CutSuffix(inner, " -->")
	if !begins || !ends {
		return out
	}
	for _, d := range strings.Split(inner, ", ") {
		name, value, _ := strings.Cut(d, ": ")
		out[name] = value
	}
	return out
}

// binary builds flinkc once and returns its folder.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "flinkc-docs-")
	if err != nil {
		return "", err
	}
	out, err := exec.Command("go", "build", "-o", dir, "./cmd/flinkc").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go build ./cmd/flinkc: %w\n%s", err, out)
	}
	return dir, nil
})

func TestMain(m *testing.M) {
	flag.Parse()
	code := m.Run()
	if built {
		dir, _ := binary()
		_ = os.RemoveAll(dir)
	}
	os.Exit(code)
}

// built says that there is something to remove at the end.
var built bool

// document is one file on its way through the test.
type document struct {
	name, dir, bin string
	env            []string
	stdout, stderr string // of the last shell block
}

// newDocument makes the folder in which the blocks of a document live. It holds a Go package udf,
// which the examples of errors refer to.
func newDocument(t *testing.T, name, bin string) *document {
	t.Helper()
	d := &document{name: name, dir: t.TempDir(), bin: bin}
	d.env = freshEnv(t, bin)
	d.write(t, "udf/udf.go", "package udf\n\nfunc F(x string) string { return x }\n")
	return d
}

// freshEnv is what somebody has who installed Go and flinkc: no other variable, an empty cache of
// flinkc. Go's own caches are kept, since filling them takes minutes and the network.
func freshEnv(t *testing.T, bin string) []string {
	t.Helper()
	env := []string{"HOME=" + t.TempDir(), "XDG_CACHE_HOME=" + t.TempDir(), "TZ=UTC", "LC_ALL=C"}
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPROXY", "GOROOT"} {
		out, err := exec.Command("go", "env", name).Output()
		if err != nil {
			t.Fatal(err)
		}
		env = append(env, name+"="+strings.TrimSpace(string(out)))
	}
	goTool, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	path := []string{bin, filepath.Dir(goTool), "/usr/bin", "/bin"}
	return append(env, "PATH="+strings.Join(path, ":"))
}

func (d *document) write(t *testing.T, name, text string) {
	t.Helper()
	file := filepath.Join(d.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// take does what a block asks for.
func (d *document) take(t *testing.T, b *block) error {
	if name := b.directives["file"]; name != "" {
		d.write(t, name, b.text)
	}
	switch {
	case b.has("not checked"):
		return nil
	case b.has("output"):
		return d.compare(b)
	case b.lang == "sql":
		return d.check(t, b)
	case b.lang == "sh":
		return d.run(t, b)
	case b.lang == "go":
		_, err := parser.ParseFile(token.NewFileSet(), "", b.text, parser.AllErrors)
		return err
	}
	return nil
}

// check compiles a sql block and compares the diagnostics with what the block says.
func (d *document) check(t *testing.T, b *block) error {
	text := b.text
	if with := b.directives["with"]; with != "" {
		before, err := os.ReadFile(filepath.Join(d.dir, with))
		if err != nil {
			return err
		}
		text = string(before) + text
	}
	name := fmt.Sprintf("block-%d.sql", b.line)
	d.write(t, name, text)
	codes, err := d.codes(name)
	switch want := b.wantsCode(); {
	case err != nil:
		return err
	case want == "" && len(codes) > 0:
		return fmt.Errorf("reports %v", codes)
	case want != "" && !slices.Contains(codes, want):
		return fmt.Errorf("reports %v, want %s", codes, want)
	}
	return nil
}

// codes are those that `flinkc check` reports for a script.
func (d *document) codes(name string) ([]string, error) {
	c := exec.Command(filepath.Join(d.bin, "flinkc"), "check", "--json", name)
	c.Dir, c.Env = d.dir, d.env
	out, err := c.Output()
	if exit, is := errors.AsType[*exec.ExitError](err); err != nil && (!is || exit.ExitCode() != 1) {
		return nil, fmt.Errorf("flinkc check: %w", err)
	}
	var list []struct{ Code string }
	if err := json.Unmarshal(out, &list); err != nil {
		return nil, err
	}
	var codes []string
	for _, l := range list {
		codes = append(codes, l.Code)
	}
	return codes, nil
}

// run executes a shell block and keeps what it prints.
func (d *document) run(t *testing.T, b *block) error {
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, "sh", "-e", "-c", b.runnable())
	c.Dir, c.Env = d.dir, d.env
	if b.has("clone") {
		c.Dir = ""
	}
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	err := c.Run()
	d.stdout, d.stderr = stdout.String(), stderr.String()
	exit, is := errors.AsType[*exec.ExitError](err)
	if err != nil && !is {
		return err
	}
	got, want := 0, cmp.Or(b.directives["exit"], "0")
	if is {
		got = exit.ExitCode()
	}
	if strconv.Itoa(got) != want {
		return fmt.Errorf("exit code %d, want %s\n%s%s", got, want, d.stdout, d.stderr)
	}
	return nil
}

// compare holds a block against the output of the shell block before it.
func (d *document) compare(b *block) error {
	got := d.stdout
	if b.has("errors") {
		got = d.stderr
	}
	if ordered(got, b) != ordered(b.text, b) {
		return fmt.Errorf("the output is\n%s", got)
	}
	return nil
}

func ordered(text string, b *block) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if b.has("any order") {
		slices.Sort(lines)
	}
	return strings.Join(lines, "\n")
}

func documents(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("docs/*.md")
	if err != nil || len(names) == 0 {
		t.Fatalf("docs/*.md: %v, %d files", err, len(names))
	}
	return append([]string{"README.md"}, names...)
}

func readText(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestDocuments(t *testing.T) {
	bin, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	built = true
	for _, name := range documents(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			all, err := blocks(readText(t, name))
			if err != nil {
				t.Fatal(err)
			}
			d := newDocument(t, name, bin)
			for _, b := range all {
				if err := d.take(t, &b); err != nil {
					t.Errorf("%s:%d: %v", name, b.line, err)
				}
			}
		})
	}
}

// link is a Markdown link to a file of the repository, without its anchor.
var link = regexp.MustCompile(`\]\(([^)#: ]+)(#[^)]*)?\)`)

func TestLinks(t *testing.T) {
	for _, name := range append(documents(t), "ARCHITECTURE.md") {
		for _, m := range link.FindAllStringSubmatch(readText(t, name), -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), m[1])); err != nil {
				t.Errorf("%s links %s, which does not exist", name, m[1])
			}
		}
	}
}

// Every document is reachable from the README, itself or by way of another one.
func TestDocumentsAreLinked(t *testing.T) {
	all := documents(t)
	seen := map[string]bool{}
	for queue := []string{"README.md"}; len(queue) > 0; queue = queue[1:] {
		if seen[queue[0]] {
			continue
		}
		seen[queue[0]] = true
		for _, m := range link.FindAllStringSubmatch(readText(t, queue[0]), -1) {
			to := filepath.Join(filepath.Dir(queue[0]), m[1])
			if slices.Contains(all, to) {
				queue = append(queue, to)
			}
		}
	}
	for _, name := range all {
		if !seen[name] {
			t.Errorf("nothing links %s", name)
		}
	}
}

// The generated documents are what the tables of the compiler print; -update writes them.
func TestGeneratedDocuments(t *testing.T) {
	bin, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	built = true
	errorsText, err := errorReference(bin)
	if err != nil {
		t.Fatal(err)
	}
	typesText, err := typesReference()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []struct{ name, text string }{
		{"docs/types.md", typesText},
		{"docs/functions.md", function.Markdown()},
		{"docs/connectors.md", options.Markdown()},
		{"docs/errors.md", errorsText},
	} {
		if *update {
			if err := os.WriteFile(d.name, []byte(d.text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if readText(t, d.name) != d.text {
			t.Errorf("%s is not what the tables say: go test . -run TestGeneratedDocuments -update", d.name)
		}
	}
}

// The examples of functions.md that say what they give do give it: each is a column that must be TRUE.
func TestExamplesOfFunctions(t *testing.T) {
	bin, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	built = true
	var columns, tests, texts []string
	for _, line := range strings.Split(readText(t, "docs/functions.md"), "\n") {
		cell := line[strings.LastIndex(line, "| `` ")+1:]
		text := strings.Trim(strings.ReplaceAll(cell, `\|`, "|"), "|` ")
		if at := strings.LastIndex(text, " = "); at > 0 {
			columns = append(columns, fmt.Sprintf("c%d BOOLEAN", len(columns)))
			tests = append(tests, fmt.Sprintf("(%s) = (%s)", text[:at], text[at+len(" = "):]))
			texts = append(texts, text)
		}
	}
	d := newDocument(t, "functions.md", bin)
	d.write(t, "examples.sql", "CREATE TABLE o ("+strings.Join(columns, ", ")+") WITH ('connector' = 'print');\n"+
		"INSERT INTO o SELECT "+strings.Join(tests, ",\n  ")+";\n")
	if err := d.run(t, &block{text: "flinkc run examples.sql"}); err != nil {
		t.Fatal(err)
	}
	row := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(d.stdout), "+I["), "]")
	for i, got := range strings.Split(row, ", ") {
		if got != "true" {
			t.Errorf("%s: %s", texts[i], got)
		}
	}
	if len(texts) < 80 {
		t.Errorf("only %d examples were found", len(texts))
	}
}

// The examples of functions with OVER give, row by row, what functions.md says.
func TestExamplesOfOver(t *testing.T) {
	bin, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	built = true
	var columns, calls []string
	for i, f := range function.OverDocs {
		columns = append(columns, fmt.Sprintf("c%d STRING", i))
		calls = append(calls, "CAST("+f.Example+" OVER (ORDER BY x) AS STRING)")
	}
	values := "(" + strings.ReplaceAll(function.OverRows, ", ", "), (") + ")"
	d := newDocument(t, "functions.md", bin)
	d.write(t, "over.sql", "SET 'execution.runtime-mode' = 'batch';\n"+
		"CREATE TABLE o ("+strings.Join(columns, ", ")+") WITH ('connector' = 'print');\n"+
		"INSERT INTO o SELECT "+strings.Join(calls, ",\n  ")+
		"\nFROM (VALUES "+values+") AS t (x) ORDER BY ROW_NUMBER() OVER (ORDER BY x);\n")
	if err := d.run(t, &block{text: "flinkc run over.sql"}); err != nil {
		t.Fatal(err)
	}
	gives := make([][]string, len(calls))
	for _, line := range strings.Split(strings.TrimSpace(d.stdout), "\n") {
		for i, cell := range strings.Split(strings.TrimSuffix(strings.TrimPrefix(line, "+I["), "]"), ", ") {
			gives[i] = append(gives[i], strings.Replace(cell, "null", "NULL", 1))
		}
	}
	for i, f := range function.OverDocs {
		if got := strings.Join(gives[i], ", "); got != f.Gives {
			t.Errorf("%s gives %s, not %s", f.Example, got, f.Gives)
		}
	}
}
