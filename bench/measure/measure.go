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
	// Prepare makes the input of a run where the run before has used it up; it is not timed. nil:
	// there is nothing to make.
	Prepare func()
	Run     func() // does the whole work once
}

func (s *Side) prepare() {
	if s.Prepare != nil {
		s.Prepare()
	}
}

// Table holds what the sides took in each round, in nanoseconds a unit of work.
type Table struct {
	ns  map[string][]float64
	cpu map[string][]float64 // of this process
	// Disturbed is how many of the rounds kept ran while other processes took more than
	// ForeignShare of the machine, after every one of them had been tried again.
	Disturbed int
	Rounds    int
}

// ForeignShare is how much of the processor time others may take before a round is repeated.
const ForeignShare = 0.05

// Interleave runs the sides in turns: once to warm up, then rounds times. units is how many records
// a run works on.
func Interleave(rounds, units int, sides ...Side) *Table {
	return Turns{Rounds: rounds, Units: units, Runs: 1}.Interleave(sides...)
}

// Turns says how the sides take turns.
type Turns struct {
	Rounds int
	Units  int // how many records a run works on
	// Runs is how often each side runs in a round. Work that waits for a server wants many short
	// ones: what disturbs the server, its own housekeeping included, then falls on all sides alike.
	Runs int
	// Server is a process whose time is part of the sides' work; 0 is none.
	Server int
}

// Interleave runs the sides in turns: once to warm up, then by rounds. A disturbed round is
// repeated; after as many repetitions as there are rounds it is kept and counted.
func (u Turns) Interleave(sides ...Side) *Table {
	t := &Table{ns: map[string][]float64{}, cpu: map[string][]float64{}, Rounds: u.Rounds}
	for _, s := range sides {
		s.prepare()
		s.Run()
	}
	spare := u.Rounds
	for done := 0; done < u.Rounds; {
		meter := StartMeter(u.Server)
		took := u.round(sides)
		if meter.Foreign() > ForeignShare {
			if spare > 0 {
				spare--
				continue
			}
			t.Disturbed++
		}
		for i, s := range sides {
			t.ns[s.Name] = append(t.ns[s.Name], u.perUnit(took[i].wall))
			t.cpu[s.Name] = append(t.cpu[s.Name], u.perUnit(took[i].cpu))
		}
		done++
	}
	return t
}

// times is what a side took in a round.
type times struct{ wall, cpu time.Duration }

func (u Turns) round(sides []Side) []times {
	took := make([]times, len(sides))
	for range u.Runs {
		for i, s := range sides {
			s.prepare()
			start, cpu := time.Now(), CPU()
			s.Run()
			took[i].wall += time.Since(start)
			took[i].cpu += CPU() - cpu
		}
	}
	return took
}

// perUnit is in nanoseconds.
func (u Turns) perUnit(d time.Duration) float64 {
	return float64(d.Nanoseconds()) / float64(u.Runs*u.Units)
}

// NS is the median time of a side, in nanoseconds a unit; 0 for a side that there is not.
func (t *Table) NS(side string) float64 { return Median(t.ns[side]) }

// CPU is the median processor time of a side in this process, in nanoseconds a unit.
func (t *Table) CPU(side string) float64 { return Median(t.cpu[side]) }

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
