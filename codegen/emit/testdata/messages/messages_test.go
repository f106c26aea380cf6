// Package pipeline stands beside the program of script.sql: it runs that as a job at parallelism 3,
// in which the lanes of the sources do what a seeded schedule wants, and compares what every lane
// of every stage has seen with the model, and what the sinks have got with the query.
package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/flinkc/flinkc/rtlib/connector/blackhole"
	printer "github.com/flinkc/flinkc/rtlib/connector/print"
	"github.com/flinkc/flinkc/rtlib/job"
	"github.com/flinkc/flinkc/rtlib/stream"
)

const (
	parallelism = 3
	seeds       = 150
	steps       = 80
	interval    = time.Hour // of epochs: the schedule sleeps through it
)

// TestMessages sends rows, watermarks, idle and active, marks and ends through every operator.
func TestMessages(t *testing.T) {
	for seed := range uint64(seeds) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWorld(t, seed)
				defer w.stop()
				w.check()
				for range steps {
					w.step()
				}
				w.end()
			})
		})
	}
}

type health struct{}

func (health) Waiting(string, string) {}

// world is a job with its schedule.
type world struct {
	t       *testing.T
	r       *rand.Rand
	spec    *job.Spec
	model   *model
	probes  [][]*probe
	lanes   []*lane // of all sources
	printed bytes.Buffer
	spread  []*blackhole.Sink
	drain   chan struct{}
	done    chan error
	stop    func()
	epochs  int // that have begun
	behind  [parallelism]int
}

// lane is a lane of a source in the schedule.
type lane struct {
	table string
	index int
	node  *node
	next  chan command
	clock int64 // no record before it follows
	idle  bool
	ended bool
	// sent are its records, and cut is how many of them are of the last epoch or of one before.
	sent []record
	cut  int
}

func newWorld(t *testing.T, seed uint64) *world {
	w := &world{t: t, r: rand.New(rand.NewPCG(seed, 1)), spec: Job(), drain: make(chan struct{}), done: make(chan error, 1)}
	w.spec.Interval = interval
	printer.Output = &w.printed
	w.probes = watched(w.spec)
	w.model = newModel(w.spec, w.laneCounts())
	for i := range w.spec.Stages {
		w.addSource(i)
	}
	w.catchSpread()
	ctx, stop := context.WithCancel(context.Background())
	w.stop = func() { stop(); <-w.done }
	env := &job.Env{Log: slog.New(slog.DiscardHandler), Health: health{}, Zone: time.UTC, Parallelism: parallelism,
		Metrics: &job.Registry{}}
	go func() {
		_, err := job.Run(ctx, w.spec, env, w.drain)
		w.done <- err
		close(w.done)
	}()
	return w
}

// laneCounts: a VALUES and what is gathered has one lane, all else is everywhere.
func (w *world) laneCounts() []int {
	out := make([]int, len(w.spec.Stages))
	for i, s := range w.spec.Stages {
		if out[i] = parallelism; s.Single {
			out[i] = 1
		}
	}
	return out
}

// addSource puts the schedule in the place of a file. The VALUES are read as they are, at once.
func (w *world) addSource(stage int) {
	s := w.spec.Stages[stage]
	switch {
	case s.Source < 0:
	case s.Single:
		values := w.model.lanes[stage][0]
		values.say(message{kind: stream.MsgRows, rows: []record{valuesRow}})
		values.finish()
	default:
		table := &w.spec.Sources[s.Source]
		src := newSource(table.Table)
		table.Open = func(*job.Env) (stream.Source, error) { return src, nil }
		for i, next := range src.lanes {
			w.lanes = append(w.lanes, &lane{table: table.Table, index: i, node: w.model.lanes[stage][i], next: next, clock: 10})
		}
	}
}

// catchSpread notes the sinks that lanes write by themselves.
func (w *world) catchSpread() {
	for i := range w.spec.Sinks {
		s := &w.spec.Sinks[i]
		if s.Table != "spread" {
			continue
		}
		open := s.Open
		s.Open = func(env *job.Env, lane int) (stream.Sink, error) {
			sink, err := open(env, lane)
			w.spread = append(w.spread, sink.(*blackhole.Sink))
			return sink, err
		}
	}
}

// step has one lane do something, or an epoch begin.
func (w *world) step() {
	if w.complete() && w.r.IntN(8) == 0 {
		time.Sleep(interval + time.Second)
		w.epochs++
		w.behind = [parallelism]int{}
		for _, l := range w.lanes {
			if l.ended {
				l.cut = len(l.sent)
			}
		}
		w.t.Logf("epoch %d", w.epochs)
	} else {
		w.act(w.lanes[w.r.IntN(len(w.lanes))])
	}
	w.check()
}

// complete reports whether no epoch is under way.
func (w *world) complete() bool {
	return !slices.ContainsFunc(w.lanes, func(l *lane) bool { return !l.ended && l.node.marks < w.epochs })
}

