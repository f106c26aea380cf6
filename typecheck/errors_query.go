package typecheck

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/function"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}

func (c *checker) functionNames() []string {
	var out []string
	for name := range aggregates {
		out = append(out, name)
	}
	for name := range variances {
		out = append(out, name)
	}
	for name := range conditionals {
		out = append(out, name)
	}
	for name := range rankings {
		out = append(out, name)
	}
	out = append(out, function.Names()...)
	return append(sorted(out), c.catalog.functionNames()...)
}

// errUnknownColumn names the table, with its declaration, when there is only one.
func (c *checker) errUnknownColumn(e *lang.Ref, s *scope) {
	name := e.Parts[len(e.Parts)-1]
	table := ""
	if len(e.Parts) > 1 {
		table = e.Parts[len(e.Parts)-2].Name
		if !slices.Contains(s.tables(), table) {
			c.errUnknownAlias(e, s, table)
			return
		}
	}
	d := diag.Diagnostic{Code: "unknown-column", At: name.Span(),
		Message: "column " + quote(name.Name) + " does not exist" + in(s, table),
		Hint:    c.columnHint(name.Name, table, s)}
	c.errorWith(d, "table "+quote(only1(s, table))+" is declared here", tableAt(s, table))
}

func (c *checker) columnHint(name, table string, s *scope) string {
	switch {
	case len(s.columns) == 0 && s.place == inValues:
		return "VALUES holds constants. Texts stand in single quotes: '" + name + "'."
	case len(s.columns) == 0:
		return "The query has no FROM. Texts stand in single quotes: '" + name + "'."
	case slices.Contains(s.aliases, name):
		return placeNames[s.place] + " cannot use the names of the SELECT list; repeat the expression."
	case s.place == inTable:
		return orElse(didYouMean(name, s.names(table)),
			"A computed column can use the columns that are stored, but no other computed one.")
	}
	return didYouMean(name, s.names(table))
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func in(s *scope, table string) string {
	if name := only1(s, table); name != "" {
		return " in table " + quote(name)
	}
	return ""
}

// only1 is the table that is meant: the one written, or the only one there is.
func only1(s *scope, table string) string {
	tables := s.tables()
	if table == "" && len(tables) == 1 {
		return tables[0]
	}
	return table
}

func tableAt(s *scope, table string) diag.Span {
	for _, col := range s.columns {
		if col.table == only1(s, table) && col.table != "" {
			return col.tableAt
		}
	}
	return diag.Span{}
}

func (c *checker) errUnknownAlias(e *lang.Ref, s *scope, table string) {
	part := e.Parts[len(e.Parts)-2]
	c.error("unknown-table", part.Span(), "there is no table "+quote(table)+" in FROM",
		orElse(didYouMean(table, s.tables()), knownTables(s)))
}

func knownTables(s *scope) string {
	if len(s.tables()) == 0 {
		return "Write the column without a table in front."
	}
	return "Known are " + strings.Join(s.tables(), ", ") + "."
}

// errColumnUse is a column that exists and has a type that rows cannot hold.
func (c *checker) errColumnUse(at diag.Span, col *scopeColumn) {
	c.errColumnType(at, col.typ)
}

func (c *checker) errNumber(e *lang.Number, why string) {
	c.error("number-range", e.Span(), "the number "+e.Text+" cannot be used: "+why, "")
}

func (c *checker) errLiteral(at diag.Span, what, cure string) {
	c.error("bad-literal", at, what, cure)
}

// momentForms are how the literals are written.
var momentForms = map[string]string{"DATE": "'2024-01-31'", "TIME": "'12:34:56'",
	"TIMESTAMP": "'2024-01-31 12:34:56.789'"}

func (c *checker) errMoment(at diag.Span, kind, text string) {
	hint := "Use CAST to make the meaning plain."
	if form := momentForms[kind]; form != "" {
		hint = "Write " + form + "."
	}
	c.error("bad-literal", at, "'"+text+"' is no "+kind, hint)
}

func (c *checker) errInterval(e *lang.Interval, unit string) {
	c.error("bad-literal", e.Span(), "'"+e.Value.Value+"' is no INTERVAL "+unit,
		"Write for instance INTERVAL '10' SECOND, INTERVAL '100' DAY(3) or "+
			"INTERVAL '1 02:03:04' DAY TO SECOND.")
}

func (c *checker) errNotBoolean(x logical.Expr, what string) {
	c.error("not-boolean", x.Span(), what+" wants a condition, but this is "+x.Type().String(),
		"Compare it with something, for instance x > 0.")
}

func (c *checker) errSign(e *lang.Unary, x logical.Expr) {
	c.error("operand-type", e.Span(), "operator "+e.Op+" wants a number, but this is "+
		x.Type().String(), "")
}

func (c *checker) errArithmetic(e *lang.Binary, x, y logical.Expr) {
	hint := "Use CAST to make a number of it."
	if x.Type().IsCharacter() && y.Type().IsCharacter() && e.Op == lang.Add {
		hint = "Texts are put together by ||."
	}
	if e.Op == lang.Mod && x.Type().IsNumeric() && y.Type().IsNumeric() {
		hint = "Only exact numbers have a remainder; use CAST to make a DECIMAL of it."
	}
	if x.Type().IsDatetime() || y.Type().IsDatetime() || x.Type().IsInterval() {
		hint = "Add an INTERVAL to a time; differences are made by TIMESTAMPDIFF."
	}
	c.error("operand-type", e.OpAt.Span(), "operator "+string(e.Op)+" cannot be used between "+
		x.Type().String()+" and "+y.Type().String(), hint)
}

// errPeriod is what is no period of OVERLAPS, or no end of one.
func (c *checker) errPeriod(e *lang.Binary, at interface{ Span() diag.Span }, is string) {
	c.error("operand-type", at.Span(), "operator "+string(e.Op)+" wants two periods, but this is "+is,
		"Write (from, to) OVERLAPS (from, to); all are DATEs, TIMEs or TIMESTAMPs, and the second end may be an "+
			"INTERVAL.")
}

func (c *checker) errCompare(e lang.Node, x, y logical.Expr) {
	at := e.Span()
	if b, ok := e.(*lang.Binary); ok {
		at = b.OpAt.Span()
	}
	c.error("operand-type", at, x.Type().String()+" and "+y.Type().String()+
		" cannot be compared", compareCure(x, y))
}

func compareCure(x, y logical.Expr) string {
	if x.Type().IsCharacter() {
		x, y = y, x
	}
	if y.Type().IsCharacter() && x.Type().IsScalar() {
		return "Write CAST(.. AS " + x.Type().OrNull().String() + ") around the text."
	}
	return "Use CAST to give both one type."
}

func (c *checker) errNoCommonType(e spanned, what string, list []logical.Expr) {
	var names []string
	for _, x := range list {
		if name := x.Type().String(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	c.error("no-common-type", e.Span(), "the values of "+what+" have no common type: "+
		strings.Join(names, ", "), "Use CAST to give them one type.")
}

// spanned is anything with a place: nodes of the tree and of the plan.
type spanned interface{ Span() diag.Span }

func (c *checker) errUntypedNull(e spanned, what string) {
	c.error("untyped-null", e.Span(), "the type of this NULL in "+what+" is not known",
		"Write CAST(NULL AS type).")
}

// castCures are the ways round the casts that are forbidden with a hint.
var castCures = map[types.CastRule]string{
	types.HintToTimestamp: "Use TO_TIMESTAMP(FROM_UNIXTIME(seconds)).",
	types.HintToNumber:    "Use UNIX_TIMESTAMP(CAST(x AS STRING)), which gives seconds.",
}

func (c *checker) errCast(e *lang.Cast, from, to types.Type, rule types.CastRule) {
	c.error("bad-cast", e.Span(), from.String()+" cannot be cast to "+to.OrNull().String(),
		castCures[rule])
}

func (c *checker) errUnit(unit *lang.Symbol, name string) {
	c.error("bad-unit", unit.Span(), name+" does not take "+unit.Word,
		"Units are SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER and YEAR.")
}

func (c *checker) errArity(e *lang.Call, got, least, most int) {
	want := plural(least, "argument")
	if most > least {
		want = fmt.Sprintf("%d or %d arguments", least, most)
	}
	c.error("function-arguments", e.Span(),
		fmt.Sprintf("%s takes %s, not %d", nameOf(e), want, got), "")
}

// errJSONPath reports a path that cannot be evaluated.
func (c *checker) errJSONPath(path logical.Expr, err error) {
	c.error("json-path", path.Span(), err.Error(), "")
}

func (c *checker) errJSONTwice(clause *lang.JSONClause) {
	c.error("function-arguments", clause.Span(), "a clause of this kind stands twice", "Remove one of them.")
}

func (c *checker) errJSONClauses(e *lang.Call, words []string) {
	c.error("function-arguments", e.Span(),
		"there is no form of "+nameOf(e)+" with "+strings.ReplaceAll(strings.Join(words, " "), "?", "x"),
		"Write "+function.Usage(nameOf(e))+".")
}

func (c *checker) errNotAggregate(e *lang.Call) {
	c.error("not-aggregate", e.Span(), quote(e.Name.Last().Name)+
		" is no aggregate function: it takes neither DISTINCT, * nor FILTER", "Remove it.")
}

func (c *checker) errUserArity(e *lang.Call, f *userFunc) {
	c.errorWith(diag.Diagnostic{Code: "function-arguments", At: e.Span(),
		Message: fmt.Sprintf("function %s takes %s, not %d", quote(f.path.name),
			plural(len(f.user.Params), "argument"), len(e.Args))},
		"it is declared here", f.at)
}

func (c *checker) errUserArgument(f *userFunc, x logical.Expr, p types.Field) {
	c.errorWith(diag.Diagnostic{Code: "function-arguments", At: x.Span(),
		Message: fmt.Sprintf("parameter %s of function %s is %s, but this is %s", quote(p.Name),
			quote(f.path.name), p.Type.String(), x.Type().String()),
		Hint: "Use CAST."}, "it is declared here", f.at)
}

func (c *checker) errNestedAggregate(e *lang.Call) {
	c.error("nested-aggregate", e.Span(), nameOf(e)+" stands inside of another aggregate function",
		"Compute the inner one in a query in FROM.")
}

func (c *checker) errAggregatePlace(e *lang.Call, p place) {
	hint := "Compute it in a query in FROM."
	if p == inWhere {
		hint = "Use HAVING, which looks at groups."
	}
	c.error("aggregate-place", e.Span(), "aggregate function "+nameOf(e)+" cannot stand in "+
		placeNames[p], hint)
}

func (c *checker) errStarArgument(e *lang.Call) {
	c.error("function-arguments", e.Span(), nameOf(e)+"(*) does not exist", "Only COUNT(*) does.")
}

func (c *checker) errAggregateType(e *lang.Call, arg types.Type) {
	c.error("function-arguments", e.Span(), nameOf(e)+" cannot be computed over "+arg.String(),
		"MIN and MAX want values that can be ordered, LISTAGG texts, others numbers.")
}

func (c *checker) errGroupingKey(e *lang.Call, arg lang.Node) {
	c.error("function-arguments", arg.Span(), nameOf(e)+" wants keys of GROUP BY",
		"Write the expression as it stands in GROUP BY.")
}

func (c *checker) errManySets(at diag.Span) {
	c.error("not-supported", at, "more than "+strconv.Itoa(mostSets)+" grouping sets are not supported yet",
		"Write the sets that are needed in GROUPING SETS.")
}

func (c *checker) errEqualSets(at diag.Span) {
	c.error("not-supported", at, "two equal grouping sets are not supported yet", "Remove one of them.")
}

func (c *checker) errTypeOfFlag(arg lang.Node) {
	c.error("function-arguments", arg.Span(), "the second argument of TYPEOF must be TRUE or FALSE",
		"Remove it.")
}

func (c *checker) errSeparator(arg lang.Node) {
	c.error("function-arguments", arg.Span(), "the separator of LISTAGG must be a text literal",
		"Write for instance LISTAGG(name, '; ').")
}

func (c *checker) errNotGrouped(col *logical.Column) {
	c.error("not-grouped", col.Span(), "column "+quote(col.Name)+
		" is neither in GROUP BY nor inside of an aggregate function",
		"Add it to GROUP BY, or write MAX("+col.Name+") or the like.")
}

func (c *checker) errLostFrom(alias *lang.Ident) {
	c.error("lost-from", alias.Span(), quote(alias.Name)+" is a table, but stands here as the name "+
		"of a column", "Write FROM in front of it.")
}

func (c *checker) errStarNoFrom(item *lang.SelectItem) {
	c.error("star-without-from", item.Span(), "* needs a FROM", "Name a table in FROM.")
}

func (c *checker) errUnknownQualifier(item *lang.SelectItem, table string, s *scope) {
	c.error("unknown-table", item.Span(), "there is no table "+quote(table)+" in FROM",
		orElse(didYouMean(table, s.tables()), knownTables(s)))
}

func (c *checker) errColumnCount(at diag.Span, named, has int) {
	c.error("column-count", at, fmt.Sprintf("the list has %s, but the query has %d",
		plural(named, "name"), has), "Name every column of the query once.")
}

func (c *checker) errRowCount(at diag.Span, clause string) {
	c.error("row-count", at, clause+" wants a whole number", "Write for instance "+clause+" 10.")
}

func (c *checker) errOrdinal(n *lang.Number, width int) {
	c.error("order-by", n.Span(), "ORDER BY "+n.Text+" means a column by its place, but the query "+
		"has "+plural(width, "column"), "Write a number from 1 on, a name or an expression.")
}

func (c *checker) errOrderDistinct(e lang.Expr) {
	c.error("order-by", e.Span(), "with DISTINCT, ORDER BY can only use what is selected",
		"Select the expression as well, or leave DISTINCT out.")
}

func (c *checker) errOrderType(e lang.Expr, t types.Type) {
	c.error("order-by", e.Span(), "values of type "+t.String()+" have no order",
		"Order by a part of it.")
}

// errNeedsBatch is what only a job can do that waits for the end of its input.
func (c *checker) errNeedsBatch(at diag.Span, why string) {
	c.error("needs-batch", at, why+", and a stream has none",
		"When all tables that the query reads have an end, write "+
			"SET 'execution.runtime-mode' = 'batch'; in front of the first INSERT.")
}

func (c *checker) errUnbounded(at diag.Span, t *table) {
	c.errorWith(diag.Diagnostic{Code: "unbounded", At: at,
		Message: "table " + quote(t.path.String()) + " has no end, and batch mode gives results at " +
			"the end",
		Hint: "Bound the table ('scan.bounded.mode' of kafka, 'number-of-rows' of datagen), or leave " +
			"out SET 'execution.runtime-mode' = 'batch'."}, "it is declared here", t.at)
}

func (c *checker) errModeChange(s lang.Statement) {
	c.error("mode-change", s.Span(), "the mode of the job changes behind an INSERT",
		"All INSERTs of a script are one job: SET it in front of them, or write two scripts.")
}

// errTied is a query that is tied to the row around it in a way that cannot be followed.
func (c *checker) errTied(at diag.Span, how string) {
	c.error("not-supported", at, "a query that is tied to the row around it "+how+
		" is not supported yet", "EXISTS and IN can be tied by equality: "+
		"WHERE a column of the query = a column of the row AND ...")
}

func (c *checker) errQueryWidth(at diag.Span, n int) {
	c.error("column-count", at, "a query as a value or behind IN wants one column, but this has "+
		strconv.Itoa(n), "Select one column.")
}

func (c *checker) errRowWidth(at diag.Span, got, want int) {
	c.error("column-count", at, fmt.Sprintf("this row has %s, but the first has %d",
		plural(got, "value"), want), "Give all rows of VALUES the same number of values.")
}

// setNames are the words of the set operations.
var setNames = map[lang.SetKind]string{lang.Union: "UNION", lang.Except: "EXCEPT",
	lang.Intersect: "INTERSECT"}

func (c *checker) errSetWidth(b *lang.SetOp, left, right int) {
	c.error("column-count", b.Right.Span(), fmt.Sprintf("%s wants the same columns on both "+
		"sides, but the left has %d and the right %d", setNames[b.Op], left, right),
		"Add or remove columns.")
}

func (c *checker) errSetType(b *lang.SetOp, i int, left, right relation) {
	c.error("no-common-type", b.Right.Span(), fmt.Sprintf("column %d of the %s is %s on the left "+
		"and %s on the right", i+1, setNames[b.Op], left.types[i], right.types[i]),
		"Use CAST to give both one type.")
}

func (c *checker) errCannotScan(at diag.Span, t *table, why string) {
	c.errorWith(diag.Diagnostic{Code: "not-a-source", At: at,
		Message: "table " + quote(t.path.String()) + " cannot be read: " + why},
		"it is declared here", t.at)
}

func (c *checker) errHintView(h *lang.Hint, t *table) {
	c.errorWith(diag.Diagnostic{Code: "hint-options", At: h.Span(),
		Message: quote(t.path.String()) + " is a view, which has no options",
		Hint:    "Write the hint at the table inside of the view."}, "it is declared here", t.at)
}

func (c *checker) errHintOption(a *lang.HintArg) {
	c.error("hint-options", a.Span(), "this is no option", "Write OPTIONS('key' = 'value').")
}

func (c *checker) errTTL(at diag.Span, problem string) {
	c.error("state-ttl", at, problem, "Write STATE_TTL('table' = '12 h'), with the name that FROM gives to the table.")
}

func (c *checker) errTTLTable(a *lang.HintArg, tables []string) {
	hint := didYouMean(a.Key.Value, tables)
	if hint == "" {
		hint = "Name what the query reads, by its alias if it has one."
	}
	c.error("state-ttl", a.Key.Span(), "FROM reads nothing of the name "+quote(a.Key.Value), hint)
}

// Stages of a pipe.

func (c *checker) errDropAll(s *lang.PipeDrop) {
	c.error("no-columns", s.Span(), "DROP leaves no column", "Keep at least one column.")
}

func (c *checker) errStageTwice(name *lang.Ident) {
	c.error("duplicate-column", name.Span(), "column "+quote(name.Name)+" is named twice",
		"Name each column once in a stage.")
}
