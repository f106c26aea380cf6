package lang

import "strings"

func (p *printer) call(e *Call) {
	p.path(e.Name)
	if e.NoParens {
		return
	}
	p.w("(")
	p.opt(e.Distinct, "DISTINCT ")
	switch {
	case e.Star:
		p.w("*")
	case e.Words:
		p.wordArgs(e)
	default:
		items(p, e.Args, p.top)
	}
	for _, clause := range e.JSON {
		p.jsonClause(clause)
	}
	p.w(")")
	p.callTail(e)
}

// separators are the words between the arguments of the special forms.
var separators = map[string][]string{
	"EXTRACT": {" FROM "}, "FLOOR": {" TO "}, "CEIL": {" TO "}, "CEILING": {" TO "},
	"POSITION": {" IN ", " FROM "}, "SUBSTRING": {" FROM ", " FOR "},
	"OVERLAY": {" PLACING ", " FROM ", " FOR "}, "TRIM": {" ", " FROM "},
}

func (p *printer) wordArgs(e *Call) {
	name := strings.ToUpper(e.Name.Last().Name)
	words := separators[name]
	for i, a := range e.Args {
		switch {
		case i == 0:
		case jsonFunctions[name] && i%2 == 1:
			p.w(" VALUE ")
		case i <= len(words):
			p.w(words[i-1])
		default:
			p.w(", ")
		}
		least := 0
		if i == 0 && len(words) > 0 && words[0] == " IN " {
			least = levelBetween + 1
		}
		p.expr(a, least)
	}
}

// jsonClause prints a clause with a blank in front.
func (p *printer) jsonClause(c *JSONClause) {
	before, behind, _ := strings.Cut(c.Words, "?")
	p.w(" ", before)
	switch {
	case c.Type != nil:
		p.w(" ")
		p.typeName(c.Type)
	case c.Value != nil:
		p.expr(c.Value, 0)
	}
	p.w(behind)
}

func (p *printer) callTail(e *Call) {
	if e.Within != nil {
		p.w(" WITHIN GROUP (ORDER BY ")
		items(p, e.Within, p.orderItem)
		p.w(")")
	}
	if e.Filter != nil {
		p.w(" FILTER (WHERE ")
		p.expr(e.Filter, 0)
		p.w(")")
	}
	p.opt(e.Nulls != "", " "+e.Nulls+" NULLS")
	if e.Over != nil {
		p.w(" OVER ")
		p.window(e.Over)
	}
}

func (p *printer) tableArg(e *TableArg) {
	p.w("TABLE ")
	if e.Query != nil {
		p.subquery(e.Query)
	} else {
		p.path(e.Table)
	}
	switch len(e.PartitionBy) {
	case 0:
	case 1:
		p.w(" PARTITION BY ")
		p.expr(e.PartitionBy[0], 0)
	default:
		p.w(" PARTITION BY ")
		inParens(p, e.PartitionBy, p.top)
	}
	p.orderBy(e.OrderBy)
}

// orderBy prints ORDER BY with a blank in front; nothing for an empty list.
func (p *printer) orderBy(keys []*OrderItem) {
	if len(keys) > 0 {
		p.w(" ORDER BY ")
		items(p, keys, p.orderItem)
	}
}

func (p *printer) orderItem(o *OrderItem) {
	p.expr(o.Expr, 0)
	p.opt(o.Desc, " DESC")
	p.opt(o.NullsFirst, " NULLS FIRST")
	p.opt(o.NullsLast, " NULLS LAST")
}

func (p *printer) window(w *WindowSpec) {
	if w.Named {
		p.ident(w.Ref)
		return
	}
	inner := &printer{}
	if w.Ref != nil {
		inner.w(" ", identText(w.Ref))
	}
	if w.PartitionBy != nil {
		inner.w(" PARTITION BY ")
		items(inner, w.PartitionBy, inner.top)
	}
	inner.orderBy(w.OrderBy)
	if w.Frame != nil {
		inner.frame(w.Frame)
	}
	p.w("(", strings.TrimPrefix(inner.b.String(), " "), ")")
}

func (p *printer) frame(f *Frame) {
	p.w(map[bool]string{false: " RANGE ", true: " ROWS "}[f.Rows])
	p.opt(f.High != nil, "BETWEEN ")
	p.bound(f.Low)
	if f.High != nil {
		p.w(" AND ")
		p.bound(f.High)
	}
}

func (p *printer) bound(b *Bound) {
	switch b.Kind {
	case UnboundedPreceding:
		p.w("UNBOUNDED PRECEDING")
	case UnboundedFollowing:
		p.w("UNBOUNDED FOLLOWING")
	case CurrentRow:
		p.w("CURRENT ROW")
	case Preceding, Following:
		p.expr(b.Offset, levelBetween+1)
		p.w(map[bool]string{false: " PRECEDING", true: " FOLLOWING"}[b.Kind == Following])
	}
}
