package typecheck

import (
	"strings"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
)

// overlaps is (a, b) OVERLAPS (c, d) as Calcite computes it: the ends of a period may stand in any
// order, and periods that touch overlap. Which end comes first is not known of one that is NULL.
const overlaps = "CASE WHEN a <= b THEN b ELSE a END >= CASE WHEN c <= d THEN c ELSE d END" +
	" AND CASE WHEN c <= d THEN d ELSE c END >= CASE WHEN a <= b THEN a ELSE b END"

// checkOverlaps is (a, b) OVERLAPS (c, d), where b and d are times or how long the periods last.
func (c *checker) checkOverlaps(e *lang.Binary, s *scope) logical.Expr {
	var ends []logical.Expr
	body := overlaps
	params := &scope{place: inFunction}
	for i, side := range []lang.Expr{e.X, e.Y} {
		period, ok := c.checkPeriod(e, side, s)
		if !ok {
			return invalid(e.Span())
		}
		first, last := "ac"[i:i+1], "bd"[i:i+1]
		if period[1].Type().IsInterval() {
			body = strings.ReplaceAll(body, " "+last+" ", " ("+first+" + "+last+") ")
		}
		for _, x := range period {
			if t := x.Type(); i > 0 && t.IsDatetime() && t.Kind != ends[0].Type().Kind {
				c.errPeriod(e, x, t.String()+" beside "+ends[0].Type().String())
				return invalid(e.Span())
			}
			params.columns = append(params.columns, scopeColumn{name: "abcd"[len(ends) : len(ends)+1],
				typ: x.Type(), index: len(ends), tableAt: e.Span()})
			ends = append(ends, x)
		}
	}
	text, _ := lang.ParseExpr(c.script.Source, &lang.Text{Place: lang.Place{At: e.Span()}, Value: body})
	bound := c.checkExpr(text, params)
	if isInvalid(bound) {
		return bound
	}
	return c.substitute(bound, ends)
}

// checkPeriod binds one side: a time, and a time of its kind or an interval.
func (c *checker) checkPeriod(e *lang.Binary, side lang.Expr, s *scope) ([]logical.Expr, bool) {
	row, ok := side.(*lang.Row)
	if !ok || len(row.Elems) != 2 {
		c.checkExpr(side, s)
		c.errPeriod(e, side, "no pair")
		return nil, false
	}
	period := c.checkAll(row.Elems, s)
	switch x, y := period[0], period[1]; {
	case isInvalid(x, y):
		return nil, false
	case !x.Type().IsDatetime():
		c.errPeriod(e, row.Elems[0], x.Type().String())
		return nil, false
	case y.Type().Kind != x.Type().Kind && !y.Type().IsInterval():
		c.errPeriod(e, row.Elems[1], y.Type().String())
		return nil, false
	}
	return period, true
}
