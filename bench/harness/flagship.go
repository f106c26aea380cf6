//go:build ignore

// The harness of the flagship in memory (P1, P2, P7). It is compiled beside the generated pipeline,
// so that it drives the very stage that `flinkc build` makes, on record batches in memory. FUNCTION
// stands for the import path of the user's function.
package main

import (
	"log/slog"
	"os"
	"runtime"
	"strconv"
	"time"

	udf "FUNCTION"

	"flinkc.local/program/pipeline"

	"github.com/flinkc/flinkc/bench/input"
	"github.com/flinkc/flinkc/bench/measure"
	"github.com/flinkc/flinkc/bench/rivals"
	"github.com/flinkc/flinkc/rtlib/connector/kafka/batch"
	"github.com/flinkc/flinkc/rtlib/fn"
	"github.com/flinkc/flinkc/rtlib/job"
	"github.com/flinkc/flinkc/rtlib/stream"
)

const (
	records = 1 << 18
	turns   = 10_000_000/records + 1 // for P7
)

// call is the function for the careful side, which copies its argument itself.
var call = func(ip string) string { return udf.IPToProvince(&ip) }

// keep is memory that the function may keep; lent says that it must not, as the script does.
var (
	keep fn.KeepArena
	lent = len(os.Args) > 2 && os.Args[2] == "lent"
)

// copied is the function for the expert, which lends its strings: it gets what the job gives.
func copied(ip string) string {
	ip = keep.Copy(ip)
	return udf.IPToProvince(&ip)
}

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

// generated drives the stage that reads the table, and swallows what it sends.
func generated(data []byte) (run func()) {
	env := &job.Env{Log: slog.Default(), Zone: time.UTC, Parallelism: 1, Metrics: &job.Registry{}}
	stage, outs, err := job.Drive(pipeline.Job(), 0, env, nil, func(m stream.Message) error {
		if m.Kind == stream.MsgRows {
			m.Batch.Release()
		}
		return nil
	})
	must(err)
	var w walker
	return func() {
		w.walk(data, func(b *stream.Block) {
			must(stage.Rows(0, b))
			for _, o := range outs {
				must(o.Push(false))
			}
		})
	}
}

func main() {
	runtime.GOMAXPROCS(1)
	rounds, err := strconv.Atoi(os.Args[1])
	must(err)
	lines := input.CSV(records)
	if os.Args[2] == "mixed" {
		lines = input.Mixed(records)
	}
	data := input.RecordSet(lines)
	careful, expert, own := rivals.NewCareful(), rivals.NewExpert(), generated(data)
	given := copied
	if lent {
		given = call
	}
	var w walker
	t := measure.Interleave(rounds, records,
		measure.Side{Name: "generated", Run: own},
		measure.Side{Name: "careful", Run: func() {
			w.walk(data, func(b *stream.Block) { careful.Flagship(b.Buf, b.Spans, call) })
		}},
		measure.Side{Name: "expert", Run: func() {
			w.walk(data, func(b *stream.Block) { expert.Flagship(b.Buf[:cap(b.Buf)], b.Spans, given) })
		}},
		measure.Side{Name: "walk", Run: func() { w.walk(data, func(*stream.Block) {}) }},
	)
	r := t.Report()
	r.Values["careful"] = t.Ratio("careful", "generated")
	r.Values["expert"] = t.Ratio("expert", "generated")
	allocations(own, lines, r)
	must(r.Write(os.Stdout))
}

// allocations counts what 10 million records after the warm-up allocate.
func allocations(run func(), lines [][]byte, r *measure.Report) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range turns {
		run()
	}
	runtime.ReadMemStats(&after)
	const n = turns * records
	r.Values["mallocs"] = float64(after.Mallocs - before.Mallocs)
	r.Values["mallocs per 1024"] = float64(after.Mallocs-before.Mallocs) * 1024 / n
	r.Values["bytes per record"] = float64(after.TotalAlloc-before.TotalAlloc) / n
	text := 0
	for _, l := range lines {
		text += addressLength(l)
	}
	r.Values["text per record"] = float64(text) / records
}

// addressLength is the length of the second field.
func addressLength(line []byte) (n int) {
	commas := 0
	for _, c := range line {
		switch {
		case c == ',':
			commas++
		case commas == 1:
			n++
		}
	}
	return n
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
