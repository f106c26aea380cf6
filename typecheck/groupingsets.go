package typecheck

import (
	"slices"

	"github.com/flinkc/flinkc/lang"
	"github.com/flinkc/flinkc/lang/diag"
	"github.com/flinkc/flinkc/typecheck/logical"
	"github.com/flinkc/flinkc/typecheck/types"
)

// GROUPING SETS, ROLLUP and CUBE group the same rows in several ways. Each way is an aggregation, and
// the results are put together: keys that do not take part in one are NULL there.

// mostSets bounds how many aggregations a GROUP BY may be.
const mostSets = 64

// groupSets are the ways in which an item of GROUP BY groups, as indexes of keys.
func (s *selection) groupSets(item *lang.GroupItem, inner *scope) [][]int {
	switch item.Kind {
	case lang.GroupExpr:
		if call := s.windowKey(item.Expr); call != nil {
			return [][]int{s.groupWindowKeys(call, inner)}
		}
		return [][]int{s.groupKey(s.checkExpr(item.Expr, inner))}
	case lang.GroupSet:
		return [][]int{slices.Concat(s.partSets(item, inner)...)}
	case lang.GroupingSets:
		return s.partSets(item, inner)
	case lang.Rollup:
		return rollup(s.partSets(item, inner))
	}
	return cube(s.partSets(item, inner))
}

// partSets are the ways of all parts, one behind the other.
func (s *selection) partSets(item *lang.GroupItem, inner *scope) [][]int {
	var out [][]int
	for _, part := range item.Items {
		out = append(out, s.groupSets(part, inner)...)
	}
	return out
}

// rollup is all parts, all but the last one, and so on, up to none.
func rollup(parts [][]int) [][]int {
	out := [][]int{{}}
	for i := range parts {
		out = append(out, slices.Concat(parts[:i+1]...))
	}
	slices.Reverse(out)
	return out
}

// cube is every choice of parts.
func cube(parts [][]int) [][]int {
	out := [][]int{{}}
	for i := len(parts) - 1; i >= 0 && len(out) <= mostSets; i-- {
		var with [][]int
		for _, set := range out {
			with = append(with, slices.Concat(parts[i], set))
		}
		out = append(with, out...)
	}
	return out
}

// cross is each way of one item of GROUP BY with each way of the next.
func cross(a, b [][]int) [][]int {
	var out [][]int
	for _, x := range a {
		for _, y := range b {
			if len(out) <= mostSets {
				out = append(out, slices.Concat(x, y))
			}
		}
	}
	return out
}

// distinctSets notes the ways of a GROUP BY; false when two of them are the same.
func (g *grouping) distinctSets(ways [][]int) bool {
	for _, set := range ways {
		slices.Sort(set)
		set = slices.Compact(set)
		if slices.ContainsFunc(g.sets, func(other []int) bool { return slices.Equal(set, other) }) {
			return false
		}
		g.sets = append(g.sets, set)
	}
	return true
}

// nullable is the scope of a row some of whose columns may be made NULL by a grouping: all but those
// that are keys of each of its ways.
func (s *scope) nullable(items []*lang.GroupItem) *scope {
	out := *s
	out.columns = slices.Clone(s.columns)
	for i := range out.columns {
		if t := &out.columns[i].typ; t.Kind != types.Invalid && !s.inEachWay(&s.columns[i], items) {
			*t = t.OrNull()
		}
	}
	return &out
}

// inEachWay reports a column that is an item of GROUP BY by itself.
func (s *scope) inEachWay(col *scopeColumn, items []*lang.GroupItem) bool {
	return slices.ContainsFunc(items, func(item *lang.GroupItem) bool {
		ref, ok := item.Expr.(*lang.Ref)
		if !ok || item.Kind != lang.GroupExpr {
			return false
		}
		found, fields := s.lookup(ref)
		return found == col && len(fields) == 0
	})
}

