package order

import (
	"bytes"
	"encoding/binary"
	"iter"
	"math"
	"slices"
	"unsafe"

	"github.com/flinkc/flinkc/rtlib/state"
	"github.com/flinkc/flinkc/rtlib/value"
)

// Partitioned is rows of one generated type, by the partition that each belongs to. Which one it is, is found when the
// row comes; rows are sorted only among those of their partition, which are few.
//
// Of a key, the columns up to where Key.EndPartition was called say the partition, the others the order in it.
type Partitioned[R any] struct {
	rows    Rows[R]
	numbers *state.Strings[uint32] // by the first part of the key, from 1
	of      []uint32               // the partition of each entry
	touched byte                   // has no meaning; see touch
}

// Partition is the rows of a partition, in order. They and their texts are good until the next one.
type Partition[R any] struct {
	Rows    []R
	entries []entry
	store   *store
}

// NewPartitioned makes an empty store; see New. The columns are those of the partition, then those of the order.
func NewPartitioned[R any](code func(*R, *value.Codec), columns ...Column) *Partitioned[R] {
	return &Partitioned[R]{rows: *New(code, -1, columns...), numbers: state.NewStrings[uint32]()}
}

// markSize is that of what stands behind a key: how long its first part is. Keys with the same first part have the
// same mark, so that they compare as before.
const markSize = 4

// EndPartition is called behind the columns that the rows of a partition have in common.
func (k *Key) EndPartition() { k.partition = len(k.b) }

// Key starts the key of the row that is added next.
func (p *Partitioned[R]) Key() *Key { return p.rows.Key() }

// Add keeps a row under the key.
func (p *Partitioned[R]) Add(r *R) {
	k := &p.rows.key
	k.b = binary.BigEndian.AppendUint32(k.b, uint32(k.partition))
	p.add(k.b, p.rows.encoded(r))
}

func (p *Partitioned[R]) add(key, row []byte) {
	part := key[:binary.BigEndian.Uint32(key[len(key)-markSize:])]
	p.rows.entries = append(p.rows.entries, entry{prefix(key[len(part):]), p.rows.write(key, row)})
	text := unsafe.String(unsafe.SliceData(part), len(part))
	number := &p.numbers.Find(state.Hash(text), text).Value
	if *number == 0 {
		*number = uint32(p.numbers.Len())
	}
	p.of = append(p.of, *number)
}

// Snapshot gives the rows in pages, in order of arrival.
func (p *Partitioned[R]) Snapshot(put func(group uint32, page []byte) error) error {
	return p.rows.Snapshot(put)
}

// Restore adds the rows of a page.
func (p *Partitioned[R]) Restore(page []byte) error { return readPage(page, p.add) }

// Partitions gives the partitions in order of their first rows; no row may be added any more.
func (p *Partitioned[R]) Partitions() iter.Seq[*Partition[R]] {
	return func(yield func(*Partition[R]) bool) {
		entries, ends := p.gathered()
		part := Partition[R]{store: &p.rows.store}
		from := 0
		for _, end := range ends {
			part.entries = entries[from:end]
			slices.SortFunc(part.entries, p.rows.compare)
			p.decode(&part)
			if !yield(&part) {
				return
			}
			from = end
		}
	}
}

// gathered are the entries with those of each partition side by side, in order of arrival, and where each one ends.
func (p *Partitioned[R]) gathered() (entries []entry, ends []int) {
	ends = make([]int, p.numbers.Len())
	for _, number := range p.of {
		ends[number-1]++
	}
	next, sum := make([]int, len(ends)), 0
	for i, n := range ends {
		next[i] = sum
		sum += n
		ends[i] = sum
	}
	entries = make([]entry, sum)
	for i, number := range p.of {
		entries[next[number-1]] = p.rows.entries[i]
		next[number-1]++
	}
	return entries, ends
}

// ahead is how many records are touched before they are decoded.
const ahead = 64

// decode reads the rows. Records of a partition lie far from each other: they are touched beforehand, since the
// processor fetches many places at a time, but not while it decodes.
func (p *Partitioned[R]) decode(part *Partition[R]) {
	part.Rows = part.Rows[:0]
	for i, e := range part.entries {
		if i%ahead == 0 {
			p.touch(part.entries[i:min(i+ahead, len(part.entries))])
		}
		_, row := p.rows.record(e.at)
		part.Rows = append(part.Rows, *new(R)) // a column that is NULL is not read
		p.rows.row = *value.NewDecoder(row)
		p.rows.code(&part.Rows[i], &p.rows.row)
	}
}

func (p *Partitioned[R]) touch(entries []entry) {
	for _, e := range entries {
		p.touched += p.rows.chunks[e.at>>offsetBits][e.at&(1<<offsetBits-1)]
	}
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
