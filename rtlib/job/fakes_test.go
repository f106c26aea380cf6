package job

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/flinkc/flinkc/rtlib/state"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// row is what the tests' stages exchange: the record that it was made from.
type row struct{ split, offset int64 }

// fakeSource has splits of rows records each; endless ones wait for more behind that.
type fakeSource struct {
	splits, rows int64
	endless      bool
	pace         time.Duration // between two blocks of an endless source
	openErr      error
	mu           sync.Mutex
	committed    map[string]int64 // per split, by Commit
	onCommit     func(map[string]int64)
	closed       atomic.Int64
}

func (s *fakeSource) Open(context.Context) (out []*stream.Split, err error) {
	for i := range s.splits {
		out = append(out, s.split(i))
	}
	return out, s.openErr
}

func (s *fakeSource) split(i int64) *stream.Split {
	return &stream.Split{Table: "numbers", ID: fmt.Sprint("numbers-", i), Unit: "offset", Private: i}
}

func (s *fakeSource) Reader(_ context.Context, splits []stream.Start) (stream.Reader, error) {
	return &fakeReader{src: s, splits: splits, next: make([]int64, len(splits))}, nil
}

func (s *fakeSource) Close() error { s.closed.Add(1); return nil }

func (s *fakeSource) Commit(_ context.Context, positions []stream.Start) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.committed == nil {
		s.committed = map[string]int64{}
	}
	for _, p := range positions {
		s.committed[p.Split.ID] = int64(slices.Index(p.Position, 0))
	}
	if s.onCommit != nil {
		s.onCommit(maps.Clone(s.committed))
	}
	return nil
}

type fakeReader struct {
	src    *fakeSource
	splits []stream.Start
	next   []int64
	turn   int
	paced  bool
}

// blockRows is small, so that many blocks, batches and marks are under way at once.
const blockRows = 10

func (r *fakeReader) Fill(ctx context.Context, b *stream.Block, wait time.Duration) (stream.Status, error) {
	if r.src.pace > 0 && !r.paced {
		r.paced = wait > 0
		return r.idle(ctx, min(wait, r.src.pace))
	}
	r.paced = false
	for range r.splits {
		r.turn = (r.turn + 1) % len(r.splits)
		i := r.turn
		if n := min(blockRows, r.src.rows-r.next[i]); n > 0 {
			r.fill(b, i, n)
			return stream.Filled, nil
		}
	}
	if len(r.splits) > 0 && r.src.endless {
		return r.idle(ctx, wait)
	}
	return stream.End, nil
}

func (r *fakeReader) idle(ctx context.Context, wait time.Duration) (stream.Status, error) {
	select {
	case <-time.After(wait):
	case <-ctx.Done():
	}
	return stream.Idle, nil
}

func (r *fakeReader) fill(b *stream.Block, i int, n int64) {
	b.Buf = append(b.Buf[:0], "record"...)
	b.Split, b.Base = r.splits[i].Split, r.next[i]
	for k := range n {
		b.Add(stream.Span{Start: 0, End: 6}, uint32(k))
	}
	r.next[i] += n
}

func (r *fakeReader) Assign(_ context.Context, s stream.Start) error {
	r.splits, r.next = append(r.splits, s), append(r.next, 0)
	return nil
}

// Positions are as many bytes of 1 as records were read, and a 0.
func (r *fakeReader) Positions() []stream.Start {
	out := slices.Clone(r.splits)
	for i := range out {
		out[i].Position = append(slices.Repeat([]byte{1}, int(r.next[i])), 0)
	}
	return out
}

func (r *fakeReader) Close() error { return nil }

// growingSource finds a split at each of the first calls of Discover.
type growingSource struct {
	fakeSource
	late int64
}

func (s *growingSource) Discover(context.Context) ([]*stream.Split, error) {
	if s.late == 0 {
		return nil, nil
	}
	s.late--
	s.splits++
	return []*stream.Split{s.split(s.splits - 1)}, nil
}

// fakeSink keeps rows in the three states that they can be in. All lanes of a table share a store.
type fakeSink struct {
	store   *store
	pending []row
	max     int // rows until Due; 0: never
	room    int // rows until Full; 0: never
}

type store struct {
	mu        sync.Mutex
	sinks     int
	committed []row
	commits   int // that held rows
	aborted   int
	prepare   func(epoch uint64) error // fails or crashes
	commit    func(ctx context.Context) error
}

func (s *fakeSink) Open(context.Context) error { return nil }
func (s *fakeSink) Due() bool                  { return s.max > 0 && len(s.pending) >= s.max }
func (s *fakeSink) Full() bool                 { return s.room > 0 && len(s.pending) >= s.room }
func (s *fakeSink) Close() error               { return nil }

func (s *fakeSink) Prepare(_ context.Context, epoch uint64) ([]byte, error) {
	if s.store.prepare != nil {
		if err := s.store.prepare(epoch); err != nil {
			return nil, err
		}
	}
	var c []byte
	for _, r := range s.pending {
		c = fmt.Appendf(c, "%d %d\n", r.split, r.offset)
	}
	s.pending = nil
	return c, nil
}

func (s *fakeSink) Commit(ctx context.Context, _ uint64, c []byte) error {
	if s.store.commit != nil {
		if err := s.store.commit(ctx); err != nil {
			return err
		}
	}
	s.store.mu.Lock()
	defer s.store.mu.Unlock()
	if len(c) > 0 {
		s.store.commits++
	}
	var r row
	for len(c) > 0 {
		end := slices.Index(c, '\n')
		_, _ = fmt.Sscan(string(c[:end]), &r.split, &r.offset)
		s.store.committed = append(s.store.committed, r)
		c = c[end+1:]
	}
	return nil
}

