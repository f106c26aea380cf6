package input

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// Facts is n lines of numbers, texts, a decimal and a time, for a projection of many expressions. One
// field in 16 is empty, which is NULL for all of them but texts.
func Facts(n int) [][]byte {
	r := rand.New(rand.NewPCG(5, 6))
	out := make([][]byte, n)
	for i := range out {
		day := start.Add(time.Duration(r.Int64N(3_000)) * time.Hour).Format("2006-01-02 15:04:05.000")
		fields := []string{fmt.Sprint(r.Int64N(5_000) - 100), fmt.Sprint(r.Int64N(1 << 40)),
			fmt.Sprint(r.IntN(4_000) - 1_000), fmt.Sprintf("%.3f", r.Float64()*1e4),
			fmt.Sprintf("%.2f", r.Float64()*100), fmt.Sprint(r.IntN(2) > 0), word(r, 4+r.IntN(12)),
			[]string{"item", "part"}[r.IntN(2)] + fmt.Sprint(r.IntN(1_000_000)),
			fmt.Sprintf("%d.%02d", r.IntN(100_000), r.IntN(100)), day}
		for k := range fields {
			if r.IntN(16) == 0 {
				fields[k] = ""
			}
		}
		out[i] = []byte(strings.Join(fields, ","))
	}
	return out
}

// word is a word of n letters.
func word(r *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('a' + r.IntN(26))
	}
	return string(b)
}
