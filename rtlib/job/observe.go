package job

import (
	"context"
	"fmt"
	"io"
	"math"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// waiting lists what connectors wait for.
func (r *run) waiting() []string {
	if h, ok := r.env.Health.(*health); ok {
		return h.reasons()
	}
	return nil
}

// why explains the state of the job in sentences: what it waits for, what it has read, what it
// dropped.
func (r *run) why() []string {
	out := r.waiting()
	if !r.opened.Load() {
		return append(out, "the job is still connecting to its sources and sinks")
	}
	s := r.summary()
	if s.Records == 0 {
		out = append(out, "no record has been read yet: the sources are empty behind their start positions")
	}
	if s.BadRecords > 0 {
		out = append(out, fmt.Sprintf("%d of %d records were dropped: they could not be decoded",
			s.BadRecords, s.Records))
	}
	for _, t := range r.tasks {
		out = append(out, fmt.Sprintf("stage %s lane %d has taken %d rows", t.name, t.lane, t.rows.Load()))
	}
	for _, t := range r.readers {
		if t.time != nil {
			out = append(out, t.why())
		}
	}
	if r.spec.Interval > 0 {
		out = append(out, fmt.Sprintf("%d commits so far; the next epoch ends within %v", s.Commits,
			r.epochs.untilNext().Round(time.Millisecond)))
	} else {
		out = append(out, "rows become visible at the end of the job: no flush interval is set")
	}
	return out
}

// writeMetrics prints all metrics.
func (r *run) writeMetrics(w io.Writer) {
	if r.opened.Load() {
		s := r.summary()
		one := func(name, kind string, v int64) { fmt.Fprintf(w, "# TYPE %s %s\n%s %d\n", name, kind, name, v) }
		one("flinkc_records_total", "counter", s.Records)
		one("flinkc_bad_records_total", "counter", s.BadRecords)
		one("flinkc_bad_fields_total", "counter", s.BadFields)
		one("flinkc_skipped_rows_total", "counter", s.Skipped)
		one("flinkc_commits_total", "counter", s.Commits)
		fmt.Fprintln(w, "# TYPE flinkc_stage_rows_total counter")
		for _, t := range r.tasks {
			fmt.Fprintf(w, "flinkc_stage_rows_total{stage=%q,lane=\"%d\"} %d\n", t.name, t.lane, t.rows.Load())
		}
		r.writeWatermarks(w)
	}
	r.env.Metrics.write(w)
}

// writeWatermarks prints how far event time has come in each lane of each stage that was told.
func (r *run) writeWatermarks(w io.Writer) {
	header := "# TYPE flinkc_watermark_milliseconds gauge\n"
	for _, t := range r.tasks {
		if ms := t.low.Load(); ms != math.MinInt64 {
			fmt.Fprintf(w, "%sflinkc_watermark_milliseconds{stage=%q,lane=\"%d\"} %d\n", header, t.name, t.lane, ms)
			header = ""
		}
	}
}

// fields is the summary for --json, by documented names.
func (s *Summary) fields() any {
	return struct {
		Records    int64   `json:"records"`
		BadRecords int64   `json:"bad_records"`
		BadFields  int64   `json:"bad_fields"`
		Skipped    int64   `json:"skipped_rows"`
		Commits    int64   `json:"commits"`
		Seconds    float64 `json:"seconds"`
		Rate       float64 `json:"records_per_second"`
	}{s.Records, s.BadRecords, s.BadFields, s.Skipped, s.Commits, s.Elapsed.Seconds(), s.Rate()}
}

// check opens every source and sink, as a start would, and closes them again.
func (r *run) check() error {
	defer r.stop(nil)
	err := r.open()
	_ = r.close(stream.ErrStopped)
	if err == nil {
		r.env.Log.Info("all sources and sinks answer", "sources", len(r.sources), "sinks", len(r.sinks))
	}
	return err
}

func newRun(ctx context.Context, spec *Spec, env *Env) *run {
	r := &run{spec: spec, env: env, started: time.Now()}
	env.Started = r.started
	r.ctx, r.stop = context.WithCancelCause(ctx)
	return r
}
