package typecheck

// OVER: functions of the rows around a row. Like queries inside of expressions they are expressions until
// selection.match puts an Over below (overplan.go). The functions themselves are in overfunc.go, bounds of
// windows in overframe.go.

import (
	"slices"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// checkOver is function(..) OVER (..).
func (c *checker) checkOver(e *lang.Call, s *scope) logical.Expr {
	if s.place != inSelect && s.place != inOrderBy && s.place != inQualify {
		c.errOver(e.Span(), "OVER cannot stand in "+placeNames[s.place],
			"Compute it in the SELECT list of a query in FROM.")
		return invalid(e.Span())
	}
	w := &logical.OverCall{}
	w.At = e.Span()
	inner := s.in(inOver)
	w.Args = c.checkAll(e.Args, inner)
	if e.Filter != nil { // Flink's parser has none either
		c.errUnsupported(e.Filter.Span(), "FILTER of a function with OVER", "Write CASE in its argument.")
		c.condition(c.checkExpr(e.Filter, inner), "FILTER")
	}
	if !c.overWindow(w, e.Over, inner) || isInvalid(w.Args...) {
		return invalid(e.Span())
	}
	if !inner.framed(e.Over) {
		wholeFrame(w)
	}
	x := c.overFunction(e, w)
	if !isInvalid(x) && !c.batch() {
		c.errStreamingOver(e.Span())
	}
	return x
}

// overWindow binds the window, which may be named, or go on from one that is.
func (c *checker) overWindow(out *logical.OverCall, spec *lang.WindowSpec, s *scope) bool {
	if spec.Ref != nil {
		base := s.window(spec.Ref.Name)
		if base == nil {
			c.errOver(spec.Ref.Span(), "there is no window "+quote(spec.Ref.Name), windowHint(s, spec.Ref.Name))
			return false
		}
		named := quiet(c, func() bool { return c.overWindow(out, base, s.withoutWindow(spec.Ref.Name)) })
		if !named || spec.Named {
			return named
		}
	}
	ok := true
	for _, e := range spec.PartitionBy {
		x := c.inRow(c.checkExpr(e, s))
		ok = ok && !isInvalid(x)
		out.Partition = append(out.Partition, x)
	}
	for _, item := range spec.OrderBy {
		time, _ := c.timeAttribute(item.Expr, s)
		x := c.typedKey(item.Expr, time)
		ok = ok && !isInvalid(x)
		out.Order = append(out.Order, logical.OverKey{X: x, Desc: item.Desc,
			NullsLast: item.NullsLast || item.Desc && !item.NullsFirst})
	}
	if !ok {
		return false
	}
	return c.frame(out, spec.Frame)
}

// inRow refuses a value that no row can hold.
func (c *checker) inRow(x logical.Expr) logical.Expr {
	if t := x.Type(); !isInvalid(x) && (!inRows(t) || t.Kind == types.Null) {
		c.errColumnType(x.Span(), t)
		return invalid(x.Span())
	}
	return x
}

// window is a window of the WINDOW clause; nil when there is none of the name.
func (s *scope) window(name string) *lang.WindowSpec {
	for _, w := range s.windows {
		if w.Name.Name == name {
			return w.Window
		}
	}
	return nil
}

// withoutWindow is the scope of a named window, which may name all but itself.
func (s *scope) withoutWindow(name string) *scope {
	out := *s
	out.windows = slices.DeleteFunc(slices.Clone(s.windows), func(w *lang.NamedWindow) bool {
		return w.Name.Name == name
	})
	return &out
}

// windows checks the WINDOW clause, of which not all need be used.
func (s *selection) windows() {
	inner := s.scope.in(inOver)
	inner.group = s.group
	for _, w := range s.stmt.Windows {
		quiet(s.checker, func() bool {
			return s.overWindow(&logical.OverCall{}, w.Window, inner.withoutWindow(w.Name.Name))
		})
	}
}
