package typecheck

import (
	"fmt"
	"strings"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

func (c *checker) errInsertView(name *lang.Path, t *table) {
	c.errorWith(diag.Diagnostic{Code: "not-a-sink", At: name.Span(),
		Message: quote(t.path.String()) + " is a view, which cannot be written",
		Hint:    "Insert into a table."}, "it is declared here", t.at)
}

func (c *checker) errCannotSink(at diag.Span, t *table, why string) {
	c.errorWith(diag.Diagnostic{Code: "not-a-sink", At: at,
		Message: "table " + quote(t.path.String()) + " cannot be written: " + why},
		"it is declared here", t.at)
}

func (c *checker) errInsertWidth(s *lang.Insert, t *table, positions []int, r relation) {
	d := diag.Diagnostic{Code: "insert-columns", At: s.Query.Span(),
		Message: fmt.Sprintf("the query has %s, but %d are written to table %s",
			plural(len(r.names), "column"), len(positions), quote(t.path.String())),
		Hint: "Select one value for each column: " + columnList(t, positions) + "."}
	c.errorWith(d, "table "+quote(t.path.String())+" is declared here", t.at)
}

// columnList names columns of a table for a hint, shortened when there are many.
func columnList(t *table, positions []int) string {
	const most = 12
	var names []string
	for _, i := range positions {
		names = append(names, t.logical.Columns[i].Name)
	}
	if len(names) > most {
		names = append(names[:most], "..")
	}
	return strings.Join(names, ", ")
}

func (c *checker) errInsertColumn(name *lang.Ident, t *table) {
	hint := didYouMean(name.Name, t.columnNames())
	message := "column " + quote(name.Name) + " does not exist in table " + quote(t.path.String())
	for _, col := range t.columns {
		if col.name == name.Name {
			message = "column " + quote(name.Name) + " is computed and cannot be written"
			hint = "Remove it from the list."
		}
	}
	c.errorWith(diag.Diagnostic{Code: "unknown-column", At: name.Span(), Message: message, Hint: hint},
		"table "+quote(t.path.String())+" is declared here", t.at)
}

func (c *checker) errInsertTwice(name *lang.Ident) {
	c.error("duplicate-column", name.Span(), "column "+quote(name.Name)+" is written twice",
		"Remove one of the two.")
}

func (c *checker) errMissingColumn(at diag.Span, t *table, f types.Field) {
	c.errorWith(diag.Diagnostic{Code: "missing-column", At: at,
		Message: "column " + quote(f.Name) + " is NOT NULL and must be written",
		Hint:    "Add it to the list, or declare it nullable."},
		"table "+quote(t.path.String())+" is declared here", t.at)
}

func (c *checker) errInsertType(s *lang.Insert, t *table, i int, r relation, to types.Field) {
	c.errorWith(diag.Diagnostic{Code: "insert-type", At: queryItem(s.Query, i),
		Message: fmt.Sprintf("column %s of table %s is %s, but the query gives %s",
			quote(to.Name), quote(t.path.String()), to.Type.OrNull(), r.types[i].OrNull()),
		Hint: "Write CAST(.. AS " + to.Type.OrNull().String() + ")."},
		"table "+quote(t.path.String())+" is declared here", t.at)
}

// operatorName is what a query's author calls an operator.
func operatorName(n logical.Node) string {
	if agg, ok := n.(*logical.Aggregate); ok && len(agg.Group) == 0 {
		return "the aggregation of all rows"
	}
	return "GROUP BY"
}

// errAppendOnly names the operator that makes updates, its place and the cure.
func (c *checker) errAppendOnly(s *lang.Insert, t *table, in logical.Node) {
	n := updater(in)
	c.errorWith(diag.Diagnostic{Code: "append-only-sink", At: s.Table.Span(),
		Message: "table " + quote(t.path.String()) + " takes new rows only, but " +
			operatorName(n) + " updates rows that it gave before",
		Hint: "Write to a jdbc table with a PRIMARY KEY, or to a print table."},
		operatorName(n)+" makes the updates", n.Span())
}

func (c *checker) errNoKey(s *lang.Insert, t *table, in logical.Node) {
	n := updater(in)
	hint := "Declare PRIMARY KEY (..) NOT ENFORCED in the table."
	if names := keyNames(in); names != "" {
		hint = "Declare PRIMARY KEY (" + names + ") NOT ENFORCED in the table."
	}
	c.errorWith(diag.Diagnostic{Code: "missing-primary-key", At: s.Table.Span(),
		Message: "table " + quote(t.path.String()) + " has no PRIMARY KEY, but " +
			operatorName(n) + " updates rows that it gave before", Hint: hint},
		operatorName(n)+" makes the updates", n.Span())
}

// keyNames are the columns that identify a row of the query, as the table calls them.
func keyNames(in logical.Node) string {
	var names []string
	for _, i := range shortest(in.UpsertKeys()) {
		names = append(names, in.Schema()[i].Name)
	}
	return strings.Join(names, ", ")
}

func (c *checker) errKeyMismatch(s *lang.Insert, t *table, n *logical.Sink) {
	hint := "Select the columns of GROUP BY, so that every row has a key."
	if names := keyNames(n.In); names != "" {
		hint = "Declare PRIMARY KEY (" + names + ") NOT ENFORCED, or group by the table's key."
	}
	u := updater(n.In)
	c.errorWith(diag.Diagnostic{Code: "key-mismatch", At: s.Table.Span(),
		Message: "the PRIMARY KEY of table " + quote(t.path.String()) +
			" is not what identifies the rows of the query", Hint: hint},
		operatorName(u)+" makes the rows", u.Span())
}
