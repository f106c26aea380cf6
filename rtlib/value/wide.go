package value

import "math/bits"

// mag is an unsigned 128-bit number: the magnitude of an Int128.
type mag struct{ hi, lo uint64 }

// wide is an unsigned 256-bit number. Products of two decimals and scaled dividends need at most
// 253 bits (10^76 < 2^253), so nothing in this package overflows it.
type wide struct{ lo, hi mag }

func (a mag) isZero() bool { return a.hi|a.lo == 0 }

func (a mag) less(b mag) bool { return a.hi < b.hi || a.hi == b.hi && a.lo < b.lo }

func (a mag) inc() mag {
	lo, carry := bits.Add64(a.lo, 1, 0)
	return mag{a.hi + carry, lo}
}

func (a mag) sub(b mag) mag {
	lo, borrow := bits.Sub64(a.lo, b.lo, 0)
	hi, _ := bits.Sub64(a.hi, b.hi, borrow)
	return mag{hi, lo}
}

// bitLen is the number of significant bits.
func (a mag) bitLen() int {
	if a.hi != 0 {
		return 64 + bits.Len64(a.hi)
	}
	return bits.Len64(a.lo)
}

func (a wide) isZero() bool { return a.hi.isZero() && a.lo.isZero() }

// fits reports whether a is below 2^128.
func (a wide) fits() bool { return a.hi.isZero() }

func (a wide) add(b wide) wide {
	l0, c := bits.Add64(a.lo.lo, b.lo.lo, 0)
	l1, c := bits.Add64(a.lo.hi, b.lo.hi, c)
	h0, c := bits.Add64(a.hi.lo, b.hi.lo, c)
	h1, _ := bits.Add64(a.hi.hi, b.hi.hi, c)
	return wide{lo: mag{l1, l0}, hi: mag{h1, h0}}
}

func (a wide) sub(b wide) wide {
	l0, c := bits.Sub64(a.lo.lo, b.lo.lo, 0)
	l1, c := bits.Sub64(a.lo.hi, b.lo.hi, c)
	h0, c := bits.Sub64(a.hi.lo, b.hi.lo, c)
	h1, _ := bits.Sub64(a.hi.hi, b.hi.hi, c)
	return wide{lo: mag{l1, l0}, hi: mag{h1, h0}}
}

func (a wide) less(b wide) bool {
	if a.hi != b.hi {
		return a.hi.less(b.hi)
	}
	return a.lo.less(b.lo)
}

// mulMagnitude is the exact product.
func mulMagnitude(a, b mag) wide {
	h00, l00 := bits.Mul64(a.lo, b.lo)
	if a.hi|b.hi == 0 {
		return wide{lo: mag{h00, l00}}
	}
	h01, l01 := bits.Mul64(a.lo, b.hi)
	h10, l10 := bits.Mul64(a.hi, b.lo)
	h11, l11 := bits.Mul64(a.hi, b.hi)
	w1, c1 := bits.Add64(h00, l01, 0)
	w2, c2 := bits.Add64(h01, h10, c1)
	w3 := h11 + c2
	w1, c1 = bits.Add64(w1, l10, 0)
	w2, c2 = bits.Add64(w2, l11, c1)
	return wide{lo: mag{w1, l00}, hi: mag{w3 + c2, w2}}
}

// divMagnitude divides 256 by 128 bits. It panics for d = 0.
func divMagnitude(n wide, d mag) (quo wide, rem mag) {
	if d.hi == 0 {
		return divBy64(n, d.lo)
	}
	if n.fits() && n.lo.less(d) {
		return wide{}, n.lo
	}
	return divBy128(n, d)
}

// divBy64 is long division with 64-bit digits.
func divBy64(n wide, d uint64) (wide, mag) {
	var q wide
	var r uint64
	q.hi.hi, r = n.hi.hi/d, n.hi.hi%d
	q.hi.lo, r = bits.Div64(r, n.hi.lo, d)
	q.lo.hi, r = bits.Div64(r, n.lo.hi, d)
	q.lo.lo, r = bits.Div64(r, n.lo.lo, d)
	return q, mag{lo: r}
}

// divBy128 is Knuth's algorithm D with 64-bit digits and a divisor of two digits: the divisor is
// shifted until its top bit is set, so that each quotient digit guessed from the top digits is at
// most two too large.
func divBy128(n wide, d mag) (wide, mag) {
	s := uint(bits.LeadingZeros64(d.hi))
	d = shiftLeft(d, s)
	u4 := n.hi.hi >> (64 - s) // a shift of 64 gives 0 in Go
	u3 := n.hi.hi<<s | n.hi.lo>>(64-s)
	u2 := n.hi.lo<<s | n.lo.hi>>(64-s)
	u1 := n.lo.hi<<s | n.lo.lo>>(64-s)
	u0 := n.lo.lo << s
	var q wide
	var r mag
	q.hi.lo, r = divDigit(mag{u4, u3}, u2, d)
	q.lo.hi, r = divDigit(r, u1, d)
	q.lo.lo, r = divDigit(r, u0, d)
	return q, shiftRight(r, s)
}

// divDigit divides the three digits top, next by d; top < d and d has its top bit set.
func divDigit(top mag, next uint64, d mag) (uint64, mag) {
	q, r, over := ^uint64(0), uint64(0), uint64(0)
	if top.hi < d.hi {
		q, r = bits.Div64(top.hi, top.lo, d.hi)
	} else { // top.hi == d.hi: the digit is at most 2^64-1
		r, over = bits.Add64(top.lo, d.hi, 0)
	}
	for over == 0 {
		hi, lo := bits.Mul64(q, d.lo)
		if !(mag{r, next}).less(mag{hi, lo}) {
			break
		}
		q--
		r, over = bits.Add64(r, d.hi, 0)
	}
	// top:next - q*d is below d, so the low 128 bits of the difference are all of it.
	hi, lo := bits.Mul64(q, d.lo)
	return q, mag{top.lo, next}.sub(mag{hi + q*d.hi, lo})
}

func shiftLeft(a mag, s uint) mag { return mag{a.hi<<s | a.lo>>(64-s), a.lo << s} }

func shiftRight(a mag, s uint) mag { return mag{a.hi >> s, a.lo>>s | a.hi<<(64-s)} }
