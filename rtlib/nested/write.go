package nested

import (
	"encoding/binary"
	"math"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Writer makes values. It is a stack: Int and its like put a cell on it, List and Map take cells off
// it and give the value, which can be the next cell's text. So a value is made from the inside, and
// nobody needs to know beforehand how long a list gets.
//
// Values live until Reset. The zero Writer is ready. Not for use by several goroutines.
type Writer struct {
	stack []cell
	buf   []byte // the values since Reset, one behind the other

	entries [][2]cell    // of the map that is being made
	places  map[cell]int // of its keys, when there are many
	order   []place      // of maps whose texts are being written
}

// cell is one that is not yet written.
type cell struct {
	bits uint64
	text string // for form outer
	form form
}

type form uint8

const (
	inner form = iota // in the cell's own bytes
	outer             // behind the cells
	null
)

// Reset gives up all values since the last one: their memory is used again.
func (w *Writer) Reset() { w.stack, w.buf = w.stack[:0], w.buf[:0] }

// Null puts a NULL.
func (w *Writer) Null() { w.stack = append(w.stack, cell{form: null}) }

// Int puts an integer, a DATE, a TIME or an interval.
func (w *Writer) Int(v int64) { w.stack = append(w.stack, cell{bits: uint64(v)}) }

// Bool puts a BOOLEAN.
func (w *Writer) Bool(v bool) {
	if v {
		w.Int(1)
		return
	}
	w.Int(0)
}

// Float32 puts a FLOAT.
func (w *Writer) Float32(v float32) { w.Int(int64(math.Float32bits(v))) }

// Float64 puts a DOUBLE.
func (w *Writer) Float64(v float64) { w.Int(int64(math.Float64bits(v))) }

// Text puts a text, bytes or an inner value, which it copies when the list is made.
func (w *Writer) Text(v string) { w.stack = append(w.stack, cell{text: v, form: outer}) }

// Decimal puts a DECIMAL.
func (w *Writer) Decimal(v value.Int128) {
	from := len(w.buf)
	w.buf = binary.LittleEndian.AppendUint64(w.buf, v.Lo)
	w.buf = binary.LittleEndian.AppendUint64(w.buf, uint64(v.Hi))
	w.Text(view(w.buf[from:]))
}

// Timestamp puts a TIMESTAMP or TIMESTAMP_LTZ.
func (w *Writer) Timestamp(v value.Timestamp) {
	from := len(w.buf)
	w.buf = binary.LittleEndian.AppendUint64(w.buf, uint64(v.Millis))
	w.buf = binary.LittleEndian.AppendUint32(w.buf, uint32(v.Nanos))
	w.Text(view(w.buf[from:]))
}

// Depth is the number of cells on the stack: what a list that is being gathered begins with.
func (w *Writer) Depth() int { return len(w.stack) }

// Drop takes all cells above a depth off the stack.
func (w *Writer) Drop(depth int) { w.stack = w.stack[:depth] }

// Set moves the cell on top of the stack to a place below.
func (w *Writer) Set(place int) {
	top := len(w.stack) - 1
	w.stack[place] = w.stack[top]
	w.stack = w.stack[:top]
}

// List is an ARRAY or ROW of all cells above a depth, which it takes off the stack.
func (w *Writer) List(depth int) string {
	out := w.write(w.stack[depth:])
	w.Drop(depth)
	return out
}

// Entries is a MAP of all cells above a depth, keys and values by turns, as they are.
func (w *Writer) Entries(depth int) string {
	w.entries = w.entries[:0]
	for i := depth; i < len(w.stack); i += 2 {
		w.entries = append(w.entries, [2]cell{w.stack[i], w.stack[i+1]})
	}
	return w.list(depth)
}

// Map is MAP[..] of all cells above a depth, keys and values by turns: of several values of a key the
// last one counts.
func (w *Writer) Map(depth int) string {
	w.keepLast(depth)
	return w.list(depth)
}

// Hashed is Map in the order of Flink's own maps, which the type of the key decides.
func (w *Writer) Hashed(key *Type, depth int) string {
	w.keepLast(depth)
	sortEntries(key, w.entries)
	return w.list(depth)
}

// HashedTexts is Hashed in the order of Java's maps of strings.
func (w *Writer) HashedTexts(depth int) string {
	expected := (w.Depth() - depth) / 2
	w.keepLast(depth)
	sortTexts(w.entries, expected)
	return w.list(depth)
}

// keepLast gathers the entries above a depth, of each key the last value at the place of the first.
func (w *Writer) keepLast(depth int) {
	w.entries = w.entries[:0]
	for i := depth; i < len(w.stack); i += 2 {
		if at, ok := w.find(w.stack[i]); ok {
			w.entries[at][1] = w.stack[i+1]
			continue
		}
		w.add(w.stack[i], w.stack[i+1])
	}
}

// list is the entries as a list of cells, in place of all cells above a depth.
func (w *Writer) list(depth int) string {
	w.Drop(depth)
	for side := range 2 {
		for _, e := range w.entries {
			w.stack = append(w.stack, e[side])
		}
	}
	clear(w.places)
	return w.List(depth)
}

// few is how many entries are looked through one by one; beyond it their places are kept by key, or a
// map with many entries would take quadratic time.
const few = 16

// add adds an entry of another key than those before.
func (w *Writer) add(key, v cell) {
	w.entries = append(w.entries, [2]cell{key, v})
	n := len(w.entries)
	if n <= few {
		return
	}
	if w.places == nil {
		w.places = map[cell]int{}
	}
	for i := len(w.places); i < n; i++ {
		w.places[w.entries[i][0]] = i
	}
}

func (w *Writer) find(key cell) (int, bool) {
	if len(w.entries) > few {
		at, ok := w.places[key]
		return at, ok
	}
	for i := range w.entries {
		if w.entries[i][0] == key {
			return i, true
		}
	}
	return 0, false
}

// write makes the form of a list of cells.
func (w *Writer) write(cells []cell) string {
	start, n := len(w.buf), len(cells)
	head := cellsAt(n)
	size := head + n*cellSize
	for _, c := range cells {
		size += len(c.text)
	}
	w.buf = append(w.buf, make([]byte, size)...)
	out := w.buf[start:]
	binary.LittleEndian.PutUint32(out, uint32(n))
	rest := head + n*cellSize
	for i, c := range cells {
		at := out[head+i*cellSize:]
		switch c.form {
		case null:
			out[headSize+i/8] |= 1 << (i % 8)
		case outer:
			binary.LittleEndian.PutUint64(at, uint64(rest)|uint64(len(c.text))<<32)
			rest += copy(out[rest:], c.text)
		default:
			binary.LittleEndian.PutUint64(at, c.bits)
		}
	}
	return view(out)
}

// view is b as a string without a copy: b must not change while the string is used.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
