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
		for range r.IntN(9) {
			text.WriteString([]string{"/", "//", "a", "b", "ab", "é", "x"}[r.IntN(7)])
		}
		s, p := text.String(), new(Parts)
		parts := strings.Split(s, sep)
		for range 6 {
			i := r.IntN(8) - 1
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
