package fn

import (
	"errors"
	"iter"
	"slices"
	"testing"
)

// upTo yields 1 to n, and an error in the place of bad. It is not inlined, as a large function is not.
//
//go:noinline
func upTo(n, bad int) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := 1; i <= n; i++ {
			var err error
			if i == bad {
				err = errBad
			}
			if !yield(i, err) {
				return
			}
		}
	}
}

var errBad = errors.New("bad")

func TestCollector(t *testing.T) {
	var c Collector[int]
	c.Init()
	if got := c.Collect(slices.Values([]int{4, 5})); !slices.Equal(got, []int{4, 5}) {
		t.Errorf("collected %v", got)
	}
	if got := c.Collect(nil); len(got) != 0 {
		t.Errorf("of no sequence: %v", got)
	}
	if got, err := c.CollectUnless(nil, errBad); got != nil || !errors.Is(err, errBad) {
		t.Errorf("of an error: %v, %v", got, err)
	}
	if _, err := c.CollectTried(upTo(3, 2)); !errors.Is(err, errBad) {
		t.Errorf("the error in the middle is %v", err)
	}
	if got, err := c.CollectTried(upTo(3, 0)); err != nil || !slices.Equal(got, []int{1, 2, 3}) {
		t.Errorf("behind an error: %v, %v", got, err)
	}
	if got, err := c.CollectTried(nil); err != nil || len(got) != 0 {
		t.Errorf("of no sequence: %v, %v", got, err)
	}
}

// A call takes no memory but the function's own for its sequence.
func TestCollectorAllocates(t *testing.T) {
	var c Collector[int]
	c.Init()
	if n := testing.AllocsPerRun(100, func() { _, _ = c.CollectTried(upTo(50, 0)) }); n > 1 {
		t.Errorf("%v allocations a call, and one is the function's", n)
	}
	seq := slices.Values([]int{1, 2, 3})
	if n := testing.AllocsPerRun(100, func() { c.Collect(seq) }); n != 0 {
		t.Errorf("%v allocations a call", n)
	}
}
