package logical

// Walk calls f for a node and all its inputs, the node before its inputs.
func Walk(n Node, f func(Node)) {
	f(n)
	for _, in := range n.Inputs() {
		Walk(in, f)
	}
}

// Exprs returns the expressions that a node evaluates itself, in order.
func Exprs(n Node) []Expr {
	switch n := n.(type) {
	case *Values:
		var out []Expr
		for _, row := range n.Rows {
			out = append(out, row...)
		}
		return out
	case *Filter:
		return []Expr{n.Cond}
	case *Project:
		return n.Exprs
	case *Unnest:
		if n.Cond != nil {
			return []Expr{n.Collection, n.Cond}
		}
		return []Expr{n.Collection}
	}
	return streamingExprs(n)
}

// WalkExprs calls f for every expression below a node, parents before their operands.
func WalkExprs(n Node, f func(Expr)) {
	Walk(n, func(n Node) {
		for _, e := range Exprs(n) {
			WalkExpr(e, f)
		}
	})
}

// WalkExpr calls f for an expression and its operands, in the order of evaluation's text.
func WalkExpr(e Expr, f func(Expr)) {
	f(e)
	for _, x := range Operands(e) {
		WalkExpr(x, f)
	}
}

// Map rebuilds an expression: f is asked for each part, the whole first. When f returns nil the
// part is kept and its operands are asked for; else the answer takes its place. The original is
// not changed.
func Map(e Expr, f func(Expr) Expr) Expr {
	if out := f(e); out != nil {
		return out
	}
	switch e := e.(type) {
	case *Unary:
		out := *e
		out.X = Map(e.X, f)
		return &out
	case *Binary:
		out := *e
		out.X, out.Y = Map(e.X, f), Map(e.Y, f)
		return &out
	case *Cast:
		out := *e
		out.X = Map(e.X, f)
		return &out
	case *Case:
		out := *e
		out.Whens, out.Else = mapWhens(e.Whens, f), Map(e.Else, f)
		return &out
	case *In:
		out := *e
		out.X, out.List = Map(e.X, f), mapAll(e.List, f)
		return &out
	case *Let:
		out := *e
		out.Value, out.Body = Map(e.Value, f), Map(e.Body, f)
		return &out
	case *Subquery:
		out := *e
		if e.X != nil {
			out.X = Map(e.X, f)
		}
		out.By = mapAll(e.By, f)
		return &out
	case *Call:
		out := *e
		out.Args = mapAll(e.Args, f)
		return &out
	case *UserCall:
		out := *e
		out.Args = mapAll(e.Args, f)
		return &out
	}
	return mapConstructed(e, f)
}

// mapConstructed is Map for what makes constructed values and takes them apart.
func mapConstructed(e Expr, f func(Expr) Expr) Expr {
	switch e := e.(type) {
	case *Construct:
		out := *e
		out.Args = mapAll(e.Args, f)
		return &out
	case *Element:
		out := *e
		out.X, out.Index = Map(e.X, f), Map(e.Index, f)
		return &out
	case *FieldOf:
		out := *e
		out.X = Map(e.X, f)
		return &out
	}
	return mapStreaming(e, f)
}

func mapAll(list []Expr, f func(Expr) Expr) []Expr {
	out := make([]Expr, len(list))
	for i, e := range list {
		out[i] = Map(e, f)
	}
	return out
}

func mapWhens(whens []When, f func(Expr) Expr) []When {
	out := make([]When, len(whens))
	for i, w := range whens {
		out[i] = When{Cond: Map(w.Cond, f), Then: Map(w.Then, f)}
	}
	return out
}
