package main

import (
	"strconv"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/bench/lab"
)

// TestCalculationRival computes the same rows by the generated pass and by hand. The harness compares them.
func TestCalculationRival(t *testing.T) {
	l, err := lab.Open(1)
	if err != nil {
		t.Fatal(err)
	}
	program, err := calculationProgram(l, 0)
	if err != nil {
		t.Fatal(err)
	}
	out, err := l.Run(l.Root, nil, program, "check")
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := strconv.Atoi(strings.TrimSpace(string(out))); n < 1000 {
		t.Errorf("compared %s rows", out)
	}
}
