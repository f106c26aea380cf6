package udf

import (
	"math"
	"math/bits"
	"sync/atomic"
)

// Counter is a number that only grows. It is made for one lane, but may be used by any goroutine.
// The zero value is ready, so that functions can be tested without a job.
type Counter struct{ n atomic.Int64 }

// Inc adds one.
func (c *Counter) Inc() { c.n.Add(1) }

// Add adds n, which must not be negative.
func (c *Counter) Add(n int64) { c.n.Add(n) }

// Value is the sum so far.
func (c *Counter) Value() int64 { return c.n.Load() }

// Gauge is a value that goes up and down. The zero value is ready.
type Gauge struct{ bits atomic.Uint64 }

// Set sets the value.
func (g *Gauge) Set(v float64) { g.bits.Store(math.Float64bits(v)) }

// Value is what was set last.
func (g *Gauge) Value() float64 { return math.Float64frombits(g.bits.Load()) }

// Buckets is the number of a histogram's buckets.
const Buckets = 65

// Histogram counts values by their order of magnitude: bucket 0 takes what is 0 or less, bucket i
// what is at most 2^i - 1 and more than the bucket before. The zero value is ready.
type Histogram struct {
	counts [Buckets]atomic.Int64
	sum    atomic.Int64
}

// Observe counts a value.
func (h *Histogram) Observe(v int64) {
	h.counts[bits.Len64(uint64(max(v, 0)))].Add(1)
	h.sum.Add(v)
}

// Count is the number of values in bucket i.
func (h *Histogram) Count(i int) int64 { return h.counts[i].Load() }

// Sum is the sum of all values.
func (h *Histogram) Sum() int64 { return h.sum.Load() }

// Bound is the largest value of bucket i.
func Bound(i int) float64 { return math.Ldexp(1, i) - 1 }
