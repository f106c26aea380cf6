package emit

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// accumulator is one aggregate of an aggregation: its fields in the generated accumulator struct, and the code that
// works on them.
type accumulator struct {
	call logical.AggCall
	arg  types.Type // of the first argument
	name string     // of its main field; the others are derived
	// retract: values may be taken back. A SUM then counts them, to be NULL when none is left.
	retract bool
	// tree is the field with the values in order, of this MIN or MAX or of one before it over the same values.
	tree string
	// Of a function of the user: its Go type, and the program's function that writes and reads it.
	userType *jen.Statement
	form     string
}

// accumulators names the fields of an aggregation's calls after their output columns.
func accumulators(a *physical.Aggregation) []accumulator {
	names := newScope()
	for _, n := range []string{"live", "dirty", "null", rowsField, atField} {
		names.name(n)
	}
	var out []accumulator
	for _, c := range a.Calls {
		x := accumulator{call: c, name: names.name(accumulatorName(c, a)), retract: a.Retract}
		if len(c.Args) > 0 {
			x.arg = a.Input[c.Args[0]].Type
		}
		names.name(x.setName())
		names.name(x.countName())
		names.name(x.lostName())
		names.name(x.keptName())
		x.tree = treeOf(x, out)
		out = append(out, x)
	}
	return out
}

// accumulatorName is the function with the column that it takes: sumResponseSize.
func accumulatorName(c logical.AggCall, a *physical.Aggregation) string {
	name := strings.ToLower(c.Name)
	for _, arg := range c.Args {
		name += " " + a.Input[arg].Name
	}
	return ident(name, false)
}

func (x accumulator) setName() string   { return x.name + "Set" }
func (x accumulator) countName() string { return x.name + "Count" }
func (x accumulator) lostName() string  { return x.name + "Lost" }

// counts reports whether the values that are not NULL are counted beside what is made of them.
func (x accumulator) counts() bool {
	return x.call.Func == logical.Avg || x.call.Func == logical.Sum && x.retract && x.call.Type.Nullable
}

// sets reports whether a flag says that there is a value. A sum of integers whose values may be taken back goes by
// their number, or by that of the rows.
func (x accumulator) sets() bool {
	switch x.call.Func {
	case logical.Count, logical.Avg, logical.Collect, logical.UserAgg:
		return false
	case logical.Sum:
		return !x.retract || x.arg.Kind == types.Decimal
	}
	return true
}

// loses reports whether a flag says that the sum no longer fits: an average of decimals is NULL from then on.
func (x accumulator) loses() bool { return x.call.Func == logical.Avg && x.arg.Kind == types.Decimal }

// isText: a text that is kept, which lives outside the accumulator.
func (x accumulator) isText() bool {
	if x.call.Func == logical.UserAgg {
		return x.encoded()
	}
	return x.call.Func >= logical.Min && isText(x.arg) || x.gathers()
}

// gathers reports the aggregates that keep all values, as text that grows.
func (x accumulator) gathers() bool {
	return x.call.Func == logical.ArrayAgg || x.call.Func == logical.Collect
}

// sumType is the type in which values are added up.
func (x accumulator) sumType() types.Type {
	if x.call.Func == logical.Sum {
		return x.call.Type
	}
	switch {
	case x.arg.Kind == types.Decimal:
		return types.DecimalOf(38, x.arg.Scale)
	case x.arg.IsApproximate():
		return types.Of(types.Double)
	}
	return types.Of(types.BigInt)
}

// accField is a field of an accumulator struct; codec is the method that writes and reads it, "" for what lies
// outside of the accumulator, and for an accumulator of the user, of which the function form does it.
type accField struct {
	name  string
	typ   *jen.Statement
	codec string
	form  string
}

// fields are the accumulator's fields.
func (x accumulator) fields() []accField {
	var out []accField
	switch {
	case x.call.Func == logical.UserAgg && !x.encoded():
		out = append(out, accField{name: x.name, typ: x.userType, form: x.form})
	case x.call.Func == logical.Count:
		out = append(out, accField{name: x.name, typ: jen.Int64(), codec: "Int64"})
	case x.call.Func == logical.Sum || x.call.Func == logical.Avg:
		out = append(out, x.valueField(x.sumType()))
	case x.isText():
		out = append(out, accField{name: x.name, typ: jen.Qual(pkgState, "TextRef")})
	default:
		out = append(out, x.valueField(x.arg))
	}
	switch {
	case x.ownsTree():
		out = append(out, accField{name: x.keptName(), typ: jen.Qual(pkgOrder, "Tree")})
	case x.keepsLog():
		out = append(out, accField{name: x.keptName(), typ: jen.Qual(pkgState, "TextRef")})
	}
	if x.counts() {
		out = append(out, accField{name: x.countName(), typ: jen.Int64(), codec: "Int64"})
	}
	if x.sets() {
		out = append(out, accField{name: x.setName(), typ: jen.Bool(), codec: "Bool"})
	}
	if x.loses() {
		out = append(out, accField{name: x.lostName(), typ: jen.Bool(), codec: "Bool"})
	}
	return out
}

