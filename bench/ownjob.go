package main

// Our side of a comparison with other engines: a job that flinkc builds for each file.

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/flinkc/flinkc/bench/input"
	"github.com/flinkc/flinkc/bench/lab"
)

// ownJob is a query as a job.
type ownJob struct {
	lab      *lab.Lab
	name     string
	script   func(name, source, sink string) (path string, err error)
	programs map[string]string // by the name of the script
}

func (j *ownJob) time(records int) (usage, error) {
	cmd, err := j.command(records, "blackhole")
	if err != nil {
		return usage{}, err
	}
	return runCommand(cmd, int64(records))
}

func (j *ownJob) show(records int) (table, error) {
	cmd, err := j.command(records, "print")
	if err != nil {
		return nil, err
	}
	out, err := cmd.Output()
	if err != nil {
		return nil, errJob(cmd.String(), err, "")
	}
	t, _, err := readChanges(bytes.NewReader(out))
	return t, err
}

// close has nothing to do: each run ends by itself.
func (*ownJob) close() {}

// command is the job on one core, built when it is wanted for the first time.
func (j *ownJob) command(records int, sink string) (*exec.Cmd, error) {
	name := fmt.Sprintf("%s-%s-%d", j.name, sink, records)
	if j.programs[name] == "" {
		file, err := peerFile(j.lab, records)
		if err != nil {
			return nil, err
		}
		script, err := j.script(name, fmt.Sprintf("'connector' = 'filesystem',\n"+
			"    'path' = '%s',\n    'format' = 'csv',\n    'csv.ignore-parse-errors' = 'true'", file),
			fmt.Sprintf("'connector' = '%s'", sink))
		if err != nil {
			return nil, err
		}
		if j.programs[name], err = j.lab.Job(script); err != nil {
			return nil, err
		}
	}
	program, args := onOneCore(j.programs[name], jobArguments([]string{"--parallelism", "1"}))
	return exec.Command(program, args...), nil
}

// peerFile is a CSV file of so many lines in .cache: plain ones, on which all engines agree. Where
// a line is broken, each has rules of its own.
func peerFile(l *lab.Lab, records int) (string, error) {
	path := filepath.Join(l.Cache, fmt.Sprintf("access-%d.csv", records))
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		return path, err
	}
	return path, os.WriteFile(path, input.Joined(input.CSV(records)), 0o644)
}
