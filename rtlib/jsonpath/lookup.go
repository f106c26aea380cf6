package jsonpath

// The lookup of a plain path: one pass over the text, nothing is kept but the place of the value.

// lookup goes through one document.
type lookup struct {
	doc   string
	steps []step
	found token // kind Failed: nothing so far
}

// value applies the steps from number k on to the value at i, and returns the index behind it.
func (l *lookup) value(i, k, depth int) int {
	if i >= len(l.doc) || depth > maxDepth {
		return -1
	}
	if k == len(l.steps) {
		return l.take(i, depth)
	}
	switch s := &l.steps[k]; {
	case s.kind == member && l.doc[i] == '{':
		return l.member(i, k, depth)
	case s.kind == element && l.doc[i] == '[':
		return l.element(i, k, depth)
	}
	return skip(l.doc, i, depth)
}

// take notes the value at i.
func (l *lookup) take(i, depth int) (end int) {
	switch l.doc[i] {
	case '{', '[':
		kind := Object
		if l.doc[i] == '[' {
			kind = Array
		}
		end = skip(l.doc, i, depth)
		l.found = token{kind, false, i, end}
	default:
		l.found, end = scalar(l.doc, i)
	}
	return end
}

// member looks for a name in the object at i. The last member of that name counts, so that what an
// earlier one had is forgotten.
func (l *lookup) member(i, k, depth int) int {
	name := l.steps[k].names[0]
	next, done := open(l.doc, i)
	for !done {
		var at token
		if at, next = key(l.doc, next); next < 0 {
			return -1
		}
		if at.is(l.doc, name) {
			l.found = token{}
			next = l.value(next, k+1, depth+1)
		} else {
			next = skip(l.doc, next, depth+1)
		}
		next, done = more(l.doc, next, '}')
	}
	return next
}

// element looks for a place in the array at i.
func (l *lookup) element(i, k, depth int) int {
	at := l.steps[k].indexes[0]
	if at < 0 {
		at += length(l.doc, i, depth)
	}
	next, done := open(l.doc, i)
	for n := 0; !done; n++ {
		if n == at {
			next = l.value(next, k+1, depth+1)
		} else {
			next = skip(l.doc, next, depth+1)
		}
		next, done = more(l.doc, next, ']')
	}
	return next
}

// length is the number of elements of the array at i, as far as it can be read.
func length(s string, i, depth int) int {
	next, done := open(s, i)
	if done {
		return 0
	}
	n := 1
	for {
		if next, done = more(s, skip(s, next, depth+1), ']'); done {
			return n
		}
		n++
	}
}
