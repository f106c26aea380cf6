//go:build ignore

// The harness of a projection of many expressions. It is compiled beside the generated pipeline, and
// drives its second pass, behind the decoder, on the rows of a block.
//
//	bench ROUNDS    measures the pass against the loop written by hand
//	bench check     compares their results, row by row
package main

import (
	"fmt"
	"log/slog"
	"os"
	"reflect"
	"runtime"
	"strconv"
	"time"

	"flinkc.local/program/pipeline"

	"github.com/flinkc/flinkc/bench/input"
	"github.com/flinkc/flinkc/bench/measure"
	"github.com/flinkc/flinkc/bench/rivals/calc"
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
	facts, pass, _ := pipeline.BenchCalc(stage(), block(input.Facts(stream.BlockRows)))
	var hand calc.Calc
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
	var hand calc.Calc
	for i := range records {
		facts, pass, last := pipeline.BenchCalc(s, block(records[i:i+1]))
		pass()
		hand.Run(facts)
		if got, want := shown(last()), shown(hand.Last); len(facts) == 1 && got != want {
			panic(fmt.Sprintf("%s\n got %s\nwant %s", records[i], got, want))
		}
		n += len(facts)
	}
	fmt.Println(n)
}

// shown is a result without what its NULL columns hold. The last field says which these are.
func shown(r calc.Result) string {
	v := reflect.ValueOf(r)
	out := fmt.Sprintf("%#x", r.Null)
	for i := range v.NumField() - 1 {
		if r.Null>>i&1 == 0 {
			out += fmt.Sprintf(" %v", v.Field(i))
		}
	}
	return out
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
