package fn

import (
	"math"
	"strconv"

	"github.com/flinkc/flinkc/rtlib/value"
)

// Integer is the Go types of TINYINT to BIGINT and of the intervals.
type Integer interface {
	~int8 | ~int16 | ~int32 | ~int64
}

// Float is the Go types of FLOAT and DOUBLE.
type Float interface{ ~float32 | ~float64 }

// Number is the Go types of all numbers but DECIMAL.
type Number interface{ Integer | Float }

// Ordered is the Go types that < compares as SQL does.
type Ordered interface{ Number | ~string }

// Same is x: rounding an integer to a whole number.
func Same[T Integer](x T) T { return x }

// Abs is the absolute value; the smallest integer wraps to itself, as in Java.
func Abs[T Number](x T) T {
	if x < 0 {
		return -x
	}
	return x + 0 // -0.0 becomes 0.0
}

// AbsDecimal is the absolute value.
func AbsDecimal(x value.Int128) value.Int128 { return x.Abs() }

// Sign is -1, 0 or 1; zeros and NaN are themselves.
func Sign[T Number](x T) T {
	switch {
	case x > 0:
		return 1
	case x < 0:
		var one T = 1
		return -one
	}
	return x
}

// SignDecimal is -1, 0 or 1 with the given scale.
func SignDecimal(x value.Int128, scale, _, _ int) value.Int128 {
	switch x.Sign() {
	case 1:
		return value.Pow10(scale)
	case -1:
		return value.Pow10(scale).Neg()
	}
	return x
}

// Mod is the remainder with the sign of x in the type of y. y = 0 is an error.
func Mod[X, Y Integer](x X, y Y) (Y, error) {
	switch y {
	case 0:
		return 0, errDivision
	case -1: // the smallest number overflows when divided
		return 0, nil
	}
	return Y(int64(x) % int64(y)), nil
}

// ModDecimal is the remainder, at the greater of both scales, with the sign of x. y = 0 is an
// error.
func ModDecimal(x, y value.Int128, xScale, yScale int) (value.Int128, error) {
	if y.IsZero() {
		return y, errDivision
	}
	if xScale >= yScale {
		return modScaled(x, y, xScale-yScale), nil
	}
	_, r := shiftLeft(x, yScale-xScale).QuoRem(y)
	return r, nil
}

// modScaled is x mod y*10^n. A divisor that leaves 128 bits is greater than every x.
func modScaled(x, y value.Int128, n int) value.Int128 {
	if y.Digits()+n > value.MaxPrecision {
		return x
	}
	_, r := x.QuoRem(shiftLeft(y, n))
	return r
}

func shiftLeft(x value.Int128, n int) value.Int128 { return x.Mul(value.Pow10(n)) }

// RoundInteger rounds x half up, away from 0, to the digit n; only a negative n changes anything.
// It wraps.
func RoundInteger[T Integer](x T, n int32) T {
	if n >= 0 {
		return x
	}
	if n < -19 {
		return 0
	}
	return T(roundAt(value.FromInt64(int64(x)), int(-n)).Int64())
}

// TruncateInteger makes the last -n digits 0.
func TruncateInteger[T Integer](x T, n int32) T {
	if n >= 0 {
		return x
	}
	if n < -18 {
		return 0
	}
	return T(truncateAt(value.FromInt64(int64(x)), int(-n)).Int64())
}

// roundAt makes the last n digits 0, rounding half away from 0. 0 <= n <= 38.
func roundAt(x value.Int128, n int) value.Int128 {
	unit := value.Pow10(n)
	quo, rem := x.QuoRem(unit)
	if rem = rem.Abs(); !rem.Less(unit.Sub(rem)) && n > 0 {
		quo = quo.Add(value.FromInt64(int64(x.Sign())))
	}
	return quo.Mul(unit)
}

// truncateAt makes the last n digits 0. 0 <= n <= 38.
func truncateAt(x value.Int128, n int) value.Int128 {
	_, rem := x.QuoRem(value.Pow10(n))
	return x.Sub(rem)
}

// RoundDecimalWhole is RoundDecimal to 0 digits.
func RoundDecimalWhole(x value.Int128, scale, p, s int) (value.Int128, bool) {
	return RoundDecimal(x, 0, scale, p, s)
}

// TruncateDecimalWhole is TruncateDecimal to 0 digits.
func TruncateDecimalWhole(x value.Int128, scale, p, s int) (value.Int128, bool) {
	return TruncateDecimal(x, 0, scale, p, s)
}

// RoundDecimal rounds x of a scale half up to n digits, giving DECIMAL(p, s). NULL if that does not
// hold it.
func RoundDecimal(x value.Int128, n int32, scale, p, s int) (value.Int128, bool) {
	if drop := int64(scale) - int64(n); drop > 0 {
		if drop > value.MaxPrecision {
			return value.Int128{}, true
		}
		x = roundAt(x, int(drop))
	}
	return fit(x, scale, p, s)
}

// TruncateDecimal cuts x of a scale to n digits, giving DECIMAL(p, s).
func TruncateDecimal(x value.Int128, n int32, scale, p, s int) (value.Int128, bool) {
	if drop := int64(scale) - int64(n); drop > 0 {
		if drop > value.MaxPrecision {
			return value.Int128{}, true
		}
		x = truncateAt(x, int(drop))
	}
	return fit(x, scale, p, s)
}

