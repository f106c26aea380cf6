package order_test

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/order"
	"github.com/flinkc/flinkc/rtlib/value"
)

// item is a row as a program would have it: a number, a text and where it came.
type item struct {
	n    int64
	name string
	null bool // of n
	came int64
}

func (r *item) Code(c *value.Codec) {
	c.Bool(&r.null)
	if !r.null {
		c.Int64(&r.n)
	}
	c.Text(&r.name)
	c.Int64(&r.came)
}

func put(s *order.Rows[item], r item) {
	k := s.Key()
	if r.null {
		k.PutNull()
	} else {
		k.PutInt(r.n)
	}
	k.PutText(r.name)
	s.Add(&r)
}

func rows(s *order.Rows[item], offset int64) (out []item) {
	for r := range s.From(offset) {
		kept := *r
		kept.name = strings.Clone(r.name)
		out = append(out, kept)
	}
	return out
}

// expected orders rows by the definition: NULL first or last, numbers up or down, then the names.
func expected(all []item, c order.Column, most int) []item {
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b item) int {
		byNumber := cmp.Compare(a.n, b.n)
		if c.Desc {
			byNumber = -byNumber
		}
		if a.null != b.null {
			byNumber = 1
			if a.null != c.NullsLast {
				byNumber = -1
			}
		} else if a.null {
			byNumber = 0
		}
		return cmp.Or(byNumber, cmp.Compare(a.name, b.name))
	})
	if most >= 0 {
		out = out[:min(most, len(out))]
	}
	return out
}

func madeUp(n int) []item {
	r := rand.New(rand.NewPCG(1, 2))
	out := make([]item, n)
	for i := range out {
		out[i] = item{n: r.Int64N(20) - 10, name: strings.Repeat("n\x00", r.IntN(3)), came: int64(i)}
		if out[i].null = r.IntN(5) == 0; out[i].null {
			out[i].n = 0
		}
	}
	return out
}

// TestOrder: rows come as the definition says, all or the first ones, also after a snapshot in the
// middle.
func TestOrder(t *testing.T) {
	all := madeUp(2000)
	for _, c := range []order.Column{{}, {Desc: true}, {NullsLast: true}, {Desc: true, NullsLast: true}} {
		for _, most := range []int{-1, 0, 1, 7, 1999, 5000} {
			t.Run(fmt.Sprintf("%+v, %d", c, most), func(t *testing.T) {
				s := order.New((*item).Code, int64(most), c, order.Column{})
				for i, r := range all {
					if put(s, r); i == 1000 {
						s = restored(t, s, int64(most), c)
					}
				}
				want := expected(all, c, most)
				if got := rows(s, 0); !slices.Equal(got, want) {
					t.Errorf("%d rows, want %d: %v", len(got), len(want), firstDifference(got, want))
				}
				if got := rows(s, 5); !slices.Equal(got, want[min(5, len(want)):]) {
					t.Error("other rows behind an offset")
				}
			})
		}
	}
}

func restored(t *testing.T, s *order.Rows[item], most int64, c order.Column) *order.Rows[item] {
	out := order.New((*item).Code, most, c, order.Column{})
	err := s.Snapshot(func(_ uint32, page []byte) error { return out.Restore(bytes.Clone(page)) })
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func firstDifference(got, want []item) string {
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return fmt.Sprintf("row %d is %+v, want %+v", i, got[i], want[i])
		}
	}
	return "their number"
}

// TestDamagedPage: a page that is cut short is refused.
func TestDamagedPage(t *testing.T) {
	s := order.New((*item).Code, -1, order.Column{}, order.Column{})
	put(s, item{n: 1, name: "a"})
	err := s.Snapshot(func(_ uint32, page []byte) error { return s.Restore(page[:len(page)-1]) })
	if err == nil {
		t.Error("no error")
	}
}

// less reports whether a row under the first key comes before an earlier one under the second.
func less(t *testing.T, putA, putB func(*order.Key)) bool {
	t.Helper()
	s := order.New((*item).Code, -1, order.Column{})
	putB(s.Key())
	s.Add(&item{name: "b"})
	putA(s.Key())
	s.Add(&item{name: "a"})
	return rows(s, 0)[0].name == "a"
}

// TestKeys: values of each type, smallest first; each is before the next and not behind it.
func TestKeys(t *testing.T) {
	types := map[string][]func(*order.Key){}
	add := func(kind string, f func(*order.Key)) { types[kind] = append(types[kind], f) }
	for _, v := range []int64{math.MinInt64, -256, -1, 0, 1, 255, math.MaxInt64} {
		add("integer", func(k *order.Key) { k.PutInt(v) })
	}
	for _, v := range []bool{false, true} {
		add("boolean", func(k *order.Key) { k.PutBool(v) })
	}
	for _, v := range []float64{math.Inf(-1), -1e300, -5e-324, math.Copysign(0, -1), 0, 5e-324, 1,
		math.Inf(1), math.NaN()} {
		add("double", func(k *order.Key) { k.PutFloat(v) })
	}
	for _, v := range []string{"", "\x00", "\x00\x00", "\x00\x01", "a", "a\x00", "a\x00b", "aa", "b", "é",
		"\U0001F600"} {
		add("text", func(k *order.Key) { k.PutText(v) })
	}
	for _, v := range []value.Int128{{Hi: math.MinInt64}, {Hi: -1, Lo: math.MaxUint64 - 1},
		{Hi: -1, Lo: math.MaxUint64}, {}, {Lo: 1}, {Lo: 1 << 63}, {Hi: 1}} {
		add("decimal", func(k *order.Key) { k.PutDecimal(v) })
	}
	for _, v := range []value.Timestamp{{Millis: -1}, {Millis: -1, Nanos: 5}, {}, {Nanos: 999999}, {Millis: 1}} {
		add("timestamp", func(k *order.Key) { k.PutTimestamp(v) })
	}
	for kind, list := range types {
		for i := range len(list) - 1 {
			if !less(t, list[i], list[i+1]) || less(t, list[i+1], list[i]) {
				t.Errorf("%s: values %d and %d are not in order", kind, i, i+1)
			}
		}
	}
}

// TestFirstRowsStaySmall: the first rows of many take no more memory than a few times their own.
func TestFirstRowsStaySmall(t *testing.T) {
	s := order.New((*item).Code, 10, order.Column{Desc: true}, order.Column{})
	name := strings.Repeat("x", 1000)
	for i := range int64(100_000) { // each is before all others
		put(s, item{n: i, name: name})
	}
	if got := rows(s, 0); len(got) != 10 || got[0].n != 99_999 || got[9].n != 99_990 {
		t.Errorf("%d rows, the first %d", len(got), got[0].n)
	}
	if n := s.Bytes(); n > 8<<20 {
		t.Errorf("%d bytes for 10 rows of 2 KB", n)
	}
}
