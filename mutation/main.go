// Command mutation shows that the tests notice when code does nothing: at each place of
// mutation/places.txt it makes one function return zero values at once, runs the tests that should
// catch it, and reports the places where they pass all the same. It exits 1 when there are any.
//
// The tree is not touched: a changed file reaches the compiler by `go test -overlay`. Arguments
// narrow the run to places that contain one of them.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"time"
)

// atOnce bounds how many places are tried at a time; go test itself uses all cores for compiling.
const atOnce = 2

func main() {
	list := flag.String("places", "mutation/places.txt", "the list of places")
	flag.Parse()
	places, err := readPlaces(*list)
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutation:", err)
		os.Exit(2)
	}
	if !report(tryAll(chosen(places, flag.Args()))) {
		os.Exit(1)
	}
}

// chosen keeps the places that contain one of the words; without words, all.
func chosen(places []place, words []string) []place {
	if len(words) == 0 {
		return places
	}
	var some []place
	for _, p := range places {
		for _, w := range words {
			if strings.Contains(p.String(), w) {
				some = append(some, p)
				break
			}
		}
	}
	return some
}

// tryAll tries the places, some at a time; the outcomes are in the order of the places.
func tryAll(places []place) []outcome {
	outcomes := make([]outcome, len(places))
	var wait sync.WaitGroup
	free := make(chan struct{}, atOnce)
	for i, p := range places {
		free <- struct{}{}
		wait.Go(func() {
			defer func() { <-free }()
			outcomes[i] = try(p)
			fmt.Println(outcomes[i])
		})
	}
	wait.Wait()
	return outcomes
}

// report prints the summary and says whether every place was caught.
func report(outcomes []outcome) bool {
	var caught int
	var rest []outcome
	for _, o := range outcomes {
		if o.verdict == wasCaught {
			caught++
		} else {
			rest = append(rest, o)
		}
	}
	fmt.Printf("mutation: %d places, %d caught\n", len(outcomes), caught)
	for _, o := range rest {
		fmt.Println(o)
	}
	return len(rest) == 0 && caught > 0
}

// outcome is what became of a place.
type outcome struct {
	place   place
	verdict verdict
	took    time.Duration
	detail  string // the check that caught it, or the error
}

// String is one line: "caught    rtlib/fn/like.go: Like (1.2s, ./rtlib/fn)".
func (o outcome) String() string {
	return fmt.Sprintf("%-9s %s (%.1fs, %s)", o.verdict, o.place, o.took.Seconds(), o.detail)
}
