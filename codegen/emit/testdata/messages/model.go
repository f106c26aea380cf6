package pipeline

import (
	"fmt"
	"math"
	"time"

	"github.com/flinkc/flinkc/rtlib/job"
	"github.com/flinkc/flinkc/rtlib/state"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// The model says what every lane of every stage must have seen, by the rules alone: a watermark is
// the least of those producers that are neither idle nor ended, and never falls; a lane whose
// producers are all idle is idle; what comes behind a mark waits until all producers that have not
// ended have sent theirs; a lane ends when all its producers have. It knows no queue and no batch.

// record is a row of a source.
type record struct {
	k string
	v int64
}

type message struct {
	kind stream.MessageKind
	time int64
	rows []record
}

type model struct {
	spec  *job.Spec
	lanes [][]*node // by stage
	// drained: sources stopped before their end, so the ends are not the end of time.
	drained bool
}

// node is one lane of one stage.
type node struct {
	model *model
	in    []producer
	outs  []out
	held  []func()
	idle  bool
	low   int64

	rows       int
	watermarks []int64
	marks      int
	ended      bool

	// Of the stage that shows its watermark: the rows that it shows, and how many of them are of the last epoch or of
	// one before.
	shows bool
	told  []string
	cut   int
}

type producer struct {
	time                int64
	idle, marked, ended bool
}

// out is an edge that leaves the node; from is the node's number at each target.
type out struct {
	edge job.Edge
	pass func(record) (record, bool)
	to   []*node
	from []int
}

// passes is what operators do to the rows between two stages; the others pass all on as they are.
// Nothing that the model follows comes out of an aggregation or a LIMIT.
var passes = map[string]func(record) (record, bool){
	"read a/write plain":        func(r record) (record, bool) { return r, r.k != "c" },
	"read b/union into total":   func(r record) (record, bool) { return record{"b" + r.k, r.v}, true },
	"group by k into total":     nothing,
	"group by k into tally":     nothing,
	"group by k into different": nothing,
	"limit into head":           nothing,
	"limit into told":           nothing,
}

func nothing(record) (record, bool) { return record{}, false }

func everything(r record) (record, bool) { return r, true }

// newModel knows how many lanes each stage has; all else is in the job's description.
func newModel(spec *job.Spec, lanes []int) *model {
	m := &model{spec: spec, lanes: make([][]*node, len(lanes))}
	for i, n := range lanes {
		for range n {
			m.lanes[i] = append(m.lanes[i], &node{model: m, low: math.MinInt64})
		}
	}
	for i, s := range spec.Stages {
		for lane, n := range m.lanes[i] {
			n.shows = s.ID == "limit into told"
			for _, e := range s.Outs {
				n.connect(spec.Edges[e], lane, m.pass(s.ID, spec.Stages[spec.Edges[e].To].ID))
			}
		}
	}
	return m
}

func (m *model) pass(from, to string) func(record) (record, bool) {
	for _, name := range []string{from, from + "/" + to} {
		if p := passes[name]; p != nil {
			return p
		}
	}
	return everything
}

func (n *node) connect(e job.Edge, lane int, pass func(record) (record, bool)) {
	o := out{edge: e, pass: pass, to: n.model.lanes[e.To]}
	if e.Dist == job.Forward {
		o.to = o.to[lane%len(o.to):][:1]
	}
	for _, to := range o.to {
		o.from = append(o.from, len(to.in))
		to.in = append(to.in, producer{time: math.MinInt64})
	}
	n.outs = append(n.outs, o)
}

// say is what a lane of a source does.
func (n *node) say(m message) {
	if m.kind == stream.MsgWatermark {
		n.watermarks = append(n.watermarks, m.time)
	}
	n.send(m)
}

// send gives a message to all consumers.
func (n *node) send(m message) {
	for _, o := range n.outs {
		for i, to := range o.to {
			to.take(o.from[i], o.share(i, m))
		}
	}
}

// share is what of a message goes to one target.
func (o *out) share(target int, m message) message {
	if m.kind != stream.MsgRows {
		return m
	}
	var rows []record
	for _, r := range m.rows {
		r, ok := o.pass(r)
		if ok && (o.edge.Dist != job.Hash || state.Lane(state.Hash(r.k), len(o.to)) == target) {
			rows = append(rows, r)
		}
	}
	return message{kind: m.kind, rows: rows}
}

func (n *node) take(from int, m message) {
	p := &n.in[from]
	if p.marked {
		n.held = append(n.held, func() { n.take(from, m) })
		return
	}
	switch m.kind {
	case stream.MsgRows:
		n.rows += len(m.rows)
		n.tell(m.rows)
		n.send(m)
	case stream.MsgWatermark:
		p.time, p.idle = max(p.time, m.time), false
		n.clock()
	case stream.MsgIdle:
		p.idle = true
		n.clock()
	case stream.MsgMark:
		p.marked = true
		n.align()
	case stream.MsgEnd:
		p.ended = true
		n.align()
		n.end()
	}
}

// tell notes what the stage shows of rows: how far event time had come before them.
func (n *node) tell(rows []record) {
	low := "none"
	if n.low != math.MinInt64 {
		low = time.UnixMilli(n.low).UTC().Format("2006-01-02 15:04:05.000")
	}
	for _, r := range rows {
		if n.shows {
			n.told = append(n.told, fmt.Sprintf("told> [%s, %d, %s]", r.k, r.v, low))
		}
	}
}

// align ends the epoch when every producer has sent its mark or ended.
func (n *node) align() {
	marked := false
	for _, p := range n.in {
		if !p.marked && !p.ended {
			return
		}
		marked = marked || p.marked
	}
	if !marked {
		return
	}
	n.mark()
	held := n.held
	n.held = nil
	for i := range n.in {
		n.in[i].marked = false
	}
	for _, take := range held {
		take()
	}
}

func (n *node) mark() {
	n.marks++
	n.cut = len(n.told)
	n.send(message{kind: stream.MsgMark})
}

// end ends the lane when every producer has ended, else those that are left make the watermark.
func (n *node) end() {
	for _, p := range n.in {
		if !p.ended {
			if !n.model.drained {
				n.clock()
			}
			return
		}
	}
	n.finish()
}

func (n *node) finish() {
	if n.ended {
		return // by an end that was held
	}
	if n.ended = true; !n.model.drained {
		n.watermarks = append(n.watermarks, stream.MaxWatermark)
	}
	n.cut = len(n.told)
	n.send(message{kind: stream.MsgEnd})
}

// clock says what has become of event time.
func (n *node) clock() {
	low, was := int64(math.MaxInt64), n.idle
	n.idle = true
	for _, p := range n.in {
		if !p.idle && !p.ended {
			low, n.idle = min(low, p.time), false
		}
	}
	switch {
	case n.idle && !was:
		n.send(message{kind: stream.MsgIdle})
	case !n.idle && low > n.low:
		n.low = low
		n.watermarks = append(n.watermarks, low)
		n.send(message{kind: stream.MsgWatermark, time: low})
	case !n.idle && was:
		n.send(message{kind: stream.MsgWatermark, time: n.low})
	}
}
