package emit

import (
	"fmt"
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// consume prints what an operator does with the current row, g.cols, and what the operators behind it do: the whole
// chain becomes the body of one loop.
func (g *gen) consume(o physical.Op) {
	switch o := o.(type) {
	case *physical.Watermark:
		g.watermark(o)
	case *physical.Filter:
		g.filter(o)
	case *physical.Project:
		g.project(o)
	case *physical.Unnest:
		g.unnest(o)
	case *physical.Window:
		g.window(o)
	case *physical.Limit:
		g.limit(o)
	case *physical.Repeat:
		g.repeat(o)
	case *physical.Partial:
		g.partialRow(o)
	case *physical.Send:
		g.send(o)
	case *physical.Write:
		g.write(o)
	default:
		panic(fmt.Sprintf("emit: operator %T", o))
	}
}

// origin is the comment that says which part of the SQL the following lines come from.
func (g *gen) origin(at diag.Span) { g.add(jen.Comment(g.p.origin(at))) }

// filter leaves the row unless the condition is TRUE.
func (g *gen) filter(o *physical.Filter) {
	g.share(o)
	g.origin(o.At)
	cond := g.expr(o.Cond)
	g.add(jen.If(negated(cond.v)).Block(g.skip.Clone()))
	g.consume(o.To)
	g.unshare()
}

func negated(c *jen.Statement) *jen.Statement { return jen.Op("!").Add(grouped(c)) }

// project computes the columns that somebody wants, and names them after the columns.
func (g *gen) project(o *physical.Project) {
	g.share(o)
	need := physical.Needs(o.To)
	out := make([]val, len(o.Exprs))
	said := false
	for i, e := range o.Exprs {
		if need[i] == physical.Unused {
			continue
		}
		if _, plain := e.(*logical.Column); !plain && !said {
			g.origin(o.At)
			said = true
		}
		out[i] = g.expr(e)
		if need[i] >= physical.Value && !usedOnce(o.To, i) {
			out[i] = g.bindFor(out[i], o.Out[i].Name)
		}
	}
	g.cols = out
	g.unshare()
	g.consume(o.To)
}

// usedOnce reports whether an operator reads a column in one place only, as sinks do but for their keys. Such a value
// is computed there, where it may turn out that it is not needed, and is not kept until then.
func usedOnce(o physical.Op, column int) bool {
	w, ok := o.(*physical.Write)
	return ok && !slices.Contains(w.Sink.Key, column)
}

// bindFor names a computed column; columns that are passed on keep the name they have.
func (g *gen) bindFor(x val, column string) val {
	if x.v == nil || x.atom {
		return x
	}
	return g.bind(x, ident(column, false))
}

func (g *gen) limit(o *physical.Limit) {
	seen := g.names.name("seen")
	g.fields = append(g.fields, jen.Id(seen).Int64())
	s := jen.Id("s").Dot(seen)
	g.keepInt(seen)
	g.origin(o.At)
	cond := s.Clone().Op("<=").Lit(int(o.Offset))
	if o.Count >= 0 {
		cond = cond.Op("||").Add(s.Clone().Op(">").Lit(int(o.Offset + o.Count)))
	}
	g.add(s.Clone().Op("++"), jen.If(cond).Block(g.skip.Clone()))
	g.consume(o.To)
}

// repeat prints the operators behind it in a loop.
func (g *gen) repeat(o *physical.Repeat) {
	g.origin(o.At)
	last := len(o.Schema) - 1
	times := g.cols[last].get()
	g.cols = g.cols[:last]
	skip := g.skip
	g.skip = jen.Continue()
	body := g.block(func() { g.consume(o.To) })
	g.skip = skip
	g.add(jen.For(jen.Range().Add(times)).Block(body...))
}

// send appends the row to the batch of the consumer lane that owns it.
func (g *gen) send(o *physical.Send) {
	x := o.To
	out := g.out(x)
	lane := jen.Lit(0)
	if x.Dist == physical.Hash {
		h := g.hash(x.Key, o.Schema)
		lane = jen.Qual(pkgState, "Lane").Call(h, jen.Id("s").Dot(out).Dot("Lanes").Call())
	}
	g.add(jen.Id("out").Op(":=").Id("s").Dot(out).Dot("To").Call(lane))
	g.add(jen.Id("out").Dot("Row").Op("=").Append(jen.Id("out").Dot("Row"), g.rowLiteral(g.p.exchangeRow(x))))
	g.nullBits(g.p.exchangeRow(x), jen.Id("out"))
	if x.Kinds {
		g.add(jen.Id("out").Dot("Kind").Op("=").Append(jen.Id("out").Dot("Kind"), g.kindOrInsert()))
	}
}

func (g *gen) kindOrInsert() *jen.Statement {
	if g.kind == nil {
		return jen.Qual(pkgStream, "Insert")
	}
	return g.kind.Clone()
}

// rowLiteral is the current row as a value of a row type; text is copied into the batch.
func (g *gen) rowLiteral(r *row) *jen.Statement {
	d := jen.Dict{}
	for _, c := range r.cols {
		if c.field == "" {
			continue
		}
		v := store(g.cols[c.index].get(), c.typ)
		if isText(c.typ) {
			v = jen.Id("out").Dot("Copy").Call(v)
		}
		d[jen.Id(c.field)] = v
	}
	return jen.Id(r.name).Values(d)
}

// nullBits sets the NULL bits of the row that was just appended to a batch.
func (g *gen) nullBits(r *row, out *jen.Statement) {
	for _, c := range r.cols {
		if c.bit < 0 || g.cols[c.index].null == nil {
			continue
		}
		g.add(jen.Id("last").Op(":=").Op("&").Add(out.Clone()).Dot("Row").Index(
			jen.Len(out.Clone().Dot("Row")).Op("-").Lit(1)))
		g.setNulls(r, "last")
		return
	}
}

// out is the stage's field that holds an exchange.
func (g *gen) out(x *physical.Exchange) string {
	for i, y := range g.stage.Outs() {
		if x == y {
			if name, ok := g.prep[fmt.Sprintf("out\x00%d", i)]; ok {
				return name
			}
			name := g.names.name("to" + ident(x.To.ID, true))
			g.prep[fmt.Sprintf("out\x00%d", i)] = name
			t := jen.Qual(pkgStream, "Exchange").Types(jen.Id(g.p.exchangeRow(x).name))
			g.fields = append(g.fields, jen.Id(name).Op("*").Add(t))
			g.open = append(g.open, jen.Id("s").Dot(name).Op("=").Qual(pkgStream, "NewExchange").
				Types(jen.Id(g.p.exchangeRow(x).name)).Call(jen.Id("l").Dot("Out").Call(jen.Lit(i))))
			return name
		}
	}
	panic("emit: exchange of another stage")
}

// keyShape is how a key is kept in a state table.
type keyShape uint8

// Shapes: one text, one integer, or an encoded composite.
const (
	textKey keyShape = iota
	intKey
	compositeKey
)

func shapeOf(key []int, schema []types.Field) keyShape {
	if len(key) != 1 {
		return compositeKey
	}
	if isText(schema[key[0]].Type) {
		return textKey
	}
	switch schema[key[0]].Type.Kind {
	case types.TinyInt, types.SmallInt, types.Int, types.BigInt, types.Date, types.Time:
		return intKey
	}
	return compositeKey
}

// hash prints the hash of the current row's key.
func (g *gen) hash(key []int, schema []types.Field) *jen.Statement {
	x := val{}
	if len(key) == 1 {
		x = g.cols[key[0]]
	}
	var h *jen.Statement
	switch shapeOf(key, schema) {
	case textKey:
		h = jen.Qual(pkgState, "Hash").Call(x.get())
	case intKey:
		h = jen.Qual(pkgState, "HashInt").Call(int64Of(x, schema[key[0]].Type))
	default:
		return jen.Qual(pkgState, "Hash").Call(g.encodedKey(key, schema))
	}
	if x.null == nil {
		return h
	}
	name := g.locals.name("hash")
	null := jen.Uint64().Call(jen.Qual(pkgState, "NullHash"))
	if shapeOf(key, schema) == intKey {
		null = jen.Qual(pkgState, "HashInt").Call(jen.Lit(0))
	}
	g.add(jen.Id(name).Op(":=").Add(null))
	g.add(jen.If(x.notNull()).Block(jen.Id(name).Op("=").Add(h)))
	return jen.Id(name)
}

func int64Of(x val, t types.Type) *jen.Statement {
	if t.Kind == types.BigInt {
		return x.get()
	}
	return jen.Int64().Call(x.get())
}

// encodedKey encodes columns of the current row into the stage's scratch buffer and is the result as text, valid until
// the next key.
func (g *gen) encodedKey(key []int, schema []types.Field) *jen.Statement {
	if _, ok := g.prep["scratch"]; !ok {
		g.prep["scratch"] = g.names.name("scratch")
		g.fields = append(g.fields, jen.Id(g.prep["scratch"]).Qual(pkgState, "Key"))
	}
	k := jen.Id("s").Dot(g.prep["scratch"])
	g.add(k.Clone().Dot("Reset").Call())
	for _, c := range key {
		g.putKey(k, c, schema)
	}
	return k.Clone().Dot("Text").Call()
}

// putKey adds a column of the current row to a key.
func (g *gen) putKey(k *jen.Statement, c int, schema []types.Field) {
	x, t := g.cols[c], schema[c].Type
	put := k.Clone().Dot(keyMethod(t)).Call(keyValue(x, t))
	if x.null == nil {
		g.add(put)
		return
	}
	g.add(jen.If(x.isNull()).Block(k.Clone().Dot("PutNull").Call()).Else().Block(put))
}

// keyMethod is the method of state.Key that encodes a type.
func keyMethod(t types.Type) string {
	switch t.Kind {
	case types.Boolean:
		return "PutBool"
	case types.TinyInt, types.SmallInt, types.Int, types.BigInt, types.Date, types.Time,
		types.IntervalYearMonth, types.IntervalDayTime:
		return "PutInt"
	case types.Float, types.Double:
		return "PutFloat"
	case types.Decimal:
		return "PutDecimal"
	case types.Timestamp, types.TimestampLTZ:
		return "PutTimestamp"
	}
	return "PutText"
}

func keyValue(x val, t types.Type) *jen.Statement {
	switch keyMethod(t) {
	case "PutInt":
		return int64Of(x, t)
	case "PutFloat":
		if t.Kind == types.Float {
			return jen.Float64().Call(x.get())
		}
	case "PutTimestamp":
		if compact(t) && !x.compact {
			return load(store(x.operand(), t), t)
		}
	}
	return x.get()
}