// fit brings x, whose digits beyond s are 0, from a scale to DECIMAL(p, s).
func fit(x value.Int128, scale, p, s int) (value.Int128, bool) {
	if scale > s {
		x, _ = x.QuoRem(value.Pow10(scale - s))
	}
	return x, x.FitsPrecision(p)
}

// FloorDecimal is the greatest whole number not above x.
func FloorDecimal(x value.Int128, scale, p, s int) (value.Int128, bool) {
	whole := truncateAt(x, scale)
	if x.Less(whole) {
		whole = whole.Sub(value.Pow10(scale))
	}
	return fit(whole, scale, p, s)
}

// CeilDecimal is the least whole number not below x.
func CeilDecimal(x value.Int128, scale, p, s int) (value.Int128, bool) {
	whole := truncateAt(x, scale)
	if whole.Less(x) {
		whole = whole.Add(value.Pow10(scale))
	}
	return fit(whole, scale, p, s)
}

// Floor is the greatest whole number not above x.
func Floor[T Float](x T) T { return T(math.Floor(float64(x))) }

// Ceil is the least whole number not below x.
func Ceil[T Float](x T) T { return T(math.Ceil(float64(x))) }

// RoundWhole is Round to 0 digits.
func RoundWhole[T Float](x T) T { return Round(x, 0) }

// TruncateWhole is Truncate to 0 digits.
func TruncateWhole[T Float](x T) T { return Truncate(x, 0) }

// Round rounds the shortest decimal text of x, as DOUBLE, half up to n digits: 1.005 to 2 digits is
// 1.01. NaN and the infinities stay; what becomes zero has no sign.
func Round[T Float](x T, n int32) T { return T(roundDigits(float64(x), n, true)) }

// Truncate cuts the shortest decimal text of x, as DOUBLE, to n digits. NaN and the infinities
// stay; what becomes zero has no sign.
func Truncate[T Float](x T, n int32) T { return T(roundDigits(float64(x), n, false)) }

// roundDigits works on the digits d.ddde±xx of strconv, since x times a power of ten is not exact.
func roundDigits(x float64, n int32, up bool) float64 {
	switch {
	case x == 0: // by way of a BigDecimal, which has no -0.0
		return 0
	case math.IsNaN(x) || math.IsInf(x, 0) || n > 400:
		return x
	}
	var buf [32]byte
	digits, exp := splitDigits(strconv.AppendFloat(buf[:0], math.Abs(x), 'e', -1, 64))
	keep := int64(exp) + 1 + int64(n) // digits that stay
	if keep >= int64(len(digits)) {
		return x
	}
	roundUp := up && keep >= 0 && digits[max(keep, 0)] >= '5'
	mantissa := uint64(0)
	for _, d := range digits[:max(keep, 0)] {
		mantissa = mantissa*10 + uint64(d-'0')
	}
	if roundUp {
		mantissa++
	}
	if mantissa == 0 {
		return 0
	}
	return math.Copysign(scaled(mantissa, -int(n)), x)
}

// splitDigits takes d.ddde±xx apart, in place.
func splitDigits(text []byte) (digits []byte, exp int) {
	e := len(text) - 1
	for text[e] != 'e' {
		e--
	}
	exp, _ = strconv.Atoi(string(text[e+1:]))
	if e > 1 {
		copy(text[1:], text[2:e])
		return text[:e-1], exp
	}
	return text[:1], exp
}

// scaled is m times 10^e, correctly rounded. m has at most 17 digits.
func scaled(m uint64, e int) float64 {
	var buf [40]byte
	b := append(strconv.AppendUint(buf[:0], m, 10), 'e')
	x, _ := strconv.ParseFloat(text(strconv.AppendInt(b, int64(e), 10)), 64)
	return x
}

// Greatest is the greatest of the values. NaN is greater than every number.
func Greatest[T Ordered](first T, rest ...T) T {
	for _, v := range rest {
		if first < v || v != v {
			first = v
		}
	}
	return first
}

// Least is the least of the values. NaN is greater than every number.
func Least[T Ordered](first T, rest ...T) T {
	for _, v := range rest {
		if v < first || first != first {
			first = v
		}
	}
	return first
}

// GreatestDecimal is the greatest of values of one scale.
func GreatestDecimal(first value.Int128, rest ...value.Int128) value.Int128 {
	for _, v := range rest {
		if first.Less(v) {
			first = v
		}
	}
	return first
}

// LeastDecimal is the least of values of one scale.
func LeastDecimal(first value.Int128, rest ...value.Int128) value.Int128 {
	for _, v := range rest {
		if v.Less(first) {
			first = v
		}
	}
	return first
}

// GreatestTimestamp is the latest of the times.
func GreatestTimestamp(first value.Timestamp, rest ...value.Timestamp) value.Timestamp {
	for _, v := range rest {
		if first.Less(v) {
			first = v
		}
	}
	return first
}

// LeastTimestamp is the earliest of the times.
func LeastTimestamp(first value.Timestamp, rest ...value.Timestamp) value.Timestamp {
	for _, v := range rest {
		if v.Less(first) {
			first = v
		}
	}
	return first
}

// GreatestBool is whether one of the values is TRUE.
func GreatestBool(first bool, rest ...bool) bool {
	for _, v := range rest {
		first = first || v
	}
	return first
}

// LeastBool is whether all values are TRUE.
func LeastBool(first bool, rest ...bool) bool {
	for _, v := range rest {
		first = first && v
	}
	return first
}
