package gobuild

import (
	"os/exec"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/modfile"
)

// The modules of the runtime's go.mod are those that its packages come from: with one missing, a
// generated program does not build; with one too many, it asks for what nobody uses.
func TestRuntimeNeeds(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f",
		"{{with .Module}}{{.Path}}{{end}}", "../../rtlib/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var linked []string
	for _, m := range strings.Fields(string(out)) {
		if m != runtimeModule && !slices.Contains(linked, m) {
			linked = append(linked, m)
		}
	}
	for _, m := range linked {
		if !runtimeNeeds[m] {
			t.Errorf("runtimeNeeds lacks %s", m)
		}
	}
	for m := range runtimeNeeds {
		if !slices.Contains(linked, m) {
			t.Errorf("runtimeNeeds has %s, which the runtime does not use", m)
		}
	}
}

func TestRuntimeModHasVersionsOfFlinkc(t *testing.T) {
	f, err := modfile.Parse("go.mod", runtimeMod(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if f.Module.Mod.Path != runtimeModule || f.Go.Version != goVersion() {
		t.Errorf("module %s, go %s", f.Module.Mod.Path, f.Go.Version)
	}
	for _, r := range f.Require {
		same := func(o *modfile.Require) bool { return o.Mod == r.Mod }
		if !runtimeNeeds[r.Mod.Path] || !slices.ContainsFunc(rootMod().Require, same) {
			t.Errorf("requires %v", r.Mod)
		}
	}
}
