package fn

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestSplitIndex asks for the parts of texts in all orders and wants what strings.Split says.
func TestSplitIndex(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3_000 {
		sep := []string{"/", "//", "ab", "é"}[r.IntN(4)]
		var text strings.Builder
		for range r.IntN(24) {
			text.WriteString([]string{"/", "//", "a", "b", "ab", "é", "x", ".", "\xaf"}[r.IntN(9)])
		}
		s, p := text.String(), new(Parts)
		parts := strings.Split(s, sep)
		for range 6 {
			i := r.IntN(9) - 1
			got, ok := SplitIndex(p, s, sep, int32(i))
			if s == "" || i < 0 || i >= len(parts) {
				if ok {
					t.Fatalf("part %d of %q by %q is %q, want none", i, s, sep, got)
				}
				continue
			}
			if !ok || got != parts[i] {
				t.Fatalf("part %d of %q by %q is %q %v, want %q", i, s, sep, got, ok, parts[i])
			}
		}
	}
}

func BenchmarkSplitIndex(b *testing.B) {
	const s = "https://www.nexmark.com/rxpmi/cfuum/mngmf/item.htm?query=1"
	for b.Loop() {
		var p Parts
		for i := range int32(3) {
			SplitIndex(&p, s, "/", 3+i)
		}
	}
}
