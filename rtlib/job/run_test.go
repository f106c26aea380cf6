package job

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"github.com/flinkc/flinkc/rtlib/stream"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// all is how many rows each of n splits must have in the sink.
func all(n, rows int64) map[string]int64 {
	out := map[string]int64{}
	for i := range n {
		out[fmt.Sprint("numbers-", i)] = rows
	}
	return out
}

func wantRows(t *testing.T, p *pipeline, want map[string]int64) {
	t.Helper()
	if got := p.store.rowsOf(t); !maps.Equal(got, want) {
		t.Errorf("rows in the sink: %v, want %v", got, want)
	}
}

// TestBounded: every row of a bounded job arrives once, in one commit when there is no interval.
func TestBounded(t *testing.T) {
	shapes := map[string]func(*pipeline){
		"in one stage": func(p *pipeline) { p.stage("all", 0, false, []int{0}) },
		"hash":         func(p *pipeline) { chain(p, Hash) },
		"single":       func(p *pipeline) { chain(p, Single) },
		"forward":      func(p *pipeline) { chain(p, Forward) },
		"forward to single": func(p *pipeline) {
			chain(p, Forward)
			p.Stages[1].Single = true
		},
		"three stages": func(p *pipeline) {
			p.stage("read", 0, false, nil, 0)
			p.stage("group", -1, false, nil, 1)
			p.stage("write", -1, true, []int{0})
			p.edge(1, Hash)
			p.edge(2, Single)
		},
	}
	for name, shape := range shapes {
		for _, splits := range []int64{0, 1, 2, 7} {
			for _, interval := range []time.Duration{0, time.Millisecond} {
				for _, lanes := range []int{1, 3} {
					test := fmt.Sprintf("%s, %d splits, %v, %d lanes", name, splits, interval, lanes)
					t.Run(test, func(t *testing.T) {
						p := newPipeline(interval, &fakeSource{splits: splits, rows: 3000})
						shape(p)
						s, err := p.start(t, testEnv(lanes), nil)
						if err != nil {
							t.Fatal(err)
						}
						wantRows(t, p, all(splits, 3000))
						if s.Records != 3000*splits || interval == 0 && s.Commits != 1 {
							t.Errorf("%d records, %d commits", s.Records, s.Commits)
						}
					})
				}
			}
		}
	}
}

// TestPositionsFollowSinks: what is committed at a source is never more than what is in the sink,
// also when sources end in the middle of an epoch, and never less at the end. A keyed job commits
// none.
func TestPositionsFollowSinks(t *testing.T) {
	for _, keyed := range []bool{false, true} {
		t.Run(fmt.Sprint("keyed ", keyed), func(t *testing.T) {
			src := &fakeSource{splits: 5, rows: 2000}
			p := chain(newPipeline(time.Millisecond, src), Hash)
			p.Keyed = keyed
			src.onCommit = func(positions map[string]int64) {
				rows := p.store.rowsOf(t)
				for split, n := range positions {
					if rows[split] < n {
						t.Errorf("%s: position %d is committed, and %d rows are", split, n, rows[split])
					}
				}
			}
			p.each["write"] = func(r row) error {
				if r.offset%500 == 0 {
					time.Sleep(time.Millisecond) // a sink behind its sources
				}
				return nil
			}
			if _, err := p.start(t, testEnv(3), nil); err != nil {
				t.Fatal(err)
			}
			want := all(5, 2000)
			if keyed {
				want = map[string]int64{}
			}
			if !maps.Equal(src.committed, want) {
				t.Errorf("positions %v, want %v", src.committed, want)
			}
			wantRows(t, p, all(5, 2000))
		})
	}
}

