// Package measure times several ways of doing the same work against each other: all in one run,
// in turns, so that what else the machine does falls on all alike. The median of the rounds' ratios
// is what a figure reports; absolute times on a shared machine mean nothing.
package measure

import (
	"slices"
	"time"
)

// Side is one way of doing the work.
type Side struct {
	Name string
	Run  func() // does the whole work once
}

// Table holds what the sides took in each round, in nanoseconds a unit of work.
type Table struct {
	ns map[string][]float64
	// Disturbed is how many of the rounds kept ran while other processes took more than
	// ForeignShare of the machine, after every one of them had been tried again.
	Disturbed int
	Rounds    int
}

// ForeignShare is how much of the processor time others may take before a round is repeated.
const ForeignShare = 0.05

// Interleave runs the sides in turns: once to warm up, then rounds times. units is how many records
// a run works on. A disturbed round is repeated; after as many repetitions as there are rounds it
// is kept and counted.
func Interleave(rounds, units int, sides ...Side) *Table {
	t := &Table{ns: map[string][]float64{}, Rounds: rounds}
	for _, s := range sides {
		s.Run()
	}
	spare := rounds
	for done := 0; done < rounds; {
		meter := StartMeter()
		took := turn(units, sides)
		if meter.Foreign() > ForeignShare {
			if spare > 0 {
				spare--
				continue
			}
			t.Disturbed++
		}
		for i, s := range sides {
			t.ns[s.Name] = append(t.ns[s.Name], took[i])
		}
		done++
	}
	return t
}

// turn runs each side once.
func turn(units int, sides []Side) []float64 {
	took := make([]float64, len(sides))
	for i, s := range sides {
		start := time.Now()
		s.Run()
		took[i] = float64(time.Since(start).Nanoseconds()) / float64(units)
	}
	return took
}

// NS is the median time of a side, in nanoseconds a unit; 0 for a side that there is not.
func (t *Table) NS(side string) float64 { return Median(t.ns[side]) }

// Ratio is how many times slower a is than b: the median of the rounds' ratios.
func (t *Table) Ratio(a, b string) float64 { return MedianRatio(t.ns[a], t.ns[b]) }

// MedianRatio is the median of a[i]/b[i]. The lists have the same length.
func MedianRatio(a, b []float64) float64 {
	r := make([]float64, min(len(a), len(b)))
	for i := range r {
		r[i] = a[i] / b[i]
	}
	return Median(r)
}

// Median is the middle value, the mean of the two middle ones of an even number; 0 of nothing.
func Median(v []float64) float64 {
	v = slices.Sorted(slices.Values(v))
	n := len(v)
	if n == 0 {
		return 0
	}
	return (v[(n-1)/2] + v[n/2]) / 2
}

// Quantile is the smallest value with at least a share q (0 to 1) of all values up to it; 0 of
// nothing.
func Quantile(v []float64, q float64) float64 {
	v = slices.Sorted(slices.Values(v))
	if len(v) == 0 {
		return 0
	}
	return v[min(len(v)-1, int(q*float64(len(v))))]
}
