package typecheck

import (
	"slices"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/options"
	"github.com/flinkc/flinkc/typecheck/types"
)

// tableColumn is a column of a table as queries see it.
type tableColumn struct {
	name     string
	at       diag.Span
	typ      types.Type
	computed logical.Expr // over the physical columns; nil for a physical column
	physical int          // index in logical.Table.Columns; -1 for a computed column
}

// tableDecl is the work on one CREATE TABLE.
type tableDecl struct {
	*checker
	stmt      *lang.CreateTable
	table     *table
	elements  []*lang.TableElement
	primary   *lang.Constraint       // PRIMARY KEY of the table
	inline    *lang.ColumnConstraint // PRIMARY KEY at a column
	watermark *lang.Watermark

	inherited []options.Entry       // of ALTER TABLE: all options
	queried   map[string]types.Type // of columns that a query gave
}

func (c *checker) checkCreateTable(s *lang.CreateTable) {
	p, ok := c.path(s.Name)
	if !ok {
		return
	}
	t := &table{path: p, at: s.Name.Last().Span(), logical: newLogicalTable(p, s.Name)}
	if !c.declare(t, s.Temporary, s.IfNotExists) {
		return
	}
	d := &tableDecl{checker: c, stmt: s, table: t, elements: s.Elements,
		queried: map[string]types.Type{}}
	if d.unsupportedClauses(); d.stmt.Like != nil {
		d.like()
	}
	if t.broken { // the columns and options would be those of another table
		return
	}
	d.build()
}

func newLogicalTable(p path, at *lang.Path) *logical.Table {
	return &logical.Table{Name: p.name, Path: []string{p.catalog, p.database, p.name}, At: at.Span()}
}

// build makes the table of its elements and options.
func (d *tableDecl) build() {
	d.physical()
	rows := d.asColumns()
	if d.table.broken { // the columns and options would be those of another query
		return
	}
	d.computedColumns()
	d.key()
	d.watermarkClause()
	d.options()
	d.fill(rows)
}

// declare enters a table or view into the catalog. False: it exists already, which is an error
// unless IF NOT EXISTS is given.
func (c *checker) declare(t *table, temporary, ifNotExists bool) bool {
	set := c.catalog.set(temporary)
	if other := set[t.path]; other != nil {
		if !ifNotExists {
			c.errRedeclared(t, other)
		}
		return false
	}
	set[t.path] = t
	return true
}

// unsupportedClauses reports the clauses that parse and have no meaning yet.
func (d *tableDecl) unsupportedClauses() {
	if d.stmt.Replace {
		d.errUnsupported(d.stmt.Name.Span(), "CREATE OR REPLACE TABLE", "Use CREATE TABLE.")
	}
	if d.stmt.Distribution != nil {
		d.errUnsupported(d.stmt.Distribution.Span(), "DISTRIBUTED BY", "Remove the clause.")
	}
	if len(d.stmt.PartitionedBy) > 0 {
		d.errUnsupported(d.stmt.PartitionedBy[0].Span(), "PARTITIONED BY",
			"Remove the clause; rows are then written to one folder.")
	}
}

// physical declares the physical columns, and finds the other elements of the list.
func (d *tableDecl) physical() {
	for _, e := range d.elements {
		switch {
		case e.Column != nil:
			d.column(e.Column)
		case e.Constraint != nil:
			d.constraint(e.Constraint)
		case e.Watermark != nil:
			d.oneWatermark(e.Watermark)
		}
	}
	if len(d.table.columns) == 0 && !d.table.broken && d.stmt.As == nil {
		d.errNoColumns(d.table)
	}
}

func (d *tableDecl) column(col *lang.Column) {
	if other := d.find(col.Name.Name); other != nil {
		d.errDuplicateColumn(col.Name, other.at)
		return
	}
	out := tableColumn{name: col.Name.Name, at: col.Name.Span(), physical: -1}
	switch {
	case col.Metadata != nil:
		d.errUnsupported(col.Metadata.Span(), "metadata columns", "Remove the column.")
		out.typ = types.Type{}
	case col.Computed == nil:
		out.typ = d.columnType(col)
		out.physical = d.addPhysical(out.name, out.typ)
		d.inlineKey(col)
	}
	d.table.columns = append(d.table.columns, out)
}

// addPhysical adds a column that is stored and returns its index.
func (d *tableDecl) addPhysical(name string, t types.Type) int {
	d.table.logical.Columns = append(d.table.logical.Columns, types.Field{Name: name, Type: t})
	return len(d.table.logical.Columns) - 1
}

