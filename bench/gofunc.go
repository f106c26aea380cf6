package main

import (
	"fmt"
	"path/filepath"

	"github.com/flinkc/flinkc/bench/lab"
)

// goFunctions measures a table function and an aggregate function in Go, without the decoder, against
// loops by hand that call the same functions.
func goFunctions(l *lab.Lab) ([]Result, error) {
	var out []Result
	for _, f := range []struct {
		kind, name string
		goal       float64
	}{
		{"rows", "table function in Go/by hand", 0.8},
		{"groups", "aggregate function in Go/by hand, over a map", 0.95},
	} {
		script := filepath.Join(l.Root, "bench", "scripts", "gofunc", f.kind+".sql")
		program, err := l.Build("gofunc-"+f.kind, script, lab.Harness{Main: "gofunc.go", Export: "gofunc_export.go",
			Function: "github.com/flinkc/flinkc/bench/scripts/gofunc/udf"})
		if err != nil {
			return out, err
		}
		r, err := report(l, program, f.kind)
		if err != nil {
			return out, err
		}
		out = append(out, Result{ID: "GF", Name: f.name, Value: r.Values["expert"], Unit: "x",
			Goal: f.goal, Rule: atLeast, Disturbed: disturbed(r),
			Text: fmt.Sprintf("%s against %s ns a row, %g allocations in 262,144 rows",
				number(r.Values["ns generated"]), number(r.Values["ns expert"]), r.Values["mallocs"])})
	}
	return out, nil
}
