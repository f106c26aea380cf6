package main

import (
	"fmt"
	"strconv"
)

// Result is one line: a figure with its goal and how it went.
type Result struct {
	ID, Name string
	Value    float64
	Unit     string // "x", "ns", "MB", ...; printed right behind the number
	Goal     float64
	Rule     rule
	// Disturbed: other processes took too much of the machine for the figure to count.
	Disturbed bool
	// Text is what is said behind the figure, or instead of it when it could not be measured.
	Text string
}

// rule is what the goal asks for.
type rule int

const (
	failed  rule = iota // nothing was measured
	printed             // no goal: the value is for the reader
	atLeast
	atMost
)

// String is the result as `make bench` prints it.
func (r Result) String() string {
	s := r.ID + " " + r.Name
	if r.Rule != failed {
		s += " " + r.value()
	}
	if g := r.goal(); g != "" {
		s += " (" + g + ") " + r.Verdict()
	}
	if r.Text != "" {
		s += "; " + r.Text
	}
	return s
}

func (r Result) value() string { return number(r.Value) + r.Unit }

func (r Result) goal() string {
	switch r.Rule {
	case atLeast:
		return ">= " + number(r.Goal) + r.Unit
	case atMost:
		return "<= " + number(r.Goal) + r.Unit
	}
	return ""
}

// Verdict is "ok", "MISSED", "not measured", or "" of a value without a goal.
func (r Result) Verdict() string {
	reached := r.Rule == atLeast && r.Value >= r.Goal || r.Rule == atMost && r.Value <= r.Goal
	switch {
	case r.Rule == failed:
		return "failed"
	case r.Rule == printed:
		return ""
	case r.Disturbed: // also when it was reached: noise helps as often as it harms
		return "not measured"
	case reached:
		return "ok"
	}
	return "MISSED"
}

// number has three significant digits, and all digits in front of the point.
func number(v float64) string {
	if v >= 1000 {
		return fmt.Sprintf("%.0f", v)
	}
	return strconv.FormatFloat(v, 'g', 3, 64)
}
