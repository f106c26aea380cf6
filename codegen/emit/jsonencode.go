package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// encodeJSON prints statements that append the current row to line as one document.
func encodeJSON(g *gen, s *physical.Sink) {
	f := newJSONFormat(s.Table.Options)
	for _, c := range s.Schema {
		mustFormat(s.Table, c.Name, c.Type)
	}
	if f.omitNull {
		f.encodeValues(g, s)
		return
	}
	before := "{"
	for i, c := range s.Schema {
		g.add(jsonName(before, c.Name)...)
		set := f.encodeValue(g, c, g.cols[i])
		if g.cols[i].null == nil {
			g.add(set...)
		} else {
			null := setLine(jen.Qual(pkgJSON, "AppendNull").Call(jen.Id("line")))
			g.add(jen.If(g.cols[i].isNull()).Block(null).Else().Block(set...))
		}
		before = ","
	}
	g.add(appendLine(char('}')))
}

// encodeValues prints the same for documents without the columns that are NULL: each field comes
// with a comma before it, and the first one becomes the bracket.
func (f jsonFormat) encodeValues(g *gen, s *physical.Sink) {
	start := g.locals.name("start")
	g.add(jen.Id(start).Op(":=").Len(jen.Id("line")))
	for i, c := range s.Schema {
		field := append(jsonName(",", c.Name), f.encodeValue(g, c, g.cols[i])...)
		if g.cols[i].null == nil {
			g.add(field...)
			continue
		}
		g.add(jen.If(g.cols[i].notNull()).Block(field...))
	}
	g.add(
		jen.If(jen.Len(jen.Id("line")).Op("==").Id(start)).Block(appendLine(char(','))),
		jen.Id("line").Index(jen.Id(start)).Op("=").LitRune('{'),
		appendLine(char('}')))
}

// jsonName prints the name of a field with what comes before it and the colon. A name that JSON
// writes with escapes is left to the runtime, which knows them.
func jsonName(before, name string) []jen.Code {
	for _, c := range []byte(name) {
		if c < ' ' || c == '"' || c == '\\' || c >= 0x80 {
			begun := jen.Append(jen.Id("line"), char(before[0]))
			return []jen.Code{
				setLine(jen.Qual(pkgJSON, "AppendString").Call(begun, text(name))),
				appendLine(char(':')),
			}
		}
	}
	return []jen.Code{appendLine(text(before + `"` + name + `":`).Op("..."))}
}

// encodeValue prints how a value that is not NULL comes behind line.
func (f jsonFormat) encodeValue(g *gen, c types.Field, x val) []jen.Code {
	if !c.Type.IsConstructed() {
		return []jen.Code{setLine(f.appendValue(x, c.Type))}
	}
	return g.block(func() { f.encodeNested(g, c, x) })
}

// appendValue is line with a value behind it that is not NULL.
func (f jsonFormat) appendValue(x val, t types.Type) *jen.Statement {
	call := func(name string, args ...jen.Code) *jen.Statement {
		return jen.Qual(pkgJSON, name).Call(append([]jen.Code{jen.Id("line")}, args...)...)
	}
	switch t.Kind {
	case types.Boolean:
		return call("AppendBool", x.get())
	case types.TinyInt, types.SmallInt, types.Int, types.BigInt:
		return call("AppendInt", int64Of(x, t))
	case types.Float:
		return call("AppendFloat32", x.get())
	case types.Double:
		return call("AppendFloat64", x.get())
	case types.Decimal:
		return call("AppendDecimal", x.get(), jen.Lit(t.Scale), jen.Lit(f.plain))
	case types.Date:
		return call("AppendDate", x.get())
	case types.Time:
		return call("AppendTime", x.get())
	case types.Timestamp, types.TimestampLTZ:
		return call("Append"+f.moments(t), x.get())
	case types.Binary, types.VarBinary:
		return call("AppendBytes", x.get())
	}
	return call("AppendString", x.get())
}
