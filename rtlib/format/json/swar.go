package json

// Eight bytes at a time in a uint64, the first byte in the low bits. Of the tests for a byte only
// the lowest hit is used, which is exact.

const (
	ones     = 0x0101010101010101
	highs    = 0x8080808080808080
	wordSize = 8
)

// quoteOrBackslash has the high bit of the lowest byte set that is one or the other.
func quoteOrBackslash(x uint64) uint64 {
	a, b := x^ones*'"', x^ones*'\\'
	return ((a-ones)&^a | (b-ones)&^b) & highs
}