func (x accumulator) valueField(t types.Type) accField {
	return accField{name: x.name, typ: exprType(t), codec: codecMethod(t)}
}

// way is whether a value goes into an accumulator or is taken back.
type way struct{ step, assign, decimal string }

var (
	adding = way{"++", "+=", "DecimalAdd"}
	taking = way{"--", "-=", "DecimalSub"}
)

// accumulate prints how a value that is not NULL goes into the accumulator a, or out of it.
func (g *gen) accumulate(x accumulator, v *jen.Statement, w way) {
	if x.counts() {
		g.add(jen.Id("a").Dot(x.countName()).Op(w.step))
	}
	a := jen.Id("a").Dot(x.name)
	switch x.call.Func {
	case logical.Count:
		g.add(a.Op(w.step))
	case logical.Avg:
		g.sum(x, convert(v, x.arg, x.sumType()), w)
	case logical.Sum:
		g.sum(x, v, w)
	case logical.FirstValue, logical.LastValue, logical.ListAgg:
		if x.call.Keeps {
			g.addLogged(x, w)
		} else {
			g.arrive(x, v)
		}
	default:
		if x.call.Keeps {
			g.addOrdered(x, w)
		}
		if w == adding { // what is not kept is taken back only when it is not the extreme any more
			g.extreme(x, a, jen.Id("a").Dot(x.setName()), v)
		}
	}
}

// arrive keeps the first value, the last one, or all texts joined.
func (g *gen) arrive(x accumulator, v *jen.Statement) {
	a, set := jen.Id("a").Dot(x.name), jen.Id("a").Dot(x.setName())
	texts := func(method string, args ...jen.Code) *jen.Statement {
		return jen.Id("s").Dot(g.texts).Dot(method).Call(append([]jen.Code{a.Clone()}, args...)...)
	}
	first := []jen.Code{g.put(x, v.Clone()), set.Clone().Op("=").True()}
	switch x.call.Func {
	case logical.FirstValue:
		g.add(jen.If(jen.Op("!").Add(set)).Block(first...))
	case logical.LastValue:
		g.add(first...)
	default:
		join := a.Clone().Op("=").Add(texts("Join", text(x.call.Separator), v.Clone()))
		g.add(jen.If(set.Clone()).Block(join).Else().Block(first...))
	}
}

// gather puts a value behind those that there are, or takes it out of them.
func (g *gen) gather(x accumulator, v val, w way) {
	if !x.call.Nulls {
		v.null = nil // the condition in front has seen to it
	}
	if w == taking {
		g.takeGathered(x, v)
		return
	}
	g.log(x, x.name, v)
	if x.sets() {
		g.add(jen.Id("a").Dot(x.setName()).Op("=").True())
	}
}

// convert widens a number to the type in which it is added up.
func convert(v *jen.Statement, from, to types.Type) *jen.Statement {
	if from.Kind == to.Kind || from.Kind == types.Decimal {
		return v
	}
	return exprType(to).Call(v)
}

// sum adds or takes away: integers wrap. A sum of decimals that no longer fits 38 digits is NULL, and the next value
// starts anew; an average is NULL for good: both as in Flink.
func (g *gen) sum(x accumulator, v *jen.Statement, w way) {
	a, set := jen.Id("a").Dot(x.name), jen.Id("a").Dot(x.setName())
	t := x.sumType()
	if t.Kind != types.Decimal {
		g.add(a.Op(w.assign).Add(v))
		if x.sets() {
			g.add(set.Op("=").True())
		}
		return
	}
	s := jen.Lit(t.Scale)
	sum := jen.Qual(pkgValue, w.decimal).Call(a.Clone(), s, v, s, jen.Lit(38), s)
	if x.loses() {
		lost := jen.Id("a").Dot(x.lostName())
		g.add(jen.If(jen.Op("!").Add(lost.Clone())).Block(
			jen.List(jen.Id("sum"), jen.Id("ok")).Op(":=").Add(sum),
			jen.List(a.Clone(), lost.Clone()).Op("=").List(jen.Id("sum"), jen.Op("!").Id("ok"))))
		return
	}
	first := v.Clone()
	if w == taking {
		first = first.Dot("Neg").Call()
	}
	g.add(jen.If(set.Clone()).Block(
		jen.List(a.Clone(), set.Clone()).Op("=").Add(sum),
	).Else().Block(
		jen.List(a.Clone(), set.Clone()).Op("=").List(first, jen.True())))
}

