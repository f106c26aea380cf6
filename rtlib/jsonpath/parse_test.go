package jsonpath

import (
	"errors"
	"strconv"
	"strings"
	"testing"
)

// Forms of Jayway's JsonPath that are not here, each with what the message names.
func TestUnsupportedPaths(t *testing.T) {
	for _, c := range []struct{ path, want string }{
		{"$.a.length()", noFunction}, {"$.a.b[0].size()", noFunction},
		{"$.concat(\"a\", 'b')", noFunction},
		{"$.a[0:9:2]", noStep}, {"$..[0].a", noDeepStep}, {"$..*.a", noDeepStep},
		{"$..[?(@.a == 1)].b", noDeepStep}, {"$..[1:2][0]", noDeepStep},
		{"$[?(@.a)]", noExists}, {"$[?(@.a && @.b == 1)]", noExists}, {"$[?(!@.a)]", noNegation},
		{"$[?(!@.a == 1)]", noNegation}, {"$[?(@.a in ['x'])]", noOperator},
		{"$[?(@.a NIN ['x'])]", noOperator},
		{"$[?(@.a size 3)]", noOperator}, {"$[?(@.a =~ /x/i)]", noOperator},
		{"$[?(/x/ =~ @.a)]", noOperator},
		{"$[?(@.a == [1])]", noList}, {"$[?(@.a == {'b': 1})]", noList},
		{"$[?(@..a == 1)]", noDeepPath},
		{"$[?(@.a[*] == 1)]", noDeepPath}, {"$[?(@['a','b'] == 1)]", noDeepPath},
		{"$[?(@[?(@.a == 1)] == 1)]", noDeepPath}, {"$[?(@.a.length() == 1)]", noFunction},
		{"$[?(@.a == @.b&&@.c == 1)]", noTail}, {"$.a[0]x", noTail}, {"$.a[0]xy", noTail},
		{"$.a[", noTail},
		{"$['a', b]", noTail}, {"$['a',\"b\"]", noTail},
	} {
		_, err := Compile("lax " + c.path)
		e, ok := errors.AsType[*Error](err)
		if !ok || !e.Unsupported || e.What != c.want {
			t.Errorf("%s: %v, want %q", c.path, err, c.want)
		}
	}
}

// Texts that are no paths at all, in Flink either.
func TestBrokenPaths(t *testing.T) {
	for _, c := range []struct{ path, want string }{
		{"", wantRoot}, {" $.a", wantRoot}, {"$a", wantRoot}, {"$*", wantRoot}, {"[a]", wantStep},
		{"$.", endsWithDot}, {"$.a..", endsWithDot}, {"$...a", wantName}, {"$.a b", blankName},
		{"$[a]", wantStep}, {"$[]", wantStep}, {"$[(@.length-1)]", wantStep}, {"$['a", wantQuote},
		{"$['a'", wantBracket}, {"$['a'x]", wantBracket}, {"$['\\u12']", wantEscape},
		{"$[1", wantBracket},
		{"$[1,]", wantNumber}, {"$[1 2]", wantNumber}, {"$[--1]", wantNumber},
		{"$[99999999999]", wantNumber},
		{"$[1\t,2]", wantNumber}, {"$[:]", wantSlice}, {"$[1 :2]", wantSlice}, {"$[*", wantBracket},
		{"$[?]", wantFilter}, {"$[?()]", wantOperand}, {"$[?(@.a == 1]", wantFilter},
		{"$[?(@.a == 1)", wantBracket},
		{"$[?(@.a == x)]", wantOperand}, {"$[?(@.a == +1)]", wantOperand},
		{"$[?(@.a <> 1)]", wantOperator},
		{"$[?(@.a like 1)]", wantOperator}, {"$[?(1)]", wantOperator},
		{"$[?(@.a == 'x)]", wantQuote},
		{"$[?(" + strings.Repeat("(", maxParentheses) + "1 == 1)]", wantFilter},
	} {
		p, err := Compile(c.path)
		e, ok := errors.AsType[*Error](err)
		if !ok || e.Unsupported || e.What != c.want {
			t.Errorf("%s: %v, want %q", c.path, err, c.want)
			continue
		}
		if r := NewFinder(p).Find("{}"); r.Kind != Failed || r.Reason != Broken {
			t.Errorf("%s finds %v", c.path, r)
		}
	}
}

