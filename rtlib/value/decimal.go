package value

// Decimal arithmetic by the types' precision and scale, which the compiler knows and passes as
// constants.
//
// Operands are unscaled values of at most 38 digits with their scales; p and s are those of the
// result. Results are exact, then rounded HALF_UP (half away from zero) to s digits behind the
// point. ok is false, and the SQL result NULL, when the rounded value has more than p digits.
// Nothing here allocates.

// DecimalAdd is a + b.
func DecimalAdd(a Int128, as int, b Int128, bs int, p, s int) (sum Int128, ok bool) {
	if as == bs && bs == s {
		sum = a.Add(b)
		return sum, sum.FitsPrecision(p)
	}
	scale := max(as, bs)
	w, negative := addAligned(a, scale-as, b, scale-bs)
	return rescaleWide(w, negative, scale-s, p)
}

// DecimalSub is a - b.
func DecimalSub(a Int128, as int, b Int128, bs int, p, s int) (Int128, bool) {
	return DecimalAdd(a, as, b.Neg(), bs, p, s)
}

// DecimalMul is a * b.
func DecimalMul(a Int128, as int, b Int128, bs int, p, s int) (Int128, bool) {
	w := mulMagnitude(a.magnitude(), b.magnitude())
	return rescaleWide(w, (a.Hi < 0) != (b.Hi < 0), as+bs-s, p)
}

// DecimalDiv is a / b: the quotient is rounded HALF_UP to 38 significant digits and then HALF_UP to
// s digits behind the point, twice, as Flink does with Java's BigDecimal. The error is
// ErrDivisionByZero.
func DecimalDiv(a Int128, as int, b Int128, bs int, p, s int) (quo Int128, ok bool, err error) {
	if b.IsZero() {
		return Int128{}, false, ErrDivisionByZero
	}
	if a.IsZero() {
		return Int128{}, true, nil
	}
	ma, mb := a.magnitude(), b.magnitude()
	k := quotientShift(ma, mb)
	q := divHalfUp(scaleUp(ma, k), mb)
	quo, ok = rescaleWide(q, (a.Hi < 0) != (b.Hi < 0), as-bs+k-s, p)
	return quo, ok, nil
}

// DecimalMod is the remainder of a / b with a's sign. The error is ErrDivisionByZero, or
// ErrModRange when the whole quotient has more than 38 significant digits, which Java refuses too.
func DecimalMod(a Int128, as int, b Int128, bs int, p, s int) (rem Int128, ok bool, err error) {
	if b.IsZero() {
		return Int128{}, false, ErrDivisionByZero
	}
	r, err := modAligned(a.magnitude(), b.magnitude(), as, bs)
	if err != nil {
		return Int128{}, false, err
	}
	rem, ok = rescaleWide(r, a.Hi < 0, max(as, bs)-s, p)
	return rem, ok, nil
}

// DecimalRescale is the value with scale s instead of from, rounded HALF_UP.
func DecimalRescale(v Int128, from, p, s int) (Int128, bool) {
	if from == s {
		return v, v.FitsPrecision(p)
	}
	return rescaleWide(wide{lo: v.magnitude()}, v.Hi < 0, from-s, p)
}

// DecimalRound is ROUND(v, n) for v of scale s: HALF_UP to n digits behind the point, or before it
// when n < 0. The result has scale max(n, 0), or s when n >= s; ok is false when it has more than p
// digits.
func DecimalRound(v Int128, s, n, p int) (Int128, bool) {
	if n >= s {
		return v, v.FitsPrecision(p)
	}
	if s-n > 2*MaxPrecision { // far beyond every digit; 10^(s-n) is not worked out
		return Int128{}, true
	}
	r, ok := rescaleWide(wide{lo: v.magnitude()}, v.Hi < 0, s-n, MaxPrecision)
	if n >= 0 || !ok || r.IsZero() {
		return r, ok && r.FitsPrecision(p)
	}
	if -n > MaxPrecision {
		return Int128{}, false
	}
	return rescaleWide(wide{lo: r.magnitude()}, r.Hi < 0, n, p)
}

// DecimalTruncate is TRUNCATE(v, n) for v of scale s: digits beyond n are dropped. Scale as
// DecimalRound.
func DecimalTruncate(v Int128, s, n int) Int128 {
	if n >= s {
		return v
	}
	if s-n > MaxPrecision {
		return Int128{}
	}
	q, _ := v.QuoRem(Pow10(s - n))
	if n < 0 {
		return q.Mul(Pow10(-n))
	}
	return q
}

// DecimalFloor is the largest whole number not above v, with scale 0.
func DecimalFloor(v Int128, s int) Int128 {
	q, r := v.QuoRem(Pow10(s))
	if r.Hi < 0 {
		return q.Sub(FromInt64(1))
	}
	return q
}

// DecimalCeil is the smallest whole number not below v, with scale 0.
func DecimalCeil(v Int128, s int) Int128 { return DecimalFloor(v.Neg(), s).Neg() }

// DecimalInt64 is the whole part toward zero, wrapped to 64 bits as Java's BigDecimal.longValue.
func DecimalInt64(v Int128, s int) int64 {
	if v.FitsInt64() && s <= MaxCompactDigits {
		return v.Int64() / int64(pow10[s].lo)
	}
	q, _ := v.QuoRem(Pow10(s))
	return q.Int64()
}

// MaxCompactDigits is the largest precision whose unscaled values all fit an int64.
const MaxCompactDigits = 18
