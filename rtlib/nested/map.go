package nested

import "errors"

// Functions over MAPs. t is the type of the result.

// ErrUneven is MAP_FROM_ARRAYS of arrays of different lengths.
var ErrUneven = errors.New("MAP_FROM_ARRAYS wants as many values as keys")

// MapCardinality is the number of entries.
func MapCardinality(m string) int32 { return int32(Pairs(m)) }

// Keys is the keys of a map.
func Keys(w *Writer, t *Type, m string) string {
	depth := w.Depth()
	w.putCells(t.Elem, m, 0, Pairs(m))
	return w.List(depth)
}

// Values is the values of a map.
func Values(w *Writer, t *Type, m string) string {
	depth := w.Depth()
	w.putCells(t.Elem, m, Pairs(m), 2*Pairs(m))
	return w.List(depth)
}

// Entries is the entries of a map, a ROW of key and value each.
func Entries(w *Writer, t *Type, m string) string {
	depth, n := w.Depth(), Pairs(m)
	for i := range n {
		inner := w.Depth()
		t.Elem.Fields[0].Type.put(w, m, i)
		t.Elem.Fields[1].Type.put(w, m, n+i)
		w.Text(w.List(inner))
	}
	return w.List(depth)
}

// FromArrays is a map of keys and values.
func FromArrays(w *Writer, t *Type, keys, values string) (string, error) {
	n := Len(keys)
	if n != Len(values) {
		return "", ErrUneven
	}
	depth := w.Depth()
	w.putCells(t.Key, keys, 0, n)
	w.putCells(t.Elem, values, 0, n)
	return w.List(depth), nil
}

// UnionMaps is the entries of all maps; of a key that several have, the last one's. The last map's
// entries come first, as in Flink.
func UnionMaps(w *Writer, t *Type, maps ...string) string {
	depth := w.Depth()
	w.entries = w.entries[:0]
	for last := len(maps) - 1; last >= 0; last-- {
		m := maps[last]
		n := Pairs(m)
		for i := range n {
			if key := t.Key.member(m, i); !w.has(key) {
				w.add(key, cell{})
				t.Key.put(w, m, i)
				t.Elem.put(w, m, n+i)
			}
		}
	}
	clear(w.places)
	return w.Entries(depth)
}
