package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang/diag"
)

// The corpus of wrong statements, testdata/golden/reject: behind each mistake stands
// `-- ERROR code words`. The compiler gives exactly one error there, with that code, and no other.

const rejectDir = "../../testdata/golden/reject"

// fewestCodes is how many different errors the corpus must show at least.
const fewestCodes = 50

// mistake is a line with its comment.
type mistake struct {
	line int
	code string
}

var mistakeComment = regexp.MustCompile(`-- ERROR ([a-z-]+|\?) [^\n]*$`)

func mistakes(text string) (out []mistake) {
	for i, line := range strings.Split(text, "\n") {
		if m := mistakeComment.FindStringSubmatch(line); m != nil {
			out = append(out, mistake{i + 1, m[1]})
		}
	}
	return out
}

// rejectedErrors compiles a script of the corpus as `flinkc check` does, and returns its errors.
func rejectedErrors(t *testing.T, path string) (*diag.Source, map[int][]diag.Diagnostic) {
	t.Helper()
	c, err := read(path)
	if err != nil {
		t.Fatal(err)
	}
	c.check(nil)
	byLine := map[int][]diag.Diagnostic{}
	for _, d := range c.diags {
		if d.Severity == diag.Error {
			line, _ := c.source.Position(d.At.Start)
			byLine[line] = append(byLine[line], d)
		}
	}
	return c.source, byLine
}

func TestReject(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(rejectDir, "*.sql"))
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	codes, count := map[string]bool{}, 0
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".sql"), func(t *testing.T) {
			src, got := rejectedErrors(t, file)
			want := mistakes(src.Text)
			compareMistakes(t, got, want)
			count += len(want)
			for _, m := range want {
				codes[m.code] = true
			}
			fillIn(t, file, src.Text, got)
		})
	}
	if len(codes) < fewestCodes {
		t.Errorf("%d statements show %d codes, %d at least are wanted", count, len(codes), fewestCodes)
	}
	t.Logf("%d wrong statements, %d codes", count, len(codes))
}

func compareMistakes(t *testing.T, got map[int][]diag.Diagnostic, want []mistake) {
	t.Helper()
	marked := map[int]bool{}
	for _, m := range want {
		marked[m.line] = true
		switch found := got[m.line]; {
		case len(found) != 1:
			t.Errorf("line %d: %d errors, want one [%s]%s", m.line, len(found), m.code, briefly(found))
		case m.code != found[0].Code:
			t.Errorf("line %d: want [%s]%s", m.line, m.code, briefly(found))
		}
	}
	for line, found := range got {
		if !marked[line] {
			t.Errorf("line %d is not marked%s", line, briefly(found))
		}
	}
}

func briefly(list []diag.Diagnostic) string {
	var b strings.Builder
	for _, d := range list {
		fmt.Fprintf(&b, "\n\t[%s] %s (hint: %s)", d.Code, d.Message, d.Hint)
	}
	return b.String()
}

// fillIn puts the code in place of each `?`, with -update.
func fillIn(t *testing.T, file, text string, got map[int][]diag.Diagnostic) {
	if !*update {
		return
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if found := got[i+1]; len(found) == 1 && mistakeComment.MatchString(line) {
			lines[i] = strings.Replace(line, "-- ERROR ? ", "-- ERROR "+found[0].Code+" ", 1)
		}
	}
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		t.Error(err)
	}
}
