package nested

// Functions that take ARRAYs as sets: of equal elements the first one counts, NULL is an element, and
// the order is that of the first array. t is the type of the result.

// Distinct is an array without repetitions.
func Distinct(w *Writer, t *Type, array string) string { return Union(w, t, array, "") }

// Union is the different elements of two arrays.
func Union(w *Writer, t *Type, a, b string) string {
	depth := w.Depth()
	w.entries = w.entries[:0]
	for _, list := range [2]string{a, b} {
		for i := range Len(list) {
			w.once(t.Elem, list, i)
		}
	}
	return w.end(depth)
}

// Except is the different elements of a that are not in b.
func Except(w *Writer, t *Type, a, b string) string { return w.choose(t, a, b, false) }

// Intersect is the different elements of a that are in b.
func Intersect(w *Writer, t *Type, a, b string) string { return w.choose(t, a, b, true) }

// choose keeps the elements of a of which it is true, or false, that they are in b. The entries are
// those of b, and of a that are kept; their values tell whether they may come (again).
func (w *Writer) choose(t *Type, a, b string, in bool) string {
	depth := w.Depth()
	w.entries = w.entries[:0]
	may, mayNot := cell{bits: 1}, cell{}
	first := mayNot
	if in {
		first = may
	}
	for i := range Len(b) {
		if key := t.Elem.member(b, i); !w.has(key) {
			w.add(key, first)
		}
	}
	for i := range Len(a) {
		key := t.Elem.member(a, i)
		at, known := w.find(key)
		switch {
		case known && w.entries[at][1] == may:
			w.entries[at][1] = mayNot
		case known || in:
			continue
		default:
			w.add(key, mayNot)
		}
		t.Elem.put(w, a, i)
	}
	return w.end(depth)
}

// once puts the cell i of a list unless an equal one is among the entries, to which it is added.
func (w *Writer) once(t *Type, list string, i int) {
	if key := t.member(list, i); !w.has(key) {
		w.add(key, cell{})
		t.put(w, list, i)
	}
}

func (w *Writer) has(key cell) bool {
	_, ok := w.find(key)
	return ok
}

// end is the list of all cells above a depth, after which no entries are remembered.
func (w *Writer) end(depth int) string {
	clear(w.places)
	return w.List(depth)
}

// member is a cell by which elements are told apart: zeros have no sign.
func (t *Type) member(v string, i int) cell {
	if isNull(v, i) {
		return cell{form: null}
	}
	c := t.cellOf(v, i)
	if (t.Kind == Single || t.Kind == Double) && t.float(c.bits) == 0 {
		c.bits = 0
	}
	return c
}
