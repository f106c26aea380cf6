package typecheck

import (
	"maps"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/options"
	"github.com/flinkc/flinkc/typecheck/types"
)

// LIKE copies the declaration of another table. The table's own statement is merged with it
// element by element, so that everything behind works on one list (dialect/grammar.md 3.1).

// like puts the other table's elements in front of the statement's own.
func (d *tableDecl) like() {
	source := d.likeSource()
	if source == nil {
		d.table.broken = true
		return
	}
	var copied []*lang.TableElement
	for _, e := range source.elements {
		if d.keeps(e) {
			copied = append(copied, e)
		}
	}
	d.elements = append(copied, d.elements...)
	maps.Copy(d.queried, source.queried)
}

// likeSource returns the declaration behind LIKE; nil when there is none, which is reported.
func (d *tableDecl) likeSource() *declared {
	p, ok := d.path(d.stmt.Like.Table)
	if !ok {
		return nil
	}
	t := d.catalog.table(p)
	switch {
	case t == nil || t == d.table:
		d.errUnknownTable(d.stmt.Like.Table, p)
	case t.declared == nil && t.view == nil: // the table is broken itself
	case t.declared == nil:
		d.errLikeView(d.stmt.Like.Table.Span(), t)
	default:
		return t.declared
	}
	return nil
}

// strategy is what the LIKE clause says of a feature; the defaults are INCLUDING ALL and
// OVERWRITING OPTIONS.
func (d *tableDecl) strategy(feature string) string {
	out := "INCLUDING"
	if feature == "OPTIONS" {
		out = "OVERWRITING"
	}
	for _, o := range d.stmt.Like.Options {
		if o.Feature == "ALL" {
			out = string(o.Strategy)
		}
	}
	for _, o := range d.stmt.Like.Options {
		if string(o.Feature) == feature {
			out = string(o.Strategy)
		}
	}
	return out
}

// keeps reports whether an element of the source is copied. What the statement declares again
// under OVERWRITING is not.
func (d *tableDecl) keeps(e *lang.TableElement) bool {
	feature, again := d.featureOf(e)
	if feature == "" {
		return true
	}
	strategy := d.strategy(feature)
	return strategy == "INCLUDING" || strategy == "OVERWRITING" && !again
}

// featureOf names the LIKE feature of an element ("" for physical columns, which are always
// copied) and reports whether the statement declares it again.
func (d *tableDecl) featureOf(e *lang.TableElement) (feature string, again bool) {
	switch {
	case e.Watermark != nil:
		feature = "WATERMARKS"
	case e.Constraint != nil:
		feature = "CONSTRAINTS"
	case e.Column.Computed != nil:
		feature = "GENERATED"
	case e.Column.Metadata != nil:
		feature = "METADATA"
	}
	for _, own := range d.stmt.Elements {
		if own.Watermark != nil && e.Watermark != nil || sameColumn(own.Column, e.Column) {
			again = true
		}
	}
	return feature, again
}

func sameColumn(a, b *lang.Column) bool {
	return a != nil && b != nil && a.Name.Name == b.Name.Name
}

// declared is what LIKE copies of a table.
type declared struct {
	elements []*lang.TableElement
	options  []options.Entry
	queried  map[string]types.Type // types of the columns that a query gave
}

// likeOptions merges the WITH clause with the source's and remembers both for a LIKE of this
// table.
func (d *tableDecl) likeOptions(own []options.Entry) []options.Entry {
	merged := own
	if d.stmt.Like != nil && !d.table.broken {
		merged = d.mergeOptions(own)
	}
	d.table.declared = &declared{elements: d.elements, options: merged, queried: d.queried}
	return merged
}

func (d *tableDecl) mergeOptions(own []options.Entry) []options.Entry {
	strategy := d.strategy("OPTIONS")
	if strategy == "EXCLUDING" {
		return own
	}
	p, _ := d.path(d.stmt.Like.Table)
	var out []options.Entry
	for _, e := range d.catalog.table(p).declared.options {
		if strategy == "OVERWRITING" && has(own, e.Key) {
			continue
		}
		out = append(out, e)
	}
	return append(out, own...)
}

func has(list []options.Entry, key string) bool {
	for _, e := range list {
		if e.Key == key {
			return true
		}
	}
	return false
}
