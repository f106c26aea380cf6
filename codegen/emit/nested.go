package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// This file prints what makes values of constructed types, takes them apart and compares them. In the program they are
// strings of cells (rtlib/nested); the type of each cell is known here, so that reading one is a load and no more.
// What works with values of any type is told theirs by a variable of the program.

// cellMethod is the ending of the runtime's names for cells of a type.
func cellMethod(t types.Type) string {
	switch m := codecMethod(t); m {
	case "Int8", "Int16", "Int32", "Int64":
		return "Int"
	case "Int128":
		return "Decimal"
	default:
		return m
	}
}

// readCell is the value of a cell, zero for the cell -1.
func readCell(v, cell jen.Code, t types.Type) *jen.Statement {
	read := jen.Qual(pkgNested, cellMethod(t)).Call(v, cell)
	if cellMethod(t) == "Int" && t.Kind != types.BigInt && t.Kind != types.IntervalDayTime {
		return exprType(t).Call(read)
	}
	return read
}

// cellValue is a value as the runtime takes it for a cell.
func cellValue(x val, t types.Type) *jen.Statement {
	if cellMethod(t) == "Int" {
		return int64Of(x, t)
	}
	return x.get()
}

// nest is the stage's writer of values; they live as long as a batch.
func (g *gen) nest() *jen.Statement {
	const name = "nest"
	if _, ok := g.prep[name]; !ok {
		g.prep[name] = g.names.name(name)
		g.fields = append(g.fields, jen.Id(g.prep[name]).Qual(pkgNested, "Writer"))
		g.begin = append(g.begin, jen.Id("s").Dot(g.prep[name]).Dot("Reset").Call())
	}
	return jen.Id("s").Dot(g.prep[name])
}

// putCell prints how a value becomes the next cell.
func (g *gen) putCell(x val, t types.Type) {
	put := g.nest().Dot(cellMethod(t)).Call(cellValue(x, t))
	if x.null == nil {
		g.add(put)
		return
	}
	g.add(jen.If(x.isNull()).Block(g.nest().Dot("Null").Call()).Else().Block(put))
}

// construct prints the making of an ARRAY, MAP or ROW. The parts are computed before the first one is put.
func (g *gen) construct(e *logical.Construct) val {
	var parts []val
	for _, a := range e.Args {
		parts = append(parts, g.expr(a))
	}
	for i, x := range parts {
		g.putCell(x, e.Args[i].Type())
	}
	method := "List"
	if e.T.Kind == types.Map {
		method = "Map"
	}
	return g.closeList(e.T, method, jen.Lit(0))
}

// closeList names the value that a method of the writer makes of all cells above a depth.
func (g *gen) closeList(t types.Type, method string, depth jen.Code) val {
	v := g.locals.name(map[types.Kind]string{types.Array: "array", types.Map: "entries",
		types.Multiset: "elements", types.Row: "row"}[t.Kind])
	g.add(jen.Id(v).Op(":=").Add(g.nest()).Dot(method).Call(depth))
	return val{v: jen.Id(v), atom: true}
}

// element prints array[position] and map[key].
func (g *gen) element(e *logical.Element) val {
	x, index := g.expr(e.X), g.expr(e.Index)
	return g.strict(e.T, []val{x, index}, false, func() val {
		x := g.bind(x, "v")
		if e.X.Type().Kind == types.Map {
			key := e.Index.Type()
			return g.found(e.T, x, jen.Qual(pkgNested, "Key"+cellMethod(key)).Call(x.get(), cellValue(index, key)))
		}
		return g.found(e.T, x, jen.Qual(pkgNested, "At").Call(x.get(), int64Of(index, e.Index.Type())))
	})
}

// found is the value of a cell that is looked for, NULL when there is none.
func (g *gen) found(t types.Type, in val, cell *jen.Statement) val {
	at := g.locals.name("cell")
	g.add(jen.Id(at).Op(":=").Add(cell))
	return val{v: readCell(in.get(), jen.Id(at), t), null: jen.Id(at).Op("<").Lit(0), call: true}
}

// fieldOf prints row.field.
func (g *gen) fieldOf(e *logical.FieldOf) val {
	x := g.expr(e.X)
	return g.strict(e.T, []val{x}, false, func() val {
		x := g.bind(x, "v")
		if !e.X.Type().Fields[e.Index].Type.Nullable {
			return val{v: readCell(x.get(), jen.Lit(e.Index), e.T), call: true}
		}
		return g.found(e.T, x, jen.Qual(pkgNested, "Field").Call(x.get(), jen.Lit(e.Index)))
	})
}

// nestedKinds name the kinds in the runtime.
var nestedKinds = map[types.Kind]string{
	types.Boolean: "Bool8", types.TinyInt: "Int8", types.SmallInt: "Int16", types.Int: "Int32", types.BigInt: "Int64",
	types.Float: "Single", types.Double: "Double", types.Decimal: "Number", types.Char: "String",
	types.VarChar: "String", types.Binary: "Bytes", types.VarBinary: "Bytes", types.Date: "Date", types.Time: "Time",
	types.Timestamp: "Moment", types.TimestampLTZ: "Instant", types.IntervalYearMonth: "Months",
	types.IntervalDayTime: "Millis",
	types.Array:           "Array", types.Map: "Map", types.Multiset: "Multiset", types.Row: "Row",
}

// nestedType is the address of the program's variable that describes a type.
func (p *program) nestedType(t types.Type) *jen.Statement {
	return p.described(lowerFirst(nestedKinds[t.Kind]+"Type"), describe(t), t.OrNull().String())
}

// described is the address of a variable of the program that is never written; there is one for each value.
func (p *program) described(name string, v *jen.Statement, what string) *jen.Statement {
	if p.descriptions == nil {
		p.descriptions = map[string]string{}
	}
	key := v.GoString()
	if p.descriptions[key] == "" {
		p.descriptions[key] = p.names.name(name)
		doc := p.descriptions[key] + " is " + comment(what) + "."
		p.typeDecls = append(p.typeDecls, jen.Comment(doc).Line().Var().Id(p.descriptions[key]).Op("=").Add(v))
	}
	return jen.Op("&").Id(p.descriptions[key])
}

// describe is the description of a type for the runtime.
func describe(t types.Type) *jen.Statement {
	d := jen.Dict{jen.Id("Kind"): jen.Qual(pkgNested, nestedKinds[t.Kind])}
	if t.Kind == types.Decimal || t.IsDatetime() {
		if t.Precision > 0 {
			d[jen.Id("Precision")] = jen.Lit(t.Precision)
		}
		if t.Scale > 0 {
			d[jen.Id("Scale")] = jen.Lit(t.Scale)
		}
	}
	if t.Key != nil {
		d[jen.Id("Key")] = jen.Op("&").Add(describe(*t.Key))
	}
	if t.Elem != nil {
		d[jen.Id("Elem")] = jen.Op("&").Add(describe(*t.Elem))
	}
	var fields []jen.Code
	for _, f := range t.Fields {
		fields = append(fields, jen.Values(jen.Dict{jen.Id("Name"): text(f.Name),
			jen.Id("Type"): jen.Op("&").Add(describe(f.Type))}))
	}
	if fields != nil {
		d[jen.Id("Fields")] = jen.Index().Qual(pkgNested, "NamedType").Values(fields...)
	}
	return jen.Qual(pkgNested, "Type").Values(d)
}
