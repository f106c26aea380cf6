package main

import (
	"fmt"
	"path/filepath"

	"github.com/flinkc/flinkc/bench/lab"
	"github.com/flinkc/flinkc/bench/measure"
)

// decodeCSV measures the flagship's decoder alone.
func decodeCSV(l *lab.Lab) ([]Result, error) {
	r, err := decoder(l, "csv", filepath.Join(l.Root, legacy))
	if err != nil {
		return nil, err
	}
	return []Result{
		decoded("P5", "CSV decode/encoding/csv", r, "encoding/csv", 5),
		{ID: "P5", Name: "CSV decode/expert", Value: r.Values["expert"], Unit: "x", Rule: printed},
	}, nil
}

// decodeJSON measures the decoder of the same table as JSON.
func decodeJSON(l *lab.Lab) ([]Result, error) {
	script, err := l.Script("json", legacy, "'format.type' = 'csv',", "'format.type' = 'json',")
	if err != nil {
		return nil, err
	}
	r, err := decoder(l, "json", script)
	if err != nil {
		return nil, err
	}
	return []Result{
		decoded("P6", "JSON decode/encoding/json", r, "encoding/json", 15),
		decoded("P6", "JSON decode/goccy", r, "goccy", 3.5),
		{ID: "P6", Name: "JSON decode/expert", Value: r.Values["expert"], Unit: "x", Rule: printed},
	}, nil
}

func decoder(l *lab.Lab, format, script string) (*measure.Report, error) {
	program, err := l.Build("decode-"+format, script, lab.Harness{Main: "decode.go",
		Export: "export.go"})
	if err != nil {
		return nil, err
	}
	return report(l, program, format)
}

func decoded(id, name string, r *measure.Report, rival string, goal float64) Result {
	return Result{ID: id, Name: name, Value: r.Values[rival], Unit: "x", Goal: goal,
		Rule: atLeast, Disturbed: disturbed(r),
		Text: fmt.Sprintf("%s against %s ns a record", number(r.Values["ns generated"]),
			number(r.Values["ns "+rival]))}
}
