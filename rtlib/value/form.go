package value

import "unsafe"

// CodeInteger writes or reads an integer as 8 bytes, whatever its Go type is.
func CodeInteger[T ~int | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64](c *Codec, v *T) {
	n := int64(*v)
	if c.Int64(&n); c.reads {
		*v = T(n)
	}
}

// Encode is the binary form of a value, in the memory of buf, which the next call uses again.
func Encode[T any](buf *[]byte, v *T, code func(*T, *Codec)) string {
	c := Codec{buf: (*buf)[:0]}
	code(v, &c)
	*buf = c.buf
	return unsafe.String(unsafe.SliceData(c.buf), len(c.buf))
}

// Decode reads a value from its binary form; the empty form is that of the value as it is. Its texts lie in the form's
// memory.
func Decode[T any](form string, v *T, code func(*T, *Codec)) {
	if form == "" {
		return
	}
	c := Codec{buf: unsafe.Slice(unsafe.StringData(form), len(form)), reads: true}
	code(v, &c)
}
