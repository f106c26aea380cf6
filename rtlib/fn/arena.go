package fn

import "unsafe"

// chunkSize is the size of an arena's chunks in bytes; larger requests get a chunk of their own.
const chunkSize = 64 << 10

// Arena is memory for strings that functions build. It only grows until Reset, which reuses all of
// it: strings made since the last Reset are invalid afterwards. Not for use by several goroutines.
// The zero value is ready.
type Arena struct {
	chunks [][]byte // of chunkSize
	used   int      // chunks in use, the last one is being filled
	free   []byte   // rest of the chunk being filled
}

// Bytes is n bytes of memory with any content. n must not be negative.
func (a *Arena) Bytes(n int) []byte {
	if n > len(a.free) {
		if n > chunkSize/4 {
			return make([]byte, n)
		}
		a.grow()
	}
	b := a.free[:n:n]
	a.free = a.free[n:]
	return b
}

// Copy is s in the arena's memory.
func (a *Arena) Copy(s string) string {
	b := a.Bytes(len(s))
	copy(b, s)
	return text(b)
}

// Reset gives all memory back to the arena.
func (a *Arena) Reset() { a.used, a.free = 0, nil }

func (a *Arena) grow() {
	if a.used == len(a.chunks) {
		a.chunks = append(a.chunks, make([]byte, chunkSize))
	}
	a.free = a.chunks[a.used]
	a.used++
}

// tail is the memory that is left in the chunk being filled, at least n bytes: a function appends
// there and then keeps what it used with take. Appending more than fits moves to the heap, which
// take notices.
func (a *Arena) tail(n int) []byte {
	if n > len(a.free) {
		if n > chunkSize/4 {
			return make([]byte, 0, n)
		}
		a.grow()
	}
	return a.free[:0]
}

// take makes what was appended to tail's result a string and keeps its memory.
func (a *Arena) take(b []byte) string {
	if len(b) > 0 && len(a.free) >= len(b) && &b[0] == &a.free[0] {
		a.free = a.free[len(b):]
	}
	return text(b)
}

// text is b as a string without a copy: b must not change while the string is used.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// KeepArena is memory for strings that user functions may keep: it is never reused, and the garbage
// collector frees a chunk when no string of it is left. The zero value is ready. Not for use by
// several goroutines.
type KeepArena struct{ free []byte }

// Copy is s in memory of its own.
func (a *KeepArena) Copy(s string) string {
	if len(s) > len(a.free) {
		if len(s) > chunkSize/4 {
			return string(append([]byte(nil), s...))
		}
		a.free = make([]byte, chunkSize)
	}
	b := a.free[:len(s):len(s)]
	a.free = a.free[len(s):]
	copy(b, s)
	return text(b)
}
