package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// userCall prints a call of a function that the script declares: a direct call of the user's Go code.
//
// A function that wants no NULL is not called for it. Text arguments are copied into memory that is never reused,
// because the function may keep them, unless it promised not to or they are in such memory.
func (g *gen) userCall(e *logical.UserCall) val {
	args, plain := g.userOperands(e.Func, e.Args)
	return g.strict(e.T, plain, false, func() val { return g.userInvoke(e, args) })
}

// userOperands are the values of the arguments, and those among them for which the function is not called when they are
// NULL.
func (g *gen) userOperands(f *logical.UserFunction, exprs []logical.Expr) (args, plain []val) {
	for i, a := range exprs {
		x := g.expr(a)
		if f.Go.Pointer[i] {
			x = g.bind(x, "v")
		} else {
			plain = append(plain, x)
		}
		args = append(args, x)
	}
	return args, plain
}

// userArgs are the arguments in Go, and the variable that says whether one of them has a NULL without a place.
func (g *gen) userArgs(f *logical.UserFunction, args []val) (codes []jen.Code, torn string) {
	torn = g.torn(f)
	for i, x := range args {
		if f.Go.Pointer[i] {
			codes = append(codes, g.pointer(f, i, x, torn))
			continue
		}
		codes = append(codes, g.userArg(f, i, x, torn))
	}
	return codes, torn
}

func (g *gen) userInvoke(e *logical.UserCall, args []val) val {
	codes, torn := g.userArgs(e.Func, args)
	if torn == "" {
		return g.userCalled(e, codes)
	}
	var out val
	body := g.block(func() { out = g.userCalled(e, codes) })
	return g.guard(e.T, jen.Id(torn), body, out)
}

// userCalled prints the call itself.
func (g *gen) userCalled(e *logical.UserCall, codes []jen.Code) val {
	f := e.Func
	g.note(e.At)
	call := g.callee(f).Call(codes...)
	if f.OnError != logical.OnErrorFail {
		return g.guarded(e, call)
	}
	return g.userResult(e, call)
}

// note tells the stage's cursor which row and expression it is at, before foreign code is called. A function with one
// call site says the expression once, before its loop.
func (g *gen) note(at diag.Span) {
	g.add(jen.Id("s").Dot("At").Dot("Row").Op("=").Add(g.rowIndex()))
	site := jen.Null()
	g.add(site)
	g.sites = append(g.sites, callSite{at, site})
}

// callSite is a place where foreign code is called; code stands in front of the call and is empty at first.
type callSite struct {
	at   diag.Span
	code *jen.Statement
}

// noted returns the statement for the start of the function, or fills in all sites when there are several.
func (g *gen) noted() []jen.Code {
	set := func(at diag.Span) *jen.Statement {
		return jen.Id("s").Dot("At").Dot("SQL").Op("=").Add(g.p.sql(at))
	}
	if len(g.sites) == 1 {
		return []jen.Code{set(g.sites[0].at)}
	}
	for _, c := range g.sites {
		*c.code = *set(c.at)
	}
	return nil
}

// callee is the function, or Eval of the stage's instance of a stateful one.
func (g *gen) callee(f *logical.UserFunction) *jen.Statement {
	if !f.Go.Stateful {
		return jen.Qual(g.p.functionPath(f), f.Go.Name)
	}
	return jen.Id("s").Dot(g.instance(f)).Dot("Eval")
}

// instance is the stage's field with its own instance of a stateful function, opened when the program starts.
func (g *gen) instance(f *logical.UserFunction) string {
	if name, ok := g.prep["instance\x00"+f.Name]; ok {
		return name
	}
	name := g.names.name(ident(f.Name, false))
	g.prep["instance\x00"+f.Name] = name
	g.fields = append(g.fields, jen.Id(name).Qual(g.p.functionPath(f), f.Go.Name))
	call := jen.Id("s").Dot(name)
	if f.Go.HasOpen {
		g.opened = append(g.opened, g.openFunction(f, call))
	}
	if f.Go.HasClose {
		g.shut = append(g.shut, call.Clone().Dot("Close").Call())
	}
	return name
}

// openFunction prints the call of Open. When it fails, the functions that were opened before are closed.
func (g *gen) openFunction(f *logical.UserFunction, instance *jen.Statement) jen.Code {
	failed := jen.Qual("fmt", "Errorf").Call(text("function %s: %w"), text(f.Name), jen.Err())
	if len(g.shut) > 0 {
		failed = jen.Qual("errors", "Join").Call(append([]jen.Code{failed}, clones(g.shut)...)...)
	}
	return jen.If(
		jen.Err().Op(":=").Add(instance.Clone()).Dot("Open").Call(
			jen.Id("l").Dot("FunctionContext").Call(text(f.Name))),
		jen.Err().Op("!=").Nil()).Block(jen.Return(jen.Nil(), failed))
}

