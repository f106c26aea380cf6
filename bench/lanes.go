package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/flinkc/flinkc/bench/input"
	"github.com/flinkc/flinkc/bench/lab"
	"github.com/flinkc/flinkc/bench/measure"
)

const (
	logRecords = 1 << 20
	logFiles   = 4 // the same file under several names
	pairs      = 9
)

// lanes runs the flagship as a whole job over JSON files, with one lane and with two. A pair that
// others disturb is repeated, at most as often as there are pairs.
func lanes(l *lab.Lab) ([]Result, error) {
	program, err := fromFiles(l)
	if err != nil {
		return nil, err
	}
	var one, two laneRun
	clean := 0
	for tries := 0; tries < 2*pairs && clean < pairs; tries++ {
		m := measure.StartMeter(0)
		if err := errors.Join(one.add(program, "1"), two.add(program, "2")); err != nil {
			return nil, err
		}
		if m.Foreign() <= measure.ForeignShare {
			clean++
		}
	}
	disturbed := clean < pairs || runtime.NumCPU() < 2
	return []Result{
		{ID: "P3", Name: "2 lanes/1, wall", Value: one.wall.Seconds() / two.wall.Seconds(),
			Unit: "x", Goal: 1.7, Rule: atLeast, Disturbed: disturbed,
			Text: fmt.Sprintf("%s against %s s, %d of %d pairs undisturbed",
				number(two.wall.Seconds()), number(one.wall.Seconds()), clean, pairs)},
		{ID: "P3", Name: "2 lanes/1, CPU a record", Value: measure.MedianRatio(two.cpu, one.cpu),
			Unit: "x", Goal: 1.1, Rule: atMost, Disturbed: disturbed,
			Text: fmt.Sprintf("%s against %s ns", number(measure.Median(two.cpu)),
				number(measure.Median(one.cpu)))},
	}, nil
}

// laneRun is the runs of a job with one number of lanes.
type laneRun struct {
	wall time.Duration // the shortest
	cpu  []float64     // ns a record
}

func (r *laneRun) add(program, lanes string) error {
	u, err := runJob(program, logFiles*logRecords, "--parallelism", lanes)
	if err != nil {
		return err
	}
	if r.wall == 0 || u.wall < r.wall {
		r.wall = u.wall
	}
	r.cpu = append(r.cpu, float64(u.cpu.Nanoseconds())/(logFiles*logRecords))
	return nil
}

// fromFiles builds the flagship over a folder of JSON files.
func fromFiles(l *lab.Lab) (string, error) {
	dir := filepath.Join(l.Cache, fmt.Sprintf("logs-%d", logFiles))
	if err := writeLogs(dir); err != nil {
		return "", err
	}
	script, err := l.Script("lanes", modern, modernSource,
		fmt.Sprintf("'connector' = 'filesystem',\n    'path' = '%s',\n    'format' = 'json'", dir),
		modernSink, noSink)
	if err != nil {
		return "", err
	}
	return l.Job(script)
}

// modernSource is the options of the flagship's source.
const modernSource = `'connector' = 'kafka',
    'topic' = 'access_log',
    'properties.bootstrap.servers' = 'localhost:9092',
    'scan.startup.mode' = 'earliest-offset',
    'format' = 'csv',
    'csv.ignore-parse-errors' = 'true'`

// writeLogs writes one file and links it under more names, unless it is there.
func writeLogs(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	first := filepath.Join(dir, "access-0.json")
	if _, err := os.Stat(first); errors.Is(err, fs.ErrNotExist) {
		if err := os.WriteFile(first, input.Joined(input.JSON(logRecords)), 0o644); err != nil {
			return err
		}
	}
	for i := 1; i < logFiles; i++ {
		err := os.Link(first, filepath.Join(dir, fmt.Sprintf("access-%d.json", i)))
		if err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return nil
}
