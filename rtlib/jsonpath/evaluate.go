package jsonpath

// The evaluation of a path over a tree, in the order of Jayway's JsonPath.

// evaluation is one search in a document.
type evaluation struct {
	tree
	lax    bool
	found  []int32
	failed Reason
	places []int32 // elements of the arrays that are being cut
	texts  []byte  // made for comparisons
}

// run finds all values to which the steps lead from the root.
func (e *evaluation) run(steps []step, lax bool) {
	e.lax, e.failed = lax, NoReason
	e.found, e.places, e.texts = e.found[:0], e.places[:0], e.texts[:0]
	e.apply(0, steps, true)
}

// apply takes the steps from a node. definite: the steps before lead to this node alone, so that a
// strict path fails where it leads nowhere.
func (e *evaluation) apply(n int32, steps []step, definite bool) {
	if e.failed != NoReason {
		return
	}
	if len(steps) == 0 {
		e.found = append(e.found, n)
		return
	}
	s, rest := &steps[0], steps[1:]
	kind := e.nodes[n].kind
	switch s.kind {
	case member:
		e.member(n, s.names[0], rest, definite)
	case members:
		e.members(n, s.names, rest, definite)
	case wildcard:
		e.each(n, rest)
	case element:
		if kind == Array {
			e.applyElement(n, s.indexes[0], rest, definite)
		} else {
			e.missing(definite)
		}
	case elements, slicing:
		if kind == Array {
			e.cut(n, s, rest)
		} else {
			e.missing(definite)
		}
	case matching:
		e.filter(n, s, rest, definite)
	case anyDepth:
		e.walk(n, rest)
	}
}

// missing is a value that is not there, or of which a step cannot be taken.
func (e *evaluation) missing(definite bool) {
	if definite && !e.lax {
		e.failed = Missing
	}
}

func (e *evaluation) member(n int32, name string, rest []step, definite bool) {
	if e.nodes[n].kind != Object {
		e.missing(definite)
		return
	}
	m := e.tree.member(n, name)
	if m == none {
		e.missing(definite)
		return
	}
	e.apply(m, rest, definite)
}

// members are one object at the end of a path, and one member after the other elsewhere.
func (e *evaluation) members(n int32, names []string, rest []step, definite bool) {
	if e.nodes[n].kind != Object {
		e.missing(definite)
		return
	}
	if len(rest) == 0 {
		e.found = append(e.found, e.pick(n, names))
		return
	}
	for _, name := range names {
		e.member(n, name, rest, false)
	}
}

// pick makes an object of those members that there are.
func (e *evaluation) pick(n int32, names []string) int32 {
	out := e.add(node{token: token{kind: Object}, first: none, next: none})
	last := int32(none)
	for _, name := range names {
		m := e.tree.member(n, name)
		if m == none || e.tree.member(out, name) != none {
			continue
		}
		copied := e.nodes[m]
		copied.next = none
		child := e.add(copied)
		e.link(out, last, child)
		last = child
	}
	return out
}

// each applies the steps to all members or elements.
func (e *evaluation) each(n int32, steps []step) {
	for m := e.nodes[n].first; m != none; m = e.nodes[m].next {
		e.apply(m, steps, false)
	}
}

func (e *evaluation) applyElement(n int32, at int, rest []step, definite bool) {
	m := e.element(n, at)
	if m == none {
		e.missing(definite && len(rest) == 0)
		return
	}
	e.apply(m, rest, definite)
}

// cut applies the steps to several elements of an array.
func (e *evaluation) cut(n int32, s *step, rest []step) {
	from := len(e.places)
	for m := e.nodes[n].first; m != none; m = e.nodes[m].next {
		e.places = append(e.places, m)
	}
	length := len(e.places) - from
	at := func(i int) {
		if i < 0 {
			i += length
		}
		if i >= 0 && i < length {
			e.apply(e.places[from+i], rest, false)
		}
	}
	if s.kind == elements {
		for _, i := range s.indexes {
			at(i)
		}
	} else {
		first, end := s.slice.borders(length)
		for i := first; i < end; i++ {
			at(i)
		}
	}
	e.places = e.places[:from]
}

// borders are those of a slice in an array. Where both are given, places below 0 are not made
// places from the start before the slice is taken, but each one in it: [-1:1] is the last element
// and the first.
func (s slice) borders(length int) (from, to int) {
	switch {
	case !s.hasTo && s.from < 0:
		return max(length+s.from, 0), length
	case !s.hasTo:
		return s.from, length
	case !s.hasFrom && s.to < 0:
		return 0, length + s.to
	case !s.hasFrom:
		return 0, min(s.to, length)
	}
	return max(s.from, -length), min(s.to, length)
}

// filter keeps those elements of an array that fit, or an object that does.
func (e *evaluation) filter(n int32, s *step, rest []step, definite bool) {
	switch e.nodes[n].kind {
	case Object:
		if e.holds(&s.filter, n) {
			e.apply(n, rest, false)
		}
	case Array:
		for m := e.nodes[n].first; m != none; m = e.nodes[m].next {
			if e.holds(&s.filter, m) {
				e.apply(m, rest, false)
			}
		}
	default:
		if definite { // also in lax mode
			e.failed = NoFilter
		}
	}
}

// walk applies the steps to a node where the first of them can be taken, and then to all below it.
func (e *evaluation) walk(n int32, steps []step) {
	kind := e.nodes[n].kind
	if e.failed != NoReason || kind != Object && kind != Array {
		return
	}
	if e.canTake(n, &steps[0], len(steps) == 1) {
		e.apply(n, steps, false)
	}
	for m := e.nodes[n].first; m != none; m = e.nodes[m].next {
		e.walk(m, steps)
	}
}

func (e *evaluation) canTake(n int32, s *step, last bool) bool {
	object := e.nodes[n].kind == Object
	switch s.kind {
	case member:
		return object && e.tree.member(n, s.names[0]) != none
	case members:
		return object && (!last || e.hasAll(n, s.names))
	case element, elements, slicing:
		return !object
	case matching:
		return e.holds(&s.filter, n)
	}
	return true
}

func (e *evaluation) hasAll(n int32, names []string) bool {
	for _, name := range names {
		if e.tree.member(n, name) == none {
			return false
		}
	}
	return true
}
