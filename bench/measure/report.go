package measure

import (
	"encoding/json"
	"io"
)

// Report is what a program that measures something tells the one that started it, as one JSON line.
type Report struct {
	Values    map[string]float64
	Disturbed int // rounds that others disturbed, of Rounds
	Rounds    int
}

// Report collects the median times ("ns NAME") of all sides; the caller adds its ratios.
func (t *Table) Report() *Report {
	r := &Report{Values: map[string]float64{}, Disturbed: t.Disturbed, Rounds: t.Rounds}
	for name := range t.ns {
		r.Values["ns "+name] = t.NS(name)
	}
	return r
}

// Write writes the report as one line.
func (r *Report) Write(w io.Writer) error { return json.NewEncoder(w).Encode(r) }

// ReadReport reads what Write wrote.
func ReadReport(in io.Reader) (*Report, error) {
	r := &Report{}
	err := json.NewDecoder(in).Decode(r)
	return r, err
}
