package main

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
)

// Correct statements of the corpus, the documents and the examples are spoilt in three ways: a token
// is left out, a name is misspelt, a value has a wrong type. Each should give one error, and that in
// the right place: within two tokens of the hole, at the name, or in the expression around the value.

const (
	mutantStatements = 300
	leastRight       = 95 // in 100, of places and of single errors
)

// correct is a statement of a script that has no errors.
type correct struct {
	path string // of the script: functions are found beside it
	text string
	at   diag.Span
	stmt lang.Statement
}

// mutant is a script with one mistake.
type mutant struct {
	text  string
	place diag.Span // which an error in the right place touches
}

// A mutation lists the ways to spoil a statement; those that are no mistake are passed over.
type mutation struct {
	name    string
	mutants func(c *correct) []mutant
}

var mutations = []mutation{
	{"a token left out", withoutToken},
	{"a misspelt name", misspelt},
	{"a wrong type", wrongType},
}

func TestMutants(t *testing.T) {
	all := correctStatements(t)
	if len(all) < mutantStatements {
		t.Fatalf("only %d correct statements", len(all))
	}
	type score struct{ made, placed, single int }
	scores := make([]score, len(mutations))
	var complaints []string
	for n, taken := 0, 0; taken < mutantStatements && n < len(all); n++ {
		// Strides through the list, so that every part of the corpus is met.
		c := all[n*7919%len(all)]
		found := make([]*mutant, len(mutations))
		var errs []diag.List
		for i, m := range mutations {
			var l diag.List
			if found[i], l = firstMistake(c, m); found[i] == nil {
				break
			}
			errs = append(errs, l)
		}
		if len(errs) < len(mutations) {
			continue // there is no name or value to spoil
		}
		taken++
		for i, m := range found {
			s := &scores[i]
			s.made++
			placed := touches(errs[i][0].At, m.place)
			if placed {
				s.placed++
			}
			if len(errs[i]) == 1 {
				s.single++
			}
			if !placed || len(errs[i]) != 1 {
				complaints = append(complaints, complaint(mutations[i].name, m, errs[i]))
			}
		}
	}
	for i, s := range scores {
		t.Logf("%s: %d mutants, right place %.1f %%, one error %.1f %%", mutations[i].name, s.made,
			percent(s.placed, s.made), percent(s.single, s.made))
		if s.made < mutantStatements || 100*s.placed < leastRight*s.made || 100*s.single < leastRight*s.made {
			t.Errorf("%s: want %d mutants, %d %% of each", mutations[i].name, mutantStatements, leastRight)
		}
	}
	if testing.Verbose() {
		t.Log("\n" + strings.Join(complaints, "\n"))
	}
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(of) }

// touches reports whether two places overlap or meet.
func touches(a, b diag.Span) bool { return a.Start <= b.End && b.Start <= a.End }

func complaint(kind string, m *mutant, errs diag.List) string {
	src := diag.NewSource("mutant.sql", m.text)
	line, col := src.Position(m.place.Start)
	out := fmt.Sprintf("%s at %d:%d, near %q:", kind, line, col, near(m))
	for _, d := range errs {
		line, col := src.Position(d.At.Start)
		out += fmt.Sprintf("\n    %d:%d %s: %s", line, col, d.Code, d.Message)
	}
	return out
}

func near(m *mutant) string {
	return m.text[max(0, m.place.Start-30):min(len(m.text), m.place.End+30)]
}

// firstMistake is the first of the mutants, from a place on that depends on the statement, that the
// checker does not take.
func firstMistake(c *correct, m mutation) (*mutant, diag.List) {
	list := m.mutants(c)
	h := fnv.New32a()
	h.Write([]byte(m.name + c.text[c.at.Start:c.at.End]))
	for i := range min(len(list), 12) {
		one := &list[(int(h.Sum32()%1000)+i*5)%len(list)]
		if errs := errorsOf(c.path, one.text); len(errs) > 0 {
			return one, errs
		}
	}
	return nil, nil
}

