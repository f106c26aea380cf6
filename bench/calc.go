package main

import (
	"path/filepath"

	"github.com/flinkc/flinkc/bench/lab"
)

// calculation measures a projection of 20 expressions over 10 columns, without the decoder, against the
// same by hand.
func calculation(l *lab.Lab) ([]Result, error) {
	r, err := reportOfLayouts(l, func(layout int) (string, error) { return calculationProgram(l, layout) })
	if err != nil {
		return nil, err
	}
	return []Result{{ID: "FN", Name: "20 expressions over 10 columns/by hand", Value: r.Values["expert"], Unit: "x",
		Goal: 0.95, Rule: atLeast, Disturbed: disturbed(r),
		Text: number(r.Values["ns generated"]) + " against " + number(r.Values["ns expert"]) + " ns a row"}}, nil
}

func calculationProgram(l *lab.Lab, layout int) (string, error) {
	script := filepath.Join(l.Root, "bench", "scripts", "calc", "calc.sql")
	return l.Build("calc", script, lab.Harness{Main: "calc.go", Export: "calc_export.go", Layout: layout})
}
