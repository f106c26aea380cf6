package main

import (
	"bufio"
	"os"
	"path"
	"strings"
)

// place is a function in a file of this module: "rtlib/fn/like.go: Like". A method is written with
// its receiver's type, "Table.Get", whether that is a pointer or not. What only whole programs use
// is followed by golden=WORD: then the golden cases whose names contain the word must notice too.
type place struct {
	file     string // with slashes, from the module's root
	function string
	golden   string // empty: no golden case is asked
}

// String is the place as the list has it, without the golden cases.
func (p place) String() string { return p.file + ": " + p.function }

// check is one run of go test: all tests of a package, or its golden cases of a name.
type check struct{ pkg, golden string }

// String says which tests these are.
func (c check) String() string {
	if c.golden == "" {
		return c.pkg
	}
	return "golden cases *" + c.golden + "*"
}

// checks are the tests that must notice, the quick ones first.
func (p place) checks() []check {
	checks := []check{{pkg: "./" + path.Dir(p.file)}}
	if p.golden != "" {
		checks = append(checks, check{pkg: "./cmd/flinkc", golden: p.golden})
	}
	return checks
}

// readPlaces reads a list: one place a line, empty lines and lines that begin with # left out.
func readPlaces(name string) ([]place, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	var places []place
	seen := map[place]bool{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		p, err := parsePlace(line)
		if err == nil && seen[p] {
			err = errTwice
		}
		if err != nil {
			return nil, errLine(name, n, line, err)
		}
		seen[p] = true
		places = append(places, p)
	}
	return places, lines.Err()
}

func parsePlace(line string) (place, error) {
	file, rest, _ := strings.Cut(line, ": ")
	words := strings.Fields(rest)
	if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
		return place{}, errNoPlace
	}
	p := place{file: path.Clean(file)}
	switch len(words) {
	case 1:
		p.function = words[0]
		return p, nil
	case 2:
		golden, ok := strings.CutPrefix(words[1], "golden=")
		if ok && golden != "" {
			p.function, p.golden = words[0], golden
			return p, nil
		}
	}
	return place{}, errNoPlace
}
