package physical

import (
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// use finds out which columns of each source and exchange are wanted, so that decoders skip the others and batches do
// not carry them.
func (l *lowering) use() {
	for i := len(l.plan.Stages) - 1; i >= 0; i-- {
		s := l.plan.Stages[i]
		if s.Source != nil {
			s.Source.Used = limited(Needs(s.Root), s.Source.digits())
		}
	}
}

// Needs says what an operator, and all behind it, want of the columns of its input.
func Needs(o Op) []Use {
	need := make([]Use, len(o.In()))
	switch o := o.(type) {
	case *Tee:
		for _, n := range o.To {
			atLeast(need, Needs(n))
		}
	case *Watermark:
		return o.needs(need)
	case *Filter:
		copy(need, Needs(o.To))
		wants(o.Cond, need)
	case *Project:
		for i, u := range Needs(o.To) {
			projectNeeds(o.Exprs[i], u, need)
		}
	case *Unnest:
		copy(need, o.Wanted())
		wants(o.Of.Collection, need)
	case *Window:
		copy(need, Needs(o.To))
		projectNeeds(o.Of.Time, Value, need)
	case *Limit:
		copy(need, Needs(o.To))
	case *Match:
		o.needs(need)
	case *Over:
		o.needs(need)
	case *Repeat:
		copy(need, Needs(o.To))
		need[len(need)-1] = Value
	case *Sort:
		copy(need, Needs(o.To))
		for _, k := range o.Keys {
			need[k.Column] = max(need[k.Column], Value)
		}
	case *Partial:
		o.Aggregation.needs(need)
	case *Final:
		if !o.Merge {
			o.Aggregation.needs(need)
		}
	case *Send:
		copy(need, o.To.needs())
	case *Write:
		o.needs(need)
	}
	return need
}

// atLeast adds what somebody else wants.
func atLeast(need, other []Use) {
	for i, u := range other {
		need[i] = max(need[i], u)
	}
}

// needs is the time, of whose digits milliseconds are enough, and what the consumer wants.
func (o *Watermark) needs(need []Use) []Use {
	wants(o.Of.Time, need)
	wants(o.Of.Value, need)
	need = limited(need, nil)
	atLeast(need, Needs(o.To))
	return need
}

// needs is all columns.
func (o *Write) needs(need []Use) {
	for i, f := range o.Schema {
		need[i] = Value
		if o.Sink.printsDigits() {
			need[i] = whole(f.Type)
		}
	}
}

// needs is what the consumer of an exchange wants of its columns.
func (x *Exchange) needs() []Use {
	need := make([]Use, len(x.Schema))
	if x.OfQuery() {
		for i := range need {
			need[i] = Value
		}
		return need
	}
	copy(need, Needs(x.To.Root))
	for _, k := range x.Key {
		need[k] = Value
	}
	return limited(need, x.Digits)
}

// OfQuery reports the exchange with the rows of a query that others are looked up in.
func (x *Exchange) OfQuery() bool {
	_, match := x.To.Root.(*Match)
	return match && x.Port == 0
}

// needs is what is looked up, and of the rest what the operators behind want.
func (o *Match) needs(need []Use) {
	copy(need, Needs(o.To))
	for _, c := range o.Node.By {
		need[c] = max(need[c], Value)
	}
	if o.Node.X >= 0 {
		need[o.Node.X] = max(need[o.Node.X], Value)
	}
}

// Wanted reports whether somebody reads the result of a call.
func (o *Over) Wanted(call int) bool { return Needs(o.To)[len(o.Schema)+call] != Unused }

// needs is what rows are ordered by, what the calls take, and of the rest what the operators behind want.
func (o *Over) needs(need []Use) {
	copy(need, Needs(o.To)[:len(o.Schema)])
	want := func(column int) { need[column] = max(need[column], Value) }
	for _, c := range o.Partition {
		want(c)
	}
	for _, k := range o.Order {
		want(k.Column)
	}
	for i, call := range o.Calls {
		for _, arg := range call.Args {
			if o.Wanted(i) {
				want(arg)
			}
		}
	}
}

// Needs is what the consumer of an exchange, and its key, want of each column.
func (x *Exchange) Needs() []Use { return x.needs() }

// Wanted is what the condition and the consumer want of each column of the output.
func (o *Unnest) Wanted() []Use {
	out := Needs(o.To)
	if o.Of.Cond != nil {
		wants(o.Of.Cond, out)
	}
	return out
}

func projectNeeds(e logical.Expr, u Use, need []Use) {
	if c, ok := e.(*logical.Column); ok {
		need[c.Index] = max(need[c.Index], u)
		return
	}
	if u != Unused {
		wants(e, need)
	}
}

// wants marks the columns that an expression reads.
func wants(e logical.Expr, need []Use) {
	if u, ok := e.(*logical.Unary); ok && (u.Op == logical.IsNull || u.Op == logical.IsNotNull) {
		if c, ok := u.X.(*logical.Column); ok {
			need[c.Index] = max(need[c.Index], nullOnly(c.T))
			return
		}
	}
	if c, ok := e.(*logical.Column); ok {
		need[c.Index] = max(need[c.Index], whole(c.T))
		return
	}
	if _, ok := e.(*logical.CurrentWatermark); ok {
		return // it is asked of the stage, and its operand says of which time alone
	}
	for _, x := range logical.Operands(e) {
		wants(x, need)
	}
}

// nullOnly is the use of a column whose NULL-ness alone matters: text needs no look at its value, while a number that
// cannot be read becomes NULL.
func nullOnly(t types.Type) Use {
	if t.Kind == types.Char || t.Kind == types.VarChar {
		return NullOnly
	}
	return Value
}

func (a *Aggregation) needs(need []Use) {
	for _, g := range a.Group {
		need[g] = max(need[g], Value)
	}
	for _, c := range a.Calls {
		for _, arg := range c.Args {
			u := Value
			if c.Func == logical.Count && !c.Distinct {
				u = nullOnly(a.Input[arg].Type)
			}
			need[arg] = max(need[arg], u)
		}
		if c.Filter >= 0 {
			need[c.Filter] = max(need[c.Filter], Value)
		}
	}
}
