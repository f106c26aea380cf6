package typecheck

import (
	"slices"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/options"
	"github.com/flinkc/flinkc/typecheck/types"
)

// checkFrom binds FROM: the scope of its columns and the node that makes them; the node is nil
// when the scope is broken.
func (c *checker) checkFrom(refs []lang.TableRef, with *withScope) (*scope, logical.Node) {
	s, node := c.checkTableRef(refs[0], with)
	for _, ref := range refs[1:] {
		s, node = c.checkJoin(&joining{join: commaJoin(ref), left: s, in: node, with: with})
	}
	return s, node
}

// checkTableRef binds one item of FROM.
func (c *checker) checkTableRef(ref lang.TableRef, with *withScope) (*scope, logical.Node) {
	if u, ok := c.unnestable(ref); ok {
		return c.unnestAlone(u)
	}
	switch ref := ref.(type) {
	case *lang.TableName:
		if ref.AsOf != nil {
			c.errUnsupported(ref.AsOf.Span(), "FOR SYSTEM_TIME AS OF without a join", "Query one table, as it is.")
		}
		return c.checkTableName(ref, with)
	case *lang.Derived:
		return c.checkDerived(ref, with)
	case *lang.TableFunc:
		return c.checkWindow(&windowCall{call: ref.Call, alias: ref.Alias, with: with})
	case *lang.Join:
		s, node := c.checkTableRef(ref.Left, with)
		return c.checkJoin(&joining{join: ref, left: s, in: node, with: with})
	case *lang.MatchRecognize:
		s, node := c.checkTableRef(ref.Input, with)
		return c.checkPattern(ref, s, node)
	}
	c.errUnsupported(ref.Span(), "this table", "Query a table by its name.")
	return &scope{broken: true}, nil
}

// checkTableName is a WITH query, a view or a table by name, in this order.
func (c *checker) checkTableName(ref *lang.TableName, with *withScope) (*scope, logical.Node) {
	alias := ref.Name.Last()
	if ref.Alias != nil {
		alias = ref.Alias.Name
	}
	if len(ref.Name.Parts) == 1 && with.find(ref.Name.Last().Name) != nil {
		return c.useCTE(ref, with.find(ref.Name.Last().Name), alias)
	}
	p, ok := c.path(ref.Name)
	if !ok {
		return &scope{broken: true}, nil
	}
	t := c.catalog.table(p)
	if t == nil {
		c.errUnknownTable(ref.Name, p)
		return &scope{broken: true}, nil
	}
	if t = c.hinted(t, ref.Hints); t == nil {
		return &scope{broken: true}, nil
	}
	if t.view != nil {
		return c.useView(ref, t, alias)
	}
	return c.useTable(ref, t, alias)
}

func (c *checker) useCTE(ref *lang.TableName, w *withScope, alias *lang.Ident) (*scope,
	logical.Node) {
	if w.broken || !c.room(ref.Span()) {
		return &scope{broken: true}, nil
	}
	r := quiet(c, func() relation { return c.checkPart(w.cte.Query, w.visible) })
	if w.cte.Columns != nil {
		r = renamed(r, identNames(w.cte.Columns.Names))
	}
	return c.named(r, alias, ref.Alias, w.cte.Name.Span())
}

func (c *checker) useView(ref *lang.TableName, t *table, alias *lang.Ident) (*scope,
	logical.Node) {
	if t.broken || !c.room(ref.Span()) {
		return &scope{broken: true}, nil
	}
	outer := c.catalog
	c.catalog = t.view.catalog
	r := quiet(c, func() relation { return c.checkQuery(t.view.query, nil) })
	c.catalog = outer
	if t.view.columns != nil {
		r = renamed(r, t.view.columns)
	}
	return c.named(r, alias, ref.Alias, t.at)
}

// quiet binds what has been checked before, with no row around it: what there is to say has been said,
// but for errors that are new, since the mode is another one or the plan has become too large.
func quiet[T any](c *checker, bind func() T) T {
	before, lateral := c.list, c.lateral
	c.list, c.lateral = nil, nil
	r := bind()
	for _, d := range c.list {
		if d.Severity == diag.Error && !said(before, d) {
			before = append(before, d)
		}
	}
	c.list, c.lateral = before, lateral
	return r
}

// said reports an error that is in a list.
func said(list diag.List, d diag.Diagnostic) bool {
	return slices.ContainsFunc(list, func(o diag.Diagnostic) bool {
		return o.At == d.At && o.Code == d.Code && o.Message == d.Message
	})
}

// checkDerived is a query in FROM, with or without alias.
func (c *checker) checkDerived(ref *lang.Derived, with *withScope) (*scope, logical.Node) {
	if ref.Lateral {
		c.errUnsupported(ref.Span(), "LATERAL", "Write it without LATERAL: nothing stands in front of it.")
	}
	return c.derived(ref, with)
}

func (c *checker) derived(ref *lang.Derived, with *withScope) (*scope, logical.Node) {
	r := c.checkPart(ref.Query, with)
	if ref.Alias == nil {
		return c.named(r, nil, nil, diag.Span{})
	}
	return c.named(r, ref.Alias.Name, ref.Alias, ref.Alias.Span())
}

