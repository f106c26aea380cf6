package datagen

import (
	"math/bits"
	"math/rand/v2"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Random makes the values of random columns. It belongs to one lane. The zero value works, but two
// of them make the same values: see NewRandom.
type Random struct{ state uint64 }

// NewRandom is a generator with a start of its own: the values differ from run to run, as Flink's.
func NewRandom() Random { return Random{rand.Uint64()} }

// next is SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
func (r *Random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below is in [0, n); 0 stands for 2^64. The multiplication favours some values by less than
// n/2^64.
func (r *Random) below(n uint64) uint64 {
	if n == 0 {
		return r.next()
	}
	hi, _ := bits.Mul64(r.next(), n)
	return hi
}

// unit is in [0, 1), a multiple of 2^-53.
func (r *Random) unit() float64 { return float64(r.next()>>11) * (1.0 / (1 << 53)) }

// Int is an integer from least to most, both included. least must not be above most.
func (r *Random) Int(least, most int64) int64 {
	return int64(uint64(least) + r.below(uint64(most)-uint64(least)+1))
}

// Float is a number from least to most. Bounds of the whole range of DOUBLE do not overflow.
func (r *Random) Float(least, most float64) float64 {
	u := r.unit()
	return u*most + (1-u)*least
}

// Decimal is an unscaled decimal from least to most, both unscaled at the same scale.
func (r *Random) Decimal(least, most value.Int128) value.Int128 {
	width := most.Sub(least).Add(value.FromInt64(1))
	if width.Hi == 0 {
		return least.Add(value.FromUint64(r.below(width.Lo)))
	}
	// 128 random bits modulo the width: it has at most 127 bits, and in print no one sees that the
	// first values are a little likelier.
	word := value.Int128{Hi: int64(r.next() >> 1), Lo: r.next()}
	_, rem := word.QuoRem(width)
	return least.Add(rem)
}

// Bool is TRUE in half of the cases.
func (r *Random) Bool() bool { return r.next()>>63 == 0 }

// Null is true for a share of the rows between 0 and 1.
func (r *Random) Null(rate float64) bool { return r.unit() < rate }