// columnType is the type of a physical column, which must be one that rows can hold.
func (d *tableDecl) columnType(col *lang.Column) types.Type {
	if col.Type == nil {
		t := d.queried[col.Name.Name]
		if !storable(t) {
			d.errColumnType(col.Name.Span(), t)
			return types.Type{}
		}
		return t
	}
	name := col.Type
	t := d.checkType(name)
	if t.Kind != types.Invalid && !storable(t) {
		d.errColumnType(name.Span(), t)
		return types.Type{}
	}
	return t
}

// storable reports the types that columns of tables have: those of rows but for intervals, of which Flink's DDL knows
// no column.
func storable(t types.Type) bool {
	return inRows(t) && !t.IsInterval() &&
		!slices.ContainsFunc(t.Parts(), func(part types.Type) bool { return !storable(part) })
}

// inRows reports the types that rows of queries hold.
func inRows(t types.Type) bool {
	if !t.IsConstructed() {
		return t.IsScalar() || t.Kind == types.Invalid
	}
	return !slices.ContainsFunc(t.Parts(), func(part types.Type) bool { return !inRows(part) })
}

func (d *tableDecl) find(name string) *tableColumn {
	for i := range d.table.columns {
		if d.table.columns[i].name == name {
			return &d.table.columns[i]
		}
	}
	return nil
}

func (d *tableDecl) constraint(k *lang.Constraint) {
	switch {
	case k.Kind.Unique:
		d.errUnique(k.Span())
	case d.primary != nil || d.inline != nil:
		d.errSecondKey(k.Span())
	default:
		d.primary = k
		d.enforcement(k.Span(), k.Enforced)
	}
}

func (d *tableDecl) inlineKey(col *lang.Column) {
	k := col.Constraint
	switch {
	case k == nil:
	case k.Kind.Unique:
		d.errUnique(k.Span())
	case d.primary != nil || d.inline != nil:
		d.errSecondKey(k.Span())
	default:
		d.inline = k
		d.enforcement(k.Span(), k.Enforced)
		d.table.logical.PrimaryKey = []int{len(d.table.logical.Columns) - 1}
	}
}

// enforcement wants NOT ENFORCED of a key, which means ENFORCED when it says nothing.
func (d *tableDecl) enforcement(key diag.Span, e *lang.Enforcement) {
	switch {
	case e == nil:
		d.errEnforced(key)
	case !e.Not:
		d.errEnforced(e.Span())
	}
}

func (d *tableDecl) oneWatermark(w *lang.Watermark) {
	if d.watermark != nil {
		d.errSecondWatermark(w, d.watermark)
		return
	}
	d.watermark = w
}

// computedColumns types the computed columns over all physical ones: the order of declaration
// does not matter, and a computed column may not use another.
func (d *tableDecl) computedColumns() {
	scope := d.scopeOf(func(t tableColumn) bool { return t.physical >= 0 })
	for _, e := range d.elements {
		if e.Column == nil || e.Column.Computed == nil {
			continue
		}
		col := d.find(e.Column.Name.Name)
		if col.computed != nil || col.physical >= 0 {
			continue
		}
		col.computed = d.checkExpr(e.Column.Computed, scope)
		col.typ = col.computed.Type()
	}
}

// scopeOf is a scope of the table's own columns, those that keep holds for.
func (d *tableDecl) scopeOf(keep func(tableColumn) bool) *scope {
	out := &scope{place: inTable}
	for _, c := range d.table.columns {
		if keep(c) {
			out.columns = append(out.columns, scopeColumn{table: d.table.path.name, name: c.name,
				typ: c.typ, at: c.at, index: len(out.columns)})
		}
	}
	return out
}

// key resolves the columns of the PRIMARY KEY and makes them NOT NULL.
func (d *tableDecl) key() {
	if d.primary != nil {
		d.tableKey(d.primary)
	}
	for _, i := range d.table.logical.PrimaryKey {
		f := &d.table.logical.Columns[i]
		f.Type = f.Type.NotNull()
		d.find(f.Name).typ = f.Type
	}
}

func (d *tableDecl) tableKey(k *lang.Constraint) {
	var key []int
	for _, name := range k.Columns {
		switch col := d.find(name.Name); {
		case col == nil:
			d.errKeyColumn(name, d.table)
		case col.physical < 0:
			d.errKeyComputed(name)
		case contains(key, col.physical):
			d.errKeyTwice(name)
		default:
			key = append(key, col.physical)
		}
	}
	d.table.logical.PrimaryKey = key
}

