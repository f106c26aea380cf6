package json_test

import (
	"bytes"
	stdjson "encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/flinkc/flinkc/rtlib/format/json"
	"github.com/flinkc/flinkc/rtlib/stream"
)

func addJudged(f *testing.F, add func(doc string)) {
	for _, s := range readJudged(f, "json-read.txt") {
		for _, c := range s.cases {
			doc, _ := strconv.Unquote(c.input)
			add(doc)
		}
	}
}

// FuzzJSON compares the reader with encoding/json: the same documents are accepted, with the same
// texts of strings and numbers. Left out are documents where the rules differ: control characters,
// bytes that are not UTF-8, lone surrogates.
func FuzzJSON(f *testing.F) {
	addJudged(f, func(doc string) { f.Add([]byte(doc)) })
	f.Fuzz(func(t *testing.T, doc []byte) {
		got, ok := fields(doc)
		control := func(r rune) bool { return r < ' ' }
		if !utf8.Valid(doc) || bytes.ContainsFunc(doc, control) || bytes.HasPrefix(doc, []byte("\ufeff")) {
			return
		}
		var want map[string]any
		dec := stdjson.NewDecoder(bytes.NewReader(doc))
		dec.UseNumber()
		wantOK := dec.Decode(&want) == nil && want != nil
		if ok != wantOK {
			t.Fatalf("%s: accepted %v, encoding/json says %v", doc, ok, wantOK)
		}
		for name, text := range got {
			if strings.Contains(name+text, "?") {
				continue // perhaps a lone surrogate
			}
			if w := scalarText(want[name]); ok && w != text {
				t.Fatalf("%s: %q is %q, encoding/json says %q", doc, name, text, w)
			}
		}
	})
}

// fields reads the texts of a document's strings and numbers; the last of several fields counts.
func fields(doc []byte) (texts map[string]string, ok bool) {
	texts = map[string]string{}
	var r json.Reader
	for r.Begin(slices.Clip(bytes.Clone(doc))); r.More(); {
		name := r.Name()
		if first := r.Peek(); first == json.String || first == json.Int || first == json.Float {
			texts[name], _ = r.String()
		} else {
			delete(texts, name)
		}
		r.Skip()
	}
	return texts, r.Fault().Kind == json.None
}

func scalarText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case stdjson.Number:
		return v.String()
	}
	return ""
}

// FuzzShape checks that the exemplar's fast paths give what its general path gives, for a document
// behind another one and for its own shape.
func FuzzShape(f *testing.F) {
	plain := `{"auction":1001,"x":{"y":[1,"a"]},"bidder":2002,"channel":"apple","dateTime":"2020-01-02 03:04:05.123"}`
	addJudged(f, func(doc string) { f.Add([]byte(doc), []byte(plain)) })
	for _, doc := range predicted() {
		f.Add([]byte(doc), []byte(plain))
	}
	f.Fuzz(func(t *testing.T, doc, before []byte) {
		in := padded(string(before), string(doc), string(doc), string(doc))
		var d, exact bidDecoder
		var r, want bid
		d.take(in.buf, in.spans[0], &r)
		alone := slices.Clip(bytes.Clone(doc))
		wantOK := exact.general(alone, stream.Span{End: uint32(len(alone))}, &want)
		for _, span := range in.spans[1:] {
			ok := d.take(in.buf, span, &r)
			if ok != wantOK || ok && bidText(r) != bidText(want) {
				t.Fatalf("%q behind %q\n got %v %s\nwant %v %s", doc, before, ok, bidText(r), wantOK, bidText(want))
			}
		}
	})
}
