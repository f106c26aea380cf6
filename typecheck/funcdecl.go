package typecheck

import (
	"go/token"
	"slices"
	"strings"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// funcDecl is the work on one CREATE FUNCTION: its clauses, each at most once.
type funcDecl struct {
	*checker
	stmt     *lang.CreateFunction
	function *userFunc

	language *lang.Language
	as       *lang.Text
	onError  *lang.OnError
	with     *lang.Options
	body     lang.Expr
}

func (c *checker) checkCreateFunction(s *lang.CreateFunction) {
	p, ok := c.path(s.Name)
	if !ok {
		return
	}
	f := &userFunc{path: p, at: s.Name.Last().Span(), broken: true}
	before := c.catalog.snapshot()
	if !c.declareFunction(f, s) {
		return
	}
	d := &funcDecl{checker: c, stmt: s, function: f}
	for _, clause := range s.Clauses {
		d.take(clause)
	}
	if !d.supported() {
		return
	}
	f.user = d.signature()
	if f.user == nil || !d.options() {
		return
	}
	if d.inSQL() {
		f.broken = !d.sqlSide(before)
		return
	}
	f.broken = !d.goSide()
	c.declared = append(c.declared, f.user)
}

// declareFunction enters the function into the catalog under its name in lower case.
func (c *checker) declareFunction(f *userFunc, s *lang.CreateFunction) bool {
	key := f.path
	key.name = strings.ToLower(key.name)
	other := c.catalog.functions[key]
	if s.System {
		other = c.catalog.system[key.name]
	}
	if other != nil {
		if !s.IfNotExists {
			c.errFunctionExists(f, other)
		}
		return false
	}
	if s.System {
		c.catalog.system[key.name] = f
		return true
	}
	c.catalog.functions[key] = f
	if hasBuiltin(key.name) || isAggregate(strings.ToUpper(key.name)) {
		c.warnHidden(f)
	}
	return true
}

// take keeps a clause; the parser has seen to it that each is there once.
func (d *funcDecl) take(clause *lang.FunctionClause) {
	switch {
	case clause.OnError != nil:
		d.onError = clause.OnError
	case clause.Language != nil:
		d.language = clause.Language
	case clause.As != nil:
		d.as = clause.As
	case clause.Return != nil:
		d.body = clause.Return
	case clause.With != nil:
		d.with = clause.With
	}
}

// languageName is the language in upper case. Flink's default is Java; RETURN is SQL.
func (d *funcDecl) languageName() string {
	switch {
	case d.language != nil:
		return strings.ToUpper(d.language.Name.Name)
	case d.body != nil:
		return "SQL"
	}
	return "JAVA"
}

func (d *funcDecl) inSQL() bool { return d.languageName() == "SQL" }

// supported reports whether the function is written in Go or SQL, with a typed signature and a body.
func (d *funcDecl) supported() bool {
	language := d.languageName()
	switch {
	case language != "GO" && language != "SQL":
		d.errFunctionLanguage(d.stmt.Name.Span(), language)
	case d.stmt.Signature == nil:
		d.errNoSignature(d.stmt.Name.Span(), language)
	case language == "SQL":
		return d.sqlClauses()
	case d.body != nil:
		d.errReturnGo(d.body.Span())
	case d.as == nil:
		d.errNoAs(d.stmt.Name.Span())
	default:
		return true
	}
	return false
}

// signature resolves parameters and result; nil when a type is wrong.
func (d *funcDecl) signature() *logical.UserFunction {
	out := &logical.UserFunction{Name: d.function.path.name, At: d.stmt.Name.Span()}
	ok := true
	seen := map[string]bool{}
	for _, p := range d.stmt.Signature.Params {
		t := d.valueType(p.Type)
		ok = ok && t.Kind != types.Invalid
		if seen[p.Name.Name] {
			d.errParameterTwice(p.Name)
			ok = false
		}
		seen[p.Name.Name] = true
		out.Params = append(out.Params, types.Field{Name: p.Name.Name, Type: t})
	}
	if d.stmt.Signature.Table != nil {
		out.Table, out.Result = true, d.rowType(d.stmt.Signature.Table)
	} else {
		out.Result = d.valueType(d.stmt.Signature.Returns)
	}
	if !ok || out.Result.Kind == types.Invalid {
		return nil
	}
	for _, clause := range d.stmt.Clauses {
		out.NotDeterministic = out.NotDeterministic ||
			clause.Deterministic != nil && clause.Deterministic.Not
	}
	return d.errorPolicy(out)
}

// valueType is the type of a parameter or result.
func (d *funcDecl) valueType(name *lang.TypeName) types.Type {
	t := d.checkType(name)
	if t.Kind != types.Invalid && !d.inSQL() && !goHolds(t) {
		d.errFunctionType(name.Span(), t)
		return types.Type{}
	}
	return t
}

var errorPolicies = map[lang.Word]logical.OnError{"FAIL": logical.OnErrorFail,
	"NULL": logical.OnErrorNull, "SKIP ROW": logical.OnErrorSkipRow}

func (d *funcDecl) errorPolicy(f *logical.UserFunction) *logical.UserFunction {
	if d.onError == nil {
		return f
	}
	f.OnError = errorPolicies[d.onError.Action]
	if f.OnError == logical.OnErrorNull && !f.Result.Nullable && !f.Table {
		d.errOnErrorNull(d.onError.Span())
		return nil
	}
	return f
}

// options are those of WITH: how strings are handed over.
func (d *funcDecl) options() bool {
	if d.with == nil {
		return true
	}
	ok := true
	for _, o := range d.with.List {
		switch {
		case o.Key.Value != "strings":
			d.errFunctionOption(o.Key.Span(), o.Key.Value)
			ok = false
		case o.Value.Text == "borrowed":
			d.function.user.Borrowed = true
		case o.Value.Text != "owned":
			d.errFunctionOptionValue(o.Value.Span(), o.Value.Text)
			ok = false
		}
	}
	return ok
}

// goSide reads the Go function and compares it with the declaration.
func (d *funcDecl) goSide() bool {
	if d.env.Go == nil {
		d.errNoGo(d.as.Span())
		return false
	}
	side, err := d.env.Go.Read(d.as.Value)
	if err != nil {
		d.errGoRead(d.as.Span(), side, err)
		return false
	}
	d.function.user.Go = side
	d.function.user.Single = !slices.Contains(structTypes(side, d.function.user.Result), side.GoResult)
	if !d.compareSignature(d.as.Span(), d.function.user) {
		return false
	}
	if f := d.function.user; f.Table {
		narrowRows(f)
	} else {
		d.nullability(side)
	}
	return d.aggregateClauses()
}

// nullability narrows the result: a Go function that returns a plain T never gives NULL by
// itself, but for a DECIMAL with too many digits. ON ERROR NULL does, and so does a strict function
// that is not called for NULL, which userResult adds at each call.
func (d *funcDecl) nullability(side logical.GoFunc) {
	f := d.function.user
	mayBeNull := side.Results == logical.ResultOK || side.PointerResult ||
		f.OnError == logical.OnErrorNull || f.Result.Kind == types.Decimal
	if !mayBeNull {
		f.Result = f.Result.NotNull()
	}
}

// compareSignature compares Go's signature as written with the declared one.
func (c *checker) compareSignature(at diag.Span, f *logical.UserFunction) bool {
	wrong := signatureFault(f)
	if wrong == "" {
		return true
	}
	c.errGoSignature(at, f, wrong)
	return false
}

// signatureFault says in words what does not fit; "" when all does.
func signatureFault(f *logical.UserFunction) string {
	if len(f.Go.GoParams) != len(f.Params) {
		return countFault(len(f.Params), len(f.Go.GoParams))
	}
	for i, p := range f.Params {
		if !accepts(f.Go, p.Type, f.Go.GoParams[i]) {
			return "parameter " + p.Name + " is " + p.Type.String() + ", which is " +
				goText(f.Go, p.Type) + " in Go, but the function takes " + f.Go.GoParams[i]
		}
	}
	switch {
	case f.Table || f.Go.Results.AreRows():
		return rowsFault(f)
	case !accepts(f.Go, f.Result, f.Go.GoResult):
		return "the result is " + f.Result.String() + ", which is " + goText(f.Go, f.Result) +
			" in Go, but the function returns " + f.Go.GoResult
	case f.Go.PointerResult && f.Go.Results == logical.ResultOK:
		return "a result of a pointer and a bool says NULL in two ways"
	}
	return ""
}

func accepts(side logical.GoFunc, t types.Type, written string) bool {
	return slices.Contains(goTypes(side, t), written)
}

func goText(side logical.GoFunc, t types.Type) string {
	list := goTypes(side, t)
	if len(list) == 0 { // of a ROW for which the package has no struct
		return "a struct with its fields"
	}
	return strings.Join(list, " or ")
}

// GoTypes names the Go types that a SQL type has in functions, for documents; "" when it has none.
func GoTypes(t types.Type) string {
	switch {
	case !goHolds(t):
		return ""
	case t.Kind == types.Row:
		return "struct"
	}
	return strings.Join(goTypes(logical.GoFunc{}, t), ", ")
}

// goHolds reports the types that functions can have.
func goHolds(t types.Type) bool {
	switch {
	case t.Kind == types.Multiset || t.IsInterval() || !t.IsScalar() && !t.IsConstructed():
		return false
	case t.Kind == types.Map && !goKey(*t.Key):
		return false
	}
	return !slices.ContainsFunc(t.Parts(), func(part types.Type) bool { return !goHolds(part) })
}

// goKey reports the types of keys, which must have an order in Go.
func goKey(t types.Type) bool { return t.IsInteger() || t.IsApproximate() || t.IsCharacter() }

// goTypes are the Go types that a SQL type may have in a function (design/language.md 1); nil
// when functions cannot have it.
func goTypes(side logical.GoFunc, t types.Type) []string {
	switch t.Kind {
	case types.Boolean:
		return []string{"bool"}
	case types.TinyInt:
		return []string{"int8"}
	case types.SmallInt:
		return []string{"int16"}
	case types.Int:
		return []string{"int32"}
	case types.BigInt:
		return []string{"int64"}
	case types.Float:
		return []string{"float32"}
	case types.Double:
		return []string{"float64"}
	case types.Decimal:
		return []string{"value.Decimal"}
	case types.Char, types.VarChar:
		return []string{"string"}
	case types.Date:
		return []string{"time.Time"}
	case types.Time:
		return []string{"time.Duration", "time.Time"}
	case types.Timestamp, types.TimestampLTZ:
		return []string{"time.Time", "value.Timestamp"}
	case types.Binary, types.VarBinary:
		return []string{"[]byte"}
	case types.Array:
		return partTypes(side, "[]", *t.Elem)
	case types.Map:
		return partTypes(side, "map["+goTypes(side, *t.Key)[0]+"]", *t.Elem)
	case types.Row:
		return structTypes(side, t)
	}
	return nil
}

// partTypes are the Go types of elements or values, each with a pointer as well: nil is NULL.
func partTypes(side logical.GoFunc, prefix string, t types.Type) []string {
	var out []string
	for _, name := range goTypes(side, t) {
		out = append(out, prefix+name, prefix+"*"+name)
	}
	return out
}

// structTypes are the package's structs that have the fields of a ROW in their order. Names are compared
// without case and underscores: unit_price is UnitPrice.
func structTypes(side logical.GoFunc, t types.Type) []string {
	var out []string
	for name, fields := range side.Structs {
		fits := len(fields) == len(t.Fields) && token.IsExported(name)
		for i := 0; fits && i < len(fields); i++ {
			fits = token.IsExported(fields[i].Name) && plainName(fields[i].Name) == plainName(t.Fields[i].Name) &&
				accepts(side, t.Fields[i].Type, fields[i].Type)
		}
		if fits {
			out = append(out, name)
		}
	}
	return sorted(out)
}

func plainName(s string) string { return strings.ToLower(strings.ReplaceAll(s, "_", "")) }
