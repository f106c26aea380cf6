package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// group is what the two halves of an aggregation share in the program: the accumulator type and the shape of the key.
type group struct {
	*physical.Aggregation
	shape keyShape
	accs  []accumulator
	// Go types: the accumulator, what the query sees of it, and a key that a batch has changed.
	acc, result, change string
	results             *row   // the columns of result
	compute             string // the method that computes it
	// frame: the rows are those of a frame, and no more is known of them than their aggregates.
	frame bool
}

// groupOf makes the group of an aggregation, once.
func (p *program) groupOf(a *physical.Aggregation) *group {
	if g := p.groups[a]; g != nil {
		return g
	}
	base := p.stageTypes[p.stageOf(a)]
	g := p.newGroup(a, base)
	g.change = p.names.name(base + "Change")
	p.groups[a] = g
	return g
}

// newGroup names the Go types of an aggregation.
func (p *program) newGroup(a *physical.Aggregation, base string) *group {
	accs := accumulators(a)
	for i, x := range accs {
		if u := x.call.User; u != nil {
			accs[i].userType = jen.Qual(p.functionPath(u), u.Go.Name)
			accs[i].form = p.formOf(u)
		}
	}
	return &group{Aggregation: a, shape: shapeOf(a.Group, a.Input), accs: accs, compute: "result",
		acc: p.names.name(base + "Acc"), result: p.names.name(base + "Result")}
}

// stageOf is the stage that keeps the aggregation's state: both have one id.
func (p *program) stageOf(a *physical.Aggregation) *physical.Stage {
	for _, s := range p.plan.Stages {
		if s.ID == a.ID {
			return s
		}
	}
	panic("emit: an aggregation without stage")
}

// table is the type of the state table, entry that of its entries.
func (q *group) table() *jen.Statement {
	if q.shape == intKey {
		return jen.Qual(pkgState, "Ints").Types(jen.Id(q.acc))
	}
	return jen.Qual(pkgState, "Strings").Types(jen.Id(q.acc))
}

func (q *group) newTable() *jen.Statement {
	if q.shape == intKey {
		return jen.Qual(pkgState, "NewInts").Types(jen.Id(q.acc)).Call()
	}
	return jen.Qual(pkgState, "NewStrings").Types(jen.Id(q.acc)).Call()
}

func (q *group) entry() *jen.Statement {
	if q.shape == intKey {
		return jen.Op("*").Qual(pkgState, "IntEntry").Types(jen.Id(q.acc))
	}
	return jen.Op("*").Qual(pkgState, "Entry").Types(jen.Id(q.acc))
}

// hasTexts reports whether an accumulator keeps text.
func (q *group) hasTexts() bool {
	for _, x := range q.accs {
		if len(x.textFields()) > 0 {
			return true
		}
	}
	return false
}

// accDecl declares the accumulator. Its flags come last, side by side: between numbers each of them would
// take a word, and more accumulators than necessary would miss the cache.
func (q *group) accDecl() jen.Code {
	var fields, flags []jen.Code
	if q.countsRows() {
		fields = append(fields, jen.Id(rowsField).Int64().Comment("rows of the key; none: the key has gone"))
	}
	if q.lives() {
		fields = append(fields, jen.Id(atField).Int64().Comment("when the last row came, in milliseconds"))
	}
	for _, x := range q.accs {
		for _, f := range x.fields() {
			field := jen.Id(f.name).Add(f.typ)
			if f.codec == "Bool" {
				flags = append(flags, field)
			} else {
				fields = append(fields, field)
			}
		}
	}
	fields = append(fields, flags...)
	if q.frame {
		return jen.Comment(q.acc + " is what is known of a frame's rows.").Line().Type().Id(q.acc).Struct(fields...)
	}
	fields = append(fields,
		jen.Id("live").Bool().Comment("a result has been emitted for the key"),
		jen.Id("dirty").Bool().Comment("the key has changed in the current batch"))
	return jen.Comment(q.acc + " is what is known of a key.").Line().Type().Id(q.acc).Struct(fields...)
}

// keyNullable reports whether a single key column can be NULL.
func (q *group) keyNullable() bool {
	return q.shape != compositeKey && q.Input[q.Group[0]].Type.Nullable
}

// find prints e := the entry of the current row's key; table is the stage's field.
func (g *gen) find(q *group, table, identity string) {
	t := jen.Id("s").Dot(table)
	if q.shape == compositeKey {
		k := g.locals.name("k")
		g.add(jen.Id(k).Op(":=").Add(g.encodedKey(q.Group, q.Input)))
		g.add(jen.Id("e").Op(":=").Add(t).Dot("Find").Call(jen.Qual(pkgState, "Hash").Call(jen.Id(k)), jen.Id(k)))
		return
	}
	g.findSingle(q, t, g.cols[q.Group[0]], identity)
}

