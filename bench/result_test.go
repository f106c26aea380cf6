package main

import (
	"strings"
	"testing"
	"time"
)

func TestResultLine(t *testing.T) {
	for _, tt := range []struct {
		result Result
		want   string
	}{
		{Result{ID: "P2", Name: "flagship/careful", Value: 1.7, Unit: "x", Goal: 1.6,
			Rule: atLeast},
			"P2 flagship/careful 1.7x (>= 1.6x) ok"},
		{Result{ID: "P2", Name: "flagship/careful", Value: 1.5, Unit: "x", Goal: 1.6,
			Rule: atLeast},
			"P2 flagship/careful 1.5x (>= 1.6x) MISSED"},
		{Result{ID: "P3", Name: "wall", Value: 1.5, Unit: "x", Goal: 1.7, Rule: atLeast,
			Disturbed: true},
			"P3 wall 1.5x (>= 1.7x) not measured"},
		{Result{ID: "P3", Name: "wall", Value: 1.8, Unit: "x", Goal: 1.7, Rule: atLeast,
			Disturbed: true},
			"P3 wall 1.8x (>= 1.7x) not measured"},
		{Result{ID: "P16", Name: "memory", Value: 52.34, Unit: " MiB", Goal: 64, Rule: atMost,
			Text: "idle"},
			"P16 memory 52.3 MiB (<= 64 MiB) ok; idle"},
		{Result{ID: "P18", Name: "latency", Value: 1234.6, Unit: " ms", Rule: printed},
			"P18 latency 1235 ms"},
		{Result{ID: "P1", Name: "failed", Text: "no go"}, "P1 failed; no go"},
	} {
		if got := tt.result.String(); got != tt.want {
			t.Errorf("got  %s\nwant %s", got, tt.want)
		}
	}
}

func TestWanted(t *testing.T) {
	f := figure{ids: []string{"P8", "P9"}}
	for only, want := range map[string]bool{"": true, "P9": true, "P1, P8": true, "P1": false,
		"P": false} {
		if got := f.wanted(only); got != want {
			t.Errorf("wanted(%q) = %v", only, got)
		}
	}
}

// TestKeepNotes: what was written by hand behind the table outlives the next run.
func TestKeepNotes(t *testing.T) {
	if got := keepNotes("", "new\n"); got != "new\n" {
		t.Errorf("without a file: %q", got)
	}
	if got := keepNotes("old\n\n## Notes\n\nwhy\n", "new\n"); got != "new\n\n## Notes\n\nwhy\n" {
		t.Errorf("got %q", got)
	}
}

// TestMerged: a run of some figures leaves the others as they were, in order.
func TestMerged(t *testing.T) {
	old := "# Results\n| figure |\n|---|\n| P2 | old two |\n| P2 | more |\n| P13 | old |\n\n" +
		"## Notes\n| P1 | in a note |\n"
	got := strings.Join(merged(old, []Result{
		{ID: "P13", Name: "new", Value: 2, Unit: "x", Goal: 1, Rule: atLeast},
		{ID: "P5", Name: "five", Value: 7, Rule: printed},
	}), "\n")
	want := "| P2 | old two |\n| P2 | more |\n| P5 | five | 7 |  |  |\n| P13 | new | 2x | >= 1x | ok |"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestOrdinaryScript(t *testing.T) {
	if got := strings.Count(ordinaryScript(200), "\n"); got != 200 {
		t.Errorf("%d lines, want 200", got)
	}
}

// TestTapLook finds a key that is cut by the end of a piece, and only whole keys.
func TestTapLook(t *testing.T) {
	now := time.Now()
	w := &tap{sent: map[string]time.Time{"key-1": now, "key-12": now}}
	rest := w.look([]byte("INSERT ('key-1"), now)
	if len(w.took) != 0 {
		t.Fatalf("half a key was taken for one: %v", w.took)
	}
	w.look(append(rest, "2',"...), now.Add(5*time.Millisecond))
	if len(w.took) != 1 || w.took[0] != 5 || len(w.sent) != 1 {
		t.Errorf("took %v, left %v; want 5 ms and key-1 left", w.took, w.sent)
	}
}
