package job

import (
	"fmt"
	"io"
	"log/slog"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/flinkc/flinkc/rtlib/udf"
)

// Registry holds the metrics of user functions. It is safe for concurrent use; a metric itself is
// meant for one lane and is put together with those of the other lanes when it is read.
type Registry struct {
	mu      sync.Mutex
	metrics map[series]any // *udf.Counter, *udf.Gauge or *udf.Histogram
}

type series struct {
	name, function string
	lane           int
}

// metric returns the metric of the series, making it at first. A name that is used for another kind
// of metric gets that kind's name added.
func metric[M any](r *Registry, s series, kind string) *M {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.metrics == nil {
		r.metrics = map[series]any{}
	}
	s.name = "flinkc_function_" + metricName(s.name)
	// The ending is Prometheus's convention for counters; a name that has it already keeps one.
	if kind == counter {
		s.name = strings.TrimSuffix(s.name, "_total") + "_total"
	}
	if r.taken(s.name, new(M)) {
		s.name += "_" + kind
	}
	if old, ok := r.metrics[s].(*M); ok {
		return old
	}
	m := new(M)
	r.metrics[s] = m
	return m
}

// taken reports whether a series of the name has another type than m. Two functions may use one
// name for different kinds; Prometheus refuses the whole page for that.
func (r *Registry) taken(name string, m any) bool {
	for s, other := range r.metrics {
		if s.name == name && kindOf(other) != kindOf(m) {
			return true
		}
	}
	return false
}

const (
	counter   = "counter"
	gauge     = "gauge"
	histogram = "histogram"
)

func kindOf(m any) string {
	switch m.(type) {
	case *udf.Counter:
		return counter
	case *udf.Gauge:
		return gauge
	}
	return histogram
}

// metricName replaces what a Prometheus name cannot hold.
func metricName(s string) string {
	return strings.Map(func(c rune) rune {
		if c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' {
			return c
		}
		return '_'
	}, s)
}

// write prints the Prometheus text form, sorted by name, function and lane.
func (r *Registry) write(w io.Writer) {
	r.mu.Lock()
	defer r.mu.Unlock()
	all := make([]series, 0, len(r.metrics))
	for s := range r.metrics {
		all = append(all, s)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].before(all[j]) })
	name := ""
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].name == all[0].name && all[n].function == all[0].function {
			n++
		}
		if all[0].name != name {
			name = all[0].name
			fmt.Fprintf(w, "# TYPE %s %s\n", name, kindOf(r.metrics[all[0]]))
		}
		r.writeLanes(w, all[:n])
		all = all[n:]
	}
}

func (s series) before(t series) bool {
	switch {
	case s.name != t.name:
		return s.name < t.name
	case s.function != t.function:
		return s.function < t.function
	}
	return s.lane < t.lane
}

// writeLanes prints one metric of one function, from all lanes.
func (r *Registry) writeLanes(w io.Writer, lanes []series) {
	name, label := lanes[0].name, labelValue(lanes[0].function)
	switch kindOf(r.metrics[lanes[0]]) {
	case counter:
		sum := int64(0)
		for _, s := range lanes {
			sum += r.metrics[s].(*udf.Counter).Value()
		}
		fmt.Fprintf(w, "%s{function=%s} %d\n", name, label, sum)
	case gauge:
		for _, s := range lanes {
			v := r.metrics[s].(*udf.Gauge).Value()
			fmt.Fprintf(w, "%s{function=%s,lane=\"%d\"} %s\n", name, label, s.lane, number(v))
		}
	default:
		r.writeHistogram(w, lanes)
	}
}

// writeHistogram prints the buckets up to the last one that is not empty. Prometheus wants each
// bucket to count what the smaller ones hold too.
func (r *Registry) writeHistogram(w io.Writer, lanes []series) {
	var counts [udf.Buckets]int64
	sum, last := int64(0), 0
	for _, s := range lanes {
		h := r.metrics[s].(*udf.Histogram)
		sum += h.Sum()
		for i := range counts {
			if counts[i] += h.Count(i); counts[i] > 0 {
				last = max(last, i)
			}
		}
	}
	name, label := lanes[0].name, labelValue(lanes[0].function)
	total := int64(0)
	for i, n := range counts[:last+1] {
		total += n
		fmt.Fprintf(w, "%s_bucket{function=%s,le=\"%s\"} %d\n", name, label, number(udf.Bound(i)), total)
	}
	fmt.Fprintf(w, "%s_bucket{function=%s,le=\"+Inf\"} %d\n", name, label, total)
	fmt.Fprintf(w, "%s_sum{function=%s} %d\n%s_count{function=%s} %d\n", name, label, sum, name, label, total)
}

// labelValue quotes a label as the text form wants it. A function's name comes from the user's SQL
// and may hold anything.
func labelValue(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// functionContext is the udf.Context of one function in one lane.
type functionContext struct {
	lane     *Lane
	function string
}

// FunctionContext is what the Open of a stateful function is given. name is the function's name in
// the SQL.
func (l *Lane) FunctionContext(name string) udf.Context { return functionContext{l, name} }

func (c functionContext) series(name string) series { return series{name, c.function, c.lane.Index} }

// Counter implements udf.Context.
func (c functionContext) Counter(name string) *udf.Counter {
	return metric[udf.Counter](c.lane.Env.Metrics, c.series(name), counter)
}

// Gauge implements udf.Context.
func (c functionContext) Gauge(name string) *udf.Gauge {
	return metric[udf.Gauge](c.lane.Env.Metrics, c.series(name), gauge)
}

// Histogram implements udf.Context.
func (c functionContext) Histogram(name string) *udf.Histogram {
	return metric[udf.Histogram](c.lane.Env.Metrics, c.series(name), histogram)
}

// Param implements udf.Context.
func (c functionContext) Param(name, otherwise string) string {
	if v, ok := c.lane.Env.Params[name]; ok {
		return v
	}
	return otherwise
}

// ParallelIndex implements udf.Context.
func (c functionContext) ParallelIndex() int { return c.lane.Index }

// Parallelism implements udf.Context.
func (c functionContext) Parallelism() int { return c.lane.Env.Parallelism }

// Logger implements udf.Context.
func (c functionContext) Logger() *slog.Logger {
	return c.lane.Env.Log.With("function", c.function, "lane", c.lane.Index)
}
