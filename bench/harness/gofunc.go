//go:build ignore

// The harness of functions in Go that give rows or take groups. It is compiled beside the generated
// pipeline, and drives its second pass, behind the decoder, beside a loop by hand that calls the same
// function. Its second argument is rows or groups.
package main

import (
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"strconv"
	"time"

	udf "FUNCTION"

	"flinkc.local/program/pipeline"

	"github.com/flinkc/flinkc/bench/input"
	"github.com/flinkc/flinkc/bench/measure"
	"github.com/flinkc/flinkc/rtlib/connector/blackhole"
	"github.com/flinkc/flinkc/rtlib/job"
	"github.com/flinkc/flinkc/rtlib/stream"
)

const (
	passes = 256 // over the block, in a run
	keys   = 500
)

func lines() (out [][]byte) {
	for i := range stream.BlockRows {
		out = append(out, fmt.Appendf(nil, "%d,%d,alpha be gamma delta %d", i*7919%keys, i*31, i))
	}
	return out
}

func stage(rows bool) stream.Stage {
	env := &job.Env{Log: slog.Default(), Zone: time.UTC, Parallelism: 1, Metrics: &job.Registry{}}
	var sinks []stream.Sink
	if rows {
		sinks = append(sinks, blackhole.New())
	}
	s, _, err := job.Drive(pipeline.Job(), 0, env, sinks, func(stream.Message) error { return nil })
	must(err)
	return s
}

// result is a row of the table function's query.
type result struct {
	k, v    int64
	word    string
	letters int32
	null    uint64
}

var (
	last   result
	count  int64
	groups = map[int64]*udf.Weighted{}
)

func rowsByHand(facts []pipeline.BenchFact) {
	for i := range facts {
		f := &facts[i]
		if f.Null&4 != 0 {
			continue
		}
		for w := range udf.Words(f.Line) {
			last = result{f.K, f.V, w.Word, w.Letters, f.Null & 3}
			count++
		}
	}
}

func groupsByHand(facts []pipeline.BenchFact) {
	for i := range facts {
		f := &facts[i]
		g := groups[f.K]
		if g == nil {
			g = &udf.Weighted{}
			groups[f.K] = g
		}
		if f.Null&6 == 0 {
			g.Accumulate(f.V, f.Line)
		}
	}
}

func main() {
	runtime.GOMAXPROCS(1)
	rounds, err := strconv.Atoi(os.Args[1])
	must(err)
	rows := os.Args[2] == "rows"
	buf, spans := input.Block(lines())
	block := func() *stream.Block {
		return &stream.Block{Buf: buf, Spans: spans, Delta: make([]uint32, len(spans))}
	}
	s := stage(rows)
	must(s.Rows(0, block())) // makes room for the keys
	facts, pass := pipeline.BenchFunction(s, block())
	hand := groupsByHand
	if rows {
		hand = rowsByHand
	}
	own := repeat(pass)
	t := measure.Interleave(rounds, passes*len(facts), measure.Side{Name: "generated", Run: own},
		measure.Side{Name: "expert", Run: repeat(func() { hand(facts) })})
	r := t.Report()
	r.Values["expert"] = t.Ratio("expert", "generated")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	own()
	runtime.ReadMemStats(&after)
	r.Values["mallocs"] = float64(after.Mallocs - before.Mallocs)
	must(r.Write(os.Stdout))
}

func repeat(f func()) func() {
	return func() {
		for range passes {
			f()
		}
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
