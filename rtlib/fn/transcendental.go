package fn

import "math"

// exp, log and power, rounded correctly. See twofold.

// ln 2 in three parts; the first has so few bits that its product with an exponent is exact.
const (
	ln2High = 0x1.62e42fefap-1
	ln2Mid  = 0x1.cf79abc9e3b39p-40
	ln2Low  = 0x1.f97b57a079a19p-94
)

// invLn10 is 1 / ln 10.
var invLn10 = twofold{0x1.bcb7b1526e50ep-2, 0x1.95355baaafad3p-57}

// expSteps is the number of table entries for an interval of length 1.
const expSteps = 64

// expTable[i] is e to the power of (i-expMid)/expSteps; it covers half of ln 2 on both sides.
const expMid = 24

var expTable = makeExpTable()

func makeExpTable() (table [2*expMid + 1]twofold) {
	up, down := expSeries(twofold{1.0 / expSteps, 0}), expSeries(twofold{-1.0 / expSteps, 0})
	table[expMid] = twofold{1, 0}
	for i := 1; i <= expMid; i++ {
		table[expMid+i] = table[expMid+i-1].mul(up)
		table[expMid-i] = table[expMid-i+1].mul(down)
	}
	return table
}

// inverse[n] is 1/n.
var inverse = makeInverse()

func makeInverse() (out [16]twofold) {
	for n := 1; n < len(out); n++ {
		out[n] = twofold{1, 0}.over(twofold{float64(n), 0})
	}
	return out
}

// expSeries is e^x for |x| <= 1/64: the Taylor series in Horner's form.
func expSeries(x twofold) twofold {
	sum := twofold{1, 0}
	for n := 13; n >= 1; n-- {
		sum = twofold{1, 0}.add(x.mul(sum).mul(inverse[n]))
	}
	return sum
}

// expOf is e^x = v * 2^k, for |x| < 2000.
func expOf(x twofold) (v twofold, k int) {
	n := math.Round(x.hi * (1 / math.Ln2))
	x = twoSum(x.hi-n*ln2High, x.lo).add(twoProduct(n, -ln2Mid)).add(twofold{-n * ln2Low, 0})
	i := math.Round(x.hi * expSteps)
	rest := x.add(twofold{-i / expSteps, 0})
	return expSeries(rest).mul(expTable[expMid+int(i)]), int(n)
}

// logOf is ln x, for finite x > 0.
func logOf(x float64) twofold {
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m, e = 2*m, e-1
	}
	n := float64(e)
	rest := logNear1(m)
	if e == 0 {
		return rest
	}
	ln2n := twofold{n * ln2High, 0}.add(twoProduct(n, ln2Mid)).add(twofold{n * ln2Low, 0})
	return ln2n.add(rest)
}

// logNear1 is ln m for m from √½ to √2. An estimate is made better by one step: with y about ln m,
// ln m = y + ln(m / e^y), whose second part is tiny. Around 1 that loses too many bits, and the
// series of the area tangent takes its place.
func logNear1(m float64) twofold {
	if math.Abs(m-1) < 1.0/64 {
		return logSeries(m)
	}
	y := math.Log(m)
	v, k := expOf(twofold{-y, 0})
	t := v.scale(math.Ldexp(m, k)).add(twofold{-1, 0})
	return twofold{y, 0}.add(t).add(twofold{-t.hi * t.hi / 2, 0})
}

// logSeries is ln m = 2(f + f³/3 + f⁵/5 + ...) with f = (m-1)/(m+1), for |m-1| < 1/64.
func logSeries(m float64) twofold {
	f := twofold{m - 1, 0}.over(twoSum(m, 1))
	square := f.mul(f)
	sum := inverse[15]
	for n := 13; n >= 1; n -= 2 {
		sum = inverse[n].add(square.mul(sum))
	}
	return f.mul(sum).scale(2)
}

// exp is e^x.
func exp(x float64) float64 {
	switch {
	case x != x:
		return x
	case x > 710:
		return math.Inf(1)
	case x < -746:
		return 0
	}
	v, k := expOf(twofold{x, 0})
	return v.round(k)
}

// log is ln x.
func log(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) || x == 1 {
		return math.Log(x)
	}
	return logOf(x).round(0)
}

// log10 is the logarithm to the base 10.
func log10(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) || x == 1 {
		return math.Log(x) // the same special values
	}
	return logOf(x).mul(invLn10).round(0)
}

// power is x^y, with the special values of math.Pow.
func power(x, y float64) float64 {
	special := math.Pow(x, y)
	a := math.Abs(x)
	switch {
	case special != special || a == 1 || y == 0 || a == 0 || math.IsInf(a, 1) || math.IsInf(y, 0):
		return special
	}
	return math.Copysign(powerOf(a, y), special)
}

// exactPowers is the greatest exponent that can give a number exact in 54 bits but not a power of
// two.
const exactPowers = 34

// powerOf is a^y for finite a > 0, a != 1, and finite y != 0.
func powerOf(a, y float64) float64 {
	l := logOf(a)
	switch estimate := l.hi * y; {
	case estimate > 710:
		return math.Inf(1)
	case estimate < -746:
		return 0
	}
	m, e := math.Frexp(a)
	if y == math.Trunc(y) && y > 0 && y <= exactPowers {
		return repeated(m, int(y)).round(e * int(y))
	}
	if y == math.Trunc(y) && m == 0.5 {
		return math.Ldexp(1, (e-1)*int(y))
	}
	v, k := expOf(l.scale(y))
	return v.round(k)
}

// repeated is m^n for n >= 1, exact while it fits twofold.
func repeated(m float64, n int) twofold {
	base, product := twofold{m, 0}, twofold{1, 0}
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			product = product.mul(base)
		}
		base = base.mul(base)
	}
	return product
}
