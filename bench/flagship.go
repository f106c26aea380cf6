package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strconv"

	"github.com/flinkc/flinkc/bench/lab"
	"github.com/flinkc/flinkc/bench/measure"
)

const (
	realFunction  = "github.com/flinkc/flinkc/examples/cdn/udf"
	quickFunction = "github.com/flinkc/flinkc/bench/scripts/quick/udf"
	legacy        = "examples/cdn/cdn-legacy.sql"
)

// flagship measures the flagship's source stage on record batches in memory. A job that lends its
// strings to the function must not find groups by the identity of its result, as it might be a part
// of the argument. The expert does, so that it is the same algorithm only where both copy the
// argument; the comparison with lent strings is printed.
func flagship(l *lab.Lab) ([]Result, error) {
	lent, err := l.Script("borrowed", legacy, "'./udf.IPToProvince';",
		"'./udf.IPToProvince' WITH ('strings' = 'borrowed');")
	if err != nil {
		return nil, err
	}
	borrowed, err := inMemory(l, "borrowed", "lent", lent, realFunction)
	if err != nil {
		return nil, err
	}
	program, err := l.Build("flagship", filepath.Join(l.Root, legacy),
		lab.Harness{Main: "flagship.go", Function: realFunction})
	if err != nil {
		return nil, err
	}
	owned, err := report(l, program, "plain")
	if err != nil {
		return nil, err
	}
	mixed, err := report(l, program, "mixed")
	if err != nil {
		return nil, err
	}
	quick, err := inMemory(l, "quick", "plain", filepath.Join(l.Root,
		"bench/scripts/quick/quick.sql"), quickFunction)
	if err != nil {
		return nil, err
	}
	demo := flagshipRatio("P2", "flagship/careful, lines of the demo", mixed, "careful", 0)
	demo.Rule = printed
	lending := flagshipRatio("P1", "flagship/expert, strings lent", borrowed, "expert", 0)
	lending.Rule = printed
	return append([]Result{
		flagshipRatio("P1", "flagship/expert", owned, "expert", 0.95),
		lending,
		flagshipRatio("P2", "flagship/careful, real function", owned, "careful", 1.6),
		flagshipRatio("P2", "flagship/careful, quick function", quick, "careful", 1.9),
		demo,
	}, allocated(owned, borrowed)...), nil
}

// allocated is P7. A new chunk of 64 KiB is begun before the strings handed over fill the last one,
// and the runtime allocates for itself.
func allocated(owned, lent *measure.Report) []Result {
	const chunk = 64 << 10
	return []Result{
		{ID: "P7", Name: "flagship, mallocs per 1,024 records",
			Value: owned.Values["mallocs per 1024"], Goal: 1, Rule: atMost},
		{ID: "P7", Name: "flagship, bytes a record", Value: owned.Values["bytes per record"],
			Unit: " B",
			Goal: owned.Values["text per record"] * 1.01, Rule: atMost,
			Text: fmt.Sprintf("the addresses that the function may keep are %s B, "+
				"and 1 %% for ends of chunks", number(owned.Values["text per record"]))},
		{ID: "P7", Name: "flagship, strings lent, bytes in 10 M records",
			Value: lent.Values["bytes per record"] * 1e7, Unit: " B",
			Goal: chunk, Rule: atMost, Text: number(lent.Values["mallocs"]) + " mallocs, the runtime's own"},
	}
}

// inMemory runs the harness on a script; way is its second argument.
func inMemory(l *lab.Lab, name, way, script, function string) (*measure.Report, error) {
	program, err := l.Build(name, script, lab.Harness{Main: "flagship.go", Function: function})
	if err != nil {
		return nil, err
	}
	return report(l, program, way)
}

// report runs a harness and reads its report.
func report(l *lab.Lab, program string, args ...string) (*measure.Report, error) {
	out, err := l.Run(l.Root, nil, program, append([]string{strconv.Itoa(l.Rounds)}, args...)...)
	if err != nil {
		return nil, err
	}
	return measure.ReadReport(bytes.NewReader(out))
}

func flagshipRatio(id, name string, r *measure.Report, rival string, goal float64) Result {
	return Result{ID: id, Name: name, Value: r.Values[rival], Unit: "x", Goal: goal, Rule: atLeast,
		Disturbed: disturbed(r), Text: fmt.Sprintf("%s against %s ns a record, framing and CRC %s",
			number(r.Values["ns generated"]), number(r.Values["ns "+rival]),
			number(r.Values["ns walk"]))}
}

// disturbed: half of the rounds were.
func disturbed(r *measure.Report) bool { return 2*r.Disturbed > r.Rounds }
