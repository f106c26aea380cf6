package fn

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestASCIICase changes the case of ASCII texts of all lengths around those of words.
func TestASCIICase(t *testing.T) {
	var a Arena
	r := rand.New(rand.NewPCG(1, 2))
	check := func(s string) {
		t.Helper()
		if got, want := Lower(&a, s), strings.ToLower(s); got != want {
			t.Fatalf("LOWER(%q) = %q, want %q", s, got, want)
		}
		if got, want := Upper(&a, s), strings.ToUpper(s); got != want {
			t.Fatalf("UPPER(%q) = %q, want %q", s, got, want)
		}
	}
	for n := range 40 {
		for c := range 0x80 {
			check(strings.Repeat(string(rune(c)), n))
		}
		for range 50 {
			b := make([]byte, n)
			for i := range b {
				b[i] = byte(r.IntN(0x80))
			}
			check(string(b))
			if n > 0 {
				b[r.IntN(n)] = 'z'
				check(strings.Replace(string(b), "z", "é", 1))
			}
		}
	}
}

func BenchmarkLower(b *testing.B) {
	for _, s := range []string{"Google", "Facebook", "channel-1234", "https://WWW.nexmark.com/item.htm?query=1"} {
		b.Run(s, func(b *testing.B) {
			var a Arena
			for b.Loop() {
				a.Reset()
				Lower(&a, s)
			}
		})
	}
}
