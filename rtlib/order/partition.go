package order

import (
	"bytes"
	"encoding/binary"
	"iter"
	"math"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Partition is the rows of a store whose keys begin alike, up to where Key.EndPartition was called, in order.
// The rows and their texts are good until the next partition.
type Partition[R any] struct {
	Rows    []R
	entries []entry
	store   *store
}

// markSize is that of what stands behind the key of a row in a partition: how long its first part is. Keys
// with the same first part have the same mark, so that the order stays.
const markSize = 4

// EndPartition is called behind the columns that the rows of a partition have in common.
func (k *Key) EndPartition() { k.partition = len(k.b) }

// AddTo keeps a row in the partition that its key says.
func (s *Rows[R]) AddTo(r *R) {
	s.key.b = binary.BigEndian.AppendUint32(s.key.b, uint32(s.key.partition))
	s.Add(r)
}

// Partitions gives the rows that AddTo has kept; no row may be added any more.
func (s *Rows[R]) Partitions() iter.Seq[*Partition[R]] {
	return func(yield func(*Partition[R]) bool) {
		if len(s.key.columns) > 0 { // else they are in order of arrival
			s.sort()
		}
		p := Partition[R]{store: &s.store}
		for from := 0; from < len(s.entries); from += len(p.Rows) {
			s.decode(&p, s.entries[from:])
			if !yield(&p) {
				return
			}
		}
	}
}

// decode makes the partition that of the first of the entries.
func (s *Rows[R]) decode(p *Partition[R], entries []entry) {
	p.Rows = p.Rows[:0]
	key, _ := s.record(entries[0].at)
	part := key[:binary.BigEndian.Uint32(key[len(key)-markSize:])]
	for _, e := range entries {
		key, row := s.record(e.at)
		if !bytes.HasPrefix(key, part) {
			break
		}
		p.Rows = append(p.Rows, *new(R)) // a column that is NULL is not read
		s.row = *value.NewDecoder(row)
		s.code(&p.Rows[len(p.Rows)-1], &s.row)
	}
	p.entries = entries[:len(p.Rows)]
}

// Peers is where the rows end that are equal to the one with number i in all columns of their keys.
func (p *Partition[R]) Peers(i int) int {
	e := p.entries[i]
	key, _ := p.store.record(e.at)
	for i++; i < len(p.entries) && p.entries[i].prefix == e.prefix; i++ {
		if other, _ := p.store.record(p.entries[i].at); !bytes.Equal(other, key) {
			break
		}
	}
	return i
}

// Apart is how far the integer a is above b; the number next to it where that is none.
func Apart(a, b int64) int64 {
	switch d := a - b; {
	case a > b && d < 0:
		return math.MaxInt64
	case a < b && d > 0:
		return math.MinInt64
	default:
		return d
	}
}

// ApartFloats is how far a is above b in their order: equal ones not at all, NaN infinitely.
func ApartFloats(a, b float64) float64 {
	switch d := a - b; {
	case d == d:
		return d
	case a == b || a != a && b != b:
		return 0
	case a != a:
		return math.Inf(1)
	}
	return math.Inf(-1)
}

// PercentRank is the share of the other rows of a partition that come before the first of equal ones.
func PercentRank(first, rows int) float64 {
	if rows <= 1 {
		return 0
	}
	return float64(first) / float64(rows-1)
}

// Ntile is the number, from 1, of the bucket of row i, when rows are dealt to buckets that differ by one row
// at most, the larger ones first.
func Ntile(i, rows, buckets int64) int64 {
	size, larger := rows/buckets, rows%buckets
	if i < larger*(size+1) {
		return i/(size+1) + 1
	}
	return (i-larger)/size + 1
}
