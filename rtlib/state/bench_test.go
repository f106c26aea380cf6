package state

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
)

// acc has the size of the flagship's accumulator.
type acc struct{ count, sum, a, b, c int64 }

const (
	manyKeys = 1_000_000
	fewKeys  = 34
	lookups  = 1 << 20
)

// stringKeys returns lookups of n different keys in random order. Their text lies in the order of
// the lookups, as it does in a block.
func stringKeys(n int) []string {
	r := rand.New(rand.NewPCG(3, 4))
	first := r.Perm(n)
	var all strings.Builder
	ends := make([]int, lookups)
	for i := range ends {
		k := r.IntN(n)
		if i < n {
			k = first[i]
		}
		fmt.Fprintf(&all, "user_%010d", k)
		ends[i] = all.Len()
	}
	keys, at := make([]string, lookups), 0
	for i, end := range ends {
		keys[i], at = all.String()[at:end], end
	}
	return keys
}

func intKeys(n int) []int64 {
	r := rand.New(rand.NewPCG(3, 4))
	keys := make([]int64, lookups)
	for i := range keys {
		keys[i] = int64(r.IntN(n)) + 1
	}
	return keys
}

// perKey reports the time of one lookup: b.N counts passes over all keys.
func perKey(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/lookups, "ns/key")
}

func benchStrings(b *testing.B, n int) {
	keys := stringKeys(n)
	t := NewStrings[acc]()
	for _, k := range keys {
		t.Find(Hash(k), k).Value.count++
	}
	b.ResetTimer()
	for range b.N {
		for i, k := range keys {
			v := &t.Find(Hash(k), k).Value
			v.count++
			v.sum += int64(i)
		}
	}
	perKey(b)
}

func benchStringMap(b *testing.B, n int) {
	keys := stringKeys(n)
	m := map[string]*acc{}
	find := func(k string) *acc {
		v := m[k]
		if v == nil {
			v = new(acc)
			m[strings.Clone(k)] = v
		}
		return v
	}
	for _, k := range keys {
		find(k).count++
	}
	b.ResetTimer()
	for range b.N {
		for i, k := range keys {
			v := find(k)
			v.count++
			v.sum += int64(i)
		}
	}
	perKey(b)
}

func BenchmarkP8StringsTable(b *testing.B) { benchStrings(b, manyKeys) }
func BenchmarkP8StringsGoMap(b *testing.B) { benchStringMap(b, manyKeys) }
func BenchmarkP9FewTable(b *testing.B)     { benchStrings(b, fewKeys) }
func BenchmarkP9FewGoMap(b *testing.B)     { benchStringMap(b, fewKeys) }

func BenchmarkP8IntsTable(b *testing.B) {
	keys := intKeys(manyKeys)
	t := NewInts[acc]()
	t.Reserve(manyKeys)
	b.ResetTimer()
	for range b.N {
		for i, k := range keys {
			v := &t.Find(HashInt(k), k).Value
			v.count++
			v.sum += int64(i)
		}
	}
	perKey(b)
}

func BenchmarkP8IntsGoMap(b *testing.B) {
	keys := intKeys(manyKeys)
	m := map[int64]*acc{}
	for _, k := range keys {
		if m[k] == nil {
			m[k] = new(acc)
		}
	}
	b.ResetTimer()
	for range b.N {
		for i, k := range keys {
			v := m[k]
			v.count++
			v.sum += int64(i)
		}
	}
	perKey(b)
}

func BenchmarkP9Identity(b *testing.B) {
	var names [fewKeys]string
	for i := range names {
		names[i] = fmt.Sprintf("province-%02d", i)
	}
	r := rand.New(rand.NewPCG(1, 2))
	keys := make([]string, lookups)
	for i := range keys {
		keys[i] = names[r.IntN(fewKeys)]
	}
	t, c := NewStrings[acc](), Identity[acc]{}
	b.ResetTimer()
	for range b.N {
		for i, k := range keys {
			e := c.Hit(k)
			if e == nil {
				e = t.Find(Hash(k), k)
				c.Keep(k, e)
			}
			e.Value.count++
			e.Value.sum += int64(i)
		}
		c.Seen(len(keys))
	}
	perKey(b)
}

// TestBytesPerKey keeps P8's bound on memory: 15-byte keys with a 40-byte value.
func TestBytesPerKey(t *testing.T) {
	const most = 75
	table := NewStrings[acc]()
	for i := range manyKeys {
		k := fmt.Sprintf("user_%010d", i)
		table.Find(Hash(k), k)
	}
	if got := table.Bytes() / manyKeys; got > most {
		t.Errorf("a key takes %d bytes, want at most %d", got, most)
	}
	runtime.KeepAlive(table)
}
