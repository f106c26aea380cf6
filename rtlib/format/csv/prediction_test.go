package csv

import "testing"

// TestPrediction follows what a Width expects, which only its speed shows from outside.
func TestPrediction(t *testing.T) {
	var w Width
	see := func(width int) {
		if w.Guess(0) != width {
			w.Learn(width)
		}
	}
	steps := []struct {
		name string
		do   func()
		want int
	}{
		{"a column of 36 bytes", func() { see(36) }, 36},
		{"a short one is no lesson", func() { see(15) }, 36},
		{"one that differs", func() { see(20) }, 20},
		{"many that differ", func() {
			for i := range 2 * maxMisses {
				see(18 + i%2)
			}
		}, never},
		{"a steady width comes too late", func() { see(36) }, never},
		{"the next block", func() { w.Reset() }, never},
		{"a new chance", func() {
			for range retryBlocks {
				w.Reset()
			}
		}, 0},
		{"and a steady width", func() { see(36) }, 36},
	}
	for _, s := range steps {
		if s.do(); w.n != s.want {
			t.Errorf("%s: predicts %d, want %d", s.name, w.n, s.want)
		}
	}
}
