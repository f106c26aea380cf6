package typecheck

import (
	"slices"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// A function in SQL is an expression over its parameters. A call becomes that expression, with the
// arguments in the place of the parameters; each argument is evaluated once, however often the body
// reads it.

// sqlBody is the body of a function in SQL. It means what it meant where it was declared: catalog
// is as it was before the function itself, which therefore cannot call itself.
type sqlBody struct {
	expr    lang.Expr
	catalog *catalog
}

// sqlClauses checks which clauses there are, and finds the body in RETURN or AS.
func (d *funcDecl) sqlClauses() bool {
	switch {
	case d.stmt.Signature.Table != nil:
		d.errSQLClause(d.stmt.Signature.Table[0].Span(), "rows")
	case d.onError != nil:
		d.errSQLClause(d.onError.Span(), "ON ERROR")
	case d.with != nil:
		d.errSQLClause(d.with.Span(), "options")
	case d.as != nil && d.body == nil:
		d.body = d.parseBody(d.as)
		return d.body != nil
	case d.body == nil:
		d.errNoBody(d.stmt.Name.Span())
	default:
		return true
	}
	return false
}

// parseBody reads the text behind AS.
func (d *funcDecl) parseBody(as *lang.Text) lang.Expr {
	body, list := lang.ParseExpr(d.script.Source, as)
	for _, diagnostic := range list {
		d.report(diagnostic)
	}
	return body
}

// sqlSide checks the body once, for its errors.
func (d *funcDecl) sqlSide(before *catalog) bool {
	f := d.function
	f.sql = &sqlBody{expr: d.body, catalog: before}
	body := d.bindBody(f)
	switch {
	case isInvalid(body):
		return false
	case !types.CanCast(body.Type(), f.user.Result).IsImplicit():
		d.errBodyType(f.user, body)
		return false
	}
	return true
}

// bindBody binds the body over a row of the parameters.
func (c *checker) bindBody(f *userFunc) logical.Expr {
	params := &scope{place: inFunction}
	for i, p := range f.user.Params {
		params.columns = append(params.columns,
			scopeColumn{name: p.Name, typ: p.Type, index: i, tableAt: f.at})
	}
	outer := c.catalog
	c.catalog = f.sql.catalog
	body := typedNull(c.checkExpr(f.sql.expr, params))
	c.catalog = outer
	return body
}

// expand is a call: the body over the arguments.
func (c *checker) expand(e *lang.Call, f *userFunc, args []logical.Expr) logical.Expr {
	if !c.room(e.Span()) {
		return invalid(e.Span())
	}
	body := quiet(c, func() logical.Expr { return c.bindBody(f) })
	if isInvalid(body) {
		return invalid(e.Span())
	}
	result := f.user.Result
	if !body.Type().Nullable {
		result = result.NotNull()
	}
	return c.substitute(castTo(body, result), args)
}

// substitute puts the arguments in the place of the parameters, the columns of the body. One that
// is read several times is bound by a Let.
func (c *checker) substitute(body logical.Expr, args []logical.Expr) logical.Expr {
	uses := make([]int, len(args))
	logical.WalkExpr(body, func(x logical.Expr) {
		if p, ok := x.(*logical.Column); ok {
			uses[p.Index]++
		}
	})
	for i := range args {
		if uses[i] < 2 || atom(args[i]) {
			continue
		}
		return c.once(args[i], func(ref logical.Expr) logical.Expr {
			bound := slices.Clone(args)
			bound[i] = ref
			return c.substitute(body, bound)
		})
	}
	return logical.Map(body, func(x logical.Expr) logical.Expr {
		if p, ok := x.(*logical.Column); ok {
			return args[p.Index]
		}
		return nil
	})
}