// act gives a lane some commands at once, so that they are handled without a pause between them. A
// lane is idle at the end of them at most: what an operator says between idle and active depends on
// which of its consumers is faster.
func (w *world) act(l *lane) {
	if l.ended || l.idle && l.node.marks == w.epochs && !w.complete() {
		return // a watermark that is held behind a mark would come back too late
	}
	if l.idle {
		// Others went on meanwhile: what is older than where they have got to would be late.
		l.idle, l.clock = false, max(l.clock, w.latest())
		w.watermark(l)
	}
	for range 1 + w.r.IntN(5) {
		switch w.r.IntN(3) {
		case 0:
			w.watermark(l)
		case 1:
			w.command(l, command{status: stream.Idle})
		default:
			w.records(l)
		}
	}
	switch w.r.IntN(12) {
	case 0:
		l.idle = true
		w.message(l, message{kind: stream.MsgIdle})
	case 1:
		w.finish(l)
	}
}

func (w *world) latest() (latest int64) {
	for _, l := range w.lanes {
		latest = max(latest, l.clock)
	}
	return latest
}

// command sends a command. The lane looks for a mark behind it.
func (w *world) command(l *lane, c command) {
	w.t.Logf("%s lane %d: %v", l.table, l.index, c)
	l.next <- c
	if l.node.marks < w.epochs && !l.ended {
		l.cut = len(l.sent)
		l.node.mark()
	}
}

func (w *world) watermark(l *lane) {
	w.message(l, message{kind: stream.MsgWatermark, time: l.clock})
}

func (w *world) message(l *lane, m message) {
	l.node.say(m)
	w.command(l, command{say: &stream.Message{Kind: m.kind, Time: m.time}})
}

// mostBehind is how many batches may wait behind a mark: a lane with more in flight would wait itself, for lanes that
// this schedule has not let go on yet.
const mostBehind = 2

// records sends records that are younger than the lane's last watermark. Keys are few, so that
// aggregates change often.
func (w *world) records(l *lane) {
	if l.node.marks == w.epochs {
		if w.behind[l.index]++; w.behind[l.index] > mostBehind && !w.complete() {
			return
		}
	}
	var rows []record
	for range 1 + w.r.IntN(4) {
		l.clock += int64(1 + w.r.IntN(3))
		rows = append(rows, record{string(rune('a' + w.r.IntN(5))), l.clock})
	}
	l.sent = append(l.sent, rows...)
	l.node.say(message{kind: stream.MsgRows, rows: rows})
	w.command(l, command{records: rows})
}

// finish ends a lane: at the end of its input, or by the next answer when the job is drained.
func (w *world) finish(l *lane) {
	if l.ended = true; l.node.marks < w.epochs {
		l.cut = len(l.sent) // else its last records belong to the next epoch
	}
	l.node.finish()
	last := command{status: stream.End}
	if w.model.drained {
		last.status = stream.Idle
	}
	w.command(l, last)
}

// end ends all lanes, or drains the job, and looks at the results.
func (w *world) end() {
	if w.r.IntN(3) == 0 {
		close(w.drain)
		synctest.Wait()
		w.model.drained = true
	}
	for _, i := range w.r.Perm(len(w.lanes)) {
		if l := w.lanes[i]; !l.ended {
			w.finish(l)
			w.check()
		}
	}
	if err := <-w.done; err != nil {
		w.t.Error(err)
	}
	w.compare("at the end")
	rows, want := int64(0), len(w.sent("b", "b"))
	for _, s := range w.spread {
		rows += s.Rows
	}
	if rows != int64(want) {
		w.t.Errorf("the lanes have written %d rows, want %d", rows, want)
	}
}

// check waits until nothing moves any more, and compares.
func (w *world) check() {
	synctest.Wait()
	for i, s := range w.spec.Stages {
		if len(w.probes[i]) != len(w.model.lanes[i]) {
			w.t.Fatalf("stage %q has %d lanes, want %d", s.ID, len(w.probes[i]), len(w.model.lanes[i]))
		}
		for lane, p := range w.probes[i] {
			if d := p.differs(w.model.lanes[i][lane], w.counted(i)); d != "" {
				w.t.Errorf("%s, lane %d: %s", s.ID, lane, d)
			}
		}
	}
	if w.epochs > 0 && w.complete() {
		w.compare(fmt.Sprint("epoch ", w.epochs))
	}
	if w.t.Failed() {
		w.t.FailNow()
	}
}

// counted reports whether the model follows the rows that a stage is given. A source's machine is
// given blocks.
func (w *world) counted(stage int) bool {
	id := w.spec.Stages[stage].ID
	return w.spec.Stages[stage].Source < 0 && (id == "write plain" || !strings.HasPrefix(id, "write "))
}
