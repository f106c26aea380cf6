package fn

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/flinkc/flinkc/rtlib/value"
)

// FuzzJSONValue compares JSON_VALUE with the long way by encoding/json: a tree of the whole document,
// then one step after the other. The path is written as its steps, one a line: a number is a place,
// all else a name.
func FuzzJSONValue(f *testing.F) {
	for _, s := range [][2]string{
		{`{"a":{"b":[1,2.50,"x\ny"]}}`, "a\nb\n1"}, {`{"a":1,"a":{"b":true}}`, "a\nb"},
		{`{"a":{"b":1},"a":2}`, "a\nb"},
		{`[[0],[1,[2]]] x`, "1\n1\n0"}, {`{"\u0061\"":"é\ud83d\ude00"}`, `a"`}, {`{"a":null}`, "a"},
		{`{"a":-0}`, "a"},
		{`{"a":1e400,"b":123456789012345678901}`, "b"}, {`{"":{"":"\t"}}`, "\n"},
		{`{"a":[],"b":{}}`, "a\n0"},
		{`[1,2,3]`, "-1"}, {`{"a":[true,false`, "a\n0"}, {`{"a b":"\/\b\f\r"}`, "a b"},
		{event, "user\naddress\ngeo\nlat"},
	} {
		f.Add(s[0], s[1])
	}
	var a Arena
	f.Fuzz(func(t *testing.T, doc, steps string) {
		lone := strings.Contains(doc, `\u`) && strings.ContainsAny(doc, "dD")
		if lone || !utf8.ValidString(doc) || !utf8.ValidString(steps) {
			return // lone surrogates are U+FFFD in encoding/json, "?" here
		}
		path, list := pathOf(strings.Split(steps, "\n"))
		for _, lax := range []bool{false, true} {
			mode := map[bool]string{false: "strict ", true: "lax "}[lax]
			p := must(PrepareJSONValue(mode+path, int(OrDefault), int(OrDefault)))
			a.Reset()
			got, ok, err := JSONValueString(&a, doc, p, "«empty»", "«error»")
			if want := slowValue(doc, list, lax); err != nil || !ok || got != want {
				t.Errorf("JSON_VALUE(%q, %q) = %q %v %v, want %q", doc, mode+path, got, ok, err, want)
			}
		}
	})
}

// pathOf writes steps as a path; the list has an int for a place and a string for a name.
func pathOf(steps []string) (path string, list []any) {
	path = "$"
	for _, s := range steps {
		if n, err := strconv.ParseInt(s, 10, 32); err == nil && strconv.FormatInt(n, 10) == s {
			path += "[" + s + "]"
			list = append(list, int(n))
			continue
		}
		path += "['" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(s) + "']"
		list = append(list, s)
	}
	return path, list
}

func slowValue(doc string, steps []any, lax bool) string {
	nothing := map[bool]string{false: "«error»", true: "«empty»"}[lax]
	root, ok := slowRoot(doc)
	switch {
	case !ok:
		return nothing
	case root == nil:
		return "«error»"
	}
	v, ok := slowWalk(root, steps)
	if !ok {
		return nothing
	}
	switch v := v.(type) {
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case json.Number:
		return slowNumber(v.String())
	}
	return nothing
}

// slowRoot reads the value that a text begins with. Behind a scalar encoding/json allows what Jackson
// does not, so there nothing else may stand.
func slowRoot(doc string) (v any, ok bool) {
	d := json.NewDecoder(strings.NewReader(doc))
	d.UseNumber()
	if d.Decode(&v) != nil {
		return nil, false
	}
	switch v.(type) {
	case []any, map[string]any:
		return v, true
	}
	at := int(d.InputOffset())
	return v, at == len(doc) || doc[at-1] == '"' || endsScalar(v, doc[at:])
}

// endsScalar reports whether a number or word may end before a text.
func endsScalar(v any, rest string) bool {
	if _, number := v.(json.Number); number {
		return strings.IndexByte(" \t\r\n", rest[0]) >= 0
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return next < '0' || !javaIdentifierPart(next)
}

// javaIdentifierPart is Character.isJavaIdentifierPart of a character's first UTF-16 unit, as its documentation has it.
func javaIdentifierPart(r rune) bool {
	switch {
	case r > 0xffff: // a surrogate
		return false
	case unicode.IsLetter(r), unicode.IsDigit(r),
		unicode.In(r, unicode.Nl, unicode.Sc, unicode.Pc, unicode.Mc, unicode.Mn):
		return true
	}
	return r <= 8 || 0xe <= r && r <= 0x1b || 0x7f <= r && r <= 0x9f || unicode.Is(unicode.Cf, r)
}

func slowWalk(v any, steps []any) (any, bool) {
	for _, s := range steps {
		switch at := s.(type) {
		case int:
			list, ok := v.([]any)
			if at < 0 {
				at += len(list)
			}
			if !ok || at < 0 || at >= len(list) {
				return nil, false
			}
			v = list[at]
		case string:
			object, ok := v.(map[string]any)
			if !ok {
				return nil, false
			}
			if v, ok = object[at]; !ok {
				return nil, false
			}
		}
	}
	return v, true
}

// slowNumber writes a whole number as it is and another as a DOUBLE.
func slowNumber(text string) string {
	if !strings.ContainsAny(text, ".eE") {
		if text == "-0" {
			return "0"
		}
		return text
	}
	v, _ := strconv.ParseFloat(text, 64)
	return string(value.AppendFloat64(nil, v))
}
