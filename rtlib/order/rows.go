// Package order keeps rows and gives them back in order: all of them, or the first of the order.
//
// Rows are kept in their binary form behind their keys, in chunks without pointers, so that the
// garbage collector has nothing to look at:
//
//	chunks   [key, row] [key, row] ...      in order of arrival
//	entries  [first bytes of the key|address] ...
//
// To sort moves entries only, and most comparisons end at the eight bytes that stand in the entry.
package order

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"iter"
	"math"
	"slices"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Rows are rows of one generated type under keys. Those with equal keys stay in order of arrival.
type Rows[R any] struct {
	store
	code func(*R, *value.Codec)
	key  Key
	row  value.Codec
}

// New makes an empty store for rows that are ordered by columns, or kept as they came without any, of
// which only the first ones are of use: most is their number, negative for all. code writes or reads a
// row.
func New[R any](code func(*R, *value.Codec), most int64, columns ...Column) *Rows[R] {
	s := &Rows[R]{code: code, key: Key{columns: columns}, row: *value.NewEncoder(nil)}
	s.most = most
	return s
}

// Key starts the key of the row that is added next.
func (s *Rows[R]) Key() *Key {
	s.key.reset()
	return &s.key
}

// Add keeps a row under the key, unless it is behind the last one that is of use.
func (s *Rows[R]) Add(r *R) {
	if !s.wants(s.key.b) {
		return
	}
	s.add(s.key.b, s.encoded(r))
}

// encoded is a row in its binary form, good until the next one.
func (s *Rows[R]) encoded(r *R) []byte {
	s.row = *value.NewEncoder(s.row.Bytes()[:0])
	s.code(r, &s.row)
	return s.row.Bytes()
}

// From gives the rows in order, without the first ones; no row may be added any more. A row and its
// texts are good until the next one.
func (s *Rows[R]) From(offset int64) iter.Seq[*R] {
	return func(yield func(*R) bool) {
		if len(s.key.columns) > 0 { // else they are in order of arrival
			s.sort()
		}
		var r R
		for _, e := range s.entries[min(int(offset), len(s.entries)):] {
			_, row := s.record(e.at)
			r = *new(R) // a column that is NULL is not read
			s.code(&r, value.NewDecoder(row))
			if !yield(&r) {
				return
			}
		}
	}
}

// First is the first row of the order, if there is one. Its texts lie in the store.
func (s *Rows[R]) First() (first R, ok bool) {
	for r := range s.From(0) {
		return *r, true
	}
	return first, false
}

// store is what does not depend on the type of rows.
type store struct {
	most    int64
	chunks  [][]byte
	entries []entry // a heap with the last of the order on top, once there are as many as are of use
	unused  int     // bytes of records that no entry refers to
}

// An entry is the place of a record, the number of its chunk above its offset there. It grows with
// each record, so it tells the order of arrival.
type entry struct {
	prefix uint64
	at     uint64
}

const (
	offsetBits = 32
	chunkSize  = 1 << 20
)

// wants reports whether a key that has just arrived is among the first ones.
func (s *store) wants(key []byte) bool {
	if !s.full() {
		return true
	}
	return s.most > 0 && s.compareKey(key, s.entries[0]) < 0
}

func (s *store) full() bool { return s.most >= 0 && int64(len(s.entries)) >= s.most }

func (s *store) add(key, row []byte) {
	e := entry{prefix(key), s.write(key, row)}
	if !s.full() {
		s.entries = append(s.entries, e)
		s.reheap()
		return
	}
	out, row := s.record(s.entries[0].at)
	s.unused += len(out) + len(row)
	s.entries[0] = e
	s.sink(0)
	if s.unused > chunkSize && s.unused > s.Bytes()/2 {
		s.compact()
	}
}

// prefix is the first bytes of a key as a number that compares as they do, or is equal: the mark in front, and of a
// value its first eight bytes but for the last bit.
func prefix(key []byte) uint64 {
	switch {
	case len(key) == 0 || key[0] == nullFirst:
		return 0
	case key[0] == nullLast:
		return math.MaxUint64
	case len(key) > 8:
		return 1 + binary.BigEndian.Uint64(key[1:])>>1
	}
	var b [8]byte
	copy(b[:], key[1:])
	return 1 + binary.BigEndian.Uint64(b[:])>>1
}

// write appends a record: both lengths, the key and the row.
func (s *store) write(key, row []byte) uint64 {
	const lengths = 2 * binary.MaxVarintLen64
	n := lengths + len(key) + len(row)
	last := len(s.chunks) - 1
	if last < 0 || cap(s.chunks[last])-len(s.chunks[last]) < n {
		s.chunks = append(s.chunks, make([]byte, 0, max(chunkSize, n)))
		last++
	}
	b := s.chunks[last]
	at := uint64(last)<<offsetBits | uint64(len(b))
	b = binary.AppendUvarint(binary.AppendUvarint(b, uint64(len(key))), uint64(len(row)))
	s.chunks[last] = append(append(b, key...), row...)
	return at
}

func (s *store) record(at uint64) (key, row []byte) {
	b := s.chunks[at>>offsetBits][at&(1<<offsetBits-1):]
	n, used := binary.Uvarint(b)
	m, more := binary.Uvarint(b[used:])
	b = b[used+more:]
	return b[:n], b[n : n+m]
}

// Reset forgets all rows, and gives their memory back.
func (s *store) Reset() { s.chunks, s.entries, s.unused = nil, nil, 0 }

// Len is the number of rows.
func (s *store) Len() int { return len(s.entries) }

// Bytes is the memory that keys and rows take.
func (s *store) Bytes() int {
	n := 0
	for _, c := range s.chunks {
		n += len(c)
	}
	return n
}

// compact writes the records in use anew, in order of arrival.
func (s *store) compact() {
	s.byArrival()
	old := *s
	s.chunks, s.unused = nil, 0
	for i := range s.entries {
		key, row := old.record(s.entries[i].at)
		s.entries[i].at = s.write(key, row)
	}
	s.reheap()
}

// reheap makes the entries a heap again.
func (s *store) reheap() {
	if !s.full() {
		return
	}
	for i := len(s.entries)/2 - 1; i >= 0; i-- {
		s.sink(i)
	}
}

// sink moves an entry down the heap to where all below it come before it in the order.
func (s *store) sink(i int) {
	h := s.entries
	for {
		last, left := i, 2*i+1
		for child := left; child < min(left+2, len(h)); child++ {
			if s.compare(h[child], h[last]) > 0 {
				last = child
			}
		}
		if last == i {
			return
		}
		h[i], h[last] = h[last], h[i]
		i = last
	}
}

func (s *store) byArrival() {
	slices.SortFunc(s.entries, func(a, b entry) int { return cmp.Compare(a.at, b.at) })
}

func (s *store) sort() { slices.SortFunc(s.entries, s.compare) }

func (s *store) compare(a, b entry) int {
	if a.prefix != b.prefix {
		return cmp.Compare(a.prefix, b.prefix)
	}
	x, _ := s.record(a.at)
	y, _ := s.record(b.at)
	return cmp.Or(bytes.Compare(x, y), cmp.Compare(a.at, b.at))
}

func (s *store) compareKey(key []byte, e entry) int {
	if p := prefix(key); p != e.prefix {
		return cmp.Compare(p, e.prefix)
	}
	other, _ := s.record(e.at)
	return bytes.Compare(key, other)
}
