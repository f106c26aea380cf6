package lang

import (
	"strings"
	"testing"
	"time"

	"github.com/flinkc/flinkc/lang/diag"
)

func TestWalk(t *testing.T) {
	script := mustParse(t, "INSERT INTO x.t SELECT f(a, 1) AS b "+
		"FROM u JOIN v ON a = c WHERE d IN (SELECT e FROM w)")
	var names []string
	WalkScript(script, func(n Node) bool {
		if i, ok := n.(*Ident); ok {
			names = append(names, i.Name)
		}
		_, query := n.(*In)
		return !query
	})
	if got := strings.Join(names, " "); got != "x t f a b u v a c" {
		t.Errorf("got %s", got)
	}
}

func TestSpans(t *testing.T) {
	text := "SELECT (a + b) * c AS x , COUNT(*)  FROM t AS u  -- end\n;"
	src := diag.NewSource("s.sql", text)
	script, _ := Parse(src)
	sel := script.Statements[0].(*QueryStatement).Query.Body.(*Select)
	mul := sel.Items[0].Expr.(*Binary)
	tests := []struct {
		n    Node
		want string
	}{
		{sel, "SELECT (a + b) * c AS x , COUNT(*)  FROM t AS u"}, {mul, "(a + b) * c"},
		{mul.X, "(a + b)"}, {mul.OpAt, "*"}, {sel.Items[0], "(a + b) * c AS x"},
		{sel.Items[1].Expr, "COUNT(*)"}, {sel.From[0], "t AS u"},
	}
	for _, test := range tests {
		if got := src.Slice(test.n.Span()); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

// TestPrecedence prints with all parentheses.
func TestPrecedence(t *testing.T) {
	tests := []struct{ in, want string }{
		{"a OR b AND NOT c = d", "(a OR (b AND (NOT (c = d))))"},
		{"a + b || c * d", "(a + ((b || c) * d))"},
		{"a - b - c", "((a - b) - c)"}, {"a = b = c", "((a = b) = c)"},
		{"-a * b", "((- a) * b)"}, {"- -a", "(- (- a))"},
		{"a = b BETWEEN c AND d AND e", "((a = (b BETWEEN c AND d)) AND e)"},
		{"NOT a IS NULL", "(NOT (a IS NULL))"}, {"a = b IS NULL", "((a = b) IS NULL)"},
		{"a < b IS DISTINCT FROM c", "((a < b) IS DISTINCT FROM c)"},
		{"a LIKE b || 'x' ESCAPE c", "(a LIKE (b || 'x') ESCAPE c)"},
		{"a.b[1].c::INT + 1", "(a.b[1].c::INT + 1)"},
	}
	for _, test := range tests {
		t.Run(test.in, func(t *testing.T) {
			script := mustParse(t, "SELECT "+test.in)
			sel := script.Statements[0].(*QueryStatement).Query.Body.(*Select)
			if got := parenthesise(sel.Items[0].Expr); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func parenthesise(e Expr) string {
	switch e := e.(type) {
	case *Binary:
		return "(" + parenthesise(e.X) + " " + string(e.Op) + " " + parenthesise(e.Y) + ")"
	case *Unary:
		return "(" + e.Op + " " + parenthesise(e.X) + ")"
	case *Is:
		return "(" + parenthesise(e.X) + " IS " + e.Test + ")"
	case *Between:
		return "(" + parenthesise(e.X) + " BETWEEN " + parenthesise(e.Low) + " AND " +
			parenthesise(e.High) + ")"
	case *LikeExpr:
		return "(" + parenthesise(e.X) + " LIKE " + parenthesise(e.Pattern) + " ESCAPE " +
			parenthesise(e.Escape) + ")"
	}
	return Print(e)
}

func TestOneErrorEachStatement(t *testing.T) {
	text := "SELECT FROM t; SELECT 1; CREATE TABLE (a INT); EXECUTE STATEMENT SET BEGIN " +
		"INSERT INTO; INSERT INTO t SELECT 1; END; SELECT 2"
	script, diags := Parse(diag.NewSource("s.sql", text))
	if len(diags) != 3 || len(script.Statements) != 2 {
		t.Errorf("%d statements\n%s", len(script.Statements), diags)
	}
}

// TestAdversarialInput wants an answer in bounded time and stack for what nests or repeats.
func TestAdversarialInput(t *testing.T) {
	for _, unit := range []string{"(", "[", "CASE ", "NOT ", "- ", "ARRAY[", "ARRAY<", "f(",
		"(SELECT ", "1 + ", "a.", "FROM (", "|> ", "`", "'", "/*", "/*+ ", ";", "${",
		"BEGIN STATEMENT SET;",
		"WITH a AS ("} {
		t.Run(unit, func(t *testing.T) {
			start := time.Now()
			Parse(diag.NewSource("a.sql", "SELECT "+strings.Repeat(unit, 20000)))
			Parse(diag.NewSource("a.sql", "CREATE TABLE t (a "+strings.Repeat(unit, 20000)))
			if d := time.Since(start); d > 10*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}
