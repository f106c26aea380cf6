package typecheck_test

import (
	"errors"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// fakeGo knows func F(string) string and nothing else.
type fakeGo struct{}

func (fakeGo) Read(ref string) (logical.GoFunc, error) {
	f := logical.GoFunc{Package: "udf", Name: "F", GoParams: []string{"string"},
		Pointer: []bool{false}, GoResult: "string"}
	switch ref[strings.LastIndexByte(ref, '.')+1:] {
	case "F":
	case "OK":
		f.Results = logical.ResultOK
	case "Err":
		f.Results, f.Pointer[0] = logical.ResultError, true
	case "Type":
		f.Stateful = true
	case "Both":
		f.Results, f.PointerResult = logical.ResultOK, true
	default:
		return logical.GoFunc{}, errors.New("there is no function " + ref)
	}
	return f, nil
}

func check(name, text string) (*logical.Plan, diag.List) {
	script, list := lang.Parse(diag.NewSource(name, text))
	plan, more := typecheck.Check(script, typecheck.Env{Go: fakeGo{}})
	return plan, append(slices.Clone(list), more...)
}

// TestCodes runs each documented example: it gives its code and no other error.
func TestCodes(t *testing.T) {
	for _, doc := range typecheck.Codes {
		t.Run(doc.Code, func(t *testing.T) {
			_, list := check(doc.Code, doc.Example)
			found := false
			for _, d := range list {
				found = found || d.Code == doc.Code
				if d.Severity == diag.Error && d.Code != doc.Code {
					t.Errorf("unexpected error[%s]: %s", d.Code, d.Message)
				}
			}
			if !found {
				t.Errorf("the example does not give it:\n%s", doc.Example)
			}
			for _, text := range []string{doc.Title, doc.Text, doc.Cure} {
				if text == "" {
					t.Error("title, text or cure is missing")
				}
			}
		})
	}
}

// TestEveryCodeIsDocumented looks for codes in the sources that the table does not have.
func TestEveryCodeIsDocumented(t *testing.T) {
	pattern := regexp.MustCompile(`(?:c\.error\(|c\.warn\(|Code: |code[A-Z][A-Za-z]+ += )"([a-z-]+)"`)
	known := map[string]bool{}
	for _, doc := range typecheck.Codes {
		if known[doc.Code] {
			t.Errorf("code %s is documented twice", doc.Code)
		}
		known[doc.Code] = true
	}
	used := map[string]bool{}
	for _, dir := range []string{".", "options"} {
		for name, text := range sources(t, dir) {
			if strings.HasPrefix(name, "codes") {
				continue
			}
			for _, m := range pattern.FindAllStringSubmatch(text, -1) {
				used[m[1]] = true
				if !known[m[1]] {
					t.Errorf("%s: code %s is not documented", name, m[1])
				}
			}
		}
	}
	for code := range known {
		if !used[code] {
			t.Errorf("code %s is documented, but nothing reports it", code)
		}
	}
}

func sources(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		text, err := os.ReadFile(dir + "/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := parser.ParseFile(token.NewFileSet(), e.Name(), text, 0); err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(text)
	}
	return out
}
