package loggen

import (
	"github.com/flinkc/flinkc/examples/cdn/udf"
)

// slots is how finely the share of a province is expressed.
const slots = 1 << 10

// clients are the addresses that requests come from. All addresses of a province are equally
// likely; the provinces are not: they get slots by weight.
type clients struct {
	slot      [slots]uint8
	provinces []area
	foreign   area
}

// weights are about the provinces' parts of the traffic, in the order of udf.Provinces: large
// cities and the coast lead, and every province has some.
var weights = [...]int{
	70, 15, 42, 20, 14, 28, 14, 18, 62, 80, 74, 38, 36, 25, 72, 60, 40, 38, 118, 26, 8,
	22, 52, 18, 24, 3, 26, 12, 4, 5, 14, 10, 12, 2,
}

func newClients() *clients {
	names := udf.Provinces()
	c := &clients{provinces: make([]area, len(names))}
	number := map[string]int{}
	for i, name := range names {
		number[name] = i
	}
	for _, r := range udf.Runs() {
		a := &c.foreign
		if i, ok := number[r.Province]; ok {
			a = &c.provinces[i]
		}
		a.add(r.First, r.Last)
	}
	for i := range c.provinces {
		c.provinces[i].buildGuide()
	}
	c.foreign.buildGuide()
	c.fillSlots()
	return c
}

// fillSlots gives every province its weight's part of the slots, at least one.
func (c *clients) fillSlots() {
	total, sum := 0, 0
	for _, w := range weights {
		total += w
	}
	for i, w := range weights {
		for s := sum * slots / total; s < slots; s++ {
			c.slot[s] = uint8(i)
		}
		sum += w
	}
}

// area is a set of addresses, numbered from 0 to size-1.
type area struct {
	size  uint64
	first []uint32 // first address of each run
	below []uint64 // number of addresses before each run, and size behind the last one
	// guide[n*len(guide)/size] is the run of that address or one before it, so that a look-up takes
	// one or two steps.
	guide []uint32
}

func (a *area) add(first, last uint32) {
	if len(a.below) == 0 {
		a.below = append(a.below, 0)
	}
	a.first = append(a.first, first)
	a.size += uint64(last-first) + 1
	a.below = append(a.below, a.size)
}

func (a *area) buildGuide() {
	a.guide = make([]uint32, len(a.first))
	run := 0
	for i := range a.guide {
		least := uint64(i) * a.size / uint64(len(a.guide))
		for a.below[run+1] <= least {
			run++
		}
		a.guide[i] = uint32(run)
	}
}

// address is address number n, below size.
func (a *area) address(n uint64) uint32 {
	run := a.guide[n*uint64(len(a.guide))/a.size]
	for a.below[run+1] <= n {
		run++
	}
	return a.first[run] + uint32(n-a.below[run])
}
