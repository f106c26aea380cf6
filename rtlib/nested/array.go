package nested

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// Functions over ARRAYs. t is the type of the first array or, where an array is made, of the result;
// element is an ARRAY of one element, which can be NULL.

// ErrSeveral is ELEMENT of an array with more than one.
var ErrSeveral = errors.New("the array has more than one element")

// Cardinality is the number of elements.
func Cardinality(array string) int32 { return int32(Len(array)) }

// OnlyPosition is the position of the only element, 0 when there is none.
func OnlyPosition(array string) (int32, error) {
	if Len(array) > 1 {
		return 0, ErrSeveral
	}
	return int32(Len(array)), nil
}

// Contains reports whether an element is in an array; a NULL is where another one is.
func Contains(t *Type, array, element string) bool { return t.find(array, element) > 0 }

// Position is the first position of an element, 0 when it is not there; NULL for a NULL.
func Position(t *Type, array, element string) (int32, bool) {
	return int32(t.find(array, element)), !isNull(element, 0)
}

func (t *Type) find(array, element string) int {
	for i := range Len(array) {
		if t.Elem.same(array, i, element, 0) {
			return i + 1
		}
	}
	return 0
}

// same reports whether two cells have one value; NULL is one.
func (t *Type) same(a string, i int, b string, j int) bool {
	switch null := isNull(a, i); {
	case null || isNull(b, j):
		return null && isNull(b, j)
	case t.outer():
		return Text(a, i) == Text(b, j)
	case t.Kind == Single || t.Kind == Double:
		return t.float(word(a, i)) == t.float(word(b, j))
	}
	return word(a, i) == word(b, j)
}

// float is the number that a cell of FLOAT or DOUBLE holds.
func (t *Type) float(bits uint64) float64 {
	if t.Kind == Single {
		return float64(math.Float32frombits(uint32(bits)))
	}
	return math.Float64frombits(bits)
}

// MaxPosition is the position of the greatest element, NULLs left out; 0 when there is none.
func MaxPosition(t *Type, array string) int32 { return t.extreme(array, true) }

// MinPosition is the position of the least element.
func MinPosition(t *Type, array string) int32 { return t.extreme(array, false) }

func (t *Type) extreme(array string, greatest bool) int32 {
	best := -1
	for i := range Len(array) {
		switch {
		case isNull(array, i):
		case best < 0, greatest && t.Elem.less(t.Elem.cellOf(array, best), t.Elem.cellOf(array, i)),
			!greatest && t.Elem.less(t.Elem.cellOf(array, i), t.Elem.cellOf(array, best)):
			best = i
		}
	}
	return int32(best + 1)
}

// cellOf is the cell i of v, which is not NULL.
func (t *Type) cellOf(v string, i int) cell {
	if t.outer() {
		return cell{text: Text(v, i), form: outer}
	}
	return cell{bits: word(v, i)}
}

// less is < between two cells that are not NULL, of a scalar type or of a ROW that begins with a text.
func (t *Type) less(a, b cell) bool {
	switch t.Kind {
	case Single, Double:
		return t.float(a.bits) < t.float(b.bits)
	case String, Bytes:
		return a.text < b.text
	case Number:
		return decimalOf(a.text).Less(decimalOf(b.text))
	case Row: // by the first field, a text
		return Text(a.text, Field(a.text, 0)) < Text(b.text, Field(b.text, 0))
	case Moment, Instant:
		return timestampOf(a.text).Cmp(timestampOf(b.text)) < 0
	}
	return int64(a.bits) < int64(b.bits)
}

// Concat is all elements of arrays.
func Concat(w *Writer, t *Type, arrays ...string) string {
	depth := w.Depth()
	for _, a := range arrays {
		w.putCells(t.Elem, a, 0, Len(a))
	}
	return w.List(depth)
}

func (w *Writer) putCells(t *Type, v string, from, to int) {
	for i := from; i < to; i++ {
		t.put(w, v, i)
	}
}

// Prepend is an array with an element before it.
func Prepend(w *Writer, t *Type, array, element string) string { return Concat(w, t, element, array) }

