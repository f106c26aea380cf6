package main

// What the compiler makes of constants must be what the program computes: literals become Go constants, are
// prepared once, give bounds, and are compared with in other forms than columns are. TestConstants makes
// expressions of the templates of testdata/expressions, nested at random; each is computed with literals and
// with columns of a row that hold the same values, in one program for many of them.

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/flinkc/flinkc/typecheck/function"
)

const (
	constantsEach = 120 // expressions in a batch
	deepest       = 3   // calls inside of calls
)

// pool is a kind of values: its column type, "" for values that no column has, and the values as JSON and as SQL.
type pool struct {
	column string
	values [][2]string
}

// template is a line of the templates with its type, which decides where it can stand inside of others.
type template struct{ text, typ string }

// constants is what expressions are made of.
type constants struct {
	pools     map[string]pool
	names     []string // of the pools, sorted
	templates []template
	notNull   bool            // columns of values that are not NULL say so
	sure      map[string]bool // literals that are NOT NULL
}

func readConstants(t testing.TB) *constants {
	c := &constants{pools: map[string]pool{}, sure: map[string]bool{}}
	var raw map[string][]json.RawMessage
	if err := json.Unmarshal([]byte(readCorpus(t, "pools.json")), &raw); err != nil {
		t.Fatal(err)
	}
	for name, list := range raw {
		p := pool{values: make([][2]string, len(list)-1)}
		if err := json.Unmarshal(list[0], &p.column); err != nil {
			t.Fatal(err)
		}
		for i := range p.values {
			if err := json.Unmarshal(list[i+1], &p.values[i]); err != nil {
				t.Fatal(err)
			}
		}
		c.pools[name], c.names = p, append(c.names, name)
	}
	slices.Sort(c.names)
	for _, name := range c.names {
		for _, v := range c.pools[name].values {
			typ, _ := c.typeOf(v[1])
			c.sure[v[1]] = isNotNull(typ)
		}
	}
	for _, line := range splitLines(readTemplates(t)) {
		line = strings.TrimPrefix(line, "* ")
		if line != "" && !strings.HasPrefix(line, "#") && !elsewhere.MatchString(line) {
			c.templates = append(c.templates, template{text: line})
		}
	}
	first := rand.New(rand.NewPCG(1, 1))
	for i := range c.templates {
		_, columns := c.fill(c.templates[i].text, deepest, first)
		c.templates[i].typ, _ = c.typeOf(columns)
	}
	return c
}

// elsewhere are templates that are left out: types are compared apart, and Flink itself makes other intervals of
// constants than of columns (docs/differences.md).
var elsewhere = regexp.MustCompile(`^TYPEOF\(|AS (INT|BIGINT|\{=)?\{?=?INTERVAL|^CAST\(\{=INTERVAL`)

// readTemplates are those that are judged by Flink, those by Flink 2, and those that are not judged.
func readTemplates(t testing.TB) string {
	return readCorpus(t, "templates.txt") + readCorpus(t, "templates2.txt") + readCorpus(t, "more.txt")
}

