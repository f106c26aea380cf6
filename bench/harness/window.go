//go:build ignore

// The harness of windows. It is compiled beside the generated pipeline, and
// drives its second pass, behind the decoder, on the rows of a block.
//
//	bench ROUNDS    measures the pass against the loop written by hand
//	bench check     compares their results, row by row
package main

import (
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"strconv"
	"time"

	"flinkc.local/program/pipeline"

	"github.com/flinkc/flinkc/bench/input"
	"github.com/flinkc/flinkc/bench/measure"
	"github.com/flinkc/flinkc/bench/rivals/window"
	"github.com/flinkc/flinkc/rtlib/connector/blackhole"
	"github.com/flinkc/flinkc/rtlib/job"
	"github.com/flinkc/flinkc/rtlib/stream"
)

const passes = 128 // over the block, in a run

// stage is the query's only one.
func stage() stream.Stage {
	env := &job.Env{Log: slog.Default(), Zone: time.UTC, Parallelism: 1, Metrics: &job.Registry{}}
	s, _, err := job.Drive(pipeline.Job(), 0, env, []stream.Sink{blackhole.New()}, nil)
	must(err)
	return s
}

func main() {
	runtime.GOMAXPROCS(1)
	if os.Args[1] == "check" {
		check()
		return
	}
	rounds, err := strconv.Atoi(os.Args[1])
	must(err)
	facts, pass, _ := pipeline.BenchWindow(stage(), block(input.Facts(stream.BlockRows)))
	var hand window.Tumble
	repeat := func(f func()) func() {
		return func() {
			for range passes {
				f()
			}
		}
	}
	t := measure.Interleave(rounds, passes*len(facts),
		measure.Side{Name: "generated", Run: repeat(pass)},
		measure.Side{Name: "expert", Run: repeat(func() { hand.Run(facts) })})
	r := t.Report()
	r.Values["expert"] = t.Ratio("expert", "generated")
	must(r.Write(os.Stdout))
}

func block(records [][]byte) *stream.Block {
	buf, spans := input.Block(records)
	return &stream.Block{Buf: buf, Spans: spans, Delta: make([]uint32, len(spans))}
}

// check compares what both sides make of each row, and prints how many there were.
func check() {
	records, n := input.Facts(4*stream.BlockRows), 0
	s := stage()
	var hand window.Tumble
	for i := range records {
		facts, pass, last := pipeline.BenchWindow(s, block(records[i:i+1]))
		pass()
		hand.Run(facts)
		if got, want := last(), hand.Last; got != want {
			panic(fmt.Sprintf("%s\n got %v\nwant %v", records[i], got, want))
		}
		n += len(facts)
	}
	fmt.Println(n)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
