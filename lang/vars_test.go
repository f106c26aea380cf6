package lang

import (
	"fmt"
	"testing"

	"github.com/flinkc/flinkc/lang/diag"
)

func place(line, col int) string { return fmt.Sprintf("%d:%d", line, col) }

func TestVarsAreData(t *testing.T) {
	evil := `'; DROP TABLE t; -- \0041 ` + "`"
	tests := []struct{ in, want string }{
		{"SELECT 'a${X}b'", "a" + evil + "b"},
		{"SELECT U&'${X}'", evil},
		{"SELECT U&'#0041${X}' UESCAPE '#'", "A" + evil},
		{`SELECT e'${X}\n'`, evil + "\n"},
		{"SELECT '${'", "${"},
	}
	for _, test := range tests {
		t.Run(test.in, func(t *testing.T) {
			script, diags := Parse(diag.NewSource("v.sql", test.in),
				ParseOptions{Vars: map[string]string{"X": evil}})
			if len(diags) > 0 || len(script.Statements) != 1 {
				t.Fatalf("%d statements\n%s", len(script.Statements), diags)
			}
			sel := script.Statements[0].(*QueryStatement).Query.Body.(*Select)
			if got := sel.Items[0].Expr.(*String).Value; got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestVarsOutsideOfQuotes(t *testing.T) {
	tests := []struct{ value, want string }{
		{"abc", "SELECT abc"}, {"1.5", "SELECT 1.5"}, {"'x y'", "SELECT 'x y'"},
		{"`a b`", "SELECT `a b`"},
		{"", "bad-var-value"}, {"a b", "bad-var-value"}, {"a;b", "bad-var-value"},
		{"1 -- c", "bad-var-value"}, {"select", "bad-var-value"}, {"${Y}", "bad-var-value"},
		{"'open", "bad-var-value"}, {"-1", "bad-var-value"},
	}
	for _, test := range tests {
		t.Run(test.value, func(t *testing.T) {
			script, diags := Parse(diag.NewSource("v.sql", "SELECT ${X}"),
				ParseOptions{Vars: map[string]string{"X": test.value}})
			got := ""
			if len(diags) > 0 {
				got = diags[0].Code
			} else {
				got = Print(script.Statements[0])
			}
			if got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}
