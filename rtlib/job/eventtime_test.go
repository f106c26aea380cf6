package job

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// beside is a reader that reads its splits side by side; splits end when the test says so.
type beside struct {
	stream.Reader
	ended map[string]bool
}

func (b *beside) Ended(s *stream.Split) bool { return b.ended[s.ID] }

// TestEventTime: what a lane says of its splits a and b, step by step, on a clock that a step may set. "a:5" is a block
// of split a whose highest watermark is 5, "a:-" one of rows that bring none, "a:end" its end; "+30" lets 30 seconds
// pass; "?" asks what the lane has to say.
func TestEventTime(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"the least counts", "a:5 ? b:3 ? b:9 ? a:7 ?", "- 3 5 7"},
		{"of several blocks the highest", "b:9 a:5 a:3 ? a:4 ?", "5 -"},
		{"a row that brings none", "a:5 b:5 ? a:- b:- ?", "5 -"},
		{"nothing before 1970 ends", "a:-7 b:0 ? a:1 ? b:1 ?", "- - 1"},
		{"no split is idle by itself", "a:5 +3600 ?", "-"},
		{"an idle split is not waited for", "timeout a:5 ? +30 a:6 ?", "- 6"},
		{"all are idle", "timeout a:5 b:5 ? +30 ? +30 ?", "5 idle -"},
		{"back from idle", "timeout a:5 b:5 ? +30 ? a:5 ?", "5 idle active"},
		{"back with more", "timeout a:5 b:5 ? +30 ? b:9 ?", "5 idle 9"},
		{"back with less", "timeout a:5 b:5 ? +30 a:9 ? b:6 ? a:9 ?", "5 9 - -"},
		{"an ended split is not waited for", "a:5 b:7 a:end ?", "7"},
		{"all have ended", "a:5 b:7 ? a:end ? b:end ?", "5 7 idle"},
		{"one lane, several files", "files a:5 ? b:7 ? a:6 ?", "5 7 -"},
		{"no split", "none ? ?", "idle -"},
		{"no split, then one", "none ? add ? a:5 ?", "idle active 5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newTimeWorld(tt.in)
			var got []string
			for _, step := range strings.Fields(tt.in) {
				if said := w.step(t, step); said != "" {
					got = append(got, said)
				}
			}
			if got := strings.Join(got, " "); got != tt.want {
				t.Errorf("%s gives %s, want %s", tt.in, got, tt.want)
			}
		})
	}
}

// timeWorld is a lane with its clock.
type timeWorld struct {
	*eventTime
	in     inputs
	reader beside
	split  map[string]*stream.Split
	now    time.Time
}

func newTimeWorld(steps string) *timeWorld {
	w := &timeWorld{reader: beside{ended: map[string]bool{}}, now: time.Unix(1_700_000_000, 0)}
	w.split = map[string]*stream.Split{"a": {ID: "a"}, "b": {ID: "b"}}
	var splits []stream.Start
	if !strings.HasPrefix(steps, "none") {
		splits = []stream.Start{{Split: w.split["a"]}, {Split: w.split["b"]}}
	}
	var reader stream.Reader = &w.reader
	if strings.HasPrefix(steps, "files") {
		reader = nil
	}
	w.eventTime = newEventTime(&w.in, reader, splits, w.now)
	return w
}

func (w *timeWorld) step(t *testing.T, step string) string {
	t.Helper()
	var seconds int
	switch name, what, _ := strings.Cut(step, ":"); {
	case step == "files" || step == "none":
	case step == "timeout":
		w.timeout = 10 * time.Second
	case step == "add":
		w.add(w.split["a"], w.now)
	case step == "?":
		return w.said()
	case what == "end":
		w.reader.ended[name] = true
	case what == "-":
		w.rows(w.split[name], math.MinInt64, w.now)
	case what != "":
		var latest int64
		if _, err := fmt.Sscan(what, &latest); err != nil {
			t.Fatal(err)
		}
		w.rows(w.split[name], latest, w.now)
	default:
		if _, err := fmt.Sscanf(step, "+%d", &seconds); err != nil {
			t.Fatal(err)
		}
		w.now = w.now.Add(time.Duration(seconds) * time.Second)
	}
	return ""
}

func (w *timeWorld) said() string {
	var out []string
	for _, p := range w.advance(w.now) {
		switch p {
		case advanced:
			out = append(out, fmt.Sprint(w.in.low))
		case active:
			out = append(out, "active")
		case allIdle:
			out = append(out, "idle")
		}
	}
	if len(out) == 0 {
		return "-"
	}
	return strings.Join(out, "+")
}

