package fn

import (
	"encoding/binary"
	"strings"
	"unsafe"
)

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
type KeepArena struct {
	chunk []byte
	used  int // bytes of chunk
}

// Copy is s in memory of its own.
func (a *KeepArena) Copy(s string) string {
	if len(s) > len(a.chunk)-a.used {
		return a.apart(s)
	}
	b := a.chunk[a.used : a.used+len(s)]
	a.used += len(s)
	if n := len(s); n >= 8 && n <= 16 { // addresses, dates, keys: less than a call of memmove
		first, last := word(s[:8]), word(s[n-8:])
		binary.LittleEndian.PutUint64(b, first)
		binary.LittleEndian.PutUint64(b[n-8:], last)
		return text(b)
	}
	copy(b, s)
	return text(b)
}

// word is the first eight bytes of s.
func word(s string) uint64 {
	return binary.LittleEndian.Uint64(unsafe.Slice(unsafe.StringData(s), 8))
}

// apart is Copy for a text that the chunk has no room for: a new chunk, or memory of the text's own
// when it is long.
func (a *KeepArena) apart(s string) string {
	if len(s) > chunkSize/4 {
		return strings.Clone(s)
	}
	a.chunk, a.used = make([]byte, chunkSize), len(s)
	copy(a.chunk, s)
	return text(a.chunk[:len(s)])
}
