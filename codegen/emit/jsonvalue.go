package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/types"
)

// What both fast paths of a JSON decoder print to read a value. doc is the buffer, p a place in the
// document, e its end, q the end of the value that is being read. Values that need a closer look
// are left to the general path.

// openDoc declares doc, p and e for a span.
func openDoc(span *jen.Statement) []jen.Code {
	open := jen.Qual(pkgJSON, "Open").Call(jen.Id("buf"),
		span.Clone().Dot("Start"), span.Clone().Dot("End"))
	return []jen.Code{jen.List(ids("doc", "p", "e")...).Op(":=").Add(open)}
}

// fastLocals declares what the reading of values needs besides: the end of a value, and an integer before
// its range is known.
func (d *jsonDecoder) fastLocals() []jen.Code {
	out := []jen.Code{jen.Var().Id("q").Int()}
	for _, c := range d.cols {
		if c.field != "" && integer(c.typ) && c.typ.Kind != types.BigInt {
			return append(out, jen.Var().Id("v").Int64())
		}
	}
	return out
}

// inDoc is a call of the runtime for a place in the document.
func inDoc(function string, args ...jen.Code) *jen.Statement {
	return jen.Id("doc").Dot(function).Call(args...)
}

// behind is the place off bytes behind p.
func behind(off int) *jen.Statement {
	if off == 0 {
		return jen.Id("p")
	}
	return jen.Id("p").Op("+").Lit(off)
}

// inQuotes reports whether values of a type are written in quotes.
func inQuotes(t types.Type) bool {
	switch t.Kind {
	case types.Char, types.VarChar, types.Binary, types.VarBinary, types.Date, types.Time,
		types.Timestamp, types.TimestampLTZ:
		return true
	}
	return false
}

// fastValue prints how the value off bytes behind p becomes the row's field, and p its end. Of a
// text these are the bytes behind the opening quote, which has been seen. null says in the program
// what is to be done for a NULL, whose end becomes q; nil: none can be there.
func (d *jsonDecoder) fastValue(c jsonCol, off int, null []jen.Code) []jen.Code {
	if integer(c.typ) {
		return d.fastInteger(c, off, null)
	}
	var read []jen.Code
	switch {
	case inQuotes(c.typ):
		read = append(d.fastString(off), d.fastConvert(c, inDoc("Text", behind(off), jen.Id("q"))))
		if d.hasClock(c) {
			read = d.fastTimestamp(c, off, read)
		}
		return append(read, jen.Id("p").Op("=").Id("q").Op("+").Lit(1))
	case c.typ.IsConstructed():
		read = d.fastNested(c, off)
	case c.typ.Kind == types.Boolean:
		read = []jen.Code{jen.If(
			jen.List(c.place(), jen.Id("q")).Op("=").Add(inDoc("Bool", behind(off))),
			isNegative("q")).Block(d.left)}
	default:
		read = []jen.Code{
			jen.If(jen.Id("q").Op("=").Add(inDoc("NumberEnd", behind(off), jen.Id("e"))),
				isNegative("q")).Block(d.left),
			d.fastConvert(c, inDoc("Text", behind(off), jen.Id("q")))}
	}
	if null != nil {
		read = []jen.Code{jen.If(inDoc("Null", behind(off))).Block(null...).Else().Block(read...)}
	}
	return append(read, jen.Id("p").Op("=").Id("q"))
}

// hasClock reports whether a column is a timestamp whose value is wanted.
func (d *jsonDecoder) hasClock(c jsonCol) bool {
	return c.field != "" && c.typ.Kind == types.Timestamp
}

// fastTimestamp prints the reading of a timestamp by its column's clock, which takes those of milliseconds, or by what
// there is for all texts.
func (d *jsonDecoder) fastTimestamp(c jsonCol, off int, other []jen.Code) []jen.Code {
	read := jen.Id("d").Dot(d.clocks[c.number]).Dot("Timestamp").Call(jen.Id("doc"), behind(off),
		jen.Qual(pkgScalar, d.format.timestamps()))
	into := []jen.Code{c.place(), jen.Id("q")}
	if compact(c.typ) {
		return []jen.Code{jen.If(jen.List(into...).Op("=").Add(read), isNegative("q")).Block(other...)}
	}
	into[0] = c.place().Dot("Millis")
	return []jen.Code{
		c.place().Dot("Nanos").Op("=").Lit(0),
		jen.If(jen.List(into...).Op("=").Add(read), isNegative("q")).Block(other...),
	}
}

