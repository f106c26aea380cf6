package pattern

import (
	"encoding/binary"
	"strings"
	"unsafe"
)

// literal is text that is compared by words: a call for each comparison costs more than it does.
type literal struct {
	text string
	head uint64 // the first eight bytes, or all of them with zeros behind
	tail uint64 // the last eight bytes, of eight and more
	mask uint64 // of head
}

const wordSize = 8

func newLiteral(text string) literal {
	n := min(len(text), wordSize)
	var b [wordSize]byte
	copy(b[:], text)
	l := literal{text: text, head: binary.LittleEndian.Uint64(b[:]), mask: ^uint64(0) >> (8 * (wordSize - n))}
	if len(text) >= wordSize {
		l.tail = word(text, len(text)-wordSize)
	}
	return l
}

// at reports whether the text stands at p, which is in s or at its end.
func (l *literal) at(s string, p int) bool {
	if p+wordSize > len(s) {
		return strings.HasPrefix(s[p:], l.text)
	}
	if word(s, p)&l.mask != l.head {
		return false
	}
	n := len(l.text)
	return n <= wordSize || p+n <= len(s) && word(s, p+n-wordSize) == l.tail &&
		(n <= 2*wordSize || s[p:p+n] == l.text)
}

// word is the eight bytes of s from i on.
func word(s string, i int) uint64 {
	return binary.LittleEndian.Uint64(unsafe.Slice(unsafe.StringData(s), len(s))[i:])
}
