//go:build generated

// The harness of the flagship's figures. It is compiled beside the generated pipeline, so that it drives the very stage
// that `flinkc build` makes, on record batches in memory. FUNCTION stands for the import path of the user's function.
package main

import (
	"encoding/json"
	"fmt"
	"hash/crc32"
	"log/slog"
	"os"
	"runtime"
	"sort"
	"time"

	udf "FUNCTION"

	"flinkc.local/program/pipeline"

	"github.com/flinkc/flinkc/bench/rivals"
	"github.com/flinkc/flinkc/cmd/flinkc/demo/loggen"
	"github.com/flinkc/flinkc/rtlib/connector/kafka/batch"
	"github.com/flinkc/flinkc/rtlib/job"
	"github.com/flinkc/flinkc/rtlib/stream"
)

const (
	records  = 1 << 18
	perBatch = 1000
	rounds   = 15
)

var call = func(ip string) string { return udf.IPToProvince(&ip) }

// sets is the input: one record set of batches, as a fetch response holds it.
func sets(broken float64) []byte {
	g := loggen.New(loggen.Config{Seed: 1, BrokenShare: broken})
	var out, line []byte
	for done := 0; done < records; done += perBatch {
		var body []byte
		for i := range min(perBatch, records-done) {
			line = g.Next(line[:0])
			body = appendRecord(body, i, line)
		}
		out = appendBatch(out, done, min(perBatch, records-done), body)
	}
	return append(out, make([]byte, 256)...)[:len(out)]
}

func appendRecord(b []byte, delta int, v []byte) []byte {
	var r []byte
	r = append(r, 0)                   // attributes
	r = appendVarint(r, 0)             // time delta
	r = appendVarint(r, int64(delta))  // offset delta
	r = appendVarint(r, -1)            // no key
	r = appendVarint(r, int64(len(v))) // value
	r = append(r, v...)
	r = appendVarint(r, 0) // headers
	return append(appendVarint(b, int64(len(r))), r...)
}

func appendVarint(b []byte, v int64) []byte {
	u := uint64(v)<<1 ^ uint64(v>>63)
	for u >= 0x80 {
		b = append(b, byte(u)|0x80)
		u >>= 7
	}
	return append(b, byte(u))
}

func appendBatch(out []byte, base, n int, records []byte) []byte {
	be := func(b []byte, v uint64, size int) []byte {
		for i := size - 1; i >= 0; i-- {
			b = append(b, byte(v>>(8*i)))
		}
		return b
	}
	var tail []byte // what the checksum covers
	tail = be(tail, 0, 2)
	tail = be(tail, uint64(n-1), 4)
	tail = be(tail, 1700000000000, 8)
	tail = be(tail, 1700000000000, 8)
	tail = be(tail, ^uint64(0), 8)
	tail = be(tail, ^uint64(0), 2)
	tail = be(tail, ^uint64(0), 4)
	tail = be(tail, uint64(n), 4)
	tail = append(tail, records...)
	out = be(out, uint64(base), 8)
	out = be(out, uint64(4+1+4+len(tail)), 4)
	out = be(out, 0, 4)
	out = append(out, 2)
	out = be(out, uint64(crc32.Checksum(tail, crc32.MakeTable(crc32.Castagnoli))), 4)
	return append(out, tail...)
}

// walk gives the spans of all records to f, block by block, checking every batch's CRC.
func walk(data []byte, f func(*stream.Block)) {
	var s batch.Set
	var b stream.Block
	s.Reset(data, batch.Want{})
	for {
		b.Reset()
		if err := s.Fill(&b); err != nil {
			panic(err)
		}
		if b.Len() == 0 {
			return
		}
		f(&b)
	}
}

type side struct {
	name string
	run  func(data []byte)
	done func() any
	ns   []float64
}

func generated() *side {
	env := &job.Env{Log: slog.Default(), Zone: time.UTC, Parallelism: 1, Metrics: &job.Registry{}}
	var sent int
	stage, outs, err := job.Drive(pipeline.Job(), 0, env, nil, func(m stream.Message) error {
		if m.Kind == stream.MsgRows {
			sent += m.Batch.Len()
			m.Batch.Release()
		}
		return nil
	})
	if err != nil {
		panic(err)
	}
	return &side{name: "generated", run: func(data []byte) {
		walk(data, func(b *stream.Block) {
			if err := stage.Rows(0, b); err != nil {
				panic(err)
			}
			for _, o := range outs {
				_ = o.Push(false)
			}
		})
	}, done: func() any { _ = stage.Flush(); _ = outs[0].Push(true); return sent }}
}

func main() {
	clean := sets(0)
	careful, expert := rivals.NewCareful(), rivals.NewExpert()
	sides := []*side{
		generated(),
		{name: "careful", run: func(d []byte) {
			walk(d, func(b *stream.Block) { careful.Flagship(b.Buf, b.Spans, call) })
		}},
		{name: "expert", run: func(d []byte) {
			walk(d, func(b *stream.Block) { expert.Flagship(b.Buf[:cap(b.Buf)], b.Spans, call) })
		}},
		{name: "walk", run: func(d []byte) { walk(d, func(*stream.Block) {}) }},
	}
	runtime.GOMAXPROCS(1)
	for _, s := range sides {
		s.run(clean)
	}
	var before, after runtime.MemStats
	for range rounds {
		for _, s := range sides {
			start := time.Now()
			s.run(clean)
			s.ns = append(s.ns, float64(time.Since(start).Nanoseconds())/records)
		}
	}
	runtime.ReadMemStats(&before)
	for range 10_000_000 / records {
		sides[0].run(clean)
	}
	runtime.ReadMemStats(&after)
	n := float64(10_000_000 / records * records)
	out := map[string]float64{
		"mallocs_per_1024":  float64(after.Mallocs-before.Mallocs) / n * 1024,
		"bytes_per_record":  float64(after.TotalAlloc-before.TotalAlloc) / n,
		"careful/generated": ratio(sides[1].ns, sides[0].ns), "expert/generated": ratio(sides[2].ns, sides[0].ns),
	}
	for _, s := range sides {
		out["ns_"+s.name] = median(s.ns)
	}
	_ = json.NewEncoder(os.Stdout).Encode(out)
	fmt.Fprintln(os.Stderr, sides[0].done())
}

// ratio is the median of the rounds' ratios.
func ratio(a, b []float64) float64 {
	var r []float64
	for i := range a {
		r = append(r, a[i]/b[i])
	}
	return median(r)
}

func median(v []float64) float64 {
	v = append([]float64(nil), v...)
	sort.Float64s(v)
	return v[len(v)/2]
}