// TestFailures: whatever fails, the job ends with that error, everything is closed and sinks are
// aborted.
func TestFailures(t *testing.T) {
	broken := errors.New("broken")
	tests := []struct {
		name string
		set  func(*pipeline)
		want string
	}{
		{"row of a source", func(p *pipeline) {
			p.each["read"] = func(r row) error {
				if r.split == 1 && r.offset == 123 {
					return broken
				}
				return nil
			}
		}, "table \"numbers\", numbers-1, offset 123: job.sql:3:7: broken (in f(x))\n  record: \"record\""},
		{"panic", func(p *pipeline) {
			p.each["read"] = func(r row) error {
				if r.split == 2 && r.offset == 77 {
					panic("index out of range")
				}
				return nil
			}
		}, "table \"numbers\", numbers-2, offset 77: job.sql:3:7: panic in stage read: index out of range " +
			"(--log debug shows the stack) (in f(x))\n  record: \"record\""},
		{"row behind an exchange", func(p *pipeline) {
			p.each["write"] = func(r row) error {
				if r.offset == 55 {
					return broken
				}
				return nil
			}
		}, "job.sql:3:7: broken (in f(x))"},
		{"prepare", func(p *pipeline) { p.store.prepare = func(uint64) error { return broken } },
			"table \"result\": broken"},
		{"commit", func(p *pipeline) { p.store.commit = func(context.Context) error { return broken } },
			"table \"result\": broken"},
		{"open of a source", func(p *pipeline) {
			p.Sources[0].Open = func(*Env) (stream.Source, error) { return &fakeSource{openErr: broken}, nil }
		}, "table \"numbers\": broken"},
		{"open of a sink", func(p *pipeline) {
			p.Sinks[0].Open = func(*Env, int) (stream.Sink, error) { return nil, broken }
		}, "table \"result\": broken"},
		{"making a stage", func(p *pipeline) {
			p.Stages[0].New = func(*Lane) (stream.Stage, error) { return nil, broken }
		}, "read: broken"},
	}
	for _, tt := range tests {
		for _, lanes := range []int{1, 3} {
			t.Run(fmt.Sprintf("%s, %d lanes", tt.name, lanes), func(t *testing.T) {
				p := newPipeline(time.Millisecond, &fakeSource{splits: 3, rows: 5000, endless: true})
				chain(p, Hash)
				tt.set(p)
				// Stages read their hooks when they are made.
				_, err := p.start(t, testEnv(lanes), nil)
				if err == nil || err.Error() != tt.want {
					t.Errorf("error:\n%v\nwant:\n%s", err, tt.want)
				}
				if p.store.aborted != p.store.sinks {
					t.Errorf("%d of %d sinks were aborted", p.store.aborted, p.store.sinks)
				}
			})
		}
	}
}

// TestFailureStopsOtherPipelines: a lane without exchanges, whose source never ends, notices that
// another one failed.
func TestFailureStopsOtherPipelines(t *testing.T) {
	p := newPipeline(0, &fakeSource{splits: 1, rows: 1 << 40}, &fakeSource{splits: 1, rows: 100})
	p.stage("endless", 0, false, nil)
	p.stage("failing", 1, false, []int{0})
	p.each["failing"] = func(r row) error {
		if r.offset == 50 {
			return errors.New("broken")
		}
		return nil
	}
	if _, err := p.start(t, testEnv(1), nil); err == nil || !strings.Contains(err.Error(), "offset 50") {
		t.Errorf("error %v", err)
	}
}

// TestCrashBetweenPrepareAndCommit: a process that dies there has committed neither rows nor
// positions of the epoch.
func TestCrashBetweenPrepareAndCommit(t *testing.T) {
	src := &fakeSource{splits: 3, rows: 1000}
	p := chain(newPipeline(time.Millisecond, src), Hash)
	crash := errors.New("killed")
	commits := 0
	p.store.commit = func(context.Context) error {
		if commits++; commits > 1 {
			return crash
		}
		return nil
	}
	if _, err := p.start(t, testEnv(3), nil); !errors.Is(err, crash) {
		t.Fatalf("error %v", err)
	}
	if len(src.committed) > 0 {
		t.Errorf("positions %v of an epoch that is not committed whole", src.committed)
	}
}

// TestBatchIsNotDrained: a job in batch mode that is told to stop has no result, and says so.
func TestBatchIsNotDrained(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fakeSource{splits: 2, rows: 1 << 40, endless: true, pace: 10 * time.Millisecond}
		p := chain(newPipeline(0, src), Hash)
		p.Batch = true
		drain := make(chan struct{})
		time.AfterFunc(time.Second, func() { close(drain) })
		if _, err := p.start(t, testEnv(2), drain); !errors.Is(err, errNoResult) {
			t.Errorf("error %v", err)
		}
		if got := p.store.rowsOf(t); len(got) > 0 {
			t.Errorf("rows %v", got)
		}
	})
}