// TestSlowestSplit: which split /why names.
func TestSlowestSplit(t *testing.T) {
	w := newTimeWorld("")
	ask := func() string {
		w.advance(w.now)
		if h := w.slowest(); h != nil {
			return fmt.Sprint(h.split, " ", h.latest)
		}
		return "none"
	}
	w.rows(w.split["a"], 5, w.now)
	got := []string{ask()}
	w.rows(w.split["b"], 9, w.now)
	got = append(got, ask())
	w.reader.ended["a"] = true
	got = append(got, ask())
	want := fmt.Sprint("b ", int64(math.MinInt64), ", a 5, b 9")
	if got := strings.Join(got, ", "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// timedStage is a source's stage whose records have the number of the record as their time, in milliseconds from 1.
type timedStage struct {
	stream.Stage
	latest int64
}

func (s *timedStage) Rows(port int, b stream.Batch) error {
	block := b.(*stream.Block)
	s.latest = 1 + block.Base + int64(block.Delta[len(block.Delta)-1])
	return s.Stage.Rows(port, b)
}

func (s *timedStage) Latest() int64 { return s.latest }

// readTimed makes a source's stage a timed one.
func readTimed(s *Stage) {
	inner := s.New
	s.New = func(l *Lane) (stream.Stage, error) {
		machine, err := inner(l)
		return &timedStage{machine, math.MinInt64}, err
	}
}

// toldOf runs a job until its end or a drain after the given time, and returns the watermarks that the stage behind the
// source is told, each with the time since the start.
func toldOf(t *testing.T, p *pipeline, drainAfter time.Duration) string {
	t.Helper()
	readTimed(&p.Stages[0])
	var told []string
	started := time.Now()
	p.events = func(stage, what string) {
		if stage == "write" && strings.HasPrefix(what, "watermark") {
			told = append(told, fmt.Sprintf("%v %s", time.Since(started), strings.TrimPrefix(what, "watermark ")))
		}
	}
	drain := make(chan struct{})
	time.AfterFunc(drainAfter, func() { close(drain) })
	if _, err := p.start(t, testEnv(1), drain); err != nil {
		t.Fatal(err)
	}
	return strings.Join(told, ", ")
}

// TestWatermarkInterval: ten records come every 100 ms, and every 250 ms the lane says how far they have come. With 0
// it says it behind each record.
func TestWatermarkInterval(t *testing.T) {
	for _, tt := range []struct {
		interval, drain time.Duration
		want            string
	}{
		{250 * time.Millisecond, 810 * time.Millisecond, "250ms 20, 500ms 50, 750ms 80"},
		{0, 150 * time.Millisecond, "100ms 1, 100ms 2, 100ms 3, 100ms 4, 100ms 5, 100ms 6, 100ms 7, 100ms 8, " +
			"100ms 9, 100ms 10"},
	} {
		synctest.Test(t, func(t *testing.T) {
			src := &fakeSource{splits: 1, rows: 1 << 40, endless: true, pace: 100 * time.Millisecond}
			p := chain(newPipeline(time.Hour, src), Single)
			p.WatermarkInterval = tt.interval
			if got := toldOf(t, p, tt.drain); got != tt.want {
				t.Errorf("interval %v: told %s, want %s", tt.interval, got, tt.want)
			}
		})
	}
}

// TestIdleSource: a lane whose records have ended says once that it is idle, so that the lane of another source is not
// held back; the watermark stays.
func TestIdleSource(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ended := &fakeSource{splits: 1, rows: 20, endless: true}
		going := &fakeSource{splits: 1, rows: 1 << 40, endless: true, pace: 100 * time.Millisecond}
		p := newPipeline(time.Hour, going, ended)
		p.stage("read", 0, false, nil, 0)
		p.stage("other", 1, false, nil, 1)
		p.stage("write", -1, true, []int{0})
		p.edge(2, Single)
		p.edge(2, Single)
		p.WatermarkInterval, p.IdleTimeout = 70*time.Millisecond, 950*time.Millisecond
		readTimed(&p.Stages[1])
		const want = "140ms 10, 210ms 20, 980ms 1" // as far as the other lane is then
		if got := toldOf(t, p, time.Second); !strings.HasPrefix(got, want) {
			t.Errorf("told %s, want %s..", got, want)
		}
	})
}
