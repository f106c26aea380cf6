package main

import (
	"fmt"
	"path/filepath"

	"github.com/flinkc/flinkc/bench/lab"
	"github.com/flinkc/flinkc/bench/measure"
)

// nexmarkQueries are the queries without state, over bids as flat JSON documents.
var nexmarkQueries = []string{"q0", "q1", "q2", "q14", "q21", "q22"}

// nexmark measures each query's only stage on record batches in memory against the same query
// written by hand. Both check the batches, decode the same columns, look at all others, and hand
// whole rows to a sink that swallows them.
func nexmark(l *lab.Lab) ([]Result, error) {
	var ratios, rates []Result
	for _, query := range nexmarkQueries {
		r, err := reportOfLayouts(l, func(layout int) (string, error) {
			return nexmarkProgram(l, query, layout)
		}, query)
		if err != nil {
			return nil, err
		}
		ratios = append(ratios, flagshipRatio("P1", "nexmark/"+query, r, "expert", 0.95))
		rates = append(rates, eventRate(query, r))
	}
	return append(ratios, rates...), nil
}

// nexmarkProgram builds the harness beside a query's pipeline.
func nexmarkProgram(l *lab.Lab, query string, layout int) (string, error) {
	script := filepath.Join(l.Root, "bench", "scripts", "nexmark", query+".sql")
	return l.Build("nexmark-"+query, script, lab.Harness{Main: "nexmark.go", Layout: layout})
}

// eventRate is what P10 is about, without the fetching.
func eventRate(query string, r *measure.Report) Result {
	ns := r.Values["ns generated"]
	return Result{ID: "P10", Name: "nexmark/" + query + ", in memory, one core", Value: 1e3 / ns,
		Unit: " M events/s", Rule: printed, Disturbed: disturbed(r),
		Text: fmt.Sprintf("by hand %s", number(1e3/r.Values["ns expert"]))}
}
