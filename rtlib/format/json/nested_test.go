package json

import (
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/nested"
)

var (
	anInt   = &nested.Type{Kind: nested.Int32}
	aText   = &nested.Type{Kind: nested.String}
	ints    = &nested.Type{Kind: nested.Array, Elem: anInt}
	byText  = &nested.Type{Kind: nested.Map, Key: aText, Elem: ints}
	counts  = &nested.Type{Kind: nested.Multiset, Elem: aText}
	numbers = &nested.Type{Kind: nested.Number, Precision: 5, Scale: 2}
	row     = &nested.Type{Kind: nested.Row, Fields: []nested.NamedType{{Name: "a", Type: anInt},
		{Name: "b", Type: aText}, {Name: "m", Type: byText}, {Name: "l", Type: ints}, {Name: "c", Type: counts},
		{Name: "d", Type: numbers}, {Name: "t", Type: &nested.Type{Kind: nested.Moment, Precision: 3}},
		{Name: "r", Type: &nested.Type{Kind: nested.Row, Fields: []nested.NamedType{{Name: "x", Type: anInt}}}}}}
	rows = &nested.Type{Kind: nested.Array, Elem: row}
)

// readField reads the only field of a document, as the general path does.
func readField(r *Reader, doc string, t *nested.Type, how *Nesting) (string, bool) {
	r.Begin([]byte(doc))
	if !r.More() {
		return "", false
	}
	r.Name()
	v, ok := r.Nested(t, how)
	if ok {
		v = strings.Clone(v)
		r.Done()
		ok = !r.More() && r.Fault().Kind == None
	}
	return v, ok
}

// bothWays reads a text as a field and as a document's part of its own, which must agree, and writes
// what it means.
func bothWays(t *testing.T, text string, typ *nested.Type, how *Nesting) (string, bool) {
	t.Helper()
	var r Reader
	field, ok := readField(&r, `{"f":`+text+"}", typ, how)
	part, alone := r.NestedText([]byte(text), typ, how)
	if alone && (!ok || part != field) {
		t.Errorf("%s: as a field %x %v, alone %x", text, field, ok, part)
	}
	if !ok {
		return "", false
	}
	out, err := AppendNested(nil, typ, field, how)
	if err != nil {
		t.Errorf("%s: %v", text, err)
	}
	return string(out), true
}

func TestNested(t *testing.T) {
	strict, lenient := &Nesting{}, &Nesting{Lenient: true}
	const bad = "no value"
	tests := []struct {
		typ  *nested.Type
		how  *Nesting
		text string
		want string
	}{
		{ints, strict, `[1, 2 ,null]`, `[1,2,null]`},
		{ints, strict, `[]`, `[]`},
		{ints, strict, `[1,"x"]`, bad},
		{ints, lenient, `[1,"x",3]`, `[1,null,3]`},
		{ints, strict, `{"a":1}`, bad},
		{ints, strict, `[1,2`, bad},
		{ints, lenient, `[1,2`, bad},
		{ints, strict, `[1,,2]`, bad},
		// The inner bracket ends it, as in Flink: the rest is no document.
		{ints, lenient, `[{"a":7},[8]]`, bad},
		{byText, strict, `{"k":[1],"j":null,"k":[2]}`, `{"j":null,"k":[2]}`}, // in the order of Flink
		{byText, strict, `{"\u00e9\n":[]}`, `{"é\n":[]}`},
		{counts, strict, `{"x":2,"y":1}`, `{"x":2,"y":1}`},
		{row, strict, `{"a":1,"b":"x","q":[{"z":[1]}],"l":[1],"d":1.005,"t":"2020-01-02 03:04:05.6789","r":{"x":5}}`,
			`{"a":1,"b":"x","m":null,"l":[1],"c":null,"d":1.01,"t":"2020-01-02 03:04:05.6789","r":{"x":5}}`},
		{row, strict, `{"d":123456}`, `{"a":null,"b":null,"m":null,"l":null,"c":null,"d":null,"t":null,"r":null}`},
		{row, &Nesting{FailMissing: true}, `{"a":1}`, bad},
		{row, &Nesting{OmitNull: true}, `{"b":{"x":[1, 2.50]},"r":{}}`, `{"b":"{\"x\":[1,2.5]}","r":{}}`},
		{rows, strict, `[{"a":1},null,{}]`, ""},
	}
	for _, tt := range tests {
		got, ok := bothWays(t, tt.text, tt.typ, tt.how)
		if !ok {
			got = bad
		}
		if got != tt.want && tt.want != "" {
			t.Errorf("%s: %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestNullKeys(t *testing.T) {
	var w nested.Writer
	w.Null()
	w.Text(w.List(w.Depth()))
	m := w.Map(0)
	for _, tt := range []struct {
		how  Nesting
		want string
	}{{Nesting{NullKeys: DropNullKeys}, "{}"}, {Nesting{NullKeys: NameNullKeys, NullKey: "none"}, `{"none":[]}`}} {
		if got, err := AppendNested(nil, byText, m, &tt.how); err != nil || string(got) != tt.want {
			t.Errorf("%s %v, want %s", got, err, tt.want)
		}
	}
	if _, err := AppendNested(nil, byText, m, &Nesting{}); err != ErrNullKey {
		t.Error(err)
	}
}

// TestNestedAllocatesNothing: reading and writing a value takes no memory once there is some.
func TestNestedAllocatesNothing(t *testing.T) {
	doc := []byte(`[{"a":1,"b":"text","m":{"k":[1,2],"j":null},"l":[1,2,3]},null,{"a":2}]`)
	var r Reader
	var out []byte
	n := testing.AllocsPerRun(100, func() {
		r.Reset()
		v, ok := r.NestedText(doc, rows, &Nesting{})
		if !ok {
			t.Error("no value")
		}
		out, _ = AppendNested(out[:0], rows, v, &Nesting{})
	})
	if n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// FuzzNested: no text makes the reader fail in another way than it says, both ways agree, and what is
// written is read again as the same.
func FuzzNested(f *testing.F) {
	for _, text := range []string{`[{"a":1,"m":{"k":[1]},"r":{"x":2}},null]`, `[{"b":{"x":[1]}}]`, `[[1],{"a":"x"}]`,
		`[{"c":{"a":1},"d":1e5,"t":"2020-01-01 00:00:00"}]`, `[`, `[{]`, `[{"l":[1}]`} {
		f.Add(text, true)
		f.Add(text, false)
	}
	f.Fuzz(func(t *testing.T, text string, lenient bool) {
		how := &Nesting{Lenient: lenient}
		once, ok := bothWays(t, text, rows, how)
		if !ok {
			return
		}
		if again, ok := bothWays(t, once, rows, how); !ok || again != once {
			t.Errorf("%q: %s becomes %s %v", text, once, again, ok)
		}
	})
}

func BenchmarkNested(b *testing.B) {
	doc := []byte(`[{"a":1,"b":"text","m":{"k":[1,2],"j":null},"l":[1,2,3]},null,{"a":2}]`)
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	var r Reader
	for b.Loop() {
		r.Reset()
		r.NestedText(doc, rows, &Nesting{})
	}
}
