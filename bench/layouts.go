package main

import (
	"cmp"
	"slices"

	"github.com/flinkc/flinkc/bench/lab"
	"github.com/flinkc/flinkc/bench/measure"
)

// layouts is in how many orders of its functions a program is linked. Where a loop comes to lie decides over a
// tenth of its time and more: its branches share places in the processor's predictor with those of other
// functions. A comparison of one order says as much about that as about the code.
const layouts = 3

// reportOfLayouts links a program in each order, and returns the report with the median ratio to the expert.
func reportOfLayouts(l *lab.Lab, build func(layout int) (string, error), args ...string) (*measure.Report, error) {
	var reports []*measure.Report
	for layout := range layouts {
		program, err := build(layout + 1)
		if err != nil {
			return nil, err
		}
		r, err := report(l, program, args...)
		if err != nil {
			return nil, err
		}
		reports = append(reports, r)
	}
	slices.SortFunc(reports, func(a, b *measure.Report) int {
		return cmp.Compare(a.Values["expert"], b.Values["expert"])
	})
	return reports[layouts/2], nil
}
