// Package udf has the user function of Nexmark's query 14, which is Java's there: CountChar.
package udf

// CountChar counts the bytes of s that are the first one of c.
func CountChar(s, c string) int64 {
	n := int64(0)
	for i := range len(s) {
		if s[i] == c[0] {
			n++
		}
	}
	return n
}