func TestMessagesOfPaths(t *testing.T) {
	for _, c := range []struct{ path, want string }{
		{"lax $.a.size()", `JSON path "lax $.a.size()", at "()": a function such as length() is not supported`},
		{"$.a b", `JSON path "$.a b", at " b": ` + blankName},
		{"$['a'", `JSON path "$['a'", at the end: ] is missing`},
		{"$." + strings.Repeat("x", 100) + " ", ""},
		{"$." + strings.Repeat("x", 100) + " y",
			`JSON path "$.` + strings.Repeat("x", 75) + `...", at " y": ` + blankName},
	} {
		got := ""
		if err := Check(c.path); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s\nwant %s", got, c.want)
		}
	}
}

// A reason is said for each way to find nothing.
func TestReasons(t *testing.T) {
	for _, c := range []struct {
		path, doc string
		want      Reason
	}{
		{"$.a", "{", Malformed}, {"$.a", "null", NullRoot}, {"lax $[*]", "null", NullRoot},
		{"$.a.b", `{"a":{}}`, Missing},
		{"$.a[1]", `{"a":[1]}`, Missing}, {"$.a", `{"a":null}`, NullValue},
		{"lax $[?(1 == 1)]", "1", NoFilter},
		{"$[?(@ < 1)]", "[1e400]", TooLarge}, {"$.a[*]", `{"b":1}`, Missing},
		{"$[*]", "[", Malformed},
	} {
		p, err := Compile(c.path)
		if err != nil {
			t.Fatal(err)
		}
		if r := NewFinder(p).Find(c.doc); r.Kind != Failed || r.Reason != c.want || r.Reason.String() == "" {
			t.Errorf("%s in %s: %v", c.path, c.doc, r)
		}
	}
}

// A document that is nested too deeply for the stack is no JSON.
func TestDepth(t *testing.T) {
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	for _, path := range []string{"$", "$.a", "$[0]", "$..a"} {
		p, err := Compile(path)
		if err != nil {
			t.Fatal(err)
		}
		f := NewFinder(p)
		if r := f.Find(deep(maxDepth)); r.Reason == Malformed {
			t.Errorf("%s: a document of %d levels is refused", path, maxDepth)
		}
		if r := f.Find(deep(1_000_000)); r.Reason != Malformed {
			t.Errorf("%s: a document of a million levels gives %v", path, r)
		}
	}
}

// Many members of a name, and many names, take no longer than their number.
func TestLargeObjects(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"k0":0`)
	for i := range 100_000 {
		b.WriteString(`,"k`)
		b.WriteString(strings.Repeat("x", i%7))
		b.WriteString(string(rune('A'+i%26)) + `\u0041`)
		b.WriteString(strings.Repeat("y", i/26/1000) + strconv.Itoa(i/26%1000))
		b.WriteString(`":1`)
	}
	b.WriteString(`,"k0":{"a":2}}`)
	p, err := Compile("$..a")
	if err != nil {
		t.Fatal(err)
	}
	f := NewFinder(p)
	if f.Find(b.String()); string(f.AppendJSON(nil)) != "[2]" {
		t.Errorf("found %s", f.AppendJSON(nil))
	}
	whole, _ := Compile("$.k0['a','b']")
	f = NewFinder(whole)
	if f.Find(b.String()); string(f.AppendJSON(nil)) != `{"a":2}` {
		t.Errorf("the last k0 is %s", f.AppendJSON(nil))
	}
}
