//go:build ignore

// The harness of the decoders (P5, P6). It is compiled beside the generated pipeline and given a
// way into it by export.go.
package main

import (
	"bytes"
	"os"
	"runtime"
	"strconv"

	"flinkc.local/program/pipeline"

	"github.com/flinkc/flinkc/bench/input"
	"github.com/flinkc/flinkc/bench/measure"
	"github.com/flinkc/flinkc/bench/rivals"
)

const records = 1 << 16

func main() {
	runtime.GOMAXPROCS(1)
	rounds, err := strconv.Atoi(os.Args[1])
	if err != nil {
		panic(err)
	}
	lines := input.CSV(records)
	if os.Args[2] == "json" {
		lines = input.JSON(records)
	}
	buf, spans := input.Block(lines)
	text, whole := bytes.Clone(buf), buf[:cap(buf)]
	decode := pipeline.BenchDecode()
	var s rivals.Sum
	sum := func(r *rivals.Row) {
		s.Rows++
		s.Time += r.RequestTime
		s.Bytes += r.ResponseSize
		s.Text += int64(len(r.IP))
	}
	sides := []measure.Side{{Name: "generated", Run: func() { decode(whole, spans) }}}
	expert := rivals.NewExpert()
	if os.Args[2] == "json" {
		sides = append(sides,
			measure.Side{Name: "encoding/json", Run: func() { rivals.NaiveJSON(text, sum) }},
			measure.Side{Name: "goccy", Run: func() { rivals.CarefulJSON(text, sum) }},
			measure.Side{Name: "expert", Run: func() { expert.DecodeJSON(whole, spans) }})
	} else {
		sides = append(sides,
			measure.Side{Name: "encoding/csv", Run: func() { rivals.NaiveCSV(text, sum) }},
			measure.Side{Name: "expert", Run: func() { expert.DecodeCSV(whole, spans) }})
	}
	t := measure.Interleave(rounds, records, sides...)
	r := t.Report()
	for _, side := range sides[1:] {
		r.Values[side.Name] = t.Ratio(side.Name, "generated")
	}
	if err := r.Write(os.Stdout); err != nil {
		panic(err)
	}
}
