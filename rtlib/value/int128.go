package value

import "math/bits"

// Int128 is a 128-bit two's complement integer: the unscaled value of a DECIMAL of up to 38 digits.
// The scale is never part of the value; it is known from the type. The zero value is 0.
//
// Arithmetic wraps like Go's integers. The sum of two decimals of 38 digits may wrap, too: its
// magnitude then still is above 10^38, so that FitsPrecision finds it out.
type Int128 struct {
	Hi int64
	Lo uint64
}

// Limits of Int128.
var (
	MaxInt128 = Int128{Hi: 1<<63 - 1, Lo: 1<<64 - 1}
	MinInt128 = Int128{Hi: -1 << 63}
)

// FromInt64 widens an int64.
func FromInt64(v int64) Int128 { return Int128{Hi: v >> 63, Lo: uint64(v)} }

// FromUint64 widens a uint64.
func FromUint64(v uint64) Int128 { return Int128{Lo: v} }

// FitsInt64 reports whether a is an int64.
func (a Int128) FitsInt64() bool { return a.Hi == int64(a.Lo)>>63 }

// Int64 is the low 64 bits: the value when FitsInt64, else wrapped as Java's longValue does.
func (a Int128) Int64() int64 { return int64(a.Lo) }

// IsZero reports whether a is 0.
func (a Int128) IsZero() bool { return a.Hi == 0 && a.Lo == 0 }

// Sign is -1, 0 or 1.
func (a Int128) Sign() int {
	switch {
	case a.Hi < 0:
		return -1
	case a.IsZero():
		return 0
	}
	return 1
}

// Add is a + b, wrapping.
func (a Int128) Add(b Int128) Int128 {
	lo, carry := bits.Add64(a.Lo, b.Lo, 0)
	hi, _ := bits.Add64(uint64(a.Hi), uint64(b.Hi), carry)
	return Int128{int64(hi), lo}
}

// Sub is a - b, wrapping.
func (a Int128) Sub(b Int128) Int128 {
	lo, borrow := bits.Sub64(a.Lo, b.Lo, 0)
	hi, _ := bits.Sub64(uint64(a.Hi), uint64(b.Hi), borrow)
	return Int128{int64(hi), lo}
}

// Neg is -a; the smallest value is its own negative.
func (a Int128) Neg() Int128 { return Int128{}.Sub(a) }

// Abs is the absolute value; the smallest value stays negative.
func (a Int128) Abs() Int128 {
	if a.Hi < 0 {
		return a.Neg()
	}
	return a
}

// Cmp is -1, 0 or 1 as a is less than, equal to or greater than b.
func (a Int128) Cmp(b Int128) int {
	switch {
	case a == b:
		return 0
	case a.Less(b):
		return -1
	}
	return 1
}

// Less reports a < b.
func (a Int128) Less(b Int128) bool {
	return a.Hi < b.Hi || a.Hi == b.Hi && a.Lo < b.Lo
}

// Mul is a * b, wrapping.
func (a Int128) Mul(b Int128) Int128 {
	hi, lo := bits.Mul64(a.Lo, b.Lo)
	hi += uint64(a.Hi)*b.Lo + a.Lo*uint64(b.Hi)
	return Int128{int64(hi), lo}
}

// QuoRem is the quotient truncated toward zero and the remainder with the dividend's sign. It
// panics for b = 0, as Go's / does; the smallest value divided by -1 wraps.
func (a Int128) QuoRem(b Int128) (quo, rem Int128) {
	q, r := divMagnitude(wide{a.magnitude(), mag{}}, b.magnitude())
	return signed(q.lo, (a.Hi < 0) != (b.Hi < 0)), signed(r, a.Hi < 0)
}

// magnitude is the absolute value as an unsigned number, right for the smallest value too.
func (a Int128) magnitude() mag {
	a = a.Abs()
	return mag{uint64(a.Hi), a.Lo}
}

// signed puts the sign back; magnitudes over 2^127 wrap.
func signed(m mag, negative bool) Int128 {
	v := Int128{int64(m.hi), m.lo}
	if negative {
		return v.Neg()
	}
	return v
}
