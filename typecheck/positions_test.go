package typecheck_test

import (
	"os"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang/diag"
)

// joinedView is a view for the spoilt statements, which has a construct that does not run.
const joinedView = "CREATE VIEW joined AS SELECT a.k, b.w FROM a JOIN b ON a.k = b.k;\n"

// marked is a statement of testdata/places with a place in it.
type marked struct {
	label         string // what is expected there
	query         string // as it stands in the file
	before, there string
	after         string
}

// markedStatements reads a file of lines `label: statement ‹place› rest`.
func markedStatements(t *testing.T, file string) []marked {
	t.Helper()
	var out []marked
	for _, line := range strings.Split(strings.TrimSpace(readText(t, file)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		m := marked{}
		m.label, m.query, _ = strings.Cut(line, ": ")
		before, rest, _ := strings.Cut(m.query, "‹")
		m.before = before
		m.there, m.after, _ = strings.Cut(rest, "›")
		if m.there == "" {
			t.Fatalf("%s: no place in %q", file, line)
		}
		out = append(out, m)
	}
	return out
}

func readText(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/places/" + file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestLaterConstructs wants one error for each construct, at its place, however often it is used.
func TestLaterConstructs(t *testing.T) {
	tables := readText(t, "tables.sql")
	for _, m := range markedStatements(t, "later.txt") {
		head := tables + "CREATE VIEW made AS " + m.before
		_, list := check("later.sql", head+m.there+m.after+";\nINSERT INTO o SELECT * FROM made;\n"+
			"INSERT INTO o SELECT * FROM made AS again;\n")
		at := diag.Span{Start: len(head), End: len(head) + len(m.there)}
		if len(list) != 1 || list[0].Code != "not-supported" || list[0].At != at || list[0].Hint == "" ||
			!strings.HasPrefix(list[0].Message, m.label+" ") {
			t.Errorf("%s\n\t%s", m.query, list)
		}
	}
}

// TestSpoiltConstructs wants each mistake at its place, and no other but that a construct does not run.
func TestSpoiltConstructs(t *testing.T) {
	tables := readText(t, "tables.sql") + joinedView
	statements := markedStatements(t, "spoilt.txt")
	for _, m := range statements {
		head := tables + "INSERT INTO o " + m.before
		text := head + m.there + m.after + ";\n"
		_, list := check("spoilt.sql", text)
		found := 0
		for _, d := range list {
			at := diag.Span{Start: len(head), End: len(head) + len(m.there)}
			switch {
			case d.Code == m.label && d.At == at:
				found++
			case d.Code != "not-supported":
				t.Errorf("%s\n\tunexpected %s[%s] at %q: %s", m.query, d.Severity, d.Code,
					text[d.At.Start:d.At.End], d.Message)
			}
		}
		if found != 1 {
			t.Errorf("%s\n\t%s is found %d times", m.query, m.label, found)
		}
	}
	t.Logf("%d spoilt statements", len(statements))
}
