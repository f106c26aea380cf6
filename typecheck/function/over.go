package function

import (
	"fmt"
	"strings"
)

// OverDoc documents a function that has a meaning only with OVER. The example is what it gives for the rows
// of OverRows in their order.
type OverDoc struct {
	Name, Syntax, Doc string
	Example           string // without OVER
	Gives             string
}

// OverRows are the values of x that the examples are over.
const OverRows = "10, 20, 20, 40"

// OverDocs are those functions.
var OverDocs = []OverDoc{
	{"CUME_DIST", "CUME_DIST()", "The share of the rows that come before this one or are equal to it.",
		"CUME_DIST()", "0.25, 0.75, 0.75, 1.0"},
	{"DENSE_RANK", "DENSE_RANK()", "Counts different rows: equal rows have the same number, and no number is left out.",
		"DENSE_RANK()", "1, 2, 2, 3"},
	{"LAG", "LAG(value), LAG(value, distance), LAG(value, distance, default)",
		"The value of the row that stands so far before this one, 1 by default; a distance below 0 is behind it. " +
			"Where there is no such row the default of this row, or NULL.",
		"LAG(x, 1, 0)", "0, 10, 20, 20"},
	{"LEAD", "LEAD(value), LEAD(value, distance), LEAD(value, distance, default)",
		"The value of the row that stands so far behind this one; else as LAG.",
		"LEAD(x)", "20, 20, 40, NULL"},
	{"NTILE", "NTILE(buckets)", "The bucket of the row, from 1: rows are dealt in order to buckets that differ by " +
		"one row at most, larger ones first. The number is a literal above 0.",
		"NTILE(3)", "1, 1, 2, 3"},
	{"PERCENT_RANK", "PERCENT_RANK()",
		"The share of the other rows that come before the first equal one; 0 of a single row.",
		"PERCENT_RANK()", "0.0, 0.3333333333333333, 0.3333333333333333, 1.0"},
	{"RANK", "RANK()", "The number of the first row that is equal to this one.",
		"RANK()", "1, 2, 2, 4"},
	{"ROW_NUMBER", "ROW_NUMBER()", "The number of the row, from 1.",
		"ROW_NUMBER()", "1, 2, 3, 4"},
}

// overMarkdown is the section of these functions.
func overMarkdown(b *strings.Builder) {
	fmt.Fprintf(b, "\n## Of the rows around a row\n\nThese go with OVER and its ORDER BY, in batch mode, as all "+
		"[aggregates](language.md#queries) do; see [language.md](language.md#rows-around-a-row). The examples are "+
		"with `OVER (ORDER BY x)`, for rows whose x is %s.\n\n"+
		"| function | what it does | example | gives |\n|---|---|---|---|\n",
		OverRows)
	for _, f := range OverDocs {
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", code(f.Syntax), cell(f.Doc), code(f.Example), f.Gives)
	}
}