func errorsOf(path, text string) diag.List {
	k := &compilation{path: path, source: diag.NewSource("mutant.sql", text)}
	k.check(map[string]string{"DIR": "."})
	return slices.DeleteFunc(k.diags, func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
}

// correctStatements are the INSERTs of all scripts without errors, in a fixed order.
func correctStatements(t *testing.T) []*correct {
	var out []*correct
	add := func(path, text string) {
		k := &compilation{path: path, source: diag.NewSource("mutant.sql", text)}
		if k.check(map[string]string{"DIR": "."}); k.diags.HasErrors() {
			return
		}
		for _, s := range k.script.Statements {
			if _, ok := s.(*lang.Insert); ok {
				out = append(out, &correct{path, text, s.Span(), s})
			}
		}
	}
	for _, pattern := range []string{"testdata/golden/run/*/query.sql", "examples/*/*.sql"} {
		paths, err := filepath.Glob(filepath.Join("../..", pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			add(path, readFile(t, path))
		}
	}
	docs, _ := filepath.Glob("../../docs/*.md")
	for _, path := range docs {
		for _, script := range documentScripts(readFile(t, path)) {
			add(path, script)
		}
	}
	return out
}

func readFile(t *testing.T, path string) string {
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

var (
	fence    = regexp.MustCompile("(?s)(?:<!-- (file|with): ([a-z.]+)[^>]* -->\n)?```sql\n(.*?)```")
	sqlToken = regexp.MustCompile(`(?s)--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|` + "`[^`]*`" +
		`|[A-Za-z_][A-Za-z_0-9]*|[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|<>|<=|>=|\|\||\|>|[^\s]`)
	shortName = 3
)

// documentScripts are the blocks of a document, each behind the file that it says it goes with.
func documentScripts(text string) []string {
	files := map[string]string{}
	var out []string
	for _, m := range fence.FindAllStringSubmatch(text, -1) {
		script := m[3]
		switch m[1] {
		case "file":
			files[m[2]] = script
		case "with":
			script = files[m[2]] + script
		}
		out = append(out, script)
	}
	return out
}

// nearby is how many tokens from a hole the parser may notice it: what is behind the hole can be taken
// for something else, an alias for instance.
const nearby = 2

// withoutToken leaves out each token in turn.
func withoutToken(c *correct) []mutant {
	var tokens [][]int
	for _, at := range sqlToken.FindAllStringIndex(c.text[c.at.Start:], -1) {
		at[0], at[1] = at[0]+c.at.Start, at[1]+c.at.Start
		if text := c.text[at[0]:at[1]]; !strings.HasPrefix(text, "--") && !strings.HasPrefix(text, "/*") {
			tokens = append(tokens, at)
		}
	}
	var out []mutant
	for i, at := range tokens {
		if at[0] >= c.at.End {
			break
		}
		blanks := strings.Repeat(" ", at[1]-at[0])
		hole := diag.Span{Start: tokens[max(0, i-nearby)][0], End: tokens[min(i+nearby, len(tokens)-1)][1]}
		out = append(out, mutant{c.text[:at[0]] + blanks + c.text[at[1]:], hole})
	}
	return out
}

// misspelt doubles a letter in the middle of each name of a table, column or function.
func misspelt(c *correct) []mutant {
	var out []mutant
	add := func(id *lang.Ident) {
		at := id.Span()
		if name := c.text[at.Start:at.End]; name == id.Name && len(name) >= shortName {
			middle := at.Start + len(name)/2
			out = append(out, mutant{c.text[:middle] + name[len(name)/2:len(name)/2+1] + c.text[middle:],
				diag.Span{Start: at.Start, End: at.End + 1}})
		}
	}
	lang.Walk(c.stmt, func(n lang.Node) bool {
		switch n := n.(type) {
		case *lang.Ref:
			add(n.Parts[len(n.Parts)-1])
		case *lang.TableName:
			add(n.Name.Last())
		case *lang.Call:
			add(n.Name.Last())
		case *lang.Insert:
			add(n.Table.Last())
		}
		return true
	})
	return byPlace(out)
}

// wrongType writes a value of a type that seldom fits in the place of a column or literal where a type
// is wanted: as an operand, an argument, a condition or a value that is inserted. The mistake is in the
// expression around it.
func wrongType(c *correct) []mutant {
	var out []mutant
	var above []diag.Span
	inserted := c.stmt.(*lang.Insert).Query.Body
	lang.Walk(c.stmt, func(n lang.Node) bool {
		switch n := n.(type) {
		case *lang.GroupItem, *lang.OrderItem:
			return false
		case *lang.Values:
			return n == inserted
		case *lang.SelectItem:
			if s, ok := inserted.(*lang.Select); !isOperation(n.Expr) && (!ok || !slices.Contains(s.Items, n)) {
				return false
			}
			above = append(above, n.Span())
		case *lang.Ref, *lang.Number, *lang.String:
			around := n.Span()
			for i := len(above) - 1; i >= 0; i-- {
				if a := above[i]; a.Start <= around.Start && around.End <= a.End && a != around {
					around = a
					break
				}
			}
			for _, value := range []string{"TRUE", "X'00'", "DATE '2024-01-31'"} {
				at := n.Span()
				out = append(out, mutant{c.text[:at.Start] + value + c.text[at.End:],
					diag.Span{Start: around.Start, End: around.End + len(value) - (at.End - at.Start)}})
			}
		case *lang.Select, *lang.Query, *lang.Insert:
		default:
			above = append(above, n.Span())
		}
		return true
	})
	return byPlace(out)
}

// isOperation reports an expression with operands, whose types it wants.
func isOperation(e lang.Expr) bool {
	switch e.(type) {
	case nil, *lang.Ref, *lang.Number, *lang.String:
		return false
	}
	return true
}

func byPlace(list []mutant) []mutant {
	sort.SliceStable(list, func(i, j int) bool { return list[i].place.Start < list[j].place.Start })
	return list
}
