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
}

// accumulators names the fields of an aggregation's calls after their output columns.
func accumulators(a *physical.Aggregation) []accumulator {
	names := newScope()
	for _, n := range []string{"live", "dirty", "null"} {
		names.name(n)
	}
	var out []accumulator
	for _, c := range a.Calls {
		x := accumulator{call: c, name: names.name(accumulatorName(c, a))}
		if len(c.Args) > 0 {
			x.arg = a.Input[c.Args[0]].Type
		}
		names.name(x.setName())
		names.name(x.countName())
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

// isText: the extreme of a text, which lives outside the accumulator.
func (x accumulator) isText() bool {
	return (x.call.Func == logical.Min || x.call.Func == logical.Max) && isText(x.arg)
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

// accField is a field of an accumulator struct; codec is the method that writes and reads it, "" for a reference to
// text.
type accField struct {
	name  string
	typ   *jen.Statement
	codec string
}

// fields are the accumulator's fields.
func (x accumulator) fields() []accField {
	set := accField{x.setName(), jen.Bool(), "Bool"}
	switch x.call.Func {
	case logical.Count:
		return []accField{{x.name, jen.Int64(), "Int64"}}
	case logical.Sum:
		return []accField{x.valueField(x.sumType()), set}
	case logical.Avg:
		return []accField{x.valueField(x.sumType()), {x.countName(), jen.Int64(), "Int64"}, set}
	}
	if x.isText() {
		return []accField{{x.name, jen.Qual(pkgState, "TextRef"), ""}, set}
	}
	return []accField{x.valueField(x.arg), set}
}

func (x accumulator) valueField(t types.Type) accField {
	return accField{x.name, exprType(t), codecMethod(t)}
}

// add prints how a value that is not NULL goes into the accumulator a.
func (g *gen) accumulate(x accumulator, v *jen.Statement) {
	a := jen.Id("a").Dot(x.name)
	set := jen.Id("a").Dot(x.setName())
	switch x.call.Func {
	case logical.Count:
		g.add(a.Op("++"))
	case logical.Avg:
		g.add(jen.Id("a").Dot(x.countName()).Op("++"))
		g.sum(x, convert(v, x.arg, x.sumType()))
	case logical.Sum:
		g.sum(x, v)
	default:
		g.extreme(x, a, set, v)
	}
}

// convert widens a number to the type in which it is added up.
func convert(v *jen.Statement, from, to types.Type) *jen.Statement {
	if from.Kind == to.Kind || from.Kind == types.Decimal {
		return v
	}
	return exprType(to).Call(v)
}

// sum adds: integers wrap; a decimal that no longer fits 38 digits is NULL, and the next value starts anew, as in
// Flink.
func (g *gen) sum(x accumulator, v *jen.Statement) {
	a, set := jen.Id("a").Dot(x.name), jen.Id("a").Dot(x.setName())
	t := x.sumType()
	if t.Kind != types.Decimal {
		g.add(a.Op("+=").Add(v), set.Op("=").True())
		return
	}
	s := jen.Lit(t.Scale)
	add := jen.Qual(pkgValue, "DecimalAdd").Call(a.Clone(), s, v, s, jen.Lit(38), s)
	g.add(jen.If(set.Clone()).Block(
		jen.List(a.Clone(), set.Clone()).Op("=").Add(add),
	).Else().Block(
		jen.List(a.Clone(), set.Clone()).Op("=").List(v.Clone(), jen.True())))
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
	better := compare(op, val{v: v, atom: false}, old, x.arg, x.arg)
	put := a.Clone().Op("=").Add(v.Clone())
	if x.isText() {
		put = a.Clone().Op("=").Id("s").Dot(g.texts).Dot("Replace").Call(a.Clone(), v.Clone())
	}
	g.add(jen.If(jen.Op("!").Add(set.Clone()).Op("||").Add(better)).Block(put, set.Clone().Op("=").True()))
}

// merge prints how the accumulator b of a partial result goes into a; text is the field with an extreme's text.
func (g *gen) merge(x accumulator, text *jen.Statement) {
	b := jen.Id("b").Dot(x.name)
	if x.call.Func == logical.Count {
		g.add(jen.Id("a").Dot(x.name).Op("+=").Add(b))
		return
	}
	if x.call.Func == logical.Avg {
		g.add(jen.Id("a").Dot(x.countName()).Op("+=").Id("b").Dot(x.countName()))
	}
	body := g.block(func() {
		if x.isText() {
			b = text
		}
		if x.call.Func == logical.Sum || x.call.Func == logical.Avg {
			g.sum(x, b)
		} else {
			g.extreme(x, jen.Id("a").Dot(x.name), jen.Id("a").Dot(x.setName()), b)
		}
	})
	g.add(jen.If(jen.Id("b").Dot(x.setName())).Block(body...))
}

// result prints the value of the accumulator a.
func (g *gen) result(x accumulator) val {
	a := val{v: jen.Id("a").Dot(x.name), atom: true}
	unset := jen.Op("!").Id("a").Dot(x.setName())
	switch x.call.Func {
	case logical.Count:
		return a
	case logical.Avg:
		return g.average(x, a)
	}
	if x.isText() {
		a.v = jen.Id("s").Dot(g.texts).Dot("Get").Call(a.v)
	}
	if x.call.Type.Nullable {
		a.null = unset
		if x.call.Type.Kind == types.Boolean {
			a.v, a.atom = jen.Id("a").Dot(x.setName()).Op("&&").Add(a.v), false
		}
	}
	return a
}

// average divides the sum by the count: integers truncate toward zero, decimals round HALF_UP.
func (g *gen) average(x accumulator, a val) val {
	n := jen.Id("a").Dot(x.countName())
	null := n.Clone().Op("==").Lit(0)
	if x.arg.Kind == types.Decimal {
		null = null.Op("||").Op("!").Id("a").Dot(x.setName())
	}
	t := x.call.Type
	guardNull := val{v: jen.Lit(0), null: null}
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