// manySets reports an item of GROUP BY that may group in several ways.
func manySets(item *lang.GroupItem) bool {
	return item.Kind >= lang.Rollup || slices.ContainsFunc(item.Items, manySets)
}

// groupingRef is a GROUPING until rebase: which keys it asks for.
type groupingRef struct {
	logical.Typed
	index int
}

// checkGrouping is GROUPING(key) or GROUPING_ID(key, ..): a bit for each key, 1 where it does not
// take part, the first key the highest.
func (c *checker) checkGrouping(e *lang.Call, s *scope) logical.Expr {
	most := 1
	if nameOf(e) == "GROUPING_ID" {
		most = max(most, len(e.Args))
	}
	if !c.arity(e, len(e.Args), 1, most) {
		return invalid(e.Span())
	}
	var keys []int
	for _, arg := range e.Args {
		x := c.checkExpr(arg, s.group.input)
		if isInvalid(x) {
			return x
		}
		i := slices.IndexFunc(s.group.keys, func(key logical.Expr) bool { return logical.Equal(key, x) })
		if i < 0 {
			c.errGroupingKey(e, arg)
			return invalid(e.Span())
		}
		keys = append(keys, i)
	}
	s.group.asked = append(s.group.asked, keys)
	return &groupingRef{Typed: typed(types.Of(types.BigInt).NotNull(), e), index: len(s.group.asked) - 1}
}

// bits is the value of a GROUPING in one of the sets.
func bits(asked, set []int) int64 {
	n := int64(0)
	for _, key := range asked {
		n <<= 1
		if !slices.Contains(set, key) {
			n |= 1
		}
	}
	return n
}

// aggregateSets is the aggregation of each set, put together.
func (c *checker) aggregateSets(in logical.Node, g *grouping, at diag.Span) logical.Node {
	if len(g.sets) < 2 && len(g.asked) == 0 {
		return c.aggregate(in, g, at)
	}
	u := &logical.Union{}
	for _, set := range g.sets {
		u.Ins = append(u.Ins, c.aggregateSet(in, g, set, at))
	}
	if len(u.Ins) == 1 {
		return u.Ins[0]
	}
	u.At, u.Out = at, u.Ins[0].Schema()
	return unioned(u)
}

// aggregateSet is the aggregation by some of the keys, with the columns of them all.
func (c *checker) aggregateSet(in logical.Node, g *grouping, set []int, at diag.Span) logical.Node {
	one := &grouping{input: g.input, calls: g.calls, ttl: g.ttl}
	for _, key := range set {
		one.keys = append(one.keys, g.keys[key])
	}
	if len(set) == 0 && len(g.sets) > 1 && c.batch() {
		// Alone, it would have a row also when no row comes; as one of several it has none, as in Flink.
		one.keys = []logical.Expr{literal(types.Of(types.Int).NotNull(), int64(0), at)}
	}
	node := c.aggregate(in, one, at)
	p := &logical.Project{In: node}
	p.At = at
	add := func(name string, x logical.Expr) {
		p.Exprs = append(p.Exprs, x)
		p.Out = append(p.Out, types.Field{Name: name, Type: x.Type()})
	}
	column := func(i int) logical.Expr {
		f := node.Schema()[i]
		return &logical.Column{Typed: logical.Typed{T: f.Type, At: at}, Index: i, Name: f.Name}
	}
	for i, key := range g.keys {
		name, t := keyName(key, i), key.Type()
		if place := slices.Index(set, i); place >= 0 {
			add(name, column(place))
		} else {
			add(name, castTo(literal(types.Type{Kind: types.Null, Nullable: true}, nil, at), t))
		}
	}
	for i, call := range g.calls {
		add(callName(call, i), column(len(one.keys)+i))
	}
	for _, asked := range g.asked {
		add("GROUPING", literal(types.Of(types.BigInt).NotNull(), bits(asked, set), at))
	}
	return projected(p)
}
