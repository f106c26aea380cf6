package physical

import "github.com/flinkc/flinkc/typecheck/logical"

// watermarks has the sources note event times from which somebody's watermarks come. A plan without anybody who asks
// for them does nothing for the WATERMARK of its tables.
func (l *lowering) watermarks() {
	wanted := map[*Stage]bool{}
	for i := len(l.plan.Stages) - 1; i >= 0; i-- { // consumers before producers
		s := l.plan.Stages[i]
		wanted[s] = s.asksForWatermarks()
		for _, x := range s.Outs() {
			wanted[s] = wanted[s] || wanted[x.To]
		}
		if src := s.Source; wanted[s] && src != nil && src.Table != nil && src.Table.Watermark != nil {
			s.Root = noting(s.Root, src.Table.Watermark)
		}
	}
}

// noting puts a Watermark in front, of several consumers of the rows in front of the first: once is enough.
func noting(o Op, w *logical.Watermark) Op {
	if t, ok := o.(*Tee); ok {
		t.To[0] = noting(t.To[0], w)
		return t
	}
	return &Watermark{Head{o.In(), w.At}, w, o}
}

func (s *Stage) asksForWatermarks() bool {
	found := false
	Walk(s.Root, func(o Op) {
		for _, e := range evaluated(o) {
			logical.WalkExpr(e, func(e logical.Expr) {
				_, is := e.(*logical.CurrentWatermark)
				found = found || is
			})
		}
	})
	return found
}

// evaluated are the expressions that an operator computes for its rows.
func evaluated(o Op) (out []logical.Expr) {
	switch o := o.(type) {
	case *Filter:
		out = append(out, o.Cond)
	case *Project:
		need := Needs(o.To)
		for i, e := range o.Exprs {
			if need[i] != Unused {
				out = append(out, e)
			}
		}
	case *Unnest:
		out = append(out, o.Of.Collection)
		if o.Of.Cond != nil {
			out = append(out, o.Of.Cond)
		}
	}
	return out
}

// HasWatermarks reports a plan with a source that notes event times.
func (p *Plan) HasWatermarks() bool {
	found := false
	for _, s := range p.Stages {
		Walk(s.Root, func(o Op) {
			_, is := o.(*Watermark)
			found = found || is
		})
	}
	return found
}
