package state

import (
	"math"
	"strings"
	"testing"

	"github.com/flinkc/flinkc/rtlib/value"
)

func TestKeyRoundTrip(t *testing.T) {
	var k Key
	for range 2 { // a reset key holds nothing of the one before
		k.Reset()
		k.PutNull()
		k.PutInt(math.MinInt64)
		k.PutBool(true)
		k.PutFloat(-1.5)
		k.PutDecimal(value.Int128{Hi: -1, Lo: math.MaxUint64})
		k.PutTimestamp(value.Timestamp{Millis: -62135596800000, Nanos: 999_999})
		k.PutText(strings.Repeat("x", 300))
		k.PutText("")
	}
	r := ReadKey(k.Text())
	if !r.Null() {
		t.Error("NULL is lost")
	}
	check(t, &r, "int", r.Int, math.MinInt64)
	check(t, &r, "bool", r.Bool, true)
	check(t, &r, "float", r.Float, -1.5)
	check(t, &r, "decimal", r.Decimal, value.Int128{Hi: -1, Lo: math.MaxUint64})
	check(t, &r, "timestamp", r.Timestamp, value.Timestamp{Millis: -62135596800000, Nanos: 999_999})
	check(t, &r, "text", r.Text, strings.Repeat("x", 300))
	check(t, &r, "empty text", r.Text, "")
	if r.rest != "" {
		t.Errorf("%d bytes are left", len(r.rest))
	}
}

func check[T comparable](t *testing.T, r *KeyReader, what string, read func() T, want T) {
	t.Helper()
	if r.Null() {
		t.Fatalf("%s is NULL", what)
	}
	if got := read(); got != want {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// TestKeysDiffer: different rows have different keys, also when their bytes put together are the
// same.
func TestKeysDiffer(t *testing.T) {
	rows := map[string]func(*Key){
		"'ab', 'c'":  func(k *Key) { k.PutText("ab"); k.PutText("c") },
		"'a', 'bc'":  func(k *Key) { k.PutText("a"); k.PutText("bc") },
		"'', NULL":   func(k *Key) { k.PutText(""); k.PutNull() },
		"NULL, ''":   func(k *Key) { k.PutNull(); k.PutText("") },
		"NULL, NULL": func(k *Key) { k.PutNull(); k.PutNull() },
		"'', ''":     func(k *Key) { k.PutText(""); k.PutText("") },
		"0, NULL":    func(k *Key) { k.PutInt(0); k.PutNull() },
		"NULL, 0":    func(k *Key) { k.PutNull(); k.PutInt(0) },
	}
	seen := map[string]string{}
	for name, put := range rows {
		var k Key
		put(&k)
		if other := seen[k.Text()]; other != "" {
			t.Errorf("(%s) and (%s) have the same key", name, other)
		}
		seen[strings.Clone(k.Text())] = name
	}
}

func TestNaNIsOneKey(t *testing.T) {
	var a, b Key
	a.PutFloat(math.Float64frombits(0x7ff8000000000001))
	b.PutFloat(math.Float64frombits(0xfff8000000000123))
	if a.Text() != b.Text() {
		t.Error("two NaN are two keys")
	}
}

// TestHashIsFixed: state written today must be found by later versions.
func TestHashIsFixed(t *testing.T) {
	for key, want := range fixedHashes {
		if got := Hash(key); got != want {
			t.Errorf("Hash(%q) = %#x, want %#x", key, got, want)
		}
	}
	if got := HashInt(-1); got != 0xdff5c05abb606d30 {
		t.Errorf("HashInt(-1) = %#x", got)
	}
}

var fixedHashes = map[string]uint64{
	"":                           0x1ff5c2923a788d2c,
	"a":                          0x674d34464fd4908a,
	"abcd":                       0x4e5240fbd2626a23,
	"广东省":                        0x316571c14a56a346,
	"a key of more than 16 byte": 0xda2489aa8fb4a27e,
}

// TestLanes: every lane owns groups, in ranges that differ by at most one in size.
func TestLanes(t *testing.T) {
	for _, n := range []int{1, 2, 3, 5, 7, 127, 128} {
		owned := make([]int, n)
		for g := range uint64(Groups) {
			owned[Lane(g<<57, n)]++
		}
		for lane, k := range owned {
			if k < Groups/n || k > Groups/n+1 {
				t.Errorf("lane %d of %d owns %d groups", lane, n, k)
			}
		}
	}
}

func FuzzKeyRoundTrip(f *testing.F) {
	f.Add("", int64(0), 0.0, false)
	f.Add("a\x00b", int64(-1), math.Inf(1), true)
	f.Fuzz(func(t *testing.T, text string, n int64, x float64, null bool) {
		var k Key
		k.PutText(text)
		if null {
			k.PutNull()
		} else {
			k.PutInt(n)
		}
		k.PutFloat(x)
		r := ReadKey(k.Text())
		if r.Null() || r.Text() != text {
			t.Fatalf("text %q is lost", text)
		}
		if got := r.Null(); got != null || !null && r.Int() != n {
			t.Fatalf("%d is lost", n)
		}
		if r.Null(); math.Float64bits(r.Float()) != math.Float64bits(x) && x == x {
			t.Fatalf("%v is lost", x)
		}
	})
}
