package fn

import (
	"encoding/binary"
	"unsafe"
)

// The case of ASCII text is changed eight characters at a time.

const (
	wordSize = 8
	halfSize = 4
	ones     = 0x0101010101010101
	highs    = 0x8080808080808080
)

// flip is eight ASCII characters in which the letters from first to first + 25 have the other case.
func flip(w, first uint64) uint64 {
	letters := (w + ones*(0x80-first)) &^ (w + ones*(0x80-26-first)) & highs
	return w ^ letters>>2
}

// flipCase is s with the letters from first to first + 25 in the other case; s itself when it has
// none. ok is false for text that is not ASCII.
func flipCase(a *Arena, s string, first uint64) (flipped string, ok bool) {
	n := len(s)
	if n < wordSize {
		return flipShort(a, s, first)
	}
	last := n - wordSize
	w := word8(s, last)
	all, changed := w, flip(w, first)^w
	for i := 0; i < last; i += wordSize {
		w := word8(s, i)
		all, changed = all|w, changed|(flip(w, first)^w)
	}
	if all&highs != 0 || changed == 0 {
		return s, all&highs == 0
	}
	b := a.Bytes(n)
	for i := 0; i < last; i += wordSize {
		binary.LittleEndian.PutUint64(b[i:], flip(word8(s, i), first))
	}
	binary.LittleEndian.PutUint64(b[last:], flip(word8(s, last), first))
	return text(b), true
}

// flipShort does it for text of less than eight bytes: of four and more as two halves that overlap.
func flipShort(a *Arena, s string, first uint64) (flipped string, ok bool) {
	n := len(s)
	w := uint64(0)
	if n >= halfSize {
		w = uint64(word4(s, 0)) | uint64(word4(s, n-halfSize))<<32
	} else {
		for i := range n {
			w |= uint64(s[i]) << (8 * i)
		}
	}
	f := flip(w, first)
	if w&highs != 0 || f == w {
		return s, w&highs == 0
	}
	b := a.Bytes(n)
	if n >= halfSize {
		binary.LittleEndian.PutUint32(b[n-halfSize:], uint32(f>>32))
		binary.LittleEndian.PutUint32(b, uint32(f))
		return text(b), true
	}
	for i := range b {
		b[i] = byte(f >> (8 * i))
	}
	return text(b), true
}

// word8 is the eight bytes of s from i on.
func word8(s string, i int) uint64 {
	return binary.LittleEndian.Uint64(unsafe.Slice(unsafe.StringData(s), len(s))[i:])
}

// word4 is the four bytes of s from i on.
func word4(s string, i int) uint32 {
	return binary.LittleEndian.Uint32(unsafe.Slice(unsafe.StringData(s), len(s))[i:])
}
