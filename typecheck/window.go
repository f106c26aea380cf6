package typecheck

// Windows of time: functions over tables, FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), size)), and the
// older form in GROUP BY. Both are a logical.Window, whose columns the older form groups by. A window
// by itself gives each row once for each of its windows, and remembers nothing; in batch mode an
// aggregation of them is like any other. In a stream it would wait for the end of each window, and is
// refused, as is SESSION, whose windows depend on other rows.

import (
	"slices"
	"strings"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// windowCure is what a window that does not run can be replaced by.
const windowCure = "Group by a column that is computed from the time."

// windowFunction is a kind of window: the names of its intervals, in order.
type windowFunction struct {
	kind  logical.WindowKind
	sizes []string
}

var windowFunctions = map[string]windowFunction{
	"TUMBLE":   {logical.Tumble, []string{"SIZE"}},
	"HOP":      {logical.Hop, []string{"SLIDE", "SIZE"}},
	"CUMULATE": {logical.Cumulate, []string{"STEP", "SIZE"}},
	"SESSION":  {logical.Session, []string{"GAP"}},
}

func isWindowFunction(e *lang.Call) bool {
	_, ok := windowFunctions[nameOf(e)]
	return ok && len(e.Name.Parts) == 1
}

// windowCall is the work on one window function.
type windowCall struct {
	*checker
	call  *lang.Call
	alias *lang.Alias
	with  *withScope
	scope *scope // the rows; in a pipe they are there already
	in    logical.Node
	args  map[string]lang.Expr
	bad   bool
}

// checkWindow binds a window function over a table.
func (c *checker) checkWindow(w *windowCall) (*scope, logical.Node) {
	w.checker = c
	piped := w.scope != nil
	w.named(piped)
	n := &logical.Window{Kind: windowFunctions[nameOf(w.call)].kind}
	if !piped {
		w.data(n)
	}
	at := w.descriptor(n)
	w.sizes(n)
	if w.bad || w.scope == nil || w.scope.broken || w.in == nil {
		return &scope{broken: true}, nil
	}
	n.In, n.At, n.Kinds, n.Keys = w.in, w.call.Span(), w.in.Changes(), nil
	n.Out = append(slices.Clone(w.in.Schema()), logical.WindowColumns(n.Time.Type())...)
	w.refuseWindow(n, "window SESSION")
	out := w.output(n, at)
	if !w.rename(out, w.alias) {
		return &scope{broken: true}, nil
	}
	return out, n
}

// named gives each argument its name: DATA, TIMECOL, the intervals, and OFFSET.
func (w *windowCall) named(piped bool) {
	names := append([]string{"DATA", "TIMECOL"}, windowFunctions[nameOf(w.call)].sizes...)
	least := len(names)
	if nameOf(w.call) != "SESSION" {
		names = append(names, "OFFSET")
	}
	if piped {
		names, least = names[1:], least-1
	}
	w.args = map[string]lang.Expr{}
	for i, arg := range w.call.Args {
		name, value := "", arg
		if named, ok := arg.(*lang.NamedArg); ok {
			name, value = strings.ToUpper(named.Name.Name), named.Value
		} else if i < len(names) {
			name = names[i]
		}
		if !slices.Contains(names, name) || w.args[name] != nil {
			w.wrong(arg, "is no argument of "+nameOf(w.call)+", or is there twice")
			continue
		}
		w.args[name] = value
	}
	for _, name := range names[:least] {
		if w.args[name] == nil && !w.bad {
			w.wrong(w.call, "has no "+name)
		}
	}
}

// wrong reports an argument, in words that go on behind "this".
func (w *windowCall) wrong(at lang.Node, why string) {
	w.bad = true
	w.errWindow(at.Span(), w.call, why)
}

// data binds the rows: TABLE t or TABLE (query), of SESSION with PARTITION BY.
func (w *windowCall) data(n *logical.Window) {
	arg, ok := w.args["DATA"].(*lang.TableArg)
	switch {
	case !ok:
		if at := w.args["DATA"]; at != nil {
			w.wrong(at, "is no table")
		}
		return
	case arg.Query != nil:
		w.scope, w.in = w.derived(&lang.Derived{Place: arg.Place, Query: arg.Query}, w.with)
	default:
		table := &lang.TableName{Place: lang.Place{At: arg.Table.Span()}, Name: arg.Table}
		w.scope, w.in = w.checkTableName(table, w.with)
	}
	if n.Kind != logical.Session && len(arg.PartitionBy) > 0 {
		w.wrong(arg.PartitionBy[0], "has no meaning: only SESSION has PARTITION BY")
		return
	}
	n.Partition = w.checkAll(arg.PartitionBy, w.scope.in(inFrom))
	w.bad = w.bad || isInvalid(n.Partition...)
}

// descriptor binds the time and returns its place in the scope.
func (w *windowCall) descriptor(n *logical.Window) int {
	d, ok := w.args["TIMECOL"].(*lang.Descriptor)
	if !ok || len(d.Columns) != 1 {
		if at := w.args["TIMECOL"]; at != nil {
			w.wrong(at, "is no DESCRIPTOR of one column")
		}
		return -1
	}
	if w.scope == nil {
		return -1
	}
	ref := &lang.Ref{Place: d.Columns[0].Place, Parts: d.Columns}
	n.Time = w.windowTime(ref, w.scope, w.call)
	w.bad = w.bad || isInvalid(n.Time)
	return slices.IndexFunc(w.scope.columns, func(c scopeColumn) bool {
		return c.name == d.Columns[0].Name && !c.hidden
	})
}

// windowTime is the time of a window: a time attribute, in batch mode any timestamp but the
// processing time, as in Flink.
func (c *checker) windowTime(e lang.Expr, s *scope, call *lang.Call) logical.Expr {
	x, role := c.timeAttribute(e, s)
	switch {
	case isInvalid(x):
	case c.batch() && role == processingTime:
		c.errWindow(e.Span(), call, "is the processing time, which batch mode has no windows of")
		return invalid(e.Span())
	case !role.isAttribute() && !(c.batch() && x.Type().IsTimestamp()):
		c.errTimeAttribute(e.Span(), "the window "+nameOf(call), x.Type())
		return invalid(e.Span())
	}
	return x
}

// refuseWindow reports a window that does not run by itself.
func (c *checker) refuseWindow(n *logical.Window, session string) {
	if n.Kind == logical.Session {
		c.errUnsupported(n.At, session, windowCure)
	}
}

// refuseWindows reports the aggregations of windows of a stream, which wait for their end, at each
// window that would run by itself.
func (c *checker) refuseWindows(n logical.Node) {
	if c.batch() {
		return
	}
	seen := map[*logical.Window]bool{}
	logical.Walk(n, func(n logical.Node) {
		agg, ok := n.(*logical.Aggregate)
		if !ok || !agg.Windowed {
			return
		}
		w := windowBelow(agg)
		if !seen[w] && w.Kind != logical.Session {
			c.errStreamWindows(w)
		}
		seen[w] = true
	})
}

// windowBelow is the window whose columns an aggregation groups by.
func windowBelow(n logical.Node) *logical.Window {
	var found *logical.Window
	logical.Walk(n, func(n logical.Node) {
		if w, ok := n.(*logical.Window); ok && found == nil {
			found = w
		}
	})
	return found
}

// sizes binds the intervals.
func (w *windowCall) sizes(n *logical.Window) {
	for _, name := range windowFunctions[nameOf(w.call)].sizes {
		n.Sizes = append(n.Sizes, w.interval(w.args[name], 1))
	}
	const noLeast = -1 << 63
	n.Offset = w.interval(w.args["OFFSET"], noLeast)
	if n.Kind == logical.Cumulate && !w.bad && n.Sizes[1]%n.Sizes[0] != 0 {
		w.wrong(w.args["SIZE"], "is no multiple of the step")
	}
}

// interval is the length of an INTERVAL of days or less, in milliseconds.
func (w *windowCall) interval(e lang.Expr, least int64) int64 {
	if e == nil {
		return 0
	}
	x := w.checkExpr(e, &scope{place: inFrom})
	size, ok := milliseconds(x)
	switch {
	case isInvalid(x):
		w.bad = true
	case !ok:
		w.wrong(e, "is no INTERVAL of days or less")
	case size < least:
		w.wrong(e, "is not longer than nothing")
	}
	return size
}

// milliseconds is the length of a constant INTERVAL of days or less.
func milliseconds(x logical.Expr) (int64, bool) {
	lit, ok := x.(*logical.Literal)
	if !ok || lit.T.Kind != types.IntervalDayTime {
		return 0, false
	}
	n, ok := lit.Value.(int64)
	return n, ok
}

// output is the scope of the rows with the columns of their window; at is the place of the time,
// which is none any more: the window has one.
func (w *windowCall) output(n *logical.Window, at int) *scope {
	out := *w.scope
	out.columns = slices.Clone(w.scope.columns)
	out.columns[at].time = noTime
	for i := len(w.in.Schema()); i < len(n.Out); i++ {
		out.columns = append(out.columns, scopeColumn{name: n.Out[i].Name, typ: n.Out[i].Type, index: i,
			time: timeRoleOf(n, i), at: w.call.Span()})
	}
	for i := range out.columns {
		if col := &out.columns[i]; w.alias != nil {
			col.table, col.tableAt = w.alias.Name.Name, w.alias.Span()
		}
	}
	return &out
}

// groupWindow is a window in GROUP BY.
type groupWindow struct {
	node *logical.Window
	call *lang.Call
}

// windowKey is TUMBLE(ts, ..) or the like as an item of GROUP BY; nil for other items.
func (s *selection) windowKey(e lang.Expr) *lang.Call {
	call, ok := e.(*lang.Call)
	if !ok || !isWindowFunction(call) || nameOf(call) == "CUMULATE" ||
		s.catalog.system[strings.ToLower(nameOf(call))] != nil {
		return nil
	}
	return call
}

// groupWindowKeys puts the window below the aggregation; its columns are keys.
func (s *selection) groupWindowKeys(call *lang.Call, inner *scope) []int {
	n := s.groupWindow(call, inner)
	if n != nil && s.group.window != nil {
		s.errWindow(call.Span(), call, "is a second window of GROUP BY")
		n = nil
	}
	if n == nil || s.node == nil {
		s.node = nil
		s.scope.broken = true
		return nil
	}
	n.In, n.Kinds, n.Grouped = s.node, s.node.Changes(), true
	n.Out = append(slices.Clone(s.node.Schema()), logical.WindowColumns(n.Time.Type())...)
	s.node, s.group.window = n, &groupWindow{node: n, call: call}
	s.refuseWindow(n, "group window SESSION")
	var keys []int
	for i := range logical.WindowColumns(n.Time.Type()) {
		keys = append(keys, s.groupKey(s.windowColumn(call, i))...)
	}
	return keys
}

// windowColumn is a column of the window of GROUP BY: its start, its end or its time.
func (s *selection) windowColumn(at lang.Node, i int) logical.Expr {
	return s.group.window.column(at, i)
}

func (g *groupWindow) column(at lang.Node, i int) logical.Expr {
	index := len(g.node.In.Schema()) + i
	f := g.node.Out[index]
	return &logical.Column{Typed: typed(f.Type, at), Index: index, Name: f.Name}
}

// groupWindow binds TUMBLE(time, size) and the like; nil when something is wrong.
func (c *checker) groupWindow(call *lang.Call, s *scope) *logical.Window {
	sizes := windowFunctions[nameOf(call)].sizes
	w := &windowCall{checker: c, call: call, args: map[string]lang.Expr{}}
	if len(call.Args) != len(sizes)+1 {
		c.errWindow(call.Span(), call, "wants a time and "+plural(len(sizes), "interval"))
		return nil
	}
	for i, arg := range call.Args[1:] {
		w.args[sizes[i]] = arg
	}
	n := &logical.Window{Kind: windowFunctions[nameOf(call)].kind}
	n.At = call.Span()
	n.Time = c.windowTime(call.Args[0], s, call)
	w.sizes(n)
	if w.bad || isInvalid(n.Time) {
		return nil
	}
	return n
}

// windowParts are the columns that the functions behind a group window give.
var windowParts = map[string]int{"START": 0, "END": 1, "ROWTIME": 2, "PROCTIME": 2}

// checkTimeCall is PROCTIME(), CURRENT_WATERMARK(time), a function of a group window, or SOURCE_WATERMARK() where
// it must not stand.
func (c *checker) checkTimeCall(e *lang.Call, s *scope) logical.Expr {
	switch name := nameOf(e); {
	case name == "PROCTIME":
		return c.checkProctime(e)
	case name == "CURRENT_WATERMARK":
		return c.checkCurrentWatermark(e, s)
	case name == "SOURCE_WATERMARK":
		c.errSourceWatermarkPlace(e)
		return invalid(e.Span())
	case windowFunctions[name].sizes != nil:
		c.errWindow(e.Span(), e, "stands in "+placeNames[s.place]+"; it belongs into GROUP BY")
		return invalid(e.Span())
	}
	return c.checkWindowPart(e, s)
}

// checkWindowPart is TUMBLE_START(ts, size) and the like, with the arguments of the window.
func (c *checker) checkWindowPart(e *lang.Call, s *scope) logical.Expr {
	kind, part, _ := strings.Cut(nameOf(e), "_")
	if s.broken {
		return invalid(e.Span())
	}
	if s.group == nil || s.group.window == nil || nameOf(s.group.window.call) != kind {
		c.errWindow(e.Span(), e, "wants "+kind+" in GROUP BY")
		return invalid(e.Span())
	}
	same := &lang.Call{Place: e.Place, Name: s.group.window.call.Name, Args: e.Args}
	n, of := c.groupWindow(same, s.group.input.in(inGroupBy)), s.group.window.node
	switch {
	case n == nil:
		return invalid(e.Span())
	case !logical.Equal(n.Time, of.Time) || !slices.Equal(n.Sizes, of.Sizes):
		c.errWindow(e.Span(), e, "has not the arguments of "+kind+" in GROUP BY")
		return invalid(e.Span())
	}
	return s.group.window.column(e, windowParts[part])
}
