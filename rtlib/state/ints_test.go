package state

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestIntsAgreeWithMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table, model := NewInts[acc](), map[int64]int64{}
		nulls := int64(0)
		keys := rapid.OneOf(rapid.SampledFrom([]int64{0, -1, 1, math.MinInt64, math.MaxInt64}), rapid.Int64(),
			rapid.Int64Range(-50, 50))
		t.Repeat(map[string]func(*rapid.T){
			"add": func(t *rapid.T) {
				k := keys.Draw(t, "key")
				model[k]++
				table.Find(HashInt(k), k).Value.count++
			},
			"null":  func(*rapid.T) { nulls++; table.FindNull().Value.count++ },
			"reset": func(*rapid.T) { table.Reset(); clear(model); nulls = 0 },
			"": func(t *rapid.T) {
				n := 0
				for e := range table.All() {
					want := model[e.Key]
					if table.IsNull(e) {
						want = nulls
					}
					if n++; e.Value.count != want {
						t.Fatalf("key %d has %d, want %d", e.Key, e.Value.count, want)
					}
				}
				if want := len(model) + int(min(nulls, 1)); n != want || table.Len() != want {
					t.Fatalf("%d entries, Len() = %d, want %d", n, table.Len(), want)
				}
			},
		})
	})
}

// TestReserve: entries stay where they are while as many keys are added as were reserved.
func TestReserve(t *testing.T) {
	const n, rounds = 1024, 20
	table := NewInts[acc]()
	for round := range int64(rounds) {
		table.Reserve(n)
		var entries [n]*IntEntry[acc]
		for i := range int64(n) {
			k := round*n + i - 5
			entries[i] = table.Find(HashInt(k), k)
		}
		for i := range int64(n) {
			k := round*n + i - 5
			if table.Find(HashInt(k), k) != entries[i] {
				t.Fatalf("round %d: the entry of key %d has moved", round, k)
			}
		}
	}
	if table.Len() != n*rounds {
		t.Errorf("Len() = %d, want %d", table.Len(), n*rounds)
	}
}

// TestIntsGrowWithoutReserve: a table grows by itself, too.
func TestIntsGrowWithoutReserve(t *testing.T) {
	table := NewInts[acc]()
	for k := range int64(10_000) {
		table.Find(HashInt(k), k).Value.sum = k
	}
	for k := range int64(10_000) {
		if got := table.Find(HashInt(k), k).Value.sum; got != k {
			t.Fatalf("key %d has %d", k, got)
		}
	}
}