func (g *gen) findSingle(q *group, t *jen.Statement, x val, identity string) {
	key, hash := x.get(), "Hash"
	if q.shape == intKey {
		key, hash = int64Of(x, q.Input[q.Group[0]].Type), "HashInt"
	}
	found := t.Clone().Dot("Find").Call(jen.Qual(pkgState, hash).Call(key.Clone()), key.Clone())
	var miss []jen.Code
	if identity != "" {
		id := jen.Id("s").Dot(identity)
		miss = []jen.Code{jen.Id("e").Op("=").Add(found), id.Clone().Dot("Keep").Call(key.Clone(), jen.Id("e"))}
		found = id.Clone().Dot("Hit").Call(key.Clone())
	}
	if q.shape == intKey {
		miss = []jen.Code{jen.Id("e").Op("=").Add(found)}
		found = t.Clone().Dot("Near").Call(key.Clone())
	}
	retry := jen.If(jen.Id("e").Op("==").Nil()).Block(miss...)
	if x.null == nil {
		g.add(jen.Id("e").Op(":=").Add(found))
		if miss != nil {
			g.add(retry)
		}
		return
	}
	g.add(jen.Var().Id("e").Add(q.entry()))
	known := []jen.Code{jen.Id("e").Op("=").Add(found)}
	if miss != nil {
		known = append(known, retry)
	}
	g.add(jen.If(x.isNull()).Block(jen.Id("e").Op("=").Add(t.Clone().Dot("FindNull").Call())).Else().Block(known...))
}

// update prints how the current row goes into the accumulators a, or is taken out of them.
func (g *gen) update(q *group, final *finalNames, w way) {
	for i, x := range q.accs {
		var conds []*jen.Statement
		if x.call.Filter >= 0 {
			conds = append(conds, grouped(g.cols[x.call.Filter].v))
		}
		for at, arg := range x.call.Args {
			if n := g.cols[arg].notNull(); n != nil && !x.takesNull(at) {
				conds = append(conds, n)
			}
		}
		body := g.block(func() { g.updateOne(q, i, final, w) })
		if len(body) == 0 {
			continue
		}
		if c := and(conds...); c != nil {
			g.add(jen.If(c).Block(body...))
			continue
		}
		g.add(body...)
	}
}

func (g *gen) updateOne(q *group, i int, final *finalNames, w way) {
	x := q.accs[i]
	take := func() {
		switch {
		case x.call.Func == logical.UserAgg:
			g.accumulateUser(x, w)
		case x.gathers():
			g.gather(x, g.cols[x.call.Args[0]], w)
		default:
			g.accumulate(x, q.value(g, x), w)
		}
	}
	if !x.call.Distinct || x.call.Func == logical.Min || x.call.Func == logical.Max {
		take()
		return
	}
	seen := jen.Id("s").Dot(final.seen(g, q, i))
	k := g.locals.name("k")
	cols := append(append([]int{}, q.Group...), x.call.Args...)
	g.add(jen.Id(k).Op(":=").Add(g.encodedKey(cols, q.Input)))
	body := g.block(take)
	group := jen.Id("e").Dot("Group").Call()
	switch {
	case q.frame:
		group = jen.Lit(0)
	case q.shape == intKey:
		group = jen.Qual(pkgState, "Group").Call(jen.Qual(pkgState, "HashInt").Call(jen.Id("e").Dot("Key")))
	}
	change := "Add"
	if w == taking {
		change = "Remove"
	}
	args := []jen.Code{group, jen.Id(k)}
	if q.lives() {
		args = append(args, jen.Id("now"))
	}
	g.add(jen.If(seen.Dot(change).Call(args...)).Block(body...))
}

// value is the argument that is accumulated; nil when there is none or it is only counted.
func (q *group) value(g *gen, x accumulator) *jen.Statement {
	if len(x.call.Args) == 0 || x.call.Func == logical.Count {
		return nil
	}
	return g.cols[x.call.Args[0]].get()
}

// keyVals are the key's columns as values, read from the entry e.
func (g *gen) keyVals(q *group) []val {
	if q.shape != compositeKey {
		return []val{g.singleKey(q)}
	}
	var out []val
	if len(q.Group) > 0 {
		g.add(jen.Id("reader").Op(":=").Qual(pkgState, "ReadKey").Call(jen.Id("e").Dot("Key").Call()))
	}
	for _, c := range q.Group {
		out = append(out, g.readColumn(q.Input[c]))
	}
	return out
}

func (g *gen) singleKey(q *group) val {
	f := q.Input[q.Group[0]]
	if q.shape == textKey {
		x := val{v: jen.Id("e").Dot("Key").Call(), atom: true}
		if f.Type.Nullable {
			x.null = jen.Id("e").Dot("Null").Call()
		}
		return x
	}
	x := val{v: jen.Id("e").Dot("Key"), atom: true}
	if f.Type.Kind != types.BigInt {
		x.v = exprType(f.Type).Call(x.v)
	}
	if f.Type.Nullable {
		x.null = jen.Id("s").Dot("table").Dot("IsNull").Call(jen.Id("e"))
	}
	return x
}

// readKey is the call of a reader that gives what keyMethod's method has put.
func readKey(reader *jen.Statement, t types.Type) *jen.Statement {
	read := reader.Dot(keyMethod(t)[len("Put"):]).Call()
	switch keyMethod(t) {
	case "PutInt":
		if t.Kind != types.BigInt && t.Kind != types.IntervalDayTime {
			return exprType(t).Call(read)
		}
	case "PutFloat":
		if t.Kind == types.Float {
			return jen.Float32().Call(read)
		}
	}
	return read
}

// readColumn prints the decoding of the next column of a composite key.
func (g *gen) readColumn(f types.Field) val {
	v := g.locals.name(ident(f.Name, false))
	read := readKey(jen.Id("reader"), f.Type)
	n := g.locals.name(v + "Null")
	g.add(jen.Var().Id(v).Add(exprType(f.Type)))
	g.add(jen.Id(n).Op(":=").Id("reader").Dot("Null").Call())
	g.add(jen.If(jen.Op("!").Id(n)).Block(jen.Id(v).Op("=").Add(read)))
	x := val{v: jen.Id(v), atom: true}
	if f.Type.Nullable {
		x.null = jen.Id(n)
	}
	return x
}
