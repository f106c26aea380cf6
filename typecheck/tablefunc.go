package typecheck

// Table functions: their declaration with RETURNS TABLE (..), and LATERAL TABLE(f(..)).

import (
	"slices"
	"strings"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// rowType is the ROW of the columns behind RETURNS TABLE.
func (d *funcDecl) rowType(columns []*lang.Param) types.Type {
	out := types.RowOf().NotNull()
	seen := map[string]bool{}
	ok := true
	for _, p := range columns {
		t := d.valueType(p.Type)
		ok = ok && t.Kind != types.Invalid && !seen[p.Name.Name]
		if seen[p.Name.Name] {
			d.errParameterTwice(p.Name)
		}
		seen[p.Name.Name] = true
		out.Fields = append(out.Fields, types.Field{Name: p.Name.Name, Type: t})
	}
	if !ok {
		return types.Type{}
	}
	return out
}

// rowsFault says how the rows that Go gives differ from the declared ones.
func rowsFault(f *logical.UserFunction) string {
	side := f.Go
	switch {
	case !f.Table:
		return "the function gives rows, and is declared to return one value"
	case !side.Results.AreRows():
		return "RETURNS TABLE is for a function that gives rows, but this one returns " + side.GoResult
	case !slices.Contains(rowGoTypes(f), side.GoResult):
		return "the rows are TABLE " + fieldList(f.Result.Fields) + ", which is " + rowGoText(f) +
			" in Go, but the function gives " + star(side.PointerResult) + side.GoResult
	case !f.Single && side.PointerResult:
		return "a row is never NULL, but the function gives *" + side.GoResult
	}
	for i, column := range f.Result.Fields {
		if part := f.Column(i); part.Pointer && !column.Type.Nullable {
			return "column " + column.Name + " is NOT NULL, but it is a pointer in Go"
		}
	}
	return ""
}

// rowGoTypes are the Go types of a row: a struct with the columns, or the type of the only column.
func rowGoTypes(f *logical.UserFunction) []string {
	out := structTypes(f.Go, f.Result)
	if len(f.Result.Fields) == 1 {
		out = append(out, goTypes(f.Go, f.Result.Fields[0].Type)...)
	}
	return out
}

func rowGoText(f *logical.UserFunction) string {
	if len(f.Result.Fields) == 1 {
		return goText(f.Go, f.Result.Fields[0].Type) + ", or a struct with this field,"
	}
	return "a struct with these fields in this order"
}

// narrowRows makes the columns NOT NULL that are no pointers in Go. A DECIMAL with too many digits is NULL.
func narrowRows(f *logical.UserFunction) {
	fields := slices.Clone(f.Result.Fields)
	for i, column := range fields {
		if !f.Column(i).Pointer && column.Type.Kind != types.Decimal {
			fields[i].Type = column.Type.NotNull()
		}
	}
	f.Result.Fields = fields
}

// unnestable is an item of FROM that gives rows for each row in front of it: UNNEST, or the call of a
// table function. ok is false for others.
func (c *checker) unnestable(ref lang.TableRef) (u unnesting, ok bool) {
	switch ref := ref.(type) {
	case *lang.Unnest:
		return unnesting{ref: ref, alias: ref.Alias, ordinality: ref.Ordinality}, true
	case *lang.TableFunc:
		if isWindowFunction(ref.Call) {
			return unnesting{}, false
		}
		return unnesting{ref: ref, alias: ref.Alias}, true
	}
	return unnesting{}, false
}

// collection is what an UNNEST or a table function takes apart.
func (c *checker) collection(ref lang.TableRef, s *scope) logical.Expr {
	switch ref := ref.(type) {
	case *lang.Unnest:
		return c.checkExpr(ref.Expr, s.in(inFrom))
	case *lang.TableFunc:
		if !ref.Lateral { // the rows in front of it are not seen
			s = &scope{}
		}
		return c.tableCall(ref.Call, s.in(inFrom))
	}
	return invalid(ref.Span())
}

// tableCall is the call of a table function.
func (c *checker) tableCall(e *lang.Call, s *scope) logical.Expr {
	f := c.userFunction(e)
	switch {
	case f == nil && (isAggregate(nameOf(e)) || hasBuiltin(nameOf(e))):
		c.errNoTableFunction(e, nil)
		return invalid(e.Span())
	case f == nil:
		c.errUnknownFunction(e)
		return invalid(e.Span())
	case !f.broken && !f.user.Table:
		c.errNoTableFunction(e, f)
		return invalid(e.Span())
	}
	args, ok := c.userArgs(e, f, s)
	if !ok {
		return invalid(e.Span())
	}
	return &logical.UserCall{Typed: typed(types.ArrayOf(f.user.Result).NotNull(), e), Func: f.user, Args: args}
}

// userFunction finds a declared function by the name of a call; nil when there is none.
func (c *checker) userFunction(e *lang.Call) *userFunc {
	if f := c.catalog.system[strings.ToLower(nameOf(e))]; f != nil && len(e.Name.Parts) == 1 {
		return f
	}
	p, ok := c.path(e.Name)
	if !ok {
		return nil
	}
	return c.catalog.function(p)
}
