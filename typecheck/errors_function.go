package typecheck

import (
	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
)

func (c *checker) errTableFunctionPlace(e *lang.Call, f *userFunc) {
	c.errorWith(diag.Diagnostic{Code: "function-kind", At: e.Span(),
		Message: quote(f.path.name) + " is a table function, which gives rows and no value",
		Hint:    "Join it: FROM t CROSS JOIN LATERAL TABLE(" + f.path.name + "(..)) AS r."},
		"it is declared here", f.at)
}

// errNoTableFunction is for a function in TABLE(..) that gives one value; f is nil for a built-in one.
func (c *checker) errNoTableFunction(e *lang.Call, f *userFunc) {
	d := diag.Diagnostic{Severity: diag.Error, Code: "function-kind", At: e.Span(),
		Message: quote(e.Name.Last().Name) + " is no table function: it gives one value, and no rows",
		Hint:    "Call it in SELECT, or declare a function with RETURNS TABLE (..)."}
	if f == nil {
		c.report(d)
		return
	}
	c.errorWith(d, "it is declared here", f.at)
}

func (c *checker) errAggregateOnError(at diag.Span, f *logical.UserFunction) {
	c.error("function-clause", at,
		quote(f.Name)+" is an aggregate function: what it failed at cannot be taken out again",
		"Remove ON ERROR, and let Accumulate decide what to leave out.")
}
