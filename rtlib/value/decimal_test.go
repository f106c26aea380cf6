package value

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
)

// reference rounds num/den * 10^s HALF_UP and says whether it has at most p digits.
func reference(num, den *big.Int, p, s int) (string, bool) {
	n := new(big.Int).Abs(num)
	n.Mul(n, bigPow(s))
	d := new(big.Int).Abs(den)
	q, r := n.QuoRem(n, d, new(big.Int))
	if r.Lsh(r, 1).Cmp(d) >= 0 {
		q.Add(q, big.NewInt(1))
	}
	if q.Cmp(bigPow(p)) >= 0 {
		return "NULL", false
	}
	if num.Sign()*den.Sign() < 0 {
		q.Neg(q)
	}
	return q.String(), true
}

func bigPow(n int) *big.Int { return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil) }

func show(v Int128, ok bool) string {
	if !ok {
		return "NULL"
	}
	return toBig(v).String()
}

// randomType is a precision and a scale in it.
func randomType(r *rand.Rand) (p, s int) {
	p = 1 + r.IntN(MaxPrecision)
	return p, r.IntN(p + 1)
}

func TestDecimalArithmeticAgainstBig(t *testing.T) {
	r := testRand()
	for range 4_000 {
		a, b := randomDecimal(r), randomDecimal(r)
		as, bs := r.IntN(39), r.IntN(39)
		p, s := randomType(r)
		x, y := toBig(a), toBig(b)
		den := bigPow(as + bs)
		left, right := new(big.Int).Mul(x, bigPow(bs)), new(big.Int).Mul(y, bigPow(as))
		check := func(op string, num *big.Int, got string) {
			t.Helper()
			if want, _ := reference(num, den, p, s); got != want {
				t.Fatalf("%se-%d %s %se-%d as (%d, %d) = %s, want %s", x, as, op, y, bs, p, s, got, want)
			}
		}
		check("+", new(big.Int).Add(left, right), show(DecimalAdd(a, as, b, bs, p, s)))
		check("-", new(big.Int).Sub(left, right), show(DecimalSub(a, as, b, bs, p, s)))
		check("*", new(big.Int).Mul(x, y), show(DecimalMul(a, as, b, bs, p, s)))
		checkDiv(t, a, as, b, bs, p, s)
		checkMod(t, a, as, b, bs)
	}
}

// checkDiv compares with 38 significant digits HALF_UP, found by trying scales, then the result's
// scale.
func checkDiv(t *testing.T, a Int128, as int, b Int128, bs, p, s int) {
	t.Helper()
	got, ok, err := DecimalDiv(a, as, b, bs, p, s)
	if b.IsZero() {
		if !errors.Is(err, ErrDivisionByZero) {
			t.Fatalf("x / 0: %v", err)
		}
		return
	}
	num := new(big.Int).Mul(toBig(a), bigPow(bs))
	den := new(big.Int).Mul(toBig(b), bigPow(as))
	want := "0"
	for k := 76 + 38; k >= -40 && num.Sign() != 0; k-- {
		n, d := num, den
		if k >= 0 {
			n = new(big.Int).Mul(num, bigPow(k))
		} else {
			d = new(big.Int).Mul(den, bigPow(-k))
		}
		whole := new(big.Int).Quo(n, d)
		if len(whole.Abs(whole).String()) > 38 {
			continue
		}
		text, _ := reference(n, d, 100, 0)
		digits, _ := new(big.Int).SetString(text, 10)
		if k >= 0 {
			want, _ = reference(digits, bigPow(k), p, s)
		} else {
			want, _ = reference(digits.Mul(digits, bigPow(-k)), big.NewInt(1), p, s)
		}
		break
	}
	if show(got, ok) != want {
		t.Fatalf("%se-%d / %se-%d as (%d, %d) = %s, want %s",
			toBig(a), as, toBig(b), bs, p, s, show(got, ok), want)
	}
}

func checkMod(t *testing.T, a Int128, as int, b Int128, bs int) {
	t.Helper()
	if b.IsZero() {
		return
	}
	s := max(as, bs)
	left := new(big.Int).Mul(toBig(a), bigPow(s-as))
	right := new(big.Int).Mul(toBig(b), bigPow(s-bs))
	quo, rem := new(big.Int).QuoRem(left, right, new(big.Int))
	got, ok, err := DecimalMod(a, as, b, bs, MaxPrecision, s)
	if len(strings.TrimRight(quo.Abs(quo).String(), "0")) > 38 {
		if !errors.Is(err, ErrModRange) {
			t.Fatalf("%se-%d %% %se-%d: %v, want ErrModRange", toBig(a), as, toBig(b), bs, err)
		}
		return
	}
	want := rem.String()
	if new(big.Int).Abs(rem).Cmp(bigPow(38)) >= 0 {
		want = "NULL"
	}
	if err != nil || show(got, ok) != want {
		t.Fatalf("%se-%d %% %se-%d = %s %v, want %s", toBig(a), as, toBig(b), bs, show(got, ok), err, want)
	}
}

// parse reads "12.345" as unscaled value and scale.
func parse(t *testing.T, text string) (Int128, int) {
	t.Helper()
	d, err := ParseDecimal(text)
	if err != nil {
		t.Fatal(err)
	}
	return d.Unscaled, d.Scale
}

