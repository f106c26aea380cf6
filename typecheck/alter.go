package typecheck

import (
	"maps"
	"slices"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/options"
	"github.com/flinkc/flinkc/typecheck/types"
)

// ALTER TABLE changes the declaration of a table, and declares the table again: what the statements
// behind it see. Plans made before keep the table that they were made over.

func (c *checker) checkAlterTable(s *lang.AlterTable) {
	p, ok := c.path(s.Name)
	if !ok {
		return
	}
	t := c.catalog.table(p)
	switch {
	case t == nil:
		if !s.IfExists {
			c.errUnknownTable(s.Name, p)
		}
	case t.view != nil:
		c.errAlterKind(s.Name, t)
	case s.Rename != nil && s.Rename.Table != nil:
		c.renameTable(s.Rename.Table, t)
	case t.declared != nil:
		c.alterTable(s, t)
	}
}

// renameTable enters a table or view under another name of its database.
func (c *checker) renameTable(to *lang.Path, t *table) {
	p, ok := c.path(to)
	if !ok {
		return
	}
	set := c.catalog.setOf(t)
	renamed := *t
	renamed.path, renamed.at = p, to.Last().Span()
	if other := set[p]; other != nil {
		c.errRedeclared(&renamed, other)
		return
	}
	if t.logical != nil {
		changed := *t.logical
		changed.Name, changed.Path = p.name, []string{p.catalog, p.database, p.name}
		renamed.logical = &changed
	}
	delete(set, t.path)
	set[p] = &renamed
}

// setOf is the map that holds a table.
func (k *catalog) setOf(t *table) map[path]*table { return k.set(k.temporary[t.path] == t) }

// alteration is the work on one ALTER TABLE: the declaration, changed bit by bit.
type alteration struct {
	*checker
	table    *table
	elements []*lang.TableElement
	options  []options.Entry
	queried  map[string]types.Type
	broken   bool
}

func (c *checker) alterTable(s *lang.AlterTable, t *table) {
	a := &alteration{checker: c, table: t, elements: slices.Clone(t.declared.elements),
		options: slices.Clone(t.declared.options), queried: maps.Clone(t.declared.queried)}
	switch {
	case s.Rename != nil:
		a.renameColumn(s.Rename)
	case s.Options != nil:
		a.set(entries(s.Options))
	case s.Reset != nil:
		a.reset(s.Reset)
	case s.Drop != nil:
		a.drop(s.Drop)
	}
	for _, e := range s.Add {
		a.add(e)
	}
	for _, e := range s.Modify {
		a.modify(e)
	}
	if a.broken {
		t.broken = true
		return
	}
	a.declareAgain(s)
}

// declareAgain makes the table of the changed declaration.
func (a *alteration) declareAgain(s *lang.AlterTable) {
	set := a.catalog.setOf(a.table)
	t := &table{path: a.table.path, at: s.Name.Last().Span(),
		logical: newLogicalTable(a.table.path, s.Name)}
	set[t.path] = t
	d := &tableDecl{checker: a.checker, stmt: &lang.CreateTable{Extent: s.Extent, Name: s.Name},
		table: t, elements: a.elements, inherited: a.options, queried: a.queried}
	d.build()
}

func (a *alteration) set(own []options.Entry) {
	kept := slices.DeleteFunc(a.options, func(e options.Entry) bool { return has(own, e.Key) })
	a.options = append(kept, own...)
}

func (a *alteration) reset(keys []*lang.Text) {
	for _, key := range keys {
		a.options = slices.DeleteFunc(a.options, func(e options.Entry) bool {
			return e.Key == key.Value
		})
	}
}

// index is the place of a column in the list, -1 when there is none.
func (a *alteration) index(name string) int {
	return slices.IndexFunc(a.elements, func(e *lang.TableElement) bool {
		return e.Column != nil && e.Column.Name.Name == name
	})
}

// column is index of a column that must be there.
func (a *alteration) column(name *lang.Ident) int {
	i := a.index(name.Name)
	if i < 0 {
		a.errAlterColumn(name, a.table)
		a.broken = true
	}
	return i
}