// extreme keeps the smaller or larger value.
func (g *gen) extreme(x accumulator, a, set, v *jen.Statement) {
	op := logical.Lt
	if x.call.Func == logical.Max {
		op = logical.Gt
	}
	old := val{v: a, atom: true}
	if x.isText() {
		old.v = jen.Id("s").Dot(g.texts).Dot("Get").Call(a)
	}
	better := g.compare(op, val{v: v, atom: false}, old, x.arg, x.arg)
	g.add(jen.If(jen.Op("!").Add(set.Clone()).Op("||").Add(better)).Block(
		g.put(x, v.Clone()), set.Clone().Op("=").True()))
}

// merge prints how the accumulator b of a partial result goes into a; text is the field with an extreme's text.
func (g *gen) merge(x accumulator, text *jen.Statement) {
	if x.call.Func == logical.UserAgg {
		g.mergeUser(x, text)
		return
	}
	a, b := jen.Id("a").Dot(x.name), jen.Id("b").Dot(x.name)
	if x.counts() {
		g.add(jen.Id("a").Dot(x.countName()).Op("+=").Id("b").Dot(x.countName()))
	}
	body := g.block(func() {
		switch {
		case x.call.Func == logical.Count:
			g.add(a.Op("+=").Add(b))
		case x.call.Func == logical.Sum || x.call.Func == logical.Avg:
			g.sum(x, b, adding)
		case x.isText():
			g.extreme(x, a, jen.Id("a").Dot(x.setName()), text)
		default:
			g.extreme(x, a, jen.Id("a").Dot(x.setName()), b)
		}
	})
	switch {
	case x.sets():
		g.add(jen.If(jen.Id("b").Dot(x.setName())).Block(body...))
	case x.loses():
		g.add(jen.If(jen.Id("b").Dot(x.lostName())).Block(jen.Id("a").Dot(x.lostName()).Op("=").True()).
			Else().Block(body...))
	default:
		g.add(body...)
	}
}

// result prints the value of the accumulator a.
func (g *gen) result(x accumulator) val {
	a := val{v: jen.Id("a").Dot(x.name), atom: true}
	switch x.call.Func {
	case logical.Count:
		return a
	case logical.Avg:
		return g.average(x, a)
	case logical.UserAgg:
		return g.userValue(x)
	}
	if x.isText() {
		a.v = jen.Id("s").Dot(g.texts).Dot("Get").Call(a.v)
	}
	if x.gathers() {
		read := map[logical.AggFunc]string{logical.ArrayAgg: "Gathered", logical.Collect: "Counted"}[x.call.Func]
		a.v = jen.Qual(pkgNested, read).Call(jen.Op("&").Add(g.nest()), g.p.nestedType(x.call.Type), a.v)
	}
	if x.call.Type.Nullable {
		a.null = x.empty()
		if x.call.Type.Kind == types.Boolean {
			a.v, a.atom = jen.Id("a").Dot(x.setName()).Op("&&").Add(a.v), false
		}
	}
	return a
}

// empty is the condition that an accumulator has no value.
func (x accumulator) empty() *jen.Statement {
	var none, unset *jen.Statement
	if x.counts() {
		none = jen.Id("a").Dot(x.countName()).Op("==").Lit(0)
	}
	if x.sets() {
		unset = jen.Op("!").Id("a").Dot(x.setName())
	}
	if x.loses() {
		unset = jen.Id("a").Dot(x.lostName())
	}
	return or(none, unset)
}

// average divides the sum by the count: integers truncate toward zero, decimals round HALF_UP.
func (g *gen) average(x accumulator, a val) val {
	n := jen.Id("a").Dot(x.countName())
	t := x.call.Type
	guardNull := val{v: jen.Lit(0), null: x.empty()}
	return g.strict(t, []val{guardNull}, false, func() val {
		if x.arg.Kind == types.Decimal {
			return g.called("v", jen.Qual(pkgValue, "DecimalDiv").Call(a.get(), jen.Lit(x.arg.Scale),
				jen.Qual(pkgValue, "FromInt64").Call(n), jen.Lit(0), jen.Lit(t.Precision), jen.Lit(t.Scale)),
				true, true, x.call.At)
		}
		if t.IsApproximate() {
			return val{v: exprType(t).Call(a.get().Op("/").Float64().Call(n)), atom: true}
		}
		return val{v: exprType(t).Call(a.get().Op("/").Add(n)), atom: true}
	})
}
