package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
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
	command := "make bench"
	if peers {
		command = "make bench-peers"
	}
	fmt.Fprintf(&b, "# Results of `%s`\n\n%s, %d cores; %s; commit %s; %s.\n", command, processor(),
		runtime.NumCPU(), runtime.Version(), commit(l), time.Now().UTC().Format(time.DateOnly))
	fmt.Fprintf(&b, "Medians of the ratios of %d rounds, both sides in one run, in turns.\n\n",
		l.Rounds)
	b.WriteString("| figure | what | measured | goal | |\n|---|---|---|---|---|\n")
	for _, r := range all {
		value := r.value()
		if r.Rule == failed {
			value = "failed"
		}
		name := r.Name
		if r.Text != "" {
			name += "; " + strings.ReplaceAll(r.Text, "\n", " ")
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", r.ID, name, value, r.goal(), r.Verdict())
	}
	path := filepath.Join(l.Root, "bench", resultFile(peers))
	return os.WriteFile(path, []byte(keepNotes(path, b.String())), 0o644)
}

// keepNotes takes over what was written by hand behind the table.
func keepNotes(path, text string) string {
	const notes = "\n## Notes\n"
	old, err := os.ReadFile(path)
	if err != nil {
		return text
	}
	if _, after, ok := strings.Cut(string(old), notes); ok {
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
