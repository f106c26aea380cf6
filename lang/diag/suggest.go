package diag

import "strings"

// Suggest returns the candidate that is nearest to a misspelt name, "" when none is near enough.
// Case counts for nothing. At equal distance the first candidate wins.
func Suggest(name string, candidates []string) string {
	best, limit := "", 1+len(name)/4
	for _, c := range candidates {
		if d := distance(strings.ToLower(name), strings.ToLower(c), limit); d <= limit {
			if d == 0 {
				return c
			}
			best, limit = c, d-1
		}
	}
	return best
}

// distance is the number of insertions, deletions, replacements and swaps of neighbours (optimal
// string alignment) from a to b, in bytes; any number above limit when there are more than limit.
func distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost(a[i-1] != b[j-1]))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

func cost(differ bool) int {
	if differ {
		return 1
	}
	return 0
}
