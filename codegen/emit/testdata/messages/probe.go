package pipeline

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/flinkc/flinkc/rtlib/job"
	"github.com/flinkc/flinkc/rtlib/stream"
)

// probe is a generated stage that is watched. In front of a source it also does what the stage's
// lane will do when tables have watermarks: it says on the stage's edges what the schedule wants.
type probe struct {
	stream.Stage
	outs  []stream.Output
	edges []job.Edge // by port

	mu         sync.Mutex
	forms      [][]byte // of the last batch of each port
	rows       int
	watermarks []int64
	ended      bool
	wrong      []string
}

// watched wraps the machines of a job and returns where they are noted, by stage and lane.
func watched(spec *job.Spec) [][]*probe {
	all := make([][]*probe, len(spec.Stages))
	for i := range spec.Stages {
		s := &spec.Stages[i]
		make := s.New
		s.New = func(l *job.Lane) (stream.Stage, error) {
			inner, err := make(l)
			p := &probe{Stage: inner, edges: inputs(spec, i)}
			for o := range s.Outs {
				p.outs = append(p.outs, l.Out(o).Output())
			}
			all[i] = append(all[i], p)
			return p, err
		}
	}
	return all
}

// inputs are the edges to a stage.
func inputs(spec *job.Spec, stage int) (out []job.Edge) {
	for _, e := range spec.Edges {
		if e.To == stage {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b job.Edge) int { return a.Port - b.Port })
	return out
}

// Rows notes what arrives, or says what the schedule wants to be said.
func (p *probe) Rows(port int, b stream.Batch) error {
	if block, ok := b.(*stream.Block); ok {
		if m, ok := block.Split.Private.(stream.Message); ok {
			return p.say(m)
		}
	} else {
		p.note(reflect.ValueOf(b).Elem().FieldByName("Row"))
		p.form(port, b)
	}
	return p.Stage.Rows(port, b)
}

func (p *probe) say(m stream.Message) error {
	if err := p.Flush(); err != nil {
		return err
	}
	if m.Kind == stream.MsgWatermark {
		if err := p.Watermark(m.Time); err != nil {
			return err
		}
	}
	for _, o := range p.outs {
		if err := o.Send(m); err != nil {
			return err
		}
	}
	return nil
}

// note counts the records that rows stand for, and looks whether one is older than the watermark.
func (p *probe) note(rows reflect.Value) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i := range rows.Len() {
		count, oldest := measure(rows.Index(i))
		p.rows += count
		if n := len(p.watermarks); n > 0 && oldest <= p.watermarks[n-1] {
			p.wrong = append(p.wrong, fmt.Sprintf("a row of time %d behind watermark %d", oldest, p.watermarks[n-1]))
		}
	}
	if p.ended {
		p.wrong = append(p.wrong, "rows behind the end")
	}
}

// form wants a batch to be the same when it comes back from its binary form.
func (p *probe) form(port int, b stream.Batch) {
	p.mu.Lock()
	defer p.mu.Unlock()
	e := p.edges[port]
	if p.forms == nil {
		p.forms = make([][]byte, len(p.edges))
	}
	p.forms[port] = e.Rows.Append(nil, b)
	got, err := e.Rows.Read(p.forms[port], e.Kinds)
	if err != nil || got.Len() != b.Len() || !bytes.Equal(e.Rows.Append(nil, got), p.forms[port]) || !sameRows(got, b) {
		p.wrong = append(p.wrong, fmt.Sprintf("batch %v came back from its form as %v, %v", b, got, err))
	}
}

func sameRows(a, b stream.Batch) bool {
	rows := func(b stream.Batch) string { return fmt.Sprint(reflect.ValueOf(b).Elem().FieldByName("Row")) }
	return rows(a) == rows(b)
}

// measure is how many records a row stands for, and the least of their times. A row that is the
// result of an aggregation has no time.
func measure(row reflect.Value) (count int, oldest int64) {
	acc := row.FieldByName("acc")
	if !acc.IsValid() {
		if v := row.FieldByName("v"); v.IsValid() {
			return 1, v.Int()
		}
		return 1, stream.MaxWatermark
	}
	return int(acc.FieldByName("count").Int()), acc.FieldByName("minV").Int()
}

// Watermark notes it.
func (p *probe) Watermark(ms int64) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.watermarks = append(p.watermarks, ms)
	return p.Stage.Watermark(ms)
}

// End notes it.
func (p *probe) End() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ended {
		p.wrong = append(p.wrong, "a second end")
	}
	p.ended = true
	return p.Stage.End()
}

// differs says in what the lane is not as the model wants it.
func (p *probe) differs(n *node, rows bool) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	wrong := p.wrong
	if rows && p.rows != n.rows {
		wrong = append(wrong, fmt.Sprintf("%d records, want %d", p.rows, n.rows))
	}
	if fmt.Sprint(p.watermarks) != fmt.Sprint(n.watermarks) {
		wrong = append(wrong, fmt.Sprintf("watermarks %v, want %v", p.watermarks, n.watermarks))
	}
	if p.ended != n.ended {
		wrong = append(wrong, fmt.Sprintf("ended is %v, want %v", p.ended, n.ended))
	}
	return strings.Join(wrong, "; ")
}
