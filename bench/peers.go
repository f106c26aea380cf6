package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/flinkc/flinkc/bench/input"
	"github.com/flinkc/flinkc/bench/lab"
	"github.com/flinkc/flinkc/bench/measure"
)

const (
	peerRecords  = 2_000_000
	slowRecords  = 300_000 // for the slowest
	smallRecords = 100     // what is left is the start
	peerRuns     = 7
)

// venv is a Python environment in .cache with packages from PyPI, made when it is missing; the
// module is what they must be able to import. It returns the path of its Python.
func venv(l *lab.Lab, name, module string, packages ...string) (string, error) {
	dir := filepath.Join(l.Root, ".cache", "peers", name)
	python := filepath.Join(dir, "bin", "python")
	if _, err := l.Run(l.Root, nil, python, "-c", "import "+module); err == nil {
		return python, nil
	}
	fmt.Fprintf(os.Stderr, "installing %v into %s\n", packages, dir)
	if _, err := l.Run(l.Root, nil, "python3", "-m", "venv", dir); err != nil {
		return "", err
	}
	// Flink 1.20's dependencies want a setuptools that still has pkg_resources.
	_, err := l.Run(l.Root, nil, python, append([]string{"-m", "pip", "install", "-q",
		"setuptools<80", "wheel"}, packages...)...)
	return python, err
}

// peerFile is a CSV file of n lines in .cache.
func peerFile(l *lab.Lab, n int) (string, error) {
	path := filepath.Join(l.Cache, fmt.Sprintf("access-%d.csv", n))
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	return path, os.WriteFile(path, input.Joined(input.CSV(n)), 0o644)
}

// peerTimes is what the Python programs print: seconds of each run.
type peerTimes struct{ File, Small []float64 }

// perRecord is the median time of a record in ns, the start taken off.
func (t *peerTimes) perRecord(records int) float64 {
	return (measure.Median(t.File) - measure.Median(t.Small)) * 1e9 / float64(records)
}

// peer runs one of the Python programs on one core.
func peer(l *lab.Lab, python string, args ...string) (*peerTimes, error) {
	name, args := onOneCore(python, args)
	out, err := l.Run(filepath.Join(l.Root, "bench", "peers"), nil, name, args...)
	if err != nil {
		return nil, err
	}
	t := &peerTimes{}
	return t, json.Unmarshal(out[lastLine(out):], t)
}

// onOneCore pins a command where the system can.
func onOneCore(name string, args []string) (string, []string) {
	if taskset, err := exec.LookPath("taskset"); err == nil {
		return taskset, append([]string{"-c", "0", name}, args...)
	}
	return name, args
}

// lastLine is where the last line of a program's output begins.
func lastLine(out []byte) int {
	for i := len(out) - 2; i >= 0; i-- {
		if out[i] == '\n' {
			return i + 1
		}
	}
	return 0
}

// ownTimes runs our job on both files, on the same core; time takes wall or processor time.
func ownTimes(large, small string, time func(usage) float64) (*peerTimes, error) {
	t := &peerTimes{}
	for range peerRuns {
		for _, p := range []struct {
			program string
			records int64
			to      *[]float64
		}{{small, smallRecords, &t.Small}, {large, peerRecords, &t.File}} {
			name, args := onOneCore(p.program, jobArguments([]string{"--parallelism", "1"}))
			u, err := runCommand(exec.Command(name, args...), p.records)
			if err != nil {
				return nil, err
			}
			*p.to = append(*p.to, time(u))
		}
	}
	return t, nil
}

func wallTime(u usage) float64      { return u.wall.Seconds() }
func processorTime(u usage) float64 { return u.cpu.Seconds() }
