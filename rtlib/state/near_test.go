package state

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestNearAgreesWithMap counts keys that lie close together, anywhere, and later others as well.
func TestNearAgreesWithMap(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	for _, from := range []int64{1, -2500, 1_700_000_000_000, math.MinInt64, math.MaxInt64 - 4999} {
		table, model := NewInts[acc](), map[int64]int64{}
		for round := range 3 {
			gathered := false
			for i := range 40_000 {
				k := from + r.Int64N(5000)
				if i > 20_000 && i%100 == 0 {
					k = r.Int64()
				}
				e := table.Near(k)
				if gathered = gathered || e != nil; e == nil {
					e = table.Find(HashInt(k), k)
				}
				if e.Key != k {
					t.Fatalf("the entry of key %d is that of %d", k, e.Key)
				}
				e.Value.count++
				model[k]++
			}
			if !gathered {
				t.Errorf("keys from %d on were not gathered in round %d", from, round)
			}
			agrees(t, table, model)
			table.Reset()
			clear(model)
			agrees(t, table, model)
		}
	}
}

func agrees(t *testing.T, table *Ints[acc], model map[int64]int64) {
	t.Helper()
	n := 0
	for e := range table.All() {
		if n++; e.Value.count != model[e.Key] {
			t.Fatalf("key %d has %d, want %d", e.Key, e.Value.count, model[e.Key])
		}
	}
	if n != len(model) || table.Len() != n {
		t.Fatalf("%d entries, Len() = %d, want %d", n, table.Len(), len(model))
	}
}

// TestNearMovesOn has keys that rise, as times do: the array follows, and a table that is reset forgets
// one of which it has no more use.
func TestNearMovesOn(t *testing.T) {
	table := NewInts[acc]()
	for k := range int64(100_000) {
		table.Find(HashInt(k+1), k+1)
	}
	found := 0
	for k := range int64(100_000) {
		if table.Near(k+1) != nil {
			found++
		}
	}
	if found < 60_000 || len(table.near.entries) > 2*nearPlaces*100_000 {
		t.Errorf("%d of 100000 keys in %d places", found, len(table.near.entries))
	}
	table.Reset()
	for k := range int64(100) {
		table.Find(HashInt(-k-1), -k-1)
	}
	if table.Reset(); len(table.near.entries) > 0 {
		t.Errorf("%d places for keys that do not come any more", len(table.near.entries))
	}
}

// TestNearIsForNeighbours has keys that an array would not hold, and few of those that it would.
func TestNearIsForNeighbours(t *testing.T) {
	far, few := NewInts[acc](), NewInts[acc]()
	for k := range int64(10_000) {
		far.Find(HashInt(k*50), k*50)
		few.Find(HashInt(k%(nearKeys-1)), k%(nearKeys-1))
	}
	if len(far.near.entries)+len(few.near.entries) > 0 {
		t.Errorf("%d and %d places", len(far.near.entries), len(few.near.entries))
	}
}
