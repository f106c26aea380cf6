package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/flinkc/flinkc/codegen/physical"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// functionRows are the parts of a call of the user's table function: the rows that its sequence yields, gathered before
// the loop over them begins; see rtlib/fn.Collector.
type functionRows struct {
	*unnester
	call *logical.UserCall
	rows string // the rows, none when the function was not called
	none string // LEFT JOIN: the row of the round of NULLs
}

func (r *functionRows) countable() bool { return true }

func (r *functionRows) rounds(part func()) { part() }

func (r *functionRows) open() *jen.Statement {
	f := r.call.Func
	args, plain := r.userOperands(f, r.call.Args)
	var nulls []*jen.Statement
	for _, a := range plain {
		nulls = append(nulls, a.null)
	}
	r.rows = r.locals.name(ident(f.Name, false))
	r.add(jen.Var().Id(r.rows).Index().Add(r.rowType()))
	if null := or(nulls...); null != nil {
		r.add(jen.If(jen.Op("!").Add(grouped(null))).Block(r.block(func() { r.invoke(args) })...))
	} else {
		r.invoke(args)
	}
	if r.Of.Left {
		r.none = r.locals.name("none")
		r.add(jen.Var().Id(r.none).Add(r.rowType()))
	}
	return jen.Len(jen.Id(r.rows))
}

// rowType is the Go type of a row.
func (r *functionRows) rowType() *jen.Statement {
	f := r.call.Func
	if !f.Single {
		return jen.Qual(r.p.functionPath(f), f.Go.GoResult)
	}
	t := r.userType(f, f.Result.Fields[0].Type, f.Go.GoResult)
	if f.Go.PointerResult {
		return jen.Op("*").Add(t)
	}
	return t
}

// invoke prints the call.
func (r *functionRows) invoke(args []val) {
	codes, torn := r.userArgs(r.call.Func, args)
	if torn == "" {
		r.collect(codes)
		return
	}
	r.add(jen.If(jen.Op("!").Id(torn)).Block(r.block(func() { r.collect(codes) })...))
}

// collect prints the call for arguments that it can be called with.
func (r *functionRows) collect(codes []jen.Code) {
	f := r.call.Func
	r.note(r.call.At)
	method := map[logical.GoResults]string{logical.ResultRows: "Collect",
		logical.ResultRowsError: "CollectUnless", logical.ResultRowErrors: "CollectTried"}[f.Go.Results]
	call := jen.Id("s").Dot(r.collector()).Dot(method).Call(r.callee(f).Call(codes...))
	if f.OnError != logical.OnErrorFail {
		r.tolerate(call)
		return
	}
	x := r.called(ident(f.Name, false), call, f.Go.Results != logical.ResultRows, false, r.call.At)
	r.add(jen.Id(r.rows).Op("=").Add(x.get()))
}

// tolerate prints a call after whose failure the function has given no rows.
func (r *functionRows) tolerate(call *jen.Statement) {
	rows, fine := r.locals.name(ident(r.call.Func.Name, false)), r.locals.name("fine")
	r.add(jen.List(jen.Id(rows), jen.Id("_"), jen.Id(fine)).Op(":=").Add(
		recovered(r.call.Func.Go.Results, jen.Index().Add(r.rowType()), call)))
	if r.call.Func.OnError == logical.OnErrorSkipRow {
		r.skipUnless(fine)
		r.add(jen.Id(r.rows).Op("=").Id(rows))
		return
	}
	r.add(jen.If(jen.Id(fine)).Block(jen.Id(r.rows).Op("=").Id(rows)))
}

// collector is the stage's field that gathers the rows of this call.
func (r *functionRows) collector() string {
	name := r.names.name(ident(r.call.Func.Name, false) + "Rows")
	r.fields = append(r.fields, jen.Id(name).Qual(pkgFn, "Collector").Types(r.rowType()))
	r.gen.open = append(r.gen.open, jen.Id("s").Dot(name).Dot("Init").Call())
	return name
}

func (r *functionRows) columns() []val {
	f := r.call.Func
	out := make([]val, len(f.Result.Fields))
	if r.unread() {
		return out
	}
	row := r.locals.name("row")
	at := jen.Op("&").Id(r.rows).Index(jen.Id(r.i))
	if r.Of.Left {
		r.add(jen.Id(row).Op(":=").Op("&").Id(r.none), jen.If(jen.Id(r.inner)).Block(jen.Id(row).Op("=").Add(at)))
	} else {
		r.add(jen.Id(row).Op(":=").Add(at))
	}
	for i := range f.Result.Fields {
		if use := r.Wanted()[len(r.Schema)+i]; use != physical.Unused {
			out[i] = r.column(i, row)
		}
	}
	return out
}

// column is a column of the row at hand.
func (r *functionRows) column(i int, row string) val {
	f := r.call.Func
	part, column := f.Column(i), f.Result.Fields[i]
	x := val{v: jen.Parens(jen.Op("*").Id(row)), atom: true}
	if !f.Single {
		x.v = jen.Id(row).Dot(part.Name)
	}
	if r.Of.Left {
		x.null = jen.Op("!").Id(r.inner)
	}
	value := goValue{f, column.Type, part.Type, ""}
	if !part.Pointer {
		return r.bindFor(r.converted(value, x), column.Name)
	}
	null := r.locals.name(ident(column.Name, false) + "Null")
	r.add(jen.Id(null).Op(":=").Add(x.get()).Op("==").Nil())
	return r.pointed(value, null, x.get())
}
