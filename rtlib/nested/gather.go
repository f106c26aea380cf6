package nested

// What ARRAY_AGG and COLLECT have gathered is kept as text that grows: each value as a list of one cell,
// behind those before it.

// Gathered is the ARRAY of all values.
func Gathered(w *Writer, t *Type, log string) string {
	depth := w.Depth()
	for log != "" {
		t.Elem.put(w, log, 0)
		log = log[t.Elem.single(log):]
	}
	return w.List(depth)
}

// Counted is the MULTISET of all values.
func Counted(w *Writer, t *Type, log string) string {
	depth := w.Depth()
	w.entries = w.entries[:0]
	for log != "" {
		key := t.Elem.member(log, 0)
		if at, known := w.find(key); known {
			w.entries[at][1].bits++
		} else {
			w.add(key, cell{bits: 1})
		}
		log = log[t.Elem.single(log):]
	}
	return w.list(depth)
}

// single is the length of the list of one cell with which a text begins.
func (t *Type) single(log string) int {
	n := cellsAt(1) + cellSize
	if t.outer() && !isNull(log, 0) {
		n += int(word(log, 0) >> 32)
	}
	return n
}
