package value

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// toBig and fromBig are the reference's view of an Int128.
func toBig(a Int128) *big.Int {
	v := new(big.Int).Lsh(big.NewInt(a.Hi), 64)
	return v.Add(v, new(big.Int).SetUint64(a.Lo))
}

func fromBig(t testing.TB, v *big.Int) Int128 {
	t.Helper()
	low := new(big.Int).And(v, new(big.Int).SetUint64(1<<64-1))
	high := new(big.Int).Rsh(v, 64)
	if !high.IsInt64() {
		t.Fatalf("%s does not fit an Int128", v)
	}
	return Int128{high.Int64(), low.Uint64()}
}

// dec reads an unscaled value from decimal digits.
func dec(t testing.TB, text string) Int128 {
	t.Helper()
	v, ok := new(big.Int).SetString(text, 10)
	if !ok {
		t.Fatalf("%q is not a number", text)
	}
	return fromBig(t, v)
}

// randomDecimal has 0 to 38 digits, every length as likely, with runs of 0 and 9 among them.
func randomDecimal(r *rand.Rand) Int128 {
	n := r.IntN(MaxPrecision + 1)
	v := Int128{}
	for i := 0; i < n; i++ {
		d := [...]int64{0, 9, 9, int64(r.IntN(10)), int64(r.IntN(10))}[r.IntN(5)]
		v = v.Mul(FromInt64(10)).Add(FromInt64(d))
	}
	if r.IntN(2) == 0 {
		return v.Neg()
	}
	return v
}

func testRand() *rand.Rand { return rand.New(rand.NewPCG(7, 11)) }

func TestInt128AgainstBig(t *testing.T) {
	r := testRand()
	for range 20_000 {
		a, b := randomDecimal(r), randomDecimal(r)
		x, y := toBig(a), toBig(b)
		if got := toBig(a.Add(b)); got.Cmp(wrap(new(big.Int).Add(x, y))) != 0 {
			t.Fatalf("%s + %s = %s", x, y, got)
		}
		if got := toBig(a.Sub(b)); got.Cmp(wrap(new(big.Int).Sub(x, y))) != 0 {
			t.Fatalf("%s - %s = %s", x, y, got)
		}
		if got, want := a.Cmp(b), x.Cmp(y); got != want {
			t.Fatalf("%s cmp %s = %d, want %d", x, y, got, want)
		}
		if got, want := a.Sign(), x.Sign(); got != want {
			t.Fatalf("sign of %s = %d", x, got)
		}
		if got, want := a.Digits(), len(new(big.Int).Abs(x).String()); got != want {
			t.Fatalf("digits of %s = %d, want %d", x, got, want)
		}
		if b.IsZero() {
			continue
		}
		q, m := a.QuoRem(b)
		wq, wm := new(big.Int).QuoRem(x, y, new(big.Int))
		if toBig(q).Cmp(wq) != 0 || toBig(m).Cmp(wm) != 0 {
			t.Fatalf("%s / %s = %s rest %s, want %s rest %s", x, y, toBig(q), toBig(m), wq, wm)
		}
	}
}

// wrap brings a sum of two Int128 back into their range.
func wrap(v *big.Int) *big.Int {
	modulus := new(big.Int).Lsh(big.NewInt(1), 128)
	switch {
	case v.Cmp(toBig(MaxInt128)) > 0:
		return v.Sub(v, modulus)
	case v.Cmp(toBig(MinInt128)) < 0:
		return v.Add(v, modulus)
	}
	return v
}

// Every bit pattern, not only decimals: products and quotients of full 128-bit magnitudes.
func TestWideAgainstBig(t *testing.T) {
	r := testRand()
	word := func() uint64 { return [...]uint64{0, 1, 1 << 63, ^uint64(0), r.Uint64()}[r.IntN(5)] }
	for range 50_000 {
		a, b := mag{word(), word()}, mag{word(), word()}
		product := mulMagnitude(a, b)
		want := new(big.Int).Mul(bigMag(a), bigMag(b))
		if bigWide(product).Cmp(want) != 0 {
			t.Fatalf("%x * %x = %x, want %x", bigMag(a), bigMag(b), bigWide(product), want)
		}
		n, d := wide{lo: a, hi: b}, mag{word(), word()}
		if d.isZero() {
			continue
		}
		q, m := divMagnitude(n, d)
		wq, wm := new(big.Int).QuoRem(bigWide(n), bigMag(d), new(big.Int))
		if bigWide(q).Cmp(wq) != 0 || bigMag(m).Cmp(wm) != 0 {
			t.Fatalf("%x / %x = %x rest %x", bigWide(n), bigMag(d), bigWide(q), bigMag(m))
		}
	}
}

func bigMag(a mag) *big.Int {
	v := new(big.Int).Lsh(new(big.Int).SetUint64(a.hi), 64)
	return v.Add(v, new(big.Int).SetUint64(a.lo))
}

func bigWide(a wide) *big.Int {
	return new(big.Int).Add(new(big.Int).Lsh(bigMag(a.hi), 128), bigMag(a.lo))
}

func TestInt128Edges(t *testing.T) {
	tests := []struct {
		name string
		got  any
		want any
	}{
		{"-1 widens", FromInt64(-1), Int128{-1, 1<<64 - 1}},
		{"largest uint64", FromUint64(1<<64 - 1), Int128{0, 1<<64 - 1}},
		{"largest + 1 wraps", MaxInt128.Add(FromInt64(1)), MinInt128},
		{"smallest - 1 wraps", MinInt128.Sub(FromInt64(1)), MaxInt128},
		{"-smallest wraps", MinInt128.Neg(), MinInt128},
		{"1<<63 is no int64", FromUint64(1 << 63).FitsInt64(), false},
		{"-1<<63 is an int64", FromInt64(-1 << 63).FitsInt64(), true},
		{"wraps to int64", dec(t, "18446744073709551617").Int64(), int64(1)},
		{"99 has two digits", FromInt64(99).FitsPrecision(2), true},
		{"100 has three", FromInt64(-100).FitsPrecision(2), false},
		{"0 fits no digits", Int128{}.FitsPrecision(0), true},
		{"0 has one digit", Int128{}.Digits(), 1},
		{"10^38", Pow10(38), dec(t, "100000000000000000000000000000000000000")},
		{"0 is not negative", Int128{}.Sign(), 0},
		{"abs", FromInt64(-5).Abs(), FromInt64(5)},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, tt.got, tt.want)
		}
	}
}
