package state

import (
	"fmt"
	"slices"
	"testing"

	"github.com/flinkc/flinkc/rtlib/value"
)

// TestMultiset: a key is there from its first Add until it was removed as often as it was added.
func TestMultiset(t *testing.T) {
	var m Multiset
	for _, step := range []struct {
		group uint32
		key   string
		add   bool
		turns bool // the key comes or goes
	}{
		{3, "a", true, true}, {3, "a", true, false}, {3, "b", true, true}, {4, "a", true, true},
		{3, "a", false, false}, {3, "a", false, true}, {3, "a", true, true}, {3, "a", false, true},
		{4, "a", false, true}, {3, "b", true, false}, {3, "b", false, false}, {3, "b", false, true},
	} {
		change := m.Remove
		if step.add {
			change = m.Add
		}
		if got := change(step.group, step.key); got != step.turns {
			t.Errorf("%+v: %v", step, got)
		}
	}
}

// TestMultisetSnapshot takes a multiset over, page by page, and removes what it holds there.
func TestMultisetSnapshot(t *testing.T) {
	var from, to Multiset
	for i := range 100 {
		from.Add(uint32(i%5), fmt.Sprint(i))
		from.Add(uint32(i%5), fmt.Sprint(i))
	}
	for i := range 50 {
		from.Remove(uint32(i%5), fmt.Sprint(i))
		from.Remove(uint32(i%5), fmt.Sprint(i))
	}
	var groups []uint32
	err := from.Snapshot(func(group uint32, page []byte) error {
		groups = append(groups, group)
		return to.Restore(group, page)
	})
	if want := []uint32{0, 1, 2, 3, 4}; err != nil || !slices.Equal(groups, want) || to.Len() != 50 {
		t.Fatalf("groups %v, %d keys, %v", groups, to.Len(), err)
	}
	for i := 50; i < 100; i++ {
		key := fmt.Sprint(i)
		if to.Remove(uint32(i%5), key) || !to.Remove(uint32(i%5), key) {
			t.Errorf("%s was not there twice", key)
		}
	}
	var none Multiset
	if err := none.Snapshot(func(uint32, []byte) error { return value.ErrDamaged }); err != nil {
		t.Error("an empty multiset has a page:", err)
	}
}

// TestMultisetForgets: keys that come and go take no room in the end.
func TestMultisetForgets(t *testing.T) {
	var m Multiset
	for i := range 100_000 {
		m.Add(1, fmt.Sprint(i))
		m.Remove(1, fmt.Sprint(i))
	}
	if n := m.Len(); n > 2*leastSwept {
		t.Errorf("%d keys of none", n)
	}
}

func TestSweep(t *testing.T) {
	texts, ints := NewStrings[int](), NewInts[int]()
	for i := -50; i < 50; i++ {
		texts.Find(Hash(fmt.Sprint(i)), fmt.Sprint(i)).Value = i
		ints.Find(HashInt(int64(i)), int64(i)).Value = i
	}
	texts.FindNull().Value, ints.FindNull().Value = 2, 2
	odd := func(v *int) bool { return *v%2 != 0 }
	texts.Sweep(odd)
	ints.Sweep(odd)
	if texts.Len() != 51 || ints.Len() != 51 {
		t.Fatalf("%d texts and %d integers, want 51 of each", texts.Len(), ints.Len())
	}
	for i := -50; i < 50; i += 2 {
		key := fmt.Sprint(i)
		if e := texts.Find(Hash(key), key); e.Value != i || e.Group() != Group(Hash(key)) {
			t.Errorf("text %s has %d", key, e.Value)
		}
		if v := ints.Find(HashInt(int64(i)), int64(i)).Value; v != i {
			t.Errorf("integer %s has %d", key, v)
		}
	}
	texts.Sweep(func(v *int) bool { return *v == 2 })
	ints.Sweep(func(v *int) bool { return *v == 2 })
	if texts.Len() != 49 || texts.FindNull().Value != 0 || ints.Len() != 49 || ints.FindNull().Value != 0 {
		t.Error("NULL was kept")
	}
}

func TestWorthSweeping(t *testing.T) {
	for _, c := range []struct {
		gone, all int
		want      bool
	}{{leastSwept, leastSwept, false}, {leastSwept + 1, leastSwept + 1, true},
		{leastSwept + 1, 3 * leastSwept, false}, {3 * leastSwept, 5 * leastSwept, true}} {
		if got := WorthSweeping(c.gone, c.all); got != c.want {
			t.Errorf("%d of %d: %v", c.gone, c.all, got)
		}
	}
}
