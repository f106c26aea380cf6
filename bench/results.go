package main

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/flinkc/flinkc/bench/lab"
)

// resultFiles: peers and rivals are measured by different commands, at different times.
func resultFile(peers bool) string {
	if peers {
		return "RESULTS-PEERS.md"
	}
	return "RESULTS.md"
}

// writeResults writes the committed file: where and with what it was measured, and the medians.
func writeResults(l *lab.Lab, all []Result, peers bool) error {
	var b strings.Builder
	command, rounds := "make bench", l.Rounds
	if peers {
		command, rounds = "make bench-peers", peerRounds
	}
	fmt.Fprintf(&b, "# Results of `%s`\n\n%s, %d cores; %s; commit %s; %s.\n", command, processor(),
		runtime.NumCPU(), runtime.Version(), commit(l), time.Now().UTC().Format(time.DateOnly))
	fmt.Fprintf(&b, "Medians of the ratios of %d rounds, both sides in one run, in turns.\n\n",
		rounds)
	b.WriteString("| figure | what | measured | goal | |\n|---|---|---|---|---|\n")
	path := filepath.Join(l.Root, "bench", resultFile(peers))
	old, _ := os.ReadFile(path) // none before the first run
	for _, line := range merged(string(old), all) {
		b.WriteString(line + "\n")
	}
	return os.WriteFile(path, []byte(keepNotes(string(old), b.String())), 0o644)
}

// row is a result as a line of the table.
func (r Result) row() string {
	value := r.value()
	if r.Rule == failed {
		value = "failed"
	}
	name := r.Name
	if r.Text != "" {
		name += "; " + strings.ReplaceAll(r.Text, "\n", " ")
	}
	return fmt.Sprintf("| %s | %s | %s | %s | %s |", r.ID, name, value, r.goal(), r.Verdict())
}

// merged is the lines of the new table: figures that were not measured this time keep theirs.
func merged(old string, all []Result) []string {
	byID := map[string][]string{}
	for _, r := range all {
		byID[r.ID] = append(byID[r.ID], r.row())
	}
	kept := map[string][]string{}
	table, _, _ := strings.Cut(old, notes)
	for line := range strings.Lines(table) {
		id := strings.TrimSpace(strings.SplitN(line+"||", "|", 3)[1])
		if strings.HasPrefix(line, "| P") && byID[id] == nil {
			kept[id] = append(kept[id], strings.TrimSpace(line))
		}
	}
	maps.Copy(byID, kept)
	ids := slices.SortedFunc(maps.Keys(byID), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
	var lines []string
	for _, id := range ids {
		lines = append(lines, byID[id]...)
	}
	return lines
}

// notes starts what is written by hand.
const notes = "\n## Notes\n"

// keepNotes takes over what was written by hand behind the table.
func keepNotes(old, text string) string {
	if _, after, ok := strings.Cut(old, notes); ok {
		return text + notes + after
	}
	return text
}

// processor is the name of the processor.
func processor() string {
	text, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(text)) {
		if name, value, ok := strings.Cut(line,
			":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return runtime.GOARCH
}

// commit is the tree that was measured; a plus says that files were changed.
func commit(l *lab.Lab) string {
	id, err := l.Run(l.Root, nil, "git", "rev-parse", "--short", "HEAD")
	if err != nil {
		return "unknown"
	}
	s := strings.TrimSpace(string(id))
	changed, err := l.Run(l.Root, nil, "git", "status", "--porcelain", "--", ".",
		":!bench/RESULTS*.md")
	if err == nil && len(changed) > 0 {
		s += "+"
	}
	return s
}
