package state

import (
	"encoding/binary"
	"errors"
	"unsafe"
)

// A snapshot of a table is one page for each key group that has keys. A page is a list of entries:
// the length of the key plus one (0 is the NULL key) as a varint, the key, the value's bytes as
// they lie in memory, and what Extra adds. The value's layout is part of the table's schema hash,
// which whoever keeps pages must compare: a page is only good for the program version that wrote
// it.

// Put takes one page of a table; it must not keep the slice.
type Put func(group uint32, page []byte) error

// Extra writes and reads what a value keeps outside of itself, the texts behind its references. The
// zero Extra has nothing.
type Extra[V any] struct {
	Append func(dst []byte, v *V) []byte
	Read   func(src []byte, v *V) (rest []byte, err error)
}

// ErrPage is the error of a page that ends early or has a length that cannot be.
var ErrPage = errors.New("state: damaged page")

// Snapshot gives all entries, group by group.
func (t *Strings[V]) Snapshot(put Put, x Extra[V]) error {
	var pages [Groups][]byte
	for e := range t.All() {
		g := e.Group()
		if e.Null() {
			pages[g] = binary.AppendUvarint(pages[g], 0)
		} else {
			pages[g] = binary.AppendUvarint(pages[g], uint64(len(e.Key()))+1)
			pages[g] = append(pages[g], e.Key()...)
		}
		pages[g] = appendValue(pages[g], &e.Value, x)
	}
	return putAll(&pages, put)
}

// Restore adds the entries of a page.
func (t *Strings[V]) Restore(page []byte, x Extra[V]) error {
	for len(page) > 0 {
		n, size := binary.Uvarint(page)
		if size <= 0 || n > uint64(len(page)-size)+1 {
			return ErrPage
		}
		page = page[size:]
		var e *Entry[V]
		if n == 0 {
			e = t.FindNull()
		} else {
			key := view(page[:n-1])
			e = t.Find(Hash(key), key)
			page = page[n-1:]
		}
		var err error
		if page, err = readValue(page, &e.Value, x); err != nil {
			return err
		}
	}
	return nil
}

// Snapshot gives all entries, group by group.
func (t *Ints[V]) Snapshot(put Put, x Extra[V]) error {
	var pages [Groups][]byte
	for e := range t.All() {
		g, tag := Group(HashInt(e.Key)), tagValue
		if t.IsNull(e) {
			tag = tagNull // in the group of 0, where rows with a NULL key are sent
		}
		pages[g] = append(pages[g], tag)
		pages[g] = binary.LittleEndian.AppendUint64(pages[g], uint64(e.Key))
		pages[g] = appendValue(pages[g], &e.Value, x)
	}
	return putAll(&pages, put)
}

// Restore adds the entries of a page.
func (t *Ints[V]) Restore(page []byte, x Extra[V]) error {
	for len(page) > 0 {
		if len(page) < 9 {
			return ErrPage
		}
		e := t.FindNull
		if page[0] == tagValue {
			key := int64(binary.LittleEndian.Uint64(page[1:]))
			e = func() *IntEntry[V] { return t.Find(HashInt(key), key) }
		}
		var err error
		if page, err = readValue(page[9:], &e().Value, x); err != nil {
			return err
		}
	}
	return nil
}

// Snapshot gives all keys, group by group.
func (s *Set) Snapshot(put Put) error {
	if s.table == nil {
		return nil
	}
	return s.table.Snapshot(put, Extra[seen]{})
}

// Restore adds the keys of a page of the group.
func (s *Set) Restore(group uint32, page []byte) error {
	for len(page) > 0 {
		n, size := binary.Uvarint(page)
		if size <= 0 || n == 0 || n > uint64(len(page)-size) {
			return ErrPage
		}
		s.Add(group, view(page[size:size+int(n)-1]))
		page = page[size+int(n):] // the key and its one byte of value
	}
	return nil
}

func putAll(pages *[Groups][]byte, put Put) error {
	for g, p := range pages {
		if len(p) == 0 {
			continue
		}
		if err := put(uint32(g), p); err != nil {
			return err
		}
	}
	return nil
}

func appendValue[V any](dst []byte, v *V, x Extra[V]) []byte {
	dst = append(dst, unsafe.Slice((*byte)(unsafe.Pointer(v)), unsafe.Sizeof(*v))...)
	if x.Append != nil {
		dst = x.Append(dst, v)
	}
	return dst
}

func readValue[V any](src []byte, v *V, x Extra[V]) ([]byte, error) {
	size := int(unsafe.Sizeof(*v))
	if len(src) < size {
		return nil, ErrPage
	}
	copy(unsafe.Slice((*byte)(unsafe.Pointer(v)), size), src)
	src = src[size:]
	if x.Read == nil {
		return src, nil
	}
	return x.Read(src, v)
}

// AppendText appends a text of an Extra.
func AppendText(dst []byte, s string) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(s))), s...)
}

// ReadText reads a text of an Extra.
func ReadText(src []byte) (s string, rest []byte, err error) {
	n, size := binary.Uvarint(src)
	if size <= 0 || n > uint64(len(src)-size) {
		return "", nil, ErrPage
	}
	end := size + int(n)
	return string(src[size:end]), src[end:], nil
}
