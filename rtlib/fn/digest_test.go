package fn

import "testing"

// The digests of "abc" are those of FIPS 180-4.
func TestDigests(t *testing.T) {
	const (
		sha224 = "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"
		sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
		sha384 = "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed" +
			"8086072ba1e7cc2358baeca134c825a7"
		sha512 = "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a" +
			"2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
	)
	a := &Arena{}
	check(t, []row{
		{"SHA224('abc')", SHA224(a, "abc"), sha224},
		{"SHA256('abc')", SHA256(a, "abc"), sha256},
		{"SHA384('abc')", SHA384(a, "abc"), sha384},
		{"SHA512('abc')", SHA512(a, "abc"), sha512},
		{"SHA2('abc', 224)", try(SHA2(a, "abc", 224)), sha224},
		{"SHA2('abc', 256)", try(SHA2(a, "abc", 256)), sha256},
		{"SHA2('abc', 384)", try(SHA2(a, "abc", 384)), sha384},
		{"SHA2('abc', 512)", try(SHA2(a, "abc", 512)), sha512},
		{"SHA2('abc', 1)", try(SHA2(a, "abc", 1)), SHA1(a, "abc")},
		{"SHA2('abc', 2)", try(SHA2(a, "abc", 2)), "error: " + errDigest(2).Error()},
	})
}

func TestEndsAndChoices(t *testing.T) {
	index := func(n int64) Maybe[int64] { return Maybe[int64]{V: n} }
	a, b := Maybe[string]{V: "a"}, Maybe[string]{Null: true}
	check(t, []row{
		{"RIGHT('é日x', 2)", Right("é日x", 2), "日x"},
		{"RIGHT('x', 5)", Right("x", 5), "x"},
		{"RIGHT('x', -1)", Right("x", -1), ""},
		{"TRIM(TRAILING 'ab' FROM 'xaba')", TrimRight("xaba", "ab"), "x"},
		{"STARTSWITH('abc', 'ab')", show(StartsWith("abc", "ab")), "true"},
		{"STARTSWITH('abc', 'bc')", show(StartsWith("abc", "bc")), "false"},
		{"ENDSWITH('abc', 'bc')", show(EndsWith("abc", "bc")), "true"},
		{"ENDSWITH('abc', 'ab')", show(EndsWith("abc", "ab")), "false"},
		{"ELT(1, 'a', NULL)", opt(Elt(index(1), a, b)), "a"},
		{"ELT(2, 'a', NULL)", opt(Elt(index(2), a, b)), "NULL"},
		{"ELT(0, 'a')", opt(Elt(index(0), a)), "NULL"},
		{"ELT(3, 'a', NULL)", opt(Elt(index(3), a, b)), "NULL"},
		{"ELT(NULL, 'a')", opt(Elt(Maybe[int64]{Null: true}, a)), "NULL"},
		{"HASH_CODE('abc')", show(HashCode("abc")), "96354"},
		{"HASH_CODE('😀')", show(HashCode("😀")), "1772899"},
	})
}

func TestRandom(t *testing.T) {
	c := NewContext(nil)
	for range 1000 {
		if v := Rand(c); v < 0 || v >= 1 {
			t.Fatalf("RAND() = %v", v)
		}
		if v, err := RandInteger(c, 3); err != nil || v < 0 || v > 2 {
			t.Fatalf("RAND_INTEGER(3) = %v, %v", v, err)
		}
		if v, err := RandIntegerSeed(c, 7, 3); err != nil || v < 0 || v > 2 {
			t.Fatalf("RAND_INTEGER(7, 3) = %v, %v", v, err)
		}
	}
	check(t, []row{
		{"RAND_INTEGER(0)", try(RandInteger(c, 0)), "error: " + errBound(0).Error()},
		{"RAND_INTEGER(1, 0)", try(RandIntegerSeed(c, 1, 0)), "error: " + errBound(0).Error()},
	})
}

func TestUUID(t *testing.T) {
	a := &Arena{}
	seen := map[string]bool{}
	for range 100 {
		u := UUID(nil, a)
		if len(u) != 36 || u[8] != '-' || u[13] != '-' || u[18] != '-' || u[23] != '-' {
			t.Fatalf("%q has no UUID's form", u)
		}
		if u[14] != '4' || u[19] != '8' && u[19] != '9' && u[19] != 'a' && u[19] != 'b' {
			t.Fatalf("%q is not of version 4", u)
		}
		if seen[u] {
			t.Fatalf("%q came twice", u)
		}
		seen[u] = true
	}
}
