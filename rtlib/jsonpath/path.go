package jsonpath

// Path is a compiled path. It does not change and may be shared.
type Path struct {
	// Lax paths find nothing where strict ones fail: in text that is no JSON, and where a member or
	// element is missing.
	Lax   bool
	steps []step
	// broken: the text is no path at all. Flink only finds that out for each document.
	broken bool
}

// step is one part of a path, from a value to those below it.
type step struct {
	kind    stepKind
	names   []string // of member and members
	indexes []int    // of element and elements; those below 0 count from the end
	slice   slice
	filter  condition
}

type stepKind uint8

const (
	member   stepKind = iota // .a
	members                  // ['a','b']
	wildcard                 // .*
	element                  // [0]
	elements                 // [0,2]
	slicing                  // [1:3]
	matching                 // [?(..)]
	anyDepth                 // ..
)

// slice is [from:to]; a missing border is that of the array.
type slice struct {
	from, to       int
	hasFrom, hasTo bool
}

// single reports the steps that lead from one value to at most one. Several members are one object
// at the end of a path, and one after the other elsewhere.
func (s *step) single(last bool) bool {
	return s.kind == member || s.kind == element || s.kind == members && last
}

// definite reports a path that leads to at most one value.
func (p *Path) definite() bool {
	for i := range p.steps {
		if !p.steps[i].single(i == len(p.steps)-1) {
			return false
		}
	}
	return true
}

// plain reports a path that is looked up without a tree.
func (p *Path) plain() bool {
	for i := range p.steps {
		if k := p.steps[i].kind; k != member && k != element {
			return false
		}
	}
	return true
}

// maxDepth bounds the nesting of a document and with it the stack: deeper ones are no JSON.
const maxDepth = 10_000
