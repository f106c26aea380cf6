package main

import (
	"path/filepath"

	"github.com/flinkc/flinkc/bench/lab"
)

// windows measures TUMBLE by itself, without the decoder, against the same by hand.
func windows(l *lab.Lab) ([]Result, error) {
	r, err := reportOfLayouts(l, func(layout int) (string, error) { return windowProgram(l, layout) })
	if err != nil {
		return nil, err
	}
	return []Result{{ID: "WI", Name: "TUMBLE alone/by hand", Value: r.Values["expert"], Unit: "x",
		Goal: 0.9, Rule: atLeast, Disturbed: disturbed(r),
		Text: number(r.Values["ns generated"]) + " against " + number(r.Values["ns expert"]) + " ns a row"}}, nil
}

func windowProgram(l *lab.Lab, layout int) (string, error) {
	script := filepath.Join(l.Root, "bench", "scripts", "window", "tumble.sql")
	return l.Build("window", script, lab.Harness{Main: "window.go", Export: "window_export.go", Layout: layout})
}
