package emit

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/function"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// called prints a call that may fail or answer NULL and returns its value. A plain call stays an expression.
func (g *gen) called(name string, call *jen.Statement, fails, nulls bool, at diag.Span) val {
	if !fails && !nulls {
		return val{v: call, call: true}
	}
	v := g.locals.name(name)
	out := val{v: jen.Id(v), atom: true}
	left := []jen.Code{jen.Id(v)}
	if nulls {
		ok := g.locals.name(name + "OK")
		left = append(left, jen.Id(ok))
		out.null = jen.Op("!").Id(ok)
	}
	if fails {
		left = append(left, jen.Err())
	}
	g.add(jen.List(left...).Op(":=").Add(call))
	if fails {
		g.add(jen.If(jen.Err().Op("!=").Nil()).Block(g.fail(at, jen.Err())))
	}
	return out
}

// call prints a call of a built-in function.
func (g *gen) call(e *logical.Call) val {
	e = joined(e)
	var args []val
	for _, a := range e.Args {
		args = append(args, g.expr(a))
	}
	f := e.Func
	if f.Null != function.Strict {
		return g.invoke(e, g.seeing(f, e, args))
	}
	total := f.Form == function.Plain && (f.Prepare == "" || preparedOnce(f, e.Args)) &&
		!f.Nested // what a NULL leaves is no list of cells
	return g.strict(e.T, args, total, func() val {
		var codes []jen.Code
		for _, a := range args {
			codes = append(codes, a.get())
		}
		if x, ok := plainLike(e, codes); ok {
			return x
		}
		return g.invoke(e, codes)
	})
}

// joined is a || b || c as one call, which copies each text once.
func joined(e *logical.Call) *logical.Call {
	const two, all = "Concat2", "Concat"
	if e.Func.Go != two {
		return e
	}
	first, ok := e.Args[0].(*logical.Call)
	if !ok || first.Func.Go != two {
		return e
	}
	f, out := *e.Func, *e
	f.Go = all
	out.Func, out.Args = &f, append(slices.Clone(joined(first).Args), e.Args[1])
	return &out
}