func clones(calls []*jen.Statement) []jen.Code {
	var out []jen.Code
	for _, c := range calls {
		out = append(out, c.Clone())
	}
	return out
}

// userArg is an argument as the function's Go type.
func (g *gen) userArg(f *logical.UserFunction, i int, x val, torn string) *jen.Statement {
	t := f.Params[i].Type
	v := x.get()
	if isText(t) && !f.Borrowed && !x.stable {
		g.needKeep()
		v = jen.Id("s").Dot("keep").Dot("Copy").Call(v)
	}
	if t.IsConstructed() {
		return g.goCollection(goValue{f, t, f.Go.GoParams[i], torn}, v)
	}
	return toUser(v, t, f.Go.GoParams[i])
}

// pointer is an argument for a parameter that sees NULL.
func (g *gen) pointer(f *logical.UserFunction, i int, x val, torn string) *jen.Statement {
	v := g.locals.name("arg")
	if x.null == nil {
		g.add(jen.Id(v).Op(":=").Add(g.userArg(f, i, x, torn)))
		return jen.Op("&").Id(v)
	}
	p := g.locals.name("argPtr")
	elem := jen.Op("*").Add(g.userType(f, f.Params[i].Type, f.Go.GoParams[i]))
	body := g.block(func() {
		g.add(jen.Id(v).Op(":=").Add(g.userArg(f, i, x, torn)), jen.Id(p).Op("=").Op("&").Id(v))
	})
	g.add(jen.Var().Id(p).Add(elem), jen.If(x.notNull()).Block(body...))
	return jen.Id(p)
}

// needKeep gives the stage memory for text that functions may keep.
func (g *gen) needKeep() {
	if !g.keep {
		g.keep = true
		g.fields = append(g.fields, jen.Id("keep").Qual(pkgFn, "KeepArena"))
	}
}

// userResult binds the results of a call.
func (g *gen) userResult(e *logical.UserCall, call *jen.Statement) val {
	f := e.Func
	out := g.called(ident(f.Name, false), call, f.Go.Results == logical.ResultError,
		f.Go.Results == logical.ResultOK, e.At)
	return g.fromUser(f, g.bind(out, ident(f.Name, false)))
}

// fromUser turns a function's Go result into a value of an expression.
func (g *gen) fromUser(f *logical.UserFunction, x val) val {
	if f.Go.PointerResult {
		n := g.locals.name("vNull")
		g.add(jen.Id(n).Op(":=").Add(x.get()).Op("==").Nil())
		return g.pointed(resultOf(f), n, x.get())
	}
	return g.converted(resultOf(f), x)
}

// resultOf is a function's result without its pointer.
func resultOf(f *logical.UserFunction) goValue { return goValue{f, f.Result, f.Go.GoResult, ""} }

// pointed is what a *T points to, unless the condition null says that it is nil.
func (g *gen) pointed(c goValue, null string, p *jen.Statement) val {
	var out val
	body := g.block(func() { out = g.converted(c, val{v: jen.Parens(jen.Op("*").Add(p))}) })
	return g.guard(c.typ, jen.Id(null), body, out)
}

// converted is what a function gives as a value of an expression. A decimal is brought to the declared precision and
// scale; NULL when it does not fit.
func (g *gen) converted(c goValue, x val) val {
	if c.typ.IsConstructed() {
		return g.strict(c.typ, []val{x}, false, func() val { return g.fromCollection(c, g.bind(x, "v"), c.fn.At) })
	}
	if c.written != "value.Decimal" {
		return val{v: fromGo(x.get(), c.typ, c.written), null: x.null, atom: x.atom, call: x.call,
			stable: !c.fn.Borrowed}
	}
	return g.strict(c.typ, []val{x}, false, func() val {
		call := jen.Qual(pkgValue, "DecimalRescale").Call(x.get().Dot("Unscaled"), x.get().Dot("Scale"),
			jen.Lit(c.typ.Precision), jen.Lit(c.typ.Scale))
		return g.called("v", call, false, true, c.fn.At)
	})
}

// guarded calls through a method that turns a panic or an error into ON ERROR's policy, row by row.
func (g *gen) guarded(e *logical.UserCall, call *jen.Statement) val {
	f := e.Func
	v, ok := g.locals.name(ident(f.Name, false)), g.locals.name(ident(f.Name, false)+"OK")
	result := g.userType(f, f.Result, f.Go.GoResult)
	if f.Go.PointerResult {
		result = jen.Op("*").Add(result)
	}
	fine := g.locals.name("fine")
	g.add(jen.List(jen.Id(v), jen.Id(ok), jen.Id(fine)).Op(":=").Add(recovered(f.Go.Results, result, call)))
	return g.policy(e, v, ok, fine)
}

