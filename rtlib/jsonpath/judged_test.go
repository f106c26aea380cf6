package jsonpath

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"testing"
)

// testdata/flink.jsonl is what Flink 1.20.5 makes of documents and paths, asked by
// testdata/Judge.java. A text is a document; the lists behind it are a question about it, a path and
// the answer. The questions are V for JSON_VALUE, X for JSON_EXISTS, Qw, Qc and Qu for JSON_QUERY
// without a wrapper, with a conditional and an unconditional one, and I for IS JSON. Answers begin
// with = where there is a value.
func TestAnswersOfFlink(t *testing.T) {
	file, err := os.Open("testdata/flink.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	doc, asked := "", 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if lines.Bytes()[0] == '"' {
			unmarshal(t, lines.Bytes(), &doc)
			continue
		}
		var question [3]string
		unmarshal(t, lines.Bytes(), &question)
		asked++
		if got := answer(t, question[0], doc, question[1]); got != question[2] {
			t.Errorf("%s of %q in\n%s\nis %s, want %s", question[0], question[1], doc, got, question[2])
		}
	}
	if asked < 3000 {
		t.Errorf("only %d questions", asked)
	}
}

func unmarshal(t *testing.T, text []byte, v any) {
	t.Helper()
	if err := json.Unmarshal(text, v); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
}

// answer is ours, in the form of the file.
func answer(t *testing.T, question, doc, path string) string {
	t.Helper()
	if question == "I" {
		return isJSON(doc)
	}
	p, err := Compile(path)
	if e, ok := errors.AsType[*Error](err); ok && e.Unsupported {
		t.Fatal(err)
	}
	f := NewFinder(p)
	r := f.Find(doc)
	switch question {
	case "X":
		return [...]string{Failed: "ERROR", Empty: "F", Null: "T"}[min(r.Kind, Null)]
	case "V":
		return valueOf(p, r)
	}
	return queryOf(f, p, r, question)
}

// isJSON has a letter for each form of IS JSON: VALUE, OBJECT, ARRAY and SCALAR.
func isJSON(doc string) string {
	switch k := KindOf(doc); {
	case k == Failed:
		return "----"
	case k == Object:
		return "vo--"
	case k == Array:
		return "v-a-"
	}
	return "v--s"
}

func valueOf(p *Path, r Result) string {
	if r.Kind.IsScalar() {
		return "=" + string(r.AppendText(nil))
	}
	return noAnswer(r.Kind == Empty || r.Kind > Empty && p.Lax)
}

func noAnswer(empty bool) string {
	if empty {
		return "EMPTY"
	}
	return "ERROR"
}

func queryOf(f *Finder, p *Path, r Result, question string) string {
	wrap := question == "Qu" || question == "Qc" && r.Kind != Array
	switch {
	case r.Kind <= Empty:
		return noAnswer(r.Kind == Empty)
	case wrap:
		return "=[" + string(f.AppendJSON(nil)) + "]"
	case r.Kind.IsScalar():
		return noAnswer(p.Lax)
	}
	return "=" + string(f.AppendJSON(nil))
}