// TestDrain: at a drain everything that was read is committed, within a second.
func TestDrain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fakeSource{splits: 4, rows: 1 << 40, endless: true, pace: 10 * time.Millisecond}
		p := chain(newPipeline(3*time.Second, src), Hash)
		drain := make(chan struct{})
		var asked time.Time
		time.AfterFunc(10*time.Second, func() { asked = time.Now(); close(drain) })
		s, err := p.start(t, testEnv(3), drain)
		if err != nil {
			t.Fatal(err)
		}
		if took := time.Since(asked); took > time.Second {
			t.Errorf("the drain took %v", took)
		}
		total := int64(0)
		for split, n := range p.store.rowsOf(t) {
			if total += n; src.committed[split] != n {
				t.Errorf("%s: %d rows, position %d", split, n, src.committed[split])
			}
		}
		if total == 0 || s.Records != total || s.Commits != 4 {
			t.Errorf("%d records read, %d committed, %d commits", s.Records, total, s.Commits)
		}
	})
}

// TestDrainWithoutServer: a job that is to stop waits for a server that is away, but not for ever;
// one that comes back in time gets everything.
func TestDrainWithoutServer(t *testing.T) {
	tests := []struct {
		name string
		away time.Duration // from the drain on
		took time.Duration // the drain may take
		want string
	}{
		{"back in time", 7 * time.Second, 7200 * time.Millisecond, ""},
		{"away", time.Hour, drainLimit + 300*time.Millisecond,
			"stopped before the job was drained: it has waited 8s for\n  sink: gone\n" +
				"what was not committed is lost\nhint: "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				src := &fakeSource{splits: 1, rows: 100, endless: true}
				p := chain(newPipeline(time.Minute, src), Hash)
				env := testEnv(1)
				env.Health = newHealth(slog.New(slog.DiscardHandler))
				p.store.commit = func(ctx context.Context) error {
					env.Health.Waiting("sink", "gone")
					defer env.Health.Waiting("sink", "")
					select {
					case <-time.After(tt.away):
					case <-ctx.Done():
					}
					return ctx.Err()
				}
				drain := make(chan struct{})
				began := time.Now()
				close(drain)
				_, err := p.start(t, env, drain)
				if took := time.Since(began); took > tt.took {
					t.Errorf("the drain took %v, want at most %v", took, tt.took)
				}
				got := fmt.Sprint(err)
				if tt.want != "" && !strings.HasPrefix(got, tt.want) || tt.want == "" && err != nil {
					t.Errorf("error %q, want %q", got, tt.want)
				}
			})
		})
	}
}

// TestDue: a sink with enough rows gets its commit at once, also without an interval, and again
// when it has filled up behind a mark that is still under way.
func TestDue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fakeSource{splits: 1, rows: 30, endless: true}
		p := chain(newPipeline(0, src), Single)
		p.max = 20
		drain := make(chan struct{})
		var before map[string]int64
		time.AfterFunc(time.Second, func() { before = p.store.rowsOf(t); close(drain) })
		if _, err := p.start(t, testEnv(1), drain); err != nil {
			t.Fatal(err)
		}
		if before["numbers-0"] < 20 {
			t.Errorf("%d rows are committed after a second, want 20 or more", before["numbers-0"])
		}
		wantRows(t, p, all(1, 30))
	})
}

// TestFullSink: while a commit waits for its server, a sink that is full stops the reading, in both lanes, and its end
// lets it go on.
func TestFullSink(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const rows, room = 50_000, 2000
		p := chain(newPipeline(time.Second, &fakeSource{splits: 2, rows: rows}), Hash)
		p.max, p.room = room, room
		back := make(chan struct{})
		p.store.commit = func(context.Context) error { <-back; return nil }
		read := int64(0)
		p.each["write"] = func(row) error {
			if atomic.AddInt64(&read, 1)%100 == 0 {
				time.Sleep(time.Millisecond) // so that the sources are ahead by all that they may
			}
			return nil
		}
		time.AfterFunc(time.Minute, func() {
			// In each lane the epoch that waits and the next one. From each producer to each lane three batches
			// are in flight when the first epoch's end is asked for, and one more makes the next one full.
			most := int64(2*2*room + 2*2*4*stream.BatchRows)
			if n := atomic.LoadInt64(&read); n < room || n > most {
				t.Errorf("%d rows were read while the server was away, want at most %d", n, most)
			}
			close(back)
		})
		if _, err := p.start(t, testEnv(2), nil); err != nil {
			t.Fatal(err)
		}
		wantRows(t, p, all(2, rows))
	})
}

