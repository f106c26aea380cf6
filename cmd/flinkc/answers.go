package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// What a script asks with SHOW, DESCRIBE and EXPLAIN is known once it is checked: flinkc check prints
// the answers, in the form of Flink's SQL client. Other commands say that they do not.

// printAnswers prints each statement that asks, and below it the answer.
func (c *compilation) printAnswers(w io.Writer) {
	for i, a := range c.plan.Answers {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "%s;\n%s", c.plan.Source.Slice(a.At), answerText(a))
	}
}

// answerText is a table; a text that has several lines stands without a frame.
func answerText(a logical.Answer) string {
	if len(a.Columns) == 1 && a.Columns[0] == "result" {
		return strings.TrimRight(a.Rows[0][0], "\n") + "\n"
	}
	if len(a.Rows) == 0 {
		return "Empty set\n"
	}
	widths := make([]int, len(a.Columns))
	for _, row := range append([][]string{a.Columns}, a.Rows...) {
		for i, cell := range row {
			widths[i] = max(widths[i], diag.Width(cell))
		}
	}
	frame := "+"
	for _, n := range widths {
		frame += strings.Repeat("-", n+2) + "+"
	}
	out := frame + "\n" + cells(a.Columns, widths) + frame + "\n"
	for _, row := range a.Rows {
		out += cells(row, widths)
	}
	return out + frame + "\n" + rowsInSet(len(a.Rows)) + "\n"
}

func cells(row []string, widths []int) string {
	out := "|"
	for i, cell := range row {
		out += strings.Repeat(" ", widths[i]-diag.Width(cell)+1) + cell + " |"
	}
	return out + "\n"
}

func rowsInSet(n int) string {
	if n == 1 {
		return "1 row in set"
	}
	return fmt.Sprintf("%d rows in set", n)
}

// unanswered finds the statements whose answers a command leaves to flinkc check.
func unanswered(c *compilation) diag.List {
	var out diag.List
	for _, a := range c.plan.Answers {
		out = append(out, noteUnanswered(c.plan.Source, a.At))
	}
	return out
}
