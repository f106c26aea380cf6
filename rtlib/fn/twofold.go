package fn

import "math"

// twofold is a number of about 104 bits: the unevaluated sum of two float64, the second at most
// half a unit in the last place of the first. The transcendental functions are computed in it and
// rounded once at the end, so that they give the same, right bits on every machine: the nearest
// float64. Results so close to the middle of two float64 that 90 bits cannot tell do not occur but
// for exact ones, which are computed exactly.
//
// The operations are Dekker's and Knuth's, see Muller and others, Handbook of Floating-Point
// Arithmetic, 4.3 and 14.
type twofold struct{ hi, lo float64 }

// twoSum is a + b, exactly.
func twoSum(a, b float64) twofold {
	s := a + b
	t := s - a
	return twofold{s, (a - (s - t)) + (b - t)}
}

// fastSum is a + b, exactly, when |a| >= |b| or a is 0.
func fastSum(a, b float64) twofold {
	s := a + b
	return twofold{s, b - (s - a)}
}

// twoProduct is a * b, exactly, when nothing overflows or underflows.
func twoProduct(a, b float64) twofold {
	p := a * b
	return twofold{p, math.FMA(a, b, -p)}
}

func (a twofold) add(b twofold) twofold {
	s, t := twoSum(a.hi, b.hi), twoSum(a.lo, b.lo)
	s = fastSum(s.hi, s.lo+t.hi)
	return fastSum(s.hi, s.lo+t.lo)
}

func (a twofold) mul(b twofold) twofold {
	p := twoProduct(a.hi, b.hi)
	return fastSum(p.hi, p.lo+math.FMA(a.hi, b.lo, a.lo*b.hi))
}

// scale is a * b.
func (a twofold) scale(b float64) twofold {
	p := twoProduct(a.hi, b)
	return fastSum(p.hi, math.FMA(a.lo, b, p.lo))
}

// over is a / b, for b != 0.
func (a twofold) over(b twofold) twofold {
	q := a.hi / b.hi
	rest := a.add(b.scale(-q))
	q2 := rest.hi / b.hi
	rest = rest.add(b.scale(-q2))
	return fastSum(q, q2).add(twofold{rest.hi / b.hi, 0})
}

// Powers of two at which a float64 loses bits.
const (
	minNormal = -1022 // exponent of the smallest normal number
	lastBit   = -1074 // exponent of the smallest number
)

// round is the float64 nearest to a * 2^k, rounded once even where it is subnormal.
func (a twofold) round(k int) float64 {
	_, exp := math.Frexp(a.hi)
	if exp-1+k >= minNormal {
		return math.Ldexp(a.hi+a.lo, k)
	}
	// Added to a number whose last bit is the last bit of the result, a is rounded there; what was
	// cut off then decides the ties that the low part breaks.
	border := math.Ldexp(1.5, 52+lastBit-k)
	if math.IsInf(border, 0) {
		return 0
	}
	s := twoSum(border, a.hi)
	return math.Ldexp(s.hi+(s.lo+a.lo)-border, k)
}