// named makes the scope of a query's columns under an alias, which may rename the columns.
func (c *checker) named(r relation, name *lang.Ident, alias *lang.Alias, at diag.Span) (*scope,
	logical.Node) {
	if r.broken {
		return &scope{broken: true}, nil
	}
	if !c.aliasColumns(&r, alias) {
		return &scope{broken: true}, nil
	}
	out := &scope{}
	for i, column := range r.names {
		col := scopeColumn{name: column, typ: r.types[i], index: i, tableAt: at, json: makesJSON(r.node, i),
			time: timeRoleOf(r.node, i)}
		if name != nil {
			col.table = name.Name
		}
		out.columns = append(out.columns, col)
	}
	return out, r.node
}

func (c *checker) aliasColumns(r *relation, alias *lang.Alias) bool {
	if alias == nil || len(alias.Columns) == 0 {
		return true
	}
	if !c.columnList(alias.Span(), alias.Columns, len(r.names)) {
		return false
	}
	*r = renamed(*r, identNames(alias.Columns))
	return true
}

// renamed gives a relation's columns other names; the plan keeps its own.
func renamed(r relation, names []string) relation {
	if !r.broken && len(names) == len(r.names) {
		r.names = names
	}
	return r
}

func identNames(list []*lang.Ident) []string {
	var out []string
	for _, i := range list {
		out = append(out, i.Name)
	}
	return out
}

// useTable is a Scan of the physical columns, and above it the computed ones.
func (c *checker) useTable(ref *lang.TableName, t *table, alias *lang.Ident) (*scope,
	logical.Node) {
	if ref.AsOf == nil && (c.unreadable(ref, t) || c.endless(ref, t)) {
		return &scope{broken: true}, nil
	}
	out := &scope{broken: t.broken}
	for _, col := range t.columns {
		out.columns = append(out.columns, scopeColumn{table: alias.Name, name: col.name,
			typ: col.typ, at: col.at, tableAt: t.at, index: -1, time: t.timeRole(col)})
	}
	node := t.scan(ref.Span(), out)
	if !c.rename(out, ref.Alias) || t.broken {
		return out, nil
	}
	return out, node
}

// timeRole is what a column of a table is to the operators of time.
func (t *table) timeRole(col tableColumn) timeRole {
	if isProctime(col.computed) {
		return processingTime
	}
	if w := t.logical.Watermark; w != nil && w.Column == col.name {
		return eventTime
	}
	return noTime
}

func (c *checker) unreadable(ref *lang.TableName, t *table) bool {
	if t.broken || t.logical.Options == nil {
		return false
	}
	ok, why := options.CanScan(t.logical.Options.Connector)
	switch w := t.logical.Watermark; {
	case !ok:
		c.errCannotScan(ref.Span(), t, why)
	case w != nil && w.Value == nil:
		c.errSourceWatermark(ref.Span(), t)
		return true
	}
	return !ok
}

// endless reports a table that batch mode would wait for without end.
func (c *checker) endless(ref *lang.TableName, t *table) bool {
	if !c.batch() || t.broken || t.logical.Options == nil || t.logical.Bounded() {
		return false
	}
	c.errUnbounded(ref.Span(), t)
	return true
}

// rename applies the column names of an alias to the scope of a table.
func (c *checker) rename(s *scope, alias *lang.Alias) bool {
	if alias == nil || len(alias.Columns) == 0 || s.broken {
		return true
	}
	if !c.columnList(alias.Span(), alias.Columns, len(s.columns)) {
		s.broken = true
		return false
	}
	for i, name := range alias.Columns {
		s.columns[i].name = name.Name
	}
	return true
}

// columnList checks a list of names for columns: as many as there are columns, and each once.
func (c *checker) columnList(at diag.Span, names []*lang.Ident, has int) bool {
	if len(names) != has {
		c.errColumnCount(at, len(names), has)
		return false
	}
	first := map[string]diag.Span{}
	for _, name := range names {
		if at, twice := first[name.Name]; twice {
			c.errDuplicateColumn(name, at)
			return false
		}
		first[name.Name] = name.Span()
	}
	return true
}

// scan builds the nodes of a table and tells the scope where each column stands. Computed columns
// of a type that rows cannot hold are left out, so that a table is of use without them.
func (t *table) scan(at diag.Span, s *scope) logical.Node {
	scan := &logical.Scan{Table: t.logical}
	scan.At, scan.Out = at, t.logical.Columns
	if len(t.logical.PrimaryKey) > 0 {
		scan.Keys = [][]int{t.logical.PrimaryKey}
	}
	p := &logical.Project{In: scan}
	p.At = at
	computed := false
	for i, col := range t.columns {
		x := col.value(at)
		if x == nil {
			continue
		}
		computed = computed || col.computed != nil
		s.columns[i].index = len(p.Exprs)
		p.Exprs = append(p.Exprs, x)
		p.Out = append(p.Out, types.Field{Name: col.name, Type: col.typ})
	}
	if !computed {
		return scan
	}
	return projected(p)
}

// value is the column over the physical columns; nil when it cannot be one.
func (col *tableColumn) value(at diag.Span) logical.Expr {
	switch {
	case col.physical >= 0:
		return &logical.Column{Typed: logical.Typed{T: col.typ, At: at}, Index: col.physical,
			Name: col.name}
	case col.computed == nil || col.typ.Kind == types.Invalid || !inRows(col.typ):
		return nil
	}
	return col.computed
}
