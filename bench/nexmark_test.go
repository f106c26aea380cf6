package main

import (
	"strings"
	"testing"

	"github.com/flinkc/flinkc/bench/lab"
)

// TestNexmarkRivals runs every query's stage and the one written by hand over the same documents, of
// which many are broken, and wants the same rows of both. The harness compares them.
func TestNexmarkRivals(t *testing.T) {
	l, err := lab.Open(1)
	if err != nil {
		t.Fatal(err)
	}
	for _, query := range nexmarkQueries {
		program, err := nexmarkProgram(l, query, 0)
		if err != nil {
			t.Fatal(err)
		}
		out, err := l.Run(l.Root, nil, program, "check", query)
		if err != nil {
			t.Errorf("%s: %v", query, err)
			continue
		}
		if f := strings.Fields(string(out)); len(f) != 2 || f[0] == "0" || f[1] == "0" {
			t.Errorf("%s compared nothing: %s", query, out)
		}
	}
}
