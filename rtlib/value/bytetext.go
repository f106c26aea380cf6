package value

import "strconv"

// AppendByteArray appends bytes as Java prints a byte array: "[1, -2]".
func AppendByteArray(dst []byte, v string) []byte {
	dst = append(dst, '[')
	for i := range len(v) {
		if i > 0 {
			dst = append(dst, ", "...)
		}
		dst = strconv.AppendInt(dst, int64(int8(v[i])), 10)
	}
	return append(dst, ']')
}
