package jsonpath

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// documents on which the paths of the fuzzer are tried.
var documents = []string{
	`{"a":{"b":[{"c":1,"d":"x"},{"c":2},{"d":"y","c":null}],"e":[]},"s":"str","n":10,"é":1.5,"":[[1],[2,3]]}`,
	`[1,"x",[true,null,{"a":{"a":{"a":0}}}],{"a":1,"a":2,"b":1e400}]`, `"x"`, `{`, `null`,
}

// FuzzCompile reads any path and tries it. What can be looked up in one pass gives the same by way
// of the tree, lax paths find what strict ones do, and all results are JSON.
func FuzzCompile(f *testing.F) {
	for _, path := range []string{"$", "$.a.b[0].c", "lax $.a['b'][-1].d", "strict $..c", "$.a.b[*]['c','d']",
		"$.a.b[0,2].c", "$[2][1:]", "$.a.b[?(@.c > 1 || !(@.d == 'x'))].c", "$..[?(@['c'] === 1)]", "a.b", "@",
		"$['a','s','n']", "$[-2:2]", "$[?($.n >= 1e1 && \"10\" == $['n'])]", "$.a[", "$[?(@.a =~ /x/)]"} {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		p, err := Compile(path)
		e, ok := errors.AsType[*Error](err)
		if err != nil && (!ok || e.What == "" || p.broken == e.Unsupported) {
			t.Fatalf("%q: %v", path, err)
		}
		if err != nil && !p.broken {
			return
		}
		for _, doc := range documents {
			tryPath(t, p, doc)
		}
	})
}

func tryPath(t *testing.T, p *Path, doc string) {
	f := NewFinder(p)
	r := f.Find(doc)
	found := ""
	if r.Kind > Empty {
		found = string(f.AppendJSON(nil))
		if !json.Valid([]byte(found)) {
			t.Errorf("%v in %s: %s is no JSON", p, doc, found)
		}
	}
	if p.broken {
		return
	}
	if f.plain && r.Kind > Empty {
		f.plain = false
		f.tree.read(doc)
		f.tree.run(p.steps, p.Lax)
		if n := len(f.tree.found); n != 1 || string(f.tree.appendNode(nil, f.tree.found[0])) != found {
			t.Errorf("%v in %s: one pass finds %s, the tree %d values", p, doc, found, n)
		}
	}
	other := *p
	other.Lax = !p.Lax
	g := NewFinder(&other)
	if strict := g.Find(doc); r.Kind > Empty && strict.Kind > Empty && len(p.filters()) == 0 {
		if got := string(g.AppendJSON(nil)); got != found {
			t.Errorf("%v in %s: %s in one mode, %s in the other", p, doc, found, got)
		}
	}
}

// filters are the steps with a filter, in which lax paths take what is missing for null.
func (p *Path) filters() (out []step) {
	for _, s := range p.steps {
		if s.kind == matching {
			out = append(out, s)
		}
	}
	return out
}

// FuzzText compares strings and their escapes with encoding/json.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "a", "é😀", "\x00\x1f\x7f", `"\/`, "\u2028\uFFFD", "\xff",
		"tab\tand\nmore text"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		valid := strings.ToValidUTF8(s, "\uFFFD")
		for _, quoted := range [][]byte{AppendQuoted(nil, s), AppendASCII(nil, s)} {
			var back string
			if err := json.Unmarshal(quoted, &back); err != nil || utf8.ValidString(s) && back != s {
				t.Errorf("%q is quoted as %s: %v", s, quoted, err)
			}
			inner, escaped, ok := Unquoted(string(quoted))
			if got := string(AppendUnescaped(nil, inner)); !ok || !utf8.ValidString(got) || got != back {
				t.Errorf("%s stands for %q, not %q (%v)", quoted, got, back, escaped)
			}
		}
		if text, err := json.Marshal(valid); err == nil {
			if inner, _, ok := Unquoted(string(text)); !ok || string(AppendUnescaped(nil, inner)) != valid {
				t.Errorf("%s is not read as %q", text, valid)
			}
		}
	})
}
