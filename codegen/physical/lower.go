package physical

import (
	"fmt"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// Lower makes the physical plan of a job. It cannot fail: what cannot run was refused by the checker.
func Lower(p *logical.Plan) *Plan {
	l := &lowering{plan: &Plan{Logical: p, Functions: p.Functions}, tables: map[*logical.Table]*Stage{}, reads: ids{}}
	into := ids{}
	for _, s := range p.Sinks {
		l.into, l.ids = into.id(name(s.Table.Name)), ids{}
		l.sink(s)
	}
	l.order()
	l.watermarks()
	l.use()
	return l.plan
}

type lowering struct {
	plan   *Plan
	tables map[*logical.Table]*Stage // the stage that reads a table: one scan serves all
	// Of the statement that is being lowered: the table that it writes, and the operators that it has.
	into string
	ids  ids
	// reads are the names of the stages that read tables: there are tables of one name in several databases, and one
	// table with several sets of options.
	reads ids
}

// sink lowers one INSERT. The rows of an external database or of print are gathered in one lane: one connection, one
// transaction an epoch; files and blackhole are written by every lane.
func (l *lowering) sink(n *logical.Sink) {
	s := &Sink{
		Index: len(l.plan.Sinks), Table: n.Table, Schema: n.Schema(), Key: n.Key, NotNull: n.NotNull,
		Lanes: n.Table.Options.Connector == "filesystem" || n.Table.Options.Connector == "blackhole",
		At:    n.Span(),
	}
	l.plan.Sinks = append(l.plan.Sinks, s)
	w := &Write{Head{n.In.Schema(), n.Span()}, s, n.In.Changes()}
	if s.Lanes {
		l.node(n.In, w)
		return
	}
	x := l.exchange("write "+l.into, Single, n.In)
	x.To.Root, x.To.Single, x.Digits = w, true, digits(n.In)
	l.node(n.In, &Send{Head{n.In.Schema(), n.Span()}, x})
}

// cheaper is an expression that computes the same with less work.
func cheaper(e logical.Expr) logical.Expr { return cheapFirst(byFactor(e)) }

func allCheaper(list []logical.Expr) []logical.Expr {
	out := make([]logical.Expr, len(list))
	for i, e := range list {
		out[i] = cheaper(e)
	}
	return out
}

// node lowers n so that its rows meet to.
func (l *lowering) node(n logical.Node, to Op) {
	switch n := n.(type) {
	case *logical.Scan:
		l.scan(n, to)
	case *logical.Values:
		l.values(n, to)
	case *logical.Filter:
		l.node(n.In, &Filter{Head{n.In.Schema(), n.Span()}, cheaper(n.Cond), to})
	case *logical.Project:
		l.node(n.In, &Project{Head{n.In.Schema(), n.Span()}, allCheaper(n.Exprs), n.Schema(), to})
	case *logical.Unnest:
		l.node(n.In, &Unnest{Head{n.In.Schema(), n.Span()}, n, to})
	case *logical.Window:
		l.node(n.In, &Window{Head{n.In.Schema(), n.Span()}, n, to})
	case *logical.Aggregate:
		l.aggregate(n, to)
	case *logical.Union:
		l.union(n, to)
	case *logical.Limit:
		x := l.exchange(l.id("limit"), Single, n.In)
		x.To.Single = true
		x.To.Root = &Limit{Head{n.Schema(), n.Span()}, n.Offset, n.Count, to}
		l.node(n.In, &Send{Head{n.Schema(), n.Span()}, x})
	case *logical.Match:
		l.match(n, to)
	case *logical.Over:
		l.over(n, to)
	case *logical.Repeat:
		l.node(n.In, &Repeat{Head{n.In.Schema(), n.Span()}, to})
	case *logical.Sort:
		x := l.exchange(l.id("sort"), Single, n.In)
		x.To.Single = true
		x.To.Root = &Sort{Head{n.In.Schema(), n.Span()}, n.By, n.Offset, n.Count, to}
		l.node(n.In, &Send{Head{n.In.Schema(), n.Span()}, x})
	default:
		panic(fmt.Sprintf("physical: %T", n))
	}
}

func (l *lowering) scan(n *logical.Scan, to Op) {
	if s := l.tables[n.Table]; s != nil {
		s.Root = tee(s.Root, to)
		return
	}
	src := l.source(&Source{Table: n.Table, Schema: n.Schema(), At: n.Span()})
	s := l.stage(l.reads.id("read " + name(n.Table.Name)))
	s.Source, s.Root = src, to
	l.tables[n.Table] = s
}

func (l *lowering) values(n *logical.Values, to Op) {
	src := l.source(&Source{Values: n, Schema: n.Schema(), At: n.Span()})
	s := l.stage(l.id("read values"))
	s.Source, s.Root, s.Single = src, to, true
}

// union gathers the inputs, lane by lane, in a stage of their own, so that what follows is compiled once.
func (l *lowering) union(n *logical.Union, to Op) {
	x := l.exchange(l.id("union"), Forward, n.Ins[0])
	x.To.Root = to
	x.Schema = n.Schema()
	x.Kinds = !n.Changes().InsertOnly()
	for _, in := range n.Ins {
		l.node(in, &Send{Head{in.Schema(), in.Span()}, l.port(x)})
	}
	l.dropFirstPort(x)
}

// match gathers the rows of the query and those that are looked up.
func (l *lowering) match(n *logical.Match, to Op) {
	x := l.exchange(l.id("match"), Single, n.Query)
	x.To.Single = true
	x.To.Root = &Match{Head{n.In.Schema(), n.Span()}, n, to}
	y := l.port(x)
	y.Schema = n.In.Schema()
	l.node(n.Query, &Send{Head{n.Query.Schema(), n.Query.Span()}, x})
	l.node(n.In, &Send{Head{n.In.Schema(), n.Span()}, y})
}

// over brings the rows of a partition to one lane. The functions that nobody reads are left out.
func (l *lowering) over(n *logical.Over, to Op) {
	dist, of := Hash, n.Partition
	if len(of) == 0 {
		dist = Single
	}
	x := l.exchange(l.id("over "+keyed(of, n.In.Schema())), dist, n.In)
	x.To.Single, x.Key = dist == Single, of
	x.To.Root = &Over{Head: Head{n.In.Schema(), n.Span()}, Partition: of, Order: n.Order, Calls: n.Calls,
		Out: n.Schema(), To: to}
	l.node(n.In, &Send{Head{n.In.Schema(), n.Span()}, x})
}

// port adds an exchange like x into the same stage.
func (l *lowering) port(x *Exchange) *Exchange {
	y := *x
	y.Index, y.Port = len(l.plan.Exchanges), len(x.To.In)
	l.plan.Exchanges = append(l.plan.Exchanges, &y)
	x.To.In = append(x.To.In, &y)
	return &y
}

// dropFirstPort removes the exchange that union made only as the model of the others.
func (l *lowering) dropFirstPort(x *Exchange) {
	x.To.In = x.To.In[1:]
	for i, y := range x.To.In {
		y.Port = i
	}
	kept := l.plan.Exchanges[:0]
	for _, y := range l.plan.Exchanges {
		if y != x {
			kept = append(kept, y)
		}
	}
	l.plan.Exchanges = kept
}

// aggregate lowers to two phases where every aggregate can be merged, else sends the rows. Floating-point sums send
// rows: the order of additions decides the last digits. So do rows that come from another aggregation, which has made
// them few: those that may be taken back, and all results of batch mode.
func (l *lowering) aggregate(n *logical.Aggregate, to Op) {
	n, to = wanted(n, to)
	a := &Aggregation{ID: l.id("group " + keyed(n.Group, n.In.Schema())), Group: n.Group, Calls: n.Calls,
		Input: n.In.Schema(), Retract: !n.In.Changes().InsertOnly(), TTL: n.TTL, At: n.Span()}
	eachRow := l.plan.Logical.Settings.MiniBatchOff && !n.AtEnd
	dist := Hash
	if len(n.Group) == 0 {
		dist = Single
	}
	x := l.exchange(a.ID, dist, n.In)
	x.To.Single = dist == Single
	f := &Final{Head: Head{n.In.Schema(), n.Span()}, Aggregation: a, EachRow: eachRow,
		Before: n.Changes().Before, AtEnd: n.AtEnd, Out: n.Schema(), To: to}
	x.To.Root = f
	if !eachRow && mergeable(a) && !aggregated(n.In) {
		f.Merge = true
		x.Partial = a
		l.node(n.In, &Partial{Head{n.In.Schema(), n.Span()}, a, x})
		return
	}
	x.Key = n.Group
	l.node(n.In, &Send{Head{n.In.Schema(), n.Span()}, x})
}

// mergeable reports whether partial results can be combined in any order without changing the result.
func mergeable(a *Aggregation) bool {
	if a.Retract {
		return false
	}
	for _, c := range a.Calls {
		if c.Distinct || c.Func.ByArrival() || c.User != nil && !c.User.Go.Aggregate.Merge {
			return false
		}
		if c.Func != logical.Sum && c.Func != logical.Avg {
			continue
		}
		if k := a.Input[c.Args[0]].Type.Kind; k == types.Float || k == types.Double {
			return false
		}
	}
	return true
}

// aggregated reports rows that are handed on by an aggregation, in its stage.
func aggregated(n logical.Node) bool {
	switch n := n.(type) {
	case *logical.Filter:
		return aggregated(n.In)
	case *logical.Project:
		return aggregated(n.In)
	case *logical.Repeat:
		return aggregated(n.In)
	case *logical.Window:
		return aggregated(n.In)
	case *logical.Aggregate:
		return true
	}
	return false
}

func (l *lowering) source(s *Source) *Source {
	s.Index = len(l.plan.Sources)
	s.Used = make([]Use, len(s.Schema))
	l.plan.Sources = append(l.plan.Sources, s)
	return s
}

func (l *lowering) stage(id string) *Stage {
	s := &Stage{ID: id}
	l.plan.Stages = append(l.plan.Stages, s)
	return s
}

// exchange makes an exchange for the rows of n and the stage behind it.
func (l *lowering) exchange(id string, d Distribution, n logical.Node) *Exchange {
	x := &Exchange{Index: len(l.plan.Exchanges), Dist: d, Schema: n.Schema(), To: l.stage(id),
		Kinds: !n.Changes().InsertOnly()}
	x.To.In = []*Exchange{x}
	l.plan.Exchanges = append(l.plan.Exchanges, x)
	return x
}

func tee(a, b Op) Op {
	if t, ok := a.(*Tee); ok {
		t.To = append(t.To, b)
		return t
	}
	return &Tee{Head{a.In(), b.(interface{ span() Head }).span().At}, []Op{a, b}}
}

func (h Head) span() Head { return h }

// order puts producers before consumers and numbers stages and exchanges. Stages were made consumers first.
func (l *lowering) order() {
	p := l.plan
	var out []*Stage
	seen := map[*Stage]bool{}
	var visit func(*Stage)
	visit = func(s *Stage) {
		if seen[s] {
			return
		}
		seen[s] = true
		for _, x := range s.Outs() {
			visit(x.To)
		}
		out = append(out, s)
	}
	for _, s := range p.Stages {
		visit(s)
	}
	for i, s := range out {
		s.Index = len(out) - 1 - i
	}
	p.Stages = make([]*Stage, len(out))
	for _, s := range out {
		p.Stages[s.Index] = s
	}
	for i, x := range p.Exchanges {
		x.Index = i
	}
}
