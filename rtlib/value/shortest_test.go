package value

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"
)

// TestPowers10 computes the powers anew with math/big.
func TestPowers10(t *testing.T) {
	ten := big.NewInt(10)
	for i, p := range powers10 {
		n := i - lastNegative
		f := new(big.Rat).SetInt(new(big.Int).Exp(ten, big.NewInt(int64(max(n, -n))), nil))
		if n < 0 {
			f.Inv(f)
		}
		// 2^127 <= f * 2^shift < 2^128
		shift := 127 - int(math.Floor(float64(n)*math.Log2(10)))
		two := new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(1), uint(max(shift, -shift))))
		if shift < 0 {
			two.Inv(two)
		}
		f.Mul(f, two)
		want, rest := new(big.Int).QuoRem(f.Num(), f.Denom(), new(big.Int))
		if rest.Sign() != 0 {
			want.Add(want, big.NewInt(1))
		}
		got := new(big.Int).SetUint64(p.hi)
		got.Lsh(got, 64).Add(got, new(big.Int).SetUint64(p.lo))
		if got.Cmp(want) != 0 || want.BitLen() != 128 {
			t.Errorf("10^%d: %x, want %x", n, got, want)
		}
	}
}

// scientific is AppendScientific64 or 32 by way of strconv.
func scientific(v float64, size int) string {
	text := strconv.FormatFloat(v, 'e', -1, size)
	e := len(text) - 1
	for text[e] != 'e' {
		e--
	}
	exp, err := strconv.Atoi(text[e+1:])
	if err != nil {
		panic(err)
	}
	return fmt.Sprintf("%se%d", text[:e], exp)
}

func checkScientific(t *testing.T, b uint64) {
	t.Helper()
	if v := math.Float64frombits(b); !math.IsNaN(v) && !math.IsInf(v, 0) {
		if got, want := string(AppendScientific64([]byte("="), v)), "="+scientific(v, 64); got != want {
			t.Errorf("DOUBLE %x: %s, want %s", b, got, want)
		}
	}
	v := math.Float32frombits(uint32(b))
	if f := float64(v); math.IsNaN(f) || math.IsInf(f, 0) {
		return
	}
	want := "=" + scientific(float64(v), 32)
	if want == "=2.4414063e-4" { // 2^-12 lies halfway; strconv takes the odd one
		want = "=2.4414062e-4"
	}
	if got := string(AppendScientific32([]byte("="), v)); got != want {
		t.Errorf("FLOAT %x: %s, want %s", uint32(b), got, want)
	}
}

// TestScientificAsStrconv takes the neighbours of all powers of two and ten, whole and short
// numbers, subnormal ones, and random bits.
func TestScientificAsStrconv(t *testing.T) {
	around := func(b uint64) {
		for d := range uint64(5) {
			checkScientific(t, b+d-2)
		}
	}
	for exp := range uint64(2047) {
		around(exp << 52)
		around(exp<<52 | 1<<51)
	}
	for exp := range uint64(255) {
		around(exp << 23)
	}
	for exp := -323; exp <= 308; exp++ {
		v, err := strconv.ParseFloat("1e"+strconv.Itoa(exp), 64)
		if err != nil {
			t.Fatal(err)
		}
		around(math.Float64bits(v))
		around(uint64(math.Float32bits(float32(v))))
	}
	for n := range 100_000 {
		checkScientific(t, math.Float64bits(float64(n)))
		checkScientific(t, math.Float64bits(float64(n)/100))
		checkScientific(t, math.Float64bits(float64(n)/7))
		checkScientific(t, uint64(math.Float32bits(float32(n)/100)))
		checkScientific(t, uint64(n))
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 500_000 {
		checkScientific(t, r.Uint64())
	}
	for range 200_000 { // near 1, and between 2^53 and 2^117, where borders are short themselves
		checkScientific(t, r.Uint64()&^(3<<61)|uint64(1023+r.IntN(64))<<52)
		checkScientific(t, math.Float64bits(math.Ldexp(float64(r.Uint64()>>11), r.IntN(64))))
	}
}

func FuzzScientific(f *testing.F) {
	f.Add(math.Float64bits(0.1))
	f.Add(uint64(1))
	f.Add(math.Float64bits(math.MaxFloat64))
	f.Fuzz(checkScientific)
}

func BenchmarkScientific(b *testing.B) {
	var dst []byte
	x := uint64(1)
	for _, short := range []bool{false, true} {
		next := func() float64 {
			x = x*0x9e3779b97f4a7c15 + 1
			if short {
				return float64(x>>48) / 100
			}
			return float64(x>>20&0xffff) / 7
		}
		b.Run(fmt.Sprintf("own, short %t", short), func(b *testing.B) {
			for range b.N {
				dst = AppendScientific64(dst[:0], next())
			}
		})
		b.Run(fmt.Sprintf("strconv, short %t", short), func(b *testing.B) {
			for range b.N {
				dst = strconv.AppendFloat(dst[:0], next(), 'e', -1, 64)
			}
		})
	}
}
