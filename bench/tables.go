package main

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"

	"github.com/flinkc/flinkc/bench/lab"
	"github.com/flinkc/flinkc/bench/measure"
	"github.com/flinkc/flinkc/rtlib/state"
)

const (
	manyKeys = 1_000_000
	fewKeys  = 34
	lookups  = 1 << 20
)

// accumulator is the flagship's: COUNT and two SUMs, whether they are set, whether the key is live
// and has changed.
type accumulator struct {
	count, sum, sum2      int64
	_, _, sumSet, sum2Set bool // the first two as in generated accumulators
}

func (a *accumulator) add(i int) {
	a.count++
	a.sum += int64(i)
	a.sumSet = true
	a.sum2 += int64(i >> 3)
	a.sum2Set = true
}

// tables measures the tables of keyed state as generated code uses them.
func tables(l *lab.Lab) ([]Result, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	texts, numbers := textKeys(), numberKeys()
	strings, size := stringTable(texts)
	many := measure.Interleave(l.Rounds, lookups, strings, stringMap(texts),
		integerTable(numbers), integerMap(numbers))
	few := measure.Interleave(l.Rounds, lookups, fewTable(), fewIdentity())
	ratio := func(name, a, b string, goal float64) Result {
		return Result{ID: "P8", Name: name, Value: many.Ratio(a, b), Unit: "x", Goal: goal,
			Rule: atLeast, Disturbed: 2*many.Disturbed > many.Rounds,
			Text: fmt.Sprintf("%s against %s ns", number(many.NS(b)), number(many.NS(a)))}
	}
	return []Result{
		ratio("1 M string keys, Go map/table", "map of strings", "strings", 1.5),
		ratio("1 M integer keys, Go map/table", "map of integers", "integers", 3.5),
		{ID: "P8", Name: "1 M string keys of 15 bytes, memory a key",
			Value: float64(size()) / manyKeys, Unit: " B", Goal: 75, Rule: atMost},
		{ID: "P9", Name: "34 keys", Value: few.NS("table"), Unit: " ns", Goal: 12, Rule: atMost,
			Disturbed: 2*few.Disturbed > few.Rounds},
		{ID: "P9", Name: "34 keys, identity cache", Value: few.NS("identity"), Unit: " ns", Goal: 2,
			Rule: atMost, Disturbed: 2*few.Disturbed > few.Rounds},
	}, nil
}

// textKeys is lookups in random order that meet every key. Their text lies in the order of the
// lookups, as it does in a block.
func textKeys() []string {
	r := rand.New(rand.NewPCG(3, 4))
	var all strings.Builder
	for _, k := range numberKeysFrom(r) {
		fmt.Fprintf(&all, "user_%010d", k)
	}
	const width = len("user_0123456789")
	keys := make([]string, lookups)
	for i := range keys {
		keys[i] = all.String()[i*width : (i+1)*width]
	}
	return keys
}

func numberKeys() []int64 { return numberKeysFrom(rand.New(rand.NewPCG(3, 4))) }

func numberKeysFrom(r *rand.Rand) []int64 {
	keys := make([]int64, lookups)
	for i, k := range r.Perm(manyKeys) {
		keys[i] = int64(k) + 1
	}
	for i := manyKeys; i < lookups; i++ {
		keys[i] = int64(r.IntN(manyKeys)) + 1
	}
	return keys
}

func stringTable(keys []string) (s measure.Side, size func() int) {
	t := state.NewStrings[accumulator]()
	return measure.Side{Name: "strings", Run: func() {
		for i, k := range keys {
			t.Find(state.Hash(k), k).Value.add(i)
		}
	}}, t.Bytes
}

func stringMap(keys []string) measure.Side {
	m := map[string]*accumulator{}
	return measure.Side{Name: "map of strings", Run: func() {
		for i, k := range keys {
			a := m[k]
			if a == nil {
				a = new(accumulator)
				m[strings.Clone(k)] = a
			}
			a.add(i)
		}
	}}
}

func integerTable(keys []int64) measure.Side {
	t := state.NewInts[accumulator]()
	return measure.Side{Name: "integers", Run: func() {
		t.Reserve(1)
		for i, k := range keys {
			t.Find(state.HashInt(k), k).Value.add(i)
		}
	}}
}

func integerMap(keys []int64) measure.Side {
	m := map[int64]*accumulator{}
	return measure.Side{Name: "map of integers", Run: func() {
		for i, k := range keys {
			a := m[k]
			if a == nil {
				a = new(accumulator)
				m[k] = a
			}
			a.add(i)
		}
	}}
}

// fewNames is lookups among a few strings that are always the same memory.
func fewNames() []string {
	var names [fewKeys]string
	for i := range names {
		names[i] = fmt.Sprintf("province-%02d", i)
	}
	r := rand.New(rand.NewPCG(1, 2))
	keys := make([]string, lookups)
	for i := range keys {
		keys[i] = names[r.IntN(fewKeys)]
	}
	return keys
}

func fewTable() measure.Side {
	t, keys := state.NewStrings[accumulator](), fewNames()
	return measure.Side{Name: "table", Run: func() {
		for i, k := range keys {
			t.Find(state.Hash(k), k).Value.add(i)
		}
	}}
}

func fewIdentity() measure.Side {
	t, c, keys := state.NewStrings[accumulator](), new(state.Identity[accumulator]), fewNames()
	return measure.Side{Name: "identity", Run: func() {
		for i, k := range keys {
			e := c.Hit(k)
			if e == nil {
				e = t.Find(state.Hash(k), k)
				c.Keep(k, e)
			}
			e.Value.add(i)
		}
		c.Seen(len(keys))
	}}
}
