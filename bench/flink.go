package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/flinkc/flinkc/bench/lab"
)

// besideFlink runs the flagship over a CSV file, in Flink and as our job.
func besideFlink(l *lab.Lab) ([]Result, error) {
	large, err := peerFile(l, peerRecords)
	if err != nil {
		return nil, err
	}
	slow, err := peerFile(l, slowRecords)
	if err != nil {
		return nil, err
	}
	small, err := peerFile(l, smallRecords)
	if err != nil {
		return nil, err
	}
	own, err := ownFlagship(l, large, small)
	if err != nil {
		return nil, err
	}
	python, err := venv(l, "flink", "pyflink", "apache-flink==1.20.5")
	if err != nil {
		return nil, err
	}
	jar, err := flinkFunction(l, python)
	if err != nil {
		return nil, err
	}
	var results []Result
	for _, m := range []struct {
		mode, name, file string
		records, runs    int
		goal             float64
	}{
		{"tuned", "Flink 1.20, mini-batch and object reuse", large, peerRecords, 3, 12},
		{"default", "Flink 1.20, default plan", large, peerRecords, 3, 35},
		{"python", "PyFlink 1.20, process mode", slow, slowRecords, 3, 110},
	} {
		t, err := peer(l, python, "flink.py", m.mode, strconv.Itoa(m.runs), jar,
			filepath.Join(l.Root, "examples/cdn/udf/provinces.bin"), m.file, small)
		if err != nil {
			return results, err
		}
		ns := t.perRecord(m.records)
		results = append(results, Result{ID: "P20", Name: "flagship from CSV, one core, " + m.name,
			Value: ns / own, Unit: "x", Goal: m.goal, Rule: atLeast,
			Text: fmt.Sprintf("%s against %s ns a record, start taken off both", number(own),
				number(ns))})
	}
	return results, nil
}

// ownFlagship is our time a record in ns.
func ownFlagship(l *lab.Lab, large, small string) (float64, error) {
	var programs [2]string
	for i, file := range []string{large, small} {
		script, err := l.Script(fmt.Sprintf("csv-%d", i), modern, modernSource, fileSource(file),
			modernSink, noSink)
		if err != nil {
			return 0, err
		}
		if programs[i], err = l.Job(script); err != nil {
			return 0, err
		}
	}
	t, err := ownTimes(programs[0], programs[1], wallTime)
	if err != nil {
		return 0, err
	}
	return t.perRecord(peerRecords), nil
}

func fileSource(path string) string {
	return fmt.Sprintf("'connector' = 'filesystem',\n    'path' = '%s',\n"+
		"    'format' = 'csv',\n    'csv.ignore-parse-errors' = 'true'", path)
}

// flinkFunction compiles the function in Java against Flink's own jars.
func flinkFunction(l *lab.Lab, python string) (string, error) {
	dir := filepath.Join(l.Cache, "flink-function")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	home, err := l.Run(l.Root, nil, python, "-c",
		"import os, pyflink; print(os.path.dirname(pyflink.__file__), end='')")
	if err != nil {
		return "", err
	}
	if _, err := l.Run(l.Root, nil, "javac", "-cp", string(home)+"/lib/*", "-d", dir,
		"bench/peers/IpToProvince.java"); err != nil {
		return "", err
	}
	jar := filepath.Join(dir, "function.jar")
	_, err = l.Run(l.Root, nil, "jar", "cf", jar, "-C", dir, "IpToProvince.class", "-C",
		"examples/cdn/udf", "provinces.bin")
	return jar, err
}
