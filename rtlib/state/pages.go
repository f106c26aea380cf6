package state

import (
	"fmt"
	"reflect"
	"unsafe"
)

// Pages hold records of whole words, back to back. A page never moves, so a pointer into one stays
// good until the table is reset. A record's address is page number << 16 | word in the page.
const (
	firstPage = 1 << 9  // words: a table of few keys stays small
	fullPage  = 1 << 16 // words: 512 KB
	// lastStart is the last word of a page that has an address. A record larger than a full page
	// gets a page of its own size, whose words beyond this one are out of an address's reach when
	// the page is used again.
	lastStart = 1<<16 - 1
	// maxPage is the last page; address + 1 must still fit 32 bits.
	maxPage = 1<<16 - 2
)

type page struct {
	words []uint64
	used  int
}

// pages is an append-only store of records.
type pages struct {
	list []page
	open int // the page that is being filled
}

// alloc returns the address of n free words, zeroed.
func (p *pages) alloc(n int) (addr uint32, words []uint64) {
	for p.open < len(p.list) {
		q := &p.list[p.open]
		if q.used <= lastStart && q.used+n <= len(q.words) {
			addr = uint32(p.open)<<16 | uint32(q.used)
			words = q.words[q.used : q.used+n]
			q.used += n
			return addr, words
		}
		p.open++
	}
	if len(p.list) > maxPage {
		panic("state: a table has reached its limit of 32 GiB")
	}
	p.list = append(p.list, page{words: make([]uint64, max(n, p.nextSize()))})
	return p.alloc(n)
}

func (p *pages) nextSize() int {
	size := firstPage << min(2*len(p.list), 7)
	return min(size, fullPage)
}

// reset forgets all records and keeps the memory.
func (p *pages) reset() {
	for i := range p.list[:min(p.open+1, len(p.list))] {
		q := &p.list[i]
		clear(q.words[:q.used])
		q.used = 0
	}
	p.open = 0
}

// bytes is the memory held.
func (p *pages) bytes() int {
	n := 0
	for i := range p.list {
		n += 8 * len(p.list[i].words)
	}
	return n
}

// mustBeFlat panics when the type that p points to holds pointers: its memory is invisible to the
// garbage collector. It has no type parameter, since a function that has one is compiled into each
// program together with a wrapper for every method of reflect.Type.
func mustBeFlat(p any) {
	t := reflect.TypeOf(p).Elem()
	if !flat(t) {
		panic(fmt.Sprintf("state: value type %v holds pointers", t))
	}
}

func flat(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			if !flat(t.Field(i).Type) {
				return false
			}
		}
		return true
	case reflect.Array:
		return flat(t.Elem())
	default:
		return t.Kind() >= reflect.Bool && t.Kind() <= reflect.Complex128 && t.Kind() != reflect.Uintptr
	}
}

func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
