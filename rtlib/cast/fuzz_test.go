package cast

import (
	"math/big"
	"regexp"
	"strings"
	"testing"
	"time"
)

// integerText is what a cast takes for an integer, without the blanks around; digits behind the point are dropped.
var integerText = regexp.MustCompile(`^([+-]?)([0-9]*)(\.[0-9]*)?$`)

// readInteger is the definition of the casts to integers: false for what is no number or not within the bits.
func readInteger(s string, bits uint) (*big.Int, bool) {
	m := integerText.FindStringSubmatch(strings.Trim(s, " "))
	if m == nil || m[2]+m[3] == "" {
		return nil, false
	}
	n, _ := new(big.Int).SetString("0"+m[2], 10)
	if m[1] == "-" {
		n.Neg(n)
	}
	most := new(big.Int).Lsh(big.NewInt(1), bits-1)
	return n, n.Cmp(most) < 0 && n.Cmp(new(big.Int).Neg(most)) >= 0
}

// FuzzFromText compares the casts of texts to integers and plain decimals with their definitions; what other casts
// read must be read again from its own text.
func FuzzFromText(f *testing.F) {
	for _, s := range []string{"12", " -128 ", "+.5", ".", "127.999", "9223372036854775807", "-9223372036854775808",
		"12.345", "0000000001", "1e3", "TRUE", "n", "2021-09-27", "12:34:56.7", "2021-09-27 12:34:56.123456789", "NaN",
		"-Infinity", "0x1p3", "99999999.995", "x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		sameInteger(t, s, 8, StringToInt8)
		sameInteger(t, s, 16, StringToInt16)
		sameInteger(t, s, 32, StringToInt32)
		sameInteger(t, s, 64, StringToInt64)
		sameDecimal(t, s, 10, 2)
		sameDecimal(t, s, 38, 18)
		readAgain(t, s, StringToBool, BoolToString)
		readAgain(t, s, StringToDate, DateToString)
		if v, err := StringToTime(s); err == nil && (v < 0 || v >= 86_400_000) {
			t.Errorf("%q is %d ms of a day", s, v)
		}
		if v, err := StringToFloat64(s); err == nil && v == v {
			readAgain(t, s, StringToFloat64, Float64ToString)
		}
		if v, err := StringToFloat32(s); err == nil && v == v {
			readAgain(t, s, StringToFloat32, Float32ToString)
		}
		for _, p := range []int{0, 3, 9} {
			v, err := StringToTimestamp(s, p)
			if err != nil {
				continue
			}
			instant, err := StringToInstant(s, p, time.UTC)
			if err != nil || instant != v {
				t.Errorf("%q is %v, and in UTC %v %v", s, v, instant, err)
			}
			text := TimestampToString(v, p)
			if back, err := StringToTimestamp(text, p); err == nil && back != v {
				t.Errorf("%q is %v, written %s and read %v", s, v, text, back)
			}
		}
	})
}

func sameInteger[T int8 | int16 | int32 | int64](t *testing.T, s string, bits uint, read func(string) (T, error)) {
	t.Helper()
	want, ok := readInteger(s, bits)
	got, err := read(s)
	if ok != (err == nil) || ok && want.Cmp(big.NewInt(int64(got))) != 0 {
		t.Errorf("%q of %d bits is %d, %v; by its definition %v, %t", s, bits, got, err, want, ok)
	}
}

// plainDecimal is a number of at most eight digits before the point and behind it, without leading zeros.
var plainDecimal = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,7})(\.[0-9]{1,8})?$`)

func sameDecimal(t *testing.T, s string, p, scale int) {
	t.Helper()
	v, ok, err := StringToDecimal(s, p, scale)
	if err == nil && !ok {
		t.Errorf("%q is NULL as DECIMAL(%d, %d)", s, p, scale)
	}
	if !plainDecimal.MatchString(s) {
		return
	}
	exact, _ := new(big.Rat).SetString(s)
	want := strings.TrimPrefix(exact.FloatString(scale), "-") // which rounds half away from zero
	got := strings.TrimPrefix(DecimalToString(v, scale), "-")
	if err != nil || got != want {
		t.Errorf("%q as DECIMAL(%d, %d) is %s %v, not %s", s, p, scale, got, err, want)
	}
}

func readAgain[T comparable](t *testing.T, s string, read func(string) (T, error), write func(T) string) {
	t.Helper()
	v, err := read(s)
	if err != nil {
		return
	}
	if back, err := read(write(v)); err != nil || back != v {
		t.Errorf("%q is %v, written %q and read %v %v", s, v, write(v), back, err)
	}
}
