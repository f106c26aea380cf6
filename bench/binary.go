package main

import (
	"debug/buildinfo"
	"os"
	"path/filepath"
	"strings"

	"github.com/flinkc/flinkc/bench/lab"
)

// binary is what the flagship's binary weighs and whose code is in it.
func binary(l *lab.Lab) ([]Result, error) {
	program, err := l.Job(filepath.Join(l.Root, legacy))
	if err != nil {
		return nil, err
	}
	st, err := os.Stat(program)
	if err != nil {
		return nil, err
	}
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return nil, err
	}
	var foreign []string
	for _, m := range info.Deps {
		if !strings.HasPrefix(m.Path, "github.com/flinkc/") && !strings.HasPrefix(m.Path,
			"flinkc.local/") {
			foreign = append(foreign, m.Path)
		}
	}
	return []Result{
		{ID: "P17", Name: "binary of the flagship", Value: float64(st.Size()) / 1e6, Unit: " MB",
			Goal: 10, Rule: atMost},
		{ID: "P17", Name: "third-party modules in it", Value: float64(len(foreign)), Goal: 8,
			Rule: atMost, Text: strings.Join(foreign, ", ")},
	}, nil
}
