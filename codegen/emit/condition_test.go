package emit

import (
	"testing"

	"github.com/dave/jennifer/jen"
)

// TestHeadOfIf: a brace of a text is none, nor is a parenthesis in front of a brace.
func TestHeadOfIf(t *testing.T) {
	brace := jen.Id("T").Values()
	for _, tt := range []struct {
		cond *jen.Statement
		want bool // in parentheses
	}{
		{jen.Id("s").Op("==").Lit("{"), false},
		{jen.Lit("((").Op("==").Add(brace), true},
		{jen.Id("f").Call(brace), false},
		{jen.Id("f").Call(jen.Lit(")")).Op("==").Add(brace), true},
	} {
		if got := inHead(tt.cond).GoString()[0] == '('; got != tt.want {
			t.Errorf("%s: in parentheses: %v", tt.cond.GoString(), got)
		}
	}
}

// TestConditionWithBraces wants programs that parse where a condition begins with a value that Go writes in
// braces, which behind if would be the block.
func TestConditionWithBraces(t *testing.T) {
	for _, cond := range []string{
		"a <= b", "a = TIMESTAMP '2020-01-01 00:00:00'", "TIMESTAMP '2020-01-01 00:00:00' < b",
		"(a, b) OVERLAPS (b, INTERVAL '1' DAY)", "p > q"} {
		_, diagnostics := generate(t, "CREATE TABLE t (a TIMESTAMP(3) NOT NULL, b TIMESTAMP(3) NOT NULL, "+
			"p DECIMAL(5, 2) NOT NULL, q DECIMAL(5, 2) NOT NULL) WITH ("+tables["csv"]+");\n"+
			"CREATE TABLE o (x INT) WITH ("+tables["print"]+");\n"+
			"INSERT INTO o SELECT CASE WHEN "+cond+" THEN 1 ELSE 2 END FROM t;")
		if diagnostics != "" {
			t.Errorf("%s: %s", cond, diagnostics)
		}
	}
}
