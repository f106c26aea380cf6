package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang/diag"
)

// How diagnostics look: testdata/golden/render/<case>/query.sql is checked as `flinkc check` does,
// and text.txt is what it prints on a terminal without colours. -update writes text.txt.

const renderDir = "../../testdata/golden/render"

// fewestRenderCases keeps the corpus from vanishing unseen.
const fewestRenderCases = 15

func TestRender(t *testing.T) {
	scripts, err := filepath.Glob(filepath.Join(renderDir, "*", "query.sql"))
	if err != nil || len(scripts) < fewestRenderCases {
		t.Fatalf("%d cases, %d at least are wanted: %v", len(scripts), fewestRenderCases, err)
	}
	for _, script := range scripts {
		dir := filepath.Dir(script)
		t.Run(filepath.Base(dir), func(t *testing.T) {
			diags := checkScript(t, script)
			if len(diags) == 0 {
				t.Error("the script has nothing to say about")
			}
			compareText(t, filepath.Join(dir, "text.txt"), diags.String())
		})
	}
}

// TestRenderKeepsTerminal: no script can send control characters to the terminal, also with colours
// on, where the only escapes are our own.
func TestRenderKeepsTerminal(t *testing.T) {
	diags := checkScript(t, filepath.Join(renderDir, "09-control-characters", "query.sql"))
	var plain, colored strings.Builder
	if err := diags.Text(&plain, diag.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := diags.Text(&colored, diag.TextOptions{Color: true}); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(plain.String(), "\x1b\x07") {
		t.Errorf("control characters in %q", plain.String())
	}
	if strings.Contains(colored.String(), "\x1b[31m") || strings.Contains(colored.String(), "\x07") {
		t.Errorf("the script's escapes are in %q", colored.String())
	}
	if !strings.Contains(colored.String(), "\x1b[1;31merror") {
		t.Errorf("no colour in %q", colored.String())
	}
}

func checkScript(t *testing.T, path string) diag.List {
	t.Helper()
	c, err := read(path)
	if err != nil {
		t.Fatal(err)
	}
	c.check(nil)
	return c.diags
}

func compareText(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
