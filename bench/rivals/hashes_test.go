package rivals

import (
	"crypto/sha256"
	"fmt"
	"os"
	"testing"
)

// TestHashes keeps the rivals as they were reviewed: whoever makes one faster records it in bench/RIVALS.
func TestHashes(t *testing.T) {
	want, err := os.ReadFile("../RIVALS")
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, name := range []string{"naive.go", "careful.go", "expert.go", "expert_json.go", "words/words.go",
		"nexmark/bid.go", "nexmark/clock.go", "nexmark/stateless.go", "nexmark/text.go", "calc/calc.go"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got += fmt.Sprintf("%x  %s\n", sha256.Sum256(text), name)
	}
	if got != string(want) {
		t.Errorf("the rivals have changed; bench/RIVALS would be\n%s", got)
	}
}
