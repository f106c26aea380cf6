package job

import (
	"fmt"
	"math"
	"slices"

	"github.com/flinkc/flinkc/rtlib/stream"
)

// build makes the tasks, consumers before producers, so that a producer can be given its targets.
//
// A consumer with one producer in the same lane runs inside it: at parallelism 1 a job of one
// source is one goroutine.
func (r *run) build() error {
	r.byStage = make([][]*task, len(r.spec.Stages))
	for i := len(r.spec.Stages) - 1; i >= 0; i-- {
		for lane := range r.lanes(i) {
			if err := r.buildTask(i, lane); err != nil {
				return err
			}
		}
	}
	return nil
}

// lanes is the number of lanes of a stage.
func (r *run) lanes(stage int) int {
	s := &r.spec.Stages[stage]
	switch {
	case s.Single:
		return 1
	case s.Source >= 0:
		return max(1, min(r.env.Parallelism, r.mostReaders(s.Source)))
	}
	return r.forwardLanes(stage)
}

// forwardLanes is the number of lanes of a stage behind exchanges. One that is fed lane by lane has
// as many as the widest of its producers: a lane without producer would never end.
func (r *run) forwardLanes(stage int) int {
	n := 0
	for i := range r.spec.Stages {
		for _, e := range r.spec.Stages[i].Outs {
			if r.spec.Edges[e].To != stage {
				continue
			}
			if r.spec.Edges[e].Dist != Forward {
				return r.env.Parallelism
			}
			n = max(n, r.lanes(i))
		}
	}
	return n
}

// mostReaders is how many lanes can have a split to read.
func (r *run) mostReaders(source int) int {
	if r.grows(source) {
		return r.env.Parallelism
	}
	return len(r.splits[source])
}

// grows reports whether the source's splits can become more while it is read.
func (r *run) grows(source int) bool {
	_, ok := r.sources[source].(stream.Discoverer)
	return ok && !r.env.UntilEnd && r.discoverEvery(source) > 0
}

// Sinks are opened before the machine is made, which is given them.
func (r *run) buildTask(stage, lane int) error {
	s := &r.spec.Stages[stage]
	t := &task{name: s.ID, lane: lane, run: r}
	l := &Lane{Index: lane, Env: r.env}
	for _, i := range s.Sinks {
		o, err := r.openSink(i, lane)
		if err != nil {
			return err
		}
		t.sinks = append(t.sinks, o)
		l.sinks = append(l.sinks, o.Sink)
	}
	for _, e := range s.Outs {
		l.wires = append(l.wires, r.wire(stage, lane, e))
	}
	machine, err := newMachine(s, l)
	if err != nil {
		return fmt.Errorf("%s: %w", s.ID, err)
	}
	t.stage, t.from = machine, l
	for _, w := range l.wires {
		t.outs = append(t.outs, w.Output())
	}
	r.add(t, stage)
	return nil
}

// newMachine makes the stage's machine. The Open of a user's function may panic.
func newMachine(s *Stage, l *Lane) (_ stream.Stage, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic while a function was opened: %v", r)
		}
	}()
	return s.New(l)
}

func (r *run) openSink(i, lane int) (openSink, error) {
	s := &r.spec.Sinks[i]
	sink, err := s.Open(r.env, lane)
	if err != nil {
		return openSink{}, errTable(s.Table, err)
	}
	o := openSink{i, sink}
	// Before Open, so that a sink whose Open fails half-way is closed with the others.
	r.sinks = append(r.sinks, o)
	if err := sink.Open(r.ctx); err != nil {
		return openSink{}, errTable(s.Table, err)
	}
	return o, nil
}

func (r *run) add(t *task, stage int) {
	t.id = len(r.tasks)
	t.low.Store(math.MinInt64)
	if src := r.spec.Stages[stage].Source; src >= 0 {
		st := &sourceTask{task: t, source: src, found: make(chan stream.Start, 16),
			grows: r.grows(src)}
		r.readers = append(r.readers, st)
	} else {
		t.ports = r.ports(stage, t.lane)
		t.in = newInputs(len(t.ports))
		if !r.inline(stage, t.lane) {
			// Room for what producers may have in flight (batchesInFlight each) and their marks: a
			// producer waits for a free batch, not here.
			t.queue = make(chan stream.Message, 16*len(t.in.from))
		}
	}
	r.tasks = append(r.tasks, t)
	r.byStage[stage] = append(r.byStage[stage], t)
}

// ports are those through which tasks send to one lane of a stage, by the number of the sender.
func (r *run) ports(stage, lane int) (out []int) {
	for i := range r.spec.Stages {
		for _, e := range r.spec.Stages[i].Outs {
			if edge := &r.spec.Edges[e]; edge.To == stage {
				out = append(out, slices.Repeat([]int{edge.Port}, r.sendersOf(i, e, lane))...)
			}
		}
	}
	return out
}

// sendersOf is how many lanes of stage i reach one consumer lane over edge e.
func (r *run) sendersOf(i, e, lane int) int {
	n := r.lanes(i)
	if r.spec.Edges[e].Dist != Forward {
		return n
	}
	// Producer p forwards to consumer p modulo their number.
	to := r.lanes(r.spec.Edges[e].To)
	return (n - lane + to - 1) / to
}

// inline reports whether a consumer lane runs inside its only producer.
func (r *run) inline(stage, lane int) bool { return len(r.ports(stage, lane)) == 1 }

// wire says where the messages of one producer lane go.
func (r *run) wire(stage, lane, edge int) *stream.Wire {
	e := &r.spec.Edges[edge]
	w := &stream.Wire{Kinds: e.Kinds}
	for _, t := range r.byStage[e.To] {
		if e.Dist == Forward && t.lane != lane%len(r.byStage[e.To]) {
			continue
		}
		to := r.target(t, r.sender(stage, lane, edge, t.lane), e.Port)
		if r.env.Stepped {
			to.Deliver = e.copied(to.Deliver)
		}
		w.Targets = append(w.Targets, to)
	}
	return w
}

// sender numbers the producers of one consumer lane: edges in order, lanes within.
func (r *run) sender(stage, lane, edge, consumer int) int {
	e := &r.spec.Edges[edge]
	n := 0
	for i := range r.spec.Stages {
		for _, other := range r.spec.Stages[i].Outs {
			if r.spec.Edges[other].To != e.To {
				continue
			}
			if i != stage || other != edge {
				n += r.sendersOf(i, other, consumer)
				continue
			}
			if e.Dist == Forward {
				return n + lane/r.lanes(e.To)
			}
			return n + lane
		}
	}
	panic("job: edge of no stage")
}

func (r *run) target(t *task, from, port int) stream.Target {
	out := stream.Target{Port: port, From: from, Done: r.ctx.Done()}
	if t.queue == nil {
		out.Inline = true
		out.Deliver = t.handle
		return out
	}
	out.Deliver = func(m stream.Message) error {
		select {
		case t.queue <- m:
			return nil
		case <-r.ctx.Done():
			return stream.ErrStopped
		}
	}
	return out
}
