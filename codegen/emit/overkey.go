package emit

// What functions with OVER know of the order: the place of a row in it, and how far the keys of two rows are apart.

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// rank prints what a function says of the current row's place.
func (w *overStage) rank(call logical.OverFunc) val {
	whole := func(x *jen.Statement) *jen.Statement { return jen.Int64().Call(x) }
	var v *jen.Statement
	switch call.Rank {
	case logical.RowNumber:
		v = whole(jen.Id("i").Op("+").Lit(1))
	case logical.Rank:
		v = whole(w.ask(w.peers).Op("+").Lit(1))
	case logical.DenseRank:
		return val{v: w.ask(w.dense), atom: true}
	case logical.PercentRank:
		v = jen.Qual(pkgOrder, "PercentRank").Call(w.ask(w.peers), w.ask(w.n))
	case logical.CumeDist:
		v = jen.Float64().Call(w.ask(w.peersEnd)).Op("/").Float64().Call(w.ask(w.n))
	case logical.Ntile:
		v = jen.Qual(pkgOrder, "Ntile").Call(whole(jen.Id("i")), whole(w.ask(w.n)), jen.Lit(int(call.N)))
	case logical.Neighbour:
		return w.neighbour(call)
	}
	return w.bind(val{v: v, call: true}, ident(call.Name, false))
}

// neighbour prints the value of another row, or what stands for it where there is none.
func (w *overStage) neighbour(call logical.OverFunc) val {
	name := ident(call.Name, false)
	out := val{v: jen.Id(w.locals.name(name)), atom: true}
	w.add(jen.Var().Add(out.get()).Add(exprType(call.Type)))
	if call.Type.Nullable {
		out.null = jen.Id(w.locals.name(name + "Null"))
		w.add(out.isNull().Op(":=").True())
	}
	at, other := w.locals.name("at"), w.locals.name("other")
	set := func(x val) []jen.Code {
		code := []jen.Code{out.get().Op("=").Add(x.get())}
		switch {
		case out.null == nil:
		case x.null == nil:
			code = append(code, out.isNull().Op("=").False())
		default:
			code = append(code, out.isNull().Op("=").Add(x.isNull()))
		}
		return code
	}
	found := append([]jen.Code{jen.Id(other).Op(":=").Op("&").Id("p").Dot("Rows").Index(jen.Id(at))},
		set(w.row.vals(other, len(w.Schema))[call.Args[0]])...)
	there := jen.If(jen.Id(at).Op(":=").Add(offset(call.N)),
		jen.Id(at).Op(">=").Lit(0).Op("&&").Id(at).Op("<").Add(w.ask(w.n))).Block(found...)
	if len(call.Args) > 1 {
		there = there.Else().Block(set(w.cols[call.Args[1]])...)
	}
	w.add(there)
	return out
}

// belowMethod prints whether a row's key stands before the frame of another row. NULL stands apart from all but NULL.
func (f *overFrame) belowMethod() {
	low := f.frame.Low
	nulls := jen.Return(jen.True())
	if low.Offset <= 0 && low.Real <= 0 {
		nulls = jen.Return(f.oneNull())
	}
	f.keyMethod(f.below, "reports a row q that stands before the frame of r.", nulls, f.apart("<", low))
}

// withinMethod prints whether a row's key does not stand behind the frame of another row.
func (f *overFrame) withinMethod() {
	high := f.frame.High
	nulls := jen.Return(jen.False())
	if high.Offset >= 0 && high.Real >= 0 {
		nulls = jen.Return(negated(f.oneNull()))
	}
	f.keyMethod(f.within, "reports a row q that does not stand behind the frame of r.", nulls, f.apart("<=", high))
}

// keyMethod prints a comparison of two rows; nulls is what it says when a key is NULL.
func (f *overFrame) keyMethod(name, doc string, nulls, cond *jen.Statement) {
	var body []jen.Code
	if q, r := f.keys(); q.null != nil {
		body = append(body, jen.If(or(q.null, r.null)).Block(nulls))
	}
	rows := jen.List(jen.Id("q"), jen.Id("r")).Op("*").Id(f.w.row.name)
	f.w.decls = append(f.w.decls, f.w.method(name, doc, []jen.Code{rows}, []jen.Code{jen.Bool()},
		append(body, jen.Return(cond))))
}

// keys are the values that rows q and r are ordered by.
func (f *overFrame) keys() (q, r val) {
	c, width := f.w.Order[0].Column, len(f.w.Schema)
	return f.w.row.vals("q", width)[c], f.w.row.vals("r", width)[c]
}

// oneNull is the condition that one of the keys is NULL and the other one is not.
func (f *overFrame) oneNull() *jen.Statement {
	q, r := f.keys()
	if q.null == nil {
		return jen.False()
	}
	return grouped(q.null).Op("!=").Add(grouped(r.null))
}

// apart compares how far q is behind r with a bound.
func (f *overFrame) apart(op string, b logical.OverBound) *jen.Statement {
	q, r := f.keys()
	if f.w.Order[0].Desc {
		q, r = r, q
	}
	bound := jen.Lit(int(b.Offset))
	switch t := f.w.Schema[f.w.Order[0].Column].Type; {
	case t.Kind == types.Float:
		d := jen.Qual(pkgOrder, "ApartFloats").Call(jen.Float64().Call(q.v), jen.Float64().Call(r.v))
		return jen.Float64().Call(jen.Float32().Call(d)).Op(op).Lit(b.Real)
	case t.Kind == types.Double:
		return jen.Qual(pkgOrder, "ApartFloats").Call(q.v, r.v).Op(op).Lit(b.Real)
	case t.Kind == types.Decimal && !compact(t):
		d := q.get().Dot("Sub").Call(r.v).Dot("Cmp").Call(jen.Qual(pkgValue, "FromInt64").Call(bound))
		return d.Op(op).Lit(0)
	case t.Kind == types.Decimal:
		return jen.Qual(pkgOrder, "Apart").Call(store(q.v, t), store(r.v, t)).Op(op).Add(bound)
	case t.Kind == types.Timestamp || t.Kind == types.TimestampLTZ:
		return jen.Qual(pkgOrder, "Apart").Call(q.get().Dot("Millis"), r.get().Dot("Millis")).Op(op).Add(bound)
	default:
		return jen.Qual(pkgOrder, "Apart").Call(int64Of(q, t), int64Of(r, t)).Op(op).Add(bound)
	}
}
