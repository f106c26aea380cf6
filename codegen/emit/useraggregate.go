package emit

import (
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/typecheck/logical"
)

// An aggregate function of the user is a struct whose values are accumulators. One without texts lies in the table's
// entry, as it is. Entries hold no pointers; so one with texts is kept in its binary form among the texts of the
// aggregation, is read for each row, and written again. The form is what snapshots and exchanges have, too: one
// function of the program for each struct, made of the fields that the checker has read.

// encoded reports an accumulator with a text in it.
func (x accumulator) encoded() bool {
	return x.call.User != nil && hasString(x.call.User.Go.Structs, x.call.User.Go.Name)
}

func hasString(structs map[string][]logical.GoField, name string) bool {
	return slices.ContainsFunc(structs[name], func(f logical.GoField) bool {
		_, elem := arrayOf(f.Type)
		return elem == "string" || hasString(structs, elem)
	})
}

// arrayOf takes the lengths off a type: [2][3]int64 is 2 arrays of int64.
func arrayOf(typ string) (dimensions int, elem string) {
	for strings.HasPrefix(typ, "[") {
		_, typ, _ = strings.Cut(typ, "]")
		dimensions++
	}
	return dimensions, typ
}

// fieldLines describe an accumulator's fields, for the schema.
func fieldLines(structs map[string][]logical.GoField, name string) []string {
	var out []string
	for _, f := range structs[name] {
		_, elem := arrayOf(f.Type)
		out = append(out, name+"."+f.Name+" "+f.Type)
		out = append(out, fieldLines(structs, elem)...)
	}
	return out
}

// takesNull reports whether a row counts whose argument of this number is NULL.
func (x accumulator) takesNull(arg int) bool {
	if x.call.User != nil {
		return x.call.User.Go.Pointer[arg]
	}
	return x.call.Nulls
}

// formOf is the name of the function that writes and reads a user's accumulator.
func (p *program) formOf(f *logical.UserFunction) string {
	key := p.functionPath(f) + "." + f.Go.Name
	if p.forms[key] == "" {
		p.forms[key] = p.names.name("code" + ident(f.Go.Name, true))
		p.formDecls = append(p.formDecls, p.formDecl(f, p.forms[key]))
	}
	return p.forms[key]
}

func (p *program) formDecl(f *logical.UserFunction, name string) jen.Code {
	w := &formWriter{structs: f.Go.Structs}
	return jen.Comment(name+" writes or reads an accumulator of "+f.Name+".").Line().
		Func().Id(name).Params(jen.Id("a").Op("*").Qual(p.functionPath(f), f.Go.Name),
		jen.Id("c").Op("*").Qual(pkgValue, "Codec")).Block(w.fields(f.Go.Name, jen.Id("a"))...)
}

// formWriter prints what a form does with the fields of a struct.
type formWriter struct {
	structs map[string][]logical.GoField
	depth   int // of the loops over arrays
}

func (w *formWriter) fields(name string, on *jen.Statement) []jen.Code {
	var out []jen.Code
	for _, f := range w.structs[name] {
		out = append(out, w.value(f.Type, on.Clone().Dot(f.Name))...)
	}
	return out
}

// value is one field or element.
func (w *formWriter) value(typ string, v *jen.Statement) []jen.Code {
	if strings.HasPrefix(typ, "[") {
		_, elem, _ := strings.Cut(typ, "]")
		i := string(rune('i' + w.depth))
		w.depth++
		body := w.value(elem, v.Clone().Index(jen.Id(i)))
		w.depth--
		return []jen.Code{jen.For(jen.Id(i).Op(":=").Range().Add(v)).Block(body...)}
	}
	if _, inner := w.structs[typ]; inner {
		return w.fields(typ, v)
	}
	switch typ {
	case "value.Decimal":
		return []jen.Code{coded("Int128", v.Clone().Dot("Unscaled")), codedInteger(v.Clone().Dot("Scale"))}
	case "int", "uint", "uint8", "uint16", "uint32", "uint64", "time.Duration":
		return []jen.Code{codedInteger(v)}
	case "string":
		return []jen.Code{coded("Text", v)}
	}
	method := typ[strings.LastIndexByte(typ, '.')+1:] // bool, int8, value.Timestamp
	return []jen.Code{coded(strings.ToUpper(method[:1])+method[1:], v)}
}