// add puts an element where it is to stand. A second key, watermark or column of the name is found
// when the table is declared again.
func (a *alteration) add(e *lang.AlterElement) {
	at := len(a.elements)
	switch {
	case e.First:
		at = 0
	case e.After != nil:
		at = a.column(e.After) + 1
	}
	a.elements = slices.Insert(a.elements, at, e.Element)
}

// modify puts an element in the place of the one of its name or kind.
func (a *alteration) modify(e *lang.AlterElement) {
	var i int
	if e.Element.Column != nil {
		i = a.column(e.Element.Column.Name)
	} else {
		i = slices.IndexFunc(a.elements, func(old *lang.TableElement) bool {
			return (old.Watermark != nil) == (e.Element.Watermark != nil) && old.Column == nil
		})
		if i < 0 {
			a.errAlterNothing(e.Element)
			a.broken = true
		}
	}
	if i < 0 {
		return
	}
	if !e.First && e.After == nil {
		a.elements[i] = e.Element
		return
	}
	a.elements = slices.Delete(a.elements, i, i+1)
	a.add(e)
}

func (a *alteration) drop(d *lang.AlterDrop) {
	for _, name := range d.Columns {
		if i := a.column(name); i >= 0 {
			a.elements = slices.Delete(a.elements, i, i+1)
		}
	}
	if d.Columns != nil {
		return
	}
	before := len(a.elements)
	a.elements = slices.DeleteFunc(a.elements, func(e *lang.TableElement) bool {
		return d.Watermark && e.Watermark != nil || !d.Watermark && e.Constraint != nil
	})
	if !d.Watermark {
		a.dropInlineKeys()
	}
	if len(a.elements) == before && !a.hadInlineKey(d) {
		a.errAlterNothing(d)
		a.broken = true
	}
}

// hadInlineKey reports whether the key that is dropped stood at a column.
func (a *alteration) hadInlineKey(d *lang.AlterDrop) bool {
	return !d.Watermark && slices.ContainsFunc(a.table.declared.elements, inlineKeyed)
}

func inlineKeyed(e *lang.TableElement) bool { return e.Column != nil && e.Column.Constraint != nil }

func (a *alteration) dropInlineKeys() {
	for i, e := range a.elements {
		if inlineKeyed(e) {
			column := *e.Column
			column.Constraint = nil
			a.elements[i] = &lang.TableElement{Extent: e.Extent, Column: &column}
		}
	}
}

// renameColumn renames a column, also in the key and as the column of the watermark. An expression
// that names it is an error when the table is declared again.
func (a *alteration) renameColumn(r *lang.AlterRename) {
	if a.column(r.Old) < 0 {
		return
	}
	renamed := func(name *lang.Ident) *lang.Ident {
		if name.Name == r.Old.Name {
			return r.New
		}
		return name
	}
	for i, e := range a.elements {
		changed := *e
		switch {
		case e.Column != nil:
			column := *e.Column
			column.Name = renamed(column.Name)
			changed.Column = &column
		case e.Constraint != nil:
			key := *e.Constraint
			key.Columns = nil
			for _, name := range e.Constraint.Columns {
				key.Columns = append(key.Columns, renamed(name))
			}
			changed.Constraint = &key
		case e.Watermark != nil && len(e.Watermark.Column.Parts) == 1:
			mark := *e.Watermark
			mark.Column = &lang.Path{Extent: e.Watermark.Column.Extent,
				Parts: []*lang.Ident{renamed(e.Watermark.Column.Last())}}
			changed.Watermark = &mark
		}
		a.elements[i] = &changed
	}
	if t, ok := a.queried[r.Old.Name]; ok {
		a.queried[r.New.Name] = t
	}
}

func (c *checker) checkAlterView(s *lang.AlterView) {
	p, ok := c.path(s.Name)
	if !ok {
		return
	}
	switch t := c.catalog.table(p); {
	case t == nil:
		c.errUnknownTable(s.Name, p)
	case t.view == nil:
		c.errAlterKind(s.Name, t)
	case s.Rename != nil:
		c.renameTable(s.Rename, t)
	default:
		r := c.checkQuery(s.Query, nil)
		c.catalog.setOf(t)[p] = &table{path: p, at: t.at, broken: r.broken,
			view: &view{query: s.Query, catalog: c.catalog.snapshot()}}
	}
}