// recovered is a call with three results: what it gives, of the type result, whether that is known, and whether there
// was neither a panic nor an error.
func recovered(results logical.GoResults, result, call *jen.Statement) *jen.Statement {
	body := []jen.Code{jen.Defer().Func().Params().Block(
		jen.If(jen.Recover().Op("!=").Nil()).Block(jen.Id("fine").Op("=").False())).Call()}
	switch results {
	case logical.ResultError, logical.ResultRowsError, logical.ResultRowErrors:
		body = append(body, jen.List(jen.Id("v"), jen.Id("failed")).Op(":=").Add(call),
			jen.Return(jen.Id("v"), jen.True(), jen.Id("failed").Op("==").Nil()))
	case logical.ResultOK:
		body = append(body, jen.List(jen.Id("v"), jen.Id("known")).Op(":=").Add(call),
			jen.Return(jen.Id("v"), jen.Id("known"), jen.True()))
	default:
		body = append(body, jen.Return(call, jen.True(), jen.True()))
	}
	return jen.Func().Params().Params(jen.Id("_").Add(result), jen.Id("_"), jen.Id("fine").Bool()).
		Block(body...).Call()
}

func (g *gen) policy(e *logical.UserCall, v, ok, fine string) val {
	f := e.Func
	if f.OnError == logical.OnErrorSkipRow {
		g.skipUnless(fine)
		return g.fromUser(f, val{v: jen.Id(v), null: jen.Op("!").Id(ok), atom: true})
	}
	n := g.locals.name(v + "Null")
	g.add(jen.Id(n).Op(":=").Op("!").Id(fine).Op("||").Op("!").Id(ok))
	if f.Go.PointerResult {
		g.add(jen.Id(n).Op("=").Id(n).Op("||").Id(v).Op("==").Nil())
		return g.pointed(resultOf(f), n, jen.Id(v))
	}
	return g.converted(resultOf(f), val{v: jen.Id(v), null: jen.Id(n), atom: true})
}

// skipUnless leaves the row, and counts it, unless the call went well.
func (g *gen) skipUnless(fine string) {
	g.counting = true
	g.add(jen.If(jen.Op("!").Id(fine)).Block(jen.Id("s").Dot("count").Dot("Skipped").Op("++"), g.skip.Clone()))
}

// userType is the Go type of a parameter or result as the user's function declares it.
func (g *gen) userType(f *logical.UserFunction, t types.Type, written string) *jen.Statement {
	switch written {
	case "time.Time":
		return jen.Qual("time", "Time")
	case "time.Duration":
		return jen.Qual("time", "Duration")
	case "value.Decimal":
		return jen.Qual(pkgValue, "Decimal")
	case "[]byte":
		return jen.Index().Byte()
	}
	if t.IsConstructed() {
		return g.goType(goValue{f, t, written, ""})
	}
	return exprType(t)
}

// toUser converts a value to the Go type of the user's parameter.
func toUser(v *jen.Statement, t types.Type, written string) *jen.Statement {
	switch written {
	case "time.Time":
		switch t.Kind {
		case types.Date:
			return jen.Qual(pkgValue, "DateTime").Call(v)
		case types.Time:
			v = jen.Qual(pkgCast, "TimeToTimestamp").Call(v)
		}
		return v.Dot("Time").Call()
	case "time.Duration":
		return jen.Qual(pkgValue, "TimeToDuration").Call(v)
	case "value.Decimal":
		return jen.Qual(pkgValue, "Decimal").Values(jen.Dict{
			jen.Id("Unscaled"): v, jen.Id("Scale"): jen.Lit(t.Scale)})
	case "[]byte":
		return jen.Index().Byte().Call(v)
	}
	return v
}

// fromGo converts a function's result to a value of an expression.
func fromGo(v *jen.Statement, t types.Type, written string) *jen.Statement {
	switch written {
	case "time.Time":
		v = jen.Qual(pkgValue, "FromTime").Call(v)
		switch t.Kind {
		case types.Date:
			return v.Dot("Date").Call()
		case types.Time:
			return v.Dot("TimeOfDay").Call()
		}
		return v.Dot("Truncate").Call(jen.Lit(t.Precision))
	case "time.Duration":
		return jen.Qual(pkgValue, "DurationToTime").Call(v)
	case "value.Timestamp":
		return v.Dot("Truncate").Call(jen.Lit(t.Precision))
	case "[]byte":
		return jen.String().Call(v)
	}
	return v
}
