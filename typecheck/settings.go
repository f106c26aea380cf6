package typecheck

import (
	"strconv"
	"strings"
	"time"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/options"
)

// setting is one line of the table of SET keys: what flinkc does with a key.
type setting struct {
	Key    string
	Values string // the values that are accepted, as text for messages
	// set applies a value; false: it is not accepted. Nil: the key is known and has no effect.
	set func(s *logical.Settings, value string) bool
}

const (
	runtimeMode = "execution.runtime-mode"
	stateTTL    = "table.exec.state.ttl"
)

// settingsTable are the keys that change what a job computes, and those that scripts have and
// that change nothing here (dialect/grammar.md 2.1).
var settingsTable = []setting{
	{"execution.checkpointing.interval", "a duration", setInterval},
	{runtimeMode, "streaming or batch", setMode},
	{"parallelism.default", "a whole number above 0", setParallelism},
	{"pipeline.auto-watermark-interval", "a duration", setWatermarkInterval},
	{"pipeline.name", "a text", setName},
	{"sql-client.execution.result-mode", "", nil},
	{"sql-client.execution.max-table-result.rows", "", nil},
	{"sql-client.display.max-column-width", "", nil},
	{"sql-client.verbose", "", nil},
	{"table.dml-sync", "true or false", isBool},
	{"table.dynamic-table-options.enabled", "true or false", isBool},
	{"table.exec.legacy-cast-behaviour", "disabled", only("disabled")},
	{"table.exec.mini-batch.allow-latency", "a duration", isDuration},
	{"table.exec.mini-batch.enabled", "true or false", setMiniBatch},
	{"table.exec.mini-batch.size", "a whole number above 0", isPositive},
	{"table.exec.sink.not-null-enforcer", "ERROR or DROP", setNotNull},
	{"table.exec.sink.type-length-enforcer", "IGNORE or TRIM_PAD", setLength},
	{"table.exec.sink.upsert-materialize", "NONE or AUTO", only("none", "auto")},
	{"table.exec.source.idle-timeout", "a duration", setIdleTimeout},
	{stateTTL, "a duration", isDuration},
	{"table.local-time-zone", "a time zone such as UTC or Asia/Shanghai", setZone},
	{"table.optimizer.agg-phase-strategy", "AUTO, ONE_PHASE or TWO_PHASE",
		only("auto", "one_phase", "two_phase")},
	{"table.optimizer.distinct-agg.split.enabled", "true or false", isBool},
	{"table.optimizer.reuse-source-enabled", "true or false", isBool},
	{"table.optimizer.reuse-sub-plan-enabled", "true or false", isBool},
	{"table.sql-dialect", "default", only("default")},
}

// settings are the keys that are set at this point of the script.
type settings struct{ values map[string]string }

func defaultSettings() *settings { return &settings{values: map[string]string{}} }

// plan gives the settings at the end of the script, which hold for the whole job.
func (s *settings) plan() logical.Settings {
	out := logical.Settings{LocalTimeZone: "UTC", WatermarkInterval: defaultWatermarkInterval}
	for _, line := range settingsTable {
		if value, ok := s.values[line.Key]; ok && line.set != nil {
			line.set(&out, value)
		}
	}
	return out
}

func (c *checker) checkSet(s *lang.Set) {
	if s.Key == nil {
		c.listSettings(s)
		return
	}
	line := findSetting(s.Key.Value)
	switch {
	case line == nil:
		c.warnUnknownSetting(s)
	case line.set != nil && !line.set(&logical.Settings{}, s.Value.Value):
		c.errSettingValue(s, line)
	default:
		c.change(s, func() { c.settings.values[line.Key] = s.Value.Value })
	}
}

// listSettings is SET alone.
func (c *checker) listSettings(s *lang.Set) {
	var rows [][]string
	for _, line := range settingsTable {
		if value, ok := c.settings.values[line.Key]; ok {
			rows = append(rows, []string{line.Key, value})
		}
	}
	c.answer(s, []string{"key", "value"}, rows...)
}

// change changes settings. The mode holds for the whole job, as all INSERTs are one.
func (c *checker) change(s lang.Statement, set func()) {
	before := c.batch()
	set()
	if c.batch() != before && len(c.plan.Sinks) > 0 {
		c.errModeChange(s)
	}
}

// batch reports whether batch mode is set.
func (c *checker) batch() bool { return strings.EqualFold(c.settings.values[runtimeMode], "batch") }

func (c *checker) checkReset(s *lang.Reset) {
	c.change(s, func() {
		if s.Key == nil {
			c.settings = defaultSettings()
			return
		}
		delete(c.settings.values, s.Key.Value)
	})
}

func findSetting(key string) *setting {
	for i := range settingsTable {
		if settingsTable[i].Key == key {
			return &settingsTable[i]
		}
	}
	return nil
}

func settingKeys() []string {
	var out []string
	for _, s := range settingsTable {
		out = append(out, s.Key)
	}
	return out
}

func setInterval(s *logical.Settings, value string) bool {
	d, ok := options.ParseDuration(value)
	s.CheckpointInterval = d
	return ok
}

// defaultWatermarkInterval is Flink's.
const defaultWatermarkInterval = 200 * time.Millisecond

func setWatermarkInterval(s *logical.Settings, value string) (ok bool) {
	s.WatermarkInterval, ok = options.ParseDuration(value)
	return ok
}

func setIdleTimeout(s *logical.Settings, value string) (ok bool) {
	s.IdleTimeout, ok = options.ParseDuration(value)
	return ok
}

func setMode(s *logical.Settings, value string) bool {
	s.Batch = strings.EqualFold(value, "batch")
	return s.Batch || strings.EqualFold(value, "streaming")
}

func setParallelism(s *logical.Settings, value string) bool {
	const most = 1 << 15 // Flink's upper bound
	n, err := strconv.Atoi(value)
	s.Parallelism = n
	return err == nil && n > 0 && n <= most
}

func setName(s *logical.Settings, value string) bool {
	s.PipelineName = value
	return true
}

func setMiniBatch(s *logical.Settings, value string) bool {
	s.MiniBatchOff = strings.EqualFold(value, "false")
	return isBool(nil, value)
}

func setNotNull(s *logical.Settings, value string) bool {
	s.DropNullViolations = strings.EqualFold(value, "drop")
	return s.DropNullViolations || strings.EqualFold(value, "error")
}

func setLength(s *logical.Settings, value string) bool {
	s.TrimPad = strings.EqualFold(value, "trim_pad")
	return s.TrimPad || strings.EqualFold(value, "ignore")
}

// setZone accepts names of the zone data base and offsets such as GMT+08:00.
func setZone(s *logical.Settings, value string) bool {
	s.LocalTimeZone = value
	if strings.EqualFold(value, "local") {
		return false
	}
	_, err := time.LoadLocation(value)
	return err == nil && value != ""
}

func isBool(_ *logical.Settings, value string) bool {
	return strings.EqualFold(value, "true") || strings.EqualFold(value, "false")
}

func isDuration(_ *logical.Settings, value string) bool {
	_, ok := options.ParseDuration(value)
	return ok
}

func isPositive(_ *logical.Settings, value string) bool {
	n, err := strconv.ParseInt(value, 10, 64)
	return err == nil && n > 0
}

func only(values ...string) func(*logical.Settings, string) bool {
	return func(_ *logical.Settings, value string) bool {
		for _, v := range values {
			if strings.EqualFold(strings.ReplaceAll(value, "-", "_"), v) {
				return true
			}
		}
		return false
	}
}