// watermarkClause binds the time column and the expression.
func (d *tableDecl) watermarkClause() {
	w := d.watermark
	if w == nil {
		return
	}
	if len(w.Column.Parts) > 1 {
		d.errWatermarkNested(w.Column)
		return
	}
	col := d.find(w.Column.Last().Name)
	switch {
	case col == nil:
		d.errWatermarkColumn(w.Column.Last(), d.table)
		return
	case isProctime(col.computed):
		d.errWatermarkProctime(w)
		return
	case col.typ.Kind != types.Invalid && !rowtime(col.typ):
		d.errWatermarkType(w.Column.Span(), "the time column", col.typ)
	}
	d.table.logical.Watermark = &logical.Watermark{Column: col.name, Time: col.value(w.Column.Span()),
		Value: d.watermarkValue(w, col), Expr: d.script.Source.Slice(w.Expr.Span()), At: w.Span()}
}

// watermarkValue binds the expression over all columns of the table, and gives it over the physical ones;
// nil for SOURCE_WATERMARK().
func (d *tableDecl) watermarkValue(w *lang.Watermark, col *tableColumn) logical.Expr {
	if isSourceWatermark(w.Expr) {
		return nil
	}
	scope := d.scopeOf(func(tableColumn) bool { return true })
	scope.place = inWatermark
	value := d.checkExpr(w.Expr, scope)
	switch t := value.Type(); {
	case t.Kind == types.Invalid || col.typ.Kind == types.Invalid || !rowtime(col.typ):
	case !rowtime(t):
		d.errWatermarkType(w.Expr.Span(), "the watermark", t)
	case t.Kind != col.typ.Kind:
		d.errWatermarkKind(w, col.typ, t)
	}
	return logical.Map(value, func(e logical.Expr) logical.Expr {
		c, ok := e.(*logical.Column)
		if !ok {
			return nil
		}
		return d.table.columns[c.Index].overPhysical(d, c)
	})
}

// overPhysical is a column of the table, as an expression over the physical ones.
func (col *tableColumn) overPhysical(d *tableDecl, at *logical.Column) logical.Expr {
	x := col.value(at.At)
	if x == nil {
		d.errColumnType(at.At, col.typ)
		return invalid(at.At)
	}
	return x
}

// millisPrecision is the largest precision of time attributes.
const millisPrecision = 3

// rowtime reports the types of time attributes.
func rowtime(t types.Type) bool { return t.IsTimestamp() && t.Precision <= millisPrecision }

// options resolves the WITH clause.
func (d *tableDecl) options() {
	request := options.Request{Columns: d.table.logical.Columns, At: d.stmt.Name.Span()}
	if d.stmt.With != nil {
		request.Entries = entries(d.stmt.With.List)
	}
	request.Entries = d.likeOptions(append(request.Entries, d.inherited...))
	resolved, problems := options.Resolve(request)
	for _, p := range problems {
		d.report(p)
		if p.Severity == diag.Error {
			d.table.broken = true
		}
	}
	if resolved.Connector == "kafka" && len(d.table.logical.PrimaryKey) > 0 {
		d.errKafkaKey(d.table, resolved.Format)
		d.table.broken = true
	}
	if resolved.Connector == "jdbc" {
		d.jdbcColumns()
	}
	d.constructedColumns(resolved)
	d.table.logical.Options = resolved
	d.table.logical.Legacy = resolved.Legacy
}

// JDBCHolds reports the types of a jdbc table's columns, those of Flink's dialect of MySQL: a DATETIME does
// not say of which zone it is.
func JDBCHolds(t types.Type) bool {
	return t.IsScalar() && !t.IsInterval() && t.Kind != types.TimestampLTZ
}

func (d *tableDecl) jdbcColumns() {
	for _, c := range d.table.columns {
		switch {
		case c.physical < 0 || JDBCHolds(c.typ):
			continue
		case c.typ.IsConstructed():
			d.errHeld(c.at, c.typ, "a jdbc table", "")
		default:
			d.errJDBCType(c.at, c.typ)
		}
		d.table.broken = true
	}
}

func entries(list []*lang.Option) []options.Entry {
	var out []options.Entry
	for _, o := range list {
		out = append(out, options.Entry{Key: o.Key.Value, Value: o.Value.Text,
			Origin: origins[o.Value.Kind], KeyAt: o.Key.Span(), ValAt: o.Value.Span()})
	}
	return out
}

var origins = map[lang.OptionKind]options.Origin{lang.OptionText: options.Literal,
	lang.OptionEnv: options.FromEnv, lang.OptionFile: options.FromFile}

func contains(list []int, n int) bool {
	for _, v := range list {
		if v == n {
			return true
		}
	}
	return false
}
