package typecheck

import (
	"strconv"
	"strings"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/options"
	"github.com/flinkc/flinkc/typecheck/types"
)

// DESCRIBE tells the columns of a table or view, SHOW CREATE its declaration.

func (c *checker) checkDescribe(s *lang.Describe) {
	switch s.Kind {
	case "CATALOG":
		c.describeCatalog(s)
	case "DATABASE":
		c.describeDatabase(s)
	case "FUNCTION":
		c.describeFunction(s)
	default:
		c.describe(s, s.Name)
	}
}

var infoColumns = []string{"info name", "info value"}

func (c *checker) describeCatalog(s *lang.Describe) {
	if !c.knowsCatalog(s.Name.Last()) {
		return
	}
	c.answer(s, infoColumns, []string{"name", s.Name.Last().Name}, []string{"type", inMemory},
		[]string{"comment", ""})
}

func (c *checker) describeDatabase(s *lang.Describe) {
	p, ok := c.databaseOf(&lang.Show{Of: s.Name})
	if !ok {
		return
	}
	c.answer(s, infoColumns, []string{"name", p.database}, []string{"catalog", p.catalog})
}

func (c *checker) describeFunction(s *lang.Describe) {
	p, ok := c.path(s.Name)
	if !ok {
		return
	}
	name := strings.ToUpper(s.Name.Last().Name)
	f := c.catalog.function(p)
	switch {
	case f != nil && f.broken:
	case f != nil:
		c.answer(s, infoColumns, []string{"name", f.path.name},
			[]string{"signature", declaredSignature(f.user)})
	case len(s.Name.Parts) == 1 && hasBuiltin(name):
		c.answer(s, infoColumns, []string{"name", strings.ToLower(name)},
			[]string{"signature", "built-in, see docs/functions.md"})
	default:
		c.errUnknownFunction(&lang.Call{Place: lang.Place{At: s.Name.Span()}, Name: s.Name})
	}
}

// described is a column as DESCRIBE shows it.
type described struct{ name, typ, null, key, extras, watermark, comment string }

// describe answers with the columns of a table or view, for SHOW COLUMNS those that its pattern
// wants.
func (c *checker) describe(s lang.Statement, name *lang.Path) {
	columns := []string{"name", "type", "null", "key", "extras", "watermark"}
	list := c.columnsOf(name)
	if list == nil {
		return
	}
	commented := false
	for _, d := range list {
		commented = commented || d.comment != ""
	}
	if commented {
		columns = append(columns, "comment")
	}
	var rows [][]string
	for _, d := range list {
		if show, ok := s.(*lang.Show); !ok || wants(show, d.name) {
			row := []string{d.name, d.typ, d.null, d.key, d.extras, d.watermark, d.comment}
			rows = append(rows, row[:len(columns)])
		}
	}
	c.answer(s, columns, rows...)
}

// columnsOf are the columns of a table or view; nil when there is none, which is reported.
func (c *checker) columnsOf(name *lang.Path) []described {
	p, ok := c.path(name)
	if !ok {
		return nil
	}
	t := c.catalog.table(p)
	switch {
	case t == nil:
		c.errUnknownTable(name, p)
		return nil
	case t.view != nil:
		return c.viewColumnsOf(name, t)
	case t.broken || t.declared == nil:
		return nil
	}
	var out []described
	for _, col := range t.columns {
		d := describedColumn(col.name, col.typ)
		d.mark(t.timeRole(col))
		t.detail(&d)
		out = append(out, d)
	}
	return out
}

func (c *checker) viewColumnsOf(name *lang.Path, t *table) []described {
	ref := &lang.TableName{Place: lang.Place{At: name.Span()}, Name: name}
	scope, _ := c.useView(ref, t, name.Last())
	var out []described
	for _, col := range scope.columns {
		d := describedColumn(col.name, col.typ)
		d.mark(col.time)
		out = append(out, d)
	}
	return out
}

func describedColumn(name string, t types.Type) described {
	return described{name: name, typ: t.OrNull().String(), null: strconv.FormatBool(t.Nullable)}
}

