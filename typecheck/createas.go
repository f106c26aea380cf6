package typecheck

import (
	"github.com/flinkc/flinkc/lang"
)

// CREATE TABLE .. AS declares the columns of a query behind those that it declares itself, and
// fills the table by that query. A column declared under the name of one of the query's gives it
// another type.

// asColumns adds the columns of the query that are not declared, and returns the query's rows.
func (d *tableDecl) asColumns() relation {
	if d.stmt.As == nil {
		return brokenRelation()
	}
	r := d.checkQuery(d.stmt.As, nil)
	if r.broken {
		d.table.broken = true
		return r
	}
	for i, name := range r.names {
		if d.find(name) != nil {
			continue
		}
		// A column without a type, which no script can write, is one that a query gave.
		ident := &lang.Ident{Place: lang.Place{At: queryItem(d.stmt.As, i)}, Name: name}
		d.queried[name] = r.types[i]
		column := &lang.Column{Name: ident}
		d.elements = append(d.elements, &lang.TableElement{Column: column})
		d.column(column)
	}
	return r
}

// fill inserts the rows of the query into the table.
func (d *tableDecl) fill(r relation) {
	if r.broken || d.table.broken {
		return
	}
	insert := &lang.Insert{Extent: d.stmt.Extent, Table: d.stmt.Name, Query: d.stmt.As,
		Columns: &lang.Columns{Place: d.stmt.As.Place}}
	for i, name := range r.names {
		insert.Columns.Names = append(insert.Columns.Names,
			&lang.Ident{Place: lang.Place{At: queryItem(d.stmt.As, i)}, Name: name})
	}
	d.checkInsert(insert)
}