// TestSlowCommit: while a commit takes long, idle sources do not spin and no epoch is lost.
func TestSlowCommit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fakeSource{splits: 2, rows: 100, endless: true}
		p := chain(newPipeline(100*time.Millisecond, src), Hash)
		p.store.commit = func(context.Context) error { time.Sleep(time.Second); return nil }
		drain := make(chan struct{})
		time.AfterFunc(20*time.Second, func() { close(drain) })
		s, err := p.start(t, testEnv(2), drain)
		if err != nil {
			t.Fatal(err)
		}
		if s.Commits < 8 {
			t.Errorf("%d commits in 20 s of 2 s each", s.Commits)
		}
		wantRows(t, p, all(2, 100))
	})
}

// TestDiscovery: splits found later are read, by lanes that had none, too; those lanes hold up
// neither marks nor the drain.
func TestDiscovery(t *testing.T) {
	for _, first := range []int64{0, 1, 2} {
		t.Run(fmt.Sprint(first, " splits at first"), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				src := &growingSource{fakeSource{splits: first, rows: 500, endless: true}, 5}
				p := chain(newPipeline(time.Second, src), Hash)
				drain := make(chan struct{})
				early := int64(0)
				time.AfterFunc(5*time.Second, func() { early = int64(len(p.store.rowsOf(t))) })
				time.AfterFunc(70*time.Second, func() { close(drain) })
				if _, err := p.start(t, testEnv(3), drain); err != nil {
					t.Fatal(err)
				}
				if early != first {
					t.Errorf("%d splits are committed after 5 s, want %d", early, first)
				}
				wantRows(t, p, all(first+5, 500))
			})
		})
	}
}

// TestUnion: the end of a bounded input neither ends the job nor blocks marks; the rows of both
// arrive.
func TestUnion(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		bounded := &fakeSource{splits: 1, rows: 100}
		endless := &fakeSource{splits: 2, rows: 200, endless: true}
		p := newPipeline(time.Second, bounded, endless)
		p.stage("read a", 0, false, nil, 0)
		p.stage("read b", 1, false, nil, 1)
		p.stage("union", -1, false, nil, 2)
		p.stage("write", -1, true, nil, 3)
		p.stage("sink", -1, true, []int{0})
		p.edge(2, Forward)
		p.Edges = append(p.Edges, Edge{To: 2, Port: 1, Dist: Forward})
		p.edge(3, Single)
		p.edge(4, Forward)
		drain := make(chan struct{})
		early := 0
		time.AfterFunc(5*time.Second, func() {
			p.store.mu.Lock()
			defer p.store.mu.Unlock()
			early = len(p.store.committed)
		})
		time.AfterFunc(10*time.Second, func() { close(drain) })
		// The splits of both sources have the same names: rows are told apart by their number only.
		if _, err := p.start(t, testEnv(3), drain); err != nil {
			t.Fatal(err)
		}
		if early != 500 || len(p.store.committed) != 500 {
			t.Errorf("%d rows after 5 s, %d at the end, want 500", early, len(p.store.committed))
		}
	})
}

// TestEvents: the machine sees the end once, behind its last row, and the last watermark before it;
// a drained one does not see a watermark.
func TestEvents(t *testing.T) {
	tests := []struct {
		name  string
		drain bool
		want  string
	}{
		{"bounded", false, "row row watermark 9223372036854775807 end"},
		{"drained", true, "row row end"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p := chain(newPipeline(0, &fakeSource{splits: 2, rows: 1, endless: tt.drain}), Single)
				var mu sync.Mutex
				var seen []string
				note := func(what string) { mu.Lock(); seen = append(seen, what); mu.Unlock() }
				p.each["write"] = func(row) error { note("row"); return nil }
				p.events = func(stage, what string) {
					if stage == "write" {
						note(what)
					}
				}
				drain := make(chan struct{})
				time.AfterFunc(time.Second, func() { close(drain) })
				if _, err := p.start(t, testEnv(2), drain); err != nil {
					t.Fatal(err)
				}
				if got := strings.Join(seen, " "); got != tt.want {
					t.Errorf("saw %q, want %q", got, tt.want)
				}
				time.Sleep(2 * time.Second) // AfterFunc
			})
		})
	}
}

// TestCancel: a job whose context ends stops with the context's cause.
func TestCancel(t *testing.T) {
	p := chain(newPipeline(time.Millisecond, &fakeSource{splits: 2, rows: 1 << 40}), Hash)
	ctx, cancel := context.WithCancelCause(context.Background())
	time.AfterFunc(20*time.Millisecond, func() { cancel(errInterrupted) })
	if _, err := p.startIn(ctx, t, testEnv(2), nil); !errors.Is(err, errInterrupted) {
		t.Errorf("error %v", err)
	}
}
