package job

import (
	"strings"
	"testing"
)

func TestFunctionMetrics(t *testing.T) {
	env := testEnv(2)
	env.Params = map[string]string{"table": "a"}
	for lane := range 2 {
		l := &Lane{Index: lane, Env: env}
		c := l.FunctionContext("ip_to_province")
		c.Counter("unknown names").Add(int64(lane + 1))
		c.Counter("unknown names").Inc()
		c.Gauge("table_size").Set(1.5 + float64(lane))
		c.Histogram("octets").Observe(int64(3 + lane))
		l.FunctionContext("say \"hi\"").Gauge("unknown_names_total").Set(7)
		if c.ParallelIndex() != lane || c.Parallelism() != 2 {
			t.Errorf("lane %d of %d", c.ParallelIndex(), c.Parallelism())
		}
		if c.Param("table", "b") != "a" || c.Param("other", "b") != "b" {
			t.Error("parameters are wrong")
		}
		if c.Logger() == nil {
			t.Error("no logger")
		}
	}
	var b strings.Builder
	env.Metrics.write(&b)
	const want = `# TYPE flinkc_function_octets histogram
flinkc_function_octets_bucket{function="ip_to_province",le="0"} 0
flinkc_function_octets_bucket{function="ip_to_province",le="1"} 0
flinkc_function_octets_bucket{function="ip_to_province",le="3"} 1
flinkc_function_octets_bucket{function="ip_to_province",le="7"} 2
flinkc_function_octets_bucket{function="ip_to_province",le="+Inf"} 2
flinkc_function_octets_sum{function="ip_to_province"} 7
flinkc_function_octets_count{function="ip_to_province"} 2
# TYPE flinkc_function_table_size gauge
flinkc_function_table_size{function="ip_to_province",lane="0"} 1.5
flinkc_function_table_size{function="ip_to_province",lane="1"} 2.5
# TYPE flinkc_function_unknown_names_total counter
flinkc_function_unknown_names_total{function="ip_to_province"} 5
# TYPE flinkc_function_unknown_names_total_gauge gauge
flinkc_function_unknown_names_total_gauge{function="say \"hi\"",lane="0"} 7
flinkc_function_unknown_names_total_gauge{function="say \"hi\"",lane="1"} 7
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", &b, want)
	}
}