// fastString prints the search for the closing quote of a string off bytes behind p.
func (d *jsonDecoder) fastString(off int) []jen.Code {
	return []jen.Code{
		jen.If(jen.Id("q").Op("=").Add(inDoc("ASCIIEnd", behind(off), jen.Id("e"))),
			inDoc("Byte", jen.Id("q")).Op("!=").LitRune('"')).Block(
			jen.If(jen.Id("q").Op("=").Add(inDoc("UTF8End", ids("q", "e")...)),
				isNegative("q")).Block(d.left)),
	}
}

// fastInteger prints the reading of an integer.
func (d *jsonDecoder) fastInteger(c jsonCol, off int, null []jen.Code) []jen.Code {
	into, nullable := c.place(), null != nil
	var narrow []jen.Code
	if c.typ.Kind != types.BigInt {
		into = jen.Id("v")
		narrow = []jen.Code{jen.If(c.place().Op("=").Add(exprType(c.typ)).Call(jen.Id("v")),
			jen.Int64().Call(c.place()).Op("!=").Id("v")).Block(d.left)}
		null = append(null, jen.Id("v").Op("=").Lit(0)) // Digits left anything there
	}
	read := func(function string) *jen.Statement {
		return jen.List(into.Clone(), jen.Id("q")).Op("=").Add(inDoc(function, behind(off)))
	}
	long := jen.If(read("LongDigits"), isNegative("q")).Block(d.left)
	if nullable {
		long = jen.If(inDoc("Null", behind(off))).Block(null...).Else().Add(long)
	}
	out := []jen.Code{jen.If(read("Digits"), isNotWhole(off)).Block(long)}
	return append(append(out, narrow...), jen.Id("p").Op("=").Id("q"))
}

// isNotWhole is the condition that Digits, called for a place, has read no integer.
func isNotWhole(off int) *jen.Statement {
	return jen.Op("!").Add(inDoc("Whole", behind(off), jen.Id("q")))
}

func isNegative(name string) *jen.Statement { return jen.Id(name).Op("<").Lit(0) }

// fastConvert prints a conversion that leaves with every text that is no value.
func (d *jsonDecoder) fastConvert(c jsonCol, text *jen.Statement) jen.Code {
	read := func(name string, args ...jen.Code) *jen.Statement {
		return jen.Qual(pkgScalar, name).Call(append([]jen.Code{text}, args...)...)
	}
	set := func(v *jen.Statement, results []jen.Code, from *jen.Statement) jen.Code {
		return jen.If(jen.List(results...).Op(":=").Add(from), jen.Id("ok")).Block(
			c.place().Op("=").Add(v)).Else().Block(d.left)
	}
	switch c.typ.Kind {
	case types.Float:
		return set(jen.Id("v"), ids("v", "ok"), read("Float32"))
	case types.Double:
		return set(jen.Id("v"), ids("v", "ok"), read("Float64"))
	case types.Date:
		return set(jen.Id("v"), ids("v", "ok"), read("DateISO"))
	case types.Time:
		return set(jen.Id("v"), ids("v", "ok"), read("TimeSQL"))
	case types.Timestamp, types.TimestampLTZ:
		return set(store(jen.Id("t"), c.typ), ids("t", "ok"), read(d.format.moments(c.typ)))
	case types.Binary, types.VarBinary:
		return set(jen.Id("v"), ids("v", "ok"), jen.Id("d").Dot("read").Dot("Base64").Call(text))
	case types.Decimal:
		return set(store(jen.Id("v"), c.typ), ids("v", "ok", "_"),
			read("Decimal", jen.Lit(c.typ.Precision), jen.Lit(c.typ.Scale)))
	}
	return c.place().Op("=").Add(text)
}
