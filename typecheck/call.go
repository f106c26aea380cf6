package typecheck

import (
	"errors"
	"strings"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/function"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// conditionals are the functions that are rewritten, most of them to CASE.
var conditionals = map[string]func(*checker, *lang.Call, []logical.Expr) logical.Expr{
	"IF": (*checker).checkIf, "COALESCE": (*checker).checkCoalesce,
	"ARRAY_MAX": (*checker).checkChosen, "ARRAY_MIN": (*checker).checkChosen, "ELEMENT": (*checker).checkChosen,
	"IFNULL": (*checker).checkCoalesce, "MOD": (*checker).checkMod, "NULLIF": (*checker).checkNullIf,
	"TYPEOF": (*checker).checkTypeOf, "CURRENT_DATABASE": (*checker).checkCurrentDatabase,
}

// checkTypeOf is the name of an expression's type. Whether it must be one that can be parsed again
// makes no difference here: all can.
func (c *checker) checkTypeOf(e *lang.Call, args []logical.Expr) logical.Expr {
	if !c.arity(e, len(args), 1, 2) {
		return invalid(e.Span())
	}
	if len(args) == 2 {
		if flag, ok := args[1].(*logical.Literal); !ok || flag.T.Kind != types.Boolean {
			c.errTypeOfFlag(e.Args[1])
			return invalid(e.Span())
		}
	}
	return literal(types.StringOf(), args[0].Type().String(), e.Span())
}

// checkCurrentDatabase is the database that USE has chosen.
func (c *checker) checkCurrentDatabase(e *lang.Call, args []logical.Expr) logical.Expr {
	if !c.arity(e, len(args), 0, 0) {
		return invalid(e.Span())
	}
	return literal(types.StringOf(), c.catalog.current.database, e.Span())
}

// nameOf is the called name in upper case, without its database.
func nameOf(e *lang.Call) string { return strings.ToUpper(e.Name.Last().Name) }

// checkCall resolves a call in Flink's order: temporary system functions, built-in ones, those of
// the catalog.
func (c *checker) checkCall(e *lang.Call, s *scope) logical.Expr {
	name := nameOf(e)
	plain := len(e.Name.Parts) == 1
	switch {
	case e.Over != nil:
		return c.checkOver(e, s)
	case plain && (s.place == inPattern || s.place == inPatternCall) && isPatternCall(name):
		return c.checkPatternCall(e, s)
	case plain && isRanking(name):
		c.errOver(e.Span(), name+" wants OVER (..)", "Write OVER (PARTITION BY .. ORDER BY ..) behind it.")
		return invalid(e.Span())
	case plain && c.catalog.system[strings.ToLower(name)] != nil:
		return c.checkUserCall(e, c.catalog.system[strings.ToLower(name)], s)
	case plain && isAggregate(name):
		return c.checkAggregate(e, s)
	case (e.Distinct || e.Star || e.Filter != nil || e.Within != nil) && !c.mayAggregate(e):
		c.errNotAggregate(e)
		return invalid(e.Span())
	case plain && timeFunctions[name]:
		return c.checkTimeCall(e, s)
	}
	return c.checkScalarCall(e, name, plain, s)
}

func (c *checker) checkScalarCall(e *lang.Call, name string, plain bool, s *scope) logical.Expr {
	rewrite := conditionals[name]
	unit := symbol(e)
	switch {
	case plain && unit != nil:
		return c.checkUnitCall(e, unit, s)
	case plain && rewrite != nil:
		args := c.checkAll(e.Args, s)
		if isInvalid(args...) {
			return invalid(e.Span())
		}
		return rewrite(c, e, args)
	case plain && len(e.JSON) > 0:
		return c.checkClauses(e, s)
	case plain && hasBuiltin(name):
		return c.builtin(e, name, c.checkAll(e.Args, s))
	}
	p, ok := c.path(e.Name)
	if !ok {
		return invalid(e.Span())
	}
	if f := c.catalog.function(p); f != nil {
		return c.checkUserCall(e, f, s)
	}
	c.errUnknownFunction(e)
	return invalid(e.Span())
}

// symbol returns the unit or side among the arguments; nil when there is none.
func symbol(e *lang.Call) *lang.Symbol {
	for _, a := range e.Args {
		if s, ok := a.(*lang.Symbol); ok {
			return s
		}
	}
	return nil
}

// checkUnitCall is EXTRACT(unit FROM x), FLOOR(x TO unit), TRIM(LEADING c FROM x) and the like.
func (c *checker) checkUnitCall(e *lang.Call, unit *lang.Symbol, s *scope) logical.Expr {
	var args []logical.Expr
	for _, a := range e.Args {
		if _, ok := a.(*lang.Symbol); !ok {
			args = append(args, c.checkExpr(a, s))
		}
	}
	if nameOf(e) == "TRIM" && len(args) == 2 {
		// TRIM(LEADING characters FROM text) has the arguments of LTRIM(text, characters).
		args[0], args[1] = args[1], args[0]
	}
	family, ok := function.WithUnit(nameOf(e), unit.Word)
	if !ok {
		c.errUnit(unit, nameOf(e))
		return invalid(e.Span())
	}
	return c.resolve(e, family, args)
}

func hasBuiltin(name string) bool {
	_, ok := function.Lookup(name)
	return ok
}

// builtin calls a function of the table.
func (c *checker) builtin(e lang.Node, name string, args []logical.Expr) logical.Expr {
	family, ok := function.Lookup(name)
	if !ok {
		c.errUnsupported(e.Span(), name, "Write the expression in another way.")
		return invalid(e.Span())
	}
	return c.resolve(e, family, args)
}

// resolve chooses the overload and casts the arguments to its parameters.
func (c *checker) resolve(e lang.Node, family *function.Family, args []logical.Expr) logical.Expr {
	switch {
	case isInvalid(args...):
		return invalid(e.Span())
	case family.Name == "JSON_STRING" && len(args) == 1 && isJSONText(args[0]):
		return args[0]
	}
	ts, values := argumentTypes(args)
	resolved, err := family.Resolve(ts, values...)
	if err != nil {
		c.errOverload(e, err)
		return invalid(e.Span())
	}
	for i := range args {
		switch via := resolved.Through(i); via {
		case "":
		case function.InArray:
			args[i] = inArray(castTo(args[i], resolved.Params[i]))
			continue
		default:
			args[i] = c.builtin(args[i], via, []logical.Expr{args[i]})
		}
		args[i] = castTo(args[i], resolved.Params[i])
	}
	if !c.checkLiteral(resolved.Func, args) {
		return invalid(e.Span())
	}
	return &logical.Call{Typed: typed(resolved.Result, e), Func: resolved.Func, Args: args}
}

// checkLiteral reports a pattern or path in the script that the program would refuse when it starts.
func (c *checker) checkLiteral(f *function.Builtin, args []logical.Expr) bool {
	if f.Check == nil {
		return true
	}
	lit, ok := args[f.PrepareArg].(*logical.Literal)
	if !ok || lit.Value == nil {
		return true
	}
	if err := f.Check(lit.Value.(string)); err != nil {
		c.errJSONPath(lit, err)
		return false
	}
	return true
}

// argumentTypes lists the types and, for integer literals, the values.
func argumentTypes(args []logical.Expr) ([]types.Type, []*int64) {
	var ts []types.Type
	var values []*int64
	for _, a := range args {
		ts = append(ts, a.Type())
		var value *int64
		if lit, ok := a.(*logical.Literal); ok && a.Type().IsInteger() && lit.Value != nil {
			n := lit.Value.(int64)
			value = &n
		}
		values = append(values, value)
	}
	return ts, values
}

// checkUserCall is a call of a declared function: arguments are cast to the parameters.
func (c *checker) checkUserCall(e *lang.Call, f *userFunc, s *scope) logical.Expr {
	if f.aggregates() {
		return c.checkUserAggregate(e, f, s)
	}
	if !f.broken && (e.Distinct || e.Star || e.Filter != nil || e.Within != nil) {
		c.errNotAggregate(e)
		return invalid(e.Span())
	}
	args, ok := c.userArgs(e, f, s)
	switch {
	case !ok:
		return invalid(e.Span())
	case f.user.Table:
		c.errTableFunctionPlace(e, f)
		return invalid(e.Span())
	case f.sql != nil:
		return c.expand(e, f, args)
	}
	return &logical.UserCall{Typed: typed(userResult(f.user, args), e), Func: f.user, Args: args}
}

// userArgs are the arguments of a declared function, cast to its parameters.
func (c *checker) userArgs(e *lang.Call, f *userFunc, s *scope) ([]logical.Expr, bool) {
	return c.fitArgs(e, f, c.checkAll(e.Args, s))
}

// fitArgs casts checked arguments to the types of the parameters.
func (c *checker) fitArgs(e *lang.Call, f *userFunc, args []logical.Expr) ([]logical.Expr, bool) {
	switch {
	case f.broken || isInvalid(args...):
		return nil, false
	case len(args) != len(f.user.Params):
		c.errUserArity(e, f)
		return nil, false
	}
	for i, p := range f.user.Params {
		if !types.CanCast(args[i].Type(), p.Type.OrNull()).IsImplicit() {
			c.errUserArgument(f, args[i], p)
			return nil, false
		}
		args[i] = castTo(args[i], p.Type)
	}
	return args, true
}

// userResult is the type of a call. A strict function gives NULL for a NULL argument, whatever it
// declares.
func userResult(f *logical.UserFunction, args []logical.Expr) types.Type {
	t := f.Result
	for i, a := range args {
		pointer := i < len(f.Go.Pointer) && f.Go.Pointer[i]
		if a.Type().Nullable && !pointer || i < len(f.Go.GoParams) && wantsWhole(f.Go, a.Type(), f.Go.GoParams[i]) {
			t = t.OrNull()
		}
	}
	return t
}

// wantsWhole reports a value with a part that can be NULL where Go's type has no pointer for it: the
// function is not called then.
func wantsWhole(side logical.GoFunc, t types.Type, written string) bool {
	part := func(t types.Type, written string, pointer bool) bool {
		return t.Nullable && !pointer || wantsWhole(side, t, written)
	}
	switch t.Kind {
	case types.Array, types.Map:
		_, elem, _ := strings.Cut(written, "]")
		inner, pointer := strings.CutPrefix(elem, "*")
		return part(*t.Elem, inner, pointer) || t.Key != nil && t.Key.Nullable
	case types.Row:
		for i, f := range side.Structs[written] {
			if part(t.Fields[i].Type, f.Type, f.Pointer) {
				return true
			}
		}
	}
	return false
}

// arity reports a wrong number of arguments.
func (c *checker) arity(e *lang.Call, got, least, most int) bool {
	if got < least || got > most {
		c.errArity(e, got, least, most)
		return false
	}
	return true
}

// errOverload shows each form of the function and why it does not fit.
func (c *checker) errOverload(e lang.Node, err error) {
	var miss *function.Mismatch
	if !errors.As(err, &miss) {
		c.error("function-arguments", e.Span(), err.Error(), "")
		return
	}
	message, _, _ := strings.Cut(miss.Error(), "\n")
	d := diag.Diagnostic{Severity: diag.Error, Code: "function-arguments", At: e.Span(),
		Message: message}
	for _, candidate := range miss.Candidates {
		d.Notes = append(d.Notes, diag.Remark{Message: candidate.Signature + ": " + candidate.Reason})
	}
	c.report(d)
}