// mark tells a time attribute behind its type.
func (d *described) mark(role timeRole) {
	switch role {
	case eventTime:
		d.typ += " *ROWTIME*"
	case processingTime:
		d.typ += " *PROCTIME*"
	}
}

// detail adds what only a table's column has.
func (t *table) detail(d *described) {
	for _, e := range t.declared.elements {
		if e.Column == nil || e.Column.Name.Name != d.name {
			continue
		}
		if e.Column.Computed != nil {
			d.extras = "AS " + lang.Print(e.Column.Computed)
		}
		if e.Column.Comment != nil {
			d.comment = e.Column.Comment.Value
		}
	}
	if w := t.logical.Watermark; w != nil && w.Column == d.name {
		d.watermark = w.Expr
	}
	var key []string
	for _, i := range t.logical.PrimaryKey {
		key = append(key, t.logical.Columns[i].Name)
	}
	for _, name := range key {
		if name == d.name {
			d.key = "PRI(" + strings.Join(key, ", ") + ")"
		}
	}
}

// showCreate answers with the statement that declares a table or view as it is now. Credentials are
// masked.
func (c *checker) showCreate(s *lang.Show) {
	p, ok := c.path(s.Of)
	if !ok {
		return
	}
	t := c.catalog.table(p)
	switch {
	case t == nil:
		c.errUnknownTable(s.Of, p)
	case (t.view != nil) != (s.What == "CREATE VIEW"):
		c.errShowKind(s, t)
	case t.broken || t.view == nil && t.declared == nil:
	case t.view != nil:
		c.answer(s, []string{"result"}, []string{c.createView(t)})
	default:
		c.answer(s, []string{"result"}, []string{c.createTable(t)})
	}
}

// creates begins the statement that declares an object.
func (c *checker) creates(kind string, t *table) string {
	if c.catalog.temporary[t.path] == t {
		kind = "TEMPORARY " + kind
	}
	return "CREATE " + kind + " " + backticked(t.path.catalog) + "." +
		backticked(t.path.database) + "." + backticked(t.path.name)
}

func backticked(name string) string { return "`" + strings.ReplaceAll(name, "`", "``") + "`" }

func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

func (c *checker) createView(t *table) string {
	out := c.creates("VIEW", t)
	if t.view.columns != nil {
		var names []string
		for _, name := range t.view.columns {
			names = append(names, backticked(name))
		}
		out += " (" + strings.Join(names, ", ") + ")"
	}
	return out + " AS\n" + lang.Print(t.view.query)
}

func (c *checker) createTable(t *table) string {
	var elements, with []string
	for _, e := range t.declared.elements {
		elements = append(elements, "  "+t.elementText(e))
	}
	for _, o := range t.declared.options {
		with = append(with, "  "+quoted(o.Key)+" = "+t.optionText(o))
	}
	return c.creates("TABLE", t) + " (\n" + strings.Join(elements, ",\n") + "\n) WITH (\n" +
		strings.Join(with, ",\n") + "\n)"
}

// elementText is an element as it was declared; a column that a query gave has its type.
func (t *table) elementText(e *lang.TableElement) string {
	if col := e.Column; col != nil && col.Computed == nil && col.Type == nil {
		i := fieldIndexOf(t.logical.Columns, col.Name.Name)
		return backticked(col.Name.Name) + " " + t.logical.Columns[i].Type.String()
	}
	return lang.Print(e)
}

func (t *table) optionText(e options.Entry) string {
	switch {
	case e.Origin == options.FromEnv:
		return "env(" + quoted(e.Value) + ")"
	case e.Origin == options.FromFile:
		return "file(" + quoted(e.Value) + ")"
	case t.logical.Options.Get(e.Key).Secret.IsLiteral():
		return "'***'"
	}
	return quoted(e.Value)
}

func (c *checker) showCreateCatalog(s *lang.Show) {
	if c.knowsCatalog(s.Of.Last()) {
		c.answer(s, []string{"result"}, []string{"CREATE CATALOG " + backticked(s.Of.Last().Name) +
			" WITH (\n  'type' = '" + inMemory + "'\n)"})
	}
}
