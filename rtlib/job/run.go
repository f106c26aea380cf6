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

// run is one execution of a Spec. Its parts are built once and then only read; what changes while
// lanes run is atomic, or belongs to one task.
type run struct {
	spec     *Spec
	env      *Env
	ctx      context.Context
	stop     context.CancelCauseFunc
	stopping atomic.Bool  // drain: sources stop reading, the rest finishes
	opened   atomic.Bool  // everything is connected
	full     atomic.Int64 // tasks with a sink that can hold no more: nothing is read

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
			return errTable(r.spec.Sources[i].Table, err)
		}
	}
	if err := r.build(); err != nil {
		return err
	}
	r.epochs = newEpochs(r, len(r.tasks))
	return r.openReaders()
}

// The source is noted before its Open, so that close finds it when Open fails half-way.
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
		// Also without a split: the lane may be given some later.
		reader, err := r.sources[t.source].Reader(r.ctx, mine)
		if err != nil {
			return errTable(r.spec.Sources[t.source].Table, err)
		}
		t.reader = reader
		t.readTimes(mine)
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

// execute runs the lanes, the coordinator and the discovery of splits, and waits for all. The first
// error stops the others through the context, and is what cause returns.
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

// cause is what stopped the job; nil when it came to its end.
func (r *run) cause() error {
	err := context.Cause(r.ctx)
	if errors.Is(err, stream.ErrStopped) || errors.Is(err, context.Canceled) && r.epochs.left == 0 {
		return nil
	}
	return err
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
		errs = append(errs, closeMachine(t.stage))
	}
	for _, s := range r.sinks {
		if failed != nil {
			errs = append(errs, r.abort(s))
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

// abortLimit bounds the clean-up of a sink whose server may be what failed.
const abortLimit = 2 * time.Second

func (r *run) abort(s openSink) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.ctx), abortLimit)
	defer cancel()
	return s.Abort(ctx)
}

// closeMachine closes a stage's machine. The Close of a user's function may panic.
func closeMachine(s stream.Stage) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic while a function was closed: %v", r)
		}
	}()
	return s.Close()
}
