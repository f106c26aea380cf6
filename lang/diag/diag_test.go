package diag

import (
	"encoding/json"
	"strings"
	"testing"
)

const script = "-- 表\nCREATE TABLE bid (\n\tprice INT\n);\r\nSELECT '省' , prise FROM bid\n"

// span finds a text in the script.
func span(text string) Span {
	i := strings.Index(script, text)
	return Span{i, i + len(text)}
}

func sample() Diagnostic {
	src := NewSource("cdn.sql", script)
	return Diagnostic{Code: "unknown-column", At: span("prise"), Source: src,
		Message: `column "prise" does not exist in table "bid"`, Label: "here",
		Notes: []Remark{{`table "bid" is declared here`, span("bid"), src}, {Message: "no place"}},
		Hint:  `Did you mean "price"?`}
}

func TestText(t *testing.T) {
	want := strings.TrimPrefix(`
cdn.sql:5:14: error[unknown-column]: column "prise" does not exist in table "bid"
   |
 5 | SELECT '省' , prise FROM bid
   |               ^^^^^ here
note: table "bid" is declared here
 2 | CREATE TABLE bid (
   |              ---
note: no place
hint: Did you mean "price"?
`, "\n")
	if got := (List{sample()}).String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTextEdges(t *testing.T) {
	tests := []struct{ name, text, at, want string }{
		{"tab", "\ta\tb", "b", "    a   b\n   |         ^\n"},
		{"several lines", "ab\ncd", "b\nc", "ab\n   |  ^\n"},
		{"control", "a\x1b[31mb", "b", "a\ufffd[31mb\n   |       ^\n"},
		{"bytes", "a\xffb", "b", "a\ufffdb\n   |   ^\n"},
		{"combining", "e\u0301x", "x", "e\u0301x\n   |  ^\n"},
		{"empty", "", "", "\n   | ^\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			i := strings.LastIndex(test.text, test.at)
			d := Diagnostic{Source: NewSource("x", test.text), At: Span{i, i + len(test.at)}}
			_, got, _ := strings.Cut(List{d}.String(), " 1 | ")
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestColor(t *testing.T) {
	var b strings.Builder
	if err := (List{sample()}).Text(&b, TextOptions{Color: true}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "\x1b[1;31merror[unknown-column]\x1b[0m: \x1b[1mcolumn") {
		t.Errorf("%q", b.String())
	}
}

func TestPosition(t *testing.T) {
	src := NewSource("x", "ab\n表c\n")
	tests := []struct{ offset, line, column int }{
		{-1, 1, 1}, {0, 1, 1}, {2, 1, 3}, {3, 2, 1}, {6, 2, 2}, {8, 3, 1}, {99, 3, 1},
	}
	for _, test := range tests {
		if l, c := src.Position(test.offset); l != test.line || c != test.column {
			t.Errorf("offset %d: %d:%d", test.offset, l, c)
		}
	}
	if got := src.Line(2); got != "表c" {
		t.Errorf("line 2 is %q", got)
	}
	if got := src.Line(9); got != "" {
		t.Errorf("line 9 is %q", got)
	}
}

func TestSorted(t *testing.T) {
	src := NewSource("x", "abc")
	at := func(start int, code string, s Severity) Diagnostic {
		return Diagnostic{Source: src, At: Span{start, start + 1}, Code: code, Severity: s}
	}
	l := List{at(2, "b", Warning), at(1, "a", Error), at(2, "b", Warning), at(2, "a", Error)}
	var got []string
	for _, d := range l.Sorted() {
		got = append(got, d.Severity.String()+" "+d.Code)
	}
	if s := strings.Join(got, ", "); s != "error a, error a, warning b" {
		t.Error(s)
	}
	if (List{at(1, "a", Warning)}).HasErrors() || !l.HasErrors() {
		t.Error("HasErrors")
	}
}

func TestSuggest(t *testing.T) {
	tests := []struct{ name, want string }{
		{"prise", "price"}, {"PRICE", "price"}, {"pirce", "price"}, {"x", ""}, {"zzzzz", ""},
		{"connecter", "connector"}, {"", ""},
	}
	for _, test := range tests {
		if got := Suggest(test.name, []string{"price", "connector", "topic"}); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestJSON(t *testing.T) {
	var b strings.Builder
	if err := (List{sample()}).JSON(&b); err != nil {
		t.Fatal(err)
	}
	var got []jsonDiagnostic
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	want := jsonPlace{"cdn.sql", 5, 14, 5, 19}
	if *got[0].Place != want || got[0].Severity != "error" || len(got[0].Notes) != 2 {
		t.Errorf("%s", b.String())
	}
	b.Reset()
	if err := List(nil).JSON(&b); err != nil || b.String() != "[]\n" {
		t.Errorf("empty list: %q, %v", b.String(), err)
	}
}

func TestGitHub(t *testing.T) {
	var b strings.Builder
	d := Diagnostic{Severity: Warning, Code: "c", Message: "100%", Source: NewSource("a,b:c", "xy"),
		At: Span{0, 1}, Hint: "Do."}
	if err := (List{d}).GitHub(&b); err != nil {
		t.Fatal(err)
	}
	want := "::warning file=a%2Cb%3Ac,line=1,col=1,endLine=1,endColumn=2::[c] 100%25%0ADo.\n"
	if b.String() != want {
		t.Errorf("got %q", b.String())
	}
}

func TestSARIF(t *testing.T) {
	var b strings.Builder
	if err := (List{sample(), sample()}).SARIF(&b); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID           string `json:"ruleId"`
				RelatedLocations []any  `json:"relatedLocations"`
			}
		}
	}
	if err := json.Unmarshal([]byte(b.String()), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if log.Version != "2.1.0" || len(run.Tool.Driver.Rules) != 1 || len(run.Results) != 2 ||
		run.Results[0].RuleID != "unknown-column" || len(run.Results[0].RelatedLocations) != 1 {
		t.Errorf("%s", b.String())
	}
}
