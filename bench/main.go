// Command bench measures what design and documentation promise about speed, against hand-written
// rivals and, with -peers, against other engines. It prints one line a figure:
//
//	P2 flagship/careful, real function 1.7x (>= 1.6x) ok
//
// A figure that is missed says MISSED, one that other processes disturbed says "not measured"; the
// exit code is 0 in both cases. With -write the results are written to bench/RESULTS.md.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/flinkc/flinkc/bench/lab"
)

func main() {
	if role := os.Getenv(roleVariable); role != "" {
		if err := roles[role](); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		return
	}
	peers := flag.Bool("peers", false, "compare with other engines (P20, P21) instead")
	write := flag.Bool("write", false, "write bench/RESULTS.md")
	only := flag.String("only", "", "figures to measure, such as P1,P5; default all")
	rounds := flag.Int("rounds", 9, "rounds of each comparison; results count from 7 on")
	flag.Parse()
	if err := run(*peers, *write, *only, *rounds); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run measures the figures and prints each as soon as it is known.
func run(peers, write bool, only string, rounds int) error {
	l, err := lab.Open(max(rounds, 1))
	if err != nil {
		return err
	}
	var all []Result
	for _, f := range figures {
		if f.peers != peers || !f.wanted(only) {
			continue
		}
		results, err := f.measure(l)
		if err != nil {
			results = append(results, Result{ID: f.ids[0], Name: "failed",
				Text: firstLines(err.Error(), 12)})
		}
		for _, r := range results {
			fmt.Println(r)
		}
		all = append(all, results...)
		if !write {
			continue
		}
		if err := writeResults(l, all, peers); err != nil { // each time: a run may be ended early
			return err
		}
	}
	return nil
}

// figure measures one or several figures that come out of the same runs.
type figure struct {
	ids     []string
	peers   bool
	measure func(*lab.Lab) ([]Result, error)
}

var figures = []figure{
	{ids: []string{"P1", "P2", "P7"}, measure: flagship},
	{ids: []string{"P1", "P10"}, measure: nexmark},
	{ids: []string{"P3"}, measure: lanes},
	{ids: []string{"P4", "P16"}, measure: fetching},
	{ids: []string{"P5"}, measure: decodeCSV},
	{ids: []string{"P6"}, measure: decodeJSON},
	{ids: []string{"P8", "P9"}, measure: tables},
	{ids: []string{"P13"}, measure: upserts},
	{ids: []string{"P15"}, measure: startUp},
	{ids: []string{"P16"}, measure: idleMemory},
	{ids: []string{"P17"}, measure: binary},
	{ids: []string{"P18"}, measure: latency},
	{ids: []string{"FN"}, measure: functions},
	{ids: []string{"FN"}, measure: calculation},
	{ids: []string{"WI"}, measure: windows},
	{ids: []string{"GF"}, measure: goFunctions},
	{ids: []string{"P20"}, peers: true, measure: besideFlink},
	{ids: []string{"P21"}, peers: true, measure: besideDatabases},
}

func (f *figure) wanted(only string) bool {
	if only == "" {
		return true
	}
	return slices.ContainsFunc(strings.Split(only, ","), func(id string) bool {
		return slices.Contains(f.ids, strings.TrimSpace(id))
	})
}

// firstLines is at most n lines of a text.
func firstLines(s string, n int) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	return strings.Join(lines[:min(n, len(lines))], "\n  ")
}
