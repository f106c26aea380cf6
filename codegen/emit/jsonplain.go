package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
)

// The plain path is for documents as most writers give them: the table's fields, all of them, in
// their order and without blanks. The text before each value is then a constant that is compared by
// words, the opening quote of a string with it; a NULL shows as another text. null gathers the
// columns that are NULL.

// maxPlain bounds the columns of a table for which the path is printed: beyond about 80 the function
// is so large that Go's compiler inlines nothing in it.
const maxPlain = 64

// hasPlain reports whether a table has the path. Names that JSON writes with escapes have none:
// there are several ways to write them.
func hasPlain(src *physical.Source) bool {
	for _, f := range src.Schema {
		if escapedName(f.Name) {
			return false
		}
	}
	return len(src.Schema) <= maxPlain
}

func escapedName(name string) bool {
	for _, c := range []byte(name) {
		if c < ' ' || c == '"' || c == '\\' {
			return true
		}
	}
	return false
}

// plain prints the path: a loop over documents.
func (d *jsonDecoder) plain() jen.Code {
	d.left = jen.Break()
	body := []jen.Code{jen.Id("r").Op(":=").Op("&").Id("rows").Index(jen.Id("n"))}
	body = append(body, openDoc(jen.Id("spans").Index(jen.Id("n")))...)
	body = append(body, d.fastLocals()...)
	if d.row.bits > 0 {
		body = append(body, jen.Var().Id("null").Add(d.bits()))
	}
	before := "{"
	for i := range d.src.Schema {
		body = append(body, d.heading(i))
		body = append(body, d.plainField(i, before)...)
		before = ","
	}
	ended := behind(1).Op("!=").Id("e").Op("||").Add(inDoc("Byte", jen.Id("p"))).Op("!=").LitRune('}')
	body = append(body, jen.If(ended).Block(d.left))
	body = append(body, d.keepNulls(jen.Id("null"))...)
	n := jen.Id("n")
	return jen.Comment("plain decodes documents from the first on, as long as they have the table's fields in "+
		"their order and no").Line().
		Comment("blanks, and returns how many; the row behind theirs is undefined.").Line().
		Func().Params(jen.Id("d").Op("*").Id(d.typ)).Id("plain").Params(
		jen.Id("buf").Index().Byte(), jen.Id("spans").Index().Qual(pkgStream, "Span"),
		jen.Id("rows").Index().Id(d.row.name)).Int().Block(
		jen.If(strange().Op(">").Qual(pkgJSON, "Patience")).Block(jen.Return(jen.Lit(0))),
		n.Clone().Op(":=").Lit(0),
		jen.For(jen.Empty(), n.Clone().Op("<").Len(jen.Id("spans")), n.Clone().Op("++")).Block(body...),
		jen.If(n.Clone().Op(">").Lit(0)).Block(strange().Op("=").Lit(0)),
		jen.Return(n))
}

// strange counts the documents in a row that the path has refused.
func strange() *jen.Statement { return jen.Id("d").Dot("shape").Dot("Strange") }

// strangeMethod prints decode for documents that the path has refused, which it counts.
func (d *jsonDecoder) strangeMethod() jen.Code {
	body := []jen.Code{strange().Op("++"), jen.Return(d.twoPaths())}
	return d.method("decode", "makes a row of a document that is not plain, or says in Fault why it "+
		"gives none.", d.recordParams(), body...)
}

// plainField prints the reading of one field of the table.
func (d *jsonDecoder) plainField(i int, before string) []jen.Code {
	f := d.src.Schema[i]
	name := before + `"` + f.Name + `":`
	c := d.numbered(i)
	switch {
	case c == nil:
		return d.plainSkip(inQuotes(f.Type), integer(f.Type), name, nil)
	case c.field == "":
		return d.plainSkip(true, false, name, d.setNull(*c))
	case !inQuotes(f.Type):
		null := d.setNull(*c)
		if null != nil {
			null = append(null, jen.Id("q").Op("=").Add(behind(len(name)+len("null"))))
		}
		return append([]jen.Code{jen.If(hasNot(name)).Block(d.left)},
			d.fastValue(*c, len(name), null)...)
	}
	null := []jen.Code{d.left}
	if c.bit >= 0 {
		null = append([]jen.Code{jen.If(hasNot(name + "null")).Block(d.left)}, d.setNull(*c)...)
		null = append(null, jen.Id("p").Op("+=").Lit(len(name)+len("null")))
	}
	return plainString(name, null, d.fastValue(*c, len(name)+1, nil))
}

// plainString prints a field that is a string and what there is to do when it is something else.
func plainString(name string, other, value []jen.Code) []jen.Code {
	head := jen.If(hasNot(name + `"`)).Block(other...)
	if len(other) == 1 { // leaves
		return append([]jen.Code{head}, value...)
	}
	return []jen.Code{head.Else().Block(value...)}
}

// plainSkip prints a field of which the query wants at most whether it is NULL.
func (d *jsonDecoder) plainSkip(quoted, integer bool, name string, null []jen.Code) []jen.Code {
	skip := func(v string, off int) *jen.Statement {
		return jen.If(jen.Id(v).Op("=").Add(inDoc("SkipValue", behind(off), jen.Id("e"))),
			isNegative(v)).Block(d.left)
	}
	named := jen.If(hasNot(name)).Block(d.left)
	switch {
	case quoted:
		other := []jen.Code{named}
		if null != nil {
			other = append(other, jen.If(inDoc("Null", behind(len(name)))).Block(null...))
		}
		return plainString(name, append(other, skip("p", len(name))),
			append(d.fastString(len(name)+1), jen.Id("p").Op("=").Id("q").Op("+").Lit(1)))
	case integer:
		read := jen.List(jen.Id("_"), jen.Id("q")).Op("=").Add(inDoc("Digits", behind(len(name))))
		return []jen.Code{named, jen.If(read, isNotWhole(len(name))).Block(skip("q", len(name))),
			jen.Id("p").Op("=").Id("q")}
	}
	return []jen.Code{named, skip("p", len(name))}
}

// numbered is the referenced column at an index of the schema, nil for another one.
func (d *jsonDecoder) numbered(i int) *jsonCol {
	for n := range d.cols {
		if d.cols[n].index == i {
			return &d.cols[n]
		}
	}
	return nil
}

// setNull prints that a column is NULL; nil for one that cannot be.
func (d *jsonDecoder) setNull(c jsonCol) []jen.Code {
	if c.bit < 0 {
		return nil
	}
	return []jen.Code{d.word(jen.Id("null"), c).Op("|=").Add(mask(c.number))}
}

// hasNot is the condition that another text than the one given stands at p. Up to 24 bytes are
// compared by words.
func hasNot(s string) *jen.Statement {
	function := "Has"
	switch n := len(s); {
	case n < 4:
		panic("emit: no field of a document is as short as " + s)
	case n <= 8:
		function = "Has8"
	case n <= 16:
		function = "Has16"
	case n <= 24:
		function = "Has24"
	}
	return jen.Op("!").Add(inDoc(function, jen.Id("p"), jen.Id("e"), text(s)))
}
