package json

import (
	"encoding/binary"
	"unicode/utf8"
)

// Shape is what the documents of a topic have in common: the order of their fields and the blanks
// around them. It is learned from a document and verified on each further one; a document of
// another shape takes the general path.
type Shape struct {
	Steps []Step
	Tail  Step // the text behind the last value, with the closing bracket
	// Strange is how many documents in a row did not look as the compiler predicts: the table's
	// fields in their order, without blanks.
	Strange int

	missed int
}

// Patience is how many documents in a row may be strange before the prediction is given up; it is
// taken up again with the next shape that is learned.
const Patience = 64

// Step is one field.
type Step struct {
	Column int // the field's column; -1 for a field that the query does not read

	text          string // all bytes between the previous value and this one
	first, second uint64 // its first 16 bytes as words, cut off by the masks
	mask1, mask2  uint64
}

// newStep precomputes the words: most texts, a comma and a short name in quotes, are compared in
// two steps.
func newStep(text string, column int) Step {
	var b [2 * wordSize]byte
	n := copy(b[:], text)
	s := Step{Column: column, text: text, first: binary.LittleEndian.Uint64(b[:]),
		second: binary.LittleEndian.Uint64(b[wordSize:])}
	s.mask1 = ^uint64(0) >> uint(64-8*min(n, wordSize))
	if n > wordSize {
		s.mask2 = ^uint64(0) >> uint(64-8*(n-wordSize))
	}
	return s
}

// Match is the index behind the step's text at p, -1 when another text is there or when it ends
// behind e.
func (s *Step) Match(d Doc, p, e int) int {
	q := p + len(s.text)
	if q > e || d.word(p)&s.mask1 != s.first || d.word(p+wordSize)&s.mask2 != s.second {
		return -1
	}
	if len(s.text) > 2*wordSize && d.Text(p, q) != s.text {
		return -1
	}
	return q
}

// maxSteps bounds the fields of a shape; documents with more take the general path.
const maxSteps = 256

// relearnEvery is how many documents at most pass the general path between two lessons.
const relearnEvery = 1024

// Missed counts a document that did not have the shape. It reports that the shape should be learned
// anew: at the 1st, 2nd, 4th miss and so on, so that a stream without a steady shape costs few
// lessons.
func (s *Shape) Missed() bool {
	s.missed++
	return s.missed%relearnEvery == 0 || s.missed < relearnEvery && s.missed&(s.missed-1) == 0
}

// Learn takes over the shape of a document that the general path has read without a fault. A
// document with two fields for a column, or with very many fields, leaves no shape. column is the
// generated function from name to column. It allocates.
func (s *Shape) Learn(doc []byte, column func(name string) int) {
	s.Steps, s.Strange = s.Steps[:0], 0
	if !utf8.Valid(doc) {
		return
	}
	var r Reader
	text := string(doc) // one copy holds the texts of all steps
	from, seen := 0, map[int]bool{}
	for ok := r.Begin(doc); ok && r.More(); {
		c := column(r.Name())
		if r.kind != None || c >= 0 && seen[c] || len(s.Steps) == maxSteps {
			s.Steps = s.Steps[:0]
			return
		}
		seen[c] = true
		start := r.start
		s.Steps = append(s.Steps, newStep(text[from:start], c))
		from = r.skip()
	}
	if r.kind != None || len(s.Steps) == 0 {
		s.Steps = s.Steps[:0]
		return
	}
	s.Tail = newStep(text[from:r.p], -1)
}
