package nested

// What ARRAY_AGG and COLLECT have gathered, and what FIRST_VALUE and the like may have to go back to, is
// kept as text that grows: each value as a list of one cell, behind those before it.

// Next is the first value of a log that is not empty, as a list of one cell, and the log behind it. t is an
// ARRAY or MULTISET of the values.
func Next(t *Type, log string) (one, rest string) {
	n := t.Elem.single(log)
	return log[:n], log[n:]
}

// Find is where a log has a value first; -1 when it has not.
func Find(t *Type, log, one string) int {
	for at := 0; at < len(log); {
		n := t.Elem.single(log[at:])
		if log[at:at+n] == one {
			return at
		}
		at += n
	}
	return -1
}

// FindLast is where a log has a value last; -1 when it has not.
func FindLast(t *Type, log, one string) (last int) {
	last = -1
	for at := 0; ; {
		next := Find(t, log[at:], one)
		if next < 0 {
			return last
		}
		last = at + next
		at = last + len(one)
	}
}

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
	sortEntries(t.Elem, w.entries)
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
