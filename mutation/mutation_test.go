package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The list must stay true when functions move: a place that is gone would no longer be tried.
func TestPlacesExist(t *testing.T) {
	places, err := readPlaces("places.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(places) < 50 {
		t.Errorf("%d places, want at least 50", len(places))
	}
	for _, p := range places {
		src, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(p.file)))
		if err != nil {
			t.Error(err)
			continue
		}
		if _, err := hollow(src, p); err != nil {
			t.Error(err)
		}
	}
}

func TestHollow(t *testing.T) {
	tests := []struct{ function, src, want string }{
		{"F", "func F() { g() }", "func F() { if true { return  }; g() }"},
		{"F", "func F(a int) int { return a }",
			"func F(a int) int { if true { return *new(int) }; return a }"},
		{"F", "func F() ([]byte, error) { return nil, io.EOF }",
			"func F() ([]byte, error) { if true { return *new([]byte), *new(error) }; return nil, io.EOF }"},
		{"F", "func F() (n int, err error) { return 1, nil }",
			"func F() (n int, err error) { if true { return  }; return 1, nil }"},
		{"T.M", "func M() int { return 0 }\nfunc (t *T) M() int { return 1 }",
			"func M() int { return 0 }\nfunc (t *T) M() int { if true { return *new(int) }; return 1 }"},
		{"T.M", "func (t T[K, V]) M() map[K]V { return t }",
			"func (t T[K, V]) M() map[K]V { if true { return *new(map[K]V) }; return t }"},
		{"F", "func F[T any](x T) T { return x }",
			"func F[T any](x T) T { if true { return *new(T) }; return x }"},
	}
	const head = "package p\n"
	for _, tt := range tests {
		got, err := hollow([]byte(head+tt.src), place{file: "p.go", function: tt.function})
		if err != nil || string(got) != head+tt.want {
			t.Errorf("%s\n got %s (%v)\nwant %s", tt.src, got, err, tt.want)
		}
	}
}

func TestHollowRefuses(t *testing.T) {
	tests := []struct{ function, src, want string }{
		{"G", "package p\nfunc F() {}", "p.go has no function G with a body"},
		{"M", "package p\nfunc (t *T) M() {}", "p.go has no function M with a body"},
		{"F", "package p\nfunc F()", "p.go has no function F with a body"},
		{"F", "package p\nfunc F( {}", "p.go:2:9"},
	}
	for _, tt := range tests {
		_, err := hollow([]byte(tt.src), place{file: "p.go", function: tt.function})
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q: %v, want %s", tt.src, err, tt.want)
		}
	}
}

func TestReadPlaces(t *testing.T) {
	tests := []struct{ text, want string }{
		{"# a comment\n\na/b.go: F\na/b.go: T.M golden=sum\n", "./a | ./a, golden cases *sum*"},
		{"a/b.go: F golden=x\n", "./a, golden cases *x*"},
		{"a.go: F\n", "./."},
		{"a/b.go: F\na/b.go: F\n", `list:2: "a/b.go: F": is in the list twice`},
		{"a/b.go F\n", `list:1: "a/b.go F": want FILE.go: FUNCTION [golden=WORD]; a method is TYPE.METHOD`},
		{"a/b_test.go: F\n", `list:1: "a/b_test.go: F": ` + errNoPlace.Error()},
		{"a/b.go: F other\n", `list:1: "a/b.go: F other": ` + errNoPlace.Error()},
		{"a/b.go: F golden=\n", `list:1: "a/b.go: F golden=": ` + errNoPlace.Error()},
		{"a/b.go:\n", `list:1: "a/b.go:": ` + errNoPlace.Error()},
	}
	for _, tt := range tests {
		t.Chdir(t.TempDir())
		if err := os.WriteFile("list", []byte(tt.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := shownPlaces(readPlaces("list")); got != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// shownPlaces writes the checks of places, or the error.
func shownPlaces(places []place, err error) string {
	if err != nil {
		return err.Error()
	}
	var all []string
	for _, p := range places {
		var checks []string
		for _, c := range p.checks() {
			checks = append(checks, c.String())
		}
		all = append(all, strings.Join(checks, ", "))
	}
	return strings.Join(all, " | ")
}

// One run of the whole machinery in a small module: a function that a test watches, one that no
// test watches, one that is not there, and one in a package whose tests fail anyway.
func TestTryInAModule(t *testing.T) {
	t.Chdir(t.TempDir())
	files := map[string]string{
		"go.mod": "module m\n\ngo 1.26\n",
		"a/a.go": "package a\n\nfunc Watched() int { return 1 }\n\nfunc Alone() int { return 1 }\n",
		"a/a_test.go": "package a\n\nimport \"testing\"\n\nfunc TestA(t *testing.T) {\n" +
			"\tif Watched() != 1 {\n\t\tt.Fatal()\n\t}\n}\n",
		"b/b.go":      "package b\n\nfunc Broken() int { return 1 }\n",
		"b/b_test.go": "package b\n\nimport \"testing\"\n\nfunc TestB(t *testing.T) { t.Fatal() }\n",
	}
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	places := []place{
		{file: "a/a.go", function: "Watched"},
		{file: "a/a.go", function: "Alone"},
		{file: "a/a.go", function: "Gone"},
		{file: "b/b.go", function: "Broken"},
	}
	outcomes := tryAll(places)
	for i, want := range []verdict{wasCaught, survived, failed, failed} {
		if o := outcomes[i]; o.verdict != want {
			t.Errorf("%s, want %s", o, want)
		}
	}
	if report(outcomes) || !report(outcomes[:1]) || report(nil) {
		t.Error("a run is good when all of at least one place were caught, and only then")
	}
}
