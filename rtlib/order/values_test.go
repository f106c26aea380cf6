package order

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/flinkc/flinkc/rtlib/value"
)

// TestValuesAsModel adds and takes away values of several groups at random, and compares the smallest
// and largest of each with those of a sorted list.
func TestValuesAsModel(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var o Values
	var trees [8]Tree
	var model [8][]string
	texts := func() string {
		const letters = "ab\x00\xff"
		b := make([]byte, r.IntN(6))
		for i := range b {
			b[i] = letters[r.IntN(len(letters))]
		}
		return string(b)
	}
	for step := range 200_000 {
		group := r.IntN(len(trees))
		tree, list := &trees[group], &model[group]
		v := texts()
		o.Key().PutText(v)
		at, found := slices.BinarySearch(*list, v)
		// Groups grow for a while, and shrink for a while.
		if r.IntN(3) != step/20_000%2 {
			*list = slices.Insert(*list, at, v)
			o.Add(tree)
		} else {
			if found {
				*list = slices.Delete(*list, at, at+1)
			}
			o.Remove(tree)
		}
		if step%50_000 == 7 {
			o.Clear(tree)
			*list = nil
		}
		if step%60_000 == 11 {
			o, trees = again(t, &o, trees)
			tree = &trees[group]
		}
		checkEnds(t, &o, *tree, *list)
	}
}

func checkEnds(t *testing.T, o *Values, tree Tree, list []string) {
	t.Helper()
	first, ok := o.First(tree)
	last, also := o.Last(tree)
	if ok != (len(list) > 0) || also != ok {
		t.Fatalf("%t, %t of %d values", ok, also, len(list))
	}
	if ok && (first.Text() != list[0] || last.Text() != list[len(list)-1]) {
		t.Fatalf("%q to %q, want %q to %q", first.Text(), last.Text(), list[0], list[len(list)-1])
	}
}

// again writes all and reads it into new values.
func again(t *testing.T, o *Values, trees [8]Tree) (back Values, read [8]Tree) {
	t.Helper()
	c := value.NewEncoder(nil)
	for i := range trees {
		o.Code(&trees[i], c)
	}
	d := value.NewDecoder(c.Bytes())
	for i := range read {
		back.Code(&read[i], d)
	}
	if d.Err() != nil || d.More() {
		t.Fatalf("%v, %d bytes left", d.Err(), len(d.Bytes()))
	}
	return back, read
}

func TestValuesReadBack(t *testing.T) {
	var o Values
	last := func(put func(*Key)) Reader {
		var tree Tree
		put(o.Key())
		o.Add(&tree)
		r, ok := o.Last(tree)
		if !ok {
			t.Fatal("nothing there")
		}
		return r
	}
	for _, v := range []int64{0, -1, 1, math.MinInt64, math.MaxInt64} {
		if got := last(func(k *Key) { k.PutInt(v) }).Int(); got != v {
			t.Errorf("%d: %d", v, got)
		}
		d := value.Int128{Hi: v, Lo: uint64(^v)}
		if got := last(func(k *Key) { k.PutDecimal(d) }).Decimal(); got != d {
			t.Errorf("%v: %v", d, got)
		}
		ts := value.Timestamp{Millis: v, Nanos: 999_999}
		if got := last(func(k *Key) { k.PutTimestamp(ts) }).Timestamp(); got != ts {
			t.Errorf("%v: %v", ts, got)
		}
	}
	for _, v := range []float64{0, math.Copysign(0, -1), -1.5, math.Inf(-1), math.Inf(1), math.NaN(), 5e-324} {
		got := last(func(k *Key) { k.PutFloat(v) }).Float()
		if math.Float64bits(got) != math.Float64bits(v) {
			t.Errorf("%v: %v", v, got)
		}
	}
	for _, v := range []bool{false, true} {
		if got := last(func(k *Key) { k.PutBool(v) }).Bool(); got != v {
			t.Errorf("%t: %t", v, got)
		}
	}
}

// TestValuesDeep: values that come in order make no list of the tree, and what goes is used again.
func TestValuesDeep(t *testing.T) {
	var o Values
	var tree Tree
	const n = 1 << 16
	for range 3 {
		for i := range int64(n) {
			o.Key().PutInt(i)
			o.Add(&tree)
		}
		if d := o.depth(tree.root); d > 60 {
			t.Errorf("%d levels of %d values", d, n)
		}
		for i := range int64(n) {
			o.Key().PutInt(i)
			o.Remove(&tree)
		}
	}
	if _, ok := o.First(tree); ok || len(o.nodes) > n+1 {
		t.Errorf("%d nodes, a value left: %t", len(o.nodes), ok)
	}
}

func (o *Values) depth(n uint32) int {
	if n == 0 {
		return 0
	}
	return 1 + max(o.depth(o.nodes[n].left), o.depth(o.nodes[n].right))
}

func TestValuesDamaged(t *testing.T) {
	c := value.NewEncoder(nil)
	var o Values
	var tree Tree
	for i := range int64(3) {
		o.Key().PutInt(i)
		o.Add(&tree)
	}
	o.Code(&tree, c)
	for n := range c.Bytes() {
		d := value.NewDecoder(c.Bytes()[:n])
		var back Values
		var read Tree
		back.Code(&read, d)
		if d.Err() == nil {
			t.Errorf("%d bytes of %d were taken", n, len(c.Bytes()))
		}
	}
}

// BenchmarkValues replaces the largest of many values by a larger one, as counts do.
func BenchmarkValues(b *testing.B) {
	for _, n := range []int64{10, 1000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var o Values
			var tree Tree
			for i := range n {
				o.Key().PutInt(i)
				o.Add(&tree)
			}
			b.ReportAllocs()
			for i := range b.N {
				o.Key().PutInt(n + int64(i) - 1)
				o.Remove(&tree)
				o.Key().PutInt(n + int64(i))
				o.Add(&tree)
				o.Last(tree)
			}
		})
	}
}
