//go:build ignore

// The harness of Nexmark's stateless queries in memory (P1, P10). It is compiled beside the generated
// pipeline of one query, and drives the stage that `flinkc build` makes on record batches.
//
//	bench ROUNDS QUERY    measures the stage against the hand-written query
//	bench check QUERY     compares their rows, one by one, on documents of which many are broken
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
	"github.com/flinkc/flinkc/bench/rivals/nexmark"
	"github.com/flinkc/flinkc/rtlib/connector/blackhole"
	"github.com/flinkc/flinkc/rtlib/connector/kafka/batch"
	"github.com/flinkc/flinkc/rtlib/job"
	"github.com/flinkc/flinkc/rtlib/stream"
)

const records = 1 << 17

// walker gives the spans of all records to a side, block by block, checking every batch's CRC.
type walker struct {
	set   batch.Set
	block stream.Block
}

func (w *walker) walk(data []byte, f func(*stream.Block)) {
	w.set.Reset(data, batch.Want{})
	for {
		w.block.Reset()
		must(w.set.Fill(&w.block))
		if w.block.Len() == 0 {
			return
		}
		f(&w.block)
	}
}

// stage is the query's only one, with the sink that it writes.
func stage() (stream.Stage, *blackhole.Sink) {
	env := &job.Env{Log: slog.Default(), Zone: time.UTC, Parallelism: 1, Metrics: &job.Registry{}}
	sink := blackhole.New()
	s, outs, err := job.Drive(pipeline.Job(), 0, env, []stream.Sink{sink}, nil)
	must(err)
	if len(outs) > 0 {
		panic("the query is not stateless")
	}
	return s, sink
}

func main() {
	runtime.GOMAXPROCS(1)
	if os.Args[1] == "check" {
		check(os.Args[2])
		return
	}
	rounds, err := strconv.Atoi(os.Args[1])
	must(err)
	data := input.RecordSet(input.Bids(records))
	s, _ := stage()
	expert := nexmark.Queries[os.Args[2]]()
	var w walker
	t := measure.Interleave(rounds, records,
		measure.Side{Name: "generated", Run: func() {
			w.walk(data, func(b *stream.Block) { must(s.Rows(0, b)) })
		}},
		measure.Side{Name: "expert", Run: func() {
			w.walk(data, func(b *stream.Block) { expert.Run(b.Buf[:cap(b.Buf)], b.Spans) })
		}},
		measure.Side{Name: "walk", Run: func() { w.walk(data, func(*stream.Block) {}) }},
	)
	r := t.Report()
	r.Values["expert"] = t.Ratio("expert", "generated")
	must(r.Write(os.Stdout))
}

// check gives each document to both sides and compares how many rows it made and what is in the
// last one. It prints the number of documents and of rows.
func check(query string) {
	s, sink := stage()
	expert := nexmark.Queries[query]()
	docs := input.BrokenBids(20_000)
	buf, spans := input.Block(docs)
	buf = buf[:cap(buf)]
	rows := int64(0)
	for i := range spans {
		b := &stream.Block{Buf: buf, Spans: spans[i : i+1], Delta: []uint32{0}}
		must(s.Rows(0, b))
		expert.Run(buf, b.Spans)
		count, last := expert.Result()
		if sink.Rows != count {
			panic(fmt.Sprintf("%s\nmade %d rows, by hand %d", docs[i], sink.Rows-rows, count-rows))
		}
		if got, want := shown(swallowed(s)), shown(reflect.ValueOf(last)); count > rows && got != want {
			panic(fmt.Sprintf("%s\n got %s\nwant %s", docs[i], got, want))
		}
		rows = count
	}
	fmt.Println(len(docs), rows)
}

// swallowed is the row that the stage gave to the blackhole last.
func swallowed(s stream.Stage) reflect.Value {
	return reflect.ValueOf(s).Elem().FieldByName("swallowed")
}

// shown is a row without what its NULL columns hold. The last field says which these are.
func shown(row reflect.Value) string {
	n := row.NumField() - 1
	null := row.Field(n).Uint()
	out := fmt.Sprintf("%#x", null)
	for i := range n {
		if null>>i&1 == 0 {
			out += fmt.Sprintf(" %v", row.Field(i))
		}
	}
	return out
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
