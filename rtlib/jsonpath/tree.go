package jsonpath

// The tree of a document, for paths that may lead to several values: nodes in one slice, which the
// next document uses again. Strings and numbers stay in the text.

// node is a value. A member knows its name; first and next are the numbers of other nodes, none
// where there is none.
type node struct {
	token
	name        token
	first, next int32
}

const none = -1

// tree is a document's.
type tree struct {
	doc   string
	nodes []node
	seen  map[memberName]int32 // members of large objects, while the document is read
}

// memberName is a name in the object of a number.
type memberName struct {
	object int32
	name   string
}

// read makes the tree of a document, whose root is node 0; false when it is no JSON.
func (t *tree) read(doc string) bool {
	t.doc, t.nodes = doc, t.nodes[:0]
	i := blanks(doc, 0)
	_, end := t.value(i, 0)
	clear(t.seen)
	return end >= 0 && rootEnds(doc, i, end)
}

func (t *tree) add(n node) int32 {
	t.nodes = append(t.nodes, n)
	return int32(len(t.nodes) - 1)
}

// value reads the value at i into a node.
func (t *tree) value(i, depth int) (n int32, end int) {
	if i >= len(t.doc) || depth > maxDepth {
		return none, -1
	}
	switch t.doc[i] {
	case '{':
		return t.object(i, depth)
	case '[':
		return t.array(i, depth)
	}
	at, end := scalar(t.doc, i)
	return t.add(node{token: at, first: none, next: none}), end
}

func (t *tree) array(i, depth int) (n int32, next int) {
	n = t.add(node{token: token{kind: Array, start: i}, first: none, next: none})
	next, done := open(t.doc, i)
	for last := int32(none); !done; {
		var child int32
		child, next = t.value(next, depth+1)
		t.link(n, last, child)
		last = child
		next, done = more(t.doc, next, ']')
	}
	return n, next
}

// link puts a child behind the last one.
func (t *tree) link(parent, last, child int32) {
	if last == none {
		t.nodes[parent].first = child
	} else {
		t.nodes[last].next = child
	}
}

// largeObject is the number of members from which on a map finds those of one name. Without it a
// document of many members would take the square of their number.
const largeObject = 16

func (t *tree) object(i, depth int) (n int32, next int) {
	n = t.add(node{token: token{kind: Object, start: i}, first: none, next: none})
	next, done := open(t.doc, i)
	last := int32(none)
	for count := 0; !done; count++ {
		var name token
		if name, next = key(t.doc, next); next < 0 {
			return n, -1
		}
		var child int32
		if child, next = t.value(next, depth+1); next < 0 {
			return n, -1
		}
		if earlier := t.sameName(n, child, name, count); earlier == none {
			t.nodes[child].name = name
			t.link(n, last, child)
			last = child
		} else {
			t.replace(earlier, child)
		}
		next, done = more(t.doc, next, '}')
	}
	return n, next
}

// replace gives an earlier member the value of a later one: it keeps its place.
func (t *tree) replace(member, value int32) {
	m := &t.nodes[member]
	m.token, m.first = t.nodes[value].token, t.nodes[value].first
}

// sameName is the member of a name among the first count ones of an object, none when the value is
// the first of that name.
func (t *tree) sameName(object, value int32, name token, count int) int32 {
	if count < largeObject {
		return t.find(object, name)
	}
	if t.seen == nil {
		t.seen = map[memberName]int32{}
	}
	if count == largeObject {
		for m := t.nodes[object].first; m != none; m = t.nodes[m].next {
			t.seen[t.memberName(object, t.nodes[m].name)] = m
		}
	}
	k := t.memberName(object, name)
	if m, known := t.seen[k]; known {
		return m
	}
	t.seen[k] = value
	return none
}

func (t *tree) memberName(object int32, name token) memberName {
	if name.escaped {
		return memberName{object, string(appendText(nil, name.characters(t.doc)))}
	}
	return memberName{object, t.doc[name.start:name.end]}
}

func (t *tree) find(object int32, name token) int32 {
	for m := t.nodes[object].first; m != none; m = t.nodes[m].next {
		if t.equalNames(t.nodes[m].name, name) {
			return m
		}
	}
	return none
}

func (t *tree) equalNames(a, b token) bool {
	if !b.escaped {
		return a.is(t.doc, t.doc[b.start:b.end])
	}
	x, y := a.characters(t.doc), b.characters(t.doc)
	return compare(&x, &y) == 0
}

// member is the member of a name of an object.
func (t *tree) member(object int32, name string) int32 {
	for m := t.nodes[object].first; m != none; m = t.nodes[m].next {
		if t.nodes[m].name.is(t.doc, name) {
			return m
		}
	}
	return none
}

// element is the element at a place of an array; places below 0 count from the end.
func (t *tree) element(array int32, at int) int32 {
	if at < 0 {
		at += t.length(array)
	}
	e := t.nodes[array].first
	for ; e != none && at > 0; at-- {
		e = t.nodes[e].next
	}
	if at < 0 {
		return none
	}
	return e
}

func (t *tree) length(container int32) int {
	n := 0
	for m := t.nodes[container].first; m != none; m = t.nodes[m].next {
		n++
	}
	return n
}
