package main

import (
	"errors"
	"fmt"
	"strings"
)

// errNoPlace is of a line of the list that is none.
var errNoPlace = errors.New("want FILE.go: FUNCTION [golden=WORD]; a method is TYPE.METHOD")

// errTwice is of a place that is in the list already.
var errTwice = errors.New("is in the list twice")

func errLine(name string, n int, line string, err error) error {
	return fmt.Errorf("%s:%d: %q: %w", name, n, line, err)
}

func errNoFunction(p place) error {
	return fmt.Errorf("%s has no function %s with a body", p.file, p.function)
}

// errUnchanged shows the end of the output, where go test says what failed.
func errUnchanged(c check, out []byte) error {
	return fmt.Errorf("%s fails without any change: %s", c, tail(out))
}

// errBuild is of a hollow function that does not compile: a mistake in this program.
func errBuild(out []byte) error {
	return fmt.Errorf("does not build: %s", tail(out))
}

// tail is the last lines of an output.
func tail(out []byte) string {
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	return strings.Join(lines[max(0, len(lines)-8):], "\n")
}