func readCorpus(t testing.TB, name string) string {
	b, err := os.ReadFile(filepath.Join(expressionsDir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// templatePlace is a place of a template: {s} for a value of pool s, {=a|b} for one of several texts.
var templatePlace = regexp.MustCompile(`\{(=?)((?:[^{}]|\{\d+\})*)\}`)

// fill puts values and other expressions into a template: with literals, and with columns.
func (c *constants) fill(text string, depth int, r *rand.Rand) (literals, columns string) {
	at := 0
	for _, m := range templatePlace.FindAllStringSubmatchIndex(text, -1) {
		before, name := text[at:m[0]], text[m[4]:m[5]]
		var literal, column string
		if m[2] < m[3] {
			choices := strings.Split(name, "|")
			literal = choices[r.IntN(len(choices))]
			column = literal
		} else {
			literal, column = c.value(name, depth, r)
		}
		switch minus := strings.HasSuffix(before, "-"); {
		case minus && strings.HasPrefix(literal, "-"):
			literal = "(" + literal + ")" // two signs begin a comment
		case minus && literal == "0E0":
			column = literal // -0E0 is a literal, and 0.0; of a column it is -0.0, both as in Flink
		}
		literals, columns, at = literals+before+literal, columns+before+column, m[1]
	}
	return literals + text[at:], columns + text[at:]
}

// value is a value of a pool, or an expression whose type can become the pool's.
func (c *constants) value(name string, depth int, r *rand.Rand) (literal, column string) {
	p := c.pools[name]
	if p.column != "" && depth < deepest && r.IntN(3) == 0 {
		inner := c.templates[r.IntN(len(c.templates))]
		if related(inner.typ, p.column) {
			literal, column = c.fill(inner.text, depth+1, r)
			cast := "TRY_CAST((%s) AS %s)"
			if r.IntN(4) == 0 {
				cast = "CAST((%s) AS %s)"
			}
			return fmt.Sprintf(cast, literal, p.column), fmt.Sprintf(cast, column, p.column)
		}
	}
	i := r.IntN(len(p.values))
	if p.column == "" {
		return p.values[i][1], p.values[i][1]
	}
	return p.values[i][1], fmt.Sprintf("`%s%d`", name, i)
}

// related reports types that become each other without failing mostly.
func related(from, to string) bool {
	family := func(t string) int {
		root, _, _ := strings.Cut(strings.TrimSuffix(t, " NOT NULL"), "(")
		return slices.IndexFunc([]string{"BOOLEAN TINYINT SMALLINT INT BIGINT FLOAT DOUBLE DECIMAL",
			"CHAR VARCHAR STRING", "BINARY VARBINARY BYTES", "DATE TIME TIMESTAMP TIMESTAMP_LTZ"},
			func(f string) bool { return slices.Contains(strings.Fields(f), root) })
	}
	f := family(to)
	return f == family(from) || f == 1 && from != ""
}

// table is the table t with a column for each value, and its row.
func (c *constants) table() expressionTable {
	out := expressionTable{Zone: "Europe/Berlin"}
	var fields []string
	for _, name := range c.names {
		p := c.pools[name]
		for i, v := range p.values {
			if p.column == "" {
				continue
			}
			typ := p.column
			if c.notNull && c.sure[v[1]] {
				typ += " NOT NULL"
			}
			out.Columns = append(out.Columns, fmt.Sprintf("`%s%d` %s", name, i, typ))
			fields = append(fields, fmt.Sprintf("%q: %s", fmt.Sprint(name, i), v[0]))
		}
	}
	out.Row = "{" + strings.Join(fields, ", ") + "}"
	return out
}

// typeOf is the type of an expression; "" with the reason when it is refused.
func (c *constants) typeOf(text string) (typ, refused string) {
	table := c.table()
	k, err := compileText(table.script("",
		"CREATE TABLE r WITH ('connector' = 'print') AS SELECT "+text+" AS c FROM t;\n"))
	switch {
	case err != nil:
		return "", err.Error()
	case strings.Contains(k.diags.String(), "error[column-type]"):
		return "INTERVAL", ""
	case k.diags.HasErrors():
		return "", cut(k.diags.String(), 300)
	}
	return k.plan.Sinks[0].Table.Columns[0].Type.String(), ""
}

// pair is one expression in both forms.
type pair struct{ literals, columns *expression }

// pairs makes a batch. An expression that is refused in both forms is not counted.
func (c *constants) pairs(t *testing.T, r *rand.Rand) []pair {
	var out []pair
	for tries := 0; len(out) < constantsEach && tries < 20*constantsEach; tries++ {
		literals, columns := c.fill(c.templates[r.IntN(len(c.templates))].text, 0, r)
		a, b := &expression{Expression: literals}, &expression{Expression: columns}
		var refused [2]string
		a.Type, refused[0] = c.typeOf(literals)
		b.Type, refused[1] = c.typeOf(columns)
		switch {
		case a.Type == "" && b.Type == "":
			continue
		case a.Type == "" || b.Type == "":
			if !literalAlone.MatchString(refused[0] + refused[1]) {
				t.Errorf("%s\n%s\nrefused: %q, %q", literals, columns, refused[0], refused[1])
			}
			continue
		case !c.sameType(a.Type, b.Type):
			t.Errorf("%s is %s\n%s is %s", literals, a.Type, columns, b.Type)
		}
		out = append(out, pair{a, b})
	}
	return out
}

// literalAlone are refusals of what can be seen of a literal alone, and would fail when the program runs.
var literalAlone = regexp.MustCompile(`error\[(json-path|regex|function-arguments|literal|bad-cast|constructed)\]`)

// sameType compares without the length of texts, which is known of a literal alone, as is sometimes that it cannot
// become NULL.
func (c *constants) sameType(literals, columns string) bool {
	plain := func(s string) string {
		s = bytesType.ReplaceAllString(textType.ReplaceAllString(s, "STRING"), "BYTES")
		return strings.ReplaceAll(s, " NOT NULL", "")
	}
	return plain(literals) == plain(columns) && (isNotNull(literals) || !isNotNull(columns))
}

func isNotNull(typ string) bool { return strings.HasSuffix(typ, " NOT NULL") }

var (
	textType  = regexp.MustCompile(`(VAR)?CHAR\(\d+\)`)
	bytesType = regexp.MustCompile(`(VAR)?BINARY\(\d+\)`)
)

var (
	constantsTime = flag.Duration("constants-time", 0,
		"how long TestConstants tries random batches; 0: one batch, always the same")
	constantsSeed = flag.Uint64("constants-seed", 1, "of the first batch of TestConstants")
)

// TestConstants is no fuzz target of Go's: those may take 10 s for an input, which a slow machine needs to build a
// program, and coverage leads nowhere from a seed.
func TestConstants(t *testing.T) {
	c := readConstants(t)
	begun, seed := time.Now(), *constantsSeed
	if *constantsTime > 0 && seed == 1 {
		seed = rand.Uint64N(1 << 32)
	}
	for first := true; !t.Failed() && (first || time.Since(begun) < *constantsTime); first, seed = false, seed+1 {
		t.Run(fmt.Sprint("constants-seed ", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, seed))
			c.notNull = r.IntN(2) == 0
			c.compareBatch(t, c.pairs(t, r))
		})
	}
	t.Logf("seeds up to %d, %d expressions each", seed-1, constantsEach)
}

// compareBatch builds one program of both forms and compares what each expression gives.
func (c *constants) compareBatch(t *testing.T, pairs []pair) {
	table := c.table()
	literals := &expressionGroup{table: &table, pkg: "literals"}
	columns := &expressionGroup{table: &table, pkg: "columns"}
	for _, p := range pairs {
		literals.list, columns.list = append(literals.list, p.literals), append(columns.list, p.columns)
	}
	packages := []pipelinePackage{{literals.pkg, literals.compile(t)}, {columns.pkg, columns.compile(t)}}
	d := startProgram(t, buildProgram(t, "constants", packages))
	defer d.stop(t)
	a, b := literals.outcomes(t, d), columns.outcomes(t, d)
	for i, p := range pairs {
		if a[i] != b[i] || a[i] == "null" && isNotNull(p.literals.Type) || b[i] == "null" && isNotNull(p.columns.Type) {
			t.Errorf("%s\ngives %s as %s\n%s\ngives %s as %s", p.literals.Expression, a[i], p.literals.Type,
				p.columns.Expression, b[i], p.columns.Type)
		}
	}
}

// outcomes are the values of all expressions, or how they fail. What fails is put aside, and the rest computed again:
// a program ends at the first failure.
func (g *expressionGroup) outcomes(t *testing.T, d *driver) []string {
	out := make([]string, len(g.list))
	var left []int
	for i := range g.list {
		left = append(left, i)
	}
	g.outcomesOf(t, d, left, out)
	return out
}

// outcomesOf computes some of them together, and halves of them when one has failed.
func (g *expressionGroup) outcomesOf(t *testing.T, d *driver, rows []int, out []string) {
	got := g.runThem(t, d, rows)
	switch {
	case got.Code == 0:
		for n, line := range splitRows(string(got.Print)) {
			out[rows[n]] = strings.TrimSuffix(strings.TrimPrefix(line, fmt.Sprintf("+I[%d, ", rows[n])), "]")
		}
	case len(rows) == 1:
		out[rows[0]] = "an error: " + errorText(got.Error)
	default:
		g.outcomesOf(t, d, rows[:len(rows)/2], out)
		g.outcomesOf(t, d, rows[len(rows)/2:], out)
	}
}

// errorText is what has failed, without the place and the text of the expression.
func errorText(s string) string {
	s, _, _ = strings.Cut(s, " (in ")
	return place.ReplaceAllString(s, "")
}

var place = regexp.MustCompile(`^error: .*?\.sql:\d+:\d+: `)

// TestConstantsCoverFunctions wants a template for each function that gives the same for the same arguments.
func TestConstantsCoverFunctions(t *testing.T) {
	text := strings.ToUpper(readTemplates(t))
	varying := []string{"CURRENT_DATE", "CURRENT_ROW_TIMESTAMP", "CURRENT_TIME", "CURRENT_TIMESTAMP",
		"CURRENT_WATERMARK", "LOCALTIME", "LOCALTIMESTAMP", "NOW", "PROCTIME", "RAND", "RAND_INTEGER",
		"SOURCE_WATERMARK", "UUID", "JSON_ARRAYAGG", "JSON_OBJECTAGG"}
	for _, name := range function.Names() {
		called := strings.Contains(text, name+"(") || strings.Contains(text, name+" ")
		if called == slices.Contains(varying, name) {
			t.Errorf("%s: called in a template: %t", name, called)
		}
	}
}
