package jsonpath

// Finder searches one document after another for what is at a path. It is not for several
// goroutines.
type Finder struct {
	path  *Path
	plain bool
	steps []step
	tree  evaluation // of paths that are not plain, and of values that are written
	last  Result
}

// NewFinder searches by a path.
func NewFinder(p *Path) *Finder {
	return &Finder{path: p, plain: p.plain(), steps: p.steps}
}

// Result is what a path leads to. A path to several values leads to an Array of them.
type Result struct {
	Kind    Kind
	Text    string // of a scalar as it stands in the document; of a string what is between its quotes
	Escaped bool   // a string with escapes
	Reason  Reason // of Failed
}

// Find searches a document. It is Failed where a strict path leads nowhere or to null, and where
// neither mode can go on: the document is null or the path is broken. It is Empty where a lax path
// leads nowhere or to null, or the document is no JSON. The result borrows the document.
func (f *Finder) Find(doc string) Result {
	switch {
	case f.path.broken:
		f.last = f.findBroken(doc)
	case f.plain:
		f.last = f.findPlain(doc)
	default:
		f.last = f.findAll(doc)
	}
	return f.last
}

func (f *Finder) findPlain(doc string) Result {
	l := lookup{doc: doc, steps: f.steps}
	i := blanks(doc, 0)
	end := l.value(i, 0, 0)
	switch {
	case end < 0 || !rootEnds(doc, i, end):
		return f.nothing(Malformed)
	case doc[i] == 'n':
		return Result{Reason: NullRoot}
	case l.found.kind == Failed:
		return f.nothing(Missing)
	case l.found.kind == Null:
		return f.nothing(NullValue)
	}
	return Result{Kind: l.found.kind, Text: doc[l.found.start:l.found.end], Escaped: l.found.escaped}
}

// nothing is the result where there is no value.
func (f *Finder) nothing(why Reason) Result {
	if f.path.Lax {
		return Result{Kind: Empty}
	}
	return Result{Reason: why}
}

// findBroken looks at the document first, as Flink does: a lax path does not mind that it is no
// JSON.
func (f *Finder) findBroken(doc string) Result {
	if KindOf(doc) == Failed {
		return f.nothing(Malformed)
	}
	return Result{Reason: Broken}
}

// KindOf is the kind of the JSON value that a text begins with; Failed when there is none.
func KindOf(doc string) Kind {
	l := lookup{doc: doc}
	i := blanks(doc, 0)
	if end := l.value(i, 0, 0); end < 0 || !rootEnds(doc, i, end) {
		return Failed
	}
	return l.found.kind
}

// findAll evaluates a path that is not plain.
func (f *Finder) findAll(doc string) Result {
	t := &f.tree
	if !t.read(doc) {
		return f.nothing(Malformed)
	}
	if t.nodes[0].kind == Null {
		return Result{Reason: NullRoot}
	}
	t.run(f.steps, f.path.Lax)
	switch {
	case t.failed != NoReason:
		return Result{Reason: t.failed}
	case !f.path.definite():
		return Result{Kind: Array}
	case len(t.found) == 0:
		return f.nothing(Missing)
	}
	return Result{Kind: Object} // the only definite path that is not plain ends in several members
}

// AppendJSON appends the value that Find has found last, as JSON text.
func (f *Finder) AppendJSON(dst []byte) []byte {
	t := &f.tree
	switch {
	case f.last.Kind.IsScalar():
		return appendScalar(dst, f.last)
	case f.plain:
		t.read(f.last.Text)
		return t.appendNode(dst, 0)
	case f.last.Kind == Object:
		return t.appendNode(dst, t.found[0])
	}
	dst = append(dst, '[')
	for i, n := range t.found {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = t.appendNode(dst, n)
	}
	return append(dst, ']')
}
