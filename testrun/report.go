package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strings"
)

// event is one line of `go test -json`; see `go doc test2json`. Test is empty for the package's
// own.
type event struct {
	Action  string
	Package string
	Test    string
	Output  string
	Elapsed float64 // seconds
}

// testID names a test; Go's names of tests are unique within a package only.
type testID struct{ pkg, test string }

// report collects the events of a run and prints them as they come.
type report struct {
	out     io.Writer
	output  map[testID][]string // of tests that have not ended yet
	parents map[testID]bool     // tests that have subtests; only the leaves count
	passed  int
	failed  int
	skipped []string // "package.Test: reason"
}

func newReport(out io.Writer) *report {
	return &report{out: out, output: map[testID][]string{}, parents: map[testID]bool{}}
}

// read takes all events. A line that is no event (of a tool that go test runs) is printed as it is.
func (r *report) read(in io.Reader) error {
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadString('\n')
		if line != "" {
			r.line(line)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read the output of go test: %w", err)
		}
	}
}

func (r *report) line(line string) {
	var e event
	if json.Unmarshal([]byte(line), &e) != nil {
		_, _ = io.WriteString(r.out, line)
		return
	}
	r.event(e)
}

func (r *report) event(e event) {
	id := testID{e.Package, e.Test}
	switch e.Action {
	case "run":
		r.run(id)
	case "output":
		r.output[id] = append(r.output[id], e.Output)
	case "build-output":
		_, _ = io.WriteString(r.out, e.Output)
	case "pass", "fail", "skip":
		r.end(e.Action, id, e.Elapsed)
		delete(r.output, id)
	}
}

// run marks the test around a subtest, whose end is that of its subtests and does not count.
func (r *report) run(id testID) {
	if i := strings.LastIndexByte(id.test, '/'); i >= 0 {
		r.parents[testID{id.pkg, id.test[:i]}] = true
	}
}

func (r *report) end(action string, id testID, elapsed float64) {
	switch {
	case id.test == "":
		r.endPackage(action, id, elapsed)
	case action == "fail":
		r.print(id)
		r.count(id, &r.failed)
	case action == "pass":
		r.count(id, &r.passed)
	default:
		r.skipped = append(r.skipped, fmt.Sprintf("%s.%s: %s", id.pkg, id.test, r.reason(id)))
	}
}

// count leaves out tests that only hold subtests. One of these that failed by itself still makes
// go test fail.
func (r *report) count(id testID, n *int) {
	if !r.parents[id] {
		*n++
	}
}

// endPackage prints a package's line. A package without tests is a skip in go test's words and
// none here.
func (r *report) endPackage(action string, id testID, elapsed float64) {
	switch action {
	case "pass":
		fmt.Fprintf(r.out, "ok    %-60s %6.1fs\n", id.pkg, elapsed)
	case "fail":
		r.print(id)
		fmt.Fprintf(r.out, "FAIL  %-60s %6.1fs\n", id.pkg, elapsed)
	}
}

func (r *report) print(id testID) {
	for _, line := range r.output[id] {
		_, _ = io.WriteString(r.out, line)
	}
}

// reason is the last thing that a skipped test printed: the text of t.Skip.
func (r *report) reason(id testID) string {
	lines := r.output[id]
	for i := len(lines) - 1; i >= 0; i-- {
		line := strings.TrimSpace(lines[i])
		if line != "" && !strings.HasPrefix(line, "--- ") && !strings.HasPrefix(line, "=== ") {
			return line
		}
	}
	return "no reason given"
}

// finish prints the summary, whose last line says which servers took part, and returns the exit
// code. With ci, a skip or a missing server is a failure.
func (r *report) finish(p presence, failed, ci bool) int {
	sort.Strings(r.skipped)
	for _, s := range r.skipped {
		fmt.Fprintln(r.out, "skipped", s)
	}
	bad := failed || r.failed > 0 || r.passed == 0
	if ci && (len(r.skipped) > 0 || p.missing != nil) {
		fmt.Fprintln(r.out, "FAIL: nothing may be skipped with CI=true")
		bad = true
	}
	fmt.Fprintf(r.out, "%d passed, %d failed, %d skipped\n", r.passed, r.failed, len(r.skipped))
	fmt.Fprintln(r.out, r.last(p))
	if bad {
		return 1
	}
	return 0
}

// last is the last line: scripts look for it.
func (r *report) last(p presence) string {
	if p.missing != nil {
		return fmt.Sprintf("SKIPPED servers: %v", p.missing)
	}
	return fmt.Sprintf("servers: %s, %d tests", p.versions, r.passed+r.failed)
}
