package job

import (
	"fmt"
	"io"
	"math"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
)

// Registry holds the metrics of user functions and connectors by name. It is safe for concurrent use; a metric itself
// is meant for one lane and is summed over lanes when it is read.
type Registry struct {
	mu      sync.Mutex
	metrics []*Metric
}

// Metric is one series of one lane.
type Metric struct {
	Name string
	Kind string // counter or gauge
	bits atomic.Uint64
}

// Add adds to a counter.
func (m *Metric) Add(n int64) { m.bits.Add(uint64(n)) }

// Set sets a gauge.
func (m *Metric) Set(v float64) { m.bits.Store(math.Float64bits(v)) }

// New registers a metric for a lane.
func (r *Registry) New(name, kind string) *Metric {
	m := &Metric{Name: name, Kind: kind}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.metrics = append(r.metrics, m)
	return m
}

// write prints the Prometheus text form, summed over lanes, sorted by name.
func (r *Registry) write(w io.Writer) {
	r.mu.Lock()
	defer r.mu.Unlock()
	sums := map[string]float64{}
	kinds := map[string]string{}
	var names []string
	for _, m := range r.metrics {
		if _, known := kinds[m.Name]; !known {
			names = append(names, m.Name)
			kinds[m.Name] = m.Kind
		}
		sums[m.Name] += m.value()
	}
	sort.Strings(names)
	for _, n := range names {
		fmt.Fprintf(w, "# TYPE %s %s\n%s %s\n", n, kinds[n], n, number(sums[n]))
	}
}

func (m *Metric) value() float64 {
	if m.Kind == "counter" {
		return float64(m.bits.Load())
	}
	return math.Float64frombits(m.bits.Load())
}

func number(v float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.6f", v), ".000000")
}
