package typecheck

import (
	"slices"
	"strings"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// place is the clause that an expression stands in: it decides what the expression may contain
// and how messages call it.
type place uint8

const (
	inSelect place = iota
	inWhere
	inGroupBy
	inHaving
	inOrderBy
	inAggregate // argument or FILTER of an aggregate function
	inValues
	inTable // computed column
	inWatermark
	inFunction // body of a function in SQL
	inFrom     // UNNEST, the condition of a join, and what a window function takes
	inOver     // arguments and window of OVER
	inPattern  // MEASURES and DEFINE
	inPatternCall
	inQualify
)

var placeNames = [...]string{"SELECT", "WHERE", "GROUP BY", "HAVING", "ORDER BY", "an aggregate function",
	"VALUES", "a computed column", "WATERMARK", "the body of a function", "FROM", "OVER",
	"MATCH_RECOGNIZE", "a function of MATCH_RECOGNIZE", "QUALIFY"}

// scope is what the names in an expression can mean: the columns of one input row.
type scope struct {
	place   place
	columns []scopeColumn
	// broken: an input has errors, so that a name that is not found is no news.
	broken bool
	// group collects the aggregate calls; nil where there may be none.
	group *grouping
	// aliases are the names of the SELECT list, which GROUP BY and HAVING cannot see.
	aliases []string
	// selected is the SELECT list, where ORDER BY looks for a name first.
	selected []output
	// with are the WITH queries that a query inside of an expression sees.
	with *withScope
	// outer is the scope around a query inside of an expression, or behind LATERAL.
	outer   *scope
	lateral bool
	// windows are those of the WINDOW clause.
	windows []*lang.NamedWindow
}

// grouped returns the scope of what is computed from groups, in which text that a JSON function
// made for the rows is text like any other.
func (s *scope) grouped() *scope {
	out := *s
	out.columns = slices.Clone(s.columns)
	for i := range out.columns {
		out.columns[i].json = false
	}
	return &out
}

// scopeColumn is a column of the input row.
type scopeColumn struct {
	table   string // alias or name of its table; "" for a query without alias
	name    string
	typ     types.Type
	at      diag.Span // where it is declared; zero when nowhere
	tableAt diag.Span // where its table is declared
	index   int       // in the input row; -1: it cannot be used
	json    bool      // text that a JSON function has made
	time    timeRole
	// hidden: found by table and name alone, and no part of *.
	hidden bool
	// variable is the pattern variable whose rows are meant; "" outside of MATCH_RECOGNIZE.
	variable string
}

// in returns the same scope for another clause.
func (s *scope) in(p place) *scope {
	out := *s
	out.place = p
	return &out
}

// checkRef resolves a column name, `column` or `table.column`, with fields behind it perhaps.
func (c *checker) checkRef(e *lang.Ref, s *scope) logical.Expr {
	if x := s.output(e); x != nil {
		return x
	}
	found, fields := s.lookup(e)
	switch {
	case found != nil && len(fields) == len(e.Parts)-1 && s.another(found) != nil:
		c.errAmbiguous(e, found, s.another(found))
	case found != nil:
		return c.reference(e, found, fields)
	case s.broken:
	case s.around(e) != nil:
		return c.outerColumn(e, s)
	default:
		c.errUnknownColumn(e, s.meant(e))
	}
	return invalid(e.Span())
}

// reference is a column, or what the fields behind it lead to.
func (c *checker) reference(e *lang.Ref, col *scopeColumn, fields []*lang.Ident) logical.Expr {
	x := c.column(e, col)
	for _, name := range fields {
		x = c.fieldOf(e, x, name)
	}
	return x
}

func (c *checker) column(e *lang.Ref, col *scopeColumn) logical.Expr {
	switch {
	case col.typ.Kind == types.Invalid:
		return invalid(e.Span())
	case col.index < 0:
		c.errColumnUse(e.Span(), col)
		return invalid(e.Span())
	case col.variable != "":
		return &logical.PatternColumn{Typed: typed(col.typ, e), Var: col.variable, Index: col.index,
			Name: col.name}
	}
	return &logical.Column{Typed: logical.Typed{T: col.typ, At: e.Span()}, Index: col.index,
		Name: col.name, JSON: col.json}
}

// another is a second column of the same name that a name alone may mean; nil when there is none.
func (s *scope) another(col *scopeColumn) *scopeColumn {
	for i := range s.columns {
		if other := &s.columns[i]; other != col && other.name == col.name && !other.hidden {
			return other
		}
	}
	return nil
}

// around is the nearest scope around a query that has a column; nil when none has.
func (s *scope) around(e *lang.Ref) *scope {
	for o := s.outer; o != nil; o = o.outer {
		if o.has(e) {
			return o
		}
	}
	return nil
}

// meant is the scope that a reference names a table of: the one around a query, or this one.
func (s *scope) meant(e *lang.Ref) *scope {
	if s.outer == nil || len(e.Parts) == 1 {
		return s
	}
	table := e.Parts[len(e.Parts)-2].Name
	if slices.Contains(s.outer.tables(), table) && !slices.Contains(s.tables(), table) {
		return s.outer
	}
	return s
}

// output is the expression that has a name in the SELECT list; nil when none has.
func (s *scope) output(e *lang.Ref) logical.Expr {
	for _, o := range s.selected {
		if o.named && len(e.Parts) == 1 && o.name == e.Parts[0].Name {
			return o.expr
		}
	}
	return nil
}

// has reports whether a reference is a column, or a field of one.
func (s *scope) has(e *lang.Ref) bool {
	col, _ := s.lookup(e)
	return col != nil
}

// lookup returns the column of a reference, nil when there is none, and the names of fields behind it.
// Of a longer path the first parts name catalog and database of the table; a column is tried last.
func (s *scope) lookup(e *lang.Ref) (*scopeColumn, []*lang.Ident) {
	for i := len(e.Parts) - 1; i > 0; i-- {
		if col := s.lookupName(e.Parts[i-1].Name, e.Parts[i].Name); col != nil {
			return col, e.Parts[i+1:]
		}
	}
	return s.lookupName("", e.Parts[0].Name), e.Parts[1:]
}

// lookupName returns the first column of a name, nil when there is none; table "" is any. No two
// columns of a table or a query have one name.
func (s *scope) lookupName(table, name string) *scopeColumn {
	for i := range s.columns {
		col := &s.columns[i]
		if col.name == name && (col.table == table || table == "" && !col.hidden) {
			return col
		}
	}
	return nil
}

// tables lists the tables of the scope.
func (s *scope) tables() []string {
	var out []string
	for _, col := range s.columns {
		if col.table != "" && !slices.Contains(out, col.table) {
			out = append(out, col.table)
		}
	}
	return out
}

// names lists the columns of a table, of all tables when it is "".
func (s *scope) names(table string) []string {
	var out []string
	for _, col := range s.columns {
		if table == "" || col.table == table {
			out = append(out, col.name)
		}
	}
	return out
}

// refText is a reference as written, without backticks.
func refText(parts []*lang.Ident) string {
	var out []string
	for _, p := range parts {
		out = append(out, p.Name)
	}
	return strings.Join(out, ".")
}

// invalid is what a wrong expression becomes: its type keeps everything around it quiet.
func invalid(at diag.Span) logical.Expr {
	return &logical.Literal{Typed: logical.Typed{At: at}}
}

func isInvalid(list ...logical.Expr) bool {
	for _, e := range list {
		if e.Type().Kind == types.Invalid {
			return true
		}
	}
	return false
}
