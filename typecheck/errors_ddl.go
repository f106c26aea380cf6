package typecheck

import (
	"fmt"
	"strings"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

func lower(s string) string { return strings.ToLower(s) }

func upper(s string) string { return strings.ToUpper(s) }

func (c *checker) errUnknownType(n *lang.TypeName) {
	var names []string
	for name := range simpleTypes {
		names = append(names, name)
	}
	c.error("unknown-type", n.Span(), "there is no type "+n.Name, didYouMean(n.Name, sorted(names)))
}

func (c *checker) errTypeParameters(n *lang.TypeName, most int) {
	c.error("type-parameters", n.Span(), fmt.Sprintf("type %s takes %s, not %d", n.Name,
		plural(most, "number"), len(n.Args)), "")
}

// plural is "no numbers", "1 number", "2 numbers".
func plural(n int, what string) string {
	switch n {
	case 0:
		return "no " + what + "s"
	case 1:
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func (c *checker) errType(n *lang.TypeName, err error) {
	c.error("type-parameters", n.Span(), err.Error(), "")
}

func (c *checker) errColumnType(at diag.Span, t types.Type) {
	c.error("column-type", at, "columns of type "+t.String()+" are not supported yet",
		columnCure(t))
}

func (c *checker) errJDBCType(at diag.Span, t types.Type) {
	c.error("column-type", at, "a jdbc table cannot have columns of type "+t.String(),
		"Declare the column as TIMESTAMP(3) and write CAST(.. AS TIMESTAMP(3)), the time in the session's zone.")
}

// columnCure says which type to take instead.
func columnCure(t types.Type) string {
	switch t.Kind {
	case types.Null:
		return "Write CAST(NULL AS type)."
	case types.Row, types.Array, types.Map, types.Multiset:
		return "Use plain columns for its parts."
	}
	return "Use another type, for instance by CAST."
}

func (c *checker) errNoColumns(t *table) {
	c.error("no-columns", t.at, "table "+quote(t.path.String())+" has no columns",
		"Declare at least one column.")
}

func (c *checker) errDuplicateColumn(name *lang.Ident, first diag.Span) {
	c.errorWith(diag.Diagnostic{Code: "duplicate-column", At: name.Span(),
		Message: "column " + quote(name.Name) + " is declared twice", Hint: "Rename one of them."},
		"the first one is here", first)
}

func (c *checker) errUnique(at diag.Span) {
	c.error("unique-key", at, "UNIQUE is not a constraint that Flink or flinkc knows",
		"Use PRIMARY KEY (..) NOT ENFORCED, or remove the constraint.")
}

func (c *checker) errSecondKey(at diag.Span) {
	c.error("second-primary-key", at, "the table has a PRIMARY KEY already",
		"Declare one PRIMARY KEY with all its columns.")
}

func (c *checker) errEnforced(at diag.Span) {
	c.error("enforced-key", at, "a PRIMARY KEY cannot be enforced, and does not say NOT ENFORCED",
		"Write NOT ENFORCED behind the key.")
}

func (c *checker) errKeyColumn(name *lang.Ident, t *table) {
	c.error("unknown-column", name.Span(), "column "+quote(name.Name)+
		" of the PRIMARY KEY does not exist in table "+quote(t.path.String()),
		didYouMean(name.Name, t.columnNames()))
}

// columnNames lists all columns of a table.
func (t *table) columnNames() []string {
	var out []string
	for _, col := range t.columns {
		out = append(out, col.name)
	}
	return out
}

func (c *checker) errKeyComputed(name *lang.Ident) {
	c.error("key-column", name.Span(), "column "+quote(name.Name)+
		" of the PRIMARY KEY is computed", "A key is made of columns that are stored.")
}

func (c *checker) errKeyTwice(name *lang.Ident) {
	c.error("key-column", name.Span(), "column "+quote(name.Name)+" is in the PRIMARY KEY twice",
		"Remove one of the two.")
}

// errKafkaKey is Flink's own rule: a topic of new rows has no key that holds.
func (c *checker) errKafkaKey(t *table, format string) {
	c.error("kafka-key", t.at, "table "+quote(t.path.String())+" has a PRIMARY KEY, but a kafka "+
		"table of format '"+format+"' holds new rows only and cannot keep it",
		"Remove the PRIMARY KEY.")
}

func (c *checker) errSecondWatermark(w, first *lang.Watermark) {
	c.errorWith(diag.Diagnostic{Code: "second-watermark", At: w.Span(),
		Message: "the table has a WATERMARK already", Hint: "Remove one of the two."},
		"the first one is here", first.Span())
}

func (c *checker) errWatermarkNested(p *lang.Path) {
	c.error("watermark-column", p.Span(),
		"the time column of a WATERMARK must be a column of the table",
		"Declare a computed column for the field and use that.")
}

func (c *checker) errWatermarkColumn(name *lang.Ident, t *table) {
	c.error("unknown-column", name.Span(), "column "+quote(name.Name)+
		" does not exist in table "+quote(t.path.String()), didYouMean(name.Name, t.columnNames()))
}

func (c *checker) errWatermarkType(at diag.Span, what string, t types.Type) {
	c.error("watermark-type", at, what+" must be TIMESTAMP(3) or TIMESTAMP_LTZ(3), not "+t.String(),
		"Times of events have milliseconds at most: CAST(.. AS TIMESTAMP(3)).")
}

// errWatermarkKind is Flink's own rule.
func (c *checker) errWatermarkKind(w *lang.Watermark, time, mark types.Type) {
	c.error("watermark-type", w.Expr.Span(), "the watermark is "+mark.String()+", but the time column is "+
		time.String(), "Make both TIMESTAMP or both TIMESTAMP_LTZ.")
}

// errWatermarkProctime: the processing time has come when it is read.
func (c *checker) errWatermarkProctime(w *lang.Watermark) {
	c.error("watermark-column", w.Column.Span(),
		"column "+quote(w.Column.Last().Name)+" is PROCTIME(), which needs no WATERMARK",
		"Remove the WATERMARK, or declare it for the column with the time of the events.")
}

func (c *checker) errAlterKind(name *lang.Path, t *table) {
	kind, word := "a table", "TABLE"
	if t.view != nil {
		kind, word = "a view", "VIEW"
	}
	c.errorWith(diag.Diagnostic{Code: "alter", At: name.Span(),
		Message: quote(t.path.String()) + " is " + kind, Hint: "Write ALTER " + word + "."},
		"it is declared here", t.at)
}

func (c *checker) errAlterColumn(name *lang.Ident, t *table) {
	var names []string
	for _, col := range t.columns {
		names = append(names, col.name)
	}
	c.error("unknown-column", name.Span(), "table "+quote(t.path.String())+" has no column "+
		quote(name.Name), orElse(didYouMean(name.Name, names), "Name one of its columns."))
}

func (c *checker) errAlterNothing(at spanned) {
	c.error("alter", at.Span(), "the table has nothing of the kind", "Remove the statement.")
}

func (c *checker) errLikeView(at diag.Span, t *table) {
	c.errorWith(diag.Diagnostic{Code: "like-source", At: at,
		Message: quote(t.path.String()) + " is a view, which LIKE cannot copy",
		Hint:    "Name a table."}, "it is declared here", t.at)
}

func (c *checker) errFunctionExists(f, other *userFunc) {
	c.errorWith(diag.Diagnostic{Code: "already-exists", At: f.at,
		Message: "function " + quote(f.path.name) + " exists already",
		Hint:    "Choose another name, or DROP the first one before."},
		"it is declared here", other.at)
}

func (c *checker) warnHidden(f *userFunc) {
	c.warn("hidden-function", f.at, "the built-in function "+upper(f.path.name)+
		" is called instead of this one", "Choose another name, or write TEMPORARY SYSTEM FUNCTION.")
}

func (c *checker) errFunctionLanguage(at diag.Span, language string) {
	c.error("function-language", at, "functions in "+language+" cannot be called",
		"Write it in Go: CREATE FUNCTION f (x STRING) RETURNS STRING LANGUAGE GO AS './udf.F'.")
}

func (c *checker) errNoSignature(at diag.Span, language string) {
	body := map[string]string{"GO": "LANGUAGE GO AS './udf.F'", "SQL": "RETURN UPPER(x)"}[language]
	c.error("function-signature", at, "a function needs the types of its parameters and result",
		"Write CREATE FUNCTION f (x STRING) RETURNS STRING "+body+".")
}

func (c *checker) errNoAs(at diag.Span) {
	c.error("function-clause", at, "the function does not say where its Go code is",
		"Add AS './folder.Func'.")
}

func (c *checker) errReturnGo(at diag.Span) {
	c.error("function-clause", at, "RETURN is the body of a function in SQL, not in Go",
		"Write AS './folder.Func', or LANGUAGE SQL.")
}

func (c *checker) errNoBody(at diag.Span) {
	c.error("function-clause", at, "the function has no body", "Add RETURN and an expression.")
}

func (c *checker) errSQLClause(at diag.Span, clause string) {
	c.error("function-clause", at, "a function in SQL has no "+clause, "Remove the clause.")
}

func (c *checker) errBodyType(f *logical.UserFunction, body logical.Expr) {
	c.error("function-body", body.Span(), "the body is "+body.Type().String()+", but function "+
		quote(f.Name)+" returns "+f.Result.String(),
		"Change the type behind RETURNS, or CAST the body to it.")
}

func (c *checker) errParameterTwice(name *lang.Ident) {
	c.error("duplicate-column", name.Span(), "parameter "+quote(name.Name)+" is declared twice",
		"Rename one of them.")
}

func (c *checker) errFunctionType(at diag.Span, t types.Type) {
	c.error("function-type", at, "functions in Go cannot have type "+t.String()+" yet",
		"Use STRING, BOOLEAN, a number, DATE, TIMESTAMP, or an ARRAY, MAP or ROW of them.")
}

func (c *checker) errOnErrorNull(at diag.Span) {
	c.error("on-error-null", at, "ON ERROR NULL makes the result NULL, but it is declared NOT NULL",
		"Remove NOT NULL behind RETURNS.")
}

func (c *checker) errFunctionOption(at diag.Span, key string) {
	c.error("unknown-option", at, "functions have no option '"+key+"'", "The only one is 'strings'.")
}

func (c *checker) errFunctionOptionValue(at diag.Span, value string) {
	c.error("option-value", at, "'"+value+"' is no value of option 'strings'",
		"Write 'owned' or 'borrowed'.")
}

func (c *checker) errNoGo(at diag.Span) {
	c.error("go-function", at, "functions in Go cannot be read here",
		"Check the script as a file, so that the folder of the function is known.")
}

func (c *checker) errGoRead(at diag.Span, side logical.GoFunc, err error) {
	hint := "Write './folder.Func' or 'import/path.Func'."
	if side.Name != "" { // it was found
		hint = "Change the Go code, or name another function."
	}
	c.error("go-function", at, err.Error(), hint)
}

// errGoSignature shows both signatures.
func (c *checker) errGoSignature(at diag.Span, f *logical.UserFunction, wrong string) {
	d := diag.Diagnostic{Severity: diag.Error, Code: "go-signature", At: at, Message: wrong}
	d.Notes = []diag.Remark{{Message: "declared: " + declaredSignature(f), At: f.At},
		{Message: "in Go: " + goSignature(f.Go)}}
	if fields, ok := f.Go.Structs[f.Go.GoResult]; ok {
		d.Notes = append(d.Notes, diag.Remark{Message: "in Go: " + structText(f.Go.GoResult, fields)})
	}
	d.Hint = "Change the declaration or the Go function so that both agree."
	c.report(d)
}

func declaredSignature(f *logical.UserFunction) string {
	result := f.Result.String()
	if f.Table {
		result = "TABLE " + fieldList(f.Result.Fields)
	}
	return f.Name + fieldList(f.Params) + " RETURNS " + result
}

// fieldList is names with their types, in parentheses.
func fieldList(fields []types.Field) string {
	var out []string
	for _, f := range fields {
		out = append(out, f.Name+" "+f.Type.String())
	}
	return "(" + strings.Join(out, ", ") + ")"
}

// goSignature is the function as Go writes it.
func goSignature(g logical.GoFunc) string {
	params := strings.Join(goParams(g), ", ")
	result := star(g.PointerResult) + g.GoResult
	switch g.Results {
	case logical.ResultOK:
		result = "(" + result + ", bool)"
	case logical.ResultError:
		result = "(" + result + ", error)"
	case logical.ResultRows:
		result = "iter.Seq[" + result + "]"
	case logical.ResultRowsError:
		result = "(iter.Seq[" + result + "], error)"
	case logical.ResultRowErrors:
		result = "iter.Seq2[" + result + ", error]"
	}
	switch {
	case g.Aggregate != nil:
		return "func (*" + g.Name + ") Accumulate(" + params + "), func (*" + g.Name + ") Value() " + result
	case g.Stateful:
		return "func (" + g.Name + ") Eval(" + params + ") " + result
	}
	return "func " + g.Name + "(" + params + ") " + result
}

// goParams are the parameters in Go.
func goParams(g logical.GoFunc) []string {
	var out []string
	for i, p := range g.GoParams {
		out = append(out, star(g.Pointer[i])+p)
	}
	return out
}

// structText is a struct as Go writes it.
func structText(name string, fields []logical.GoField) string {
	var out []string
	for _, f := range fields {
		out = append(out, f.Name+" "+star(f.Pointer)+f.Type)
	}
	return "type " + name + " struct { " + strings.Join(out, "; ") + " }"
}

func star(pointer bool) string {
	if pointer {
		return "*"
	}
	return ""
}

func countFault(want, got int) string {
	return "the declaration has " + plural(want, "parameter") + ", but the Go function takes " +
		plural(got, "argument")
}