func TestDecimalOperators(t *testing.T) {
	nines := "99999999999999999999999999999999999999"
	tests := []struct {
		a, op, b string
		p, s     int
		want     string
	}{
		{"1.05", "+", "2.1", 4, 2, "3.15"},
		{"1.05", "-", "1.05", 4, 2, "0.00"},
		{"0.908", "*", "1000000007", 23, 3, "908000006.356"},
		{nines, "+", "1", 38, 0, "NULL"},
		{"-" + nines, "-", "1", 38, 0, "NULL"},
		{nines, "*", nines, 38, 0, "NULL"},
		{"0.00000000000000000000000000000000000001", "*", "0.1", 38, 38, "0." + zeros(38)},
		{"1", "/", "3", 38, 17, "0.33333333333333333"},
		{"2", "/", "3", 38, 17, "0.66666666666666667"},
		{"-2", "/", "3", 38, 2, "-0.67"},
		{"1", "/", "8", 10, 2, "0.13"},
		{"-1", "/", "8", 10, 2, "-0.13"},
		{"0", "/", "7", 10, 2, "0.00"},
		{nines, "/", "0.1", 38, 0, "NULL"},
		{"10.5", "%", "3", 5, 1, "1.5"},
		{"-10.5", "%", "3", 5, 1, "-1.5"},
		{"10.5", "%", "-3", 5, 1, "1.5"},
		{"1", "%", "0.3", 5, 1, "0.1"},
		{nines, "%", "0.0000000001", 38, 10, "0.0000000000"},
	}
	for _, tt := range tests {
		a, as := parse(t, tt.a)
		b, bs := parse(t, tt.b)
		var v Int128
		var ok bool
		var err error
		switch tt.op {
		case "+":
			v, ok = DecimalAdd(a, as, b, bs, tt.p, tt.s)
		case "-":
			v, ok = DecimalSub(a, as, b, bs, tt.p, tt.s)
		case "*":
			v, ok = DecimalMul(a, as, b, bs, tt.p, tt.s)
		case "/":
			v, ok, err = DecimalDiv(a, as, b, bs, tt.p, tt.s)
		case "%":
			v, ok, err = DecimalMod(a, as, b, bs, tt.p, tt.s)
		}
		got := "NULL"
		if ok {
			got = string(AppendDecimal(nil, v, tt.s))
		}
		if got != tt.want || err != nil {
			t.Errorf("%s %s %s = %s %v, want %s", tt.a, tt.op, tt.b, got, err, tt.want)
		}
	}
}

func zeros(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = '0'
	}
	return string(b)
}

func TestDecimalRounding(t *testing.T) {
	tests := []struct {
		value                    string
		n                        int
		round, truncate          string
		floor, ceil, whole, cast string
	}{
		{"2.345", 2, "2.35", "2.34", "2", "3", "2", "2.3"},
		{"-2.345", 2, "-2.35", "-2.34", "-3", "-2", "-2", "-2.3"},
		{"2.345", 5, "2.345", "2.345", "2", "3", "2", "2.3"},
		{"1250.05", -2, "1300", "1200", "1250", "1251", "1250", "NULL"},
		{"49.99", -2, "0", "0", "49", "50", "49", "50.0"},
		{"50.00", -2, "100", "0", "50", "50", "50", "50.0"},
		{"99.95", 1, "100.0", "99.9", "99", "100", "99", "NULL"},
		{"0.000", -40, "0", "0", "0", "0", "0", "0.0"},
		{"-0.001", 0, "0", "0", "-1", "0", "0", "0.0"},
	}
	for _, tt := range tests {
		v, s := parse(t, tt.value)
		at := max(min(tt.n, s), 0)
		text := func(v Int128, scale int) string { return string(AppendDecimal(nil, v, scale)) }
		check := func(what, got, want string) {
			t.Helper()
			if got != want {
				t.Errorf("%s of %s: %s, want %s", what, tt.value, got, want)
			}
		}
		rounded, ok := DecimalRound(v, s, tt.n, MaxPrecision)
		if !ok {
			t.Errorf("ROUND(%s, %d) is NULL", tt.value, tt.n)
		}
		check("round", text(rounded, at), tt.round)
		check("truncate", text(DecimalTruncate(v, s, tt.n), at), tt.truncate)
		check("floor", text(DecimalFloor(v, s), 0), tt.floor)
		check("ceil", text(DecimalCeil(v, s), 0), tt.ceil)
		check("whole", text(FromInt64(DecimalInt64(v, s)), 0), tt.whole)
		cast := "NULL"
		if c, ok := DecimalRescale(v, s, 3, 1); ok {
			cast = text(c, 1)
		}
		check("DECIMAL(3, 1)", cast, tt.cast)
	}
}

func TestDecimalDoesNotAllocate(t *testing.T) {
	a, as := parse(t, "12345678901234567890.123456789")
	b, bs := parse(t, "-98765432109.87654321")
	buf := make([]byte, 0, 64)
	got := testing.AllocsPerRun(100, func() {
		v, _ := DecimalAdd(a, as, b, bs, 38, 17)
		v, _ = DecimalMul(v, 17, b, bs, 38, 6)
		v, _, _ = DecimalDiv(v, 6, a, as, 38, 17)
		f := DecimalFloat64(v, 17)
		d, _, _ := Float64Decimal(f, 38, 10)
		buf = AppendDecimal(buf[:0], d, 10)
		if _, ok, valid := ParseDecimalTo(buf, 38, 10); !ok || !valid {
			t.Fatal(string(buf))
		}
	})
	if got != 0 {
		t.Errorf("%v allocations", got)
	}
}

func BenchmarkDecimalDiv(b *testing.B) {
	x, y := FromInt64(123456789012345), FromInt64(98765432101)
	for b.Loop() {
		_, _, _ = DecimalDiv(x, 1, y, 0, 38, 17)
	}
}

func BenchmarkDecimalMul(b *testing.B) {
	x, y := FromInt64(123456789012345), FromInt64(98765432101)
	for b.Loop() {
		_, _ = DecimalMul(x, 2, y, 3, 38, 5)
	}
}