// Remove is an array without the elements that are equal to one.
func Remove(w *Writer, t *Type, array, element string) string {
	depth := w.Depth()
	for i := range Len(array) {
		if !t.Elem.same(array, i, element, 0) {
			t.Elem.put(w, array, i)
		}
	}
	return w.List(depth)
}

// Reverse is an array from its end.
func Reverse(w *Writer, t *Type, array string) string {
	depth := w.Depth()
	for i := Len(array) - 1; i >= 0; i-- {
		t.Elem.put(w, array, i)
	}
	return w.List(depth)
}

// From is the elements from a position on; see Slice.
func From(w *Writer, t *Type, array string, from int32) string {
	return Slice(w, t, array, from, int32(Len(array)))
}

// Slice is the elements from one position to another. Positions count from 1, negative ones from the
// end; 0 is 1.
func Slice(w *Writer, t *Type, array string, from, to int32) string {
	n := Len(array)
	start, end := position(from, n), position(to, n)
	depth := w.Depth()
	w.putCells(t.Elem, array, max(start, 1)-1, min(end, n))
	return w.List(depth)
}

func position(p int32, n int) int {
	switch {
	case p < 0:
		return n + 1 + int(p)
	case p == 0:
		return 1
	}
	return int(p)
}

// Sort is an array in ascending order, NULLs first.
func Sort(w *Writer, t *Type, array string) string { return SortNulls(w, t, array, true, true) }

// SortBy is an array in ascending order with NULLs first, or in descending order with NULLs last.
func SortBy(w *Writer, t *Type, array string, ascending bool) string {
	return SortNulls(w, t, array, ascending, ascending)
}

// SortNulls is an array in order, NULLs first or last. NaN is greater than every number.
func SortNulls(w *Writer, t *Type, array string, ascending, nullsFirst bool) string {
	depth, n := w.Depth(), Len(array)
	w.putCells(t.Elem, array, 0, n)
	slices.SortStableFunc(w.stack[depth:], func(a, b cell) int {
		switch {
		case a.form == null || b.form == null:
			return nullOrder(a.form == null, b.form == null, nullsFirst)
		case ascending:
			return t.Elem.compare(a, b)
		}
		return t.Elem.compare(b, a)
	})
	return w.List(depth)
}

func nullOrder(a, b, first bool) int {
	switch {
	case a == b:
		return 0
	case a == first:
		return -1
	}
	return 1
}

func (t *Type) compare(a, b cell) int {
	switch {
	case t.Kind == Single || t.Kind == Double:
		x, y := t.float(a.bits), t.float(b.bits)
		if x != x || y != y { // Go has NaN before all numbers, Java behind them
			return cmp.Compare(y, x)
		}
		return cmp.Compare(x, y)
	case t.less(a, b):
		return -1
	case t.less(b, a):
		return 1
	}
	return 0
}

// Join is the texts of an array with a delimiter between; NULLs are left out.
func Join(w *Writer, array, delimiter string) string { return w.join(array, delimiter, "", false) }

// JoinNulls is Join with a text for each NULL.
func JoinNulls(w *Writer, array, delimiter, null string) string {
	return w.join(array, delimiter, null, true)
}

func (w *Writer) join(array, delimiter, null string, nulls bool) string {
	from, first := len(w.buf), true
	for i := range Len(array) {
		text := null
		if !isNull(array, i) {
			text = Text(array, i)
		} else if !nulls {
			continue
		}
		if !first {
			w.buf = append(w.buf, delimiter...)
		}
		first = false
		w.buf = append(w.buf, text...)
	}
	return view(w.buf[from:])
}

// Split is the parts of a text between delimiters, its characters for an empty one.
func Split(w *Writer, text, delimiter string) string {
	depth := w.Depth()
	if delimiter == "" || text == "" {
		for text != "" {
			_, n := utf8.DecodeRuneInString(text)
			w.Text(text[:n])
			text = text[n:]
		}
		return w.List(depth)
	}
	for part := range strings.SplitSeq(text, delimiter) {
		w.Text(part)
	}
	return w.List(depth)
}
