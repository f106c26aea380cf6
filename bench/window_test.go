package main

import (
	"strconv"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/bench/lab"
)

// TestWindowRival finds the same windows by the generated pass and by hand. The harness compares them.
func TestWindowRival(t *testing.T) {
	l, err := lab.Open(1)
	if err != nil {
		t.Fatal(err)
	}
	program, err := windowProgram(l, 0)
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
