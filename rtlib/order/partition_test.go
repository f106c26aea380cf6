package order

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/flinkc/flinkc/rtlib/value"
)

// placed is a row of a partition.
type placed struct {
	part string
	n    int64
	at   int64
}

func (r *placed) Code(c *value.Codec) {
	c.Text(&r.part)
	c.Int64(&r.n)
	c.Int64(&r.at)
}

// TestPartitions compares partitions, their order and where equal rows end with a stable sort.
func TestPartitions(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		rows := make([]placed, r.IntN(40))
		s := NewPartitioned((*placed).Code, Column{}, Column{Desc: true})
		for i := range rows {
			// Texts that are the beginning of others, and with the byte that ends them.
			rows[i] = placed{[]string{"", "a", "a\x00", "ab"}[r.IntN(4)], int64(r.IntN(4)), int64(i)}
			k := s.Key()
			k.PutText(rows[i].part)
			k.EndPartition()
			k.PutInt(rows[i].n)
			s.Add(&rows[i])
		}
		first := map[string]int64{}
		for _, r := range slices.Backward(rows) {
			first[r.part] = r.at
		}
		slices.SortStableFunc(rows, func(a, b placed) int {
			return cmp.Or(cmp.Compare(first[a.part], first[b.part]), cmp.Compare(b.n, a.n))
		})
		var got []placed
		for p := range s.Partitions() {
			checkPartition(t, p)
			got = append(got, p.Rows...)
		}
		if !slices.Equal(got, rows) {
			t.Fatalf("%v, want %v", got, rows)
		}
	}
}

func checkPartition(t *testing.T, p *Partition[placed]) {
	t.Helper()
	for i, r := range p.Rows {
		if r.part != p.Rows[0].part {
			t.Fatalf("%q and %q in one partition", p.Rows[0].part, r.part)
		}
		end := i
		for end < len(p.Rows) && p.Rows[end].n == r.n {
			end++
		}
		if got := p.Peers(i); got != end {
			t.Fatalf("rows like %d end at %d, want %d", i, got, end)
		}
	}
}

// TestPartitionOfAll has neither a partition nor an order: all rows are equal, as they came.
func TestPartitionOfAll(t *testing.T) {
	s := NewPartitioned((*placed).Code)
	for range s.Partitions() {
		t.Error("a partition without rows")
	}
	for i := range int64(100) {
		s.Key().EndPartition()
		s.Add(&placed{at: i})
	}
	n := 0
	for p := range s.Partitions() {
		if n++; len(p.Rows) != 100 || p.Peers(0) != 100 || p.Rows[99].at != 99 {
			t.Errorf("%d rows, equal up to %d", len(p.Rows), p.Peers(0))
		}
	}
	if n != 1 {
		t.Errorf("%d partitions", n)
	}
}

func TestApart(t *testing.T) {
	for _, c := range [][3]int64{
		{3, 5, -2}, {5, 3, 2}, {0, 0, 0}, {math.MaxInt64, -1, math.MaxInt64}, {math.MinInt64, 1, math.MinInt64},
		{math.MinInt64, math.MaxInt64, math.MinInt64}, {math.MaxInt64, math.MaxInt64 - 1, 1},
		{-1, math.MaxInt64, math.MinInt64},
	} {
		if got := Apart(c[0], c[1]); got != c[2] {
			t.Errorf("%d and %d are %d apart, want %d", c[0], c[1], got, c[2])
		}
	}
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range [][3]float64{
		{3, 5, -2}, {inf, inf, 0}, {-inf, -inf, 0}, {inf, 1, inf}, {1, inf, -inf}, {nan, nan, 0},
		{nan, inf, inf}, {1, nan, -inf},
	} {
		if got := ApartFloats(c[0], c[1]); got != c[2] {
			t.Errorf("%v and %v are %v apart, want %v", c[0], c[1], got, c[2])
		}
	}
}

// TestNtile deals rows to buckets that differ by one at most, larger ones first.
func TestNtile(t *testing.T) {
	for rows := range int64(12) {
		for buckets := int64(1); buckets < 15; buckets++ {
			sizes := make([]int64, buckets)
			last := int64(1)
			for i := range rows {
				b := Ntile(i, rows, buckets)
				if b < last || b > buckets {
					t.Fatalf("row %d of %d: bucket %d of %d", i, rows, b, buckets)
				}
				sizes[b-1]++
				last = b
			}
			falling := slices.IsSortedFunc(sizes, func(a, b int64) int { return int(b - a) })
			if !falling || sizes[0]-sizes[buckets-1] > 1 {
				t.Errorf("%d rows: buckets %v", rows, sizes)
			}
		}
	}
	if got := PercentRank(0, 1); got != 0 {
		t.Errorf("a single row: %v", got)
	}
}

// BenchmarkPartitioned numbers a million rows in 10,000 partitions and adds their values up, with the store and with
// slices of rows in a map, by hand. Only the store can be written to a snapshot.
func BenchmarkPartitioned(b *testing.B) {
	r := rand.New(rand.NewPCG(5, 6))
	rows := make([]numbers, 1_000_000)
	for i := range rows {
		rows[i] = numbers{r.Int64N(10_000), r.Int64N(1_000_000), r.Int64N(1000)}
	}
	b.Run("store", func(b *testing.B) {
		for range b.N {
			s := NewPartitioned((*numbers).Code, Column{}, Column{})
			for i := range rows {
				k := s.Key()
				k.PutInt(rows[i].k)
				k.EndPartition()
				k.PutInt(rows[i].n)
				s.Add(&rows[i])
			}
			for p := range s.Partitions() {
				running(p.Rows)
			}
		}
	})
	b.Run("by hand", func(b *testing.B) {
		for range b.N {
			parts := map[int64][]numbers{}
			for _, r := range rows {
				parts[r.k] = append(parts[r.k], r)
			}
			for _, part := range parts {
				slices.SortStableFunc(part, func(x, y numbers) int { return cmp.Compare(x.n, y.n) })
				running(part)
			}
		}
	})
}

type numbers struct{ k, n, v int64 }

func (r *numbers) Code(c *value.Codec) {
	c.Int64(&r.k)
	c.Int64(&r.n)
	c.Int64(&r.v)
}

var total int64

func running(rows []numbers) {
	sum := int64(0)
	for i, r := range rows {
		sum += r.v
		total += int64(i+1)*r.n + sum
	}
}