func (s *fakeSink) Abort(context.Context) error {
	s.store.mu.Lock()
	defer s.store.mu.Unlock()
	s.store.aborted++
	s.pending = nil
	return nil
}

func (s *fakeSink) Recover(context.Context, [][]byte) error { return nil }

// rowsOf is how many rows of each split are committed; it fails when one is there twice.
func (s *store) rowsOf(t *testing.T) map[string]int64 {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	seen, out := map[row]bool{}, map[string]int64{}
	for _, r := range s.committed {
		if seen[r] {
			t.Fatalf("row %v was committed twice", r)
		}
		seen[r] = true
		out[fmt.Sprint("numbers-", r.split)]++
	}
	return out
}

// fakeStage hands rows on to all its exchanges and writes them to all its sinks.
type fakeStage struct {
	stream.Base
	outs   []*stream.Exchange[row]
	sinks  []*fakeSink
	each   func(r row) error // nil: nothing
	events func(string)      // nil: nobody listens
	closed *atomic.Int64
}

var script = &stream.SQL{File: "job.sql", Line: 3, Col: 7, Text: "f(x)"}

func (s *fakeStage) Rows(_ int, b stream.Batch) error {
	if block, ok := b.(*stream.Block); ok {
		for i, d := range block.Delta {
			if err := s.row(i, row{block.Split.Private.(int64), block.Base + int64(d)}); err != nil {
				return err
			}
		}
		return nil
	}
	for i, r := range b.(*stream.Rows[row]).Row {
		if err := s.row(i, r); err != nil {
			return err
		}
	}
	return nil
}

func (s *fakeStage) row(i int, r row) error {
	if s.each != nil {
		s.At = stream.Cursor{Row: i, SQL: script}
		if err := s.each(r); err != nil {
			return stream.Failed(i, script, err)
		}
	}
	for _, o := range s.outs {
		lane := 0
		if n := o.Lanes(); n > 1 {
			lane = state.Lane(state.HashInt(r.offset), n)
		}
		to := o.To(lane)
		to.Row = append(to.Row, r)
	}
	for _, k := range s.sinks {
		k.pending = append(k.pending, r)
	}
	return nil
}

func (s *fakeStage) tell(what string) {
	if s.events != nil {
		s.events(what)
	}
}

func (s *fakeStage) Watermark(ms int64) error { s.tell(fmt.Sprint("watermark ", ms)); return nil }
func (s *fakeStage) End() error               { s.tell("end"); return nil }
func (s *fakeStage) Close() error {
	if s.closed != nil {
		s.closed.Add(1)
	}
	return nil
}

// pipeline describes a job of fakes.
type pipeline struct {
	Spec
	store  *store
	max    int
	room   int
	each   map[string]func(row) error // by stage
	events func(stage, what string)
	made   atomic.Int64
	closed atomic.Int64
}

func newPipeline(interval time.Duration, sources ...stream.Source) *pipeline {
	p := &pipeline{store: &store{}, each: map[string]func(row) error{}}
	p.Name, p.Interval = "test", interval
	for _, s := range sources {
		p.Sources = append(p.Sources, Source{Table: "numbers",
			Open: func(*Env) (stream.Source, error) { return s, nil }})
	}
	p.Sinks = []Sink{{Table: "result", Open: func(*Env, int) (stream.Sink, error) {
		p.store.mu.Lock()
		defer p.store.mu.Unlock()
		p.store.sinks++
		return &fakeSink{store: p.store, max: p.max, room: p.room}, nil
	}}}
	return p
}

// stage adds a stage; outs are edges.
func (p *pipeline) stage(id string, source int, single bool, sinks []int, outs ...int) {
	p.Stages = append(p.Stages, Stage{ID: id, Source: source, Single: single, Sinks: sinks, Outs: outs,
		New: func(l *Lane) (stream.Stage, error) {
			p.made.Add(1)
			s := &fakeStage{each: p.each[id], closed: &p.closed}
			if p.events != nil {
				s.events = func(what string) { p.events(id, what) }
			}
			for i := range outs {
				s.outs = append(s.outs, stream.NewExchange[row](l.Out(i)))
			}
			for i := range sinks {
				s.sinks = append(s.sinks, l.Sink(i).(*fakeSink))
			}
			return s, nil
		}})
}

func (p *pipeline) edge(to int, d Distribution) { p.Edges = append(p.Edges, Edge{To: to, Dist: d}) }

// chain is a source, an exchange of the given kind, and a stage that writes.
func chain(p *pipeline, d Distribution) *pipeline {
	p.stage("read", 0, false, nil, 0)
	p.stage("write", -1, d == Single, []int{0})
	p.edge(1, d)
	return p
}

func testEnv(parallelism int) *Env {
	log := slog.New(slog.DiscardHandler)
	return &Env{Log: log, Health: newHealth(log), Zone: time.UTC, Parallelism: parallelism, Metrics: &Registry{}}
}

// start runs the job and fails the test when it does not end within a limit.
func (p *pipeline) start(t *testing.T, env *Env, drain <-chan struct{}) (*Summary, error) {
	t.Helper()
	return p.startIn(context.Background(), t, env, drain)
}

func (p *pipeline) startIn(
	ctx context.Context, t *testing.T, env *Env, drain <-chan struct{},
) (*Summary, error) {
	t.Helper()
	ctx, cancel := context.WithTimeoutCause(ctx, 2*time.Minute, errors.New("the test's job does not end"))
	defer cancel()
	s, err := Run(ctx, &p.Spec, env, drain)
	if made, closed := p.made.Load(), p.closed.Load(); made != closed {
		t.Errorf("%d stages were made and %d closed", made, closed)
	}
	return s, err
}
