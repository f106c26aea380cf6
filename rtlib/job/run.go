package job

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// run is one execution of a Spec.
type run struct {
	spec     *Spec
	env      *Env
	ctx      context.Context
	stop     context.CancelCauseFunc
	stopping atomic.Bool // drain: sources stop reading, the rest finishes
	opened   atomic.Bool // everything is connected

	sources []stream.Source
	splits  [][]*stream.Split
	sinks   []openSink // every sink that was opened
	tasks   []*task
	readers []*sourceTask
	byStage [][]*task
	epochs  *epochs
	started time.Time
}

// Run executes the pipeline until its input ends, drain is closed, or it fails.
func Run(ctx context.Context, spec *Spec, env *Env, drain <-chan struct{}) (*Summary, error) {
	return newRun(ctx, spec, env).run(drain)
}

func (r *run) run(drain <-chan struct{}) (*Summary, error) {
	defer r.stop(nil)
	err := r.open()
	if err == nil {
		r.opened.Store(true)
		err = r.execute(drain)
	}
	return r.summary(), errors.Join(err, r.close(err))
}

// open connects everything and builds the tasks; nothing is read yet.
func (r *run) open() error {
	for i := range r.spec.Sources {
		if err := r.openSource(&r.spec.Sources[i]); err != nil {
			return fmt.Errorf("table %q: %w", r.spec.Sources[i].Table, err)
		}
	}
	if err := r.build(); err != nil {
		return err
	}
	r.epochs = newEpochs(r, len(r.tasks))
	return r.openReaders()
}

func (r *run) openSource(s *Source) error {
	src, err := s.Open(r.env)
	if err != nil {
		return err
	}
	r.sources = append(r.sources, src)
	splits, err := src.Open(r.ctx)
	r.splits = append(r.splits, splits)
	return err
}

// openReaders deals the splits of each source to its lanes, in turn.
func (r *run) openReaders() error {
	for _, t := range r.readers {
		lanes := len(r.byStage[r.stageOf(t.task)])
		var mine []stream.Start
		for i, s := range r.splits[t.source] {
			if i%lanes == t.lane {
				mine = append(mine, stream.Start{Split: s})
			}
		}
		reader, err := r.sources[t.source].Reader(r.ctx, mine)
		if err != nil {
			return fmt.Errorf("table %q: %w", r.spec.Sources[t.source].Table, err)
		}
		t.reader = reader
	}
	return nil
}

func (r *run) stageOf(t *task) int {
	for i, tasks := range r.byStage {
		for _, u := range tasks {
			if u == t {
				return i
			}
		}
	}
	panic("job: task of no stage")
}

// execute runs the lanes, the coordinator and the discovery of splits, and waits for all.
func (r *run) execute(drain <-chan struct{}) error {
	var wg sync.WaitGroup
	spawn := func(f func(context.Context) error) {
		wg.Go(func() {
			if err := f(r.ctx); err != nil {
				r.stop(err)
			}
		})
	}
	for _, t := range r.readers {
		spawn(t.loop)
	}
	for _, t := range r.tasks {
		if t.queue != nil {
			spawn(t.loop)
		}
	}
	done := make(chan struct{})
	spawn(func(ctx context.Context) error { defer close(done); return r.epochs.loop(ctx) })
	wg.Go(func() { r.waitForDrain(drain, done) })
	r.discover(&wg, done)
	wg.Wait()
	return r.cause()
}

func (r *run) waitForDrain(drain, done <-chan struct{}) {
	select {
	case <-drain:
		r.stopping.Store(true)
		<-done
	case <-done:
	}
}

// cause is what stopped the job; nil when it came to its end.
func (r *run) cause() error {
	err := context.Cause(r.ctx)
	if errors.Is(err, stream.ErrStopped) || errors.Is(err, context.Canceled) && r.epochs.left == 0 {
		return nil
	}
	return err
}

// discoverEvery is how often sources are asked for new splits.
const discoverEvery = 10 * time.Second

// discover asks sources whose splits can grow for new ones and deals them to the lanes.
func (r *run) discover(wg *sync.WaitGroup, done <-chan struct{}) {
	for i, s := range r.sources {
		d, ok := s.(stream.Discoverer)
		if !ok || r.env.UntilEnd {
			continue
		}
		var lanes []*sourceTask
		for _, t := range r.readers {
			if t.source == i {
				lanes = append(lanes, t)
			}
		}
		wg.Go(func() { r.discoverLoop(d, lanes, len(r.splits[i]), done) })
	}
}

func (r *run) discoverLoop(d stream.Discoverer, lanes []*sourceTask, n int, done <-chan struct{}) {
	tick := time.NewTicker(discoverEvery)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
		case <-done:
			return
		}
		splits, err := d.Discover(r.ctx)
		if err != nil {
			r.env.Log.Warn("discovery of splits failed", "reason", err)
		}
		for _, s := range splits {
			select {
			case lanes[n%len(lanes)].found <- stream.Start{Split: s}:
				n++
			case <-done:
				return
			}
		}
	}
}

// close releases everything that was opened, and aborts sinks after a failure.
func (r *run) close(failed error) error {
	var errs []error
	for _, t := range r.readers {
		if t.reader != nil {
			errs = append(errs, t.reader.Close())
		}
	}
	for _, t := range r.tasks {
		errs = append(errs, t.stage.Close())
	}
	for _, s := range r.sinks {
		if failed != nil {
			errs = append(errs, s.Abort(context.WithoutCancel(r.ctx)))
		}
		errs = append(errs, s.Close())
	}
	for _, s := range r.sources {
		errs = append(errs, s.Close())
	}
	if failed != nil {
		return nil // the first failure is the one to report
	}
	return errors.Join(errs...)
}

// located adds to a row's error which record of the outside world it was.
func (r *run) located(t *task, b stream.Batch, err error) error {
	var row *stream.RowError
	block, ok := b.(*stream.Block)
	if !errors.As(err, &row) || !ok || block.Split == nil || row.Row >= len(block.Delta) {
		return err
	}
	s := block.Split
	at := block.Base + int64(block.Delta[row.Row])
	return fmt.Errorf("table %q, %s, %s %d: %w\n  record: %s", s.Table, s.ID, s.Unit, at, err,
		shown(block, row.Row))
}

// shown is the record as text, cut to a line's length.
func shown(b *stream.Block, i int) string {
	s := b.Spans[i]
	if s.IsNull() || int(s.End) > len(b.Buf) {
		return "NULL"
	}
	const most = 200
	v := b.Buf[s.Start:s.End]
	if len(v) > most {
		return fmt.Sprintf("%q ... (%d bytes)", v[:most], len(v))
	}
	return fmt.Sprintf("%q", v)
}