// plainLike is LIKE by a literal with % at its ends and nowhere else: a comparison that needs no matcher.
func plainLike(e *logical.Call, args []jen.Code) (val, bool) {
	if e.Func.Prepare != "PrepareLike" {
		return val{}, false
	}
	lit, ok := e.Args[1].(*logical.Literal)
	if !ok {
		return val{}, false
	}
	pattern, _ := lit.Value.(string)
	plain, before := strings.CutPrefix(pattern, "%")
	plain, behind := strings.CutSuffix(plain, "%")
	if plain == "" || strings.ContainsAny(plain, `%_\`) {
		return val{}, false
	}
	switch {
	case before && behind:
		return val{v: jen.Qual("strings", "Contains").Call(args[0], text(plain)), call: true}, true
	case before:
		return val{v: jen.Qual("strings", "HasSuffix").Call(args[0], text(plain)), call: true}, true
	case behind:
		return val{v: jen.Qual("strings", "HasPrefix").Call(args[0], text(plain)), call: true}, true
	}
	return val{v: jen.Add(args[0]).Op("==").Add(text(plain))}, true
}

// seeing passes values together with whether they are NULL.
func (g *gen) seeing(f *function.Builtin, e *logical.Call, args []val) []jen.Code {
	var out []jen.Code
	for i, a := range args {
		null := jen.False()
		if a.null != nil {
			null = a.isNull()
		}
		if f.Null == function.SeesMaybe {
			t := jen.Qual(pkgFn, "Maybe").Types(exprType(e.Args[i].Type()))
			out = append(out, t.Values(jen.Dict{jen.Id("V"): a.get(), jen.Id("Null"): null}))
			continue
		}
		out = append(out, a.get(), null)
	}
	return out
}

// invoke prints the call itself, with what the function wants besides its arguments.
func (g *gen) invoke(e *logical.Call, args []jen.Code) val {
	f := e.Func
	g.p.zones = g.p.zones || f.Zones
	if f.Prepare != "" {
		args = g.prepared(e, args)
	}
	var lead []jen.Code
	if f.Context {
		g.needContext()
		lead = append(lead, jen.Id("s").Dot("fn"))
	}
	if f.Arena {
		g.needArena()
		lead = append(lead, jen.Op("&").Id("s").Dot("text"))
	}
	if f.Writer {
		lead = append(lead, jen.Op("&").Add(g.nest()))
	}
	switch f.Describe {
	case function.FirstArgument:
		lead = append(lead, g.p.nestedType(e.Args[0].Type()))
	case function.TheResult:
		lead = append(lead, g.p.nestedType(e.T))
	}
	if f.Place != "" {
		lead = append(lead, jen.Op("&").Id(g.place(e)))
	}
	if f.Consts != nil {
		for _, n := range f.Consts(argTypes(e), e.T) {
			args = append(args, jen.Lit(n))
		}
	}
	pkg := pkgFn
	if f.Nested {
		pkg = pkgNested
	}
	call := jen.Qual(pkg, f.Go).Call(append(lead, args...)...)
	return g.called("v", call, f.Form.MayFail(), f.Form.MayBeNull(), e.At)
}

func argTypes(e *logical.Call) []types.Type {
	var out []types.Type
	for _, a := range e.Args {
		out = append(out, a.Type())
	}
	return out
}

// prepared replaces a pattern, format or the like by its compiled form: a field of the stage that is made when the
// program starts when it is a literal, else a cache.
func (g *gen) prepared(e *logical.Call, args []jen.Code) []jen.Code {
	f := e.Func
	from, to := f.PrepareArg, f.PrepareArg+max(f.PrepareCount, 1)
	p := preparation{function: f.Prepare, args: args[from:to:to], at: e.At}
	for _, n := range f.PrepareConsts {
		p.consts = append(p.consts, jen.Lit(n))
	}
	var arg jen.Code
	if key, ok := literalKey(f, e.Args[from:to]); ok {
		arg = jen.Id("s").Dot(g.preparedField(key, p))
	} else {
		arg = g.cached(p)
	}
	out := append([]jen.Code{}, args[:from]...)
	out = append(out, arg)
	return append(out, args[to:]...)
}

// preparedOnce reports whether what a function prepares is made when the program starts.
func preparedOnce(f *function.Builtin, args []logical.Expr) bool {
	_, ok := literalKey(f, args[f.PrepareArg:f.PrepareArg+max(f.PrepareCount, 1)])
	return ok
}

// preparation is a call of a function that prepares arguments.
type preparation struct {
	function     string
	args, consts []jen.Code
	at           diag.Span
}

func (p *preparation) call() *jen.Statement {
	return jen.Qual(pkgFn, p.function).Call(append(p.args, p.consts...)...)
}

// literalKey is the same for arguments that are prepared in the same way; false when one is no literal.
func literalKey(f *function.Builtin, args []logical.Expr) (string, bool) {
	key := fmt.Sprint(f.Prepare, f.PrepareConsts)
	for _, a := range args {
		l, ok := a.(*logical.Literal)
		if !ok || l.Value == nil {
			return "", false
		}
		key += fmt.Sprintf("\x00%v", l.Value)
	}
	return key, true
}

// preparedField is the stage's field that holds a prepared literal.
func (g *gen) preparedField(key string, p preparation) string {
	if name, ok := g.prep[key]; ok {
		return name
	}
	name := g.names.name(lowerFirst(p.function))
	g.prep[key] = name
	g.fields = append(g.fields, jen.Id(name).Add(preparedType(p.function)))
	g.open = append(g.open,
		jen.If(jen.List(jen.Id("s").Dot(name), jen.Err()).Op("=").Add(p.call()),
			jen.Err().Op("!=").Nil()).Block(
			jen.Return(jen.Nil(), jen.Qual(pkgStream, "Failed").Call(jen.Lit(0), g.p.sql(p.at), jen.Err()))))
	return name
}

// cached prepares an argument that is not constant, once per distinct value.
func (g *gen) cached(p preparation) jen.Code {
	name := g.names.name(lowerFirst(p.function) + "Cache")
	t := preparedType(p.function)
	g.fields = append(g.fields, jen.Id(name).Qual(pkgFn, "Cache").Types(t.Clone()))
	v := g.locals.name("v")
	build := jen.Func().Params().Params(t, jen.Error()).Block(jen.Return(p.call()))
	g.add(jen.List(jen.Id(v), jen.Err()).Op(":=").Id("s").Dot(name).Dot("Get").Call(cacheKey(p.args), build))
	g.add(jen.If(jen.Err().Op("!=").Nil()).Block(g.fail(p.at, jen.Err())))
	return jen.Id(v)
}

// needContext gives the stage the context of built-in functions.
func (g *gen) needContext() {
	if g.context {
		return
	}
	g.context = true
	g.fields = append(g.fields, jen.Id("fn").Op("*").Qual(pkgFn, "Context"))
	env := jen.Id("l").Dot("Env")
	context := jen.Qual(pkgFn, "NewContext").Call(env.Clone().Dot("Zone"))
	if g.p.plan.Logical.Settings.Batch {
		context = jen.Qual(pkgFn, "StartedAt").Call(env.Clone().Dot("Started"), env.Clone().Dot("Zone"))
	}
	g.open = append([]jen.Code{jen.Id("s").Dot("fn").Op("=").Add(context)}, g.open...)
}

// needArena gives the stage memory for strings that live as long as a batch.
func (g *gen) needArena() {
	if g.arena {
		return
	}
	g.arena = true
	g.fields = append(g.fields, jen.Id("text").Qual(pkgFn, "Arena"))
	g.begin = append(g.begin, jen.Id("s").Dot("text").Dot("Reset").Call())
}

func lowerFirst(s string) string { return ident(s, false) }

// preparedTypes are the results of the functions that prepare arguments.
var preparedTypes = map[string]string{
	"PrepareFormat": "Format", "PrepareSimpleFormat": "Format", "PrepareTimestampFormat": "Format",
	"PrepareSimpleRead": "Format", "PrepareZones": "Zones", "PrepareCharset": "Charset",
	"PrepareDelimiters": "Delimiters", "PrepareLike": "LikePattern", "PrepareLikeEscape": "LikePattern",
	"PrepareRegexp": "Regexp", "PrepareSimilar": "SimilarPattern", "PrepareSimilarEscape": "SimilarPattern",
	"PrepareJSONExists": "JSONPath", "PrepareJSONValue": "JSONPath", "PrepareJSONQuery": "JSONPath",
}

// preparedType is the pointer type that a Prepare function returns.
func preparedType(prepare string) *jen.Statement {
	return jen.Op("*").Qual(pkgFn, preparedTypes[prepare])
}

// cacheKey is the text under which a prepared value is kept: the argument, or all of them joined.
func cacheKey(args []jen.Code) *jen.Statement {
	key := jen.Add(args[0])
	for _, a := range args[1:] {
		key = key.Op("+").Lit("\x00").Op("+").Add(a)
	}
	return key
}