func codedInteger(v *jen.Statement) *jen.Statement {
	return jen.Qual(pkgValue, "CodeInteger").Call(jen.Id("c"), jen.Op("&").Add(v))
}

// heldOf prints a variable with the accumulator of the entry a, or gives its place there.
func (g *gen) heldOf(x accumulator, on string) *jen.Statement {
	if !x.encoded() {
		return jen.Id(on).Dot(x.name)
	}
	return g.decoded(x, jen.Id("s").Dot(g.texts).Dot("Get").Call(jen.Id(on).Dot(x.name)))
}

// decoded prints a variable with the accumulator of a text; the empty text is a new one.
func (g *gen) decoded(x accumulator, form *jen.Statement) *jen.Statement {
	v := g.locals.name(x.name)
	g.add(jen.Var().Id(v).Add(x.userType.Clone()),
		jen.Qual(pkgValue, "Decode").Call(form, jen.Op("&").Id(v), jen.Id(x.form)))
	return jen.Id(v)
}

// hold prints how the accumulator that heldOf gave goes back into its entry.
func (g *gen) hold(x accumulator, v *jen.Statement) {
	if !x.encoded() {
		return
	}
	if _, ok := g.prep["form"]; !ok {
		g.prep["form"] = g.names.name("form")
		g.fields = append(g.fields, jen.Id(g.prep["form"]).Index().Byte().Comment("the binary form of an accumulator"))
	}
	form := g.locals.name("form")
	encode := jen.Qual(pkgValue, "Encode").Call(
		jen.Op("&").Id("s").Dot(g.prep["form"]), jen.Op("&").Add(v), jen.Id(x.form))
	a, texts := jen.Id("a").Dot(x.name), jen.Id("s").Dot(g.texts)
	old := texts.Clone().Dot("Get").Call(a.Clone())
	g.add(jen.If(jen.Id(form).Op(":=").Add(encode), jen.Id(form).Op("!=").Add(old)).Block(
		a.Clone().Op("=").Add(texts).Dot("Replace").Call(a, jen.Id(form))))
}

// accumulateUser prints the call of Accumulate or Retract with the arguments of the current row.
func (g *gen) accumulateUser(x accumulator, w way) {
	f := x.call.User
	var args []val
	for i, column := range x.call.Args {
		arg := g.cols[column]
		if !f.Go.Pointer[i] {
			arg.null = nil // the condition in front has seen to it
		}
		args = append(args, g.bindArg(f, i, arg))
	}
	codes, torn := g.userArgs(f, args)
	if torn == "" {
		g.userStep(x, w, codes)
		return
	}
	g.add(jen.If(jen.Op("!").Id(torn)).Block(g.block(func() { g.userStep(x, w, codes) })...))
}

// bindArg names an argument that a pointer is made of.
func (g *gen) bindArg(f *logical.UserFunction, i int, x val) val {
	if f.Go.Pointer[i] {
		return g.bind(x, "v")
	}
	return x
}

func (g *gen) userStep(x accumulator, w way, args []jen.Code) {
	side := x.call.User.Go.Aggregate
	method, fails := "Accumulate", side.Fails
	if w == taking {
		method, fails = "Retract", side.RetractFails
	}
	g.note(x.call.At)
	v := g.heldOf(x, "a")
	call := v.Clone().Dot(method).Call(args...)
	if fails {
		call = jen.If(jen.Err().Op(":=").Add(call), jen.Err().Op("!=").Nil()).Block(g.fail(x.call.At, jen.Err()))
	}
	g.add(call)
	g.hold(x, v)
}

// mergeUser prints how the accumulator of a partial result goes into a; form is the field with its binary form.
func (g *gen) mergeUser(x accumulator, form *jen.Statement) {
	g.note(x.call.At)
	other := jen.Id("b").Dot(x.name)
	if x.encoded() {
		other = g.decoded(x, form)
	}
	if x.call.User.Go.Aggregate.MergePointer {
		other = jen.Op("&").Add(other)
	}
	v := g.heldOf(x, "a")
	g.add(v.Clone().Dot("Merge").Call(other))
	g.hold(x, v)
}

// userValue is the result of the accumulator a.
func (g *gen) userValue(x accumulator) val {
	f := x.call.User
	g.note(x.call.At)
	call := g.heldOf(x, "a").Dot("Value").Call()
	return g.userResult(&logical.UserCall{Typed: logical.Typed{T: x.call.Type, At: x.call.At}, Func: f}, call)
}
