package value

// How decimals of different scales meet: all on magnitudes of up to 256 bits.

// scaleUp is m * 10^n for 0 <= n <= 76; the product must be below 2^256.
func scaleUp(m mag, n int) wide {
	if n <= MaxPrecision {
		return mulMagnitude(m, pow10[n])
	}
	w := mulMagnitude(pow10[MaxPrecision], pow10[n-MaxPrecision])
	low := mulMagnitude(m, w.lo)
	high := mulMagnitude(m, w.hi) // its upper half is 0 by the precondition
	return low.add(wide{hi: high.lo})
}

// addAligned is a*10^na + b*10^nb as magnitude and sign; zero is not negative.
func addAligned(a Int128, na int, b Int128, nb int) (sum wide, negative bool) {
	wa, wb := scaleUp(a.magnitude(), na), scaleUp(b.magnitude(), nb)
	if (a.Hi < 0) == (b.Hi < 0) {
		return wa.add(wb), a.Hi < 0
	}
	if wa.less(wb) {
		return wb.sub(wa), b.Hi < 0
	}
	d := wa.sub(wb)
	return d, a.Hi < 0 && !d.isZero()
}

// divHalfUp is n / d, rounded half up.
func divHalfUp(n wide, d mag) wide {
	q, r := divMagnitude(n, d)
	if r.isZero() || r.less(d.sub(r)) {
		return q
	}
	return q.add(wide{lo: mag{lo: 1}})
}

// rescaleWide drops the last `drop` digits HALF_UP (or appends -drop zeros) and puts the sign on.
// ok is false when more than p digits remain.
func rescaleWide(w wide, negative bool, drop, p int) (Int128, bool) {
	switch {
	case drop > 0:
		w = dropDigits(w, drop)
	case drop < 0 && !w.isZero():
		if !w.fits() || -drop > MaxPrecision {
			return Int128{}, false
		}
		w = mulMagnitude(w.lo, pow10[-drop])
	}
	if !w.fits() || !w.lo.less(pow10[p]) {
		return Int128{}, false
	}
	return signed(w.lo, negative), true
}

// dropDigits divides by 10^n, half up. Half up depends only on the first digit dropped, so that
// digits behind it may be cut off first: that keeps every divisor within 10^38.
func dropDigits(w wide, n int) wide {
	for n > MaxPrecision {
		step := min(n-1, MaxPrecision)
		w, _ = divMagnitude(w, pow10[step])
		n -= step
		if w.isZero() {
			return w
		}
	}
	return divHalfUp(w, pow10[n])
}

// quotientShift is the k for which a*10^k / b has 38 digits before the point; a, b > 0 and at most
// 38 digits. 0 <= k <= 75, and a*10^k < 10^76.
func quotientShift(a, b mag) int {
	k := MaxPrecision - 1 - (a.digits() - b.digits())
	if smallerMantissa(a, b) {
		k++
	}
	return k
}

// smallerMantissa compares the numbers as if both were written 0.ddd.
func smallerMantissa(a, b mag) bool {
	da, db := a.digits(), b.digits()
	if da < db {
		return mulMagnitude(a, pow10[db-da]).less(wide{lo: b})
	}
	return wide{lo: a}.less(mulMagnitude(b, pow10[da-db]))
}

// modAligned is the remainder of a / b, both of their own scale, at the larger scale.
func modAligned(a, b mag, as, bs int) (wide, error) {
	if as >= bs {
		wb := scaleUp(b, as-bs)
		if !wb.fits() || a.less(wb.lo) {
			return wide{lo: a}, nil
		}
		_, r := divMagnitude(wide{lo: a}, wb.lo)
		return wide{lo: r}, nil
	}
	q, r := divMagnitude(scaleUp(a, bs-as), b)
	if !significant(q) {
		return wide{}, ErrModRange
	}
	return wide{lo: r}, nil
}

// significant reports whether q has at most 38 digits when the zeros behind are left out.
func significant(q wide) bool {
	for !q.fits() || !q.lo.less(pow10[MaxPrecision]) {
		var r mag
		if q, r = divBy64(q, 10); !r.isZero() {
			return false
		}
	}
	return true
}
