package state

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// nullKey stands for NULL in the model, which is a Go map.
const nullKey = "\x00NULL"

func TestStringsAgreeWithMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table, model := NewStrings[acc](), map[string]int64{}
		var order []string
		keys := rapid.OneOf(rapid.SampledFrom([]string{"", "a", "aa", "\x00", "\x00\x00", nullKey}),
			rapid.StringN(0, 40, 120))
		t.Repeat(map[string]func(*rapid.T){
			"add": func(t *rapid.T) {
				k := keys.Draw(t, "key")
				if _, known := model[k]; !known {
					order = append(order, k)
				}
				model[k]++
				if k == nullKey {
					table.FindNull().Value.count++
				} else {
					table.Find(Hash(k), k).Value.count++
				}
			},
			"reset": func(*rapid.T) {
				table.Reset()
				clear(model)
				order = nil
			},
			"": func(t *rapid.T) { sameStrings(t, table, model, order) },
		})
	})
}

func sameStrings(t *rapid.T, table *Strings[acc], model map[string]int64, order []string) {
	if table.Len() != len(model) {
		t.Fatalf("Len() = %d, want %d", table.Len(), len(model))
	}
	i := 0
	for e := range table.All() {
		k := e.Key()
		if e.Null() {
			k = nullKey
		}
		if k != order[i] || e.Value.count != model[k] {
			t.Fatalf("entry %d is %q: %d, want %q: %d", i, k, e.Value.count, order[i], model[order[i]])
		}
		i++
	}
	if i != len(order) {
		t.Fatalf("All() gave %d entries, want %d", i, len(order))
	}
}

// TestStringsGrow passes several sizes of slots, large ones among them, and asks for every key
// again.
func TestStringsGrow(t *testing.T) {
	const n = 200_000
	table := NewStrings[acc]()
	entries := make([]*Entry[acc], n)
	for i := range n {
		k := fmt.Sprint("key ", i)
		entries[i] = table.Find(Hash(k), k)
		entries[i].Value.sum = int64(i)
	}
	for i := range n {
		k := fmt.Sprint("key ", i)
		if e := table.Find(Hash(k), k); e != entries[i] || e.Value.sum != int64(i) {
			t.Fatalf("key %q has moved or changed: %d", k, e.Value.sum)
		}
	}
}

// TestStringsOneLane fills a table as a lane of many does: with hashes whose first bits are all the
// same.
func TestStringsOneLane(t *testing.T) {
	const n = 100_000
	table := NewStrings[acc]()
	for i, found := 0, 0; found < n; i++ {
		k := fmt.Sprint(i)
		if h := Hash(k); Lane(h, 128) == 5 {
			table.Find(h, k)
			found++
		}
	}
	longest, run := 0, 0
	for _, s := range table.slots {
		if run++; s.addr == 0 {
			run = 0
		}
		longest = max(longest, run)
	}
	if longest > 2000 {
		t.Errorf("%d slots in a row are taken: the keys of a lane crowd", longest)
	}
}

// TestLongKeys: keys larger than a page, and small ones in what is left of it after a reset.
func TestLongKeys(t *testing.T) {
	long := strings.Repeat("x", 9*fullPage)
	tests := []struct {
		name   string
		before []string // keys of an earlier use of the table
		keys   int      // small ones
	}{
		{"fresh", nil, 10},
		{"reset", []string{long}, 200_000},
		{"small, then long, reset", []string{"a", long, "b"}, 200_000},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table := NewStrings[acc]()
			for _, k := range tt.before {
				table.Find(Hash(k), k)
			}
			table.Reset()
			for i := range tt.keys {
				k := fmt.Sprint(i)
				table.Find(Hash(k), k).Value.sum = int64(i)
			}
			table.Find(Hash(long), long).Value.sum = -1
			for i := range tt.keys {
				k := fmt.Sprint(i)
				if got := table.Find(Hash(k), k).Value.sum; got != int64(i) {
					t.Fatalf("%q has %d", k, got)
				}
			}
			if got := table.Find(Hash(long), long); got.Key() != long || got.Value.sum != -1 {
				t.Error("the long key is lost")
			}
			if got, want := table.Len(), tt.keys+1; got != want {
				t.Errorf("Len() = %d, want %d", got, want)
			}
		})
	}
}

// TestResetClears: a key that comes again after a reset starts with a zero value.
func TestResetClears(t *testing.T) {
	table := NewStrings[acc]()
	for range 3 {
		for i := range 5000 {
			k := fmt.Sprint(i)
			e := table.Find(Hash(k), k)
			if e.Value != (acc{}) {
				t.Fatalf("%q starts with %v", k, e.Value)
			}
			e.Value = acc{1, 2, 3, 4, 5}
		}
		if e := table.FindNull(); e.Value != (acc{}) || !e.Null() || e.Key() != "" {
			t.Fatalf("NULL starts with %v", e.Value)
		}
		table.FindNull().Value.count = 7
		table.Reset()
	}
}

func TestEntryHash(t *testing.T) {
	table := NewStrings[acc]()
	for _, k := range []string{"", "a", "a longer key than sixteen bytes"} {
		e, h := table.Find(Hash(k), k), Hash(k)
		if e.Group() != Group(h) || Lane(e.Hash(), 7) != Lane(h, 7) {
			t.Errorf("%q: group %d, want %d", k, e.Group(), Group(h))
		}
	}
	if e, want := table.FindNull(), uint64(NullHash); e.Group() != Group(want) {
		t.Errorf("NULL: group %d, want %d", e.Group(), Group(want))
	}
}

// TestFlat: values with pointers are refused, with the type's name.
func TestFlat(t *testing.T) {
	type good struct {
		_ bool
		_ [3]float64
		_ struct{ _ int8 }
	}
	type bad struct{ _ string }
	tests := []struct {
		name string
		make func()
		want string
	}{
		{"flat struct", func() { NewStrings[good]() }, ""},
		{"text", func() { NewStrings[bad]() }, "state: value type state.bad holds pointers"},
		{"any", func() { NewInts[any]() }, "state: value type interface {} holds pointers"},
		{"pointer", func() { NewInts[*int]() }, "state: value type *int holds pointers"},
		{"uintptr", func() { NewInts[uintptr]() }, "state: value type uintptr holds pointers"},
		{"array of slices", func() { NewInts[[2][]byte]() }, "state: value type [2][]uint8 holds pointers"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := panicOf(tt.make); got != tt.want {
				t.Errorf("panic %q, want %q", got, tt.want)
			}
		})
	}
}

func panicOf(f func()) (text string) {
	defer func() {
		if r := recover(); r != nil {
			text = fmt.Sprint(r)
		}
	}()
	f()
	return ""
}

// TestGet finds what is there and adds nothing.
func TestGet(t *testing.T) {
	table := NewStrings[int64]()
	for i := range 10_000 {
		key := fmt.Sprint(i)
		if e := table.Get(Hash(key), key); e != nil {
			t.Fatalf("%s is there before", key)
		}
		table.Find(Hash(key), key).Value = int64(i)
		if e := table.Get(Hash(key), key); e == nil || e.Value != int64(i) {
			t.Fatalf("%s is not there", key)
		}
	}
	if table.Len() != 10_000 {
		t.Errorf("%d keys", table.Len())
	}
}
