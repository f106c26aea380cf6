package main

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"time"
)

// usage is what a job took from its start to its end.
type usage struct {
	records   int64
	wall, cpu time.Duration
	live      time.Duration // what of cpu was taken by processes that have not ended
	peak      int64         // resident memory, in bytes
}

// runJob runs a job to its end and checks how many records it has read.
func runJob(program string, records int64, args ...string) (usage, error) {
	return runCommand(exec.Command(program, jobArguments(args)...), records)
}

// jobArguments makes a job print nothing but its summary.
func jobArguments(args []string) []string {
	return append([]string{"--json", "-q", "--listen", "", "--log", "error"}, args...)
}

func runCommand(cmd *exec.Cmd, records int64) (usage, error) {
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return usage{}, err
	}
	done := make(chan struct{})
	peak := watchPeak(cmd.Process.Pid, done)
	err := cmd.Wait()
	wall := time.Since(start)
	close(done)
	if err != nil {
		return usage{}, errJob(cmd.String(), err, complaint.String())
	}
	u := processUsage(cmd, wall)
	u.peak = <-peak
	var summary struct{ Records int64 }
	if json.Unmarshal(out.Bytes(), &summary) != nil {
		return usage{}, errNoSummary
	}
	if u.records = summary.Records; u.records != records {
		return usage{}, errRecords(u.records, records)
	}
	return u, nil
}

// processUsage is what a process that has ended took.
func processUsage(cmd *exec.Cmd, wall time.Duration) usage {
	s := cmd.ProcessState
	return usage{wall: wall, cpu: s.UserTime() + s.SystemTime()}
}
