package main

import (
	"os"
	"path/filepath"

	"github.com/flinkc/flinkc/bench/lab"
)

// besideFlink runs the flagship over CSV files as our job and in Flink: the faster the side, the
// more records.
func besideFlink(l *lab.Lab) ([]Result, error) {
	own := &ownJob{lab: l, name: "csv", programs: map[string]string{},
		script: func(name, source, sink string) (string, error) {
			return l.Script(name, modern, modernSource, source, modernSink, sink)
		}}
	c := comparison{id: "P20", query: "flagship from CSV, one core",
		sides: []*peer{{engine: own, few: 1_000_000, all: 3_000_000}}}
	defer c.close()
	python, err := venv(l, "flink", "pyflink", "apache-flink==1.20.5")
	if err != nil {
		return nil, err
	}
	jar, err := flinkFunction(l, python)
	if err != nil {
		return nil, err
	}
	for _, p := range []struct {
		mode string
		peer
	}{
		{"tuned", peer{name: "Flink 1.20, mini-batch and object reuse", goal: 12,
			few: 500_000, all: 2_000_000}},
		{"default", peer{name: "Flink 1.20, default plan", goal: 35,
			few: 250_000, all: 750_000}},
		{"python", peer{name: "PyFlink 1.20, process mode", goal: 110,
			few: 50_000, all: 200_000}},
	} {
		p.engine, err = startSession(l, python, "flink.py", p.mode, jar,
			filepath.Join(l.Root, "examples/cdn/udf/provinces.bin"))
		if err != nil {
			return nil, err
		}
		c.sides = append(c.sides, &p.peer)
	}
	return c.run()
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
