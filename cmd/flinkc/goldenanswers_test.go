package main

import (
	"fmt"
	"slices"
	"strings"
)

// compareAnswers compares what SHOW and DESCRIBE say. Flink puts every name in backticks, flinkc those that need them.
func (c *goldenCase) compareAnswers() string {
	if len(c.answers) != len(c.want.Answers) {
		return fmt.Sprintf("%d answers, Flink has %d", len(c.answers), len(c.want.Answers))
	}
	for i, a := range c.answers {
		var want [][]string
		for _, row := range c.want.Answers[i] {
			var cells []string
			for _, cell := range row {
				text := ""
				if cell != nil {
					text = strings.ReplaceAll(*cell, "`", "")
				}
				cells = append(cells, text)
			}
			want = append(want, cells)
		}
		if got := append([][]string{a.Columns}, a.Rows...); !slices.EqualFunc(got, want, slices.Equal) {
			return fmt.Sprintf("answer %d: %q, Flink has %q", i+1, got, want)
		}
	}
	return ""
}
